"""The register of people: who counts, in which order names stand, which mention means whom."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.text.people import MentionKind, NameOrder, Person, Register, _things_among, find_things
from newslint.text.story import Story


def register(text: str, layout: str = "body") -> Register:
    return Story(text, layout="story" if layout == "story" else "body").people


def cast(text: str) -> list[str]:
    return [person.full for person in register(text).people]


def only(text: str) -> Person:
    (person,) = register(text).people
    return person


def kinds(text: str) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.kind.value) for m in only(text).mentions]


@pytest.mark.parametrize(
    ("text", "full", "post"),
    [
        ("French President Odile Garnier flew home.", "Odile Garnier", "French President"),
        ("It was opened by harbour master Desmond Quirke in May.", "Desmond Quirke", "harbour master"),
        ("The move was backed by coach Zubeni Lwazi on Monday.", "Zubeni Lwazi", "coach"),
        ("Huldar Brakspear, the president of the union, said no.", "Huldar Brakspear", "president"),
        ("Zubeni Lwazi, 34, was born in Leith.", "Zubeni Lwazi", None),
        ("Zubeni Lwazi, who keeps bees, was born in Leith.", "Zubeni Lwazi", None),
        ("His brother, Zubeni Lwazi, was born in Leith.", "Zubeni Lwazi", "brother"),
        ("They met the head of the choir, Zubeni Kravor.", "Zubeni Kravor", "head"),
        (
            "Zubeni Kravor, a tenor and the choir's spokesman, is late.",
            "Zubeni Kravor",
            "tenor and the choir's spokesman",
        ),
        ("Zubeni Kravor from the Leith Bus Users says no.", "Zubeni Kravor", None),
        ("Zubeni Kravor, for the choir, sang. Kravor said it was late.", "Zubeni Kravor", None),
        ("They asked Dr Zubeni Lwazi about it.", "Zubeni Lwazi", None),
        ("Labour MP Rosa Quill voted no.", "Rosa Quill", "Labour MP"),
        ('"I saw it," said Hank Ferris.', "Hank Ferris", None),
        ("The charge against Zubeni Lwazi was dropped. Mr Lwazi wept.", "Zubeni Lwazi", None),
    ],
)
def test_introductions(text: str, full: str, post: str | None) -> None:
    person = only(text)
    assert (person.full, person.post) == (full, post)
    assert person.introduction is not None
    assert text[person.introduction.name_start : person.introduction.end] == full


def test_two_introductions_in_one_breath() -> None:
    text = "Secretary of State John Mercer and Foreign Minister Sergei Balabin have met."
    people = register(text).people
    assert [(p.full, p.post) for p in people] == [
        ("John Mercer", "Secretary of State"),
        ("Sergei Balabin", "Foreign Minister"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A shop in Brenn Street was robbed.",
        "The Victoria Park Hospital has closed.",
        "Halcyon Micro said on Tuesday that profits had doubled.",
        "It was bought by Ford & Lacey, a design firm.",
        "The Howard government fell.",
        "He landed at Reagan National Airport.",
        "The Bruce Highway was cut. Mary River rose.",
        "North Korea and South Australia signed. United Nations officials watched.",
        "He joined the Royal Navy. Sunrise Hearth said no.",
        "Port Lucie lost to Melbourne Storm. Everton beat Leeds United.",
        "The Nobel Prize went to nobody. Magnolia Ridge Health closed.",
        "On Tuesday Parliament rose. In March Congress sat.",
    ],
)
def test_what_is_no_person(text: str) -> None:
    assert cast(text) == []


@pytest.mark.parametrize(
    ("full", "order", "called"),
    [
        ("Barack Halvorsen", NameOrder.WESTERN, "Halvorsen"),
        ("Xi Jinping", NameOrder.FAMILY_FIRST, "Xi"),
        ("Kim Jong-un", NameOrder.FAMILY_FIRST, "Kim"),
        ("Tsai Ing-wen", NameOrder.FAMILY_FIRST, "Tsai"),
        ("Lee Hsien Loong", NameOrder.FAMILY_FIRST, "Lee"),
        ("Nguyen Tan Dung", NameOrder.FAMILY_FIRST, "Dung"),
        ("Aung San Suu Kyi", NameOrder.SINGLE, "Suu Kyi"),
        ("Thaksin Shinawatra", NameOrder.SINGLE, "Thaksin"),
        ("Anwar Ibrahim", NameOrder.SINGLE, "Anwar"),
        ("Joko Widodo", NameOrder.SINGLE, "Joko"),
        ("Joko Widodo", NameOrder.SINGLE, "Widodo"),
        ("Abiy Ahmed", NameOrder.SINGLE, "Abiy"),
        ("Katrin Jonsdottir", NameOrder.SINGLE, "Katrin"),
        ("Mohammed bin Salman", NameOrder.SINGLE, "bin Salman"),
        ("Bashar al-Assad", NameOrder.WESTERN, "Assad"),
        ("Enrique Peña Nieto", NameOrder.WESTERN, "Peña Nieto"),
        ("Elspeth van den Berg", NameOrder.WESTERN, "van den Berg"),
        ("Lars de Jong", NameOrder.WESTERN, "de Jong"),
        ("Maya St. James", NameOrder.WESTERN, "St. James"),
        ("Ewan St John-Hay", NameOrder.WESTERN, "St John-Hay"),
        ("Carys Lloyd-Price", NameOrder.WESTERN, "Lloyd-Price"),
        ("Luis O'Brien", NameOrder.WESTERN, "O'Brien"),
        ("J.K. Thornbury", NameOrder.WESTERN, "Thornbury"),
        ("George W. Quill", NameOrder.WESTERN, "Quill"),
        ("Lee Harvey Quill", NameOrder.WESTERN, "Quill"),
        ("Kim Howells", NameOrder.WESTERN, "Howells"),
        ("Recep Tayyip Erdem", NameOrder.WESTERN, "Erdem"),
    ],
)
def test_orders_of_names(full: str, order: NameOrder, called: str) -> None:
    text = f"They met the minister, {full}, on Monday. Mr {called} smiled."
    person = only(text)
    assert (person.full, person.order) == (full, order)
    assert called in person.called
    assert [m.kind for m in person.mentions] == [MentionKind.FULL, MentionKind.TITLED_SURNAME]
    assert person.honorific == "Mr"


@pytest.mark.parametrize("suffix", [" Jr.", ", Jr.,", " III", " MP", " QC"])
def test_suffixes_are_no_part_of_a_name(suffix: str) -> None:
    person = only(f"The judge heard Martin Quill{suffix} on Monday. Quill wept.")
    assert (person.full, person.surname, len(person.mentions)) == ("Martin Quill", "Quill", 2)


def test_surnames_that_are_given_names() -> None:
    text = "Margaret James succeeds Henry George. Mr George met Ms James. James Gordon, 40, was there; Mr Gordon left."
    people = register(text).people
    assert [(p.full, p.honorific, len(p.mentions)) for p in people] == [
        ("Margaret James", "Ms", 2),
        ("Henry George", "Mr", 2),
        ("James Gordon", "Mr", 2),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Huw Bevan, a farmer, spoke. Mr Huw left. Bevan's van was red. Mr. Bevan drove.",
            [("Huw Bevan", "full"), ("Mr Huw", "titled-given"), ("Bevan", "surname"), ("Mr. Bevan", "titled-surname")],
        ),
        (
            "Sir Colin Farrow retired. Sir Colin slept. Sir Farrow woke. Mr Colin Farrow ate.",
            [
                ("Sir Colin Farrow", "titled-full"),
                ("Sir Colin", "titled-given"),
                ("Sir Farrow", "titled-surname"),
                ("Mr Colin Farrow", "titled-full"),
            ],
        ),
        (
            "Sister Bernadette Foy nursed him. Sister Bernadette sang.",
            [("Sister Bernadette Foy", "titled-full"), ("Sister Bernadette", "titled-given")],
        ),
        (
            "Lars de Jong, the manager, spoke. De Jong’s side lost.",
            [("Lars de Jong", "full"), ("De Jong", "surname")],
        ),
        (
            "President Odile Garnier spoke. President Garnier left.",
            [("Odile Garnier", "full"), ("Garnier", "surname")],
        ),
    ],
)
def test_mentions(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


def test_a_mention_knows_its_place() -> None:
    text = 'Huw Bevan, a farmer, spoke.\n\nBevan’s dog barked. "Mr Bevan is late," she said.'
    full, dog, speech = only(text).mentions
    assert (full.block, dog.block, speech.block) == (0, 1, 1)
    assert (full.possessive, dog.possessive, speech.possessive) == (False, True, False)
    assert (full.quoted, dog.quoted, speech.quoted) == (False, False, True)
    assert text[speech.start : speech.name_start] == "Mr "
    assert (speech.title, dog.title) == ("Mr", None)


def test_judges_and_mr_speaker() -> None:
    found = register("Mr Justice Amos sat. Lord Justice Harcourt did not. Mr Speaker rose.")
    assert [p.full for p in found.people] == ["Mr Justice Amos", "Lord Justice Harcourt"]
    assert found.unresolved == ()


def test_namesakes_are_told_apart_by_their_titles() -> None:
    text = "Dan Obi, 34, married Rose Obi, 31. Mr Dan Obi wept. Ms Rose Obi did not. Ms Obi laughed. Mr Obi left."
    by_name = {p.full: [text[m.start : m.end] for m in p.mentions] for p in register(text).people}
    assert by_name["Dan Obi"][-1] == "Mr Obi"
    assert by_name["Rose Obi"][-1] == "Ms Obi"


def test_neither_headline_nor_speech_introduces() -> None:
    text = (
        "Desmond Quirke closes the port of Leith\n\nBy Ann Pell\n\n"
        'The port is closed, a statement said on Monday after a week of storms. "Ask Rosa Quill," a sailor said.\n\n'
        "Mr Quirke has run it since 2009, and nobody else on the coast has run one for so long a time as he has.\n"
    )
    people = {p.full: p for p in register(text, "story").people}
    assert people["Desmond Quirke"].introduction is None
    assert people["Desmond Quirke"].honorific == "Mr"
    assert people["Rosa Quill"].introduction is None
    assert "Ann Pell" not in people


def test_an_article_makes_no_person_of_a_name() -> None:
    text = "Desmond Quirke, a sailor, spoke. The Quirke family left. A Quirke never lies."
    assert [text[m.start : m.end] for m in only(text).mentions] == ["Desmond Quirke"]


def test_strays_and_other_names() -> None:
    found = register("Rory Stapleton, the captain, fell. But Stapelton rose. They met in Brenn Street, Hobart.")
    assert [m.start for m in found.strays] == [39]
    assert found.elsewhere == {"Brenn", "Street"}


def test_diacritics_do_not_make_two_people() -> None:
    person = only("Turkish minister Recep Erdoğan spoke. Erdogan left. Mr Erdoğan slept.")
    assert len(person.mentions) == 3


def who(text: str) -> dict[str, list[str]]:
    return {p.full: [text[m.start : m.end] for m in p.mentions] for p in register(text).people}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Dan and Trudy Hallam won. Mr Hallam bought the ticket. Mrs Hallam laughed.",
            {"Dan Hallam": ["Dan", "Mr Hallam"], "Trudy Hallam": ["Trudy Hallam", "Mrs Hallam"]},
        ),
        (
            "Keith Brown is a Liberal; Susan Brown is a Green, 40. Keith Brown, 50, ran. Mr Brown ran. Ms Brown sat.",
            {
                "Keith Brown": ["Keith Brown", "Keith Brown", "Mr Brown"],
                "Susan Brown": ["Susan Brown", "Ms Brown"],
            },
        ),
        (
            "Sir Colin Ashe came. His nephew, Peter Ashe, ran. Mr Ashe fell. Lady Ashe sat.",
            {"Colin Ashe": ["Sir Colin Ashe"], "Peter Ashe": ["Peter Ashe", "Mr Ashe"], "Lady Ashe": ["Lady Ashe"]},
        ),
        (
            "William “Bill” Hayle, 60, sang. Bill Hayle slept.",
            {"William Hayle": ["William “Bill” Hayle", "Bill Hayle"]},
        ),
        (
            "The judge Carmen Ortega Villalba sat. Carmen Ortega rose. Ms Ortega left.",
            {"Carmen Ortega Villalba": ["Carmen Ortega Villalba", "Carmen Ortega", "Ms Ortega"]},
        ),
        (
            "The mayor of Lincoln, Abigail Lincoln, spoke. Ms Lincoln sat. Lincoln slept.",
            {"Abigail Lincoln": ["Abigail Lincoln", "Ms Lincoln"]},
        ),
        (
            "The forestry minister, Sutarno, agreed. Mr Sutarno left.",
            {"Sutarno": ["Sutarno", "Mr Sutarno"]},
        ),
        (
            "U Tin Maung Latt, 70, was freed. U Tin Maung Latt wept.",
            {"Tin Maung Latt": ["U Tin Maung Latt", "U Tin Maung Latt"]},
        ),
        (
            "Lord Averill of Wick spoke. Lady Averill slept. Lord Averill sat.",
            {"Lord Averill": ["Lord Averill", "Lord Averill"], "Lady Averill": ["Lady Averill"]},
        ),
        (
            "Sir Edmund Gray and Lady Gray came with their daughter, Clemency Gray. Lady Gray sat. Miss Gray ran.",
            {
                "Edmund Gray": ["Sir Edmund Gray"],
                "Lady Gray": ["Lady Gray"] * 2,
                "Clemency Gray": ["Clemency Gray", "Miss Gray"],
            },
        ),
        (
            "Brazil dropped Pedrinho. Pedrinho, 20, plays for Porto.",
            {"Pedrinho": ["Pedrinho", "Pedrinho"]},
        ),
        (
            "Prince Henrik of Denmark met nurses. Prince Henrik wept.",
            {"Prince Henrik": ["Prince Henrik", "Prince Henrik"]},
        ),
        (
            "Shipping magnate Tung Chee-hwa, 59, won. Tung smiled.",
            {"Tung Chee-hwa": ["Tung Chee-hwa", "Tung"]},
        ),
        (
            "The health secretary, Ian Pole, spoke. Mr Pole sat.",
            {"Ian Pole": ["Ian Pole", "Mr Pole"]},
        ),
        (
            "The jury, led by Ben Orde, took an hour. Orde said so. Ben Orde, 50, is a vet.",
            {"Ben Orde": ["Ben Orde", "Orde", "Ben Orde"]},
        ),
        (
            "Park Jae-won, the president, spoke. Mr Park left.",
            {"Park Jae-won": ["Park Jae-won", "Mr Park"]},
        ),
        (
            "The cyclist Joost van der Hulst won. Joost Van Der Hulst slept.",
            {"Joost van der Hulst": ["Joost van der Hulst", "Joost Van Der Hulst"]},
        ),
        (
            "The minister Hassan al-Rubaie spoke. Al-Rubaie left.",
            {"Hassan al-Rubaie": ["Hassan al-Rubaie", "Al-Rubaie"]},
        ),
    ],
)
def test_whom_a_mention_means(text: str, people: dict[str, list[str]]) -> None:
    assert who(text) == people


def test_father_and_son_of_one_name_are_two() -> None:
    text = "Hector Bonilla Jr, 19, won. His father, Hector Bonilla Sr, wept. Bonilla Jr sat. Bonilla Sr sang."
    son, father = register(text).people
    assert [text[m.start : m.end + 3] for m in son.mentions] == ["Hector Bonilla Jr", "Bonilla Jr"]
    assert [text[m.start : m.end + 3] for m in father.mentions] == ["Hector Bonilla Sr", "Bonilla Sr"]


def test_a_tab_parts_names() -> None:
    assert cast("Rosa\tQuill, 40, sat.") == []


WORDS_AND_BREAKS = ["Obi", "Lal", "Mr", " ", " ", "\n", "\r\n", "'s", ",", "which", "in", "at", "&", "Ltd"]


@given(st.lists(st.sampled_from(WORDS_AND_BREAKS)))
def test_the_things_of_some_names_are_those_of_the_whole_text(pieces):
    text = "".join(pieces)
    assert _things_among({"Obi"}, text) == {"Obi"} & find_things(text)

"""The cast of a story: people, introductions, mentions, and the issues that touch them."""

from __future__ import annotations

import pytest

from newslint.engine.book import Book, load
from newslint.engine.cast import cast_of, read_casts
from newslint.engine.checking import Copy
from newslint.engine.options import Options
from newslint.engine.parts import PART
from newslint.engine.selection import Selection
from newslint.issue import NotRun
from newslint.rulebook.errors import RuleError
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.loader import parse_check
from newslint.text.people import MentionKind, NameOrder
from newslint.text.story import Story

PIER = """Pell to close Brenn pier

Mayor Rosa Lindqvist opened the pier on Monday. Ms Lindqvist cut a ribbon.

Her husband, Karl Lindqvist, baked the bread. Mr Lindqvist said it was rye, and Ms Lindqvist ate it.

The coach, Ivo Pell, wept. Mr Pell had hurt his knee. "Mr Pell always weeps," said Olga Rusk, 70, from the quay.
"""


@pytest.fixture(scope="module")
def book():
    """The shipped checks on names and titles alone: what another topic's file says is no matter here."""
    return Book(tuple(check for check in load().checks if check.id.startswith(("names/", "titles/"))))


@pytest.fixture
def read(book, tmp_path):
    """Write a story, read its cast through the checks."""

    def call(text, **options):
        path = tmp_path / "story.txt"
        path.write_text(text, encoding="utf-8")
        casts = read_casts([str(path)], book, Options(**options))
        assert casts.not_run == ()
        return casts.casts[0]

    return call


def cast(text):
    return cast_of(Copy("a.txt", Story(text), "en-GB"))


def person(found, full):
    return next(each for each in found.people if each.full == full)


def at(text, words, nth=0):
    """Return line and column of the nth place (from 0) where a text has some words."""
    offset = -1
    for _ in range(nth + 1):
        offset = text.index(words, offset + 1)
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def places(each):
    return [(mention.text, mention.place[:2]) for mention in each.mentions]


def test_who_is_who_in_order_of_first_mention():
    found = cast(PIER)
    assert [(p.full, p.given, p.surname, p.honorific, p.later, p.post) for p in found.people] == [
        ("Ivo Pell", "Ivo", "Pell", "Mr", "Mr Pell", "coach"),
        ("Rosa Lindqvist", "Rosa", "Lindqvist", "Ms", "Ms Lindqvist", "Mayor"),
        ("Karl Lindqvist", "Karl", "Lindqvist", "Mr", "Mr Lindqvist", "husband"),
        ("Olga Rusk", "Olga", "Rusk", None, "Rusk", None),
    ]
    assert found.strangers == ()
    assert found.issues == ()


def test_a_couple_with_one_surname_is_told_apart_by_title():
    found = cast(PIER)
    assert places(person(found, "Rosa Lindqvist")) == [
        ("Rosa Lindqvist", at(PIER, "Rosa")),
        ("Ms Lindqvist", at(PIER, "Ms Lindqvist")),
        ("Ms Lindqvist", at(PIER, "Ms Lindqvist", 1)),
    ]
    assert places(person(found, "Karl Lindqvist")) == [
        ("Karl Lindqvist", at(PIER, "Karl")),
        ("Mr Lindqvist", at(PIER, "Mr Lindqvist")),
    ]


def test_a_mention_has_its_span_kind_block_and_whether_it_is_speech():
    pell = person(cast(PIER), "Ivo Pell")
    assert [(m.text, m.kind, m.title, m.block, m.quoted) for m in pell.mentions] == [
        ("Pell", MentionKind.SURNAME, None, "headline", False),
        ("Ivo Pell", MentionKind.FULL, None, "body", False),
        ("Mr Pell", MentionKind.TITLED_SURNAME, "Mr", "body", False),
        ("Mr Pell", MentionKind.TITLED_SURNAME, "Mr", "body", True),
    ]
    assert pell.mentions[0].place == (1, 1, 1, 5)
    assert pell.introduction == pell.mentions[1]


@pytest.mark.parametrize(
    ("text", "full", "manner"),
    [
        ("The boat was found by coach Ivo Pell on Monday.", "Ivo Pell", "post"),
        ("The mayor of Brenn, Ivo Pell, found the boat.", "Ivo Pell", "post"),
        ("Ivo Pell, the coach of the club, found the boat.", "Ivo Pell", "apposition"),
        ("The boat was found by Dr Rosa Pell on Monday.", "Rosa Pell", "title"),
        ("Rosa Pell, 34, found the boat on Monday.", "Rosa Pell", "age"),
        ("The boat belongs to the coach. His wife, Rosa Pell, found it.", "Rosa Pell", "relation"),
        ("Rosa Pell, who lives there, found the boat.", "Rosa Pell", "name"),
    ],
)
def test_how_a_person_is_introduced(text, full, manner):
    story = f"Boat found off Brenn\n\nA boat was found on Monday.\n\n{text}\n"
    found = person(cast(story), full)
    assert found.manner == manner
    assert found.introduction is not None
    assert found.introduction.place[0] == 5


def test_a_name_only_in_the_headline_or_in_speech_introduces_nobody():
    text = 'Rosa Lindqvist closes the pier\n\nThe pier is shut.\n\n"I met Olga Quill there," the guard said.\n'
    found = cast(text)
    assert [(p.full, p.introduction, p.manner) for p in found.people] == [
        ("Rosa Lindqvist", None, None),
        ("Olga Quill", None, None),
    ]
    assert [(m.block, m.quoted) for p in found.people for m in p.mentions] == [("headline", False), ("body", True)]


def test_family_name_first():
    text = "Card arrives\n\nChinese President Xi Jinping sent a card on Monday. Mr Xi had signed it.\n"
    (found,) = cast(text).people
    assert (found.given, found.surname, found.order, found.later) == (
        "Jinping",
        "Xi",
        NameOrder.FAMILY_FIRST,
        "Mr Xi",
    )
    assert [m.text for m in found.mentions] == ["Xi Jinping", "Mr Xi"]


def test_knights_go_by_the_given_name(read):
    text = (
        "Judge retires\n\nSir Colin Farrow, the judge, retired on Monday. Sir Colin was 70.\n\n"
        "Dame Agnes Bell took his chair. Sir Farrow did not mind, she said.\n"
    )
    found = read(text)
    colin, agnes = found.people
    assert (colin.later, agnes.later) == ("Sir Colin", "Dame Agnes")
    assert [m.text for m in colin.mentions] == ["Sir Colin Farrow", "Sir Colin", "Sir Farrow"]
    assert [issue.rule for issue in found.issues] == ["names/sir-surname"]
    assert [m.issues for m in colin.mentions] == [(), (), (0,)]
    assert (colin.issues, agnes.issues) == ((0,), ())


def test_nobody():
    assert cast("Rain falls\n\nIt rained all day, and the road was wet.\n").people == ()
    assert cast("").people == ()


def test_titled_names_that_nobody_introduces(read):
    text = (
        "Pier shut\n\nThe pier is shut. Mr Brenner has the key, and Mrs Brenner knows where the door is.\n\n"
        "Mr Brenner was out. Dr Quell was in.\n"
    )
    found = read(text)
    assert found.people == ()
    assert [(each.name, [m.place[:2] for m in each.mentions]) for each in found.strangers] == [
        ("Mr Brenner", [at(text, "Mr Brenner"), at(text, "Mr Brenner", 1)]),
        ("Mrs Brenner", [at(text, "Mrs Brenner")]),
        ("Dr Quell", [at(text, "Dr Quell")]),
    ]
    # The engine keeps one issue a name: advice, which an ordinary run does not show.
    assert {(issue.rule, issue.severity) for issue in found.issues} == {("names/never-introduced", "advice")}
    assert all(found.issues[number].text in each.name for each in found.strangers for number in each.issues)
    assert any(each.issues for each in found.strangers)


def test_an_issue_that_marks_other_words_belongs_to_the_person_it_points_at(read):
    text = (
        "Treasurer cuts tax\n\nTreasurer Rosa Lindqvist brought down her budget on Monday.\n\n"
        "A rebel, Ivo Pell, said the Finance Minister, Ms Lindqvist, had lost her nerve.\n"
    )
    found = read(text)
    (issue,) = found.issues
    assert (issue.rule, issue.text) == ("titles/post-drift", "the Finance Minister")
    rosa = person(found, "Rosa Lindqvist")
    assert (rosa.issues, person(found, "Ivo Pell").issues) == ((0,), ())
    assert [m.issues for m in rosa.mentions] == [(), ()]


def rule(topic, word, tmp_path):
    """Return a check that finds a word."""
    text = (
        f"id: {topic}/{word}\nkind: existence\nmessage: m\nwhy: w\nseverity: advice\nwords: [{word}]\n"
        f"tests: [{{flag: 'A [[{word}]] came.'}}, {{pass: x}}]\n"
    )
    return parse_check(text, f"{topic}/{word}.yml", f"{topic}/{word}", ListFolder(tmp_path))


def test_a_post_directly_before_the_name_counts_where_an_issue_marks_it(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text("Pier shut\n\nThe pier is shut. On Monday coach Ivo Pell wept, and the guard left.\n")
    book = Book(tuple(rule("titles", word, tmp_path) for word in ("coach", "wept", "guard")))
    (found,) = read_casts([str(path)], book, Options()).casts
    assert [issue.rule for issue in found.issues] == ["titles/coach", "titles/wept", "titles/guard"]
    (pell,) = found.people
    assert (pell.issues, pell.mentions[0].issues) == ((0,), (0,))
    assert pell.mentions[0].place[:2] == at(path.read_text(), "Ivo")


def test_only_checks_on_names_and_titles_run(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text("Pier shut\n\nThe pier is shut. On Monday coach Ivo Pell wept, and the guard left.\n")
    topics = ("names", "titles", "wording", "desk:names", "desk:wording")
    book = Book(
        tuple(
            rule(topic, word, tmp_path)
            for topic, word in zip(topics, ("coach", "wept", "guard", "left", "pier"), strict=True)
        )
    )
    (found,) = read_casts([str(path)], book, Options()).casts
    assert [issue.rule for issue in found.issues] == ["names/coach", "titles/wept", "desk:names/left"]


def test_what_the_project_leaves_out_stays_out(read):
    text = "Pier shut\n\nHarbour master Ivo Pell shut the pier on Monday. The sea, Mr Ivo said, was rough.\n"
    assert [issue.rule for issue in read(text).issues] == ["names/honorific-given-name"]
    found = read(text, selection=Selection(ignore=("names/honorific",)))
    assert found.issues == ()
    assert [m.text for m in found.people[0].mentions] == ["Ivo Pell", "Mr Ivo"]
    assert read(text, selection=Selection(select=("titles/",))).issues == ()


def test_many_files_and_those_that_fail(book, tmp_path):
    (tmp_path / "b.txt").write_text(PIER)
    (tmp_path / "a.txt").write_text("Pier shut\n\nCoach Ivo Pell shut the pier on Monday.\n")
    (tmp_path / "c.txt").write_bytes(b"\xff\xfe\xff")
    (tmp_path / "d.txt").write_text("word " * (PART // 5 + 1))
    (tmp_path / "e.txt").write_text("import os\n\n" + "".join(f"def f{n}(x):\n    return x\n" for n in range(20)))
    casts = read_casts([str(tmp_path), "gone.txt"], book, Options())
    assert [found.path.rpartition("/")[2] for found in casts.casts] == ["a.txt", "b.txt"]
    said = {(entry.path or "").rpartition("/")[2]: entry for entry in casts.not_run}
    assert said["gone.txt"] == NotRun("checks", "gone.txt", "failed", "no such file or folder")
    assert said["c.txt"].why == "failed"
    assert said["d.txt"].mend == "longer than 500,000 characters: split the file"
    assert said["e.txt"].why == "off"
    assert len(said) == 4


def test_standard_input_and_a_book_that_is_damaged():
    error = RuleError("names/x.yml", 1, 2, "no such kind")
    casts = read_casts(["-"], Book((), (error,)), Options(language="en-AU"), read_stdin=PIER.encode)
    assert [(found.path, found.language, len(found.people)) for found in casts.casts] == [("<stdin>", "en-AU", 4)]
    assert casts.not_run == (NotRun("rules", None, "failed", "names/x.yml:1:2: no such kind"),)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_places_count_code_points_whatever_ends_a_line(end):
    text = f"Pier 🦦 shut{end}{end}🦦 Coach Ivo Pell shut the pier.{end}"
    (found,) = cast(text).people
    assert found.mentions[0].place == (3, 9, 3, 17)

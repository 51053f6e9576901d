"""The gazetteer kind, and the list of countries it reads."""

from __future__ import annotations

import pytest

from newslint.kinds.shared.base import Context, OptionError
from newslint.rulebook.errors import RuleError
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.loader import parse_check
from newslint.rulebook.packs import shipped_pack
from newslint.text.edits import apply_edits
from newslint.text.story import Story

LISTS = ListFolder(shipped_pack().folder / "lists")

# ISO 3166-1 codes of the 193 members of the United Nations, as of 2024.
UN_MEMBERS = """
AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI CV KH CM CA CF TD CL CN CO KM CG CR
CI HR CU CY CZ KP CD DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH GR GD GT GN GW GY HT HN HU IS IN ID IR
IQ IE IL IT JM JP JO KZ KE KI KW KG LA LV LB LS LR LY LI LT LU MG MW MY MV ML MT MH MR MU MX FM MC MN ME MA MZ MM NA NR
NP NL NZ NI NE NG MK NO OM PK PW PA PG PY PE PH PL PT QA KR MD RO RU RW KN LC VC WS SM ST SA SN RS SC SL SG SK SI SB SO
ZA SS ES LK SD SR SE CH SY TJ TZ TH TL TG TO TT TN TR TM TV UG UA AE GB US UY UZ VU VE VN YE ZM ZW
"""

CHECK = """
id: x/y
kind: gazetteer
message: 'Write "{fix}".'
why: A test.
severity: warning
names: countries
%s
tests:
  - flag: "The [[Norway leader]] left."
  - pass: "The Norwegian leader left."
"""


def found(text: str, options: str = "heads: [role-nouns people]") -> list[tuple[str, tuple[str, ...]]]:
    check = parse_check(CHECK % options, "x.yml", "x/y", LISTS)
    issues = check.issues(Context(Story(text, layout="body")), "story")
    return [(issue.text, issue.suggestions) for issue in issues]


def test_every_member_of_the_united_nations_is_listed():
    members = set(UN_MEMBERS.split())
    assert len(members) == 193
    assert members - {row["iso"] for row in LISTS.get("countries").values()} == set()


def test_rows_have_the_shape_that_their_comment_says():
    for name, row in LISTS.get("countries").items():
        assert set(row) <= {"iso", "adjective", "person", "noun"}, name
        assert row.get("noun", "always") in ("always", "bodies", "officials", "sport"), name
        assert row["adjective"] or row["noun"] == "always", name


@pytest.mark.parametrize(
    ("text", "span", "first"),
    [
        ("He met the Saudi Arabia foreign minister.", "Saudi Arabia foreign minister", "Saudi foreign minister"),
        ("She told South Korea officials.", "South Korea officials", "South Korean officials"),
        ("It was the then Poland president.", "Poland president", "Polish president"),
        ("Both sides and France\nfarmers agreed.", "France\nfarmers", "French\nfarmers"),
    ],
)
def test_a_noun_before_a_person_is_found(text, span, first):
    [(marked, suggestions)] = found(text)
    assert marked == span
    assert suggestions[0] == first


@pytest.mark.parametrize(
    "text",
    [
        "He met Air France farmers.",
        "Its Peru officials left.",
        "The bank's Peru officials left.",
        "In Peru officials said so.",
        "With Peru officials said so.",
        "He sat between Spain and Peru officials.",
        "Northern Peru farmers lost it.",
        "The Peru-born billionaire left.",
        "The Peruvian leader left.",
        "The Peru\u2019s leader left.",
    ],
)
def test_what_stands_before_can_excuse_the_noun(text):
    assert found(text) == []


def test_final_wants_the_noun_to_end_its_phrase():
    options = "heads: [role-nouns bodies]\ndetermined: true\nfinal: true"
    assert found("The Peru army left.", options) == [("Peru army", ("Peruvian army",))]
    assert found("The Peru army coup failed.", options) == []
    assert found("He left Peru army life.", options) == []


def test_one_word_between_unless_it_is_a_topic():
    options = "heads: [role-nouns bodies]\nbetween: role-nouns topics"
    assert found("The Peru fishing industry shrank.", options)[0][1] == ("Peruvian fishing industry",)
    assert found("The Peru peace industry shrank.", options) == []
    assert found("The Peru is industry talk.", options) == []


def test_a_story_full_of_sport_is_excused_only_from_the_stated_number_of_words():
    options = "heads: [role-nouns people]\nunless-story: ['\\b(?:wicket|innings)s?\\b']\nat-least: 2"
    assert found("The Peru leader took a wicket and a wicket.", options)
    assert found("The Peru leader took a wicket in the innings.", options) == []


def test_a_name_that_the_story_uses_of_another_place_is_left_alone():
    options = "heads: [role-nouns people]\nunless-named: ',\\s+Ohio\\b'"
    assert found("Lebanon officials met. Peru officials met in Lebanon, Ohio.", options) == [
        ("Peru officials", ("Peruvian officials",))
    ]
    assert found("Peru officials met. So did New Peru, Ohio, and Peru (Ohio), and xPeru, Ohio.", options) == []
    assert found("Peru officials met. So did xPeru, Ohio, and Peru (Ohio).", options) != []


def test_the_article_follows_the_adjective():
    check = parse_check(CHECK % "heads: [role-nouns people]", "x.yml", "x/y", LISTS)
    text = "An El Salvador senator left."
    [finding] = check.module.check(check.state, Context(Story(text, layout="body")))
    assert apply_edits(text, finding.edits) == "A Salvadoran senator left."


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ("heads: [role-nouns nobody]", "no group `nobody`"),
        ("heads: [role-noun people]", "did you mean `role-nouns`"),
        ("heads: []", "at least one"),
        ("heads: [role-nouns people]\ngive: adverb", "no row"),
        ("heads: [role-nouns people]\nunless-named: '('", "bad pattern"),
    ],
)
def test_wrong_options_are_named(options, says):
    with pytest.raises((RuleError, OptionError)) as error:
        found("", options)
    assert says in str(error.value)


CROWDS = "heads: [role-nouns crowds]\nfinal: true\nevidence: {Turkey: '\\bTurkish\\b'}"
BODIES = "heads: [role-nouns bodies]\ndetermined: true\nfinal: true"


@pytest.mark.parametrize(
    ("options", "text", "spans"),
    [
        (CROWDS, "Turkey dealers arrive at six. The Turkish lira fell.", ["Turkey dealers"]),
        (CROWDS, "Turkey dealers arrive at six. Flocks are small.", []),
        (CROWDS, "He sold it to Turkey dealers.", ["Turkey dealers"]),
        (CROWDS, "Norway merchants refuse to pay.", ["Norway merchants"]),
        (CROWDS, "Norway merchants refuse sheds are full.", []),
        (CROWDS, "Twelve Peru miners left.", ["Peru miners"]),
        (CROWDS, "Radio Peru miners left.", []),
        (BODIES, "Shares in Chile airline Obi fell.", []),
        (BODIES, "It bought Chile airline Obi Air.", ["Chile airline"]),
        (BODIES, "It bought Chile airline shares.", []),
        (BODIES, "They studied the Sweden system.", ["Sweden system"]),
        (BODIES, "They studied the Sweden system map.", []),
        ("heads: [role-nouns people]", "She met her Chile counterpart.", ["Chile counterpart"]),
        ("heads: [role-nouns people]", "She met her Chile officials.", []),
    ],
)
def test_what_stands_around_decides(options, text, spans):
    assert [span for span, _ in found(text, options)] == spans


OPEN = "open: [country-topics topics]\nafter: [a, an, two, the]"


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("A Chile firm plans to sell.", ["Chile firm"]),
        ("The Chile firm plans to sell.", ["Chile firm"]),
        ("The Chile plans were sold.", []),
        ("A small Chile gizmo maker left.", ["Chile gizmo maker"]),
        ("Two Chile tugs tow it.", ["Chile tugs"]),
        ("A Chile grown rich is new.", []),
        ("A southern Chile vineyard was sold.", []),
        ("A town in Chile hopes for rain.", []),
        ("A Chile-based firm left.", []),
        ("A Chile expert left.", []),
        ("A Chile firm's books were shut.", []),
    ],
)
def test_open_finds_any_noun_but_topics(text, spans):
    assert [span for span, _ in found(text, OPEN)] == spans


def test_open_needs_the_words_before_and_no_heads():
    for options, says in (
        ("open: [country-topics topics]", "open the phrase"),
        (OPEN + "\nheads: [role-nouns people]", "instead"),
    ):
        with pytest.raises((RuleError, OptionError)) as error:
            found("", options)
        assert says in str(error.value)

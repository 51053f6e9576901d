"""Mixes of British and American spelling."""

from __future__ import annotations

import pytest

from newslint.kinds import variety
from newslint.kinds.shared.base import Context, OptionError
from newslint.kinds.shared.spelling import read_varieties
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.packs import shipped_pack
from newslint.text.edits import apply_edits
from newslint.text.story import Story

LISTS = ListFolder(shipped_pack().folder / "lists")
TABLE = read_varieties(LISTS.get("spelling-varieties"))
SURE = ("our", "re", "yse", "doubled-l", "other")


def findings(text: str, variant: str = "en-GB", words: tuple[str, ...] = (), **options):
    state = variety.prepare(variety.Options(**{"report": "mix", "families": SURE, **options}), LISTS)
    return list(variety.check(state, Context(Story(text, layout="body"), variant=variant, words=frozenset(words))))


def marked(text: str, *args, **kwargs) -> list[str]:
    return [text[f.start : f.end] for f in findings(text, *args, **kwargs)]


def test_the_list_holds_many_pairs_each_form_once():
    assert len(TABLE) > 3000
    for word, spelling in TABLE.items():
        assert TABLE[spelling.other].other == word
        assert TABLE[spelling.other].side != spelling.side


@pytest.mark.parametrize(
    ("word", "side", "shows"),
    [
        ("colour", "british", True),
        ("color", "american", True),
        ("organise", "british", True),
        ("organize", "american", False),
        ("programme", "british", True),
        ("program", "american", False),
        ("license", "american", False),
        ("traveled", "american", True),
        ("travelled", "british", False),
        ("meter", "american", False),
        ("advisor", "american", False),
        ("adviser", "british", False),
    ],
)
def test_what_a_form_shows(word, side, shows):
    assert (TABLE[word].side, TABLE[word].shows) == (side, shows)


def test_the_side_used_less_is_reported_once_with_all_its_places():
    text = "The colour of the harbour and the centre. A color, then a color by the theatre."
    (found,) = findings(text)
    assert text[found.start : found.end] == "color"
    assert found.start == text.index("color,")
    fixed = apply_edits(text, found.edits)
    assert fixed == "The colour of the harbour and the centre. A colour, then a colour by the theatre."
    assert found.related


@pytest.mark.parametrize(("variant", "word"), [("en-GB", "color"), ("en-AU", "color"), ("en-US", "harbour")])
def test_of_equals_the_variants_own_side_prevails(variant, word):
    assert marked("The color of the harbour.", variant) == [word]


def test_the_majority_prevails_over_the_variant():
    assert marked("The color of the theater, and the harbour.", "en-GB") == ["harbour"]


def test_names_are_never_reported_but_count_for_the_variants_side():
    assert marked("The defence of Pearl Harbor and the Department of Defense.") == []
    assert marked("The Department of Defence said that defense was dear.", "en-AU") == ["defense"]
    assert marked("The Department of Defense said that defence was dear.", "en-AU") == []


def test_speech_is_never_reported():
    assert marked('The colour faded. "The color of it," he said.') == []


def test_the_newsrooms_own_words_do_not_count():
    assert marked("The colour of the theater.", words=("theater",)) == []


def test_a_sentence_may_be_excused():
    options = {"families": ("programme",), "evidence": "word", "unless": ("computer",)}
    assert marked("The programme began. A computer program ran.", **options) == []
    assert marked("The programme began. A second program ran, and the programme ended.", **options) == ["program"]


def test_a_sentence_start_counts_for_its_word():
    options = {"families": ("coherent",), "evidence": "word"}
    assert marked("Protesters sang. Some protestors slept.", **options) == ["protestors"]
    assert marked("Some protesters sang. Protestors slept.", **options) == []


def test_wrong_reports_each_word_once_and_only_where_nothing_mixes():
    assert marked("The color of the theater was a color.", report="wrong") == ["color", "theater"]
    assert marked("The color of the theatre.", report="wrong") == []
    assert marked("The color of the theater.", "en-US", report="wrong") == []


def test_an_unknown_family_is_refused():
    with pytest.raises(OptionError):
        findings("x", families=("nothing",))


@pytest.mark.parametrize(
    "data", [[], {"our": {"odd": "a/b"}}, {"our": {"both": "colour"}}, {"our": {"both": "/color"}}]
)
def test_a_broken_list_is_refused(data):
    with pytest.raises(OptionError):
        read_varieties(data)


def test_checks_of_one_table_look_for_its_words_once():
    story = Story("The colour of the harbour was grey, and its center was a theatre.")
    states = [
        variety.prepare(variety.Options(report=report, families=families, evidence=evidence), LISTS)
        for report, families, evidence in (
            ("mix", ("our", "re"), "sure"),
            ("stray", ("re",), "sure"),
            ("mix", ("our",), "any"),
        )
    ]
    words = [variety._listed_words(state, story) for state in states]
    assert words[0] == {"colour", "harbour", "grey", "center", "theatre"}
    assert words[0] is words[1]
    assert words[2] == {"colour", "harbour"}


def test_a_story_without_a_word_of_the_table_is_not_read(monkeypatch):
    state = variety.prepare(variety.Options(report="mix", families=("our",)), LISTS)
    monkeypatch.setattr(variety, "_collect", None)
    assert list(variety.check(state, Context(Story("It rained all day.")))) == []

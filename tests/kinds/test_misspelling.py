"""The misspelling kind and its list."""

from __future__ import annotations

import pytest

from newslint.kinds import misspelling
from newslint.kinds.shared.base import Context, OptionError
from newslint.kinds.shared.lexicon import load_lexicon
from newslint.kinds.shared.spelling import variety_words, wrong_endings
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.packs import shipped_pack
from newslint.text.story import Story
from newslint.text.variety_signs import ISE

LISTS = ListFolder(shipped_pack().folder / "lists")
STATE = misspelling.prepare(misspelling.Options(), LISTS)


def find(text: str, words: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    findings = misspelling.check(STATE, Context(Story(text, layout="body"), words=words))
    return [(text[f.start : f.end], f.suggestions[0]) for f in findings]


def test_words_that_always_end_so_are_in_no_other_list() -> None:
    endings = LISTS.get("always-ise")
    always = {*endings["ise"].split(), *endings["ize"].split(), *endings["own"].split()}
    wrong = wrong_endings(endings)
    assert always.isdisjoint(variety_words(LISTS.get("spelling-varieties")))
    assert wrong.keys().isdisjoint(variety_words(LISTS.get("spelling-varieties")))
    assert wrong.keys().isdisjoint({*STATE.words, *wrong.values()}), "two checks would report one word"
    assert (wrong["advertizing"], wrong["capsised"]) == ("advertising", "capsized")
    assert not {"prise", "seised"} & wrong.keys()
    for stem in ISE:
        assert not {f"{stem}ise", f"{stem}ize"} & always, f"{stem}: no sign of a variety"


def test_a_list_of_endings_needs_its_rows() -> None:
    with pytest.raises(OptionError, match="rows `ise` and `ize`"):
        wrong_endings({"ise": "advise"})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The goverment's plan", [("goverment", "government")]),
        ("All restaraunts shut", [("restaraunts", "restaurants")]),
        ("Goverment fell", [("Goverment", "Government")]),
        ("“Goverment fell”", [("Goverment", "Government")]),
        ("He met Mr Goverment", []),
        ("THE GOVERMENT FELL", []),
        ("a Ukranian ship", [("Ukranian", "Ukrainian")]),
        ("two storys", [] if "storys" not in STATE.words else [("storys", "stories")]),
    ],
)
def test_words_and_names(text, found):
    assert find(text) == found


def test_the_newsrooms_words_are_never_wrong():
    assert find("the goverment fell", frozenset(["goverment"])) == []


def test_no_listed_misspelling_is_a_word():
    nouns, verbs = LISTS.get("words/nouns"), LISTS.get("words/verbs")
    parts = [nouns["count"], nouns["both"], nouns["mass"], verbs["base"], verbs["past"], verbs["participle"]]
    parts += [LISTS.get("words/adjectives")["adjectives"], LISTS.get("words/adverbs")["adverbs"]]
    words = {word for part in parts for word in part.split()}
    words |= {load_lexicon(LISTS).plural(noun) for noun in (nouns["count"] + " " + nouns["both"]).split()}
    assert sorted(words & STATE.words.keys()) == []


def test_no_correction_is_listed_as_a_misspelling():
    assert [right for right in STATE.words.values() if right in STATE.words] == []


def test_a_list_of_another_shape_is_refused():
    with pytest.raises(OptionError, match="wrong=right"):
        misspelling.prepare(misspelling.Options(from_="words/adverbs-none"), _Broken())


class _Broken:
    def get(self, name: str) -> object:
        return {"words": "one two"}

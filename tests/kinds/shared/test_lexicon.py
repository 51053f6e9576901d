"""Word classes: forms worked out from the lists, and lists that stay what they say."""

from __future__ import annotations

import pytest

from newslint.kinds.shared.base import OptionError
from newslint.kinds.shared.lexicon import load_lexicon
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.packs import shipped_pack

LISTS = ListFolder(shipped_pack().folder / "lists")
LEXICON = load_lexicon(LISTS)


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("landowner", "landowners"),
        ("witness", "witnesses"),
        ("burglary", "burglaries"),
        ("child", "children"),
        ("boy", "boys"),
        ("crisis", "crises"),
    ],
)
def test_plurals_there_and_back(singular, plural):
    assert LEXICON.plural(singular) == plural
    assert LEXICON.singular(plural) == singular


@pytest.mark.parametrize("word", ["class", "bus", "landowner", "ran", "gas"])
def test_singulars_are_no_plurals(word):
    assert LEXICON.singular(word) is None


@pytest.mark.parametrize(
    ("adverb", "adjective"),
    [
        ("militarily", "military"),
        ("financially", "financial"),
        ("economically", "economic"),
        ("substantially", "substantial"),
        ("possibly", "possible"),
        ("tragically", "tragic"),
        ("politically", "political"),
        ("fully", "full"),
    ],
)
def test_adjective_of_an_adverb(adverb, adjective):
    assert LEXICON.adjective_of(adverb) == adjective


def test_verb_forms():
    assert LEXICON.is_third("comes")
    assert LEXICON.is_third("tries")
    assert LEXICON.is_participle("stopped")
    assert LEXICON.is_participle("been")
    assert LEXICON.is_past("took")
    assert not LEXICON.is_participle("took")
    assert LEXICON.is_ing("running")
    assert not LEXICON.is_base("landowner")


def test_counted_and_uncounted_nouns_are_apart():
    nouns = LISTS.get("words/nouns")
    count, both, mass = (set(nouns[part].split()) for part in ("count", "both", "mass"))
    assert not count & both
    assert not (count | both) & mass
    assert LEXICON.has_plural("talk")
    assert not LEXICON.has_plural("sheep")
    assert LEXICON.counts_only("landowner")
    assert not LEXICON.counts_only("evidence")
    assert not LEXICON.counts_only("bacteria")
    assert LEXICON.is_noun("co-operation")


def test_a_list_without_its_parts_is_refused():
    class Empty:
        def get(self, name: str) -> object:
            return {}

    with pytest.raises(OptionError, match="needs"):
        load_lexicon(Empty())

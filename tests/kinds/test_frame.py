"""The frame kind: syntax, matching, marks and suggestions, errors that say what is wrong, and linear time."""

from __future__ import annotations

import time

import msgspec
import pytest

from newslint.kinds import frame
from newslint.kinds.shared.base import Context, OptionError
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.packs import shipped_pack
from newslint.text.edits import apply_edits
from newslint.text.story import Story

LISTS = ListFolder(shipped_pack().folder / "lists")


def prepare(*frames: str, **options: object) -> frame.State:
    return frame.prepare(msgspec.convert({"frames": list(frames), **options}, frame.Options), LISTS)


def find(state: frame.State, text: str) -> list[tuple[str, str | None]]:
    context = Context(Story(text, layout="body"))
    return [(text[f.start : f.end], f.suggestions[0] if f.suggestions else None) for f in frame.check(state, context)]


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        ("several < COUNT=plural >", "Several witness came.", [("witness", "witnesses")]),
        ("several MOD* < COUNT=plural >", "Several very old local burglary.", [("burglary", "burglaries")]),
        ("several < COUNT=plural > END", "Several council houses.", []),
        ("several < COUNT=plural > END|FUNC", "Several council", [("council", "councils")]),
        ("a < LY=adjective > NOUN", "A financially ruin.", [("financially", "financial")]),
        ("< one of +the most >", "One of most", [("One of most", "One of the most")]),
        ("< more='' better > END", "It is more better.", [("more better", "better")]),
        ("rather < then='than' >", "Rather then wait.", [("then", "than")]),
        ("< it's='its' > own", "It’s own pool.", [("It’s", "Its")]),
        ("the < COUNTS=possessive > NOUN", "the farmers barn", [("farmers", "farmer's")]),
        ("START they < is='are' >", "They is late.", [("is", "are")]),
        ("START they < is='are' >", "So they is late.", []),
        ("LOWER&!a two < COUNT=plural >", "with two farmer", [("farmer", "farmers")]),
        ("LOWER&!a two < COUNT=plural >", "a two farmer", []),
        ("for CARDINAL < year=plural > END", "jailed for 10 year.", [("year", "years")]),
        ("for CARDINAL < year=plural > END", "jailed for 1 year.", []),
        ("cost < +to $|£ >", "It cost £6", [("£", "to £")]),
        ("in < indias=owner > LOWER", "in Indias biggest port", [("Indias", "India's")]),
        ("several < POSS=bare > were", "Several MP’s were late.", [("MP’s", "MPs")]),
    ],
)
def test_frames_match_and_suggest(source, text, found):
    assert find(prepare(source), text) == found


def test_a_set_may_come_from_a_list_in_its_plural():
    state = prepare("the < $persons=possessive > kitchen", sets={"persons": "@people persons plural"})
    assert find(state, "the caretakers kitchen") == [("caretakers", "caretaker's")]
    assert find(state, "the abbeys kitchen") == []


def test_a_frame_does_not_leave_its_block():
    assert find(prepare("several < COUNT=plural >"), "He named several\n\nwitness") == []


def test_overlapping_places_are_all_tried():
    state = prepare("of WORD? of < COUNT=plural > END")
    assert find(state, "of of of witness.") == [("witness", "witnesses")]


def test_exceptions_and_unless():
    state = prepare("several < COUNT=plural >", **{"except": [r"\bwitness box\b"], "unless": [r"\bpodcast\b"]})
    assert find(state, "Several witness came. Several witness box. A podcast on several witness.") == [
        ("witness", "witnesses")
    ]


def test_the_suggestion_fits_the_text_around_it():
    text = "She had two long, cold winter\nin Hull."
    state = prepare("two < COUNT=plural >", "MOD , cold < COUNT=plural >")
    assert find(state, text) in ([("winter", "winters")], [])
    context = Context(Story("It is One of most old", layout="body"))
    (finding,) = frame.check(prepare("< one of +the most >"), context)
    from newslint.issue import Edit

    fixed = apply_edits(context.story.text, [Edit(finding.start, finding.end, finding.suggestions[0])])
    assert fixed == "It is One of the most old"


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("COUNT NOUN", "no plain word"),
        ("several COUNTY", "no class `COUNTY`"),
        ("several $people", "no set `people`"),
        ("several < COUNT=plurals >", "no rewrite `plurals`"),
        ("several < COUNT", "only one of"),
        ("several =x", "bad element"),
    ],
)
def test_a_bad_frame_says_what_is_wrong(source, reason):
    with pytest.raises(OptionError, match=reason.replace("$", r"\$")):
        prepare(source)


@pytest.mark.parametrize("words", ["@people", "@people nobody", "@people persons twice", ""])
def test_a_bad_set_is_refused(words):
    with pytest.raises(OptionError):
        prepare("the $x", sets={"x": words})


def test_needles_let_through_what_matches():
    import re2

    state = prepare("several MOD* < COUNT=plural > END", "rather < then='than' >")
    needles = [re2.compile(needle) for needle in frame.needles(state)]
    for text in ("Several old witness.", "Rather then", "SEVERAL witness"):
        assert any(needle.search(text) for needle in needles)


def test_time_grows_with_the_text_only():
    state = prepare("several MOD* < COUNT=plural > END", "of WORD? of < COUNT=plural >")
    spent = []
    for size in (20_000, 80_000):
        story = Story("several old of " * size, layout="body")
        assert story.tokens
        assert story.blocks
        begin = time.process_time()
        assert list(frame.check(state, Context(story))) == []
        spent.append(time.process_time() - begin)
    assert spent[1] < 12 * max(spent[0], 0.02)


def test_frames_may_be_searched_for_by_the_marked_word():
    state = prepare("in|of < vein='vain' > END", "the tied='tide'")
    by_mark = prepare("in|of < vein='vain' > END", "the < tied='tide' > of", **{"by-mark": True})
    assert find(by_mark, "It was in vein. The tied of war.") == [("vein", "vain"), ("tied", "tide")]
    assert "(?i)(?:" + r"\b(?:vein)\b" in frame.needles(by_mark)[0]
    assert frame.needles(state)[0].startswith(r"(?i)(?:\b(?:in|of)\b\s*\b(?:vein)\b)")


@pytest.mark.parametrize("source", ["in MOD* < vein='vain' >", "in < COUNT=plural >"])
def test_a_frame_by_its_mark_needs_a_plain_word_there_and_a_fixed_way_to_it(source):
    with pytest.raises(OptionError, match="no plain word"):
        prepare(source, **{"by-mark": True})

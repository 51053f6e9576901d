"""What the kind `encoding` repairs, beyond the samples inside its checks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.issue import Edit
from newslint.kinds import encoding
from newslint.kinds.shared.base import Context
from newslint.text.edits import apply_edits
from newslint.text.story import Story


def findings(fault, text):
    state = encoding.prepare(encoding.Options(fault=fault), None)
    return list(encoding.check(state, Context(Story(text, layout="body"))))


def mended(fault, text):
    edits = []
    for found in findings(fault, text):
        edits += found.edits or [Edit(found.start, found.end, new) for new in found.suggestions[:1]]
    return apply_edits(text, edits)


@pytest.mark.parametrize("text", ["It’s a café – “très” naïve.", "Ü £40 for Łódź", "Señor Muñoz’s pâté"])
def test_mojibake_is_undone(text):
    garbled = text.encode("utf-8").decode("latin-1")
    assert garbled != text
    assert mended("mojibake", garbled) == text
    assert findings("mojibake", text) == []


@given(st.text(alphabet="abcé’“”–ñ ÂÃâ€™", max_size=40))
def test_a_mended_text_has_nothing_left_to_mend(text):
    once = mended("mojibake", text)
    assert mended("mojibake", once) == once


def test_an_entity_escaped_twice_is_one_finding():
    (found,) = findings("entity", "Day &amp;amp; Lal")
    assert found.suggestions == ("&",)
    assert mended("entity", "Day &amp;amp; Lal") == "Day & Lal"


def test_many_no_break_spaces_are_one_finding_that_mends_all():
    text = "The vote was close and long.".replace(" ", "\xa0")
    (found,) = findings("odd-space", text)
    assert len(found.edits) == 5
    assert mended("odd-space", text) == "The vote was close and long."


def test_no_break_spaces_before_units_are_style_only_where_they_are_the_rule():
    assert findings("odd-space", "It is 5\xa0km, then 6\xa0km and 7 km.") == []
    assert len(findings("odd-space", "It is 5\xa0km, then 6 km and 7 km.")) == 1


@pytest.mark.parametrize("family", ["👨‍👩‍👧", "🏳️‍🌈", "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"])
def test_emoji_keep_their_joiners(family):
    assert findings("invisible", f"A sign: {family}.") == []


def test_a_windows_apostrophe_read_as_a_control_comes_back():
    assert mended("control", "It\x92s \x93late\x94.") == "It’s “late”."


@given(st.text(max_size=60))
def test_no_fault_reports_outside_the_text(text):
    for fault in (
        "mojibake",
        "entity",
        "escape",
        "invisible",
        "control",
        "odd-space",
        "not-nfc",
        "ligature",
        "homoglyph",
    ):
        for found in findings(fault, text):
            assert 0 <= found.start < found.end <= len(text)


@given(
    st.sampled_from(sorted(encoding._FAULTS)),
    st.text(alphabet="ab &;\\n#\n\x00\x80\xa0\u200b\u2028\ufb01\u0430\u0301Ãâ€é’", max_size=30),
)
def test_a_gate_hides_nothing(fault, text):
    state = encoding.prepare(encoding.Options(fault=fault), None)
    context = Context(Story(text))
    found = list(encoding.check(state, context))
    if found:
        assert state.pattern.search(text)
    if state.pattern.search(text) and state.source in encoding._OF_CHARACTERS:
        assert state.pattern.search(encoding._characters(context.story))


def test_characters_are_listed_once_a_story():
    story = Story("A caf\u00e9 \u2013 two \u2013 three\x07.")
    assert encoding._characters(story) == "\x07\u00e9\u2013"
    assert encoding._characters(story) is encoding._characters(story)

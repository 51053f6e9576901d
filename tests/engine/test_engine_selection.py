"""Choosing checks by id or the beginning of one."""

from __future__ import annotations

import pytest

from newslint.engine.selection import Selection, UnknownRuleError

IDS = ("names/honorific-given-name", "names/particle", "quotes/unclosed", "grammar/languagetool")


@pytest.mark.parametrize(
    ("select", "ignore", "taken"),
    [
        ((), (), IDS),
        (("names/",), (), IDS[:2]),
        (("names/honorific",), (), IDS[:1]),
        ((), ("names/",), IDS[2:]),
        (("names/",), ("names/particle",), IDS[:1]),
        (("names/particle",), ("names/",), IDS[1:2]),
        (("names/",), ("names/",), ()),
        (("quotes/", "names/p"), (), IDS[1:3]),
    ],
)
def test_the_longest_that_fits_decides(select, ignore, taken):
    selection = Selection(select, ignore)
    assert tuple(id_ for id_ in IDS if selection.takes(id_)) == taken


def test_an_issue_goes_by_its_own_id_and_by_its_checks():
    both = ("grammar/languagetool", "grammar/en-a-vs-an")
    assert Selection(("grammar/en-a-vs-an",)).takes(*both)
    assert Selection(("grammar/languagetool",)).takes(*both)
    assert not Selection((), ("grammar/en-a-vs-an",)).takes(*both)
    assert not Selection(("grammar/",), ("grammar/en-a",)).takes(*both)
    assert Selection(("grammar/en-a-vs-an",)).may_take_below("grammar/")
    assert not Selection(("names/",)).may_take_below("grammar/")


def test_an_unknown_selector_is_named_with_the_nearest():
    with pytest.raises(UnknownRuleError, match="did you mean `names/particle`"):
        Selection(("names/partcle",)).verify(IDS)
    with pytest.raises(UnknownRuleError, match="did you mean `quotes`"):
        Selection((), ("qoutes",)).verify(IDS)
    Selection(("names", "quotes/unclosed"), ("grammar/",)).verify(IDS)

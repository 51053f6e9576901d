"""No wording check speaks inside speech: the words are the speaker's. Misprints that no speaker utters are reported."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.kinds.shared.base import Context
from newslint.rulebook.check import Check
from newslint.rulebook.selftest import unmark
from newslint.text.story import Story

MARKS = re.compile("[\"“”„«»‘’'`]")
MISPRINTS = {
    "confusables", "doubled", "encoding", "grammar", "leftovers", "punctuation", "quotes", "slips", "structure",
}  # fmt: skip
"""Groups that hold checks of misprints (which no speaker utters), of marks, of encoding and of what a desk left."""
MISPRINTS_ELSEWHERE = {
    "across/correction-not-carried", "agreement/adverb-before-noun", "spelling/always-ise",
    "verbs/being-after-preposition",
}  # fmt: skip
TYPE = {
    "abbreviation-points", "abbreviation-points-headline", "acronym-case", "dash", "ellipsis", "end-punctuation",
    "headline-quotes", "interpolations", "outer-quotes", "quote-glyphs", "quote-introduction",
}  # fmt: skip
"""What a house sets in type around a speaker's words, and in them: marks, points and capitals are not spoken."""


def spoken(check: Check) -> Iterator[tuple[str, str]]:
    """Yield what the check's own tests flag, as speech: in double and in single marks, with its attribution."""
    for case in check.head.tests:
        if case.flag is None or (case.as_ is not None and case.as_ != "body"):
            continue
        text, _ = unmark(case.flag)
        if "\n" in text or MARKS.search(text) or len(text) > 400:
            continue
        words = text.strip().rstrip(".")
        yield f"“{words},” she said.", case.language or "en-GB"
        yield f"“The vote was close,” she said. “{words}.”", case.language or "en-GB"


def test_silent_in_speech(shipped: Sequence[Check]) -> None:
    heard = [
        (check.id, text)
        for check in shipped
        if check.quotes == "outside"
        for text, language in spoken(check)
        if list(check.issues(Context(Story(text, "body"), language), "story"))
    ]
    assert heard == []


def test_only_checks_of_misprints_read_speech(shipped: Sequence[Check]) -> None:
    anywhere = {check.id for check in shipped if check.quotes == "anywhere"}
    elsewhere = MISPRINTS_ELSEWHERE | {f"style/{name}" for name in TYPE}
    assert {check for check in anywhere if check.split("/")[0] not in MISPRINTS} <= elsewhere

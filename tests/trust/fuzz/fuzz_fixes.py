"""Fixer: fixes of any copy settle, a second run changes nothing, and no byte changes outside the edits."""

from __future__ import annotations

import re

from fuzz_book import all_options, check_copy, index_of
from fuzzinput import Chooser, plain_text_of, story_seeds

from newslint.engine.checking import Checked
from newslint.engine.fixes import apply_choice, choose
from newslint.engine.rewrite import NotWrittenError, recoded
from newslint.engine.settling import settle
from newslint.issue import SEVERITIES, Edit, Fixable, Issue
from newslint.text.source import decode

INSTRUMENT = ("newslint.engine.fixes", "newslint.engine.settling", "newslint.engine.rewrite", "newslint.kinds")
TOKENS = ("the the ", " ,", "  ", "an hard ", "&nbsp;", "“'", "\r\n", "\u200b", "’’", "per cent", " Mr Rosa ")

_LINE_END = re.compile(r"\r\n|\r|\n")


def seeds() -> list[bytes]:
    return list(story_seeds()[::2])


def one_input(data: bytes) -> None:
    """The last bytes make edits and say how to run, the rest stands for a text (`plain_text_of`)."""
    text = plain_text_of(data)
    choose_from = Chooser(data[::-1][:64])
    unsafe = choose_from.flag()
    number = choose_from.number(0, len(all_options()) - 1)
    check_choice(text, made_up(text, choose_from), unsafe=unsafe)
    options, index = all_options()[number], index_of(number)

    def recheck(other: str) -> Checked:
        return check_copy(other, index, options)

    settled = settle(recheck(text), recheck, unsafe=unsafe)
    after = settled.checked.copy.story.text
    assert settled.fixed or after == text
    assert not [entry for entry in settled.checked.not_run if entry.why == "failed"]
    again = settle(recheck(after), recheck, unsafe=unsafe)
    assert again.checked.copy.story.text == after, "a second run changes the text again"
    ends = {*_LINE_END.findall(text)}
    assert {*_LINE_END.findall(after)} <= ends | ({"\r\n"} if {"\r", "\n"} <= ends else {"\n"})
    if settled.fixed:
        rewritten(text, after)


def rewritten(text: str, after: str) -> None:
    """A file is written back as it was encoded, its mark with it."""
    for encoding, mark in (("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe")):
        data = mark + text.encode(encoding)
        try:
            new = recoded(data, text, after)
        except NotWrittenError:
            continue  # "\ufeff" at its start, or a null character
        assert new.startswith(mark)
        assert decode(new).text == after


def made_up(text: str, choose_from: Chooser) -> list[Issue]:
    """Return issues with edits of all shapes: some touch, overlap, split a line end, change nothing or lie outside."""
    issues = []
    kinds: tuple[Fixable, ...] = ("safe", "unsafe", "no")
    for number in range(choose_from.number(0, 8)):
        edits = []
        for _ in range(choose_from.number(1, 3)):
            start = choose_from.number(0, min(len(text) + 1, 200))
            end = start + choose_from.number(-1, 4)
            edits.append(Edit(start, end, choose_from.one_of(("", "a", "\n", text[start:end], "é", "a\r\nb"))))
        severity = choose_from.one_of(SEVERITIES)
        start, end = sorted((min(edits[0].start, len(text)), max(0, min(edits[0].end, len(text)))))
        rule, said = f"a/{number % 3}", text[start:end]
        fixable = choose_from.one_of(kinds)
        issues.append(Issue("a.txt", rule, severity, start, end, said, "m", (), fixable, tuple(edits)))
    return issues


def check_choice(text: str, issues: list[Issue], *, unsafe: bool) -> None:
    """The edits that are chosen are apart and in order, whole fixes, and everything else stays as it is."""
    choice = choose(issues, text, unsafe=unsafe)
    assert choice == choose(issues[::-1], text, unsafe=unsafe), "the choice hangs on the order of the issues"
    done = 0
    kept = []
    for edit in choice.edits:
        assert done <= edit.start <= edit.end <= len(text)
        assert text[edit.start : edit.end] != edit.new
        kept.append(text[done : edit.start])
        done = edit.end
    kept.append(text[done:])
    assert all(issue.fixable == "safe" or (unsafe and issue.fixable == "unsafe") for issue in choice.issues)
    assert {edit for issue in choice.issues for edit in issue.edits} >= {*choice.edits}
    after = apply_choice(text, choice.edits)
    at = 0
    for number, part in enumerate(kept):
        assert after.startswith(part, at), "what no edit is about has changed"
        at += len(part)
        if number < len(choice.edits):
            new = choice.edits[number].new
            for end in ("\r\n", "\r", "\n"):  # a line feed becomes the text's own line end
                put = new.replace("\n", end) if "\r" not in new else new
                if after.startswith(put, at) and after.startswith(kept[number + 1], at + len(put)):
                    at += len(put)
                    break
            else:
                raise AssertionError("an edit was made otherwise than it says")
    assert at == len(after)

"""What a speaker said is not changed unasked."""

from __future__ import annotations

import unicodedata

import msgspec

from ..issue import Edit, Issue
from ..text.regex import regex
from ..text.story import Story

# Letters beyond ASCII are left out: damaged text is full of them, and its repair is no change of words.
_WORDS = regex(r"[A-Za-z0-9]+")
_LIGATURES = regex(r"[\ufb00-\ufb06]")


def careful(issue: Issue, story: Story) -> Issue:
    """Return the issue with its fix marked unsafe where a safe one would change the words of a quotation.

    Marks, spaces and what damaged the file's characters (an HTML entity, a ligature) are no words of the speaker's.
    """
    if issue.fixable != "safe" or not any(_rewords(edit, story) for edit in issue.edits):
        return issue
    return msgspec.structs.replace(issue, fixable="unsafe")


def _rewords(edit: Edit, story: Story) -> bool:
    if not story.in_speech(edit.start, edit.end):
        return False
    return _words(story.text[edit.start : edit.end]) != _words(edit.new)


def _words(text: str) -> list[str]:
    if "&" in text:
        from html import unescape

        text = unescape(text)
    return _WORDS.findall(_LIGATURES.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text))

"""Stories that nobody would file: what an attacker, a broken converter or a cat on a keyboard can put into a text.

Each shape is a function of the wanted size in code points, so that a quick test and a large run use the same ones.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

MARKS = (
    "\x1b[31m\x1b]0;title\x07\x9b2J::error file=x::hi %0A::set-output name=a::b ]]> <script>alert(1)</script> "
    "$(id) `id`"
)
"""Sequences by which text steers a terminal, a CI log, XML, HTML or a shell, where a report lets them through."""


def _times(unit: str) -> Callable[[int], bytes]:
    return lambda size: (unit * (size // len(unit) + 1))[:size].encode("utf-8", "surrogatepass")


def _around(left: str, right: str) -> Callable[[int], bytes]:
    """Return what opens half of the text long and closes in the other half."""
    both = len(left) + len(right)
    return lambda size: (left * (size // both) + right * (size // both)).encode()


def _word(chance: random.Random) -> str:
    return "".join(chance.choice("bcdfglmnprst") + chance.choice("aeiou") for _ in range(3)).capitalize()


def _people(size: int) -> bytes:
    """A line for each of many people, no two of one name: 56 code points each."""
    chance = random.Random(9)
    names = [_word(chance) for _ in range(400)]
    lines: list[str] = []
    for _ in range(size // 56 + 1):
        first, second, third, fourth = (chance.choice(names) for _ in range(4))
        lines.append(f"{first} {second}{third.lower()}, a baker, said Mr {fourth} was late.")
    return "\n\n".join(lines).encode()


def _bytes(size: int) -> bytes:
    return random.Random(9).randbytes(size)


SHAPES: Mapping[str, Callable[[int], bytes]] = {
    "random bytes": _bytes,
    "NULs": _times("The minister said.\0\0 It was so.\n"),
    "lone surrogates": _times("He said \ud800 that.\n\n\udc00x\n"),
    "one long line": _times("The minister said that the council would act on the matter. "),
    "one long word": _times("a"),
    "one long hyphenated word": _times("well-"),
    "blank lines": _times("\n"),
    "carriage returns": _times("\r"),
    "spaces": _times(" "),
    "straight quotation marks": _times('"'),
    "single marks": _times("'"),
    "opening marks, then closing ones": _around("“", "”"),
    "opening marks": _times("“"),
    "quotation marks in paragraphs of their own": _times('"\n\n'),
    "speech that nothing closes": _times('He said "a b '),
    "quotations in quotations": _around("He said “she said ‘", "’”"),
    "brackets in brackets": _around("(", ")"),
    "brackets of all kinds that nothing closes": _times("(“[{"),
    "people": _people,
    "one name again and again": _times("Mr Smith and "),
    "capitals": _times("Aaa "),
    "initials": _times("J. K. "),
    "full stops": _times(". "),
    "dashes": _times("-- — "),
    "commas": _times("a, "),
    "one word twice": _times("the the "),
    "digits": _times("1"),
    "numbers": _times("1,000 5 per cent $3m 20C "),
    "dates": _times("Monday, February 30, 2023. "),
    "points of an address": _times("a.b.c/d@e."),
    "entities": _times("&amp;#8220;&lt;"),
    "right-to-left overrides": _times("The min\u202eister said\u202c that \u2066the\u2069 council.\n\n"),
    "zero-width joiners": _times("Jo\u200dhn Sm\u200cith said.\ufeff\n\n"),
    "combining marks": _times("e" + "\u0301" * 2000),
    "homoglyph names": _times("Vladimir Рutin said.\n\nMr Putin spoke.\n\n"),
    "control and escape sequences": _times(f"The {MARKS} Mr Barack the the said “it.\n\n"),
    "emoji": _times("\U0001f468\u200d\U0001f469\u200d\U0001f467 "),
    "ideographs": _times("漢字かな"),
    "line and paragraph separators": _times("He said\u2028that\u2029so\x0b\x0c\x85 "),
    "comments of newslint": _times("<!-- newslint: off names/ -->\n\n"),
    "headlines": _times("Council Shuts Pool\n\n"),
    "list marks": _times("- \n• a\n1. b\n"),
}

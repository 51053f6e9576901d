"""Figures and number words as news copy writes them: "seven", "twenty-one", "1,200", "3.5 million", "$4bn"."""

from __future__ import annotations

from decimal import Decimal

import msgspec

_TENS_PATTERN = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES_PATTERN = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen"
)

WORDS: dict[str, int] = {word: i for i, word in enumerate(_ONES_PATTERN.split("|"), 1)} | {
    word: i * 10 for i, word in enumerate(_TENS_PATTERN.split("|"), 2)
}

WORD = rf"(?:(?:{_TENS_PATTERN})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|(?:{_ONES_PATTERN}))\b"
"""RE2 pattern of a number word from one to ninety-nine, in lower case."""

FIGURE = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
"""RE2 pattern of a figure with or without commas and decimals."""

COUNT = rf"(?:{WORD}|[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{1,6}})"
"""RE2 pattern of a whole number in words or figures."""

SCALES: dict[str, Decimal] = {
    "": Decimal(1),
    "hundred": Decimal(100),
    "k": Decimal(1000),
    "thousand": Decimal(1000),
    "m": Decimal(10**6),
    "mn": Decimal(10**6),
    "million": Decimal(10**6),
    "bn": Decimal(10**9),
    "b": Decimal(10**9),
    "billion": Decimal(10**9),
    "tn": Decimal(10**12),
    "trn": Decimal(10**12),
    "trillion": Decimal(10**12),
}


class Rounded(msgspec.Struct, frozen=True):
    """A number and the interval it may stand for, since copy rounds: 3.5 is 3.45 to 3.55, 1,200 is 1,150 to 1,250."""

    value: Decimal
    low: Decimal
    high: Decimal


def count_value(word: str) -> int | None:
    """Return the value of a whole number in words (up to ninety-nine) or figures, "a" being 1; None for others."""
    text = word.strip().lower()
    if text in ("a", "an"):
        return 1
    if text.replace(",", "").isdecimal():
        return int(text.replace(",", ""))
    if text in WORDS:
        return WORDS[text]
    tens, _, ones = text.partition("-")
    if tens in WORDS and ones in WORDS and WORDS[tens] >= 20 and WORDS[ones] < 10:
        return WORDS[tens] + WORDS[ones]
    return None


def rounded(figure: str, scale: str = "", *, zeros: bool = True) -> Rounded:
    """Read a figure ("1,200", "3.5") with its scale word, and how far it may have been rounded.

    With ``zeros``, closing zeros of a whole number count as rounding, but two figures always hold: 1,200 is 1,150 to
    1,250, and 400 is 395 to 405.
    """
    digits = figure.replace(",", "")
    value = Decimal(digits)
    if "." in digits:
        step = Decimal(1).scaleb(-len(digits.partition(".")[2]))
    else:
        significant = digits.rstrip("0") if zeros else digits
        step = Decimal(10) ** max(len(digits) - max(len(significant), 2), 0)
    factor = SCALES[scale.lower()]
    half = step / 2
    return Rounded(value * factor, (value - half) * factor, (value + half) * factor)


def shown(value: Decimal, like: str) -> str:
    """Write a value with as many decimals as the figure ``like`` has, and with commas where a house would put them."""
    decimals = len(like.partition(".")[2])
    text = f"{value:,.{decimals}f}"
    return text if "," in like or abs(value) >= 10000 else text.replace(",", "")

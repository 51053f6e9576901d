"""Names that are spelled nearly alike."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from ...text.name_parts import plain


class Neighbours:
    """Finds names one slip away: a letter lost, added or changed, letters swapped. More names make no look-up longer.

    Two words are one slip apart only if they share a word that a deletion makes of each; those are kept in a table.
    Endings that inflect (Obi, Obis; Korea, Korean; Ivanov, Ivanova) and other first letters are no slips.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._table: dict[str, list[str]] = defaultdict(list)
        for name in names:
            for key in _deletions(name):
                self._table[key].append(name)

    def of(self, word: str) -> list[str]:
        """Return the names one slip away from the word, in the order in which they were given; not the word itself."""
        found = dict.fromkeys(name for key in _deletions(word) for name in self._table.get(key, ())[:20])
        return [name for name in found if name != word and one_slip(name, word)]


def _deletions(word: str) -> list[str]:
    # The letters in order find two that changed places at a distance: Castaneda, Castenada.
    return (
        [word, "".join(sorted(word)).upper(), *dict.fromkeys(word[:k] + word[k + 1 :] for k in range(len(word)))]
        if len(word) < 40
        else [word]
    )


_ENDINGS = re.compile(r"(?:s|es|n|an|ian|a|e|i|y|o|h)")


def one_slip(right: str, word: str) -> bool:
    """Say whether one slip turns a name into the word, leaving the first letter; an ending added or dropped is none."""
    if right == word or right[0] != word[0]:
        return False
    short, long = sorted((right, word), key=len)
    if long.startswith(short) and _ENDINGS.fullmatch(long[len(short) :]):
        return False
    if len(long) - len(short) > 1:
        return False
    k = 0
    while k < len(short) and short[k] == long[k]:
        k += 1
    if len(short) < len(long):
        return short[k:] == long[k + 1 :]
    if short[k + 1 :] == long[k + 1 :]:
        # A vowel or the last letter changed is as often another name (Hansen and Hanson, Obi and Obo) as a slip.
        return k < len(short) - 1
    return sorted(short) == sorted(long)


_SOUNDS = ((r"ph|v", "f"), ("ck|k", "c"), ("y", "i"), ("z", "s"), ("h", ""), (r"(.)\1", r"\1"), ("ei|ey", "i"))
_ALIKE = (
    frozenset({"stuart", "stewart"}),
    frozenset({"clare", "claire"}),
    frozenset({"sean", "shaun", "shawn"}),
    frozenset({"graham", "graeme"}),
    frozenset({"geoffrey", "jeffrey"}),
    frozenset({"geoff", "jeff"}),
    frozenset({"alan", "allan", "allen"}),
    frozenset({"steven", "stephen"}),
    frozenset({"catherine", "katherine", "kathryn", "katharine"}),
    frozenset({"anne", "ann"}),
    frozenset({"lindsay", "lindsey"}),
    frozenset({"isabel", "isobel", "isabelle"}),
    frozenset({"mohammed", "mohamed", "muhammad", "mohammad", "mohamad"}),
)


def sounds_like(one: str, other: str) -> bool:
    """Say whether two given names are spellings of one: Katherine and Catherine, Philip and Phillip, Jon and John."""
    a, b = plain(one).lower(), plain(other).lower()
    if a == b or any(a in group and b in group for group in _ALIKE):
        return True
    for pattern, sound in _SOUNDS:
        a, b = re.sub(pattern, sound, a), re.sub(pattern, sound, b)
    return a == b

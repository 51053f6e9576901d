"""What can be wrong in a dateline ("LIMA, 9 November (Reuters) -")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...issue import Edit
from ...text.agencies import AGENCIES
from ...text.block import Block
from ...text.regex import regex
from .base import Finding

_AGENCY = "|".join(re.escape(name) for name in sorted(AGENCIES, key=len, reverse=True))
_SIGNED = regex(
    rf"(?P<comma>,)?(?P<gap>\s*)(?P<open>[(/\[]?)\s?(?<![^\W_])(?P<name>{_AGENCY})(?![^\W_])(?P<more>[^)/\]\n—–-]*?)(?P<close>[)/\]]?)(?P<after>[.,:]?)(?P<dash>\s*(?:--?|[—–―]))?$"
)
_TOWN = regex(r"[^,(/\[\n]+")
_SMALL_IN_NAMES = frozenset(
    """
    al an and am aan by ar d da de del der des di do du e el en la las le les los of on op sur the upon y
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_IN_CAPITALS = frozenset(("AP", "Reuters", "Associated Press", "Thomson Reuters"))
"""Agencies whose datelines have the town in capitals, in every client's copy."""
_IN_BRACKETS = frozenset(
    ("AP", "Reuters", "Associated Press", "Thomson Reuters", "AFP", "UPI", "Xinhua", "dpa", "Kyodo", "CP", "EFE", "PTI")
)
"""Agencies that stand in brackets in every client's copy (AAP, for one, has stood without)."""


def town_in_small_letters(text: str, block: Block) -> Iterator[Finding]:
    """Yield the town where it begins small ("sparta"), or where an agency that sets it in capitals did not."""
    town = _TOWN.match(text, block.start, block.end)
    if town is None:
        return
    name = town.group().rstrip(" .:-—–")
    signed = _SIGNED.search(text, block.start, block.end)
    capitals = signed is not None and signed["name"] in _IN_CAPITALS
    words = name.split()
    small = any(word[0].islower() and word.lower() not in _SMALL_IN_NAMES for word in words) or name[:1].islower()
    if not small and not (capitals and not name.isupper()):
        return
    if signed is None and not small:
        return
    right = name.upper() if capitals else " ".join(_capital(word) for word in words)
    if right != name and not re.search(r"\d", name):
        yield Finding(block.start, block.start + len(name), suggestions=(right,))


def bracket_alone(text: str, block: Block) -> Iterator[Finding]:
    """Yield the agency where only one of its brackets stands, or neither in a dateline that is one by its town."""
    signed = _SIGNED.search(text, block.start, block.end)
    if signed is not None and not signed["open"] and not signed["close"]:
        town = _TOWN.match(text, block.start, signed.start("name"))
        if signed["dash"] and not signed["more"] and signed["name"] in _IN_BRACKETS and town and _is_capital(town):
            yield Finding(signed.start("name"), signed.end("name"), suggestions=(f"({signed['name']})",))
        return
    if signed is None or bool(signed["open"]) == bool(signed["close"]) or "/" in (signed["open"], signed["close"]):
        return
    start = signed.start("open") if signed["open"] else signed.start("name")
    end = signed.end("close") if signed["close"] else signed.end("name") + len(signed["more"].rstrip())
    name = text[signed.start("name") : signed.end("name") + len(signed["more"].rstrip())]
    yield Finding(start, end, suggestions=(f"({name})",))


def mark_missing(text: str, block: Block, body: Block) -> Iterator[Finding]:
    """Yield the agency without the dash after it, the dash without its spaces, and a comma before the bracket."""
    signed = _SIGNED.search(text, block.start, block.end)
    if signed is None or not signed["open"] or signed["open"] == "/":
        return
    if signed["comma"]:
        yield Finding(
            signed.start("comma"), signed.end("comma"), edits=(Edit(signed.start("comma"), signed.end("comma"), ""),)
        )
    dash = signed["dash"]
    if dash is not None and signed["after"] == "," and signed["close"]:
        at = signed.start("after")
        yield Finding(at, at + 1, edits=(Edit(at, at + 1, ""),))
        return
    if dash is None:
        if signed["close"]:
            shown = text[signed.start("open") : signed.end("close")]
            mark = "—" if signed["name"] == "AP" else "-"
            yield Finding(signed.start("open"), signed.end("close"), suggestions=(f"{shown} {mark}",))
        return
    before, after = dash[:1].isspace(), body.start > block.end
    if not (before and after):
        start = signed.end("dash") - len(dash.strip())
        right = f"{'' if before else ' '}{dash.strip()}{'' if after else ' '}"
        yield Finding(start, signed.end("dash"), suggestions=(right,))


def _is_capital(town: re.Match[str]) -> bool:
    word = town.group().split()[0].rstrip(".,")
    return len(word) > 1 and word.isupper()


def _capital(word: str) -> str:
    return word if word.lower() in _SMALL_IN_NAMES else word[:1].upper() + word[1:]

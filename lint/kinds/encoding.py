"""Kind `encoding`: what decoding, copying and scraping leave in a text.

    fault: mojibake        # UTF-8 read as Windows-1252: "cafÃ©", "Itâ€™s" (ftfy repairs it)
    fault: entity          # HTML entities as text: "&amp;", "&#8217;"
    fault: escape          # escape sequences as text: "\\u2019", "\\n"
    fault: invisible       # zero-width characters, soft hyphens, stray bidirectional marks
    fault: control         # C0 and C1 controls
    fault: odd-space       # ideographic, em and other spaces, and a no-break space where none is the story's practice
    fault: not-nfc         # a letter and its accent as two characters
    fault: ligature        # "ﬁ", fullwidth "Ａ"
    fault: homoglyph       # a Cyrillic or Greek letter inside a Latin word

They hold in speech and in every block: the speaker did not say the encoding.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any, Literal

import msgspec

from ..issue import Edit
from ..text.regex import regex
from ..text.story import Story
from .shared.base import Context, Finding, KindOptions, Lists
from .shared.matching import compile_pattern

FIELDS = ("code", "name", "word", "count")
BLOCKS = ("any",)
QUOTES = "anywhere"

Fault = Literal["mojibake", "entity", "escape", "invisible", "control", "odd-space", "not-nfc", "ligature", "homoglyph"]

# The letters that the first byte of a UTF-8 sequence turns into, followed by what its second byte may turn into.
_MOJIBAKE = r"[ÂÃÄÅÎÏÐÑØÙâãðï][\x{80}-\x{bf}€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_ENTITY = r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});"
_ESCAPE = r"\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}|(?:\\r)?\\n|\\t|\\[\"'’”]"
_INVISIBLE = (
    r"[\x{ad}\x{34f}\x{180e}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}-\x{2064}\x{2066}-\x{2069}\x{feff}"
    r"\x{fff9}-\x{fffb}]+"
)
_CONTROL = r"[\x{00}-\x{08}\x{0b}\x{0c}\x{0e}-\x{1f}\x{7f}-\x{9f}]+"
_ODD_SPACE = r"[\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}]+"
_MARKS = r"[A-Za-z][\x{300}-\x{36f}]+"
_LIGATURE = r"[\x{fb00}-\x{fb06}\x{ff01}-\x{ff5e}]+"
_OTHER_SCRIPT = r"[\x{391}-\x{3a9}\x{3bf}\x{3c1}\x{3bd}\x{400}-\x{45f}]"

# Letters of Cyrillic and Greek that look like Latin ones. Greek letters of formulas (α, β, Δ, μ, Ω) are not among them.
_LOOKALIKES = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХаеѕіјорсухҺһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
        "ABESIJKMHOPCTYXaesijopcyxHhdqwABEZHIKMNOPTYXo",
        strict=True,
    )
)


class Options(KindOptions, frozen=True):
    fault: Fault


class State(msgspec.Struct, frozen=True):
    source: str
    pattern: Any
    find: Callable[[State, Context], Iterator[Finding]]


def prepare(options: Options, lists: Lists) -> State:
    source, find = _FAULTS[options.fault]
    return State(source=source, pattern=compile_pattern(source), find=find)


def needles(state: State) -> tuple[str, ...]:
    return (state.source,)


def check(state: State, context: Context) -> Iterator[Finding]:
    if state.source not in _OF_CHARACTERS or state.pattern.search(_characters(context.story)):
        yield from state.find(state, context)


# What these look for, they see in one character: a story's characters, each once, tell whether it is there.
_OF_CHARACTERS = (_INVISIBLE, _CONTROL, _ODD_SPACE, _LIGATURE, _OTHER_SCRIPT)
_PLAIN = bytes(code for code in range(32, 127)) + b"\t\n\r"


def _characters(story: Story) -> str:
    """Return the characters of a story that are not plain ASCII, each once; worked out once a story."""
    known: str | None = story.memo.get(__name__)
    if known is None:
        rare = story.text.encode("utf-8", "replace").translate(None, _PLAIN)
        known = story.memo[__name__] = "".join(sorted(set(rare.decode())))
    return known


def _mojibake(state: State, context: Context) -> Iterator[Finding]:
    text = context.story.text
    if text.isascii():
        return
    done = 0
    for match in state.pattern.finditer(text):
        if match.start() < done:
            continue
        start, end = _run(text, match.start(), done)
        done = end
        from ftfy import fix_encoding

        garbled = text[start:end]
        mended = fix_encoding(garbled)
        if mended == garbled:
            continue
        left, right = _common(garbled, mended)
        # The sign that was garbled stays whole: "Â£" for "£", not only the stray "Â".
        right = min(right, max(end - match.end(), 0))
        start, end = start + left, end - right
        new = mended[left : len(mended) - right]
        certain = garbled in (_garble(mended), mended.encode("utf-8", "surrogatepass").decode("latin-1"))
        yield Finding(start, end, suggestions=(new,) if certain else (), values={"word": mended, "fix": new})


def _run(text: str, at: int, floor: int) -> tuple[int, int]:
    """Return the bounds of the word around ``at``, a no-break space counting as part of it, 100 characters at most."""
    start = at
    while start > max(floor, at - 100) and text[start - 1] not in " \t\r\n":
        start -= 1
    end = at
    while end < min(len(text), at + 100) and text[end] not in " \t\r\n":
        end += 1
    return start, end


def _common(one: str, other: str) -> tuple[int, int]:
    shortest = min(len(one), len(other))
    left = 0
    while left < shortest and one[left] == other[left]:
        left += 1
    right = 0
    while right < shortest - left and one[len(one) - 1 - right] == other[len(other) - 1 - right]:
        right += 1
    return left, right


def _garble(text: str) -> str:
    """Read the UTF-8 bytes of a text as Windows-1252, the undefined bytes as Latin-1 has them."""
    return "".join(
        bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode("utf-8", "surrogatepass")
    )


def _entity(state: State, context: Context) -> Iterator[Finding]:
    text = context.story.text
    if "&" not in text or ";" not in text:
        return
    import html  # 1.4 ms, with its table of entities

    for match in state.pattern.finditer(text):
        start, end = match.span()
        plain = html.unescape(match[0])
        if plain == match[0] or (start and text[start - 1] == "&"):
            continue
        # "&amp;rsquo;" was escaped twice: the whole of it is one residue.
        while (again := _TAIL.match(text[end : end + 34])) is not None and plain == "&":
            twice = html.unescape(plain + again[0])
            if twice == plain + again[0]:
                break
            plain, end = twice, end + again.end()
        yield Finding(start, end, suggestions=(_tidy(plain),))


_TAIL = regex(r"(?:[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")


def _tidy(plain: str) -> str:
    return plain.replace("\xa0", " ").replace("\xad", "").replace("\u200b", "")


def _escape(state: State, context: Context) -> Iterator[Finding]:
    text = context.story.text
    if "\\" not in text:
        return
    for match in state.pattern.finditer(text):
        start, end = match.span()
        word_start = _run(text, start, 0)[0]
        if re.search(r"^[\"'(]?(?:[A-Za-z]:|\\\\)|\\\w+\\", text[word_start:start]):
            continue  # a file path: C:\new\tape.txt
        found = match[0]
        plain = {"n": "\n", "t": " "}.get(found[-1], found[-1]) if len(found) < 5 and found[1] not in "ux" else ""
        if found[1] in "ux":
            code = int(found[2:], 16)
            if 0xD800 <= code < 0xE000 or code < 0x20:
                yield Finding(start, end)
                continue
            plain = _tidy(chr(code))
        elif found[-1] in "nt":
            before, after = text[start - 1 : start], text[end : end + 1]
            if not (before in ".!?\"”’'\n" or not before or after in "\\\n" or not after):
                continue  # "\name", "\times": a macro or a path
        yield Finding(start, end, suggestions=(plain,))


def _invisible(state: State, context: Context) -> Iterator[Finding]:
    text = context.story.text
    for match in state.pattern.finditer(text):
        start, end = match.span()
        around = text[max(0, start - 2) : start] + text[end : end + 2]
        if any(_needs_joiners(char) for char in around):
            continue
        name = unicodedata.name(text[start], "a control character").lower()
        values = {"code": f"U+{ord(text[start]):04X}", "name": name}
        yield Finding(start, end, edits=(Edit(start, end, ""),), values=values)


def _needs_joiners(char: str) -> bool:
    """Say whether a neighbour gives an invisible mark its use: emoji, right-to-left, Indic, South-East Asian script."""
    code = ord(char)
    scripts = 0x590 <= code <= 0x109F or 0x1780 <= code <= 0x17FF
    return scripts or code > 0x1F000 or 0x2190 <= code <= 0x2BFF or code == 0xFE0F


_BREAKS = "\x0b\x0c\x85\u2028\u2029"


def _control(state: State, context: Context) -> Iterator[Finding]:
    text = context.story.text
    for match in state.pattern.finditer(text):
        start, end = match.span()
        if any(char in "ÂÃâÅÄðïÎÐÑØÙ" for char in text[max(0, start - 2) : start]):
            continue  # half of a mojibake, which is reported as one
        new = "".join(_uncontrolled(char) for char in match[0])
        yield Finding(start, end, edits=(Edit(start, end, new),), values={"code": f"U+{ord(text[start]):04X}"})


def _uncontrolled(char: str) -> str:
    if char in _BREAKS:
        return "\n"
    # A C1 control is nearly always a Windows-1252 mark that was read as Latin-1.
    return bytes([ord(char)]).decode("cp1252", "ignore") if ord(char) > 0x7F else ""


# Places where houses set a no-break space on purpose: before a unit or a scale word, before a dash, around French
# marks, after initials, titles and "No".
_UNIT_AFTER = regex(r"[a-z%°€$£µA-Z]|[0-9]{3}\b")
_PLAIN_UNIT = regex(r"[0-9] (?:[a-zµ%°]{1,3}\b|million|billion|per cent|percent)")


def _odd_space(state: State, context: Context) -> Iterator[Finding]:
    text = context.story.text
    spots: list[tuple[int, int]] = []
    units: list[tuple[int, int]] = []
    dashes: list[tuple[int, int]] = []
    names: list[tuple[int, int]] = []
    for match in state.pattern.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        if match[0] in ("\xa0", "\u202f", "\u2009", "\u200a"):
            if before == "«" or (after and after in "»:;?!"):
                continue
            if before.isdigit() and _UNIT_AFTER.match(text, end):
                units.append((start, end))
                continue
            if (after and after in "–—-") or (before and before in "–—"):
                dashes.append((start, end))
                continue
            if re.search(r"(?:\b[A-Z]\.?|\b(?:Mr|Mrs|Ms|Dr|Sir|No|St|pp?)\.?)$", text[max(0, start - 5) : start]):
                names.append((start, end))
                continue
        elif match[0] in ("\u2002", "\u2003", "\u2007", "\u2008") and _in_table(context, start):
            continue
        spots.append((start, end))
    plain_units = len(_PLAIN_UNIT.findall(text)) if units else 0
    plain_dashes = text.count(" –") + text.count(" —") if dashes else 0
    for group, plain in ((units, plain_units), (dashes, plain_dashes), (names, 1)):
        if len(group) < 2 or len(group) < plain:
            spots += group
    yield from _report_spaces(text, sorted(spots))


def _in_table(context: Context, offset: int) -> bool:
    block = context.story.block_at(offset)
    return block is not None and block.kind in ("verse", "list")


def _report_spaces(text: str, spots: list[tuple[int, int]]) -> Iterator[Finding]:
    edits = tuple(Edit(start, end, _plain_space(text, start, end)) for start, end in spots)
    if len(spots) > 3:
        # A whole text in no-break spaces is one fault of its source: one report that mends all of it.
        spots, groups = spots[:1], [edits]
    else:
        groups = [(edit,) for edit in edits]
    for (start, end), group in zip(spots, groups, strict=True):
        name = unicodedata.name(text[start], "odd space").lower()
        yield Finding(start, end, edits=group, values={"name": name, "count": str(len(edits))})


def _plain_space(text: str, start: int, end: int) -> str:
    if text[start] in _BREAKS:
        return "\n"
    beside = text[start - 1 : start] + text[end : end + 1]
    return "" if " " in beside or "\n" in beside or not text[end : end + 1] else " "


def _not_nfc(state: State, context: Context) -> Iterator[Finding]:
    if context.story.text.isascii():
        return
    for match in state.pattern.finditer(context.story.text):
        composed = unicodedata.normalize("NFC", match[0])
        if composed != match[0]:
            yield Finding(match.start(), match.end(), suggestions=(composed,))


def _ligature(state: State, context: Context) -> Iterator[Finding]:
    text = context.story.text
    for match in state.pattern.finditer(text):
        start, end = match.span()
        beside = text[max(0, start - 2) : start] + text[end : end + 2]
        if text[start] > "\uff00" and any("\u2e80" <= char <= "\uff00" for char in beside):
            continue  # fullwidth marks belong into Chinese and Japanese text
        # NFKC only here: on the whole text it would destroy ½, ² and ™.
        yield Finding(start, end, suggestions=(unicodedata.normalize("NFKC", match[0]),))


def _homoglyph(state: State, context: Context) -> Iterator[Finding]:
    text = context.story.text
    done = 0
    for match in state.pattern.finditer(text):
        if match.start() < done:
            continue
        start = match.start()
        while start > max(0, match.start() - 60) and text[start - 1].isalpha():
            start -= 1
        end = match.end()
        while end < min(len(text), match.end() + 60) and text[end].isalpha():
            end += 1
        done = end
        word = text[start:end]
        latin = sum(char.isascii() or "À" <= char <= "ɏ" for char in word)
        strange = [i for i, char in enumerate(word) if char in _LOOKALIKES]
        if latin == 0 or latin + len(strange) != len(word):
            continue  # all of another script, or letters that nobody takes for Latin: "KoЯn", "TNFα"
        edits = tuple(Edit(start + i, start + i + 1, _LOOKALIKES[word[i]]) for i in strange)
        plain = "".join(_LOOKALIKES.get(char, char) for char in word)
        name = unicodedata.name(word[strange[0]]).lower()
        yield Finding(start, end, suggestions=(plain,), edits=edits, values={"name": name})


_FAULTS: dict[Fault, tuple[str, Callable[[State, Context], Iterator[Finding]]]] = {
    "mojibake": (_MOJIBAKE, _mojibake),
    "entity": (_ENTITY, _entity),
    "escape": (_ESCAPE, _escape),
    "invisible": (_INVISIBLE, _invisible),
    "control": (_CONTROL, _control),
    "odd-space": (_ODD_SPACE, _odd_space),
    "not-nfc": (_MARKS, _not_nfc),
    "ligature": (_LIGATURE, _ligature),
    "homoglyph": (_OTHER_SCRIPT, _homoglyph),
}

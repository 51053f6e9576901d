"""How paragraphs end and begin: complete, without their stop, cut off, going on in the next paragraph.

One reading of the whole story, so that every check on paragraphs sees the same, and one fault is reported once.
"""

from __future__ import annotations

import re
from enum import StrEnum

import msgspec

from ...text.blocks import Block, BlockKind
from ...text.regex import regex
from ...text.story import Story

_TAIL = 120

_COMPLETE = regex(r"(?:[.!?…]|[—–-][\"”’'])[\"'”’»)\]*_]*(?: ?[\[(]sic[\])][\"'”’»)]*)?$")
_TITLES = (
    *("Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "Sen.", "Rep.", "Gov."),
    *("Gen.", "Lt.", "Col.", "Sgt.", "Capt.", "Maj.", "Rev.", "Messrs."),
)
_TITLE_POINT = regex(r"(?:^|\s)(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Maj|Rev|Messrs)\.$")
_STOPS, _QUOTES = ".!?…", "\"”’'"
_CLIPPED = regex(r"[\[(](?:…|\.\.\.)[\])]$")
_ASIDE = regex(r"\s*\(+[^()]*\)+$")
_PROSE_END = regex(r"\w[%°]?[\"'”’)\]]*,?[\"'”’)\]]*$")
_ADDRESS = regex(
    r"(?:https?:|www\.|[@#])\S*$|\S\.(?:com|org|net|gov|edu|info|int|io|tv|[a-z]{2})(?:\.[a-z]{2})?(?:/\S*)?[)\"”’]?$",
    re.IGNORECASE,
)
_TELEPHONE = regex(r"\d{3,}[- ]\d{2,}\W*$|(?:[Nn]ewsroom|[Nn]ewsdesk|[Bb]ureau)\W*[+(\d][\d() +-]*$|(?:\d+\W+){3,}$")
_CAPITALS_LAST = regex(r"[.!?][\"”’]? +[A-Z]{4,}[A-Z'’-]*(?:,? [A-Z][A-Z'’-]+)*$")
_VERB = regex(r"(?:is|are|was|were|has|had|have|will|would|said|says|told|met|did|does|[a-z]+ed)$")
_WORD = regex(r"[^\W\d_][\w’'-]*")
_LAST_WORD = regex(r"[^\W\d_][^\W\d_]*(?:[’'-][^\W\d_]+)*$")
_BULLET = regex(r"(?:[•·▪◦‣●*–—-]|\(?[a-z0-9]{1,2}[.)]|o )\s?")

_HANGING = frozenset(
    """
    a an the of and or nor than whose which their its our my your every because although unless Mr Mrs Ms Dr Messrs
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
"""Words that no sentence and no label ends on ("her", "that" and "this" may end one)."""

_AUXILIARIES = frozenset(
    "is are was were be been has have had will would could should may might must cannot his".split()  # noqa: SIM905
)
"""Words that no sentence of news copy ends on, but a label may ("Who we are")."""

_LEANING = frozenset(
    """
    to with from by at for in on into as but between about
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
"""Words that hardly any sentence ends on: cut, where what follows can go on after them."""

_OPENERS = frozenset(
    """
    A After Also Although An And As At Before But By Despite Earlier For He Her His However I If In It Its Last
    Meanwhile More Mr Mrs Ms Dr No Not On One Or Our She So Some Such That The Their Then There These They This
    Those Under We What When Where While Who With Yesterday You
    """.split()  # noqa: SIM905 - as above
)


class Ending(StrEnum):
    COMPLETE = "complete"
    MISSING = "missing"  # a finished paragraph without its stop
    COMMA = "comma"  # a paragraph that ends in a comma
    SPLIT = "split"  # its sentence goes on in the next paragraph, which starts small
    SPLIT_CAPITAL = "split-capital"  # its sentence goes on in the next paragraph, which starts with a capital
    CUT = "cut"  # its sentence breaks off and goes on nowhere
    OTHER = "other"  # a colon, a label, an address: no stop is due


class BodyParagraph(msgspec.Struct, frozen=True):
    """One body block: its index among the story's blocks, how it ends, and where its sentence goes on, if it does."""

    index: int
    block: Block
    ending: Ending
    goes_on: int | None  # the index of the block in which the sentence goes on


def body_paragraphs(story: Story) -> tuple[BodyParagraph, ...]:
    """Return the body paragraphs of a story in order, with their endings. Worked out once a story."""
    known: tuple[BodyParagraph, ...] | None = story.memo.get(__name__)
    if known is None:
        known = story.memo[__name__] = _body_paragraphs(story)
    return known


def _body_paragraphs(story: Story) -> tuple[BodyParagraph, ...]:
    text, blocks = story.text, story.blocks
    found: list[BodyParagraph] = []
    bodies = [i for i, block in enumerate(blocks) if block.kind is BlockKind.BODY]
    in_list = False
    for position, index in enumerate(bodies):
        if _is_closed(text, blocks[index]):
            found.append(BodyParagraph(index, blocks[index], Ending.COMPLETE, None))
            in_list = False
            continue
        later = bodies[position + 1] if position + 1 < len(bodies) else None
        ending, goes_on = _ending(text, blocks, index, later)
        if in_list and ending is Ending.MISSING and text[blocks[index].start] not in "\"“‘'":
            ending = Ending.OTHER  # an item of the list that a colon announced
        else:
            in_list = text[blocks[index].end - 1] == ":"
        found.append(BodyParagraph(index, blocks[index], ending, goes_on))
    missing = sum(paragraph.ending is Ending.MISSING for paragraph in found)
    if missing > 3 and missing * 8 > len(found):
        # So many are no slip: captions, a live page, a list whose bullets were lost.
        found = [msgspec.structs.replace(p, ending=Ending.OTHER) if p.ending is Ending.MISSING else p for p in found]
    return tuple(found)


def last_word(text: str, block: Block) -> tuple[int, int]:
    """Return the span of the last run of characters without white space in a block."""
    start = block.end
    while start > block.start and not text[start - 1].isspace():
        start -= 1
    return start, block.end


def _is_closed(text: str, block: Block) -> bool:
    """Say whether a paragraph ends in a stop, as nearly every one does; a title's point is none."""
    end = block.end
    last = text[end - 1]
    if last in _QUOTES:
        return end - 2 > block.start and text[end - 2] in _STOPS
    return last in _STOPS and not (
        text.endswith(_TITLES, block.start, end) and _TITLE_POINT.search(text, max(block.start, end - 8), end)
    )


def _ending(text: str, blocks: tuple[Block, ...], index: int, later: int | None) -> tuple[Ending, int | None]:
    block = blocks[index]
    end = block.end
    if _TITLE_POINT.search(text, max(block.start, end - 8), end):
        return (Ending.SPLIT_CAPITAL, later) if later == index + 1 else (Ending.COMPLETE, None)
    tail = text[max(block.start, end - _TAIL) : end]
    if _CLIPPED.search(tail):
        return (Ending.CUT, None) if later is None else (Ending.OTHER, None)
    if _COMPLETE.search(tail):
        return Ending.COMPLETE, None
    following = blocks[index + 1].kind if index + 1 < len(blocks) else None
    if tail[-1] == ":" or following in (BlockKind.LIST, BlockKind.VERSE):
        return Ending.OTHER, None
    if tail[-1] == ";" and (
        later is None or text[blocks[later].end - 1] == ";" or _after_semicolon(text, blocks, index)
    ):
        return Ending.OTHER, None
    if later is not None and later <= index + 2 and _starts_small(text, blocks[later]):
        verse = end - block.start < 60 and text[end : blocks[later].start].strip(" \t") in ("\n", "\r\n", "\r")
        return (Ending.SPLIT, later) if _has_words(text, block, 3) and not verse else (Ending.OTHER, None)
    if _hangs(text, block, tail):
        return (Ending.SPLIT_CAPITAL, later) if later == index + 1 else (Ending.CUT, None)
    if _is_apart(text, block, tail):
        return Ending.OTHER, None
    return _open_ending(text, blocks, index, later, tail)


def _open_ending(
    text: str, blocks: tuple[Block, ...], index: int, later: int | None, tail: str
) -> tuple[Ending, int | None]:
    word = _LAST_WORD.search(tail)
    last = word.group() if word else ""
    adjacent = later is not None and later == index + 1
    if later is None and tail[-1] in ",–—-":
        return Ending.CUT, None
    if last in _LEANING and adjacent and later is not None:
        opener = _WORD.match(text, blocks[later].start)
        if opener is None or opener.group() not in _OPENERS:
            return Ending.SPLIT_CAPITAL, later
    if tail.rstrip("\"'”’)]").endswith(","):
        return Ending.COMMA, None
    return (Ending.MISSING, None) if _PROSE_END.search(tail) else (Ending.OTHER, None)


def _after_semicolon(text: str, blocks: tuple[Block, ...], index: int) -> bool:
    """Say whether the paragraph before ends in a colon or semicolon too: this one is an item of a list."""
    return index > 0 and text[blocks[index - 1].end - 1] in ":;"


def _hangs(text: str, block: Block, tail: str) -> bool:
    """Say whether a paragraph ends on a word that wants another."""
    word = _LAST_WORD.search(tail)
    if word is None:
        return False
    least = 3 if word.group() in _HANGING else 6 if word.group() in _AUXILIARIES else 0
    return least > 0 and _has_words(text, block, least)


def _is_apart(text: str, block: Block, tail: str) -> bool:
    """Say whether no stop is due: too short for a sentence, capitals, an address, a telephone number, an aside."""
    if not _has_words(text, block, 6) or text[block.start : block.start + 200].isupper():
        return True
    if _CAPITALS_LAST.search(tail) or _is_title(text, block):
        return True
    if _ADDRESS.search(tail) or _TELEPHONE.search(tail) or _BULLET.match(text, block.start):
        return True
    aside = _ASIDE.search(tail)
    return aside is not None and _COMPLETE.search(tail[: aside.start()]) is not None


def _is_title(text: str, block: Block) -> bool:
    """Say whether a short paragraph names a thing: half its words have capitals, and none is a verb."""
    if block.end - block.start > 120:
        return False
    words = text[block.start : block.end].split()
    if words[0] in ("He", "She", "They", "It", "We", "I", "Mr", "Mrs", "Ms", "Dr"):
        return False
    capitals = sum(word[0].isupper() or word[0].isdigit() or not word[0].isalnum() for word in words)
    return capitals * 2 >= len(words) and not any(_VERB.match(word) for word in words)


def _has_words(text: str, block: Block, number: int) -> bool:
    return len(text[block.start : min(block.end, block.start + 200)].split(None, number)) >= number


def _starts_small(text: str, block: Block) -> bool:
    """Say whether a block begins with a small letter that is no bullet and no name like iPhone."""
    if text[block.start] in ",;" and block.end - block.start > 3:
        return True
    if not text[block.start].islower():
        return False
    word = _WORD.match(text, block.start)
    if word is None or _BULLET.match(text, block.start):
        return False
    return not any(char.isupper() for char in word.group())

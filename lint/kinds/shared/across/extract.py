"""What of a story is kept to compare it with others: people, bodies, sketches of paragraphs, and a correction's note.

Some 2 KB of plain data a story, whatever checks it: 10,000 stories are 20 MB.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from hashlib import blake2b
from typing import NamedTuple
from zlib import crc32

import msgspec

from ....text.blocks import BlockKind
from ....text.people import Person
from ....text.regex import regex
from ....text.story import Story
from ..bodies import find_bodies, find_heads
from ..cast import introduced_as_kin
from .sketch import bottom, shingles

FEWEST_WORDS = 15
"""Words that a paragraph has at least: shorter ones are alike by chance."""
PARAGRAPH_SKETCH = 16
STORY_SKETCH = 64
ROW_HEAD = 6
ROW = ROW_HEAD + PARAGRAPH_SKETCH
"""Numbers of a paragraph: its span, line, words, a 64-bit hash in two, then its sketch, filled up with 0."""
ROW_BYTES = ROW * array("I").itemsize
MOST = 400
"""Paragraphs, people and bodies of one story that are looked at; a text with more is no story but a book."""

_MOST_NAMES = 64

_PROSE = frozenset({BlockKind.BODY, BlockKind.STANDFIRST})
_NOTE = regex(
    r"(?m)^\W{0,3}(?:CORRECTED|CORRECTION|Correction|Corrections? and clarifications?)\b[^\n]*"
    r"|\((?:Corrects|Correcting|Refiles to correct|Adds dropped|Fixes)\b[^)\n]*\)?"
    r"|^(?:Corrects|Refiles to correct)\b[^\n]*"
    r"|\b(?:[Aa]n )?(?:[Ee]arlier|[Pp]revious) version of this (?:article|story|piece|column|report|page)\b[^\n]*"
    r"|\b[Tt]his (?:article|story|piece|column|report|page) (?:was|has been) (?:amended|corrected)\b[^\n]*"
)
_UPDATE = regex(
    r"(?m)^\W{0,3}(?:UPDATED?|WRAPUP|LEAD|REFILE|RPT|ADDS)\b ?\d{0,2}"
    r"|\((?:Updates|Adds|Recasts|Refiles)\b|^(?:Updates|Adds|Recasts)\b|\b[Uu]pdates? with\b"
)
_DAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})
_POST_WORD = regex(r"[a-zà-ž][\w'’-]+")


class Named(msgspec.Struct, frozen=True, array_like=True):
    """A person of a story at the introduction: ``count`` mentions; ``kin``: somebody's relative, or Jr or Sr."""

    full: str
    start: int
    end: int
    line: int
    count: int
    honorific: str
    post: tuple[str, ...]
    kin: bool


class NamedBody(msgspec.Struct, frozen=True, array_like=True):
    """A body of a story at its first mention; ``head`` in its plain form, ``before`` and ``after`` as written."""

    text: str
    head: str
    before: tuple[str, ...]
    link: str
    after: tuple[str, ...]
    start: int
    end: int
    line: int
    count: int


class Extract(msgspec.Struct, frozen=True, array_like=True):
    """What is kept of a story. ``day`` is "2024-05-31" or ""; ``digest`` tells whether the file is still the same.

    ``size`` counts the shingles of the story. ``top``: the span of what opens it. ``note``: the span and line of a
    correction's note, () without one; ``updates``: it says that it takes the place of an earlier version. ``names``:
    the hashes of the words that have a capital wherever they stand in it. ``cut``: the story has more paragraphs,
    people or bodies than are looked at.
    """

    path: str
    day: str
    digest: bytes
    size: int
    sketch: tuple[int, ...]
    paragraphs: bytes
    people: tuple[Named, ...]
    bodies: tuple[NamedBody, ...]
    top: tuple[int, int]
    note: tuple[int, ...]
    updates: bool
    names: tuple[int, ...] = ()
    cut: bool = False


class Paragraph(NamedTuple):
    """A paragraph: its span, line (from 1), words, a 64-bit hash of these, and its sketch, filled up with 0."""

    start: int
    end: int
    line: int
    words: int
    digest: int
    sketch: tuple[int, ...]


class Heads(msgspec.Struct, frozen=True):
    """The head nouns of bodies as written with their plain forms, and their spellings (see `head_spellings`)."""

    plain: Mapping[str, str] = {}
    spellings: frozenset[str] = frozenset()


def digest_of(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def extract(story: Story, path: str, day: str, heads: Heads) -> Extract:
    """Take from a story what is compared; what checks have asked of the story before is not worked out anew."""
    rows = array("I")
    everything: set[int] = set()
    prose = [block for block in story.blocks if block.kind in _PROSE]
    bodies = _bodies(story, heads)
    for block in prose[:MOST]:
        words = words_of(story, block.start, block.end)
        hashes = shingles(words)
        everything |= hashes
        if len(words) >= FEWEST_WORDS:
            digest = int.from_bytes(blake2b(" ".join(words).encode(), digest_size=8).digest(), "little")
            sketch = bottom(hashes, PARAGRAPH_SKETCH)
            line = story.lines.position(block.start)[0]
            rows.extend((block.start, block.end, line, len(words), digest & 0xFFFFFFFF, digest >> 32, *sketch))
            rows.extend([0] * (PARAGRAPH_SKETCH - len(sketch)))
    first = next(iter(story.blocks), None)
    note = _NOTE.search(story.text)
    return Extract(
        path=path,
        day=day,
        digest=digest_of(story.text),
        size=len(everything),
        sketch=bottom(everything, STORY_SKETCH),
        paragraphs=rows.tobytes(),
        people=_people(story),
        bodies=bodies,
        top=(first.start, first.end) if first else (0, 0),
        note=(*note.span(), story.lines.position(note.start())[0]) if note else (),
        updates=_UPDATE.search(story.text) is not None,
        names=_names(story),
        cut=max(len(prose), len(story.people.people), len(bodies) + 1) > MOST,
    )


def name_hash(word: str) -> int:
    return crc32(word.encode())


def _names(story: Story) -> tuple[int, ...]:
    capitals = {word for word in story.token_texts if word[0].isupper() and len(word) > 2}
    plain = {word for word in story.token_texts if word[0].islower()}
    return tuple(sorted(name_hash(word) for word in capitals if word.lower() not in plain))[:_MOST_NAMES]


def paragraphs_of(data: bytes) -> list[Paragraph]:
    """Read what `Extract.paragraphs` holds."""
    rows = array("I")
    rows.frombytes(data)
    return [
        Paragraph(
            rows[at],
            rows[at + 1],
            rows[at + 2],
            rows[at + 3],
            rows[at + 4] | rows[at + 5] << 32,
            tuple(rows[at + ROW_HEAD : at + ROW]),
        )
        for at in range(0, len(rows), ROW)
    ]


def words_of(story: Story, start: int, end: int) -> list[str]:
    """Return the words and figures of a span, in small letters, without marks."""
    first, last = story.token_index(start - 1) + 1, story.token_index(end - 1) + 1
    return [word for word in story.spellings[first:last] if word[0].isalnum()]


def _people(story: Story) -> tuple[Named, ...]:
    found = []
    for person in story.people.people[:MOST]:
        intro = person.introduction
        if intro is None or intro.quoted or " " not in person.full:
            continue
        line = story.lines.position(intro.name_start)[0]
        count = sum(not mention.quoted for mention in person.mentions)
        found.append(
            Named(
                person.full,
                intro.name_start,
                intro.end,
                line,
                count,
                (person.honorific or "").lower(),
                _post_words(person),
                introduced_as_kin(story, intro) or _JUNIOR.match(story.text, intro.end) is not None,
            )
        )
    return tuple(found)


_JUNIOR = regex(r",? (?:Jr|Sr|Junior|Senior|II|III|the (?:younger|elder))\b")


def _post_words(person: Person) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_POST_WORD.findall(person.post.lower()))) if person.post else ()


def _bodies(story: Story, heads: Heads) -> tuple[NamedBody, ...]:
    if not heads.plain:
        return ()
    found: dict[str, NamedBody] = {}
    for body in find_bodies(story, heads.plain, find_heads(story, heads.plain, heads.spellings)):
        if body.before and body.link == "on" and body.after[0] in _DAYS:  # "the Town Council on Monday"
            body = msgspec.structs.replace(body, end=body.head_end, link="", after=())
        text = " ".join(story.text[body.start : body.end].split())
        known = found.get(text)
        if known is not None:
            found[text] = msgspec.structs.replace(known, count=known.count + 1)
        elif len(found) < MOST:
            line = story.lines.position(body.start)[0]
            found[text] = NamedBody(
                text, heads.plain[body.head], body.before, body.link, body.after, body.start, body.end, line, 1
            )
    return tuple(found.values())

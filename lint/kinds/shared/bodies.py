"""The names of bodies, laws and prizes in a story: "Northern Roads Board", "U.S. Department of Agriculture".

A name is found by its head noun (Board, Department), one of a list that the check gives. Capitalised words before the
head belong to it, and what follows the head after "of", "for" or "on". Both orders yield the same content words:
"Georgia Board of Elections" and "Georgia Elections Board" are Georgia, Elections.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from ...text.blocks import BlockKind
from ...text.regex import regex
from ...text.story import Story
from ...text.tokens import TokenKind, kind_of

_MOST_WORDS = 8
"""How many words may stand before a head, and after its link."""

_PROSE = frozenset({BlockKind.BODY, BlockKind.STANDFIRST})
_LINKS = frozenset(["of", "for", "on"])
_APOSTROPHES = ("'", "’")
_POSSESSIVE = ("'s", "’s")
# Possessives that belong to names. Any other is the name's owner: "Mali's Ministry of Health".
_NAMED_POSSESSIVES = frozenset(
    [
        *("women", "men", "children", "people", "king", "queen", "farmer", "worker", "citizen", "consumer", "owner"),
        *("fishermen", "longshoremen", "sportsmen", "tradesmen", "firemen", "policemen", "countrymen", "workmen"),
        *("businessmen", "seamen", "horsemen", "cattlemen", "stockmen", "servicemen", "ex-servicemen", "journeymen"),
        *(
            "businesswomen",
            "countrywomen",
            "sportswomen",
            "servicewomen",
            "craftsmen",
            "lumbermen",
            "prince",
            "princess",
        ),
        *("commissioner", "ombudsman", "author", "player", "actor", "teacher", "nurse", "driver", "parent", "student"),
    ]
)
_OPENERS = frozenset(
    [
        *("the", "a", "an", "but", "and", "in", "for", "at", "both", "on", "by", "as", "if", "when", "while", "since"),
        *("after", "before", "from", "to", "with", "under", "although", "though", "because", "yet", "so", "or", "nor"),
        *("former", "then", "like", "unlike", "according", "meanwhile", "now", "his", "her", "its", "their", "our"),
        *("this", "that", "these", "those", "about", "despite", "where", "what", "which", "however", "of"),
    ]
)
# What may follow a name without being part of it, although it has a capital: "the Northern Roads Board Chairman".
_TITLES = frozenset(
    [
        *("chairman", "chairwoman", "chair", "chief", "president", "director", "secretary", "spokesman", "leader"),
        *("spokeswoman", "spokesperson", "commissioner", "minister", "governor", "member", "members", "manager"),
        *("executive", "vice", "deputy", "head", "officer", "treasurer", "policy", "senior"),
    ]
)
_ACRONYM = regex(r"[ \t]+\((?:the[ \t]+)?([A-Z][A-Za-z]{1,6})\)")


class Body(msgspec.Struct, frozen=True):
    """One mention of a body: its span without a final possessive, its head's span, and the words of its content.

    ``before`` and ``after`` are the words before the head and after its link, as written; ``owner`` is the possessive
    before it ("Mali"), ``acronym`` what follows in brackets; each may be empty, not both ``before`` and ``after``.
    """

    start: int
    end: int
    head: str
    head_end: int
    link: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    owner: str
    acronym: str

    @property
    def words(self) -> tuple[str, ...]:
        return self.before + self.after


def head_spellings(heads: Iterable[str]) -> frozenset[str]:
    """Return the spellings under which a story's table of words holds heads, possessives included."""
    return frozenset(form for head in heads for form in (head.lower(), f"{head.lower()}'s"))


def find_heads(story: Story, heads: Mapping[str, str], spellings: frozenset[str]) -> list[int]:
    """Return the indexes of the tokens that are heads as written, be it in the possessive; ``spellings`` are theirs."""
    positions, texts = story.word_positions, story.token_texts
    near = sorted(index for word in spellings & positions.keys() for index in positions[word])
    return [index for index in near if texts[index] in heads or _owner(texts[index]) in heads]


def _owner(word: str) -> str:
    return word[:-2] if word.endswith(_POSSESSIVE) else word


def find_bodies(story: Story, heads: Mapping[str, str], found: Iterable[int]) -> Iterator[Body]:
    """Yield every body named in running text outside quotations; ``heads`` maps a head as written to its plain form.

    ``found``: what `find_heads` gave. Linear: at most _MOST_WORDS words to either side of a head are looked at.
    """
    words = _Words(story.text, story.token_starts, story.token_texts)
    for index in found:
        body = _body_at(words, index, heads)
        if body is not None and _counts(story, body.start, body.end):
            yield body


class _Words(NamedTuple):
    """A text and its tokens."""

    text: str
    starts: Sequence[int]
    texts: Sequence[str]

    def end(self, at: int) -> int:
        return self.starts[at] + len(self.texts[at])

    def spaced(self, right: int) -> bool:
        """Say whether nothing but a space stands between a token and the one before it."""
        gap = self.text[self.end(right - 1) : self.starts[right]]
        return 0 < len(gap) <= 2 and gap.isspace() and "\n" not in gap and "\r" not in gap

    def is_capital(self, at: int) -> bool:
        return self.texts[at][:1].isupper()


def _counts(story: Story, start: int, end: int) -> bool:
    block = story.block_at(start)
    return block is not None and block.kind in _PROSE and not story.in_speech(start, end)


def _body_at(words: _Words, index: int, heads: Mapping[str, str]) -> Body | None:
    text, starts, texts = words
    start, word = starts[index], texts[index]
    owned = word.endswith(_POSSESSIVE)
    head_end = start + len(word) - (2 if owned else 0)
    left = _words_before(words, index, heads)
    if left is None:
        return None
    first, before, owner = left
    link, end = "", head_end
    after: list[str] = []
    if not owned and index + 1 < len(texts):
        following = texts[index + 1]
        if following in _LINKS and words.spaced(index + 1):
            after, end = _words_after(words, index + 2, heads)
            link = following if after else ""
        elif following[:1].isupper() and following.lower() not in _TITLES and words.spaced(index + 1):
            return None  # the name goes on: "the Northern Council Tax"
    if not before and not after:
        return None
    bracket = _ACRONYM.match(text, end, end + 16)
    return Body(
        start=first,
        end=end,
        head=text[start:head_end],
        head_end=head_end,
        link=link,
        before=tuple(before),
        after=tuple(after),
        owner=owner,
        acronym=bracket.group(1) if bracket else "",
    )


def _words_before(words: _Words, index: int, heads: Mapping[str, str]) -> tuple[int, list[str], str] | None:
    """Return where the name starts, its words before the head and its owner; None where it is part of a longer one."""
    _, starts, texts = words
    found: list[tuple[int, str]] = []
    owner = ""
    at = index - 1
    while at >= 0 and len(found) < _MOST_WORDS:
        word, mark = texts[at], ""
        if word in _APOSTROPHES and at and words.end(at - 1) == starts[at] and words.spaced(at + 1):
            mark, at = word, at - 1  # "Traders' Federation"
            word = texts[at]
        elif not words.spaced(at + 1):
            break
        if not word[:1].isupper() or kind_of(word) is not TokenKind.WORD:
            joined = word in ("and", "&") and found and at and words.is_capital(at - 1)
            if joined and texts[at - 1] not in heads and words.spaced(at):
                found.append((starts[at], word))
                at -= 1
                continue
            if word == "of" and at and words.is_capital(at - 1) and words.spaced(at):
                joint = next((i for i, (_, other) in enumerate(found) if other in ("and", "&")), None)
                if joint is None:
                    return None  # "the Bank of Mali Trust"
                del found[joint:]  # "the Bank of Mali and Lima Trust": two names
            break
        if word.endswith(_POSSESSIVE) and word[:-2].lower() not in _NAMED_POSSESSIVES:
            owner = word[:-2]
            break
        found.append((starts[at], word + mark))
        at -= 1
    found.reverse()
    while found and (found[0][1].lower() in _OPENERS or found[0][1] in ("and", "&")):
        found.pop(0)
    return (found[0][0] if found else starts[index]), [word for _, word in found], owner


def _words_after(words: _Words, index: int, heads: Mapping[str, str]) -> tuple[list[str], int]:
    """Return the capitalised words from ``index`` on ("the" may open them, "and" may join them), and where they end."""
    texts = words.texts
    found: list[str] = []
    end = 0
    at = index
    if at < len(texts) and texts[at] == "the" and words.spaced(at):
        at += 1
    while at < len(texts) and len(found) < _MOST_WORDS:
        word = texts[at]
        if not words.spaced(at):
            break
        if word in ("and", "&") and found and _joins(words, at, heads):
            found.append(word)
            at += 1
            continue
        if not word[:1].isupper() or kind_of(word) is not TokenKind.WORD:
            break
        if word.endswith(_POSSESSIVE) and word[:-2].lower() not in _NAMED_POSSESSIVES:
            found.append(word[:-2])
            return found, words.end(at) - 2
        end = words.end(at)
        after = texts[at + 1] if at + 1 < len(texts) else ""
        if after in _APOSTROPHES and words.starts[at + 1] == end and _goes_on(words, at + 2):
            at += 1  # "Department of Veterans' Affairs"
            word, end = word + after, words.end(at)
        found.append(word)
        at += 1
    while found and found[-1] in ("and", "&"):
        found.pop()
    return found, end


def _joins(words: _Words, at: int, heads: Mapping[str, str]) -> bool:
    """Say whether "and" goes on with the name, not with another: "the Office of Roads and Northern Rail Board"."""
    for step in range(at + 1, min(at + 6, len(words.texts))):
        if not words.is_capital(step) or not words.spaced(step):
            return step > at + 1
        if words.texts[step].removesuffix("'s").removesuffix("’s") in heads:
            return False
    return True


def _goes_on(words: _Words, at: int) -> bool:
    return at < len(words.texts) and words.is_capital(at) and words.spaced(at)

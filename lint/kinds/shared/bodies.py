"""The names of bodies, laws and prizes in a story: "Northern Roads Board", "U.S. Department of Agriculture".

A name is found by its head noun (Board, Department), one of a list that the check gives. Capitalised words before the
head belong to it, and what follows the head after "of", "for" or "on". Both orders yield the same content words:
"Georgia Board of Elections" and "Georgia Elections Board" are Georgia, Elections.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from ...text.blocks import BlockKind
from ...text.regex import regex
from ...text.story import Story
from ...text.tokens import Token, TokenKind

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
    head_start: int
    head_end: int
    link: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    owner: str
    acronym: str

    @property
    def words(self) -> tuple[str, ...]:
        return self.before + self.after


def find_bodies(story: Story, heads: Mapping[str, str]) -> Iterator[Body]:
    """Yield every body named in running text outside quotations; ``heads`` maps a head as written to its plain form.

    Linear: at most _MOST_WORDS words to either side of a head are looked at.
    """
    tokens = story.tokens
    for index, token in enumerate(tokens):
        word = token.text
        if word in heads or (word.endswith(_POSSESSIVE) and word[:-2] in heads):
            body = _body_at(story, tokens, index, heads)
            if body is not None and _counts(story, body.start, body.end):
                yield body


def _counts(story: Story, start: int, end: int) -> bool:
    block = story.block_at(start)
    return block is not None and block.kind in _PROSE and not story.in_speech(start, end)


def _body_at(story: Story, tokens: tuple[Token, ...], index: int, heads: Mapping[str, str]) -> Body | None:
    text = story.text
    token = tokens[index]
    owned = token.text.endswith(_POSSESSIVE)
    head_end = token.end - 2 if owned else token.end
    left = _words_before(text, tokens, index, heads)
    if left is None:
        return None
    start, before, owner = left
    link, end = "", head_end
    after: list[str] = []
    if not owned and index + 1 < len(tokens):
        following = tokens[index + 1]
        if following.text in _LINKS and _spaced(text, token, following):
            after, end = _words_after(text, tokens, index + 2, heads)
            link = following.text if after else ""
        elif following.text[:1].isupper() and following.text.lower() not in _TITLES and _spaced(text, token, following):
            return None  # the name goes on: "the Northern Council Tax"
    if not before and not after:
        return None
    bracket = _ACRONYM.match(text, end, end + 16)
    return Body(
        start=start,
        end=end,
        head=text[token.start : head_end],
        head_start=token.start,
        head_end=head_end,
        link=link,
        before=tuple(before),
        after=tuple(after),
        owner=owner,
        acronym=bracket.group(1) if bracket else "",
    )


def _words_before(
    text: str, tokens: tuple[Token, ...], index: int, heads: Mapping[str, str]
) -> tuple[int, list[str], str] | None:
    """Return where the name starts, its words before the head and its owner; None where it is part of a longer one."""
    found: list[tuple[int, str]] = []
    owner = ""
    at = index - 1
    while at >= 0 and len(found) < _MOST_WORDS:
        token, right = tokens[at], tokens[at + 1]
        mark = ""
        if token.text in _APOSTROPHES and at and tokens[at - 1].end == token.start and _spaced(text, token, right):
            mark, at = token.text, at - 1  # "Traders' Federation"
            token = tokens[at]
        elif not _spaced(text, token, right):
            break
        word = token.text
        if token.kind is not TokenKind.WORD or not word[:1].isupper():
            joined = word in ("and", "&") and found and at and tokens[at - 1].text[:1].isupper()
            if joined and tokens[at - 1].text not in heads and _spaced(text, tokens[at - 1], token):
                found.append((token.start, word))
                at -= 1
                continue
            if word == "of" and at and tokens[at - 1].text[:1].isupper() and _spaced(text, tokens[at - 1], token):
                joint = next((i for i, (_, other) in enumerate(found) if other in ("and", "&")), None)
                if joint is None:
                    return None  # "the Bank of Mali Trust"
                del found[joint:]  # "the Bank of Mali and Lima Trust": two names
            break
        if word.endswith(_POSSESSIVE) and word[:-2].lower() not in _NAMED_POSSESSIVES:
            owner = word[:-2]
            break
        found.append((token.start, word + mark))
        at -= 1
    found.reverse()
    while found and (found[0][1].lower() in _OPENERS or found[0][1] in ("and", "&")):
        found.pop(0)
    return (found[0][0] if found else tokens[index].start), [word for _, word in found], owner


def _words_after(text: str, tokens: tuple[Token, ...], index: int, heads: Mapping[str, str]) -> tuple[list[str], int]:
    """Return the capitalised words from ``index`` on ("the" may open them, "and" may join them), and where they end."""
    words: list[str] = []
    end = 0
    at = index
    if at < len(tokens) and tokens[at].text == "the" and _spaced(text, tokens[at - 1], tokens[at]):
        at += 1
    while at < len(tokens) and len(words) < _MOST_WORDS:
        token = tokens[at]
        if not _spaced(text, tokens[at - 1], token):
            break
        if token.text in ("and", "&") and words and _joins(text, tokens, at, heads):
            words.append(token.text)
            at += 1
            continue
        if token.kind is not TokenKind.WORD or not token.text[:1].isupper():
            break
        if token.text.endswith(_POSSESSIVE) and token.text[:-2].lower() not in _NAMED_POSSESSIVES:
            words.append(token.text[:-2])
            return words, token.end - 2
        word, end = token.text, token.end
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if after is not None and after.text in _APOSTROPHES and after.start == end and _goes_on(text, tokens, at + 2):
            word, end, at = word + after.text, after.end, at + 1  # "Department of Veterans' Affairs"
        words.append(word)
        at += 1
    while words and words[-1] in ("and", "&"):
        words.pop()
    return words, end


def _joins(text: str, tokens: tuple[Token, ...], at: int, heads: Mapping[str, str]) -> bool:
    """Say whether "and" goes on with the name, not with another: "the Office of Roads and Northern Rail Board"."""
    for step in range(at + 1, min(at + 6, len(tokens))):
        token = tokens[step]
        if not token.text[:1].isupper() or not _spaced(text, tokens[step - 1], token):
            return step > at + 1
        if token.text.removesuffix("'s").removesuffix("’s") in heads:
            return False
    return True


def _goes_on(text: str, tokens: tuple[Token, ...], at: int) -> bool:
    return at < len(tokens) and tokens[at].text[:1].isupper() and _spaced(text, tokens[at - 1], tokens[at])


def _spaced(text: str, left: Token, right: Token) -> bool:
    gap = text[left.end : right.start]
    return 0 < len(gap) <= 2 and gap.isspace() and "\n" not in gap and "\r" not in gap

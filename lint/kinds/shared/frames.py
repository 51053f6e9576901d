"""Frames: patterns over words in a row, by spelling and by class.

A frame is elements between spaces. An element is one word or mark of the text:

    several|many       either word (lower case; it matches any case)
    COUNT              a class, in capitals (see `CLASSES`)
    COUNT&!ADJ         both hold; `!` negates
    $people            a word of the check's set of that name
    START  END         the place before a sentence's or block's first word; a mark, or the block's end
    MOD*  ADV?         any number up to four, greedily; optional
    < ... >            the marked part: the span of the finding (without it, the whole frame)
    COUNT=plural       inside the mark: what the suggestion puts in place of the word (see `REWRITES`)
    talk='talks'       ... or a word of its own ('' takes the word out)
    +to                inside the mark: a word that the suggestion puts in

A frame never crosses the end of a block. Matching looks at each word a bounded number of times.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

import msgspec

from ...text.regex import regex
from ...text.story import Story
from ...text.tokens import Token, TokenKind
from .base import OptionError
from .lexicon import Lexicon
from .matching import recase

_MOST = 4  # repeats of one element
_ANY_WORD = r"[\w'’.,$£€-]+"
_PLURAL_WORD = r"\b[a-z-]+(?:s|ae|en|eet|eeth|ia|ice|i|ple|a)\b"  # with the endings of the irregular ones
_ENDINGS = {"PLURAL": _PLURAL_WORD, "COUNTS": _PLURAL_WORD, "THIRD": r"\b[a-z]+s\b", "ING": r"\b[a-z]+ing\b"}
_MARK_CLASSES = ("ANY", "END", "START", "STOP")  # classes that hold for marks, or where nothing is left
_SHAPES = {"LY": "[a-z]+ly", "CARDINAL": r"\d[\d,]*"}  # classes that the text can be searched for

_END_MARKS = frozenset(".,;:!?)]}\"”’'…–—")


class Word(NamedTuple):
    """One token as the frames see it; a block's end is a word of its own, with an empty text."""

    text: str
    low: str
    number: bool
    mark: bool


Test = Callable[[Lexicon, Word], bool]


def _lower(word: Word) -> bool:
    return word.text == word.low and not word.mark and not word.number


def _open(lexicon: Lexicon, word: Word) -> bool:
    return _lower(word) and not lexicon.is_function(word.low)


def _cardinal(lexicon: Lexicon, word: Word) -> bool:
    """Say whether a word is a plain whole number above one that is no year."""
    digits = word.low.replace(",", "")
    return digits.isascii() and digits.isdigit() and digits not in ("0", "1") and ("," in word.low or len(digits) < 4)


def _possessive(lexicon: Lexicon, word: Word) -> bool:
    return word.low.endswith("'s") or lexicon.is_possessive(word.low)


def _modifier(lexicon: Lexicon, word: Word) -> bool:
    if word.mark or lexicon.is_function(word.low):
        return False
    low = word.low
    return (
        word.number
        or "-" in low
        or word.text != low
        or lexicon.is_adjective(low)
        or lexicon.is_participle(low)
        or lexicon.is_ing(low)
        or low.endswith("ly")
    )


CLASSES: dict[str, Test] = {
    "ANY": lambda lexicon, word: word.text != "",
    "WORD": lambda lexicon, word: word.text != "" and not word.mark and not word.number,
    "LOWER": lambda lexicon, word: word.text != "" and _lower(word),
    "END": lambda lexicon, word: word.text == "" or word.text[0] in _END_MARKS,
    "START": lambda lexicon, word: word.text == "" or word.text[0] in '.!?"“‘',
    "STOP": lambda lexicon, word: word.text[:1] in (".", "!", "?"),
    "FUNC": lambda lexicon, word: lexicon.is_function(word.low),
    "NAME": lambda lexicon, word: word.text[:1].isupper(),
    "NUMBER": lambda lexicon, word: word.number or lexicon.is_number(word.low),
    "DIGITS": lambda lexicon, word: word.number,
    "CARDINAL": _cardinal,
    "POSS": _possessive,
    "HYPHEN": lambda lexicon, word: "-" in word.low and not word.mark,
    "COUNT": lambda lexicon, word: _open(lexicon, word) and lexicon.counts_only(word.low),
    "SINGULAR": lambda lexicon, word: _open(lexicon, word) and lexicon.has_plural(word.low),
    "NOUN": lambda lexicon, word: _open(lexicon, word) and lexicon.is_noun(word.low),
    "PLURAL": lambda lexicon, word: _lower(word) and lexicon.singular(word.low) is not None,
    "COUNTS": lambda lexicon, word: _lower(word) and lexicon.counts_only(lexicon.singular(word.low) or ""),
    "ADJ": lambda lexicon, word: _lower(word) and lexicon.is_adjective(word.low),
    "ADV": lambda lexicon, word: _lower(word) and lexicon.is_adverb(word.low),
    "LY": lambda lexicon, word: (
        _lower(word) and lexicon.is_adverb(word.low) and lexicon.adjective_of(word.low) is not None
    ),
    "MOD": _modifier,
    "VERB": lambda lexicon, word: _lower(word) and lexicon.is_verb(word.low),
    "BASE": lambda lexicon, word: _lower(word) and lexicon.is_base(word.low),
    "THIRD": lambda lexicon, word: _lower(word) and lexicon.is_third(word.low),
    "PAST": lambda lexicon, word: _lower(word) and lexicon.is_past(word.low),
    "PARTICIPLE": lambda lexicon, word: _lower(word) and lexicon.is_participle(word.low),
    "ING": lambda lexicon, word: _lower(word) and lexicon.is_ing(word.low),
}
"""What a word may be asked for. Word classes hold for words in lower case only; names are NAME."""


def _plural(lexicon: Lexicon, word: str) -> str | None:
    return lexicon.plural(word)


def _possessive_of(lexicon: Lexicon, word: str) -> str | None:
    singular = lexicon.singular(word)
    if singular is None and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        singular = f"{word[:-3]}y" if word.endswith("ies") else word[:-1]  # a noun that the lists lack
    return f"{singular}'s" if singular else None


def _base_of_third(lexicon: Lexicon, word: str) -> str | None:
    irregular = {"has": "have", "is": "are", "was": "were", "does": "do", "isn't": "aren't", "wasn't": "weren't"}
    if word in irregular:
        return irregular[word]
    stems = [
        word[:-1],
        *([word[:-3] + "y"] if word.endswith("ies") else []),
        *([word[:-2]] if word.endswith("es") else []),
    ]
    return next((stem for stem in stems if lexicon.is_base(stem)), None)


def _third(lexicon: Lexicon, word: str) -> str | None:
    irregular = {"have": "has", "are": "is", "were": "was", "be": "is", "do": "does", "go": "goes"}
    if word in irregular:
        return irregular[word]
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _adverb(adjective: str) -> str:
    """Return the adverb of an adjective: "sharp" -> "sharply", "gentle" -> "gently", "dramatic" -> "dramatically"."""
    if adjective == "whole":
        return "wholly"
    if adjective in ("true", "due"):
        return adjective[:-1] + "ly"
    if adjective.endswith("y"):
        return adjective[:-1] + "ily"
    if adjective.endswith("ic") and adjective != "public":
        return adjective + "ally"
    if adjective.endswith("le") and adjective[-3:-2] not in tuple("aeiou"):
        return adjective[:-1] + "y"
    return adjective + ("y" if adjective.endswith("ll") else "ly")


REWRITES: dict[str, Callable[[Lexicon, str], str | None]] = {
    "plural": _plural,
    "singular": lambda lexicon, word: lexicon.singular(word),
    "adjective": lambda lexicon, word: lexicon.adjective_of(word),
    "possessive": _possessive_of,
    "base": _base_of_third,
    "third": _third,
    "owner": lambda lexicon, word: word.removesuffix("s") + "'s",
    "bare": lambda lexicon, word: word.replace("'", ""),
    "adverb": lambda lexicon, word: _adverb(word),
}
"""What a suggestion may put in place of a marked word; None leaves the finding without a suggestion."""


class Element(msgspec.Struct, frozen=True):
    """Alternatives of conjunctions of (negated, what, kind); ``insert`` is a word to put in, matching nothing."""

    alternatives: tuple[tuple[tuple[bool, str, str], ...], ...] = ()
    least: int = 1
    most: int = 1
    rewrite: str | None = None
    literal: str | None = None
    insert: str | None = None


class Frame(msgspec.Struct, frozen=True):
    elements: tuple[Element, ...]
    mark: tuple[int, int]  # half-open range of elements
    anchor: int  # index of the element whose place is searched for; every element before it is taken exactly once
    heads: tuple[str, ...]  # the words, or names of shapes, of that element
    pattern: str  # RE2, case ignored: that element and those after it
    source: str


class Hit(msgspec.Struct, frozen=True):
    """A match: the marked span in code points and the suggestion, None where nothing is to be suggested."""

    start: int
    end: int
    suggestion: str | None


_ELEMENT = regex(r"(?P<body>[^=*?]+)(?P<quantifier>[*?]?)(?:=(?:'(?P<literal>.*)'|(?P<rewrite>[a-z]+)))?")


def parse_frame(source: str, sets: Mapping[str, tuple[str, ...]], *where: str | int, by_mark: bool = False) -> Frame:
    """Read a frame, which the text is searched for by its first plain words, or ``by_mark`` by the first marked ones.

    Raises OptionError for an unknown class, set or rewrite, or a frame without a plain word (in the mark).
    """
    elements: list[Element] = []
    begin = end = None
    for part in source.split():
        if part == "<":
            begin = len(elements)
        elif part == ">":
            end = len(elements)
        elif part[0] == "+" and len(part) > 1:
            elements.append(Element(insert=part[1:]))
        else:
            elements.append(_parse_element(part, sets, where))
    anchor, heads, pattern = _marked_anchor(elements, begin or 0, sets) if by_mark else _anchor(elements, sets)
    if anchor is None:
        raise OptionError(f"`{source}` has no plain word that the text could be searched for", *where)
    if (begin is None) != (end is None):
        raise OptionError(f"`{source}` has only one of `<` and `>`", *where)
    return Frame(
        tuple(elements),
        (begin or 0, len(elements) if end is None else end),
        anchor,
        heads,
        pattern,
        source,
    )


def _parse_element(part: str, sets: Mapping[str, tuple[str, ...]], where: tuple[str | int, ...]) -> Element:
    found = _ELEMENT.fullmatch(part)
    if found is None:
        raise OptionError(f"bad element `{part}`", *where)
    if found["rewrite"] and found["rewrite"] not in REWRITES:
        raise OptionError(f"no rewrite `{found['rewrite']}`; there are {', '.join(sorted(REWRITES))}", *where)
    alternatives = []
    for alternative in found["body"].split("|"):
        atoms = []
        for atom in alternative.split("&"):
            negated, name = atom.startswith("!") and len(atom) > 1, atom.lstrip("!") if len(atom) > 1 else atom
            if name[0] == "$" and len(name) > 1:
                if name[1:] not in sets:
                    raise OptionError(f"no set `{name[1:]}`", *where)
                kind, name = "set", name[1:]
            elif name.isupper() and name.isalpha():
                if name not in CLASSES:
                    raise OptionError(f"no class `{name}`; there are {', '.join(CLASSES)}", *where)
                kind = "class"
            else:
                kind = "word"
            atoms.append((negated, name, kind))
        alternatives.append(tuple(atoms))
    least, most = {"": (1, 1), "?": (0, 1), "*": (0, _MOST)}[found["quantifier"]]
    return Element(tuple(alternatives), least, most, found["rewrite"], found["literal"])


def _anchor(elements: list[Element], sets: Mapping[str, tuple[str, ...]]) -> tuple[int | None, tuple[str, ...], str]:
    """Return the first element that the text can be searched for, its words, and the pattern of it and what follows.

    Every element before it is taken exactly once, so that its place gives the frame's first word. The longer pattern
    lets through all that the frame matches, and little else.
    """
    for index, element in enumerate(elements):
        if element.insert is not None:
            continue
        once = (element.least, element.most) == (1, 1)
        words = _plain_words(element, sets) if once else ()
        if words:
            return index, words, _tail_pattern(elements[index:], sets)
        if not once:
            break
    return None, (), ""


def _marked_anchor(
    elements: list[Element], begin: int, sets: Mapping[str, tuple[str, ...]]
) -> tuple[int | None, tuple[str, ...], str]:
    """Return the first marked element, its words and the pattern of these alone: they are rare enough to stop at."""
    words = _plain_words(elements[begin], sets)
    if not words or any((element.least, element.most) != (1, 1) for element in elements[: begin + 1]):
        return None, (), ""
    return begin, words, _words_pattern(words)


def _tail_pattern(elements: list[Element], sets: Mapping[str, tuple[str, ...]]) -> str:
    """Return a pattern of elements in a row, up to the last that has plain words."""
    parts: list[str] = []
    plain: list[bool] = []
    for element in elements:
        if element.insert is not None:
            continue
        words = _plain_words(element, sets)
        if not words and any(
            not negated and name in _MARK_CLASSES for atoms in element.alternatives for negated, name, _ in atoms
        ):
            break
        pattern = _words_pattern(words) if words else _shape(element)
        if (element.least, element.most) != (1, 1):
            pattern = rf"(?:{pattern}\s*){{{element.least},{element.most}}}"
        parts.append(pattern)
        plain.append((bool(words) or pattern != _ANY_WORD) and element.least == 1)
    while not plain[-1]:
        del parts[-1], plain[-1]
    return r"\s*".join(parts)


def _shape(element: Element) -> str:
    """Return the pattern of words that an element without plain words may take."""
    shapes = {
        next((_ENDINGS[name] for negated, name, _ in atoms if not negated and name in _ENDINGS), _ANY_WORD)
        for atoms in element.alternatives
    }
    return shapes.pop() if len(shapes) == 1 else _ANY_WORD


def _words_pattern(words: tuple[str, ...]) -> str:
    alternatives = "|".join(
        _SHAPES.get(word) or re.escape(word).replace("'", "['’]")
        for word in sorted(set(words), key=lambda w: (-len(w), w))
    )
    wordlike = all(word[0].isalnum() for word in words)
    return rf"\b(?:{alternatives})\b" if wordlike else f"(?:{alternatives})"


def _plain_words(element: Element, sets: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    words: list[str] = []
    for atoms in element.alternatives:
        plain = [(name, kind) for negated, name, kind in atoms if not negated and kind != "class"]
        if not plain:
            shape = next((name for negated, name, _ in atoms if not negated and name in _SHAPES), None)
            if shape is None:
                return ()
            words.append(shape)
            continue
        name, kind = plain[0]
        words += sets[name] if kind == "set" else [name]
    return tuple(words)


def words_beside(frame: Frame, sets: Mapping[str, tuple[str, ...]], step: int) -> frozenset[str]:
    """Return the plain words one of which has to stand beside the frame's anchor; none where others may.

    ``step`` is 1 for the word after the anchor, -1 for the one before it.
    """
    elements = frame.elements[frame.anchor + 1 :] if step > 0 else frame.elements[: frame.anchor][::-1]
    element = next((e for e in elements if e.insert is None), None)
    if element is None or (element.least, element.most) != (1, 1):
        return frozenset()
    words = frozenset(_plain_words(element, sets))
    return words if words.isdisjoint(_SHAPES) else frozenset()


def has_shape(name: str, word: str) -> bool:
    """Say whether a word in lower case has the shape of that name."""
    return _compiled(_SHAPES[name]).fullmatch(word) is not None


@lru_cache(maxsize=8)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def match_at(
    frame: Frame, story: Story, index: int, lexicon: Lexicon, sets: Mapping[str, frozenset[str]]
) -> Hit | None:
    """Match a frame whose anchor word is the token of that index; None where it does not match."""
    tokens = story.tokens
    block = story.block_at(tokens[index].start)
    low, high = (block.start, block.end) if block else (0, len(story.text))

    def word_at(position: int) -> Word:
        if position < 0 or position >= len(tokens) or tokens[position].start < low or tokens[position].start >= high:
            return _NO_WORD
        return _word(tokens[position].text, tokens[position].kind)

    # Most fail at the next word: nothing else is begun where it does not fit.
    if frame.anchor + 1 < len(frame.elements):
        after = frame.elements[frame.anchor + 1]
        if after.least == 1 and after.insert is None and not _fits(after, word_at(index + 1), lexicon, sets):
            return None
    first = index - sum(1 for element in frame.elements[: frame.anchor] if element.insert is None)
    taken = _match(frame.elements, word_at, first, lexicon, sets)
    if taken is None:
        return None
    return _hit(frame, story.text, tokens, taken, lexicon)


_NO_WORD = Word("", "", False, False)


@lru_cache(maxsize=16384)
def _word(text: str, kind: TokenKind) -> Word:
    text = text.replace("’", "'")
    return Word(text, text.lower(), kind is TokenKind.NUMBER, kind is TokenKind.PUNCT)


def _match(
    elements: tuple[Element, ...],
    word_at: Callable[[int], Word],
    first: int,
    lexicon: Lexicon,
    sets: Mapping[str, frozenset[str]],
) -> tuple[tuple[int, int], ...] | None:
    """Return the range of tokens that each element took. Backtracks over at most four repeats of an element."""

    def step(element_index: int, position: int) -> tuple[tuple[int, int], ...] | None:
        if element_index == len(elements):
            return ()
        element = elements[element_index]
        if element.insert is not None:
            rest = step(element_index + 1, position)
            return None if rest is None else ((position, position), *rest)
        count = 0
        while count < element.most and _fits(element, word_at(position + count), lexicon, sets):
            count += 1
        while count >= element.least:
            rest = step(element_index + 1, position + count)
            if rest is not None:
                return ((position, position + count), *rest)
            count -= 1
        return None

    return step(0, first)


def _fits(element: Element, word: Word, lexicon: Lexicon, sets: Mapping[str, frozenset[str]]) -> bool:
    for atoms in element.alternatives:
        for negated, name, kind in atoms:
            if kind == "class":
                holds = CLASSES[name](lexicon, word)
            elif kind == "set":
                holds = word.low in sets[name]
            else:
                holds = word.low == name
            if holds is negated:
                break
        else:
            return True
    return False


def _hit(
    frame: Frame, text: str, tokens: tuple[Token, ...], taken: tuple[tuple[int, int], ...], lexicon: Lexicon
) -> Hit | None:
    begin, end = frame.mark
    inside = [position for a, b in taken[begin:end] for position in range(a, b) if 0 <= position < len(tokens)]
    if not inside:
        return None
    start, stop = tokens[inside[0]].start, tokens[inside[-1]].end
    return Hit(start, stop, _suggest(frame, text, tokens, taken, lexicon, start, stop))


def _suggest(
    frame: Frame,
    text: str,
    tokens: tuple[Token, ...],
    taken: tuple[tuple[int, int], ...],
    lexicon: Lexicon,
    start: int,
    stop: int,
) -> str | None:
    begin, end = frame.mark
    elements = frame.elements[begin:end]
    if not any(e.rewrite is not None or e.literal is not None or e.insert is not None for e in elements):
        return None
    parts: list[str] = []
    done = start
    for element, (a, b) in zip(elements, taken[begin:end], strict=True):
        if element.insert is not None:
            at = tokens[a].start if a < len(tokens) and tokens[a].start < stop else stop
            gap = text[done:at]
            parts.append(gap + element.insert + " " if at < stop else gap + " " + element.insert)
            done = at
            continue
        for position in range(a, b):
            token = tokens[position]
            new = token.text
            if element.literal is not None:
                new = recase(token.text, element.literal)
            elif element.rewrite == "bare":
                new = re.sub("['’]", "", token.text)  # "MP's" -> "MPs": capitals inside a word stay
            elif element.rewrite is not None:
                made = REWRITES[element.rewrite](lexicon, token.text.lower().replace("’", "'"))
                if made is None:
                    return None
                new = recase(token.text, made)
            parts.append(text[done : token.start] if new else "")
            parts.append(new)
            done = token.end
    suggestion = "".join(parts).strip()
    return suggestion.replace("'", "’") if "’" in text[start:stop] else suggestion

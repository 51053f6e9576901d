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
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import NamedTuple

import msgspec

from ...text.regex import regex
from .base import OptionError
from .lexicon import Lexicon

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


Alternatives = tuple[tuple[tuple[bool, str, str], ...], ...]


class Element(msgspec.Struct, frozen=True):
    """Alternatives of conjunctions of (negated, what, kind); ``insert`` is a word to put in, matching nothing."""

    alternatives: Alternatives = ()
    body: str = ""  # the alternatives as they are written
    least: int = 1
    most: int = 1
    rewrite: str | None = None
    literal: str | None = None
    insert: str | None = None

    @property
    def once(self) -> bool:
        """It takes one word, no more and no less."""
        return self.least == self.most == 1


Sets = Mapping[str, Collection[str]]
"""The words of a check's sets by name."""


class Frame(msgspec.Struct, frozen=True):
    elements: tuple[Element, ...]
    mark: tuple[int, int]  # half-open range of elements
    anchor: int  # index of the first plain element, or marked one; every element before it is taken exactly once
    by_mark: bool
    source: str

    @property
    def lead(self) -> int:
        """Tokens before the anchor's."""
        return sum(1 for element in self.elements[: self.anchor] if element.insert is None)


_ELEMENT = regex(r"(?P<body>[^=*?]+)(?P<quantifier>[*?]?)(?:=(?:'(?P<literal>.*)'|(?P<rewrite>[a-z]+)))?")


def parse_frame(source: str, sets: Sets, *where: str | int, by_mark: bool = False) -> Frame:
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
            elements.append(parse_element(part, sets, where))
    anchor = _marked_anchor(elements, begin or 0, sets) if by_mark else _anchor(elements, sets)
    if anchor is None:
        raise OptionError(f"`{source}` has no plain word that the text could be searched for", *where)
    if (begin is None) != (end is None):
        raise OptionError(f"`{source}` has only one of `<` and `>`", *where)
    return Frame(tuple(elements), (begin or 0, len(elements) if end is None else end), anchor, by_mark, source)


def parse_element(part: str, sets: Sets, where: tuple[str | int, ...] = ()) -> Element:
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
    return Element(tuple(alternatives), found["body"], least, most, found["rewrite"], found["literal"])


def _anchor(elements: list[Element], sets: Sets) -> int | None:
    """Return the first element that has plain words; every element before it is taken exactly once."""
    for index, element in enumerate(elements):
        if element.insert is not None:
            continue
        if not element.once:
            break
        if plain_words(element, sets):
            return index
    return None


def _marked_anchor(elements: list[Element], begin: int, sets: Sets) -> int | None:
    """Return the first marked element, where it has plain words and its distance from the frame's start is known."""
    fixed = all(element.once for element in elements[: begin + 1])
    return begin if fixed and plain_words(elements[begin], sets) else None


def pattern_of(frame: Frame, sets: Sets) -> str:
    """Return the RE2 pattern, case ignored, that matches from the anchor on wherever the frame does.

    It goes as far as the last element that has plain words; that of a frame by its mark is its first marked words, for
    they are rare enough to stop at.
    """
    parts: list[str] = []
    plain: list[bool] = []
    for _, element, words in searched(frame, sets):
        pattern = _words_pattern(words) if words else shape_of(element)
        if not element.once:
            pattern = rf"(?:{pattern}\s*){{{element.least},{element.most}}}"
        parts.append(pattern)
        plain.append((bool(words) or pattern != _ANY_WORD) and element.least == 1)
    while not plain[-1]:
        del parts[-1], plain[-1]
    return r"\s*".join(parts)


def searched(frame: Frame, sets: Sets) -> Iterator[tuple[int, Element, tuple[str, ...]]]:
    """Yield the elements that a text is searched for, with their indexes and plain words: those from the anchor on.

    They end before one that a mark may be, or none of the text.
    """
    for index, element in enumerate(frame.elements[frame.anchor :], frame.anchor):
        if element.insert is not None:
            continue
        words = plain_words(element, sets)
        if not words and any(
            not negated and name in _MARK_CLASSES for atoms in element.alternatives for negated, name, _ in atoms
        ):
            return
        yield index, element, words
        if frame.by_mark:
            return


def shape_of(element: Element) -> str:
    """Return the pattern, case ignored, of what an element without plain words takes."""
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


def plain_words(element: Element, sets: Sets) -> tuple[str, ...]:
    """Return words, or names of shapes, one of which has to stand where the element does; none where others may."""
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


_ENDS = {"LY": "ly", "ING": "ing"}
_SHAPE_PATTERNS = {name: regex(pattern) for name, pattern in _SHAPES.items()}


def shape_end(name: str) -> str:
    """Return the letters on which a word ends that has the shape of a class, "" where there are none."""
    return _ENDS.get(name, "")


def has_shape(name: str, word: str) -> bool:
    """Say whether a word in lower case has the shape that those of a class have: LY, ING or CARDINAL."""
    end = _ENDS.get(name)
    if end is None:
        return word[0].isdecimal() and _SHAPE_PATTERNS[name].fullmatch(word) is not None
    return word.endswith(end) and (name == "ING" or _SHAPE_PATTERNS[name].fullmatch(word) is not None)

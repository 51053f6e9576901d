"""Kind `official`: a well-known body under a name that is nearly its own: "National Weather Bureau".

    list: bodies                 # a list with two keys. names: rows of exact names, set apart by semicolons;
                                 # others: one row of real names that lie near one of those, and are left alone
    offices: [Agency, Board]     # heads that are mistaken for one another
    heads: [Museum, Centre]      # more heads of names, mistaken for no other
    unless: ['\\bformerly\\b']     # a name near which one of these stands has changed, or is explained

A name is held against the list by its content words, whatever their order, number and ending. It is reported where a
word is in another form ("Institute of Health"), in another place ("Heritage Lottery Fund"), the small word is another
("Office of Budget Responsibility"), the head is another of the offices, or one of three words is misspelled. What
British and American English spell in two ways does not count, nor do apostrophes, "and" for "&", nor a country before
the name. Silent where the sentence also has the exact name: then the two are told apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from ..issue import Edit
from ..text.name_words import PLACES
from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.bodies import Body, find_bodies, find_heads, head_spellings
from .shared.likeness import likeness
from .shared.matching import any_phrase, compile_pattern
from .shared.stems import plain_word, stem

FIELDS = ("other",)

_SMALL = frozenset(["and", "&", "the"])
_LANDS = frozenset(["us", "uk", "american", "british", "australian", "federal", "un", "eu"])
_ONE_SPELLING = {
    "organisation": "organization", "centre": "center", "defence": "defense", "labour": "labor", "programme": "program",
    "paediatrics": "pediatrics", "fertilisation": "fertilization", "innovations": "innovation",
}  # fmt: skip
_BRITISH = frozenset(["Centre", "Centres", "Defence", "Labour"])
_AMERICAN = frozenset(["Center", "Centers", "Defense", "Labor"])
_LIKE = 0.65
"""How like two words must be for one to be the other misspelled, 1 being the same (difflib's ratio)."""
_ALIKE = 0.75
"""The same where the name has no two other words."""
_LONG = 9
"""A word this long is enough of a name to know a misspelling by."""
_OWN = 2
"""How many words of its own a name must have, one more in all, for a lost word to be missed."""
_NEAR = 60
"""How far to either side of a name a word that explains it is looked for, in code points."""
# Words that many names hold; a name of these alone is no body's own.
_COMMON = frozenset(
    [
        *("national", "royal", "federal", "state", "central", "international", "world", "general", "public", "new"),
        *("us", "uk", "un", "british", "scottish", "welsh", "irish", "australian", "american", "european", "african"),
        *("asian", "united", "nation", "nations", "north", "south"),
    ]
)


class Options(KindOptions, frozen=True):
    offices: tuple[str, ...]
    heads: tuple[str, ...] = ()
    list_: str = msgspec.field(default="bodies", name="list")
    unless: tuple[str, ...] = ()


class Form(msgspec.Struct, frozen=True, array_like=True):
    """How a name is written: what two mentions of one form share."""

    head: str
    words: tuple[str, ...]
    link: str


class Official(msgspec.Struct, frozen=True, array_like=True):
    name: str
    form: Form
    key: tuple[str, ...]


class State(msgspec.Struct, frozen=True):
    heads: Mapping[str, str]
    offices: frozenset[str]
    exact: frozenset[Form]
    by_key: Mapping[tuple[str, ...], tuple[Official, ...]]
    by_rest: Mapping[tuple[str, tuple[str, ...]], tuple[Official, ...]]
    """By the head and the key less one word."""
    adjectives: frozenset[str]
    unless: tuple[Any, ...]
    sources: tuple[str, ...]
    spellings: frozenset[str]
    """The heads as a story's table of words has them."""


def prepare(options: Options, lists: Lists) -> State:
    data = lists.get(options.list_)
    if not isinstance(data, dict) or not isinstance(data.get("names"), dict) or not isinstance(data.get("others"), str):
        raise OptionError("the list needs rows of `names` and one row of `others`", "list")
    heads = {word: word for word in (*options.offices, *options.heads)}
    names = [name.strip() for row in data["names"].values() for name in row.split(";")]
    others = [name.strip() for name in data["others"].split(";")]
    parsed = [(name, form) for name in names if (form := _read(name, heads)) is not None]
    exact = {form for _, form in parsed} | {form for name in others if (form := _read(name, heads)) is not None}
    officials = [Official(name, form, _key(form.words)) for name, form in parsed if set(form.words) - _COMMON]
    by_key: dict[tuple[str, ...], list[Official]] = {}
    by_rest: dict[tuple[str, tuple[str, ...]], list[Official]] = {}
    for official in officials:
        key, form = official.key, official.form
        if len(key) > 1:
            by_key.setdefault(key, []).append(official)
        if len(key) > 2 or any(len(word) >= _LONG and word not in _COMMON for word in form.words):
            for at in range(len(key)):
                by_rest.setdefault((form.head, key[:at] + key[at + 1 :]), []).append(official)
    found = any_phrase([*heads], "match")
    return State(
        heads=heads,
        offices=frozenset(_head(word) for word in options.offices),
        exact=frozenset(exact),
        by_key={key: tuple(rows) for key, rows in by_key.items()},
        by_rest={key: tuple(rows) for key, rows in by_rest.items()},
        adjectives=_demonyms(lists),
        unless=tuple(compile_pattern(p, "unless", i) for i, p in enumerate(options.unless)),
        sources=(rf"\b[A-Z][\w.&-]*['’]?s?[ \t]+(?:{found})\b", rf"\b(?:{found})[ \t]+(?:of|for|on)[ \t]"),
        spellings=head_spellings(heads),
    )


def _demonyms(lists: Lists) -> frozenset[str]:
    rows = lists.get("countries")
    found: set[str] = set()
    for name, row in rows.items():
        adjectives = [row["adjective"]] if isinstance(row["adjective"], str) else row["adjective"]
        found |= {name.lower(), *(form.lower() for form in adjectives)}
    return frozenset(found)


def needles(state: State) -> tuple[str, ...]:
    return state.sources


def check(state: State, context: Context) -> Iterator[Finding]:
    text = context.story.text
    done: set[str] = set()
    for body in find_bodies(context.story, state.heads, find_heads(context.story, state.heads, state.spellings)):
        if body.owner:
            continue  # "Ghana's Food and Drugs Authority"
        official, at = _mistaken(state, body, american=context.variant == "en-US")
        if official is None or official.name in done:
            continue
        start = _start(text, body, at)
        sentence = context.story.sentence_at(start)
        if sentence is not None and official.name in text[sentence.start : sentence.end]:
            continue
        if any(p.search(text[max(0, start - _NEAR) : body.end + _NEAR]) for p in state.unless):
            continue
        done.add(official.name)
        name = official.name
        yield Finding(
            start, body.end, suggestions=(name,), edits=(Edit(start, body.end, name),), values={"other": name}
        )


def _mistaken(state: State, body: Body, *, american: bool) -> tuple[Official | None, int]:
    """Return the body whose name this nearly is, and how many words before it are not the name's."""
    words = _plain(body.words)
    head = _head(body.head)
    if Form(head, words, body.link) in state.exact:
        return _misspelled_by_variety(state, body, Form(head, words, body.link), american), 0
    for skip in (0, 1):
        if skip and (not body.before or len(words) < 3 or words[0] not in _LANDS):
            break
        form = Form(head, words[skip:], body.link)
        if form in state.exact:
            return None, 0
        for official in state.by_key.get(_key(form.words), ()):
            if _differs(state, official.form, form) or _is_turned(official.form, form, body):
                return official, skip
        misspelled = _misspelled(state, form) or _shortened(state, form)
        if misspelled is not None:
            return misspelled, skip
    return None, 0


def _misspelled_by_variety(state: State, body: Body, form: Form, american: bool) -> Official | None:
    """Return the body whose name is spelled as another country spells it: "National Hurricane Centre"."""
    mine = {*body.words, body.head}
    for official in state.by_key.get(_key(form.words), ()):
        if official.form == form:
            theirs = {*official.name.replace(",", "").split()}
            odd = mine & (_BRITISH if american else _AMERICAN)
            return official if odd and theirs & (_AMERICAN if american else _BRITISH) else None
    return None


def _differs(state: State, official: Form, form: Form) -> bool:
    if official.head != form.head:
        own = [word for word in form.words if word not in _COMMON]
        one_order = bool(official.link) == bool(form.link)
        same = official.words == form.words or len(form.words) > 2  # "Lifeboats Institute" for "Lifeboat Institution"
        return bool(own) and one_order and same and form.head in state.offices
    if official.words == form.words:
        return bool(official.link) and bool(
            form.link
        )  # "Office of" for "Office for"; "Transport Department" is a short form
    return bool(official.link) == bool(form.link)


_TURNED = frozenset(["bank", "fund", "service", "administration"])


def _is_turned(official: Form, form: Form, body: Body) -> bool:
    """Say whether a name without a small word is written with "of": "Asian Bank of Development"."""
    if official.link or form.link not in ("of", "for") or official.head != form.head or len(official.words) < _OWN:
        return False
    return bool(body.before) or (form.link == "of" and official.head in _TURNED)


def _misspelled(state: State, form: Form) -> Official | None:
    key = _key(form.words)
    for at, wrong in enumerate(key):
        for official in state.by_rest.get((form.head, key[:at] + key[at + 1 :]), ()):
            right = next((word for word in official.key if word not in key), "")
            if len(right) < 5 or right[:3] != wrong[:3] or {right.title(), wrong.title()} & PLACES:
                continue
            if {*form.words} & state.adjectives - {*official.form.words}:
                continue
            like = _LIKE if len(key) > 2 or ({right, wrong}.isdisjoint(_COMMON) and right[:5] == wrong[:5]) else _ALIKE
            if len(key) < 3 and right[:4] != wrong[:4]:
                continue
            if official.form.link == form.link and likeness(right, wrong) > like:
                return official
    return None


def _shortened(state: State, form: Form) -> Official | None:
    """Return the body whose name has one word more: "National Highway Safety Administration", less its Traffic."""
    key = _key(form.words)
    if len(set(form.words) - _COMMON) < _OWN or len(key) < _OWN + 1:
        return None
    rows = state.by_rest.get((form.head, key), ())
    return next((official for official in rows if official.form.link == form.link), None)


def _start(text: str, body: Body, skip: int) -> int:
    """Return where the name starts, less the country before it: "the U.S. Environmental Protection Agency"."""
    if not skip:
        return body.start
    at = body.start + len(body.before[0])
    return body.end - len(text[at : body.end].lstrip(". \t"))


def _read(name: str, heads: dict[str, str]) -> Form | None:
    """Read a name of the list as a story's names are read; a head that is not yet known is added to ``heads``."""
    words = name.replace(",", "").split()
    link = next((at for at, word in enumerate(words) if at and word in ("of", "for", "on")), None)
    at = len(words) - 1 if link is None else link - 1
    head = words[at]
    if not head[:1].isupper():
        return None
    if head not in heads:
        if link is None or len(words) < 4:
            return None
        heads[head] = head
    rest = words[:at] + (words[link + 1 :] if link is not None else [])
    return Form(_head(head), _plain(tuple(rest)), words[link] if link is not None else "")


def _plain(words: tuple[str, ...]) -> tuple[str, ...]:
    found = [plain_word(word) for word in words if word not in _SMALL]
    return tuple(_ONE_SPELLING.get(word, word) for word in found if word not in ("of", "for", "on", "in", "against"))


def _head(word: str) -> str:
    plain = plain_word(word)
    return _ONE_SPELLING.get(plain, plain)


def _key(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(stem(word, {}) for word in words))

"""The form of each shared list: what is sorted, what keeps its order and why, which groups exclude each other.

A group is a folded block of words, a flow sequence, or the items of a block sequence; its name is the path of its keys
("ise/british", "" for a list without keys). Comments between items begin a new run, which is sorted by itself.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

import yaml

WIDTH = 128
"""The most characters of a rewritten line."""

_KEY = re.compile(r"( *)((?:\"[^\"]*\"|[^\s#:\-\[{\"][^:\[{]*|-[^\s:][^:]*)):(?:\s+(.*))?$")
_TOKEN = re.compile(r"\"[^\"]*\"|'(?:[^']|'')*'|[^,\[\]\s](?:[^,\[\]]*[^,\[\]\s])?")
_ITEM = re.compile(r"( *)- ")


class Form(NamedTuple):
    """``ordered``: groups that keep their order, each with the reason; "*" is every group of the list.

    ``rows``: the list is a mapping of one row a line, sorted by key; ``mappings``: its groups that are.
    ``apart``: groups no two of which share a word. ``break_at``: what sets the words of folded blocks apart.
    """

    ordered: Mapping[str, str] = {}
    rows: bool = False
    mappings: tuple[str, ...] = ()
    apart: tuple[tuple[str, ...], ...] = ()
    break_at: str | None = None


def sort_key(word: str) -> tuple[str, str]:
    """Return what words are sorted by: letters first, then case; of a pair the left word, without quotes."""
    bare = word.strip("\"'")
    return re.split("[=/]", bare)[0].casefold(), bare


def tidy(text: str, form: Form, order: Callable[[list[str]], list[str]] | None = None) -> str:
    """Return a list's text in its form: groups sorted, each word once, wrapped; comments and other lines as they are.

    ``order`` sorts the words of a group, where not by `sort_key`.
    """

    def arrange(words: list[str]) -> list[str]:
        unique = list(dict.fromkeys(words))
        return order(unique) if order else sorted(unique, key=sort_key)

    lines = text.splitlines()
    out: list[str] = []
    keys: list[tuple[int, str]] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        item, key = _ITEM.match(line), _KEY.match(line)
        path = "/".join(name for _, name in keys)
        if item and not _kept(path, form):
            run, at = _run(lines, at - 1, lambda row, indent=item[1]: row.startswith(f"{indent}- "))
            out += arrange(run)
            continue
        if key is None or item:
            out.append(line)
            continue
        indent, name, rest = len(key[1]), key[2], key[3] or ""
        keys = [entry for entry in keys if entry[0] < indent]
        if (form.rows and not indent) or "/".join(name for _, name in keys) in form.mappings:
            run, at = _run(
                lines, at - 1, lambda row, pad=key[1]: (found := _KEY.match(row)) is not None and found[1] == pad
            )
            out += arrange(run)
            continue
        keys.append((indent, name))
        path = "/".join(name for _, name in keys)
        if rest.startswith((">", "|")):
            body, at = _run_of_block(lines, at, indent)
            out.append(line)
            if _kept(path, form):
                out += body
            elif rest.startswith("|"):
                out += arrange(body)
            else:
                words = " ".join(body).split(form.break_at)
                pad = " " * (indent + 2)
                out += _wrapped(arrange([word.strip() for word in words if word.strip()]), form.break_at or "", pad)
        elif rest.startswith("[") or (not rest and at < len(lines) and lines[at].lstrip().startswith("[")):
            body = [rest] if rest else []
            while not (body and body[-1].rstrip().endswith("]")):
                body.append(lines[at])
                at += 1
            if _kept(path, form):
                out += [line, *(body[1:] if rest else body)]
            else:
                tokens = arrange(_TOKEN.findall(" ".join(body)))
                filled = _wrapped(tokens, ",", " " * (indent + 2), first=f"{key[1]}{name}: [")
                out += [*filled[:-1], f"{filled[-1]}]"]
        else:
            out.append(line)
    return "\n".join(out) + "\n"


def _kept(path: str, form: Form) -> bool:
    return path in form.ordered or "*" in form.ordered


def _run(lines: list[str], start: int, begins: Callable[[str], bool]) -> tuple[list[str], int]:
    """Return the rows that follow one another, each with its continuation lines, and where they end."""
    rows: list[str] = []
    indent = len(lines[start]) - len(lines[start].lstrip())
    at = start
    while at < len(lines):
        line = lines[at]
        if begins(line):
            rows.append(line)
        elif rows and line.strip() and len(line) - len(line.lstrip()) > indent and not line.lstrip().startswith("#"):
            rows[-1] += "\n" + line
        else:
            break
        at += 1
    return rows, at


def _run_of_block(lines: list[str], at: int, indent: int) -> tuple[list[str], int]:
    body: list[str] = []
    while at < len(lines) and lines[at].startswith(" " * (indent + 1)):
        body.append(lines[at])
        at += 1
    return body, at


def _wrapped(words: list[str], mark: str, pad: str, first: str = "") -> list[str]:
    glued = [word.replace(" ", "\0") for word in words]
    text = f"{mark} ".join(glued)
    lines = textwrap.wrap(
        text,
        WIDTH - 1,
        initial_indent=first or pad,
        subsequent_indent=pad,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace("\0", " ") for line in lines]


def groups(data: Any, form: Form, path: str = "") -> Iterator[tuple[str, list[str]]]:
    """Yield every group of parsed content with its words; what is neither a word nor a list is written as YAML."""
    if isinstance(data, Mapping):
        for name, value in data.items():
            yield from groups(value, form, f"{path}/{name}" if path else str(name))
    elif isinstance(data, list):
        yield path, [row if isinstance(row, str) else yaml.safe_dump(row) for row in data]
    elif isinstance(data, str):
        rows = data.splitlines() if "\n" in data.strip() else data.split(form.break_at)
        yield path, [word.strip() for word in rows if word.strip()]


def content(data: Any, form: Form) -> Any:
    """Return parsed content to compare, without the order of keys and words: each group as a sorted list."""
    if isinstance(data, Mapping):
        return {str(name): content(value, form) for name, value in data.items()}
    if isinstance(data, list):
        return sorted({yaml.safe_dump(row) for row in data})
    if isinstance(data, str):
        return sorted({word for _, words in groups(data, form) for word in words})
    return data


_WORD_CLASSES = "a class of words a line: articles, pronouns, prepositions, conjunctions, verbs"
_PATTERNS = "patterns follow what they are for"
_FIRST = "the first form of a row is the one that is proposed"

FORMS: dict[str, Form] = {
    "acronyms": Form(),
    "agencies": Form(mappings=("codes",)),
    "always-ise": Form(apart=(("ise", "ize", "own"),)),
    "bodies": Form(break_at=";"),
    "calendar": Form(ordered={"*": "months and days follow each other"}),
    "callings": Form(),
    "common-names": Form(),
    "continents": Form(rows=True),
    "countries": Form(rows=True),
    "country-heads": Form(),
    "country-topics": Form(),
    "currencies": Form(rows=True),
    "given-name-countries": Form(),
    "grammar/guards": Form(ordered={"*": "patterns follow the sentences that they were written for"}),
    "grammar/ids": Form(ordered={"*": "by category, as the count of LanguageTool's rules writes them"}),
    "grammar/rules": Form(ordered={"*": "by category, as the count of LanguageTool's rules writes them"}),
    "honorifics": Form(
        apart=(
            ("male", "female"),
            ("courtesy", "learned", "knights", "peers", "royals", "clergy", "judges", "ranks", "legislators"),
        )
    ),
    "household-names": Form(),
    "misspellings": Form(apart=(("words", "names"),)),
    "name-orders": Form(),
    "neighbours": Form(ordered={"*": "a class of words a line"}, apart=(("articles", "adjectives", "possessives"),)),
    "particles": Form(),
    "people": Form(),
    "places": Form(mappings=("places",), ordered={"kept/over": _PATTERNS, "kept/sentence": _PATTERNS}),
    "posts": Form(
        ordered={
            "same": "pairs of one office stand together",
            "heads": _FIRST,
            "families": _FIRST,
            "ranks": "from the lowest rank to the highest",
            "rivals": _FIRST,
        },
        apart=(("offices", "modifiers"),),
    ),
    "role-nouns": Form(),
    "sound": Form(apart=(("vowel", "consonant", "either"), ("letters-vowel", "words-consonant"))),
    "speech-verbs": Form(apart=(("plain", "telling", "loaded"),)),
    "spelling-known": Form(),
    "spelling-varieties": Form(),
    "style-options": Form(ordered={"*": "as an editor reads a style: people, offices, numbers ... form"}),
    "term-variants": Form(),
    "titled-names": Form(),
    "unit-symbols": Form(ordered={"*": "British, then American spelling"}, rows=True),
    "units": Form(ordered={"*": "from the smallest unit to the largest, and British before American names"}),
    "untitled-callings": Form(),
    "words/adjectives": Form(),
    "words/adverbs": Form(),
    "words/closed": Form(ordered={"*": _WORD_CLASSES}),
    "words/countables": Form(),
    "words/nouns": Form(apart=(("count", "both", "mass"),)),
    "words/verbs": Form(),
}

"""Packs of N rules, for measuring what a rule costs: `python tests/bench/packs.py FOLDER N KIND [--seed S]`.

FOLDER becomes what an installer leaves: a distribution `bench-pack` whose entry point names a package of rules. With
FOLDER on PYTHONPATH, newslint finds the pack as that of any stranger. Five rules of every pack are about phrases of
ordinary news copy, however many rules it has, so that the findings stay as they are while the rules grow; the words of
all others are made up, but a third of the phrases begin with a word that every story has.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, get_args

PackKind = Literal["substitution-entries", "substitution-files", "regex-entries", "regex-files"]
"""N entries of one check, or N checks of one entry; literal phrases, or RE2 patterns."""

NAME = "bench-pack"

_ORDINARY = (
    ("press conference", "news conference"),
    ("on the weekend", "at the weekend"),
    ("in order to", "to"),
    ("a number of", "several"),
    ("prior to", "before"),
)
_OPENINGS = ("the", "of", "said", "in", "a", "was", "new", "government", "people", "last")
_ONSETS = [*"bcdfghjklmnprstvwz", *("br", "cl", "dr", "fl", "gr", "pl", "qu", "st", "tr")]
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ea", "oo", "ou"]
_CODAS = ["b", "ck", "d", "ft", "g", "l", "lt", "m", "n", "nd", "ng", "p", "r", "rk", "rn", "sh", "st", "t", "v", "x"]


def write_pack(folder: Path, n: int, kind: PackKind, seed: int = 1) -> Path:
    """Write a distribution with ``n`` rules into ``folder``, which may exist; return the folder of its rules."""
    info = folder / "bench_pack-1.0.dist-info"
    info.mkdir(parents=True, exist_ok=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {NAME}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[newslint.packs]\n{NAME} = bench_pack\n")
    rules = folder / "bench_pack"
    (rules / "made").mkdir(parents=True, exist_ok=True)
    is_regex = kind.startswith("regex")
    key = "patterns" if is_regex else "swap"
    entries = list(_patterns(n, seed) if is_regex else phrases(n, seed))
    groups = [entries] if kind.endswith("entries") else [[entry] for entry in entries]
    for number, group in enumerate(groups):
        name = f"made/{key}-{number}"
        (rules / f"{name}.yml").write_text(_check(name, key, group), encoding="utf-8")
    return rules


def _check(name: str, key: str, entries: list[tuple[str, str, str]]) -> str:
    rows = "".join(f"  {_quoted(wrong)}: {_quoted(right)}\n" for wrong, right, _ in entries)
    _, right, example = entries[0]
    return (
        f'id: {name}\nkind: substitution\nmessage: \'Write "{{fix}}" for "{{match}}".\'\n'
        f"why: One of many rules.\nseverity: warning\nfix: unsafe\n{key}:\n{rows}tests:\n"
        f"  - flag: {_quoted(f'There [[{example}]] goes.')}\n    fix: {_quoted(f'There {right} goes.')}\n"
        "  - pass: Nothing of the kind.\n"
    )


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def phrases(n: int, seed: int) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong, what is right, and a text that is wrong."""
    yield from ((wrong, right, wrong) for wrong, right in _ORDINARY[:n])
    words = made_words(seed)
    for number in range(n - len(_ORDINARY)):
        one, two = next(words), next(words)
        wrong = (one, f"{one} {two}", f"{_OPENINGS[number % len(_OPENINGS)]} {one}")[number % 3]
        yield wrong, two, wrong


def _patterns(n: int, seed: int) -> Iterator[tuple[str, str, str]]:
    yield from ((rf"\b{wrong.replace(' ', r's? +')}\b", right, wrong) for wrong, right in _ORDINARY[:n])
    words = made_words(seed)
    for number in range(n - len(_ORDINARY)):
        one, two = next(words), next(words)
        pattern, example = (
            (rf"\b{one}(?:s|ed|ing)?\b", one),
            (rf"(?i)\b(?:{one}|{two})\s+(?:of|to|with)\b", f"{two} of"),
            (rf"\b(?:is|are|was|were) (\w+ly )?{one}ed\b", f"was {one}ed"),
            (rf"\b[Tt]he {one} (?:\w+ ){{0,3}}{two}\b", f"the {one} and {two}"),
            (rf"\b\d+ {one}s? (?:and|or) \w+\b", f"7 {one} or so"),
        )[number % 5]
        yield pattern, two, example


def made_words(seed: int) -> Iterator[str]:
    """Yield made-up words, none twice."""
    chance = random.Random(seed)
    seen: set[str] = set()
    while True:
        syllables = (chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(chance.choice((2, 2, 3))))
        word = "".join(syllables) + chance.choice(_CODAS)
        if word not in seen:
            seen.add(word)
            yield word


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("n", type=int)
    parser.add_argument("kind", choices=get_args(PackKind))
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    write_pack(arguments.folder, arguments.n, arguments.kind, arguments.seed)


if __name__ == "__main__":
    main()

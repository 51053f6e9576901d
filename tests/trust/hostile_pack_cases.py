"""Hostile settings and packs, by name: what each writes into a folder, and what newslint is to say of it.

A case's function gets an empty folder. Of settings it is the root of a git repository with a story `s.txt`; of packs it
is the pack. `../outside` beside it holds files that nothing may be read from.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

SECRET = "correct-horse-battery-staple"
"""Stands in each file outside of the folder: no message may hold it."""


LONG = frozenset(
    [
        "100,000 checks",
        "20,000 files that are no checks",
        "baseline of 40 MB",
        "words of 40 MB",
        "many large checks",
        "many enormous checks",
        "extends in a chain",
        "5,000 patterns",
    ]
)
"""Cases that are on demand only."""


class Case(NamedTuple):
    """``says``: a pattern for the one error; None where it can be used, and is to be quick."""

    write: Callable[[Path], object]
    says: str | None


def settings(text: str | bytes, says: str | None, name: str = "newslint.yml") -> Case:
    return Case(lambda folder: _put(folder / name, text), says)


def check(text: str | bytes, says: str | None) -> Case:
    """A pack of one check, `zoo/fee.yml`."""
    return Case(lambda folder: _put(folder / "zoo/fee.yml", text), says)


GOOD = """id: zoo/fee
kind: existence
message: Not this.
why: The trial forbids it.
severity: warning
patterns: ['\\bfee\\b']
tests:
  - {flag: "A [[fee]] was paid."}
  - {pass: "A sum was paid."}
"""


def patterns(*rows: str, key: str = "patterns") -> str:
    """A check with these patterns, or with these under another key."""
    listed = f"{key}:\n" + "".join(f"  - '{row}'\n" for row in rows)
    return GOOD.replace("patterns: ['\\bfee\\b']\n", listed) if key == "patterns" else GOOD + listed


def bomb(last: str) -> str:
    """Aliases that stand for 10^11 values."""
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 11)]
    return "\n".join([*rows, last, ""])


def _put(path: Path, text: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def _link(text: str, place: str, target: str) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        _put(folder / "newslint.yml", text)
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).symlink_to(folder / target)

    return write


def _pipe(text: str) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        _put(folder / "newslint.yml", text)
        os.mkfifo(folder / "pipe.yml")

    return write


def _files(**texts: str) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        for name, text in texts.items():
            _put(folder / f"{name}.yml", text)

    return write


def _diamonds(folder: Path) -> None:
    """Each of thirty files extends the next one twice: two to the thirtieth in all."""
    for number in range(30):
        _put(folder / f"{number or 'newslint'}.yml", f"extends: [{number + 1}.yml, {number + 1}.yml]\n")
    _put(folder / "30.yml", "language: en-GB\n")


def _chain(folder: Path) -> None:
    for number in range(2000):
        _put(folder / f"{number or 'newslint'}.yml", f"extends: {number + 1}.yml\n")
    _put(folder / "2000.yml", "language: en-GB\n")


def _style_chain(folder: Path) -> None:
    _put(folder / "newslint.yml", "style: s0.yml\n")
    for number in range(500):
        _put(folder / f"s{number}.yml", f"name: S\nextends: s{number + 1}.yml\n")


def _wide(folder: Path) -> None:
    """Folders in which a pattern with ten `**` finds its way in more ways than can be counted."""
    for number in range(120):
        (folder / "/".join("abcdefghij"[: number % 10 + 1]) / str(number)).mkdir(parents=True, exist_ok=True)
    _put(folder / "newslint.yml", "people: ['**/*/**/*/**/*/**/*/**/*/**/*/**/*/**/*.csv']\n")


def _loop(folder: Path) -> None:
    (folder / "a").mkdir()
    for name in "bcd":
        (folder / "a" / name).symlink_to(folder / "a")
    _put(folder / "newslint.yml", f"people: ['a/{'*/' * 60}x.csv']\n")


def _with_file(text: str, name: str, data: bytes) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        _put(folder / "newslint.yml", text)
        _put(folder / name, data)

    return write


_PLACE = r"newslint\.yml:\d+:\d+: "
_YEARS = "(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"

SETTINGS: dict[str, Case] = {
    "alias bomb": settings(bomb("words: *a10"), r"newslint\.yml:6:\d+: written out, the aliases"),
    "alias bomb in options": settings(
        bomb("checks: {slips/: {options: {swap: *a10}}}"), r"newslint\.yml:6:\d+: written out"
    ),
    "list within itself": settings("words: &a [*a]\n", r"newslint\.yml:1:12: `\*a` stands within itself"),
    "mapping within itself": settings("checks: &a {x: *a}\n", r"newslint\.yml:1:16: `\*a` stands within itself"),
    "merge key": settings("<<: {language: en-GB}\n", r"newslint\.yml:1:1: unknown key `<<`"),
    "merge key of an alias": settings("words: &a [x]\n<<: *a\n", r"newslint\.yml:2:1: unknown key `<<`"),
    "100,000 lists deep": settings(f"words: {'[' * 100_000}\n", r"newslint\.yml:1:\d+: nested more than 200 deep"),
    "5,000 mappings deep": settings(f"words: {'{a: ' * 5000}\n", r"newslint\.yml:1:\d+: nested more than 200 deep"),
    "5,000 blocks deep": settings(
        "\n".join(" " * n + "a:" for n in range(1300)), r"newslint\.yml:\d+:\d+: nested more than 200 deep"
    ),
    "a million words": settings(
        f"words: [{','.join(map(str, range(1_000_000)))}]", _PLACE.replace(r"\d+", "1") + "larger than 1,000,000 bytes"
    ),
    "150,000 keys": settings(
        "".join(f"{n}:\n" for n in range(100_000)), r"newslint\.yml:1:1: more than 150,000 values"
    ),
    "70,000 keys": settings("".join(f"k{n}:\n" for n in range(70_000)), r"newslint\.yml:1:1: unknown key `k0`"),
    "70,000 selectors": settings("ignore:\n" + "- slips/\n" * 70_000, None),
    "40,000 patterns": settings(
        "exclude:\n" + "".join(f"- a{n}*b/**/c\n" for n in range(40_000)),
        r"newslint\.yml:2:1: `exclude`: more than 1,000",
    ),
    "1,000 large patterns": settings(
        "exclude:\n" + "".join(f"- a{n}{'*b' * 200}\n" for n in range(1_000)),
        r"newslint\.yml:2:1: `exclude`: more than",
    ),
    "900 paths": settings(
        "per-path:\n" + "".join(f"  a{n}{'*b' * 20}: {{language: en-US}}\n" for n in range(900)), None
    ),
    "20,000 paths": settings(
        "per-path:\n" + "".join(f"  a{n}*/**/b: {{language: en-US}}\n" for n in range(20_000)),
        r"newslint\.yml:2:3: `per-path`: more than 1,000",
    ),
    "a key of a megabyte": settings(f"{'k' * 900_000}: 1\n", _PLACE),
    "a word of a megabyte": settings(f"language: {'k' * 900_000}\n", r"newslint\.yml:1:11: `language`: invalid"),
    "a number of a megabyte": settings(
        f"grammar-timeout: {'9' * 900_000}\n", r"newslint\.yml:1:18: (?:not a number|`grammar-timeout`)"
    ),
    "not a number": settings("grammar-timeout: !!float nan\n", r"newslint\.yml:1:18: `grammar-timeout`"),
    "duplicate key": settings("language: en-GB\nlanguage: en-AU\n", r"newslint\.yml:2:1: duplicate key `language`"),
    "unknown key": settings("languages: en-GB\n", r"newslint\.yml:1:1: unknown key `languages`; did you mean"),
    "key that steers a terminal": settings('"\\e[2J\\a": 1\n', _PLACE),
    "key that ends the line": settings('"a\\nnewslint.yml:9:9: all is well": 1\n', _PLACE),
    "NUL": settings('language: "en-GB\\0"\n', r"newslint\.yml:1:11: `language`: invalid"),
    "raw NUL": settings(b"language: en-GB\0\n", r"newslint\.yml:1:16: bad YAML: a character U\+0000"),
    "control characters": settings(b"words: [\x1b[2J]\n", r"newslint\.yml:1:9: bad YAML: a character U\+001B"),
    "random bytes": settings(bytes(range(128, 256)), r"newslint\.yml:1:1: not UTF-8"),
    "UTF-16": settings("language: en-GB\n".encode("utf-16"), r"newslint\.yml:1:1: not UTF-8"),
    "byte-order mark": settings(b"\xef\xbb\xbflanguage: en-GB\n", None),
    "two documents": settings("language: en-GB\n---\nlanguage: en-AU\n", r"newslint\.yml:2:1: but found another"),
    "Python object": settings(
        'words: !!python/object/apply:os.system ["touch pwned"]\n', r"newslint\.yml:1:8: could not determine"
    ),
    "include": settings("words: !include ../outside/secret.yml\n", r"newslint\.yml:1:8: could not determine"),
    "binary": settings("language: !!binary ZW4tR0I=\n", r"newslint\.yml:1:11: could not determine"),
    "set": settings("words: !!set {a, b}\n", r"newslint\.yml:1:8: could not determine"),
    **{
        f"wrong type of {key}": settings(f"{key}: {value}\n", rf"newslint\.yml:1:\d+: `{key}`")
        for key, value in {
            "extends": "{a: b}",
            "language": "[en-GB]",
            "style": "3",
            "date-in-path": "[x]",
            "words": "3",
            "words-file": "{a: b}",
            "people": "3",
            "grammar": "[auto]",
            "grammar-url": "[x]",
            "grammar-timeout": "soon",
            "select": "{a: b}",
            "ignore": "3",
            "checks": "[1]",
            "per-path": "[1]",
            "exclude": "{a: b}",
            "respect-gitignore": "3",
            "baseline": "[x]",
        }.items()
    },
    "extends itself": settings("extends: newslint.yml\n", r"newslint\.yml:1:10: `extends`: .* extends this file"),
    "extends in a ring": Case(
        _files(newslint="extends: a.yml\n", a="extends: b.yml\n", b="extends: a.yml\n"),
        r"b\.yml:1:10: `extends`: .* extends this file",
    ),
    "extends in diamonds": Case(_diamonds, r"\d+\.yml:1:\d+: `extends`: more than 50 files"),
    "extends in a chain": Case(_chain, r"\d+\.yml:1:10: `extends`: more than 50 files"),
    "style extends itself": Case(
        _files(newslint="style: s.yml\n", s="name: S\nextends: s.yml\n"), r"s\.yml:2:10: `extends`: .* in its turn"
    ),
    "styles in a chain": Case(_style_chain, r"s\d+\.yml:2:10: `extends`: more than 20 styles"),
    **{
        f"extends {path}": settings(f'extends: "{path}"\n', rf"newslint\.yml:1:10: `extends`: .*{says}")
        for path, says in {
            "../outside/secret.yml": "is outside of the repository",
            "/etc/passwd": "is outside of the repository",
            "/etc/../proc/self/environ": "is outside of the repository",
            "~/x.yml": "there is no file",
            "~nobody-of-that-name/x.yml": "there is no file",
            "$HOME/x.yml": "there is no file",
            "C:\\\\\\\\x.yml": "there is no file",
            "a\\0.yml": "there is no file",
            "https://example.org/x.yml": "there is no file",
            "file:///etc/passwd": "there is no file",
            "/dev/zero": "there is no file",
            "//../outside/secret.yml": "there is no file",
        }.items()
    },
    "style outside": settings("style: ../outside/secret.yml\n", r"newslint\.yml:1:8: `style`: .* outside of the rep"),
    "style of a path outside": settings(
        "per-path: {a: {style: ../outside/secret.yml}}\n", r"newslint\.yml:1:\d+: `style`: .* outside of the repository"
    ),
    "style extends outside": Case(
        _files(newslint="style: s.yml\n", s="name: S\nextends: ../outside/secret.yml\n"),
        r"s\.yml:2:10: `extends`: .* is outside of",
    ),
    "style extends by a trick": Case(
        _files(newslint="style: s.yml\n", s="name: S\nextends: ../../../../../../../etc/passwd\n"),
        r"s\.yml:2:10: `extends`: there is no style",
    ),
    "words outside": settings("words-file: [../outside/secret.yml]\n", r"newslint\.yml:1:14: `words-file`: .* outside"),
    "words by a link": Case(
        _link("words-file: w.txt\n", "w.txt", "../outside/secret.yml"), r"newslint\.yml:1:13: .* outside of the rep"
    ),
    "people by a link": Case(
        _link("people: 'p/*.csv'\n", "p/x.csv", "../outside/secret.yml"), r"newslint\.yml:1:9: .* outside of the rep"
    ),
    "people outside": settings("people: ['../outside/*']\n", r"newslint\.yml:1:10: `people`: .* outside"),
    "people of the disk": settings("people: ['/**/*']\n", r"newslint\.yml:1:10: `people`: .*"),
    "people in many ways": Case(_wide, r"newslint\.yml:1:10: `people`: .*"),
    "people up and down": settings(f"people: ['{'*/../' * 60}*.csv']\n", r"newslint\.yml:1:10: .*cannot follow"),
    "people in a loop": Case(_loop, r"newslint\.yml:1:10: `people`: .*"),
    "people of a long pattern": settings(
        f"people: ['{'*a' * 5000}.csv']\n", r"newslint\.yml:1:10: .*(?:characters|too long)"
    ),
    "settings by a link": Case(
        lambda folder: (folder / "newslint.yml").symlink_to(folder.parent / "outside/secret.yml"),
        r"newslint\.yml:1:1: a link to a file outside",
    ),
    "baseline outside": settings("baseline: ../outside/b.json\n", r"newslint\.yml:1:11: `baseline`: .* outside"),
    "baseline is a pipe": Case(_pipe("baseline: pipe.yml\n"), r"pipe\.yml.*: no ordinary file"),
    "baseline with a NUL": settings('baseline: "a\\0b"\n', r".+: .+"),
    "baseline of 100,000 lists": Case(
        _with_file("baseline: b.json\n", "b.json", b"[" * 100_000), r"b\.json(?::\d+:\d+)?: not a baseline"
    ),
    "baseline of 40 MB": Case(
        _with_file("baseline: b.json\n", "b.json", b" " * 40_000_000), r"b\.json:1:1: larger than 32,000,000 bytes"
    ),
    "words are a pipe": Case(_pipe("words-file: pipe.yml\n"), r"newslint\.yml:1:13: `words-file`: there is no file"),
    "style is a pipe": Case(_pipe("style: pipe.yml\n"), r"pipe\.yml:1:1: cannot be read: no ordinary file"),
    "extends is a pipe": Case(_pipe("extends: pipe.yml\n"), r"newslint\.yml:1:10: `extends`: there is no file"),
    "words of the kernel": Case(
        lambda folder: _put(folder / "newslint.yml", "words-file: /proc/kmsg\n"), r"newslint\.yml:1:13: `words-file`"
    ),
    "words of 40 MB": Case(
        _with_file("words-file: w.txt\n", "w.txt", b"zoo\n" * 10_000_000), r"w\.txt:1:1: larger than 32,000,000 bytes"
    ),
    "words that are patterns": settings("words: ['(a+)+$', '(((((((((.*)*)*)*)*)*)*)*)*)*']\n", None),
    "words of random bytes": Case(
        _with_file("words-file: w.txt\n", "w.txt", b"zoo\n" + bytes(range(256)) * 99), r"w\.txt:\d+:\d+: not UTF-8"
    ),
    "people of NULs": Case(_with_file("people: p.csv\n", "p.csv", b"name\nA\0B\n"), r"p\.csv:2:\d+: "),
    "people with an open quotation mark": Case(
        _with_file("people: p.csv\n", "p.csv", b'name\n"' + b"x,y\n" * 200_000), r"p\.csv:\d+:\d+: "
    ),
    "people of 10,000 columns": Case(
        _with_file("people: p.csv\n", "p.csv", b"name" + b",x" * 10_000 + b"\n"), r"p\.csv:1:\d+: "
    ),
    "catastrophic date-in-path": settings(f"date-in-path: '(?:(?:[a-z]+)+)+!{_YEARS}'\n", None),
    "enormous date-in-path": settings(
        f"date-in-path: '(?:\\pL{{500}}){{2}}{_YEARS}'\n", r"newslint\.yml:1:15: `date-in-path`: bad pattern: .*large"
    ),
    "look-ahead in date-in-path": settings(
        f"date-in-path: '(?=(a+)+){_YEARS}'\n", r"newslint\.yml:1:15: `date-in-path`: bad pattern"
    ),
    "catastrophic exclude": settings(f"exclude: ['{'*a' * 60}b', '{'**/a/' * 60}b']\n", None),
    "catastrophic path": settings(f"per-path: {{'{'**/' * 60}{'*a' * 60}b': {{language: en-US}}}}\n", None),
    "catastrophic .gitignore": Case(
        lambda folder: (_put(folder / "newslint.yml", ""), _put(folder / ".gitignore", f"{'*a' * 60}b\n" * 50)), None
    ),
    "catastrophic options": settings("checks: {typos/intense-talk: {options: {swap: {'(a+)+$': b}}}}\n", _PLACE),
    "TOML of 100,000 lists": settings(
        f"[tool.newslint]\nwords = {'[' * 100_000}", r"pyproject\.toml:\d+:\d+: bad TOML", "pyproject.toml"
    ),
    "TOML of 100,000 tables": settings(
        f"[tool.newslint]\n{'.'.join('a' * 100_000)} = 1\n", r"pyproject\.toml:\d+:\d+: ", "pyproject.toml"
    ),
    "TOML whose tool is a number": settings('tool = 3\n# "newslint"\n', None, "pyproject.toml"),
    "TOML of 30,000 keys": settings(
        "[tool.newslint]\n" + "".join(f"k{n} = 1\n" for n in range(30_000)),
        r"pyproject\.toml:2:1: unknown key `k0`",
        "pyproject.toml",
    ),
    "TOML key twice": settings(
        '[tool.newslint]\nstyle = "ap"\nstyle = "ap"\n', r"pyproject\.toml:\d+:\d+: bad TOML", "pyproject.toml"
    ),
}


def _many_checks(count: int, text: str) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        (folder / "zoo").mkdir(parents=True)
        for number in range(count):
            (folder / f"zoo/c{number}.yml").write_text(text.replace("zoo/fee", f"zoo/c{number}"), encoding="utf-8")

    return write


def _pack_link(place: str, target: str, more: str = "") -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).symlink_to(target if target.startswith("/") else folder / target)
        if more:
            _put(folder / "zoo/fee.yml", more)

    return write


def _pack_pipe(folder: Path) -> None:
    (folder / "zoo").mkdir(parents=True)
    os.mkfifo(folder / "zoo/fee.yml")


def _pack_loop(folder: Path) -> None:
    _put(folder / "zoo/fee.yml", GOOD)
    (folder / "zoo/again").symlink_to(folder)


FROM_LIST = """id: zoo/fee
kind: consistency
message: Not both.
why: The trial forbids it.
severity: warning
list: {name}
tests:
  - {flag: "A [[fee]] was paid."}
  - {pass: "A sum was paid."}
"""
NOT_BEFORE = GOOD.replace("patterns: ['\\bfee\\b']\n", "")
_FEE = r"fee\.yml:\d+:\d+: "

PACKS: dict[str, Case] = {
    "alias bomb": check(GOOD + bomb("except: *a10"), r"fee\.yml:\d+:\d+: written out, the aliases"),
    "list within itself": check(GOOD + "except: &a [*a]\n", r"fee\.yml:10:13: `\*a` stands within itself"),
    "merge key": check(GOOD + "<<: {fix: no}\n", r"fee\.yml:10:1: unknown key `<<`"),
    "50,000 lists deep": check(GOOD + f"except: {'[' * 50_000}", r"fee\.yml:10:\d+: nested more than 200 deep"),
    "100,000 checks": Case(_many_checks(100_000, ""), r"pack:1:1: more than 25,000 checks in one pack"),
    "20,000 files that are no checks": Case(_many_checks(20_000, "x"), r"c\d+\.yml:1:1: this is the 100th check"),
    "a check of 2 MB": check(GOOD + "#" * 2_000_000, r"fee\.yml:1:1: cannot be read: larger than 1,000,000 bytes"),
    "200,000 swaps": check(GOOD + "except:\n" + "- a\n" * 200_000, r"fee\.yml:1:1: more than 150,000 values"),
    "catastrophic pattern": check(patterns("(?:(?:(?:a+)+)+)+fee"), None),
    "catastrophic exception": check(patterns("(?:a|a)*(?:a|aa)*(?:a?){200}a{200}fee", key="except"), None),
    "enormous pattern": check(patterns("(?:\\pL{500}){2}"), r"fee\.yml:\d+:\d+: bad pattern: .*too large"),
    "repeats in repeats": check(patterns("((((a{9}){9}){9}){9}){9}fee"), r"fee\.yml:\d+:\d+: bad pattern: "),
    "a thousand large patterns": check(
        patterns(*(f"\\pL{{12}}fee{n}" for n in range(1000))), r"fee\.yml:\d+:\d+: the patterns up to here are too"
    ),
    "a pattern of a megabyte": check(
        patterns("(?:fee|" + "|".join(f"z{n:05}" for n in range(100_000)) + ")"),
        r"fee\.yml:7:\d+: bad pattern: too large",
    ),
    "50,000 groups deep": check(
        patterns("(" * 50_000 + "fee" + ")" * 50_000), r"fee\.yml:7:\d+: bad pattern: too large"
    ),
    "5,000 groups": check(patterns("(a)" * 5_000 + "fee"), r"fee\.yml:7:\d+: bad pattern: too many groups"),
    "900 groups deep": check(patterns("(?:" * 900 + "fee" + ")?" * 900), None),
    "pattern with look-ahead": check(patterns("(?=fee)"), r"fee\.yml:\d+:\d+: bad pattern"),
    "alternatives of alternatives": check(patterns("(?:a|b|c|d)(?:e|f|g|h)" * 40 + "fee"), None),
    "optional parts": check(patterns("\\b" + "".join(f"(?:a{n}?b?c{{0,3}})?" for n in range(150)) + "fee\\b"), None),
    "classes of everything": check(patterns("[\\pL\\pN\\pP\\pS]{1,4}fee", "[^x]{1,900}"), None),
    "5,000 patterns": check(patterns(*(f"\\bfee{n}[a-z]*?x(?:y|z)?" for n in range(5_000))), None),
    "many large checks": Case(
        lambda folder: [
            _put(
                folder / f"zoo/c{n}.yml",
                patterns(f"\\pL{{350}}fee{n}").replace("zoo/fee", f"zoo/c{n}"),
            )
            for n in range(200)
        ],
        r"c\d+\.yml:1:1: the patterns of the pack up to here are too large",
    ),
    "many enormous checks": Case(
        lambda folder: [
            _put(folder / f"zoo/c{n}.yml", patterns(f"\\pL{{800}}fee{n}").replace("zoo/fee", f"zoo/c{n}"))
            for n in range(90)
        ],
        r"c\d+\.yml:1:1: the patterns of the pack up to here are too large",
    ),
    "catastrophic unless-style": check(GOOD + "unless-style: {percent: {sign: '(a+)+$(?=x)'}}\n", r"fee\.yml:10:\d+: "),
    "a link out of the pack": Case(
        _pack_link("zoo/fee.yml", "../outside/secret.yml"), r"fee\.yml:1:1: leads out of .*: nothing outside"
    ),
    "a link to a device": Case(_pack_link("zoo/fee.yml", "/dev/zero"), r"fee\.yml:1:1: leads out of "),
    "a link to itself": Case(_pack_link("zoo/fee.yml", "zoo/fee.yml"), r"fee\.yml:1:1: "),
    "a folder that loops": Case(_pack_loop, None),
    "a folder that leads out": Case(_pack_link("zoo/far", "../outside", GOOD), None),
    "a pipe": Case(_pack_pipe, r"fee\.yml:1:1: cannot be read: no ordinary file"),
    "a folder named as a check": Case(lambda folder: (folder / "zoo/fee.yml").mkdir(parents=True), None),
    "a list by a link": Case(
        lambda folder: (
            _pack_link("lists/terms.yml", "/etc/passwd")(folder),
            _put(folder / "zoo/fee.yml", FROM_LIST.replace("{name}", "terms")),
        ),
        r"terms\.yml:1:1: leads out of ",
    ),
    "lists by a link": Case(
        lambda folder: (
            _pack_link("lists", "../outside")(folder),
            _put(folder / "zoo/fee.yml", FROM_LIST.replace("{name}", "secret")),
        ),
        r"secret\.yml:1:1: leads out of ",
    ),
    "a list that is a bomb": Case(
        lambda folder: (
            _put(folder / "lists/terms.yml", bomb("groups: *a10")),
            _put(folder / "zoo/fee.yml", FROM_LIST.replace("{name}", "terms")),
        ),
        r"terms\.yml:\d+:\d+: written out, the aliases",
    ),
    "a list that is a pipe": Case(
        lambda folder: (
            (folder / "lists").mkdir(parents=True),
            os.mkfifo(folder / "lists/terms.yml"),
            _put(folder / "zoo/fee.yml", FROM_LIST.replace("{name}", "terms")),
        ),
        r"terms\.yml:1:1: cannot be read: no ordinary file",
    ),
    **{
        f"list {name[:40]}": check(FROM_LIST.replace("{name}", f"'{name}'"), rf"fee\.yml:{says}")
        for name, says in {
            "../../outside/secret": r"\d+:\d+: .*no list",
            "/etc/passwd": r"\d+:\d+: .*no list",
            "~/x": r"\d+:\d+: .*no list",
            "x" * 5000: r"\d+:\d+: .*no list",
        }.items()
    },
    "id that leads out": check(GOOD.replace("id: zoo/fee", "id: ../../outside/x"), r"fee\.yml:1:5: `id` is"),
    "kind that is a module": check(GOOD.replace("kind: existence", "kind: os.path"), r"fee\.yml:2:7: unknown kind"),
    "kind that leads out": check(GOOD.replace("kind: existence", "kind: ../cli/main"), r"fee\.yml:2:7: unknown kind"),
    "kind of a shared module": check(GOOD.replace("kind: existence", "kind: shared"), r"fee\.yml:2:7: "),
    "message that reads attributes": check(
        GOOD.replace("message: Not this.", "message: '{match.__class__.__mro__}'"), r"fee\.yml:\d+:\d+: "
    ),
    "message with a wide field": check(
        GOOD.replace("message: Not this.", "message: '{match:>999999999}'"), r"fee\.yml:\d+:\d+: "
    ),
    "noise that is no number": check(GOOD + "noise: !!float nan\n", r"fee\.yml:10:8: `noise`"),
    "not UTF-8": check(GOOD.encode() + b"\xff", r"fee\.yml:1:1: cannot be read: not UTF-8"),
    "UTF-16": check(GOOD.encode("utf-16"), r"fee\.yml:1:1: cannot be read: not UTF-8"),
    "Python object": check(GOOD + "fix: !!python/name:os.system\n", r"fee\.yml:10:6: could not determine"),
    "duplicate key": check(GOOD + "why: Twice.\n", r"fee\.yml:10:1: duplicate key `why`"),
    **{
        f"wrong type of {key}": check(
            "".join(f"{key}: {{a: [3]}}\n" if line.startswith(f"{key}:") else line for line in GOOD.splitlines(True)),
            rf"fee\.yml:\d+:\d+: .*{key}",
        )
        for key in ("id", "kind", "message", "why", "severity")
    },
}

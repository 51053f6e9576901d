"""Reading a newsroom's ledger of people: CSV files with a header row, one row a person, or several with a post each.

Of what is wrong in a file all is said, each with path, line and column; then nothing of it is used. What files add up
to is kept in the user's cache, by their content: making the tables takes ten times as long as reading them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from ..cache import cache_folder
from ..kinds.shared.ledger import Ledger, Row, aliases_of, build, days_of, exact_form, people_of
from ..rulebook.errors import shown
from .settings import SettingsError, read_text

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = ("name", "aliases", "honorific", "post", "from", "to", "count", "note")
"""What a ledger's header may name, in any order. ``count`` and ``note`` are for people, and not read."""

_MOST_ERRORS = 50
"""Errors of a file that are told, each of a few hundred characters at most."""
_KEPT = 8
"""Ledgers that are kept in the cache."""


class LedgerError(SettingsError):
    """A ledger cannot be used; each of the lines of the text begins with ``path:line:column``."""


class Entry(msgspec.Struct, frozen=True, gc=False):
    """One row of a ledger as it stands in its file; ``line`` is where it begins."""

    path: str
    line: int
    name: str
    aliases: tuple[str, ...]
    row: Row

    @property
    def where(self) -> str:
        """Return ``path:line:1``."""
        return f"{self.path}:{self.line}:1"


def read_ledger(paths: Sequence[str], *, cached: bool = True) -> Ledger:
    """Read the ledger that CSV files add up to. Raises LedgerError with all that is wrong in them."""
    texts = [(path, read_text(path)) for path in paths]
    kept = None
    if cached:
        with suppress(RuntimeError):  # there is no home folder
            kept = _place(texts)
    if kept is not None:
        with suppress(OSError, msgspec.DecodeError, ValueError):
            return msgspec.msgpack.decode(_sound(kept.read_bytes()), type=Ledger)
    ledger = build(people_of((e.name, e.aliases, e.row) for path, text in texts for e in parse_entries(text, path)))
    if kept is not None:
        _keep(kept, msgspec.msgpack.encode(ledger))
    return ledger


def parse_entries(text: str, path: str) -> list[Entry]:
    """Read the rows of one file. Raises LedgerError with all that is wrong in it."""
    entries: list[Entry] = []
    errors: list[str] = []
    for found in _read(text, path):
        if isinstance(found, str):
            errors.append(shown(found))
            if len(errors) == _MOST_ERRORS:
                errors.append(f"{path}:1:1: more is wrong in this file: mend the {_MOST_ERRORS} above first")
                break
        else:
            entries.append(found)
    if errors:
        raise LedgerError("\n".join(errors))
    return entries


def _read(text: str, path: str) -> Iterator[Entry | str]:
    """Yield each row, or what is wrong with one."""
    import csv

    lines = text.splitlines(keepends=True)
    reader = csv.reader(lines, strict=True)
    header: list[str] = []
    read: _Columns | None = None
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            yield _of_csv(path, lines, line, reader.line_num, str(error))
            return
        if not any(cell.strip() for cell in cells):
            continue
        if not header:
            header = [cell.strip().lower() for cell in cells]
            problems = list(islice(_wrong_header(path, lines, line, cells), _MOST_ERRORS))
            yield from problems
            if problems:
                return
            read = _Columns(header)
            continue
        entry = read.entry(path, line, cells) if read is not None else None
        if entry is None:
            yield from _entry(path, lines, line, header, cells)
        else:
            yield entry
    if not header:
        yield f"{path}:1:1: there is no header row: the first line names the columns, such as name,aliases,post"


def _wrong_header(path: str, lines: Sequence[str], line: int, cells: Sequence[str]) -> Iterator[str]:
    known = ", ".join(COLUMNS)
    place = partial(_cell_place, lines, line)
    if len(cells) == 1:
        for separator, name in ((";", "semicolons"), ("\t", "tabs")):
            if separator in cells[0]:
                at = cells[0].index(separator) + 1
                yield f"{path}:{line}:{at}: the columns are separated by {name}: save the file with commas"
                return
    seen: set[str] = set()
    for number, cell in enumerate(cells):
        name = cell.strip().lower()
        if name not in COLUMNS:
            at_line, column = place(number)
            what = f"unknown column `{cell.strip()}`" if name else "a column without a name"
            yield f"{path}:{at_line}:{column}: {what}; the columns are {known}"
        elif name in seen:
            at_line, column = place(number)
            yield f"{path}:{at_line}:{column}: the column `{name}` is there twice: leave one out"
        seen.add(name)
    if "name" not in seen:
        yield f"{path}:{line}:1: the column `name` is missing; the columns are {known}"


_FINE = re.compile(r"[^\W\d_][^,;\d@/<>|_=*?!\[\]{}\\\x00-\x1f\x7f]*")
"""Names in which `wrong_name` finds nothing, all but the rarest."""


class _Columns:
    """Where the columns of a file are; reads the rows in which nothing is wrong, which are nearly all."""

    def __init__(self, header: Sequence[str]) -> None:
        self._count = len(header)
        self._at = [header.index(column) if column in header else -1 for column in COLUMNS[:6]]

    def entry(self, path: str, line: int, cells: list[str]) -> Entry | None:
        """Return a row; None where it has to be read word by word, and perhaps refused."""
        if len(cells) > self._count:
            return None
        # The last is that of the columns that are not there.
        padded = [*cells, *[""] * (self._count + 1 - len(cells))]
        name, aliases, honorific, post, since, until = [" ".join(padded[at].split()) for at in self._at]
        if _FINE.fullmatch(name) is None:
            return None
        others = aliases_of(aliases) if aliases else ()
        if not all(map(_FINE.fullmatch, others)):
            return None
        first, last = days_of(since) if since else _NO_DAYS, days_of(until) if until else _NO_DAYS
        if first is None or last is None or (first[0] and last[1] and first[0] > last[1]):
            return None
        return Entry(path, line, name, others, Row(honorific, post, first[0], last[1], since, until))


_NO_DAYS = ("", "")


def _entry(
    path: str, lines: Sequence[str], line: int, header: Sequence[str], cells: Sequence[str]
) -> Iterator[Entry | str]:
    if len(cells) > len(header):
        at_line, column = _cell_place(lines, line, len(header))
        yield (
            f"{path}:{at_line}:{column}: {len(cells)} cells in a row under {len(header)} columns: "
            "put a cell that holds a comma in double quotes"
        )
        return
    values = dict.fromkeys(COLUMNS, "")
    values.update((column, " ".join(cell.split())) for column, cell in zip(header, cells, strict=False))
    problems: list[str] = []

    def wrong(column: str, message: str) -> None:
        at_line, at = _cell_place(lines, line, header.index(column) if column in header else 0)
        problems.append(f"{path}:{at_line}:{at}: {message}")

    name = values["name"]
    aliases = aliases_of(values["aliases"])
    if not name:
        wrong("name", "a row without a name: give it one, or take it out")
    for cell, form in (("name", name), *(("aliases", alias) for alias in aliases)):
        reason = wrong_name(form) if form else None
        if reason:
            wrong(cell, f"`{form}` {reason}")
    days: dict[str, str] = {"from": "", "to": ""}
    for end in days:
        if values[end]:
            span = days_of(values[end])
            if span is None:
                wrong(end, f"`{values[end]}` is no day: write 2024-05-31, 2024-05 or 2024")
            else:
                days[end] = span[end == "to"]
    if days["from"] and days["to"] and days["from"] > days["to"]:
        wrong("to", f"`to` ({values['to']}) is before `from` ({values['from']}): swap them, or mend the year")
    if problems:
        yield from problems
        return
    row = Row(values["honorific"], values["post"], days["from"], days["to"], values["from"], values["to"])
    yield Entry(path, line, name, aliases, row)


_COMMA = re.compile(r"[,;]")
_ODD = re.compile(r"[\d@/<>|_=*?!\[\]{}\\\x00-\x1f\x7f]")


def wrong_name(form: str) -> str | None:
    """Say why a ledger cannot hold a name, None where it can."""
    if _COMMA.search(form):
        return "is not as a story writes it: the given name first, and no comma"
    odd = _ODD.search(form)
    if odd:
        return f"holds `{odd[0]}`, which no name does: write the name as a story does, and the rest in `note`"
    if not any(letter.isalpha() for letter in form):
        return "holds no letter: write the name as a story does"
    return None


# What rows say together ---------------------------------------------------------------------------------------------


def contradictions(entries: Sequence[Entry]) -> Iterator[str]:
    """Yield what rows say twice, or against each other, each with path, line and column."""
    by_name: dict[str, list[Entry]] = {}
    names = {exact_form(entry.name): entry for entry in reversed(entries)}
    for entry in entries:
        for alias in entry.aliases:
            other = names.get(exact_form(alias))
            if other is not None and other.name == entry.name:
                yield f"{entry.where}: the alias `{alias}` is the name itself: take it out"
            elif other is not None:
                yield f"{entry.where}: the alias `{alias}` is the name of somebody else ({other.where}): leave one out"
        same = by_name.setdefault(exact_form(entry.name), [])
        for earlier in same:
            problem = _against(earlier, entry)
            if problem:
                yield f"{entry.where}: {problem}"
                break
        same.append(entry)


def _against(earlier: Entry, later: Entry) -> str | None:
    """Say what two rows of one name say twice or against each other, None where they go together."""
    one, two = earlier.row, later.row
    if earlier.name != later.name:
        return f"`{later.name}` is `{earlier.name}` ({earlier.where}) in points or apostrophes only: write one of them"
    if (one, earlier.aliases) == (two, later.aliases):
        return f"the same row as {earlier.where}: take one out"
    if (one.last_day and two.first_day and one.last_day < two.first_day) or (
        two.last_day and one.first_day and two.last_day < one.first_day
    ):
        return None
    if one.post and one.post.lower() == two.post.lower():
        return f"`{two.post}` holds for some of the days of {earlier.where} too: make one row of them, or mend the days"
    if one.honorific and two.honorific and one.honorific != two.honorific:
        return (
            f"`{two.honorific}` here and `{one.honorific}` in {earlier.where} for the same days: keep one, or mend them"
        )
    return None


# Places: looked for only where something is wrong ------------------------------------------------------------------


def _cell_place(lines: Sequence[str], line: int, number: int) -> tuple[int, int]:
    """Return the 1-based line and column at which a cell of the row that begins on a line begins."""
    text, at, cell, quoted = "".join(lines[line - 1 :]), 0, 0, False
    while at < len(text) and cell < number:
        letter = text[at]
        if letter == '"':
            quoted = not quoted
        elif letter == "," and not quoted:
            cell += 1
        elif letter in "\r\n" and not quoted:
            break
        at += 1
    before = text[:at].splitlines(keepends=True)
    if not before or before[-1].endswith(("\n", "\r")):
        return line + len(before), 1
    return line + len(before) - 1, len(before[-1]) + 1


def _of_csv(path: str, lines: Sequence[str], line: int, last: int, reason: str) -> str:
    """Say where a row's quotation marks are wrong, and what to do about it."""
    text, at, opened = "".join(lines[line - 1 :]), 0, None
    starts_cell = True
    while at < len(text):
        letter = text[at]
        if opened is None:
            if letter == '"' and starts_cell:
                opened = at
            starts_cell = letter in ",\r\n"
        elif letter == '"':
            if text[at + 1 : at + 2] == '"':
                at += 1
            elif text[at + 1 : at + 2] in ("", ",", "\r", "\n"):
                opened = None
                starts_cell = False
            else:
                where = _offset_place(text, at + 1, line)
                return (
                    f'{path}:{where}: after the closing quotation mark a comma must follow: write "" for a mark inside'
                )
        at += 1
    if opened is not None:
        return (
            f"{path}:{_offset_place(text, opened, line)}: this quotation mark is never closed: close it, or take it out"
        )
    return f"{path}:{max(line, last)}:1: bad CSV: {reason}"


def _offset_place(text: str, offset: int, line: int) -> str:
    before = text[:offset].splitlines(keepends=True)
    if not before or before[-1].endswith(("\n", "\r")):
        return f"{line + len(before)}:1"
    return f"{line + len(before) - 1}:{len(before[-1]) + 1}"


# The cache ----------------------------------------------------------------------------------------------------------

_LAYOUT = "4"
"""Changes where a kept ledger would be read otherwise: the fields of `Ledger`, or what its tables hold."""

_CHECKSUM = 4
"""Bytes at the beginning of a kept ledger: one in which a name has changed would pass for another ledger."""


def _place(texts: Sequence[tuple[str, str]]) -> Path:
    from hashlib import blake2b

    whole = blake2b(_LAYOUT.encode(), digest_size=16)
    for _, text in texts:
        data = text.encode()
        whole.update(len(data).to_bytes(8, "big"))
        whole.update(data)
    return cache_folder() / f"people-{whole.hexdigest()}"


def _keep(place: Path, data: bytes) -> None:
    """Keep a parsed ledger, and drop the oldest of too many. Where nothing can be written, all goes on without."""
    from ..newfile import taking_place

    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with taking_place(place) as file:
            file.write(_checksum(data) + data)
        kept = sorted(place.parent.glob("people-*"), key=lambda file: file.stat().st_mtime, reverse=True)
        for old in kept[_KEPT:]:
            old.unlink(missing_ok=True)


def _sound(data: bytes) -> bytes:
    """Return what follows the checksum. Raises ValueError where it does not fit."""
    if data[:_CHECKSUM] != _checksum(data[_CHECKSUM:]):
        raise ValueError("damaged")
    return data[_CHECKSUM:]


def _checksum(data: bytes) -> bytes:
    from zlib import crc32

    return crc32(data).to_bytes(_CHECKSUM, "big")

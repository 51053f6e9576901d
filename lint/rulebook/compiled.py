"""The compiled book: all packs in one cache file, so that a run reads no YAML and makes nothing ready twice.

The file holds what is known of each check, the state that its kind made ready (see `states`), the code of patterns
(see `patterncode`), and the house styles; on a start only the first is read, a state when its check first runs, the
styles when one is asked for. It fits one state of the program's and the packs' files (see `freshness`). Where it is
missing, out of date or damaged, or another user could have written it, the packs are read from their files and the book
is written anew; where it cannot be written, all goes on without. A book with errors is not kept, so that they are
reported by every run.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any
from zlib import crc32

import msgspec

from ..cache import cache_place
from ..kinds.shared.base import KindOptions, OptionError
from ..kinds.shared.literals import Way
from ..kinds.shared.matching import LateRe2Pattern, compiled_late
from ..kinds.shared.signs import SignTable, all_ways, sign_table
from ..text.regex import SIGN, TWIN, LatePattern, keep_ready
from .bookfile import BookFile, Contents, write_book
from .check import Check, Prepared
from .errors import RuleError
from .freshness import Survey, digest, same_content, settled, survey, with_content
from .kindsource import load_kind
from .lists import ListFolder
from .packs import Pack, shipped_pack, third_party_packs
from .patterncode import packed_pattern, packed_twin, pattern_from, patterns_of_modules
from .schema import Head, QuoteScope
from .states import StateReader

if TYPE_CHECKING:
    from .house import House
    from .loader import Shelf
    from .statewriter import StateWriter

_PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
_KEPT = 8
"""Books that are kept: each installation has its own, and with other packs another."""

_CHECKS = "checks"
_FILES = "files"
_LISTS = "lists"
_NEEDLES = "needles"
_PATTERNS = "patterns"
_SIGNS = "signs"
_STYLES = "styles"
_WAYS = "ways"


class _Row(msgspec.Struct, array_like=True):
    """One check. ``pack`` counts the packs from 0; ``xml``, ``state`` and ``options`` are numbers of pieces.

    ``state`` is None where the kind has to prepare the check anew, from its ``options``; these are None where they are
    not needed, or no plain data.
    """

    head: Head
    pack: int
    file: str
    blocks: frozenset[str] | None
    quotes: QuoteScope
    rules: frozenset[str]
    xml: int | None
    state: int | None
    options: int | None


class _Ways(msgspec.Struct, array_like=True):
    """The ways in which the needles of each check can match, each with a hash of the needles: for the next book only.

    ``made_by`` is a hash of the source of the modules that made them.
    """

    made_by: bytes
    ways: list[tuple[bytes, list[Way] | None]]


class _Patterns(msgspec.Struct, array_like=True):
    """The pieces that hold the code of patterns, by `_pattern_key`; ``python`` is the version that it is for.

    ``twins_made_by`` is a hash of the source of the module that made the twins of RE2 patterns.
    """

    python: str
    pieces: dict[int, int]
    twins_made_by: bytes


def load_compiled(cached: bool = True) -> tuple[list[Check], list[RuleError]]:
    """Return what `load_book` returns, from the cache where that fits: then without the checks' tests.

    Not ``cached``: the packs are read from their files, and no book is read or written.
    """
    packs = (shipped_pack(), *third_party_packs())
    if not cached:
        from .loader import contents, load_shelves

        return contents(load_shelves(packs))
    now = survey(packs, _PACKAGE)
    try:
        name = crc32(repr((_PACKAGE, sys.version, packs)).encode("utf-8", "replace"))
        path: str | None = os.path.join(cache_place(), f"book-{name:08x}.newslint")
    except RuntimeError:  # there is no home folder
        path = None
    if path is not None:
        with suppress(OSError, ValueError, msgspec.MsgspecError):
            return _read(path, now, packs), []
    from .loader import contents, load_shelves  # and with it PyYAML: only where the files have to be read

    kept = settled(now, time.time())
    files: bytes | None = None
    with suppress(OSError):  # before they are read for the book: what is changed from now on is changed since
        files = with_content(kept)
    shelves = load_shelves(packs)
    checks, errors = contents(shelves)
    if path is not None and files is not None and not errors:
        with suppress(Exception):  # the folder is full or not ours
            write_book(path, partial(_contents, path, now, kept, files, shelves))
            _remove_old(os.path.dirname(path))
    return checks, errors


# Reading


def _read(path: str, now: Survey, packs: Sequence[Pack]) -> list[Check]:
    """Return the checks. Raises OSError, ValueError or MsgspecError where there is no book for this state."""
    file = BookFile(path)
    if file.stamp != now.stamp:
        if not same_content(file.section(_FILES), now):
            raise ValueError("the program or the packs have changed")
        if (
            settled(now, time.time()) == now
        ):  # else a file is so young that it is looked into again the next time in any case
            with suppress(OSError, ValueError):
                file.restamp(now.stamp)
                file = BookFile(path)
    book = CompiledBook(file, packs)
    keep_ready(book.pattern)
    return book.checks()


class CompiledBook:
    """An open book. What is damaged in it is done without: its check is read from its file, and the book removed."""

    def __init__(self, file: BookFile, packs: Sequence[Pack]) -> None:
        self._file = file
        self._packs = packs
        self._states = StateReader(file.piece)

    def checks(self) -> list[Check]:
        rows = msgspec.msgpack.decode(self._file.section(_CHECKS), type=list[_Row])
        return [
            Check(
                head=row.head,
                file=row.file,
                needles_of=partial(self._needles_of, number, row),
                blocks=row.blocks,
                quotes=row.quotes,
                prepare=partial(self._prepare, row),
                languagetool_rules=row.rules,
                own_rule=None if row.xml is None else partial(self._xml, row),
                book=self,
                number=number,
            )
            for number, row in enumerate(rows)
        ]

    def section(self, name: str) -> bytes:
        return self._file.section(name)

    @cached_property
    def signs(self) -> SignTable | None:
        try:
            return msgspec.msgpack.decode(self.section(_SIGNS), type=SignTable)
        except (OSError, ValueError, msgspec.MsgspecError):
            self._file.remove()
            return None

    def house(self, key: str) -> House | None:
        """Return a pack's house style as the settings call it, None where the book has none of that name."""
        from .house import House

        try:
            kept = msgspec.msgpack.decode(self.section(_STYLES), type=dict[str, msgspec.Raw])
            return msgspec.msgpack.decode(kept[key], type=House) if key in kept else None
        except (OSError, ValueError, msgspec.MsgspecError):
            self._file.remove()
            return None

    def pattern(self, source: str, flags: int) -> re.Pattern[str] | None:
        """Return a pattern whose code the book holds, None for any other."""
        packed = self.packed_pattern(source, flags)
        return None if packed is None else pattern_from(packed, source, flags)

    def packed_pattern(self, source: str, flags: int) -> bytes | None:
        number = None if self._patterns is None else self._patterns.pieces.get(_pattern_key(source, flags))
        if number is None:
            return None
        try:
            return self._file.piece(number)
        except (OSError, ValueError):
            self._file.remove()
            return None

    def _needles_of(self, number: int, row: _Row) -> tuple[str, ...] | None:
        return self._from_file(row).needles if self._needles is None else self._needles[number]

    @cached_property
    def _needles(self) -> list[tuple[str, ...] | None] | None:
        try:
            return msgspec.msgpack.decode(self.section(_NEEDLES), type=list[tuple[str, ...] | None])
        except (OSError, ValueError, msgspec.MsgspecError):
            self._file.remove()
            return None

    @property
    def twins_made_by(self) -> bytes:
        return b"" if self._patterns is None else self._patterns.twins_made_by

    @cached_property
    def _patterns(self) -> _Patterns | None:
        try:
            patterns = msgspec.msgpack.decode(self.section(_PATTERNS), type=_Patterns)
        except (OSError, ValueError, msgspec.MsgspecError):
            self._file.remove()
            return None
        return patterns if patterns.python == sys.version else None

    @cached_property
    def _lists(self) -> list[ListFolder]:
        lists: list[ListFolder] = []
        try:
            compiled = msgspec.msgpack.decode(self.section(_LISTS), type=list[dict[str, msgspec.Raw]])
        except (OSError, ValueError, msgspec.MsgspecError):  # a book in which all states are kept has none
            compiled = [{} for _ in self._packs]
        for pack, known in zip(self._packs, compiled, strict=True):
            lists.append(ListFolder(pack.folder / "lists", lists[0] if lists else None, known))
        return lists

    def _prepare(self, row: _Row) -> Prepared:
        module: Any = load_kind(row.head.kind)
        try:
            if row.state is not None:
                return Prepared(module, partial(self._options, row), self._states.state(row.state))
            if row.options is None:
                return self._from_file(row).prepared
            options = msgspec.msgpack.decode(self._file.piece(row.options), type=module.Options)
        except (OSError, ValueError, msgspec.MsgspecError):
            self._file.remove()
            return self._from_file(row).prepared
        with compiled_late():
            return Prepared(module, lambda: options, module.prepare(options, self._lists[row.pack]))

    def _options(self, row: _Row) -> KindOptions:
        return self._from_file(row).prepared.options  # who explains a check wants them, no run does

    def _xml(self, row: _Row) -> str:
        try:
            xml: str = self._states.shared(row.xml)
        except (OSError, ValueError):
            self._file.remove()
            return self._from_file(row).languagetool_xml
        return xml

    def _from_file(self, row: _Row) -> Check:
        from pathlib import Path

        from .loader import load_check

        return load_check(Path(row.file), self._packs[row.pack], self._lists[row.pack])


def _pattern_key(source: str, flags: int) -> int:
    return crc32(source.encode("utf-8", "surrogatepass"), flags)


# Writing


def _contents(path: str, now: Survey, kept: Survey, files: bytes, shelves: Sequence[Shelf]) -> Contents:
    """Return what a book of these shelves holds. Raises ValueError where a file has changed since they were read."""
    from .statewriter import StateWriter

    old: BookFile | None = None
    with suppress(OSError, ValueError):
        old = BookFile(path)
    checks = [(number, check) for number, shelf in enumerate(shelves) for check in shelf.checks]
    writer = StateWriter(_shared_parts(check for _, check in checks))
    rows = [_row(check, pack, writer) for pack, check in checks if pack == 0]
    shipped = writer.re2_patterns.union(*(_deferring(check) for pack, check in checks if pack == 0))
    rows += [_row(check, pack, writer) for pack, check in checks if pack > 0]
    ways = _ways_of([check for _, check in checks], old)
    sections = {
        _CHECKS: msgspec.msgpack.encode(rows),
        _FILES: files,
        _NEEDLES: msgspec.msgpack.encode([check.needles for _, check in checks]),
        _PATTERNS: _patterns_of(writer, shipped, None if old is None else CompiledBook(old, ())),
        _SIGNS: msgspec.msgpack.encode(sign_table(found for _, found in ways.ways)),
        _STYLES: msgspec.msgpack.encode(_styles_of(shelves)),
        _WAYS: msgspec.msgpack.encode(ways),
    }
    if any(row.state is None and row.options is not None for row in rows):
        lists = [
            {name: msgspec.Raw(msgspec.msgpack.encode(data)) for name, data in shelf.lists.read_so_far().items()}
            for shelf in shelves
        ]
        sections[_LISTS] = msgspec.msgpack.encode(lists)
    if survey([shelf.pack for shelf in shelves], _PACKAGE) != now:
        raise ValueError("a file has changed meanwhile")
    return Contents(kept.stamp, sections, writer.pieces)


def _styles_of(shelves: Sequence[Shelf]) -> dict[str, House]:
    """Return the packs' house styles by what settings call them. Those that are wrong are read, and reported, anew."""
    from .houses import OPTIONS_LIST, read_house, style_names, style_options

    found: dict[str, House] = {}
    for pack, lists, *_ in shelves:
        names = style_names(pack.folder)
        try:
            options = style_options(lists) if names and OPTIONS_LIST in lists.names() else {}
        except (OptionError, RuleError):
            continue
        for name in names:
            key = f"{pack.name}:{name}" if pack.name else name
            with suppress(RuleError):
                found[key] = read_house(key, pack.folder, options)
    return found


def _shared_parts(checks: Iterable[Check]) -> frozenset[int]:
    """Return which large parts of states are met more than once: a piece of its own costs 10 µs whenever it is read."""
    from .statewriter import StateWriter

    writer = StateWriter()
    for check in checks:
        writer.add(check.state)
        writer.share(check.languagetool_xml)
    return writer.shared()


def _row(check: Check, pack: int, writer: StateWriter) -> _Row:
    state = writer.add(check.state)
    options: int | None = None
    if state is None:
        with suppress(TypeError, ValueError, OverflowError):  # a third party's options need not be plain data
            packed = msgspec.msgpack.encode(check.prepared.options)
            msgspec.msgpack.decode(packed, type=check.module.Options)
            options = writer.append(packed)
    return _Row(
        head=msgspec.structs.replace(check.head, tests=()),
        pack=pack,
        file=check.file,
        blocks=check.blocks,
        quotes=check.quotes,
        rules=check.languagetool_rules,
        xml=writer.share(check.languagetool_xml) if check.own_rule is not None else None,
        state=state,
        options=options,
    )


def _ways_of(checks: Iterable[Check], old: BookFile | None) -> _Ways:
    """Return the ways. Those of the last book are kept: it takes two seconds to find all anew for one edit."""
    from pathlib import Path

    from ..kinds.shared import common_words, literals

    made_by = digest(b"".join(Path(str(module.__file__)).read_bytes() for module in (common_words, literals)))
    known: dict[bytes, list[Way] | None] = {}
    if old is not None:
        with suppress(OSError, ValueError, msgspec.MsgspecError):
            ways = msgspec.msgpack.decode(old.section(_WAYS), type=_Ways)
            known = dict(ways.ways) if ways.made_by == made_by else {}
    rows: list[tuple[bytes, list[Way] | None]] = []
    for check in checks:
        key = digest("\n".join(check.needles or ()).encode("utf-8", "surrogatepass"))
        found = None if check.needles is None else known[key] if key in known else all_ways(check.needles)
        rows.append((key, found))
    return _Ways(made_by, rows)


def _deferring(check: Check) -> Iterable[str]:
    """Return the patterns by which a check gives way to house styles."""
    return (form for forms in check.head.unless_style.values() if isinstance(forms, dict) for form in forms.values())


def _patterns_of(writer: StateWriter, shipped: Iterable[str], old: CompiledBook | None) -> bytes:
    """Return where the code of all patterns is that states and imported modules hold; none is compiled twice.

    Only ``shipped`` RE2 patterns, which are known, have twins: whether one is quick is an estimate (`twinpattern`), and
    a stranger's pack is RE2's from its first text on.
    """
    from pathlib import Path

    from . import twinpattern

    package = __name__.partition(".rulebook.")[0]
    of_modules = list(patterns_of_modules(package))
    wanted = writer.patterns.union(pattern.given() for pattern in of_modules if isinstance(pattern, LatePattern))
    of_re2 = {*shipped, *(pattern.pattern for pattern in of_modules if isinstance(pattern, LateRe2Pattern))}
    pieces: dict[int, int] = {}
    for source, flags in sorted(wanted):
        packed = old.packed_pattern(source, flags) if old is not None else None
        if packed is None or pattern_from(packed, source, flags) is None:
            packed = packed_pattern(source, flags)
        if packed is not None:
            pieces[_pattern_key(source, flags)] = writer.append(packed)
    twins_made_by = digest(Path(str(twinpattern.__file__)).read_bytes())
    old_twins = old if old is not None and old.twins_made_by == twins_made_by else None
    for source in sorted(of_re2):
        known = _old_twin(source, old_twins)
        for flag, packed in (known or packed_twin(source, twinpattern.twin_of(source))).items():
            pieces[_pattern_key(source, flag)] = writer.append(packed)
    return msgspec.msgpack.encode(_Patterns(sys.version, pieces, twins_made_by))


def _old_twin(source: str, old: CompiledBook | None) -> dict[int, bytes]:
    if old is None:
        return {}
    known = {flag: old.packed_pattern(source, flag) for flag in (SIGN, TWIN)}
    return {flag: packed for flag, packed in known.items() if packed is not None and pattern_from(packed, source, flag)}


def _remove_old(folder: str) -> None:
    from pathlib import Path

    books = sorted(Path(folder).glob("book-*"), key=lambda book: book.stat().st_mtime, reverse=True)
    for book in books[_KEPT:]:
        book.unlink(missing_ok=True)

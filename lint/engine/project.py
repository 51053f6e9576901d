"""The project around the copy: which settings hold for which file."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import msgspec

from ..issue import Severity
from .exclusion import Excluded, below, ignored_by_git, pattern_spec, relative_to
from .finding import find_settings
from .language import Language
from .options import Options
from .selection import Selection, UnknownRuleError
from .settings import CheckSettings, GrammarMode, PathSettings, Settings, SettingsError, all_words, at_home

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from pathspec import GitIgnoreSpec

    from ..kinds.shared.ledger import Ledger
    from ..kinds.shared.style import Section
    from ..rulebook.check import Check
    from ..rulebook.errors import RuleError
    from ..rulebook.house import House
    from .book import Book
    from .layers import Layer, Steps


class Said(msgspec.Struct, frozen=True):
    """What the command line says; None and empty: nothing. ``select`` replaces the project's, ``ignore`` adds to it."""

    language: Language | None = None
    grammar: GrammarMode | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    advice: bool = False
    exclude: tuple[str, ...] = ()
    respect_gitignore: bool = True
    style: str | None = None
    day: dt.date | None = None


class Ground(msgspec.Struct, frozen=True):
    """The settings of one folder: the files they come from, what those add up to, and what their paths start from."""

    settings: Settings
    layers: tuple[Layer, ...]
    root: str


class Project:
    """Finds the settings of files, each file's nearest: one that is `config` holds for all, `isolated` for none.

    Raises SettingsError, from whatever is asked, for settings that cannot be used.
    """

    def __init__(self, *, config: Path | None = None, isolated: bool = False) -> None:
        self._fixed = self._ground(str(config), os.getcwd()) if config is not None else None
        self._isolated = isolated
        self._by_file: dict[str | None, Ground] = {}
        self._by_folder: dict[str, Ground] = {}

    def ground(self, path: str) -> Ground:
        """Return the settings that hold for a file, or for what is found in a folder."""
        if self._fixed is not None:
            return self._fixed
        whole = os.path.abspath(path)  # as it is named: a link's settings are those beside it
        folder = whole if os.path.isdir(whole) else os.path.dirname(whole)
        if folder not in self._by_folder:
            file = None if self._isolated else find_settings(folder)
            if file not in self._by_file:
                root = folder if file is None else os.path.dirname(file)
                self._by_file[file] = self._ground(file, root)
            self._by_folder[folder] = self._by_file[file]
        return self._by_folder[folder]

    @staticmethod
    def _ground(file: str | None, root: str) -> Ground:
        if file is None:
            return Ground(Settings(), (), root)
        from pathlib import Path

        from .layers import merged, read_layers

        layers = read_layers(Path(file))
        return Ground(merged(layers), layers, root)


def exclusion(project: Project, said: Said) -> Excluded:
    """Return what says which paths the settings, the command line and git leave out of a walk through folders."""
    by_root: dict[str, Excluded] = {}
    here = below(os.getcwd(), said.exclude) if said.exclude else None
    git = ignored_by_git()

    def excluded(path: str, is_folder: bool) -> bool:
        if here is not None and here(path, is_folder):
            return True
        # A folder's own settings say nothing of the folder itself: what is above it does.
        ground = project.ground(os.path.dirname(os.path.abspath(path)))
        if ground.settings.exclude:
            if ground.root not in by_root:
                try:
                    by_root[ground.root] = below(ground.root, ground.settings.exclude)
                except ValueError as error:
                    last = next(layer for layer in reversed(ground.layers) if layer.settings.exclude)
                    raise last.error(("exclude",), f"`exclude`: {error}") from None
            if by_root[ground.root](path, is_folder):
                return True
        return said.respect_gitignore and ground.settings.respect_gitignore and git(path, is_folder)

    return excluded


class Plan:
    """Says which options hold for which file: the project's settings, those for its path, and the command line's.

    Raises SettingsError and UnknownRuleError, from whatever is asked, for what cannot be used.
    """

    def __init__(self, project: Project, book: Book, said: Said) -> None:
        self._project = project
        self._book = book
        self._said = said
        self._known: dict[tuple[int, tuple[str, ...]], Options] = {}
        self._by_path: dict[str, Options] = {}  # a run asks some times for each of its files
        self._specs: dict[int, list[tuple[str, GitIgnoreSpec]]] = {}
        self._grounds: list[Ground] = []  # kept: their identity is a key
        self._houses: dict[str, House] = {}
        self._ledgers: dict[tuple[str, ...], Ledger] = {}
        if said.select or said.ignore:
            Selection(said.select, said.ignore).verify(book.ids)

    def options(self, path: str) -> Options:
        """Return the options for a file; files for which the same is said share them."""
        if path not in self._by_path:
            self._by_path[path] = self._found(path)
        return self._by_path[path]

    def _found(self, path: str) -> Options:
        ground = self._project.ground(path)
        if id(ground) not in self._specs:
            self._specs[id(ground)] = self._prepared(ground)
        inner = relative_to(path, ground.root)
        fitting = tuple(
            pattern for pattern, spec in self._specs[id(ground)] if inner is not None and spec.match_file(inner)
        )
        key = (id(ground), fitting)
        if key not in self._known:
            self._known[key] = self._options(ground, [ground.settings.per_path[pattern] for pattern in fitting])
        return self._known[key]

    def _prepared(self, ground: Ground) -> list[tuple[str, GitIgnoreSpec]]:
        self._grounds.append(ground)
        for layer in ground.layers:
            _verify(layer, self._book)
        return [(pattern, pattern_spec([pattern])) for pattern in ground.settings.per_path]

    def _options(self, ground: Ground, rows: list[PathSettings]) -> Options:
        settings, said = ground.settings, self._said
        language: Language = settings.language
        select = settings.select
        style = settings.style
        section: Section = "news"
        checks = dict(settings.checks)
        ignore = [*settings.ignore]
        words = set(all_words(settings))
        for row in rows:
            language = row.language or language
            style = row.style or style
            section = row.section or section
            select = row.select if row.select is not None else select
            ignore += row.ignore
            words.update(row.words)
            for id_, check in row.checks.items():
                earlier = checks.get(id_, CheckSettings())
                checks[id_] = CheckSettings(
                    severity=check.severity or earlier.severity, options={**earlier.options, **check.options}
                )
        off = [id_ for id_, check in checks.items() if check.severity == "off"]
        levels: list[tuple[str, Severity]] = [
            (id_, check.severity) for id_, check in checks.items() if check.severity and check.severity != "off"
        ]
        house = self._house(style, ground) if said.style is None else self._house(said.style, None)
        if house is not None and language == "auto" and house.language is not None:
            language = house.language
        return Options(
            language=said.language or language,
            words=frozenset(words),
            grammar=said.grammar or settings.grammar,
            selection=Selection(said.select or select, (*ignore, *off, *said.ignore)),
            advice=said.advice,
            levels=tuple(levels),
            tuned=tuple(self._tuned(id_, check.options, ground) for id_, check in checks.items() if check.options),
            house=house,
            section=section,
            day=said.day,
            date_in_path=settings.date_in_path,
            ledger=self._ledger(settings),
        )

    def _ledger(self, settings: Settings) -> Ledger | None:
        """Return who the newsroom has listed, None where it names no ledger."""
        if not settings.people:
            return None
        paths = (settings.people,) if isinstance(settings.people, str) else settings.people
        if paths not in self._ledgers:
            from .ledger import read_ledger

            self._ledgers[paths] = read_ledger(paths)
        return self._ledgers[paths]

    def _house(self, style: str, ground: Ground | None) -> House | None:
        """Return the house style of that name, or of a file: of settings, relative to them. None for the default."""
        if style == DEFAULT_STYLE:
            return None
        from ..rulebook.errors import RuleError

        own: Path | None = None
        if style.endswith(".yml"):
            own = at_home(style)
        if style not in self._houses:
            try:
                self._houses[style] = self._book.house(style, own)
            except RuleError as error:
                raise _style_error(error, style, ground) from None
        return self._houses[style]

    def _tuned(self, id_: str, options: dict[str, Any], ground: Ground) -> Check:
        from ..rulebook.errors import RuleError
        from ..rulebook.tuning import retuned

        check = next(check for check in self._book.checks if check.id == id_)
        try:
            return retuned(check, options)
        except RuleError as error:
            raise _tuning_error(error, id_, options, ground) from None


def _tuning_error(error: Exception, id_: str, options: dict[str, Any], ground: Ground) -> SettingsError:
    """Say where the settings give the options that a check does not take."""
    message = getattr(error, "message", str(error))
    for layer in reversed(ground.layers):
        places: list[tuple[Steps, CheckSettings | None]] = [(("checks", id_), layer.settings.checks.get(id_))]
        for pattern, row in layer.settings.per_path.items():
            places.append((("per-path", pattern, "checks", id_), row.checks.get(id_)))
        for where, check in places:
            for name in check.options if check is not None else ():
                if f"`{name}`" in message:
                    return layer.error((*where, "options", name), f"`{id_}`: {message}", key=True)
    for layer in reversed(ground.layers):
        if id_ in layer.settings.checks:
            return layer.error(("checks", id_), f"`{id_}`: {message}", key=True)
    return SettingsError(f"`{id_}`: {message}")


def _verify(layer: Layer, book: Book) -> None:
    """Raise SettingsError for an id, a style or a pattern in a file of settings that is not known."""
    settings = layer.settings
    where: Steps
    for name, selectors in (("select", settings.select), ("ignore", settings.ignore)):
        _verify_selectors(layer, book, (name,), selectors)
    _verify_checks(layer, book, ("checks",), settings.checks)
    for pattern, row in settings.per_path.items():
        where = ("per-path", pattern)
        _verify_pattern(layer, where, pattern)
        _verify_selectors(layer, book, (*where, "select"), row.select or ())
        _verify_selectors(layer, book, (*where, "ignore"), row.ignore)
        _verify_checks(layer, book, (*where, "checks"), row.checks)
    for number, pattern in enumerate(settings.exclude):
        _verify_pattern(layer, ("exclude", number), pattern)
    if settings.date_in_path is not None:
        _verify_date_pattern(layer, settings.date_in_path)


DEFAULT_STYLE = "default"
"""No house's: what none disputes."""


def _style_error(error: RuleError, style: str, ground: Ground | None) -> SettingsError:
    """Say where the settings name a style that there is not; an error within a style's file says its own place."""
    for layer in reversed(ground.layers if ground is not None else ()):
        if layer.settings.style == style and error.line == 0:
            return layer.error(("style",), f"`style`: {error.message}")
        for pattern, row in layer.settings.per_path.items():
            if row.style == style and error.line == 0:
                return layer.error(("per-path", pattern, "style"), f"`style`: {error.message}")
    return SettingsError(f"--style: {error.message}" if error.line == 0 else str(error))


def _verify_date_pattern(layer: Layer, pattern: str) -> None:
    from ..kinds.shared.base import OptionError
    from ..kinds.shared.matching import compile_pattern

    try:
        groups = compile_pattern(pattern).groupindex
    except OptionError as error:
        raise layer.error(("date-in-path",), f"`date-in-path`: {error.message}") from None
    missing = [name for name in ("year", "month", "day") if name not in groups]
    if missing:
        message = f"`date-in-path`: the pattern has no group named {' or '.join(missing)}: write (?P<year>...)"
        raise layer.error(("date-in-path",), message)


def _verify_selectors(layer: Layer, book: Book, where: Steps, selectors: Iterable[str]) -> None:
    for selector, number in {each: number for number, each in reversed([*enumerate(selectors)])}.items():
        try:
            Selection((selector,)).verify(book.ids)
        except UnknownRuleError as error:
            raise layer.error((*where, number), str(error)) from None


def _verify_checks(layer: Layer, book: Book, where: Steps, checks: dict[str, CheckSettings]) -> None:
    for id_, check in checks.items():
        try:
            Selection((id_,)).verify(book.ids)
        except UnknownRuleError as error:
            raise layer.error((*where, id_), str(error), key=True) from None
        if check.options and not any(known.id == id_ for known in book.checks):
            message = f"`{id_}`: options are for one check of the book, by its whole id"
            raise layer.error((*where, id_), message, key=True)


def _verify_pattern(layer: Layer, where: Steps, pattern: str) -> None:
    try:
        pattern_spec([pattern])
    except ValueError as error:
        raise layer.error(where, str(error), key=True) from None

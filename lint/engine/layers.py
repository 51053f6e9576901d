"""From files to settings: `newslint.yml` or `pyproject.toml`, and what they extend."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from ..rulebook.datafile import RULE_BYTES, leaves, repository_of
from ..rulebook.errors import RuleError, shown
from .settings import CheckSettings, PathSettings, Settings, SettingsError, at_home, read_text

if TYPE_CHECKING:
    from collections.abc import Mapping

_TABLE = ("tool", "newslint")

Steps = tuple[str | int, ...]

_MOST_LAYERS = 50
"""Files that settings may add up to, each counted as often as it is extended."""
_MOST_PATTERNS, _PATTERN_LENGTH = 1000, 40_000
_ADDED = ("words", "words_file", "people", "ignore", "exclude")
"""The keys whose values in one file add to those of the files that it extends; `checks` and `per-path` do so by key."""


class Layer(msgspec.Struct, frozen=True):
    """One file of settings: its text, what stands in it, the same as settings, and which keys it sets."""

    path: Path
    text: str
    data: dict[str, Any]
    settings: Settings

    def place(self, where: Steps, *, key: bool = False) -> tuple[int, int]:
        """Return the 1-based line and column of a value, or of the last key itself."""
        if self.path.suffix == ".toml":
            from .toml_places import locate as locate_toml

            return locate_toml(self.text, (*_TABLE, *where), key=key)
        from ..rulebook.yamlfile import locate

        return locate(self.text, where, key=key)

    def error(self, where: Steps, message: str, *, key: bool = False) -> SettingsError:
        """Return an error that points at a value."""
        line, column = self.place(where, key=key)
        return SettingsError(f"{self.path}:{line}:{column}: {shown(message)}")


def read_layers(path: Path) -> tuple[Layer, ...]:
    """Read a settings file and those that it extends, the base first.

    Raises SettingsError with path, line and column of what is wrong in one of them.
    """
    root = repository_of(str(path))
    if root is not None and leaves(str(path), root):
        raise SettingsError(f"{path}:1:1: a link to a file outside of the repository {root}: settings are its own")
    return tuple(_read(path, (), []))


def read_settings(path: Path) -> Settings:
    """Read a settings file with what it extends. Raises SettingsError."""
    return merged(read_layers(path))


def merged(layers: tuple[Layer, ...]) -> Settings:
    """Return the settings that layers add up to: a later one's value replaces an earlier one's, or adds to it."""
    values: dict[str, Any] = {}
    for layer in layers:
        said = {key.replace("-", "_") for key in layer.data}
        for name in said - {"extends"}:
            value = getattr(layer.settings, name)
            if name in _ADDED:
                values[name] = tuple(dict.fromkeys((*values.get(name, ()), *value)))
            elif name in ("checks", "per_path"):
                earlier = {key: old for key, old in values.get(name, {}).items() if key not in value}
                values[name] = {**earlier, **value}
            else:
                values[name] = value
    return Settings(**values)


def _read(path: Path, above: tuple[Path, ...], read: list[Path]) -> Iterator[Layer]:
    """Yield the layers of a file; ``above`` are those that extend it, ``read`` all that were read so far."""
    layer = _layer(path)
    read.append(path)
    bases = (layer.settings.extends,) if isinstance(layer.settings.extends, str) else layer.settings.extends
    for number, name in enumerate(bases):
        where: Steps = ("extends",) if isinstance(layer.settings.extends, str) else ("extends", number)
        base = path.absolute().parent / at_home(name)
        if not os.path.isfile(base):  # noqa: PTH113 - Path.is_file raises for a name that is too long
            raise layer.error(where, f"`extends`: there is no file {base}")
        _verify_own(base, where, layer)
        if len(read) >= _MOST_LAYERS:
            raise layer.error(where, f"`extends`: more than {_MOST_LAYERS} files are read: extend fewer, or each once")
        chain = (*above, path.resolve())
        if base.resolve() in chain:
            raise layer.error(where, f"`extends`: {base} extends this file in its turn")
        yield from _read(base, chain, read)
    yield layer


def _layer(path: Path) -> Layer:
    text = read_text(path, RULE_BYTES)
    try:
        data = _toml(text, path) if path.suffix == ".toml" else _yaml(text, path)
        bare = Layer(path, text, data, Settings())

        def converted(part: Any, struct: Any, where: Steps) -> Any:
            return _converted(bare, part, struct, where)

        plain = {key: value for key, value in data.items() if key not in ("checks", "per-path")}
        settings: Settings = converted(plain, Settings, ())
        settings = msgspec.structs.replace(
            settings,
            checks=_checks(data.get("checks", {}), ("checks",), bare, converted),
            per_path=_per_path(data.get("per-path", {}), bare, converted),
        )
        if settings.grammar_url is not None:
            _verify_url(settings.grammar_url, bare)
        settings = _with_style_paths(settings, path.absolute().parent)
        _verify_named_files(settings, bare)
        if settings.words_file != ():
            settings = msgspec.structs.replace(settings, words_file=_word_files(settings.words_file, bare))
        if settings.people != ():
            settings = msgspec.structs.replace(settings, people=_ledger_files(settings.people, bare))
        return msgspec.structs.replace(bare, settings=settings)
    except RuleError as error:
        raise SettingsError(str(error)) from None


def _with_style_paths(settings: Settings, folder: Path) -> Settings:
    """Return the settings with styles of the newsroom's own as absolute paths: they are relative to this file."""

    def whole(style: str) -> str:
        return str(folder / at_home(style)) if style.endswith(".yml") else style

    rows = {
        pattern: row if row.style is None else msgspec.structs.replace(row, style=whole(row.style))
        for pattern, row in settings.per_path.items()
    }
    return msgspec.structs.replace(settings, style=whole(settings.style), per_path=rows)


def _yaml(text: str, path: Path) -> dict[str, Any]:
    from ..rulebook.yamlfile import read_yaml  # and with it PyYAML: only where there are settings

    data = read_yaml(text, str(path))
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise RuleError(str(path), 1, 1, "settings are a mapping of keys to values, such as `language: en-AU`")
    return data


def _toml(text: str, path: Path) -> dict[str, Any]:
    import tomllib
    from re import search

    from .toml_places import parse_toml

    try:
        data: Any = parse_toml(text)
    except tomllib.TOMLDecodeError as error:
        found = search(r"^(?P<what>.*) \(at line (?P<line>\d+), column (?P<column>\d+)\)$", str(error))
        if found is None:  # at the end of the document
            raise RuleError(str(path), len(text.splitlines()) or 1, 1, f"bad TOML: {error}") from None
        raise RuleError(str(path), int(found["line"]), int(found["column"]), f"bad TOML: {found['what']}") from None
    except RecursionError:
        raise RuleError(str(path), 1, 1, "bad TOML: nested too deep to be read") from None
    for step in _TABLE:
        data = data.get(step, {}) if isinstance(data, dict) else {}
    if not isinstance(data, dict):
        raise RuleError(str(path), 1, 1, "`tool.newslint` is a table of keys and values")
    return data


def _converted(layer: Layer, part: Any, struct: Any, where: Steps) -> Any:
    from ..rulebook.schema import convert

    def place(_text: str, inner: Steps, /, *, key: bool = False) -> tuple[int, int]:
        return layer.place((*where, *inner), key=key)

    return convert(part, struct, layer.text, str(layer.path), place)


def _checks(
    data: Any, where: Steps, layer: Layer, converted: Callable[[Any, Any, Steps], Any]
) -> dict[str, CheckSettings]:
    """Convert one row at a time: only so an error can name the row. A word alone is a severity."""
    checks = {}
    for id_, value in _mapping(data, where, layer, "ids of checks to a severity or to keys of their own").items():
        row = {"severity": value} if isinstance(value, str) else value
        at = (*where, id_)
        if not isinstance(row, dict):
            raise layer.error(at, f"`{id_}`: a severity (off, advice, warning, error), or `severity` and `options`")
        try:
            checks[id_] = converted(row, CheckSettings, at)
        except RuleError as error:
            if isinstance(value, str):  # there is no key `severity` to point at
                raise layer.error(at, error.message) from None
            raise
    return checks


def _per_path(data: Any, layer: Layer, converted: Callable[[Any, Any, Steps], Any]) -> dict[str, PathSettings]:
    rows = {}
    for pattern, value in _mapping(data, ("per-path",), layer, "patterns such as `sport/**` to settings").items():
        at = ("per-path", pattern)
        if not isinstance(value, dict):
            raise layer.error(at, f"`{pattern}`: a mapping of keys to values, such as `ignore: [names/]`")
        if pattern.startswith("!"):
            raise layer.error(
                at, f"`{pattern}`: a pattern here says which paths are meant, not which are not", key=True
            )
        plain = {key: part for key, part in value.items() if key != "checks"}
        row: PathSettings = converted(plain, PathSettings, at)
        checks = _checks(value.get("checks", {}), (*at, "checks"), layer, converted)
        rows[pattern] = msgspec.structs.replace(row, checks=checks)
    return rows


def _mapping(data: Any, where: Steps, layer: Layer, what: str) -> Mapping[str, Any]:
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise layer.error(where, f"`{where[-1]}` is a mapping of {what}")
    return data


def _verify_url(url: str, layer: Layer) -> None:
    from ..grammar.address import parse_address  # and with it urllib: only where there is an address

    try:
        parse_address(url)
    except ValueError as error:
        raise layer.error(("grammar-url",), f"`grammar-url`: {error}") from None


def _verify_named_files(settings: Settings, layer: Layer) -> None:
    """Raise SettingsError for a style or a baseline outside of the repository."""
    if settings.style.endswith(".yml"):
        _verify_own(Path(settings.style), ("style",), layer)
    for pattern, row in settings.per_path.items():
        if row.style is not None and row.style.endswith(".yml"):
            _verify_own(Path(row.style), ("per-path", pattern, "style"), layer)
    for name, many in (("exclude", settings.exclude), ("per-path", settings.per_path)):
        if len(many) > _MOST_PATTERNS or sum(map(len, many)) > _PATTERN_LENGTH:
            message = f"`{name}`: more than {_MOST_PATTERNS:,} patterns, or {_PATTERN_LENGTH:,} characters of them"
            raise layer.error((name,), message)
    if settings.baseline is not None:
        _verify_own(layer.path.absolute().parent / settings.baseline, ("baseline",), layer)


def _verify_own(file: Path, where: Steps, layer: Layer) -> None:
    """Raise SettingsError where settings of a git repository name a file outside of it, be it by a link.

    Who may change the settings of a repository need not be one who may look at the machine that reads them.
    """
    root = repository_of(str(layer.path))
    if root is not None and leaves(str(file), root):
        what = f"`{where[-1] if isinstance(where[-1], str) else where[0]}`"
        raise layer.error(where, f"{what}: {file} is outside of the repository {root}: settings name files in it")


def _word_files(named: str | tuple[str, ...], layer: Layer) -> tuple[str, ...]:
    """Return the absolute paths of the files. Raises SettingsError for one that is not there."""
    files = []
    for number, name in enumerate((named,) if isinstance(named, str) else named):
        where: Steps = ("words-file",) if isinstance(named, str) else ("words-file", number)
        problem = ""
        try:
            file = layer.path.absolute().parent / Path(name).expanduser()
            if not file.is_file():
                problem = f"{file} is a folder" if file.is_dir() else f"there is no file {file}"
        except (OSError, RuntimeError) as error:  # a folder that may not be entered, a `~name` of nobody
            problem = f"{name}: {getattr(error, 'strerror', None) or error}"
        if problem:
            raise layer.error(where, f"`words-file`: {problem}")
        _verify_own(file, where, layer)
        files.append(str(file))
    return tuple(files)


def _ledger_files(named: str | tuple[str, ...], layer: Layer) -> tuple[str, ...]:
    """Return the absolute paths of ledgers, those that a pattern stands for in order of name.

    Raises SettingsError for one that is not there, and for a pattern that no file fits.
    """
    from glob import has_magic

    files: list[str] = []
    for number, name in enumerate((named,) if isinstance(named, str) else named):
        where: Steps = ("people",) if isinstance(named, str) else ("people", number)
        problem, found = "", []
        try:
            path = layer.path.absolute().parent / Path(name).expanduser()
            if path.is_file():
                found = [str(path)]
            elif has_magic(name):
                found = sorted(str(file) for file in _fitting(path) if file.is_file())
                problem = "" if found else f"no file fits the pattern {path}"
            else:
                problem = f"{path} is a folder: name its files, as in {name}/*.csv" if path.is_dir() else ""
                problem = problem or f"there is no file {path}"
        except (OSError, RuntimeError, ValueError) as error:  # as above; a pattern that is too much
            problem = f"{name}: {getattr(error, 'strerror', None) or error}"
        if problem:
            raise layer.error(where, f"`people`: {problem}")
        for file in found:
            _verify_own(Path(file), where, layer)
        files += found
    return tuple(dict.fromkeys(files))


_LONGEST_PATTERN = 1000
_MOST_LOOKED_AT = 20_000
"""Files and folders that are looked at for a pattern: `/**/*` is the whole disk."""


def _fitting(path: Path) -> set[Path]:
    """Return what a path with `*`, `?`, `[...]` and `**` stands for. Raises ValueError for what is too much."""
    from fnmatch import fnmatch
    from glob import has_magic

    if len(str(path)) > _LONGEST_PATTERN:
        raise ValueError(f"a pattern of more than {_LONGEST_PATTERN:,} characters")
    first = next(number for number, part in enumerate(path.parts) if has_magic(part))
    if os.pardir in path.parts[first:]:
        raise ValueError(f"{path}: `..` cannot follow a `*`")
    places = {Path(*path.parts[:first])}
    looked_at = 0
    before = ""
    for part in path.parts[first:]:
        found: set[Path] = set()
        for place in () if part == before == "**" else places:
            if part == "**":
                for folder, folders, _ in os.walk(place):
                    found.add(Path(folder))
                    looked_at += 1 + len(folders)
                    _verify_looked_at(looked_at, path)
            elif place.is_dir():
                names = [entry.name for entry in place.iterdir()]
                looked_at += len(names)
                _verify_looked_at(looked_at, path)
                found.update(place / name for name in names if fnmatch(name, part))
        places = places if part == before == "**" else found
        before = part
    return places


def _verify_looked_at(count: int, path: Path) -> None:
    if count > _MOST_LOOKED_AT:
        raise ValueError(f"{path}: the pattern looks at more than {_MOST_LOOKED_AT:,} files: name a folder of ledgers")

"""House styles: `styles/<house>.yml` of a pack, or a newsroom's own file, read and resolved for a story's date."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, NamedTuple, TypeVar

import msgspec

from ..kinds.shared.base import Lists, OptionError
from ..kinds.shared.place_names import PLACES_LIST, Place, other_names, read_places
from .datafile import leaves, repository_of
from .errors import RuleError, did_you_mean
from .house import DatedFact, DatedTerm, House, LeftOut, Text, first_day
from .lists import ListFolder
from .packs import read_own, shipped_pack, third_party_packs
from .schema import Variant, convert
from .yamlfile import locate, read_yaml

T = TypeVar("T")

_LONGEST_CHAIN = 20
"""Styles that extend each other, at most."""

OPTIONS_LIST = "style-options"
"""The list of the options that a style may set, with what they mean and their values."""


class StyleFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """What a style's file may say. A fact or term replaces those of the same option or form in what it extends."""

    name: Text
    extends: Text | None = None
    language: Variant | None = None
    sources: dict[str, Text] = {}
    facts: dict[str, DatedFact | tuple[DatedFact, ...]] = {}
    terms: tuple[DatedTerm, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


class StyleOption(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """An option of house styles: ``what`` it decides, in words for people, and its ``values`` with their meaning.

    ``permits`` are values that leave all forms open, so that nothing can be reported. ``unserved`` says why no check
    serves the option, or some of its values.
    """

    what: Text
    values: Annotated[dict[str, Text], msgspec.Meta(min_length=1)]
    sections: bool = False
    permits: tuple[str, ...] = ()
    unserved: Text | dict[str, Text] = {}

    def unchecked(self, value: str) -> str:
        """Return why no check reports what goes against a value, "" where one does."""
        if isinstance(self.unserved, str):
            return self.unserved
        return "it leaves all forms open" if value in self.permits else self.unserved.get(value, "")


# Reading


class Opened(NamedTuple):
    """A style's file, its text and what stands in it."""

    path: str
    text: str
    file: StyleFile


def style_options(lists: Lists) -> dict[str, StyleOption]:
    """Return the options that a style may set, in the order of their list. Raises OptionError where they are none."""
    try:
        return msgspec.convert(lists.get(OPTIONS_LIST), dict[str, StyleOption])
    except msgspec.ValidationError as error:
        raise OptionError(f"the list `{OPTIONS_LIST}`: {error}") from None


def style_names(folder: Path) -> tuple[str, ...]:
    """Return the names of the styles in a pack's folder, sorted."""
    return tuple(sorted(path.stem for path in (folder / "styles").glob("*.yml")))


def shipped_options() -> dict[str, StyleOption]:
    """Return the options that a style may set, as this release has them."""
    return style_options(ListFolder(shipped_pack().folder / "lists"))


def house_names() -> tuple[str, ...]:
    """Return what settings may call a style: the names of the shipped ones, and `pack:house` for those of packs."""
    packs = (shipped_pack(), *third_party_packs())
    return tuple(f"{pack.name}:{name}" if pack.name else name for pack in packs for name in style_names(pack.folder))


def find_house(key: str, own: Path | None = None) -> House:
    """Return a house style: a shipped one or a pack's (`pack:house`) by its name, or that of a newsroom's ``own`` file.

    Raises RuleError, with line 0 where there is no style of that name.
    """
    shipped = shipped_pack().folder
    options = shipped_options()
    if own is not None:
        return read_house(str(own), shipped, options, own)
    folders = {pack.name: pack.folder for pack in (shipped_pack(), *third_party_packs())}
    pack, _, name = key.rpartition(":")
    if pack not in folders or name not in style_names(folders[pack]):
        known = house_names()
        message = f"there is no house style `{key}`{did_you_mean(key, known)}; it may be default, {', '.join(known)}"
        raise RuleError(str(shipped / "styles"), 0, 0, message)
    return read_house(key, folders[pack], options)


def read_house(key: str, folder: Path, options: Mapping[str, StyleOption], own: Path | None = None) -> House:
    """Read the style ``key`` of a pack's folder, or the newsroom's ``own`` file, with what it extends.

    A file's ``extends`` is the name of a shipped style, or a path relative to the file that ends in `.yml`. Raises
    RuleError with path, line and column.
    """
    path = own or folder / "styles" / f"{key.rpartition(':')[2]}.yml"
    root = folder if own is None else repository_of(str(own))
    chain = _chain(path, folder, None if root is None else Path(root), ())
    places = _Places()
    facts: dict[str, tuple[DatedFact, ...]] = {}
    terms: dict[str, list[DatedTerm]] = {}
    language: Variant | None = None
    sources: dict[str, str] = {}
    left_out: list[LeftOut] = []
    for opened in chain:
        _verify(opened, options)
        facts.update({option: _rows(said) for option, said in opened.file.facts.items()})
        fresh: dict[str, list[DatedTerm]] = {}
        for term in opened.file.terms:
            fresh.setdefault(term.use, []).append(term if term.for_ else places.filled(opened, term))
        terms.update(fresh)
        language = opened.file.language or language
        sources.update(opened.file.sources)
        left_out += opened.file.left_out
    return House(
        key=key,
        name=chain[-1].file.name,
        language=language,
        facts=facts,
        terms=tuple(term for rows in terms.values() for term in rows),
        sources=sources,
        left_out=tuple(left_out),
    )


def _chain(path: Path, folder: Path, within: Path | None, above: tuple[Path, ...]) -> tuple[Opened, ...]:
    """Return a style's file after all that it extends, the base first. What `extends` names by a path is ``within``."""
    shipped = path.parent == folder / "styles"
    opened = _open(path, folder if shipped else within)
    base = opened.file.extends
    if base is None:
        return (opened,)
    if base.endswith(".yml"):
        where = path.parent / base
        found = os.path.isfile(where)  # noqa: PTH113 - Path.is_file raises for a name that is too long
    else:
        where = folder / "styles" / f"{base}.yml"
        found = base in style_names(folder)
    if not found:
        known = style_names(folder)
        raise _error(opened, ("extends",), f"`extends`: there is no style `{base}`{did_you_mean(base, known)}")
    if base.endswith(".yml") and within is not None and leaves(str(where), str(within)):
        raise _error(opened, ("extends",), f"`extends`: {where} is outside of {within}: nothing outside of it is read")
    if where.resolve() in (*above, path.resolve()):
        raise _error(opened, ("extends",), f"`extends`: {where} extends this style in its turn")
    if len(above) >= _LONGEST_CHAIN:
        raise _error(opened, ("extends",), f"`extends`: more than {_LONGEST_CHAIN} styles, one upon the other")
    return (*_chain(where, folder, within, (*above, path.resolve())), opened)


def _open(path: Path, within: Path | None) -> Opened:
    text = read_own(path, within)
    data = read_yaml(text, str(path))
    if not isinstance(data, dict):
        raise RuleError(str(path), 1, 1, "a style is a mapping of keys to values")

    def converted(part: Any, struct: type[T], where: tuple[str | int, ...]) -> T:
        def place(whole: str, inner: tuple[str | int, ...], /, *, key: bool = False) -> tuple[int, int]:
            return locate(whole, (*where, *inner), key=key)

        return convert(_as_text(part), struct, text, str(path), place)

    # Each row by itself: only so an error can name it.
    facts, terms = data.pop("facts", {}), data.pop("terms", [])
    if not isinstance(facts, dict) or not isinstance(terms, list):
        where = "terms" if isinstance(facts, dict) else "facts"
        shape = "a list of terms" if where == "terms" else "a mapping of options to facts"
        raise RuleError(str(path), *locate(text, (where,)), f"`{where}` is {shape}")
    file = converted(data, StyleFile, ())
    read: dict[str, DatedFact | tuple[DatedFact, ...]] = {}
    for option, said in facts.items():
        if isinstance(said, list):
            rows = [converted(row, DatedFact, ("facts", option, number)) for number, row in enumerate(said)]
            read[option] = tuple(rows)
        else:
            read[option] = converted(said, DatedFact, ("facts", option))
    found = tuple(converted(row, DatedTerm, ("terms", number)) for number, row in enumerate(terms))
    return Opened(str(path), text, msgspec.structs.replace(file, facts=read, terms=found))


class _Places:
    """The shipped list of places, read when a term first asks for it."""

    @cached_property
    def _rows(self) -> Mapping[str, Place]:
        return read_places(ListFolder(shipped_pack().folder / "lists").get(PLACES_LIST))

    def filled(self, opened: Opened, term: DatedTerm) -> DatedTerm:
        """Return a term without `for` with what the list says of the place. Raises RuleError for none of the list."""
        found = other_names(self._rows, term.use)
        if found is None:
            names = tuple(name for now, place in self._rows.items() for name in (now, *place.was))
            where = ("terms", opened.file.terms.index(term), "use")
            message = (
                f"a term needs `for`, unless it is of the list of places: `{term.use}`{did_you_mean(term.use, names)}"
            )
            raise _error(opened, where, message)
        others, place = found
        return msgspec.structs.replace(
            term, for_=others, except_=(*place.except_, *term.except_), near=place.near, place=True
        )


def _as_text(part: Any) -> Any:
    """Return a row with numbers as text: a year and the number of a value are written without quotation marks."""
    if not isinstance(part, dict):
        return part
    return {key: str(value) if type(value) is int else value for key, value in part.items()}


def _verify(opened: Opened, options: Mapping[str, StyleOption]) -> None:
    """Raise RuleError for an option or a value that there is not, and for dates that overlap."""
    for name, said in opened.file.facts.items():
        base, _, section = (name, "", "") if name in options else name.rpartition(".")
        option = options.get(base or section)
        if option is None:
            message = f"there is no option `{name}`{did_you_mean(name, tuple(options))}"
            raise _error(opened, ("facts", name), message, key=True)
        if base and section and (not option.sections or section not in SECTIONS):
            takes = f"the sections {', '.join(SECTIONS)}" if option.sections else "no sections"
            raise _error(opened, ("facts", name), f"`{base}` takes {takes}", key=True)
        rows = _rows(said)
        for number, fact in enumerate(rows):
            where: tuple[str | int, ...] = ("facts", name, *((number,) if isinstance(said, tuple) else ()))
            if fact.value not in option.values:
                values = tuple(option.values)
                message = f"`{name}`: it may be {', '.join(values)}{did_you_mean(fact.value, values)}"
                raise _error(opened, (*where, "value"), message)
            _verify_days(opened, where, fact)
        _verify_order(opened, name, rows)
    for number, term in enumerate(opened.file.terms):
        _verify_days(opened, ("terms", number), term)


def _verify_days(opened: Opened, where: tuple[str | int, ...], row: DatedFact | DatedTerm) -> None:
    for name, day in (("since", row.since), ("until", row.until)):
        if day is not None:
            try:
                dt.date.fromisoformat(first_day(day))
            except ValueError:
                raise _error(opened, (*where, name), f"`{name}`: there is no such day") from None
    if row.since and row.until and first_day(row.since) >= first_day(row.until):
        raise _error(opened, (*where, "until"), "`until` must be after `since`")


def _verify_order(opened: Opened, name: str, rows: Iterable[DatedFact]) -> None:
    before: DatedFact | None = None
    for number, fact in enumerate(rows):
        if before is not None and not (
            before.until and fact.since and first_day(before.until) <= first_day(fact.since)
        ):
            message = f"`{name}`: two values hold at the same time: the older first, with `until`, then `since`"
            raise _error(opened, ("facts", name, number), message)
        before = fact


def _rows(said: DatedFact | tuple[DatedFact, ...]) -> tuple[DatedFact, ...]:
    return (said,) if isinstance(said, DatedFact) else said


def _error(opened: Opened, where: tuple[str | int, ...], message: str, *, key: bool = False) -> RuleError:
    return RuleError(opened.path, *locate(opened.text, where, key=key), message)


SECTIONS: tuple[str, ...] = ("sport", "arts", "courts", "letters", "leaders")
"""The sections that an option may have a value of its own for; the others are news."""

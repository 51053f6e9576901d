"""From YAML files to checks."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from ..kinds.shared.base import KindModule, Lists, OptionError
from ..kinds.shared.matching import Budget, compile_pattern, within_budget
from .check import Check, Prepared, message_fields
from .datafile import read_rules
from .errors import RuleError, did_you_mean
from .kindsource import kind_names, load_kind
from .lists import ListFolder
from .packs import Pack, read_own, rule_files, shipped_pack, third_party_packs
from .schema import Head, QuoteScope, convert, yaml_keys
from .yamlfile import locate, read_yaml

_CHECK_SIZE = 100_000
"""Instructions of RE2 into which the patterns of a check may be compiled: the largest of the shipped has 48,000."""
_PACK_SIZE = 4_000_000
"""The same of a pack, which takes two seconds; the shipped one has 570,000."""
_MOST_ERRORS = 100
"""Errors of a pack after which no more of it is read: a person reads the first few."""


class Shelf(NamedTuple):
    """What a pack holds: its lists, its checks sorted by id, and an error for each file that could not be loaded."""

    pack: Pack
    lists: ListFolder
    checks: list[Check]
    errors: list[RuleError]


def load_shelf(pack: Pack, fallback: ListFolder | None = None) -> Shelf:
    """Load every check of a pack; a file that cannot be loaded becomes an error and the rest load."""
    shelf = Shelf(pack, ListFolder(pack.folder / "lists", fallback), [], [])
    try:
        files = rule_files(pack)
    except RuleError as error:
        shelf.errors.append(error)
        return shelf
    budget = Budget(_PACK_SIZE)
    for path in files:
        try:
            with within_budget(budget):
                shelf.checks.append(load_check(path, pack, shelf.lists))
        except RuleError as error:
            shelf.errors.append(error)
        if budget.spent > budget.most:
            message = "the patterns of the pack up to here are too large together: the rest of it is not read"
            shelf.errors.append(RuleError(str(path), 1, 1, message))
            break
        if len(shelf.errors) >= _MOST_ERRORS:
            message = f"this is the {_MOST_ERRORS}th check with an error: the rest of the pack is not read"
            shelf.errors.append(RuleError(str(path), 1, 1, message))
            break
    shelf.checks.sort(key=lambda check: check.id)
    return shelf


def load_shelves(packs: Iterable[Pack]) -> list[Shelf]:
    """Load packs, the shipped one first: its lists are there for the others too."""
    shelves: list[Shelf] = []
    for pack in packs:
        fallback = shelves[0].lists if shelves else None
        if shelves and not pack.folder.is_dir():
            missing = RuleError(str(pack.folder), 1, 1, f"the pack `{pack.name}` is registered, but is not there")
            shelves.append(Shelf(pack, ListFolder(pack.folder / "lists", fallback), [], [missing]))
        else:
            shelves.append(load_shelf(pack, fallback))
    return shelves


def load_pack(pack: Pack, fallback: ListFolder | None = None) -> tuple[list[Check], list[RuleError]]:
    """Load every check of a pack, sorted by id, and the errors of the files that could not be loaded."""
    shelf = load_shelf(pack, fallback)
    return shelf.checks, shelf.errors


def load_book() -> tuple[list[Check], list[RuleError]]:
    """Load the shipped pack and every installed third-party pack from their files, with the checks' tests."""
    return contents(load_shelves((shipped_pack(), *third_party_packs())))


def contents(shelves: Iterable[Shelf]) -> tuple[list[Check], list[RuleError]]:
    """Return the checks and the errors of all packs."""
    checks: list[Check] = []
    errors: list[RuleError] = []
    for shelf in shelves:
        checks += shelf.checks
        errors += shelf.errors
    return checks, errors


def load_files(path: Path) -> tuple[list[Check], list[RuleError]]:
    """Load one check's file, or every check below a folder, wherever they are; errors are collected as in `load_pack`.

    The pack that a file belongs to is the folder from which its path is its id; lists are looked for there, then in the
    shipped pack.
    """
    shipped = shipped_pack()
    files = sorted(path.rglob("*.yml")) if path.is_dir() else [path]
    checks: list[Check] = []
    errors: list[RuleError] = []
    lists: dict[Path, ListFolder] = {}
    for file in (each.absolute() for each in files):
        folder = _pack_folder(file, shipped)
        if set(file.relative_to(folder).parts[:-1]) & {"lists", "styles"}:
            continue
        if folder not in lists:
            fallback = None if folder == shipped.folder else ListFolder(shipped.folder / "lists")
            lists[folder] = ListFolder(folder / "lists", fallback)
        try:
            checks.append(load_check(file, Pack("", str(folder)), lists[folder]))
        except RuleError as error:
            errors.append(error)
    return checks, errors


def lists_for(file: Path) -> ListFolder:
    """Return the lists that the check in a file may name: its pack's, then the shipped ones."""
    shipped = shipped_pack()
    folder = _pack_folder(file, shipped)
    fallback = None if folder == shipped.folder else ListFolder(shipped.folder / "lists")
    return ListFolder(folder / "lists", fallback)


def _pack_folder(file: Path, shipped: Pack) -> Path:
    if file.is_relative_to(shipped.folder):
        return shipped.folder
    try:
        data = read_yaml(read_rules(str(file)), str(file))
    except (OSError, UnicodeDecodeError, RuleError):
        data = None  # loading it will say what is wrong
    id_ = data.get("id") if isinstance(data, dict) else None
    depth = len(Path(id_).parts) if isinstance(id_, str) and id_ else 2
    return file.parents[min(depth, len(file.parents)) - 1]


def load_check(path: Path, pack: Pack, lists: Lists) -> Check:
    """Load one file. Raises RuleError with path, line and column for anything that is wrong in it."""
    name = str(path)
    text = read_own(path, pack.folder)
    expected = path.relative_to(pack.folder).with_suffix("").as_posix()
    return parse_check(text, name, expected, lists, prefix=f"{pack.name}:" if pack.name else "")


def parse_check(text: str, path: str, expected_id: str, lists: Lists, prefix: str = "") -> Check:
    """Load a check from its YAML text; ``expected_id`` is what its id must be. Raises RuleError."""
    data = read_yaml(text, path)
    if not isinstance(data, dict):
        raise RuleError(path, 1, 1, "a check is a mapping of keys to values")
    return check_from(data, text, path, expected_id, lists, prefix)


def check_from(data: dict[str, Any], text: str, path: str, expected_id: str, lists: Lists, prefix: str = "") -> Check:
    """Make a check of the parsed YAML; ``text`` is asked for the places of what is wrong. Raises RuleError."""
    module = _kind_of(data, text, path)
    common = yaml_keys(Head)
    own = yaml_keys(module.Options)
    for key in data:
        if key not in common and key not in own:
            line, column = locate(text, (key,), key=True)
            raise RuleError(path, line, column, f"unknown key `{key}`{did_you_mean(key, (*common, *own))}")
    head = convert({k: v for k, v in data.items() if k in common}, Head, text, path)
    options = convert({k: v for k, v in data.items() if k in own}, module.Options, text, path)
    _check_head(head, module, text, path, expected_id)
    if prefix:
        head = _prefixed(head, prefix)
    try:
        with within_budget(Budget(_CHECK_SIZE)):
            if head.unless_style:
                _check_unless_style(head, lists, text, path)
            state = module.prepare(options, lists)
        needles = module.needles(state) if hasattr(module, "needles") else None
        rules = module.languagetool_rules(state) if hasattr(module, "languagetool_rules") else frozenset()
        xml = module.languagetool_xml(state) if hasattr(module, "languagetool_xml") else ""
    except OptionError as error:
        # In a table of the check's own, such as `swap`, the key says as much as its value: point where the row begins.
        row = len(error.where) > 1 and isinstance(error.where[-1], str)
        line, column = locate(text, error.where, key=row)
        raise RuleError(path, line, column, error.message) from None
    except RuleError:  # in a list that the check reads
        raise
    except Exception as error:  # a fault in the kind costs its checks, not the run
        line, column = locate(text, ("kind",), key=True)
        reason = f"{type(error).__name__}: {error}"
        raise RuleError(path, line, column, f"the kind `{head.kind}` failed on this check: {reason}") from None
    quotes: QuoteScope = head.quotes if head.quotes is not None else getattr(module, "QUOTES", "outside")
    blocks = head.blocks if head.blocks is not None else getattr(module, "BLOCKS", ("body",))
    if xml and set(blocks) - {"any", "body"}:
        line, column = locate(text, ("blocks",))
        raise RuleError(path, line, column, "`blocks`: LanguageTool is asked about body paragraphs only")
    prepared = Prepared(module, lambda: options, state)
    return Check(
        head=head,
        file=path,
        needles_of=lambda: needles,
        blocks=None if "any" in blocks else frozenset(blocks),
        quotes=quotes,
        prepare=lambda: prepared,
        languagetool_rules=rules,
        own_rule=(lambda: xml) if xml else None,
    )


def _kind_of(data: dict[str, Any], text: str, path: str) -> KindModule:
    kind = data.get("kind")
    if not isinstance(kind, str):
        line, column = locate(text, ("kind",))
        raise RuleError(path, line, column, "the key `kind` is missing or is not a word")
    try:
        module = load_kind(kind)
    except KeyError:
        line, column = locate(text, ("kind",))
        raise RuleError(path, line, column, f"unknown kind `{kind}`{did_you_mean(kind, kind_names())}") from None
    except Exception as error:  # an installed distribution's code: whatever it raises, the other checks go on
        line, column = locate(text, ("kind",))
        reason = f"{type(error).__name__}: {error}"
        raise RuleError(path, line, column, f"the kind `{kind}` cannot be loaded: {reason}") from None
    for name in ("Options", "prepare", "check"):
        if not hasattr(module, name):
            line, column = locate(text, ("kind",))
            raise RuleError(path, line, column, f"the kind `{kind}` has no `{name}`: it is no kind")
    return module


def _check_head(head: Head, module: KindModule, text: str, path: str, expected_id: str) -> None:
    if head.id != expected_id:
        line, column = locate(text, ("id",))
        raise RuleError(path, line, column, f"`id` is `{head.id}`, but the file's place says `{expected_id}`")
    known = {"match", "fix", *getattr(module, "FIELDS", ())}
    for name in message_fields(head.message):
        if name not in known:
            line, column = locate(text, ("message",))
            raise RuleError(path, line, column, f"`message`: unknown field `{{{name}}}`{did_you_mean(name, known)}")
    kinds_of_test = [(bool(t.flag), bool(t.pass_), bool(t.known_false_alarm)) for t in head.tests]
    for index, present in enumerate(kinds_of_test):
        if sum(present) != 1:
            line, column = locate(text, ("tests", index))
            raise RuleError(path, line, column, "a test has exactly one of `flag`, `pass` and `known-false-alarm`")
    if not any(flag for flag, _, _ in kinds_of_test) or not any(ok for _, ok, _ in kinds_of_test):
        line, column = locate(text, ("tests",))
        raise RuleError(path, line, column, "a check needs at least one `flag` and one `pass` test")


def _check_unless_style(head: Head, lists: Lists, text: str, path: str) -> None:
    """Raise RuleError for an option or a value that styles do not have, and for a bad pattern."""
    from .houses import style_options

    options = style_options(lists)
    for option, values in head.unless_style.items():
        if option not in options:
            line, column = locate(text, ("unless-style", option), key=True)
            message = f"`unless-style`: there is no option `{option}`{did_you_mean(option, tuple(options))}"
            raise RuleError(path, line, column, message)
        known = tuple(options[option].values)
        for value in values:
            if value not in known:
                line, column = locate(text, ("unless-style", option))
                message = f"`{option}`: it may be {', '.join(known)}, not `{value}`{did_you_mean(value, known)}"
                raise RuleError(path, line, column, message)
        for value, pattern in values.items() if isinstance(values, dict) else ():
            try:
                compile_pattern(pattern)
            except OptionError as error:
                line, column = locate(text, ("unless-style", option, value))
                raise RuleError(path, line, column, f"`unless-style`: a {error.message}") from None


def _prefixed(head: Head, prefix: str) -> Head:
    import msgspec

    return msgspec.structs.replace(head, id=prefix + head.id)

"""The common keys of a check, closed, and the conversion of parsed YAML to typed data with errors that say where."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, Protocol, TypeVar

import msgspec

from ..issue import Fixable, Severity
from ..kinds.shared.style import Section
from ..text.regex import regex
from .errors import RuleError, did_you_mean

QuoteScope = Literal["inside", "outside", "anywhere"]
BlockScope = Literal[
    "any", "headline", "standfirst", "byline", "dateline", "caption", "crosshead", "list", "verse", "credit", "body"
]
"""The values of `BlockKind` (a test compares them), and "any"."""
Variant = Literal["en-AU", "en-GB", "en-US", "en-CA", "en-NZ", "en-ZA"]

_T = TypeVar("_T")


class TestCase(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """One test inside a check: exactly one of ``flag``, ``pass`` and ``known-false-alarm``.

    ``as: body`` (the default) reads the text as paragraphs from the middle of a story; ``as: story`` as a whole one.
    ``style`` gives values to options of house styles, as a house's sure facts, ``terms`` names what a house writes and
    the forms that it does not, ``section`` is the story's. ``people`` are rows of the newsroom's ledger, with the
    columns of its files: name, aliases, honorific, post, from, to; ``day`` is the story's, as an ISO date.
    """

    __test__ = False  # not a test class, whatever pytest thinks of the name

    flag: str | None = None
    pass_: str | None = msgspec.field(default=None, name="pass")
    known_false_alarm: str | None = None
    fix: str | None = None
    as_: Literal["body", "story"] = msgspec.field(default="body", name="as")
    language: Variant = "en-GB"
    style: dict[str, str] = {}
    terms: dict[str, str | tuple[str, ...]] = {}
    section: Section = "news"
    people: tuple[dict[str, str], ...] = ()
    day: str | None = None


class Head(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """The keys that every check has, whatever its kind.

    ``noise`` is how many false alarms per 1,000 words the check may give on the project's clean samples. ``revision``
    counts the changes of what the check means: what newsrooms have accepted of an earlier one is reported again.
    ``source`` names who says so, "AP Stylebook, courtesy titles", one or several. ``style`` is the option of house
    styles that the check serves: it runs only for houses that set it, and is as grave as what is known of them is sure.
    ``unless-style`` is where a check gives way to a house: options with the values under which it is silent, or with a
    pattern for what each value looks like (see `deference`).
    """

    id: str
    kind: str
    message: str
    why: str
    severity: Severity
    tests: tuple[TestCase, ...]
    quotes: QuoteScope | None = None
    blocks: tuple[BlockScope, ...] | None = None
    fix: Fixable = "no"
    languages: tuple[Variant, ...] = ()
    noise: Annotated[float, msgspec.Meta(ge=0, le=1)] = 0.0
    revision: Annotated[int, msgspec.Meta(ge=1)] = 1
    source: (
        Annotated[str, msgspec.Meta(min_length=3)]
        | Annotated[tuple[Annotated[str, msgspec.Meta(min_length=3)], ...], msgspec.Meta(min_length=1)]
        | None
    ) = None
    style: Annotated[str, msgspec.Meta(min_length=1)] | None = None
    unless_style: dict[str, Annotated[tuple[str, ...], msgspec.Meta(min_length=1)] | dict[str, str]] = {}

    @property
    def sources(self) -> tuple[str, ...]:
        """What ``source`` names, as a list in any case."""
        if self.source is None:
            return ()
        return (self.source,) if isinstance(self.source, str) else self.source


def yaml_keys(struct: type[msgspec.Struct]) -> tuple[str, ...]:
    """Return a struct's keys as YAML spells them."""
    return struct.__struct_encode_fields__


_AT = regex(r" - at `\$(?P<path>.*?)`$")
_STEP = regex(r"\.([^.\[\]]+)|\[(\d+)\]|\[\.\.\.\]")


class Locate(Protocol):
    """Finds the 1-based line and column of the value at a path of keys and indexes, or of the last key itself."""

    def __call__(self, text: str, where: tuple[str | int, ...], /, *, key: bool = False) -> tuple[int, int]: ...


def convert(data: Any, struct: type[_T], text: str, path: str, locate: Locate | None = None) -> _T:
    """Convert parsed YAML, or what ``locate`` knows the places of, to a struct.

    Raises RuleError with the line and column of the wrong key or value.
    """
    try:
        return msgspec.convert(data, struct)
    except msgspec.ValidationError as error:
        from .yamlfile import locate as locate_yaml  # and with it PyYAML: only for an error

        raise _located(str(error), struct, text, path, locate or locate_yaml) from None


def _located(message: str, struct: Any, text: str, path: str, locate: Locate) -> RuleError:
    at = _AT.search(message)
    where: tuple[str | int, ...] = ()
    if at:
        message = message[: at.start()]
        where = tuple(int(index) if index else key for key, index in _STEP.findall(at["path"]) if key or index)
    unknown = re.search(r"unknown field `(.+)`", message)
    if unknown:
        name = unknown[1]
        fields = (
            yaml_keys(TestCase) if where[:1] == ("tests",) else _nested_keys(struct) if where else yaml_keys(struct)
        )
        line, column = locate(text, (*where, name), key=True)
        return RuleError(path, line, column, f"unknown key `{name}`{did_you_mean(name, fields)}")
    missing = re.search(r"missing required field `(.+)`", message)
    line, column = locate(text, where)
    if missing:
        return RuleError(path, line, column, f"the key `{missing[1]}` is missing")
    name = str(where[-1]) if where else "this"
    message = message.replace("Expected", "expected").replace("Invalid", "invalid")
    message = message.replace("expected `bool`", "expected true or false")
    return RuleError(path, line, column, f"`{name}`: {message}{_choices(struct, where, message)}")


def _nested_keys(struct: Any) -> tuple[str, ...]:
    """Return the keys of all mappings that stand inside a struct's values."""
    schema = msgspec.json.schema_components((struct,))[1]
    return tuple(key for name, part in schema.items() if name != struct.__name__ for key in part.get("properties", ()))


def _choices(struct: Any, where: tuple[str | int, ...], message: str) -> str:
    bad = re.search(r"invalid enum value '(.*)'", message)
    if not bad or not where:
        return ""
    choices = _literals(struct, str(where[0]))
    return f"; it may be {', '.join(choices)}{did_you_mean(bad[1], choices)}" if choices else ""


def _literals(struct: Any, key: str) -> list[str]:
    schema = msgspec.json.schema_components((struct,))[1]
    shown = str(next((s["properties"].get(key) for s in schema.values() if key in s.get("properties", {})), ""))
    for name, part in schema.items():
        if f"$defs/{name}'" in shown or f"/{name}'" in shown:
            shown += str(part.get("enum", ""))
    return [c for found in re.findall(r"\[((?:'[^']*',? ?)+)\]", shown) for c in re.findall(r"'([^']*)'", found)]

"""YAML with positions: YAML 1.2's idea of plain values, no duplicate keys, every value traced to line and column.

PyYAML reads (libyaml where it is built in); only its guesses that hurt rule writers are switched off: `no`, `off` and
`on` stay words, `12:30` and dates stay text.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from .errors import RuleError

try:
    from yaml import CSafeLoader as _Base
except ImportError:  # a PyYAML built without libyaml
    from yaml import SafeLoader as _Base  # type: ignore[assignment]


_DEEPEST = 200
"""Collections in one another, at most: what reads them further calls itself for each."""
_TOO_DEEP = f"nested more than {_DEEPEST} deep"
_SHALLOW = 10_000
"""Where they cannot be deeper than this, libyaml's own stack is enough, and nothing is counted beforehand."""
_VALUES = 150_000
"""Values, at most, and lines: reading so many takes a second and 150 MB; the largest of the shipped files has 3,000."""
_CORE = tuple(f"tag:yaml.org,2002:{name}" for name in ("null", "bool", "int", "float", "str", "seq", "map"))


class _Loader(_Base):
    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    # Dates, sets, binary data and the like are no data of ours; an unknown tag is an error with its place.
    yaml_constructors = {tag: each for tag, each in _Base.yaml_constructors.items() if tag is None or tag in _CORE}

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        seen: set[Any] = set()
        for key_node, _ in node.value:
            key = key_node.value
            if not isinstance(key, str) or key_node.tag == "tag:yaml.org,2002:merge":
                raise yaml.constructor.ConstructorError(None, None, "a key must be text", key_node.start_mark)
            if key in seen:
                raise yaml.constructor.ConstructorError(None, None, f"duplicate key `{key}`", key_node.start_mark)
            seen.add(key)
        return {key.value: self.construct_object(value, deep=True) for key, value in node.value}


def _construct_number(loader: Any, node: Any) -> int | float:
    try:
        return int(node.value) if node.tag.endswith(":int") else float(node.value)
    except (ValueError, TypeError):  # `!!int` before a word or a list, or more digits than Python reads
        raise yaml.constructor.ConstructorError(None, None, "not a number", node.start_mark) from None


def _construct_bool(loader: Any, node: Any) -> bool:
    if node.value not in ("true", "false"):
        raise yaml.constructor.ConstructorError(None, None, "not true or false", node.start_mark)
    return bool(node.value == "true")


def _construct_map(loader: Any, node: Any) -> dict[Any, Any]:
    result: dict[Any, Any] = loader.construct_mapping(node, deep=True)
    return result


_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
_Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:null|~|)$"), ["n", "~", ""])
_Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^-?(?:0|[1-9][0-9]*)$"), list("-0123456789"))
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^-?(?:0|[1-9][0-9]*)\.[0-9]+$"), list("-0123456789")
)
_Loader.add_constructor("tag:yaml.org,2002:map", _construct_map)
_Loader.add_constructor("tag:yaml.org,2002:int", _construct_number)
_Loader.add_constructor("tag:yaml.org,2002:float", _construct_number)
_Loader.add_constructor("tag:yaml.org,2002:bool", _construct_bool)


def read_yaml(text: str, path: str) -> Any:
    """Parse one YAML document. Raises RuleError with line and column for bad YAML and for a key given twice."""
    if sum(map(text.count, ",:[{\n")) > _VALUES:
        raise RuleError(path, 1, 1, f"more than {_VALUES:,} values or lines: that is no file of rules or settings")
    try:
        if _ALIAS.search(text):
            _verify_aliases(text, path)
        if _bound_of_depth(text) > _SHALLOW:
            _verify_depth(text, path)
        return yaml.load(text, Loader=_Loader)  # a safe loader with fewer guesses
    except RecursionError:
        _verify_depth(text, path)
        raise RuleError(path, 1, 1, "nested too deep to be read") from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        problem = error.problem or "bad YAML"
        if "maximum nesting depth" in problem:  # of libyaml's own 1,000, which it may meet before it tells of ours
            problem = _TOO_DEEP
        raise RuleError(path, line, column, problem) from None
    except yaml.reader.ReaderError as error:
        code = error.character if isinstance(error.character, int) else ord(error.character[:1] or "\0")
        from ..text.lines import index_lines

        line, column = index_lines(text).position(max(0, text.find(chr(code))))
        raise RuleError(path, line, column, f"bad YAML: a character U+{code:04X}: {error.reason}") from None
    except yaml.YAMLError as error:
        raise RuleError(path, 1, 1, f"bad YAML: {' '.join(str(error).split())}") from None


_ALIAS = re.compile(r"(?m)(?:^|[\s\[{,:?-])\*[^\s,\[\]{}]")
"""What an alias looks like; so do other things, in text."""


def _verify_aliases(text: str, path: str) -> None:
    """Raise RuleError where aliases, written out, are more than the file may have values, or one stands in itself."""
    sizes: dict[str, int] = {}
    counted = 0
    open_: list[tuple[str | None, int]] = []
    for event in yaml.parse(text, Loader=_Loader):
        mark: Any = event.start_mark
        if isinstance(event, yaml.AliasEvent):
            if any(anchor == event.anchor for anchor, _ in open_):
                raise RuleError(path, mark.line + 1, mark.column + 1, f"`*{event.anchor}` stands within itself")
            if event.anchor not in sizes:
                raise RuleError(path, mark.line + 1, mark.column + 1, "found undefined alias")
            counted += sizes[event.anchor]
            if counted > _VALUES:
                message = f"written out, the aliases up to here are more than {_VALUES:,} values"
                raise RuleError(path, mark.line + 1, mark.column + 1, message)
        elif isinstance(event, yaml.CollectionStartEvent):
            open_.append((event.anchor, counted))
            counted += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            anchor, before = open_.pop()
            if anchor is not None:
                sizes[anchor] = counted - before
        elif isinstance(event, yaml.ScalarEvent):
            counted += 1
            if event.anchor is not None:
                sizes[event.anchor] = 1


def _bound_of_depth(text: str) -> int:
    """Return how deep the document may be at most: brackets add to depth, and what stands in a block is indented."""
    return text.count("[") + text.count("{") + 2 * max(map(len, text.split("\n")))


def _verify_depth(text: str, path: str) -> None:
    """Raise RuleError where collections lie so deep in one another that what reads them runs out of stack."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _DEEPEST:
                mark: Any = event.start_mark
                raise RuleError(path, mark.line + 1, mark.column + 1, _TOO_DEEP)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def locate(text: str, where: tuple[str | int, ...], *, key: bool = False) -> tuple[int, int]:
    """Return the 1-based line and column of the value at a path of keys and indexes, or of the last key itself.

    Parses again: it is called only to report an error. Falls back to the nearest part of the path that exists.
    """
    node: Any = yaml.compose(text, Loader=_Loader)
    if node is None:
        return 1, 1
    mark = node.start_mark
    for depth, step in enumerate(where):
        last = depth == len(where) - 1
        if isinstance(node, yaml.MappingNode):
            pair = next(((k, v) for k, v in node.value if k.value == str(step)), None)
            if pair is None:
                break
            node = pair[1]
            mark = pair[0].start_mark if last and key else node.start_mark
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            mark = node.start_mark
        else:
            break
    return mark.line + 1, mark.column + 1

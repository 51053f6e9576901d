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


class _Loader(_Base):
    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}

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


def read_yaml(text: str, path: str) -> Any:
    """Parse one YAML document. Raises RuleError with line and column for bad YAML and for a key given twice."""
    try:
        return yaml.load(text, Loader=_Loader)  # a safe loader with fewer guesses
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise RuleError(path, line, column, error.problem or "bad YAML") from None
    except yaml.YAMLError as error:
        raise RuleError(path, 1, 1, f"bad YAML: {error}") from None


def locate(text: str, where: tuple[str | int, ...], *, key: bool = False) -> tuple[int, int]:
    """Return the 1-based line and column of the value at a path of keys and indexes, or of the last key itself.

    Parses again: it is called only to report an error. Falls back to the nearest part of the path that exists.
    """
    node: Any = yaml.compose(text, Loader=_Loader)
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

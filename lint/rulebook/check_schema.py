"""The JSON Schema of a check's file, made from the common keys and every kind's options: for editors and their kin.

It is draft 7, which is what YAML editors know best, and closed as the loader is: a key that the check's kind does not
have is an error. What only the loader can tell (a list that is not there, a bad pattern) it does not say.
"""

from __future__ import annotations

from typing import Any

import msgspec

from .kindsource import kind_names, load_kind
from .schema import Head, yaml_keys

DIALECT = "http://json-schema.org/draft-07/schema#"
_REF = "#/definitions/{name}"


def check_schema() -> dict[str, Any]:
    """Return the schema as plain data; the kinds are those that are installed."""
    kinds = {name: load_kind(name).Options for name in sorted(kind_names())}
    (head,), definitions = msgspec.json.schema_components((Head,), ref_template=_REF)
    del head
    common = definitions.pop("Head")
    properties: dict[str, Any] = {}
    branches = []
    for name, options in kinds.items():
        own, more = _own_schema(name, options)
        definitions.update(more)
        for key, value in own["properties"].items():
            properties.setdefault(key, []).append(value)
        branches.append(
            {
                "if": {"properties": {"kind": {"const": name}}, "required": ["kind"]},
                "then": {
                    "properties": own["properties"],
                    "required": own.get("required", []),
                    "propertyNames": {"enum": [*yaml_keys(Head), *own["properties"]]},
                },
            }
        )
    return {
        "$schema": DIALECT,
        "title": "A newslint check",
        "description": "One check of news copy, with its own tests.",
        "type": "object",
        "required": common["required"],
        "properties": {
            **{key: {} for key in properties},  # known to editors; what they hold is the kind's to say
            **common["properties"],
            "kind": {"description": "What the check does; its other keys are the kind's.", "enum": [*kinds]},
        },
        "additionalProperties": False,
        "allOf": branches,
        "definitions": definitions,
    }


def _own_schema(kind: str, options: type[msgspec.Struct]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the schema of a kind's options and what it refers to; kinds have structs of the same name."""
    _, components = msgspec.json.schema_components((options,), ref_template=f"#/definitions/{kind}.{{name}}")
    own = components.pop(options.__name__)
    return own, {f"{kind}.{name}": schema for name, schema in components.items()}

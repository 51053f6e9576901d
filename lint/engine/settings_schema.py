"""The JSON Schema of `newslint.yml`, for editors: draft 7, closed, with the ids of the checks to choose from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

import msgspec

from ..rulebook.check_schema import DIALECT
from .settings import Level, Settings

_REF = "#/definitions/{name}"


def settings_schema(ids: Iterable[str]) -> dict[str, Any]:
    """Return the schema as plain data; ``ids`` are those of all checks: what an editor offers."""
    _, definitions = msgspec.json.schema_components((Settings,), ref_template=_REF)
    settings = definitions.pop("Settings")
    topics = {f"{id_.rsplit('/', 1)[0]}/" for id_ in ids if "/" in id_}
    definitions["selector"] = {
        "description": "The id of a check, or the beginning of one.",
        "anyOf": [{"enum": sorted({*ids, *topics})}, {"type": "string"}],
    }
    definitions["checks"] = {
        "description": "Checks, by id or the beginning of one: how grave they are, or the values of their options.",
        "type": "object",
        "propertyNames": {"$ref": "#/definitions/selector"},
        "additionalProperties": {
            "anyOf": [{"enum": list(get_args(Level))}, {"$ref": "#/definitions/CheckSettings"}],
        },
    }
    for part in (settings, definitions["PathSettings"]):
        part["properties"]["checks"] = {"$ref": "#/definitions/checks"}
        for key in ("select", "ignore"):
            part["properties"][key] = {
                **{name: value for name, value in part["properties"][key].items() if name == "description"},
                "type": "array",
                "items": {"$ref": "#/definitions/selector"},
            }
    return {
        "$schema": DIALECT,
        "title": "newslint settings",
        **{key: value for key, value in settings.items() if key != "title"},
        "definitions": definitions,
    }

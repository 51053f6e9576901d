"""The JSON Schema of a house style's file, from what the loader takes and the options that there are: for editors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from .check_schema import DIALECT
from .house import DatedFact, DatedTerm
from .houses import SECTIONS, StyleFile, StyleOption

_REF = "#/definitions/{name}"
_DAY = {"type": ["string", "integer"], "pattern": r"^\d{4}(?:-\d\d(?:-\d\d)?)?$"}
_SAID = {
    "name": "What people call the house.",
    "extends": "What holds where this style says nothing: a shipped style, by name, or a file relative to this one.",
    "language": "The house's variety of English.",
    "sources": "Who says so: the names that facts and terms give, with what they stand for.",
    "facts": "What the house says of each option: one value, or several with their dates, the oldest first.",
    "terms": "Forms that the house writes, in place of others.",
    "certainty": "How far it can be trusted: sure and known warn, likely and guess advise.",
    "source": "Who says so: one of the keys of `sources`, or its name.",
    "since": "The first day on which it holds: a year, a month or a day.",
    "until": "The first day on which it no longer holds: a year, a month or a day.",
    "note": "What the value does not say.",
    "left-out": "What is known of the house and no option holds.",
    "fact": "What the house writes.",
    "why": "Why no option holds it.",
    "use": "What the house writes.",
    "for": "The forms that it does not write. Without them `use` is of the list `places`: they are its other names.",
    "place": "A place, whose former names stay in sentences of their time.",
    "near": "Words, one of which a story must have.",
    "except": "Phrases in which those forms stay.",
}


def style_schema(options: Mapping[str, StyleOption]) -> dict[str, Any]:
    """Return the schema as plain data."""
    _, parts = msgspec.json.schema_components((StyleFile, DatedFact, DatedTerm), ref_template=_REF)
    file, fact = parts.pop("StyleFile"), parts.pop("DatedFact")
    rows: dict[str, Any] = {}
    for name, option in options.items():
        for key in (name, *(f"{name}.{section}" for section in SECTIONS if option.sections)):
            rows[key] = {"description": option.what, **_rows(name, option)}
    file["properties"]["facts"] = {"type": "object", "properties": rows, "additionalProperties": False}
    fact["properties"].pop("value")
    fact.pop("additionalProperties")
    for part in (file, fact, parts["DatedTerm"]):
        part.pop("title", None)
        part.pop("description", None)
        for key, held in part["properties"].items():
            if key in ("since", "until"):
                held.pop("anyOf", None)
                held.update(_DAY)
                held.pop("default", None)
            if key in _SAID:
                held["description"] = _SAID[key]
    return {
        "$schema": DIALECT,
        "title": "A newslint house style",
        "description": "What one house writes, since when, and how sure that is.",
        **file,
        "definitions": {
            "Fact": fact,
            **{f"{name}.value": _value(option) for name, option in options.items()},
            **parts,
        },
    }


def _rows(name: str, option: StyleOption) -> dict[str, Any]:
    """Return the schema of an option's facts: the keys of a fact, with the values that this one takes."""
    value = {"$ref": _REF.format(name=f"{name}.value")}
    known: dict[str, Any] = {key: {} for key in ("certainty", "source", "since", "until", "note")}
    fact = {
        "allOf": [{"$ref": _REF.format(name="Fact")}],
        "type": "object",
        "properties": {"value": value, **known},
        "additionalProperties": False,
    }
    return {"anyOf": [fact, {"type": "array", "minItems": 1, "items": fact}]}


def _value(option: StyleOption) -> dict[str, Any]:
    numbers = [int(value) for value in option.values if value.isdecimal()]
    meanings = "; ".join(f"{value}: {meaning}" for value, meaning in option.values.items())
    return {"description": meanings, "enum": [*option.values, *numbers]}

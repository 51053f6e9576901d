"""The JSON Schema of style files takes what the loader takes, and refuses what it refuses."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest

from newslint.rulebook.houses import shipped_options, style_names
from newslint.rulebook.packs import shipped_pack
from newslint.rulebook.style_schema import style_schema
from newslint.rulebook.yamlfile import read_yaml

SHIPPED = shipped_pack().folder


@pytest.fixture(scope="module")
def validator() -> Any:
    schema = style_schema(shipped_options())
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


@pytest.mark.parametrize("name", style_names(SHIPPED))
def test_every_shipped_style_is_valid(validator: Any, name: str) -> None:
    path = SHIPPED / "styles" / f"{name}.yml"
    assert not [error.message for error in validator.iter_errors(read_yaml(path.read_text("utf-8"), str(path)))]


OWN = "name: Ours\nextends: guardian\nfacts:\n  words-below: {value: 11, certainty: sure, source: us, since: 2020}\n"


def test_a_newsrooms_file_is_valid(validator: Any) -> None:
    validator.validate(read_yaml(OWN, "ours.yml"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("words-below", "words-bellow"),
        ("words-below", "words-below.sport"),
        ("value: 11", "value: 12"),
        ("sure", "certain"),
        ("since: 2020", "since: soon"),
        ("since: 2020", "from: 2020"),
        ("source: us, ", ""),
        ("name: Ours\n", ""),
        ("name: Ours", "nam: Ours"),
        ("facts:\n", "terms: [{for: [Kiev], certainty: sure, source: us}]\nfacts:\n"),
    ],
)
def test_what_the_loader_refuses_is_not(validator: Any, old: str, new: str) -> None:
    assert old in OWN
    assert list(validator.iter_errors(read_yaml(OWN.replace(old, new, 1), "ours.yml")))

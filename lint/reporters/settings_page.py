"""The reference of the settings, from what their own descriptions say."""

from __future__ import annotations

from typing import Any

from ..engine.settings import CheckSettings, PathSettings, Settings
from ..engine.settings_schema import settings_schema
from .markdown import code, page, table
from .rule_pages import MARK

EXAMPLE = """\
# yaml-language-server: $schema=docs/schemas/config.schema.json
language: en-AU
words: [Ngaio, Wollombi]
ignore: [wording/]
checks:
  names/never-introduced: warning
  structure/long-sentence:
    severity: advice
per-path:
  "sport/**":
    ignore: [names/honorific-missing]
exclude: ["archive/**"]
"""


def settings_page() -> str:
    """Return the page."""
    schema = settings_schema(())
    definitions = schema["definitions"]
    return page(
        MARK,
        "# Settings",
        "They stand in `newslint.yml`, or in `pyproject.toml` under `[tool.newslint]`. The nearest file at or above a "
        "story holds for it, none from beyond the git repository. `newslint init` writes one, `newslint config show` "
        "says each value and where it comes from, and an unknown key is an error that names its line.",
        ["```yaml", *EXAMPLE.splitlines(), "```"],
        "## Keys",
        _table(schema, Settings()),
        "## Under `checks`",
        "Each key is the id of a check, or the beginning of one; its value is a severity (`off`, `advice`, `warning`, "
        "`error`), or these:",
        _table(definitions["CheckSettings"], CheckSettings()),
        "## Under `per-path`",
        "Each key is a pattern as in a `.gitignore`; of several that fit, the later ones are laid over the earlier.",
        _table(definitions["PathSettings"], PathSettings()),
    )


def _table(schema: dict[str, Any], defaults: Any) -> list[str]:
    names = dict(zip(defaults.__struct_encode_fields__, defaults.__struct_fields__, strict=True))
    rows = []
    for key, part in schema["properties"].items():
        default = getattr(defaults, names[key])
        description = part.get("description", "")
        if not description and "$ref" in part:
            description = "Checks, by id or the beginning of one: how grave they are, or their options."
        rows.append((code(key), _kind(part), _value(default), description.replace("|", "\\|")))
    return table(("key", "holds", "default", "meaning"), rows)


def _kind(part: dict[str, Any]) -> str:
    if "$ref" in part:
        return "a mapping"
    if "enum" in part:
        return ", ".join(code(str(each)) for each in part["enum"] if each is not None)
    if "anyOf" in part:
        return " or ".join(dict.fromkeys(_kind(each) for each in part["anyOf"] if each.get("type") != "null"))
    names = {"array": "a list", "object": "a mapping", "boolean": "`true` or `false`", "string": "text"}
    if part.get("type") in ("number", "integer"):
        bounds = [
            f"{word} {part[key]:g}"
            for key, word in (("exclusiveMinimum", "above"), ("minimum", "from"), ("maximum", "up to"))
            if key in part
        ]
        return " ".join(["a number", *bounds])
    return names.get(str(part.get("type")), "any")


def _value(default: Any) -> str:
    if default is None or default in ((), {}):
        return ""
    return code(
        str(default).lower()
        if isinstance(default, bool)
        else f"{default:g}"
        if isinstance(default, float)
        else str(default)
    )

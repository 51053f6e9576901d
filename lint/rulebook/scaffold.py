"""The text of a new check's file, for `newslint rules new`."""

from __future__ import annotations

from inspect import cleandoc

from .kindsource import load_kind
from .schema import yaml_keys

_EXAMPLES = {
    "substitution": (
        "swap: {wrong form: right form}",
        "They held a [[wrong form]] in public.",
        "They held a right form in public.",
    ),
    "existence": ("words: [wrong form]", "They held a [[wrong form]] in public.", None),
}
"""For the kinds that most checks begin with: options, a text that they flag, and the text with their fix."""


def scaffold(id_: str, kind: str, schema: str) -> str:
    """Return the text; ``schema`` is where the JSON Schema of checks is. Raises KeyError for a kind that is none."""
    module = load_kind(kind)
    example, flagged, fixed = _EXAMPLES.get(kind, (None, "A text with a [[fault]] in it.", None))
    topic = cleandoc(module.__doc__ or "").splitlines()
    options = [example] if example is not None and _is_key(example, module.Options) else []
    options += [f"# {line}".rstrip() for line in topic]
    if not options:
        options = [f"# {key}:" for key in yaml_keys(module.Options)]
    message = '\'Write "{fix}" for "{match}".\'' if fixed else "'\"{match}\": say what is wrong, and what to write.'"
    return "\n".join(
        [
            f"# yaml-language-server: $schema={schema}",
            f"id: {id_}",
            f"kind: {kind}",
            f"message: {message}",
            "why: Say in a sentence why it is wrong.",
            "severity: advice   # warning: right 19 times in 20 on edited copy; error: wrong whoever publishes it",
            *options,
            *(["fix: unsafe   # safe: made unasked with --fix"] if fixed else []),
            "tests:",
            f'  - flag: "{flagged}"',
            *([f'    fix: "{fixed}"'] if fixed else []),
            '  - pass: "Replace this by a look-alike that is right; think of ten of each."',
            "",
        ]
    )


def _is_key(line: str, options: type) -> bool:
    return line.partition(":")[0] in yaml_keys(options)

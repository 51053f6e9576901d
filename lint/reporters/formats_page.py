"""The reference of the output formats, from what their modules say of themselves."""

from __future__ import annotations

from importlib import import_module
from inspect import cleandoc

from .discovery import format_names, load_format
from .markdown import code, page, table
from .rule_pages import MARK


def formats_page() -> str:
    """Return the page."""
    rows = []
    for name in format_names():
        said = " ".join(cleandoc(import_module(f".formats.{name}", __package__).__doc__ or "").split())
        rows.append(
            (code(name), said.replace("|", "\\|"), "line by line" if load_format(name).LINES else "one document")
        )
    return page(
        MARK,
        "# Formats",
        "`--format NAME` prints a report, `--format NAME:FILE` writes it to a file that is replaced whole; repeat it "
        "for several. Those that are one document cannot share standard output with another.",
        table(("format", "what it is, and who reads it", "printed"), rows),
        "[CI](ci/README.md) has them at work on GitHub and GitLab.",
    )

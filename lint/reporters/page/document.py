"""The page as a whole: what the template is given, and the style and script that stand in it."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from ...engine.placed import PlacedIssue
from ...engine.run import Result
from ...issue import SEVERITIES
from ...version import VERSION
from ..view import Rule, View
from ..words import clean, count, not_run_rows, summary
from .figures import FileFigures, charts, file_figures, rule_figures
from .paragraphs import Paragraph, Piece, anchor, split_paragraphs

if TYPE_CHECKING:
    from jinja2 import Environment

_FOLDER = Path(__file__).resolve().parent

_LONG_STORY = 60_000
"""Code points of a story that is shown whole; of a longer one only the paragraphs with issues."""

_COPY = 12_000_000
"""Code points of copy that a page shows whole, whatever the number of stories: browsers cope with that."""

_FIXES = {"safe": "--fix", "unsafe": "--unsafe-fixes"}
"""The option that makes the change that an issue brings along."""


class Note(msgspec.Struct, frozen=True):
    """What is told of an issue; ``number`` is its number in the story, ``rule`` that in the list of rules.

    ``places`` are the related places: message, line and, where it is on the page, the anchor.
    """

    number: int
    issue: PlacedIssue
    rule: int
    why: str
    source: str
    url: str
    fix: str
    places: tuple[tuple[str, int, str], ...]


class Passage(msgspec.Struct, frozen=True):
    """A paragraph and the notes beside it."""

    paragraph: Paragraph
    notes: tuple[Note, ...]


class Story(msgspec.Struct, frozen=True):
    """A file with issues; ``number`` begins at 1. Not ``whole``: some of its copy is left out."""

    number: int
    file: FileFigures
    passages: tuple[Passage, ...]
    whole: bool


def render_page(result: Result, view: View) -> str:
    """Return the page. It depends on the result and on what the view knows of rules, and on nothing else."""
    files = file_figures(result)
    rules = rule_figures(result.issues)
    numbers = {rule: number for number, rule in enumerate(sorted(row.rule for row in rules))}
    with_issues = [file for file in files if file.issues]
    severities = Counter(issue.severity for issue in result.issues)
    style, script = _part("page.css"), _part("page.js")
    template = _environment().get_template("page.html.jinja")
    return template.render(
        version=VERSION,
        style=_trusted(style),
        script=_trusted(script),
        policy="; ".join(
            [
                "default-src 'none'",
                f"style-src {_hash(style)}",
                f"script-src {_hash(script)}",
                "img-src data:",
                "base-uri 'none'",
                "form-action 'none'",
            ]
        ),
        summary=summary(result),
        facts=_facts(result, files),
        severities=[(severity, severities[severity]) for severity in SEVERITIES if severities[severity]],
        rules=[(numbers[row.rule], row) for row in sorted(rules, key=lambda row: row.rule)],
        numbers=numbers,
        charts=charts(files, rules),
        not_run=not_run_rows(result),
        stories=_stories(with_issues, result.texts, view, numbers),
        files=with_issues,
        clean_files=[file for file in files if not file.issues],
    )


def _facts(result: Result, files: Sequence[FileFigures]) -> list[tuple[str, str]]:
    with_issues = sum(bool(file.issues) for file in files)
    facts = [
        ("Files", f"{len(files):,}, of which {with_issues:,} with issues"),
        ("Words", f"{result.words:,}"),
    ]
    languages = sorted(Counter(result.languages.values()).items(), key=lambda row: (-row[1], row[0]))
    if len(languages) == 1:
        facts.append(("Language", languages[0][0]))
    elif languages:
        facts.append(("Languages", ", ".join(f"{name} ({count(number, 'file')})" for name, number in languages)))
    return [*facts, ("LanguageTool", result.languagetool or "did not run"), ("newslint", VERSION)]


def _stories(
    files: Sequence[FileFigures], texts: dict[str, str], view: View, numbers: dict[str, int]
) -> Iterator[Story]:
    """Yield the stories one by one, so that only one is held in pieces at a time."""
    left = _COPY
    for number, file in enumerate(files, 1):
        text = texts.get(file.path)
        if text is None:
            paragraphs, whole = [_excerpt(at, issue) for at, issue in enumerate(file.issues, 1)], False
        else:
            whole = len(text) <= min(_LONG_STORY, left)
            paragraphs = split_paragraphs(text, file.issues, whole=whole)
            left -= len(text) if whole else 0
        named = {name for paragraph in paragraphs for piece in paragraph.pieces for name in piece.anchors}
        passages = tuple(
            Passage(paragraph, tuple(_note(at, file.issues[at - 1], named, view, numbers) for at in paragraph.issues))
            for paragraph in paragraphs
        )
        yield Story(number, file, passages, whole)


def _excerpt(number: int, issue: PlacedIssue) -> Paragraph:
    """Return what the issue itself holds of the copy."""
    begin = issue.column - issue.excerpt_column
    end = begin + len(issue.text)
    marked = Piece(issue.excerpt[begin:end], (number,), issue.severity, ends=(number,), anchors=(anchor(number),))
    pieces = (Piece(issue.excerpt[:begin]), marked, Piece(issue.excerpt[end:]))
    return Paragraph("excerpt", pieces, (number,))


def _note(number: int, issue: PlacedIssue, named: set[str], view: View, numbers: dict[str, int]) -> Note:
    known: Rule | None = view.rule(issue.rule)
    places = []
    for index, (other, place) in enumerate(zip(issue.related, issue.related_places, strict=True)):
        name = anchor(number, index)
        places.append((other.message, place.line, name if name in named else ""))
    return Note(
        number,
        issue,
        numbers[issue.rule],
        known.why if known else "",
        "; ".join(known.sources) if known else "",
        known.url if known else "",
        _FIXES.get(issue.fixable, ""),
        tuple(places),
    )


def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["thousands"] = lambda number: f"{number:,}"
    environment.filters["rate"] = lambda number: "" if number is None else f"{number:.2f}"
    return environment


def _shown(value: Any) -> Any:
    """Return what a page may hold of a text: line ends stay, every other sign that steers is shown as its code."""
    if not isinstance(value, str) or value.isprintable() or hasattr(value, "__html__"):
        return value
    return "\n".join(clean(line) for line in value.replace("\r\n", "\n").split("\n"))


def _part(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _trusted(text: str) -> Any:
    from markupsafe import Markup

    return Markup(text)


def _hash(text: str) -> str:
    """Return what a Content-Security-Policy calls a text that it lets stand in the page."""
    from hashlib import sha256

    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode('ascii')}'"

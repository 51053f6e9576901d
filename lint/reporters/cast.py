"""The cast as a table, for people and for a terminal, and as the JSON that `cast.schema.json` describes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import StringIO
from typing import Any, NamedTuple

import msgspec
from rich.cells import cell_len

from ..engine.cast import Appearance, Cast, Casts, Manner, Member, Stranger
from ..engine.placed import PlacedIssue
from ..issue import SEVERITIES, Severity
from ..version import VERSION
from .lines import issue_line
from .rows import issue_row
from .words import clean, count

_HEAD = ("Person", "Later", "Post", "Introduced", "Mentions")
_MANNERS: dict[Manner, str] = {
    "post": "by post",
    "relation": "by relation",
    "apposition": "in apposition",
    "title": "by title",
    "age": "by age",
    "name": "by name alone",
}


class _Piece(NamedTuple):
    """A bit of a cell; ``severity`` is that of the gravest issue that marks these words."""

    text: str
    severity: Severity | None = None


class _Row(NamedTuple):
    """A row but for its last cell, and the mentions in that cell, wording by wording, each in pieces."""

    cells: tuple[str, str, str, str]
    mentions: list[list[_Piece]]


def render_text(casts: Casts) -> str:
    """Return a table for each story, a person a line, and under it the issues as `newslint check` prints them.

    Mentions stand by what they say, those in speech in quotation marks; an asterisk: an issue marks it.
    """
    return "\n".join("".join(f"{line}\n" for line in _lines(cast)) for cast in casts.casts)


def _lines(cast: Cast) -> Iterator[str]:
    yield _headline(cast)
    rows = [(*row.cells, "; ".join(map(_joined, row.mentions))) for row in _rows(cast)]
    if rows:
        yield ""
        widths = [max(cell_len(row[column]) for row in (_HEAD, *rows)) for column in range(len(_HEAD))]
        for row in (_HEAD, *rows):
            padded = [cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)]
            yield "  ".join(padded).rstrip()
    if cast.issues:
        yield ""
        yield from map(issue_line, cast.issues)


def _joined(pieces: list[_Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def render_terminal(casts: Casts, *, width: int, colour: bool) -> str:
    """Return the same for a terminal of ``width`` cells: long cells are wrapped, and marked mentions in colour."""
    from rich.table import Table
    from rich.text import Text

    from .terminal import COLOURS, console_to

    out = StringIO()
    console = console_to(out, width=width, colour=colour)
    for number, cast in enumerate(casts.casts):
        if number:
            console.print()
        console.print(Text(_headline(cast), style="bold"), soft_wrap=True)
        rows = _rows(cast)
        if rows:
            table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
            for name, ratio in zip(_HEAD, (3, 2, 3, 3, 5), strict=True):
                table.add_column(name, ratio=ratio, overflow="fold")
            for row in rows:
                name, *cells = row.cells
                mentions = Text("\n").join(
                    Text.assemble(*((text, COLOURS[severity] if severity else "") for text, severity in wording))
                    for wording in row.mentions
                )
                table.add_row(Text(name, style="bold"), *map(Text, cells), mentions)
            console.print()
            console.print(table)
        if cast.issues:
            console.print()
        for issue in cast.issues:
            line, severity = issue_line(issue), f" {issue.severity} "
            before, _, after = line.partition(severity)
            console.print(Text.assemble((before, "bold"), (severity, COLOURS[issue.severity]), after), soft_wrap=True)
    return out.getvalue()


def _headline(cast: Cast) -> str:
    number = len(cast.people)
    parts = [f"{number:,} {'person' if number == 1 else 'people'}" if number else "no people"]
    if cast.strangers:
        parts.append(f"{count(len(cast.strangers), 'name')} that nobody introduces")
    if cast.issues:
        parts.append(count(len(cast.issues), "issue"))
    return clean(f"{cast.path}: {', '.join(parts)}")


def _rows(cast: Cast) -> list[_Row]:
    people: list[Member | Stranger] = [*cast.people, *cast.strangers]
    rows = []
    for person in sorted(people, key=lambda person: person.mentions[0].place):
        if isinstance(person, Stranger):
            cells = (person.name, "-", "-", "nowhere")
        else:
            name = person.full if person.certain else f"{person.full} ?"
            cells = (name, person.later, person.post or "-", _introduced(person))
        name, later, post, introduced = map(clean, cells)
        rows.append(_Row((name, later, post, introduced), _mentions(person.mentions, cast.issues)))
    return rows


def _introduced(person: Member) -> str:
    if person.introduction is not None and person.manner is not None:
        return f"{_position(person.introduction)} {_MANNERS[person.manner]}"
    full = [mention for mention in person.mentions if mention.kind in ("full", "titled-full")]
    places = dict.fromkeys("speech" if mention.quoted else mention.block.value for mention in full)
    return f"only in {', '.join(places)}" if places else "nowhere"


def _mentions(mentions: Sequence[Appearance], issues: Sequence[PlacedIssue]) -> list[list[_Piece]]:
    """Return the mentions by their wording, in order of the first of each."""
    wordings: dict[str, list[_Piece]] = {}
    for mention in mentions:
        wording = f'"{mention.text}"' if mention.quoted else mention.text
        severities = [issues[index].severity for index in mention.issues]
        gravest = min(severities, key=SEVERITIES.index, default=None)
        pieces = wordings.setdefault(wording, [])
        pieces.append(_Piece(", " if pieces else f"{clean(wording)} "))
        pieces.append(_Piece(f"{_position(mention)}{'*' if gravest else ''}", gravest))
    return list(wordings.values())


def _position(mention: Appearance) -> str:
    return f"{mention.place.line}:{mention.place.column}"


def render_json(casts: Casts) -> bytes:
    """Return the casts as UTF-8 JSON with a final line end."""
    return msgspec.json.format(msgspec.json.encode(report(casts)), indent=1) + b"\n"


def report(casts: Casts) -> dict[str, Any]:
    """Return the casts as plain data."""
    return {
        "version": 1,
        "stories": [_story(cast) for cast in casts.casts],
        "not_run": [{"what": n.what, "path": n.path, "why": n.why, "mend": n.mend} for n in casts.not_run],
        "tool": {"version": VERSION},
    }


def _story(cast: Cast) -> dict[str, Any]:
    return {
        "path": cast.path,
        "language": cast.language,
        "people": [_person(person) for person in cast.people],
        "unintroduced": [
            {"name": each.name, "mentions": [_mention(m) for m in each.mentions], "issues": list(each.issues)}
            for each in cast.strangers
        ],
        "issues": [issue_row(issue) for issue in cast.issues],
    }


def _person(person: Member) -> dict[str, Any]:
    introduction = None
    if person.introduction is not None:
        introduction = {**person.introduction.place._asdict(), "by": person.manner}
    return {
        "full": person.full,
        "given": person.given,
        "surname": person.surname,
        "order": person.order.value,
        "honorific": person.honorific,
        "later": person.later,
        "post": person.post,
        "certain": person.certain,
        "introduction": introduction,
        "mentions": [_mention(mention) for mention in person.mentions],
        "issues": list(person.issues),
    }


def _mention(mention: Appearance) -> dict[str, Any]:
    return {
        **mention.place._asdict(),
        "text": mention.text,
        "kind": mention.kind.value,
        "title": mention.title,
        "post": mention.post,
        "block": mention.block.value,
        "quoted": mention.quoted,
        "issues": list(mention.issues),
    }

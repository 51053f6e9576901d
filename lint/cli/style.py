"""`newslint style list | show | diff`: what the house styles say, since when, and how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from .choices import Format
from .completion import complete_styles
from .errors import CommandError
from .output import write, write_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..issue import Severity
    from ..reporters.style_rows import StyleRow
    from ..rulebook.check import Check
    from ..rulebook.house import House

app = typer.Typer(help="House styles: what a house writes, and where two differ.", rich_markup_mode=None)

_House = typer.Argument(
    metavar="HOUSE",
    help="A house style, or a file of one (.yml).",
    show_default=False,
    autocompletion=complete_styles,
)
_Format = typer.Option(help="How to print.")


@app.command("list")
def list_(format: Annotated[Format, _Format] = Format.TEXT) -> int:
    """List the house styles, with how many facts and preferred forms each holds, by how sure they are."""
    from typing import get_args

    from ..kinds.shared.style import Certainty
    from ..reporters.style_rows import columns, style_rows
    from ..rulebook.houses import house_names, shipped_options

    options = shipped_options()
    table: list[tuple[str, ...]] = []
    data: list[dict[str, Any]] = []
    for key in house_names():
        house = named_house(key)
        rows = style_rows(house, options)
        by = {word: sum(row.certainty == word for row in rows) for word in get_args(Certainty)}
        terms, left = len(house.terms), len(house.left_out)
        unchecked = sum(bool(row.unchecked) for row in rows)
        said = {"facts": len(rows) - terms, "terms": terms, **by, "unchecked": unchecked, "left_out": left}
        data.append({"style": key, "name": house.name, **said})
        counts = ", ".join(f"{number} {word}" for word, number in by.items())
        without = f"{unchecked} not checked, {left} left out"
        table.append((key, house.name, f"{len(rows) - terms} facts, {terms} terms", counts, without))
    if format is Format.JSON:
        _write_json(data)
    else:
        write(columns(table))
    return 0


@app.command("show")
def show(
    name: Annotated[str, _House],
    date: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="As it was on a day, 2024-05-31. [default: with all dates]"),
    ] = None,
    format: Annotated[Format, _Format] = Format.TEXT,
) -> int:
    """Show what a house writes: each option with its value, how sure that is, its dates and who says so."""
    from ..reporters.style_rows import as_json, columns, style_rows, unset
    from ..rulebook.houses import shipped_options
    from .project import as_day

    options = shipped_options()
    house = named_house(name)
    day = None if date is None else as_day(date)
    rows = style_rows(house, options, day)
    missing = unset(house, options)
    if format is Format.JSON:
        _write_json(
            {
                "style": house.key,
                "name": house.name,
                "language": house.language,
                "date": None if day is None else day.isoformat(),
                "facts": [as_json(row) for row in rows if row.sort == "fact"],
                "terms": [as_json(row) for row in rows if row.sort == "term"],
                "unset": missing,
                "left_out": [
                    {"fact": left.fact, "certainty": left.certainty, "why": left.why} for left in house.left_out
                ],
            }
        )
        return 0
    when = "" if day is None else f", on {day}"
    write(f"{house.name}{f', {house.language}' if house.language else ''}{when}\n")
    write(columns([(row.option, row.shown, row.certainty, row.dates, row.told) for row in rows]))
    for left in house.left_out:
        write(f"left out: {left.fact} ({left.certainty}): {left.why}\n")
    if missing:
        write(f"not known: {', '.join(missing)}\n")
    return 0


@app.command("diff")
def diff(
    first: Annotated[str, _House],
    second: Annotated[str, _House],
    date: Annotated[
        str | None, typer.Option(metavar="DATE", help="As they were on a day, 2024-05-31. [default: today]")
    ] = None,
    format: Annotated[Format, _Format] = Format.TEXT,
) -> int:
    """Show where two houses differ: option by option, what each writes and how sure that is."""
    import datetime as dt

    from ..reporters.style_rows import as_json, columns, differences
    from ..rulebook.houses import shipped_options
    from .project import as_day

    day = dt.date.today() if date is None else as_day(date)
    pair = named_house(first), named_house(second)
    found = list(differences(*pair, shipped_options(), day))
    if format is Format.JSON:
        _write_json(
            {
                "styles": [house.key for house in pair],
                "date": day.isoformat(),
                "differences": [
                    {"option": option, "says": [as_json(left), as_json(right)]} for option, left, right in found
                ],
            }
        )
        return 0
    head = ("", *(part for house in pair for part in (house.key, "")))
    rows = [(option, *_side(left), *_side(right)) for option, left, right in found]
    write(columns([head, *rows]) if rows else f"{first} and {second} say the same\n")
    return 0


def list_checks(name: str, checks: Iterable[Check], format: Format) -> None:
    """List the checks that run for a house today, each with what the house says of its option and how grave it is.

    Raises CommandError where there is no such house.
    """
    import datetime as dt
    from typing import get_args

    from ..kinds.shared.style import Section
    from ..reporters.style_rows import columns

    house = named_house(name)
    today = dt.date.today().isoformat()
    styles = {section: house.at(today, section) for section in get_args(Section)}
    table: list[tuple[str, ...]] = []
    data: list[dict[str, Any]] = []
    for check in checks:
        option = check.head.style
        said = {} if option is None else {section: style.fact(option) for section, style in styles.items()}
        if not any(said.values()):
            continue
        news = said["news"]
        apart = {where: fact for where, fact in said.items() if fact and (news is None or fact.value != news.value)}
        facts = {**({"news": news} if news else {}), **apart}
        grave = {_graver(fact.severity, check.head.severity) for fact in facts.values()}
        severity = "warning" if "warning" in grave else "advice"
        shown = ", ".join(f"{fact.value}{'' if where == 'news' else f' in {where}'}" for where, fact in facts.items())
        table.append((check.id, severity, shown, " ".join(check.head.why.split())))
        values = {where: {"value": fact.value, "certainty": fact.certainty} for where, fact in facts.items()}
        data.append({"id": check.id, "option": option, "severity": severity, "values": values})
    if format is Format.JSON:
        _write_json(data)
    else:
        write(columns(table) if table else f"no check serves an option that {house.name} sets\n")


def _graver(fact: Severity, check: Severity) -> Severity:
    """Return how grave a finding is: no graver than the check, nor than what is known of the house is sure."""
    return "advice" if "advice" in (fact, check) else fact


def named_house(name: str) -> House:
    """Return a house style by its name or its file. Raises CommandError where there is none, or where it is wrong."""
    from ..engine.settings import at_home
    from ..rulebook.errors import RuleError
    from ..rulebook.houses import find_house

    try:
        return find_house(name, at_home(name) if name.endswith(".yml") else None)
    except RuleError as error:
        raise CommandError(str(error) if error.line else error.message) from None


def _side(row: StyleRow | None) -> tuple[str, str]:
    return ("-", "") if row is None else (row.shown, row.certainty)


def _write_json(data: Any) -> None:
    import msgspec

    write_bytes(msgspec.json.format(msgspec.json.encode(data), indent=1) + b"\n")

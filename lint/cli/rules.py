"""`newslint rules list | explain | new | test | try | tags | docs`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .choices import Format
from .completion import complete_ids, complete_styles
from .errors import CommandError
from .output import note, write, write_bytes
from .rules_docs import docs
from .rules_try import try_

if TYPE_CHECKING:
    from contextlib import ExitStack

    from ..grammar.api import Server
    from ..rulebook.check import Check
    from ..rulebook.errors import RuleError

app = typer.Typer(help="The checks: what there is, what one means, whether they hold.", rich_markup_mode=None)
app.command("try")(try_)
app.command("docs")(docs)


_Where = Annotated[
    Path | None,
    typer.Argument(help="A check's file or a folder of them. [default: every check there is]", show_default=False),
]


@app.command("list")
def list_(
    format: Annotated[Format, typer.Option(help="How to list.")] = Format.TEXT,
    style: Annotated[
        str | None,
        typer.Option(
            metavar="HOUSE",
            help="Only the checks that run for this house style, each with what the house writes.",
            show_default=False,
            autocompletion=complete_styles,
        ),
    ] = None,
) -> int:
    """List every check with its severity, its fix and what it says."""
    from ..engine.book import load

    book = load()
    if style is not None:
        from .style import list_checks

        list_checks(style, book.checks, format)
        return _say_errors(book.errors)
    if format is Format.JSON:
        import msgspec

        rows = [
            {
                "id": check.id,
                "kind": check.head.kind,
                "severity": check.head.severity,
                "fix": check.head.fix,
                "message": check.head.message,
                "why": check.head.why,
                "source": check.head.sources,
                "file": check.file,
            }
            for check in book.checks
        ]
        write_bytes(msgspec.json.format(msgspec.json.encode(rows), indent=1) + b"\n")
    else:
        width = max((len(check.id) for check in book.checks), default=0)
        for check in book.checks:
            fix = "" if check.head.fix == "no" else f" [{check.head.fix} fix]"
            write(f"{check.id:<{width}} {check.head.severity:<7} {' '.join(check.head.why.split())}{fix}\n")
    return _say_errors(book.errors)


@app.command("explain")
def explain(
    rule: Annotated[str, typer.Argument(help="A check's id.", show_default=False, autocompletion=complete_ids)],
) -> int:
    """Say what a check reports, why, and where it looks, with its examples."""
    from ..engine.book import Book, languagetool_ids
    from ..rulebook.errors import did_you_mean
    from ..rulebook.explain import explain as in_words
    from ..rulebook.explain import explain_grammar
    from ..rulebook.loader import load_book

    checks, errors = load_book()
    book = Book(tuple(checks), tuple(errors))
    found = next((check for check in book.checks if check.id == rule), None)
    speaker = next((check for check in book.checks if rule in languagetool_ids(check)), None)
    if found is not None:
        write(in_words(found))
    elif speaker is not None:
        write(explain_grammar(speaker, rule))
    else:
        raise CommandError(f"no rule is called `{rule}`{did_you_mean(rule, book.ids)}")
    return _say_errors(book.errors)


@app.command("new")
def new(
    rule: Annotated[str, typer.Argument(help="The new check's id: topic/name.", show_default=False)],
    kind: Annotated[str, typer.Option(help="What the check does: one of the kinds.")] = "substitution",
    folder: Annotated[Path, typer.Option(help="The pack: the folder that ids start from.")] = Path("rules"),
) -> int:
    """Write a check's file to begin with, FOLDER/ID.yml, with the keys of its kind and a test of each sort."""
    import re

    from ..rulebook.errors import did_you_mean
    from ..rulebook.kindsource import kind_names
    from ..rulebook.scaffold import scaffold

    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)+", rule):
        raise CommandError(f"`{rule}`: an id is topic/name, in small letters, digits and hyphens")
    if kind not in kind_names():
        names = sorted(kind_names())
        raise CommandError(f"--kind: `{kind}` is not one of {', '.join(names)}{did_you_mean(kind, names)}")
    file = folder / f"{rule}.yml"
    schema = Path(*[".."] * (rule.count("/") + 1), "docs", "schemas", "check.schema.json")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8") as opened:
            opened.write(scaffold(rule, kind, schema.as_posix()))
    except OSError as error:
        what = "is there already" if isinstance(error, FileExistsError) else (error.strerror or "cannot be written")
        raise CommandError(f"{file}: {what.lower()}") from None
    note(f"wrote {file}")
    note(f"next: `newslint rules test {file}`, then `newslint rules try ./{file} ARCHIVE`")
    return 0


@app.command("test")
def run_(path: _Where = None) -> int:
    """Hold checks to the tests that they carry. Exit code 1 where one fails, 2 where a file cannot be loaded."""
    from contextlib import ExitStack
    from functools import partial

    from ..engine.book import needs_grammar
    from ..grammar.api import match_source
    from ..reporters.words import count
    from ..rulebook.loader import load_book, load_files
    from ..rulebook.selftest import run_tests

    checks, errors = load_book() if path is None else load_files(path)
    tests = failures = skipped = 0
    with ExitStack() as stack:
        server = _server(stack, checks) if any(needs_grammar(check) for check in checks) else None
        for check in checks:
            grammar = readings = None
            if needs_grammar(check) and server is not None:
                grammar = match_source(server, check.languagetool_rules)
                readings = partial(_readings, server) if check.languagetool_xml else None
            elif needs_grammar(check):
                skipped += 1
                continue
            tests += len(check.head.tests)
            for failure in run_tests(check, grammar, readings):
                failures += 1
                write(f"{_where(check, failure.index)}: {check.id}: {failure.reason}\n")
    code = _say_errors(errors)
    if not checks and not errors:
        note(f"{path}: no checks here")
        return 2
    ran = len(checks) - skipped
    write(f"{count(ran, 'check')}, {count(tests, 'test')}: {count(failures, 'failure')}\n")
    if skipped:
        write(f"{skipped} not tested: LanguageTool cannot run here; `newslint grammar status` says why\n")
    return code or int(failures > 0)


@app.command("tags")
def tags(
    text: Annotated[str, typer.Argument(help="A sentence or more.", show_default=False)],
    language: Annotated[str, typer.Option(help="The variety of English.")] = "en-GB",
) -> int:
    """Say how LanguageTool cuts a text into tokens, and which parts of speech each has: for checks of kind tokens."""
    from ..engine.language import VARIANTS
    from ..grammar import api
    from ..grammar.custom import rules_xml
    from ..rulebook.errors import did_you_mean
    from ..rulebook.readings import reading_rules

    if language not in VARIANTS:
        raise CommandError(f"--language: `{language}` is not known{did_you_mean(language, VARIANTS)}")
    try:
        with api.private_server(api.find_setup(rules_xml(reading_rules()))) as server:
            write(_readings(server, text, language).replace(" ", "\n") + "\n")
    except api.GrammarError as error:
        raise CommandError(str(error)) from None
    return 0


def _readings(server: Server, text: str, variant: str) -> str:
    from functools import partial

    from ..grammar.api import match_source
    from ..rulebook.readings import read_words

    return read_words(text, variant, partial(match_source, server))


def _where(check: Check, index: int) -> str:
    from ..rulebook.yamlfile import locate

    text = Path(check.file).read_text(encoding="utf-8")
    line, column = locate(text, ("tests", index)) if index >= 0 else (1, 1)
    return f"{check.file}:{line}:{column}"


def _server(stack: ExitStack, checks: list[Check]) -> Server | None:
    """Start LanguageTool with the rules of its own that these checks bring; it ends with the stack."""
    from ..grammar import api
    from ..grammar.custom import rules_xml
    from ..rulebook.readings import reading_rules

    try:
        own = [check.languagetool_xml for check in checks]
        setup = api.find_setup(rules_xml((*own, *reading_rules()) if any(own) else own))
        server = stack.enter_context(api.private_server(setup))
        _ = server.url  # it starts when it is first asked for
        return server
    except api.GrammarError:
        return None


def _say_errors(errors: tuple[RuleError, ...] | list[RuleError]) -> int:
    for error in errors:
        note(str(error))
    return 2 if errors else 0

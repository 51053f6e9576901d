"""Results that hold all that a report has to cope with, made without a run."""

from __future__ import annotations

from functools import cache

from newslint.engine.placed import placed
from newslint.engine.run import Result
from newslint.issue import Edit, Issue, NotRun, Related
from newslint.reporters.view import Rule, View
from newslint.text.lines import index_lines

RIVER = (
    "Ferry's 🦦 sale\r\n"
    "\r\n"
    "The 🦦 otter, naïve as ever, met\tMr Huw at the the bridge: 100% wet, <soaked> & late.\r\n"
    'He left at noon, "in a huff,\r\n'
    "\r\n"
    "and came back.\x0b Ms Ölund kept\u2028the \x01key.\ufffe\r\n"
)
ODD_PATH = "desk two/größe: 1,2%.txt"
BAD_PATH = "desk two/caf\udce9.txt"

VIEW = View(
    rule=lambda id_: {
        "names/given": Rule("names/given", "Later mentions take the surname. A reader looks for it.", "error"),
        "grammar/it-is": Rule("grammar/it-is", "", "warning", "https://languagetool.example/IT_IS?lang=en"),
    }.get(id_),
    here="/srv/press/desk",
    root="/srv/press",
)
"""A run in a folder of a repository."""


def span(copy: str, words: str) -> tuple[int, int]:
    start = copy.index(words)
    return start, start + len(words)


def issue(copy: str, words: str, rule: str, severity: str, message: str, path: str = ODD_PATH, **more: object) -> Issue:
    start, end = span(copy, words)
    return Issue(path, rule, severity, start, end, words, message, **more)  # type: ignore[arg-type]


def river(path: str) -> list[Issue]:
    """Issues of all kinds, in order of place."""
    huw, the, opening = span(RIVER, "Mr Huw"), span(RIVER, "the the"), span(RIVER, '"in a huff,')
    gap = RIVER.index("huff,") + 5
    return [
        issue(
            RIVER,
            "Mr Huw",
            "names/given",
            "error",
            'Write "Mr Pryce" for "Mr Huw".',
            path,
            suggestions=("Mr Pryce",),
            fixable="unsafe",
            edits=(Edit(huw[0] + 3, huw[1], "Pryce"),),
            related=(Related(*span(RIVER, "Ferry's 🦦"), "introduced here: 50%, or so"),),
        ),
        issue(
            RIVER,
            "the the",
            "repetition/doubled",
            "error",
            'The word "the" is typed twice.',
            path,
            suggestions=("the",),
            fixable="safe",
            edits=(Edit(*the, "the"),),
        ),
        issue(RIVER, "<soaked> & late", "taste/markup", "advice", "Tags & such, \x07\nor ]]> even.", path),
        issue(
            RIVER,
            RIVER[opening[0] : RIVER.index("and came")],
            "quotes/split",
            "warning",
            "The quotation runs on.",
            path,
            suggestions=("“in a huff, and”", ""),
            fixable="unsafe",
            edits=(Edit(opening[0], opening[0] + 1, "“"), Edit(gap, gap, "”")),
        ),
        Issue(path, "punctuation/stop", "warning", gap, gap, "", "A stop is missing here."),
        issue(
            RIVER,
            "Ms Ölund kept\u2028the \x01key",
            "grammar/it-is",
            "warning",
            "Ölund\u202e, surely?",
            path,
            suggestions=("Ms Olund",),
        ),
    ]


NOT_RUN = (
    NotRun("rules", None, "failed", "rules/own.yml:3:7: unknown key `sverity`: did you mean `severity`?"),
    NotRun("checks", "gone.txt", "failed", "no such file or folder"),
    NotRun("checks", "code.txt", "off", "not checked: looks like source code"),
    NotRun("checks", BAD_PATH, "unavailable", "stopped after 10,000 issues in the first 900,000 characters"),
    NotRun("names/given", ODD_PATH, "failed", "KeyError: 'x\x1b[2J'"),
    NotRun("grammar", None, "unavailable", "LanguageTool is not installed. Run: newslint grammar install"),
    NotRun("own/grammar", None, "unavailable", "LanguageTool is not installed. Run: newslint grammar install"),
    NotRun("grammar", None, "off", "--grammar auto runs it"),
    NotRun("own/grammar", None, "off", "--grammar auto runs it"),
)
"""Everything that may not run, and every why."""


def result(
    issues: list[Issue], copies: dict[str, str], not_run: tuple[NotRun, ...] = (), *, texts: bool = True
) -> Result:
    lines = {path: index_lines(copy) for path, copy in copies.items()}
    found = [placed(each, copies[each.path], lines[each.path]) for each in issues]
    return Result(
        issues=tuple(sorted(found, key=lambda each: (each.path, each.start, each.end, each.rule))),
        files=tuple(sorted(copies)),
        not_run=not_run,
        languages=dict.fromkeys(sorted(copies), "en-GB"),
        words=sum(len(copy.split()) for copy in copies.values()),
        texts=copies if texts else {},
    )


def everything() -> Result:
    """Two stories with issues, one of them in a file whose name is no UTF-8, a clean one, and all that did not run."""
    copies = {ODD_PATH: RIVER, BAD_PATH: RIVER, "clean.txt": "All is well.\n"}
    return result([*river(ODD_PATH), *river(BAD_PATH)[:2]], copies, NOT_RUN)


@cache
def many(number: int) -> Result:
    """A story of one line with an issue at every third word."""
    copy = "naïve the the " * number
    issues = [
        Issue(
            "long.txt",
            "repetition/doubled",
            "error" if place % 2 else "warning",
            place * 14 + 6,
            place * 14 + 13,
            "the the",
            "Typed twice.",
            suggestions=("the",),
            fixable="safe",
            edits=(Edit(place * 14 + 6, place * 14 + 13, "the"),),
        )
        for place in range(number)
    ]
    return result(issues, {"long.txt": copy})

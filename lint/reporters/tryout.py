"""The report of `newslint rules try`: each check's hits per 1,000 words, and hits with the words around them."""

from __future__ import annotations

import msgspec

from ..engine.book import Book
from ..engine.run import Result
from ..engine.tryout import passage, rate, spread, tallies
from .rows import issue_row
from .words import clean, count


def render_text(result: Result, tried: Book, limit: int) -> bytes:
    """Return the hits with what is around them, and the rates, as UTF-8 lines. ``limit`` 0 shows all hits."""
    lines = []
    shown = spread(result.issues, limit)
    several = len(tried.checks) > 1 or len({issue.rule for issue in result.issues}) > 1
    for issue in shown:
        cut = passage(issue)
        name = f"{issue.rule} " if several else ""
        lines.append(f"{issue.path}:{issue.line}:{issue.column}: {name}{cut.before}[[{cut.marked}]]{cut.after}")
    if len(shown) < len(result.issues):
        lines.append(f"{len(shown)} of {count(len(result.issues), 'hit')} shown; --limit 0 shows all")
    rows = tallies(result, tried)
    if several:
        width = max((len(tally.rule) for tally in rows), default=0)
        lines.append(f"{'':{width}}    hits   files  per 1,000 words")
        lines += [
            f"{tally.rule:<{width}} {tally.hits:7,} {tally.files:7,} {rate(tally.hits, result.words):16.3f}"
            for tally in rows
        ]
    stories = len({issue.path for issue in result.issues})
    lines.append(
        f"{count(len(result.issues), 'hit')} in {stories:,} of {count(len(result.files), 'file')}, "
        f"{rate(len(result.issues), result.words):.3f} per 1,000 words of {result.words:,}"
    )
    return "".join(f"{clean(line)}\n" for line in lines).encode("utf-8", "backslashreplace")


def render_json(result: Result, tried: Book, limit: int) -> bytes:
    """Return the same as UTF-8 JSON with a final line end."""
    data = {
        "version": 1,
        "rules": [
            {**msgspec.structs.asdict(tally), "per_1000_words": round(rate(tally.hits, result.words), 4)}
            for tally in tallies(result, tried)
        ],
        "hits": [
            {
                "path": issue.path,
                **issue_row(issue),
                **msgspec.structs.asdict(passage(issue)),
            }
            for issue in spread(result.issues, limit)
        ],
        "summary": {
            "hits": len(result.issues),
            "files_hit": len({issue.path for issue in result.issues}),
            "files": len(result.files),
            "words": result.words,
            "per_1000_words": round(rate(len(result.issues), result.words), 4),
            "not_run": result.not_run,
        },
    }
    return msgspec.json.format(msgspec.json.encode(data), indent=1) + b"\n"

"""What is counted, in a process of its own that `counts.py` starts: `counted.py WHAT ...` prints the counts as JSON.

Calls are those of Python functions and of built-in ones, wherever they are made: the work that is asked of C shows as
one call, however long it takes. Lines are those of newslint's own modules, each as often as it is executed: they show
the loops that call nothing. Nothing else may be imported before a start is counted than what Python itself imports.
"""

from __future__ import annotations

import os  # as Python itself does before it begins with a program
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType, FrameType
    from typing import Any

WARM_UP = 3
"""Passes over the stories before one is counted: caches are full then, and the prefilter has settled."""


def count_calls(work: Callable[[], object]) -> int:
    """Return how many functions are called while ``work`` runs."""
    calls = 0

    def profile(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal calls
        if event in ("call", "c_call"):
            calls += 1

    sys.setprofile(profile)
    try:
        work()
    finally:
        sys.setprofile(None)
    return calls


def count_lines(work: Callable[[], object], folder: str) -> int:
    """Return how many lines of the modules below ``folder`` are executed while ``work`` runs."""
    lines = 0

    def count(_code: CodeType) -> None:
        nonlocal lines
        lines += 1

    _trace_lines(work, folder, count)
    return lines


def lines_by_function(work: Callable[[], object], folder: str) -> dict[str, int]:
    """Return how many lines of each function of the modules below ``folder`` are executed while ``work`` runs."""
    found: dict[str, int] = {}

    def count(code: CodeType) -> None:
        name = f"{code.co_filename[len(folder) :]}: {code.co_qualname}"
        found[name] = found.get(name, 0) + 1

    _trace_lines(work, folder, count)
    return found


def _trace_lines(work: Callable[[], object], folder: str, count: Callable[[CodeType], None]) -> None:
    def local(frame: FrameType, event: str, argument: Any) -> Any:
        if event == "line":
            count(frame.f_code)
        return local

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        return local if frame.f_code.co_filename.startswith(folder) else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)


def both(work: Callable[[], object]) -> dict[str, int]:
    return {"calls": count_calls(work), "lines": count_lines(work, package())}


def package() -> str:
    """Return the folder of newslint's modules, as their code names it."""
    import newslint

    return str(newslint.__file__)[: -len("__init__.py")]


def imports() -> list[str]:
    """Return the files and folders of all that newslint imports in any of its modules."""
    import pkgutil

    import newslint

    for module in pkgutil.walk_packages(newslint.__path__, "newslint."):
        if not module.name.endswith(".__main__"):
            __import__(module.name)
    files = [getattr(module, "__file__", None) or "" for name, module in sys.modules.items() if "." not in name]
    return [os.path.dirname(file) if "__init__." in file else file for file in files if file]  # noqa: PTH120 - see above


def use(site: str) -> None:
    """Take distributions from a folder that holds the few that are needed: what else is installed has no part then."""
    sys.path[:] = [*sys.path[1:], site]


def start(what: str, site: str, target: str, arguments: list[str]) -> dict[str, Any]:
    """Count the ``calls`` or ``lines`` of a command, or these by function (``where``), or nothing (``warm``), from its
    first import to its end.

    ``target`` is the console script's function. ``cold``: rules were read from YAML.
    """
    use(site)
    sys.argv = ["newslint", *arguments]
    module, _, function = target.partition(":")

    def end(code: int = 0) -> None:
        raise SystemExit(code)

    os._exit = end  # type: ignore[assignment] - a quick way out would take the counts with it

    def work() -> None:
        try:
            getattr(__import__(module, fromlist=[function]), function)()
        except SystemExit as end:
            if end.code:
                raise

    count: Any = 0
    if what == "calls":
        count = count_calls(work)
    elif what == "lines":
        count = count_lines(work, f"{site}/newslint/")
    elif what == "where":
        count = lines_by_function(work, f"{site}/newslint/")
    else:
        work()
    return {what: count, "cold": "yaml" in sys.modules}


def stories(site: str, again: int, paths: list[str]) -> dict[str, dict[str, int]]:
    """Count a warm pass of the shipped book over stories, and of what the story model works out for them.

    The first ``again`` stories are checked once more, which is what a test knows as a slowdown.
    """
    use(site)
    from newslint.engine.book import load
    from newslint.engine.options import Options
    from newslint.text.story import Story

    texts = [_read(path) for path in paths]
    options = Options(grammar="off")
    index = load().index(options)

    def check() -> None:
        _check([*texts, *texts[:again]], index, options)

    def model() -> None:
        for text in texts:
            story = Story(text)
            _ = story.blocks, story.people, story.quotes, story.sentences, story.spellings, story.word_pairs

    found = {}
    for name, work in (("20 stories", check), ("the model of 20 stories", model)):
        for _ in range(WARM_UP):
            work()
        found[name] = both(work)
    return found


def rules(paths: list[str], pack: str) -> dict[str, int]:
    """Count a warm pass over stories with the rules of a pack and no others."""

    from newslint.engine.book import Book
    from newslint.engine.options import Options
    from newslint.rulebook.loader import load_pack
    from newslint.rulebook.packs import Pack

    texts = [_read(path) for path in paths]
    checks, errors = load_pack(Pack("bench-pack", str(pack)))
    assert not errors, errors[0]
    options = Options(grammar="off")
    index = Book(tuple(checks)).index(options)
    for _ in range(WARM_UP):
        _check(texts, index, options)
    return both(lambda: _check(texts, index, options))


def _check(texts: list[str], index: Any, options: Any) -> None:
    from newslint.engine.checking import Copy
    from newslint.engine.language import variant_of, why_not_checked
    from newslint.engine.run import check_copy
    from newslint.text.story import Story

    for text in texts:
        assert why_not_checked(text) is None
        _, failed = check_copy(Copy("story.txt", Story(text), variant_of(text, "auto")), index, options)
        assert not failed, failed[0]


def _read(path: str) -> str:
    with open(path, encoding="utf-8") as file:  # noqa: PTH123 - nothing more is imported here than must be
        return file.read()


def main() -> None:
    what, *arguments = sys.argv[1:]
    found: Any
    if what == "imports":
        found = imports()
    elif what in ("calls", "lines", "where", "warm"):
        found = start(what, arguments[0], arguments[1], arguments[2:])
    elif what == "stories":
        found = stories(arguments[0], int(arguments[1]), arguments[2:])
    else:
        found = rules(arguments[1:], arguments[0])
    import json

    print(json.dumps(found), file=sys.stderr)  # noqa: T201 - what its parent reads; the command's report is elsewhere


if __name__ == "__main__":
    import gc

    gc.disable()  # when it runs depends on what else there is in memory
    main()

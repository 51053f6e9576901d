"""What `check --fix` and `check --diff` do beside the report."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from typing import TYPE_CHECKING

import msgspec

from .output import is_terminal, note, terminal_width, wants_colour, write, write_bytes

if TYPE_CHECKING:
    from ..engine.checking import Checked, Recheck
    from ..engine.files import Found
    from ..engine.fixing import Change
    from ..engine.run import Result

Finish = Callable[["Checked", "Recheck"], "Checked"]


class Fixing:
    """Fixes in one run of `check`: ``diff`` shows them and changes nothing, otherwise they are written.

    Of standard input the fixed copy is written to standard output, and the report to standard error.
    """

    def __init__(
        self, found: Found, *, unsafe: bool, diff: bool, exit_zero: bool, read_stdin: Callable[[], bytes]
    ) -> None:
        from ..engine.files import STANDIN
        from ..engine.fixing import Fixer, Stdin, remove_leftovers, write_or_hand_on

        self._diff = diff
        self._exit_zero = exit_zero
        self._shown: list[str] = []
        self._stdin = Stdin(read_stdin)
        self._hands_on = not diff and STANDIN in found.files
        self._fixer = Fixer(self._show if diff else write_or_hand_on(self._stdin), unsafe=unsafe)
        if not diff:
            remove_leftovers(found.files)

    @property
    def finish(self) -> Finish:
        return self._fixer.finish

    @property
    def read_stdin(self) -> Callable[[], bytes]:
        return self._stdin.read

    def report(self, result: Result, code: int, print_report: Callable[[Result], None]) -> int:
        """Report on a run with what was fixed in it; return the exit code, where ``code`` is what it would be without.

        `--diff` is the report where it is asked for, and exits with 1 where something would change.
        """
        result = msgspec.structs.replace(result, fixes=self._fixer.fixes)
        if self._diff:
            self._print_diff(result)
            return code if code == 2 else int(self._fixer.fixes.fixed > 0 and not self._exit_zero)
        with self._copy_handed_on():
            print_report(result)
        return code

    @contextmanager
    def _copy_handed_on(self) -> Iterator[None]:
        """Write the copy that came by standard input, if any; what the block writes goes to standard error then."""
        if not self._hands_on:
            yield
            return
        write_bytes(self._stdin.output)
        sys.stdout.flush()
        with redirect_stdout(sys.stderr):
            yield
            sys.stdout.flush()

    def _print_diff(self, result: Result) -> None:
        from ..reporters.words import fixes_line, not_run_lines

        for text in self._shown:
            write(text)
        sys.stdout.flush()
        for line in (fixes_line(result), *not_run_lines(result)):
            note(line)

    def _show(self, change: Change, is_stdin: bool) -> None:
        from ..reporters import diff

        if is_terminal(sys.stdout):
            self._shown.append(diff.render_terminal(change, width=terminal_width(), colour=wants_colour()))
        else:
            self._shown.append(diff.render(change))

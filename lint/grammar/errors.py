"""Why grammar could not run, and what mends it."""

from __future__ import annotations


class GrammarError(Exception):
    """Grammar did not run. ``what`` says what went wrong and where, ``mend`` is one sentence that says what to do."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(f"{what}. {mend}")
        self.what = what
        self.mend = mend


class GrammarUnavailable(GrammarError):  # noqa: N818 - the state is the name
    """Something that grammar needs is not on this machine: LanguageTool's jars, or Java 17 or newer."""


class InstallFailed(GrammarUnavailable):
    """The jars could not be fetched, read or put in place; what was installed before is untouched."""


class GrammarFailed(GrammarError):  # noqa: N818
    """Everything was there, but the server did not start, did not answer in time, or answered nonsense."""


def stopped_error() -> GrammarFailed:
    """Return what is raised for a server that was stopped while somebody waited for it."""
    return GrammarFailed("The LanguageTool server was stopped", "Run it again.")

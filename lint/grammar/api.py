"""What the layers above use of grammar.

    status()                      what is installed; reads the disk, starts nothing
    install(progress, source)     fetch (or copy) and check LanguageTool's jars
    verify(setup)                 hold what a server would run against what was installed; a start does so itself
    private_server()              with private_server() as server: ...
    shared_server(setup, variant) the same with the user's server, which is found or started, and left running
    running_servers()             the shared servers of this user; stop_servers() ends them
    check_stories(server, ...)    stories -> matches in the stories' own offsets
    match_source(server, rules)   the same for one text: what the rulebook's self-test asks for

Everything raises only `GrammarUnavailable` (something is missing here), its child `InstallFailed`, or `GrammarFailed`
(it is here, but it broke); each carries ``what`` and ``mend``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from ..text.story import Story
from .check import Checker, Lost, Pending, Proof, check_stories
from .errors import GrammarError, GrammarFailed, GrammarUnavailable, InstallFailed
from .jars import jar_folder, jar_list, missing_jars
from .java import Java, find_java
from .match import Match
from .provision import Progress, install
from .remote import RemoteServer
from .running import Running, running_servers, stop_servers
from .server import PrivateServer, Server, private_server, wants_private
from .setup import Setup, find_setup
from .shared import SharedServer, shared_server
from .verified import verify

__all__ = [
    "Checker",
    "GrammarError",
    "GrammarFailed",
    "GrammarUnavailable",
    "InstallFailed",
    "Java",
    "Lost",
    "Match",
    "Pending",
    "PrivateServer",
    "Progress",
    "Proof",
    "RemoteServer",
    "Running",
    "Server",
    "Setup",
    "SharedServer",
    "Status",
    "check_stories",
    "find_setup",
    "install",
    "jar_list",
    "match_source",
    "private_server",
    "running_servers",
    "shared_server",
    "status",
    "stop_servers",
    "verify",
    "wants_private",
]


class Status(msgspec.Struct, frozen=True):
    """What there is to run grammar with. ``problems`` is empty where it can run; each has ``what`` and ``mend``."""

    languagetool: str  # "6.8"
    folder: Path  # where the jars are, or would be
    size: int  # bytes of all jars: what an installation fetches at most
    jars: bool
    java: Java | None
    problems: tuple[GrammarUnavailable, ...]

    @property
    def ready(self) -> bool:
        return not self.problems


def status() -> Status:
    """Say whether the jars are installed and where a Java is.

    Raises GrammarUnavailable where there is no home folder that could hold them.
    """
    problems: list[GrammarUnavailable] = []
    java = None
    try:
        java = find_java()
    except GrammarUnavailable as error:
        problems.append(error)
    jars = jar_list()
    folder = jar_folder()
    installed = not missing_jars(folder)
    if not installed:
        problems.append(
            GrammarUnavailable(
                f"LanguageTool {jars.version} is not installed in {folder}", "Run: newslint grammar install"
            )
        )
    return Status(jars.version, folder, jars.size, installed, java, tuple(problems))


def match_source(server: Server, rules: Iterable[str] | None = None) -> Callable[[str, str], tuple[Match, ...]]:
    """Return a function of a text and a variant that gives LanguageTool's matches; every paragraph counts as body.

    It raises what `check_stories` raises. Its connection is kept from one text to the next.
    """
    checker = Checker(server, rules)

    def source(text: str, variant: str) -> tuple[Match, ...]:
        return checker.begin([Story(text, layout="body")], [variant])[0].result().whole()

    return source

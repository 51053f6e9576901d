"""`newslint generate-shell-completion`, and what it offers besides commands and options: the ids of checks."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from .arguments import COMPLETION_VARIABLE
from .output import write


class Shell(StrEnum):
    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"


def generate(shell: Annotated[Shell, typer.Argument(help="The shell.", show_default=False)]) -> int:
    """Print the script that makes a shell complete newslint's commands, options and ids of checks.

    For bash: newslint generate-shell-completion bash >> ~/.bashrc
    """
    from typer._completion_shared import get_completion_script

    write(get_completion_script(prog_name="newslint", complete_var=COMPLETION_VARIABLE, shell=shell.value) + "\n")
    return 0


def prepare() -> None:
    """Make ready to answer a shell."""
    from typer._completion_classes import completion_init

    completion_init()


def complete_ids(incomplete: str) -> list[str]:
    """Return the ids that begin so; of the last one in a list with commas, and with what stands before it."""
    from ..engine.book import load

    before, comma, last = incomplete.rpartition(",")
    return [f"{before}{comma}{id_}" for id_ in load().ids if id_.startswith(last)]


def complete_styles(incomplete: str) -> list[str]:
    """Return the names of house styles that begin so."""
    from ..rulebook.houses import house_names

    return [name for name in house_names() if name.startswith(incomplete)]

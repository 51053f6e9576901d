"""What every command that looks at copy asks of the project around it: its settings, and its variety of English."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ..engine.files import STANDIN
from ..engine.language import VARIANTS, Language
from ..engine.project import Project
from ..engine.settings import Settings
from ..rulebook.errors import did_you_mean
from .errors import CommandError

if TYPE_CHECKING:
    import datetime as dt


def settings_for(targets: list[str]) -> Settings:
    """Return the settings found from the first target. Raises SettingsError."""
    return run_settings(Project(), targets)


def run_settings(project: Project, targets: list[str], stdin_filename: str = "<stdin>") -> Settings:
    """Return the settings of what is one for a run, such as the team's server: those that hold for the first target.

    Raises SettingsError.
    """
    return project.ground(stdin_filename if targets[0] == STANDIN else targets[0]).settings


def as_language(said: str, *, auto: bool = True) -> Language:
    """Return what ``--language`` says; ``auto`` may be among it. Raises CommandError for what is no variety."""
    known = ("auto", *VARIANTS) if auto else VARIANTS
    if said not in known:
        raise CommandError(f"--language: `{said}` is not one of {', '.join(known)}{did_you_mean(said, known)}")
    return cast(Language, said)


def as_day(said: str) -> dt.date:
    """Return the day that ``--date`` says. Raises CommandError for what is none."""
    import datetime as dt

    try:
        return dt.date.fromisoformat(said)
    except ValueError:
        raise CommandError(f"--date: `{said}` is no day: write it as 2024-05-31") from None

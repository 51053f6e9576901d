"""What every command that looks at copy asks of the project around it: its settings, and its variety of English."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click

from ..engine.files import STANDIN
from ..engine.language import VARIANTS, Language
from ..engine.settings import Settings, find_settings, read_settings
from ..rulebook.errors import did_you_mean


def settings_for(targets: list[str], *, config: Path | None = None, stdin_filename: str = "<stdin>") -> Settings:
    """Return what a settings file says: this one, or the one found from the first target. Raises SettingsError."""
    if config is None:
        first = Path(stdin_filename if targets[0] == STANDIN else targets[0])
        config = find_settings(first.absolute())
    return read_settings(config) if config is not None else Settings()


def as_language(said: str, *, auto: bool = True) -> Language:
    """Return what ``--language`` says; ``auto`` may be among it. Raises ClickException for what is no variety."""
    known = ("auto", *VARIANTS) if auto else VARIANTS
    if said not in known:
        raise click.ClickException(f"--language: `{said}` is not one of {', '.join(known)}{did_you_mean(said, known)}")
    return cast(Language, said)

"""Rules of our own that run inside LanguageTool: an XML file that stands first on its class path."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from ..cache import cache_folder, make_folder
from ..newfile import taking_place
from .errors import GrammarFailed

RULES_FILE = Path("org/languagetool/rules/en/grammar_custom.xml")
"""Where LanguageTool 6.8 looks for rules that are added to its English ones."""

_KEPT_S = 7 * 24 * 3600
"""Seconds: far longer than a server lives after it was last needed."""


def custom_key(xml: str) -> str:
    """Return what tells one set of rules from another: twelve hexadecimal figures, "" for none."""
    import hashlib  # only where LanguageTool is started

    return hashlib.sha256(xml.encode()).hexdigest()[:12] if xml else ""


def rules_xml(rules: Iterable[str]) -> str:
    """Return one file of LanguageTool rules, from ``<rule>`` and ``<rulegroup>`` elements; "" where there are none."""
    body = "\n".join(sorted({rule for rule in rules if rule}))
    if not body:
        return ""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<rules lang="en">\n'
        f'<category id="NEWSLINT" name="newslint" type="grammar">\n{body}\n</category>\n</rules>\n'
    )


def custom_folder(xml: str) -> Path:
    """Return a folder for the class path that holds these rules; it is named for its content and made once.

    A damaged file is written anew: with one that it cannot read LanguageTool fails on every text. Raises GrammarFailed
    where it cannot be written.
    """
    folder = cache_folder() / f"rules-{custom_key(xml)}"
    file = folder / RULES_FILE
    content = xml.encode()
    with suppress(OSError):
        if file.read_bytes() == content:
            os.utime(folder)  # `newslint cache clear` spares what a server that is about to start will read
            return folder
    try:
        make_folder(file.parent)
        with taking_place(file, 0o644) as new:
            new.write(content)
    except OSError as error:
        raise GrammarFailed(
            f"The rules for LanguageTool could not be written to {file}: {error.strerror}",
            "Make room or set NEWSLINT_CACHE to a folder that can be written.",
        ) from error
    with suppress(OSError):
        _remove_old(folder)
    return folder


def _remove_old(newest: Path) -> None:
    """Remove the rules that nobody has started a server with for a week: each edit of a check makes new ones."""
    import shutil

    limit = time.time() - _KEPT_S
    for folder in newest.parent.glob("rules-*"):
        if folder != newest and folder.stat().st_mtime < limit:
            shutil.rmtree(folder, ignore_errors=True)

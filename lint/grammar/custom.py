"""Rules of our own that run inside LanguageTool: an XML file that stands first on its class path."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from ..cache import cache_folder
from .errors import GrammarFailed

_FILE = Path("org/languagetool/rules/en/grammar_custom.xml")
"""Where LanguageTool 6.8 looks for rules that are added to its English ones."""


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

    Raises GrammarFailed where it cannot be written.
    """
    folder = cache_folder() / f"rules-{custom_key(xml)}"
    file = folder / _FILE
    if file.is_file():
        with suppress(OSError):
            os.utime(folder)  # `newslint cache clear` spares what a server that is about to start will read
        return folder
    temporary = file.with_suffix(f".{os.getpid()}.tmp")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(xml, encoding="utf-8")
        temporary.replace(file)
    except OSError as error:
        raise GrammarFailed(
            f"The rules for LanguageTool could not be written to {file}: {error.strerror}",
            "Make room or set NEWSLINT_CACHE to a folder that can be written.",
        ) from error
    finally:
        temporary.unlink(missing_ok=True)
    return folder

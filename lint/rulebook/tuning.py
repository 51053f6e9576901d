"""A check with other values for its kind's options, as a project's settings may ask for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .check import Check
from .errors import RuleError, did_you_mean
from .loader import check_from, lists_for
from .schema import yaml_keys
from .yamlfile import read_yaml


def retuned(check: Check, options: dict[str, Any]) -> Check:
    """Return the check with these values in place of its own; the keys are the kind's, as a rule file spells them.

    Raises RuleError, whose message names the key in backquotes, for one that the kind does not know or cannot use. The
    check's own tests say nothing of the outcome.
    """
    file = Path(check.file)
    own = yaml_keys(check.module.Options)
    for key in options:
        if key not in own:
            known = f"; `{check.head.kind}` has {', '.join(own)}" if own else ""
            raise RuleError(check.file, 1, 1, f"unknown option `{key}`{did_you_mean(key, own) or known}")
    if check.own_rule:
        names = ", ".join(f"`{key}`" for key in options)
        message = f"{names}: what LanguageTool runs for a check is the same for all projects: write a check of your own"
        raise RuleError(check.file, 1, 1, message)
    text = file.read_text(encoding="utf-8")
    data = {**read_yaml(text, check.file), **options}
    return check_from(data, text, check.file, check.id.rsplit(":", 1)[-1], lists_for(file), _prefix(check.id))


def _prefix(id_: str) -> str:
    return id_[: id_.rindex(":") + 1] if ":" in id_ else ""

"""A check in words, for `newslint rules explain`."""

from __future__ import annotations

from .check import Check
from .schema import TestCase

_FIXES = {"safe": "safe to make unasked", "unsafe": "offered, made only when asked for", "no": "none"}
_QUOTES = {"inside": "only inside quotations", "outside": "outside quotations", "anywhere": "also in quotations"}


def explain(check: Check) -> str:
    """Return what a check reports, why, where it looks, and its own examples, in plain lines."""
    head = check.head
    blocks = "every part of the story" if check.blocks is None else ", ".join(sorted(check.blocks))
    lines = [
        head.id,
        "",
        f"  {' '.join(head.why.split())}",
        "",
        f"  says      {' '.join(head.message.split())}",
        f"  severity  {head.severity}",
        f"  fix       {_FIXES[head.fix]}",
        f"  looks at  {blocks}; {_QUOTES[check.quotes]}",
        f"  language  {', '.join(head.languages) or 'any English'}",
        f"  kind      {head.kind}{'; needs LanguageTool' if check.languagetool_rules else ''}",
        *([f"  noise     up to {head.noise:g} hits per 1,000 words of clean samples"] if head.noise else ()),
        *(f"  {'source' if not number else '':<8}  {source}" for number, source in enumerate(head.sources)),
        f"  file      {check.file}",
    ]
    describe = getattr(check.module, "describe", None)
    if describe is not None:
        lines += ["", "  Looks for:", *(f"    {line}" for line in describe(check.prepared.options))]
    for title, tests in (
        ("Reported, at the mark:", [test for test in head.tests if test.flag is not None]),
        ("Left alone:", [test for test in head.tests if test.pass_ is not None]),
        ("Reported, though it is right (known):", [test for test in head.tests if test.known_false_alarm is not None]),
    ):
        if tests:
            lines += ["", f"  {title}", *(f"    {line}" for test in tests for line in _example(test))]
    return "\n".join(lines) + "\n"


def explain_grammar(check: Check, rule: str) -> str:
    """Return what is known of one LanguageTool rule that a check speaks for; ``rule`` is its id in reports."""
    own = rule.rsplit("/", 1)[-1].upper().replace("-", "_")
    return (
        f"{rule}\n\n  LanguageTool's rule {own}, reported by the check {check.id}.\n"
        f"  What it looks for: https://community.languagetool.org/rule/show/{own}?lang=en\n"
        f"  Leave it out with: --ignore {rule}\n\n{explain(check)}"
    )


def _example(test: TestCase) -> list[str]:
    text = test.flag or test.pass_ or test.known_false_alarm or ""
    shown = [f"- {' ¶ '.join(text.split(chr(10)))}"]
    if test.fix is not None:
        shown.append(f"  fixed: {' ¶ '.join(test.fix.split(chr(10)))}")
    return shown

"""Measure LanguageTool's English rules, and hold the severities of `rules/lists/grammar/rules.yml` against the counts.

    python tests/accuracy/measure_grammar.py NEWS ERRORS [--answers FILE] [--write] [--show RULE]

NEWS holds published stories (`*.txt`, in folders), ERRORS sentences (`*.jsonl`, rows with ``erroneous`` and
``corrected``; a sentence that was left alone has both the same). LanguageTool's own examples are read from its jar.
Every rule is asked for, of the LanguageTool that is installed; what a rule says is counted as newslint reports it,
after the guards and outside speech. Printed is what differs from the list: rules that are new or gone, counts that
changed, severities that the counts no longer bear. Exit code 1 where anything differs.

``--write`` puts the new counts into the list; severities and judgements stay, a new rule is off. A judgement (how many
reports on news and clean sentences were read, and how many were right) is made by eye: ``--show RULE`` prints the
reports of a rule, and the two figures are edited in the list. ``--answers`` keeps the server's answers: a second run
takes seconds.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from textwrap import wrap

import msgspec
from grammar_answers import SPELLING, Answers, RuleFacts
from grammar_copy import Copy, Spans, examples, news, picky_rules, sentences

from newslint.grammar import api
from newslint.kinds import grammar
from newslint.kinds.shared.base import Context
from newslint.kinds.shared.ruletable import Counts, RuleRow, read_rows, write_rows
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.packs import shipped_pack

STYLE = frozenset(
    {
        "AMERICAN_ENGLISH",
        "AMERICAN_ENGLISH_STYLE",
        "BRE_STYLE_OXFORD_SPELLING",
        "BRITISH_ENGLISH",
        "COLLOQUIALISMS",
        "CREATIVE_WRITING",
        "PLAIN_ENGLISH",
        "REDUNDANCY",
        "REPETITIONS_STYLE",
        "STYLE",
        "TEXT_ANALYSIS",
        "TON_ACADEMIC",
        "WIKIPEDIA",
    }
)
"""Categories whose rules never warn, whatever the counts: taste, and what one house or one country prefers."""

_GROUPS = 4
_ENOUGH = 20  # reports read by eye, of a rule that has more
_LISTS = shipped_pack().folder / "lists" / "grammar"
_HEAD = """\
# LanguageTool {version}: every English rule, how loud it is, and what was counted. `newslint` asks for those not off.
#
# error    certainly wrong, whoever the publisher is
# warning  right nineteen times in twenty where it fires; or silent on published copy and clean sentences, right on an
#          edit or an example, and about one slip with one reading
# advice   right about half the time, or a matter of house style
# off      the rest: taste, style, rules that look across paragraphs, and what our own checks see better
#
# Columns: rule, severity; reports on news (1,178 stories, 420,000 words), those on news and clean sentences that were
# read by eye, those that were right; reports on clean sentences (2,500); on sentences before an edit (2,250), at an
# edit; LanguageTool's wrong examples for the rule, found, and reports on its 15,000 right ones.
# tests/accuracy/measure_grammar.py counts anew.
"""


class Report(msgspec.Struct, frozen=True):
    """One thing that newslint would say if every rule were on."""

    copy: Copy
    rule: str
    start: int
    end: int

    def at(self, spans: Spans) -> bool:
        return any(self.start <= end and start <= self.end for start, end in spans)

    def around(self, width: int = 50) -> str:
        text = self.copy.text
        before, after = text[max(0, self.start - width) : self.start], text[self.end : self.end + width]
        return f"{before}[[{text[self.start : self.end]}]]{after}".replace("\n", " | ")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("news", type=Path)
    parser.add_argument("errors", type=Path)
    parser.add_argument("--answers", type=Path, help="keep the server's answers in this file")
    parser.add_argument("--write", action="store_true", help="put the new counts into the list")
    parser.add_argument("--show", action="append", default=[], metavar="RULE", help="print a rule's reports")
    options = parser.parse_args(arguments)
    copies = [*news(options.news), *sentences(options.errors), *examples()]
    with api.private_server() as server:
        answers = Answers(server.url, options.answers)
        facts = answers.rules()
        reports = list(measure(answers, copies, facts, picky_rules()))
        answers.save()
    for report in reports:
        if report.rule in options.show and report.copy.origin in ("news", "clean", "edits"):
            sign = "+" if report.at(report.copy.wrong) else " "
            sys.stdout.write(f"{report.copy.origin:<6}{sign} {report.rule}: {report.around()}\n")
    if options.show:
        return 0
    old = shipped_rows()
    new = new_rows(old, facts, count(copies, reports))
    lines = list(differences(old, new))
    sys.stdout.write("\n".join(lines or [f"LanguageTool {answers.version}: as in the list"]) + "\n")
    if options.write:
        write_lists(_LISTS, new, answers.version)
    return 1 if lines else 0


def shipped_rows() -> Mapping[str, RuleRow]:
    return read_rows("grammar/rules", ListFolder(_LISTS.parent).get("grammar/rules"))


def measure(
    answers: Answers, copies: Sequence[Copy], facts: Mapping[str, RuleFacts], picky: frozenset[str]
) -> Iterator[Report]:
    """Ask for every rule but spelling, and give what newslint would report of it."""
    names = {"grammar/" + rule.lower().replace("_", "-"): rule for rule in facts}
    state = grammar.prepare(grammar.Options(), ListFolder(_LISTS.parent))
    every = msgspec.structs.replace(state, severities=dict.fromkeys(facts, "warning"))
    asked = sorted(copies, key=lambda copy: (copy.origin, copy.variant))
    for copy, matches in answers.ask(asked, rule_groups(facts, picky)):
        if matches:
            context = Context(copy.story(), variant=copy.variant, matches=matches)
            for finding in grammar.check(every, context):
                yield Report(copy, names[finding.rule or ""], finding.start, finding.end)


def rule_groups(facts: Mapping[str, RuleFacts], picky: frozenset[str]) -> list[list[str]]:
    """Return the rules in groups to ask for: those that match everywhere apart, lest they hide the others."""
    apart, rest = [], []
    for rule, fact in facts.items():
        if not rule.startswith(SPELLING):
            (apart if fact.category in STYLE or fact.whole_text or rule in picky else rest).append(rule)
    groups = [rest[number::_GROUPS] for number in range(_GROUPS)]
    return [group for group in (*groups, apart) if group]


def count(copies: Iterable[Copy], reports: Iterable[Report]) -> dict[str, Counts]:
    """Return the counts of each rule; nothing is judged."""
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    for copy in copies:
        if copy.origin == "examples":
            tally[copy.rule]["examples"] += 1
    seen = set()
    for report in reports:
        counts, origin = tally[report.rule], report.copy.origin
        if origin == "edits":
            counts["confirmed"] += report.at(report.copy.wrong)
        if origin in ("news", "clean", "edits", "alike"):
            counts[origin] += 1
        elif origin == "examples" and report.rule == report.copy.rule and report.at(report.copy.wrong):
            key = (report.rule, report.copy.text)
            counts["found"] += key not in seen
            seen.add(key)
    return {rule: Counts(**counts) for rule, counts in tally.items()}


def new_rows(
    old: Mapping[str, RuleRow], facts: Mapping[str, RuleFacts], counts: Mapping[str, Counts]
) -> dict[str, RuleRow]:
    """Return a row for each rule of the server: severities and judgements of the old ones, the new counts."""
    rows = {}
    for rule, fact in facts.items():
        before = old.get(rule)
        counted = counts.get(rule, Counts())
        if before is not None:
            judged = min(before.counts.judged, counted.news + counted.clean)
            right = min(before.counts.right, judged)
            counted = msgspec.structs.replace(counted, judged=judged, right=right)
        rows[rule] = RuleRow(rule, fact.category, before.severity if before else "off", counted)
    return rows


def differences(old: Mapping[str, RuleRow], new: Mapping[str, RuleRow]) -> Iterator[str]:
    """Give a line for each rule that is new, gone, counted otherwise, or louder than its counts bear."""
    for rule in sorted({*old, *new}):
        if rule not in new:
            yield f"gone     {rule} ({old[rule].severity})"
            continue
        row = new[rule]
        if rule not in old:
            yield f"new      {rule} ({row.category}): {_figures(row.counts)}"
        elif old[rule].counts != row.counts:
            yield f"counts   {rule} ({row.severity}): {_figures(old[rule].counts)} -> {_figures(row.counts)}"
        why = unsupported(row)
        if why:
            yield f"severity {rule}: {row.severity}, but {why}"


def unsupported(row: RuleRow) -> str | None:
    """Say why the counts do not bear a rule's severity, None where they do.

    One wrong report is forgiven, for no rule with fewer than twenty reports could be wrong once otherwise.
    """
    if row.severity == "off":
        return None
    if row.severity != "advice" and row.category in STYLE:
        return f"{row.category} is a matter of style"
    counts = row.counts
    unread = min(_ENOUGH, counts.news + counts.clean) - counts.judged
    if unread > 0:
        return f"{unread} reports were not judged"
    right, wrong = counts.right + counts.confirmed, counts.judged - counts.right
    if row.severity == "advice":
        return f"{wrong} reports were wrong and {right} right" if wrong > right + 1 else None
    if wrong > max(1, (right + wrong) / 20) or (wrong and not right):
        return f"{wrong} reports were wrong and {right} right"
    if not right and not counts.found:
        return "it was right nowhere: on no edit, no example, no story"
    return None


def write_lists(folder: Path, rows: Mapping[str, RuleRow], version: str) -> None:
    """Write the list of rules and the list of ids."""
    text = _HEAD.format(version=version) + "\n" + "\n".join(write_rows(rows.values())) + "\n"
    (folder / "rules.yml").write_text(text, encoding="utf-8")
    by_category: dict[str, list[str]] = defaultdict(list)
    for rule in sorted(rows):
        by_category[rows[rule].category].append(rule)
    lines = [f"# The id of every English rule of LanguageTool {version}, all variants, by category."]
    for category, ids in sorted(by_category.items()):
        indent = "  "
        folded = wrap(" ".join(ids), 118, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
        lines += [f"{category}: >-", *folded]
    (folder / "ids.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _figures(counts: Counts) -> str:
    return " ".join(f"{name} {value}" for name, value in msgspec.structs.asdict(counts).items() if value) or "silent"


if __name__ == "__main__":
    sys.exit(main())

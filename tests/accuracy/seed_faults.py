"""Put one fault at a time into clean copy, and count how often newslint reports exactly one issue, there.

    python tests/accuracy/seed_faults.py [--kind KIND ...] [--n N] [--seed SEED] [--grammar] [--list]

Printed by kind: how many were seeded, and of them: one new issue and at the place (once); several, or one more
elsewhere (twice); only elsewhere; none (missed). ``--list`` shows each that was not found once. Chance is seeded: the
same arguments give the same faults. The faults are in `fault_*.py`; the copy is every clean sample of the project.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from random import Random
from typing import Literal

import fault_facts
import fault_people
import fault_quotations
import fault_residue
import fault_slips
import fault_structure
import msgspec
import yaml
from fault_copy import Clean, Fault, Place, Seeded
from labelled_stories import load_stories

from newslint.engine.book import load
from newslint.engine.checking import Copy
from newslint.engine.options import Options
from newslint.engine.placed import PlacedIssue
from newslint.engine.proofreader import proofreader
from newslint.engine.run import check_copy
from newslint.text.story import Story

FAULTS: tuple[Fault, ...] = (
    *fault_people.FAULTS,
    *fault_quotations.FAULTS,
    *fault_structure.FAULTS,
    *fault_facts.FAULTS,
    *fault_slips.FAULTS,
    *fault_residue.FAULTS,
)

Outcome = Literal["once", "twice", "elsewhere", "missed"]
Check = Callable[[Clean], Sequence[PlacedIssue]]

_SEEDS = Path(__file__).resolve().parents[2] / "seeds"
_TRIES = 6
"""Draws for each fault wanted, as chance may draw the same one again."""


class Trial(msgspec.Struct, frozen=True):
    """One fault, and what newslint said that it did not say of the clean story."""

    kind: str
    name: str
    seeded: Seeded
    issues: tuple[PlacedIssue, ...]

    @property
    def outcome(self) -> Outcome:
        here = [issue for issue in self.issues if any(_touches(issue, place) for place in self.seeded.places)]
        if not here:
            return "elsewhere" if self.issues else "missed"
        return "once" if len(self.issues) == 1 else "twice"

    @property
    def passage(self) -> str:
        """The first place of the fault, in its line."""
        start, end = self.seeded.places[0]
        text = self.seeded.text
        return f"{text[max(0, start - 30) : start]}[[{text[start:end]}]]{text[end : end + 20]}"


def _touches(issue: PlacedIssue, place: Place) -> bool:
    """Say whether an issue overlaps a place, with one character of slack."""
    return issue.start <= place[1] + 1 and issue.end >= place[0] - 1


def clean_samples() -> list[Clean]:
    """Return every clean story of the project."""
    labelled = [Clean(story.path.name, story.language, story.text) for story in load_stories() if story.clean]
    seeds = [
        Clean(
            path.name,
            yaml.safe_load(path.with_suffix(".expected.yml").read_text(encoding="utf-8"))["language"],
            path.read_text(encoding="utf-8"),
        )
        for path in sorted(_SEEDS.glob("clean-*.txt"))
    ]
    return [*labelled, *seeds]


def checker(stack: ExitStack, *, grammar: bool = False) -> Check:
    """Return what checks a text; errors and warnings only. LanguageTool, if asked, ends with the stack."""
    book = load()
    options = Options(grammar="required" if grammar else "off")
    index = book.index(options)
    reader = stack.enter_context(proofreader(book.languagetool_rules, private=False)) if grammar else None

    def check(clean: Clean) -> Sequence[PlacedIssue]:
        issues, not_run = check_copy(Copy(clean.name, Story(clean.text), clean.language), index, options, reader)
        problems = [*not_run, *(reader.not_run if reader is not None else ())]
        if problems:
            raise RuntimeError("; ".join(f"{entry.what}: {entry.mend}" for entry in problems))
        return issues

    return check


def draw(fault: Fault, copies: Sequence[Clean], n: int, seed: int) -> Iterator[tuple[Clean, Seeded]]:
    """Draw up to ``n`` different faults of a kind."""
    chance = Random(f"{seed} {fault.kind}")
    drawn: set[str] = set()
    for _ in range(n * _TRIES):
        for clean in chance.sample(copies, len(copies)):
            seeded = fault.seed(clean, chance)
            if seeded is not None:
                if seeded.text not in drawn:
                    drawn.add(seeded.text)
                    yield clean, seeded
                break
        if len(drawn) == n:
            return


def run(faults: Iterable[Fault], copies: Sequence[Clean], check: Check, *, n: int, seed: int) -> Iterator[Trial]:
    """Seed up to ``n`` faults of each kind, and check each."""
    before: dict[str, Counter[tuple[str, str]]] = {}
    for fault in faults:
        for clean, seeded in draw(fault, copies, n, seed):
            if clean.name not in before:
                before[clean.name] = Counter(_key(issue) for issue in check(clean))
            known = before[clean.name].copy()
            fresh = []
            for issue in check(msgspec.structs.replace(clean, text=seeded.text)):
                if known[_key(issue)]:
                    known[_key(issue)] -= 1
                else:
                    fresh.append(issue)
            yield Trial(fault.kind, clean.name, seeded, tuple(fresh))


def _key(issue: PlacedIssue) -> tuple[str, str]:
    return issue.rule, issue.text


def table(trials: Sequence[Trial], *, listed: bool = False) -> str:
    """Return the counts by kind; ``listed``: and each fault that was not found once."""
    outcomes: tuple[Outcome, ...] = ("once", "twice", "elsewhere", "missed")
    counts: dict[str, Counter[str]] = {}
    for trial in trials:
        counts.setdefault(trial.kind, Counter())[trial.outcome] += 1
    width = max(map(len, counts), default=0)
    head = " ".join(f"{word:>9}" for word in ("seeded", *outcomes))
    rows = [f"{'':{width}} {head}"]
    for kind, count in [*counts.items(), ("all", sum(counts.values(), Counter()))]:
        figures = " ".join(f"{number:9}" for number in (count.total(), *(count[word] for word in outcomes)))
        rows.append(f"{kind:{width}} {figures}")
    if listed:
        for trial in (trial for trial in trials if trial.outcome != "once"):
            said = "; ".join(f"{issue.line}:{issue.column} {issue.rule} {issue.text[:40]!r}" for issue in trial.issues)
            rows.append(
                f"{trial.outcome.upper():9} {trial.kind} {trial.name}: {trial.passage!r} -> {said or 'nothing'}"
            )
    return "".join(f"{row}\n" for row in rows)


def main() -> int:
    kinds = [fault.kind for fault in FAULTS]
    parser = argparse.ArgumentParser(description="Seed faults into clean copy and count what newslint reports.")
    parser.add_argument("--kind", action="append", choices=kinds, metavar="KIND", help=", ".join(kinds))
    parser.add_argument("--n", type=int, default=20, help="faults of each kind (default 20)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--grammar", action="store_true", help="with LanguageTool")
    parser.add_argument("--list", action="store_true", help="show each fault that was not found once")
    args = parser.parse_args()
    wanted = [fault for fault in FAULTS if not args.kind or fault.kind in args.kind]
    with ExitStack() as stack:
        check = checker(stack, grammar=args.grammar)
        trials = list(run(wanted, clean_samples(), check, n=args.n, seed=args.seed))
    sys.stdout.write(table(trials, listed=args.list))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Labelled stories: what is wrong in each, what newslint says of it, and how the two are scored.

Beside `stories/NAME.txt` stands `stories/NAME.labels.yml`:

    language: en-AU
    defects:                # [] for a clean story, whose name begins with `clean-`
    - {line: 7, kind: honorific-first-name, text: Mr Huw, fix: Mr Prosser}

``text`` stands on the 1-based ``line``, at the 1-based ``column`` where it stands there more than once. ``also`` names
the other lines of a defect that lives on several; ``fix`` is for the reader.

A label is hit when an issue overlaps its span, with one character of slack, or lies on one of its other lines. An issue
that marks far more text than the label (over 80 characters and three times its length) points at nothing and hits
nothing. An issue that hits no label of its story is a false alarm. Precision is labels hit over labels hit plus false
alarms, so that saying a thing twice gains nothing.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import yaml

STORIES = Path(__file__).resolve().parent / "stories"

GROUPS: Mapping[str, tuple[str, ...]] = {
    "people": (
        "honorific-first-name",
        "honorific-missing/inconsistent",
        "name-spelling-variant",
        "sir-surname",
        "surname-before-introduction",
        "wrong-title-variant",
    ),
    "quotations": ("quote-comma", "quote-glyph", "quote-style-mixed", "running-quote", "unbalanced-quote"),
    "structure": (
        "duplicated-paragraph",
        "missing-terminal-punctuation",
        "near-duplicate",
        "paragraph-broken-mid-sentence",
        "sentence-fragment-lowercase-start",
        "spacing",
        "truncated-paragraph",
        "unclosed-bracket",
    ),
    "consistency": (
        "age-drift",
        "ambiguous-time",
        "currency-ambiguity",
        "date-inconsistency",
        "figure-drift",
        "number-mismatch",
        "number-style",
        "official-name",
        "percent-arithmetic",
        "spelling-variant-mixed",
        "term-inconsistency",
    ),
    "slips": (
        "adverb-for-adjective",
        "agreement",
        "apostrophe",
        "article-slip",
        "confusable",
        "country-for-demonym",
        "doubled-word",
        "missing-word",
        "typo-collocation",
    ),
    "residue": (
        "bad-unicode",
        "boilerplate",
        "dateline-format",
        "desk-note",
        "double-hyphen",
        "html-leftover",
        "model-residue",
        "mojibake",
        "placeholder",
    ),
}
"""The kinds of label, by the part of the copy desk's work that they belong to."""

CORE = frozenset(
    {
        "country-for-demonym",
        "double-hyphen",
        "honorific-first-name",
        "missing-terminal-punctuation",
        "name-spelling-variant",
        "paragraph-broken-mid-sentence",
        "quote-comma",
        "term-inconsistency",
        "typo-collocation",
        "unbalanced-quote",
    }
)
"""The kinds that the project began with."""

SOFT = frozenset({"currency-ambiguity", "number-mismatch"})
"""Kinds that good editors argue about: they are shown, and do not count in the recall over all."""


class Label(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One defect; ``column`` 0 stands for the only place of the text on the line."""

    line: int
    kind: str
    text: str
    column: int = 0
    fix: str = ""
    also: tuple[int, ...] = ()


class _Sheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    language: str
    defects: tuple[Label, ...]


class LabelledStory(msgspec.Struct, frozen=True):
    """A story and its labels, whose columns are filled in."""

    path: Path
    language: str
    text: str
    labels: tuple[Label, ...]

    @property
    def clean(self) -> bool:
        return self.path.name.startswith("clean-")


class Found(msgspec.Struct, frozen=True):
    """An issue, as the JSON report has it."""

    path: str
    rule: str
    severity: str
    line: int
    column: int
    end_line: int
    end_column: int
    text: str


class Score(msgspec.Struct, frozen=True):
    """``total`` and ``hit`` count labels by kind; ``misses`` and ``alarms`` go with the story's file name."""

    total: Counter[str]
    hit: Counter[str]
    misses: tuple[tuple[str, Label], ...]
    alarms: tuple[tuple[str, Found], ...]
    words: int
    clean: int
    noisy: frozenset[str]

    def recall(self, kinds: Iterable[str]) -> float:
        """Return the part of the labels of these kinds that is hit, 1.0 where there are none."""
        kinds = list(kinds)
        total = sum(self.total[kind] for kind in kinds)
        return sum(self.hit[kind] for kind in kinds) / total if total else 1.0

    @property
    def core_recall(self) -> float:
        return self.recall(CORE)

    @property
    def recall_over_all(self) -> float:
        return self.recall(kind for kind in self.total if kind not in SOFT)

    @property
    def precision(self) -> float:
        hit = sum(self.hit.values())
        return hit / max(1, hit + len(self.alarms))

    @property
    def alarms_per_1000_words(self) -> float:
        return 1000 * len(self.alarms) / max(1, self.words)

    @property
    def silent(self) -> int:
        """How many clean stories have no alarm."""
        return self.clean - len(self.noisy)


def load_stories(folder: Path = STORIES) -> list[LabelledStory]:
    """Load all stories, by name. Raises ValueError, with the file and the label, for a label that does not hold."""
    return [_load(path) for path in sorted(folder.glob("*.txt"))]


def _load(path: Path) -> LabelledStory:
    sheet_path = path.with_suffix(".labels.yml")
    try:
        sheet = msgspec.convert(yaml.safe_load(sheet_path.read_text(encoding="utf-8")), _Sheet)
    except (OSError, msgspec.ValidationError) as error:
        raise ValueError(f"{sheet_path}: {error}") from None
    text = path.read_bytes().decode("utf-8")
    lines = text.split("\n")
    labels = tuple(_placed(label, lines, sheet_path) for label in sheet.defects)
    if bool(labels) == path.name.startswith("clean-"):
        raise ValueError(f"{sheet_path}: a story is called `clean-…` where, and only where, it has no defects")
    return LabelledStory(path, sheet.language, text, labels)


def _placed(label: Label, lines: Sequence[str], sheet: Path) -> Label:
    where = f"{sheet}: line {label.line}: {label.kind}"
    if label.kind not in kinds():
        raise ValueError(f"{where}: no such kind; add it to a group of GROUPS")
    if not all(1 <= line <= len(lines) for line in (label.line, *label.also)):
        raise ValueError(f"{where}: the story has {len(lines)} lines")
    line = lines[label.line - 1]
    if label.column == 0:
        if line.count(label.text) != 1:
            raise ValueError(f"{where}: {label.text!r} stands there {line.count(label.text)} times; give a `column`")
        return msgspec.structs.replace(label, column=line.index(label.text) + 1)
    if not line.startswith(label.text, label.column - 1):
        raise ValueError(f"{where}: {label.text!r} does not stand at column {label.column}")
    return label


def kinds() -> frozenset[str]:
    return frozenset(kind for group in GROUPS.values() for kind in group)


def check(stories: Iterable[LabelledStory], *, grammar: str = "required") -> dict[str, list[Found]]:
    """Check stories as a user does, one run a language; return the errors and warnings by the story's file name.

    Raises RuntimeError where a part did not run.
    """
    found: dict[str, list[Found]] = defaultdict(list)
    by_language: dict[str, list[Path]] = defaultdict(list)
    for story in stories:
        by_language[story.language].append(story.path)
    for language, paths in sorted(by_language.items()):
        command = [sys.executable, "-m", "newslint", "check", "--format", "json", "--grammar", grammar]
        done = subprocess.run(
            [*command, "--language", language, *map(str, paths)],
            capture_output=True,
            check=False,
            cwd=STORIES.parent,  # no settings of anybody's are above it
        )
        if done.returncode not in (0, 1):
            raise RuntimeError(done.stderr.decode())
        for row in json.loads(done.stdout)["issues"]:
            found[Path(row["path"]).name].append(_found(row))
    return found


def _found(row: Mapping[str, Any]) -> Found:
    return msgspec.convert({key: row[key] for key in Found.__struct_fields__}, Found)


def score(stories: Iterable[LabelledStory], found: Mapping[str, Sequence[Found]]) -> Score:
    """Hold what was found against the labels; ``found`` goes by the story's file name."""
    total: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    misses: list[tuple[str, Label]] = []
    alarms: list[tuple[str, Found]] = []
    words = clean = 0
    noisy = set()
    for story in stories:
        name = story.path.name
        words += len(re.findall(r"\w+", story.text))
        clean += story.clean
        reached: set[int] = set()
        for issue in found.get(name, ()):
            own = [number for number, label in enumerate(story.labels) if _overlaps(issue, label)]
            near = [number for number, label in enumerate(story.labels) if _on_other_line(issue, label)]
            reached.update(own or near)
            if not own and not near:
                alarms.append((name, issue))
                if story.clean:
                    noisy.add(name)
        for number, label in enumerate(story.labels):
            total[label.kind] += 1
            if number in reached:
                hit[label.kind] += 1
            else:
                misses.append((name, label))
    return Score(total, hit, tuple(misses), tuple(alarms), words, clean, frozenset(noisy))


def _overlaps(issue: Found, label: Label) -> bool:
    end = label.column + len(label.text)
    return (
        _points(issue, label)
        and (issue.line, issue.column) <= (label.line, end + 1)
        and (issue.end_line, issue.end_column) >= (label.line, label.column - 1)
    )


def _on_other_line(issue: Found, label: Label) -> bool:
    return _points(issue, label) and any(issue.line <= line <= issue.end_line for line in label.also)


def _points(issue: Found, label: Label) -> bool:
    return len(issue.text) <= max(80, 3 * len(label.text))


def table(result: Score, *, listed: bool = False) -> str:
    """Return the figures for people, by group and kind; ``listed``: and every miss and every false alarm."""
    rows = []
    for group, members in GROUPS.items():
        present = [kind for kind in members if result.total[kind]]
        rows.append(_row(result, f"{group.upper()}  recall {result.recall(present):.3f}", present))
        for kind in sorted(present, key=lambda kind: (result.hit[kind] / result.total[kind], kind)):
            sign = "  (core)" if kind in CORE else "  (soft)" if kind in SOFT else ""
            rows.append(_row(result, f"  {kind}{sign}", [kind]))
    if listed:
        rows += [
            f"MISS  {name}:{label.line}:{label.column} {label.kind}: {label.text[:80]!r}"
            for name, label in result.misses
        ]
        rows += [
            f"ALARM {name}:{issue.line}:{issue.column} {issue.rule}: {issue.text[:60]!r}"
            for name, issue in result.alarms
        ]
    rows += [
        f"{result.words:,} words, {sum(result.total.values())} labels, {len(result.alarms)} false alarms "
        f"({result.alarms_per_1000_words:.2f} per 1,000 words), {result.silent} of {result.clean} clean stories silent",
        f"core recall {result.core_recall:.3f}, recall {result.recall_over_all:.3f}, precision {result.precision:.3f}",
    ]
    return "".join(f"{row}\n" for row in rows)


def _row(result: Score, title: str, members: Iterable[str]) -> str:
    members = list(members)
    return f"{sum(result.hit[k] for k in members):3} of {sum(result.total[k] for k in members):3}  {title}"

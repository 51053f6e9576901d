"""A third party's pack and kind, so that golden cases do not move with the shipped book."""

from __future__ import annotations

from pathlib import Path

FEE = """
id: words/fee
kind: substitution
message: 'Write "{fix}" for "{match}".'
why: The zoo charges entry, not a fee.
severity: error
swap: {gate fee: entry charge}
fix: safe
tests:
  - flag: "The zoo raised its [[gate fee]] twice."
    fix: "The zoo raised its entry charge twice."
  - pass: "The fee at the gate rose."
"""

KEEPER = """
id: words/keeper
kind: existence
message: '"{match}" is a job title of the past.'
why: The zoo has rangers now.
severity: warning
words: [head keeper]
tests:
  - flag: "The [[head keeper]] fed the otters."
  - pass: "The keeper fed the otters."
"""

OTTER = """
id: words/otter
kind: existence
message: 'Say which otter.'
why: The zoo has two kinds.
severity: advice
words: [otters]
tests:
  - flag: "She fed the [[otters]]."
  - pass: "She fed the sea-otters."
"""

SHOUT = """
id: words/shout
kind: shout
message: 'Too loud.'
why: Nobody shouts in the zoo.
severity: warning
least: 2
tests:
  - flag: "Run[[!!]] he said."
  - pass: "Run! he said."
"""

SHOUT_KIND = '''
"""A kind of a third party's: runs of exclamation marks."""

from newslint.kinds.shared.base import Finding, KindOptions


class Options(KindOptions):
    least: int


def prepare(options, lists):
    return options.least


def check(state, context):
    text = context.story.text
    at = text.find("!" * state)
    if "fall over" in text:
        raise RuntimeError("fell over")
    if at >= 0:
        yield Finding(at, at + state)
'''


def write_distribution(site: Path, name: str, packs: str, kinds: str = "") -> None:
    """Write what an installer leaves of a distribution: its metadata, beside the packages it brought."""
    info = site / f"{name}-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[newslint.packs]\n{packs}\n[newslint.kinds]\n{kinds}\n")


def write_check(folder: Path, text: str) -> Path:
    """Write a check where its id says."""
    id_ = next(line for line in text.splitlines() if line.startswith("id: ")).removeprefix("id: ")
    path = folder / f"{id_}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.lstrip("\n"), encoding="utf-8")
    return path

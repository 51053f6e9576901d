"""Fuzzing with coverage as a guide: `python tests/trust/fuzz/run.py TARGET [TARGET ...] --seconds 60`.

Needs atheris (`pip install 'newslint[fuzz]'`; it has wheels for Linux). Each target runs in a process of its own, on a
corpus that begins with its seeds and the inputs that once crashed; `--corpus` keeps what a run adds. An input that
crashes is written to `--crashes`, and becomes a file in `crashes/TARGET/` here, which the suite runs, and a test of
the module that was mended. `--record` writes what was seen into `tests/trust/runs/fuzz.json`.
"""

# ruff: noqa: T201 - a script that prints
from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from hashlib import blake2b
from pathlib import Path
from typing import Any

from fuzztargets import crashes, load_target, target_names

sys.path.append(str(Path(__file__).resolve().parents[1]))

from records import RUNS, write_record

RECORD = RUNS / "fuzz.json"
INPUT_SECONDS = 60
"""Seconds that one input may take on a busy machine before it counts as a hang."""
MEMORY_MB = 1_500
LONGEST = 6_000
"""Bytes of an input."""

WHAT = {
    "book": "the shipped book in every house style",
    "decoder": "decoder, blocks, sentences, tokens",
    "fixes": "fixer",
    "people": "register of people",
    "quotes": "quotation tracker",
    "replies": "LanguageTool's replies",
    "reports": "every reporter",
    "settings": "settings",
    "suppression": "comments, [sic], baseline",
    "yaml": "rules, lists, styles",
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"{', '.join(target_names())}; none: all")
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("--record", action="store_true", help=f"add to what is kept in {RECORD.name}")
    parser.add_argument("--corpus", type=Path, help="a folder that keeps what a run finds, a folder a target")
    parser.add_argument(
        "--crashes", type=Path, default=Path("fuzz-crashes"), help="where inputs that crash are written"
    )
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    said = parser.parse_args()
    if said.inside:
        fuzz(said.inside, said.targets)
        return 0
    for name in said.targets or target_names():
        if name not in target_names():
            parser.error(f"there is no target {name}: {', '.join(target_names())}")
    failed = False
    for name in said.targets or target_names():
        seen = run(name, said.seconds, said.corpus, said.crashes)
        print(f"{name}: {seen['inputs']:,} inputs in {seen['seconds']} s, {seen['crash'] or 'no crash'}", flush=True)
        failed = failed or bool(seen["crash"])
        if said.record and not seen["crash"]:
            record(name, seen)
    return int(failed)


def run(name: str, seconds: int, corpus: Path | None, crash_folder: Path) -> dict[str, Any]:
    """Fuzz one target in a process of its own; return how many inputs it ran, for how long, and what it said."""
    crash_folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="newslint-corpus-") as temporary:
        seeds = Path(temporary, "seeds")
        seeds.mkdir()
        for data in (*load_target(name).seeds(), *(path.read_bytes() for path in crashes(name))):
            (seeds / blake2b(data, digest_size=8).hexdigest()).write_bytes(data[:LONGEST])
        tokens = Path(temporary, "tokens")
        tokens.write_text("".join(f'"{_escaped(token)}"\n' for token in load_target(name).TOKENS), encoding="ascii")
        own = (corpus or Path(temporary)) / name
        own.mkdir(parents=True, exist_ok=True)
        options = (
            f"-max_total_time={seconds}",
            f"-timeout={INPUT_SECONDS}",
            f"-rss_limit_mb={MEMORY_MB}",
            f"-max_len={LONGEST}",
            f"-dict={tokens}",
            f"-artifact_prefix={crash_folder}/{name}-",
            "-print_final_stats=1",
        )
        command = [sys.executable, __file__, "--inside", name, "--", *options, str(own), str(seeds)]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    said = done.stdout + done.stderr
    inputs = re.search(r"stat::number_of_executed_units:\s*(\d+)", said)
    lasted = re.search(r"Done \d+ runs in (\d+) second", said)
    crash = ""
    if done.returncode:
        blamed = re.search(r"=== Uncaught Python exception: ===\n(.*)", said) or re.search(
            r"ERROR: libFuzzer: (.*)", said
        )
        crash = blamed[1] if blamed else f"ended with {done.returncode}: {said[-500:]}"
        written = re.search(r"Test unit written to (\S+)", said)
        crash += f" ({written[1]})" if written else ""
    return {
        "inputs": int(inputs[1]) if inputs else 0,
        "seconds": int(lasted[1]) if lasted else 0,
        "crash": crash,
    }


def _escaped(token: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in token.encode("utf-8", "surrogatepass"))


def fuzz(name: str, options: list[str]) -> None:
    """Hand this process to libFuzzer; it ends with it."""
    try:
        import atheris
    except ImportError:
        sys.exit("atheris is not installed: pip install 'newslint[fuzz]'")
    # The target's own invariants are no code to explore.
    with atheris.instrument_imports(include=list(_instrumented(name))):
        target = load_target(name)
    for seed in target.seeds()[:3]:  # what is read once must not count as a slow input
        target.one_input(seed)
    atheris.Setup([sys.argv[0], *options], target.one_input)
    atheris.Fuzz()


def _instrumented(name: str) -> tuple[str, ...]:
    """Return what a target's module says of itself, read from its text: to import it would be too early."""
    text = (Path(__file__).parent / f"fuzz_{name}.py").read_text(encoding="utf-8")
    found = re.search(r"^INSTRUMENT = \([^\n]*\)$|^INSTRUMENT = \(\n.*?^\)$", text, re.DOTALL | re.MULTILINE)
    assert found
    namespace: dict[str, Any] = {}
    exec(found.group(), namespace)
    modules: tuple[str, ...] = namespace["INSTRUMENT"]
    return modules


def record(name: str, seen: dict[str, Any]) -> None:
    """Keep what a run saw in place of the target's last run; mended is what was found once and is a test now."""
    kept = json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.exists() else {"rows": []}
    runs = {row["target"]: (row["tries"], row["seconds"]) for row in kept["rows"]}
    runs[name] = (seen["inputs"], seen["seconds"])
    least = min(seconds for _, seconds in runs.values())
    command = f"python tests/trust/fuzz/run.py --seconds {least} --record"
    write_record(RECORD, command, [_row(target, *runs[target]) for target in sorted(runs)])


def _row(target: str, inputs: int, seconds: int) -> dict[str, Any]:
    mended = len(crashes(target))
    before = f"; {mended} found before are mended, and tests" if mended else ""
    return {
        "area": "Fuzzed",
        "target": target,
        "fault": f"any input for {WHAT[target]}",
        "tries": inputs,
        "seconds": seconds,
        "crashes": mended,
        "mended": mended,
        "seen": f"no crash, no broken invariant in {seconds} s{before}",
        "lost": "nothing",
    }


if __name__ == "__main__":
    sys.exit(main())

"""The shipped checks' fixes on sample stories and on made-up copy: a second run finds nothing left to do."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.engine.book import load
from newslint.engine.files import find_files
from newslint.engine.fixing import Change, Fixer
from newslint.engine.options import Options
from newslint.engine.run import Result, check_files

TESTS = Path(__file__).resolve().parent.parent
SAMPLES = sorted([*(TESTS.parent / "seeds").glob("*.txt"), *(TESTS / "accuracy" / "stories").glob("*.txt")])
LINE_END = re.compile(r"\r\n|\r|\n")
OPTIONS = Options(grammar="off", advice=True)


@pytest.fixture(scope="module")
def book():
    return load()


def fixed(book, paths, *, unsafe: bool) -> tuple[Result, list[Change]]:
    changes: list[Change] = []
    fixer = Fixer(lambda change, is_stdin: changes.append(change), unsafe=unsafe)
    result = check_files(find_files(map(str, paths)), book, lambda path: OPTIONS, finish=fixer.finish)
    return result, changes


def written(folder: Path, texts: dict[str, str]) -> list[Path]:
    for name, text in texts.items():
        (folder / name).write_bytes(text.encode())
    return [folder / name for name in texts]


@pytest.mark.parametrize("unsafe", [False, True])
def test_fixes_of_the_samples_settle_and_a_second_run_changes_nothing(book, tmp_path, unsafe):
    result, changes = fixed(book, SAMPLES if unsafe else SAMPLES[::3], unsafe=unsafe)
    assert [entry for entry in result.not_run if entry.what == "fixes"] == []
    assert len(changes) > 10
    again, more = fixed(book, written(tmp_path, {Path(c.path).name: c.after for c in changes}), unsafe=unsafe)
    assert more == []
    assert sum(issue.fixable == "safe" for issue in again.issues) == 0


@pytest.fixture(scope="module")
def scratch(tmp_path_factory):
    return tmp_path_factory.mktemp("scratch")


SENTENCES = [
    sentence
    for path in SAMPLES
    for paragraph in path.read_text(encoding="utf-8").split("\n\n")
    for sentence in paragraph.strip().split(". ")
    if 20 < len(sentence) < 200
]


@st.composite
def flawed_copy(draw) -> str:
    """Sentences of the samples in any order, with slips put in, and line ends of any kind."""
    paragraphs = []
    for _ in range(draw(st.integers(1, 4))):
        words = " ".join(draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3))).split(" ")
        for _ in range(draw(st.integers(0, 5))):
            at = draw(st.integers(0, len(words) - 1))
            slip = draw(st.sampled_from(["double", "space", "quote", "glyph", "comma", "entity", "a", "join"]))
            word = words[at]
            words[at] = {
                "double": f"{word} {word}",
                "space": f"{word} ",
                "quote": f'"{word}',
                "glyph": f"“{word}'",
                "comma": f"{word} ,",
                "entity": f"{word}&nbsp;",
                "a": f"an {word}",
                "join": f"{word}\u200b",
            }[slip]
        paragraphs.append(" ".join(words))
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    return (2 * end).join(paragraphs) + draw(st.sampled_from(["", end]))


@settings(
    max_examples=1000 if os.environ.get("NEWSLINT_SLOW") else 40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=flawed_copy(), unsafe=st.booleans())
def test_fix_of_a_fix_is_the_fix(book, scratch, text, unsafe):
    _, changes = fixed(book, written(scratch, {"a.txt": text}), unsafe=unsafe)
    if not changes:
        return
    (change,) = changes
    assert change.before == text
    assert set(LINE_END.findall(change.after)) <= set(LINE_END.findall(text))
    _, more = fixed(book, written(scratch, {"a.txt": change.after}), unsafe=unsafe)
    assert more == []

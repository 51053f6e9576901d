"""What all fuzz targets share: bytes to choices and texts, seeds, and a scratch folder."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[3]

_T = TypeVar("_T")

PIECES = (
    " ", " ", " ", " ", "\n", "\n\n", "\n\n", "\r\n", "\r", "\t", "\xa0", "\u2028", "\x0b", "\ufeff", "\u200d",
    "\u202e", "“", "”", '"', '"', "'", "‘", "’", "„", "«", "»", "`", "''", "[sic]", "(", ")", "[", "]", "<!--",
    "-->", ". ", ", ", "? ", "! ", ": ", "; ", "…", "...", "—", "–", "-", " - ", "/", "&", "&amp;", "%", "$", "€",
    "#", "*", "@", "Mr ", "Mrs Obi ", "Dr ", "Sir ", "Justice ", "Lord ", "President ", "mayor ",
    "the mayor of Brenn, ", "minister ", "Rosa Quill", "Quill", "Huw Bevan", "Bevan", "van der Berg", "al-Assad",
    "O'Brien", "J. K. Obi", "Kim Jong-un", "III", "Jr.", "'s", "’s", "s' ", "MP", "U.S.", "BRENN (AP) — ",
    "By Ada Tarrant", "Ünal", "é", "é", "🙂", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "ﬁ", "he said",
    "she said", "said", "says", "told reporters", "according to ", "who ", "and ", "of ", "the ", "The ", "a ",
    "an ", "the the ", "an hard choice", "were", "was", "has", "have", "its", "it's", "their", "there",
    "less people", "alot", "12", "1,000", "4.5", "90-minute", "1980s", "'90s", "5 p.m.", "3.30pm", "May 6, 2016",
    "31 February", "Monday", "10%", '5\'1"', "ten per cent", "$5 million", "£3bn", "20C", "100km", "1-0", "No 10",
    "World Health Organisation", "(WHO)", "WHO", "Pool to close for good", "What happens next", "- It leaks", "• ",
    "ENDS", "Picture: Jo Marsh", "AP, AFP", "***", "They include:",
    "The pool in Mill Lane, which opened in 1931, will close in May. ", "“It leaks,” Mrs Obi said. ", "colour",
    "color", "“We sail,” he said. ", "one, two and three", "two of the crew ", "either ", "neither ", "not only ",
    "if he was ", "x", "A", "0",
)  # fmt: skip
"""What news copy is made of, a byte each: so a target meets its structure far oftener than by random characters."""


def text_of(data: bytes) -> str:
    """Return the text that an input stands for: a first byte below 128 says that the rest is the text itself, with
    lone surrogates for what is no UTF-8; otherwise each byte is one of `PIECES`.
    """
    if not data:
        return ""
    if data[0] < 128:
        return data[1:].decode("utf-8", "surrogateescape")
    return "".join(PIECES[byte % len(PIECES)] for byte in data[1:])


def plain_text_of(data: bytes) -> str:
    """Return the same as a file can hold it: without surrogates."""
    return text_of(data).encode("utf-8", "replace").decode("utf-8")


class Chooser:
    """Takes choices from the front of an input; when it is used up, every choice is the first."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def byte(self) -> int:
        self._at += 1
        return self._data[self._at - 1] if self._at <= len(self._data) else 0

    def number(self, least: int, most: int) -> int:
        """Return a number from ``least`` to ``most``, both of which it may be."""
        span = most - least + 1
        value = self.byte()
        if span > 256:
            value = value << 16 | self.byte() << 8 | self.byte()
        return least + value % span

    def one_of(self, values: Sequence[_T]) -> _T:
        return values[self.number(0, len(values) - 1)]

    def flag(self) -> bool:
        return bool(self.byte() & 1)

    def part(self) -> bytes:
        """Return some bytes: as many as the next one says."""
        length = self.byte()
        self._at += length
        return self._data[self._at - length : self._at]

    def rest(self) -> bytes:
        begun, self._at = self._at, max(self._at, len(self._data))
        return self._data[begun:]


@cache
def scratch() -> Path:
    """Return a folder of this process's own, in memory where there is such a place."""
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(prefix="newslint-fuzz-", dir=memory if memory.is_dir() else None))
    (folder / ".git").mkdir()  # settings are looked for no higher
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def story_seeds() -> tuple[bytes, ...]:
    """Return the project's sample stories as inputs of a target that takes a text."""
    folders = (ROOT / "seeds", ROOT / "tests" / "accuracy" / "stories", ROOT / "tests" / "styles")
    return tuple(b"\0" + path.read_bytes() for folder in folders for path in sorted(folder.glob("*.txt")))


def rule_files() -> list[Path]:
    """Return the shipped checks, one in five of them: the kinds are all among them."""
    checks = [path for path in sorted((ROOT / "rules").rglob("*.yml")) if not {"lists", "styles"} & {*path.parts}]
    kinds: dict[str, list[Path]] = {}
    for path in checks:
        kind = next((line for line in path.read_text("utf-8").splitlines() if line.startswith("kind:")), "")
        kinds.setdefault(kind, []).append(path)
    return [path for files in kinds.values() for path in files[::5]]

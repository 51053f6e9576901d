"""The copy that is measured on: stories of one size, made from a folder of stories or from the project's own."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from itertools import cycle, groupby, islice
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
SIZE = 4700
"""Bytes of a story: some 800 words."""

STORY_WORDS = 755


class Stories(NamedTuple):
    """A folder of files `00001.txt` ..., how many, their mean size in bytes, and where they come from, in words."""

    folder: Path
    count: int
    mean: float
    origin: str


def own_stories() -> list[Path]:
    """Return the project's own sample stories, in order."""
    return sorted([*(ROOT / "seeds").glob("*.txt"), *(ROOT / "tests" / "accuracy" / "stories").glob("*.txt")])


def write_stories(target: Path, count: int, source: Path | None) -> Stories:
    """Write ``count`` stories into a new folder: those of ``source``, else made of the project's own paragraphs.

    Raises ValueError where the source has no stories.
    """
    target.mkdir(parents=True)
    if source is None:
        texts = list(islice(shuffled_stories(), count))
        origin = "paragraphs of the project's own stories, shuffled"
    else:
        joined = list(joined_stories(source))
        if not joined:
            raise ValueError(f"no stories (*.txt) in {source}")
        texts = list(islice(cycle(joined), count))
        origin = "published stories, joined within their source to that size"
        if len(joined) < count:
            origin += f"; {len(joined):,} different ones, repeated"
    for number, text in enumerate(texts, 1):
        (target / f"{number:05}.txt").write_bytes(text.encode("utf-8"))
    return Stories(target, count, sum(len(text.encode("utf-8")) for text in texts) / count, origin)


def made_stories(target: Path, count: int) -> Path:
    """Write ``count`` stories of the project's own paragraphs into a new folder, however many; return it.

    They are written one by one; of the run of 100,000 it says on standard error how far it is.
    """
    target.mkdir(parents=True)
    for number, text in enumerate(islice(shuffled_stories(), count), 1):
        (target / f"{number:06}.txt").write_bytes(text.encode("utf-8"))
        if number % 10_000 == 0:
            print(f"{number:,} of {count:,} stories are written", file=sys.stderr)  # noqa: T201
    return target


def joined_stories(source: Path) -> Iterator[str]:
    """Yield texts of about `SIZE` bytes: the stories below a folder, in order, joined within each of its folders.

    A story longer than that is cut between paragraphs; what is left at the end of a folder and is shorter than half
    the size is left out.
    """
    for _, paths in groupby(sorted(source.rglob("*.txt")), key=lambda path: path.parent):
        parts: list[str] = []
        size = 0
        for path in paths:
            for paragraph in path.read_text(encoding="utf-8", errors="replace").strip().split("\n\n"):
                more = len(paragraph.encode("utf-8")) + 2
                if parts and size + more / 2 > SIZE:  # nearer to the size without it
                    yield "\n\n".join(parts) + "\n"
                    parts, size = [], 0
                parts.append(paragraph)
                size += more
        if size > SIZE / 2:
            yield "\n\n".join(parts) + "\n"


def shuffled_stories(seed: int = 7) -> Iterator[str]:
    """Yield texts of about `SIZE` bytes without end, each with a headline and byline of one story and paragraphs of
    many; the same at every run.
    """
    chance = random.Random(seed)
    heads: list[list[str]] = []
    bodies: list[str] = []
    for path in own_stories():
        paragraphs = path.read_text(encoding="utf-8").strip().split("\n\n")
        heads.append(paragraphs[:2])
        bodies += paragraphs[2:]
    while True:
        parts = list(chance.choice(heads))
        size = sum(len(part.encode("utf-8")) + 2 for part in parts)
        while True:
            part = chance.choice(bodies)
            more = len(part.encode("utf-8")) + 2
            if size + more / 2 > SIZE:
                break
            parts.append(part)
            size += more
        yield "\n\n".join(parts) + "\n"


def sample_story() -> str:
    """Return 755 words of the project's own copy: the sample stories, one after another, the last line cut short."""
    paragraphs: list[str] = []
    left = STORY_WORDS
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        for paragraph in path.read_text(encoding="utf-8").split("\n\n"):
            words = paragraph.split()
            if len(words) >= left:
                return "\n\n".join([*paragraphs, " ".join(words[:left])]) + "\n"
            if words:
                paragraphs.append(paragraph.strip())
                left -= len(words)
    return "\n\n".join(paragraphs) + "\n"

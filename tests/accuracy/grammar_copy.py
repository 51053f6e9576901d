"""The copy that LanguageTool's rules are measured on: stories, sentences with and without edits, its own examples."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import msgspec

from newslint.grammar.jars import jar_folder, jar_list
from newslint.text.story import Story
from newslint.text.variety import guess_variant

VARIANTS = ("en-AU", "en-CA", "en-GB", "en-NZ", "en-US")
_RULES = "org/languagetool/rules/en/"
_FILES = (
    "grammar.xml",
    "style.xml",
    *(f"{variant}/{name}.xml" for variant in VARIANTS for name in ("grammar", "style")),
)
Spans = tuple[tuple[int, int], ...]


class Copy(msgspec.Struct, frozen=True):
    """One text: where it comes from, and the spans (code points) that somebody holds to be wrong.

    ``origin``: "news"; "edits" (before the edits) and "edited" (after them); "clean"; "examples" and "alike", which are
    LanguageTool's own wrong and right ones, of the rule ``rule``.
    """

    origin: str
    text: str
    variant: str
    wrong: Spans = ()
    rule: str = ""

    def story(self) -> Story:
        return Story(self.text, layout="story" if self.origin == "news" else "body")


def news(folder: Path) -> Iterator[Copy]:
    """Give every `*.txt` below a folder, each in the variant that its spelling and places speak for."""
    for path in sorted(folder.rglob("*.txt")):
        text = path.read_text(encoding="utf-8", errors="replace")
        yield Copy("news", text, guess_variant(text).variant)


def sentences(folder: Path) -> Iterator[Copy]:
    """Give the sentences of the `*.jsonl` files of a folder: rows with ``erroneous`` and ``corrected``.

    Where the two are the same the annotators left the sentence alone. American spelling is in the majority.
    """
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            before, after = row["erroneous"], row["corrected"]
            if before == after:
                yield Copy("clean", before, "en-US")
            else:
                yield Copy("edits", before, "en-US", edited_spans(before, after))
                yield Copy("edited", after, "en-US")


def edited_spans(before: str, after: str) -> Spans:
    """Return what of ``before`` an editor touched, in words; an insertion touches the words on both sides."""
    old, new = before.split(" "), after.split(" ")
    starts = [0]
    for word in old:
        starts.append(starts[-1] + len(word) + 1)
    spans = []
    for what, a, b, _, _ in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            first, last = (a, b) if a < b else (max(0, a - 1), min(len(old), a + 1))
            spans.append((starts[first], max(starts[first], starts[last] - 1)))
    return tuple(spans)


def examples(jar: Path | None = None) -> Iterator[Copy]:
    """Give the examples of LanguageTool's XML rules, from its English jar (None: the installed one)."""
    with zipfile.ZipFile(jar or _english_jar()) as archive:
        names = set(archive.namelist())
        for name in _FILES:
            if _RULES + name in names:
                variant = name.partition("/")[0] if "/" in name else "en-US"
                yield from _examples_of(archive.read(_RULES + name), variant)


def picky_rules(jar: Path | None = None) -> frozenset[str]:
    """Return the XML rules that only the level "picky" asks for."""
    found: set[str] = set()
    with zipfile.ZipFile(jar or _english_jar()) as archive:
        for name in _FILES:
            if _RULES + name not in archive.namelist():
                continue
            group = ""
            for event, node in ElementTree.iterparse(BytesIO(archive.read(_RULES + name)), ("start", "end")):
                if event == "start" and node.tag in ("rule", "rulegroup"):
                    group = node.get("id", group)
                    if "picky" in node.get("tags", ""):
                        found.add(group)
                elif event == "end" and node.tag == "category":
                    node.clear()
    return frozenset(found)


def _english_jar() -> Path:
    return jar_folder() / f"language-en-{jar_list().version}.jar"


def _examples_of(xml: bytes, variant: str) -> Iterator[Copy]:
    group = ""
    for event, node in ElementTree.iterparse(BytesIO(xml), ("start", "end")):
        if event == "start":
            if node.tag in ("rule", "rulegroup"):
                group = node.get("id", group)
        elif node.tag == "example" and group:
            wrong = node.get("correction") is not None or node.get("type") == "incorrect"
            text, spans = _marked(node)
            if text.strip() and "\n" not in text:
                yield Copy("examples" if wrong else "alike", text, variant, spans if wrong else (), group)
        elif node.tag == "category":
            node.clear()


def _marked(node: ElementTree.Element) -> tuple[str, Spans]:
    text = node.text or ""
    spans = []
    for child in node:
        inner = "".join(child.itertext())
        if child.tag == "marker":
            spans.append((len(text), len(text) + len(inner)))
        text += inner + (child.tail or "")
    return text, tuple(spans) or ((0, len(text)),)

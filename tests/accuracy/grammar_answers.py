"""What a LanguageTool server says about copy, every rule asked for; answers are kept in a file and asked for once.

The server drops all but one of overlapping matches, so that a rule may hide another: the rules are asked for in groups,
each with a request of its own.
"""

from __future__ import annotations

import json
import urllib.parse
import urllib.request
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
from grammar_copy import VARIANTS, Copy

from newslint.grammar.match import Match
from newslint.text.blocks import BlockKind

SPELLING = "MORFOLOGIK_RULE_"
_IN_FLIGHT = 2
_BATCH = 8_000  # code points in a request, sentences together
_TIMEOUT_S = 300
_SPACES = str.maketrans("\r\n\t", "   ")
_PARAGRAPH = "\n\n"


class RuleFacts(msgspec.Struct, frozen=True):
    """What a server says of one of its rules. ``whole_text``: it looks across paragraphs."""

    id: str
    category: str
    whole_text: bool


class Answers:
    """Asks one server, about each text once. ``version`` is LanguageTool's."""

    def __init__(self, url: str, file: Path | None = None) -> None:
        self._url = url
        self._file = file
        self._kept: dict[str, list[Any]] = {}
        self.version: str = self._get("v2/info")["software"]["version"]
        if file is not None and file.exists():
            for line in file.read_text(encoding="utf-8").splitlines():
                key, _, rest = line.partition("\t")
                self._kept[key] = json.loads(rest)

    def rules(self) -> dict[str, RuleFacts]:
        """Return every English rule of the server, of all variants, by its id."""
        facts: dict[str, RuleFacts] = {}
        for variant in VARIANTS:
            for rule in self._get(f"v2/configinfo?language={variant}")["rules"]:
                facts[rule["ruleId"]] = RuleFacts(rule["ruleId"], rule["categoryId"], "isTextLevelRule" in rule)
        return dict(sorted(facts.items()))

    def ask(self, copies: Sequence[Copy], groups: Sequence[Sequence[str]]) -> Iterator[tuple[Copy, tuple[Match, ...]]]:
        """Give each text with its matches, in code points of the text, sorted; nothing across two paragraphs."""
        batches = list(_batches(copies))
        jobs = [(batch, group) for batch in batches for group in groups]
        found: dict[int, list[Match]] = {}
        with ThreadPoolExecutor(_IN_FLIGHT) as pool:
            for (batch, _), matches in zip(jobs, pool.map(lambda job: self._batch(*job), jobs), strict=True):
                for number, match in matches:
                    found.setdefault(id(batch[number]), []).append(match)
        for copy in (copy for batch in batches for copy in batch):
            yield copy, tuple(sorted(found.get(id(copy), ()), key=lambda m: (m.start, m.end, m.rule_id)))

    def save(self) -> None:
        if self._file is not None:
            lines = (f"{key}\t{json.dumps(matches)}\n" for key, matches in self._kept.items())
            self._file.write_text("".join(lines), encoding="utf-8")

    def _batch(self, copies: Sequence[Copy], rules: Sequence[str]) -> list[tuple[int, Match]]:
        text, places = _joined(copies)
        found = []
        for start, length, rule, category, message, replacements in self._matches(text, copies[0].variant, rules):
            end = start + length
            for sent, size, number, origin in places:
                if sent <= start < end <= sent + size:
                    begin = origin + start - sent
                    match = Match(begin, begin + length, rule, category, message, tuple(replacements))
                    found.append((number, match))
        return found

    def _matches(self, text: str, variant: str, rules: Sequence[str]) -> list[Any]:
        key = sha256(json.dumps([self.version, variant, list(rules), text]).encode()).hexdigest()[:24]
        if key not in self._kept:
            form = {"text": text, "language": variant, "enabledRules": ",".join(rules)}
            form |= {"enabledOnly": "true", "level": "picky"}
            self._kept[key] = [
                [
                    match["offset"],
                    match["length"],
                    match["rule"]["id"],
                    match["rule"]["category"]["id"],
                    match["message"],
                    [each["value"] for each in match["replacements"][:5]],
                ]
                for match in self._get("v2/check", form)["matches"]
            ]
        return self._kept[key]

    def _get(self, path: str, form: dict[str, str] | None = None) -> Any:
        data = None if form is None else urllib.parse.urlencode(form).encode()
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(self._url + path, data, timeout=_TIMEOUT_S) as answer:
            return json.load(answer)


def _batches(copies: Sequence[Copy]) -> Iterator[list[Copy]]:
    """Give stories one by one, sentences of one origin and variant together."""
    batch: list[Copy] = []
    size = 0
    for copy in copies:
        full = size + len(copy.text) > _BATCH or copy.origin == "news"
        if batch and (full or (copy.origin, copy.variant) != (batch[0].origin, batch[0].variant)):
            yield batch
            batch, size = [], 0
        batch.append(copy)
        size += len(copy.text)
    if batch:
        yield batch


def _joined(copies: Sequence[Copy]) -> tuple[str, list[tuple[int, int, int, int]]]:
    """Return the body paragraphs as one text; of each, where it stands, its length, its copy, and its place there."""
    texts: list[str] = []
    places = []
    at = 0
    for number, copy in enumerate(copies):
        for block in copy.story().blocks:
            if block.kind is BlockKind.BODY:
                # LanguageTool counts in UTF-16 units.
                piece = "".join("\u25a1" if c > "\uffff" else c for c in copy.text[block.start : block.end])
                texts.append(piece.translate(_SPACES))
                places.append((at, len(piece), number, block.start))
                at += len(piece) + len(_PARAGRAPH)
    return _PARAGRAPH.join(texts), places

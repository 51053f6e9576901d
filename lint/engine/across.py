"""`check --across`: extracts that travel back with what was checked, and the issues that come of comparing them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import msgspec

from ..issue import Issue, NotRun
from ..kinds.shared.across.extract import Extract, Heads, digest_of, extract
from ..kinds.shared.base import Context
from ..rulebook.check import Check
from ..text.lines import index_lines
from ..text.story import Story
from .checking import Checked, Copy, issues_of
from .files import UnreadableError, read_copy
from .looks import ACROSS
from .options import Options
from .parts import PART
from .placed import placed
from .storydate import IN_PATH, story_date

if TYPE_CHECKING:
    from ..kinds.shared.across.clash import Clash
    from ..rulebook.index import Index

Suppress = Callable[[Checked, Callable[[str], bool]], Checked]


class Extractor(msgspec.Struct, frozen=True):
    """Takes an extract of a story; it goes to the workers, and so is plain data."""

    heads: Heads

    def take(self, copy: Copy, options: Options) -> bytes | NotRun:
        """Return the encoded extract of a copy; of one that cannot be compared, why not."""
        story = copy.story
        if len(story.text) > PART:
            reason = f"not compared with other stories: longer than {PART:,} characters"
            return NotRun("checks", copy.path, "unavailable", reason)
        try:
            day = options.day or story_date(story.text, copy.path, in_path=options.date_in_path or IN_PATH)
            found = extract(story, copy.path, day.isoformat() if day else "", self.heads)
        except Exception as error:  # as where a check fails: the others still say what they have to say
            reason = f"not compared with other stories: {type(error).__name__}: {error}"
            return NotRun("checks", copy.path, "failed", reason)
        return msgspec.msgpack.encode(found)


def checks_across(index: Index) -> tuple[Check, ...]:
    """Return the checks of an index that look at all stories together."""
    return tuple(check for check in index.checks if check.head.kind == ACROSS)


def extractor(indexes: Sequence[Index]) -> Extractor | None:
    """Return what takes the extracts that the checks of a run want, None where none is wanted."""
    wanted = [check for index in indexes for check in checks_across(index)]
    if not wanted:
        return None
    heads = [check.state.heads for check in wanted]
    return Extractor(next((each for each in heads if each.plain), Heads()))


class Comparison:
    """Collects the extracts of a run, and says in the end what they show. ``desk`` gives the options of a path.

    ``not_run`` is then what was left out of the comparison so that its work is bounded.
    """

    def __init__(self, desk: Callable[[str], tuple[Options, Index]]) -> None:
        self._desk = desk
        self._extracts: list[bytes] = []
        self._variants: dict[str, str] = {}
        self._kept: dict[str, str] = {}
        self.not_run: tuple[NotRun, ...] = ()

    def add(self, data: bytes, copy: Copy, *, keep: bool) -> None:
        """Take a story's extract; ``keep`` its text, where no file will have it."""
        self._extracts.append(data)
        self._variants[copy.path] = copy.variant
        if keep:
            self._kept[copy.path] = copy.story.text

    def shown(self, suppress: Suppress | None) -> tuple[Checked, ...]:
        """Return what the comparison shows: each text that has such issues, with these alone, as far as comments and
        baselines do not keep them out.
        """
        from ..kinds.shared.across.compare import compare

        checks = {check.id: check for path in self._variants for check in checks_across(self._desk(path)[1])}
        faults = frozenset(check.state.fault for check in checks.values())
        sets = next((check.state.sets for check in checks.values() if check.state.sets.of), None)
        if sets is None:
            from ..kinds.shared.across.bodies import Sets

            sets = Sets()
        compared = compare(self._extracts, faults, sets, self._story)
        self.not_run = tuple(NotRun(ACROSS, None, "unavailable", limit) for limit in compared.limits)
        by_path: dict[str, list[Clash]] = defaultdict(list)
        for clash in compared.clashes:
            by_path[clash.path].append(clash)
        decoder = msgspec.msgpack.Decoder(Extract)
        digests = {each.path: each.digest for each in map(decoder.decode, self._extracts)}
        found = []
        for path, clashes in by_path.items():
            text = self._text(path, digests[path])
            if text is not None:
                said = self._report(Copy(path, Story(text), self._variants[path]), tuple(clashes))
                found.append(said if suppress is None else _suppressed(said, suppress))
        return tuple(found)

    def _report(self, copy: Copy, clashes: tuple[Clash, ...]) -> Checked:
        from ..kinds.across import give

        options, index = self._desk(copy.path)
        give(copy.story, clashes)
        context = Context(copy.story, variant=copy.variant, words=options.words)
        issues: list[Issue] = []
        not_run: list[NotRun] = []
        for check in checks_across(index):
            said = issues_of(check, context, copy.path, options)
            if isinstance(said, NotRun):
                not_run.append(said)
            else:
                issues += said
        lines = index_lines(copy.story.text)
        issues.sort(key=lambda issue: (issue.start, issue.end, issue.rule))
        return Checked(copy, tuple(placed(issue, copy.story.text, lines) for issue in issues), tuple(not_run))

    def _story(self, of: Extract) -> Story | None:
        text = self._text(of.path, of.digest)
        return None if text is None else Story(text)

    def _text(self, path: str, digest: bytes) -> str | None:
        """Return the text of a path again; None where its file has changed since."""
        text = self._kept.get(path)
        if text is None:
            try:
                text = read_copy(path)
            except UnreadableError:
                return None
        return text if digest_of(text) == digest else None


def _suppressed(checked: Checked, suppress: Suppress) -> Checked:
    """Take out what is kept out; what is wrong with the comments of a text has been said before."""
    left = suppress(checked, lambda _start: False)
    own = {issue.rule for issue in checked.issues}
    return msgspec.structs.replace(left, issues=tuple(issue for issue in left.issues if issue.rule in own))

"""The cast of a story: who is in it, how each was introduced, every mention, and what the checks say of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Literal

import msgspec

from ..issue import NotRun
from ..text.blocks import BlockKind
from ..text.people import Mention, MentionKind, NameOrder, Person, Register
from ..text.regex import regex
from ..text.story import Story
from ..text.titles import KNIGHTS, RELATIONS, fold, gender
from .book import Book
from .checking import Copy
from .files import find_files
from .options import Options
from .parts import PART
from .placed import Place, PlacedIssue, place_of
from .run import check_copy, read_copies

TOPICS = ("names/", "titles/")
"""The checks that look at people, by the beginnings of their ids (in another pack, of what follows its name)."""

Manner = Literal["post", "relation", "apposition", "title", "age", "name"]
"""What introduces a person with the full name: a post before it ("coach Dan Obi"), a family word before or after it
("his wife, Ada Obi"), a post after it ("Dan Obi, the coach,"), a title, an age, or nothing: the name alone.
"""


class Appearance(msgspec.Struct, frozen=True):
    """One mention. ``place`` covers ``text``, the title and the name as written; ``post`` stands directly before it.

    ``issues`` are indexes into the cast's: those that mark some of these words.
    """

    place: Place
    text: str
    kind: MentionKind
    title: str | None
    post: str | None
    block: BlockKind
    quoted: bool
    issues: tuple[int, ...] = ()


class Member(msgspec.Struct, frozen=True):
    """One person; the fields of the same name are those of the register's `Person`.

    ``later`` is what a later mention calls them: "Mr Xi", "Sir Colin", "Obi". ``introduction`` is one of the
    ``mentions``, None where the full name stands only outside the running text or in speech, and ``manner`` with it.
    ``issues`` are indexes into the cast's: those that mark a mention, and those that point at one as their reason.
    """

    full: str
    given: str
    surname: str
    order: NameOrder
    honorific: str | None
    later: str
    post: str | None
    certain: bool
    introduction: Appearance | None
    manner: Manner | None
    mentions: tuple[Appearance, ...]
    issues: tuple[int, ...]


class Stranger(msgspec.Struct, frozen=True):
    """A name that the story writes with a title and introduces nowhere; ``issues`` as for a member."""

    name: str
    mentions: tuple[Appearance, ...]
    issues: tuple[int, ...]


class Cast(msgspec.Struct, frozen=True):
    """The cast of one text, in order of first mention, and the issues of the checks on names and titles, in order."""

    path: str
    language: str
    people: tuple[Member, ...] = ()
    strangers: tuple[Stranger, ...] = ()
    issues: tuple[PlacedIssue, ...] = ()


class Casts(msgspec.Struct, frozen=True):
    """The casts of several texts, in order of path, and what did not run."""

    casts: tuple[Cast, ...] = ()
    not_run: tuple[NotRun, ...] = ()


def read_casts(
    paths: Iterable[str],
    book: Book,
    options: Options,
    *,
    read_stdin: Callable[[], bytes] | None = None,
    stdin_name: str = "<stdin>",
) -> Casts:
    """Read the cast of every file that the paths stand for; see `find_files` and, for standard input, `check_paths`.

    Of the checks that the options select, those on names and titles run, advice too, and none that needs grammar.
    Nothing is raised for a file that cannot be read or a check that fails: both are in ``not_run``.
    """
    options = msgspec.structs.replace(options, grammar="off", advice=True)
    book = Book(tuple(check for check in book.checks if check.id.rpartition(":")[2].startswith(TOPICS)), book.errors)
    index = book.index(options)
    found = find_files(paths)
    not_run = [NotRun("rules", None, "failed", str(error)) for error in book.errors] + list(found.failures)
    casts: list[Cast] = []
    for copy in read_copies(found, options.language, read_stdin, stdin_name):
        if isinstance(copy, NotRun):
            not_run.append(copy)
        elif len(copy.story.text) > PART:
            not_run.append(NotRun("checks", copy.path, "failed", f"longer than {PART:,} characters: split the file"))
        else:
            issues, failed = check_copy(copy, index, options)
            casts.append(cast_of(copy, issues))
            not_run += failed
    return Casts(tuple(casts), tuple(not_run))


def cast_of(copy: Copy, issues: Sequence[PlacedIssue] = ()) -> Cast:
    """Return the cast of a text; ``issues`` are what the checks found in it."""
    story, register = copy.story, copy.story.people
    people = sorted(register.people, key=lambda person: person.mentions[0].start)
    return Cast(
        path=copy.path,
        language=copy.variant,
        people=tuple(_member(person, story, issues) for person in people),
        strangers=tuple(_stranger(mentions, story, issues) for mentions in _strangers(register, story)),
        issues=tuple(issues),
    )


def _member(person: Person, story: Story, issues: Sequence[PlacedIssue]) -> Member:
    introduction = person.introduction
    return Member(
        full=person.full,
        given=person.given,
        surname=person.surname,
        order=person.order,
        honorific=person.honorific,
        later=_later(person, story, issues),
        post=person.post,
        certain=person.certain,
        introduction=_appearance(introduction, story, issues) if introduction is not None else None,
        manner=_manner(introduction, story.text) if introduction is not None else None,
        mentions=tuple(_appearance(mention, story, issues) for mention in person.mentions),
        issues=_about(person.mentions, story.text, issues),
    )


def _later(person: Person, story: Story, issues: Sequence[PlacedIssue]) -> str:
    """Return what later mentions call the person most, slips left out; with a title where most have one."""
    used = Counter(
        " ".join(story.text[m.start : m.end].split())
        for m in person.mentions
        if m.kind not in (MentionKind.FULL, MentionKind.TITLED_FULL)
        and not m.quoted
        and story.blocks[m.block].kind in (BlockKind.BODY, BlockKind.STANDFIRST)
        and not any(_touch(m.start, m.end, issue.start, issue.end) for issue in issues if issue.severity != "advice")
    )
    if used:
        return min(used, key=lambda form: (-used[form], " " not in form))
    if person.honorific is None:
        return person.surname
    return f"{person.honorific} {person.given if fold(person.honorific) in KNIGHTS else person.surname}"


def _appearance(mention: Mention, story: Story, issues: Sequence[PlacedIssue]) -> Appearance:
    start = _start(mention, story.text)
    return Appearance(
        place=place_of(story.lines, mention.start, mention.end),
        text=" ".join(story.text[mention.start : mention.end].split()),
        kind=mention.kind,
        title=mention.title,
        post=mention.post,
        block=story.blocks[mention.block].kind,
        quoted=mention.quoted,
        issues=tuple(n for n, issue in enumerate(issues) if _touch(start, mention.end, issue.start, issue.end)),
    )


def _about(mentions: Sequence[Mention], text: str, issues: Sequence[PlacedIssue]) -> tuple[int, ...]:
    spans = [(_start(mention, text), mention.end) for mention in mentions]
    return tuple(
        number
        for number, issue in enumerate(issues)
        for places in [[(issue.start, issue.end), *((other.start, other.end) for other in issue.related)]]
        if any(_touch(*span, *place) for span in spans for place in places)
    )


def _start(mention: Mention, text: str) -> int:
    """Return where a mention begins with the post directly before it."""
    if not mention.post:
        return mention.start
    at = max(0, mention.start - _REACH)
    before = text[at : mention.start].rstrip()
    return at + len(before) - len(mention.post) if before.endswith(mention.post) else mention.start


def _touch(start: int, end: int, other_start: int, other_end: int) -> bool:
    """Say whether two spans share a character; an empty one, a place between two, may lie on the other's edge."""
    if other_start == other_end:
        return start <= other_start <= end
    return other_start < end and start < other_end


_AGE = regex(r",? \(?(?:aged )?\d{1,3}\b(?! per cent|%)")
_REACH = 120
"""Code points before or after a name in which its post is looked for."""


def _manner(introduction: Mention, text: str) -> Manner:
    post = introduction.post
    if post:
        if fold(post.split()[-1]) in RELATIONS:
            return "relation"
        after = " ".join(text[introduction.end : introduction.end + _REACH].split())
        before = " ".join(text[max(0, introduction.start - _REACH) : introduction.start].split())
        return "apposition" if post in after and post not in before else "post"
    if introduction.title:
        return "title"
    return "age" if _AGE.match(text, introduction.end) else "name"


def _stranger(mentions: Sequence[Mention], story: Story, issues: Sequence[PlacedIssue]) -> Stranger:
    appearances = tuple(_appearance(mention, story, issues) for mention in mentions)
    return Stranger(appearances[0].text, appearances, _about(mentions, story.text, issues))


def _strangers(register: Register, story: Story) -> list[list[Mention]]:
    """Put together the titled mentions that mean the same person: one name, and no title that says man and woman."""
    groups: dict[str, list[list[Mention]]] = {}
    for mention in sorted(register.unresolved, key=lambda mention: mention.start):
        name = " ".join(story.text[mention.name_start : mention.end].split())
        sexes = {None, gender(mention.title)}
        for group in groups.setdefault(name, []):
            if len({gender(other.title) for other in group} | sexes) <= 2:
                group.append(mention)
                break
        else:
            groups[name].append([mention])
    return sorted((group for named in groups.values() for group in named), key=lambda group: group[0].start)

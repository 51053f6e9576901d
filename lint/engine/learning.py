"""Drafting a ledger of people from an archive: who is in its stories, how often, under which names, in which post."""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from ..issue import NotRun
from ..kinds.shared.ledger import Listed, build, exact_form, folded
from ..text.people import NameOrder, Person
from ..text.story import Story
from .files import find_files
from .ledger import COLUMNS, wrong_name
from .looks import Source
from .parts import PART
from .storydate import story_date

_WORTH_WORKERS = 200
"""Stories from which on several processes are sooner done than one."""

_POST_LENGTH = 60
"""Code points of a post, at most: what is longer is a description."""

_OFTEN = 0.25
"""How often a spelling with other accents stands, as a share of the usual one, to be an alias; else it is a slip."""


class Seen(msgspec.Struct, frozen=True, array_like=True):
    """What one story says of one person; ``mentions`` counts every one, by surname alone too."""

    name: str
    mentions: int
    honorific: str
    post: str
    certain: bool


class Sighting(msgspec.Struct, frozen=True, array_like=True):
    """The people of one story, and its day, an ISO date, "" where nothing says it."""

    people: tuple[Seen, ...]
    day: str


class Learned(msgspec.Struct, frozen=True):
    """One person of a draft, with how often they are mentioned and in how many stories."""

    name: str
    aliases: tuple[str, ...]
    honorific: str
    post: str
    count: int
    stories: int
    note: str


class Draft(msgspec.Struct, frozen=True):
    """A ledger drafted: people in order of mentions, how many stories were read, and which were not, and why."""

    people: tuple[Learned, ...]
    stories: int
    not_run: tuple[NotRun, ...]


def learn(paths: Iterable[str], *, at_least: int = 2, jobs: int | None = None) -> Draft:
    """Draft a ledger of those who are in at least so many stories of an archive; see `find_files` for the paths.

    ``jobs``: processes, None for as many as there are processors, where that pays. Nothing is raised for a file that
    cannot be read: it is among those that were not.
    """
    found = find_files(paths)
    sightings: list[Sighting] = []
    not_run = list(found.failures)
    for answer in _sightings(found.files, jobs):
        if isinstance(answer, NotRun):
            not_run.append(answer)
        else:
            sightings.append(answer)
    return Draft(tuple(_add_up(sightings, at_least)), len(sightings), tuple(not_run))


def _sightings(files: Sequence[str], jobs: int | None) -> Iterator[Sighting | NotRun]:
    from .workers import Lost, NoWorkersError, answers, processors

    workers = min(jobs or (processors() if len(files) >= _WORTH_WORKERS else 1), len(files))
    if workers > 1:
        try:
            for path, answer in zip(files, answers(files, _begin, workers), strict=True):
                yield NotRun("checks", path, "failed", answer.reason) if isinstance(answer, Lost) else answer
            return
        except NoWorkersError:
            pass  # this process can do the work of all
    yield from map(_sight, files)


def _begin() -> Callable[[str], Sighting | NotRun]:
    import gc

    gc.freeze()
    return _sight


def _sight(path: str) -> Sighting | NotRun:
    copy = Source().read(path, "auto")
    if isinstance(copy, NotRun):
        return copy
    story = copy.story if len(copy.story.text) <= PART else Story(copy.story.text[:PART])
    day = story_date(story.text[:2000], path)
    people = tuple(_seen(person) for person in story.people.people if _is_named(person))
    return Sighting(people, day.isoformat() if day else "")


def _is_named(person: Person) -> bool:
    """Say whether somebody has a full name that a ledger can hold: "Jo Malik", and neither "Malik" nor "Lord Malik"."""
    words = person.full.split()
    if len(words) < 2 or person.introduction is None or wrong_name(person.full) or person.full.isupper():
        return False
    return person.order is not NameOrder.SINGLE or person.introduction.title is None


def _seen(person: Person) -> Seen:
    post = " ".join((person.post or "").split())
    return Seen(
        person.full.replace("’", "'"),
        len(person.mentions),
        person.honorific or "",
        post if len(post) <= _POST_LENGTH else "",
        person.certain,
    )


class _Tally(msgspec.Struct):
    """What all stories say of the people of one form of a name."""

    spellings: Counter[str] = msgspec.field(default_factory=Counter)
    stories: int = 0
    mentions: int = 0
    certain: int = 0
    honorifics: Counter[str] = msgspec.field(default_factory=Counter)
    posts: Counter[str] = msgspec.field(default_factory=Counter)
    days: list[str] = msgspec.field(default_factory=list)

    @property
    def name(self) -> str:
        return min(self.spellings, key=lambda name: (-self.spellings[name], name))

    def take(self, other: _Tally) -> None:
        """Add another form's, but for its spellings."""
        self.stories += other.stories
        self.mentions += other.mentions
        self.honorifics.update(other.honorifics)
        self.posts.update(other.posts)
        self.days += other.days


def _add_up(sightings: Iterable[Sighting], at_least: int) -> list[Learned]:
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    for sighting in sightings:
        for seen in sighting.people:
            tally = tallies[exact_form(seen.name)]
            tally.spellings[seen.name] += 1
            tally.stories += 1
            tally.mentions += seen.mentions
            tally.certain += seen.certain
            tally.honorifics[seen.honorific] += bool(seen.honorific)
            if seen.post:
                tally.posts[seen.post] += 1
            if sighting.day:
                tally.days.append(sighting.day)
    # A given name alone does not make a person of two capitals, unless a third story has them too.
    known = {form: tally for form, tally in tallies.items() if tally.certain or tally.stories > 2}
    people, aliases, notes = _join(known)
    kept = {form: tally for form, tally in people.items() if tally.stories >= at_least}
    _mark_pairs(kept, notes)
    learned = [
        Learned(
            tally.name,
            tuple(aliases[form]),
            _most(tally.honorifics),
            _most(tally.posts),
            tally.mentions,
            tally.stories,
            "; ".join([*_where(tally), *notes[form]]),
        )
        for form, tally in kept.items()
    ]
    return sorted(learned, key=lambda person: (-person.count, person.name))


def _join(
    known: dict[str, _Tally],
) -> tuple[dict[str, _Tally], dict[str, list[str]], dict[str, list[str]]]:
    """Put the forms of one name together that surely are: with other accents, and with a middle initial or without.

    Return the usual forms, and the aliases and the notes of each.
    """
    people = dict(sorted(known.items(), key=lambda row: (-row[1].stories, row[0])))
    aliases: dict[str, list[str]] = defaultdict(list)
    notes: dict[str, list[str]] = defaultdict(list)
    usual: dict[str, list[str]] = defaultdict(list)
    for form, tally in list(people.items()):
        words = form.split()
        middle = [folded(word) for word in words[1:-1]]
        ends = f"{folded(words[0])} {folded(words[-1])}"
        keys = [f"= {' '.join(map(folded, words))}"]
        if all(len(word) == 1 for word in middle):
            keys.append(ends)
        match = next((other for key in keys for other in usual[key] if _initials_fit(form, other)), None)
        if match is None:
            for key in keys:
                usual[key].append(form)
            continue
        main = people[match]
        marks = "".join(map(folded, words)) == "".join(map(folded, match.split()))
        if marks and tally.stories < _OFTEN * main.stories:
            notes[match].append(f"{tally.name} ({tally.stories}) is not listed: a slip?")
        else:
            aliases[match].append(tally.name)
            main.take(tally)
        del people[form]
    return people, aliases, notes


def _initials_fit(form: str, other: str) -> bool:
    """Say whether two forms have the same middle initials, or one of them none: George W Bush is not George H Bush."""
    ours, theirs = (tuple(folded(word) for word in name.split()[1:-1]) for name in (form, other))
    return ours == theirs or not ours or not theirs


def _mark_pairs(people: dict[str, _Tally], notes: dict[str, list[str]]) -> None:
    """Note by the rarer of two names nearly the same that they may be one person's."""
    by_name = {tally.name: tally for tally in people.values()}
    ledger = build(Listed(name) for name in by_name)
    for form, tally in people.items():
        near = [
            by_name[listed.name]
            for listed, _, how in ledger.near(tuple(tally.name.split()))
            if how != "ending" and by_name[listed.name].stories >= tally.stories
        ]
        if near:
            most = max(near, key=lambda other: (other.stories, other.name))
            if (most.stories, most.name) > (tally.stories, tally.name):
                notes[form].append(f"one person with {most.name} ({most.stories})?")


def _most(counts: Counter[str]) -> str:
    """Return what stands most often, "" where nothing does."""
    return min((value for value in counts if counts[value]), key=lambda value: (-counts[value], value), default="")


def _where(tally: _Tally) -> Iterator[str]:
    yield f"in {tally.stories} {'story' if tally.stories == 1 else 'stories'}"
    if tally.days:
        first, last = min(tally.days), max(tally.days)
        yield f"seen {first}" if first == last else f"seen {first} to {last}"


def as_csv(people: Iterable[Learned]) -> str:
    """Return a draft as a ledger's file; ``from`` and ``to`` stay empty: an archive does not say from when to when."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for person in people:
        writer.writerow(
            (
                person.name,
                "; ".join(person.aliases),
                person.honorific,
                person.post,
                "",
                "",
                person.count,
                person.note,
            )
        )
    return file.getvalue()

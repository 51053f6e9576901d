"""Kind `ledger`: what a story says of people whom the newsroom has listed.

fault: near-miss         # Volodymyr Zelenskiy, where the ledger has Volodymyr Zelensky
       post-out-of-date  # "Treasurer Jo Malik" in a story of a day on which the ledger has another post, or none
       honorific         # Mr Malik, where the ledger has Dr

Nothing runs where a newsroom keeps no ledger. A name that is listed in the very form in which the story has it, be it
as another person's, is right; so are the newsroom's own words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

import msgspec

from ..issue import Edit, Related, Severity
from ..text.blocks import BlockKind
from ..text.name_parts import NameOrder, is_given, split_name
from ..text.name_runs import NameRun, looks_like_body_or_place
from ..text.people import Mention, MentionKind, Person
from ..text.regex import regex
from ..text.story import Story
from ..text.titles import fold
from ..text.wordlist import words
from .shared.base import Context, Finding, KindOptions, Lists
from .shared.cast import introduced_as_kin
from .shared.common_names import COMMON_GIVEN, COMMON_SURNAMES
from .shared.ledger import Day, Difference, Ledger, Listed, Row, folded
from .shared.near_names import sounds_like

FIELDS = ("person", "spell", "post", "title")

Fault = Literal["near-miss", "post-out-of-date", "honorific"]


class Options(KindOptions, frozen=True):
    fault: Fault


class State(msgspec.Struct, frozen=True):
    fault: Fault


def prepare(options: Options, lists: Lists) -> State:
    return State(options.fault)


def check(state: State, context: Context) -> Iterator[Finding]:
    if context.ledger is not None:
        yield from _CHECKS[state.fault](context, context.ledger)


def _prose(story: Story, start: int, end: int, block: int) -> bool:
    return story.blocks[block].kind in _PROSE and not story.in_speech(start, end)


_PROSE = frozenset({BlockKind.BODY, BlockKind.STANDFIRST, BlockKind.CAPTION, BlockKind.LIST})

# Near misses --------------------------------------------------------------------------------------------------------


class _Near(NamedTuple):
    listed: Listed
    form: str
    how: Difference
    severity: Severity


def _near_miss(context: Context, ledger: Ledger) -> Iterator[Finding]:
    story = context.story
    reported: set[tuple[str, ...]] = set()
    people: dict[tuple[str, ...], Person] | None = None
    for run in story.name_runs:
        names = run.names
        # Nearly every name is near to nobody: that is asked first, and is three look-ups.
        if len(names) < 2 or names in reported or not (candidates := list(ledger.near(names))):
            continue
        if ledger.find(names) or not _prose(story, run.start, run.end, run.block) or _never_wrong(context, names):
            continue
        if people is None:
            people = {tuple(person.full.split()): person for person in story.people.people}
        near = _nearest(context, ledger, run, people.get(names), candidates)
        if near is None or _both_are_there(story, near, people):
            continue
        reported.add(names)
        yield _near_finding(context, run, people.get(names), near)


def _never_wrong(context: Context, names: tuple[str, ...]) -> bool:
    """Say whether the newsroom's own words hold a name, or its last word; or it is written in capitals throughout."""
    full = " ".join(names)
    return full in context.words or names[-1] in context.words or full.isupper()


def _nearest(
    context: Context,
    ledger: Ledger,
    run: NameRun,
    person: Person | None,
    candidates: Sequence[tuple[Listed, str, Difference]],
) -> _Near | None:
    if person is None and looks_like_body_or_place(run.names, is_given(run.names[0])):
        return None
    found: list[_Near] = []
    for listed, form, how in candidates:
        said = _said_of(context.story, run, person, listed)
        severity = _SEVERITIES[_sureness(ledger, run.names, tuple(form.split()), how, said)]
        if severity is not None:
            found.append(_Near(listed, form, how, severity))
    found.sort(key=lambda near: (near.severity != "warning", _ORDER.index(near.how)))
    if len(found) > 1 and found[0][2:] == found[1][2:] and found[0].how not in ("marks", "script"):
        return None  # as near to two people: to neither
    return found[0] if found else None


_ORDER: tuple[Difference, ...] = ("marks", "script", "surname", "given", "ending", "both")


class _Said(NamedTuple):
    """What a story says of a name, beside one that is listed.

    ``post``: it gives them a post that the ledger gives them; ``calling``: one that so many hold that it says little of
    who it is. ``other``: it gives them none of the ledger's posts, but another. ``kin``: they are somebody's relative,
    or the younger of two. ``group``: the name stands for several, or for what is theirs: "the Ivo Pells". ``person``:
    other signs say that it is a person's.
    """

    post: bool
    calling: bool
    other: bool
    kin: bool
    group: bool
    person: bool


def _said_of(story: Story, run: NameRun, person: Person | None, listed: Listed) -> _Said:

    def words_of(some: Sequence[Sequence[str]]) -> set[str]:
        return {word for post in some for word in post}

    posts = [_post_words(post) for post in (run.post, person.post if person is not None else None) if post]
    titles = [*posts, *([_post_words(run.title)] if run.title else [])]
    theirs = [_post_words(row.post) for row in listed.rows if row.post]
    same = [min(written, known, key=len) for written in titles for known in theirs if _is_post(written, known)]
    intro = person.introduction if person is not None else None
    return _Said(
        any(not _HELD_BY_MANY.issuperset(post) for post in same),
        bool(same),
        bool(posts and theirs) and not same and words_of(posts).isdisjoint(words_of(theirs)),
        (intro is not None and introduced_as_kin(story, intro))
        or run.suffix is not None
        or _YOUNGER.match(story.text, run.end) is not None,
        _GROUP.search(run.before) is not None and (run.names[-1].endswith("s") or person is None),
        person is not None,
    )


_YOUNGER = regex(r",? (?:II|III|IV|the (?:younger|elder|Younger|Elder))\b")
_GROUP = regex(r"\b(?:[Tt]he|[Aa]|[Aa]n)\s+$")
_HELD_BY_MANY = words(
    """
    actor actress adviser analyst author broker businessman businesswoman captain chair chairman chief coach commander
    counsellor councillor dealer defender director doctor driver economist editor engineer executive expert farmer
    fellow forward goalkeeper grower head journalist judge lawyer lecturer leader lieutenant manager member midfielder
    minister mp officer official owner partner player president producer professor prosecutor reporter representative
    researcher scientist secretary senator sergeant singer solicitor specialist spokesman spokesperson spokeswoman
    strategist striker student teacher trader vice winger worker writer
    """
)
"""Words of posts that say little of who it is: so many hold them."""

_SEVERITIES: tuple[Severity | None, ...] = (None, "advice", "warning")
_SURE = 6
"""Letters of a surname from which one of them is hardly another family's."""
_OFTEN = 4
"""Listed people with one given name that make it one that strangers bear too."""
_TOO_OFTEN = 20
"""Listed people with one given name of whom one has as often a stranger's surname next to theirs as a slip."""


_ANOTHER = -1


def _sureness(ledger: Ledger, story: Sequence[str], listed: Sequence[str], how: Difference, said: _Said) -> int:
    """Return how sure it is that a name means the listed person: 2 sure, 1 likely, 0 not at all.

    Measured with 24,339 people whom no story means (players of two sports): in 1,178 stories six names were a letter
    from one of theirs at a warning, five of them other people's, all with given names such as John and Chris.
    """
    if how == "marks":
        return 1 if said.other and folded(story[0]) in COMMON_GIVEN else 2
    if how == "given":
        sure = _sure_of_given(ledger, story, listed, said)
    elif how == "both":
        common = _is_common(ledger, story[0]) or _is_common(ledger, listed[0])
        sure = 2 if said.post else 1 + (len(folded(story[-1])) > _SURE) - 2 * common
    else:
        sure = _sure_of_surname(ledger, story, listed, how, said)
    if sure >= 0 and not said.post:
        sure += said.calling - said.other - 2 * said.kin
    return min(2, max(0, sure))


def _is_common(ledger: Ledger, given: str) -> bool:
    given = folded(given)
    return given in COMMON_GIVEN or ledger.givens.get(given, 0) >= _OFTEN


def _sure_of_given(ledger: Ledger, story: Sequence[str], listed: Sequence[str], said: _Said) -> int:
    surname = folded(listed[-1])
    alike = sounds_like(story[0], listed[0]) or _swapped(story[0], listed[0])
    known = is_given(story[0]) or folded(story[0]) in COMMON_GIVEN
    if known and not alike:
        return _ANOTHER  # somebody else, with a name of their own
    if said.post:
        return 2
    if split_name(tuple(story)).order is NameOrder.FAMILY_FIRST:
        return _ANOTHER  # another family's
    alone = ledger.surnames.get(surname, 0) == 1 and len(surname) >= _SURE and surname not in COMMON_SURNAMES
    return int(alone) if known else 1 + alone


def _sure_of_surname(ledger: Ledger, story: Sequence[str], listed: Sequence[str], how: Difference, said: _Said) -> int:
    if said.group and how == "ending":
        return _ANOTHER  # the Ivo Pells, a Pellish idea
    if said.post:
        return 2
    if how != "script" and not said.person and not is_given(story[0]):
        return _ANOTHER
    surname = folded(story[-1])
    borne = ledger.surnames.get(surname, 0)
    if (how != "script" and len(surname) < _SURE) or borne >= _COMMON:
        return _ANOTHER
    common = _is_common(ledger, story[0])
    if how == "ending":
        return int(not common and surname not in COMMON_SURNAMES)
    if common:
        if _swapped(surname, folded(listed[-1])) and not _is_ie(surname, folded(listed[-1])):
            return 2 - bool(borne)  # Gonzaelz is nobody's name
        often = max(ledger.givens.get(folded(name), 0) for name in (story[0], listed[0])) >= _TOO_OFTEN
        return (len(surname) >= _SURE and surname not in COMMON_SURNAMES) - often
    if how == "script":
        return 2 if len(surname) >= _SURE or not borne else 1
    return 1 if borne or surname in COMMON_SURNAMES else 2


def _is_ie(one: str, other: str) -> bool:
    """Say whether two words differ in "ie" and "ei", of which both make names: Meier, Mieer; Reid, Ried."""
    return one.replace("ie", "ei") == other.replace("ie", "ei")


_COMMON = 3
"""Listed people of one surname that make it one that strangers bear too."""


def _swapped(one: str, other: str) -> bool:
    return len(one) == len(other) and sorted(one.lower()) == sorted(other.lower())


def _both_are_there(story: Story, near: _Near, people: dict[tuple[str, ...], Person]) -> bool:
    """Say whether the story has the listed person too: then this is another, or a slip that it shows itself."""
    return tuple(near.form.split()) in people or tuple(near.listed.name.split()) in people


def _near_finding(context: Context, run: NameRun, person: Person | None, near: _Near) -> Finding:
    right = _as_written(context.story.text[run.name_start : run.end], near.form)
    return Finding(
        run.name_start,
        run.end,
        suggestions=(right,),
        edits=tuple(_edits(context.story, run, person, right)),
        values={"spell": near.form, "person": near.listed.name},
        severity=near.severity,
    )


def _as_written(text: str, form: str) -> str:
    """Return a listed form with the story's apostrophes."""
    return form.replace("'", "’") if "’" in text else form


def _edits(story: Story, run: NameRun, person: Person | None, right: str) -> Iterator[Edit]:
    """Yield what puts the listed form in the place of every mention of the name in full, and of the surname alone."""
    wrong, surname, listed_surname = story.text[run.name_start : run.end], run.names[-1], right.rsplit(" ", 1)[-1]
    if person is None:
        yield Edit(run.name_start, run.end, right)
        return
    for mention in person.mentions:
        written = story.text[mention.name_start : mention.end]
        if not _prose(story, mention.start, mention.end, mention.block):
            continue
        if written == wrong:
            yield Edit(mention.name_start, mention.end, right)
        elif written == surname and surname != listed_surname:
            yield Edit(mention.name_start, mention.end, listed_surname)


# Posts --------------------------------------------------------------------------------------------------------------


def _known_people(context: Context, ledger: Ledger) -> Iterator[tuple[Person, tuple[Listed, ...]]]:
    """Yield the people of a story who are listed in the very form of their full name."""
    for person in context.story.people.people:
        names = tuple(person.full.split())
        if len(names) > 1 and (listed := ledger.find(names)):
            yield person, listed


def _post_out_of_date(context: Context, ledger: Ledger) -> Iterator[Finding]:
    day, story = context.day, context.story
    if day is None:
        return
    for person, listed in _known_people(context, ledger):
        if len(listed) > 1 or not any(row.post and (row.first_day or row.last_day) for row in listed[0].rows):
            continue  # of two namesakes it is not known which
        for mention in person.mentions:
            if not _prose(story, mention.start, mention.end, mention.block):
                continue
            span = _post_at(story, mention)
            if span is None:
                continue
            finding = _outdated(context, day, mention, listed[0], *span)
            if finding is not None:
                yield finding
                break


_APPOSED = regex(r", (?:the |an? )?(?!wh|and\b|but\b|then\b|said\b|says\b)([^,.;:—–()\n]{3,70})[,.]")
_REACH = 120


def _post_at(story: Story, mention: Mention) -> tuple[int, int] | None:
    """Return the span of the post directly before a name, or in apposition behind it, None where there is none."""
    text = story.text
    if mention.post:
        before = text[max(0, mention.start - _REACH) : mention.start]
        at = before.rfind(mention.post)
        if at >= 0 and before[at + len(mention.post) :].strip(", ") == "":
            start = mention.start - len(before) + at
            return start, start + len(mention.post)
    behind = _APPOSED.match(text, mention.end)
    if behind is None:
        return None
    whole = _OF.search(text, behind.start(1), behind.end(1))
    return behind.start(1), whole.start() if whole else behind.end(1)


_WORDS = regex(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LOWERED = words(
    """
    former ex then late past previous incoming outgoing next new acting interim shadow opposition deputy vice assistant
    junior elect designate emeritus retired retiring ousted sacked disgraced departing one-time onetime sometime
    longtime would-be permanent parliamentary under associate co honorary first second third
    """
)
_LESS = words("the of for and a an in at to")


def _post_words(post: str) -> list[str]:
    """Return the words of a post up to what it is of, in lower case: "Treasurer of Australia" is a treasurer."""
    head = _OF.split(post.lower(), maxsplit=1)[0]
    return [word.removesuffix("'s").removesuffix("’s") for word in _WORDS.findall(head) if word not in _LESS]


_OF = regex(r" (?:of|for|at|in|to|who|and) |, ")


def _is_post(written: Sequence[str], listed: Sequence[str]) -> bool:
    """Say whether a post as a story words it is a listed one: one ends in the other, and is not another's deputy."""
    short, long = sorted((list(written), list(listed)), key=len)
    if not short or long[-len(short) :] != short:
        return False
    return not any(part in _LOWERED for word in long[: -len(short)] for part in (word, *word.split("-")))


_FORMER = regex(
    r"\b(?:former(?:ly)?|ex|then|late|outgoing|incoming|next|new|future|ousted|sacked|old|past|previous|one-?time|when|"
    r"while|was|were|been|be|became|becomes?|as|resigned|retired|quit|predecessor|successor|succeeded|replaced|once|"
    r"under|during|since|for|against|candidate|nominee|not|no longer|years|decades|until) (?:[\w’'-]+ ){0,2}$",
    re.I,
)
"""What stands before a post, or a name, that makes it another day's, or not the person's at all."""
_THEN = regex(
    r"^\W{0,2}(?:who (?:was|had)|elect|designate|then|at the time|until|(?:\w+ ){0,3}(?:resigned|retired|stood down))\b"
)
_LONG_AGO = regex(
    r"\b(?:ago|earlier|at the time|in those days|back then|decades?|century|history|tenure|memoirs?|biography|"
    r"anniversary|archives?|remembered|recalled|used to|last year|next year)\b",
    re.I,
)
_YEAR = regex(r"\b(?:1[5-9]\d\d|20\d\d)\b")


def _outdated(context: Context, day: Day, mention: Mention, listed: Listed, start: int, end: int) -> Finding | None:
    story = context.story
    written = _post_words(story.text[start:end])
    if any(part in _LOWERED for word in written for part in (word, *word.split("-"))):
        return None
    rows = [row for row in listed.rows if row.post and _is_post(written, _post_words(row.post))]
    if not rows or any(row.holds(day.iso) for row in rows):
        return None
    if not day.said and any(year < day.iso[:4] for year in _YEAR.findall(story.text)):
        return None
    if _speaks_of_another_time(story, day, min(start, mention.start), max(end, mention.end)):
        return None
    row = min(rows, key=lambda row: _away(row, day.iso))
    holder = _holder(context.ledger, rows, listed, day.iso)
    return Finding(
        start,
        end,
        related=(Related(mention.name_start, mention.end, "whom the ledger lists"),),
        values={"person": listed.name, "post": f"{row.post} {_span_of(row)}{holder}"},
    )


def _speaks_of_another_time(story: Story, day: Day, start: int, end: int) -> bool:
    sentence = story.sentence_at(start)
    low, high = (sentence.start, sentence.end) if sentence else (max(0, start - 200), end + 200)
    if _FORMER.search(story.text, max(low, start - 40), start) or _THEN.search(story.text[end : end + 60]):
        return True
    text = story.text[max(low, start - 400) : min(high, end + 400)]
    if _LONG_AGO.search(text):
        return True
    return any(year != day.iso[:4] for year in _YEAR.findall(text))


def _away(row: Row, day: str) -> int:
    """Return how many months, or so, lie between a day and a row's days."""

    def months(date: str) -> int:
        return int(date[:4]) * 12 + int(date[5:7])

    if row.last_day and row.last_day < day:
        return months(day) - months(row.last_day)
    return months(row.first_day) - months(day) if row.first_day else 0


def _span_of(row: Row) -> str:
    if row.since and row.until:
        return f"from {row.since} to {row.until}"
    return f"from {row.since}" if row.since else f"until {row.until}"


def _holder(ledger: Ledger | None, rows: Sequence[Row], listed: Listed, day: str) -> str:
    """Return who else holds the very post on a day, as a listed row of known days says."""
    if ledger is None:
        return ""
    posts = {row.post.lower() for row in rows}
    holders = [
        other.name
        for other in ledger.people
        if other is not listed
        and any(row.first_day and row.post.lower() in posts and row.holds(day) for row in other.rows)
    ]
    return f"; then {holders[0]}" if len(holders) == 1 else ""


# Honorifics ---------------------------------------------------------------------------------------------------------

_PLAIN = frozenset({"mr", "mrs", "ms", "miss"})
_POINTED = frozenset({"mr", "mrs", "ms", "dr", "prof"})
_GRAND = {"dr": "dr", "doctor": "dr", "prof": "prof", "professor": "prof"}
_GRAND |= {title: title for title in ("sir", "dame", "lord", "lady", "baroness", "baron")}


def _honorific(context: Context, ledger: Ledger) -> Iterator[Finding]:
    story = context.story
    for person, listed in _known_people(context, ledger):
        if len(listed) > 1:
            continue
        titles = {fold(row.honorific): row.honorific for row in listed[0].rows if row.honorific}
        if len(titles) != 1 or any(row.honorific and _limited(row) for row in listed[0].rows):
            continue  # it has changed, or may have: which holds is the newsroom's to say
        ((key, title),) = titles.items()
        for mention in person.mentions:
            used = fold(mention.title) if mention.title else ""
            if not _clash(used, key) or not _prose(story, mention.start, mention.end, mention.block):
                continue
            written = mention.title or ""
            end = mention.start + len(written)
            if story.text[mention.start : end] != written or _of_kin(story, mention):
                continue
            given = key in ("sir", "dame") and mention.kind is MentionKind.TITLED_SURNAME
            right = title.rstrip(".") + ("." if written.endswith(".") and key in _POINTED else "")
            fix = (Edit(mention.start, end, right),) if not given else ()
            yield Finding(
                mention.start,
                end,
                suggestions=(right,) if not given else (),
                edits=fix,
                values={"person": listed[0].name, "title": title},
            )
            break


def _limited(row: Row) -> bool:
    return bool(row.first_day or row.last_day) and _GRAND.get(fold(row.honorific), "") in (
        "sir",
        "dame",
        "lord",
        "lady",
    )


def _clash(used: str, listed: str) -> bool:
    """Say whether a title is surely another than the listed one: a plain one for a doctor, a woman's for a man's."""
    if used not in _PLAIN:
        return False
    if listed in _PLAIN:
        return used != listed
    return listed in _GRAND


_KIN = regex(r"\b(?:wife|husband|widow|widower|mother|father|daughter|son|brother|sister|parents|family)\b")


def _of_kin(story: Story, mention: Mention) -> bool:
    """Say whether a title with a surname may be a relative's: "his wife, Mrs Malik"."""
    if mention.kind in (MentionKind.FULL, MentionKind.TITLED_FULL):
        return False
    return _KIN.search(story.text, max(0, mention.start - 200), mention.end + 60) is not None


_CHECKS: dict[Fault, Callable[[Context, Ledger], Iterator[Finding]]] = {
    "near-miss": _near_miss,
    "post-out-of-date": _post_out_of_date,
    "honorific": _honorific,
}

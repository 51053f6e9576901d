"""One body under two names in stories of one day: "Otterbrook Borough Council" and "Otterbrook Town Council"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

import msgspec

from ....issue import Severity
from ..stems import plain_word
from .clash import Clash, Stories, Tally
from .extract import NamedBody

_SMALL = frozenset({"and", "&", "the"})
_WINDOW = 8
"""Names of one key that each is compared with."""
_KEPT = 24
"""Stories of one name that are looked at for what they have in common with another's."""
_OWN_WORDS = 2
"""Words that a name has of its own, at least, for two heads to be taken for one body's: "Otterbrook Roads"."""


class Sets(msgspec.Struct, frozen=True):
    """``of`` gives the set of a head: heads of one set are mistaken for one another. ``statuses``: what a council may
    be besides its place's ("borough", "town"), in small letters.
    """

    of: Mapping[str, int] = {}
    statuses: frozenset[str] = frozenset()


class _Form(msgspec.Struct):
    body: NamedBody
    stories: list[int] = []
    total: int = 0


def under_two_names(stories: Stories, tied: frozenset[tuple[int, int]], sets: Sets, tally: Tally) -> Iterator[Clash]:
    """Report the rarer of two names of one body, where it stands first in each story that has it."""
    forms: dict[str, _Form] = {}
    for number in range(len(stories)):
        for body in stories[number].bodies:
            form = forms.setdefault(body.text, _Form(body))
            form.total += body.count
            if len(form.stories) < _KEPT:
                form.stories.append(number)
    keyed: dict[tuple[str, ...], list[_Form]] = defaultdict(list)
    for text in sorted(forms):
        for key in _keys(forms[text].body, sets):
            keyed[key].append(forms[text])
    reported: set[tuple[str, int]] = set()
    for _, same in sorted(keyed.items()):
        tally.crowded += max(0, len(same) - _WINDOW - 1)
        for at, other in enumerate(same):
            for one in same[max(0, at - _WINDOW) : at]:
                tally.comparisons += 1
                if _differ(one.body, other.body):
                    for number, severity, usual, rare in _judged(one, other, stories, tied):
                        if (rare.body.text, number) not in reported:
                            reported.add((rare.body.text, number))
                            yield _clash(stories, number, severity, usual, rare)


def _keys(body: NamedBody, sets: Sets) -> Iterator[tuple[str, ...]]:
    """Yield what two names of one body have in common: all but the head, or all but the status."""
    before = tuple(plain_word(word) for word in body.before if word not in _SMALL)
    after = tuple(plain_word(word) for word in body.after if word not in _SMALL)
    words = tuple(sorted(before + after))
    group = sets.of.get(body.head)
    if group is not None and len(words) >= _OWN_WORDS:
        yield ("head", str(group), *words)
    if not after and len(before) > 1 and before[-1] in sets.statuses:
        yield ("status", body.head, *before[:-1])


def _differ(one: NamedBody, other: NamedBody) -> bool:
    """Say whether two names differ in more than number, spelling, order and marks, which houses and stories settle."""
    return one.head != other.head or sorted(map(plain_word, one.before + one.after)) != sorted(
        map(plain_word, other.before + other.after)
    )


def _judged(
    one: _Form, other: _Form, stories: Stories, tied: frozenset[tuple[int, int]]
) -> Iterator[tuple[int, Severity | None, _Form, _Form]]:
    """Yield the stories that have the rarer name, where another of the same day with the same people has the other."""
    if not {*one.stories}.isdisjoint(other.stories):
        return  # a story that has both has two bodies, or is told so by itself
    rare, usual = sorted((one, other), key=lambda form: (len(form.stories), form.total, -form.stories[0]))
    people = {number: {each.full for each in stories[number].people} for number in {*rare.stories, *usual.stories}}
    for number in rare.stories:
        sure = 0
        for there in usual.stories:
            if stories.days[number] and stories.days[there] and stories.days[number] != stories.days[there]:
                continue
            if (min(number, there), max(number, there)) in tied:
                sure = 2
            sure = max(sure, len(people[number] & people[there]))
        if sure:
            yield number, None if sure > 1 else "advice", usual, rare


def _clash(stories: Stories, number: int, severity: Severity | None, usual: _Form, rare: _Form) -> Clash:
    here = next(body for body in stories[number].bodies if body.text == rare.body.text)
    first = usual.stories[0]
    line = next(body.line for body in stories[first].bodies if body.text == usual.body.text)
    values = {"other": usual.body.text, "place": stories.place(first, line)}
    return Clash(stories.paths[number], "body-two-names", here.start, here.end, values, severity, (usual.body.text,))

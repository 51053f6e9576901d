"""One person whose name is spelled two ways in two stories."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import msgspec

from ....issue import Severity
from ....text.name_parts import plain
from ..near_names import one_edit, one_slip, sounds_like
from .clash import Clash, Stories, Tally
from .extract import Named, name_hash

_MEN, _WOMEN = frozenset({"mr", "sir", "lord"}), frozenset({"mrs", "ms", "miss", "dame", "lady", "madame"})
_KEPT = 24
"""Stories of one form of a name that are looked at for what they have in common with another's."""
_GROUP = 8
"""Names that are sooner compared with one another than looked up in a table."""
_WINDOW = 12
"""Names of a table's key before one that it is compared with, and names of all its keys."""
_HOLDERS = 6
"""People of a run who hold a post, at most, for it to say who one is."""
_SUBJECT = 3
"""Rare names that two stories have in common where they are about one thing."""
_LONG = 6
"""Letters of a name in which one other letter is more likely a slip than another name."""
# Posts that so many hold that they say nothing about who it is, and words that make no post.
_WEAK = frozenset(
    [
        *("analyst", "analysts", "trader", "dealer", "economist", "spokesman", "spokeswoman", "spokesperson", "mp"),
        *("player", "director", "manager", "former", "the", "of", "for", "and", "new", "chief", "senior", "deputy"),
        *("old", "year", "first", "acting", "then", "party", "an", "vice", "president", "executive", "star", "head"),
        *("chairman", "member", "actor", "actress", "singer", "author", "writer", "professor", "minister", "sir"),
        *("general", "coach", "captain", "secretary", "local", "farmer", "striker", "midfielder", "defender"),
    ]
)


class Form(msgspec.Struct):
    """A full name as written: the stories that have it (the first few), and how often it stands in all."""

    full: str
    stories: list[int] = []
    total: int = 0
    mentions: int = 0
    posts: set[str] = set()
    honorifics: set[str] = set()
    kin: bool = False


def spelled_two_ways(stories: Stories, tied: frozenset[tuple[int, int]], tally: Tally) -> Iterator[Clash]:
    """Report the rarer of two spellings of one name, where it stands first in each story that has it."""
    forms = _forms(stories)
    best: dict[str, tuple[Form, Severity | None]] = {}
    common = _common_names(stories)
    common_posts = _common_posts(forms)
    for one, other in near_forms(forms, tally):
        severity = _judged(one, other, forms, stories, tied, common, common_posts)
        if severity is None:
            continue
        rare, usual = sorted((one, other), key=lambda form: (form.total, form.mentions, -form.stories[0], form.full))
        known = best.get(rare.full)
        if known is None or (usual.total, usual.full) > (known[0].total, known[0].full):
            best[rare.full] = (usual, None if severity == "warning" else severity)
    wanted: dict[int, list[str]] = defaultdict(list)
    for number in range(len(stories)):
        for person in stories[number].people:
            if person.full in best:
                wanted[number].append(person.full)
    for number, names in sorted(wanted.items()):
        story = stories[number]
        for full in dict.fromkeys(names):
            usual, severity = best[full]
            person = next(each for each in story.people if each.full == full)
            there = _first(stories, usual)
            values = {"other": usual.full, "place": there}
            yield Clash(story.path, "name-two-spellings", person.start, person.end, values, severity, (usual.full,))


def _first(stories: Stories, form: Form) -> str:
    line = next(person.line for person in stories[form.stories[0]].people if person.full == form.full)
    return stories.place(form.stories[0], line)


def _forms(stories: Stories) -> dict[str, Form]:
    forms: dict[str, Form] = {}
    for number in range(len(stories)):
        for person in stories[number].people:
            form = forms.get(person.full)
            if form is None:
                form = forms[person.full] = Form(person.full)
            _add(form, person, number)
    return forms


def _add(form: Form, person: Named, number: int) -> None:
    if len(form.stories) < _KEPT and (not form.stories or form.stories[-1] != number):
        form.stories.append(number)
    form.total += 1
    form.mentions += person.count
    form.posts.update(person.post)
    if person.honorific:
        form.honorifics.add(person.honorific)
    form.kin |= person.kin


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """Return a word of a name without what houses differ in: accents, case, points, apostrophes."""
    return plain(word).lower().replace(".", "").replace("'", "").replace("’", "")


def _words(full: str) -> tuple[str, ...]:
    return tuple(folded(word) for word in full.replace("-", " ").split())


def near_forms(forms: dict[str, Form], tally: Tally) -> Iterator[tuple[Form, Form]]:
    """Yield the pairs of names that are alike but for marks, or for a slip in one word, each pair once."""
    by_words: dict[tuple[str, ...], list[Form]] = defaultdict(list)
    for full in sorted(forms):
        by_words[_words(full)].append(forms[full])
    for same in by_words.values():
        for at, one in enumerate(same):
            for other in same[max(0, at - _WINDOW) : at]:
                tally.comparisons += 1
                yield other, one
    groups: dict[tuple[int, tuple[str, ...]], list[str]] = defaultdict(list)
    for words in by_words:
        for at, word in enumerate(words):
            groups[at, words[:at] + words[at + 1 :]].append(word)
    for (at, others), members in sorted(groups.items()):
        if len(members) < 2:
            continue
        given = at < len(others)
        for word, close in _close(sorted(members), given, tally):
            a, b = [by_words[(*others[:at], each, *others[at:])] for each in (word, close)]
            yield _usual(a), _usual(b)


def _usual(forms: Sequence[Form]) -> Form:
    return max(forms, key=lambda form: (form.total, form.mentions, form.full))


def _close(words: Sequence[str], given: bool, tally: Tally) -> Iterator[tuple[str, str]]:
    """Yield the pairs of words that may be one name: by comparing a few, by a table of what deletions leave of many.

    Of many each is compared with `_WINDOW` others at most, those first with which it shares what few have: where names
    crowd, those that are a letter apart grow with their square.
    """
    if len(words) <= _GROUP:
        pairs: Iterable[tuple[str, str]] = [(a, b) for at, b in enumerate(words) for a in words[:at]]
    else:
        pairs = _shared_by_few(words, tally)
    for one, other in pairs:
        tally.comparisons += 1
        if _near(one, other, given):
            yield one, other


def _shared_by_few(words: Sequence[str], tally: Tally) -> list[tuple[str, str]]:
    table: dict[str, list[str]] = defaultdict(list)
    for word in words:
        for key in {word, *(word[:k] + word[k + 1 :] for k in range(len(word))), f"={_sound(word)}"}:
            table[key].append(word)
    left = dict.fromkeys(words, _WINDOW)
    found: set[tuple[str, str]] = set()
    crowded: set[str] = set()
    for _, holders in sorted((len(holders), holders) for holders in table.values() if len(holders) > 1):
        if len(holders) > 2 * _WINDOW:
            crowded.update(holders)
        for at, other in enumerate(holders):
            for one in holders[max(0, at - _WINDOW) : at]:
                if (one, other) in found:
                    continue
                if not left[one] or not left[other]:
                    crowded.add(one if not left[one] else other)
                    continue
                left[one] -= 1
                left[other] -= 1
                found.add((one, other))
    tally.crowded += len(crowded)
    return sorted(found)


def _sound(word: str) -> str:
    for longer, shorter in (("ph", "f"), ("ck", "c"), ("k", "c"), ("y", "i"), ("z", "s"), ("h", ""), ("ei", "i")):
        word = word.replace(longer, shorter)
    return "".join(letter for at, letter in enumerate(word) if not at or word[at - 1] != letter)


def _near(one: str, other: str, given: bool) -> bool:
    if min(len(one), len(other)) < 3:
        return False
    if sounds_like(one, other):
        return True
    if given:
        return min(len(one), len(other)) > 4 and one_slip(one, other)
    return min(len(one), len(other)) > 3 and one_edit(one, other) and {one + "s", other + "s"}.isdisjoint({one, other})


def _judged(
    one: Form,
    other: Form,
    forms: dict[str, Form],
    stories: Stories,
    tied: frozenset[tuple[int, int]],
    common: frozenset[int],
    common_posts: frozenset[str],
) -> Severity | None:
    """Say how sure it is that two near names are one person's; None: not at all.

    A story that has both has two people, or says so itself (`names/surname-drift`). What makes it sure is a post that
    both have, people that stand beside both, stories that are versions of one another; other posts make it none.
    """
    if one.kin or other.kin or not {*one.stories}.isdisjoint(other.stories) or _sexes_differ(one, other):
        return None
    marks = _words(one.full) == _words(other.full)
    posts = one.posts - _WEAK, other.posts - _WEAK
    same_post = bool((posts[0] & posts[1]) - common_posts)
    if any((a, b) in tied or (b, a) in tied for a in one.stories for b in other.stories):
        return "warning"
    shared = _beside(one, stories) & _beside(other, stories)
    company = sum(forms[full].total <= max(_KEPT, len(stories) // 20) for full in shared)
    company += len(_named(one, stories) & _named(other, stories) - common - _own(one, other)) >= _SUBJECT
    if same_post or company > 1:
        return "warning"
    clash = bool(posts[0] and posts[1]) and not posts[0] & posts[1]
    if marks:
        accents = plain(one.full) == plain(other.full) and one.full != other.full
        if clash and not company:
            return None
        return "warning" if accents or company else "advice"
    if clash:
        return None
    if company:
        return "advice"
    rare, usual = sorted((one, other), key=lambda form: form.total)
    a, b = one.full.split(), other.full.split()
    long = len(a) == len(b) and a[:-1] == b[:-1] and min(len(a[-1]), len(b[-1])) >= _LONG
    return "advice" if long and rare.total == 1 and usual.total > 2 and one_slip(a[-1], b[-1]) else None


def _common_posts(forms: dict[str, Form]) -> frozenset[str]:
    """Return the words of posts that many people of the run hold: one mayor is known by it, of twenty none is."""
    held = Counter(word for form in forms.values() for word in form.posts)
    return frozenset(word for word, count in held.items() if count > _HOLDERS)


def _common_names(stories: Stories) -> frozenset[int]:
    """Return the names that so many stories have that they say nothing of what one is about."""
    counted: Counter[int] = Counter()
    for number in range(len(stories)):
        counted.update(stories[number].names)
    return frozenset(name for name, count in counted.items() if count > max(4, len(stories) // 50))


def _named(form: Form, stories: Stories) -> set[int]:
    return {name for number in form.stories for name in stories[number].names}


def _own(*forms: Form) -> set[int]:
    return {name_hash(word) for form in forms for word in form.full.split()}


def _sexes_differ(one: Form, other: Form) -> bool:
    return bool(
        (one.honorifics & _MEN and other.honorifics & _WOMEN) or (one.honorifics & _WOMEN and other.honorifics & _MEN)
    )


def _beside(form: Form, stories: Stories) -> set[str]:
    return {person.full for number in form.stories for person in stories[number].people} - {form.full}

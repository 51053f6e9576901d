"""Kind `institution`: one body, law, treaty or prize whose name changes in a story: "Baltic Fish Association" for
"... Organization".

    bodies:                                    # words that are mistaken for one another, in sets
      - [Association, Organization, Organisation, Federation]
      - [Board, Commission, Council, Authority, Agency]
    families: [[Association, Board]]           # sets (named by any word of theirs) that are mistaken for one another
                                               # where a name has two words of its own: "Horse Racing", not "Police"
    loose: [[Club, Association]]               # sets mistaken for one another where a name has three words of its own
    brief: [Accord, Award]                     # sets (named by any word of theirs) where one word before is name enough
    states: [Department]                       # sets of which each country has one: silent in a story of two countries
    heads: [Department, Office]                # more words that such names have, mistaken for no other
    differ: [head, words]                      # what may differ: `head` (Board, Council), `words` (Trader, Traders;
                                               # Horseracing, Horse Racing; Agriculture, Agricultural), `apostrophe`
                                               # (Traders, Traders'), `link` (Office of, Office for), `order`,
                                               # `status` (Vale Shire Council, Vale Regional Council)
    allow: [Human Rights]                      # names, or their last words, that two such bodies share
    known: bodies                              # a list of exact names (kind `official`): never reported as the slip
    near: ['\\brenamed\\b']                    # a name near which one of these stands is another's or has changed

Two names are one body's if their content words are the same save for number, possessive, a hyphen or space inside, or
the ending that makes an adjective, and their heads are one word or of one set. The form that stands less often, or
comes later, is reported once. Two names that a sentence sets side by side, or with different letters, are two bodies.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Literal

import msgspec

from ..issue import Edit, Related
from ..text.name_words import PLACES
from ..text.regex import regex
from ..text.story import Story
from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.bodies import Body, find_bodies, find_heads, head_spellings
from .shared.likeness import likeness
from .shared.matching import any_phrase, compile_pattern
from .shared.stems import plain_word, stem

FIELDS = ("other",)

Difference = Literal["head", "words", "apostrophe", "link", "order", "and", "like", "person", "plural", "status"]

_SMALL = frozenset(["and", "&", "the"])
_JOINTS = frozenset(["and", "&"])
# Words that many names hold; alone they make no two names one body's.
_COMMON = frozenset(
    [
        *("national", "royal", "federal", "state", "city", "county", "joint", "central", "international", "world"),
        *("regional", "local", "general", "public", "new", "grand", "supreme", "first", "north", "south", "east"),
        *("west", "northern", "southern", "eastern", "western", "european", "african", "asian", "american", "us"),
        *("u.s", "uk", "u.k", "eu", "un", "u.n", "british", "english", "scottish", "welsh", "irish", "australian"),
        *("united", "nations", "nsw", "zealand", "upper", "lower", "global", "district", "borough", "town"),
    ]
)
_LIKE = 0.6
"""How like two words must be for one to be taken for the other, 1 being the same (difflib's ratio)."""

_STEM = 5
"""... or this many letters that both begin with: "Transit", "Transport"."""
_NEAR = 60
"""How far to either side of a name a word that explains the change is looked for, in code points."""

_TOLD_APART = regex(
    r"(?:\s+\([A-Z]\w+\))?,?\s+(?:and|or|nor|not|with|v|vs|against|to|by|than|from|as well as|alongside|unlike)"
    r"(?:\s+[a-z]+){0,4}\s+"
)
"""What stands between two names that one sentence sets side by side."""


_STOP = regex(r"[.!?\n]")


class Options(KindOptions, frozen=True):
    bodies: tuple[tuple[str, ...], ...] = ()
    families: tuple[tuple[str, ...], ...] = ()
    loose: tuple[tuple[str, ...], ...] = ()
    brief: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    differ: tuple[Difference, ...] = ("head",)
    firms: bool = False
    allow: tuple[str, ...] = ()
    known: str = ""
    near: tuple[str, ...] = ()


class State(msgspec.Struct, frozen=True):
    sources: tuple[str, ...]
    heads: Mapping[str, str]
    sets: Mapping[str, int]
    families: Mapping[int, int]
    loose: Mapping[int, int]
    brief: frozenset[int]
    states: frozenset[int]
    countries: Mapping[str, str]
    differ: frozenset[str]
    allow: frozenset[tuple[str, ...]]
    known: frozenset[str]
    near: tuple[Any, ...]
    adjectives: Mapping[str, str]
    firms: bool
    spellings: frozenset[str]
    """The heads as a story's table of words has them."""
    family_of: Mapping[str, str]
    """The family of each head as written; see `_family`."""


class Form(msgspec.Struct, frozen=True):
    """How a name is written: what two mentions of one form share."""

    head: str
    plain: tuple[str, ...]
    apostrophes: tuple[int, ...]
    link: str
    joints: int
    plural: bool


def prepare(options: Options, lists: Lists) -> State:
    words = [*(word for group in options.bodies for word in group), *options.heads]
    if not words:
        raise OptionError("needs `bodies` or `heads`")
    sets = {_fold(word): index for index, group in enumerate(options.bodies) for word in group}
    families = {
        "families": [w for family in options.families for w in family],
        "loose": [w for family in options.loose for w in family],
    }
    for option, named in ({"brief": options.brief, "states": options.states} | families).items():
        for word in named:
            if _fold(word) not in sets:
                raise OptionError(f"`{word}` is in none of the `bodies`", option)
    names = any_phrase(words, "match")
    state = State(
        sources=(rf"\b[A-Z][\w.&-]*['’]?s?[ \t]+(?:{names})\b", rf"\b(?:{names})[ \t]+(?:of|for|on)[ \t]"),
        heads={word: _fold(word) for word in words},
        sets=sets,
        families={sets[_fold(word)]: sets[_fold(family[0])] for family in options.families for word in family},
        loose={sets[_fold(word)]: sets[_fold(family[0])] for family in options.loose for word in family},
        brief=frozenset(sets[_fold(word)] for word in options.brief),
        states=frozenset(sets[_fold(word)] for word in options.states),
        countries=_countries(lists),
        differ=frozenset(options.differ),
        allow=frozenset(tuple(plain_word(w) for w in name.split()) for name in options.allow),
        known=_known(lists, options.known) if options.known else frozenset(),
        near=tuple(compile_pattern(p, "near", i) for i, p in enumerate(options.near)),
        adjectives=_adjectives(lists),
        firms=options.firms,
        spellings=head_spellings(words),
        family_of={},
    )
    return msgspec.structs.replace(state, family_of={word: _family(state, head) for word, head in state.heads.items()})


def _known(lists: Lists, name: str) -> frozenset[str]:
    rows = lists.get(name)["names"]
    return frozenset(_bare(body) for row in rows.values() for body in row.split(";"))


def _bare(name: str) -> str:
    return " ".join(plain_word(word) for word in name.split())


def _adjectives(lists: Lists) -> dict[str, str]:
    rows = lists.get("countries")
    return {
        form.lower(): name.lower()
        for name, row in rows.items()
        for form in ([row["adjective"]] if isinstance(row["adjective"], str) else row["adjective"])
        if " " not in name and " " not in form
    }


def _countries(lists: Lists) -> dict[str, str]:
    """Map each one-word name and adjective of a country, as written, to the country's code."""
    found = {"US": "US", "U.S.": "US", "U.S": "US", "American": "US", "Washington": "US", "UK": "GB", "U.K.": "GB"}
    for name, row in lists.get("countries").items():
        adjectives = [row["adjective"]] if isinstance(row["adjective"], str) else row["adjective"]
        found |= {form: row["iso"].partition("-")[0] for form in (name, *adjectives) if " " not in form}
    return found


def needles(state: State) -> tuple[str, ...]:
    return state.sources


def check(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    found = find_heads(story, state.heads, state.spellings)
    if not ("person" in state.differ and "commissioner" in story.word_positions):
        found = _of_one_family(state, story, found)
        if not found:
            return
    if state.firms and not _two_trades(story, found):
        return
    forms: dict[Form, list[Body]] = {}
    for body in find_bodies(story, state.heads, found):
        if not _is_allowed(state, _plain(body.before or body.after)):
            apostrophes = tuple(word.count("'") + word.count("’") for word in body.words if word not in _SMALL)
            joints = sum(word in _JOINTS for word in body.words)
            plural = body.head != state.heads[body.head] and body.head.endswith("s")
            form = Form(state.heads[body.head], _plain(body.words), apostrophes, body.link, joints, plural)
            forms.setdefault(form, []).append(body)
    if "person" in state.differ:
        yield from _as_person(context, forms)
    if len(forms) < 2:
        return
    if "status" in state.differ:
        yield from _statuses(state, context, forms)
        return
    reported: set[Form] = set()
    for key in (_stemmed, _joined, _unordered):
        names: dict[tuple[str, str], dict[Form, list[Body]]] = {}
        for form, bodies in forms.items():
            names.setdefault((_family(state, form.head), key(state, form)), {})[form] = bodies
        for one in names.values():
            if len(one) > 1 and not reported & one.keys():
                for finding in _report(state, context, one):
                    reported.update(one)
                    yield finding
    if "like" in state.differ:
        yield from _look_alikes(state, context, {f: b for f, b in forms.items() if f not in reported})


_STATUSES = frozenset(
    [
        *("shire", "regional", "district", "borough", "municipal", "metropolitan", "city", "county", "town", "parish"),
        *("community", "township", "unitary", "rural"),
    ]
)
_TOGETHER = frozenset(["city", "county", "town", "parish", "community", "township"])
"""Of these one place may have two councils, where its name is one word: Durham City and Durham County."""


def _statuses(state: State, context: Context, forms: Mapping[Form, list[Body]]) -> Iterator[Finding]:
    """Report a place's council under two statuses: "Vale Shire Council", later "Vale Regional Council"."""
    places: dict[tuple[str, tuple[str, ...]], list[Form]] = {}
    for form in forms:
        if not form.link and len(form.plain) > 1 and form.plain[-1] in _STATUSES:
            places.setdefault((form.head, form.plain[:-1]), []).append(form)
    for (_, place), found in places.items():
        if len(found) != 2 or (len(place) == 1 and any(form.plain[-1] in _TOGETHER for form in found)):
            continue
        one, other = sorted(found, key=lambda form: -len(forms[form]))  # the first wins a tie
        if _is_slip(state, context, forms[one], forms[other]):
            yield _finding(context, forms[one][0], forms[other])


def _as_person(context: Context, forms: Mapping[Form, list[Body]]) -> Iterator[Finding]:
    """Report "the Tides Commissioner" for the Tides Commission, where the story has no other commissioner."""
    text = context.story.text
    if text.lower().count("commissioner") != 1:
        return
    for form, bodies in forms.items():
        name = " ".join((*bodies[0].before, bodies[0].head))
        if form.head != "Commission" or form.link or len(form.plain) < 2:
            continue
        at = text.find(f"{name}er")
        if at < 0 or context.story.in_speech(at, at + len(name)):
            continue
        end = at + len(name) + 2
        if _BY.search(text, max(0, at - 40), at) and _UNNAMED.match(text, end):
            related = (Related(bodies[0].start, bodies[0].end, "named so here"),)
            yield Finding(at, end, suggestions=(name,), related=related, values={"other": name})


_BY = regex(
    r"\b(?:published|issued|released|ordered|commissioned|found|brought|run|held|drawn up|written|carried out|made|"
    r"done|"
    r"investigated|inspected|regulated|registered|fined|funded|paid for|set up|from|to|asked|told|with|at)"
    r"(?: by)? (?:the )?$"
)
_UNNAMED = regex(r"(?: (?:[a-z]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|[.;]|, (?:which|whose|it)\b)")


def _look_alikes(state: State, context: Context, forms: Mapping[Form, list[Body]]) -> Iterator[Finding]:
    """Report a name written once that has one word for another that looks like it: "Resource" for "Research"."""
    for odd, others in forms.items():
        if len(others) != 1 or len(odd.plain) < 2:
            continue
        for form, models in forms.items():
            usual = len(models) > 1 or models[0].start < others[0].start
            if (
                form is odd
                or not usual
                or (form.head, form.link, len(form.plain)) != (odd.head, odd.link, len(odd.plain))
            ):
                continue
            if _one_word_like(state, form, odd) and _is_slip(state, context, models, others):
                yield _finding(context, models[0], others)
                break


def _one_word_like(state: State, form: Form, odd: Form) -> bool:
    unlike = [(a, b) for a, b in zip(form.plain, odd.plain, strict=True) if a != b]
    if len(unlike) != 1:
        return False
    ((right, wrong),) = unlike
    shared = [word for word in _own(state, form) if word != right]
    own = {right, wrong} <= {*_own(state, form), *_own(state, odd)}
    if not shared or not own or {right.title(), wrong.title()} & PLACES or stem(right, {}) == stem(wrong, {}):
        return False
    if min(len(right), len(wrong)) < 6 or right[:3] != wrong[:3]:
        return False
    return right[:_STEM] == wrong[:_STEM] or likeness(right, wrong) > _LIKE


def _of_one_family(state: State, story: Story, found: Sequence[int]) -> list[int]:
    """Return those heads that the story has two of in their family: one name of its own makes no two forms."""
    if len(found) < 2:
        return []
    families = [state.family_of[story.token_texts[at].removesuffix("'s").removesuffix("’s")] for at in found]
    counts = Counter(families)
    return [at for at, family in zip(found, families, strict=True) if counts[family] > 1]


def _two_trades(story: Story, found: Iterable[int]) -> bool:
    """Say, at a glance, whether one word stands before two of the heads: "Obi Gas" and "Obi Oil"."""
    texts, trades = story.token_texts, dict[str, str]()
    for index in found:
        before = _TRADE.search(texts[index - 1]) if index else None
        if before is not None and trades.setdefault(before[1], texts[index]) != texts[index]:
            return True
    return False


_TRADE = regex(r"\b([A-Z][\w-]+)$")


def _family(state: State, head: str) -> str:
    """Return what the heads of one body's names share: their set's family, or the head itself."""
    group = state.sets.get(head)
    return head if group is None else str(state.loose.get(group, state.families.get(group, group)))


def _stemmed(state: State, form: Form) -> str:
    return "".join(stem(word, state.adjectives) for word in form.plain)


def _unordered(state: State, form: Form) -> str:
    """Return the stems in no order, for names of three words or more: "Wildlife and Fens Forum", "Fens and ..."."""
    if len(form.plain) < (2 if form.joints else 3):
        return " ".join(form.plain)
    return " ".join(sorted(stem(word, state.adjectives) for word in form.plain))


def _joined(state: State, form: Form) -> str:
    """Return the words run together, only the end cut down to its stem: "Horseracing" is "Horse Racing"."""
    return stem("".join(form.plain), {})


def _plain(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(plain_word(word) for word in words if word not in _SMALL)


def _is_allowed(state: State, plain: tuple[str, ...]) -> bool:
    return any(plain[at:] in state.allow for at in range(len(plain)))


def _report(state: State, context: Context, forms: dict[Form, list[Body]]) -> Iterator[Finding]:
    prevailing = max(forms, key=lambda form: (len(forms[form]), form.joints > 0))  # the first wins a tie
    models = forms[prevailing]
    others = sorted(
        ((body, form) for form, bodies in forms.items() for body in bodies if form != prevailing),
        key=lambda pair: pair[0].start,
    )
    slips = [
        (body, form)
        for body, form in others
        if _difference(state, prevailing, form) in state.differ
        and _is_slip(state, context, models, forms[form])
        and _bare(context.story.text[body.start : body.end]) not in state.known
    ]
    if not slips:
        return
    yield _finding(context, models[0], [body for body, _ in slips])


def _finding(context: Context, model: Body, slips: list[Body]) -> Finding:
    first, name = slips[0], context.story.text[model.start : model.end]
    return Finding(
        first.start,
        first.end,
        suggestions=(name,),
        edits=tuple(Edit(body.start, body.end, name) for body in slips),
        related=(Related(model.start, model.end, "named so here"),),
        values={"other": name},
    )


def _difference(state: State, one: Form, other: Form) -> str:
    """Return the gravest difference between two forms of one name, "" where there is none that counts."""
    if one.head != other.head:
        return "head" if bool(one.link) == bool(other.link) and _is_one_name(state, one, other) else ""
    if one.plain != other.plain:
        return "words" if _is_misspelled(state, one.plain, other.plain) else ""
    if one.link != other.link:
        return "link" if one.link and other.link else "order" if _is_order_known(state, one) else ""
    if bool(one.joints) != bool(other.joints):
        return "and" if _is_name_enough(state, one) else ""
    if one.plural != other.plural:
        return "plural" if _is_name_enough(state, one) else ""
    return "apostrophe" if one.apostrophes != other.apostrophes else ""


def _is_order_known(state: State, form: Form) -> bool:
    """Say whether a name may not be turned round: it has two words, if only those of a region ("New England")."""
    return _is_name_enough(state, form) or len(form.plain) > 1


def _is_one_name(state: State, one: Form, other: Form) -> bool:
    if not (_is_name_enough(state, one) and _is_name_enough(state, other)):
        return False
    one_set, other_set = state.sets[one.head], state.sets[other.head]
    own = max(len(_own(state, one)), len(_own(state, other)))
    if one_set == other_set:
        return True
    one_family = state.families.get(one_set, one_set) == state.families.get(other_set, other_set)
    return own > (1 if one_family else 2)


def _own(state: State, form: Form) -> list[str]:
    """Return the words that are a body's own: not common ones, not a country."""
    lands = state.adjectives
    return [word for word in form.plain if word not in _COMMON and word not in lands and word not in lands.values()]


def _is_name_enough(state: State, form: Form) -> bool:
    """Say whether the content is a body's own: two words, one of them not a common one."""
    own = _own(state, form)
    if state.firms and any(word.title() in PLACES for word in form.plain):
        return False
    return bool(own) and (len(form.plain) > 1 or state.sets.get(form.head) in state.brief)


def _is_misspelled(state: State, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two contents of one stem are one name: "Australia Institute" and "Australian Institute" are two."""
    return len(one) > 1 or len(other) > 1 or not ({*one, *other} & state.adjectives.keys())


def _is_slip(state: State, context: Context, models: list[Body], others: list[Body]) -> bool:
    """Say whether nothing in the story tells the two names apart as two bodies'."""
    story = context.story
    if len(models) > 1 and len(others) > 1:
        return False  # a slip happens once
    both = sorted([*models, *others], key=lambda body: body.start)
    for left, right in pairwise(both):
        near = right.start - left.end <= _NEAR and (left in models) != (right in models)
        if near and _TOLD_APART.fullmatch(story.text, left.end, right.start):
            return False
        if near and state.firms and not _STOP.search(story.text, left.end, right.start):
            return False  # two firms in one sentence: one owns the other, perhaps
    owners = {body.owner for body in models}, {body.owner for body in others}
    if not owners[0] & owners[1]:
        return False
    letters = {b.acronym for b in models if b.acronym}, {b.acronym for b in others if b.acronym}
    if letters[0] and letters[1] and not letters[0] & letters[1]:
        return False
    if state.sets.get(state.heads[models[0].head]) in state.states and _names_two_countries(state, context):
        return False
    text = story.text
    initials = _initials(models[0]), _initials(others[0])
    if initials[0] != initials[1] and all(len(one) > 2 and re.search(rf"\b{one}\b", text) for one in initials):
        return False
    return not any(
        pattern.search(text[max(0, body.start - _NEAR) : body.end + _NEAR])
        for body in (models[0], others[0])
        for pattern in state.near
    )


def _names_two_countries(state: State, context: Context) -> bool:
    words = {text.removesuffix("'s").removesuffix("’s") for text in context.story.token_texts}
    return len({state.countries[word] for word in words & state.countries.keys()}) > 1


def _initials(body: Body) -> str:
    words = [*body.words, body.head] if not body.link else [body.head, *body.words]
    return "".join(word[0] for word in words if word[0].isupper())


def _fold(word: str) -> str:
    word = word.replace("isation", "ization")
    return word if word.endswith("ss") or not word.endswith("s") else word[:-1]

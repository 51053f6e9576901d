"""Kind `posts`: the office or rank that a story gives a person, held against what it gave before.

fault: post-drift        # introduced as the Treasurer, later "the Finance Minister, Ms Lal,"
       post-synonym      # the Treasurer throughout, once "the Finance Minister"
       post-conflict     # two people in one office
       rank-drift        # Major Okello, later Colonel Okello
       post-stranger     # Water Minister Rosa Lal is the only minister, later "the Environment Minister had left"
posts: posts             # the list of offices, modifiers, synonyms and heads
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, Literal

import msgspec

from ..issue import Related
from ..text.name_words import PLACES, is_demonym
from ..text.people import Mention, Person
from ..text.regex import regex
from ..text.story import Story
from ..text.titles import RANKS, fold, gender
from ..text.tokens import tokenize
from ..text.wordlist import words
from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.cast import first_full, in_prose, says
from .shared.places import any_between, starts_of
from .shared.rival_posts import Rivals, rivals, rivals_of

FIELDS = ("person", "other")

Fault = Literal["post-drift", "post-synonym", "post-conflict", "rank-drift", "post-stranger"]


class Options(KindOptions, frozen=True):
    fault: Fault
    posts: str = "posts"


class State(msgspec.Struct, frozen=True):
    fault: Fault
    offices: frozenset[str]
    modifiers: frozenset[str]
    same: tuple[tuple[str, ...], ...]
    pattern: re.Pattern[str]
    """Every form of `same`, in any case, as whole words."""
    heads: tuple[frozenset[str], ...]
    """Posts at the head of a body, with the words that may stand for each."""
    head: re.Pattern[str]
    """Every word of `heads`, as a whole word."""
    head_acts: re.Pattern[str]
    """Every word of `heads` after "the" and before the verb of a person."""
    ranks: frozenset[str]
    """The heads that are ranks and stand before a name as its title."""
    families: tuple[frozenset[str], ...]
    """Posts of one body, the offices of towns, universities and courts: strangers only to each other."""
    rivals: Rivals
    tokens: tuple[tuple[tuple[str, ...], ...], ...]
    """The tokens of each form of `same`."""
    openings: frozenset[str]
    """The first token of each of `heads`."""


def prepare(options: Options, lists: Lists) -> State:
    table: dict[str, Any] = lists.get(options.posts)
    try:
        ranks = table.get("ranks", ())
        posts = {word for group in (*table["heads"], *ranks) for word in group}
        heads = "|".join(sorted(posts, key=lambda word: (-len(word), word)))
        forms = sorted({re.escape(form) for group in table["same"] for form in group}, key=len, reverse=True)
        return State(
            options.fault,
            frozenset(table["offices"]),
            frozenset(table["modifiers"]),
            tuple(tuple(group) for group in table["same"]),
            regex(rf"(?<![\w-])(?:{'|'.join(forms)})(?![\w-])", re.I),
            tuple(frozenset(group) for group in table["heads"]),
            regex(rf"(?<![\w-])(?:{heads})(?![\w-])", re.I),
            regex(rf"\b[Tt]he (?i:{heads})(?={_VERB})"),
            frozenset(word for family in ranks for word in family),
            tuple(frozenset(family) for family in [*table["families"], *ranks]),
            rivals_of(table["rivals"]),
            tuple(tuple(tuple(token.text for token in tokenize(form)) for form in group) for group in table["same"]),
            frozenset(tokenize(post)[0].text for post in posts),
        )
    except (KeyError, TypeError):
        raise OptionError(
            "the list needs `offices`, `modifiers`, `same`, `heads`, `families` and `rivals`", "posts"
        ) from None


def needles(state: State) -> tuple[str, ...] | None:
    if state.fault == "rank-drift":
        return (
            r"\b(?i:general|gen|lieutenant|lt|colonel|col|major|maj|captain|capt|sergeant|sgt|inspector|insp|sen|senator|rep|"
            r"bishop|archbishop|archdeacon|baron|baroness|viscount|viscountess|earl|countess|marquess|duke|duchess)\b",
        )
    if state.fault == "post-stranger":
        heads = "|".join(sorted({*state.ranks, *(word for group in state.heads for word in group)}))
        return (r"\b[Tt]he (?:[\w-]+,? ){1,4}(?:[Mm]inister|[Ss]ecretary) [a-z]", rf"\b[Tt]he (?i:{heads}) [a-z]")
    words = sorted({*state.offices, *(state.rivals.place if state.fault == "post-drift" else ())})
    return (rf"(?i)\b(?:{'|'.join(words)})\b",)


def check(state: State, context: Context) -> Iterator[Finding]:
    yield from _CHECKS[state.fault](state, context)


class _Held(msgspec.Struct, frozen=True):
    """An office that the story gives somebody: its words without country and article, and where it says so."""

    office: frozenset[str]
    start: int
    end: int
    text: str


_OFFICE = (
    r"(?:[\w’'-]+ ){0,5}(?:[Mm]inister|[Ss]ecretary|[Tt]reasurer|[Cc]hancellor|[Pp]remier|[Pp]resident|"
    r"[Aa]ttorney-[Gg]eneral|[Gg]overnor|[Mm]ayor|[Ss]peaker)"
)
_OFFICES = words("minister secretary treasurer chancellor premier president attorney-general governor mayor speaker")
"""The last word of an office."""
_REACH = 90
"""How far from a name an office is looked for, in code points."""
_FOR = r"(?: (?:for|of) (?:[A-Z][\w-]+)(?:(?:,| and) [A-Z][\w-]+| [A-Z][\w-]+){0,4})?"
_BEFORE = regex(rf"(?:\b[Tt]he|(?<![\w-])[A-Z]\w+['’]s) ({_OFFICE}{_FOR}), $")
_AFTER = regex(rf", (?:the )?({_OFFICE}{_FOR})(?=,|\.)")
_DOES = regex(r"(?:[a-z]+(?<!unit)ed|named|made|chose|who|which|and|but|said|says|told|met|beat) |.* as ")
_DAYS = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|The|On|In|At|But|And|When|While|Yesterday|Then|Now)\b"
_DIRECT = regex(
    rf"(?<![\w’'-])((?:(?!{_DAYS})[A-Z][\w-]+(?:,|,? and)? ){{0,4}}"
    r"(?:[Mm]inister|[Ss]ecretary(?: of State)?|[Tt]reasurer|[Cc]hancellor|[Pp]remier|[Pp]resident|"
    r"[Aa]ttorney-[Gg]eneral|[Gg]overnor|[Mm]ayor|[Ss]peaker)) $"
)
_ABROAD_US = "secretary-of-state"
_CABINET_US = words("defense treasury commerce interior labor agriculture")
_SMALL = words("the a an for of and his her its our their affairs federal state national")
_OTHER_OFFICE = ("ex-", "vice-", "co-")


def _office(state: State, text: str) -> frozenset[str] | None:
    """Return the words of an office, None where the text names none, or one of another time or rank."""
    names = [fold(re.sub(r"['’]s$", "", word)) for word in re.findall(r"[\w’'-]+", text)]
    if not names or not state.offices & set(names):
        return None
    if any(word in state.modifiers or word.startswith(_OTHER_OFFICE) or word.endswith("-elect") for word in names):
        return None
    if " ".join(names).endswith("secretary of state"):
        return frozenset({"secretary", _ABROAD_US})
    kept = [w for w in names if w not in _SMALL and not is_demonym(w.capitalize()) and w.capitalize() not in PLACES]
    return frozenset(kept)


def _held(state: State, story: Story, mention: Mention) -> Iterator[_Held]:
    text = story.text
    block = story.blocks[mention.block]
    before = text[max(block.start, mention.start - _REACH) : mention.start]
    apposed = _BEFORE.search(before)
    if apposed:
        the = apposed.group()[:4].lower() == "the "
        start = mention.start - len(before) + (apposed.start() if the else apposed.start(1))
        office = _office(state, apposed[1])
        if office:
            yield _Held(office, start, mention.start - len(before) + apposed.end(1), apposed[1])
    after = _AFTER.match(text, mention.end, min(block.end, mention.end + _REACH))
    if after and _DOES.match(after[1]) is None:
        office = _office(state, after[1])
        if office:
            yield _Held(office, after.start(1), after.end(1), after[1])
    direct = _DIRECT.search(before)
    if direct:
        lead = _LEAD.search(before[: direct.start(1)])
        office = _office(state, f"{lead[1]} {direct[1]}" if lead and _lowers(state, lead[1]) else direct[1])
        if office:
            start = mention.start - len(before) + direct.start(1)
            yield _Held(office, start, start + len(direct[1]), direct[1])


def _rival_posts(state: State, story: Story) -> Iterator[Finding]:
    """ "The chairman, Mr Pell" of somebody introduced as the chief executive."""
    starts = starts_of(state.rivals.openings, story)
    for person in story.people.people if starts else ():
        for rival in rivals(state.rivals, state.modifiers - {"deputy", "vice", "assistant"}, story, person, starts):
            held = _Held(frozenset(), rival.start, rival.end, story.text[rival.start : rival.end])
            first = _Held(frozenset(), rival.before_start, rival.before_end, rival.before)
            if not _both(story, first, held):
                yield Finding(
                    held.start,
                    held.end,
                    suggestions=(first.text,),
                    related=(Related(first.start, first.end, "the post given before"),),
                    values={"person": person.full, "other": first.text},
                )


def _lowers(state: State, word: str) -> bool:
    """Say whether a word before an office makes it another office, or one of another time."""
    return fold(word) in state.modifiers or fold(word).startswith(_OTHER_OFFICE)


_LEAD = regex(r"([\w’'-]+)\s$")


def _post_drift(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    if "reshuffle" in story.text:
        return
    yield from _rival_posts(state, story)
    starts = starts_of(_OFFICES, story)
    if len(starts) < 2:
        return
    for person in story.people.people:
        first: _Held | None = None
        for mention in person.mentions:
            if not any_between(starts, mention.start - _REACH, mention.end + _REACH) or not in_prose(story, mention):
                continue
            for held in _held(state, story, mention):
                if first is None and mention is not person.introduction:
                    first = _unnamed_before(state, story, person)
                if first is None:
                    first = held
                elif _conflict(state, first.office, held.office) and not _both(story, first, held):
                    yield Finding(
                        held.start,
                        held.end,
                        suggestions=(first.text,),
                        related=(Related(first.start, first.end, "the office given before"),),
                        values={"person": person.full, "other": first.text},
                    )
                    break


_NAMELESS = regex(
    r"(?:\b[Tt]he|(?<![\w-])[A-Z]\w+['’]s) ((?:[\w-]+ ){1,3}(?:[Mm]inister|[Ss]ecretary))"
    r"(?= (?:has|had|is|was|will|[a-z]+ed)\b)"
)


def _unnamed_before(state: State, story: Story, person: Person) -> _Held | None:
    """Return the office that the sentence before an introduction gives somebody whom it does not name.

    "The transport minister has defended the tunnel. ¶ Rosa Lal told ...": the only minister so far, and a full name
    that opens the next paragraph without a word on who this is.
    """
    intro = person.introduction
    if intro is None or intro.post or intro.block == 0 or story.blocks[intro.block].start != intro.start:
        return None
    if story.text[intro.end : intro.end + 1] == ",":
        return None
    before = [
        m
        for m in _NAMELESS.finditer(story.text, story.blocks[intro.block - 1].start, intro.start)
        if _unspoken(story, *m.span())
    ]
    if len(before) != 1 or any(p is not person and _first(p) < intro.start for p in story.people.people):
        return None
    office = _office(state, before[0][1])
    return _Held(office, *before[0].span(1), before[0][1]) if office and len(office) > 1 else None


def _first(person: Person) -> int:
    return person.mentions[0].start


_PORTFOLIO = words("minister secretary")
_LAW_AND_PURSE = (frozenset({"attorney-general"}), frozenset({"treasurer"}))
"""Members of a cabinet whose offices are no ministry by name."""


def _conflict(state: State, one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether nobody holds both offices: two ministers of different things, or two names for one office."""
    if one <= other or other <= one:
        return False
    pair = (" ".join(sorted(one)), " ".join(sorted(other)))
    for group in state.same:
        forms = {" ".join(sorted(form.split())) for form in group}
        if pair[0] in forms and pair[1] in forms:
            return True
    if not other & _PORTFOLIO or len(other) < 2 or "prime" in other or "chief" in other:
        return False
    if one - _PORTFOLIO == other - _PORTFOLIO and "state" not in one | other and len(one) == len(other):
        return True  # the environment minister, later the environment secretary
    if _ABROAD_US in one | other:
        # In Britain every minister in the cabinet is a secretary of state; in America one is.
        return bool((one | other) & _CABINET_US)
    if one & _PORTFOLIO and len(one) > 1:
        return not (one - _PORTFOLIO) & (other - _PORTFOLIO)
    return one in _LAW_AND_PURSE and "minister" in other


_CHANGE = regex(
    r"\b(?:now|then|later|formerly|previously|promoted|moved|reshuffle\w*|became|becoming|appointed|also|twice|both|and)\b",
    re.I,
)


def _both(story: Story, first: _Held, later: _Held) -> bool:
    """Say whether the story tells of a change, or of two offices held at once."""
    told = story.sentence_at(first.start)
    if told and told.end < later.start:
        held = story.text[told.start : told.end].lower()
        if later.text.lower().removeprefix("the ") in held[first.end - told.start :]:
            return True
    sentence = story.sentence_at(later.start)
    start = max(sentence.start if sentence else 0, later.start - 60)
    return _CHANGE.search(story.text[start : later.end + 30]) is not None or (
        " and " in story.text[first.start : first.end + 20]
    )


def _post_synonym(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    met = ([all(word in story.word_positions for word in form) for form in group] for group in state.tokens)
    if not any(sum(forms) > 1 for forms in met):
        return
    counts: dict[str, list[_Named]] = defaultdict(list)
    for named in _named_offices(state, story):
        counts[named.form].append(named)
    for group in state.same:
        used = [(form, counts[form]) for form in group if counts[form]]
        if len(used) != 2:
            continue
        (usual, many), (odd, few) = sorted(used, key=lambda item: -len(item[1]))
        if len(many) < 2 or len(few) != 1:
            continue
        one = few[0]
        if not _unnamed(story, one) or any(_near(story, one, other) for other in many):
            continue
        block = story.block_at(one.start)
        if block is None or block.kind != "body":
            continue
        if any(p.post and odd in p.post.lower() for p in story.people.people):
            continue
        right = usual.title() if story.text[one.start].isupper() else usual
        yield Finding(
            one.start,
            one.end,
            suggestions=(right,),
            related=(Related(many[0].start, many[0].end, "the office as the story names it"),),
            values={"other": right},
        )


class _Named(msgspec.Struct, frozen=True):
    """An office named in the story, and the word before it."""

    form: str
    lead: str
    start: int
    end: int


_ELSEWHERE = words("former shadow deputy then acting vice opposition")


def _named_offices(state: State, story: Story) -> Iterator[_Named]:
    """Yield the offices of the synonym groups outside speech, those of other countries and other times left out."""
    for match in state.pattern.finditer(story.text):
        start, end = match.span()
        lead = _LEAD.search(story.text[max(0, start - 30) : start])
        word = lead[1] if lead else ""
        if is_demonym(word) or word in PLACES or fold(word) in _ELSEWHERE or story.in_speech(start, end):
            continue
        yield _Named(" ".join(match.group().lower().split()), word, start, end)


def _unnamed(story: Story, named: _Named) -> bool:
    """Say whether an office stands for somebody whom the story has named: "the Finance Minister said"."""
    after = story.text[named.end : named.end + 3]
    return named.lead.lower() == "the" and not (after[:1] == "," or after[1:2].isupper())


def _near(story: Story, one: _Named, other: _Named) -> bool:
    between = story.text[min(one.end, other.end) : max(one.start, other.start)][:61]
    return len(between) < 60 and re.search(r"\b(?:and|or|with|both)\b|,", between) is not None


def _post_conflict(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    holders: dict[str, list[tuple[Person, _Held]]] = defaultdict(list)
    for person in story.people.people:
        for mention in person.mentions:
            if in_prose(story, mention):
                for held in _held(state, story, mention):
                    if len(held.office) > 1:
                        holders[held.text.lower()].append((person, held))
                        break
    for places in holders.values():
        (first, given), *others = places
        for person, held in others:
            if person.full != first.full and person.surname != first.surname:
                yield Finding(
                    held.start,
                    held.end,
                    related=(Related(given.start, given.end, first.full),),
                    values={"person": first.full, "other": person.full},
                )
                break


_FULL_RANK = {
    "gen": "general", "lt": "lieutenant", "col": "colonel", "maj": "major", "capt": "captain", "sgt": "sergeant",
    "cpl": "corporal", "pte": "private", "pvt": "private", "adm": "admiral", "cmdr": "commander", "brig": "brigadier",
    "insp": "inspector", "supt": "superintendent", "det": "detective", "const": "constable", "pc": "constable",
    "dc": "constable", "ds": "sergeant", "di": "inspector", "dci": "inspector",
}  # fmt: skip


_CHAMBERS = {"sen": "senator", "senator": "senator", "rep": "representative"}
"""Titles of which a politician has one at a time, as ranks are."""


def _rank_drift(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    for person in story.people.people:
        first: tuple[frozenset[str], Mention] | None = None
        for mention in person.mentions:
            rank = _rank(mention.title) if mention.title else None
            if rank is None or not in_prose(story, mention):
                continue
            if first is None:
                first = (rank, mention)
            elif not (rank <= first[0] or first[0] <= rank):
                window = story.text[max(0, mention.start - 120) : mention.end + 60]
                told = bool(rank & _CHURCH) or re.search(r"\b(?:promot|rank|demot)", story.text) is not None
                if told and _CHANGE.search(window):
                    break
                full = first_full(person, story)
                where = first[1]
                yield Finding(
                    mention.start,
                    mention.end,
                    related=(Related(where.start, where.end, "the rank given before"),) if full else (),
                    values={"person": person.full, "other": where.title or ""},
                )
                break


_CHURCH = words("archbishop bishop archdeacon")
_NOBLES = (
    words("baron viscount earl marquess marquis duke"),
    words("baroness viscountess countess marchioness duchess"),
)
"""Orders of which a priest or a peer has one; a peer's wife may have her husband's."""


_BETWEEN_WORDS = regex(r"[\s-]+")


@lru_cache(maxsize=512)
def _rank(title: str) -> frozenset[str] | None:
    """Return the words of a title's rank, in full: "Lt Col" as lieutenant and colonel; None where it has none."""
    parts = [fold(word) for word in _BETWEEN_WORDS.split(title) if word]
    if len(parts) == 1 and parts[0] in _CHAMBERS:
        return frozenset({_CHAMBERS[parts[0]]})
    order = [word for word in parts if word in _CHURCH or any(word in group for group in _NOBLES)]
    if order:
        return frozenset(order)
    ranks = frozenset(_FULL_RANK.get(word, word) for word in parts if word in RANKS)
    return ranks - {"detective"} or None


_CLAUSE = regex(
    r"(?:^|[.!?:;,]['\"”’]? |\n|[\"”’] |"
    r"\b(?:that|but|said|says|believes?|claimed|thought|because|when|while|whether|if|as|after|before|where|since|and|"
    r"say|think|why|how) )$"
)
_VERB = (
    r" (?:said|says|told|had|has|was|is|would|will|could|should|must|may|might|can|did|does|denied|refused|declined|"
    r"insisted|admitted|warned|never|[a-z]{3,}ed|went|took|made|gave|left|came|thinks|wants|knew|knows|believes|also|"
    r"does|did|spent|lost|won|sent|wrote|spoke|stood)\b"
)
_THE_MINISTER = regex(
    rf"\b[Tt]he (?P<of>(?:[A-Za-z]+,? (?:and )?){{1,3}})(?P<head>[Mm]inister|[Ss]ecretary)(?={_VERB})"
)
_MOST_TOKENS = 10
"""How many tokens, more than there are in it, "the" stands before the head in `_THE_MINISTER`."""
_ABROAD = words("foreign external home prime chief first trade defence defense press general cabinet permanent private")


def _post_stranger(state: State, context: Context) -> Iterator[Finding]:
    yield from _stranger_minister(state, context.story)
    yield from _stranger_head(state, context.story)


def _stranger_minister(state: State, story: Story) -> Iterator[Finding]:
    """ "The Environment Minister had left" in a story of which the only minister is the one for water."""
    spellings, positions = story.spellings, story.word_positions
    ministers = (at for head in _PORTFOLIO & positions.keys() for at in positions[head])
    if not any("the" in spellings[max(0, at - _MOST_TOKENS) : at] for at in ministers):
        return
    references = [
        m
        for m in _THE_MINISTER.finditer(story.text)
        if _CLAUSE.search(story.text, max(0, m.start() - 12), m.start()) and _unspoken(story, *m.span())
    ]
    if not references:
        return
    holders: dict[str, tuple[Person, _Held]] = {}
    for person in story.people.people:
        for mention in person.mentions:
            for held in _held(state, story, mention):
                if held.office in _LAW_AND_PURSE or (held.office & _PORTFOLIO and not held.office & {"prime", "state"}):
                    holders.setdefault(person.full, (person, held))
    if len(holders) != 1:
        return
    ((person, held),) = holders.values()
    by_name = held.office in _LAW_AND_PURSE
    if (len(held.office) < 2 and not by_name) or _foreign(story, held):
        return
    for match in references:
        if by_name and not _called_so(story, person, match):
            continue
        portfolio = {fold(w.strip(",")) for w in match["of"].split()} - _SMALL - {"and"}
        if not portfolio or match.start() < held.end:
            continue
        if _other_head(story, match, held, portfolio):
            yield _stranger(person, held, match)
            continue
        if fold(match["head"]) not in held.office and not by_name:
            continue
        if portfolio & (held.office | _ABROAD | state.modifiers) or any(is_demonym(w) for w in match["of"].split()):
            continue
        if len(re.findall(rf"(?i)\b{re.escape(match['of'])}(?:minister|secretary|spokes\w+)", story.text)) > 1:
            continue
        yield _stranger(person, held, match)


def _stranger(person: Person, held: _Held, match: re.Match[str]) -> Finding:
    return Finding(
        match.start(),
        match.end(),
        suggestions=(f"{match.group()[:3]} {held.text.removeprefix('the ')}",),
        related=(Related(held.start, held.end, "the office as the story gives it"),),
        values={"person": person.full, "other": held.text},
    )


def _other_head(story: Story, match: re.Match[str], held: _Held, portfolio: frozenset[str] | set[str]) -> bool:
    """Say whether an office has the portfolio of the one held, but is a minister's for a secretary's or the reverse."""
    if portfolio != held.office - _PORTFOLIO or fold(match["head"]) in held.office or not held.office & _PORTFOLIO:
        return False
    return len(re.findall(rf"(?i)\b{re.escape(match['of'])}{match['head']}", story.text)) == 1


_STATES = words("victoria queensland tasmania scotland wales nsw wa sa qld australia britain england ulster")
_OWNER = regex(r"(?<![\w-])([A-Z]\w+)['’]s $")


def _foreign(story: Story, held: _Held) -> bool:
    """Say whether an office is that of a country, beside whose minister the story may well have others."""
    owner = _OWNER.search(story.text, max(0, held.start - 30), held.start)
    if owner and owner[1] in PLACES and fold(owner[1]) not in _STATES:
        return True
    return any(is_demonym(word) or word in PLACES for word in held.text.split())


def _called_so(story: Story, person: Person, match: re.Match[str]) -> bool:
    """Say whether "she" or "he" after an office means the person, by the title that the story gives them."""
    sex = gender(person.honorific)
    if sex is None:
        return False
    block = story.block_at(match.start())
    after = story.text[match.end() : min(block.end if block else match.end(), match.end() + 120)]
    said = re.search(r"\b(?:[Ss]he|[Hh]e|[Hh]er|[Hh]is|[Hh]im)\b", after)
    return said is not None and ((said.group().lower() in ("she", "her")) == (sex == "f"))


def _unspoken(story: Story, start: int, end: int) -> bool:
    block = story.block_at(start)
    return block is not None and block.kind == "body" and not story.in_speech(start, end)


_HEAD_ACTS = regex(rf"(?={_VERB})")


def _stranger_head(state: State, story: Story) -> Iterator[Finding]:
    """ "The chairman said" in a story of which the only head of anything is a president."""
    after = story.word_pairs["the"] if "the" in story.word_positions else {}
    places = (story.token_starts[at] for word in state.openings & after.keys() for at in after[word])
    acting = (state.head_acts.match(story.text, start) for start in places)
    if not any(match is not None and _unspoken(story, match.start() + 4, match.end()) for match in acting):
        return
    named: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in state.head.finditer(story.text):
        named[match.group().lower()].append(match)
    for word, (match, *more) in named.items():
        before = story.text[max(0, match.start() - 4) : match.start()]
        if more or before.lower() != "the " or not _HEAD_ACTS.match(story.text, match.end()):
            continue
        if not _unspoken(story, match.start(), match.end()):
            continue
        family = _family(state, word)
        heads = [(p, h) for p in story.people.people for h in (_head_of(state, story, p),) if h]
        heads = [(p, h) for p, h in heads if _family(state, h) == family or not (family or h in state.ranks)]
        if len(heads) != 1:
            continue
        ((person, own),) = heads
        if any({word, own} <= group for group in state.heads) or len(named[own]) > (4 if family else 2):
            continue
        if family != _family(state, own) or (family and not says(story, match.end())) or word in own.split():
            continue
        intro = person.introduction
        if intro is None or intro.end > match.start():
            continue
        yield Finding(
            match.start(),
            match.end(),
            suggestions=(own,),
            related=(Related(intro.start, intro.end, "introduced here"),),
            values={"person": person.full, "other": own},
        )


def _family(state: State, post: str) -> int:
    """Return the number of the family of posts that one body has; 0 for those of firms, clubs and schools."""
    return next((k for k, family in enumerate(state.families, 1) if post in family), 0)


_HEAD_AFTER = regex(r",? (?:(?:the|its|a|an|their|our) )?(?:[\w’'-]+ ){0,4}$")


_BESIDE_RANK = words("detective det senior acting temporary")
_TO_NAME = regex(
    r",? ?|(?: (?:of|at|for) [^.,;]{2,40})?, (?:the )?(?:(?:Right|Very|Most|Venerable|Ven|Rt) ?(?:Hon(?:ourable)? )?)?"
)


def _head_of(state: State, story: Story, person: Person) -> str | None:
    """Return the post at the head of a body that a person's introduction gives: before the name or in apposition."""
    intro = person.introduction
    if intro is None:
        return None
    rank = " ".join(_FULL_RANK.get(word, word) for word in fold(intro.title or "").split() if word not in _BESIDE_RANK)
    if f"{fold(intro.post or '')} {rank}" in state.ranks:
        return f"{fold(intro.post or '')} {rank}"
    if rank in state.ranks:
        return rank
    before = story.text[max(0, intro.start - 60) : intro.start]
    for match in state.head.finditer(before):
        if _TO_NAME.fullmatch(before, match.end()):
            return match.group().lower()
    after = story.text[intro.end : intro.end + 70]
    first = state.head.search(after)
    if first and _HEAD_AFTER.match(after[: first.start()]) and after.startswith(", "):
        return first.group().lower()
    return None


_CHECKS: dict[str, Callable[[State, Context], Iterator[Finding]]] = {
    "post-drift": _post_drift,
    "post-synonym": _post_synonym,
    "post-conflict": _post_conflict,
    "rank-drift": _rank_drift,
    "post-stranger": _post_stranger,
}

"""The register: who is in the story, how each was introduced, and every later mention."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

import msgspec

from .blocks import Block, BlockKind
from .given_names import GIVEN
from .given_sex import sex_of
from .name_parts import NameOrder, NameParts, is_given, is_particle, plain, split_name
from .name_runs import NameRun, looks_like_body_or_place
from .name_words import BURMESE, LEADING_PARTICLES, MONONYM_CULTURES, NOT_NAMES, ORGANISATION, PLACES, is_demonym
from .quotes import Quotes
from .regex import regex
from .titles import (
    BURMESE_TITLES,
    CLERGY,
    COURTESY,
    FIRMS_TOO,
    GIVEN_AFTER,
    JUDGES,
    KNIGHTS,
    LEARNED,
    PEERS,
    RANKS,
    ROYALS,
    fold,
    gender,
    is_post,
)
from .wordlist import words as words_of

__all__ = ["Mention", "MentionKind", "NameOrder", "Person", "Register", "find_people", "find_things"]


class MentionKind(StrEnum):
    FULL = "full"  # "Barack Obama"
    SURNAME = "surname"  # "Obama"
    GIVEN = "given"  # "Barack"
    TITLED_SURNAME = "titled-surname"  # "Mr Obama", "Sir Starmer"
    TITLED_GIVEN = "titled-given"  # "Mr Barack", "Sir Keir"
    TITLED_FULL = "titled-full"  # "Mr Barack Obama"


class Mention(msgspec.Struct, frozen=True):
    """One mention: ``start:end`` covers title and name (without a possessive 's), ``name_start`` where the name begins.

    ``post`` is a descriptor that stands directly before the name ("Prime Minister", "coach"); it lies before ``start``.
    """

    start: int
    end: int
    name_start: int
    kind: MentionKind
    title: str | None  # the honorific as written: "Mr", "Ms.", "Sir", "Dr", "Mr Justice"
    block: int  # index into the story's blocks
    quoted: bool
    possessive: bool
    post: str | None = None


class Person(msgspec.Struct, frozen=True):
    """One person of the story's cast. ``mentions`` are in order; ``introduction`` is the one that gave the full name.

    A full name in a headline, a caption or a quotation only does not introduce anybody.
    """

    full: str
    given: str
    surname: (
        str  # the form that stands alone on later mention, with its particles: "van der Berg", "al-Assad", "Suu Kyi"
    )
    particles: str
    order: NameOrder
    honorific: str | None  # the courtesy title the story uses for them most, without its point
    post: str | None  # "French President", "foreign minister", as the introduction words it
    introduction: Mention | None
    mentions: tuple[Mention, ...]
    called: tuple[str, ...] = ()  # every form that may rightly stand alone or after "Mr", ``surname`` first
    certain: bool = True  # more than a known given name says that this is a person


class Register(msgspec.Struct, frozen=True):
    """The cast; ``strays`` are bare capitals outside every known name, ``elsewhere`` the words of all other names."""

    people: tuple[Person, ...]
    unresolved: tuple[Mention, ...]  # titled names that no introduction explains: "Mr Brenn" with no full name anywhere
    strays: tuple[Mention, ...] = ()
    elsewhere: frozenset[str] = frozenset()


_THING = regex(
    r"(?<![\w'’-])(?:([^\W\d_a-z][\w-]+)(?:(?:['’]s)?,? which\b|['’]s (?:was|is|has|had|were|said|says|because|and|but|"
    r"in|on|for|since|when|as|at|to|with|by|shares|shareholders|profits|sales|products)\b|['’]s[,.;]"
    r"| (?:itself|its)\b| (?:Ltd|Limited|plc|PLC|Group|Inc|Corp|Co)\b| (?:&|shares?\b)| was (?:founded|set up)\b)"
    r"|(?:[Aa]t|[Ii]n|[Nn]ear|[Ss]hares (?:in|of)|&|[Ff]irm(?: of)?|[Cc]ompany|"
    r"(?:[Mm]ayor|[Cc]ity|[Tt]own|[Vv]illage|[Pp]eople|[Bb]ishop) of) ([^\W\d_a-z][\w-]+)\b(?!['’]s))"
)
_CAPITAL_BEFORE = regex(r"(?<![\w’'-])[^\W\d_a-z][\w.'’-]* $")
_AGE = regex(r",? \(?(?:aged )?\d{1,3}\)?(?:[,.;)]|$| and | from | of )|, an? \d{1,3}-year-old")
_WHO = regex(r",? who\b|, whose\b")
_SAYS = regex(
    r" (?:has |had |also |later |then |yesterday |last night )?"
    r"(?:said|says|told|tells|added|adds|warned|argued|insisted|replied|admitted)\b"
)
_SAYING = ("said", "says", "added", "adds", "asked", "replied", "warned", "explained", "argued", "recalled")
_SAID_BEFORE = regex(rf"\b(?:{'|'.join(_SAYING)})\s$")
_APPOSED = regex(r", (?=[a-zA-Z])")
_APPOSITION_WORD = regex(r"[\w’'-]+|[.,;:—–(]")
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "its", "each", "every", "no", "any", "some", "these", "those"})
_WORD_END = regex(r"[\w’'-]*$")
_PREVIOUS_POST = regex(r"((?:[\w’'-]+\s+){0,4}[\w’'-]+)\s+$")
_ROLE_COMMA = regex(r"((?:[\w’'-]+ ){0,8}[\w’'-]+),\s$")
_OF = frozenset({"of", "for", "at", "in", "to", "and", "who", "on"})
_SAYS_FROM = regex(r"(?: from|, (?:from|for|with)) [^.;:—–(]{2,45}?,? (?:says|said|told|tells|believes)\b")
_DESCRIBES = regex(r", (?:an?|the|his|her|their|its|who|whose|of|for|from|aged|in|at|\d+)\b| \(")
_OF_FIRM = regex(
    r", (?:an?|the) (?:[\w’'-]+ ){0,5}?(?:company|firm|group|bank|maker|giant|business|broker|retailer|carrier|airline|"
    r"developer|chain|party|newspaper|magazine|agency|charity|body|club|team|band|town|city|village|island|region|river)\b"
)
_POST_OF = regex(r"\b([A-Z][\w-]+(?: [A-Z][\w-]+)*) (?:of|for)(?: the)?\s$")
_SURNAME_SHAPE = regex(
    r"O['’][A-Z]|Mac?c?[A-Z][a-z]|Mc[A-Z]|al-[A-Z]|\w+d[oó]ttir$|(?!Ericsson)[A-Z]\w+[a-z]sson$|\w{3,}(?:enko|vić|ovich|escu|adze|shvili)$"
)
_HONORIFICS = (
    COURTESY | LEARNED | KNIGHTS | PEERS | CLERGY | ROYALS | JUDGES | RANKS | {"sen", "senator", "rep", "gov", "hon"}
)
_POLITE = COURTESY | LEARNED
_HONOURED = _POLITE | KNIGHTS | BURMESE_TITLES
_INTRODUCING = frozenset({BlockKind.BODY, BlockKind.STANDFIRST})


class _Draft(msgspec.Struct):
    """A person under construction."""

    words: tuple[str, ...]
    parts: NameParts
    order: int
    sex: str | None = None
    knighted: bool = False
    peer: bool = False
    suffix: str = ""  # "jr" or "sr" where the story has both
    certain: bool = False
    post: str | None = None
    introduction: Mention | None = None
    mentions: list[Mention] = msgspec.field(default_factory=list)
    titles: Counter[str] = msgspec.field(default_factory=Counter)


def find_things(text: str) -> frozenset[str]:
    """Return the names that a text uses of firms, products or places: "Obi, which makes", "Obi Ltd", "in Obi"."""
    return frozenset(
        match[1] or match[2]
        for match in _THING.finditer(text)
        if match[2] or not _CAPITAL_BEFORE.search(text, max(0, match.start() - 20), match.start())
    )


def _things_among(names: set[str], text: str) -> set[str]:
    """Return those of the names that the text uses of firms, products or places.

    Only lines with one of the names are read: what `find_things` matches lies within a line.
    """
    lines = [line for line in text.splitlines() if any(name in line for name in names)]
    return names & find_things("\n".join(lines))


def find_people(text: str, blocks: tuple[Block, ...], runs: list[NameRun], quotes: Quotes) -> Register:
    """Read the cast of a story from its runs of capitalised words.

    Precision comes before recall: a run of capitals counts as a person for a known given name, or for what surrounds it
    (a title, a post, an age, a later "Mr" with the same surname), and never where it reads as a body or a place.
    """
    cast = _Cast(frozenset(_generations(runs)))
    _draft(cast, runs, blocks, quotes)
    _draft_couples(cast, runs, blocks, quotes)
    _draft_singles(cast, runs, blocks, quotes)
    _merge(cast)
    return _register(runs, cast, quotes, text)


_Key = tuple[str, str, str]


class _Cast(msgspec.Struct):
    """The people under construction, by given name, surname and suffix; ``aliases`` are other names for some of them.

    ``generations`` are the names that the story has with Jr and with Sr.
    """

    generations: frozenset[tuple[str, str]]
    drafts: dict[_Key, _Draft] = msgspec.field(default_factory=dict)
    aliases: dict[_Key, _Draft] = msgspec.field(default_factory=dict)

    def key(self, run: NameRun) -> _Key:
        given, surname = _given_and_surname(run.names)
        return given, surname, _suffix(run) if (given, surname) in self.generations else ""

    def find(self, run: NameRun) -> _Draft | None:
        key = self.key(run)
        found = self.drafts.get(key) or self.aliases.get(key)
        if found is None and key[:2] in self.generations:
            return next((draft for other, draft in self.drafts.items() if other[:2] == key[:2]), None)
        return found


def _spelled(name: str) -> str:
    return name if name.isascii() else plain(name).replace("’", "'")


@lru_cache(maxsize=2048)
def _given_and_surname(names: tuple[str, ...]) -> tuple[str, str]:
    """Return what a person is known by: the given name and, in small letters, the surname."""
    return _spelled(names[0]), _spelled(split_name(names).surname).lower()


_SUFFIXES = {"jr": "jr", "jnr": "jr", "sr": "sr", "snr": "sr"}


def _suffix(run: NameRun) -> str:
    return _SUFFIXES.get(fold(run.suffix), "") if run.suffix else ""


def _generations(runs: list[NameRun]) -> Iterator[tuple[str, str]]:
    """Yield the names, as given name and surname, that a story has both with Jr and with Sr."""
    found: dict[tuple[str, str], set[str]] = {}
    for run in runs:
        if len(run.names) > 1 and _suffix(run):
            found.setdefault(_given_and_surname(run.names), set()).add(_suffix(run))
    return (key for key, suffixes in found.items() if len(suffixes) > 1)


def _draft(cast: _Cast, runs: list[NameRun], blocks: tuple[Block, ...], quotes: Quotes) -> None:
    titled = {run.names[-1] for run in runs if run.title and len(run.names) == 1 and fold(run.title) in _POLITE}
    speakers = {run.names[-1] for run in runs if _speaks(run)}
    drafts = cast.drafts
    for run in runs:
        if len(run.names) < 2 or _only_particles(run.names):
            continue
        given_known = (
            is_given(run.names[0])
            or run.names[0] in MONONYM_CULTURES
            or (run.names[0] in BURMESE and run.names[1] in BURMESE)
        )
        belief, certain, post = _evidence(run, given_known, titled, speakers)
        if not belief:
            continue
        key = cast.key(run)
        draft = drafts.get(key) or cast.aliases.get(key)
        if draft is None:
            draft = drafts[key] = _Draft(run.names, split_name(run.names), len(drafts), suffix=key[2])
        if run.nickname:
            cast.aliases[_spelled(run.nickname), key[1], key[2]] = draft
        if run.title:
            draft.knighted = draft.knighted or fold(run.title) in KNIGHTS
            draft.peer = draft.peer or fold(run.title) in PEERS
        draft.sex = draft.sex or _sex(run, post)
        block = blocks[run.block]
        introduces = block.kind in _INTRODUCING and not quotes.covers(run.start, run.end)
        draft.certain = draft.certain or certain
        draft.post = draft.post or post
        if introduces and draft.introduction is None:
            draft.introduction = _mention(run, _kind(run, full=True), quotes, post)


_MALE_KIN = words_of(
    "brother father son husband widower uncle nephew grandson grandfather stepfather stepson dad boyfriend"
)
_FEMALE_KIN = words_of(
    "sister mother daughter wife widow aunt niece granddaughter grandmother stepmother mum mom girlfriend"
)


def _sex(run: NameRun, post: str | None) -> str | None:
    """Return "m" or "f" for what a full name, its title or its post tells of its bearer."""
    word = fold(post.split()[-1]) if post else ""
    kin = "m" if word in _MALE_KIN else "f" if word in _FEMALE_KIN else None
    return gender(run.title) or kin or sex_of(run.names[0])


_AND_FULL = regex(r" and [A-ZÀ-Þ][\w’'-]+ ")


def _draft_couples(cast: _Cast, runs: list[NameRun], blocks: tuple[Block, ...], quotes: Quotes) -> None:
    """Read "Dan and Rose Obi" as two full names: the first bearer is introduced by the given name."""
    called = {form for draft in cast.drafts.values() for form in draft.parts.called}
    for run, following in pairwise(runs):
        if len(run.names) != 1 or run.names[0] not in GIVEN or run.title or run.lead or run.possessive or run.post:
            continue
        if following.title or following.post or following.block != run.block or not _AND_FULL.match(run.after):
            continue
        if following.start - run.end != len(" and ") or len(following.names) != 2:
            continue
        other = cast.find(following)
        if other is None or other.parts.order is not NameOrder.WESTERN or quotes.covers(run.start, run.end):
            continue
        if run.names[0] in called:
            continue  # Mr Rose may be somebody's surname
        words = (run.names[0], *other.words[1:])
        key = (_spelled(words[0]), _spelled(other.parts.surname).lower(), "")
        if key in cast.drafts or key in cast.aliases:
            continue
        draft = cast.drafts[key] = _Draft(words, split_name(words), len(cast.drafts), sex=sex_of(words[0]))
        draft.certain = other.certain
        if blocks[run.block].kind in _INTRODUCING:
            draft.introduction = _mention(run, MentionKind.FULL, quotes)


def _draft_singles(cast: _Cast, runs: list[NameRun], blocks: tuple[Block, ...], quotes: Quotes) -> None:
    """Read who has one name only, or is introduced by a title with one.

    "The forestry minister, Sutarno, agreed", "Pedrinho, 20, plays"; Lord Averill, Mr Justice Hendry, Queen Margot.
    """
    known = {form for draft in cast.drafts.values() for form in (*draft.parts.called, draft.parts.given)}
    often = Counter(run.names[0] for run in runs if len(run.names) == 1)
    for run in runs:
        word = run.names[0]
        new = word not in known or _is_wife(run, cast)
        if len(run.names) == 1 and run.title and new and _introduces_alone(run):
            key = (gender(run.title) or "", word.lower(), "")
            draft = cast.drafts.get(key)
            if draft is None:
                draft = _Draft((*run.title.split(), word), split_name(run.names), len(cast.drafts), certain=True)
                draft.sex, draft.peer = gender(run.title), fold(run.title.split()[0]) in PEERS
                cast.drafts[key] = draft
            if (
                draft.introduction is None
                and blocks[run.block].kind in _INTRODUCING
                and not quotes.covers(run.start, run.end)
            ):
                draft.introduction = _mention(run, _kind(run, full=False), quotes)
    for run in runs:
        word = run.names[0]
        if len(run.names) > 1 or run.title or run.post or run.possessive or run.after[:1] != "," or word in known:
            continue
        if blocks[run.block].kind not in _INTRODUCING or quotes.covers(run.start, run.end) or not _may_stray(run):
            continue
        post = _role_before(run)
        if post is None and not (_AGE.match(run.after) and often[word] > 1 and not _article_before(run)):
            continue
        if (post and _is_firm(post)) or word in GIVEN or _SEVERAL.match(run.after):
            continue
        known.add(word)
        draft = _Draft(run.names, split_name(run.names), len(cast.drafts), sex=_sex(run, post), certain=True, post=post)
        draft.introduction = _mention(run, MentionKind.FULL, quotes, post)
        cast.drafts[_spelled(word), _spelled(word).lower(), ""] = draft


def _is_wife(run: NameRun, cast: _Cast) -> bool:
    """Say whether "Lady Gray" is met in a story of Sir Edmund Gray, and of no other lady of that name."""
    if run.title is None or fold(run.title) != "lady":
        return False
    namesakes = [draft for draft in cast.drafts.values() if draft.parts.surname == run.names[0]]
    return any(d.sex == "m" and (d.knighted or d.peer) for d in namesakes) and not any(
        d.sex == "f" and d.peer and len(d.parts.given) > 0 for d in namesakes
    )


def _article_before(run: NameRun) -> bool:
    return _word_before(run.before).lower() in _ARTICLES


def _introduces_alone(run: NameRun) -> bool:
    """Say whether a title with one name is all that news copy gives of somebody at first: a peer, a judge, a royal."""
    titles = fold(run.title or "").split()
    if titles[-1] == "justice":
        return len(titles) > 1  # Mr Justice, Lord Justice
    if titles[-1] in ROYALS:
        return is_given(run.names[0])
    return titles[-1] in PEERS and titles[-1] not in ("duke", "duchess") and len(titles) == 1


_SEVERAL = regex(r", [^.;]{2,40},? and [A-Z]|, [A-Z]")


def _merge(cast: _Cast) -> None:
    """Take a shorter form of a full name for the same person's: Ana Obi of Ana Obi Lal."""
    longer = {
        full.words[:length]: full
        for full in cast.drafts.values()
        for length in range(2, len(full.words))
        if not full.suffix
    }
    for key, short in list(cast.drafts.items()):
        full = longer.get(short.words)
        if full is None or short.suffix or len(short.words) < 2:
            continue
        if full.parts.order is NameOrder.WESTERN and " ".join(short.words[1:]) not in full.parts.called:
            continue
        del cast.drafts[key]
        cast.aliases[key] = full
        full.certain = full.certain or short.certain
        full.post = full.post or short.post
        full.sex = full.sex or short.sex
        full.knighted = full.knighted or short.knighted
        first, other = full.introduction, short.introduction
        if other is not None and (first is None or other.start < first.start):
            full.introduction = other


# What stands before a name is asked of every run, most often in vain: a look at its end costs a tenth of a search.


def _said_before(before: str) -> bool:
    return before.rstrip().endswith(_SAYING) and _SAID_BEFORE.search(before) is not None


def _word_before(before: str) -> str:
    """Return the word that ends a text but for white space, "" where none does or no white space follows it."""
    stripped = before.rstrip()
    if not stripped or len(stripped) == len(before):
        return ""
    last = stripped.rsplit(None, 1)[-1]
    if last.isalnum():
        return last
    found = _WORD_END.search(last)
    return found.group() if found else ""


def _speaks(run: NameRun) -> bool:
    """Say whether a run is one bare word that is the subject of saying: a surname, if a full name ends in it."""
    return (
        (len(run.names) == 1 or _only_particles(run.names))
        and run.title is None
        and not run.lead
        and not run.possessive
        and (_SAYS.match(run.after) is not None or _said_before(run.before))
    )


def _only_particles(names: tuple[str, ...]) -> bool:
    """Say whether a run is one surname with its particles: "van den Berg"."""
    if names[0] == "Ben" and names[-1] not in _AFTER_BEN:
        return False
    if names[0] == "Al" and names[-1] in _AFTER_AL:
        return False
    return all(is_particle(word) for word in names[:-1])


_AFTER_BEN = words_of("Ali Gurion Ammar Bella Youssef Yusuf Salah Khalifa Arfa Yedder Laden Abdallah Jelloun")
_AFTER_AL = words_of("Capone Franken Gore Green Jolson Pacino Sharpton Unser Jarreau Roker Murray Stewart Jones Smith")


def _evidence(run: NameRun, given_known: bool, titled: set[str], speakers: set[str]) -> tuple[bool, bool, str | None]:
    """Say whether a run of two or more words is a person, whether that is certain, and in which post."""
    if len(run.names) > 5 or "&" in run.before[-3:] or run.after[:2] == " &":
        return False, False, None
    if run.title and fold(run.title.split()[0]) in _HONORIFICS and not looks_like_body_or_place(run.names, True):
        return True, True, run.post
    if looks_like_body_or_place(run.names, given_known):
        return False, False, None
    previous = _word_before(run.before)
    post = run.post
    if post is None and previous and previous[0].islower() and is_post(previous):
        post = _post_before(run.before)
    if post is None and run.lead:
        governed = _POST_OF.search(run.before)
        post = " ".join((governed.group() + run.lead).split()) if governed else None
    apposed = _apposition(run.after)
    role_before = _role_before(run)
    post = post or role_before
    strong = (
        (post is not None and (given_known or not _is_firm(post)))
        or (apposed is not None and (given_known or not _is_firm(apposed)))
        or _AGE.match(run.after) is not None
        or _WHO.match(run.after) is not None
        or run.names[-1] in titled
        or (run.names[0] in titled and len(run.names) == 2)
        or _SAYS_FROM.match(run.after) is not None
        or (
            run.names[-1] in speakers
            and not run.lead
            and not _OF_FIRM.match(run.after)
            and (_DESCRIBES.match(run.after) is not None or _SAYS.match(run.after) is not None)
        )
    )
    sure_given = run.names[0] in GIVEN or run.names[0] in MONONYM_CULTURES or _shaped_like_a_name(run.names)
    if strong:
        return True, True, post or apposed
    if sure_given:
        spoken = _SAYS.match(run.after) is not None or _said_before(run.before)
        return previous not in _ARTICLES or spoken, spoken, post
    if given_known:
        return _SAYS.match(run.after) is not None or _said_before(run.before), False, post
    return False, False, None


def _role_before(run: NameRun) -> str | None:
    """Return the post of what stands in apposition before a name: "the head of the choir, Ivo Pell.", or None."""
    if run.after[:1] not in (",", ".") or not run.before.rstrip().endswith(","):
        return None
    match = _ROLE_COMMA.search(run.before)
    if match is None:
        return None
    words: list[str] = match[1].split()
    if is_post(words[-1]):
        if run.after[:1] != "," and not words[-1].islower():
            return None
        return _whole_post(run.before[: match.end(1)], words[-1])
    # A name that ends the phrase may be a town, and what follows its state: "the mayor of Brenn, Nova Obi,".
    town = words[-1][0].isupper() and words[-1] not in ORGANISATION and not (words[-1] in PLACES and len(run.names) > 2)
    if town and not is_given(run.names[0]):
        return None
    for k, (word, then) in enumerate(pairwise(words)):
        if word.islower() and then in _OF and is_post(word):
            return " ".join(words[_post_start(words, k) : k + 1])
    return None


def _post_start(words: Sequence[str], at: int) -> int:
    """Return where the post begins whose last word is ``words[at]``: behind its article or owner, if one is near."""
    for k in range(at - 1, max(at - 5, -1), -1):
        word = words[k]
        if word.lower() in _DETERMINERS or word.endswith(("'s", "’s", "s'", "s’")):
            return k + 1
        if not word[0].isalpha() or word in _OF:
            break
    start = at
    while (
        start > 0
        and words[start - 1][0].islower()
        and (is_post(words[start - 1]) or words[start - 1] in _POST_MODIFIERS)
    ):
        start -= 1
    return start


def _whole_post(before: str, last: str) -> str:
    """Return a post with the words that belong to it: "finance minister", "harbour master", "chief executive"."""
    match = _PREVIOUS_POST.search(before.rstrip() + " ")
    words = match[1].split() if match else [last]
    return " ".join(words[_post_start(words, len(words) - 1) :])


_DETERMINERS = words_of("the a an his her its their our my your this that another")


def _is_firm(post: str) -> bool:
    return fold(post.split()[-1]) in FIRMS_TOO


_TELLING_PARTICLES = LEADING_PARTICLES - {"de", "del", "du"}


def _shaped_like_a_name(names: tuple[str, ...]) -> bool:
    """Say whether the surname's form alone shows a person: O'Brien, McObi, Gudmundsdottir, al-Obi, van der Obi."""
    last = names[-1]
    return _SURNAME_SHAPE.match(last) is not None or (len(names) > 2 and names[-2] in _TELLING_PARTICLES)


def _post_before(before: str) -> str | None:
    match = _PREVIOUS_POST.search(before)
    if match is None:
        return None
    words = match[1].split()
    return " ".join(words[_post_start(words, len(words) - 1) :])


_POST_MODIFIERS = words_of(
    """
    prime finance foreign general chief deputy vice senior former acting shadow assistant managing executive
    opposition home harbour harbor transport health police fire school council club party team union company bank
    trade defence defense education energy environment water labour labor justice interior culture sports farm project
    head first county city town village state federal regional local district national station prison hospital youth
    women's railway army navy air staff security treasury tax fisheries forestry tourism
    """
)


def _apposition(after: str) -> str | None:
    """Return the post that follows a name between commas: ", the mayor of Brenn," or ", a farmer from Obi,"."""
    start = _APPOSED.match(after)
    if start is None:
        return None
    words: list[str] = []
    for match in _APPOSITION_WORD.finditer(after, start.end()):
        word = match.group()
        if not word[0].isalnum() or len(words) > 6:
            break
        words.append(word)
    if not words or words[0].lower() in {
        "and",
        "or",
        "but",
        "said",
        "says",
        "in",
        "on",
        "at",
        "when",
        "while",
        "with",
        "as",
        "who",
        "whose",
        "which",
    }:
        return None
    for k, word in enumerate(words):
        if is_post(word) and (words[0].lower() in _APPOSITION_STARTS or k < 3):
            return " ".join(words[1 : k + 1] if words[0].lower() in _APPOSITION_STARTS and k else words[: k + 1])
        if word.lower() in {"of", "who", "said", "has", "was", "is"} or (word == "and" and k < 2):
            break
    return None


_APPOSITION_STARTS = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "former", "one"})


def _kind(run: NameRun, full: bool, given: bool = False) -> MentionKind:
    if run.title:
        return MentionKind.TITLED_FULL if full else MentionKind.TITLED_GIVEN if given else MentionKind.TITLED_SURNAME
    return MentionKind.FULL if full else MentionKind.GIVEN if given else MentionKind.SURNAME


def _mention(run: NameRun, kind: MentionKind, quotes: Quotes, post: str | None = None) -> Mention:
    return Mention(
        start=run.start,
        end=run.end,
        name_start=run.name_start,
        kind=kind,
        title=run.title,
        block=run.block,
        quoted=quotes.covers(run.start, run.end),
        possessive=run.possessive,
        post=post if post is not None else run.post,
    )


_NAMESAKES = 8  # of more people with one surname no reader can tell them apart either


class _Index:
    """Who may be meant by a form of a name, namesakes in the order in which they were met; titles and suffixes decide.

    ``latest``: of namesakes whom nothing tells apart the last wins, not the first.
    """

    def __init__(self, latest: bool) -> None:
        self.latest = latest
        self.by_form: dict[str, list[_Draft]] = {}
        self.by_gender: dict[tuple[str, str], _Draft] = {}
        self.by_given: dict[str, _Draft] = {}

    def add(self, draft: _Draft) -> None:
        for form in draft.parts.called:
            for spelling in dict.fromkeys((form, plain(form))):
                drafts = self.by_form.setdefault(spelling, [])
                if form != draft.parts.surname and any(form in other.parts.surname for other in drafts):
                    continue
                if any(other is draft for other in drafts):
                    drafts[:] = [other for other in drafts if other is not draft]
                drafts.append(draft)
                if len(drafts) > _NAMESAKES:
                    del drafts[0 if self.latest else -1]
        if draft.parts.given:
            self.by_given.setdefault(draft.parts.given, draft)
            self.by_given[draft.parts.given] = draft

    def lacks(self, word: str) -> bool:
        """Say whether nobody may be meant by a word, however it is spelled: most names are of places and bodies."""
        return (
            word not in self.by_form
            and word not in self.by_given
            and word[2:3] != "-"
            and (word.isascii() or plain(word) not in self.by_form)
        )

    def note_gender(self, draft: _Draft, title: str | None) -> None:
        known = gender(title)
        if known and fold(title or "") in COURTESY:
            for form in draft.parts.called:
                self.by_gender[form, known] = draft

    def find(self, form: str, title: str | None, suffix: str = "") -> _Draft | None:
        drafts = self.by_form.get(form) or self.by_form.get(plain(form))
        if not drafts:
            return None
        known = gender(title)
        if suffix and any(draft.suffix == suffix for draft in drafts):
            return next(draft for draft in drafts if draft.suffix == suffix)
        if known and known == "f" and fold(title or "") in PEERS:
            # The wife of Sir Colin Farrow is Lady Farrow, whether the story has her full name or not.
            wed = any(draft.sex == "m" and (draft.knighted or draft.peer) for draft in drafts)
            drafts = [draft for draft in drafts if draft.sex != "m" and (draft.peer or not wed)]
        if not drafts:
            return None
        if known and len(drafts) > 1:
            if (form, known) in self.by_gender:
                return self.by_gender[form, known]
            courtesy = fold(title or "") in COURTESY
            drafts = (
                [d for d in drafts if d.sex == known and not (courtesy and d.knighted)]
                or [d for d in drafts if d.sex is None]
                or [d for d in drafts if d.sex == known]
                or drafts
            )
        return drafts[-1 if self.latest else 0]


def _register(runs: list[NameRun], cast: _Cast, quotes: Quotes, text: str) -> Register:
    everyone, seen = _Index(latest=False), _Index(latest=True)
    for draft in cast.drafts.values():
        everyone.add(draft)
    titled = {run.names[-1] for run in runs if run.title and len(run.names) == 1 and fold(run.title) in COURTESY}
    things = _things_among(titled, text) if titled else titled
    couples = {draft.introduction.start: draft for draft in cast.drafts.values() if draft.introduction}
    unresolved: list[Mention] = []
    strays: list[Mention] = []
    elsewhere: set[str] = set()
    for run in runs:
        whose, kind = _resolve(run, cast, seen, everyone)
        if run.start in couples and len(run.names) == 1:
            whose = couples[run.start]
            kind = whose.introduction.kind if whose.introduction else kind
        if whose is not None and kind is MentionKind.SURNAME and run.names[-1] in things and not run.post:
            elsewhere.update(run.names)  # Mr Obi owns Obi, or lives there
            continue
        if whose is not None:
            whose.sex = whose.sex or gender(run.title)
            if kind in (MentionKind.FULL, MentionKind.TITLED_FULL):
                seen.add(whose)
            mention = _mention(run, kind, quotes)
            if whose.introduction is not None and mention.start == whose.introduction.start:
                mention = whose.introduction
            whose.mentions.append(mention)
            if run.title and not mention.quoted:
                seen.note_gender(whose, run.title)
                whose.titles[fold(run.title)] += 1
        elif run.title and not (len(run.names) > 1 and looks_like_body_or_place(run.names, False)):
            unresolved.append(_mention(run, kind, quotes))
        elif len(run.names) == 1 or _only_particles(run.names):
            if _may_stray(run):
                strays.append(_mention(run, MentionKind.SURNAME, quotes))
        elif not _leads_sentence(run) or everyone.find(run.names[-1], None) is None:
            elsewhere.update(run.names)
    people = tuple(_person(draft) for draft in cast.drafts.values() if draft.mentions)
    return Register(people, tuple(unresolved), tuple(strays), frozenset(elsewhere))


def _resolve(run: NameRun, cast: _Cast, seen: _Index, everyone: _Index) -> tuple[_Draft | None, MentionKind]:
    names = run.names
    if len(names) > 1:
        joined = " ".join(names)
        lowered = joined[0].lower() + joined[1:]
        short = seen.find(joined, run.title) or everyone.find(joined, run.title) or everyone.find(lowered, run.title)
        if short is not None and short.words != names:
            return short, _kind(run, full=False)
        if _only_particles(names):
            return None, _kind(run, full=False)
        return cast.find(run), _kind(run, full=True)
    word = names[0]
    if everyone.lacks(word):
        return None, _kind(run, full=False)
    if run.lead and not run.title:
        return None, _kind(run, full=False)
    if run.title is None and run.post is None:
        before = _word_before(run.before)
        # "that" before a bare surname opens a clause: "shows that Obi had known".
        if before != "that" and before.lower() in _ARTICLES:
            return None, _kind(run, full=False)
    if run.title and fold(run.title.split()[-1]) in GIVEN_AFTER:
        draft = seen.by_given.get(word) or everyone.by_given.get(word)
        if draft is not None:
            return draft, _kind(run, full=False, given=True)
    suffix, lowered = _suffix(run), word[0].lower() + word[1:]
    draft = seen.find(word, run.title, suffix) or everyone.find(word, run.title, suffix)
    if draft is None and word[2:3] == "-":  # "Al-Rubaie said"
        draft = seen.find(lowered, run.title) or everyone.find(lowered, run.title)
    if draft is not None and draft.introduction is not None and draft.introduction.start == run.start:
        return draft, draft.introduction.kind
    if draft is not None:
        return draft, _kind(run, full=False)
    draft = seen.by_given.get(word) or everyone.by_given.get(word)
    return draft, _kind(run, full=False, given=draft is not None)


def _leads_sentence(run: NameRun) -> bool:
    """Say whether the capital of the first of two words may be the sentence's: "Unseeded Obi wins"."""
    return len(run.names) == 2 and (not run.before.strip() or run.before.rstrip()[-1] in '.?!:“"‘')


def _may_stray(run: NameRun) -> bool:
    word = run.names[-1]
    return not (run.lead or word in PLACES or word in ORGANISATION or word in NOT_NAMES or is_demonym(word))


def _person(draft: _Draft) -> Person:
    parts = draft.parts
    courtesy = [(count, -k, title) for k, (title, count) in enumerate(draft.titles.items()) if title in _HONOURED]
    best = max(courtesy)[2] if courtesy else None
    return Person(
        full=" ".join(draft.words),
        given=parts.given,
        surname=parts.surname,
        particles=parts.particles,
        order=parts.order,
        honorific=best[:1].upper() + best[1:] if best else None,
        post=draft.post,
        introduction=draft.introduction,
        mentions=tuple(draft.mentions),
        called=parts.called,
        certain=draft.certain,
    )

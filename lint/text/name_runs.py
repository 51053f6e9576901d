"""Runs of capitalised words that may name somebody, with what stands before and after them."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from .blocks import Block, BlockKind
from .given_names import GIVEN
from .name_parts import is_given
from .name_words import (
    BURMESE,
    CHINESE,
    KOREAN,
    LEADING_PARTICLES,
    NOT_NAMES,
    ORGANISATION,
    PARTICLES,
    PLACES,
    SUFFIXES,
    SURNAME_TOO,
    VIETNAMESE,
    is_demonym,
)
from .regex import regex
from .titles import TITLES, fold, is_post
from .wordlist import words


class NameRun(NamedTuple):
    """One run: ``names`` are the words of the name, at ``name_start:end``; ``start`` is where its titles begin.

    ``before`` and ``after`` are the text around it within its block, cut short. ``post`` is the descriptor that stands
    directly before the name ("Finance Minister"); ``lead`` are capitalised words before it that are neither title nor
    post ("State" in "Secretary of State John Obi").
    """

    start: int
    end: int
    name_start: int
    names: tuple[str, ...]
    title: str | None
    post: str | None
    suffix: str | None
    lead: str
    block: int
    possessive: bool
    before: str
    after: str
    nickname: str | None = None  # "Bill" of "William 'Bill' Obi", which is no part of ``names``


_UPPER = "A-ZÀ-ÖØ-Þ" + "".join(chr(c) for c in range(0x100, 0x250) if chr(c).isupper()) + "Ḁ-Ỿ"
_POINTED = words(
    """
    Messrs Mr Mrs Ms Mx Dr Prof Rev Revd Sen Rep Gov Gen Lt Col Capt Sgt Maj Cpl Pte Pvt Hon St Jr Sr Jnr Snr Fr Adm
    Cmdr Supt Insp Det Const Brig Cllr Mgr Mme
    """
)
_ARTICLES = frozenset({"al", "el", "an", "ad", "ash", "as", "ul", "bin", "ben"})
# The pattern begins with the capital and looks behind after it, so that the search leaps from capital to capital.
_CAPITALISED = regex(rf"[{_UPPER}](?<!\w.)\w*+(?:['’‑-]\w++)*+")
_INITIALS = regex(rf"[{_UPPER}]\.(?: ?[{_UPPER}]\.)*+(?!\w)")
_LAST_WORD = regex(r"\w*\Z")
_JOINTS = frozenset("-'’‑/.")
_LONGEST_PARTICLE = max(map(len, PARTICLES))
_CONTRACTION = regex(
    r"(?:I|We|You|They|He|She|It|That|There|Here|What|Who|How|Where|When|Let|\w+n)['’](?:[mdst]|ve|ll|re)$"
)
_FLEXIBLE = words(
    """
    Will May Mark Christian Young Old Long Best Good Winter Little Read Down Friday Prior Second Long Early Large Wise
    Swift Moody Small Case Near Look Like Will Spring Dear Batty Asian Winter Day Easter Self Own Few Moon August March
    Jan
    """
)
"""Words that end a run of names, except as the last word of a name ("Toby Young") or as its first ("Will Obi")."""
_BREAKS = frozenset(word for word in NOT_NAMES - _FLEXIBLE if len(word) > 1)
"""Words that end a run whatever stands before them; "A" and "I" may be initials."""
_ACRONYM_NAMES = words(
    "JK AJ CJ DJ TJ PJ BJ JJ RJ KJ MJ LJ OJ JP JR JT JD CK CW AA AC AN AB TS PD WH DH HG EM VS RK KD CV MS"
)
_SKIPPED = frozenset({BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CREDIT})
_MAX_WORDS = 12  # longer runs are lists and headlines in capitals, never a name


class _Item(NamedTuple):
    start: int
    end: int
    text: str
    role: str  # name | title | post | initial | particle | suffix | other


def holds_runs(block: Block) -> bool:
    """Say whether the names of a block are read: not those of a byline, dateline or credit."""
    return block.kind not in _SKIPPED


def find_runs(text: str, block: Block, index: int) -> tuple[NameRun, ...]:
    """Return every run of a block, the story's block number ``index``, in order; none of a byline, dateline or credit.

    What stands outside the block counts only where no white space parts it from it.
    """
    return tuple(_runs_of(text, block, index)) if holds_runs(block) else ()


def _words_of(text: str, begin: int, limit: int) -> list[tuple[int, int, str, str]]:
    """Return every word of ``text[begin:limit]`` that may be part of a name, as start, end, kind and text, in order.

    Most words that begin sentences are left out; they end a run by standing between its last word and the next. The
    kinds are "pointed" ("Mr."), "initials" ("J. K."), "particle" (before a word of another kind only) and "word", which
    may begin with a small article ("al-Obi", "d'Obi").
    """
    found: list[tuple[int, int, str, str]] = []
    done = begin
    for match in _CAPITALISED.finditer(text, begin, limit):
        start, end = match.span()
        if start < done:
            continue  # among initials
        kind, word = "word", match.group()
        if word in _BREAKS and text[start - 1] not in _JOINTS:
            continue
        if start > 1 and text[start - 1] in _JOINTS and _is_of_word(text[start - 2]):
            start = _article_start(text, begin, start)
            if start < 0:
                continue
        elif text[end : end + 1] == "." and end < limit:
            if word in _POINTED:
                kind, end = "pointed", end + 1
            elif end - start == 1 and (initials := _INITIALS.match(text, start, limit)):
                kind, end = "initials", initials.end()
        if start - done > 1 and text[start - 1] in _GLUE:
            found += _particles_before(text, done, start)
        found.append((start, end, kind, text[start:end]))
        done = end
    return found


_GLUE = " \n\xa0"


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _may_begin(text: str, start: int) -> bool:
    """Say whether a word may begin here: not within one, nor right after one and a joint."""
    if start == 0:
        return True
    before = text[start - 1]
    return not _is_of_word(before) and not (before in _JOINTS and start > 1 and _is_of_word(text[start - 2]))


def _article_start(text: str, begin: int, start: int) -> int:
    """Return where the article begins that a hyphen or an apostrophe joins to a capital ("al-", "d'"), -1 without."""
    joint = text[start - 1]
    last = _LAST_WORD.search(text, max(begin, start - 5), start - 1)
    article = last.group() if last else ""
    if not (article in _ARTICLES if joint == "-" else article in ("d", "l") and joint in "'’"):
        return -1
    at = start - 1 - len(article)
    return at if _may_begin(text, at) else -1


def _particles_before(text: str, floor: int, start: int) -> list[tuple[int, int, str, str]]:
    """Return the particles that lead to the word at ``start``: the "van der" of "van der Berg"."""
    found: list[tuple[int, int, str, str]] = []
    while start > floor and text[start - 1] in _GLUE:
        word = text[max(floor, start - _LONGEST_PARTICLE - 2) : start - 1].rpartition(" ")[2]
        if not word.isalpha():
            last = _LAST_WORD.search(word)
            word = last.group() if last else ""
        at = start - 1 - len(word)
        if word not in PARTICLES or not _may_begin(text, at):
            break
        found.append((at, start - 1, "particle", word))
        start = at
    return found[::-1]


def _runs_of(text: str, block: Block, index: int) -> list[NameRun]:
    runs: list[NameRun] = []
    items: list[_Item] = []
    last_end = skipped = -1
    nickname: str | None = None

    def end_run(possessive: bool = False) -> None:
        nonlocal items, nickname
        run = _read_run(text, block, index, items, possessive, nickname)
        if run is not None:
            runs.append(run)
        items, nickname = [], None

    for start, end, kind, word in _words_of(text, block.start, block.end):
        if start < skipped:
            continue
        if items and not _joined(text, last_end, start) and not _is_suffix(text, last_end, start, word):
            called = _nickname(text, last_end, start, items[-1]) if start - last_end == 2 else None
            if called is not None:
                nickname, last_end, skipped = called[1] or called[2], called.end(), called.end()
                continue
            end_run()
        last_end = end
        possessive = False
        if word[-1] == "s" and kind == "word":
            if word[-2:-1] in ("'", "’"):
                word, end, possessive = word[:-2], end - 2, True
            elif text[end : end + 1] in ("'", "’") and text[end + 1 : end + 2] == " ":
                possessive = True
        own = _own_role(word, kind)
        role = own if own == "name" else _role(own, word, kind, items)
        if role == "name" and word == "Jan" and not items and not _A_NAME_NEXT.match(text, end):
            role = "break"
        if role == "break" or len(items) > _MAX_WORDS:
            if items:
                end_run()
            continue
        if role == "title" and items and items[-1].role in ("name", "initial") and fold(word) in _COURTESY:
            end_run()
        items.append(_Item(start, end, word, role))
        if possessive:
            end_run(possessive)
    if items:
        end_run()
    return runs


_A_NAME_NEXT = regex(rf" [{_UPPER}]\w")
_AND_NAME = regex(rf" and [{_UPPER}][\w’'-]+ [{_UPPER}]")
_NICKNAME = regex(rf" (?:[\"“‘']([{_UPPER}][\w’' -]{{1,24}}?)[\"”’']|\(([{_UPPER}]\w+)\))(?= [{_UPPER}])")


def _nickname(text: str, end: int, start: int, previous: _Item) -> re.Match[str] | None:
    """Return what stands between a given name and a surname: the "Bill" of "William 'Bill' Obi", or None."""
    if (
        previous.role not in ("name", "initial")
        or start - end != 2
        or not (previous.role == "initial" or is_given(previous.text))
    ):
        return None
    match = _NICKNAME.match(text, end)
    return match if match and (match[1] or is_given(match[2])) else None


def _is_suffix(text: str, end: int, start: int, word: str) -> bool:
    return text[end:start] == ", " and fold(word) in ("jr", "sr")


def _joined(text: str, end: int, start: int) -> bool:
    if start - end == 1:
        return text[end] in " \n\xa0"  # a tab parts two cells of a table
    if start == end:
        return text[end - 1] == "."  # J.K.Obi
    return start - end < 9 and text[end:start].isspace() and "\t" not in text[end:start]


def _role(own: str, word: str, kind: str, items: list[_Item]) -> str:
    """Return what a word is in the run that it joins, which may not be what it is by itself."""
    if not items:
        if own == "particle":
            return own if word in LEADING_PARTICLES else "break"
        if own == "initial" and kind == "initials" and word in _COUNTRIES:
            return "break"
        if own == "suffix" and kind == "word":
            return _own_role(word, "capitals")
        return own if own != "flexible" else "name" if is_given(word) else "break"
    previous = items[-1]
    named = previous.role in ("name", "initial", "particle")
    if own == "flexible":
        return "name" if named or is_given(word) else "break"
    if kind == "initials":
        return "break" if word in _COUNTRIES and not is_given(previous.text) else "initial"
    if own == "initial":
        return "other"
    if own == "suffix" and not named and kind == "word":
        return _own_role(word, "capitals")
    if own in ("title", "post") and kind == "word" and named and previous.text in GIVEN and not word.isupper():
        return "name"  # Don King, Peter Baker
    return own


_COURTESY = frozenset({"mr", "mrs", "ms", "miss"})
_COUNTRIES = frozenset({"U.S.", "U.N.", "U.K.", "E.U.", "A."})


@lru_cache(maxsize=16384)
def _own_role(word: str, kind: str) -> str:
    """Return what a word is by itself; "flexible" and "suffix" depend on the word before it."""
    if kind == "initials":
        return "initial"
    if kind == "particle":
        return "particle"
    low = fold(word)
    if kind == "pointed":
        return "name" if low == "st" else "suffix" if low in ("jr", "sr", "jnr", "snr") else "title"
    if _CONTRACTION.match(word):
        return "break"
    if word in NOT_NAMES:
        return "flexible" if word in _FLEXIBLE else "break"
    if kind == "word" and word in SUFFIXES:
        return "suffix"
    if len(word) > 1 and word.isupper() and "'" not in word and "’" not in word:
        return "post" if is_post(word) else "initial" if word in _ACRONYM_NAMES else "other"
    return "title" if low in TITLES else "post" if is_post(word) else "name"


def _read_run(
    text: str, block: Block, index: int, items: list[_Item], possessive: bool, nickname: str | None
) -> NameRun | None:
    """Read the words of a run as a name with what stands before it; None where they name nobody."""
    if len(items) == 1 and (
        items[0].role == "name" or (items[0].text in GIVEN and _AND_NAME.match(text, items[0].end))  # Dean and Rosa Obi
    ):
        start, end, word, _ = items[0]
        before, after = text[max(block.start, start - 48) : start], text[end : min(block.end, end + 64)]
        return NameRun(start, end, start, (word,), None, None, None, "", index, possessive, before, after)
    if len(items) == 1:
        return None
    roles = {item.role for item in items}
    if roles == {"name"}:
        names = tuple([item.text for item in items])
        if not _first_of_name(items) and _BURMESE_TITLES.isdisjoint(names):
            start, end = items[0].start, items[-1].end
            before, after = text[max(block.start, start - 48) : start], text[end : min(block.end, end + 64)]
            return NameRun(start, end, start, names, None, None, None, "", index, possessive, before, after, nickname)
    while items and items[-1].role == "particle":
        items = items[:-1]
    items = _burmese(items)
    head = _head(items)
    name = items[head:]
    suffix = None
    while name and name[-1].role == "suffix":
        suffix = name[-1].text
        name = name[:-1]
    while name and name[0].role == "suffix":
        name, head = name[1:], head + 1
    if not name or not any(item.role == "name" for item in name) or any(item.role == "other" for item in name):
        return None
    first = _first_of_name(name)
    led = first > 0
    name = name[first:]
    at = head
    while at > 0 and items[at - 1].role in ("title", "post", "suffix"):
        at -= 1
    titles = items[at:head] if not led else []
    title, post, begin = _titles(text, titles, items[0].start)
    led = led or (not titles and at > 0)
    end = name[-1].end
    # What leads a name ("Secretary of" + "State John Obi") counts as part of the run when its surroundings are read.
    edge = items[0].start
    return NameRun(
        start=begin if begin is not None else name[0].start,
        end=end,
        name_start=name[0].start,
        names=tuple(item.text for item in name),
        title=title,
        post=post,
        suffix=suffix,
        lead=" ".join(text[items[0].start : name[0].start].split()) if led else "",
        block=index,
        possessive=possessive,
        before=text[max(block.start, edge - 48) : edge],
        after=text[items[-1].end : min(block.end, items[-1].end + 64)],
        nickname=nickname,
    )


_BURMESE_TITLES = frozenset({"U", "Daw"})


def _burmese(items: list[_Item]) -> list[_Item]:
    """Read "U" and "Daw" before a Burmese name as what they are: Mr and Ms."""
    return [
        item._replace(role="title")
        if item.text in _BURMESE_TITLES and k + 1 < len(items) and items[k + 1].text in BURMESE
        else item
        for k, item in enumerate(items)
    ]


def _head(items: list[_Item]) -> int:
    """Return where the name begins: after the last title or post that has a name word after it."""
    named = False
    for k in range(len(items) - 1, -1, -1):
        role = items[k].role
        # "Labour MP Rosa Obi": letters that follow a name elsewhere.
        if named and (role in ("title", "post") or (role == "suffix" and is_post(items[k].text))):
            return k + 1
        named = named or role == "name"
    return 0


def _first_of_name(name: list[_Item]) -> int:
    """Skip what leads a name and is no part of it: "Australian Emma Obi", "Brenn Motors' Emma Obi"."""
    first = name[0].text
    if (
        is_given(first)
        or len(name) < 3
        or first in CHINESE
        or first in KOREAN
        or first in VIETNAMESE
        or first in BURMESE
    ):
        return 0
    for k in range(1, len(name) - 1):
        if name[k].text in GIVEN and name[k].role == "name" and name[k - 1].role == "name":
            return k
    return 0


def _titles(text: str, titles: list[_Item], first: int) -> tuple[str | None, str | None, int | None]:
    """Split what stands before a name into a title ("Mr Justice", "Dr") and a post ("Prime Minister")."""
    honorific = len(titles)
    while honorific > 0 and titles[honorific - 1].role == "title":
        honorific -= 1
    title = text[titles[honorific].start : titles[-1].end] if honorific < len(titles) else None
    post = " ".join(text[first : titles[honorific - 1].end].split()) if honorific else None
    start = titles[honorific].start if honorific < len(titles) else None
    return title, post, start


_PEOPLES_TOO = words(
    "Dane Dutch English Finn Fleming French German Irish Kiwi Norman Pole Roman Scot Scots Swede Turk Welsh"
)
"""Peoples that are surnames too: "Ian Pole"."""
_FUSED = regex(r"[A-Z][a-z]+-[a-z]+")


def looks_like_body_or_place(names: tuple[str, ...], given_known: bool) -> bool:
    """Say whether a run of two or more words reads as an organisation, a place, an event: "Brenn Street"."""
    for before, word in pairwise(names):
        if given_known and (word == "St." or before in PARTICLES):
            continue  # Maya St. James, Madeleine de la Tour
        if word in ORGANISATION and not (given_known and word in SURNAME_TOO and word == names[-1] and len(names) < 4):
            return True
    if len(names) == 2 and names[0] in KOREAN and _FUSED.fullmatch(names[1]):
        return False  # Park Jae-won
    if names[0] in ORGANISATION and not given_known:
        return True
    last = names[-1]
    if last in _PEOPLES_TOO and len(names) == 2 and names[0] in GIVEN:
        return False
    return (last in PLACES and not given_known) or is_demonym(last) or (names[0] in PLACES and not given_known)

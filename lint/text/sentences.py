"""Sentences: where they end in news copy, and where a full stop is only an abbreviation's."""

from __future__ import annotations

import re

from .regex import regex
from .span import Span

# A stop with what closes after it, then white space, then what opens before the next character. No run is entered in
# its middle and none is given back: a million full stops take linear time. The pattern begins with the stop and looks
# behind after it, so that the search leaps from stop to stop: a fifth of the time.
_CANDIDATE = regex(
    r"(?P<stop>[.!?…](?:(?<=\.)(?<!\. .)(?: \.)++|(?<![.!?…].)[.!?…]*+))(?P<close>[\"'”’»)\]*]*+)"
    r"(?P<gap>\s++)(?P<open>[\"“‘'(\[«*]*)(?P<next>\S)"
)
_WORD_BEFORE = regex(r"[^\s\"“”‘(\[—–/]*$")
_NEXT_WORD = regex(r"[^\W\d_]+(?P<point>\.)?")

_STARTERS = frozenset(
    """
    A After Also Although An And Another Any As At Authorities Because Before Both But By Despite During Each
    Earlier Even Every Following For From He Her Here His How However I If In Instead It Its Last Later Many
    Meanwhile More Most Mr Mrs Ms Dr My Neither Next No None Nor Not Nothing Now Officials On Once One Only Or
    Other Others Our Police She Since So Some Still Such That The Their Then There These They This Those
    Though Three Through To Today Two Under Unlike Until We What When Where Whether While Who Why With Without
    Yet You Your
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
"""Words that open a sentence after an abbreviation and are hardly ever part of a name that goes on after it."""

_NEVER = frozenset(
    """
    mr mrs ms dr prof sen sens rep reps gov govs gen col lt sgt capt maj cpl adm cmdr rev hon pres msgr fr
    messrs mme mlle supt insp det asst assoc dep atty amb pvt pfc spc sgts cllr ald e.g i.e eg ie vs cf approx
    viz al br sec rt
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
"""Abbreviations that need what follows them."""

_WITH_FIGURE = frozenset(
    """
    no nos p pp vol vols fig figs art ch c ca para paras rs sec ver ed tel ext
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
"""Abbreviations that belong to the figure after them, and are words or letters otherwise."""

_ABBREVIATIONS = frozenset(
    """
    st mt ft jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ala
    ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa
    penn tenn tex vt va wash wis wyo ont que man sask alta inc corp co ltd plc pty llc bros cos jr sr etc dept
    est govt intl natl univ ave blvd rd hwy pk sq assn mfg gmbh esq phd ph.d
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
"""Abbreviations after which a sentence ends only where the next word says so."""

_LONGEST = max(map(len, (*_NEVER, *_WITH_FIGURE, *_ABBREVIATIONS)))

_SHORT_WORDS = frozenset(
    """
    co man mass miss no sat sun wash mar fig art rep gen sec fr c p
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
"""Of all these, the ones that are words of their own in small letters ("he sat. Then")."""

_LETTERED = frozenset(
    """
    plan vitamin group grade type hepatitis class category division section part appendix exhibit block unit
    ward gate team level schedule option point serie phase annex and or
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
"""Words that a single letter follows ("vitamin C. It")."""

_TIME_ZONE = regex(
    r"(?:[A-Z]{2,4}T\b|GMT|UTC|Eastern|Central|Pacific|Mountain|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|"
    r"(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)"
)
_ATTRIBUTION = regex(
    r"(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|Prof|Sen|Rep|Gov)\.? )?(?:[A-Z][\w’'.-]* ){1,4}"
    r"(?:said|says|asked|asks|told|added|adds|replied|wrote|writes|cried|shouted|yelled|joked|quipped|tweeted|posted|recalled|"
    r"wondered|demanded|insisted|exclaimed|whispered|responded|answered|declared|continued|explained|laughed|thundered)\b"
)


def split_sentences(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Return the sentences of ``text[start:end]`` (one block), in order, without surrounding white space."""
    spans: list[Span] = []
    begin = start
    while begin < end and text[begin].isspace():
        begin += 1
    for match in _CANDIDATE.finditer(text, begin, end):
        if _is_boundary(text, begin, match):
            spans.append(Span(begin, match.start("gap")))
            begin = match.end("gap")
    while end > begin and text[end - 1].isspace():
        end -= 1
    if begin < end:
        spans.append(Span(begin, end))
    return tuple(spans)


def _is_boundary(text: str, begin: int, match: re.Match[str]) -> bool:
    stop, close, _, opened, first = match.groups()
    if first.islower():
        return _ends_before_small_letter(text, begin, match)
    start = match.start()
    spaced = start > begin and text[start - 1].isspace()
    if stop != ".":
        if not (first.isupper() or first.isdigit() or opened or first in "£$€"):
            return False
        if close and "." not in stop and not opened and first.isupper():
            return not _attributed(text, match.start("next"))
        return not (spaced and stop == "." and not first.isupper())
    if spaced:
        return first.isupper() and not close
    if close:
        return first.isalnum() or bool(opened) or first in "£$€"
    if not (first.isalnum() or opened or first in "£$€#@"):
        return False
    word = _word_before(text, max(begin, start - 24), start)
    return not word or _ends_after(text, begin, word, match)


def _word_before(text: str, start: int, end: int) -> str:
    """Return what stands at the end of ``text[start:end]`` after the last space, opening mark or dash."""
    before = text[start:end]
    last = before if before[-1:].isspace() else before.rsplit(None, 1)[-1] if before else ""
    if last.isalnum():
        return last
    found = _WORD_BEFORE.search(last)
    return found.group() if found else ""


def _ends_after(text: str, begin: int, word: str, match: re.Match[str]) -> bool:
    """Say whether the sentence ends at the full stop after this word, which no closing mark follows."""
    first = match["next"]
    lower = word.lower()
    if len(lower) > _LONGEST and "." not in word and not word.isdigit():
        return True
    following = _NEXT_WORD.match(text, match.start("next"))
    starts = following is not None and following["point"] is None and following.group() in _STARTERS
    starts = starts or (following is not None and following.group() in ("Mr.", "Mrs.", "Ms.", "Dr."))
    bracket = "(" in match["open"] or "[" in match["open"]
    if word.isdigit():
        return match.start() - len(word) > begin  # "1. Open the door": a list's number
    if lower in _NEVER and not (lower in _SHORT_WORDS and word[0].islower()):
        return False
    if lower in _WITH_FIGURE and first.isdigit():
        return False
    if len(word) == 1 and word.isalpha():
        return _ends_after_letter(text, begin, word, match, starts)
    if "." in word and all(len(part) <= 2 for part in word.split(".")):
        if bracket:
            return False
        if lower in ("a.m", "p.m"):
            return not first.isdigit() and not _TIME_ZONE.match(text, match.start("next"))
        return starts or bool(match["open"])
    if lower in _ABBREVIATIONS and (word[0].isupper() or lower not in _SHORT_WORDS):
        if lower == "etc":
            return True
        if bracket or first.isdigit():
            return False
        return starts or (bool(match["open"]) and lower not in ("st", "mt", "ft"))
    return True


def _ends_after_letter(text: str, begin: int, word: str, match: re.Match[str], starts: bool) -> bool:
    if word.islower():
        return True
    if starts:
        return True
    before = _word_before(text, max(begin, match.start() - 26), max(begin, match.start() - 2))
    return before.lower() in _LETTERED and not _is_initial_next(text, match)


def _is_initial_next(text: str, match: re.Match[str]) -> bool:
    following = _NEXT_WORD.match(text, match.start("next"))
    return following is not None and following["point"] is not None


def _ends_before_small_letter(text: str, begin: int, match: re.Match[str]) -> bool:
    """Say whether a sentence ends although the next starts small ("they cheered. then they", "ended. iPhone sales")."""
    if match["stop"] != "." or match["close"] or match["open"]:
        return False
    word = _word_before(text, max(begin, match.start() - 24), match.start())
    lower = word.lower()
    if len(word) < 3 or "." in word or not word[-1].isalpha() or not word[-1].islower():
        return False
    return lower not in _NEVER and lower not in _WITH_FIGURE and lower not in _ABBREVIATIONS


def _attributed(text: str, at: int) -> bool:
    """Say whether what follows a quotation only says who spoke ('"Why?" Dan Obi asked')."""
    word = _NEXT_WORD.match(text, at)
    if word is None or (word.group() in _STARTERS and word.group() not in ("Mr", "Mrs", "Ms", "Dr")):
        return False
    return _ATTRIBUTION.match(text, at, at + 120) is not None

"""What each paragraph of a story is: headline, byline, caption, crosshead, list item, credit ... or body.

Read in three passes: the matter before the first body paragraph, the matter after the last, and what stands between.
Every test looks at a bounded part of a paragraph, so that the whole is linear in the number of paragraphs.
"""

from __future__ import annotations

import re

from .agencies import AGENCIES
from .block import BlockKind
from .dateline import dateline_end
from .paragraphs import Paragraph
from .regex import regex

_HEAD, _TAIL = 300, 90
_CLOSERS = "\"'”’»)\\]*_"

_TERMINAL = regex(rf"[.!?…][{_CLOSERS}]*$")
_RULE = regex(r"(?:[*•·_=~#—–-]\s*){2,}$|[*•·§#_—–]$")
_AGENCY = "|".join(re.escape(name) for name in sorted(AGENCIES, key=len, reverse=True))
_AGENCY_NAMES = frozenset(name.lower() for name in AGENCIES)
_AGENCY_SEPARATOR = regex(r"\s*(?:[,/;&+|]|\band\b|\bwith\b)\s*")

# Bylines

_NAME_WORD = r"(?:[A-ZÀ-Þ][\w’'.-]*|de|da|di|du|del|der|den|van|von|al|el|la|le|bin|ten|ter|y)"
_NAMES = rf"{_NAME_WORD}(?: {_NAME_WORD}){{1,4}}"
_POST = "correspondent|editor|reporter|writer|columnist|journalist|producer|chief|critic|analyst|photographer|presenter"
_ROLE = rf"(?:(?i:{_POST}|staff)|bureau|newsroom|desk|cadet|contributor)"
_BYLINE = regex(
    r"(?:By|BY|(?:Interview|Words|Report|Reporting|Reported|Analysis|Exclusive|Review|Reviewed|Story|Text|Written|Comment|Opinion)"
    r"(?: and [a-z]+)?(?: by|:)|WORDS:?)\s+"
    r"(?!(?:contrast|comparison|then|now|law|far|and large|the time)\b)"
    rf"(?:the |our |a )?(?:{_NAME_WORD}|[a-z]+ (?:staff|reporters?))[^.!?;:]*(?:\.[A-Za-z][^.!?;:]*)*$"
)
_NAME_LINE = regex(
    rf"{_NAMES}(?:(?:,| and| &) {_NAMES}){{0,4}}"
    rf"(?:,? (?:in|at|for|with) (?:the )?{_NAME_WORD}(?: {_NAME_WORD}){{0,4}}(?: and {_NAME_WORD})?)?"
    rf"(?:,? (?:[\w’'-]+ ){{0,4}}{_ROLE}(?: at large)?)?$"
)
_ROLE_LINE = regex(rf"(?:[A-Za-z&][\w’'&-]*,? ){{0,5}}{_ROLE}(?: at large)?(?:,? (?:in|at) [A-Z][\w ]+)?$")
_CLOCK = r"\d{1,2}[.:]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?)?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?"
_STAMP_LABEL = regex(
    r"(?:first |last |originally )?(?:published|updated|posted|modified|created|filed)(?: (?:on|at))?:?\s*",
    re.IGNORECASE,
)
_STAMP_PART = regex(
    rf"(?:{_CLOCK}|{_DAY}|{_MONTH}|\d{{1,2}}(?:st|nd|rd|th)?|\d{{4}}|[AaPp]\.?[Mm]\.?|[A-Z]{{2,5}}|at|on|T\d\d:\d\d.*)$"
)
_STAMP_SEPARATOR = regex(r"[,\s|·•/–-]+")
_HAS_DATE = regex(
    rf"{_CLOCK}|\b\d{{1,2}}\b.*{_MONTH}|{_MONTH} \d|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}|\d{{4}}-\d{{2}}-\d{{2}}"
)
_SOURCE_LINE = regex(rf"(?:{_AGENCY}|The [A-Z]\w+(?: [A-Z]\w+){{0,3}}|{_NAMES})[,/|]")

# Credits and notes

_CREDIT_START = regex(
    r"(?:[-–—(\[*•]+\s*)?(?:"
    r"(?:(?:with )?(?:additional|other) )?"
    r"(?:reporting|writing|editing|research|production|graphics?|interpreting|translation|photography) by\b|"
    r"(?:compiled|produced|edited|written|translated|photographs|pictures) by (?-i:[A-Z])|"
    r"(?:with|and) (?:files|reporting|agencies|wires|staff|additional)\b|"
    r"copyright\b|©|\(c\) |all rights reserved|"
    r"(?:for )?more (?:information|on this story|stories)|read (?:more|also|next|the full|our)\b|"
    r"(?:see|watch|listen) (?:also|more)\b|related(?:\s*:| stories| articles| topics| content)|"
    r"sign up\b|subscribe\b|follow (?:us|him|her|them|@|(?-i:[A-Z]\w+ [A-Z]\w+) on)\b|"
    r"(?:e-?mail|tel|phone|contact|twitter|facebook|source|sources|note|credit|credits)\s*:|"
    r"this (?:article|story|column|piece|report|post|page) "
    r"(?:was|has been|is|first|originally|appeared|contains|comes)\b|"
    r"(?:correction|clarification|editor[’']s note|eds?|note to editors?|disclaimer|disclosure)\s*:|"
    r"(?:an? )?(?:earlier|previous) version of this (?:article|story)|"
    r"ends\W*$|-?30-?\W*$|end\W*$|more to come\W*$|more follows\W*$|mf\W*$|to be continued\W*$"
    r")",
    re.IGNORECASE,
)
_NOTE_START = regex(
    r"\(+\s*(?:[A-Z]{0,3}\$|US\$|£|€|1 |--|Reporting|Editing|Writing|Additional)|\(\(|"
    r"\(+[^()]*(?:@|\d{3}[- ]\d{3,4})[^()]*\)+\.?$|"
    r"•\s.*\bis (?:an?|the) .*\b"
    r"(?:columnist|editor|writer|author|journalist|correspondent|professor|lecturer|fellow)\b|"
    r"[-–—]{1,2}\s?(?:[A-Z][\w ]+ )?(?:Newsroom|NEWSROOM|newsroom|Newsdesk|with |Additional)",
)
_NOTE_INSIDE = regex(
    r"(?:newsroom|newsdesk|news desk|bureau)\W*(?:tel\W*)?[+(\d]|"
    r"contributed to this (?:report|story|article)|contributed reporting\b"
)
# The foot of an obituary: "Ida Holm, harbour master, born 4 May 1931, died 2 January 2020"
_LIFE_DATES = regex(r"[^.!?]{4,160}[,;:] (?:was )?(?:born|b\.?) [^.!?]{4,60}[,;] (?:and )?(?:died|d\.?) [^.!?]{4,40}$")
_NOTE_WORDS = ("newsroom", "newsdesk", "news desk", "bureau", "contributed")

# Captions

_CAPTION_START = regex(
    r"Pictured\b|PICTURED|Above:|Below:|Left:|Right:|Top:|Inset:|From left|Clockwise from|"
    r"(?:FILE|File photo|File picture|File image)\s*[-–—:]|"
    r"(?:Picture|Photo|Photograph|Image|Illustration|Graphic|Caption|Video)s?(?: credits?)?\s*(?:by [A-Z]|:|/)"
)
_CAPTION_END = regex(
    r"(?:^|[\s(\[.])(?:Picture|Photo|Photograph|Image|Illustration|Graphic|Photography|Credit|Composite|IMAGE|PHOTO|PICTURE)s?"
    r"(?: credit)?\s*(?::\s*|by\s+(?=[A-Z]))[^.:]{2,70}\.?\)?$|"
    r"\((?:AP|AAP|AFP|Reuters|Getty|PA|EPA)\b[^)]{0,60}\)\.?$|"
    r"(?:Getty Images|/(?:Getty|AFP|AP|Reuters|AAP|EPA|PA|Shutterstock|Rex|Alamy)|via (?:AP|AFP|Getty|Reuters))\)?\.?$"
)
_CAPTION_WORDS = (
    "ictur",
    "hoto",
    "mage",
    "llustration",
    "raphic",
    "redit",
    "omposite",
    "PHOTO",
    "PICTURE",
    "/",
    "via ",
    ")",
)
_CAPTION_SCENE = regex(
    r"[^.:!?]{5,90}: [A-ZÀ-Þ][^.:!?]{3,}"
    r"\b(?:before|after|during|at|in|with|on|outside|inside|leaving|arriving|beside)\b[^.:!?]*\.?$"
)
_CAPTION_PLACE = regex(
    r"\((?:left|right|centre|center|far left|far right|pictured|above|below|file)\)|"
    r", (?:left|right|far left|far right|centre|center),",
    re.IGNORECASE,
)

# Lists, tables, crossheads

_BULLET = regex(
    r"(?:[•·▪◦‣●○■□▶►✓✔*]\s*(?=\S)|[-–—]{1,2}\s+(?=\S)|\(?\d{1,3}[.)]\s+(?=\S)|\(?[a-zA-Z]\)\s+(?=\S)|\([ivx]{1,4}\)\s+(?=\S))"
)
_TABULAR = regex(r"\t|\S {3,}\S.* {3,}\S|[^.!?\s]  +[$£€+-]?\d")
_RESULTS = regex(
    r"(?:(?:Other|Latest|Full-time|Half-time|Final|Yesterday’s|Yesterday's|Today’s|Today's|Selected|Leading|\w+day’s|\w+day's)"
    r" )?(?:scores?|results?|fixtures?|standings|positions|placings|teams?|odds|draw)\b[^.:]{0,40}: ",
    re.IGNORECASE,
)
_SCORE = regex(r"\b\d{1,3}\s?[-–]\s?\d{1,3}\b|\b[A-Z]\w+ v(?:s\.?)? [A-Z]|\b\d+ \(\d+\)")
_CODE = regex(r"['\"] ?\+ |[{}<>=;]\s*$|^[{}<]|\w\(\)|\w=\w")
_CUT = frozenset(
    """
    a an the of to in on at by for from with and or but that which who as than into over under between his her its
    their our Mr Mrs Ms Dr
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
"""Words that a line of its own (a crosshead, a table's row) does not end in."""
_PERSON_SAYS = regex(
    r"(?:(?:He|She|They|It|We|I)|(?:Mr|Mrs|Ms|Dr|Sir|Dame)\.? [A-Z][\w’'-]+)\s(?:[\w’'-]+\s){0,3}?"
    r"(?:said|says|told|was|were|is|are|had|has|have|will|would|could|can|did|does|added|asked|went|came|took|made|got|\w+ed)\b"
)
_FINITE = regex(r"\b(?:was|were|is|are|has|had|have|will|would|said|says|told)\b")
# A sentence of six words or more that tells what happened: no crosshead, but a paragraph that lost its stop.
_STATES = regex(
    r"(?:The|A|An|It|There|Nobody|But|That|This|Those|Its|His|Her|Their|Both|All)\s(?:[\w’'$£€.%-]+\s+){0,4}?"
    r"(?:was|were|has|had|have|will|would|said|told)\b(?=(?:\s+\S+){3})"
)
_QUOTED = regex(r"[\"“‘']")
_TWO_SENTENCES = regex(r"[a-z0-9)\"”’'][.!?][\"”’']? +[\"“‘']?[A-Z]")


class _Para:
    """One paragraph as the tests see it.

    ``whole`` is the text of a paragraph that fits in the head. What few tests ask for is worked out when asked for; a
    ``cached_property`` would cost more than most of the answers.
    """

    __slots__ = ("_caption", "_cut", "_words", "end", "head", "length", "start", "tail", "terminal", "whole")

    def __init__(self, text: str, paragraph: Paragraph) -> None:
        self.start = start = paragraph.start
        self.end = end = paragraph.end
        self.length = length = end - start
        self.head = text[start : min(end, start + _HEAD)]
        self.tail = self.head if length <= _TAIL else text[max(start, end - _TAIL) : end]
        self.whole = self.head if length <= _HEAD else None
        # The last character is a stop more often than not.
        self.terminal = self.tail[-1] in ".!?…" or _TERMINAL.search(self.tail) is not None
        self._words = -1
        self._cut: bool | None = None
        self._caption: bool | None = None

    @property
    def words(self) -> int:
        """The number of words, counted up to the end of the head (a longer paragraph is long whatever the number)."""
        if self._words < 0:
            self._words = len(self.head.split())
        return self._words

    @property
    def cut(self) -> bool:
        """Whether the paragraph ends where no line of its own would: on a function word, a comma, a dash."""
        if self._cut is None:
            self._cut = self.tail[-1] in ",;:–—-" or self.tail.rsplit(None, 1)[-1] in _CUT
        return self._cut

    @property
    def caption(self) -> bool:
        if self._caption is None:
            self._caption = self.whole is not None and (
                _CAPTION_START.match(self.head) is not None
                or (_has_any(_CAPTION_WORDS, self.tail) and _CAPTION_END.search(self.tail) is not None)
            )
        return self._caption

    @property
    def short(self) -> bool:
        return self.length <= 120 and self.words <= 12

    def matches(self, pattern: re.Pattern[str]) -> bool:
        return self.whole is not None and pattern.match(self.whole) is not None

    def contains(self, pattern: re.Pattern[str]) -> bool:
        return self.whole is not None and pattern.search(self.whole) is not None


def _has_any(words: tuple[str, ...], text: str) -> bool:
    for word in words:  # noqa: SIM110 - `any` of a generator takes twice as long, and this is asked of every paragraph
        if word in text:
            return True
    return False


def classify(text: str, paragraphs: list[Paragraph]) -> list[BlockKind]:
    """Return the kind of each paragraph of a story."""
    paras = [_Para(text, paragraph) for paragraph in paragraphs]
    kinds = [BlockKind.BODY] * len(paras)
    first = _front(paras, kinds)
    last = _back(paras, kinds, first)
    _middle(paras, kinds, first, last)
    return kinds


# The matter before the body


def _front(paras: list[_Para], kinds: list[BlockKind]) -> int:
    """Classify what comes before the body; return the index of the first body paragraph."""
    count = len(paras)
    if not count:
        return 0
    byline = next((i for i in range(min(count, 7)) if _is_byline(paras[i])), -1)
    index = 0
    if byline != 0:
        if not _is_headline(paras, byline):
            return 0
        kinds[0] = _headline_kind(paras[0])
        index = 1
    seen = False
    while index < count:
        kind = _front_kind(paras, index, byline, seen)
        if kind is None:
            break
        kinds[index] = kind
        seen = seen or kind is BlockKind.BYLINE
        index += 1
    return index


def _is_headline(paras: list[_Para], byline: int) -> bool:
    para = paras[0]
    if para.length > 320 or para.words > 50:
        return False
    if len(paras) == 1:
        return not para.terminal and para.words <= 15
    if _RULE.match(para.head):
        return False
    if not para.terminal:
        goes_on = para.words > 12 and paras[1].head[0].islower()
        return not goes_on and not para.tail.endswith((":", ",", ";"))
    if 0 < byline <= 2 and para.words <= 20:
        return True
    if para.head.endswith(("?", "!", "…", "...", "?'", "?’", "!'", "!’", '?"', "?”", '!"', "!”")):
        return para.words <= 18 and not _TWO_SENTENCES.search(para.head)
    return False


def _headline_kind(para: _Para) -> BlockKind:
    if para.caption or para.contains(_CAPTION_PLACE):
        return BlockKind.CAPTION
    if para.words > 20 or (para.words > 12 and re.search(r"[a-z]\. [A-Z]", para.head)):
        return BlockKind.CAPTION  # a page whose headline was lost: the picture's caption comes first
    return BlockKind.HEADLINE


def _front_kind(paras: list[_Para], index: int, byline: int, seen: bool) -> BlockKind | None:
    para = paras[index]
    if _is_byline(para):
        return BlockKind.BYLINE
    if _RULE.match(para.head):
        return BlockKind.CROSSHEAD if para.length < 40 else None
    if para.caption:
        return BlockKind.CAPTION
    if index < byline and index <= 4 and para.length <= 600:
        return _before_byline(para)
    if para.terminal or index + 1 >= len(paras):
        return None
    if para.tail.endswith((":", ",", ";")) or para.head[0].islower() or para.cut:
        return None
    if (
        paras[index + 1].head[0].islower()
        or _TWO_SENTENCES.search(para.head)
        or dateline_end(para.head, 0, len(para.head))
    ):
        return None  # a first paragraph that was cut, or lost its stop
    if para.contains(_CAPTION_PLACE):
        return BlockKind.CAPTION
    if para.short and _is_line_up(para):
        return BlockKind.VERSE
    if para.words <= 5 and (para.matches(_NAME_LINE) or para.matches(_ROLE_LINE)):
        return BlockKind.BYLINE
    if para.short and not _says(para):
        return BlockKind.STANDFIRST
    if not seen and para.words <= 40 and not _QUOTED.match(para.head):
        return BlockKind.STANDFIRST
    return None


def _before_byline(para: _Para) -> BlockKind:
    if para.words <= 6 and para.matches(_NAME_LINE):
        return BlockKind.BYLINE
    if para.matches(_CAPTION_SCENE) or para.contains(_CAPTION_PLACE):
        return BlockKind.CAPTION
    return BlockKind.STANDFIRST


def _is_byline(para: _Para) -> bool:
    """Say whether a paragraph certainly is a byline, the writer's post, a source line or the time of publication."""
    if para.length > 130 or para.words > 18:
        return False
    head = para.head
    if _BYLINE.match(head) and not (para.terminal and para.words > 6):
        return True
    if para.terminal and not head.endswith((".m.", "p.m")):
        return False
    if _HAS_DATE.search(head) and _is_stamp(head):
        return True
    if _SOURCE_LINE.match(head) and _HAS_DATE.search(head) and head.count(",") + head.count("|") >= 1:
        return True
    return para.words <= 7 and _ROLE_LINE.match(head) is not None


def _is_stamp(head: str) -> bool:
    """Say whether a line is a date, a time or both, with or without "Published"."""
    label = _STAMP_LABEL.match(head)
    parts = [part for part in _STAMP_SEPARATOR.split(head[label.end() :] if label else head) if part]
    return 2 <= len(parts) <= 12 and all(_STAMP_PART.match(part) for part in parts)


# The matter after the body


def _back(paras: list[_Para], kinds: list[BlockKind], first: int) -> int:
    """Classify what comes after the body; return the index after the last body paragraph."""
    last = len(paras)
    while last > first and last > len(paras) - 9:
        para = paras[last - 1]
        if not _is_credit(para, closing=True):
            break
        picture = para.caption and not _is_agency_line(para)
        kinds[last - 1] = BlockKind.CAPTION if picture else BlockKind.CREDIT
        last -= 1
    return last


def _is_credit(para: _Para, *, closing: bool) -> bool:
    if _is_agency_line(para) or _is_note(para):
        return True
    if not closing:
        return para.short and para.matches(_CREDIT_START)
    if _CREDIT_START.match(para.head) and para.length <= 600:
        return True
    if para.caption or _RULE.match(para.head):
        return True
    if not para.terminal and (
        para.matches(_LIFE_DATES) or (para.words <= 14 and _HAS_DATE.search(para.head) and _is_stamp(para.head))
    ):
        return True
    if para.terminal or para.words > 6 or para.head[0].islower() or para.tail.endswith((",", ":", ";")):
        return False
    return para.head[0].isalpha() and all(
        word[0].isupper() or word in ("and", "&", "in", "for", "of") for word in para.head.split()
    )


def _is_note(para: _Para) -> bool:
    """Say whether a paragraph gives exchange rates, a newsroom's telephone, who helped with the story."""
    if para.whole is None:
        return False
    if para.head[0] in "(•-–—":
        return _NOTE_START.match(para.head) is not None
    folded = para.head.lower()
    return _has_any(_NOTE_WORDS, folded) and _NOTE_INSIDE.search(folded) is not None


def _is_agency_line(para: _Para) -> bool:
    """Say whether a paragraph names agencies and nothing else ("AP, AFP", "- Reuters")."""
    if para.length > 80:
        return False
    names = [name.strip(" \t().[]-–—").lower().removeprefix("the ") for name in _AGENCY_SEPARATOR.split(para.head)]
    return any(names) and all(name in _AGENCY_NAMES for name in names if name)


# What stands between


def _middle(paras: list[_Para], kinds: list[BlockKind], first: int, last: int) -> None:
    index = first
    while index < last:
        para = paras[index]
        kind = _apart(para)
        if kind is not None:
            kinds[index] = kind
            index += 1
            continue
        if para.terminal:
            if _is_names(para):
                kinds[index] = BlockKind.VERSE
            index += 1
            continue
        if para.tail.endswith(":"):
            index = _list_after(paras, kinds, index, last)
            continue
        stop = index
        while stop < last and (_is_label(paras[stop]) or (stop - index >= 2 and _is_item(paras, index, stop))):
            stop += 1
        if stop - index >= 3:
            kinds[index:stop] = [BlockKind.VERSE] * (stop - index)
            index = stop
            continue
        _single(paras, kinds, index, last)
        index += 1


def _apart(para: _Para) -> BlockKind | None:
    """Return the kind of a paragraph that its own form gives away."""
    head = para.head
    if para.length < 40 and _RULE.match(head):
        return BlockKind.CROSSHEAD
    if _is_credit(para, closing=False):
        return BlockKind.CREDIT
    if not (head[0].isupper() and head[1:2] != ")") and _BULLET.match(head):
        return BlockKind.LIST
    if para.caption:
        return BlockKind.CAPTION
    if not para.terminal and (para.contains(_TABULAR) or para.matches(_RESULTS)):
        return BlockKind.VERSE
    return None


def _list_after(paras: list[_Para], kinds: list[BlockKind], index: int, last: int) -> int:
    """Classify the items after a paragraph that ends in a colon; return where the list ends."""
    end = index + 1
    while end < last and not paras[end].terminal and paras[end].words <= 30 and not _QUOTED.match(paras[end].head):
        if (paras[end].tail.endswith(":") and paras[end].words > 8) or paras[end].contains(_TABULAR):
            break
        end += 1
    items = end - index - 1
    if items >= 2 or (items == 1 and paras[index + 1].short and _apart(paras[index + 1]) is None):
        for at in range(index + 1, end):
            kinds[at] = _apart(paras[at]) or BlockKind.LIST
        return end
    return index + 1


def _is_label(para: _Para) -> bool:
    """Say whether a paragraph is a short line of its own: no stop, not cut, not a sentence about a person."""
    return (
        para.short
        and not para.terminal
        and not para.tail.endswith((":", ",", ";"))
        and not para.head[0].islower()
        and not para.cut
        and not _says(para)
        and not _CODE.search(para.head)
        and _apart(para) in (None, BlockKind.VERSE)
    )


def _is_item(paras: list[_Para], first: int, at: int) -> bool:
    """Say whether a small-lettered line is an item in a run of lines that gives amounts ("a pinch of salt")."""
    para = paras[at]
    return (
        not para.terminal
        and para.words <= 8
        and para.head[0].islower()
        and not para.cut
        and not _FINITE.search(para.head)
        and any(_AMOUNT.match(line.head) for line in paras[first:at])
    )


_AMOUNT = regex(r"[\d½¼¾⅓⅔⅛]|(?:A|Half an?|One|Two) (?:pinch|dash|handful|knob|splash|cup|sprig|bunch|clove)\b")


def _says(para: _Para) -> bool:
    return para.words >= 4 and _PERSON_SAYS.match(para.head) is not None


def _single(paras: list[_Para], kinds: list[BlockKind], index: int, last: int) -> None:
    para = paras[index]
    if para.short and _is_line_up(para):
        kinds[index] = BlockKind.VERSE
    elif _is_label(para) and 0 < index < last - 1 and _can_stand_before(paras[index - 1]):
        if paras[index + 1].head[0].islower():
            return  # the sentence goes on in the next paragraph
        if (para.words <= 8 and not _STATES.match(para.head)) or not _FINITE.search(para.head):
            kinds[index] = BlockKind.CROSSHEAD
    elif _is_names(para):
        kinds[index] = BlockKind.VERSE


def _can_stand_before(para: _Para) -> bool:
    """Say whether a crosshead may follow the paragraph: one that is not itself cut off mid-sentence."""
    return para.terminal or para.tail.endswith((":", "—")) or para.short or not para.cut


def _is_line_up(para: _Para) -> bool:
    if para.terminal or para.cut or _FINITE.search(para.head) or _TWO_SENTENCES.search(para.head):
        return False
    return _SCORE.search(para.head) is not None


def _is_names(para: _Para) -> bool:
    """Say whether a paragraph is a row of names or figures (a line-up, results): hardly a word in small letters."""
    if para.head.count(",") + para.head.count(";") < 5:
        return False
    words = para.head.split()
    if any(word[0].islower() and word not in ("v", "and") for word in words[:4]):
        return False
    small = sum(word[0].islower() for word in words)
    return small * 6 <= len(words)

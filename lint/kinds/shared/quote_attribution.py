"""Faults between speech and its attribution: the comma or colon, the capital, one speaker, any speaker at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from ...issue import Edit
from ...text.attribution import AFTER
from ...text.blocks import Block, BlockKind
from ...text.quotes import Quotation, QuoteState
from ...text.regex import regex
from ...text.span import Span
from .base import Context, Finding, OptionError
from .small_starts import small_start

_NAME = r"(?:(?!I\b)[^\W\d_a-z][\w’'-]*[\w]|[A-Z]\.)"
_TITLE = r"(?:(?:Mr|Ms|Mrs|Miss|Dr|Sir|Dame|Prof|Rev|Lord|Lady)\.? )?"
_SPEAKER = rf"(?:he|she|they|{_TITLE}{_NAME}(?: {_NAME}){{0,2}}|the [a-z]+)"

# What may stand between the verb and the speech: a day, or the paper that the words are in.
_PAPER = (
    "(?:statement|letter|speech|interview|e-?mail|post|tweet|report|note|message|memo|book|blog|address|video|filing)"
)
_ASIDE = (
    rf" (?:later|yesterday|today|afterwards|on [A-Z][a-z]+day|in (?:an?|his|her|its|their|the) (?:[a-z]+ )?{_PAPER})"
)
# Or an occasion, a place, a manner: only before speech that ends its sentence.
_FAR_ASIDE = (
    r" (?:(?:before|after|during|outside|inside|at|on|in|to|with|from|over|through|without|beside|near)"
    r"(?: (?:the|an?|his|her|its|their|this|that|last|one))?(?: (?!(?:that|which|who|and)\b)[\w’'-]+){1,3}"
    r"|more than once|at (?:first|last|the time)|once|again|recently|repeatedly|simply|then|earlier|[a-z]{3,}ly)"
)
# Verbs that may take a hearer before the words ("asked him", "wrote to his wife", "shouted at the crew").
_PUT_TO = (
    r"(?:begg(?:ed|ing)|(?:ask|warn|beg|implor|tax|question|challeng|text|messag|e-?mail|interrupt|correct)(?:ed|s|ing)"
    r"|(?:taunt|greet|cable|wir|urg)(?:ed|s|ing)|(?:wrote|writes|writing)(?: back)?(?: to)?"
    r"|(?:said|says|repl(?:ied|ies|ying)|add(?:ed|s|ing)|explain(?:ed|s|ing)|remark(?:ed|s|ing)|confess(?:ed|es|ing)"
    r"|complain(?:ed|s|ing)|whisper(?:ed|s|ing)|mutter(?:ed|s|ing)|suggest(?:ed|s|ing)|admit(?:ted|s|ting)) to"
    r"|(?:shout|yell|scream|call|bark|bellow|snap|roar|hiss)(?:ed|s|ing)?(?: (?:out|back|across|over|down|up))?"
    r" (?:to|at))"
)
_HEARER = (
    rf"(?:him|her|them|me|us|you|it|himself|herself|themselves|everyone|anyone|nobody|people|reporters"
    rf"|journalists|officers|police|{_TITLE}{_NAME}(?: {_NAME}){{0,3}}"
    r"|(?:the|an?|his|her|their|its|my|our|one|another) (?:[\w’'-]+ ){0,3}[\w’'-]+)"
)
# What bears words, or is named by them: "a sign that said “Ask next door”", "said in the song “We sail at noon”".
_BEARER = (
    r"(?:billboards?|noticeboards?|banners?|placards?|signs?|notices?|notes?|messages?|plaques?|posters?|stickers?|shirts?"
    r"|[Tt]-shirts?|jumpers?|sweatshirts?|hoodies?|caps?|hats?|badges?|buttons?|labels?|headlines?|mott?o(?:es|s)?"
    r"|captions?|inscriptions?|tattoos?|graffiti|slogans?|mugs?|magnets?|flags?|bags?|envelopes?|tags?"
    r"|headstones?|gravestones?|epitaphs?|doormats?|mats?|scarves|scarf|flyers?|fliers?|leaflets?|packets?|jars?"
    r"|tins?|wrappers?|tickets?|receipts?|ribbons?|wreaths?|cakes?|plates?|menus?|texts?|titles?|proverbs?|sayings?)"
)
_WORK = (
    r"(?:songs?|poems?|books?|films?|movies?|plays?|hymns?|albums?|novels?|shows?|chapters?|verses?|lyrics|chorus|chants?"
    r"|lines?|sentences?|words?|phrases?|questions?|answers?|rules?|clauses?|entry|entries|page|cover|ads?|adverts?"
    r"|advertisements?|cards?|screens?|walls?|doors?|gates?|windows?|boards?|front|back)"
)
_BORNE = regex(
    rf"\b{_BEARER}(?:,? (?!(?:and|but|he|she|they|it|we|i|you|who|when|while|as|then|because)\b)[a-z0-9’'-]+){{0,7}}"
    r",?\s$"
)
# What is quoted from these may be words of theirs, where the full stop stands outside the marks.
_DOCUMENT = regex(
    r"\b(?:letters?|reports?|statements?|e-?mails?|posts?|documents?|orders?|rulings?|articles?|pages?|websites?|guides?"
    r"|forms?|entry|logs?|rules?|law|brochures?|memos?|charter|act|code|contract|clause|section|agreement)\s$"
)
_ENDS_IN_BEARER = regex(rf"\b(?:{_BEARER}|{_WORK})\s$")

# First words of a clause far oftener than of a title or of a phrase.
_CLAUSE_STARTS = frozenset(
    (
        "i", "we", "you", "he", "she", "it", "they", "this", "that", "these", "those", "there", "here", "what",
        "when", "where", "why", "who", "how", "if", "no", "yes", "not", "nobody", "nothing", "everyone",
        "everybody", "someone", "my", "our", "your", "his", "her", "its", "their", "the", "a", "an", "all",
        "some", "many", "most", "let", "do", "does", "did", "don't", "is", "are", "was", "were", "have", "has",
        "had", "will", "would", "can", "could", "should", "may", "might", "and", "but", "so", "because", "as",
        "for", "at", "in", "on", "to", "with", "after", "before", "it's", "i'm", "i've", "i'd", "i'll", "we're",
        "we've", "we'd", "we'll", "you're", "you've", "you'll", "he's", "she's", "they're", "they've", "they'll",
        "there's", "that's", "what's", "who's", "isn't", "can't", "won't", "given", "today", "now", "every",
        "each", "both", "please",
    )
)  # fmt: skip


class Verbs(msgspec.Struct, frozen=True):
    """The verbs of attribution, and the patterns made of them."""

    words: frozenset[str]
    before: re.Pattern[str]  # ends where speech begins; group `verb` is to carry the comma or colon
    far_before: re.Pattern[str]  # the same, with more words between
    resumed: re.Pattern[str]  # the attribution between two halves of speech, where `before` finds none
    after: re.Pattern[str]  # begins where speech has ended
    twice: re.Pattern[str]
    any_verb: re.Pattern[str]


def read_verbs(data: Any) -> Verbs:
    """Make the patterns. Raises OptionError where the list is not three lists of words."""
    if not isinstance(data, Mapping) or not all(isinstance(data.get(k), list) for k in ("plain", "telling", "loaded")):
        raise OptionError("the list `speech-verbs` holds `plain`, `telling` and `loaded`")
    plain = _either([*data["plain"], *data["loaded"]])
    telling = _either(data["telling"])
    hearer = r"(?:(?:the|an?|his|her|their) )?[\w’'-]+(?: [\w’'-]+){0,2}"
    subject_verb = rf"(?P<sv>{_SPEAKER} (?:later |also |has |had )?(?:{plain}|{telling} {hearer}?))"
    verb_subject = rf"(?P<vs>(?:{plain}) {_SPEAKER})"
    return Verbs(
        words=frozenset((*data["plain"], *data["loaded"], *data["telling"])),
        before=regex(
            rf"\b(?P<verb>(?:{plain}|saying|adding|writing)(?P<aside>{_ASIDE})?"
            rf"|(?:{telling}|telling|reminding) {hearer}|{_PUT_TO} {_HEARER})\s$"
        ),
        resumed=regex(
            rf"[,?!—–-][\"”’']\s(?P<verb>(?:{plain}) {_SPEAKER}(?:{_ASIDE})?"
            rf"|{_SPEAKER} (?:later |also )?(?:{_CORE})(?:{_ASIDE}))\s$"
        ),
        far_before=regex(
            rf"\b(?P<verb>(?:(?:{_CORE})|told (?:(?:the|an?|his|her|their) )?[\w’'-]+(?: [\w’'-]+)?)"
            rf"(?:{_FAR_ASIDE})|[Aa]ccording to {_SPEAKER})\s$"
        ),
        after=regex(rf"\s(?:{subject_verb}|{verb_subject})(?![\w’'-])"),
        twice=regex(rf"\s(?P<first>(?:{plain}) {_SPEAKER}) (?P<second>{plain}|{telling})(?![\w’'-])"),
        any_verb=regex(rf"\b(?:{plain}|{telling})\b"),
    )


def _either(words: list[str]) -> str:
    return "(?:" + "|".join(sorted(words, key=lambda w: (-len(w), w))) + ")"


def needles(fault: str, verbs: Verbs) -> tuple[str, ...]:
    """Return what a story must hold for a fault of this name."""
    if fault == "comma-before":
        return (r"[\w’'-]\s[\"“'‘]",)
    if fault == "comma-after":
        return (r"[^\s,?!][\"”’'] [^\s]",)
    if fault == "comma-outside":
        return (r"[\"”’'], ",)
    if fault == "lower-case":
        return (r"[:,.!?][\"”’')]* [\"“'‘][a-z]", r"(?m)^\s*[\"“'‘][a-z]")
    if fault == "two-speakers":
        return (r"[\"”’'] (?:" + "|".join(sorted(verbs.words)) + ") ",)
    return ("[\"“'‘]",)


_CORE = "said|says|added|adds|replied|replies|warned|wrote|explained|shouted|insisted|joked|recalled"
# Written matter is introduced with a comma, a colon or with nothing.
_READS = regex(r"\b(?:reads?|reading)\b")
_RESUMED = regex(r"[,?!—–-][\"”’']\s(?:[\w’'.-]+\s){0,6}$")


def comma_before(verbs: Verbs, context: Context) -> Iterator[Finding]:
    """Speech of a full sentence, or speech resumed, that follows its verb with neither comma nor colon."""
    story = context.story
    text = story.text
    for quotation in _spoken(context):
        opening = quotation.opening
        if opening is None or quotation.start < 4 or not text[opening.start - 1].isspace():
            continue
        if text[opening.start - 2] in ',:;.!?\n…—–-"”' or not _is_full(text, quotation):
            continue
        block = story.block_at(quotation.start)
        floor = block.start if block else 0
        found = verbs.before.search(text, max(floor, opening.start - 60), opening.start)
        if found is None:
            halves = _RESUMED.search(text, max(floor, opening.start - 80), opening.start)
            halves = halves and verbs.resumed.search(text, halves.start(), opening.start)
            if halves is not None:
                yield from _resumed_without_comma(text, quotation, halves)
                continue
            if not _ends_sentence(text, quotation):
                continue
            found = verbs.far_before.search(text, max(floor, opening.start - 80), opening.start)
            if found is None:
                continue
            if _ENDS_IN_BEARER.search(text, max(floor, opening.start - 20), opening.start):
                continue
        if _READS.match(text, found.start("verb")) or _BORNE.search(
            text, max(floor, found.start("verb") - 80), found.start("verb")
        ):
            continue
        if not _ends_spoken(text, quotation) and _DOCUMENT.search(
            text, max(floor, found.start("verb") - 80), found.start("verb")
        ):
            continue
        if not _is_sentence(text, quotation):
            said = found["verb"].split()[0]
            resumed = said in verbs.words and _RESUMED.search(
                text, max(floor, found.start("verb") - 80), found.start("verb")
            )
            if not resumed or not _ends_spoken(text, quotation):
                continue
        at = found.end("verb")
        end = _first_word_end(text, opening.end, quotation.end)
        stop = ":" if _is_sentence(text, quotation) and _sets_colons(context) else ","
        start = found.start("verb")
        yield Finding(start, end, suggestions=(text[start:at] + stop + text[at:end],), edits=(Edit(at, at, stop),))


def _sets_colons(context: Context) -> bool:
    """Say whether a colon introduces a quotation: by the house's style, or else by the story's English."""
    value = context.style.value("quote-introduction") if context.style is not None else None
    return value == "colon" or (value != "comma" and context.variant not in ("en-US", "en-CA"))


def _is_full(text: str, quotation: Quotation) -> bool:
    """Say whether a quotation may be a sentence or its second half: three words, or the end of the sentence around."""
    return quotation.closing is None or text.count(" ", quotation.start, quotation.end) >= 1


def _resumed_without_comma(text: str, quotation: Quotation, resumed: re.Match[str]) -> Iterator[Finding]:
    opening = quotation.opening
    assert opening is not None
    if not _ends_spoken(text, quotation) or not text[opening.end : opening.end + 1].isalpha():
        return
    start, at = resumed.span("verb")
    end = _first_word_end(text, opening.end, quotation.end)
    yield Finding(start, end, suggestions=(text[start:at] + "," + text[at:end],), edits=(Edit(at, at, ","),))


# "Vale said." after a full stop, with a day or an occasion at most: no sentence of its own, its verb lacks an object.
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_OCCASION = (
    rf"(?: (?:on |late |early )*{_DAY}(?: (?:morning|afternoon|evening|night))?| yesterday| today| afterwards| later"
    r"| (?:in|at|during|after|before) (?:an?|the|his|her|their|its) (?:[a-z]+ ){0,2}"
    r"(?:statement|interview|release|e-?mail|post|letter|speech|tweet|report|message|filing|video|call|blog|address"
    r"|briefing|hearing|affidavit|memo|conference|rally|meeting|inquest|trial|ceremony|vigil|event|game|match)"
    r"| of (?:the|his|her|their|its) [a-z]+(?: [a-z]+)?){0,2}"
)
_NO_SPEAKER = (
    r"(?:So|As|This|That|What|Which|These|Those|Nobody|Others?|Some|Many|Few|Most|All|Everyone|Yes|No|And|But)\b"
)
_BARE_ATTRIBUTION = regex(
    rf"(?:(?P<pronoun>He|She|They) (?:said|says|added|adds)"
    rf"|(?!{_NO_SPEAKER})"
    rf"(?:(?:The|An?|Its?|His|Her|Their) (?:[\w’'-]+ ){{1,4}}?"
    rf"|(?:[A-Z][a-z]{{1,4}}\. )?{_TITLE}{_NAME}(?: {_NAME}){{0,3}}"
    r"(?:, [\w’' -]{3,60},)? )"
    r"(?:(?:later |also )?"
    r"(?:said|says|added|adds|recalled|stressed|claimed|declared|announced|stated|explained|noted|testified)"
    r"|told (?:(?:the|an?|his|her|their) )?(?:[\w’'-]+ ){0,2}"
    r"(?:[A-Z][\w’'-]*|reporters|court|panel|committee|jury|inquest|inquiry|hearing|newspaper|paper|council|programme|program"
    r"|show|crowd|audience|tribunal|commission|agency|broadcaster|conference|meeting|parliament|judge|magistrate"
    r"|officers|police|lawmakers|senators|councillors|journalists|broadcasters)))"
    rf"(?:{_OCCASION})(?:, (?:adding|referring|speaking|noting|pointing|calling)\b|[.](?=$|\s+[\"“‘'A-Z(]))"
)


_GOES_ON = regex(
    r"[.,;:]|$|\s+(?:in|on|at|to|after|during|before|when|while|as|yesterday|today|last|this|from|later|with|[a-z]+ly)\b|\s+[\"“‘']"
)
_ACCORDING = regex(r"\s+according to\s")
_STOPS_THERE = regex(r"[.,]|$")
_SENTENCE_BEFORE = regex(r"(?:[.!?][\"”’')]?|[\"”:])\s+$")


# "ranger Lex Moran said", "club secretary Ida Holm told reporters": a calling in small letters before the name.
_ROLE_SAID = regex(
    r" (?!(?:when|while|as|after|before|because|that|which|where|then|until|since|though|although|what|who|whom|but|and"
    r"|if|is|was|are|were|to|in|on|at|of|for|by|from|with|than)\b)"
    rf"(?:[a-z]+(?:-[a-z]+)? ){{1,3}}{_NAME}(?: {_NAME}){{0,2}}"
    r"(?:, [^,.\n]{3,60},)? (?:said|says|added|adds|told|recalled|explained|warned)\b(?! (?:that|he|she|it|they)\b)"
)


def comma_after(verbs: Verbs, context: Context) -> Iterator[Finding]:
    """Speech that runs into its attribution without a comma."""
    story = context.story
    text = story.text
    for quotation in _spoken(context):
        closing = quotation.closing
        if closing is None or quotation.state is not QuoteState.CLOSED or text[closing.end : closing.end + 1] != " ":
            continue
        last = text[closing.start - 1]
        if not (last.isalnum() or last in ").]"):
            continue
        block = story.block_at(quotation.start)
        limit = block.end if block else len(text)
        if last == "." and text[closing.start - 2] == ".":
            continue
        if _is_nickname(text, quotation, closing, floor=block.start if block else 0):
            continue
        if last == "." and text[closing.end + 1].isupper():
            # Before a capital the full stop is wrong only where what follows is nothing but an attribution.
            bare = _BARE_ATTRIBUTION.match(text, closing.end + 1, limit)
            if bare is not None and text[closing.start - 2] != " ":
                yield _ended_in_comma(text, quotation, closing, pronoun=bare["pronoun"] is not None)
            continue
        floor = block.start if block else 0
        leads = quotation.start == floor or _SENTENCE_BEFORE.search(
            text, max(floor, quotation.start - 4), quotation.start
        )
        if not leads or not _reads_as_clause(text, quotation) or not AFTER.match(text, closing.end + 1, limit):
            found = verbs.after.match(text, closing.end, limit)
            tail = leads and (_ACCORDING.match(text, closing.end, limit) or _ROLE_SAID.match(text, closing.end, limit))
            if tail and _reads_as_clause(text, quotation):
                yield _ended_in_comma(text, quotation, closing, pronoun=False)
                continue
            if found is None or (found["vs"] and not leads):
                continue
            goes_on = _GOES_ON if leads and len(text[quotation.start : quotation.end].split()) > 1 else _STOPS_THERE
            if not goes_on.match(text, found.end(), limit):
                continue
        yield _ended_in_comma(text, quotation, closing, pronoun=False)


# "coach Al “Doggy” Roe said", "“Mad Dog” Roe said": two capitals at the least, or a byname that is no answer.
_NAME_BEFORE = regex(r"(?:^|[\s(])(?:[A-Z][\w’'-]*|[A-Z]\.) $")
_NAME_AFTER = regex(r" [^\W\d_a-z][\w’'-]+")
_BYNAMES = frozenset(
    [
        *("Doc", "Skip", "Buddy", "Red", "Ace", "Bud", "Chip", "Duke", "Spud", "Nobby", "Dusty", "Ginger", "Tiny"),
        *("Bomber", "Tug", "Chalky", "Smokey", "Sonny", "Junior", "Bubba", "Buck", "Rocky", "Butch", "Spike", "Lofty"),
        *("Bones", "Digger", "Blue", "Bluey", "Curly", "Shorty", "Slim", "Tex", "Dutch", "Dixie", "Dolly", "Sparky"),
        *("Pop", "Pops", "Papa", "Mama", "Big", "Mad", "Wee", "Lucky", "Sugar", "Speedy", "Sandy", "Rusty", "Flash"),
    ]
)


def _is_nickname(text: str, quotation: Quotation, closing: Span, *, floor: int) -> bool:
    """Say whether a quotation of one to three words is a byname: between a name and a surname, or before one."""
    if quotation.opening is None or closing.start - quotation.opening.end > 30:
        return False
    words = text[quotation.opening.end : closing.start].split()
    if not 0 < len(words) <= 3 or not words[0][:1].isupper() or not _NAME_AFTER.match(text, closing.end):
        return False
    if _NAME_BEFORE.search(text, max(floor, quotation.start - 20), quotation.start):
        return True
    return all(word[:1].isupper() for word in words) if len(words) > 1 else words[0] in _BYNAMES


def _ended_in_comma(text: str, quotation: Quotation, closing: Span, *, pronoun: bool) -> Finding:
    """Report the last word of a quotation: a comma belongs after it, and the pronoun that follows takes no capital."""
    start = closing.start
    while start > quotation.start and not text[start - 1].isspace():
        start -= 1
    if quotation.opening is not None:
        start = max(start, quotation.opening.end)
    inside = closing.start - (text[closing.start - 1] == ".")
    edits = [Edit(inside, closing.start, ",")]
    if pronoun:
        edits.append(Edit(closing.end + 1, closing.end + 2, text[closing.end + 1].lower()))
    suggestion = f"{text[start:inside]},{text[closing.start : closing.end]}"
    return Finding(start, closing.end, suggestions=(suggestion,), edits=tuple(edits))


_LEAST_INSIDE = 2


def comma_outside(verbs: Verbs, context: Context) -> Iterator[Finding]:
    """The first comma between the closing mark and the attribution, in a story that sets more of them inside."""
    text = context.story.text
    spoken = [(q, q.closing) for q in _spoken(context) if q.closing is not None and q.opening is not None]
    outside = [
        closing
        for quotation, closing in spoken
        if text[closing.end : closing.end + 2] == ", "
        and text[closing.start - 1].isalpha()
        and _reads_as_clause(text, quotation)
        and AFTER.match(text, closing.end + 2)
    ]
    if not outside:
        return
    inside = sum(
        text[closing.start - 1] == ","
        and _reads_as_clause(text, quotation)
        and AFTER.match(text, closing.end + 1) is not None
        for quotation, closing in spoken
    )
    if inside >= _LEAST_INSIDE and inside > len(outside):
        first = outside[0]
        yield Finding(first.start, first.end + 1, suggestions=("," + text[first.start : first.end],))


_INTRODUCED = regex(r"(?P<verb>[a-z]+)(?P<stop>[:,]) $")
_TYPED = regex(r"\b(?:i|ur|u|r|im|dont|cant|ive|lol|omg|thx|pls|plz|tbh|idk)\b(?![.’'])")
# "The fee, the clerk said, “is not going up.”": the attribution interrupts a sentence that the speaker goes on with.
_BETWEEN = regex(r",\s(?:[\w’'.-]+\s){1,5}[a-z]+,\s$")
_SENTENCE_OVER = regex(r"[.!?][\"”’')]*\s+$")
_LOWER_BY_NATURE = regex(r"[a-z][A-Z]|(?:al|el|de|da|di|van|von|bin|ibn)[- ]|[a-z]+\.(?:com|org|net)|www\.")


def lower_case(verbs: Verbs, context: Context) -> Iterator[Finding]:
    """A full sentence of speech that starts small after its verb and a colon, or a comma and no earlier quotation."""
    story = context.story
    text = story.text
    for quotation in _spoken(context):
        opening = quotation.opening
        if opening is None or not text[opening.end : opening.end + 1].islower() or not _ends_spoken(text, quotation):
            continue
        # Quoted to the letter, small letters too.
        if "[sic]" in text[opening.end : quotation.end] or _TYPED.search(text, opening.end, quotation.end):
            continue
        block = story.block_at(quotation.start)
        floor = block.start if block else 0
        if opening.start == floor or _SENTENCE_OVER.search(text, max(floor, opening.start - 8), opening.start):
            if _begins_small(context, quotation):
                yield _capital(text, quotation, opening.end)
            continue
        found = _INTRODUCED.search(text, max(floor, opening.start - 20), opening.start)
        if found is None or found["verb"] not in verbs.words or _LOWER_BY_NATURE.match(text, opening.end):
            continue
        if found["stop"] == "," and re.search("[\"“”‘']", text[max(floor, opening.start - 90) : opening.start]):
            continue
        if found["stop"] == "," and _BETWEEN.search(text, max(floor, opening.start - 60), opening.start):
            continue
        if text[quotation.end - 2] == "," or len(text[quotation.start : quotation.end].split()) < 4:
            continue
        yield _capital(text, quotation, opening.end)


def _begins_small(context: Context, quotation: Quotation) -> bool:
    """Say whether speech of four words or more, after a sentence that is over, begins small and should not."""
    text = context.story.text
    assert quotation.opening is not None
    at = quotation.opening.end
    if quotation.closing is None or len(text[at : quotation.closing.start].split()) < 4:
        return False
    block = context.story.block_at(at)
    before = text[max(0, quotation.start - 8) : quotation.start].rstrip().rstrip("\"”’')")
    if block is None or block.kind is not BlockKind.BODY or (before and before[-1] not in ".!?"):
        return False
    if before.endswith(("..", ". .")) or _POINTED.search(before):
        return False
    return small_start(text, at, quotation.end) is not None and not _LOWER_BY_NATURE.match(text, at)


_POINTED = regex(r"(?:\b[A-Za-z]|\b(?:v|vs|etc|no|No|ca|cf|al|Mr|Mrs|Ms|Dr|St|Inc|Co|Corp|Ltd|Jr|Sr))\.$")


def _capital(text: str, quotation: Quotation, at: int) -> Finding:
    end = _first_word_end(text, at, quotation.end)
    word = text[at:end]
    return Finding(at, end, suggestions=(word[0].upper() + word[1:],))


def two_speakers(verbs: Verbs, context: Context) -> Iterator[Finding]:
    """A second verb of attribution after the speaker: "...," said Lal said."""
    text = context.story.text
    for quotation in _spoken(context):
        if quotation.closing is None or text[quotation.closing.start - 1] not in ",?!.":
            continue
        found = verbs.twice.match(text, quotation.end)
        if found is not None:
            yield Finding(found.start("first"), found.end("second"))


_LONG_SPEECH = 25
_LONG_RUN = 6  # paragraphs of speech that one attribution may stand for


def orphan(verbs: Verbs, context: Context) -> Iterator[Finding]:
    """A paragraph that is one long quotation, with nobody to say it in the paragraph before or after."""
    story = context.story
    text = story.text
    body = [b for b in story.blocks if b.kind is BlockKind.BODY]
    for index, block in enumerate(body):
        quotation = story.quotes.outer_at(block.start)
        if quotation is None or quotation.state is not QuoteState.CLOSED or quotation.end < block.end - 1:
            continue
        if len(text[quotation.start : quotation.end].split()) < _LONG_SPEECH:
            continue
        before = index - 1
        while before > max(-1, index - _LONG_RUN) and _all_speech(context, body[before]):
            before -= 1
        near = [*body[max(0, before) : index], *body[index + 1 : index + 2]]
        if not any(verbs.any_verb.search(text, b.start, b.end) or text[b.end - 1] == ":" for b in near):
            assert quotation.opening is not None
            yield Finding(*quotation.opening)


def _all_speech(context: Context, block: Block) -> bool:
    quotation = context.story.quotes.outer_at(block.start)
    return quotation is not None and quotation.end >= block.end - 1


def _spoken(context: Context) -> Iterator[Quotation]:
    quotes = context.story.quotes
    for quotation in quotes.outer:
        if quotation.double or quotes.single_house:
            yield quotation


def _is_sentence(text: str, quotation: Quotation) -> bool:
    """Say whether a quotation is at least one full sentence, not a title, a slogan or a few of somebody's words."""
    assert quotation.opening is not None
    inner = text[quotation.opening.end : quotation.closing.start if quotation.closing else quotation.end]
    if (
        quotation.closing is not None
        and not _ends_spoken(text, quotation)
        and text[quotation.end : quotation.end + 1] != "."
    ):
        return False
    least = 3 if _ends_spoken(text, quotation) or quotation.closing is None else 4
    return len(inner[:400].split()) >= least and _reads_as_clause(text, quotation)


def _reads_as_clause(text: str, quotation: Quotation) -> bool:
    """Say whether three words or more begin as a sentence does, and are not capitalised as a title is."""
    assert quotation.opening is not None
    words = text[quotation.opening.end : min(quotation.end, quotation.opening.end + 400)].split()
    if len(words) < 3 or not words[0][:1].isupper():
        return False
    starts = words[0].replace("’", "'").strip(",.:;").lower() in _CLAUSE_STARTS
    least = 3 if words[-1].rstrip("\"”’'")[-1:] in ("!", "?") else 4
    if not starts and (len(words) < least or not words[1][:1].islower()):
        return False
    main = [w for w in words[1:] if len(w) > 3]
    return sum(w[:1].isupper() for w in main) <= len(main) / 2


def _ends_sentence(text: str, quotation: Quotation) -> bool:
    """Say whether a closed quotation of more than three words ends where the sentence around it does."""
    closing = quotation.closing
    if closing is None or len(text[quotation.start : closing.start][:200].split()) < 4:
        return False
    return text[closing.start - 1] in ".?!…" or text[closing.end : closing.end + 1] == "."


def _ends_spoken(text: str, quotation: Quotation) -> bool:
    return quotation.closing is None or text[quotation.closing.start - 1] in ".,?!…—–-"


def _first_word_end(text: str, start: int, limit: int) -> int:
    end = start
    while end < limit and not text[end].isspace() and text[end] not in '"”“':
        end += 1
    while end > start and text[end - 1] in ".,;:?!":
        end -= 1
    return end

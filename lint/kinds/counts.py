"""Kind `counts`: a stated number and what is counted do not fit.

    fault: parts        # "12 people, seven men and four women"
    fault: list         # "four states: Pennsylvania, Ohio and Kentucky"
    fault: agreement    # "two minister said" (`nouns`: the singular nouns that are looked for)

Only closed enumerations count: no "including", no open end, every part read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal

import msgspec
import re2

from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.groups import span_of
from .shared.matching import compile_pattern
from .shared.quantities import COUNT, count_value

FIELDS = ("stated", "counted")
BLOCKS = ("body", "caption", "standfirst")

Fault = Literal["parts", "list", "agreement"]

_SMALL = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
# Unlike these, "five children, four women and five men" may list three groups.
_WHOLE_IN_COMMAS = ("people", "persons", "victims")
_WHOLE = (
    "people|persons|victims|passengers|children|adults|civilians|crew|hostages|suspects|defendants|survivors|jurors"
)
_PART = (
    "men|man|women|woman|boys?|girls?|children|child|adults?|teenagers?|males?|females?|toddlers?|babies|baby|infants?"
    "|sons?|daughters?|brothers?|sisters?|civilians?|soldiers?|police officers?|officers?|foreigners?|locals?"
)
_QUALIFIED = r"(?:(?:young|elderly|older|adult|teenage|local|other|dead|injured|unarmed) )?"
_PIECE = rf"(?:{COUNT}|an?) {_QUALIFIED}(?:{_PART})"
_PARTS = (
    rf"\b(?P<total>(?i:{COUNT})) {_QUALIFIED}(?P<whole>{_WHOLE})(?P<mark>,| –| —| --|:| \() ?(?:all of them )?"
    rf"(?P<parts>{_PIECE}(?:, {_PIECE})*,? and {_PIECE})(?:[,.;:)]| –| —| --|$| (?:were|was|are|have|had|died)\b)"
)
_WORD = r"(?:(?:St|Mt|Dr|Mr|Mrs|Ms|[A-Z])\. )?[A-Z](?:[\w’'-]*\w)?"
_NAME = (
    rf"{_WORD}(?: (?:(?:of|de|da|van|von|der|den|del|la|le|al|bin|the) )?{_WORD}){{0,4}}"
    r"(?:, [0-9]{1,2}(?:,|\b)| \([^()\n]{1,30}\))?"
)
_LIST = (
    rf"\b(?P<total>(?i:{_SMALL})|[0-9]{{1,2}}) (?:[a-z’'-]+ ){{0,3}}(?P<noun>[a-z’'-]+)(?P<mark>,|:| –| —| -| --) "
    rf"(?P<list>{_NAME}(?:, {_NAME})*,? (?P<join>and|or) {_NAME})(?P<close>[,.;)\n]| –| —| --|$)"
)
# Nouns after which a name is no member: "three days, Obi and Lal, both from Leeds, ...".
_MEASURES = frozenset(
    [
        *("days", "weeks", "months", "years", "hours", "minutes", "seconds", "decades", "times", "miles"),
        *("metres", "meters", "kilometres", "points", "goals", "runs", "wickets", "sets", "games", "matches"),
        *("shots", "laps", "rounds", "places", "seats", "votes", "occasions", "steps", "degrees", "dollars"),
        *("pounds", "euros", "tonnes", "attempts", "ways", "stages", "parts", "series", "episodes", "overs"),
        *("innings", "tries", "kicks", "yards", "feet", "acres", "hectares", "thirds", "quarters", "fifths"),
        *("tenths", "others"),
    ]
)
_COUNTABLE = frozenset(("people", "men", "women", "children"))
_PERSONS = frozenset(
    [
        *("men", "women", "people", "children", "brothers", "sisters", "sons", "daughters", "winners", "finalists"),
        *(
            "candidates",
            "ministers",
            "suspects",
            "defendants",
            "officers",
            "directors",
            "victims",
            "judges",
            "nominees",
        ),
    ]
)
_CLOSED_SETS = frozenset(("states", "countries", "nations"))
_LEADS_AWAY = frozenset(
    [
        *("In", "After", "For", "With", "Over", "Since", "Within", "Despite", "Between", "Among", "Before"),
        *("During", "At", "On", "By", "From", "Under", "To"),
    ]
)
_GOES_ON = r"^ ?(?:and|or|plus|as well|among|with|along|including|to name|for example|say|both|while|but)\b"
_FOLLOWS = (
    "were|are|have|had|has|was|is|said|says|who|from|in|of|at|and|to|with|on|for|as|or|by|but|resigned|died|told|will"
    "|would|could|can|may|might|should|did|do|also|that|whose|after|before"
)


class Options(KindOptions, frozen=True):
    fault: Fault
    nouns: tuple[str, ...] = ()


class State(msgspec.Struct, frozen=True):
    find: Callable[[State, Context], Iterator[Finding]]
    source: str
    pattern: Any
    goes_on: Any
    piece: Any
    outside_kin: Any


def prepare(options: Options, lists: Lists) -> State:
    source = {"parts": _PARTS, "list": _LIST, "agreement": ""}[options.fault]
    if options.fault == "agreement":
        if not options.nouns:
            raise OptionError("`fault: agreement` needs `nouns`")
        nouns = "|".join(re2.escape(noun) for noun in options.nouns)
        source = rf"\b(?P<total>{_SMALL}|several|Two|Three|Several) (?P<mark>{nouns})(?: (?:{_FOLLOWS})\b|[,.;:)\n]|$)"
    return State(
        find={"parts": _parts, "list": _list, "agreement": _agreement}[options.fault],
        source=source,
        pattern=compile_pattern(source),
        goes_on=compile_pattern(_GOES_ON),
        outside_kin=compile_pattern(r"\b(?:wom[ae]n|m[ae]n|adults?|officers?|soldiers?|civilians?|children)\b"),
        piece=compile_pattern(rf"({COUNT}|an?) {_QUALIFIED}(?:{_PART})\b"),
    )


def needles(state: State) -> tuple[str, ...]:
    return (state.source,)


def check(state: State, context: Context) -> Iterator[Finding]:
    yield from state.find(state, context)


def _parts(state: State, context: Context) -> Iterator[Finding]:
    for match in state.pattern.finditer(context.story.text):
        total = count_value(match["total"])
        parts = [count_value(piece[1]) for piece in state.piece.finditer(match["parts"])]
        counted = sum(part or 0 for part in parts)
        if total is None or None in parts or counted == total or total == 1:
            continue
        kin = match["whole"] == "children" and not state.outside_kin.search(match["parts"])
        if match["mark"] == "," and match["whole"] not in _WHOLE_IN_COMMAS and not kin:
            continue
        start, end = span_of(match, "total")[0], span_of(match, "parts")[1]
        yield Finding(start, end, values={"stated": match["total"], "counted": str(counted)})


def _list(state: State, context: Context) -> Iterator[Finding]:
    text = context.story.text
    for match in state.pattern.finditer(text):
        noun, mark, listed = match["noun"], match["mark"], match["list"]
        total = count_value(match["total"])
        if total is None or noun in _MEASURES or (not noun.endswith("s") and noun not in _COUNTABLE):
            continue
        if match["close"] != "\n" and state.goes_on.search(text[match.end() : match.end() + 14]):
            continue
        if mark == "," and _is_adverbial(context, match.start()):
            continue
        low, high = _members(listed, match["join"])
        if low <= total <= high:
            continue
        # Too many names may be towns with their states, or firms; only of people and of countries there is no doubt.
        if total < low and not (noun in _PERSONS or (noun in _CLOSED_SETS and mark != ",")):
            continue
        start, end = match.start(), span_of(match, "list")[1]
        counted = str(low) if low == high else f"{low} or {high}"
        yield Finding(start, end, values={"stated": match["total"], "counted": counted})


def _members(listed: str, join: str) -> tuple[int, int]:
    """Return the least and the most members that a list of names may have: "and" may be part of a name."""
    plain = "".join(part.partition(")")[2] if i else part for i, part in enumerate(listed.split(" (")))
    plain = plain.replace(f", {join} ", f" {join} ")
    chunks = [chunk for chunk in plain.split(", ") if not chunk.strip(",").isdecimal()]
    joins = sum(chunk.count(f" {join} ") + chunk.startswith(f"{join} ") for chunk in chunks)
    others = sum(chunk.count(" and ") for chunk in chunks) if join == "or" else 0
    low = len(chunks) + (1 if joins == 1 else 0)
    return low, len(chunks) + joins + others


def _is_adverbial(context: Context, offset: int) -> bool:
    """Say whether a sentence only gets under way here: "In three towns, Obi and Lal, ..."."""
    sentence = context.story.sentence_at(offset)
    if sentence is None or offset - sentence.start > 200:
        return sentence is None
    before = context.story.text[sentence.start : offset].split()
    return bool(before) and before[0].lstrip("\"'“‘") in _LEADS_AWAY and not any(word.endswith(",") for word in before)


def _agreement(state: State, context: Context) -> Iterator[Finding]:
    text = context.story.text
    for match in state.pattern.finditer(text):
        before = text[max(0, match.start() - 8) : match.start()].lower()
        if before.endswith(("number ", "no ", "no. ", "phase ", "level ", "grade ", "-", "one or ")):
            continue
        start, end = span_of(match, "mark")
        yield Finding(start, end, suggestions=(match["mark"] + "s",), values={"stated": match["total"]})

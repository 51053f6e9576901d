"""Kind `grammar`: what LanguageTool found, where its rule is switched on.

    rules: grammar/rules           # every rule with its severity, "off" for most, and what was counted (see ruletable)
    guards: grammar/guards         # where a rule that is on is silent all the same
    ids: grammar/ids               # the rules that LanguageTool has: any other id is an error
    known: spelling-known          # words that are right though LanguageTool's dictionary lacks them
    varieties: spelling-varieties  # words that another check holds against the story's variety

A finding's rule is ``grammar/<LanguageTool's id, lower case, hyphens>`` and its severity the list's. Inside quotations
only misprints are reported, never as errors. What is found in one of the newsroom's own words is dropped, whatever the
rule. A spelling match is dropped too for names (anything with a capital, and a name of the story's cast in lower case),
for words that the story itself uses twice, and for foreign phrases; what is left is a warning where one letter is
missing, doubled or out of place, or a space before or after a small word ("inthe"), otherwise advice.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from ..grammar.match import Match
from ..issue import Severity
from ..text.regex import regex
from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.matching import compile_pattern
from .shared.ownwords import own_words
from .shared.ruletable import read_rows, require_known
from .shared.spelling import known_words, variety_words

QUOTES = "anywhere"

SPELLING = "MORFOLOGIK_RULE_"
_SPELLING_RULES = tuple(SPELLING + variant for variant in ("EN_AU", "EN_GB", "EN_US", "EN_CA", "EN_NZ", "EN_ZA"))
_AROUND = 40
_SUGGESTIONS = 3
_PLAIN_WORD = regex(r"[a-z]+(?:['’-][a-z]+)*")
_WORDS = regex(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_GENUS = regex(r"(?:^|[^\w.])[A-Z]\. $")  # of "P. orientale", the initial before a species
_VOWELS = frozenset("aeiou")
_EVERYDAY = frozenset(
    {"and", "for", "from", "had", "has", "have", "not", "that", "the", "they", "this", "was", "were", "will", "with"}
)  # in words as short as these a letter too many proves something only where no other word is near
_BEFORE = frozenset({"the", "to", "of", "that", "and", "with", "for"})
_AFTER = frozenset({"the", "that"})


class Options(KindOptions, frozen=True):
    rules: str = "grammar/rules"
    guards: str = "grammar/guards"
    ids: str = "grammar/ids"
    known: str = "spelling-known"
    varieties: str = "spelling-varieties"


class Parsed(msgspec.Struct, frozen=True):
    """What reading the lists gives: kept in the compiled book, for there are 3,000 rules."""

    severities: dict[str, Severity]  # of the rules that are on
    misprints: frozenset[str]
    only: dict[str, list[str]]  # RE2 patterns
    unless: dict[str, list[str]]
    known: frozenset[str]  # lower case, from all lists


class State(msgspec.Struct, frozen=True):
    severities: Mapping[str, Severity]
    misprints: frozenset[str]
    only: Mapping[str, tuple[Any, ...]]
    unless: Mapping[str, tuple[Any, ...]]
    known: frozenset[str]


class _Guards(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    misprints: list[str] = []
    only: dict[str, list[str]] = {}
    unless: dict[str, list[str]] = {}


def parse(options: Options, lists: Lists) -> Parsed:
    rows = read_rows(options.rules, lists.get(options.rules), _ids(lists.get(options.ids), options.ids))
    severities = {rule: row.severity for rule, row in rows.items() if row.severity != "off"}
    try:
        guards = msgspec.convert(lists.get(options.guards), _Guards)
    except msgspec.ValidationError as error:
        raise OptionError(f"the list `{options.guards}`: {error}") from None
    require_known(options.guards, (*guards.misprints, *guards.only, *guards.unless), rows)
    for rule in (*guards.misprints, *guards.only, *guards.unless):
        if rule not in severities:
            raise OptionError(
                f"the list `{options.guards}` has a guard for `{rule}`, which is off in `{options.rules}`"
            )
    return Parsed(
        severities=severities,
        misprints=frozenset(guards.misprints),
        only=guards.only,
        unless=guards.unless,
        known=known_words(lists.get(options.known)) | variety_words(lists.get(options.varieties)),
    )


def restore(parsed: Parsed, options: Options, lists: Lists) -> State:
    return State(
        severities=parsed.severities,
        misprints=parsed.misprints,
        only=_compile(parsed.only),
        unless=_compile(parsed.unless),
        known=parsed.known,
    )


def prepare(options: Options, lists: Lists) -> State:
    return restore(parse(options, lists), options, lists)


def _ids(data: Any, name: str) -> frozenset[str]:
    if not isinstance(data, dict) or not all(isinstance(row, str) for row in data.values()):
        raise OptionError(f"the list `{name}` must map names to rows of LanguageTool's ids")
    return frozenset(rule for row in data.values() for rule in row.split())


def _compile(table: Mapping[str, list[str]]) -> Mapping[str, tuple[Any, ...]]:
    return {rule: tuple(compile_pattern(p) for p in patterns) for rule, patterns in table.items()}


def languagetool_rules(state: State) -> frozenset[str]:
    """Return the LanguageTool rules that a check of this kind wants to be asked for."""
    return frozenset(state.severities) | frozenset(_SPELLING_RULES)


def check(state: State, context: Context) -> Iterator[Finding]:
    if not context.matches:
        return
    own = own_words(context.words)
    text = context.story.text
    matches = [
        match
        for match in context.matches
        if not own.cover(text, match.start, match.end)
        and not (match.rule_id.startswith(SPELLING) and _is_listed(context, match.start, match.end))
    ]
    spelling = [match for match in matches if match.rule_id.startswith(SPELLING)]
    for match in matches:
        if not match.rule_id.startswith(SPELLING):
            finding = _grammar(state, context, match)
            if finding is not None:
                yield finding
    if spelling:
        yield from _spelling(state, context, spelling)


_NAME = regex(r"[^\W\d_]+(?:['’‐‑-][^\W\d_]+)*")
_LONGEST = 60


def _is_listed(context: Context, start: int, end: int) -> bool:
    """Say whether a span lies in a word of a listed name, in its own capitals, be it in the possessive or the plural.

    LanguageTool may mark one half of a double name.
    """
    if context.ledger is None:
        return False
    for found in _NAME.finditer(context.story.text, max(0, start - _LONGEST), end + _LONGEST):
        if found.end() >= end:
            word = found.group().replace("’", "'").replace("‑", "-").removesuffix("'s").removesuffix("'")
            return found.start() <= start and any(
                form in context.ledger.words for form in (word, word.removesuffix("s"), *word.split("-"))
            )
    return False


def _grammar(state: State, context: Context, match: Match) -> Finding | None:
    severity = state.severities.get(match.rule_id)
    text = context.story.text
    if severity is None or _inside_number(text, match.start):
        return None
    if context.story.in_speech(match.start, match.end):
        if match.rule_id not in state.misprints:
            return None
        severity = "warning" if severity == "error" else severity
    only, unless = state.only.get(match.rule_id, ()), state.unless.get(match.rule_id, ())
    if only or unless:
        around = (
            f"{text[max(0, match.start - _AROUND) : match.start]}[[{text[match.start : match.end]}]]"
            f"{text[match.end : match.end + _AROUND]}"
        )
        if only and not any(pattern.search(around) for pattern in only):
            return None
        if any(pattern.search(around) for pattern in unless):
            return None
    return _finding(context, match, severity)


def _finding(context: Context, match: Match, severity: Severity) -> Finding:
    found = context.story.text[match.start : match.end]
    # Of a word that may be right, the nearest in a dictionary is a hint for people and no repair.
    doubtful = severity == "advice" and match.rule_id.startswith(SPELLING)
    return Finding(
        match.start,
        match.end,
        suggestions=tuple(s for s in match.replacements if s != found)[:_SUGGESTIONS],
        rule="grammar/" + match.rule_id.lower().replace("_", "-"),
        severity=severity,
        message=" ".join(match.message.split()) or f"LanguageTool's rule {match.rule_id} finds fault with this.",
        fix="no" if doubtful else None,
    )


def _inside_number(text: str, start: int) -> bool:
    """Say whether a match begins in the middle of a figure: "70,[[000 kilometre flight]]", "1-1/[[2 hour]]"."""
    return start > 1 and text[start : start + 1].isdigit() and text[start - 1] in ",./" and text[start - 2].isdigit()


def _spelling(state: State, context: Context, matches: list[Match]) -> Iterator[Finding]:
    text = context.story.text
    times = Counter(word.casefold() for word in _WORDS.findall(text))
    starts = sorted(match.start for match in matches)
    names = frozenset(part.casefold() for person in context.story.people.people for part in _WORDS.findall(person.full))
    for match in matches:
        word = text[match.start : match.end]
        owner = _apostrophe(word, match)
        if owner is not None:
            yield _finding(context, owner, "warning")
            continue
        if not _PLAIN_WORD.fullmatch(word) or word in state.known or word in names or _common(word, times):
            continue
        if _part_of_more(text, match.start, match.end) or _foreign(text, match, starts):
            continue
        if not _one_slip(word, match.replacements):
            yield _finding(context, match, "advice")
            continue
        # The words of a lost space are meant, whatever else is near: "inthe" is "in the", not "Anthe".
        likely_first = sorted(match.replacements, key=lambda meant: not _joins_small_word(word, meant))
        yield _finding(context, msgspec.structs.replace(match, replacements=tuple(likely_first)), "warning")


def _apostrophe(word: str, match: Match) -> Match | None:
    """Return the match of a lost apostrophe ("womens team"), narrowed to its word; None where it is something else."""
    if not word.islower():
        return None
    for replacement in match.replacements:
        if replacement != word and replacement.replace("'", "").replace("’", "") == word:
            first, _, rest = word.partition(" ")
            new, _, after = replacement.partition(" ")
            if rest == after:
                return msgspec.structs.replace(match, end=match.start + len(first), replacements=(new,))
    return None


def _common(word: str, times: Counter[str]) -> bool:
    """Say whether the story uses the word more than once, be it in the singular and in the plural."""
    return times[word] > 1 or times[word + "s"] > 0 or (word.endswith("s") and times[word[:-1]] > 0)


def _part_of_more(text: str, start: int, end: int) -> bool:
    """Say whether the word is a piece of an address, a handle, a name with a small particle, or a broken entity."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in ("@", "#", "/", "_", "&", ";", ".", "-", "'", "’", "\\") and before:
        return True
    if after in ("@", "/", "_", "-", "’", "'", "\\") and after:
        return True
    if after == "." and text[end + 1 : end + 2].isalnum():
        return True
    if _GENUS.search(text, max(0, start - 4), start):
        return True
    # "van der Berg", "Tran thi Hoa": a short small word before a capital, or between two.
    return end - start <= 4 and text[end : end + 2].strip()[:1].isupper() and text[end : end + 1] == " "


def _foreign(text: str, match: Match, starts: list[int]) -> bool:
    """Say whether another unknown word stands next to this one: a phrase in another language, a Latin name."""
    index = bisect_left(starts, match.end)
    if index < len(starts) and starts[index] - match.end <= 1:
        return True
    index = bisect_left(starts, match.start) - 1
    return index >= 0 and text[starts[index] : match.start].count(" ") == 1 and text[match.start - 1] == " "


def _one_slip(word: str, replacements: tuple[str, ...]) -> bool:
    """Say whether one slip explains the word, and nothing else does."""
    if not replacements:
        return False
    if any(_joins_small_word(word, replacement) for replacement in replacements):
        return True
    if replacements[0] in _EVERYDAY and len(word) == len(replacements[0]) + 1:
        return _without_one_letter(word, replacements[0]) is not None  # "anmd", "wiil"
    return slip_of_the_pen(word, replacements[0]) and not any(_is_compound(word, split) for split in replacements)


def _joins_small_word(word: str, split: str) -> bool:
    """Say whether the word is a small word and another without the space between them: "inthe", "toprevent"."""
    first, _, second = split.partition(" ")
    small = (first in _BEFORE and len(second) >= 3) or (second in _AFTER and len(first) >= 2)
    return small and first + second == word


def _is_compound(word: str, split: str) -> bool:
    """Say whether the word is two whole words written as one ("backsplash"): rather unknown than wrong."""
    first, _, second = split.partition(" ")
    return first + second == word and len(first) >= 4 and len(second) >= 4


def slip_of_the_pen(word: str, meant: str) -> bool:
    """Say whether one slip turns ``meant`` into ``word``: a letter left out, put in twice, or two changed places.

    Another letter in place of the right one proves little ("minicar", "minicab"), save a vowel in a long word.
    """
    if not word.isalpha() or not meant.isalpha() or meant != meant.lower() or word[0] != meant[0]:
        return False
    if len(word) == len(meant):
        places = [i for i, (a, b) in enumerate(zip(word, meant, strict=True)) if a != b]
        if len(places) == 2:
            i, j = places
            return j == i + 1 and word[i] == meant[j] and word[j] == meant[i] and len(word) >= 4
        return len(places) == 1 and len(word) >= 9 and word[places[0]] in _VOWELS and meant[places[0]] in _VOWELS
    if len(word) < 5 or abs(len(word) - len(meant)) != 1:
        return False
    longer, shorter = (word, meant) if len(word) > len(meant) else (meant, word)
    place = _without_one_letter(longer, shorter)
    if place is None:
        return False
    # A plural or a past form that the dictionary does not know ("abnormals", "codenamed") is no slip.
    return not (longer is word and place == len(shorter) and longer[-1] in "sd" and longer[-1] != longer[-2])


def _without_one_letter(longer: str, shorter: str) -> int | None:
    """Return the place of the letter without which ``longer`` is ``shorter``; None where there is none."""
    place = next((i for i, (a, b) in enumerate(zip(longer, shorter, strict=False)) if a != b), len(shorter))
    return place if longer[place + 1 :] == shorter[place:] else None

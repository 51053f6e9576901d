"""Attribution: the few words after or before speech that say whose it is ("she said", "said Rose Obi, the mayor")."""

from __future__ import annotations

from .regex import regex

# The verbs that end or begin an attribution often enough to be told from narration. Tests hold
# rules/lists/speech-verbs.yml to contain them all; that list is wider, and is for checks.
CORE_VERBS: tuple[str, ...] = (
    "said", "says", "say", "added", "adds", "told", "tells", "asked", "asks", "replied", "replies", "explained",
    "explains", "wrote", "writes", "warned", "warns", "insisted", "insists", "argued", "argues", "announced",
    "continued", "noted", "notes", "recalled", "recalls", "joked", "admitted", "stressed", "concluded", "declared",
    "remarked", "commented", "observed", "responded", "shouted", "claimed", "tweeted", "testified", "conceded",
    "countered", "quipped",
)  # fmt: skip

_VERB = "(?:" + "|".join(sorted(CORE_VERBS, key=lambda v: (-len(v), v))) + ")"
_ADVERB = "(?:(?:later|also|then|once|had|has|have|often) )?"
# Speakers are spoken of in the third person: "..., I said" goes on with the speech.
_NAME = r"(?!I\b|We\b|You\b)[^\W\d_a-z][\w’'.-]*"
_STARTER = rf"(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Oo]ne|[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|{_NAME})"
_SUBJECT_VERB = rf"{_STARTER}(?:,? [\w’'.-]+){{0,6}}?,? {_ADVERB}{_VERB}\b"
_VERB_SUBJECT = rf"{_VERB} (?:he|she|they|it|one|the|an?|his|her|their|{_NAME})\b"

AFTER = regex(rf"(?:{_VERB_SUBJECT}|{_SUBJECT_VERB})")
"""An attribution from its first word, to be matched where the speech before it ends."""

SHORT_AFTER = regex(
    rf"(?:said|says|added) (?:he|she|they|{_NAME})\b"
    rf"|(?:he|she|they|{_NAME}(?: {_NAME}){{0,2}}) (?:said|says|added|told)\b"
)
"""The plainest attributions only, for where a space stands on the wrong side of a mark."""

CERTAIN_AFTER = regex(rf"\s+(?:{_VERB_SUBJECT}|(?:{_NAME}(?: {_NAME}){{0,2}}) (?:said|says|added|tells|told)\b)")
"""An attribution that speech itself hardly ever holds: verb first, or a name and its verb with nothing between."""

_AFTER_STOP = regex(
    rf"[?!…—–](?=\s+(?:{_VERB_SUBJECT}|(?:he|she|they) {_ADVERB}{_VERB}\b"
    rf"|(?!(?:He|She|They|It)\b){_NAME}(?: {_NAME}){{0,3}} {_ADVERB}(?:said|says|asked|asks|added|adds)(?:[.,]|$)))"
    # After a full stop only an attribution with its name can be told from a sentence of the speaker's.
    rf"|\.(?=\s+(?:(?:said|added) {_NAME}(?: {_NAME}){{0,3}}[.,]"
    rf"|(?:Mr|Mrs|Ms|Dr|Miss|Prof|Sir|Dame)\.? {_NAME}(?: {_NAME}){{0,2}} (?:said|added)\.$))"
)

_REACH = 4_000

_AFTER_COMMA = regex(rf",(?P<gap>\s+)(?={AFTER.pattern})")


_KIN = (
    "(?:wife|husband|mother|father|sister|brother|daughter|son|uncle|aunt|cousin|nephew|niece|neighbour|neighbor|partner"
    "|widow|widower|grandmother|grandfather|lawyer|solicitor|barrister|agent|manager|boss|colleague|deputy|friend)"
)
_SPEAKER = regex(
    rf"[\"”’'] (?:{_VERB} (?:(?:the|an?|his|her|its|their|our) (?:[\w’'-]+ ){{0,4}}[\w’'-]+, )?"
    rf"(?P<after>{_NAME}(?: {_NAME}){{0,3}})|{_VERB} (?:his|her|their) (?P<kin>{_KIN})\b|"
    rf"(?P<before>{_NAME}(?: {_NAME}){{0,3}}) {_VERB})\b"
)


def speaker_after_speech(text: str, start: int, end: int) -> str | None:
    """Return the surname in the last attribution after a closing mark in ``text[start:end]``, None without one."""
    surname = None
    for found in _SPEAKER.finditer(text, start, end):
        surname = (found["after"] or found["before"] or found["kin"]).split()[-1]
    return surname


def attribution_after_comma(text: str, start: int, end: int) -> int | None:
    """Return the end of the first comma in ``text[start:end]`` that an attribution follows, None where none does.

    As far as `attribution_after_stop` looks.
    """
    found = _AFTER_COMMA.search(text, start, min(end, start + _REACH))
    return found.start() + 1 if found else None


def attribution_after_stop(text: str, start: int, end: int) -> int | None:
    """Return the end of the first stop ("?", "!", a dash) in ``text[start:end]`` that a bare attribution follows.

    Speech that nothing ends is searched for 4,000 code points: many marks in one endless line cost what few do.
    """
    found = _AFTER_STOP.search(text, start, min(end, start + _REACH))
    return found.end() if found else None

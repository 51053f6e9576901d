"""How LanguageTool reads words: for the author of a check in tokens.

Its server tells no parts of speech. A server that has `reading_rules` among its own rules, one for each tag, does:
where such a rule matches, a token has a reading with that tag.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..kinds.shared.languagetool_tags import TAGS, literal
from ..kinds.shared.languagetool_xml import PatternRule, PatternToken, Word, rule_group
from .selftest import MatchSource

Readings = Callable[[str, str], str]
"""Says of a text in a variant how its words are read: "The/DT raid/NN,VB began/VBD ./SENT_END"."""


def _rule_ids() -> dict[str, str]:
    return {tag: f"NEWSLINT_TAG_{number}" for number, tag in enumerate(TAGS) if tag not in ("SENT_START", "PCT")}


def reading_rules() -> tuple[str, ...]:
    """Return the rules that `read_words` asks for, in LanguageTool's XML."""
    return tuple(
        rule_group(id_, [PatternRule((PatternToken(Word(tag=literal(tag))),), "0")]) for tag, id_ in _rule_ids().items()
    )


def read_words(text: str, variant: str, source_of: Callable[[Iterable[str]], MatchSource]) -> str:
    """Return the tokens of a text with their tags; ``source_of`` gives the source of the matches of some rules.

    Each tag is asked for by itself: of matches that overlap, the server keeps one.
    """
    tags: dict[tuple[int, int], list[str]] = {}
    seen: set[str] = set()
    for tag, id_ in _rule_ids().items():
        general, _, special = tag.partition("_")
        if special and general in ("PRP", "PRP$") and general not in seen:
            continue  # half of all tags are kinds of pronoun, and a request takes 40 ms
        for match in source_of((id_,))(text, variant):
            tags.setdefault((match.start, match.end), []).append(tag)
            seen.add(tag)
    return " ".join(f"{text[start:end]}/{','.join(tags[start, end])}" for start, end in sorted(tags))

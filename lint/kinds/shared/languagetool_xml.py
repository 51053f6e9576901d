"""From a sequence of tokens to a rule in LanguageTool's XML.

Only data goes in: words, patterns, tags, numbers and suggestions. The generator knows no filters, no classes, no
entities and no references to other rules, and escapes all text, so that whatever a check holds, the server can read it
and runs nothing but its own matching. The names of elements and attributes are those of ``pattern.xsd`` and
``rules.xsd`` in languagetool-core 6.8.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from .languagetool_tags import literal

PRIORITY = 1_000_000
"""Above that of any rule of LanguageTool's own: of matches that overlap, the server keeps the one with the highest."""

_NO_READING = "SENT_END|PARA_END"
"""Tags that LanguageTool adds to a sentence's last token, whatever it is: they are no part of speech."""


class Word(msgspec.Struct, frozen=True):
    """What a token, or one of its exceptions, is: a pattern over its text or over its lemma, a pattern over its tag.

    All conditions hold for one and the same reading. ``negated``: any token but one with this text.
    """

    text: str | None = None  # a pattern
    lemma: bool = False
    negated: bool = False
    case: bool = False
    tag: str | None = None  # a pattern
    other_tag: bool = False  # a reading with any other tag than these
    space_before: bool | None = None


class Excluded(msgspec.Struct, frozen=True):
    """A token that the pattern leaves out: this one, the one before it, or one that is skipped after it."""

    word: Word
    scope: str = "current"  # current | previous | next


class PatternToken(msgspec.Struct, frozen=True):
    """One token of a sequence: ``least`` to ``most`` times, then up to ``skip`` tokens that may be anything."""

    word: Word
    exceptions: tuple[Excluded, ...] = ()
    chunk: str | None = None  # a pattern
    least: int = 1
    most: int = 1
    skip: int = 0
    marked: bool = False


class Form(msgspec.Struct, frozen=True):
    """A token of the sequence in a suggestion, counted from 1: as it is, or in the form that has the tag ``to``.

    ``of`` is the tag that the token's reading has to have, None for any. ``case`` is LanguageTool's case conversion.
    """

    number: int
    to: str | None = None
    of: str | None = None
    case: str | None = None


Suggestion = tuple[str | Form, ...]

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})  # xml.sax takes 16 ms to import


class PatternRule(msgspec.Struct, frozen=True):
    """One sequence with its suggestions; ``message`` comes back with each match."""

    tokens: tuple[PatternToken, ...]
    message: str
    suggestions: tuple[Suggestion, ...] = ()


def rule_group(id_: str, rules: Iterable[PatternRule], unless: Iterable[Sequence[PatternToken]] = ()) -> str:
    """Return the group of all sequences of one check, silent where one of the sequences ``unless`` is."""
    lines = [f'<rulegroup id="{_escape(id_)}" name="{_escape(id_)}" prio="{PRIORITY}">']
    lines += [f"<antipattern>{_sequence(tokens)}</antipattern>" for tokens in unless]
    for rule in rules:
        suggestions = "".join(f"<suggestion>{_suggestion(each)}</suggestion>" for each in rule.suggestions)
        lines.append(
            f"<rule><pattern>{_sequence(rule.tokens)}</pattern>"
            f"<message>{_escape(rule.message)}</message>{suggestions}</rule>"
        )
    return "\n".join((*lines, "</rulegroup>"))


def _sequence(tokens: Sequence[PatternToken]) -> str:
    parts: list[str] = []
    inside = False
    for token in tokens:
        if token.marked != inside:
            parts.append("<marker>" if token.marked else "</marker>")
            inside = token.marked
        parts.append(_token(token))
    if inside:
        parts.append("</marker>")
    marked = [token.marked for token in tokens]
    return "".join(parts) if any(marked) and not all(marked) else "".join(map(_token, tokens))


def _token(token: PatternToken) -> str:
    attributes = _attributes(token.word)
    if token.chunk is not None:
        attributes["chunk_re"] = token.chunk
    if token.least != 1:
        attributes["min"] = str(token.least)
    if token.most != 1:
        attributes["max"] = str(token.most)
    if token.skip:
        attributes["skip"] = str(token.skip)
    return _element("token", attributes, token.word.text, "".join(map(_exception, token.exceptions)))


def _exception(exception: Excluded) -> str:
    attributes = _attributes(exception.word)
    if exception.scope != "current":
        attributes["scope"] = exception.scope
    return _element("exception", attributes, exception.word.text)


def _attributes(word: Word) -> dict[str, str]:
    attributes: dict[str, str] = {}
    if word.text is not None:
        attributes["regexp"] = "yes"
        if word.lemma:
            attributes["inflected"] = "yes"
        if word.negated:
            attributes["negate"] = "yes"
        if word.case:
            attributes["case_sensitive"] = "yes"
    if word.tag is not None:
        attributes["postag"] = f"{word.tag}|{_NO_READING}" if word.other_tag else word.tag
        attributes["postag_regexp"] = "yes"
        if word.other_tag:
            attributes["negate_pos"] = "yes"
    if word.space_before is not None:
        attributes["spacebefore"] = "yes" if word.space_before else "no"
    return attributes


def _suggestion(suggestion: Suggestion) -> str:
    return "".join(_escape(part) if isinstance(part, str) else _form(part) for part in suggestion)


def _form(form: Form) -> str:
    attributes = {"no": str(form.number)}
    if form.to is not None:
        attributes["postag"] = form.of or literal(form.to)
        attributes["postag_regexp"] = "yes"
        if form.of is not None:
            attributes["postag_replace"] = form.to
    if form.case is not None:
        attributes["case_conversion"] = form.case
    return _element("match", attributes)


def _escape(text: str) -> str:
    return text.translate(_ESCAPES)


def _element(name: str, attributes: dict[str, str], text: str | None = None, children: str = "") -> str:
    head = "".join(f' {key}="{_escape(value)}"' for key, value in attributes.items())
    body = _escape(text or "") + children
    return f"<{name}{head}>{body}</{name}>" if body else f"<{name}{head}/>"

"""Sequences of tokens on one line each, for people: ``a|the series of <JJ>{0,2} [[<NN not VB.*>]]``."""

from __future__ import annotations

from collections.abc import Iterator

from .token_options import Except, Options, Sequence, Token, sequences

_WORDS = 6


def describe(options: Options) -> tuple[str, ...]:
    """Return a line for each sequence, with its suggestions, then one for each sequence under ``unless``."""
    lines = []
    for sequence, suggest in sequences(options):
        offered = " or ".join(f'"{each}"' for each in suggest)
        lines.append(_sequence(sequence) + (f"  ->  {offered}" if offered else ""))
    return (*lines, *(f"unless {_sequence(sequence)}" for sequence in options.unless))


def _sequence(sequence: Sequence) -> str:
    line = " ".join(_token(token) for token in sequence)
    return line.replace("]] [[", " ")


def _token(token: str | tuple[str, ...] | Token) -> str:
    if not isinstance(token, Token):
        return _words(token)
    if token.start or token.end:
        return "(start)" if token.start else "(end)"
    shown = "".join(_what(token)) or "*"
    exceptions = [_exception(each) for each in token.except_]
    if exceptions:
        shown += f" except {_few(exceptions)}"
    if token.not_after:
        shown += f" not after {_few([_exception(each) for each in token.not_after])}"
    if exceptions or token.not_after:
        shown = f"({shown})"
    most = max(token.min, 1) if token.max is None else token.max
    if (token.min, most) != (1, 1):
        shown += "?" if (token.min, most) == (0, 1) else f"{{{token.min},{most}}}"
    if token.mark:
        shown = f"[[{shown}]]"
    return f"{shown} (up to {token.skip} others)" if token.skip else shown


def _what(token: Token | Except) -> Iterator[str]:
    if token.text is not None:
        yield _words(token.text)
    if token.lemma is not None:
        yield f"{_words(token.lemma)}~"
    if token.regex is not None:
        yield f"/{token.regex}/"
    if isinstance(token, Except):
        if token.tag is not None:
            yield f"<{token.tag}>"
        return
    if token.not_ is not None:
        yield f"not {_words(token.not_)}"
    tags = [tag for tag in (token.tag, token.only_tag and f"only {token.only_tag}") if tag]
    tags += [f"not {token.not_tag}"] if token.not_tag else []
    if tags:
        yield f"<{' '.join(tags)}>"
    if token.chunk is not None:
        yield f"<{token.chunk}>"


def _exception(exception: str | Except) -> str:
    return exception if isinstance(exception, str) else "".join(_what(exception))


def _words(words: str | tuple[str, ...]) -> str:
    return words if isinstance(words, str) else _few(list(words))


def _few(words: list[str]) -> str:
    return "|".join(words[:_WORDS]) + ("|..." if len(words) > _WORDS else "")

"""From the options of kind `tokens` to LanguageTool's XML; everything that a check says is looked at before."""

from __future__ import annotations

import re

from ...text.regex import regex
from .base import OptionError
from .java_pattern import check_pattern
from .languagetool_tags import CHUNKS, FORMS, literal, nearest, tag_pattern
from .languagetool_xml import Excluded, Form, PatternRule, PatternToken, Suggestion, Word, rule_group
from .token_options import Except, Options, Parsed, Sequence, Token, sequences

PREFIX = "NEWSLINT_"

_LONGEST = 30
_SEQUENCES = 100
_WORDS = 5000
_MOST = 9
_SKIP = 20
_SUGGESTIONS = 3
_CASES = {"lower": "alllower", "upper": "allupper", "title": "startupper"}
_REFERENCE = regex(r"\{([^{}]*)\}")
_PARTS = regex(r"([0-9]{1,2})(?::([^|>]+)(?:>([^|>]+))?)?(?:\|([a-z]+))?")
_LITERAL = regex(r"[^\W_]|[ .,;:!?'’‘“”\"$£€%+/–—-]")
_CUT = regex(r"(.+)(n['’]t|['’](?:s|ll|re|ve|d|m))", re.IGNORECASE)

_Where = tuple[str | int, ...]


def compile_rule(options: Options) -> Parsed:
    """Return the rule's id, which follows from all the rest, and its XML. Raises OptionError for what is wrong."""
    import hashlib  # only where a check is read from YAML

    if bool(options.tokens) == bool(options.any):
        raise OptionError("needs either `tokens`, one sequence, or `any`, a list of sequences")
    if len(options.any) + len(options.unless) > _SEQUENCES:
        raise OptionError(f"more than {_SEQUENCES} sequences", "any")
    unless = [_sequence(each, ("unless", index)) for index, each in enumerate(options.unless)]
    rules = []
    for index, (sequence, suggest) in enumerate(sequences(options)):
        where: _Where = ("any", index) if options.any else ()
        own = bool(options.any) and options.any[index].suggest is not None
        tokens = _marked(_sequence(sequence, (*where, "tokens")), (*where, "tokens"))
        rules.append(
            PatternRule(tokens, str(index), _suggestions(suggest, tokens, (*(where if own else ()), "suggest")))
        )
    body = rule_group(PREFIX, rules, unless)
    id_ = PREFIX + hashlib.sha256(body.encode()).hexdigest()[:12].upper()
    return Parsed(id_, rule_group(id_, rules, unless))


def _sequence(sequence: Sequence, where: _Where) -> tuple[PatternToken, ...]:
    if not 1 <= len(sequence) <= _LONGEST:
        raise OptionError(f"a sequence has 1 to {_LONGEST} tokens", *where)
    tokens = tuple(_token(each, (*where, index)) for index, each in enumerate(sequence))
    if all(token.word == Word() and not token.exceptions and token.chunk is None for token in tokens):
        raise OptionError("a sequence of any tokens would match anywhere", *where)
    if all(token.least == 0 for token in tokens):
        raise OptionError("every token may be missing (`min: 0`): this would match anywhere", *where)
    return tokens


def _marked(tokens: tuple[PatternToken, ...], where: _Where) -> tuple[PatternToken, ...]:
    marks = [index for index, token in enumerate(tokens) if token.marked]
    if not marks:
        if len(tokens) > 1:
            raise OptionError("no token is marked: give those that the issue is about `mark: true`", *where)
        return tokens
    if marks != list(range(marks[0], marks[-1] + 1)):
        raise OptionError("the marked tokens must stand together", *where, marks[-1])
    if all(tokens[index].least == 0 for index in marks):
        raise OptionError("every marked token may be missing (`min: 0`)", *where, marks[0])
    return tokens


def _token(token: str | tuple[str, ...] | Token, where: _Where) -> PatternToken:
    if not isinstance(token, Token):
        return PatternToken(Word(text=_words(token, where)))
    if token.start or token.end:
        return _edge(token, where)
    most = max(token.min, 1) if token.max is None else token.max
    if not 0 <= token.min <= 1:
        raise OptionError("`min` is 0 or 1", *where, "min")
    if not token.min <= most <= _MOST or most < 1:
        raise OptionError(f"`max` is at least 1, at least `min` and at most {_MOST}", *where, "max")
    if not 0 <= token.skip <= _SKIP:
        raise OptionError(f"`skip` is 0 to {_SKIP}", *where, "skip")
    if token.skip_except and not token.skip:
        raise OptionError("`skip-except` needs `skip`", *where, "skip-except")
    exceptions = [
        *(_exception(each, (*where, "except", index)) for index, each in enumerate(token.except_)),
        *(_exception(each, (*where, "not-after", i), "previous") for i, each in enumerate(token.not_after)),
        *(_exception(each, (*where, "skip-except", i), "next") for i, each in enumerate(token.skip_except)),
    ]
    tag = None if token.tag is None else tag_pattern(token.tag, *where, "tag")
    if token.only_tag is not None:
        only = tag_pattern(token.only_tag, *where, "only-tag")
        exceptions.append(Excluded(Word(tag=only, other_tag=True)))
        tag = only if tag is None else tag
    if token.not_tag is not None:
        exceptions.append(Excluded(Word(tag=tag_pattern(token.not_tag, *where, "not-tag"))))
    text, lemma, negated = _text(token, where)
    word = Word(
        text=text,
        lemma=lemma,
        negated=negated,
        case=_case(token.case, text, where),
        tag=tag,
        space_before=None if token.space_before is None else token.space_before == "yes",
    )
    chunk = token.chunk
    if chunk is not None:
        chunk = tag_pattern(chunk, *where, "chunk", known=CHUNKS, what="chunk")
    return PatternToken(word, tuple(exceptions), chunk, token.min, most, token.skip, token.mark)


def _edge(token: Token, where: _Where) -> PatternToken:
    """Return the token that stands for the sentence's start, or its last token."""
    key = "start" if token.start else "end"
    if token != Token(start=token.start, end=token.end, min=token.min) or (token.start and token.end):
        raise OptionError(f"`{key}: true` stands alone (or with `min: 0`)", *where, key)
    if token.min not in (0, 1):
        raise OptionError("`min` is 0 or 1", *where, "min")
    return PatternToken(Word(tag="SENT_START" if token.start else "SENT_END"), least=token.min)


def _text(token: Token | Except, where: _Where) -> tuple[str | None, bool, bool]:
    """Return the pattern of the text or lemma, whether it is of the lemma, and whether it is negated."""
    given = [key for key in ("text", "lemma", "regex", "not") if getattr(token, _attribute(key), None) is not None]
    if len(given) > 1:
        raise OptionError(f"`{given[0]}` and `{given[1]}` exclude each other", *where, given[1])
    if not given:
        return None, False, False
    (key,) = given
    value = getattr(token, _attribute(key))
    if key == "regex":
        return check_pattern(value, *where, key), False, False
    return _words(value, (*where, key)), key == "lemma", key == "not"


def _attribute(key: str) -> str:
    return "not_" if key == "not" else key


def _case(case: str, text: str | None, where: _Where) -> bool:
    if case == "match" and text is None:
        raise OptionError("`case` needs a `text`, `lemma` or `regex`", *where, "case")
    return case == "match"


def _exception(exception: str | Except, where: _Where, scope: str = "current") -> Excluded:
    if isinstance(exception, str):
        return Excluded(Word(text=_words(exception, where)), scope)
    text, lemma, _ = _text(exception, where)
    if text is None and exception.tag is None:
        raise OptionError("an exception needs `text`, `lemma`, `regex` or `tag`", *where)
    tag = None if exception.tag is None else tag_pattern(exception.tag, *where, "tag")
    return Excluded(Word(text=text, lemma=lemma, case=_case(exception.case, text, where), tag=tag), scope)


def _words(words: str | tuple[str, ...], where: _Where) -> str:
    """Return the pattern of one or several words. Raises OptionError for what cannot be one token."""
    several = (words,) if isinstance(words, str) else words
    if not 1 <= len(several) <= _WORDS:
        raise OptionError(f"a token has 1 to {_WORDS} words", *where)
    return "|".join(_word(word, where if words is word else (*where, index)) for index, word in enumerate(several))


def _word(word: str, where: _Where) -> str:
    if not word or len(word) > 60:
        raise OptionError("a word has 1 to 60 characters; for any token write `{}`", *where)
    if not word.isprintable() or any(char.isspace() for char in word):
        raise OptionError(f"{word!a} is more than one token: a token holds no space", *where)
    cut = _CUT.fullmatch(word)
    if cut:
        raise OptionError(f'`{word}` is more than one token: write `{cut[1]}`, then `"{cut[2]}"`', *where)
    return "".join("['’]" if char in "'’" else literal(char) for char in word)


def _suggestions(suggest: tuple[str, ...], tokens: tuple[PatternToken, ...], where: _Where) -> tuple[Suggestion, ...]:
    if len(suggest) > _SUGGESTIONS:
        raise OptionError(f"more than {_SUGGESTIONS} suggestions", *where)
    if "" in suggest and len(suggest) > 1:
        raise OptionError("an empty suggestion, which takes the marked tokens out, stands alone", *where)
    return tuple(_suggestion(each, len(tokens), (*where, index)) for index, each in enumerate(suggest) if each)


def _suggestion(text: str, count: int, where: _Where) -> Suggestion:
    parts: list[str | Form] = []
    done = 0
    for reference in _REFERENCE.finditer(text):
        parts += [_plain(text[done : reference.start()], where), _form(reference[1], count, where)]
        done = reference.end()
    parts.append(_plain(text[done:], where))
    return tuple(part for part in parts if part)


def _plain(text: str, where: _Where) -> str:
    for char in text:
        if not _LITERAL.fullmatch(char):
            raise OptionError(f"a suggestion cannot hold `{char}`; a token in it is written `{{1}}`", *where)
    return text


def _form(reference: str, count: int, where: _Where) -> Form:
    parts = _PARTS.fullmatch(reference)
    if not parts:
        raise OptionError(
            f"`{{{reference}}}`: a token in a suggestion is `{{1}}`, `{{1:NNS}}` or `{{1|lower}}`", *where
        )
    number = int(parts[1])
    if not 1 <= number <= count:
        raise OptionError(f"`{{{reference}}}`: tokens are counted from 1, and the sequence has {count}", *where)
    first, second, case = parts[2], parts[3], parts[4]
    if case is not None and case not in _CASES:
        raise OptionError(f"`{{{reference}}}`: the case is lower, upper or title", *where)
    of = to = None
    if first is not None:
        to = first if second is None else second
        if to not in FORMS:
            raise OptionError(f"`{{{reference}}}`: LanguageTool makes no form `{to}`{nearest(to, FORMS)}", *where)
        if second is not None:
            of = tag_pattern(first, *where)
    return Form(number, to, of, None if case is None else _CASES[case])

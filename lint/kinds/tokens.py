"""Kind `tokens`: sequences of tokens with their part of speech, found by LanguageTool.

    tokens:                                  # one sequence ...
      - [a, the]                             # a word, or one of several; case does not count
      - series
      - of
      - {tag: "JJ|VBN", min: 0, max: 2}      # a reading with one of these tags, up to twice
      - {tag: NN, not-tag: VB, except: [few, number], mark: true}
    any:                                     # ... or several, each with suggestions of its own where need be
      - tokens: [...]
        suggest: [...]
    unless:                                  # sequences; silent where one of their tokens is a token of the match
      - [a, series, of, {tag: NN}, "'s"]
    suggest: ["{5:NNS}"]                     # in place of the marked tokens

A token is a word, a list of words, or a mapping of:

    text       a word or a list of them            lemma      all forms of a word, or of several
    regex      a pattern over the whole token      not        any token but these words
    tag        a reading has such a tag            not-tag    no reading has
    only-tag   every reading has                   chunk      its place in a phrase (B-NP-singular)
    case       match: capitals count               space-before  yes | no
    min, max   how often it may stand there        skip       so many tokens may follow before the next one
    except     not these: words, or mappings of text, lemma, regex, tag and case
    skip-except  no skipped token is one of these  not-after  nor is the token before
    start      true: the sentence's start, no token    end    true: the sentence's last token
    mark       true: it is marked                  and nothing at all: any token

`text`, `lemma` or `regex` and `tag` hold for one and the same reading. A sequence lies in one sentence. Words are
cut as LanguageTool cuts them: "don't" is `do` and `n't`, "mayor's" is `mayor` and `'s`, punctuation is a token.

In a suggestion ``{5}`` is the fifth token of the sequence as written, ``{5:NNS}`` its plural, ``{5:VBD>VBN}`` the
participle of a token that is a past tense, ``{5|lower}`` (upper, title) another case. An empty suggestion takes the
marked tokens out. A suggestion that LanguageTool cannot form is left out; where none is left, there is no finding.
A capital at the mark's start stays one.

An optional token takes all it can and never gives back: what the next token needs it must not accept.

Of matches that overlap, the server keeps one. Ours come before LanguageTool's own, but one of two of ours may be lost:
let two checks look for different things, or be one check with ``any``.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..grammar.match import Match
from ..issue import Edit
from ..text.story import Story
from .shared.base import Context, Finding, Lists
from .shared.matching import recase
from .shared.token_options import Options, Parsed, sequences

BLOCKS = ("body",)

_SUGGESTIONS = 3


class State(msgspec.Struct, frozen=True):
    """``suggests`` holds the suggestions of each sequence as written: LanguageTool's message is a sequence's number."""

    parsed: Parsed
    suggests: tuple[tuple[str, ...], ...]


def prepare(options: Options, lists: Lists) -> State:
    from .shared.token_rules import compile_rule  # and with it all that makes XML: only where a check is read from YAML

    return State(compile_rule(options), tuple(suggest for _, suggest in sequences(options)))


def describe(options: Options) -> tuple[str, ...]:
    from .shared.token_text import describe as in_words

    return in_words(options)


def languagetool_rules(state: State) -> frozenset[str]:
    return frozenset((state.parsed.rule,))


def languagetool_xml(state: State) -> str:
    return state.parsed.xml


def check(state: State, context: Context) -> Iterator[Finding]:
    for match in context.matches:
        if match.rule_id != state.parsed.rule or not match.message.isdigit():
            continue
        finding = _finding(match, state.suggests[int(match.message)], context.story)
        if finding is not None:
            yield finding


def _finding(match: Match, suggest: tuple[str, ...], story: Story) -> Finding | None:
    """Return the finding; None where none of the suggestions that the check wants can be formed."""
    found = story.text[match.start : match.end]
    if suggest == ("",):
        return Finding(match.start, match.end, suggestions=("",), edits=(_without(story, match.start, match.end),))
    # A form that LanguageTool lacks comes back as the word in parentheses, and a check's own text holds none.
    formed = (each for each in match.replacements if each and "(" not in each)
    first = _starts_sentence(story, match.start)
    suggestions = dict.fromkeys(_recased(each, found, suggest, first) for each in formed)
    suggestions.pop(found, None)
    if len(suggest) == 1:  # of two forms of one word ("brethren", "brothers") the regular one
        suggestions = dict.fromkeys(sorted(suggestions, key=lambda each: not each.startswith(found)))
    plain = found.replace("'", "").replace("’", "")
    if plain != found:  # "taxi's": of "taxies" and "taxis", what only loses its apostrophe
        suggestions = dict.fromkeys(sorted(suggestions, key=lambda each: each != plain))
    if suggest and not suggestions:
        return None
    return Finding(match.start, match.end, suggestions=tuple(suggestions)[:_SUGGESTIONS])


def _recased(formed: str, found: str, suggest: tuple[str, ...], first: bool) -> str:
    """Return a suggestion in the case that it was written in, with a capital where a sentence starts with it.

    LanguageTool gives a capital wherever the marked words have one: "between you and [[I]]", "Me".
    """
    if not first:
        for written in suggest:
            start = written.partition("{")[0]
            if start and formed[: len(start)].casefold() == start.casefold():
                return start + formed[len(start) :]
    return recase(found, formed)


def _starts_sentence(story: Story, start: int) -> bool:
    sentence = story.sentence_at(start)
    return sentence is not None and not any(char.isalnum() for char in story.text[sentence.start : start])


def _without(story: Story, start: int, end: int) -> Edit:
    """Return the edit that takes words out, with one space; at a sentence's start the next word has their capital."""
    text = story.text
    if text[start - 1 : start] == " " and not _starts_sentence(story, start):
        return Edit(start - 1, end, "")
    if text[end : end + 1] == " ":
        return Edit(start, end + 2, recase(text[start], text[end + 1 : end + 2]))
    return Edit(start, end, "")

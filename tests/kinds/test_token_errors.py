"""What a check in tokens is told of its mistakes, before LanguageTool sees any of it."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.kinds.shared.base import OptionError
from newslint.kinds.shared.java_pattern import alternatives, check_pattern
from newslint.kinds.shared.languagetool_tags import TAGS, tag_pattern
from newslint.rulebook.errors import RuleError
from newslint.rulebook.loader import parse_check

HEAD = """\
id: x/y
kind: tokens
message: 'Write "{fix}" for "{match}".'
why: A test.
severity: warning
tests: [{flag: "[[a]]"}, {pass: b}]
"""


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("", "1:1: needs either `tokens`, one sequence, or `any`, a list of sequences"),
        ("tokens: [a]\nany: [{tokens: [b]}]", "1:1: needs either `tokens`"),
        ("tokens: a", "7:9: `tokens`: expected `array`, got `str`"),
        ("tokens: [a]\nsugest: [b]", "8:1: unknown key `sugest`; did you mean `suggest`?"),
        ("tokens: [a, {tagg: NN, mark: true}]", "7:14: unknown key `tagg`; did you mean `tag`?"),
        ("tokens: [{text: a, except: [{lema: x}]}]", "7:30: unknown key `lema`; did you mean `lemma`?"),
        ("any: [{token: [a]}]", "7:8: unknown key `token`; did you mean `tokens`?"),
        ("tokens: [a, {text: b, mark: yes}]", "7:29: `mark`: expected true or false, got `str`"),
        ("tokens: [a, {tag: NM, mark: true}]", "7:14: LanguageTool has no part of speech `NM`; did you mean `NN`?"),
        ("tokens: [{tag: NN|VBX}]", "7:11: LanguageTool has no part of speech `VBX`; did you mean `VB"),
        ("tokens: [{not-tag: 'N(N'}]", "7:11: bad pattern: missing ): N(N"),
        ("tokens: [{only-tag: nn}]", "7:11: LanguageTool has no part of speech `nn`; did you mean `NN`?"),
        (
            "tokens: [{chunk: B-NQ-plural}]",
            "7:11: LanguageTool has no chunk `B-NQ-plural`; did you mean `B-NP-plural`?",
        ),
        ("tokens: [a, b]", "7:9: no token is marked: give those that the issue is about `mark: true`"),
        ("tokens: [{text: a, mark: true}, b, {text: c, mark: true}]", "7:36: the marked tokens must stand together"),
        ("tokens: [a, {text: b, min: 0, mark: true}]", "7:13: every marked token may be missing"),
        ("tokens: [{text: a, min: 0}]", "7:9: every token may be missing"),
        ("tokens: [{}]", "7:9: a sequence of any tokens would match anywhere"),
        ("tokens: [a]\nunless: [[{}]]", "8:10: a sequence of any tokens would match anywhere"),
        (f"tokens: [{', '.join('a' * 31)}]", "7:9: a sequence has 1 to 30 tokens"),
        ("tokens: [a b]", "7:10: 'a b' is more than one token: a token holds no space"),
        ("tokens: [[a, b c]]", "7:14: 'b c' is more than one token"),
        ('tokens: ["a\\u200b"]', r"7:10: 'a\u200b' is more than one token"),
        ("tokens: [don't]", "7:10: `don't` is more than one token: write `do`, then `\"n't\"`"),
        ("tokens: [mayor’s]", '7:10: `mayor’s` is more than one token: write `mayor`, then `"’s"`'),
        ("tokens: ['']", "7:10: a word has 1 to 60 characters; for any token write `{}`"),
        ("tokens: [{text: []}]", "7:11: a token has 1 to 5000 words"),
        ("tokens: [{text: a, lemma: b}]", "7:20: `text` and `lemma` exclude each other"),
        ("tokens: [{tag: NN, case: match}]", "7:20: `case` needs a `text`, `lemma` or `regex`"),
        ("tokens: [{text: a, except: [{}]}]", "7:29: an exception needs `text`, `lemma`, `regex` or `tag`"),
        ("tokens: [{text: a, skip-except: [b]}]", "7:20: `skip-except` needs `skip`"),
        ("tokens: [{text: a, skip: 21}]", "7:20: `skip` is 0 to 20"),
        ("tokens: [{text: a, skip: -1}]", "7:20: `skip` is 0 to 20"),
        ("tokens: [{text: a, min: 2}]", "7:20: `min` is 0 or 1"),
        ("tokens: [{text: a, max: 10}]", "7:20: `max` is at least 1, at least `min` and at most 9"),
        ("tokens: [{text: a, max: 0}]", "7:20: `max` is at least 1"),
        ("tokens: [{start: true, mark: true}]", "7:11: `start: true` stands alone"),
        ("tokens: [a]\nsuggest: ['{2}']", "8:11: `{2}`: tokens are counted from 1, and the sequence has 1"),
        ("tokens: [a]\nsuggest: ['{0}']", "8:11: `{0}`: tokens are counted from 1"),
        ("tokens: [a]\nsuggest: ['{1:NNX}']", "8:11: `{1:NNX}`: LanguageTool makes no form `NNX`; did you mean `NN"),
        ("tokens: [a]\nsuggest: ['{1:NX>NNS}']", "8:11: LanguageTool has no part of speech `NX`"),
        ("tokens: [a]\nsuggest: ['{1|big}']", "8:11: `{1|big}`: the case is lower, upper or title"),
        ("tokens: [a]\nsuggest: ['{x}']", "8:11: `{x}`: a token in a suggestion is `{1}`, `{1:NNS}` or `{1|lower}`"),
        ("tokens: [a]\nsuggest: ['<b>']", "8:11: a suggestion cannot hold `<`"),
        ("tokens: [a]\nsuggest: ['\\1']", "8:11: a suggestion cannot hold `\\`"),
        ("tokens: [a]\nsuggest: [b, '']", "8:10: an empty suggestion, which takes the marked tokens out, stands alone"),
        ("any: [{tokens: [a], suggest: ['{2}']}]", "7:31: `{2}`: tokens are counted from 1"),
        ("tokens: [{regex: '(a+)+'}]", "7:11: bad pattern: `*` or `+` after a group can take Java for ever"),
        ("tokens: [a]\nblocks: [caption]", "8:9: `blocks`: LanguageTool is asked about body paragraphs only"),
    ],
)
def test_a_mistake_is_told_with_its_place(options, said):
    with pytest.raises(RuleError) as raised:
        parse_check(HEAD + options, "x/y.yml", "x/y", None)
    assert str(raised.value).startswith(f"x/y.yml:{said}")


@pytest.mark.parametrize(
    "pattern",
    ["a", "un.*able", "[a-z]+-[a-z]+", "colou?rs?", "(?:re|un)?tie[sd]?", r"\w+ing|\d{1,2}", r"a\.b", "[^ab]x", "é+"],
)
def test_patterns_that_both_engines_take(pattern):
    assert check_pattern(pattern) == pattern


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("", "empty"),
        ("(a*)*b", "after a group"),
        ("(a|a)+b", "after a group"),
        ("(?:a|b){2}", "after a group"),
        ("a*a*a*b", "more than 2 times"),
        ("(a*)(a*)|b*(a*|c*)c*", "more than 2 times"),
        ("a?" * 9, "more than 8 times"),
        ("(?i)a", "do not share"),
        ("(?P<n>a)", "do not share"),
        (r"\pL", "not shared"),
        (r"\Qa\E", "not shared"),
        (r"\x41", "not shared"),
        ("[[:alpha:]]", "needs a backslash"),
        ("[a&&b]", "needs a backslash"),
        ("^a", "no use here"),
        ("a$", "no use here"),
        ("a++", "bad repetition|after a quantifier"),
        ("a{21}", "at most 20"),
        ("a{2", "a count is"),
        ("a b", "no space"),
        ("a\ud800", "no space"),
        ("x" * 4001, "longer than 4000"),
        (r"(a)\1", "RE2|not shared"),
        ("((((((a))))))", "too deeply"),
    ],
)
def test_patterns_that_are_refused(pattern, said):
    with pytest.raises(OptionError, match=said):
        check_pattern(pattern)


def test_a_pattern_is_cut_at_its_outermost_bars_only():
    assert alternatives(r"a|b(c|d)|[|]|e\|f|") == ["a", "b(c|d)", "[|]", r"e\|f", ""]


def test_a_tag_is_itself_though_it_has_marks_of_a_pattern():
    assert tag_pattern("PRP$|``|N.*") == r"PRP\$|\`\`|N.*"
    assert len(set(TAGS)) == len(TAGS)


@settings(deadline=None, max_examples=300)
@given(st.text(alphabet="ab|()[]?*+{}.\\-^$&2,wdQ:< \u200b", max_size=14))
def test_a_pattern_is_refused_or_taken_never_more(pattern):
    with suppress(OptionError):  # anything else would end the load of the whole book
        check_pattern(pattern)
        tag_pattern(pattern)

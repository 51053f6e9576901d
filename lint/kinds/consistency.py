"""Kind `consistency`: one story writes one term in two ways. The form it uses less is reported, once.

    groups:                          # literal forms; `|` separates inflections, in the same order in every form
      - [health care, healthcare]
      - [policymaker|policymakers, policy-maker|policy-makers]
    list: term-variants spelling     # ... or the groups of a list
    styles:                          # forms with a part that varies: RE2 to find, and how to write it (\\1 is the part)
      - {per cent: {find: '(\\d+) per cent\\b', write: '\\1 per cent'}, '%': {find: '(\\d+)%', write: '\\1%'}}
    detect: acronym-case             # ... or find the pairs: acronym-case (NATO, Nato), hyphen (cease-fire, ceasefire),
                                     # open (ski field, skifield: two nouns that the story also runs together)
    case: start                      # match | start | ignore, for `groups` and `list`
    brackets: skip                   # forms in round brackets do not count
    headlines: count                 # headlines, captions and datelines help to say which form prevails
    except: ['chicken Kiev']         # a form that one of these overlaps does not count
    known: term-variants joined      # with `detect`: words that another check holds, left to it
    at-least: 1                      # how often the form that prevails must stand
    written-out: true                # with `styles`: the first form may stand once, before all others ("Group of 20")
    acronyms: [NATO]                 # with `detect: acronym-case`: words that are nothing else, whatever they open

Only the check's own zone counts: running text outside quotations. Where both forms stand equally often, the one that
came first prevails. The report marks the first place of the other form; the fix rewrites all its places.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Literal, NamedTuple

import msgspec

from ..issue import Edit, Related
from ..text.blocks import BlockKind
from ..text.regex import regex
from ..text.story import Story
from ..text.tokens import tokenize
from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.lexicon import Lexicon, load_lexicon
from .shared.matching import Case, any_phrase, bounded, compile_pattern, recase
from .shared.required import required_text, required_word

FIELDS = ("other",)

_PROSE = frozenset({BlockKind.BODY, BlockKind.STANDFIRST})
_CAPITALS = regex(r"[A-Z](?<!\w.)[A-Z]{3,5}\b")
_TITLED = regex(r"\b[A-Z][a-z]{3,5}\b")
_WORD = regex(r"(?<![\w@#/.])[A-Za-z]{4,6}(?!\w)")
_LOWER = regex(r"\b[a-z]{4,6}\b")
_HYPHENED = regex(r"(?<![\w-])[A-Za-z][a-z]+-[a-z]{2,}(?![\w-])")
_SOLID = regex(r"(?<![\w-])[A-Za-z][a-z]{4,}(?![\w-])")
_SHORT = frozenset(["US", "UK", "EU", "UN", "U.S", "U.K", "U.N", "E.U"])
_SHORTEST_SOLID = 6
_ENDINGS = ("", "s", "'s")
# Nouns that after another noun are mostly its verb: "the rain falls" and "rainfall", "the sun sets" and "sunset".
_CLAUSE_ENDS = frozenset(
    [
        *(
            "fall",
            "rise",
            "set",
            "break",
            "turn",
            "work",
            "walk",
            "run",
            "play",
            "flow",
            "call",
            "stop",
            "start",
            "burn",
        ),
        *("wash", "kill", "lift", "storm", "mark", "print", "spring", "land", "strike", "time", "like", "less", "ship"),
    ]
)
_MARKS_REACH = 8
"""How many code points of marks and spaces may stand before a sentence's first word."""
_BRACKET_REACH = 200
"""How far back an opening bracket is looked for, in code points."""


class Style(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way to write a term with a part that varies: how to find it, and how to write it (``\\1`` is the part)."""

    find: str
    write: str


class Options(KindOptions, frozen=True):
    groups: tuple[tuple[str, ...], ...] = ()
    list_: str = msgspec.field(default="", name="list")
    styles: tuple[dict[str, Style], ...] = ()
    detect: Literal["", "acronym-case", "hyphen", "open"] = ""
    case: Case = "start"
    brackets: Literal["count", "skip"] = "count"
    headlines: Literal["count", "skip"] = "skip"
    except_: tuple[str, ...] = ()
    known: str = ""
    at_least: int = 1
    written_out: bool = False
    acronyms: tuple[str, ...] = ()


Form = tuple[int, int, int]
"""One form of a group: which group, which of its forms, and which inflection."""


class State(msgspec.Struct, frozen=True):
    literal: Any
    sources: tuple[str, ...] | None
    forms: Mapping[str, Form]
    openings: Mapping[str, str]
    """By the first token of a form, in lower case: the numbers of the group and the form, the form's first token as it
    is written and its second token in lower case; one line for each form."""
    groups: tuple[tuple[tuple[str, ...], ...], ...]
    styles: tuple[tuple[tuple[Any, str], ...], ...]
    signs: tuple[tuple[str, ...], ...]
    """What each style's pattern has to find, "" where that is not known."""
    words: tuple[frozenset[str], ...]
    """Of each style the words, in lower case, without which no two of its patterns find anything; none: not known."""
    detect: str
    case: Case
    skip_brackets: bool
    headlines: bool
    exceptions: tuple[Any, ...]
    known: frozenset[str]
    at_least: int
    written_out: bool
    acronyms: frozenset[str]
    lexicon: Lexicon | None


class Use(NamedTuple):
    """One place where a form stands; ``part`` is the inflection's index or the part that varies."""

    start: int
    end: int
    form: int | str
    part: int | str


def prepare(options: Options, lists: Lists) -> State:
    raw = options.groups + (_listed(lists, options.list_) if options.list_ else ())
    groups = tuple(tuple(tuple(form.split("|")) for form in group) for group in raw)
    for index, group in enumerate(groups):
        if len(group) < 2 or len({len(form) for form in group}) != 1:
            raise OptionError("a group needs two or more forms with the same number of inflections", "groups", index)
    forms = {
        _key(word, options.case): (g, f, i)
        for g, group in enumerate(groups)
        for f, form in enumerate(group)
        for i, word in enumerate(form)
    }
    if not groups and not options.styles and not options.detect:
        raise OptionError("needs `groups`, `list`, `styles` or `detect`")
    literal = any_phrase([w for group in groups for form in group for w in form], options.case)
    styles = tuple(
        tuple((compile_pattern(s.find, "styles", n, name, "find"), s.write) for name, s in style.items())
        for n, style in enumerate(options.styles)
    )
    sources = ((literal,) if literal else ()) + tuple(s.find for style in options.styles for s in style.values())
    return State(
        literal=compile_pattern(literal, "groups") if literal else None,
        sources=None if options.detect else sources,
        forms=forms,
        openings=_openings(groups),
        groups=groups,
        styles=styles,
        signs=tuple(tuple(required_text(s.find).strip() for s in style.values()) for style in options.styles),
        words=tuple(_words_of_all(style.values()) for style in options.styles),
        detect=options.detect,
        case=options.case,
        skip_brackets=options.brackets == "skip",
        headlines=options.headlines == "count",
        exceptions=tuple(compile_pattern(p, "except", i) for i, p in enumerate(options.except_)),
        known=frozenset(_solid(word) for forms in _listed(lists, options.known) for f in forms for word in f.split("|"))
        if options.known
        else frozenset(),
        at_least=options.at_least,
        written_out=options.written_out,
        acronyms=frozenset(options.acronyms),
        lexicon=load_lexicon(lists) if options.detect == "open" else None,
    )


def needles(state: State) -> tuple[str, ...] | None:
    if state.detect == "acronym-case":
        return (r"\b[A-Z]{4,6}\b",)
    if state.detect == "open":
        return None
    if state.detect == "hyphen":
        return (r"[a-z]{2}-[a-z]{2}",)
    return state.sources


def check(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    literal = state.literal is not None and _has_two_forms(state, story)
    styles = [style for number, style in enumerate(state.styles) if _has_two_styles(state, number, story)]
    detect = _DETECT[state.detect](state, story) if state.detect else None
    if not literal and not styles and not detect:
        return  # as nearly every story: one form of a term makes no mix
    zone = Zone(context, state.skip_brackets, state.headlines, _exceptions(state, story.text))
    if literal:
        for group, uses in _literal_uses(state, zone).items():
            yield from _report(state, zone, uses, lambda use, form, g=group: state.groups[g][form][use.part])
    for style in styles:
        uses = [
            Use(m.start(), m.end(), index, m.group(1) if pattern.groups else "")
            for index, (pattern, _) in enumerate(style)
            for m in pattern.finditer(story.text)
            if zone.counts(m.start(), m.end())
        ]
        if state.written_out and uses and min(uses).form == 0:
            uses.remove(min(uses))
        yield from _report(state, zone, uses, lambda use, form, s=style: s[form][1].replace("\\1", use.part))
    if not detect:
        return
    if state.detect == "acronym-case":
        for uses in _acronyms(zone, state.acronyms):
            yield from _report(state, zone, uses, lambda use, form: form)
    elif state.detect == "hyphen":
        for uses in _hyphened(state, zone):
            yield from _report(state, zone, uses, lambda use, form: form + use.part)
    elif state.lexicon is not None:
        for uses in _open(state.lexicon, zone, detect):
            yield from _report(state, zone, uses, lambda use, form: form + use.part)


# At a glance: may the story have two forms of a term at all?


def _has_two_forms(state: State, story: Story) -> bool:
    """Say whether the story's words may be those of two forms of one group."""
    seen: dict[str, list[tuple[str, _Row]]] = {}
    for word in story.word_positions.keys() & state.openings.keys():
        for row in _rows(state.openings[word]):
            seen.setdefault(row[0], []).append((word, row))
    for rows in seen.values():
        first = rows[0][1][1]
        if all(row[1] == first for _, row in rows):
            continue
        forms = {row[1] for word, row in rows if _may_stand(story, word, row[2], row[3], state.case)}
        if len(forms) > 1:
            return True
    return False


_Row = tuple[str, str, str, str]


@lru_cache(maxsize=2048)
def _rows(lines: str) -> tuple[_Row, ...]:
    """Read what `_openings` keeps of a word: a group, a form, the form's first token and its second."""
    found = (line.split("\t") for line in lines.split("\n"))
    return tuple((group, form, first, second) for group, form, first, second in found)


def _openings(groups: tuple[tuple[tuple[str, ...], ...], ...]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for g, group in enumerate(groups):
        for f, word in ((f, word) for f, form in enumerate(group) for word in form):
            first, second, *_ = (*(token.text.replace("’", "'") for token in tokenize(word)), "", "")
            line = f"{g}\t{f}\t{first}\t{second.lower()}"
            for opening in (first,) if second else (first, f"{first}'s"):
                found.setdefault(opening.lower(), []).append(line)
    return {opening: "\n".join(lines) for opening, lines in found.items()}


def _may_stand(story: Story, word: str, first: str, second: str, case: Case) -> bool:
    """Say whether a form that begins with these two tokens may stand in the story, where ``word`` does."""
    if second:
        after = story.word_pairs[word]
        places = [*after.get(second, ()), *after.get(f"{second}'s", ())]
    else:
        places = story.word_positions[word]
    if case == "ignore" or not first.isalnum():
        return bool(places)
    skip = int(case == "start")
    return any(story.token_texts[at].startswith(first[skip:], skip) for at in places)


def _words_of_all(styles: Iterable[Style]) -> frozenset[str]:
    words = [required_word(style.find).lower() for style in styles]
    return frozenset(words) if all(words) else frozenset()


def _has_two_styles(state: State, number: int, story: Story) -> bool:
    words, signs, text = state.words[number], state.signs[number], story.text
    if words and words.isdisjoint(_parts(story)):
        return False
    left = len(signs)
    if sum([sign in text for sign in signs]) < 2:
        return False
    met = 0
    for (pattern, _), sign in zip(state.styles[number], signs, strict=True):
        met += sign in text and _stands_near(pattern, sign, text)
        left -= 1
        if met > 1 or met + left < 2:
            break
    return met > 1


def _parts(story: Story) -> frozenset[str]:
    """Return the words of the story in lower case, and the parts of those that a hyphen or another mark joins."""
    parts: frozenset[str] | None = story.memo.get(__name__)
    if parts is None:
        joined = " ".join([word for word in story.word_positions if not word.isalnum()])
        parts = story.memo[__name__] = frozenset([*story.word_positions, *_PART.findall(joined)])
    return parts


_PART = regex(r"\w+")


_SIGN_REACH = 40
_FEW_SIGNS = 12
"""Places of a sign that are sooner looked at than the whole text."""


def _stands_near(pattern: Any, sign: str, text: str) -> bool:
    """Say whether a pattern may match: where its sign is rare, with a look at what is around each place of it."""
    if not sign or text.count(sign) > _FEW_SIGNS:
        return pattern.search(text) is not None
    at = text.find(sign)
    windows: list[str] = []
    while at >= 0:
        windows.append(text[max(0, at - _SIGN_REACH) : at + len(sign) + _SIGN_REACH])
        at = text.find(sign, at + 1)
    return pattern.search(" \n ".join(windows)) is not None


def _two_cases(state: State, story: Story) -> set[str]:
    """Return the words in capitals that the story may have in lower case too."""
    return {name for name in set(_CAPITALS.findall(story.text)) if name.title() in story.text}


def _hyphen_and_none(state: State, story: Story) -> set[str]:
    """Return the words, less a final s, that stand in the story with a hyphen and without."""
    positions = story.word_positions
    stems = {_inflect(word.replace("-", ""))[0] for word in positions if "-" in word} - state.known
    return {stem for stem in stems if any(stem + ending in positions for ending in _ENDINGS)}


def _split_words(state: State, story: Story) -> set[str]:
    """Return the words, less a final s, that stand in the story both solid and as two words."""
    positions = story.word_positions
    by_start: dict[str, list[str]] = {}
    for spelled in positions:
        by_start.setdefault(spelled[:3], []).append(spelled)
    found: set[str] = set()
    for spelled in (spelled for row in by_start.values() if len(row) > 1 for spelled in row):
        if len(spelled) < _SHORTEST_SOLID:
            continue
        for at in range(3, len(spelled) - 1):
            if spelled[:at] in positions and _follows(story, spelled[:at], spelled[at:]):
                word = _inflect(spelled)[0]
                if len(spelled.removesuffix("'s")) >= _SHORTEST_SOLID and _LETTERS.fullmatch(word):
                    found.add(word)
    return found - state.known


_LETTERS = regex(r"[a-z]{3,}(?<!ss)")


def _follows(story: Story, first: str, second: str) -> bool:
    """Say whether a word or its plural or possessive follows another."""
    stem = _inflect(second)[0]
    forms = {stem + ending for ending in _ENDINGS} & story.word_positions.keys()
    return bool(forms) and not story.word_pairs[first].keys().isdisjoint(forms)


_DETECT: dict[str, Callable[[State, Story], set[str]]] = {
    "acronym-case": _two_cases,
    "hyphen": _hyphen_and_none,
    "open": _split_words,
}


def _report(state: State, zone: Zone, uses: list[Use], write: Any) -> Iterator[Finding]:
    """Report the first use of a form that does not prevail; ``write(use, form)`` words a use in another form."""
    counts: dict[int | str, int] = {}
    uses.sort()
    for use in uses:
        counts[use.form] = counts.get(use.form, 0) + 1
    if len(counts) < 2:
        return
    prevailing = max(counts, key=lambda form: counts[form])  # dicts keep order: the first wins a tie
    if counts[prevailing] < state.at_least:
        return
    text = zone.context.story.text
    others = [use for use in uses if use.form != prevailing and zone.is_prose(use.start)]
    if not others:
        return
    edits = [Edit(u.start, u.end, _as_there(text[u.start : u.end], write(u, prevailing))) for u in others]
    model = next(use for use in uses if use.form == prevailing)
    yield Finding(
        others[0].start,
        others[0].end,
        suggestions=(edits[0].new,),
        edits=tuple(edits),
        related=(Related(model.start, model.end, f"written “{text[model.start : model.end]}” here"),),
        values={"other": text[model.start : model.end]},
    )


def _as_there(found: str, form: str) -> str:
    """Return the form with the capital that stands there, unless the capital is all that the two differ in."""
    return form if found.casefold() == form.casefold() else recase(found, form)


class Zone(msgspec.Struct, frozen=True):
    """Where a form counts: outside quotations and exceptions (sorted, apart), and mostly in running text."""

    context: Context
    skip_brackets: bool
    headlines: bool
    exceptions: tuple[tuple[int, int], ...]

    def is_prose(self, start: int) -> bool:
        block = self.context.story.block_at(start)
        return block is not None and block.kind in _PROSE

    def counts(self, start: int, end: int) -> bool:
        story = self.context.story
        if not (self.headlines or self.is_prose(start)) or story.in_speech(start, end):
            return False
        if self.skip_brackets:
            before = story.text[max(0, start - _BRACKET_REACH) : start].rpartition("\n")[2]
            if before.rfind("(") > before.rfind(")"):
                return False
        index = bisect_left(self.exceptions, (end, 0)) - 1
        return index < 0 or self.exceptions[index][1] <= start


def _exceptions(state: State, text: str) -> tuple[tuple[int, int], ...]:
    """Find the exceptions of a story once, joined where they overlap: the zone asks for every use of a form."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(m.span() for pattern in state.exceptions for m in pattern.finditer(text)):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _literal_uses(state: State, zone: Zone) -> dict[int, list[Use]]:
    text = zone.context.story.text
    found: dict[int, list[Use]] = {}
    for match in state.literal.finditer(text):
        start, end = match.span()
        form = state.forms.get(_key(match.group(), state.case)) or state.forms.get(match.group())
        if form is None or not _stands_alone(text, start, end) or _in_a_name(state, zone.context, form, start, end):
            continue
        if zone.counts(start, end):
            found.setdefault(form[0], []).append(Use(start, end, *form[1:]))
    return found


def _stands_alone(text: str, start: int, end: int) -> bool:
    if text.startswith(("'s", "’s"), end) and not text[end + 2 : end + 3].isalnum():
        return bounded(text[: end + 1], start, end)
    return bounded(text, start, end)


def _in_a_name(state: State, context: Context, form: Form, start: int, end: int) -> bool:
    """Say whether a common word stands with a capital that no sentence start explains: it is part of a name."""
    group, number, inflection = form
    word = state.groups[group][number][inflection]
    if word[:1].isupper() or not context.story.text[start].isupper():
        return False
    return not _opens_sentence(context, start)


def _acronyms(zone: Zone, known: frozenset[str]) -> Iterator[list[Use]]:
    text = zone.context.story.text
    both = set(_CAPITALS.findall(text)) & {word.upper() for word in _TITLED.findall(text)}
    if not both:
        return
    both -= {word.upper() for word in _LOWER.findall(text)}  # a common word too: AIDS and aids, WORK and work
    uses: dict[str, list[Use]] = {name: [] for name in sorted(both)}
    midway = {name for name in uses if name in known or f"({name})" in text}
    if not both:
        return
    for match in _WORD.finditer(text):
        word = match.group()
        name = word.upper()
        if name not in uses or not (word.isupper() or word.istitle()):
            continue
        if zone.counts(match.start(), match.end()) and not _unfit(zone.context, match):
            uses[name].append(Use(match.start(), match.end(), word, ""))
            if word.istitle() and not _opens_sentence(zone.context, match.start()):
                midway.add(name)
    # A capital that only sentence starts show proves no name.
    yield from (found for name, found in uses.items() if name in midway)


def _unfit(context: Context, match: re.Match[str]) -> bool:
    """Say whether the casing is the line's (a kicker, a shouted phrase, a dateline's town) or a longer name's."""
    texts = context.story.token_texts
    index = context.story.token_index(match.start())
    before = texts[index - 1] if index else ""
    after = texts[index + 1] if index + 1 < len(texts) else ""
    if not match.group().isupper():
        return before.istitle() and after.istitle()  # the National Aids Council
    if any(word.isupper() and len(word.rstrip(".")) > 1 and word.rstrip(".") not in _SHORT for word in (before, after)):
        return True
    block = context.story.block_at(match.start())
    opens = block is not None and match.start() == block.start
    return opens and after in (",", "(", ":", "-", "–", "—", "--")


def _opens_sentence(context: Context, start: int) -> bool:
    sentence = context.story.sentence_at(start)
    if sentence is None:
        return True
    return start - sentence.start <= _MARKS_REACH and not any(
        c.isalnum() for c in context.story.text[sentence.start : start]
    )


def _hyphened(state: State, zone: Zone) -> Iterator[list[Use]]:
    text = zone.context.story.text
    joined = {_inflect(word.replace("-", ""))[0].lower() for word in _HYPHENED.findall(text)} - state.known
    if not joined:
        return
    joined &= {_inflect(word)[0].lower() for word in _SOLID.findall(text)}
    found: dict[str, list[Use]] = {word: [] for word in sorted(joined)}
    if not found:
        return
    for start, token in _tokens_of(zone.context.story, found):
        stem, ending = _inflect(token)
        word = stem.replace("-", "", 1).lower()
        if word in found and token[1:].islower() and zone.counts(start, start + len(token)):
            found[word].append(Use(start, start + len(token), stem.lower(), ending))
    yield from found.values()


def _tokens_of(story: Story, stems: Container[str]) -> Iterator[tuple[int, str]]:
    """Yield where each token stands that has one of the stems, less its first hyphen, and its text."""
    starts, texts = story.token_starts, story.token_texts
    for spelled, places in story.word_positions.items():
        if _inflect(spelled)[0].replace("-", "", 1) in stems:
            yield from ((starts[at], texts[at]) for at in places)


def _open(lexicon: Lexicon, zone: Zone, solid: Iterable[str]) -> Iterator[list[Use]]:
    """Yield the uses of each word that stands both solid and as two nouns: "skifield", "ski field"."""
    story = zone.context.story
    starts, texts = story.token_starts, story.token_texts
    found: dict[str, list[Use]] = {}
    for word in sorted(solid):
        for at, ending in ((at, ending) for at in range(3, len(word) - 1) for ending in _ENDINGS):
            first, second = word[:at], word[at:]
            after = story.word_pairs[first].get(second + ending, ()) if first in story.word_positions else ()
            for index in after:
                start, one, two = starts[index], texts[index], texts[index + 1]
                if starts[index + 1] - start - len(one) != 1 or _inflect(two)[0] != second or len(two) < 3:
                    continue
                if one[1:].islower() and two.islower() and _is_compound(lexicon, first, second):
                    uses = found.setdefault(word, [])
                    if zone.counts(start, starts[index + 1] + len(two)):
                        uses.append(Use(start, starts[index + 1] + len(two), f"{first} {second}", _inflect(two)[1]))
    for start, text in _tokens_of(story, found) if found else ():
        stem, ending = _inflect(text)
        if stem.lower() in found and text[1:].islower() and zone.counts(start, start + len(text)):
            found[stem.lower()].append(Use(start, start + len(text), stem.lower(), ending))
    yield from found.values()


def _is_compound(lexicon: Lexicon, first: str, second: str) -> bool:
    """Say whether two words can only be a noun and its modifier: "rain falls" and "a back yard" are more than that."""
    if not lexicon.is_noun(first) or lexicon.is_adjective(first) or lexicon.is_adverb(first):
        return False
    return lexicon.is_noun(second) and second not in _CLAUSE_ENDS and not lexicon.is_adverb(second)


def _inflect(word: str) -> tuple[str, str]:
    for ending in ("'s", "’s", "s", ""):
        if word.endswith(ending) and not word.endswith("ss"):
            return word[: len(word) - len(ending)], ending
    return word, ""


def _listed(lists: Lists, spec: str) -> tuple[tuple[str, ...], ...]:
    name, _, group = spec.partition(" ")
    content = lists.get(name)
    if group:
        if not isinstance(content, dict) or group not in content:
            raise OptionError(f"the list `{name}` has no group `{group}`", "list")
        content = content[group]
    return tuple(tuple(forms) for forms in content)


def _solid(word: str) -> str:
    return _inflect(word.replace("-", "").replace(" ", ""))[0].lower()


def _key(word: str, case: Case) -> str:
    word = re.sub(r"\s+", " ", word).replace("’", "'")
    if case == "ignore":
        return word.lower()
    return word[:1].lower() + word[1:] if case == "start" else word

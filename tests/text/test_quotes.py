"""The quotation tracker: the forms quotations take, what only looks like one, and what goes wrong."""

from __future__ import annotations

import pytest

from newslint.text.blocks import Block, BlockKind
from newslint.text.quotes import Quotes, QuoteState, find_quotes
from newslint.text.story import Story


def read(text: str) -> list[tuple[str, int, str]]:
    """Return the state, the depth and the text of every quotation."""
    return [(q.state.value, q.depth, text[q.start : q.end]) for q in Story(text, layout="body").quotes.quotations]


def closed(*texts: str) -> list[tuple[str, int, str]]:
    return [("closed", 1, text) for text in texts]


QUOTATIONS = {
    "curly double": ("“We sail,” he said.", closed("“We sail,”")),
    "straight double": ('"We sail," he said.', closed('"We sail,"')),
    "curly single": ("‘We sail,’ he said.", closed("‘We sail,’")),
    "straight single": ("'We sail,' he said.", closed("'We sail,'")),
    "interrupted": ('"We sail," he said, "at noon."', closed('"We sail,"', '"at noon."')),
    "scare quotes": ("The “wet” nets and the 'dry' ones.", closed("“wet”", "'dry'")),
    "title of a work": ("He read “Noon at Sea” and 'The Gulls' War'.", closed("“Noon at Sea”", "'The Gulls' War'")),
    "nested": (
        "“They said ‘no’ to us,” he said.",
        [("closed", 1, "“They said ‘no’ to us,”"), ("closed", 2, "‘no’")],
    ),
    "nested, marks together": (
        "\"'No,' he said.\"",
        [("closed", 1, "\"'No,' he said.\""), ("closed", 2, "'No,'")],
    ),
    "nested in a single-mark house": (
        "‘They said “no” to us,’ he said.",
        [("closed", 1, "‘They said “no” to us,’"), ("closed", 2, "“no”")],
    ),
    "running": (
        "“We sail.\n\n“We sail at noon.\n\n“Bring a coat,” he said.",
        [("running", 1, "“We sail."), ("running", 1, "“We sail at noon."), ("closed", 1, "“Bring a coat,”")],
    ),
    "running, with speech in speech in speech": (
        "“I said, ‘Say “sorry”.’ So he did.\n\n“We sailed,” he said.",
        [
            ("running", 1, "“I said, ‘Say “sorry”.’ So he did."),
            ("closed", 2, "‘Say “sorry”.’"),
            ("closed", 3, "“sorry”"),
            ("closed", 1, "“We sailed,”"),
        ],
    ),
    "running in single marks": (
        "‘We sail.\n\n‘Bring a coat,’ he said. ‘Come.’",
        [("running", 1, "‘We sail."), ("closed", 1, "‘Bring a coat,’"), ("closed", 1, "‘Come.’")],
    ),
    "in brackets": ('The (“so-called”) nets ["dry"].', closed("“so-called”", '"dry"')),
    "broken off": ("“We never—” she began. “… never,” he said.", closed("“We never—”", "“… never,”")),
    "dialogue": ('"Why?" "Because." "Oh."', closed('"Why?"', '"Because."', '"Oh."')),
    "old typewriter marks": ("``We sail,'' he said.", closed("``We sail,''")),
    "German and French": ("Er sagte „nein“. Il dit « oui ».", closed("„nein“", "« oui »")),
    "possessive after the mark": ('"Ice"\'s crew and “Gulls”’ owner.', closed('"Ice"', "“Gulls”")),
    "plural possessive inside single marks": (
        "'The boys' club is shut,' he said.",
        closed("'The boys' club is shut,'"),
    ),
    "elision inside single marks": ("'It was rock 'n' roll,' he said.", closed("'It was rock 'n' roll,'")),
    "headline": ("Skipper: 'We will not sail' at noon", closed("'We will not sail'")),
    "inch mark inside speech": ('"It is a 42" screen," he said.', closed('"It is a 42" screen,"')),
    "number at the end of speech": ('"It was built in 1912," he said.', closed('"It was built in 1912,"')),
    "no spaces": ('He said:"We sail."and "they"stay.', closed('"We sail."', '"they"')),
    "space inside": ('"We sail, "he said. Nobody came.', closed('"We sail, "')),
    "inner opening mark turned double": (
        '"We said "no\' to them," he said. "Twice."',
        closed('"We said "no\' to them,"', '"Twice."'),
    ),
}

NO_QUOTATIONS = {
    "contractions": "It's noon, they'll sail, the crew’s late; don‘t wait.",
    "plural possessives": "The sisters' nets, the boys’ boats, James' and the Joneses' quay.",
    "decades and years": "The '90s, the ’80s and the summer of '68.",
    "elisions": "'Tis rock 'n' roll, fish ’n’ chips, get 'em, 'til noon, goin' home o' nights.",
    "clock and names": "Eight o'clock, O'Brien, d'Ivoire, Xi'an, Hawai‘i, Qur’an, ‘Iolani.",
    "feet and inches": 'He is 5\'1" and 6′2″; the mast is 12" thick and 40\' long, a 7" single.',
    "arc and race times": "At 52° 12' 30\" north he ran 3'45\".",
}

FAULTS = {
    "no closing mark before the attribution": (
        '"We sail at noon, she said.\n\nIt rained.',
        [("unclosed", 1, '"We sail at noon,')],
    ),
    "the same, with the verb first": (
        "“We sail at noon, said Perrin Vale, who owns it.\n\nIt rained.",
        [("unclosed", 1, "“We sail at noon,")],
    ),
    "no closing mark, nothing to tell where": (
        "“We sail at noon.\n\nIt rained.",
        [("unclosed", 1, "“We sail at noon.")],
    ),
    "a fragment never closed": (
        "He called it “a bath. Then he left.\n\nIt rained.",
        [("unclosed", 1, "“a bath.")],
    ),
    "a fragment before a new speaker's paragraph": (
        "He called it “a bath.\n\n“We sail,” said Holm.",
        [("unclosed", 1, "“a bath."), ("closed", 1, "“We sail,”")],
    ),
    "speech never closed before another speaker's paragraph": (
        "“Stay,” said Ms Holm. “It is cold.\n\n“We sail,” said Mr Vale.",
        [("closed", 1, "“Stay,”"), ("unclosed", 1, "“It is cold."), ("closed", 1, "“We sail,”")],
    ),
    "the same speaker runs on": (
        "“Stay,” said Ms Holm. “It is cold.\n\n“We sail,” Ms Holm said.",
        [("closed", 1, "“Stay,”"), ("running", 1, "“It is cold."), ("closed", 1, "“We sail,”")],
    ),
    "one lost mark spoils nothing after it": (
        '"We sail, he said. "It is late," he said. "Come."\n\n"So," she said.',
        [("unclosed", 1, '"We sail,'), *closed('"It is late,"', '"Come."', '"So,"')],
    ),
    "nor a lost opening": (
        'They left. We sail," he said. "It is late," he said.\n\n"So," she said.',
        [("unopened", 1, 'We sail,"'), *closed('"It is late,"', '"So,"')],
    ),
    "closing mark alone": ("They slept badly”. It rained.", [("unopened", 1, "They slept badly”")]),
    "a running paragraph without its mark": (
        "“We sail.\n\nBring a coat,” he said.",
        [("running", 1, "“We sail."), ("continued", 1, "Bring a coat,”")],
    ),
    "a quotation that a paragraph break cut in two": (
        "“We sail when the ice\n\nhas gone,” he said. “Bring a coat.”",
        [("running", 1, "“We sail when the ice"), ("broken", 1, "has gone,”"), *closed("“Bring a coat.”")],
    ),
    "a plural's apostrophe closes nothing": (
        "‘We sail,’ he said.\n\n‘The boats’ holds are dry, Mr Vale said.",
        [*closed("‘We sail,’"), ("unclosed", 1, "‘The boats’ holds are dry,")],
    ),
    "two such paragraphs": (
        "“We sail.\n\nBring a coat.\n\nIt is cold,” he said.",
        [("running", 1, "“We sail."), ("continued", 1, "Bring a coat."), ("continued", 1, "It is cold,”")],
    ),
    "merged paragraphs": (
        '"We sail. "Bring a coat," he said.',
        [("running", 1, '"We sail.'), *closed('"Bring a coat,"')],
    ),
    "inner mark never closed": (
        "“He shouted ‘Everybody off, and we jumped,” she said.",
        [
            ("closed", 1, "“He shouted ‘Everybody off, and we jumped,”"),
            ("unclosed", 2, "‘Everybody off, and we jumped,"),
        ],
    ),
    "single-mark house": (
        "'We sail,' he said.\n\n'It is late, he said.\n\nIt rained.",
        [*closed("'We sail,'"), ("unclosed", 1, "'It is late,")],
    ),
    "the speaker's own attribution is no end": (
        "“In March, I said no to them all.\n\nIt rained.",
        [("unclosed", 1, "“In March, I said no to them all.")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), QUOTATIONS.values(), ids=QUOTATIONS)
def test_quotations_are_read(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize("text", NO_QUOTATIONS.values(), ids=NO_QUOTATIONS)
def test_other_marks_are_no_quotations(text):
    assert read(text) == []


@pytest.mark.parametrize(("text", "expected"), FAULTS.values(), ids=FAULTS)
def test_faults_are_judged(text, expected):
    assert read(text) == expected


def test_marks_and_their_shapes():
    text = "“Yes,\" he said. 'No,' she said."
    first, second = Story(text, layout="body").quotes.quotations
    assert (first.opening, first.closing, first.double, first.curly) == ((0, 1), (5, 6), True, True)
    assert (second.opening, second.closing, second.double, second.curly) == ((16, 17), (20, 21), False, False)


@pytest.mark.parametrize(
    ("text", "reversed_marks"),
    [
        ("”Yes,“ he said.", [(0, 1), (5, 6)]),
        ("“Yes,“ he said.", [(5, 6)]),
        ("“Yes,” he said.", []),
        ("Er sagte „ja“ und »nein«.", []),
    ],
)
def test_marks_that_face_the_wrong_way(text, reversed_marks):
    quotations = Story(text, layout="body").quotes.quotations
    assert [tuple(mark) for q in quotations for mark in q.reversed_marks] == reversed_marks
    assert all(q.state is QuoteState.CLOSED for q in quotations)


def test_covers_speech_with_its_marks_and_nothing_else():
    text = "“They said ‘no’,” he said, “twice”."
    quotes = Story(text, layout="body").quotes
    covered = [at for at in range(len(text)) if quotes.covers(at, at + 1)]
    assert covered == [*range(17), *range(27, 34)]
    assert quotes.covers(0, 17)
    assert not quotes.covers(0, 18)
    assert not quotes.covers(16, 28)
    assert not Quotes(()).covers(0, 1)


def test_outer_at_gives_the_outer_quotation():
    text = "“They said ‘no’,” he said."
    quotes = Story(text, layout="body").quotes
    assert quotes.outer_at(12) is quotes.quotations[0]
    assert quotes.outer_at(17) is None


def test_a_crosshead_does_not_break_running_speech():
    text = "“We sail.\n\nOver the bay\n\n“Come,” he said."
    kinds = (BlockKind.BODY, BlockKind.CROSSHEAD, BlockKind.BODY)
    spans = ((0, 9), (11, 23), (25, len(text)))
    blocks = tuple(Block(kind, start, end, start, end) for kind, (start, end) in zip(kinds, spans, strict=True))
    assert [q.state.value for q in find_quotes(text, blocks).quotations] == ["running", "closed"]


def test_single_house_is_told_by_its_speech():
    assert Story("'We sail,' he said. 'Come.'", layout="body").quotes.single_house
    assert not Story("\"We sail,\" he said. 'Come.'", layout="body").quotes.single_house
    assert not Story("The 'wet' nets.", layout="body").quotes.single_house

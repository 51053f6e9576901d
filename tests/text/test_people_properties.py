"""Properties of the register that hold for any text, and its time, which grows with the text and no faster."""

from __future__ import annotations

import time
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.text.people import MentionKind
from newslint.text.story import Story

_WORDS = """
Mr Mrs. Dr Sir Lord Justice President minister coach Huw Bevan Rosa Quill van den der Berg al-Assad O'Brien J. K. Jr.
III MP said says , . ; ' ’ “ ” " ( ) 34 the The a and & of Bevan's James' St. Kim Jong-un Street Bank é Ünal 🙂 who
"""
_PIECES = st.sampled_from([*_WORDS.split(), "\n", "\n\n"])
_STORIES = st.lists(st.one_of(_PIECES, st.text(max_size=6)), max_size=60).map(" ".join)


@given(_STORIES)
@settings(max_examples=300, deadline=None)
def test_mentions_lie_in_the_text_and_name_their_person(text: str) -> None:
    story = Story(text)
    people = story.people
    for person in people.people:
        assert person.mentions
        assert person.surname in person.called
        starts = [m.start for m in person.mentions]
        assert starts == sorted(starts)
        assert person.introduction is None or person.introduction in person.mentions
        for mention in person.mentions:
            block = story.blocks[mention.block]
            assert block.start <= mention.start <= mention.name_start < mention.end <= block.end
            assert (mention.title is None) == (mention.start == mention.name_start)
            assert mention.quoted == story.in_speech(mention.start, mention.end)
            name = text[mention.name_start : mention.end]
            if mention.kind in (MentionKind.FULL, MentionKind.TITLED_FULL):
                assert name.split()[0] == person.full.split()[0] or not name.isascii()
    spans = [(m.start, m.end) for p in people.people for m in p.mentions]
    spans += [(m.start, m.end) for m in (*people.unresolved, *people.strays)]
    spans.sort()
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@given(_STORIES)
@settings(max_examples=150, deadline=None)
def test_line_endings_change_nothing(text: str) -> None:
    plain = text.replace("\r", "")
    unix, dos = Story(plain).people, Story(plain.replace("\n", "\r\n")).people
    assert [(p.full, p.honorific, len(p.mentions)) for p in unix.people] == [
        (p.full, p.honorific, len(p.mentions)) for p in dos.people
    ]


def _seconds(text: str) -> float:
    story = Story(text, layout="body")
    story.quotes  # noqa: B018  (what the register needs is not its own time)
    start = time.process_time()
    story.people  # noqa: B018
    return time.process_time() - start


def _names(count: int) -> str:
    letters = "abcdefghijklmnopqrstuvwxyz"
    return " ".join(
        f"Rosa Q{letters[k % 26]}{letters[k // 26 % 26]}{letters[k // 676 % 26]}ander, 34, spoke." for k in range(count)
    )


def test_time_is_linear_in_people_and_in_odd_text() -> None:
    for build in (
        _names,
        lambda n: "Rosa Quill and " * n,
        lambda n: "Mr Quill's " * n,
        lambda n: "A" * 20 * n,
        lambda n: "Aa'" * 7 * n,
        lambda n: "Aa-" * 7 * n,
        lambda n: "J. " * 7 * n,
        lambda n: "van der " * 3 * n,
    ):
        small, large = (min(_seconds(build(n)) for _ in range(2)) for n in (1_000, 8_000))
        assert large < 0.15 + 24 * small

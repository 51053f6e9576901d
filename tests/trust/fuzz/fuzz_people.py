"""Register of people: mentions lie in the text, in order, apart, and name their person."""

from __future__ import annotations

from itertools import pairwise

from fuzzinput import story_seeds, text_of

from newslint.text.people import MentionKind
from newslint.text.story import Layout, Story

INSTRUMENT = ("newslint.text",)
TOKENS = (
    "Mr ",
    "Mrs ",
    "Dr. ",
    "Lord ",
    " van der ",
    " al-",
    "O'",
    " Jr.",
    " III",
    "'s",
    ", the mayor of ",
    " said",
    "Kim ",
)


def seeds() -> list[bytes]:
    return [*story_seeds(), b"\x80" + bytes(range(256))]


def one_input(data: bytes) -> None:
    text = text_of(data)
    for layout in ("story", "body"):
        check_people(text, layout)


def check_people(text: str, layout: Layout) -> None:
    story = Story(text, layout)
    register = story.people
    everything = [*register.unresolved, *register.strays]
    for person in register.people:
        assert person.mentions, "somebody whom nothing mentions"
        assert person.full
        assert person.surname in person.called
        assert person.introduction is None or person.introduction in person.mentions
        starts = [mention.start for mention in person.mentions]
        assert starts == sorted(starts)
        everything += person.mentions
    for mention in everything:
        block = story.blocks[mention.block]
        assert block.start <= mention.start <= mention.name_start < mention.end <= block.end
        assert (mention.title is None) == (mention.start == mention.name_start)
        assert mention.quoted == story.in_speech(mention.start, mention.end)
        assert isinstance(mention.kind, MentionKind)
    spans = sorted((mention.start, mention.end) for mention in everything)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans)), "two mentions overlap"
    assert Story(text, layout).people == register, "not the same twice"

"""Paragraphs and sentences told twice: found by their edges, read in full only where these are shared."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newslint.kinds.shared import repeats
from newslint.kinds.shared.repeats import repeated_paragraphs, repeated_sentences
from newslint.text.story import Story

_STEMS = "ash elm oak yew fir bay fig box may hop rue tea".split()  # noqa: SIM905


def _paragraph(number: int) -> str:
    return f"The {number}th boat of {_STEMS[number % 12]} island left on the tide for port {number} with {number} men."


class _Counting:
    def __init__(self, pattern):
        self.pattern = pattern
        self.read = 0

    def findall(self, text):
        self.read += 1
        return self.pattern.findall(text)


def _story(count: int, *more: str) -> Story:
    return Story("Boats leave\n\n" + "\n\n".join([*map(_paragraph, range(count)), *more]) + "\n")


def test_only_paragraphs_that_begin_or_end_alike_are_read(monkeypatch):
    words = _Counting(repeats._WORD)
    monkeypatch.setattr(repeats, "_WORD", words)
    story = _story(40)
    assert repeated_paragraphs(story, 8) == ()
    assert list(repeated_sentences(story, 8)) == []
    assert words.read == 0
    story = _story(40, _paragraph(7))
    assert [repeat.exact for repeat in repeated_paragraphs(story, 8)] == [True]
    assert repeated_paragraphs(story, 8) is repeated_paragraphs(story, 8)
    assert words.read == 2
    repeated_paragraphs(story, 12)
    assert words.read == 4


def test_case_and_marks_do_not_count():
    first = "“The weir was closed at noon,” the council of Loamshire said on Friday."
    again = "The WEIR was closed at noon - the council of Loamshire said, on Friday!"
    story = _story(5, first, _paragraph(50), again)
    (repeat,) = repeated_paragraphs(story, 8)
    assert story.text[slice(*repeat.again)] == again
    assert (repeat.exact, repeat.adjacent) == (True, False)
    story = _story(5, first, again)
    assert [repeat.adjacent for repeat in repeated_paragraphs(story, 8)] == [True]


def test_the_last_words_are_compared_too():
    first = "Finally the weir near the old mill was closed at noon by the council of Loamshire and by its clerk."
    again = "Lastly the weir near the old mill was closed at noon by the council of Loamshire and by its clerk."
    story = _story(3, first, again)
    assert [repeat.exact for repeat in repeated_paragraphs(story, 8)] == [False]


def test_a_sentence_in_the_middle_of_another_paragraph():
    said = "The weir near the old mill was closed at noon."
    story = _story(2, f"It rained on. {said}", f"It snowed again. {said} Nobody came.")
    (repeat,) = repeated_sentences(story, 8)
    assert [story.text[slice(*span)] for span in (repeat.first, repeat.again)] == [said, said]


_WORDS = st.sampled_from(["a", "The", "the", "weir", "É", "é", "İ", "ß", "Σ", "x" * 90])
_GAPS = st.sampled_from([" ", ", ", " “", "-", "’", " " * 90])


@given(st.lists(st.tuples(_WORDS, _GAPS), max_size=9))
def test_edges_are_those_of_all_words(parts):
    small = repeats._in_small_letters("".join(word + gap for word, gap in parts))
    words = repeats._WORD.findall(small)
    first = repeats._first_words(small, 0, len(small))
    last = repeats._last_words(small, 0, len(small))
    assert [word for word in first if word] == words[:4]
    assert [word[::-1] for word in last if word][::-1] == words[-4:]

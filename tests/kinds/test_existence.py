"""Kind existence: words, patterns, the marked group, exceptions near the finding."""

from __future__ import annotations

import time

import pytest

from newslint.kinds import existence
from newslint.kinds.shared.base import Context, OptionError
from newslint.text.story import Story


class NoLists:
    def get(self, name: str) -> None:
        raise OptionError(f"no list {name}")


def found(text: str, **options: object) -> list[str]:
    state = existence.prepare(existence.Options(**options), NoLists())
    return [text[f.start : f.end] for f in existence.check(state, Context(Story(text, layout="body")))]


def test_words_are_whole_and_hyphens_and_apostrophes_join_them() -> None:
    text = "A dummy text. A dummy text-book, dummy texts, the dummy text's end. Dummy text."
    assert found(text, words=("dummy text",)) == ["dummy text", "Dummy text"]


@pytest.mark.parametrize(
    ("case", "hits"), [("match", ["Tk"]), ("start", ["tk", "Tk"]), ("ignore", ["tk", "Tk", "TK", "tK"])]
)
def test_case_counts_as_the_entry_says(case: str, hits: list[str]) -> None:
    assert found("tk Tk TK tK", words=("Tk",), case=case) == hits


def test_white_space_and_curly_apostrophes_match_the_plain_entry() -> None:
    assert found("it isn’t\n  so", words=("isn't so",)) == ["isn’t\n  so"]


def test_a_group_named_mark_is_the_finding() -> None:
    assert found("He said so. He said no.", patterns=(r"He (?P<mark>said) no",)) == ["said"]


def test_except_spares_what_it_overlaps_and_unless_the_sentence() -> None:
    assert found("TK Maxx opened. TK people came.", words=("TK",), except_=("TK Maxx",)) == ["TK"]
    assert found("The airline is TK. Then TK came.", words=("TK",), unless=(r"\bairline\b",)) == ["TK"]


def test_offsets_are_code_points_after_emoji_and_accents() -> None:
    text = "🙂 café 🙂 lorem ipsum"
    assert found(text, words=("lorem ipsum",), patterns=(r"caf.",)) == ["lorem ipsum", "café"]


def test_a_bad_pattern_is_an_option_error_with_its_place() -> None:
    with pytest.raises(OptionError, match="bad pattern") as error:
        existence.prepare(existence.Options(patterns=("ok", "(a")), NoLists())
    assert error.value.where == ("patterns", 1)


def test_exceptions_cost_linear_time_in_one_long_block() -> None:
    def seconds(count: int) -> float:
        text = "TK word " * count
        begin = time.process_time()
        assert len(found(text, words=("TK",), except_=("TK Maxx",))) == count
        return time.process_time() - begin

    small = min(seconds(500) for _ in range(3))
    assert min(seconds(4000) for _ in range(2)) < small * 8 * 4

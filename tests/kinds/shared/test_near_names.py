"""Names a slip apart: found among few and among many, and without holding all against all."""

from __future__ import annotations

import itertools
import string

import pytest

from newslint.kinds.shared import near_names
from newslint.kinds.shared.near_names import Neighbours

OTHERS = [f"Q{a}{b}rdal" for a, b in itertools.product(string.ascii_lowercase[:12], repeat=2)]


@pytest.mark.parametrize("others", [[], OTHERS], ids=["few", "many"])
@pytest.mark.parametrize(
    ("name", "word", "near"),
    [
        ("Quillfeather", "Quilfeather", True),
        ("Quillfeather", "Quilllfeather", True),
        ("Quillfeather", "Quillfaether", True),
        ("Quillfeather", "Quillfeathers", False),  # an ending that inflects
        ("Quillfeather", "Zuillfeather", False),  # another first letter
        ("Quillfeather", "Quillfeather", False),  # the name itself
        ("Quillfeather-Obi", "Zuillfeather-Obi", True),  # of a double name one part may differ by any letter
        ("Quillfeather-Obi", "Zuillfeather-Lal", False),
    ],
)
def test_a_slip_is_found_among_few_names_and_among_many(name: str, word: str, near: bool, others: list[str]) -> None:
    assert (name in Neighbours([*others, name]).of(word)) is near


@pytest.mark.parametrize("others", [[], OTHERS], ids=["few", "many"])
@pytest.mark.parametrize("word", ["Quillfeathem", "Quillfeathere", "Quilfetherr"])
def test_more_is_near_where_any_letter_counts(word: str, others: list[str]) -> None:
    names = [*others, "Quillfeather", "Quilfether"]
    assert set(Neighbours(names).of(word)) <= set(Neighbours(names).of(word, any_letter=True))
    assert Neighbours(names).of(word, any_letter=True)


def test_a_word_without_a_name_of_its_letter_is_told_at_a_glance() -> None:
    near = Neighbours(["Obi", "Lal-Obi"])
    assert not near.may_have("Pell")
    assert not near.may_have("Obi")  # itself alone
    assert near.may_have("Obe")
    assert near.may_have("Pell-Obi")


def test_comparisons_do_not_grow_with_the_square_of_the_names(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0
    one_slip = near_names.one_slip

    def counted(right: str, word: str) -> bool:
        nonlocal compared
        compared += 1
        return one_slip(right, word)

    monkeypatch.setattr(near_names, "one_slip", counted)

    def comparisons(count: int) -> int:
        nonlocal compared
        compared = 0
        names = [f"Q{''.join(letters)}rdalen" for letters in itertools.product("abcdefghij", repeat=3)][:count]
        near = Neighbours(names)
        for name in names:
            near.of(name[:-1] + "x")
        return compared

    assert comparisons(1000) <= 3 * comparisons(500)

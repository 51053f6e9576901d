"""The kind `names` and the spelling of names: slips, look-alikes, and the time they take."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.kinds import names
from newslint.kinds.shared.base import Context, Finding
from newslint.kinds.shared.near_names import Neighbours, one_edit, one_slip, part_slips, sounds_like
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.packs import shipped_pack
from newslint.text.story import Story

SHIPPED = ListFolder(shipped_pack().folder / "lists")


class _Lists:
    def get(self, name: str) -> Any:
        return ["Merkel"] if name == "household" else SHIPPED.get(name)


def find(fault: str, text: str, household: str = "") -> list[Finding]:
    state = names.prepare(names.Options(fault=fault, household=household), _Lists())  # type: ignore[arg-type]
    return list(names.check(state, Context(Story(text, layout="body"))))


def marked(fault: str, text: str, household: str = "") -> list[str]:
    return [text[f.start : f.end] for f in find(fault, text, household)]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Brandstetter", "Brandsteter"),
        ("Brandstetter", "Brandstettter"),
        ("Brandstetter", "Brandtsetter"),
        ("Brandstetter", "Brandstatter"),
        ("Castaneda", "Castenada"),
        ("Peña", "Pena"),
        ("Halloran-Quist", "Haloran-Quist"),
        ("Halloran-Quist", "Halloran-Qvist"),
        ("Halloran-Quist", "Galloran-Quist"),
        ("Peña Obiero", "Peña Obeiro"),
        ("van der Quist", "van der Quits"),
    ],
)
def test_slips(right: str, wrong: str) -> None:
    assert one_slip(right, wrong) or part_slips(right, wrong)
    assert Neighbours([right]).of(wrong) == [right]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Obi", "Obis"),
        ("Petrov", "Petrova"),
        ("Korea", "Korean"),
        ("Hansen", "Jansen"),
        ("Mercer", "Mercier's"),
        ("Li", "Li"),
        ("Obi-Lal", "Obo-Lall"),
        ("Obi-Lal", "Lal-Obi"),
        ("Obi-Lal", "Obi-Li"),
    ],
)
def test_what_is_no_slip(one: str, other: str) -> None:
    assert not one_slip(one, other)
    assert not part_slips(one, other)
    assert Neighbours([one]).of(other) == []


@given(st.text("abcdef", min_size=3, max_size=8), st.text("abcdef", min_size=3, max_size=8))
def test_the_table_misses_no_slip(one: str, other: str) -> None:
    assert Neighbours([one]).of(other) == ([one] if one_slip(one, other) else [])


@given(st.text("abc", min_size=1, max_size=6), st.text("abc", min_size=1, max_size=6))
def test_one_edit_goes_both_ways(one: str, other: str) -> None:
    assert one_edit(one, other) == one_edit(other, one)


def test_any_letter_may_differ_where_asked() -> None:
    assert Neighbours(["Hansen"]).of("Hansem") == []
    assert Neighbours(["Hansen"]).of("Hansem", any_letter=True) == ["Hansen"]
    assert Neighbours(["Hansen"]).of("Jansen", any_letter=True) == []


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Katherine", "Catherine", True),
        ("Philip", "Phillip", True),
        ("Jon", "John", True),
        ("Stuart", "Stewart", True),
        ("Zoë", "Zoe", True),
        ("Jane", "Joan", False),
        ("Francis", "Frances", False),
        ("Denis", "Denise", False),
    ],
)
def test_given_names_that_sound_alike(one: str, other: str, alike: bool) -> None:
    assert sounds_like(one, other) is alike
    assert sounds_like(other, one) is alike


def test_drift_is_reported_once_and_points_at_the_introduction() -> None:
    text = "Ivo Brandstetter, a keeper, fell. Brandsteter rose. Brandsteter sat. Brandstetter slept. Brandstetter ate."
    (finding,) = find("surname-drift", text)
    assert (finding.start, finding.suggestions) == (text.index("Brandsteter"), ("Brandstetter",))
    assert [text[r.start : r.end] for r in finding.related] == ["Ivo Brandstetter"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Ivo Halloran-Quist, a keeper, fell. Halloran-Quist slept. Haloran-Quist woke.", "Haloran-Quist"),
        ("Ivo van der Quist, a keeper, fell. They saw van der Quits leave.", "van der Quits"),
        ("Rosa Peñarol Obiero, a keeper, fell. Peñarol Obiero slept. Ms Peñarol Obeiro woke.", "Peñarol Obeiro"),
        ("Ivo Marsden, a keeper, fell. Mr Marsden slept. Mr Marsdon woke.", "Marsdon"),
        ("Ivo Quist, a keeper, fell. Mr Quist slept. Mr Qist woke.", "Qist"),
        (
            "Ivo Brandsteter, a keeper, fell. Brandstetter slept. Brandstetter said no. Brandstetter woke.",
            "Brandsteter",
        ),
    ],
)
def test_slips_in_names_of_all_shapes(text: str, wrong: str) -> None:
    assert marked("surname-drift", text) == [wrong]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The road to Kakhirat is shut. Snow fell in Kakirat.", ["Kakirat"]),  # once each: the later
        ('The Kakhirat region is poor. "We love Kakhirat," he said. Snow fell in Kakirat.', ["Kakirat"]),
        ("The bank in Port Skudevik is shut. The pier at Port Skudvik is not. Port Skudevik wept.", ["Skudvik"]),
        ("They met in Skudevik Bay and left Skuedvik Bay. Skudevik Bay was cold.", ["Skuedvik"]),
        ("The two Koreas met. Koreans wept.", []),
        ("The road to Newport is shut. Snow fell in Newprot. A newport is a cigarette.", []),
        ("They met in Skudevik. A girl said: 'I love Skudvik'.", []),
        ("They drink Relavol. A rival is called Relavan.", []),
    ],
)
def test_places_and_bodies(text: str, wrong: list[str]) -> None:
    assert marked("place-drift", text) == wrong


@pytest.mark.parametrize(
    ("text", "early"),
    [
        ("Quist painted it in a week. Ivo Quist, a welder, lives in Leith.", ["Quist"]),
        ("It was cold when Quist stole the boat. Ivo Quist, a welder, lives in Leith.", ["Quist"]),
        ('"It was cold," says Quist. Dr Ivo Quist of the Leith Museum painted it.', ["Quist"]),
        ("Quist, who owns a bank, said no. Ivo Quist, 40, lives in Leith.", ["Quist"]),
        ("It is old, according to Quist. Ivo Quist, a welder, lives in Leith.", ["Quist"]),
        ("A boat belonging to Quist was found. Ivo Quist, a welder, lives in Leith.", ["Quist"]),
        ("Police held Quist. They charged Quist on Monday. Ivo Quist, a welder, lives in Leith.", []),
        ("They charged Quist on Monday. Ivo Quist, a welder, lives in Leith.", ["Quist"]),
        ("For nine years Quist and his dog slept there. Ivo Quist, a welder, lives in Leith.", ["Quist"]),
        ("Mr Quist lost. Ivo Quist, a welder, lives in Leith.", ["Mr Quist"]),
        ("Dr Quist lost. Ivo Quist, a welder, lives in Leith.", []),
        ("The road to Quist is shut. Ivo Quist, a welder, lives in Leith.", []),
        ("The bank named after Quist is shut. Ivo Quist, a welder, lives in Leith.", []),
        ("The bank is named after Quist. Ivo Quist, a welder, lives in Leith.", []),
        ("A Quist painted by Rosa Pell was sold. Ivo Quist, a welder, lives in Leith.", []),
        ("Quist, which makes rope, has closed. Ivo Quist, a welder, owned it.", []),
        ("Quist based its rope on hemp. Quist, which makes rope, closed. Ivo Quist, a welder, owned it.", []),
        ("Quist has no beach. A ferry sails in Quist every day. Ivo Quist, a welder, was named after it.", []),
        ("Quist said no. Ivo Quist said yes.", []),
    ],
)
def test_surnames_before_their_introduction(text: str, early: list[str]) -> None:
    assert marked("surname-before-intro", text) == early


@pytest.mark.parametrize(
    "text",
    [
        "Ivo Marsden, a keeper, fell. Marsdon rose. Marsdon sat. Marsdon fell. Marsden slept.",  # too often for a slip
        "Ivo Merchand, a keeper, fell. Merchant rose. A merchant slept.",
        "Ivo Sydnee, a keeper, fell. Sydney rose.",
        "Ivo Brandstetter, a keeper, fell. Rosa Brandsteter, a nurse, rose. Brandsteter slept.",
        "Ivo Brandstetter, a keeper, fell in Brandsteter Street. Brandsteter is a village.",
    ],
)
def test_names_that_only_look_alike(text: str) -> None:
    assert marked("surname-drift", text) == []


def test_household_names_need_no_introduction() -> None:
    text = "Merkel said no. Angela Merkel, the chancellor, left. Merkel slept."
    assert marked("surname-before-intro", text) == ["Merkel"]
    assert marked("surname-before-intro", text, "household") == []


def test_a_surname_that_is_a_given_name_is_believed_if_the_story_goes_on_using_it() -> None:
    used = "Police say Douglas took it. Scott Douglas, a baker, was held. Douglas slept."
    unused = "Police say Douglas took it. Scott Douglas, a baker, was held."
    assert (marked("surname-before-intro", used), marked("surname-before-intro", unused)) == (["Douglas"], [])


def test_time_is_linear_in_people_and_in_strays() -> None:
    def text(count: int) -> str:
        letters = "abcdefghijklmnopqrstuvwxyz"
        word = lambda k: letters[k % 26] + letters[k // 26 % 26] + letters[k // 676 % 26]  # noqa: E731
        return " ".join(f"Rosa Qu{word(k)}der, 34, spoke. Then Qu{word(k)}dder said so." for k in range(count))

    def seconds(count: int) -> float:
        story = Story(text(count), layout="body")
        story.people, story.sentences  # noqa: B018
        start = time.process_time()
        for fault in ("surname-drift", "place-drift", "given-name-drift", "surname-before-intro", "never-introduced"):
            state = names.prepare(names.Options(fault=fault), _Lists())  # type: ignore[arg-type]
            list(names.check(state, Context(story)))
        return time.process_time() - start

    assert seconds(8_000) < 0.3 + 24 * seconds(1_000)


def test_a_particle_after_the_given_name_has_one_case() -> None:
    text = "Rita van Dongen, a judge, spoke. They saw Rita Van Dongen leave. They met Ms van Dongen."
    (finding,) = find("particle-case", text)
    assert (text[finding.start : finding.end], finding.severity) == ("Rita Van Dongen", None)

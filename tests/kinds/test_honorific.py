"""The kind `honorific`: what the checks' own tests do not reach: spans, relations, severities, refusals."""

from __future__ import annotations

import pytest

from newslint.kinds import honorific
from newslint.kinds.shared.base import Context, Finding
from newslint.text.story import Story


class _Lists:
    def get(self, name: str) -> list[str]:
        return {
            "untitled-callings": ["singer"],
            "household-names": ["Dickens", "Heath"],
            "given-name-countries": ["Thailand", "Thai", "Samoa"],
        }[name]


def find(fault: str, text: str, words: frozenset[str] = frozenset()) -> list[Finding]:
    state = honorific.prepare(honorific.Options(fault=fault), _Lists())  # type: ignore[arg-type]
    return list(honorific.check(state, Context(Story(text, layout="body"), words=words)))


def test_the_given_name_report_points_at_the_introduction() -> None:
    text = "Huw Bevan, the farmer, spoke.\n\nMr. Huw left."
    (finding,) = find("given-name", text)
    assert text[finding.start : finding.end] == "Mr. Huw"
    assert finding.suggestions == ("Mr. Bevan",)
    assert [text[r.start : r.end] for r in finding.related] == ["Huw Bevan"]
    assert finding.values["person"] == "Huw Bevan"


@pytest.mark.parametrize(
    "text",
    [
        "Mr Huw left. Huw Bevan, the farmer, stayed.",  # not introduced yet
        "Huw Bevan spoke. Mr Huw left. Mr Huw slept. Mr Huw woke.",  # the story's own practice
        "Huw Bevan, the farmer, spoke to Dafydd Huw, 40. Mr Huw left.",  # a surname here
        "Zubeni Kravor, a farmer, flew to Thailand. Mr Zubeni left.",  # where that may be right
        "The Thai farmer Zubeni Kravor spoke. Mr Zubeni left.",
        "Zubeni Kravor, a farmer, spoke. Mr Zubeni left. Mr Zubeni slept.",  # no slip: twice
        "Zubeni Hassan, a farmer, spoke. Mr Zubeni left.",  # the second word is no family name
        "Zubeni bin Kravor, a farmer, spoke. Mr Zubeni left.",
        "Kim Yungmin, an analyst, spoke. Mr Kim left.",
        "Huw Bevan, 9, spoke. Huw left.",
    ],
)
def test_given_names_that_are_right(text: str) -> None:
    assert find("given-name", text) == []


def test_a_title_with_the_given_name_is_wrong_once_the_surname_has_had_one() -> None:
    text = "Zubeni Kravor, a farmer, spoke. Mr Kravor left. Mr Zubeni slept."
    assert [(text[f.start : f.end], f.severity) for f in find("given-name", text)] == [("Mr Zubeni", None)]


@pytest.mark.parametrize(
    "text",
    [
        "The council leader, Zubeni Kravor, spoke. Mrs Zubeni left.",
        "Zubeni Kravor, a farmer, flew to Samoa. Kravor slept. Mrs Zubeni left.",
        "Zubeni Gordon, a farmer, spoke. The rain had come late, Mrs Zubeni said.",
    ],
)
def test_an_unknown_given_name_is_a_warning(text: str) -> None:
    (finding,) = find("given-name", text)
    assert (text[finding.start : finding.end], finding.severity) == ("Mrs Zubeni", "warning")


_TITLED = "Paula Grieve, a dentist, spoke. Ms Grieve left. Hugo Lanz, a landlord, spoke. Mr Lanz left. Ms Grieve wept. "


def test_a_lone_bare_surname_gets_the_titles_in_use() -> None:
    text = _TITLED + "Olga Rusk, 70, was there. Rusk said no."
    (finding,) = find("missing", text)
    assert finding.suggestions == ("Mr Rusk", "Ms Rusk")


def test_a_known_title_is_the_only_suggestion() -> None:
    text = _TITLED + "Lanz said no."
    (finding,) = find("missing", text)
    assert finding.suggestions == ("Mr Lanz",)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Paula Grieve, a dentist, spoke. Ms Grieve left. Ms Grieve wept. Grieve said no.", ("Ms Grieve",)),
        ("Paula Grieve, a dentist, spoke. Ms Grieve left. Then Grieve said no.", ("Ms Grieve",)),
        ("Dr Paula Grieve, a dentist, spoke. Dr Grieve left. Grieve said no.", ("Dr Grieve",)),
        ("Paula Grieve, 40, spoke. Ms Grieve left. Olga Rusk, 70, spoke. Ms Grieve wept. Rusk sat down.", None),
        (
            "Paula Grieve, 40, spoke. Ms Grieve said yes. Olga Rusk, a tenor and a clerk, spoke. Rusk said no.",
            None,
        ),
        (_TITLED + "Olga Rusk, a dentist, said no. Rusk said that families had been told.", None),
        (_TITLED + "Olga Heath, a dentist, was there. Heath said no.", None),
        (_TITLED + "Olga Rusk, a solicitor, was there. Rusk said her client had been jailed.", None),
        (_TITLED + "Olga Rusk, 70, was there. They met Mr Lanz and Rusk.", None),
        (_TITLED + "Olga Rusk, 70, was there. Ms Grieve and Rusk said no.", None),
        (_TITLED + "Olga Rusk, 70, was there. Nobody slept, according to Rusk.", None),
        (_TITLED + "Olga Rusk, 70, was there. They knew that Rusk had left.", None),
        (_TITLED + "Olga Rusk, 70, was there. It was cold, wrote Rusk.", None),
        (_TITLED + "Olga Rusk, a bus driver, was there. Rusk kept time.", None),
        (_TITLED + "Olga Rusk, 70, was there. Rusk, an old hand, said no.", None),
        (_TITLED + "Ali Rusk, 70, was there. Rusk said no.", None),
        (_TITLED + "The fathers went. Olga Rusk, 70, stayed. Rusk said no.", None),
        (_TITLED + "They had not heard of Ms Grieve. The mayor, Grieve, wept.", ("Ms Grieve",)),
        ("Paula Grieve, 40, spoke. Ms Grieve said yes. Olga Rusk, 70, spoke. Rusk sat down.", None),
        (_TITLED + "Ivo Pell, 50, was jailed. Pell wept. Pell slept. Olga Rusk, 70, was there. Rusk said no.", None),
    ],
)
def test_what_little_shows_that_a_title_is_missing(text: str, right: tuple[str, ...] | None) -> None:
    (finding,) = find("missing", text)
    assert right is None or finding.suggestions == right


@pytest.mark.parametrize(
    "text",
    [
        "Paula Grieve, 40, spoke. Ms Grieve left. Olga Rusk, 70, spoke. Rusk sat down.",  # one against one, no speakers
        "Sgt Paula Grieve spoke. Sgt Grieve left. Sgt Grieve wept. Olga Rusk, 70, spoke. Rusk said no.",  # a rank
        "Dr Paula Grieve spoke. Dr Grieve left. Dr Grieve wept. Olga Rusk, 70, spoke. Rusk said no.",  # doctors only
        "Father Ivo Pell spoke. Father Ivo left. Father Ivo wept. Olga Rusk, 70, spoke. Rusk said no.",
    ],
)
def test_titles_that_are_no_style_of_the_house(text: str) -> None:
    assert find("missing", text) == []


@pytest.mark.parametrize(
    "more",
    [
        "Olga Rusk, a singer, was there. Rusk said no.",
        "Olga Rusk, 14, was there. Rusk said no.",
        "Olga Rusk, who built the hall in 1887, was poor. Rusk never saw it full.",
        "Olga Rusk, who won an Oscar, was there. Rusk said no.",
        "Olga Rusk, 70, is on trial for theft. Rusk said no.",
        "Olga Rusk runs Rusk, which makes rope. Olga Rusk, 70, was there. Rusk said no.",
        "Olga Rusk, 70, was there. Pell and Rusk said no.",
        "Olga Rusk, a singer from Leith, was there. Rusk kept time.",
        "Olga Rusk, 70, was there. Rusk said no. Rusk said yes. Rusk said no.",
        "Olga Rusk, 70, was convicted of theft. Rusk said no.",
        "Olga Rusk, 70, was there. The Rusk case is closed.",
        'Olga Rusk, 70, was there. "Rusk said no," he said.',
        "Olga Rusk, 70, was there. Rusk Street is long.",
        "Olga Rusk, 70, met her brother. Rusk said no.",
    ],
)
def test_bare_surnames_that_are_right(more: str) -> None:
    assert find("missing", _TITLED + more) == []


def test_a_newsrooms_own_words_are_never_wrong() -> None:
    text = _TITLED + "Olga Rusk, 70, was there. Rusk said no."
    assert find("missing", text, words=frozenset({"Rusk"})) == []


def test_a_flip_of_one_against_one_is_only_probable() -> None:
    (once,) = find("gender-flip", "Robin Mercer, 40, spoke. Mr Mercer left. Ms Mercer slept.")
    (twice,) = find("gender-flip", "Robin Mercer, 40, spoke. Mr Mercer left. Mr Mercer woke. Ms Mercer slept.")
    assert (once.severity, twice.severity) == ("warning", None)


def test_mixed_points_are_reported_once_and_mended_everywhere() -> None:
    text = "Mr Lanz left. Mr. Pell left. Mr. Rusk left. Mr Grieve left. Mr Quill left."
    (finding,) = find("mixed-points", text)
    assert [text[e.start : e.end] for e in finding.edits] == ["Mr.", "Mr."]
    assert {e.new for e in finding.edits} == {"Mr"}


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Ms Grieve wept. Mr Lanz wept. Mr Lanz slept. Rusk said no. Pell said yes.", ["Rusk", "Pell"]),
        ("Ms Grieve wept. Mr Lanz wept. Rusk said no. Pell said yes.", []),  # two against two
        ("Ms Grieve wept. Mr Lanz wept. Mr Lanz slept. Rusk said no. Rusk said yes.", []),  # what the story does
    ],
)
def test_two_bare_surnames_beside_three_titles(text: str, bare: list[str]) -> None:
    cast = "Paula Grieve, 40, met Hugo Lanz, a baker. Olga Rusk, 70, and Ivo Pell, a clerk, came too. "
    assert [(cast + text)[f.start : f.end] for f in find("missing", cast + text)] == bare

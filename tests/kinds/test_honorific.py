"""The kind `honorific`: what the checks' own tests do not reach: spans, relations, severities, refusals."""

from __future__ import annotations

import pytest

from newslint.kinds import honorific
from newslint.kinds.shared.base import Context, Finding
from newslint.text.story import Story


class _Lists:
    def get(self, name: str) -> list[str]:
        return {"untitled-callings": ["singer"], "household-names": ["Dickens"]}[name]


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
        "Zubeni Lwazi, a farmer, spoke. Mr Zubeni left.",  # a culture that is not known
        "Kim Yungmin, an analyst, spoke. Mr Kim left.",
        "Huw Bevan, 9, spoke. Huw left.",
    ],
)
def test_given_names_that_are_right(text: str) -> None:
    assert find("given-name", text) == []


def test_a_title_with_the_given_name_is_wrong_once_the_surname_has_had_one() -> None:
    text = "Zubeni Lwazi, a farmer, spoke. Mr Lwazi left. Mr Zubeni slept."
    assert [text[f.start : f.end] for f in find("given-name", text)] == ["Mr Zubeni"]


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
    "more",
    [
        "Olga Rusk, a singer, was there. Rusk said no.",
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

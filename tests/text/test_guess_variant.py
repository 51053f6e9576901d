"""Guessing the variety of English."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.text.variety import DEFAULT, VARIANTS, guess_variant


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        ("The colour of the harbour shocked residents of Toowoomba, the Queensland council said.", "en-AU"),
        ("Farmers in the Riverina said 40 per cent of the canola was lost, the NSW minister said.", "en-AU"),
        ("Labor's plan for the Gold Coast was criticised in Canberra by the Shire of Wexcombe.", "en-AU"),
        ("The neighbour organised a protest in Leeds over NHS beds, a crown court in Yorkshire heard.", "en-GB"),
        ("Police in Glasgow said the lorry had travelled from Cardiff. Mr Obi, of Kent, was fined £400.", "en-GB"),
        ("The colour of the programme was grey.", "en-GB"),
        ("The governor of Ohio, D-Columbus, said Tuesday that the neighbor's behavior was criminal.", "en-US"),
        ("PARIS, Tenn. (AP) — The county sheriff said Friday the theater would not open.", "en-US"),
        ("The color of the center was gray.", "en-US"),
        ("Mr. Obi told reporters Monday that U.S. deputies had arrested a sophomore.", "en-US"),
        (
            "The colour of the centre in Toronto was grey, the Ontario premier said in Ottawa; Canadians organize.",
            "en-CA",
        ),
        ("The colour of the centre in Auckland was grey, and Aotearoa's Fonterra, of Waikato, agreed.", "en-NZ"),
    ],
)
def test_spelling_and_places_speak(text, variant):
    guess = guess_variant(text)
    assert guess.variant == variant
    assert guess.sure
    assert guess.evidence


@pytest.mark.parametrize(
    "text",
    [
        "The colour of the White House was discussed in Washington, and the defence secretary flew to Texas and Ohio.",
        "Mr Trump, the US president, honoured the dead in Chicago, Florida, Michigan and New York.",
    ],
)
def test_a_british_story_about_america_is_british(text):
    assert guess_variant(text).variant == "en-GB"


def test_an_american_story_about_australia_is_american():
    text = "The color of the harbor in Sydney, Australia, was gray, residents of Queensland and Canberra said Tuesday."
    assert guess_variant(text).variant == "en-US"


def test_foreign_dollars_are_for_readers_elsewhere():
    text = "The bank's favourite, based in Sydney, lost A$4bn, its defence lawyers said in London."
    assert guess_variant(text).variant == "en-GB"


def test_one_place_abroad_is_not_enough():
    assert guess_variant("She flew to Canada on Monday, and the colour drained from her face.").variant == "en-GB"
    assert guess_variant("The New Zealand coach honoured his captain.").variant == "en-GB"


def test_without_evidence_the_default():
    guess = guess_variant("He came in and sat down by the fire.")
    assert guess.variant == DEFAULT
    assert not guess.sure
    assert guess_variant("").variant == DEFAULT


@given(st.text(max_size=400))
def test_it_is_a_pure_function_of_any_text(text):
    guess = guess_variant(text)
    assert guess.variant in VARIANTS
    assert guess == guess_variant(text)


def test_it_is_linear_and_bounded():
    text = "colour " * 2_000_000
    started = time.process_time()
    assert guess_variant(text).variant == "en-GB"
    assert time.process_time() - started < 1

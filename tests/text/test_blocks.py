"""Blocks: a story in, the kind of each part out."""

from __future__ import annotations

import textwrap

import pytest

from newslint.text.blocks import split_blocks, split_body

BODY = "The pool in Mill Lane will close at the end of May after 95 years, the council said on Monday."


def kinds(text):
    return [(block.kind.value, text[block.start : block.end]) for block in split_blocks(text)]


def kind_of(line, *, before=BODY, after=BODY):
    """Return the kind of a line between two body paragraphs of a story."""
    text = f"Pool to close\n\nBy Ada Tarrant\n\n{before}\n\n{line}\n\n{after}\n"
    return next(kind for kind, part in kinds(text) if part == line and kind != "headline")


def last_kind(line):
    text = f"Pool to close\n\nBy Ada Tarrant\n\n{BODY}\n\nIt leaks, she said.\n\n{line}\n"
    return kinds(text)[-1]


def test_a_whole_story():
    text = textwrap.dedent("""\
        Swimmers and council at odds over pool

        A damp row: Ada Tarrant and Owen Pell before the meeting of the council in Mill Lane last night.

        AP, The Mill News, 12:00AM May 6, 2016

        The pool in Mill Lane will close at the end of May, the council said.

        "It leaks," she said.

        What happens next

        The council meets on Friday.

        • the roof
        • the water

        Mill Lane 3-1 Duck Street

        Nobody has the key.

        AP, AFP
        """)
    assert [kind for kind, _ in kinds(text)] == [
        "headline", "caption", "byline", "body", "body", "crosshead", "body", "list", "list", "verse", "body", "credit",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Tarrant",
        "By ADA TARRANT and OWEN PELL",
        "By Ada Tarrant in Leeds",
        "By Ada Tarrant at Mill Lane",
        "BY ADA TARRANT",
        "Interview by Ada Tarrant",
        "Words by Ada Tarrant",
        "Ada Tarrant",
        "Ada Tarrant in Leeds",
        "Ada Tarrant and Owen Pell",
        "Local government reporter",
        "Transport Editor",
        "Ada Tarrant, chief political correspondent",
        "AP, The Mill News, 12:00AM May 6, 2016",
        "Published 6 May 2016 10:32 BST",
        "Fri 6 May 2016 10.32 BST",
        "Updated 10:32 AM AEST",
    ],
)
def test_bylines(line):
    text = f"Pool to close\n\n{line}\n\n{BODY}\n"
    assert kinds(text)[1] == ("byline", line)


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday the water was gone, and so were the swimmers who had come from Leeds for it.",
        "By contrast, the pool in Duck Street is warm and stays open until the autumn.",
        "Banned by law, the swimmers came at night and left by the back gate before the sun rose.",
    ],
)
def test_sentences_that_begin_like_bylines(line):
    assert kinds(f"Pool to close\n\n{line}\n\n{BODY}\n")[1] == ("body", line)


def test_a_headline_may_begin_like_a_byline():
    assert kinds(f"Banned by the council, swimmers come at night\n\n{BODY}\n")[0][0] == "headline"


def test_a_standfirst_stands_before_the_byline():
    text = f"Pool to close\n\nSwimmers mourn 95 years of cold water.\n\nBy Ada Tarrant\n\n{BODY}\n"
    assert [kind for kind, _ in kinds(text)] == ["headline", "standfirst", "byline", "body"]


def test_byline_with_post_in_the_next_line():
    text = f"Pool to close\n\nAda Tarrant\nLocal government reporter\n\n{BODY}\n"
    assert [kind for kind, _ in kinds(text)] == ["headline", "byline", "byline", "body"]


@pytest.mark.parametrize("mark", ["?", "!", "...", "?’"])
def test_a_headline_may_end_in_a_mark(mark):
    assert kinds(f"Who has the key{mark}\n\n{BODY}\n\n{BODY}\n")[0][0] == "headline"


def test_copy_without_headline_begins_with_its_first_paragraph():
    assert [kind for kind, _ in kinds(f'{BODY}\n\n"It leaks," she said.\n')] == ["body", "body"]
    assert [kind for kind, _ in kinds(f"The keys are gone.\n\n{BODY}\n")] == ["body", "body"]


def test_a_first_paragraph_that_was_cut_is_no_headline():
    text = "The council told the owner of the pool in Mill Lane, which leaks, to drain\n\nit by May.\n\nHe refused.\n"
    assert [kind for kind, _ in kinds(text)] == ["body", "body", "body"]


@pytest.mark.parametrize(
    "dateline",
    [
        "HARLOW, Iowa (AP) —",
        "HARLOW, Iowa (AP) --",
        "NEW PELL (AP) –",
        "PORT ST. PELL, Fla. (AP) —",
        "QUITO, 9 November (Reuters) -",
        "QUITO, Nov 9 (Reuters) -",
        "QUITO/LIMA, Nov 9 (Reuters) -",
        "Quito, Nov 9, 2016 (AFP) -",
        "Rio de Janeiro (AFP) –",
        "MOSCOW, March 3. /TASS/.",
        "WASHINGTON —",
        "LONDON:",
        "Kabul, Afghanistan —",
        # malformed, and datelines all the same
        "harlow, Iowa (AP) —",
        "QUITO, 9 November (Reuters -",
        "HARLOW, Iowa AP) —",
        "Quito, (Agency)--",
        "HARLOW, Iowa (AP)",
    ],
)
@pytest.mark.parametrize("front", ["", "Pool to close\n\n", "Pool to close\n\nBy Ada Tarrant\n\n"])
def test_datelines(dateline, front):
    found = kinds(f"{front}{dateline} {BODY}\n\nIt leaks.\n")
    assert found[-3:] == [("dateline", dateline), ("body", BODY), ("body", "It leaks.")]


@pytest.mark.parametrize(
    "paragraph",
    [
        "The news agency in Leeds (PA) - once of London - said so.",
        "EXCLUSIVE — The pool will close, the council said on Monday.",
        "The council - and the mayor (AP reported) - said so.",
        "UPDATE 1 - The pool will close, the council said on Monday.",
        "Leeds, Hull and York: all three have pools that leak.",
        "NATO said on Monday it would not pay for the pool.",
    ],
)
def test_no_datelines(paragraph):
    assert "dateline" not in [kind for kind, _ in kinds(f"Pool to close\n\nBy Ada Tarrant\n\n{paragraph}\n\n{BODY}\n")]


def test_only_the_first_body_paragraph_has_a_dateline():
    text = f"{BODY}\n\nLONDON (Reuters) - {BODY}\n"
    assert [kind for kind, _ in kinds(text)] == ["body", "body"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("What happens next", "crosshead"),
        ("COLD WATER, WARM TEA", "crosshead"),
        ("'Nobody asked us'", "crosshead"),
        ("Is there a plan for the pool", "crosshead"),
        ("Who we are", "crosshead"),
        ("***", "crosshead"),
        ("* * *", "crosshead"),
        ("- It leaks at the deep end.", "list"),
        ("• It leaks", "list"),
        ("1. It leaks.", "list"),
        ("b) It is cold.", "list"),
        ("Mill Lane 3-1 Duck Street", "verse"),
        ("Banc One\t1.02\t1.04", "verse"),
        (
            "Other scores: Gulls 32 d Terns 10, Auks 19 d Ducks 18 (golden point), Rooks v Owls off (wet ground)",
            "verse",
        ),
        ("R Pell (Leeds); O Marsh (Hull), A Tarrant (York), J Lal (Ripon), B Obi (Wells), T Gray (Bath).", "verse"),
        ("Owen Pell outside the pool on Monday. Picture: Jo Marsh", "caption"),
        ("Photograph: Jo Marsh/Pell Media", "caption"),
        ("Clockwise from top: Ada Tarrant, Owen Pell and the pool", "caption"),
        ("Owen Pell swims (AP Photo/Jo Marsh)", "caption"),
        ("Additional reporting by Owen Pell", "credit"),
        ("He said no.", "body"),
        ("She had swum there every day since the war", "body"),
        ("Ms Tarrant said she had the key", "body"),
        ("Swimmers came from as far as Leeds and left their towels at the gate of the mayor’s house", "body"),
        ("The mayor told the swimmers to", "body"),
        ("2005 was the year of the flood.", "body"),
        ("5.5 per cent of swimmers drown.", "body"),
        ("APEC includes Leeds, Hull, York, Ripon, Wells, Bath and Ely.", "body"),
        ("' + pool.innerHTML + '", "body"),
    ],
)
def test_lines_between_paragraphs(line, kind):
    assert kind_of(line) == kind


def test_a_paragraph_that_goes_on_is_no_crosshead():
    assert kind_of("The last swimmer was Owen Pell", after="of Leeds, who left at nine.") == "body"


def test_lines_after_a_colon_are_a_list():
    text = f"Pool to close\n\n{BODY}\n\nThey have:\n\nA roof that leaks\n\nWater that is cold\n\nNobody came.\n"
    assert [kind for kind, _ in kinds(text)][2:] == ["body", "list", "list", "body"]


def test_three_short_lines_are_a_table():
    text = f"Pool to close\n\nBy Ada Tarrant\n\n{BODY}\n\nPell: 21%\n\nMarsh: 70%\n\nLal: 9%\n\nNobody came.\n"
    assert [kind for kind, _ in kinds(text)][3:6] == ["verse", "verse", "verse"]


@pytest.mark.parametrize(
    "line",
    [
        "AP",
        "AP, AFP",
        "AAP/Reuters",
        "- Reuters",
        "— PA",
        "(Reuters)",
        "ENDS",
        "(Reporting by Ada Tarrant; Editing by Owen Pell)",
        "The Associated Press contributed to this report.",
        "($1 = 0.626 British pounds)",
        "-- Lima Newsroom +51 1 555 0199",
        "This article was amended on 6 May. An earlier version gave the wrong lane.",
        "• Ada Tarrant is a columnist",
        "Ada Tarrant",
    ],
)
def test_credits_at_the_foot(line):
    assert last_kind(line) == ("credit", line)


@pytest.mark.parametrize(
    "line",
    [
        "First posted May 6, 2016 06:12:41",
        "Updated 6 May 2016, 10.15am",
        "Ada Tarrant, swimmer and writer, born 4 May 1931, died 2 January 2020",
        "Owen Pell: born 4 May 1931; died 2 January 2020",
    ],
)
def test_dates_at_the_foot(line):
    assert last_kind(line)[0] != "body"


def test_an_amount_in_small_letters_is_part_of_a_recipe():
    lines = "Ingredients\n\n4 eggs\n\n125g sugar\n\na pinch of salt\n\nMethod"
    text = f"Cake\n\nBy Ada Tarrant\n\n{BODY}\n\n{lines}\n\n{BODY}\n"
    assert {kind for kind, _ in kinds(text)[3:8]} == {"verse"}


@pytest.mark.parametrize("line", ["He told AAP.", "The council meets on Friday and will", "It leaks."])
def test_last_paragraphs_that_are_no_credits(line):
    assert last_kind(line) == ("body", line)


# Paragraphs and lines


def test_lines_without_blank_lines_are_paragraphs():
    text = f"Pool to close\nBy Ada Tarrant\n{BODY}\n{BODY.upper().lower().capitalize()}\n"
    assert [kind for kind, _ in kinds(text)] == ["headline", "byline", "body", "body"]


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_copy_of_fixed_width_is_joined(width):
    paragraphs = [BODY, f"{BODY} It leaks, she said, and nobody has had the key since the spring.", f"{BODY} {BODY}"]
    text = "\n\n".join(textwrap.fill(p, width) for p in paragraphs)
    assert [" ".join(text[b.start : b.end].split()) for b in split_body(text)] == paragraphs


def test_copy_of_fixed_width_may_indent_its_paragraphs():
    one = textwrap.fill(f"{BODY} {BODY}", 70, initial_indent="   ")
    two = textwrap.fill(f"{BODY} It leaks, she said. {BODY}", 70, initial_indent="   ")
    text = f"{one}\n{two}\n"
    assert len(split_body(text)) == 2


def test_verse_keeps_its_lines():
    text = "O for the water\ncold and green\nand the paint on the wall\nand the roof like a sieve\n"
    assert len(split_body(text)) == 4


def test_long_lines_are_a_paragraph_each():
    text = f"{BODY} {BODY}\n{BODY} {BODY}\n{BODY} {BODY}\n"
    assert len(split_body(text)) == 3


def test_white_space_only():
    assert split_blocks(" \r\n\t\n") == ()


def test_only_line_ends_end_a_line():
    text = "The pool\u2028in Mill\x85Lane\x0cleaks."
    assert [(b.start, b.end) for b in split_blocks(text)] == [(0, len(text))]

"""Stories on a real LanguageTool: right offsets, paragraph by paragraph, and the cache in between."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.engine.book import load
from newslint.grammar import api
from newslint.grammar.check import Checker
from newslint.grammar.errors import GrammarFailed
from newslint.grammar.pieces import split_pieces
from newslint.grammar.results import Results
from newslint.text.block import BlockKind
from newslint.text.story import Story

RULES = frozenset({"EN_A_VS_AN", "ENGLISH_WORD_REPEAT_RULE", "DT_DT"})
ACROSS = {"ENGLISH_WORD_REPEAT_BEGINNING_RULE"}
"""What looks across paragraphs, of all that is on by default."""
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def found(languagetool, text: str, variant: str = "en-GB", layout: str = "body") -> list[tuple[str, str]]:
    matches = api.check_stories(languagetool, [Story(text, layout=layout)], [variant], RULES)[0]
    return [(m.rule_id, text[m.start : m.end]) for m in matches]


@pytest.mark.parametrize(
    "text",
    [
        "It was an hard choice.",
        "😀 It was an hard choice.",
        "😀😀😀 It was 🇦🇺 an hard choice 😀.",
        "𝐁𝐨𝐥𝐝 words: it was an hard choice.",
        "It was wet.\r\n\r\nIt was an hard choice.\r\n",
        "It was\r\nan hard\r\nchoice.",
        "It was wet.\r\rIt was an hard choice.",
        "   It was wet.   \n\n\n\tIt was an hard choice.",
        "\ufeffIt was an hard choice.",
        "Cafe\u0301 society made an hard choice.",
        "Zoë’s naïve café made an hard choice.",
        "Half a pair \ud83d and then an hard choice.",
        "A nul \x00, a bell \x07, a mark \ufffe and then an hard choice.",
        "Soft\xadhyphen, zero\u200bwidth, line\u2028separator: it was an hard choice.",
        "Signs & entities &amp; 100%25 + <b>tags</b>; it was an hard choice.",
    ],
)
def test_the_offset_is_right(languagetool, text):
    assert found(languagetool, text) == [("EN_A_VS_AN", "an")]


def test_a_match_over_a_line_break_covers_it(languagetool):
    text = (
        "The committee said on Monday that the whole of the\r\n"
        "the report would be printed before the end of the\r\n"
        "year, and that the members who had left the room\r\n"
        "would be asked to come back and to read it aloud\r\n"
        "to the others.\r\n"
    )
    assert found(languagetool, text) == [("DT_DT", "the\r\nthe")]


def test_nothing_reaches_over_a_paragraph(languagetool):
    assert found(languagetool, "He spoke of the\n\nthe doors.") == []


def test_many_stories_and_variants_keep_their_order(languagetool):
    stories = [
        Story(f"{'x ' * n}It was an hard choice." if n % 3 else "All is well.", layout="body") for n in range(12)
    ]
    variants = [("en-GB", "en-US", "en-AU")[n % 3] for n in range(12)]
    answers = api.check_stories(languagetool, stories, variants, RULES)
    assert len(answers) == 12
    for story, matches in zip(stories, answers, strict=True):
        assert [story.text[m.start : m.end] for m in matches] == (["an"] if "hard" in story.text else [])


def test_the_variant_counts(languagetool):
    ask = api.match_source(languagetool)
    text = "The colour was nice."
    assert any(m.rule_id == "MORFOLOGIK_RULE_EN_US" for m in ask(text, "en-US"))
    assert ask(text, "en-AU") == ()


def test_rules_that_the_server_does_not_know_find_nothing_and_break_nothing(languagetool):
    story = Story("It was an hard choice.", layout="body")
    ask = api.check_stories
    assert [m.rule_id for m in ask(languagetool, [story], ["en-GB"], {"NO_SUCH", "EN_A_VS_AN"})[0]] == ["EN_A_VS_AN"]
    assert ask(languagetool, [story], ["en-GB"], {"NO_SUCH"}) == ((),)


def test_a_rule_of_a_group_that_only_the_picky_level_asks_for_is_asked_for(languagetool):
    story = Story("He wanted to either eat nor drink.", layout="body")
    (match,) = api.check_stories(languagetool, [story], ["en-GB"], {"EITHER_NOR"})[0]
    assert match.rule_id == "EITHER_NOR"


def test_a_language_that_the_server_lacks_is_a_clear_failure(languagetool):
    with pytest.raises(GrammarFailed, match=r"HTTP 400.*'xx' is not a language code"):
        api.check_stories(languagetool, [Story("All is well.", layout="body")], ["xx"], RULES)


def test_our_client_and_language_tool_python_say_the_same(languagetool):
    from language_tool_python import LanguageTool

    tool = LanguageTool("en-GB", remote_server=languagetool.url, proxies={"no_proxy": "127.0.0.1"})
    tool.disabled_rules = ACROSS  # it is sent paragraph by paragraph here
    compared = 0
    for path in SEEDS[:6]:
        text = path.read_text(encoding="utf-8")
        assert not any(ord(char) > 0xFFFF for char in text)  # where its lengths are wrong
        pieces = [piece for piece in split_pieces(Story(text)) if piece.text in text]
        theirs = [
            (piece.start + m.offset, m.error_length, m.rule_id, m.category, m.message, tuple(m.replacements))
            for piece in pieces
            for m in tool.check(piece.text)
        ]
        ours = [
            (m.start, m.end - m.start, m.rule_id, m.category, " ".join(m.message.split()), m.replacements)
            for m in api.check_stories(languagetool, [Story(text)], ["en-GB"])[0]
            if m.rule_id not in ACROSS
            and any(piece.start <= m.start < piece.start + len(piece.text) for piece in pieces)
        ]
        assert sorted(ours) == sorted(theirs), path.name
        compared += len(theirs)
    assert compared > 20


def test_a_piece_says_the_same_alone_and_among_others(languagetool):
    rules = {rule for check in load().checks for rule in check.languagetool_rules}
    assert not rules & ACROSS
    stories = [Story(path.read_text(encoding="utf-8")) for path in SEEDS[:6]]
    together = api.check_stories(languagetool, stories, ["en-GB"] * len(stories), rules)
    alone = api.match_source(languagetool, rules)
    compared = 0
    for story, matches in zip(stories, together, strict=True):
        expected = [
            (match.start + block.start, match.end + block.start, match.rule_id, match.replacements)
            for block in story.blocks
            if block.kind is BlockKind.BODY
            for match in alone(story.text[block.start : block.end], "en-GB")
        ]
        assert [(m.start, m.end, m.rule_id, m.replacements) for m in matches] == expected
        compared += len(expected)
    assert compared > 10


class Nobody:
    """A server that must not be needed."""

    version = "6.8"

    @property
    def url(self) -> str:
        raise AssertionError("asked")

    def renew(self) -> bool:
        raise AssertionError("asked")

    def stop(self) -> None: ...


class Counted:
    """A real server, with a client that counts what is sent to it."""

    def __init__(self, server, monkeypatch) -> None:
        from newslint.grammar.client import Client

        self._server = server
        self.version = server.version
        self.sent: list[str] = []
        check = Client.check

        def counting(client, text, *args):
            self.sent.append(text)
            return check(client, text, *args)

        monkeypatch.setattr(Client, "check", counting)

    @property
    def url(self) -> str:
        return self._server.url

    def renew(self) -> bool:
        return False

    def stop(self) -> None: ...


@pytest.fixture
def counted(languagetool, monkeypatch):
    return Counted(languagetool, monkeypatch)


@pytest.fixture
def results(tmp_path):
    store = Results(tmp_path / "results.sqlite3")
    yield store
    store.close()


def proofs(server, results, *texts, rules=RULES, **options):
    checker = Checker(server, rules, results=results, **options)
    try:
        return [p.result() for p in checker.begin([Story(text, "body") for text in texts], ["en-GB"] * len(texts))]
    finally:
        checker.close()


def test_without_prose_nothing_is_asked():
    assert api.check_stories(Nobody(), [Story(""), Story("  \n")], ["en-GB", "en-GB"]) == ((), ())


def test_without_rules_nothing_is_asked():
    assert api.check_stories(Nobody(), [Story("All is well.", "body")], ["en-GB"], ()) == ((),)


FERRY = [
    f"The {n}th ferry of the morning made an hard choice 😀 when\n"
    "it went down the long and narrow arm of the whole of the\n"
    "the river, as its old pilot said to all the others there\n"
    "who had asked him for a word or two about it.\n"
    for n in range(4, 10)
]


def test_what_is_known_is_not_sent_again(counted, results):
    text = "\n\n".join(FERRY)
    first = proofs(counted, results, text)
    assert len(first[0].matches) >= 12
    assert {text[m.start : m.end] for m in first[0].matches} == {"an", "the\nthe"}
    assert proofs(Nobody(), results, text) == first
    windows = text.replace("\n", "\r\n")
    assert {windows[m.start : m.end] for m in proofs(Nobody(), results, windows)[0].matches} == {"an", "the\r\nthe"}


def test_of_a_story_with_one_new_paragraph_one_is_sent(counted, results):
    proofs(counted, results, "\n\n".join(FERRY))
    counted.sent.clear()
    changed = [*FERRY[:3], "The pilot is an honest man, and made an hard choice.", *FERRY[3:]]
    proof = proofs(counted, results, "\n\n".join(changed))[0]
    assert counted.sent == [changed[3]]
    text = "\n\n".join(changed)
    assert [text[m.start : m.end] for m in proof.matches].count("an") == 7


def test_a_paragraph_that_stands_twice_is_sent_once(counted, results):
    found = proofs(counted, results, f"{FERRY[0]}\n\n{FERRY[0]}", FERRY[0])
    assert len(counted.sent) == 1
    assert [len(proof.matches) for proof in found] == [4, 2]


@pytest.mark.parametrize(
    "other",
    [{"rules": RULES | {"IT_IT"}}, {"known_as": "0123"}, {"rules": None}],
    ids=lambda other: next(iter(other)),
)
def test_other_rules_are_another_question(counted, results, other):
    proofs(counted, results, FERRY[0])
    counted.sent.clear()
    proofs(counted, results, FERRY[0], **other)
    assert len(counted.sent) == 1


def test_another_variant_or_version_is_another_question(counted, results):
    proofs(counted, results, FERRY[0])
    counted.sent.clear()
    checker = Checker(counted, RULES, results=results)
    checker.begin([Story(FERRY[0], "body")], ["en-US"])[0].result()
    checker.close()
    assert len(counted.sent) == 1
    counted.version = "6.9"
    proofs(counted, results, FERRY[0])
    assert len(counted.sent) == 2


@pytest.mark.parametrize("damage", [b"", b"\xc1", b"\x91\x96\xff\x01", b"\x91\x97\x01\x03\xa1X\xa1Y\xa1m\x90\xa0"])
def test_a_cache_that_holds_nonsense_is_not_believed(counted, results, damage, monkeypatch):
    proofs(counted, results, FERRY[0])
    get = Results.get
    monkeypatch.setattr(Results, "get", lambda self, keys: dict.fromkeys(get(self, keys), damage))
    counted.sent.clear()
    assert len(proofs(counted, results, FERRY[0])[0].matches) == 2
    assert len(counted.sent) == 1


def test_requests_are_as_many_as_may_be_in_flight_and_no_more_than_they_are_worth(counted):
    text = "\n\n".join(f"Paragraph {n} went on and on. " * 12 for n in range(20))
    proofs(counted, None, text, in_flight=2)
    assert len(counted.sent) == 2
    assert max(map(len, counted.sent)) < 1.3 * min(map(len, counted.sent))
    counted.sent.clear()
    proofs(counted, None, "It was short.\n\nIt was.", in_flight=2)
    assert len(counted.sent) == 1
    counted.sent.clear()
    proofs(counted, None, "\n\n".join(f"Number {n} went on and on. " * 12 for n in range(240)), in_flight=2)
    assert len(counted.sent) > 3
    assert max(map(len, counted.sent)) < 25_000

"""The prefilter may skip a check only where it cannot have a finding."""

from __future__ import annotations

from newslint.kinds.shared.base import Context
from newslint.kinds.shared.signs import Haystack, all_ways, sign_table
from newslint.rulebook.index import Index
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.loader import parse_check
from newslint.rulebook.selftest import prefilter_agrees, unmark
from newslint.text.story import Story

CHECK = """id: words/{name}
kind: existence
message: m
why: w
severity: error
words: [{word}]
tests: [{{flag: '[[{word}]]'}}, {{pass: x}}]
"""


def checks(tmp_path, *words):
    return [
        parse_check(CHECK.format(name=f"w{n}", word=word), "x.yml", f"words/w{n}", ListFolder(tmp_path))
        for n, word in enumerate(words)
    ]


def test_only_checks_whose_needles_are_in_the_text_run(tmp_path):
    index = Index(checks(tmp_path, "otter", "heron", "newt"), worth_it=0)
    assert [check.id for check in index.candidates("A heron, and a Newt.")] == ["words/w1", "words/w2"]
    assert index.candidates("Nobody.") == ()
    assert index.candidates("") == ()


def test_checks_of_no_book_are_candidates_until_a_table_pays(tmp_path):
    index = Index(checks(tmp_path, "otter", "heron"), worth_it=2)
    assert [len(index.candidates("heron")) for _ in range(4)] == [2, 2, 1, 1]


def test_a_check_without_needles_always_runs(tmp_path):
    from msgspec.structs import replace

    one, two = checks(tmp_path, "otter", "heron")
    one = replace(one, needles_of=lambda: None)
    index = Index([one, two], worth_it=0)
    assert index.candidates("Nobody.") == (one,)


def test_a_check_with_a_needle_of_which_nothing_is_known_always_runs(tmp_path):
    from msgspec.structs import replace

    one, two = checks(tmp_path, "otter", "heron")
    broken = replace(one, needles_of=lambda: ("(?=x)",))
    assert Index([broken, two], worth_it=0).candidates("Nobody.") == (broken,)


def test_the_halves_are_the_checks_that_read_each_block_for_itself_and_the_others(tmp_path):
    from msgspec.structs import replace

    one, two = checks(tmp_path, "otter", "heron")
    wide = replace(one, head=replace(one.head, kind="names"))
    unknown = replace(one, head=replace(one.head, kind="no-such-kind"))
    inner, outer = Index([wide, two, unknown]).halves
    assert (inner.checks, outer.checks) == ((two,), (wide, unknown))


def test_a_narrowed_table_says_of_its_owners_what_the_whole_one_says():
    patterns = ["otter", r"\bheron", "newt(?:s|ling)?", "red panda", "£", "[a-c]", r"\w+ogle", "(?=x)", "otter pop"]
    table = sign_table(all_ways([pattern]) for pattern in patterns)
    for owners in ({0, 5, 7}, {1, 2, 3}, {4, 6, 8}, set()):
        narrowed = table.narrowed(owners)
        assert set(narrowed.always) == owners & set(table.always)
        for text in ("An otter and a newtling.", "Red  pandas cost £3; herons ogle otter pops.", "Ab.", "", "ſ"):
            assert narrowed.owners(Haystack(text), frozenset(range(9)) - owners) == table.owners(
                Haystack(text), frozenset(range(9)) - owners
            )


class Tables:
    """A compiled book with nothing but its table."""

    def __init__(self, checks):
        self.signs = sign_table(all_ways(check.needles) for check in checks)


def test_checks_of_a_book_are_told_apart_by_its_table_from_the_first_text_on(tmp_path):
    from msgspec.structs import replace

    made = checks(tmp_path, "otter", "heron", "newt", "toad")
    book = Tables([replace(made[0], needles_of=lambda: None), *made[1:]])
    booked = [replace(check, book=book, number=number) for number, check in enumerate(made)]
    loose = checks(tmp_path, "crane")[0]
    index = Index([booked[3], loose, booked[1], booked[0]])
    assert index.candidates("A heron and a newt.") == (loose, booked[1], booked[0])
    assert index.candidates("Toads. A toad.") == (booked[3], loose, booked[0])
    assert index.candidates("A \u212aite.") == (booked[3], loose, booked[1], booked[0])
    assert index.candidates_of(Story("A toad.")) == index.candidates("A toad.")


def test_a_book_that_has_lost_its_table_is_as_none(tmp_path):
    from msgspec.structs import replace

    book = Tables([])
    book.signs = None
    index = Index([replace(check, book=book, number=0) for check in checks(tmp_path, "otter")], worth_it=1)
    assert [len(index.candidates("A heron.")) for _ in range(2)] == [1, 0]


def test_many_checks_are_told_apart(tmp_path):
    index = Index(checks(tmp_path, *(f"otter{n}" for n in range(120))), worth_it=0)
    assert [check.id for check in index.candidates("An otter7, an otter99.")] == ["words/w7", "words/w99"]


def test_needles_are_in_every_text_that_the_shipped_checks_flag(shipped):
    left_out = []
    for check in shipped:
        for case in check.head.tests:
            marked = case.flag or case.known_false_alarm
            if marked:
                text, _ = unmark(marked)
                context = Context(Story(text, layout=case.as_), variant=case.language)
                if list(check.issues(context, "test")) and not prefilter_agrees(check, text):
                    left_out.append((check.id, text))
    assert left_out == []


FRAME = """id: words/{name}
kind: frame
message: m
why: w
severity: error
frames: ['< {word} > of']
tests: [{{flag: '[[{word}]] of'}}, {{pass: x}}]
"""


def test_a_kind_that_can_searches_for_all_its_checks_together_after_some_stories(tmp_path, monkeypatch):
    from msgspec.structs import replace

    from newslint.rulebook import index as prefilter
    from newslint.rulebook.packs import shipped_pack

    monkeypatch.setattr(prefilter, "_JOINED_AFTER", 1)
    lists = ListFolder(shipped_pack().folder / "lists")
    one, two = (
        parse_check(FRAME.format(name=word, word=word), "x.yml", f"words/{word}", lists) for word in ("otter", "heron")
    )

    def fails():
        raise ValueError("no state")

    broken = replace(two, prepare=fails)
    other = checks(tmp_path, "newt")[0]
    index = Index([one, broken, other, two])  # no table yet: by their signs, all are candidates
    assert index.candidates_of(Story("A heron of ours.")) == (one, broken, other, two)
    assert index.candidates_of(Story("A heron of ours.")) == (broken, other, two)
    assert index.candidates_of(Story("An otter of a heron's.")) == (one, broken, other)
    assert index.candidates_of(Story("A heron. Otter.")) == (broken, other)

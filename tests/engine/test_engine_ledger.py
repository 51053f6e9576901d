"""Reading ledgers of people."""

from __future__ import annotations

import re

import pytest

import newslint
from newslint.engine import ledger as reading
from newslint.engine.layers import read_settings
from newslint.engine.ledger import LedgerError, parse_entries, read_ledger
from newslint.kinds.shared.ledger import Row


def _ledger(tmp_path, text, name="people.csv"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch, tmp_path):
    monkeypatch.setenv("NEWSLINT_CACHE", str(tmp_path / "cache"))


def test_rows_of_one_name_are_one_person_and_columns_go_by_name(tmp_path):
    path = _ledger(
        tmp_path,
        "\ufeffpost,name,to,from,aliases,count,note\r\n"
        'Treasurer,Jo Malik,2022-05-23,2019-05,"J. Malik; Joseph Malik",12,"loud, and\r\ntall"\r\n'
        "\r\n"
        "Mayor,Jo Malik,2018,2016\r\n"
        ",  Rosa   Lal ,,,,,\r\n",
    )
    ledger = read_ledger([path])
    malik, lal = ledger.people
    assert (malik.name, malik.aliases) == ("Jo Malik", ("J. Malik", "Joseph Malik"))
    assert malik.rows == (
        Row("", "Treasurer", "2019-05-01", "2022-05-23", "2019-05", "2022-05-23"),
        Row("", "Mayor", "2016-01-01", "2018-12-31", "2016", "2018"),
    )
    assert (lal.name, lal.rows) == ("Rosa Lal", ())
    assert {"Jo", "Joseph", "Malik", "Lal"} <= ledger.words


@pytest.mark.parametrize(
    ("text", "complaints"),
    [
        ("", ["1:1: there is no header row"]),
        ("\n\n", ["1:1: there is no header row"]),
        (
            "name,titel\nA B,\n",
            ["1:6: unknown column `titel`; the columns are name, aliases, honorific, post, from, to"],
        ),
        ("name,,post\n", ["1:6: a column without a name"]),
        ("post,from\n", ["1:1: the column `name` is missing"]),
        ("name,post,name\n", ["1:11: the column `name` is there twice: leave one out"]),
        ("name;post;from\nA B;;\n", ["1:5: the columns are separated by semicolons: save the file with commas"]),
        ("name\tpost\n", ["1:5: the columns are separated by tabs"]),
        ("name,post\nJo Malik,mayor,2019\n", ["2:16: 3 cells in a row under 2 columns: put a cell that holds a comma"]),
        ("name,post\n,mayor\n", ["2:1: a row without a name: give it one, or take it out"]),
        ('name,post\n"Malik, Jo",mayor\n', ["2:1: `Malik, Jo` is not as a story writes it: the given name first"]),
        ("name,aliases\nJo Malik,Jo; J0 Malik\n", ["2:10: `J0 Malik` holds `0`, which no name does"]),
        ("name\n...\n", ["2:1: `...` holds no letter"]),
        ("name,from\nJo Malik,May 2019\n", ["2:10: `May 2019` is no day: write 2024-05-31, 2024-05 or 2024"]),
        ("name,from\nJo Malik,2019-02-30\n", ["2:10: `2019-02-30` is no day"]),
        ("name,from,to\nJo Malik,2020,2019-12\n", ["2:15: `to` (2019-12) is before `from` (2020): swap them"]),
        ('name,post\n"Jo Malik,mayor\nRosa Lal,cook\n', ["2:1: this quotation mark is never closed"]),
        ('name,post\nJo Malik,"may"or\n', ["2:15: after the closing quotation mark a comma must follow"]),
        (
            "name,from,to\nJo Malik,x,y\n\nRosa Lal,2020,2019\n",
            ["2:10: `x` is no day", "2:12: `y` is no day", "4:15: `to` (2019) is before `from` (2020)"],
        ),
        ('name,note,to\nJo Malik,"a\nb",z\n', ["3:4: `z` is no day"]),
    ],
)
def test_all_that_is_wrong_is_said_with_its_place_and_nothing_is_read(tmp_path, text, complaints):
    path = _ledger(tmp_path, text)
    with pytest.raises(LedgerError) as raised:
        read_ledger([path])
    lines = str(raised.value).splitlines()
    assert len(lines) == len(complaints)
    for line, complaint in zip(lines, complaints, strict=True):
        assert line.startswith(f"{path}:{complaint}")
    assert not (tmp_path / "cache").exists()


def test_bytes_that_are_no_text_have_a_place(tmp_path):
    path = _ledger(tmp_path, b"name\nJos\xe9 Lal\n")
    with pytest.raises(ValueError, match=re.escape(f"{path}:2:4: not UTF-8 (byte 8)")):
        read_ledger([path])


def test_a_ledger_is_parsed_once_for_each_state_of_its_files(tmp_path, monkeypatch):
    path, other = _ledger(tmp_path, "name\nJo Malik\n"), _ledger(tmp_path, "name\nRosa Lal\n", "b.csv")
    parsed = []

    def counting(text, path):
        parsed.append(path)
        return parse_entries(text, path)

    monkeypatch.setattr(reading, "parse_entries", counting)
    first, again = read_ledger([path, other]), read_ledger([path, other])
    assert parsed == [path, other]
    assert first.people == again.people
    assert (first.exact, first.nearly, first.words) == (again.exact, again.nearly, again.words)
    _ledger(tmp_path, "name\nJo Malek\n")
    assert [person.name for person in read_ledger([path, other]).people] == ["Jo Malek", "Rosa Lal"]
    assert parsed == [path, other] * 2
    assert len(list((tmp_path / "cache").glob("people-*"))) == 2


def test_a_damaged_copy_is_made_anew_and_a_cache_that_cannot_be_written_is_none(tmp_path, monkeypatch):
    path = _ledger(tmp_path, "name\nJo Malik\n")
    read_ledger([path])
    (kept,) = (tmp_path / "cache").glob("people-*")
    sound = kept.read_bytes()
    for damaged in (b"", b"\x93nonsense", sound[:-1], sound.replace(b"Jo Malik", b"Jo Malek")):
        kept.write_bytes(damaged)
        assert read_ledger([path]).people[0].name == "Jo Malik"
        assert kept.read_bytes() == sound
    (kept.parent / ".newslint-0011223344556677.tmp").write_bytes(b"of a killed run")
    kept.unlink()
    read_ledger([path])
    assert list(kept.parent.iterdir()) == [kept]
    monkeypatch.setenv("NEWSLINT_CACHE", path)  # a file, and no folder
    assert read_ledger([path]).people[0].name == "Jo Malik"


def test_ledgers_add_up_over_what_settings_extend(tmp_path):
    (tmp_path / "group").mkdir()
    group = _ledger(tmp_path / "group", "name\nJo Malik\n")
    own = _ledger(tmp_path, "name\nRosa Lal\n", "own [1].csv")
    (tmp_path / "group" / "newslint.yml").write_text("people: '*.csv'\n")
    (tmp_path / "newslint.yml").write_text("extends: group/newslint.yml\npeople: ['own [1].csv']\n")
    assert read_settings(tmp_path / "newslint.yml").people == (group, own)


STORY = "The drummer Rosa Achtenberg played. Jo Malik left.\n"


def _said(people):
    issues = newslint.check_text(STORY, people=people, select=["people/"], advice=True)
    assert newslint.live_checker(people=people, select=["people/"], advice=True)(STORY) == issues
    return [issue.text for issue in issues]


def test_from_python_a_ledger_is_named_and_read_again_when_it_has_changed(tmp_path):
    path = _ledger(tmp_path, "name\nRosa Achterberg\n")
    other = _ledger(tmp_path, "name\nJo Mallik\nJo Malik\n", "other.csv")
    assert _said(()) == _said(other) == _said([]) == []
    assert _said(path) == _said([path, other]) == ["Rosa Achtenberg"]
    story = tmp_path / "story.txt"
    story.write_text(STORY)
    assert [i.rule for i in newslint.check_path(story, people=[tmp_path / "people.csv"], select=["people/"])] == [
        "people/near-miss"
    ]
    _ledger(tmp_path, "name\nRosa Achterberg\nRosa Achtenberg\n")
    assert _said(path) == []


def test_from_python_a_ledger_that_cannot_be_used_is_a_value_error(tmp_path):
    path = _ledger(tmp_path, "nome\nRosa Achterberg\n")
    with pytest.raises(ValueError, match=r"people\.csv:1:1: unknown column `nome`"):
        newslint.check_text(STORY, people=path)
    with pytest.raises(ValueError, match=r"none\.csv:1:1: no such file"):
        newslint.check_text(STORY, people=tmp_path / "none.csv")

"""Reading checks: a closed schema, and errors that say where and what was meant."""

from __future__ import annotations

import pytest

from newslint.rulebook.errors import RuleError
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.loader import load_files, load_pack, parse_check
from newslint.rulebook.packs import Pack, rule_files, shipped_pack, third_party_packs

GOOD = """id: words/fee
kind: substitution
message: 'Write "{fix}" for "{match}".'
why: The zoo charges entry.
severity: error
swap: {gate fee: entry charge}
fix: safe
tests:
  - flag: "The zoo raised its [[gate fee]]."
    fix: "The zoo raised its entry charge."
  - pass: "The fee rose."
"""


def load(text, tmp_path, id_="words/fee"):
    return parse_check(text, "fee.yml", id_, ListFolder(tmp_path))


def test_a_good_check_has_its_defaults(tmp_path):
    check = load(GOOD, tmp_path)
    assert (check.id, check.quotes, check.blocks) == ("words/fee", "outside", frozenset({"body"}))
    assert check.needles


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("why:", "wyh:", "4:1: unknown key `wyh`; did you mean `why`?"),
        ("swap:", "swop:", "6:1: unknown key `swop`; did you mean `swap`?"),
        ("why: The zoo charges entry.\n", "", "1:1: the key `why` is missing"),
        ("severity: error", "severity: eror", "5:11: `severity`: invalid enum value 'eror'; it may be"),
        ("kind: substitution", "kind: substitution\nkind: existence", "3:1: duplicate key `kind`"),
        ("kind: substitution", "kind: [a]", "2:7: the key `kind` is missing or is not a word"),
        ("{match}", "{mach}", "3:10: `message`: unknown field `{mach}`; did you mean `match`?"),
        ("{match}", "{1}", "3:10: `message`: unknown field `{1}`"),
        ("id: words/fee", "id: words/free", "1:5: `id` is `words/free`, but the file's place says `words/fee`"),
        ("fix: safe", "fix: true", "7:6: `fix`: expected `str`, got `bool`"),
        ("  - pass: ", "  - passt: ", "11:5: unknown key `passt`; did you mean `pass`?"),
        ('  - pass: "The fee rose."\n', "", "9:3: a check needs at least one `flag` and one `pass` test"),
        ("  - pass: ", "  - flag: y\n    pass: ", "11:5: a test has exactly one of"),
        ("swap: {gate fee: entry charge}", "swap: {}", "1:1: needs `swap` or `patterns`"),
        ("swap: {gate fee: entry charge}", "swap: [a]", "6:7: `swap`: expected `object`, got `array`"),
        ("swap: {gate fee: entry charge}", "patterns: {'(a': b}", "6:12: bad pattern: missing ): (a"),
        ("message: ", "message: !!python/object:os.system ", "3:10: could not determine a constructor"),
        ("why: ", "why: *x ", "4:6: found undefined alias"),
        ("why: ", "why: !!int ", "4:6: not a number"),
        ("why: The zoo", "noise: 1" + "0" * 5_000 + " # The zoo", "4:8: not a number"),
        ("why: ", "why: !!bool ", "4:6: not true or false"),
        ("why: ", "why: !!timestamp ", "4:6: could not determine a constructor"),
        ("why: The", "why: \x1eThe", "4:6: bad YAML: a character U+001E"),
        ("why: ", f"why: {'[' * 100_000}", "4:205: nested more than 200 deep"),
        ("why: ", f"why: {'[' * 900}{']' * 900} # ", "4:205: nested more than 200 deep"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path, old, new, said):
    assert old in GOOD
    with pytest.raises(RuleError) as raised:
        load(GOOD.replace(old, new, 1), tmp_path)
    # libyaml from 0.2.6 on may meet its own limit of depth, 800 levels further on, before it tells of the first 200.
    message = str(raised.value).replace("4:1005: nested", "4:205: nested")
    assert message.startswith(f"fee.yml:{said}")


@pytest.mark.parametrize("text", ["", "- a\n", "just words\n", "{"])
def test_what_is_no_mapping_is_no_check(tmp_path, text):
    with pytest.raises(RuleError, match=r"^fee\.yml:[12]:\d+: "):
        load(text, tmp_path)


def test_plain_words_stay_words(tmp_path):
    check = load(GOOD.replace("{gate fee: entry charge}", "{no: off, 12:30: noon, 2020-01-02: today}"), tmp_path)
    assert check.prepared.options.swap == {"no": "off", "12:30": "noon", "2020-01-02": "today"}


def test_a_broken_file_leaves_the_others(tmp_path):
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "fee.yml").write_text(GOOD)
    (tmp_path / "words" / "bad.yml").write_text("id: [")
    (tmp_path / "words" / "latin.yml").write_bytes(b"id: caf\xe9")
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "no-check.yml").write_text("- a")
    checks, errors = load_pack(Pack("zoo", str(tmp_path)))
    assert [check.id for check in checks] == ["zoo:words/fee"]
    assert sorted(error.path.rsplit("/", 1)[1] for error in errors) == ["bad.yml", "latin.yml"]


def test_a_kind_that_breaks_down_costs_only_its_check(tmp_path, monkeypatch):
    def prepare(options, lists):
        raise KeyError("boom")

    monkeypatch.setattr("newslint.kinds.substitution.prepare", prepare)
    with pytest.raises(RuleError, match=r"fee.yml:2:1: the kind `substitution` failed on this check: KeyError: 'boom'"):
        load(GOOD, tmp_path)


def test_a_module_that_is_no_kind_costs_only_its_checks(tmp_path, monkeypatch):
    monkeypatch.delattr("newslint.kinds.substitution.Options")
    with pytest.raises(RuleError, match=r"fee.yml:2:7: the kind `substitution` has no `Options`: it is no kind"):
        load(GOOD, tmp_path)


def test_a_list_that_is_not_there_is_named_with_the_nearest(tmp_path):
    (tmp_path / "animals.yml").write_text("[otter]")
    lists = ListFolder(tmp_path, ListFolder(shipped_pack().folder / "lists"))
    assert lists.get("animals") == ["otter"]
    with pytest.raises(ValueError, match="no list `animal`; did you mean `animals`"):
        lists.get("animal")
    with pytest.raises(ValueError, match=r"no list `\.\./secrets`"):
        lists.get("../secrets")


def test_files_outside_a_pack_are_read_from_where_their_id_begins(tmp_path):
    path = tmp_path / "mine" / "words" / "fee.yml"
    path.parent.mkdir(parents=True)
    path.write_text(GOOD)
    for target in (path, tmp_path / "mine", tmp_path):
        checks, errors = load_files(target)
        assert ([check.id for check in checks], errors) == (["words/fee"], [])
    path.rename(path.with_name("fees.yml"))
    assert "but the file's place says `words/fees`" in str(load_files(tmp_path)[1][0])


def test_the_shipped_pack_is_read_the_same_by_file():
    pack = shipped_pack()
    path = rule_files(pack)[0]
    checks, errors = load_files(path)
    assert errors == []
    assert [check.file for check in checks] == [str(path)]


def test_packs_are_found_in_ordinary_and_editable_installations_without_importing_them(tmp_path, monkeypatch):
    for name, package in (("plain", "plain_style"), ("edit", "edit_style.rules")):
        info = tmp_path / "site" / f"{name}-1.0.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text(f"[newslint.packs]\n{name} = {package}\n")
    (tmp_path / "site" / "plain_style").mkdir()
    source = tmp_path / "source" / "edit_style"
    (source / "rules").mkdir(parents=True)
    (source / "__init__.py").write_text("raise AssertionError('a pack is data')")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    monkeypatch.syspath_prepend(str(tmp_path / "source"))
    found = {pack.name: pack.folder for pack in third_party_packs()}
    assert found["plain"] == tmp_path / "site" / "plain_style"
    assert found["edit"] == source / "rules"


def test_options_of_styles_that_are_none_are_an_error_with_its_place(tmp_path):
    (tmp_path / "style-options.yml").write_text("honorifics: 3\n")
    text = GOOD.replace("fix: safe", "fix: safe\nunless-style: {honorifics: [none]}")
    with pytest.raises(RuleError, match=r"fee\.yml:1:1: the list `style-options`: Expected `object`, got `int`"):
        load(text, tmp_path)

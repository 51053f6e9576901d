"""The reference in `docs/`: it is current, and says what the checks, the settings and the formats say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newslint.cli.rules_docs import reference
from newslint.engine.book import load
from newslint.engine.layers import read_settings
from newslint.engine.project import Plan, Project, Said
from newslint.reporters.discovery import format_names
from newslint.reporters.markdown import code, escaped
from newslint.reporters.rule_pages import MARK
from newslint.reporters.settings_page import EXAMPLE
from newslint.rulebook.packs import rule_files, shipped_pack

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def pages():
    return {name: data.decode() for name, data in reference().items()}


def test_what_is_committed_is_current(pages):
    stale = [name for name, text in pages.items() if not _same(ROOT / "docs" / name, text)]
    extra = [
        path.name
        for path in (ROOT / "docs" / "rules").glob("*.md")
        if f"rules/{path.name}" not in pages and path.read_text("utf-8").startswith(MARK)
    ]
    assert not stale + extra, f"docs/ is not current ({', '.join(stale + extra)}): mend it with `newslint rules docs`"


def _same(path, text):
    return path.is_file() and path.read_text("utf-8") == text


def test_every_check_has_an_entry_that_the_index_leads_to(pages):
    index = pages["rules/README.md"]
    links = re.findall(r"\[([^\]]+)\]\(([a-z0-9-]+\.md)#([a-z0-9-]+)\)", index)
    ids = {path.relative_to(shipped_pack().folder).with_suffix("").as_posix() for path in rule_files(shipped_pack())}
    assert {id_ for id_, _, _ in links} == ids
    for id_, file, anchor in links:
        page = pages[f"rules/{file}"]
        assert f"\n## {id_}\n" in page
        assert anchor == re.sub(r"[^a-z0-9-]", "", id_)


def test_an_entry_has_the_facts_and_examples_of_its_check(pages):
    entry = pages["rules/names.md"].partition("\n## names/sir-surname\n")[2].partition("\n## ")[0]
    assert "- severity: error\n- fix: unsafe\n" in entry
    assert "- source: BBC News style guide, names; The Economist style guide, British titles\n" in entry
    assert "**Sir Farrow** will write a book." in entry
    assert "Left alone:" in entry
    assert "[[" not in "".join(pages[name] for name in pages if name.startswith("rules/"))


def test_every_setting_and_format_is_there(pages):
    rows = re.findall(r"^\| `([a-z-]+)` \| .* \| (.+) \|$", pages["settings.md"], re.MULTILINE)
    assert {"language", "per-path", "grammar-timeout", "severity", "baseline"} <= {key for key, _ in rows}
    assert all(meaning.strip() for _, meaning in rows)
    for name in format_names():
        assert f"| `{name}` | " in pages["formats.md"]


def test_the_example_of_settings_can_be_used(tmp_path):
    file = tmp_path / "newslint.yml"
    file.write_text(EXAMPLE)
    assert read_settings(file).language == "en-AU"
    options = Plan(Project(), load(), Said()).options(str(tmp_path / "sport" / "a.txt"))
    assert "names/honorific-missing" in options.selection.ignore


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a *b* _c_ <d> [e] |f| `g` & #h", r"a \*b\* \_c\_ \<d\> \[e\] \|f\| \`g\` \& \#h"),
        ("1. a", r"1\. a"),
        ("- a\nb", r"\- a b"),
    ],
)
def test_nothing_is_taken_for_markdown(text, shown):
    assert escaped(text) == shown
    assert code("a ` b") == "``a ` b``"
    assert code("`") == "`` ` ``"


def test_the_command_writes_checks_and_removes_what_is_old(run, tmp_path, pages):
    out = tmp_path / "out"
    (out / "rules").mkdir(parents=True)
    (out / "rules" / "gone.md").write_text(f"{MARK}\n")
    (out / "rules" / "mine.md").write_text("Mine.\n")
    (out / "settings.md").write_text("old")
    assert run("rules", "docs", "out").returncode == 0
    assert (out / "rules" / "mine.md").read_text() == "Mine.\n"
    (out / "rules" / "mine.md").unlink()
    assert {path.relative_to(out).as_posix() for path in out.rglob("*.*")} == set(pages)
    assert (out / "settings.md").read_text() == pages["settings.md"]
    (out / "settings.md").write_text("old")
    (out / "rules" / "gone.md").write_text(f"{MARK}\n")
    done = run("rules", "docs", "--check", "out")
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "out/settings.md: not current",
        "out/rules/gone.md: not current",
        "mend with: newslint rules docs out",
    ]
    assert (out / "settings.md").read_text() == "old"


def test_every_shipped_check_tells_editors_its_schema():
    pack = shipped_pack().folder
    lacking = []
    for path in rule_files(shipped_pack()):
        up = "../" * len(path.relative_to(pack).parts)
        line = f"# yaml-language-server: $schema={up}docs/schemas/check.schema.json"
        if path.read_text("utf-8").partition("\n")[0] != line:
            lacking.append(f"{path}: the first line is to be: {line}")
        if pack == ROOT / "rules":
            assert (path.parent / line.partition("=")[2]).resolve() == ROOT / "docs" / "schemas" / "check.schema.json"
    assert not lacking, "\n".join(lacking)


def test_the_line_for_editors_shifts_no_place(run, tmp_path):
    file = tmp_path / "rules" / "zoo" / "x.yml"
    file.parent.mkdir(parents=True)
    file.write_text("# yaml-language-server: $schema=../x.json\nid: zoo/x\nkind: substitution\nmesage: No.\n")
    assert run("rules", "test", str(file)).stderr.startswith(f"{file}:4:1: unknown key `mesage`")

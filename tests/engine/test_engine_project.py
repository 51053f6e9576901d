"""Which options hold for which file, and what a walk leaves out."""

from __future__ import annotations

import subprocess

import pytest

from newslint.engine.book import load
from newslint.engine.exclusion import ignored_by_git
from newslint.engine.files import find_files
from newslint.engine.project import Plan, Project, Said, exclusion
from newslint.engine.run import check_files
from newslint.engine.settings import SettingsError


@pytest.fixture(scope="module")
def book():
    return load()


PLAIN = Said(grammar="off")


def plan(book, said=PLAIN, **project):
    return Plan(Project(**project), book, said)


STORY = (
    "The mayor, Dana Ott, opened the pool on Monday.\n\n"
    "Mrs Dana said the water was warm\n\n"
    "The pool cost an million dollars.\n"
)


def found_in(paths, book, said=PLAIN, **project):
    """Return path and rule of every issue."""
    walls = Project(**project)
    found = find_files(map(str, paths), exclusion(walls, said))
    result = check_files(found, book, Plan(walls, book, said).options)
    assert not [entry for entry in result.not_run if entry.why == "failed"]
    return [(issue.path, issue.rule, issue.severity) for issue in result.issues]


def test_severities_follow_the_longest_id_and_off_turns_off(book, tmp_path):
    story = tmp_path / "story.txt"
    story.write_text(STORY)
    before = {rule: severity for _, rule, severity in found_in([story], book)}
    assert before["names/honorific-given-name"] == "error"
    assert before["structure/no-stop"] == "error"
    assert "slips/a-an" in before
    (tmp_path / "newslint.yml").write_text(
        "checks:\n  names/: advice\n  names/honorific-given-name: warning\n  structure/: advice\n  slips/a-an: off\n"
    )
    after = {rule: severity for _, rule, severity in found_in([story], book)}
    assert after["names/honorific-given-name"] == "warning"
    assert not {"structure/no-stop", "slips/a-an"} & set(after)
    shown = {rule: severity for _, rule, severity in found_in([story], book, Said(grammar="off", advice=True))}
    assert shown["structure/no-stop"] == "advice"


def test_a_check_of_severity_advice_runs_where_the_settings_make_it_a_warning(book, tmp_path):
    advice = next(check for check in book.checks if check.head.severity == "advice" and not check.languagetool_rules)
    copy = str(tmp_path / "a.txt")
    assert advice.id not in {check.id for check in book.index(plan(book).options(copy)).checks}
    (tmp_path / "newslint.yml").write_text(f"checks: {{{advice.id}: warning}}\n")
    assert advice.id in {check.id for check in book.index(plan(book).options(copy)).checks}


def test_paths_have_settings_of_their_own(book, tmp_path):
    for name in ("sport", "news"):
        (tmp_path / name / "deep").mkdir(parents=True)
        (tmp_path / name / "deep" / "story.txt").write_text(STORY)
    (tmp_path / "newslint.yml").write_text(
        'ignore: [slips/]\nper-path:\n  "sport/**": {ignore: [names/], words: [Ott], language: en-NZ}\n'
        '  "*.txt": {checks: {structure/no-stop: warning}}\n'
    )
    rows = {(path.split("/")[-3], rule): severity for path, rule, severity in found_in([tmp_path], book)}
    assert rows[("news", "names/honorific-given-name")] == "error"
    assert ("sport", "names/honorific-given-name") not in rows
    assert rows[("sport", "structure/no-stop")] == rows[("news", "structure/no-stop")] == "warning"
    assert not [rule for _, rule in rows if rule.startswith("slips/")]
    options = plan(book).options(str(tmp_path / "sport" / "deep" / "story.txt"))
    assert (options.language, options.words) == ("en-NZ", {"Ott"})
    assert plan(book, Said(language="en-US")).options(str(tmp_path / "sport" / "a.txt")).language == "en-US"


def test_each_file_has_the_settings_nearest_to_it_unless_one_is_named_or_none_wanted(book, tmp_path, monkeypatch):
    (tmp_path / "desk").mkdir()
    (tmp_path / "newslint.yml").write_text("language: en-GB\n")
    (tmp_path / "desk" / "newslint.yml").write_text("language: en-NZ\n")
    (tmp_path / "other.yml").write_text('language: en-US\nper-path: {"desk/**": {language: en-CA}}\n')
    outer, inner = str(tmp_path / "a.txt"), str(tmp_path / "desk" / "a.txt")
    assert [plan(book).options(path).language for path in (outer, inner)] == ["en-GB", "en-NZ"]
    assert [plan(book, isolated=True).options(path).language for path in (outer, inner)] == ["auto", "auto"]
    monkeypatch.chdir(tmp_path)  # with --config, patterns start where the command runs
    named = plan(book, config=tmp_path / "other.yml")
    assert [named.options(path).language for path in ("a.txt", "desk/a.txt")] == ["en-US", "en-CA"]


def test_files_that_are_checked_alike_share_their_options(book, tmp_path):
    (tmp_path / "newslint.yml").write_text('per-path: {"sport/": {ignore: [names/]}}\n')
    options = plan(book).options
    one, two, other = (options(str(tmp_path / name)) for name in ("a.txt", "b/c.txt", "sport/d.txt"))
    assert one is two
    assert one is not other


def test_options_of_a_check_take_the_place_of_its_own(book, tmp_path):
    story = tmp_path / "story.txt"
    story.write_text("The council met on Monday to talk about the pool and the wharf and the road.\n" * 2)
    check = next(check for check in book.checks if check.head.kind == "substitution" and not check.languagetool_rules)
    (tmp_path / "newslint.yml").write_text(
        f"checks:\n  {check.id}:\n    severity: warning\n    options: {{swap: {{wharf: jetty}}}}\n"
    )
    assert {rule for _, rule, _ in found_in([story], book)} >= {check.id}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("select: [nams/]\n", r":1:10: no rule is called `nams/` or begins so; did you mean `names`\?"),
        ("ignore:\n  - names/\n  - nope/\n", r":3:5: no rule is called `nope/`"),
        ("checks: {names/x: off}\n", r":1:10: no rule is called `names/x`"),
        ("per-path:\n  sport/:\n    ignore: [nope/]\n", r":3:14: no rule is called `nope/`"),
        ("per-path:\n  sport/:\n    checks:\n      nope/: off\n", r":4:7: no rule is called `nope/`"),
        ("checks:\n  names/: {options: {a: 1}}\n", r":2:3: `names/`: options are for one check of the book"),
        (
            "checks:\n  slips/talks: {options: {swop: {a: b}}}\n",
            r":2:27: `slips/talks`: unknown option `swop`",
        ),
        ("style: gazette\n", r":1:8: `style`: there is no house style `gazette`; it may be default"),
    ],
)
def test_what_the_settings_name_must_be_there(book, tmp_path, text, complaint):
    (tmp_path / "newslint.yml").write_text(text)
    with pytest.raises(SettingsError, match=complaint):
        plan(book).options(str(tmp_path / "a.txt"))


# What a walk leaves out


def tree(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")


def walked(folder, said=PLAIN, **options):
    found = find_files([str(folder)], exclusion(Project(), said), **options)
    assert found.failures == ()
    return {path.removeprefix(f"{folder}/") for path in found.files}


def test_excluded_patterns_are_relative_to_their_settings(tmp_path, monkeypatch):
    tree(tmp_path, "a.txt", "a.old.txt", "archive/b.txt", "desk/archive/c.txt", "desk/d.old.txt", "desk/keep/e.txt")
    (tmp_path / "newslint.yml").write_text('exclude: ["/archive/", "*.old.txt"]\n')
    assert walked(tmp_path) == {"a.txt", "desk/archive/c.txt", "desk/keep/e.txt"}
    (tmp_path / "desk" / "newslint.yml").write_text('exclude: ["keep/"]\n')  # the nearest settings, and they alone
    assert walked(tmp_path) == {"a.txt", "desk/archive/c.txt", "desk/d.old.txt"}
    monkeypatch.chdir(tmp_path)
    assert walked(tmp_path, Said(exclude=("desk/",))) == {"a.txt"}


def test_a_named_file_is_read_whatever_is_excluded_unless_that_is_forced(tmp_path):
    tree(tmp_path, "archive/b.txt", "a.txt")
    (tmp_path / "newslint.yml").write_text('exclude: ["archive/"]\n')
    walls = exclusion(Project(), Said())
    named = [str(tmp_path / "archive" / "b.txt"), str(tmp_path / "a.txt"), str(tmp_path / "archive")]
    assert len(find_files(named, walls).files) == 2
    assert find_files(named, walls, force_exclude=True).files == (str(tmp_path / "a.txt"),)
    assert find_files(["-"], walls, force_exclude=True).files == ("-",)


GIT_TREE = (
    "a.txt",
    "drafts/b.txt",
    "drafts/kept.txt",
    "desk/c.txt",
    "desk/build/d.txt",
    "desk/deep/build/e.txt",
    "desk/deep/notes.txt",
    "wire/f.tmp.txt",
    "private/g.txt",
)


def test_what_git_ignores_is_what_git_says(tmp_path):
    tree(tmp_path, *GIT_TREE)
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / ".gitignore").write_text("drafts/*\n!drafts/kept.txt\n*.tmp.txt\n")
    (tmp_path / "desk" / ".gitignore").write_text("/build/\n")
    (tmp_path / "desk" / "deep" / ".gitignore").write_text("notes.txt\n")
    (tmp_path / ".git" / "info" / "exclude").write_text("private\n")
    listed = subprocess.run(
        ["git", "-C", str(tmp_path), "ls-files", "-co", "--exclude-standard", "*.txt"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert walked(tmp_path) == set(listed.stdout.split())
    assert walked(tmp_path / "desk") == {"c.txt", "deep/build/e.txt"}
    assert walked(tmp_path, Said(respect_gitignore=False)) == set(GIT_TREE)
    (tmp_path / "newslint.yml").write_text("respect-gitignore: false\n")
    assert walked(tmp_path) == set(GIT_TREE)


def test_outside_a_repository_a_gitignore_says_nothing(tmp_path):
    tree(tmp_path, "a.txt")
    (tmp_path / ".gitignore").write_text("*\n")
    assert walked(tmp_path) == {"a.txt"}
    assert not ignored_by_git()(str(tmp_path / "a.txt"), False)

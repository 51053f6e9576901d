"""What git says is new, with a real git."""

from __future__ import annotations

import subprocess

import pytest

from newslint.engine.changes import ChangesError, changed_since, touches


@pytest.fixture
def git(tmp_path, monkeypatch):
    for name, value in {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "LC_ALL": "de_DE"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)

    def run(*args):
        identity = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "core.autocrlf=false")
        subprocess.run(["git", *identity, *args], check=True, capture_output=True)

    run("init", "-q", "-b", "main")
    return run


def commit(git):
    git("add", "-A")
    git("commit", "-q", "-m", "state")


def lines(ref, *files):
    return {
        path: None if found is None else [n for each in found for n in each]
        for path, found in changed_since(ref, files).items()
    }


def test_new_lines_are_those_of_the_working_tree_since_the_branches_parted(git, tmp_path):
    story, other = tmp_path / "a b.txt", tmp_path / "zoë.txt"
    story.write_text("one\ntwo\nthree\nfour\n")
    other.write_text("one\n")
    (tmp_path / "same.txt").write_text("same\n")
    commit(git)
    git("checkout", "-q", "-b", "desk")
    story.write_text("one\nTWO\nthree\nfour\nfive\n")
    commit(git)
    other.write_text("new\nfirst\n")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "untracked.txt").write_text("x\n")
    git("checkout", "-q", "main", "--", "same.txt")
    files = ("a b.txt", "zoë.txt", "same.txt", "sub/untracked.txt")
    assert lines("main", *files) == {"a b.txt": [2, 5], "zoë.txt": [1, 2], "sub/untracked.txt": None}
    assert lines("HEAD", *files) == {"zoë.txt": [1, 2], "sub/untracked.txt": None}
    # What has happened on main meanwhile is not this branch's doing.
    git("stash", "-q")
    git("checkout", "-q", "main")
    (tmp_path / "same.txt").write_text("changed on main\n")
    commit(git)
    git("checkout", "-q", "desk")
    assert lines("main", "a b.txt", "same.txt") == {"a b.txt": [2, 5]}


def test_a_renamed_file_is_not_new_and_lost_lines_are_no_lines(git, tmp_path):
    text = "".join(f"line {n}\n" for n in range(20))
    (tmp_path / "old.txt").write_text(text)
    (tmp_path / "cut.txt").write_text("one\ntwo\nthree\n")
    commit(git)
    git("mv", "old.txt", "new.txt")
    (tmp_path / "new.txt").write_text(text.replace("line 7\n", "LINE 7\n"))
    (tmp_path / "cut.txt").write_text("one\nthree\n")
    assert lines("HEAD", "new.txt", "cut.txt") == {"new.txt": [8], "cut.txt": []}


def test_a_copy_that_is_no_text_to_git_is_new_as_a_whole(git, tmp_path):
    (tmp_path / "wide.txt").write_bytes("one\ntwo\n".encode("utf-16"))
    commit(git)
    (tmp_path / "wide.txt").write_bytes("one\nTWO\n".encode("utf-16"))
    assert lines("HEAD", "wide.txt") == {"wide.txt": None}


def test_git_s_own_settings_change_nothing(git, tmp_path):
    (tmp_path / "a.txt").write_text("one\ntwo\n")
    commit(git)
    (tmp_path / "a.txt").write_text("one\nTWO\n")
    for key, value in (
        ("diff.noprefix", "true"),
        ("color.ui", "always"),
        ("diff.external", "false"),
        ("diff.renames", "false"),
        ("core.quotepath", "true"),
        ("diff.context", "9"),
    ):
        git("config", key, value)
    assert lines("HEAD", "a.txt") == {"a.txt": [2]}


def test_what_git_cannot_say_is_an_error_that_helps(git, tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("one\n")
    commit(git)
    with pytest.raises(ChangesError, match=r"git knows no commit `nope` in .*: in CI, fetch it"):
        changed_since("nope", ["a.txt"])
    with pytest.raises(ChangesError, match="git knows no commit `--all`"):
        changed_since("--all", ["a.txt"])
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ChangesError, match="there is no git here"):
        changed_since("HEAD", ["a.txt"])


def test_outside_a_repository_there_are_no_changes_to_tell(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "a.txt").write_text("one\n")
    with pytest.raises(ChangesError, match="not a git repository"):
        changed_since("HEAD", [str(tmp_path / "a.txt")])


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(0, 3, False), (4, 7, True), (0, 5, True), (7, 8, True), (8, 9, False), (8, 8, False), (4, 4, True)],
)
def test_a_span_lies_on_a_line_if_only_in_part(start, end, expected):
    assert touches("one\ntwo\nthree\n", start, end, (range(2, 3),)) == expected

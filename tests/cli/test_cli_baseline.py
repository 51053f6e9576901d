"""`newslint baseline`, and what `check` makes of it, as a newsroom would use it."""

from __future__ import annotations

import json

import pytest

STORY = (
    "The mayor, Dana Ott, opened the pool on Monday after a long and costly delay.\n\n"
    "Mrs Dana said the water was warm.\n\n"
    "The pool cost an million dollars, and the council will pay for it over nine years.\n"
)


@pytest.fixture
def archive(tmp_path):
    (tmp_path / "desk").mkdir()
    for name in ("a.txt", "b.txt"):
        (tmp_path / "desk" / name).write_text(STORY)
    (tmp_path / "newslint.yml").write_text("grammar: off\nlanguage: en-GB\n")
    return tmp_path


def issues(done):
    return [(row["path"], row["rule"]) for row in json.loads(done.stdout)["issues"]]


def check(run, *args):
    return run("check", "--format", "json", *args)


def test_what_is_accepted_is_not_reported_until_it_is_mended(run, archive):
    before = issues(check(run, "."))
    assert {rule for _, rule in before} >= {"names/honorific-given-name", "slips/a-an"}
    wrote = run("baseline", "write")
    assert wrote.returncode == 0, wrote.stderr
    assert f"{len(before)} issues accepted in 2 of 2 files" in wrote.stdout
    done = run("check", ".")
    assert done.returncode == 0
    assert done.stdout == f"no issues in 2 files; {len(before)} accepted\n"
    assert sorted(issues(check(run, ".", "--no-baseline"))) == sorted(before)
    story = archive / "desk" / "a.txt"
    story.write_text("A new beginning, with an umbrella and an horse in it.\n\n" + STORY)
    assert issues(check(run, ".")) == [("desk/a.txt", "slips/a-an")]
    story.write_text(STORY.replace("an million", "a million"))
    assert run("check", ".").returncode == 0
    stale = run("baseline", "check")
    assert stale.returncode == 1
    assert 'desk/a.txt: slips/a-an "an million": accepted, and no longer there' in stale.stdout
    assert "1 taken out" in run("baseline", "prune").stdout
    assert run("baseline", "check").returncode == 0
    story.write_text(STORY)
    assert issues(check(run, ".")) == [("desk/a.txt", "slips/a-an")]  # it had gone: it is not accepted again
    assert "0 taken out" in run("baseline", "prune").stdout


def test_it_is_not_written_over_and_belongs_to_its_project(run, archive):
    assert run("baseline", "write").returncode == 0
    again = run("baseline", "write")
    assert again.returncode == 2
    assert "is there already, and may only shrink" in again.stderr
    assert run("baseline", "write", "--force").returncode == 0
    assert run("check", "a.txt", cwd=archive / "desk").returncode == 0  # found from below
    (archive / "newslint.yml").write_text("grammar: off\nlanguage: en-GB\nbaseline: accepted.json\n")
    missing = run("check", ".")
    assert missing.returncode == 2
    assert "accepted.json: no such file: `newslint baseline write` makes it" in missing.stderr
    assert run("baseline", "write").returncode == 0
    assert (archive / "accepted.json").is_file()
    assert run("check", ".").returncode == 0
    (archive / "broken.json").write_text("[")
    broken = run("check", ".", "--baseline", "broken.json")
    assert broken.returncode == 2
    assert "broken.json:1:1: not a baseline" in broken.stderr


def test_what_a_run_did_not_look_at_stays_accepted(run, archive):
    assert run("baseline", "write").returncode == 0
    size = (archive / "newslint-baseline.json").stat().st_size
    (archive / "desk" / "a.txt").write_text("Nothing is wrong with this story of a pool any more.\n")
    assert "0 taken out" in run("baseline", "prune", "desk/b.txt").stdout
    (archive / "newslint.yml").write_text("grammar: off\nlanguage: en-GB\nignore: [names/, slips/]\n")
    assert run("baseline", "check", "desk/b.txt").returncode == 0
    assert (archive / "newslint-baseline.json").stat().st_size == size
    (archive / "newslint.yml").write_text("grammar: off\nlanguage: en-GB\n")
    assert run("baseline", "prune").returncode == 0
    assert (archive / "newslint-baseline.json").stat().st_size < size
    assert run("check", "desk/b.txt").returncode == 0


def test_a_renamed_story_keeps_what_was_accepted_and_fixes_leave_it_alone(run, archive):
    assert run("baseline", "write").returncode == 0
    (archive / "desk" / "a.txt").rename(archive / "moved.txt")
    assert run("check", ".").returncode == 0
    assert run("check", ".", "--fix", "--unsafe-fixes").returncode == 0
    assert (archive / "moved.txt").read_text() == STORY


def test_a_check_that_changed_its_meaning_is_heard_again(run, archive):
    assert run("baseline", "write").returncode == 0
    path = archive / "newslint-baseline.json"
    data = json.loads(path.read_text())
    for rows in data["files"].values():
        for row in rows:
            if row["rule"] == "slips/a-an":
                row["revision"] = 7  # as if accepted of another revision
    path.write_text(json.dumps(data))
    assert issues(check(run, ".")) == [("desk/a.txt", "slips/a-an"), ("desk/b.txt", "slips/a-an")]
    assert run("baseline", "check").returncode == 1
    assert "2 taken out" in run("baseline", "prune").stdout


# Comments, and lines that are new


def test_comments_in_markdown_hide_issues_and_are_told_of_when_they_hide_nothing(run, archive):
    story = archive / "story.md"
    story.write_text("<!-- newslint: off slips/ -->\n\n" + STORY)
    assert ("story.md", "slips/a-an") not in issues(check(run, "story.md"))
    assert "; 2 accepted" in run("check", "story.md").stdout
    story.write_text("<!-- newslint: off dates/weekday -->\n\n" + STORY)
    assert ("story.md", "suppression/unused") in issues(check(run, "story.md"))
    assert ("story.md", "suppression/unused") not in issues(check(run, "story.md", "--ignore", "suppression/"))
    (archive / "story.txt").write_text(story.read_text().replace("dates/weekday", "slips/"))
    assert ("story.txt", "slips/a-an") in issues(check(run, "story.txt"))  # there a reader would see the comment


def test_only_lines_that_git_calls_new_are_reported(run, archive):
    import subprocess

    def git(*args):
        subprocess.run(
            ["git", "-c", "user.name=Desk", "-c", "user.email=desk@example.org", *args],
            cwd=archive,
            check=True,
            capture_output=True,
        )

    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-q", "-m", "state")
    assert run("check", ".", "--changed-since", "HEAD").stdout == "no issues in 0 files\n"
    story = archive / "desk" / "a.txt"
    story.write_text("A pool with an slide is what the town of Ott has wanted for a hundred years.\n\n" + STORY)
    (archive / "new.txt").write_text(STORY)
    found = issues(check(run, ".", "--changed-since", "HEAD"))
    assert [rule for path, rule in found if path == "desk/a.txt"] == ["slips/a-an"]
    assert ("new.txt", "names/honorific-given-name") in found
    fixed = run("check", "desk", "--changed-since", "HEAD", "--fix", "--unsafe-fixes")
    assert fixed.returncode == 0, fixed.stdout
    assert story.read_text() == story.read_text().replace("an slide", "a slide")
    assert "an million" in story.read_text()
    wrong = run("check", ".", "--changed-since", "nope")
    assert wrong.returncode == 2
    assert "--changed-since: git knows no commit `nope`" in wrong.stderr

"""Bad input gets one clear line and exit code 2, and the other files are still checked."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ZOO = ("check", "--grammar", "off", "--select", "zoo:")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("missing.txt", None, "missing.txt: error: no such file or folder"),
        ("no/*.txt", None, "no/*.txt: error: no file fits the pattern"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "photo.txt: error: a binary file, not text"),
        ("bad.txt", b"The caf\xe9 shut.\n", "bad.txt: error: not valid UTF-8: byte 0xe9 at byte offset 7"),
        (
            "copy.docx",
            b"PK\x03\x04",
            "copy.docx: error: a Word document, which newslint cannot read: save it as plain text (.txt)",
        ),
    ],
)
def test_a_file_that_cannot_be_read(run, story, tmp_path, name, data, said):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    done = run(*ZOO, name, "zoo.txt")
    assert done.returncode == 2
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] == said
    assert done.stdout.count(" zoo:words/") == 3
    assert run(*ZOO, "--exit-zero", name, "zoo.txt").returncode == 2
    report = run(*ZOO, "--format", "json", name, "zoo.txt")
    failed = [entry for entry in json.loads(report.stdout)["summary"]["not_run"] if entry["why"] == "failed"]
    assert [(entry["what"], entry["path"]) for entry in failed] == [("checks", name)]
    assert report.stderr == f"{said}\n"


def test_a_link_that_leads_nowhere(run, tmp_path):
    (tmp_path / "gone.txt").symlink_to("nowhere.txt")
    done = run(*ZOO, "gone.txt")
    assert done.stdout.splitlines()[-1] == "gone.txt: error: a link that leads nowhere"
    assert done.returncode == 2


@pytest.mark.parametrize("data", [b"", b"\n\n  \r\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_clean(run, tmp_path, data):
    (tmp_path / "empty.txt").write_bytes(data)
    done = run("check", "--grammar", "off", "empty.txt")
    assert (done.stdout, done.returncode) == ("no issues in 1 file\n", 0)


def test_offsets_do_not_depend_on_bom_line_ends_or_emoji(run, story, tmp_path):
    text = story.read_text().replace("The zoo raised", "The 🦦 zoo raised").replace("\n", "\r\n")
    (tmp_path / "dos.txt").write_bytes(b"\xef\xbb\xbf" + text.encode())
    (tmp_path / "wide.txt").write_bytes(text.encode("utf-16"))
    for name in ("dos.txt", "wide.txt"):
        assert f"{name}:3:22: error zoo:words/fee" in run(*ZOO, name).stdout


AS_NOBODY = """
import os, sys
from newslint.cli import check, main
from newslint.engine import book
from newslint.reporters.formats import text
book.load()  # what an interpreter in root's own folders could not import after the change of user
os.chdir(sys.argv[1])
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
sys.argv = ["newslint", "check", "--grammar", "off", "--select", "zoo:", "."]
main.main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps permissions otherwise")
def test_a_folder_and_a_file_without_permission(environment, story):
    # Not tmp_path: another user cannot enter that.
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        root.chmod(0o755)
        for path in ("open.txt", "locked.txt", "shut/a.txt"):
            (root / path).parent.mkdir(exist_ok=True)
            (root / path).write_text(story.read_text())
        (root / "locked.txt").chmod(0)
        (root / "shut").chmod(0)
        site = Path(environment["PYTHONPATH"])
        try:
            for folder in (site, *site.parents):
                if not os.access(folder, os.X_OK):
                    pytest.skip(f"{folder} cannot be entered")
            done = subprocess.run(
                [sys.executable, "-c", AS_NOBODY, name],
                env={**environment, "PYTHONPATH": _open_copy(site, root)},
                capture_output=True,
                text=True,
                check=False,
            )
        finally:
            (root / "shut").chmod(0o755)
    assert done.stderr == ""
    assert done.returncode == 2
    lines = done.stdout.splitlines()
    assert [line for line in lines if line.startswith("open.txt:")] == lines[:3]
    assert lines[-2:] == ["./shut: error: permission denied", "locked.txt: error: permission denied"]


def _open_copy(site: Path, root: Path) -> str:
    """Copy the pack where another user may read it, outside what is checked."""
    import shutil

    target = root / ".site"
    shutil.copytree(site, target)
    for path in (target, *target.rglob("*")):
        path.chmod(0o755)
    return str(target)


BROKEN = {
    "a": ("kind: existence\n  message: x\n", "a.yml:3:10: mapping values are not allowed in this context"),
    "b": (
        "kind: existence\nmessage: x\nwhy: y\nseverity: error\npatterns: ['(zoo']\n"
        "tests: [{flag: '[[zoo]]'}, {pass: y}]\n",
        "b.yml:6:12: bad pattern: missing ): (zoo",
    ),
    "c": (
        "kind: existence\nmessage: x\nwhy: y\nseverity: error\npatterns: ['zoo(?=s)']\n"
        "tests: [{flag: '[[zoo]]'}, {pass: y}]\n",
        "c.yml:6:12: bad pattern: ",
    ),
    "d": ("kind: existance\n", "d.yml:2:7: unknown kind `existance`; did you mean `existence`?"),
    "e": ("kind: existence\nmesage: x\n", "e.yml:3:1: unknown key `mesage`; did you mean `message`?"),
}


def test_rules_that_cannot_be_loaded_fail_the_run_and_the_others_go_on(run, story, zoo, tmp_path, environment):
    from zoo_pack import write_check, write_distribution

    site = tmp_path / "site"
    write_distribution(site, "more", "more = more_style")
    for name, (check, _) in BROKEN.items():
        write_check(site / "more_style", f"id: words/{name}\n{check}")
    env = {**environment, "PYTHONPATH": os.pathsep.join([str(zoo), str(site)])}
    done = run(*ZOO, "zoo.txt", env=env)
    assert done.returncode == 2
    assert done.stdout.count(" zoo:words/") == 3
    rows = [row for row in done.stdout.splitlines() if str(site) in row]
    assert len(rows) == len(BROKEN)
    for row, (_, said) in zip(sorted(rows), BROKEN.values(), strict=True):
        assert said in row


def test_a_check_that_breaks_down_is_named_and_loses_only_its_story(run, story, tmp_path):
    (tmp_path / "loud.txt").write_text("Headline\n\nThe keepers fall over!! Nobody paid the gate fee again.\n")
    (tmp_path / "more.txt").write_text("Headline\n\nThe keepers ran!! Nobody paid the gate fee again.\n")
    done = run(*ZOO, "loud.txt", "more.txt")
    lines = done.stdout.splitlines()
    assert done.returncode == 2
    assert [line.split()[2] for line in lines if line.startswith("loud.txt:3:")] == ["zoo:words/fee"]
    assert [line.split()[2] for line in lines if line.startswith("more.txt:3:")] == ["zoo:words/shout", "zoo:words/fee"]
    assert lines[-1].startswith("loud.txt: zoo:words/shout failed: RuntimeError: fell over (")


def test_a_pack_that_is_registered_and_missing_is_reported(run, story, tmp_path, environment):
    from zoo_pack import write_distribution

    site = tmp_path / "site"
    write_distribution(site, "gone", "gone = gone_style.rules")
    done = run("check", "--grammar", "off", "zoo.txt", env={**environment, "PYTHONPATH": str(site)})
    assert done.returncode == 2
    assert "the pack `gone` is registered, but is not there" in done.stdout


@pytest.mark.skipif(not os.environ.get("NEWSLINT_SLOW"), reason="takes minutes: set NEWSLINT_SLOW=1")
def test_a_line_of_fifty_megabytes_is_checked_in_bounded_memory(environment, tmp_path):
    import resource

    sentence = "The penguins of the northern colony were counted by two rangers on Monday, and no bird was missing. "
    with (tmp_path / "long.txt").open("w") as out:
        for _ in range(50_000_000 // len(sentence)):
            out.write(sentence)
        out.write("Nobody paid the gate fee again.")
    done = subprocess.run(
        [sys.executable, "-m", "newslint", *ZOO, "long.txt"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert done.stdout.splitlines()[0].startswith("long.txt:1:")
    assert "zoo:words/fee" in done.stdout
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 < 1_000_000_000

"""Faults of disks and rights: full, read-only, another user's, no home folder."""

from __future__ import annotations

import os
from pathlib import Path

from bad_network import MATCH, reply, stand
from kills import INSTALL, contents, mirror
from machine import MENDED, NOBODY, PLAIN, STORY, books_into, names, run, small_disk, without_rights

HERE = Path(__file__).resolve().parent
ACCEPTING = "select: [repetition/doubled-word]\ngrammar: off\n"
FULL = "no space left on device"


def fix_on_a_full_disk(room: Path) -> str:
    """A full disk under `check --fix`"""
    with small_disk(room / "disk") as disk:
        (disk.seen / "a.txt").write_text(STORY)
        disk.fill()
        done = run("check", "--fix", *PLAIN, disk.path / "a.txt", where=room, before=disk.before)
        assert done.returncode == 2, done.said
        assert f"a.txt: error: not fixed: {FULL}: make room, and run it again" in done.said, done.said
        assert (disk.seen / "a.txt").read_text() == STORY
        assert names(disk.seen) == ["a.txt", "rest"]
        disk.make_room()
        assert run("check", "--fix", *PLAIN, disk.path / "a.txt", where=room, before=disk.before).returncode == 0
        assert (disk.seen / "a.txt").read_text() == MENDED
    return "exit 2, the story as it was, nothing left aside; with room again it is mended"


def baseline_on_a_full_disk(room: Path) -> str:
    """A full disk under `baseline write`"""
    with small_disk(room / "disk") as disk:
        (disk.seen / "a.txt").write_text(STORY)
        (disk.seen / "newslint.yml").write_text(ACCEPTING)
        words = ("baseline", "write", "--force", "a.txt")
        assert run(*words, where=room, before=disk.before).returncode == 0
        old = (disk.seen / "newslint-baseline.json").read_bytes()
        (disk.seen / "a.txt").write_text(STORY * 2)
        disk.fill()
        done = run(*words, where=room, before=disk.before)
        assert done.returncode == 2, done.said
        assert f"the baseline could not be written: {FULL}: make room there" in done.said, done.said
        assert (disk.seen / "newslint-baseline.json").read_bytes() == old
        assert names(disk.seen) == ["a.txt", "newslint-baseline.json", "newslint.yml", "rest"]
        disk.make_room()
        assert run(*words, where=room, before=disk.before).returncode == 0
        assert (disk.seen / "newslint-baseline.json").read_bytes() != old
    return "exit 2, the old baseline as it was, nothing left aside; with room again it is written"


def reports_on_a_full_disk(room: Path) -> str:
    """A full disk under report files"""
    (room / "a.txt").write_text(STORY)
    with small_disk(room / "disk") as disk:
        (disk.seen / "old.json").write_text("old")
        disk.fill()
        for words in (
            ("--format", "json", "--output-file", "old.json"),
            ("--format", "sarif:new.sarif", "--format", "html:new.html"),
        ):
            done = run("check", *PLAIN, *words, room / "a.txt", where=room, before=disk.before)
            assert done.returncode == 2, done.said
            assert f"report could not be written: {FULL}: make room there" in done.said, done.said
        assert (disk.seen / "old.json").read_text() == "old"
        assert names(disk.seen) == ["old.json", "rest"]
        disk.make_room()
        done = run("check", *PLAIN, "--format", "json:old.json", room / "a.txt", where=room, before=disk.before)
        assert done.returncode == 1
        assert (disk.seen / "old.json").read_text().startswith("{")
    return "exit 2, the old report as it was and no half of a new one; with room again it is written"


def full_standard_output(room: Path) -> str:
    """Standard output on a full disk"""
    (room / "a.txt").write_text(STORY)
    to_full = ("sh", "-c", 'exec "$@" >/dev/full', "sh")
    for words in (("check", *PLAIN, "a.txt"), ("check", *PLAIN, "--format", "json", "a.txt"), ("--help",)):
        done = run(*words, where=room, before=to_full)
        assert (done.returncode, done.stdout) == (2, ""), done.said
        assert done.said.startswith(f"newslint: standard output could not be written: {FULL}: make room"), done.said
    return "exit 2 and a sentence"


def closed_streams(room: Path) -> str:
    """Standard input, output or error closed by the caller"""
    (room / "a.txt").write_text(STORY)
    for closing, shown in ((">&-", False), ("2>&-", True), ("<&-", True), (">&- 2>&- <&-", False)):
        done = run("check", *PLAIN, "a.txt", where=room, before=("sh", "-c", f'exec "$@" {closing}', "sh"))
        assert done.returncode == 1, done.said
        assert ("repetition/doubled-word" in done.said) == shown, done.said
    return "the usual exit code, and what is open gets its part"


def cache_on_a_full_disk(room: Path) -> str:
    """A full disk under the cache"""
    (room / "a.txt").write_text(STORY)
    (room / "people.csv").write_text("name\nRosa Lal\n")
    (room / "newslint.yml").write_text("people: people.csv\n")
    with small_disk(room / "cache", size="64m") as disk, stand(lambda ask: ask.say(200, reply(MATCH))) as server:
        words = ("check", "--grammar-url", server.url, room / "a.txt")
        books_into(disk.seen)
        before = names(disk.seen)
        disk.fill()
        said = []
        for _ in "ab":
            done = run(*words, where=room, before=disk.before, cache=disk.path)
            assert done.returncode == 1, done.said
            said.append(done.said)
        assert said[0] == said[1]
        left = set(names(disk.seen)) - {*before, "rest"}
        # An empty file of results is no leftover: the next run fills it.
        assert all(name.startswith("grammar-results") for name in left), left
        disk.make_room()
        done = run(*words, where=room, before=disk.before, cache=disk.path)
        assert done.said == said[0]
        kept = set(names(disk.seen)) - {*before}
        assert any(name.startswith("people-") for name in kept), kept
        assert (disk.seen / "grammar-results.sqlite3").stat().st_size > 0
    return "the same report without a cache, nothing left aside; with room again it is filled"


def install_on_a_full_disk(room: Path) -> str:
    """A full disk under `grammar install`"""
    code = INSTALL.format(here=str(HERE))
    with small_disk(room / "cache", size="2m") as disk, mirror(room / "mirror") as url:
        network = {"NEWSLINT_MAVEN_MIRROR": url, "NO_PROXY": "127.0.0.1"}
        for environment in (network, {**network, "NEWSLINT_MAVEN_MIRROR": ""}):
            words = () if environment is network else ("--from", room / "mirror")
            wanted = code.replace('"install"]', f'"install", *{[str(word) for word in words]!r}]')
            done = run(where=room, before=disk.before, cache=disk.path, environment=environment, code=wanted)
            assert done.returncode == 2, done.said
            assert FULL in done.said.lower(), done.said
            assert "Free some space or set NEWSLINT_CACHE to a folder you can write to." in done.said, done.said
            assert names(disk.seen) == []
        disk.remount("size=64m")
        done = run(where=room, before=disk.before, cache=disk.path, environment=network, code=code)
        (folder,) = [path for path in disk.seen.iterdir() if path.name.startswith("languagetool-")]
        assert {path.read_bytes() for path in folder.glob("*.jar")} == set(contents().values())
    return "exit 2, nothing left; with room again it is installed"


def read_only_disk(room: Path) -> str:
    """A disk that can only be read, with the copy and the cache on it"""
    with small_disk(room / "disk", size="64m") as disk:
        (disk.seen / "a.txt").write_text(STORY)
        (disk.seen / "newslint.yml").write_text(ACCEPTING)
        books_into(disk.seen / "cache")
        disk.remount("ro")
        before = names(disk.seen)
        for words, code, said in (
            (("check", "a.txt"), 1, "repetition/doubled-word"),
            (("check", "--fix", "a.txt"), 2, "a.txt: error: not fixed: it is read-only"),
            (("baseline", "write", "a.txt"), 2, "the baseline could not be written: read-only file system: name"),
            (("check", "--format", "json:report.json", "a.txt"), 2, "report.json: a report cannot be written"),
        ):
            done = run(*words, where=room, before=disk.before, cache=disk.path / "cache")
            assert done.returncode == code, done.said
            assert said in done.said, done.said
        assert names(disk.seen) == before
        assert (disk.seen / "a.txt").read_text() == STORY
    return "checks as ever; what would write exits with 2 and says so; nothing changed"


def read_only_checkout(room: Path) -> str:
    """A checkout and a cache that another user owns, checked without any right to write"""
    before = without_rights()
    room.chmod(0o755)
    checkout, cache = room / "checkout", room / "cache"
    checkout.mkdir(mode=0o755)
    (checkout / "a.txt").write_text(STORY)
    (checkout / "newslint.yml").write_text(ACCEPTING + "people: people.csv\n")
    (checkout / "people.csv").write_text("name\nRosa Lal\n")
    books_into(cache)
    for path in (cache, *cache.iterdir()):
        os.chown(path, int(NOBODY), int(NOBODY))
        path.chmod(0o500 if path.is_dir() else 0o400)
    found = names(checkout), names(cache)
    for words, code, said in (
        (("check", "a.txt"), 1, "repetition/doubled-word"),
        (("check", "--fix", "a.txt"), 2, "a.txt: error: not fixed: it is read-only"),
        (("baseline", "write", "a.txt"), 2, "permission denied: name a file in a folder that you may write to"),
        (("check", "--format", "json:report.json", "a.txt"), 2, "report.json: a report cannot be written"),
    ):
        done = run(*words, where=checkout, cache=cache, before=before)
        assert done.returncode == code, done.said
        assert said in done.said, done.said
    assert (names(checkout), names(cache)) == found
    assert (checkout / "a.txt").read_text() == STORY
    return "checks as ever; what would write exits with 2 and says so; nothing changed"


def no_home(room: Path) -> str:
    """A user without a home folder, and no HOME"""
    before = without_rights()
    room.chmod(0o755)
    (room / "a.txt").write_text(STORY)
    environment = dict.fromkeys(("HOME", "NEWSLINT_CACHE", "XDG_CACHE_HOME"), "")
    for words, code, said in (
        (("check", "--isolated", "--grammar", "required", "a.txt"), 2, "repetition/doubled-word"),
        (("grammar", "status"), 1, "Set NEWSLINT_CACHE to a folder"),
        (("grammar", "install"), 2, "Set NEWSLINT_CACHE to a folder"),
        (("cache", "info"), 2, "there is no home folder, so nothing is kept; NEWSLINT_CACHE can name a folder"),
    ):
        done = run(*words, where=room, before=before, environment=environment)
        assert done.returncode == code, done.said
        assert said in done.said, done.said
    assert names(room) == ["a.txt"]
    return "checks go on without a cache; what needs one exits with 2 and names NEWSLINT_CACHE"


FAULTS = (
    fix_on_a_full_disk,
    baseline_on_a_full_disk,
    reports_on_a_full_disk,
    full_standard_output,
    closed_streams,
    cache_on_a_full_disk,
    install_on_a_full_disk,
    read_only_disk,
    read_only_checkout,
    no_home,
)

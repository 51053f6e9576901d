"""Faults of what is kept: clocks that jump, damaged files, and two processes at the same thing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
from bad_network import MATCH, reply, stand
from machine import MENDED, PLAIN, STORY, books_into, names, run

LEDGER = "name,post\nRosalind Featherstone,minister\n"
PERSON = """Zoo names keeper

"All is well," Rosalind Fetherstone said on Monday at the gate of the zoo.

The otters were pleased with what Ms Fetherstone had said.
"""
CONFLICT = (
    '{\n "version": 1,\n "files": {\n<<<<<<< ours\n  "a.txt": []\n=======\n  "b.txt": []\n>>>>>>> theirs\n }\n}\n'
)


def clock_jumps(room: Path) -> str:
    """Files and caches dated 1971 and 2099, and edits that change no time"""
    cache = room / "cache"
    books_into(cache)
    config = room / "newslint.yml"
    files = {
        room / "a.txt": STORY,
        room / "b.txt": PERSON,
        room / "people.csv": LEDGER,
        config: "people: people.csv\ngrammar: off\n",
    }
    for path, text in files.items():
        path.write_text(text)
    before = run("check", "a.txt", "b.txt", where=room, cache=cache)
    assert before.returncode == 1, before.said
    assert "Rosalind Featherstone" in before.said, before.said
    kept = names(cache)
    for day in (31_536_000, 4_070_908_800):
        for path in (*files, *cache.iterdir()):
            os.utime(path, (day, day))
        assert run("check", "a.txt", "b.txt", where=room, cache=cache).said == before.said
        # As many bytes as before, at the same time.
        for path, old, new in (
            (room / "people.csv", "Featherstone", "Fetherstones"),
            (room / "a.txt", "to to", "to no"),
            (config, "grammar: off", "language: it"),
        ):
            path.write_text(path.read_text().replace(old, new))
            os.utime(path, (day, day))
            after = run("check", "a.txt", "b.txt", where=room, cache=cache)
            assert after.said != before.said, path
            path.write_text(files[path])
            os.utime(path, (day, day))
        assert run("check", "a.txt", "b.txt", where=room, cache=cache).said == before.said
    (cache / "people-0").write_bytes(b"of another day")
    assert set(kept) < set(names(cache))
    assert run("cache", "clear", where=room, cache=cache).returncode == 0
    assert names(cache) == []
    return "the same report; each edit is seen; the cache can be cleared"


def damaged_cache(room: Path) -> str:
    """A cache whose results, ledgers and rulebook are truncated, garbage or empty"""
    cache = room / "cache"
    books_into(cache)
    (book,) = cache.iterdir()
    (room / "a.txt").write_text(STORY)
    (room / "b.txt").write_text(PERSON)
    (room / "people.csv").write_text(LEDGER)
    (room / "newslint.yml").write_text("people: people.csv\n")
    with stand(lambda ask: ask.say(200, reply(MATCH))) as server:
        words = ("check", "--grammar-url", server.url, "a.txt", "b.txt")
        before = run(*words, where=room, cache=cache)
        assert before.returncode == 1, before.said
        (people,) = cache.glob("people-*")
        results = cache / "grammar-results.sqlite3"
        sound = {path: path.read_bytes() for path in (people, results)}
        asked = len(server.asked)
        damages: tuple[Callable[[bytes], bytes], ...] = (
            lambda data: data[: len(data) // 2],
            lambda _: b"\x93garbage" * 500,
            lambda _: b"",
            lambda data: data.replace(b"Featherstone", b"Fetherstones").replace(b"A_RULE", b"B_RULE"),
        )
        for number, damage in enumerate(damages):
            for path, data in sound.items():
                path.write_bytes(damage(data))
            assert run(*words, where=room, cache=cache).said == before.said, number
            assert all(path.stat().st_size >= len(data) // 2 for path, data in sound.items()), number
        assert people.read_bytes() not in [damage(sound[people]) for damage in damages]
        assert len(server.asked) > asked  # what was lost was asked again
        # One that is damaged at its front is made anew, see `damaged_rulebook`; of this one a part is done without.
        whole = book.read_bytes()
        damaged_piece = bytearray(whole)
        damaged_piece[len(whole) // 3] ^= 0x55
        book.write_bytes(damaged_piece)
        assert run(*words, where=room, cache=cache).said == before.said
    return "the same report; what was damaged is made anew"


def damaged_rulebook(room: Path) -> str:
    """A compiled rulebook that is truncated, garbage or empty"""
    cache = room / "cache"
    books_into(cache)
    (book,) = cache.iterdir()
    whole = book.read_bytes()
    (room / "a.txt").write_text(STORY)
    before = run("check", *PLAIN, "a.txt", where=room, cache=cache)
    for damaged in (whole[: len(whole) // 2], b"garbage" * 1000, b""):
        book.write_bytes(damaged)
        assert run("check", *PLAIN, "a.txt", where=room, cache=cache).said == before.said
        assert names(cache) == [book.name]
        assert book.stat().st_size > 0.9 * len(whole)
    return "the same report; it is made anew"


def damaged_baseline(room: Path) -> str:
    """A baseline that is truncated, garbage, empty, or an unfinished merge"""
    (room / "a.txt").write_text(STORY)
    (room / "newslint.yml").write_text("select: [repetition/doubled-word]\ngrammar: off\n")
    place = room / "newslint-baseline.json"
    assert run("baseline", "write", "a.txt", where=room).returncode == 0
    sound = place.read_bytes()
    for words, damaged, said in (
        (("check",), sound[:60], "not a baseline: Input data was truncated"),
        (("baseline", "prune"), b"\x93garbage", "not a baseline: JSON is malformed"),
        (("baseline", "check"), b"", "not a baseline: Input data was truncated"),
        (("check",), CONFLICT.encode(), "a merge that was not finished: keep the lines of one side"),
    ):
        place.write_bytes(damaged)
        done = run(*words, "a.txt", where=room)
        assert done.returncode == 2, done.said
        assert re.search(rf"newslint-baseline\.json:\d+:\d+: {said}", done.said), done.said
        assert "`newslint baseline write --force` begins anew" in done.said, done.said
        assert place.read_bytes() == damaged
    assert run("check", "--no-baseline", "a.txt", where=room).returncode == 1
    assert run("baseline", "write", "--force", "a.txt", where=room).returncode == 0
    assert place.read_bytes() == sound
    assert run("check", "a.txt", where=room).returncode == 0
    return "exit 2 with the place and what to do, the file untouched; begun anew it works"


def _together(room: Path, words: tuple[str, ...], number: int, cache: Path) -> list[tuple[int, str]]:
    """Run the command several times at once; return exit codes and what was said."""
    environment = {**os.environ, "NEWSLINT_CACHE": str(cache), "PYTHONUTF8": "1"}
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "newslint", *words],
            cwd=room,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        for _ in range(number)
    ]
    ended = [(process.communicate(timeout=120)[0], process.returncode) for process in running]
    assert not any("Traceback" in said for said, _ in ended), ended
    return [(code, said) for said, code in ended]


def two_at_the_same_files(room: Path) -> str:
    """Three `check --fix` of the same twenty files at once"""
    cache = room / "cache"
    books_into(cache)
    copy = room / "copy"
    copy.mkdir()
    files = [copy / f"{number:02}.txt" for number in range(20)]
    for file in files:
        file.write_text(STORY)
    ended = _together(room, ("check", "--fix", *PLAIN, "copy"), 3, cache)
    assert [file.read_text() for file in files] == [MENDED] * 20
    assert names(copy) == [file.name for file in files]
    for code, said in ended:
        assert code in (0, 2), said
        assert (code == 2) == ("changed by somebody else while it was checked: run again" in said), said
    assert run("check", *PLAIN, "copy", where=room, cache=cache).returncode == 0
    refused = sum(code == 2 for code, _ in ended)
    return f"each file mended once, nothing left aside; {refused} of 3 named files that another had changed (exit 2)"


def many_at_the_same_cache(room: Path) -> str:
    """Four checks that fill the same cache at once"""
    cache = room / "cache"
    books_into(cache)
    for number in range(10):
        (room / f"{number}.txt").write_text(STORY.replace("otters", f"{number + 2} otters"))
    (room / "people.csv").write_text(LEDGER)
    (room / "newslint.yml").write_text("people: people.csv\n")
    with stand(lambda ask: ask.say(200, reply(MATCH))) as server:
        ended = _together(room, ("check", "--jobs", "1", "--grammar-url", server.url, "."), 4, cache)
        assert {code for code, _ in ended} == {1}, ended
        assert len({said for _, said in ended}) == 1, ended
        asked = len(server.asked)
        assert run("check", "--grammar-url", server.url, ".", where=room, cache=cache).said == ended[0][1]
        assert len(server.asked) == asked  # all is kept
    kept = [name.partition("-")[0] for name in names(cache)]
    assert sorted(set(kept)) == ["book", "grammar", "people"], kept
    return "four reports alike; the next run asks nothing; nothing left aside"


def two_at_the_same_report(room: Path) -> str:
    """Three checks that write the same report, and three `baseline write`, at once"""
    cache = room / "cache"
    books_into(cache)
    copy = room / "copy"
    copy.mkdir()
    (copy / "a.txt").write_text(STORY)
    (copy / "newslint.yml").write_text("select: [repetition/doubled-word]\ngrammar: off\n")
    ended = _together(copy, ("check", "--format", "json:report.json", "a.txt"), 3, cache)
    assert [code for code, _ in ended] == [1, 1, 1], ended
    assert msgspec.json.decode((copy / "report.json").read_bytes())["version"] == 1
    ended = _together(copy, ("baseline", "write", "--force", "a.txt"), 3, cache)
    assert [code for code, _ in ended] == [0, 0, 0], ended
    assert run("check", "a.txt", where=copy, cache=cache).returncode == 0
    assert names(copy) == ["a.txt", "newslint-baseline.json", "newslint.yml", "report.json"]
    return "whole files, nothing left aside"


FAULTS: tuple[Callable[[Path], str], ...] = (
    clock_jumps,
    damaged_cache,
    damaged_baseline,
    two_at_the_same_files,
    many_at_the_same_cache,
    two_at_the_same_report,
)
LONG: tuple[Callable[[Path], str], ...] = (damaged_rulebook,)

"""The result cache: right or silent, whatever happens to its file."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
import textwrap
import threading
import time
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.grammar import results
from newslint.grammar.results import NAME, Results, open_results

KILLS = 100 if os.environ.get("NEWSLINT_SLOW") else 8


def key(number):
    return sha256(str(number).encode()).digest()[:16]


def value(number):
    """What the key of this number stands for: most paragraphs have no match, some have long ones."""
    return b"" if number % 3 else str(number).encode() * (number % 97)


def rows(*numbers):
    return {key(number): value(number) for number in numbers}


def assert_right(got, *numbers):
    """Hold what was got to what was put: some may be missing, none may be another."""
    for number in numbers:
        assert got.get(key(number), value(number)) == value(number)


def reopened(cache):
    """The same file as the next run opens it."""
    cache.close()
    return Results(cache._path, cache._limit)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "cache" / NAME


def test_what_was_put_is_there_in_the_next_run(path):
    cache = Results(path)
    assert cache.get([key(1)]) == {}
    assert not path.parent.exists()  # nothing is made before there is something to keep
    cache.put(rows(*range(1, 2000)))
    assert cache.get([key(n) for n in range(3000)]) == rows(*range(1, 2000))
    cache = reopened(cache)
    assert cache.get([key(n) for n in range(3000)]) == rows(*range(1, 2000))
    assert cache.get([]) == {}
    cache.put({})
    cache.put({key(5): b"another", key(5) * 2: b"a longer key"})
    assert reopened(cache).get([key(5), key(5) * 2]) == {key(5): b"another", key(5) * 2: b"a longer key"}


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps permissions otherwise")
def test_the_file_is_the_users_alone(path):
    previous = os.umask(0)
    try:
        cache = Results(path)
        cache.put(rows(1))
        assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}
        path.chmod(0o644)
        assert reopened(cache).get([key(1)]) == rows(1)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    finally:
        os.umask(previous)


def test_it_is_in_the_users_cache_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("NEWSLINT_CACHE", str(tmp_path))
    monkeypatch.delenv("NEWSLINT_CACHE_SIZE", raising=False)
    cache = open_results()
    cache.put(rows(1))
    assert (tmp_path / NAME).exists()
    assert cache.info() == (tmp_path / NAME, (tmp_path / NAME).stat().st_size, 1, 64_000_000)


@pytest.mark.parametrize(
    ("said", "limit"), [("5", 5_000_000), ("0", 0), ("", 64_000_000), ("-1", 64_000_000), ("9" * 5000, 64_000_000)]
)
def test_the_bound_can_be_set(monkeypatch, tmp_path, said, limit):
    monkeypatch.setenv("NEWSLINT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("NEWSLINT_CACHE_SIZE", said)
    cache = open_results()
    assert cache.info().limit == limit
    cache.put(rows(1))
    assert cache.get([key(1)]) == (rows(1) if limit else {})
    assert (tmp_path / "cache").exists() == bool(limit)


def test_without_a_home_folder_nothing_is_kept(monkeypatch):
    def homeless():
        raise RuntimeError("no home")

    monkeypatch.setattr(results, "cache_folder", homeless)
    cache = open_results()
    cache.put(rows(1))
    assert cache.get([key(1)]) == {}
    assert cache.info()[:3] == (None, 0, None)
    assert cache.clear() == 0


def test_a_run_without_a_file_does_not_import_sqlite(tmp_path):
    code = (
        "import sys; from newslint.grammar.results import open_results; c = open_results(); c.get([b'x']); c.close();"
        "print('sqlite3' in sys.modules, 'hashlib' in sys.modules)"
    )
    assert run(code, tmp_path) == "False False\n"


def run(code, folder, *args, **options):
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), *map(str, args)],
        env={**os.environ, "NEWSLINT_CACHE": str(folder)},
        capture_output=True,
        text=True,
        check=False,
        **options,
    )
    assert done.stderr == ""
    return done.stdout


# The bound


@pytest.mark.parametrize("limit", [300_000, 1_000_000])
def test_the_bound_holds_over_many_runs(path, limit):
    newest = range(0)
    for start in range(0, 20_000, 500):
        cache = Results(path, limit)
        newest = range(start, start + 500)
        cache.put(rows(*newest))
        cache.close()
        assert path.stat().st_size <= limit
    assert cache.get([key(n) for n in newest[-50:]]) == rows(*newest[-50:])
    assert cache.get([key(n) for n in range(500)]) == {}
    assert path.stat().st_size > limit // 2


def test_a_value_beyond_measure_is_not_kept(path):
    cache = Results(path, 640_000)
    cache.put({key(1): bytes(10_001), key(2): bytes(9_900)})
    assert cache.get([key(1), key(2)]) == {key(2): bytes(9_900)}
    for number in range(300):
        cache.put({key(number): bytes([number % 256]) * 9_900})
    assert path.stat().st_size <= 640_000
    assert cache.get([key(299)])


def test_a_smaller_bound_is_reached_by_and_by(path):
    cache = Results(path, 10_000_000)
    cache.put({key(n): bytes(300) for n in range(20_000)})
    cache.close()
    assert path.stat().st_size > 5_000_000
    cache = Results(path, 2_000_000)
    for number in range(20_000, 20_010):
        cache.put({key(number): bytes(300)})
    assert cache.get([key(n) for n in range(20_000, 20_010)]).keys() == {key(n) for n in range(20_000, 20_010)}
    assert 2_000 < cache.info().results < 6_000


def test_what_was_used_stays_longest(path):
    cache = Results(path, 400_000)
    cache.put({key(n): bytes(200) for n in range(1000)})
    assert cache.info().size > 200_000
    kept = [key(n) for n in range(100, 130)]
    for start in range(1000, 6000, 250):
        cache = reopened(cache)
        assert len(cache.get(kept)) == 30  # a run that only reads
        cache = reopened(cache)
        cache.put({key(n): bytes(200) for n in range(start, start + 250)})
    assert len(cache.get(kept)) == 30
    assert cache.get([key(n) for n in range(100)]) == {}
    assert cache.get([key(n) for n in range(130, 160)]) == {}


def test_a_run_that_only_reads_writes_only_once(path):
    cache = Results(path, 400_000)
    cache.put({key(n): bytes(200) for n in range(1000)})
    seen = []
    for _ in range(4):
        cache = reopened(cache)
        assert len(cache.get([key(n) for n in range(40)])) == 40
        cache.close()
        seen.append(path.read_bytes())
    assert seen[0] == seen[1] == seen[2] == seen[3]
    small = Results(path.with_name("small"), 400_000)
    small.put({key(n): bytes(200) for n in range(40)})
    before = small._path.read_bytes()
    small = reopened(small)
    small.get([key(0)])
    small.close()
    assert small._path.read_bytes() == before  # far from full: nothing need be remembered


def test_no_clock_is_asked(path, monkeypatch):
    """The order of use does not depend on a clock, so one that jumps back cannot turn it round."""
    for name in ("time", "time_ns", "monotonic"):
        monkeypatch.setattr(time, name, lambda: pytest.fail("a clock was asked"))
    test_what_was_used_stays_longest(path)
    assert "time" not in vars(results)
    with sqlite3.connect(path) as connection:
        sql = connection.execute("SELECT group_concat(sql) FROM sqlite_master").fetchone()[0]
    assert "date" not in sql.lower()
    assert "current_time" not in sql.lower()


# Several at once


WRITER = """
import sys
from hashlib import sha256
from newslint.grammar.results import open_results
def key(number): return sha256(str(number).encode()).digest()[:16]
def value(number): return b"" if number % 3 else str(number).encode() * (number % 97)
start, stop, step = map(int, sys.argv[1:])
cache = open_results()
"""

ROUNDS = """
right = 0
for n in range(start, stop, step):
    cache.put({key(i): value(i) for i in range(n, n + step)})
    got = cache.get([key(i) for i in range(0, n + step, 3)])
    assert all(got.get(key(i), value(i)) == value(i) for i in range(0, n + step, 3))
    right += len(cache.get([key(i) for i in range(n, n + step)])) == step
cache.close()
print(right)
"""


def test_many_processes_write_at_once(path):
    env = {**os.environ, "NEWSLINT_CACHE": str(path.parent)}
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER + ROUNDS, str(start), str(start + 1000), "20"],
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for start in range(0, 4000, 1000)
    ]
    for writer in writers:
        out, errors = writer.communicate(timeout=60)
        assert errors == ""
        assert int(out) >= 35  # of 50: a writer that had to wait for too long went on without
    cache = Results(path)
    got = cache.get([key(n) for n in range(4000)])
    assert_right(got, *range(4000))
    assert len(got) > 3000
    assert integrity(path) == "ok"


def integrity(path):
    connection = sqlite3.connect(path)
    try:
        return connection.execute("PRAGMA integrity_check").fetchone()[0]
    finally:
        connection.close()


def test_many_threads_share_one(path):
    cache = Results(path)
    wrong = []

    def work(start):
        for n in range(start, start + 500, 10):
            cache.put(rows(*range(n, n + 10)))
            if cache.get([key(i) for i in range(n, n + 10)]) != rows(*range(n, n + 10)):
                wrong.append(n)

    threads = [threading.Thread(target=work, args=(start,)) for start in range(0, 4000, 500)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert cache.info().results == 4000


def test_a_locked_file_is_done_without_and_not_for_long(path):
    cache = Results(path)
    cache.put(rows(1))
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    began = time.monotonic()
    assert cache.get([key(1)]) == {}
    cache.put(rows(2))
    assert time.monotonic() - began < 2
    other.close()
    cache.put(rows(3))  # and with the lock gone, all is well again
    assert cache.get([key(1), key(3)]) == rows(1, 3)


def test_a_writer_killed_at_any_point_does_no_harm(path):
    """kill -9: what is read afterwards is right, most of it is still there, and the next run writes again."""
    chance = random.Random(4)
    env = {**os.environ, "NEWSLINT_CACHE": str(path.parent), "NEWSLINT_CACHE_SIZE": "1"}
    endless = """
print("going", flush=True)
n = start
while True:
    cache.put({key(i): value(i) for i in range(n, n + step)})
    n = n + step if n < stop else start
"""
    for number in range(KILLS):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER + endless, "0", "30000", str(chance.choice([1, 40, 900]))],
            env=env,
            stdout=subprocess.PIPE,
        ) as writer:
            writer.stdout.read(6)
            time.sleep(chance.random() * 0.3)
            writer.send_signal(signal.SIGKILL)
        cache = Results(path, 1_000_000)
        got = cache.get([key(n) for n in range(30_000)])
        assert_right(got, *range(30_000))
        if number:
            assert got  # what earlier writers wrote is not lost with the one that was killed
        assert integrity(path) == "ok"
        cache.put(rows(40_000 + number))
        assert reopened(cache).get([key(40_000 + number)]) == rows(40_000 + number)


# Damage


def fill(path, count=300):
    cache = Results(path)
    cache.put(rows(*range(count)))
    cache.close()
    return path.read_bytes()


def assert_works(path, count=300, *, finds_all=True):
    """Hold a file in any state to what matters: nothing wrong is read, and writing works.

    ``finds_all`` False: where a byte of the index is wrong and still reads as a key, rows behind it may not be found.
    """
    cache = Results(path)
    assert_right(cache.get([key(n) for n in range(count)]), *range(count))
    cache.put(rows(*range(1000, 1040)))
    cache.put(rows(*range(1040, 1080)))
    cache = reopened(cache)
    found = cache.get([key(n) for n in range(1000, 1080)])
    assert_right(found, *range(1000, 1080))
    assert len(found) == 80 or not finds_all
    assert_right(cache.get([key(n) for n in range(count)]), *range(count))
    cache.close()


def other_program(path):
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE result (id INTEGER PRIMARY KEY, key, checksum, value)")
        connection.execute("INSERT INTO result VALUES (1, ?, 1, 'x')", (key(1),))
    connection.close()


def other_version(version):
    def make(path):
        fill(path)
        with sqlite3.connect(path) as connection:
            connection.execute(f"PRAGMA user_version = {version}")
        connection.close()

    return make


def without_table(path):
    fill(path)
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE result")
    connection.close()


def with_another_table(path):
    fill(path)
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE result")
        connection.execute("CREATE TABLE result (key, value)")
    connection.close()


def in_wal_mode(path):
    fill(path)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("DELETE FROM result WHERE id < 10")
    connection.close()


@pytest.mark.parametrize(
    "make",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"\0"),
        lambda path: path.write_bytes(b"not a database, " * 1000),
        lambda path: path.write_bytes(random.Random(1).randbytes(50_000)),
        lambda path: path.write_bytes(b"SQLite format 3\0" + bytes(8000)),
        lambda path: (fill(path), path.with_name(NAME + "-journal").write_bytes(b"garbage" * 999)),
        other_program,
        other_version(0),
        other_version(2),
        without_table,
        with_another_table,
        in_wal_mode,
    ],
)
def test_a_file_that_is_not_ours_is_made_anew(path, make):
    path.parent.mkdir()
    make(path)
    assert_works(path)
    assert integrity(path) == "ok"


def test_a_file_cut_at_any_page(path):
    whole = fill(path)
    assert len(whole) > 8 * 4096
    for length in {*range(0, len(whole), 4096), *range(1, len(whole), 4096 + 1000), len(whole) - 1}:
        path.write_bytes(whole[:length])
        assert_works(path)


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    path = tmp_path_factory.mktemp("filled") / NAME
    return fill(path)


@given(st.data())
@settings(
    max_examples=1000 if os.environ.get("NEWSLINT_SLOW") else 40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_no_flipped_byte_becomes_a_wrong_answer(filled, path, data):
    path.parent.mkdir(exist_ok=True)
    changed = bytearray(filled)
    places = data.draw(st.lists(st.integers(0, len(changed) - 1), min_size=1, max_size=8))
    for place in places:
        changed[place] ^= data.draw(st.integers(1, 255))
    path.write_bytes(changed)
    assert_works(path, finds_all=False)


@pytest.mark.parametrize("mask", [0x80, 0xFF])
def test_each_byte_of_the_first_page_may_be_wrong(filled, path, mask):
    """The header and the schema: where one byte says most."""
    path.parent.mkdir()
    for place in (*range(110), *range(4096 - 220, 4096, 5)):
        changed = bytearray(filled)
        changed[place] ^= mask
        path.write_bytes(changed)
        assert_works(path)


def test_a_value_put_under_another_key_is_not_believed(path):
    fill(path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE result SET value = (SELECT value FROM result WHERE key = ?)", (key(3),))
    connection.close()
    cache = Results(path)
    assert cache.get([key(n) for n in range(300)]) == rows(3)


def test_damage_while_it_is_open(path):
    cache = Results(path)
    cache.put(rows(*range(300)))
    path.write_bytes(b"\xff" * path.stat().st_size)
    assert_right(cache.get([key(n) for n in range(300)]), *range(300))
    cache.put(rows(1000))
    cache.put(rows(1001))
    assert reopened(cache).get([key(1001)]) == rows(1001)


def test_a_folder_of_that_name_is_done_without(path):
    (path / "inside").mkdir(parents=True)
    cache = Results(path)
    cache.put(rows(1))
    assert cache.get([key(1)]) == {}
    assert cache.info().results is None
    assert (path / "inside").is_dir()
    with pytest.raises(OSError):
        cache.clear()


# The surroundings


def test_a_folder_that_cannot_be_made_is_done_without(tmp_path):
    (tmp_path / "file").write_text("no folder")
    cache = Results(tmp_path / "file" / "cache" / NAME)
    cache.put(rows(1))
    assert cache.get([key(1)]) == {}
    cache.close()


UNPRIVILEGED = """
import os, sqlite3, hashlib, encodings.idna
from newslint.grammar.results import open_results  # before another user may not enter Python's own folder
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
key = lambda n: hashlib.sha256(str(n).encode()).digest()[:16]
cache = open_results()
print(len(cache.get([key(n) for n in range(300)])))
cache.put({key(5000): b"new"})
print(len(cache.get([key(n) for n in (0, 5000)])))
cache.close()
print(cache.info().results)
"""


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps permissions otherwise")
@pytest.mark.parametrize(
    ("file_mode", "folder_mode", "seen"),
    [(0o444, 0o555, "300\n1\n300\n"), (0o666, 0o555, "300\n1\n300\n"), (0o000, 0o555, "0\n0\nNone\n")],
    ids=["both", "the folder", "unreadable"],
)
def test_read_only(file_mode, folder_mode, seen):
    # Not tmp_path: another user cannot enter that.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder / NAME)
        (folder / f"{NAME}-journal").unlink()
        (folder / NAME).chmod(file_mode)
        folder.chmod(folder_mode)
        try:
            assert run(UNPRIVILEGED, folder) == seen
        finally:
            folder.chmod(0o755)
        assert [file.name for file in folder.iterdir()] == [NAME]


FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
if len(sys.argv) > 1:
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
from newslint.grammar.results import open_results
from hashlib import sha256
key = lambda n: sha256(str(n).encode()).digest()[:16]
cache = open_results()
for n in range(0, 4000, 100):
    cache.put({key(i): b"x" * 200 for i in range(n, n + 100)})
got = cache.get([key(n) for n in range(4000)])
assert set(got.values()) <= {b"x" * 200}
cache.close()
print(len(got))
"""


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such limits")
@pytest.mark.parametrize("most", [0, 100, 5_000, 50_000, 200_000])
def test_a_file_that_may_not_grow(path, most):
    kept = int(run(FULL, path.parent, most))
    assert kept * 200 <= most
    assert kept or most < 50_000
    cache = Results(path)  # and without the limit all is well
    cache.put(rows(*range(5000, 5300)))
    assert cache.get([key(n) for n in range(5000, 5300)]) == rows(*range(5000, 5300))


@pytest.mark.skipif(shutil.which("mount") is None, reason="no mount")
def test_a_full_disk(path):
    disk = path.parent
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)], check=False).returncode:
        pytest.skip("a small disk may not be mounted here: the full disk is not tested")
    try:
        assert int(run(FULL, disk)) in range(200, 1300)
        assert integrity(path) == "ok"
        (disk / "rest").write_bytes(b"")
        with pytest.raises(OSError), (disk / "rest").open("wb") as file:  # not a byte is left
            file.write(bytes(300_000))
        cache = Results(path)
        before = cache.info().results
        cache.put({key(n): bytes(2000) for n in range(100_000, 100_010)})
        assert cache.info().results in (before, before + 10)
        assert cache.get([key(0)]) == {key(0): b"x" * 200}
        cache.close()
    finally:
        subprocess.run(["umount", str(disk)], check=True)


# Clearing


def test_cleared_while_others_use_it(path):
    one, two = Results(path), Results(path)
    one.put(rows(*range(300)))
    assert len(two.get([key(n) for n in range(300)])) == 300
    size = path.stat().st_size
    assert Results(path).clear() == size
    assert list(path.parent.iterdir()) == []
    two.put(rows(400))
    one.put(rows(401))
    assert path.exists()
    assert Results(path).get([key(n) for n in range(500)]) == rows(400, 401)
    assert integrity(path) == "ok"
    assert one.get([key(400), key(401)]) == rows(400, 401)
    one.close()
    assert Results(path).clear() > 0
    assert Results(path).clear() == 0


def test_cleared_again_and_again_under_writers(path):
    env = {**os.environ, "NEWSLINT_CACHE": str(path.parent)}
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER + ROUNDS, str(n), str(n + 1000), "10"], env=env, stderr=subprocess.PIPE
        )
        for n in (0, 1000, 2000)
    ]
    cleared = 0
    while any(writer.poll() is None for writer in writers):
        cleared += Results(path).clear() > 0
        time.sleep(0.01)
    assert [writer.communicate()[1] for writer in writers] == [b""] * 3
    assert cleared > 3
    assert_works(path)
    assert integrity(path) == "ok"

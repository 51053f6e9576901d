"""Installing the jars: whole or not at all, every byte checked. The set is a small stand-in, the code the real one."""

from __future__ import annotations

import hashlib
import http.server
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from newslint.grammar import jars as jars_module
from newslint.grammar import provision
from newslint.grammar.api import status
from newslint.grammar.errors import GrammarUnavailable, InstallFailed
from newslint.grammar.jars import Jar, JarList, class_path, jar_folder

CONTENT = {f"org.example:part-{n}:1.{n}": bytes([65 + n]) * (2000 + 700 * n) for n in range(6)}


def small_list() -> JarList:
    jars = []
    for coordinate, data in CONTENT.items():
        _, artifact, version = coordinate.split(":")
        jars.append(Jar(coordinate, f"{artifact}-{version}.jar", len(data), hashlib.sha256(data).hexdigest()))
    return JarList("6.8", "example.Main", "small", tuple(jars))


@pytest.fixture
def cache(monkeypatch, tmp_path):
    small = small_list()
    for module in (jars_module, provision):
        monkeypatch.setattr(module, "jar_list", lambda: small)
    monkeypatch.setenv("NEWSLINT_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("M2_REPO", raising=False)
    return tmp_path / "cache"


@pytest.fixture
def mirror(monkeypatch, tmp_path):
    """A Maven repository on the loopback interface."""
    root = tmp_path / "mirror"
    for coordinate, data in CONTENT.items():
        group, artifact, version = coordinate.split(":")
        path = root.joinpath(*group.split("."), artifact, version, f"{artifact}-{version}.jar")
        path.parent.mkdir(parents=True)
        path.write_bytes(data)

    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, directory=str(root), **kwargs)

        def log_message(self, *_args):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("NEWSLINT_MAVEN_MIRROR", f"http://127.0.0.1:{server.server_port}/")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setattr(provision, "_OFFLINE", "mend")
    yield root
    server.shutdown()
    server.server_close()


def folder_of_jars(folder: Path) -> Path:
    folder.mkdir()
    for jar in small_list().jars:
        (folder / jar.file).write_bytes(CONTENT[jar.coordinate])
    return folder


def complete(folder: Path) -> bool:
    return all((folder / jar.file).read_bytes() == CONTENT[jar.coordinate] for jar in small_list().jars)


def leftovers(cache: Path) -> list[str]:
    return sorted(p.name for p in cache.iterdir() if p != jar_folder())


def test_from_a_mirror(cache, mirror):
    seen = []
    folder = provision.install(lambda done, total: seen.append((done, total)))
    assert folder == jar_folder()
    assert complete(folder)
    assert leftovers(cache) == []
    total = sum(map(len, CONTENT.values()))
    assert seen[-1] == (total, total)
    assert all(done <= total for done, _ in seen)
    assert len(class_path().split(os.pathsep)) == 6


def test_a_second_time_nothing_is_fetched(cache, mirror, monkeypatch):
    provision.install()
    monkeypatch.setenv("NEWSLINT_MAVEN_MIRROR", "http://127.0.0.1:9/")
    assert complete(provision.install())


def test_a_damaged_jar_is_replaced_and_the_good_ones_are_kept(cache, mirror):
    folder = provision.install()
    first, second = small_list().jars[:2]
    (folder / first.file).write_bytes(b"x" * first.size)
    (folder / second.file).unlink()
    wanted = {first.file, second.file}
    for path in mirror.rglob("*.jar"):
        if path.name not in wanted:
            path.unlink()
    assert complete(provision.install())
    assert leftovers(cache) == []


def test_a_jar_with_the_wrong_bytes_is_refused(cache, mirror, monkeypatch):
    monkeypatch.setattr(provision, "_TRIES", 1)
    victim = next(mirror.rglob("part-3*.jar"))
    victim.write_bytes(b"?" * victim.stat().st_size)
    with pytest.raises(InstallFailed, match=r"part-3.*SHA-256 is wrong"):
        provision.install()
    assert not jar_folder().exists()
    assert leftovers(cache) == []


def test_a_jar_that_is_not_there_is_named(cache, mirror, monkeypatch):
    monkeypatch.setattr(provision, "_TRIES", 1)
    next(mirror.rglob("part-2*.jar")).unlink()
    with pytest.raises(InstallFailed, match="part-2"):
        provision.install()
    assert not jar_folder().exists()


def test_a_failed_repair_leaves_what_was_there(cache, mirror, monkeypatch):
    folder = provision.install()
    jar = small_list().jars[0]
    (folder / jar.file).write_bytes(b"damaged")
    monkeypatch.setattr(provision, "_TRIES", 1)
    next(mirror.rglob("part-0*.jar")).unlink()
    with pytest.raises(InstallFailed):
        provision.install()
    assert (folder / jar.file).read_bytes() == b"damaged"
    assert leftovers(cache) == []


def test_from_a_folder_also_laid_out_as_a_repository(cache, tmp_path):
    source = folder_of_jars(tmp_path / "flat")
    assert complete(provision.install(source=source))


def test_from_a_repository_folder(cache, mirror, monkeypatch):
    monkeypatch.setenv("NEWSLINT_MAVEN_MIRROR", "http://127.0.0.1:9/")
    assert complete(provision.install(source=mirror))


def test_from_a_zip(cache, tmp_path):
    source = tmp_path / "jars.zip"
    with zipfile.ZipFile(source, "w") as archive:
        for path in folder_of_jars(tmp_path / "flat").iterdir():
            archive.write(path, f"some/where/{path.name}")
    assert complete(provision.install(source=source))


def test_a_source_that_lacks_jars_says_which(cache, tmp_path):
    source = folder_of_jars(tmp_path / "flat")
    (source / "part-4-1.4.jar").unlink()
    (source / "part-5-1.5.jar").write_bytes(b"?" * len(CONTENT["org.example:part-5:1.5"]))
    with pytest.raises(InstallFailed) as caught:
        provision.install(source=source)
    assert "part-4-1.4.jar, part-5-1.5.jar" in str(caught.value)
    assert "lacks 2 of 6" in str(caught.value)
    assert leftovers(cache) == []


@pytest.mark.parametrize("name", ["nothing-here", "text.txt"])
def test_a_source_that_is_neither_folder_nor_zip(cache, tmp_path, name):
    (tmp_path / "text.txt").write_text("no zip")
    with pytest.raises(InstallFailed, match=name):
        provision.install(source=tmp_path / name)


def test_a_broken_zip(cache, tmp_path):
    source = tmp_path / "jars.zip"
    with zipfile.ZipFile(source, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in folder_of_jars(tmp_path / "flat").iterdir():
            archive.write(path, path.name)
    data = bytearray(source.read_bytes())
    data[40:60] = b"\xff" * 20
    source.write_bytes(bytes(data))
    with pytest.raises(InstallFailed):
        provision.install(source=source)
    assert not jar_folder().exists()


def test_a_cache_that_cannot_be_written(monkeypatch, cache, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    monkeypatch.setenv("NEWSLINT_CACHE", str(blocked))
    with pytest.raises(InstallFailed, match="NEWSLINT_CACHE"):
        provision.install(source=tmp_path)


def test_two_at_once_do_not_meet(cache, mirror):
    with ThreadPoolExecutor(4) as pool:
        folders = [job.result() for job in [pool.submit(provision.install) for _ in range(4)]]
    assert len(set(folders)) == 1
    assert complete(folders[0])
    assert leftovers(cache) == []


def test_what_an_ended_installation_left_is_swept_when_it_is_old(cache, mirror):
    old, young = cache / ".incoming-old", cache / ".incoming-young"
    for path in (old, young):
        path.mkdir(parents=True)
    long_ago = time.time() - 30 * 3600
    os.utime(old, (long_ago, long_ago))
    provision.install()
    assert leftovers(cache) == [".incoming-young"]


KILLED = """
    import sys, time
    from pathlib import Path
    sys.path.insert(0, {here!r})
    import test_provision as t
    from newslint.grammar import jars, provision
    small = t.small_list()
    jars.jar_list = provision.jar_list = lambda: small
    def progress(done, total):
        if done >= {at}:
            print("there", flush=True)
            time.sleep(60)
    provision.install(progress, source=Path({source!r}))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
@pytest.mark.parametrize("share", [0.0, 0.4, 1.0])
def test_kill_9_leaves_the_old_state(cache, tmp_path, share):
    source = folder_of_jars(tmp_path / "flat")
    at = int(sum(map(len, CONTENT.values())) * share)
    code = textwrap.dedent(KILLED.format(here=str(Path(__file__).parent), at=at, source=str(source)))
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"there\n"
        child.send_signal(signal.SIGKILL)
    assert not jar_folder().exists()
    assert len(leftovers(cache)) == 2  # the folder in which it gathered, and its lock
    assert complete(provision.install(source=source))
    assert leftovers(cache) == []


def test_status_says_what_is_missing_and_what_mends_it(monkeypatch, tmp_path):
    monkeypatch.setenv("NEWSLINT_CACHE", str(tmp_path))
    found = status()
    assert not found.ready
    assert not found.jars
    assert any("newslint grammar install" in problem.mend for problem in found.problems)
    with pytest.raises(GrammarUnavailable, match="newslint grammar install"):
        class_path()

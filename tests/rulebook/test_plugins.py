"""What distributions announce, without `importlib.metadata` and as it would say."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from importlib.metadata import entry_points

import pytest

from newslint.rulebook.plugins import Announced, announced, versions_of

TEXT = """\
[console_scripts]
zoo = zoo.cli:main

# a comment
[newslint.packs]
zoo = zoo.rules
; = not ours
 aviary=zoo.birds [extra]
#hidden = zoo.hidden

[newslint.kinds]
shout = zoo.kinds.shout
"""


@pytest.fixture
def site(tmp_path, monkeypatch):
    """Two folders on the module path, the first of which hides what the second has of the same name."""
    for place, name, text in (
        ("first", "zoo-1.0.dist-info", TEXT),
        ("second", "Zoo-0.9.dist-info", TEXT.replace("zoo =", "old =")),
        ("second", "farm.egg-info", "[newslint.packs]\nfarm = farm.rules\n"),
        ("second", "plain-2.0.dist-info", None),
    ):
        folder = tmp_path / place / name
        folder.mkdir(parents=True)
        (folder / ("PKG-INFO" if name.endswith("egg-info") else "METADATA")).write_text(
            f"Metadata-Version: 2.1\nName: {name.partition('-')[0].removesuffix('.egg')}\nVersion: 1.0\n"
        )
        if text is not None:
            (folder / "entry_points.txt").write_text(text)
    monkeypatch.setattr(sys, "path", [str(tmp_path / "first"), str(tmp_path / "second")])
    return tmp_path


def test_what_is_announced_is_what_the_standard_library_finds(site):
    for group in ("newslint.packs", "newslint.kinds"):
        ours = [(point.name, point.value) for point in announced(group) if point.name != ";"]
        theirs = sorted(
            (point.name, point.value.partition(" [")[0]) for point in entry_points(group=group) if point.name != ";"
        )
        assert ours == theirs
    assert announced("newslint.kinds") == (
        Announced("newslint.kinds", "shout", "zoo.kinds.shout", str(site / "first"), "zoo-1.0"),
    )
    assert [point.name for point in announced("newslint.packs") if point.name != ";"] == ["aviary", "farm", "zoo"]


def test_versions_are_those_of_the_metadata(site):
    assert versions_of("plain", "zoo", "none") == ("Zoo-0.9", "plain-2.0", "zoo-1.0")


def test_an_archive_is_asked_by_the_import_system(tmp_path, monkeypatch):
    archive = tmp_path / "all.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("zoo-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: zoo\nVersion: 1.0\n")
        file.writestr("zoo-1.0.dist-info/entry_points.txt", TEXT)
    monkeypatch.setattr(sys, "path", [str(archive)])
    assert [(point.name, point.place) for point in announced("newslint.kinds")] == [("shout", "")]


def test_nothing_large_is_imported_to_find_a_pack(site):
    code = (
        f"import sys; sys.path.insert(0, {str(site / 'first')!r})\n"
        "from newslint.rulebook.packs import third_party_packs\n"
        "print(any(pack.name == 'zoo' for pack in third_party_packs()), 'importlib.metadata' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True False\n"

"""The shipped list of jars, and where they are kept."""

from __future__ import annotations

import re

from newslint.cache import cache_folder
from newslint.grammar.jars import jar_folder, jar_list, missing_jars


def test_the_list_pins_every_jar_by_coordinate_size_and_hash():
    jars = jar_list()
    assert jars.version == "6.8"
    assert len(jars.jars) == 49
    assert len({jar.file for jar in jars.jars}) == 49
    for jar in jars.jars:
        group, artifact, version = jar.coordinate.split(":")
        assert group
        assert jar.file == f"{artifact}-{version}.jar"
        assert jar.size > 0
        assert re.fullmatch("[0-9a-f]{64}", jar.sha256)


def test_what_a_static_initialiser_and_the_result_cache_need_is_there():
    names = {jar.coordinate.split(":")[1] for jar in jar_list().jars}
    assert names >= {"languagetool-server", "language-en", "language-es", "language-ca", "language-pt", "protobuf-java"}


def test_the_cache_folder_can_be_named(monkeypatch, tmp_path):
    monkeypatch.setenv("NEWSLINT_CACHE", str(tmp_path / "cache"))
    assert cache_folder() == tmp_path / "cache"
    assert jar_folder().parent == tmp_path / "cache"
    assert len(missing_jars(jar_folder())) == 49


def test_without_a_name_it_is_the_users_own(monkeypatch, tmp_path):
    monkeypatch.delenv("NEWSLINT_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert "newslint" in cache_folder().name

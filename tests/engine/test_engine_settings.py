"""Finding and reading `newslint.yml`."""

from __future__ import annotations

import pytest

from newslint.engine.settings import Settings, SettingsError, find_settings, read_settings


def test_the_nearest_file_above_the_copy_counts(tmp_path):
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (tmp_path / "newslint.yml").write_text("")
    assert find_settings(below / "story.txt") == tmp_path / "newslint.yml"
    assert find_settings(below) == tmp_path / "newslint.yml"
    (tmp_path / "a" / "newslint.yml").write_text("")
    assert find_settings(below) == tmp_path / "a" / "newslint.yml"


def test_the_root_of_a_repository_is_the_limit(tmp_path):
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (tmp_path / "newslint.yml").write_text("")
    (tmp_path / "a" / ".git").write_text("gitdir: elsewhere")  # as in a worktree
    assert find_settings(below) is None
    (tmp_path / "a" / "newslint.yml").write_text("")
    assert find_settings(below) == tmp_path / "a" / "newslint.yml"


def test_every_key_is_read_and_an_empty_file_is_the_default(tmp_path):
    path = tmp_path / "newslint.yml"
    path.write_text("﻿# ours\nlanguage: en-NZ\ngrammar: off\nwords: [Ngaio]\nselect: [names/]\nignore: [names/x]\n")
    assert read_settings(path) == Settings(
        language="en-NZ", grammar="off", words=("Ngaio",), select=("names/",), ignore=("names/x",)
    )
    path.write_text("# nothing yet\n")
    assert read_settings(path) == Settings()


def test_bytes_that_are_not_text_are_an_error_not_a_crash(tmp_path):
    path = tmp_path / "newslint.yml"
    path.write_bytes(b"language: caf\xe9\n")
    with pytest.raises(SettingsError, match=r"newslint.yml:1:1: not UTF-8 \(byte 13\)"):
        read_settings(path)
    with pytest.raises(SettingsError, match="no such file"):
        read_settings(tmp_path / "gone.yml")

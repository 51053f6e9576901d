"""Where the cache is."""

from __future__ import annotations

import platformdirs
import pytest

from newslint.cache import cache_folder


@pytest.mark.parametrize("home", ["", "/somewhere/cache"])
def test_the_folder_is_the_platforms(monkeypatch, home):
    monkeypatch.delenv("NEWSLINT_CACHE", raising=False)
    if home:
        monkeypatch.setenv("XDG_CACHE_HOME", home)
    else:
        monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    assert cache_folder() == platformdirs.user_cache_path("newslint", appauthor=False)


def test_the_folder_can_be_named(monkeypatch, tmp_path):
    monkeypatch.setenv("NEWSLINT_CACHE", str(tmp_path / "cache"))
    assert cache_folder() == tmp_path / "cache"

"""What tests share: one LanguageTool server for the whole session, installed by the product's own function.

The suite runs in two processes (pytest-xdist; `-n 0` for one). What asks the session's server stays in one of them, so
that there is one such server, and begins first, as it is the longest; every other file is a unit of its own.
"""

from __future__ import annotations

import gc
import os
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from xdist.scheduler import LoadScopeScheduling

from newslint.engine.book import load
from newslint.grammar import api

_ASKS = re.compile(r"[(, ]languagetool[),:]|(?:usefixtures|getfixturevalue)\(\"languagetool\"")


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> LoadScopeScheduling:
    """Hand out whole files, in their order; the files that use one costly fixture go together.

    Marks would not do: pytest-xdist 3.8 loses its groups under pytest 9.2, whose test ids cannot be written to.
    """
    config.option.loadscopereorder = False

    class ByFixture(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return _unit(config.rootpath / nodeid.partition("::")[0])

    return ByFixture(config, log)


@cache
def _unit(path: Path) -> str:
    if path.parent.name == "accuracy" or _ASKS.search(path.read_text(encoding="utf-8")):
        return "languagetool"
    return "rulebook" if path.parent.name == "rulebook" else str(path)


@pytest.fixture(scope="session", autouse=True)
def _own_servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the shared servers that tests start away from the developer's own, and end them with the session."""
    before = os.environ.get("NEWSLINT_RUNTIME")
    os.environ["NEWSLINT_RUNTIME"] = str(tmp_path_factory.mktemp("runtime"))
    yield
    api.stop_servers()
    if before is None:
        del os.environ["NEWSLINT_RUNTIME"]
    else:
        os.environ["NEWSLINT_RUNTIME"] = before


@pytest.fixture(scope="session")
def languagetool() -> Iterator[api.PrivateServer]:
    """A private server that has the shipped checks' own rules.

    The jars are installed if need be; where they or Java cannot be had, the tests fail aloud.
    """
    api.install()
    with api.private_server(api.find_setup(load().languagetool_rules)) as server:
        yield server


@pytest.fixture(scope="session")
def matches(languagetool: api.PrivateServer) -> Callable[[str, str], tuple[api.Match, ...]]:
    """LanguageTool's matches for a text and a variant, every rule that is on by default."""
    return api.match_source(languagetool)


@pytest.fixture(autouse=True)
def _quiet_clock(request: pytest.FixtureRequest) -> Iterator[None]:
    """Keep the collector out of tests that compare times: late in a run a collection takes 0.1 s."""
    if not any(word in request.node.name for word in ("time", "linear", "grows")):
        yield
        return
    gc.collect()
    gc.disable()
    yield
    gc.enable()

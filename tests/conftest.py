"""What tests share: one LanguageTool server for the whole session, installed by the product's own function."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator

import pytest

from newslint.engine.run import load
from newslint.grammar import api


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

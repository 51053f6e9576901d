"""Copy stays on this machine: what every command that reads copy connects to, and what it leaves behind."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from privacy_run import ELSEWHERE, RARE

from newslint.cache import cache_folder, make_folder
from newslint.engine.book import load
from newslint.grammar import api
from newslint.grammar.jars import jar_folder

SCRIPT = Path(__file__).with_name("privacy_run.py")
COUNCIL = f"""{RARE} council counts its otters

By Ida Farrow

She did not went to the {RARE} ponds on Monday, and the the {RARE} otters, said Mr Bill Farrow, are all there.

"We count the {RARE} otters twice a year," Ms Farrow said.
"""
LOOPBACK = {"0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000"}


def barred(folder: Path, *words: str, before: Sequence[str] = ()) -> dict[str, Any]:
    """Run the script in a network of its own, by the words ``before`` it; skips aloud where there can be none."""
    unshare = shutil.which("unshare")
    options = "-n" if getattr(os, "geteuid", lambda: 1)() == 0 else "-rn"
    if unshare is None or subprocess.run([unshare, options, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine permits no network namespaces: nothing is shown here of what leaves it")
    (folder / "desk").mkdir()
    for name in ("council", "mended"):
        (folder / "desk" / f"{name}.txt").write_text(COUNCIL, encoding="utf-8")
    api.install()
    load()
    make_folder(folder / "cache")
    (folder / "cache" / jar_folder().name).symlink_to(jar_folder())
    for book in cache_folder().glob("book-*"):
        shutil.copy2(book, folder / "cache")  # to make one takes seconds
    done = subprocess.run(
        [unshare, options, *before, sys.executable, str(SCRIPT), str(folder), *words],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


def beyond(connections: list[str]) -> list[str]:
    """Return those that are neither of this machine nor of the loopback interface."""
    left = []
    for line in connections:
        event, family, said = line.split("\t")
        address = ast.literal_eval(said)
        host = address[0] if isinstance(address, tuple) else address
        if family == "1" or (event.startswith("socket.") and host in ("127.0.0.1", "::1", "localhost", None)):
            continue
        left.append(line)
    return left


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return barred(tmp_path_factory.mktemp("barred"))


def test_without_a_network_every_command_that_reads_copy_does_its_work(seen):
    codes = {words: code for words, (code, _) in seen["codes"].items()}
    assert codes.pop("check --watch desk") == 130
    wrong = {words: seen["codes"][words] for words, code in codes.items() if code not in (0, 1)}
    assert not wrong
    assert "went" in seen["codes"]["check --grammar required desk"][1]


def test_nothing_connects_beyond_the_loopback_interface(seen):
    assert seen["connected"]  # the server was asked
    assert beyond(seen["connected"]) == []


def test_what_goes_elsewhere_is_seen_and_off_forbids_it_whatever_the_settings_say(seen):
    assert any(ELSEWHERE in line for line in beyond(seen["elsewhere"]))
    assert beyond(seen["off"]) == []
    words = next(words for words in seen["codes"] if "--grammar-url off" in words)
    assert "went" in seen["codes"][words][1]  # by a server of this machine


def test_the_server_listens_on_the_loopback_interface_alone(seen):
    assert len(seen["servers"]) == 1
    assert seen["listening"]
    assert set(seen["listening"]) <= LOOPBACK


def test_no_copy_is_left_in_files_nor_on_a_command_line(seen):
    assert seen["holding_while_running"] == []
    assert seen["holding"] == []
    assert seen["processes"]
    assert not [text for text in seen["processes"] if RARE in text]


def test_what_is_kept_is_the_users_alone_whatever_the_umask(seen):
    modes = seen["modes"]
    folders = {path for path in modes if any(other.startswith(f"{path}/") for other in modes)}
    names = {Path(path).suffix for path in modes if path.startswith("runtime")}
    assert names >= {".json", ".lock", ".lease", ".log"}
    private = {
        path: oct(mode)
        for path, mode in modes.items()
        if mode & 0o077 and (path.startswith(("runtime", "tmp")) or path.count("/") == 1)
    }
    assert private == {}
    assert not {path: oct(mode) for path, mode in modes.items() if mode & 0o022}
    assert all(modes[path] == 0o700 for path in folders)

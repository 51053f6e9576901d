"""kill -9 during `baseline write` and `grammar install`; for `check --fix` see tests/cli/test_kills_while_fixing.py."""

from __future__ import annotations

import os
import random
import sys

import pytest
from kills import baseline_job, install_job, kill

KILLS = 1000 if os.environ.get("NEWSLINT_SLOW") else 25

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")


def test_a_baseline_is_the_old_or_the_new_one(tmp_path):
    tally = kill(baseline_job(tmp_path, dict(os.environ)), KILLS, random.Random())
    assert tally.old + tally.new == tally.kills == KILLS
    sys.stdout.write(f"{tally}\n")


def test_an_installation_is_there_as_a_whole_or_not_at_all(tmp_path):
    with install_job(tmp_path, dict(os.environ)) as job:
        tally = kill(job, KILLS, random.Random())
    assert tally.old + tally.new == tally.kills == KILLS
    sys.stdout.write(f"{tally}\n")

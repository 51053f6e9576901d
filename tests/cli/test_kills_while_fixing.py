"""kill -9 during `check --fix`: each file is the old or the new one, and what else is left goes with the next run."""

from __future__ import annotations

import os
import random
import sys

from kills_while_fixing import kill_many

KILLS = 1000 if os.environ.get("NEWSLINT_SLOW") else 25


def test_whatever_is_killed_each_file_is_the_old_or_the_new_one(environment, tmp_path):
    folder = tmp_path / "stories"
    folder.mkdir()
    tally = kill_many(KILLS, folder, random.Random(), environment)
    assert tally.kills == KILLS
    sys.stdout.write(f"{tally}\n")

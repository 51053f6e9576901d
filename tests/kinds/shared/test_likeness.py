"""How like two words are."""

from __future__ import annotations

import subprocess
import sys

from newslint.kinds.shared.likeness import likeness


def test_the_same_word_is_wholly_like_and_another_is_not_at_all():
    assert likeness("ministry", "ministry") == 1.0
    assert likeness("abc", "xyz") == 0.0
    assert likeness("commission", "comission") > 0.9 > likeness("commission", "committee")


def test_difflib_is_imported_only_to_compare():
    program = "import sys, newslint.kinds.shared.likeness; assert 'difflib' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True)

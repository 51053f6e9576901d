"""What importing the story costs: no pattern is compiled before it is used."""

from __future__ import annotations

import subprocess
import sys

COUNT = """
import pkgutil
import newslint.text as package
from newslint.text.regex import _compiled
for module in pkgutil.iter_modules(package.__path__, "newslint.text."):
    __import__(module.name)
print(_compiled.cache_info().currsize)
from newslint.text.story import Story
Story("Rosa Obi left.").blocks
print(_compiled.cache_info().currsize > 0)
"""


def test_importing_the_story_compiles_no_pattern():
    out = subprocess.run([sys.executable, "-c", COUNT], capture_output=True, text=True, check=True, timeout=60)
    assert out.stdout.split() == ["0", "True"]

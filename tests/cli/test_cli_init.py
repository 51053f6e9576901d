"""`newslint init`: it asks, writes, and never overwrites."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from pseudo_terminal import read_to_end

from newslint.cli.init import _text
from newslint.engine.language import VARIANTS
from newslint.engine.layers import read_settings
from newslint.engine.settings import Settings

AMERICAN = (
    "The city council in Cleveland said on Tuesday that the theater's color would be gray, a labor leader said.\n\n"
)


def test_with_yes_it_takes_what_the_stories_speak_for(run, tmp_path):
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(AMERICAN * 3)
    done = run("init", "--yes")
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert read_settings(tmp_path / "newslint.yml") == Settings(language="en-US")
    first = (tmp_path / "newslint.yml").read_text().splitlines()[0]
    assert first == "# yaml-language-server: $schema=.newslint/config.schema.json"
    assert (tmp_path / ".newslint" / "config.schema.json").is_file()
    assert run("config", "show").returncode == 0


def test_without_stories_the_offer_is_auto(run, tmp_path):
    assert run("init", "--yes").returncode == 0
    assert read_settings(tmp_path / "newslint.yml") == Settings()


@pytest.mark.parametrize("language", [*VARIANTS, "auto"])
def test_every_line_that_is_commented_out_is_a_setting_that_holds(tmp_path, language):
    (tmp_path / "words.txt").write_text("")
    (tmp_path / "lists" / "people").mkdir(parents=True)
    (tmp_path / "lists" / "people" / "staff.csv").write_text("name\n")
    lines = []
    for line in _text(language).splitlines():
        bare = line.removeprefix("# ")
        is_setting = bare.partition(":")[0].replace("-", "_").strip() in Settings.__struct_fields__ or bare[:2] == "  "
        lines.append(bare if is_setting and not line.startswith("# words-file:") else line)
    (tmp_path / "newslint.yml").write_text("\n".join(lines))
    read = read_settings(tmp_path / "newslint.yml")
    assert read.language == language
    assert set(read.checks) == {"names/honorific-missing", "quotes/"}
    assert set(read.per_path) == {"sport/**"}
    assert read.exclude == ("archive/",)
    assert read.words == ("Wirrabeena", "Tamarillo")


def test_what_is_there_is_not_overwritten(run, tmp_path):
    (tmp_path / "newslint.yml").write_text("language: en-NZ\n")
    done = run("init", "--yes")
    assert done.returncode == 2
    assert "newslint.yml: is there already" in done.stderr
    assert (tmp_path / "newslint.yml").read_text() == "language: en-NZ\n"
    assert not (tmp_path / ".newslint").exists()


def test_it_does_not_wait_for_an_answer_that_nobody_gives(run, tmp_path):
    done = run("init")
    assert done.returncode == 2
    assert "give --language, or --yes" in done.stderr
    assert not (tmp_path / "newslint.yml").exists()
    assert run("init", "gone", "--yes").returncode == 2
    assert "did you mean `en-ZA`" in run("init", "--language", "en-UA").stderr


def test_on_a_terminal_it_asks(tmp_path):
    parent, child = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "newslint", "init"], cwd=tmp_path, stdin=child, stdout=child, stderr=child
    ) as process:
        os.close(child)
        os.write(parent, b"en-XX\nen-ZA\n")  # the first is refused, and it asks again
        shown = read_to_end(parent)
        assert process.wait(10) == 0, shown
    assert b"South Africa" in shown
    assert read_settings(tmp_path / "newslint.yml").language == "en-ZA"

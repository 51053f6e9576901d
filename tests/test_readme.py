"""The README is true: its report is what the command prints, its settings load, its hook and its check hold.

`python tests/test_readme.py --update` rewrites the report.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

CHECKOUT = Path(__file__).resolve().parent.parent
README = CHECKOUT / "README.md"
REPORT = re.compile(r"(?<=<!-- report:summit -->\n).*?(?=<!-- /report -->)", re.DOTALL)


def code_blocks() -> list[str]:
    """Return the fenced code blocks of the README, in order."""
    return re.findall(r"^```\w*\n(.*?)^```$", README.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


def block_with(start: str) -> str:
    return next(block for block in code_blocks() if block.startswith(start))


def current_report() -> str:
    command = [sys.executable, "-m", "newslint", "check", "--language", "en-AU", "--grammar", "required"]
    done = subprocess.run([*command, "seeds/summit.txt"], capture_output=True, text=True, cwd=CHECKOUT, check=False)
    assert done.returncode == 1, done.stderr
    return f"```\n{done.stdout}```\n"


@pytest.mark.usefixtures("languagetool")
def test_the_report_is_what_the_command_prints() -> None:
    found = REPORT.search(README.read_text(encoding="utf-8"))
    assert found is not None
    assert found.group() == current_report()


def test_it_opens_with_two_commands_that_need_only_python_and_git() -> None:
    first, second = code_blocks()[:2]
    for command in (first, second):
        assert len(command.splitlines()) == 1
        assert command.startswith("python3 -m venv .venv && .venv/bin/pip install ")
    assert ".venv/bin/newslint grammar install && .venv/bin/newslint check --grammar required seeds/" in first
    assert second.rstrip().endswith(".venv/bin/python -m pytest")


def test_the_gate_runs_the_readme_s_test_command() -> None:
    _, second = code_blocks()[:2]
    gate = (CHECKOUT / ".ci" / "run").read_text(encoding="utf-8")
    extras = re.search(r"pip install '([^']+)'", second)
    assert extras is not None
    assert f"'{extras[1]}'" in gate
    assert gate.rstrip().endswith("python -m pytest")


def test_the_settings_shown_load(tmp_path: Path) -> None:
    (tmp_path / "newslint.yml").write_text(block_with("language: en-AU"), encoding="utf-8")
    (tmp_path / "story.txt").write_text("The bridge will open in June.\n", encoding="utf-8")
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "words.txt").write_text("Ngarrindjeri  # people\n", encoding="utf-8")
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "newslint.yml").write_text("words: [Wirrabeena]\n", encoding="utf-8")
    command = [sys.executable, "-m", "newslint", "check", "--grammar", "off", "story.txt"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_check_shown_holds_to_its_own_tests(tmp_path: Path) -> None:
    path = tmp_path / "slips" / "press-conferences.yml"
    path.parent.mkdir()
    path.write_text(block_with("id: slips/press-conferences"), encoding="utf-8")
    command = [sys.executable, "-m", "newslint", "rules", "test", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_hooks_named_exist() -> None:
    hooks = {hook["id"] for hook in yaml.safe_load((CHECKOUT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    shown = set(re.findall(r"- id: (newslint[\w-]*)", README.read_text(encoding="utf-8")))
    assert shown == hooks


def test_the_workflow_shown_is_yaml() -> None:
    workflow = yaml.safe_load(block_with("name: newslint"))
    assert any("newslint check" in str(step.get("run")) for step in workflow["jobs"]["copy"]["steps"])


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_the_files_named_exist(page: str) -> None:
    text = (CHECKOUT / page).read_text(encoding="utf-8")
    named = set(re.findall(r"(?<![\w/])(?:rules|lint|tests|seeds|\.ci)/[\w./-]*\w(?![\w<])", text))
    assert {name for name in named if "press-conferences" not in name and not (CHECKOUT / name).exists()} == set()


if __name__ == "__main__" and "--update" in sys.argv:
    text = README.read_text(encoding="utf-8")
    README.write_text(REPORT.sub(lambda _: current_report(), text), encoding="utf-8")

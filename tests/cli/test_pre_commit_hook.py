"""The hook, as a newsroom gets it: the real pre-commit, an environment built from this checkout, real commits."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
SHIPPED = ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml", "lint", "rules")

INTRODUCTION = """Summit ends without a deal

US President Barack Obama left the summit on Friday without a deal. Mr Obama flew home at noon.

"""
REFUSED = INTRODUCTION + "The talks had been hard, but Mr Barack said that he would be back within a month.\n"
ACCEPTED = INTRODUCTION + "The talks had been hard, but Mr Obama said that he would be back within a month.\n"

CONFIG = """repos:
  - repo: {repo}
    rev: {rev}
    hooks:
      - id: newslint
"""


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PRE_COMMIT", "PYTHONPATH"))}
    return {
        **kept,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "A. Subeditor",
        "GIT_AUTHOR_EMAIL": "desk@example.org",
        "GIT_COMMITTER_NAME": "A. Subeditor",
        "GIT_COMMITTER_EMAIL": "desk@example.org",
        "PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("pre-commit")),
    }


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> tuple[Path, str]:
    """A repository of what this checkout ships, with its commit: pre-commit takes hooks from nothing else."""
    repo = tmp_path_factory.mktemp("hooks")
    for name in SHIPPED:
        source = CHECKOUT / name
        if source.is_dir():
            shutil.copytree(source, repo / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, repo / name)
    git = Git(repo, environment)
    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "newslint")
    return repo, git("rev-parse", "HEAD").stdout.strip()


class Git:
    """Runs git in a folder; `check=False` lets it fail."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.folder = folder
        self.environment = environment

    def __call__(self, *args: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            ["git", *args], cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0 or not check, done.stdout + done.stderr
        return done


@pytest.fixture
def newsroom(tmp_path: Path, environment: dict[str, str], hooks: tuple[Path, str]) -> Git:
    """A newsroom's repository with the hook installed."""
    git = Git(tmp_path, environment)
    git("init", "--quiet")
    (tmp_path / ".pre-commit-config.yaml").write_text(CONFIG.format(repo=hooks[0], rev=hooks[1]))
    install = [sys.executable, "-m", "pre_commit", "install", "--install-hooks"]
    done = subprocess.run(install, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    git("add", "--all")
    git("commit", "--quiet", "--message", "The hook")
    return git


def test_a_commit_with_a_wrong_name_is_refused_and_a_clean_one_passes(newsroom: Git) -> None:
    story = newsroom.folder / "summit.txt"
    story.write_text(REFUSED)
    newsroom("add", "summit.txt")
    done = newsroom("commit", "--message", "A story", check=False)
    said = done.stdout + done.stderr
    assert done.returncode == 1, said
    assert "summit.txt:5:30: error names/honorific-given-name" in said
    assert newsroom("log", "--format=%s").stdout == "The hook\n"

    story.write_text(ACCEPTED)
    newsroom("add", "summit.txt")
    done = newsroom("commit", "--message", "A story")
    assert (
        "newslint.................................................................Passed" in done.stdout + done.stderr
    )
    assert newsroom("log", "--format=%s").stdout == "A story\nThe hook\n"


def test_the_grammar_hook_asks_for_java_and_requires_grammar() -> None:
    import yaml

    first, second = yaml.safe_load((CHECKOUT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert (first["id"], second["id"]) == ("newslint", "newslint-grammar")
    assert second["entry"] == "newslint check --force-exclude --grammar required --grammar-url off"
    java = next(row for row in (CHECKOUT / "pyproject.toml").read_text().splitlines() if row.startswith("java = "))
    assert java.removeprefix("java = ") == str(second["additional_dependencies"]).replace("'", '"')
    for hook in (first, second):
        assert (hook["types"], hook["require_serial"]) == (["plain-text"], True)

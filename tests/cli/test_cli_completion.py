"""Completion in a real shell: bash reads the script and completes."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from newslint.cli.completion import Shell

SCRIPT = """
source <({newslint} generate-shell-completion bash)
newslint() {{ {newslint} "$@"; }}
complete -p newslint >&2 || exit 9
function_name=$(complete -p newslint | sed 's/.*-F \\([^ ]*\\).*/\\1/')
COMP_WORDS=({words})
COMP_CWORD=$(( ${{#COMP_WORDS[@]}} - 1 ))
$function_name {newslint}
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.fixture
def complete(tmp_path):
    """Return a function from the words on a line to what bash offers for the last one."""
    if shutil.which("bash") is None:
        pytest.skip("needs bash")
    newslint = tmp_path / "newslint"
    newslint.write_text(f'#!/bin/sh\nexec {sys.executable} -m newslint "$@"\n')
    newslint.chmod(0o755)

    def offered(words):
        script = SCRIPT.format(newslint=newslint, words=words)
        done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True, cwd=tmp_path)
        return done.stdout.split()

    return offered


def test_bash_completes_commands_options_and_ids(complete):
    assert complete("newslint ch") == ["check"]
    assert "--unsafe-fixes" in complete("newslint check --un") or "--select" in complete("newslint check --se")
    assert "names/honorific-given-name" in complete("newslint rules explain names/honorific-g")
    assert "quotes/unclosed" in complete("newslint check --select quotes/uncl")


@pytest.mark.parametrize("shell", list(Shell))
def test_every_shell_has_a_script(run, shell):
    done = run("generate-shell-completion", shell.value)
    assert done.returncode == 0, done.stderr
    assert "_NEWSLINT_COMPLETE" in done.stdout

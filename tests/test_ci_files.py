"""The GitHub Action and the GitLab job: they keep to the published schemas, and their scripts run the command."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from newslint.version import VERSION

ROOT = Path(__file__).resolve().parent.parent
STORY = "The the ferry left Leith on Friday, and nobody saw it leave the harbour again.\n"
CI = ROOT / "docs" / "ci"


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("vendor.github-actions", ROOT / "action.yml"),
        ("vendor.github-workflows", CI / "github.yml"),
        ("vendor.gitlab-ci", CI / "gitlab.yml"),
    ],
)
def test_it_keeps_to_the_published_schema(schema, file, tmp_path):
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema]
    done = subprocess.run([*command, str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    broken = tmp_path / file.name
    broken.write_text(re.sub(r"^(runs|jobs|  script):", r"\1x:", file.read_text(), flags=re.MULTILINE))
    assert subprocess.run([*command, str(broken)], capture_output=True, check=False).returncode == 1


@pytest.fixture
def runner(tmp_path):
    """A machine whose `python -m venv` and `pip` only say what they were asked for; its `newslint` is ours."""
    desk = tmp_path / "desk"
    (desk / "two words").mkdir(parents=True)
    (desk / "two words" / "ferry.txt").write_text(STORY)
    (desk / "fine.txt").write_text("The ferry left Leith on Friday, and nobody saw it leave the harbour.\n")
    tools = tmp_path / "tools"
    tools.mkdir()
    log = tmp_path / "log"
    newslint = f"""#!/bin/bash
printf '%s\\n' "newslint $*" >> "{log}"
if [ "$1" = check ]; then exec "{sys.executable}" -m newslint check --isolated "${{@:2}}"; fi
"""
    python = f"""#!/bin/bash
printf '%s\\n' "python $*" >> "{log}"
if [ "$2" = venv ]; then mkdir -p "$3/bin"; cp "{tools}/python" "{tools}/newslint" "$3/bin/"; fi
"""
    for name, text in (("newslint", newslint), ("python", python)):
        (tools / name).write_text(text)
        (tools / name).chmod(0o755)
    return tmp_path


def bash(script, runner, **environment):
    kept = {key: value for key, value in os.environ.items() if key not in ("CI", "NEWSLINT_CACHE")}
    env = {**kept, "PATH": f"{runner / 'tools'}:{os.environ['PATH']}", **environment}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, cwd=runner / "desk", env=env, capture_output=True, text=True, check=False)


def act(runner, **said):
    """Run the action's own steps as the runner does; return what it printed, its code and its outputs."""
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    assert set(said) <= set(action["inputs"])
    values = {f"inputs.{name}": said.get(name, row["default"]) for name, row in action["inputs"].items()}
    values |= {"github.action_path": str(ROOT), "steps.python.outputs.python-path": str(runner / "tools" / "python")}
    files = {"GITHUB_OUTPUT": str(runner / "output"), "GITHUB_PATH": str(runner / "path"), "RUNNER_TEMP": str(runner)}
    printed, code = "", 0
    for step in action["runs"]["steps"]:
        if "run" not in step:
            continue
        assert step["shell"] == "bash"
        env = {
            name: re.sub(r"\$\{\{ ([^ }]+) \}\}", lambda found: values[found[1]], text)
            for name, text in step["env"].items()
        }
        assert "${{" not in step["run"]  # what others type never becomes part of a script
        env.pop("NEWSLINT_CACHE", None)  # the tests' own
        done = bash(step["run"], runner, **files, **env)
        printed, code = printed + done.stdout, done.returncode
        assert code == 0 or step.get("id") == "check", done.stderr
    outputs = dict(line.split("=", 1) for line in (runner / "output").read_text().splitlines())
    return printed, code, outputs, (runner / "log").read_text().splitlines()


def test_the_action_annotates_and_writes_sarif(runner):
    printed, code, outputs, log = act(runner, grammar="off", paths="two words\nfine.txt\n")
    assert code == 1
    assert re.match(r"::(?:error|warning) title=repetition/[\w-]+,file=two words/ferry\.txt,line=1,", printed)
    assert outputs["exit-code"] == "1"
    sarif = json.loads((runner / "desk" / outputs["sarif"]).read_text())
    assert len(sarif["runs"][0]["results"]) == 1
    assert f"python -m pip install --quiet --disable-pip-version-check {ROOT}" in log
    options = "--format github --grammar off --grammar-url off --format sarif:newslint.sarif"
    assert log[-1] == f"newslint check {options} -- two words fine.txt"


def test_what_the_action_is_told_reaches_the_command_whole(runner):
    args = """--select repetition --exclude "two words" --show advice --stdin-filename '$(touch never) "x"'"""
    _, code, outputs, log = act(runner, grammar="off", args=args, sarif="", paths=".; touch never")
    assert not (runner / "desk" / "never").exists()
    assert code == 2  # there is no such path
    assert "sarif" not in outputs
    assert outputs["exit-code"] == "2"
    assert log[-1].endswith(
        """--exclude two words --show advice --stdin-filename $(touch never) "x" -- .; touch never"""
    )


@pytest.mark.parametrize(
    ("version", "asked"), [("0", "newslint==0.*"), ("0.1", "newslint==0.1.*"), ("0.1.2", "newslint==0.1.2")]
)
def test_the_action_pins_by_as_much_of_a_version_as_is_given(runner, version, asked):
    _, code, outputs, log = act(runner, grammar="off", version=version, paths="fine.txt")
    assert code == 0
    assert outputs["key"] == version
    assert any(line.endswith(f" {asked}") for line in log)


def test_the_action_installs_languagetool_where_it_must_run():
    steps = yaml.safe_load((ROOT / "action.yml").read_text())["runs"]["steps"]
    uses = [step["uses"] for step in steps if "uses" in step]
    assert [re.fullmatch(r"actions/[a-z-]+@v\d+", each) is not None for each in uses] == [True, True]
    install = next(step["run"] for step in steps if step.get("name") == "Install newslint")
    assert 'if [ "$GRAMMAR" = required ]; then' in install
    assert "grammar install" in install


def test_the_gitlab_job_writes_a_code_quality_report(runner):
    job = yaml.safe_load((CI / "gitlab.yml").read_text())["newslint"]
    variables = {**job["variables"], "NEWSLINT_ARGS": "--select repetition"}
    variables.pop("NEWSLINT_CACHE")
    script = "\n".join(job["script"]).replace("--grammar required", "--grammar off")
    done = bash(script, runner, **variables)
    assert done.returncode == 1, done.stderr
    report = json.loads((runner / "desk" / job["artifacts"]["reports"]["codequality"]).read_text())
    assert [issue["location"]["path"] for issue in report] == ["two words/ferry.txt"]
    log = (runner / "log").read_text().splitlines()
    assert log[0].endswith(f"newslint[java]=={variables['NEWSLINT_VERSION']}.*")
    assert log[1] == "newslint grammar install"
    assert VERSION.startswith(variables["NEWSLINT_VERSION"])


def test_the_workflow_takes_what_the_action_gives():
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    steps = yaml.safe_load((CI / "github.yml").read_text())["jobs"]["copy"]["steps"]
    ours = next(step for step in steps if step.get("id") == "newslint")
    assert set(ours["with"]) <= set(action["inputs"])
    assert re.fullmatch(r"[\w-]+/newslint@v\d+", ours["uses"])
    upload = next(step for step in steps if "upload-sarif" in step.get("uses", ""))
    named = re.findall(r"steps\.newslint\.outputs\.([a-z-]+)", json.dumps(upload))
    assert set(named) <= set(action["outputs"])

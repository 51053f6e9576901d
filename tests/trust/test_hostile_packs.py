"""Hostile settings and packs: one error at its place, soon and in little memory; nothing is run or read beside."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hostile_pack_cases import GOOD, LONG, PACKS, SETTINGS

HERE = Path(__file__).resolve().parent
NAMES = [f"{what}: {name}" for what, cases in (("settings", SETTINGS), ("pack", PACKS)) for name in cases.keys() - LONG]


@pytest.fixture(scope="module")
def seen() -> dict[str, dict[str, Any]]:
    """What each case did, by its name: all are run once, by one process."""
    command = [sys.executable, str(HERE / "hostile_packs.py"), "--json", "--quick"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=HERE)
    assert done.stdout, done.stderr
    return {row["name"]: row for row in json.loads(done.stdout)}


@pytest.mark.xdist_group("hostile packs")
def test_every_hostile_pack_and_settings_file_is_one_error_at_its_place_soon_and_in_little_memory(seen):
    assert sorted(seen) == sorted(NAMES)
    assert {name: (row["faults"], row["said"]) for name, row in seen.items() if row["faults"]} == {}


HOOK = """
import os, sys
events = []
CODE = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.forkpty", "os.spawn", "pty.spawn")
NET = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto", "urllib.Request")
def hook(event, args):
    if event in CODE or event in NET or event == "ctypes.dlopen":
        events.append(f"{event} {args!r}")
    elif event == "open" and isinstance(args[0], (str, bytes)):
        events.append(f"open {os.path.realpath(os.fsdecode(args[0]))} {args[1] or args[2]}")
sys.addaudithook(hook)
"""
"""Writes down what a process opens, runs and speaks to, whoever asks."""

PYTHON = tuple({os.path.realpath(path) for path in (sys.prefix, sys.base_prefix, sys.exec_prefix)})
OWN = tuple(os.path.realpath(path) for path in (HERE.parents[1] / "lint", HERE.parents[1] / "rules"))


def audited(code: str, folder: Path, **environment: str) -> tuple[list[str], subprocess.CompletedProcess[str]]:
    """Run Python code with the hook; return what it wrote down but for files of Python's and newslint's own."""
    script = f"{HOOK}\n{code}\nprint('EVENTS', *events, sep='\\n')\n"
    done = subprocess.run(
        [sys.executable, "-P", "-c", script],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    events = done.stdout.partition("EVENTS\n")[2].splitlines()
    assert events, done.stderr
    ours = tuple(f"open {place}/" for place in (*PYTHON, *OWN))
    return [event for event in events if not event.startswith(ours)], done


def test_while_a_pack_loads_nothing_is_run_and_no_file_is_opened_but_its_own(tmp_path):
    place = tmp_path / "zoo"
    (place / "rules/zoo").mkdir(parents=True)
    (place / "rules/lists").mkdir()
    (place / "rules/styles").mkdir()
    (place / "__init__.py").write_text("open('ran', 'w')\n")
    (place / "rules/__init__.py").write_text("open('ran', 'w')\n")
    (place / "rules/zoo/fee.yml").write_text(GOOD)
    (place / "rules/styles/paper.yml").write_text("name: Paper\nextends: ../../../secret.yml\n")
    (tmp_path / "secret.yml").write_text("name: Secret\n")
    (tmp_path / "zoo-1.0.dist-info").mkdir()
    (tmp_path / "zoo-1.0.dist-info/entry_points.txt").write_text("[newslint.packs]\nzoo = zoo.rules\n")
    code = (
        f"sys.path.append({str(tmp_path)!r})\n"
        "from newslint.rulebook.loader import load_book\n"
        "from newslint.rulebook.houses import find_house\n"
        "checks, errors = load_book()\n"
        "print([str(error) for error in errors], 'zoo:zoo/fee' in {check.id for check in checks})\n"
        "try:\n    find_house('zoo:paper')\nexcept ValueError as error:\n    print(error)\n"
    )
    events, done = audited(code, tmp_path)
    assert "[] True\n" in done.stdout
    assert "paper.yml:2:10: `extends`" in done.stdout
    own = f"open {tmp_path.resolve()}/zoo/rules/"
    about = f"open {tmp_path.resolve()}/zoo-1.0.dist-info/entry_points.txt"
    assert [event for event in events if not event.startswith((own, about))] == []
    assert any(event.startswith(own) for event in events)
    assert not (tmp_path / "ran").exists()


RUN = "$(touch ran)", "`touch ran`", "x;touch ran", "|touch ran", "--version", "file:///bin/sh", "/bin/sh", "./evil.py"
"""What runs something where a shell, a template or a loader reads it."""

HOSTILE = {
    "extends": RUN,
    "language": RUN,
    "style": (*RUN, "./evil.yml"),
    "date-in-path": RUN,
    "words": RUN,
    "words-file": RUN,
    "people": RUN,
    "grammar": RUN,
    "grammar-url": RUN,
    "grammar-timeout": RUN,
    "select": RUN,
    "ignore": RUN,
    "checks": ("{'$(touch ran)': off}", "{slips/talks: {options: {kind: evil, swap: {'$(touch ran)': 'x'}}}}"),
    "per-path": ("{'$(touch ran)': {style: '|touch ran'}}", "{'`touch ran`/**': {words: ['$(touch ran)']}}"),
    "exclude": RUN,
    "baseline": RUN,
    "java": RUN,
    "java-options": ("-XX:OnError=touch ran", "-javaagent:evil.jar"),
    "env": (
        "{LD_PRELOAD: ./evil.so, PYTHONPATH: ., NEWSLINT_JAVA: ./evil.py, JAVA_TOOL_OPTIONS: -javaagent:evil.jar}",
    ),
    "kinds": ("evil:run", "[evil]"),
    "packs": ("evil", "[.]"),
    "plugins": ("evil",),
}


def test_nothing_that_a_branch_puts_into_the_settings_makes_the_hook_run_anything(tmp_path):
    """Each setting with each hostile value, as the hook has it, and what lies about there for Python to find."""
    (tmp_path / ".git").mkdir()
    evil = "import os\nopen(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'ran'), 'w')\n"
    for name in ("evil.py", "yaml.py", "msgspec.py", "sitecustomize.py", "usercustomize.py", "newslint.py", "re2.py"):
        (tmp_path / name).write_text(evil)
        (tmp_path / name).chmod(0o755)
    (tmp_path / "evil-1.0.dist-info").mkdir()
    points = "[newslint.kinds]\nevil = evil\n[newslint.packs]\nevil = evil\n"
    (tmp_path / "evil-1.0.dist-info/entry_points.txt").write_text(points)
    (tmp_path / "s.txt").write_text("He said that the fee was paid on Monday, and that he was glad of it.\n")
    (tmp_path / "newslint-baseline.json").write_text('{"version": 1, "files": {"$(touch ran)": []}}')
    code = (
        "import json\n"
        "from newslint.cli.main import run\n"
        "codes = []\n"
        "for text in json.load(open('rows.json')):\n"
        "    open('newslint.yml', 'w').write(text)\n"
        "    sys.argv = ['newslint', 'check', '--force-exclude', '--grammar', 'off', 's.txt']\n"
        "    codes.append(run())\n"
        "print('CODES', *codes)\n"
    )
    rows = [f"{key}: {_yaml(value)}\n" for key, values in HOSTILE.items() for value in values]
    (tmp_path / "rows.json").write_text(json.dumps(rows))
    events, done = audited(code, tmp_path)
    assert "Traceback" not in done.stderr
    codes = done.stdout.partition("CODES ")[2].partition("\n")[0].split()
    assert len(codes) == len(rows)
    assert set(codes) <= {"0", "1", "2"}
    assert codes.count("2") > len(rows) / 2
    assert not (tmp_path / "ran").exists()
    assert [event for event in events if not event.startswith("open ")] == []
    written = [event for event in events if event.endswith((" w", " wb", " a")) and "newslint.yml" not in event]
    assert all("/newslint/" in event or "/dev/null" in event for event in written), written  # the cache


def _yaml(value: str) -> str:
    return value if value[0] in "{[" else json.dumps(value)


def test_the_installed_command_takes_no_module_from_the_branch(tmp_path):
    """The command as the hook calls it, not `python -m`, which looks into the folder that it stands in."""
    for name in ("yaml.py", "msgspec.py", "sitecustomize.py", "newslint.py"):
        (tmp_path / name).write_text("open('ran', 'w')\n")
    (tmp_path / "evil-1.0.dist-info").mkdir()
    (tmp_path / "evil-1.0.dist-info/entry_points.txt").write_text("[newslint.kinds]\nevil = yaml\n")
    (tmp_path / "newslint.yml").write_text("language: en-GB\n")
    (tmp_path / "s.txt").write_text("He said that the fee was paid on Monday.\n")
    command = Path(sys.executable).with_name("newslint")
    done = subprocess.run(
        [command, "check", "--grammar", "off", "s.txt"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert not (tmp_path / "ran").exists()

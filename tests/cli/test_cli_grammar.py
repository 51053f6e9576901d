"""Grammar from outside: with a real LanguageTool, without one, and when the run is ended."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time

import psutil
import pytest
from bad_network import reply, stand

from newslint.cache import cache_folder
from newslint.engine.book import load

COPY = """Rangers count penguins

She did not went to the penguins on Monday, and no bird is missing.
"""


@pytest.fixture
def copy(tmp_path):
    path = tmp_path / "copy.txt"
    path.write_text(COPY)
    return path


@pytest.fixture
def nothing_installed(environment, tmp_path):
    """An environment whose cache folder holds no LanguageTool, with a repository of jars that cannot be reached."""
    cache = with_books(tmp_path / "cache")
    return {**environment, "NEWSLINT_CACHE": str(cache), "NEWSLINT_MAVEN_MIRROR": "http://127.0.0.1:9/"}


def with_books(folder):
    """Make a cache folder that holds the compiled books there are: to make one takes two seconds."""
    folder.mkdir()
    for book in cache_folder().glob("book-*"):
        shutil.copy2(book, folder)
    return folder


@pytest.mark.usefixtures("installed_grammar")
def test_grammar_adds_its_issues_under_its_own_ids(run, copy):
    report = json.loads(
        run(
            "check", "--grammar", "required", "--no-daemon", "--select", "grammar/", "--format", "json", "copy.txt"
        ).stdout
    )
    found = [issue for issue in report["issues"] if issue["rule"].startswith("grammar/")]
    assert [(issue["line"], issue["column"], issue["text"]) for issue in found] == [(3, 13, "went")]
    assert report["tool"]["languagetool"]
    assert report["summary"]["not_run"] == []
    rule = found[0]["rule"]
    only = json.loads(
        run("check", "--grammar", "required", "--no-daemon", "--select", rule, "--format", "json", "copy.txt").stdout
    )
    assert {issue["rule"] for issue in only["issues"]} == {rule}


def test_auto_without_a_terminal_downloads_nothing_and_says_so_last(run, copy, nothing_installed, tmp_path):
    done = run("check", "copy.txt", env=nothing_installed)
    last = done.stdout.splitlines()[-1]
    assert re.match(r"grammar( and \d+ checks?)? did not run: LanguageTool ", last)
    assert last.endswith("Run: newslint grammar install")
    assert done.returncode in (0, 1)
    assert done.stderr == ""
    assert not list((tmp_path / "cache").glob("languagetool*"))
    report = json.loads(run("check", "--format", "json", "copy.txt", env=nothing_installed).stdout)
    entry, *others = report["summary"]["not_run"]
    assert (entry["what"], entry["path"], entry["why"]) == ("grammar", None, "unavailable")
    assert {(other["path"], other["why"], other["mend"]) for other in others} <= {(None, "unavailable", entry["mend"])}
    assert report["tool"]["languagetool"] is None


def test_required_tries_to_install_and_fails_with_two(run, copy, nothing_installed):
    done = run("check", "--grammar", "required", "--exit-zero", "copy.txt", env=nothing_installed)
    assert done.returncode == 2
    assert done.stderr.startswith("Installing LanguageTool ")
    assert "Could not fetch" in done.stdout.splitlines()[-1]


def test_a_java_that_cannot_be_used_is_unavailable_not_a_crash(run, copy, environment, installed_grammar):
    broken = {**environment, "NEWSLINT_JAVA": "/nowhere/java"}
    done = run("check", "--grammar", "auto", "--no-cache", "copy.txt", env=broken)
    assert done.returncode in (0, 1)
    assert " did not run: No Java" in done.stdout.splitlines()[-1]
    assert run("check", "--grammar", "required", "--no-cache", "copy.txt", env=broken).returncode == 2


def test_off_is_not_mentioned_but_is_in_the_json(run, copy):
    assert "grammar" not in run("check", "--grammar", "off", "copy.txt").stdout
    report = json.loads(run("check", "--grammar", "off", "--format", "json", "copy.txt").stdout)
    off = {"path": None, "why": "off", "mend": "--grammar auto runs it"}
    own = [check.id for check in load().checks if check.languagetool_xml and check.head.severity != "advice"]
    assert report["summary"]["not_run"] == [{"what": what, **off} for what in ("grammar", *own)]


def test_status_says_what_is_missing(run, nothing_installed):
    done = run("grammar", "status", env=nothing_installed)
    assert done.returncode == 1
    assert "not installed in" in done.stdout
    assert "Run: newslint grammar install" in done.stdout


def test_installing_from_a_folder_without_the_jars_fails_cleanly(run, nothing_installed, tmp_path):
    (tmp_path / "empty").mkdir()
    done = run("grammar", "install", "--from", "empty", env=nothing_installed)
    assert done.returncode == 2
    assert "empty lacks" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture
def own_cache(environment, installed_grammar, tmp_path):
    """An environment whose cache folder nobody else uses, with the LanguageTool that is installed."""
    folder = with_books(tmp_path / "cache")
    for installed in cache_folder().glob("languagetool-*"):
        (folder / installed.name).symlink_to(installed)
    return {**environment, "NEWSLINT_CACHE": str(folder)}


PROGRAM = """
import sys
from newslint.cli.main import run
code = run()
sys.stdout.flush()
print("\\n".join(sys.modules), file=sys.stderr)
sys.exit(code)
"""


def test_an_unchanged_story_starts_nothing_and_loads_no_client(own_cache, tmp_path, copy):
    command = [sys.executable, "-c", PROGRAM, "check", "--grammar", "required", "--no-daemon", "copy.txt"]
    done = [
        subprocess.run(command, cwd=tmp_path, env=own_cache, capture_output=True, text=True, check=False)
        for _ in range(2)
    ]
    assert done[1].stdout == done[0].stdout
    assert "went" in done[0].stdout
    assert done[0].returncode == done[1].returncode == 1
    first, second = (set(each.stderr.split()) for each in done)
    not_needed = {
        "http.client",
        "ssl",
        "concurrent.futures",
        "psutil",
        "requests",
        "newslint.grammar.client",
        "newslint.grammar.jvm",
        "newslint.grammar.api",
        "newslint.grammar.provision",
    }
    assert "newslint.grammar.client" in first
    assert second & not_needed == set()


def test_a_team_server_is_asked_and_named(run, copy, environment):
    own = [check.id for check in load().checks if check.languagetool_xml and check.head.severity != "advice"]
    with stand(lambda ask: ask.say(200, reply(version="6.5"))) as server:
        for options, env in (
            (("--grammar-url", server.url), environment),
            ((), {**environment, "NEWSLINT_GRAMMAR_URL": server.url}),
        ):
            done = run(
                "check", "--grammar", "required", "--no-cache", "--format", "json", *options, "copy.txt", env=env
            )
            report = json.loads(done.stdout)
            assert report["tool"]["languagetool"] == "6.5"
            assert [entry["what"] for entry in report["summary"]["not_run"]] == own
            assert all(server.url in entry["mend"] for entry in report["summary"]["not_run"])
            assert done.returncode in (0, 1)
            assert "She did not went" in server.asked[-1]
        asked = len(server.asked)
        (copy.parent / "newslint.yml").write_text(f"grammar-url: {server.url}\n")
        run("check", "--no-cache", "copy.txt")
        assert len(server.asked) > asked
        asked = len(server.asked)
        run("check", "--no-cache", "--grammar", "off", "copy.txt")
        assert len(server.asked) == asked


def test_a_team_server_that_is_down_is_unavailable(run, copy):
    url = "http://desk:secret@127.0.0.1:9"
    done = run("check", "--grammar-url", url, "--no-cache", "copy.txt")
    assert done.returncode in (0, 1)
    last = done.stdout.splitlines()[-1]
    assert "did not run: The LanguageTool server at http://127.0.0.1:9/ cannot be reached" in last
    assert "secret" not in done.stdout + done.stderr
    assert run("check", "--grammar", "required", "--grammar-url", url, "--no-cache", "copy.txt").returncode == 2


@pytest.mark.parametrize("url", ["ftp://lt.example", "lt.example:8010", "http://"])
def test_an_address_that_is_none_stops_the_run(run, copy, url):
    done = run("check", "--grammar-url", url, "copy.txt")
    assert done.returncode == 2
    assert "newslint: --grammar-url: the address must begin with http" in done.stderr


BARRED = """
import os, socket
real = socket.socket.connect
def connect(self, address):
    if self.family != socket.AF_UNIX and address[0] not in ("127.0.0.1", "::1", "localhost"):
        with open(os.environ["BARRED"], "a") as file:
            file.write(f"{address}\\n")
        raise PermissionError("barred")
    return real(self, address)
socket.socket.connect = connect
socket.getaddrinfo = (lambda ask: lambda host, *args, **more: (
    ask(host, *args, **more) if host in ("127.0.0.1", "::1", "localhost") else connect(socket.socket(), (host, 0))
))(socket.getaddrinfo)
"""


@pytest.mark.usefixtures("installed_grammar")
def test_copy_goes_nowhere_but_to_the_loopback_interface(environment, tmp_path, copy):
    """The real command, with a proxy in the environment; what Python connects to is barred and noted."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(BARRED)
    barred = tmp_path / "barred"
    env = {
        **environment,
        "PYTHONPATH": f"{tmp_path / 'site'}{os.pathsep}{environment['PYTHONPATH']}",
        "BARRED": str(barred),
        "HTTP_PROXY": "http://203.0.113.7:3128",
        "http_proxy": "http://203.0.113.7:3128",
    }
    command = [
        sys.executable,
        "-m",
        "newslint",
        "check",
        "--grammar",
        "required",
        "--no-daemon",
        "--no-cache",
        "--select",
        "grammar/",
    ]
    done = subprocess.run([*command, "copy.txt"], cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    assert '"went"' in done.stdout
    assert done.returncode == 1, done.stderr
    assert not barred.exists()
    # The bar works: with a server elsewhere it holds, and says so.
    subprocess.run(
        [*command, "--grammar-url", "http://203.0.113.7:8010", "copy.txt"],
        cwd=tmp_path,
        env=env,
        capture_output=True,
        check=False,
    )
    assert "203.0.113.7" in barred.read_text()


@pytest.mark.usefixtures("installed_grammar")
def test_without_any_network_but_loopback_grammar_runs(environment, tmp_path, copy):
    """Java included: in a network namespace of its own nothing can leave the machine, and nothing needs to."""
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "-rn", "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine permits no network namespaces")
    up = (
        "import fcntl, socket, struct; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); "
        "fcntl.ioctl(s, 0x8914, struct.pack('16sh14x', b'lo', 0x49))"
    )
    check = "-m newslint check --grammar required --no-daemon --no-cache --select grammar/ copy.txt"
    done = subprocess.run(
        [unshare, "-rn", "sh", "-c", f'"{sys.executable}" -c "{up}" && "{sys.executable}" {check}'],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert '"went"' in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.usefixtures("installed_grammar")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_run_that_is_ended_leaves_no_java(environment, tmp_path, number, code):
    for index in range(200):
        (tmp_path / f"{index}.txt").write_text(COPY * 20)
    process = subprocess.Popen(
        [sys.executable, "-m", "newslint", "check", "--grammar", "required", "--no-daemon", "--no-cache", "."],
        cwd=tmp_path,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    java = _wait_for_java(process)
    time.sleep(1.5)  # until it is being asked
    process.send_signal(number)
    out, err = process.communicate(timeout=30)
    assert process.returncode == code, err
    assert "Traceback" not in err
    assert out.endswith("of 200 files had been checked: this is the report so far\n")
    psutil.wait_procs([java], timeout=5)
    assert not java.is_running()


def _wait_for_java(process: subprocess.Popen[str]) -> psutil.Process:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        assert process.poll() is None, process.communicate()
        for child in psutil.Process(process.pid).children(recursive=True):
            if "java" in child.name():
                return child
        time.sleep(0.05)
    raise AssertionError("no java was started")

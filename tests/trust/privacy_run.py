"""Every command that reads copy, in a network of its own with nothing but the loopback interface in it; what each
process connected to is written down.

    unshare -n python tests/trust/privacy_run.py FOLDER [--large]

FOLDER holds `desk` (stories) and becomes the place of all that newslint keeps. On standard output: an object with the
commands and their exit codes, every address that Python connected or sent to, the sockets that listened, the command
lines of the server's processes, and the modes of the files while it ran. `test_privacy.py` judges.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import signal
import socket
import stat
import struct
import subprocess
import sys
from pathlib import Path
from typing import Any

RARE = "Quorvexian"
ELSEWHERE = "203.0.113.7"
"""An address of the block that is kept for documentation."""

HOOK = """
import os, sys
def note(event, words):
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        said = (event, int(words[0].family), repr(words[1]))
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        said = (event, 0, repr(words[0]))
    else:
        return
    with open(os.environ["CONNECTIONS"], "a") as file:
        print(*said, sep="\\t", file=file)
sys.addaudithook(note)
"""

QUICK: tuple[tuple[str, ...], ...] = (
    ("check", "--grammar", "off", "desk"),
    ("check", "--grammar", "required", "desk"),
    ("check", "--grammar", "required", "--across", "--format", "html:report.html", "--format", "json", "desk"),
    ("check", "--grammar", "required", "--no-cache", "--diff", "desk/council.txt"),
    ("check", "--grammar", "required", "--unsafe-fixes", "--fix", "desk/mended.txt"),
    ("check", "--grammar", "required", "-"),
    ("cast", "desk/council.txt"),
    ("baseline", "write", "desk"),
    ("baseline", "check", "desk"),
    ("people", "learn", "desk", "-o", "people.csv"),
    ("rules", "try", "grammar/", "desk"),
)
LARGE = (
    ("check", "--grammar", "required", "--no-daemon", "--no-cache", "desk"),
    ("check", "--grammar", "off", "--jobs", "2", "--style", "guardian", "desk"),
    ("check", "--grammar", "off", "--show", "advice", "--statistics", "desk"),
    *(
        ("check", "--grammar", "off", "--format", name, "desk")
        for name in ("full", "jsonl", "sarif", "github", "gitlab")
    ),
    *(("check", "--grammar", "off", "--format", name, "desk") for name in ("junit", "checkstyle", "rdjson")),
    ("cast", "--format", "json", "desk/council.txt"),
    ("baseline", "prune", "desk"),
    ("rules", "tags", f"The {RARE} council of Otterbrook have met."),
    ("rules", "try", "slips/", "desk"),
    ("config", "show", "desk/council.txt"),
    ("grammar", "status"),
    ("cache", "info"),
)
"""What else reads copy, or says something of it."""
PYTHON = f"import newslint; print(newslint.check_text('The {RARE} council met. Mr Mr Otter said so.'))"


def main() -> int:
    folder = Path(sys.argv[1]).resolve()
    up()
    os.umask(0)
    for name in ("site", "runtime", "tmp"):
        (folder / name).mkdir(mode=0o700)
    (folder / "site" / "sitecustomize.py").write_text(HOOK)
    connections = folder / "connections"
    connections.touch()
    environment = {
        **{key: value for key, value in os.environ.items() if key not in ("CI", "NEWSLINT_GRAMMAR_URL")},
        "PYTHONPATH": os.pathsep.join(filter(None, (str(folder / "site"), os.environ.get("PYTHONPATH", "")))),
        "CONNECTIONS": str(connections),
        "NEWSLINT_CACHE": str(folder / "cache"),
        "NEWSLINT_RUNTIME": str(folder / "runtime" / "newslint"),
        "NEWSLINT_IDLE_SECONDS": "120",
        "TMPDIR": str(folder / "tmp"),
        **dict.fromkeys(("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy"), f"http://{ELSEWHERE}:3128"),
    }
    command = [sys.executable, "-m", "newslint"]
    copy = (folder / "desk" / "council.txt").read_bytes()
    options: dict[str, Any] = {"cwd": folder, "env": environment, "stderr": subprocess.STDOUT}
    codes: dict[str, tuple[int, str]] = {}

    def run(*words: str, program: list[str] | None = None) -> None:
        done = subprocess.run(
            [*(program or command), *words], input=copy, stdout=subprocess.PIPE, check=False, timeout=300, **options
        )
        codes[" ".join(words)] = done.returncode, done.stdout.decode()[-2000:]

    try:
        for words in (*QUICK, *(LARGE if "--large" in sys.argv else ())):
            run(*words)
        run(PYTHON, program=[sys.executable, "-c"])
        codes["check --watch desk"] = watch([*command, "check", "--watch", "--grammar", "required", "desk"], options)
        seen: dict[str, Any] = {"listening": listening(), "connected": connections.read_text().splitlines()}
        seen["servers"] = [json.loads(path.read_bytes()) for path in (folder / "runtime" / "newslint").glob("*.json")]
        seen["processes"] = [
            (Path(f"/proc/{server[who]['pid']}") / what).read_bytes().decode(errors="replace")
            for server in seen["servers"]
            for who in ("java", "supervisor")
            for what in ("cmdline", "environ")
        ]
        seen["modes"] = {
            str(path.relative_to(folder)): stat.S_IMODE(path.lstat().st_mode)
            for place in ("cache", "runtime", "tmp")
            for path in (folder / place).rglob("*")
            if not path.is_symlink() and "languagetool-" not in str(path)
        }
        seen["holding_while_running"] = holding(folder)
        # The hook is not blind: with an address elsewhere it shows it.
        connections.write_text("")
        run("check", "--grammar", "auto", "--no-cache", "--grammar-url", f"http://{ELSEWHERE}:8010", "desk/council.txt")
        seen["elsewhere"] = connections.read_text().splitlines()
        # A stranger's settings name an address; where it is off it is not used.
        (folder / "newslint.yml").write_text(f"grammar-url: http://{ELSEWHERE}:8010\n")
        connections.write_text("")
        run("check", "--no-cache", "--grammar-url", "off", "--select", "grammar/", "desk/council.txt")
        environment["NEWSLINT_GRAMMAR_URL"] = "off"
        run("baseline", "write", "desk")
        run("rules", "try", "grammar/", "desk/council.txt")
        seen["off"] = connections.read_text().splitlines()
    finally:
        run("grammar", "stop")
    seen["holding"] = holding(folder)
    seen["searched"] = sum(len(list((folder / place).rglob("*"))) for place in ("cache", "runtime", "tmp"))
    json.dump({**seen, "codes": codes}, sys.stdout)
    return 0


def watch(command: list[str], options: dict[str, Any]) -> tuple[int, str]:
    """Start it, wait for its first report, press Ctrl-C."""
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True, **options) as process:
        assert process.stdout is not None
        said = []
        for line in process.stdout:
            said.append(line)
            if " files" in line or " file;" in line:
                break
        process.send_signal(signal.SIGINT)
        said.append(process.stdout.read())
    return process.returncode, "".join(said)[-2000:]


def up() -> None:
    """Bring the loopback interface up, and see that there is no other."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        fcntl.ioctl(sock, 0x8914, struct.pack("16sh14x", b"lo", 0x49))  # SIOCSIFFLAGS: up, running, loopback
    others = {name for _, name in socket.if_nameindex()} - {"lo"}
    if others:
        sys.exit(f"this network has {sorted(others)}: start it with unshare -n")


def listening() -> list[str]:
    """Return the addresses that sockets of this network listen on, as the kernel writes them: hexadecimal."""
    rows = [line.split() for name in ("tcp", "tcp6") for line in Path(f"/proc/net/{name}").read_text().splitlines()[1:]]
    return [row[1].partition(":")[0] for row in rows if row[3] == "0A"]


def holding(folder: Path) -> list[str]:
    """Return the files newslint keeps that hold the rare word, in any of three encodings."""
    words = [RARE.encode(), RARE.encode("utf-16-le"), RARE.encode("utf-16-be")]
    found = []
    for place in ("cache", "runtime", "tmp"):
        for path in (folder / place).rglob("*"):
            if path.is_file() and path.suffix != ".jar":
                with contextlib.suppress(FileNotFoundError):
                    data = path.read_bytes()
                    found += [str(path.relative_to(folder))] if any(word in data for word in words) else []
    return found


if __name__ == "__main__":
    sys.exit(main())

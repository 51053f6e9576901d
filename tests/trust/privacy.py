"""Privacy and verified jars at full size: `python tests/trust/privacy.py [--record]`; Linux, as root or with user
namespaces, and with LanguageTool installed. With `strace` on the machine Java's connections are written down too.

Every command that reads copy runs in a network that has nothing but the loopback interface. Then each of the real jars
is changed by one byte that leaves size and time as they were, cut short, replaced by a link, or joined by a stranger.
"""

# ruff: noqa: T201 - a script that prints
from __future__ import annotations

import argparse
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import privacy_run
import test_privacy as suite
from records import RUNS, write_record

from newslint.grammar import api
from newslint.grammar.jars import jar_folder, jar_list
from newslint.grammar.verified import verify

RECORD = RUNS / "privacy.json"
_ADDRESS = re.compile(r'inet_addr\("([\d.]+)"\)|inet_pton\(AF_INET6, "([^"]+)"')
_HERE = re.compile(r"127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+")


def traced(log: Path) -> list[str]:
    """Return the addresses that processes connected or sent to, as the kernel was asked."""
    text = log.read_text(errors="replace") if log.exists() else ""
    return [match[1] or match[2] for match in _ADDRESS.finditer(text)]


def commands() -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory(prefix="newslint-privacy-") as place:
        folder, log = Path(place), Path(place) / "trace"
        strace = shutil.which("strace")
        tracing = [strace, "-f", "-qq", "--seccomp-bpf", "-e", "trace=connect,sendto,sendmsg", "-o", str(log)]
        seen = suite.barred(folder, "--large", before=[each for each in tracing if each] if strace else [])
        addresses = traced(log)
    codes = {words: code for words, (code, _) in seen["codes"].items()}
    wrong = [
        f"{words}: {code}" for words, code in codes.items() if code not in ((130,) if "--watch" in words else (0, 1))
    ]
    beyond = suite.beyond(seen["connected"]) + suite.beyond(seen["off"])
    rows = [
        _row("every command that reads copy, in a network with nothing but the loopback interface", len(codes),
             "all did their work" if not wrong else "; ".join(wrong)),
        _row("connections of Python's processes, by an audit hook", len(seen["connected"]),
             f"{len(beyond)} beyond the loopback interface"),
    ]  # fmt: skip
    if addresses:
        # One command is given an address elsewhere, to see that what goes there is seen.
        far = [each for each in addresses if not _HERE.fullmatch(each) and each != privacy_run.ELSEWHERE]
        probe = addresses.count(privacy_run.ELSEWHERE)
        said = f"{len(far)} beyond the loopback interface, but for the {probe} of the one run that was given an address"
        rows.append(_row("connections and datagrams of all processes, Java's too, by strace", len(addresses), said))
        beyond += far
    else:
        print("no strace on this machine: what Java connects to is barred by the network, not written down")
    held = seen["holding_while_running"] + seen["holding"]
    open_ = [
        path for path, mode in seen["modes"].items() if mode & 0o022 or (path.startswith("runtime") and mode & 0o077)
    ]
    rows += [
        _row("sockets that listen while the server runs", len(seen["listening"]),
             "all on the loopback interface" if set(seen["listening"]) <= suite.LOOPBACK else str(seen["listening"])),
        _row("files of cache, server and temporary folder searched for a word of the copy", seen["searched"],
             f"{len(held)} hold it"),
        _row("command lines and environments of the server's processes, the same", len(seen["processes"]),
             f"{sum(privacy_run.RARE in text for text in seen['processes'])} hold it"),
        _row("modes of files and folders made under umask 0", len(seen["modes"]), f"{len(open_)} open to others"),
    ]  # fmt: skip
    bad = [*wrong, *beyond, *held, *open_]
    print(*bad, sep="\n", end="\n" if bad else "")
    return rows


def jars() -> list[dict[str, Any]]:
    api.install()
    with tempfile.TemporaryDirectory(prefix="newslint-jars-") as place:
        os.environ["NEWSLINT_CACHE"] = place
        source = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "newslint" / jar_folder().name
        shutil.copytree(source, jar_folder())
        setup = api.find_setup()
        verify(setup)
        ways: dict[str, Callable[[Path], None]] = {
            "one byte of a jar changed, size and time as they were": _change_a_byte,
            "a jar cut short": lambda jar: os.truncate(jar, jar.stat().st_size - 1),
            "a link in a jar's place, to the right bytes": _put_a_link,
            "another file beside the jars": lambda jar: jar.with_name(f"another-{jar.name}").touch(),
        }  # fmt: skip
        rows = []
        for said, change in ways.items():
            found = 0
            for jar in jar_list().jars:
                path = jar_folder() / jar.file
                change(path)
                try:
                    verify(setup)
                    print(f"not found: {said}: {jar.file}")
                except api.GrammarFailed:
                    found += 1
                path.with_name(f"another-{jar.file}").unlink(missing_ok=True)
                path.unlink()
                shutil.copy2(source / jar.file, path)
            rows.append(_row(said, len(jar_list().jars), f"{found} found before a server started", "Supply chain"))
        verify(setup)
    return rows


def _put_a_link(jar: Path) -> None:
    aside = jar_folder().parent / "aside"
    jar.replace(aside)
    jar.symlink_to(aside)


def _change_a_byte(jar: Path) -> None:
    before = jar.stat()
    with jar.open("r+b") as file:
        file.seek(before.st_size // 2)
        byte = file.read(1)
        file.seek(before.st_size // 2)
        file.write(bytes([byte[0] ^ 1]))
    os.utime(jar, ns=(before.st_atime_ns, before.st_mtime_ns))


def _row(fault: str, tries: int, seen: str, area: str = "Privacy") -> dict[str, Any]:
    return {"area": area, "fault": fault, "tries": tries, "seen": seen, "lost": "nothing"}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--record", action="store_true", help="write what was seen into tests/trust/runs")
    said = parser.parse_args()
    rows = [*commands(), *jars()]
    for row in rows:
        print(f"{row['fault']}: {row['tries']}: {row['seen']}")
    if said.record:
        write_record(RECORD, "python tests/trust/privacy.py --record", rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Kills `check --fix`, `baseline write` and `grammar install` at random moments and looks at what is left.

    python tests/trust/kills.py --tries 1000 --record

In turn a kill comes at a moment that is spread evenly over the time that a run takes, or some milliseconds after the
first sign that the run has begun to write, which is a small part of its time. Whatever is left must be the old state or
the new one, and gone with the next run what a killed one has written aside.
"""

from __future__ import annotations

import argparse
import hashlib
import http.server
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec
from records import RUNS, write_record

from newslint.grammar import jars as jars_module
from newslint.grammar import provision
from newslint.grammar.jars import Jar, JarList, jar_folder
from newslint.newfile import remove_stale

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "cli"))

from kills_while_fixing import kill_many  # noqa: E402

SEEN_MS = 25.0
"""How long after the first sign of writing a kill may come."""
LOOK_S = 0.001


class Tally(msgspec.Struct):
    """What was found after kills: the old state, the new one, and how often something was left aside and removed."""

    kills: int = 0
    old: int = 0
    new: int = 0
    aside: int = 0
    ended: int = 0

    def __str__(self) -> str:
        return f"old state {self.old} times, new {self.new}; {self.aside} left something aside, removed by the next run"


class Job(msgspec.Struct, frozen=True):
    """A command to kill. ``begun`` says whether it has begun to write, ``look`` what is left: "old" or "new", by
    assertion nothing else; ``aside`` names what was left aside, ``again`` runs it to the end and looks at everything.
    """

    command: Sequence[str]
    environment: Mapping[str, str]
    renew: Callable[[], None]
    begun: Callable[[], bool]
    look: Callable[[], str]
    aside: Callable[[], list[str]]
    again: Callable[[], None]


def kill(job: Job, tries: int, dice: random.Random) -> Tally:
    """Kill a command that many times."""
    job.renew()
    began = time.monotonic()
    subprocess.run(job.command, env=job.environment, check=True, capture_output=True)
    whole = time.monotonic() - began
    assert job.look() == "new"
    tally = Tally()
    for number in range(tries):
        job.renew()
        with subprocess.Popen(
            job.command, env=job.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            if number % 2:
                while process.poll() is None and not job.begun():
                    time.sleep(LOOK_S)
                time.sleep(dice.random() ** 3 * SEEN_MS / 1000)  # rather soon: a small file is written in 2 ms
            else:
                time.sleep(dice.uniform(0, whole))
            tally.ended += process.poll() is not None
            process.kill()
        state = job.look()
        assert state in ("old", "new"), state
        tally.kills += 1
        tally.old += state == "old"
        tally.new += state == "new"
        left = job.aside()
        tally.aside += bool(left)
        job.again()
        assert job.aside() == [], job.aside()
        assert job.look() == "new"
    return tally


# baseline write -----------------------------------------------------------------------------------------------------


def baseline_job(folder: Path, environment: Mapping[str, str]) -> Job:
    """A newsroom writes its baseline anew, over one that it has."""
    place = folder / "newslint-baseline.json"
    old = b'{\n "version": 1,\n "files": {\n }\n}\n'
    for number in range(4):
        (folder / f"{number}.txt").write_text(
            "Zoo moves otters\n\n"
            + "\n\n".join(f"The otters of pen {pen} were moved to to the new pond." for pen in range(60))
            + "\n"
        )
    (folder / "newslint.yml").write_text("select: [repetition/doubled-word]\ngrammar: off\n")
    command = [sys.executable, "-m", "newslint", "baseline", "write", "--force", "--baseline", str(place), str(folder)]
    subprocess.run(command, env=environment, check=True, capture_output=True)
    new = place.read_bytes()
    assert len(new) > 10_000

    def look() -> str:
        data = place.read_bytes()
        return {old: "old", new: "new"}.get(data, f"{len(data)} bytes that are neither")

    def aside() -> list[str]:
        names = {path.name for path in folder.iterdir()}
        return sorted(names - {"0.txt", "1.txt", "2.txt", "3.txt", "newslint.yml", place.name})

    def again() -> None:
        # What `write_whole` does in the next run, without another start of the command for every kill.
        from newslint.cli.outfile import write_whole

        write_whole(place, new)

    return Job(command, environment, lambda: place.write_bytes(old) and None, lambda: bool(aside()), look, aside, again)


# grammar install ----------------------------------------------------------------------------------------------------

SIZES = (3_000_000, 1_200_000, 700_000, 300_000, 80_000, 5_000)
INSTALL = """
import sys
sys.path.insert(0, {here!r})
import kills
kills.stand_in()
from newslint.cli.main import main
sys.argv = ["newslint", "grammar", "install"]
main()
"""


def contents() -> dict[str, bytes]:
    return {
        f"org.example:part-{number}:1.{number}": random.Random(number).randbytes(size)
        for number, size in enumerate(SIZES)
    }


def stand_in() -> JarList:
    """Let a small set of jars take the place of LanguageTool's 250 MB, in this process; the code is the real one."""
    jars = []
    for coordinate, data in contents().items():
        _, artifact, version = coordinate.split(":")
        jars.append(Jar(coordinate, f"{artifact}-{version}.jar", len(data), hashlib.sha256(data).hexdigest()))
    small = JarList("6.8", "example.Main", "small", tuple(jars))
    for module in (jars_module, provision, *filter(None, [sys.modules.get("newslint.grammar.api")])):
        module.jar_list = lambda: small  # type: ignore[attr-defined]
    return small


@contextmanager
def mirror(root: Path) -> Iterator[str]:
    """Serve the jars as a Maven repository on the loopback interface; yields its address."""
    for coordinate, data in contents().items():
        group, artifact, version = coordinate.split(":")
        path = root.joinpath(*group.split("."), artifact, version, f"{artifact}-{version}.jar")
        path.parent.mkdir(parents=True)
        path.write_bytes(data)

    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *args: object, **options: object) -> None:
            super().__init__(*args, directory=str(root), **options)  # type: ignore[arg-type]

        def log_message(self, *_args: object) -> None:
            pass

    class Server(http.server.ThreadingHTTPServer):
        def handle_error(self, *_args: object) -> None:
            pass  # whoever asked was killed

    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def install_job(folder: Path, environment: Mapping[str, str]) -> Iterator[Job]:
    """An installation in an empty cache; every second time one jar of an old one is damaged."""
    cache = folder / "cache"
    cache.mkdir()
    before = {name: os.environ.get(name) for name in ("NEWSLINT_CACHE", "NEWSLINT_MAVEN_MIRROR", "NO_PROXY")}
    lists = [(module, module.jar_list) for module in (jars_module, provision)]
    with mirror(folder / "mirror") as url:
        own = {"NEWSLINT_CACHE": str(cache), "NEWSLINT_MAVEN_MIRROR": url, "NO_PROXY": "127.0.0.1"}
        os.environ.update(own)
        small = stand_in()
        whole = contents()
        damaged = small.jars[-1].file
        turns = 0

        def renew() -> None:
            nonlocal turns
            turns += 1
            shutil.rmtree(jar_folder(), ignore_errors=True)
            if turns % 4 >= 2:
                provision.install(source=folder / "mirror")
                (jar_folder() / damaged).write_bytes(b"damaged")

        def look() -> str:
            if not jar_folder().exists():
                return "old"
            found = {path.name: path.read_bytes() for path in jar_folder().iterdir() if path.suffix == ".jar"}
            wanted = {jar.file: whole[jar.coordinate] for jar in small.jars}
            if found == wanted:
                return "new"
            return "old" if found == {**wanted, damaged: b"damaged"} else f"neither: {sorted(found)}"

        def aside() -> list[str]:
            return sorted(
                path.name for path in cache.iterdir() if path.name.startswith((".incoming-", ".old-", ".newslint-"))
            )

        job = Job(
            [sys.executable, "-c", INSTALL.format(here=str(HERE))],
            {**environment, **own},
            renew,
            lambda: bool(aside()),
            look,
            aside,
            lambda: provision.install() and None,
        )
        try:
            yield job
        finally:
            for module, known in lists:
                module.jar_list = known  # type: ignore[attr-defined]
            for name, value in before.items():
                if value is None:
                    os.environ.pop(name, None)
                else:
                    os.environ[name] = value


# All together -------------------------------------------------------------------------------------------------------


def rows(tries: int, scratch: Path, dice: random.Random, environment: Mapping[str, str]) -> Iterator[dict[str, object]]:
    """Kill each command that many times; yield a row of the table for each."""
    for name in ("fix", "baseline", "install"):
        (scratch / name).mkdir()
    fixed = kill_many(tries, scratch / "fix", dice, dict(environment))
    yield _row("SIGKILL during `check --fix` of 20 files", tries, str(fixed).partition(": ")[2])
    remove_stale(scratch / "baseline")
    written = kill(baseline_job(scratch / "baseline", environment), tries, dice)
    yield _row("SIGKILL during `baseline write`", written.kills, str(written))
    with install_job(scratch / "install", environment) as job:
        installed = kill(job, tries, dice)
    yield _row("SIGKILL during `grammar install`", installed.kills, str(installed))


def _row(fault: str, tries: int, seen: str) -> dict[str, object]:
    return {"area": "Faults", "fault": fault, "tries": tries, "seen": seen, "lost": "nothing"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tries", type=int, default=25, help="kills of each command")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--record", action="store_true", help="write runs/kills.json")
    options = parser.parse_args()
    found = []
    with tempfile.TemporaryDirectory() as scratch:
        for row in rows(options.tries, Path(scratch), random.Random(options.seed), dict(os.environ)):
            found.append(row)
            sys.stdout.write(f"{row['fault']}: {row['tries']} tries: {row['seen']}\n")
            sys.stdout.flush()
    if options.record:
        command = f"python tests/trust/kills.py --tries {options.tries} --record"
        write_record(RUNS / "kills.json", command, found)


if __name__ == "__main__":
    main()

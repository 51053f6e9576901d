"""The benchmark's own parts: what it measures, the stories it makes, the page and the plot it writes."""

from __future__ import annotations

import os
import sys
import xml.etree.ElementTree as ElementTree
from itertools import islice

import measuring
import pytest
import speed_page
from measuring import Launcher, Run, in_turn, middle
from peers import NODE, PYTHON
from sample_stories import SIZE, joined_stories, made_stories, shuffled_stories, write_stories
from speed_plot import apart, number, plot, scale

POINT = {"seconds": 1.5, "processor": 1.4, "peak": 40.0}
RESULT = {
    "measured": "2026-11-24",
    "machine": {"processors": 2, "system": "linux", "python": "3.11.7"},
    "stories_are": {"count": 1000, "mean": 4700, "origin": "made up"},
    "contestants": {
        "newslint": {"version": "1", "setup": "the book"},
        "codespell": {"version": "2", "setup": "<words>"},
    },
    "missing": ["alex"],
    "start": {"python -c pass": {**POINT, "peak": 9.0}, "newslint": POINT, "codespell": {**POINT, "seconds": 0.75}},
    "loading": {"the shipped book": {"seconds": 0.015, "processor": 0.014, "checks": 400}},
    "throughput": {"newslint": POINT, "codespell": {**POINT, "seconds": 3}, "slow <one>": {"over": 120}},
    "rules": {"newslint": {"100": {**POINT, "start": POINT}, "10000": {**POINT, "seconds": 3.0, "start": POINT}}},
    "stories": {
        "newslint": {"100": POINT, "1000": {**POINT, "seconds": 12}},
        "slow <one>": {"100": {"over": 120}, "1000": {"failed": "no stack"}},
    },
    "live": {
        "stories": 2,
        "mean": 4700,
        "checks": {
            "the first check": {"count": 2, "median": 12.34, "p90": 20.0},
            "a check after an edit": {"count": 1600, "median": 4.5, "p90": 9.96},
        },
    },
    "profile": {
        "stories": 300,
        "parts": {"the story model": 3.0, "placing": 1.0},
        "kinds": {
            "names": {"ms": 3.97, "runs": 4.2},
            "dates": {"ms": 0.02, "runs": 0.4},
            "years": {"ms": 0.01, "runs": 0.3},
        },
    },
}


@pytest.fixture
def launcher():
    with Launcher() as launcher:
        yield launcher


def test_a_run_says_what_the_process_took_and_said(launcher, tmp_path):
    program = "import os, sys; block = b'x' * 60_000_000; print(os.getcwd()); sys.exit(3)"
    run = launcher.run([sys.executable, "-c", program], tmp_path, tmp_path / "said", dict(os.environ))
    assert (run.code, run.late) == (3, False)
    assert (tmp_path / "said").read_text().strip() == str(tmp_path.resolve())
    assert 60 < run.peak < 100
    assert run.processor > 0
    assert run.seconds > 0


def test_a_long_run_says_how_large_its_processes_are(launcher, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(measuring, "TELL", 0.05)
    program = "import time; block = bytes(range(256)) * 200_000; time.sleep(0.3)"
    launcher.run([sys.executable, "-S", "-c", program], tmp_path, tmp_path / "said", dict(os.environ))
    told = capsys.readouterr().err.splitlines()
    assert any(
        50 < int(line.split("processes of ")[1].split(" ")[0].rstrip(",")) < 90 for line in told if "no" not in line
    )


def test_what_takes_too_long_is_ended(launcher, tmp_path):
    program = "import time; time.sleep(60)"
    run = launcher.run([sys.executable, "-c", program], tmp_path, tmp_path / "said", dict(os.environ), limit=1)
    assert run.late
    assert run.seconds < 30


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a process's peak is its own from the start")
def test_the_peak_of_a_small_program_is_its_own(launcher, tmp_path):
    ballast = b"x" * 50_000_000
    run = launcher.run([sys.executable, "-c", "pass"], tmp_path, tmp_path / "said", dict(os.environ))
    assert ballast
    assert run.peak < 20


def test_contestants_run_in_turn_and_the_middle_counts():
    order = []

    def turn(name, seconds):
        def run():
            order.append(name)
            return Run(seconds.pop(0), 1.0, 10.0 * len(order))

        return run

    found = in_turn({"a": turn("a", [5.0, 1.0, 2.0]), "b": turn("b", [99.0, 1.0, 2.0])}, 3)
    assert order == ["a", "b", "a", "a"]  # a run of 99 seconds is not repeated
    assert found["a"] == middle([Run(5.0, 1.0, 10.0), Run(1.0, 1.0, 30.0), Run(2.0, 1.0, 40.0)]) == Run(2.0, 1.0, 40.0)


def test_stories_are_of_the_size_and_the_same_every_time(tmp_path):
    made = list(islice(shuffled_stories(), 20))
    assert made == list(islice(shuffled_stories(), 20))
    assert abs(sum(len(text.encode("utf-8")) for text in made) / 20 - SIZE) < 200
    assert len(set(made)) == 20
    folder = made_stories(tmp_path / "made", 3)
    assert [path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())] == made[:3]
    stories = write_stories(tmp_path / "all", 3, None)
    assert [path.read_text(encoding="utf-8") for path in sorted(stories.folder.iterdir())] == made[:3]


def test_stories_of_a_folder_are_joined_within_their_folder(tmp_path):
    for name, letter in (("one/a", "a"), ("one/b", "b"), ("two/c", "c")):
        path = tmp_path / "source" / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n\n".join([letter * 398] * 9), encoding="utf-8")
    made = list(joined_stories(tmp_path / "source"))
    assert [(text.count("a"), text.count("b"), text.count("c")) for text in made] == [
        (9 * 398, 3 * 398, 0),
        (0, 6 * 398, 0),
        (0, 0, 9 * 398),
    ]
    stories = write_stories(tmp_path / "target", 5, tmp_path / "source")
    assert "3 different ones, repeated" in stories.origin
    with pytest.raises(ValueError, match="no stories"):
        write_stories(tmp_path / "none", 5, tmp_path / "nowhere")


def test_the_page_has_every_figure_and_the_ratios():
    page = speed_page.as_page(RESULT)
    assert "| codespell | 750 ms | 0.50 | 1400 ms | 1.00 | 40 MB | +31 MB |" in page
    assert "| codespell | 3.00 s | 2.00 | 1.40 s | 1.00 | 40 MB | 1.57 |" in page
    assert "| slow <one> | over 120 s |" in page
    assert "| newslint | 1.50 s | 3.00 s | 100 to 10,000 | 2.00 | 1.00 |" in page
    assert "| newslint | 15.0 s | 12.0 s |" in page
    assert "| slow <one> | over 1200 s | fails |" in page
    assert "- slow <one>, 1,000: `no stack`" in page
    assert "not measured: alex" in page
    assert "two shared cores" in page
    assert "Without FOLDER the stories are made of the project's own." in page
    assert "newslint" in speed_page.as_text(RESULT)


def test_the_page_says_what_an_edit_takes_and_where_the_time_goes():
    page = speed_page.as_page(RESULT)
    assert "## While a story of 4.7 KB is edited: one warm process" in page
    assert "| the first check | 2 | 12.3 ms | 20.0 ms |\n| a check after an edit | 1,600 | 4.5 ms | 10.0 ms |" in page
    assert "| the checks | 4.00 ms | 50% |\n| the story model | 3.00 ms | 38% |" in page
    assert "| all | 8.00 ms | 100% |" in page
    assert "| names | 4.2 | 3.97 ms | 99% |\n| 2 other kinds | 0.7 | 0.03 ms | 1% |" in page


def test_the_plot_is_sound_and_has_a_panel_a_section():
    root = ElementTree.fromstring(plot(RESULT))
    panels = [child for child in root if child.tag.endswith("}g")]
    assert len(panels) == 4
    assert "prefers-color-scheme: dark" in ElementTree.tostring(root, encoding="unicode")
    only = {key: RESULT[key] for key in RESULT if key not in ("rules", "stories", "start")}
    assert len([child for child in ElementTree.fromstring(plot(only)) if child.tag.endswith("}g")]) == 1


def test_scales_and_labels():
    assert scale([0.02, 3], 0, 100).marks() == [0.01, 0.1, 1, 10]
    assert scale([10, 10_000], 0, 90).at(100) == pytest.approx(30)
    assert apart([50, 50, 51, 10], 10, 0, 100) == [50, 60, 70, 10]
    assert apart([95, 99, 98], 10, 0, 100) == [80, 100, 90]
    assert [number(value) for value in (0.0123, 0.4321, 3.14159, 24.6, 1234)] == [
        "0.012",
        "0.43",
        "3.14",
        "25",
        "1,234",
    ]


def test_the_page_and_the_plot_are_those_of_the_figures():
    if not speed_page.FIGURES.exists():
        pytest.skip("no figures are recorded")
    result = speed_page.recorded()
    assert speed_page.PAGE.read_text(encoding="utf-8") == speed_page.as_page(result)
    assert speed_page.PICTURE.read_text(encoding="utf-8") == plot(result)


def test_no_peer_is_forgotten():
    from contestants import PEERS

    assert set(PEERS) - {"vale"} <= {*PYTHON, *NODE}

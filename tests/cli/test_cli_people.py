"""`newslint people`, and a ledger in the settings, as users run them."""

from __future__ import annotations

import csv
import io


def _archive(tmp_path):
    folder = tmp_path / "archive"
    folder.mkdir()
    stories = {
        "2024-05-01-a.txt": "The treasurer, Jo Malik, raised the tax. Mr Malik was tired. Coach José Lal won.",
        "2024-05-02-b.txt": "The treasurer, Jo Malik, slept. Coach José Lal won. Coach Rosa Achtenberg lost.",
        "2024-06-03-c.txt": "Jo R. Malik, the treasurer, left. Coach Rosa Achterberg won. Coach José Lal won.",
        "2024-06-04-d.txt": "Coach Rosa Achterberg won. Coach José Lal won.",
        "2024-06-05-e.txt": "Coach José Lal won.",
        "2024-06-06-f.txt": "Coach Jose Lal won.",
    }
    for name, text in stories.items():
        (folder / name).write_text(f"News of the day\n\n{text}\n")
    return folder


def _rows(text):
    return {row["name"]: row for row in csv.DictReader(io.StringIO(text))}


def test_a_draft_counts_joins_and_marks(run, tmp_path):
    folder = _archive(tmp_path)
    done = run("people", "learn", str(folder), "--at-least", "1")
    assert done.returncode == 0
    rows = _rows(done.stdout)
    assert done.stderr == f"{len(rows)} people; 6 stories read\n"
    malik = rows["Jo Malik"]
    assert (malik["aliases"], malik["honorific"], malik["post"], malik["count"]) == (
        "Jo R. Malik",
        "Mr",
        "treasurer",
        "4",
    )
    assert malik["note"] == "in 3 stories; seen 2024-05-01 to 2024-06-03"
    assert rows["José Lal"]["note"].endswith("Jose Lal (1) is not listed: a slip?")
    assert rows["Rosa Achtenberg"]["note"].endswith("one person with Rosa Achterberg (2)?")
    assert "one person" not in rows["Rosa Achterberg"]["note"]
    counts = [int(row["count"]) for row in rows.values()]
    assert counts == sorted(counts, reverse=True)
    assert set(_rows(run("people", "learn", str(folder)).stdout)) == {"Jo Malik", "José Lal", "Rosa Achterberg"}
    assert run("people", "learn", str(folder), "--at-least", "1", "--jobs", "2").stdout == done.stdout


def test_a_draft_is_a_ledger_that_finds_the_slips_of_its_archive(run, tmp_path):
    folder = _archive(tmp_path)
    ledger = tmp_path / "people.csv"
    assert run("people", "learn", str(folder), "-o", str(ledger)).returncode == 0
    again = run("people", "learn", str(folder), "-o", str(ledger))
    assert (again.returncode, "--force" in again.stderr) == (2, True)
    assert run("people", "learn", str(folder), "-o", str(ledger), "--force").returncode == 0
    assert run("people", "check", str(ledger)).returncode == 0
    (tmp_path / "newslint.yml").write_text("people: people.csv\n")
    done = run("check", "--grammar", "off", "--select", "people/", str(folder))
    assert done.returncode == 1
    assert '2024-05-02-b.txt:3:59: warning people/near-miss "Rosa Achtenberg"' in done.stdout
    assert 'The ledger of people has "Rosa Achterberg".' in done.stdout
    run("check", "--grammar", "off", "--select", "people/", "--fix", "--unsafe-fixes", str(folder))
    assert "Rosa Achterberg lost" in (folder / "2024-05-02-b.txt").read_text()


def test_a_post_out_of_its_days_goes_by_the_storys_day(run, tmp_path):
    (tmp_path / "people.csv").write_text("name,post,to\nJo Malik,treasurer,2023\n")
    (tmp_path / "newslint.yml").write_text("people: people.csv\n")
    (tmp_path / "story.txt").write_text("News of the day\n\nThe treasurer, Jo Malik, raised the tax.\n")
    check = ("check", "--grammar", "off", "--select", "people/", "--show", "advice", "story.txt")
    assert "people/post-out-of-date" in run(*check, "--date", "2024-05-31").stdout
    assert "people/post-out-of-date" not in run(*check, "--date", "2023-05-31").stdout


def test_a_bad_ledger_ends_a_run_with_every_place(run, tmp_path):
    (tmp_path / "people.csv").write_text("name,from\nJo Malik,May\nRosa Lal,June\n")
    (tmp_path / "newslint.yml").write_text("people: people.csv\n")
    (tmp_path / "story.txt").write_text("News.\n")
    done = run("check", "--grammar", "off", "story.txt")
    assert done.returncode == 2
    assert "people.csv:2:10: `May` is no day" in done.stderr
    assert "people.csv:3:10: `June` is no day" in done.stderr


def test_a_check_of_a_ledger_says_what_is_wrong_and_what_contradicts_itself(run, tmp_path):
    (tmp_path / "a.csv").write_text(
        "name,aliases,honorific,post,from,to\n"
        "Jo Malik,,Mr,treasurer,2019,2021\n"
        "Jo Malik,,Mr,treasurer,2019,2021\n"
        "Jo Malik,,Mr,treasurer,2021-05,2023\n"
        "Jo Malik,,Dr,mayor,2020,\n"
        "Jo Malik,,Dr,mayor,2010,2018\n"
        "Rosa Lal,Jo Malik; Rosa Lal,,,,\n"
        "J.K. Obi,,,,,\n"
        "JK Obi,,,,,\n"
    )
    done = run("people", "check", "a.csv")
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "a.csv:3:1: the same row as a.csv:2:1: take one out",
        "a.csv:4:1: `treasurer` holds for some of the days of a.csv:2:1 too: make one row of them, or mend the days",
        "a.csv:5:1: `Dr` here and `Mr` in a.csv:2:1 for the same days: keep one, or mend them",
        "a.csv:7:1: the alias `Jo Malik` is the name of somebody else (a.csv:2:1): leave one out",
        "a.csv:7:1: the alias `Rosa Lal` is the name itself: take it out",
        "a.csv:9:1: `JK Obi` is `J.K. Obi` (a.csv:8:1) in points or apostrophes only: write one of them",
    ]
    assert done.stderr == "4 people, 6 problems\n"
    (tmp_path / "b.csv").write_text("name,born\nJo Malik,1970\n")
    assert run("people", "check", "b.csv").stdout.startswith("b.csv:1:6: unknown column `born`; the columns are name,")
    assert run("people", "check", "gone.csv").returncode == 2


def test_what_cannot_be_read_is_said_and_the_rest_is_drafted(run, tmp_path):
    folder = _archive(tmp_path)
    done = run("people", "learn", str(folder), "gone.txt")
    assert done.returncode == 2
    assert "gone.txt" in done.stderr
    assert "Jo Malik" in _rows(done.stdout)

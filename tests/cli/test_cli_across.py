"""`check --across`: folders of stories with contradictions between them, and with what only looks like one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

POOL = (
    "The pool in Mill Lane, which opened in 1931 and has leaked ever since, will close at the end of May, the borough "
    "said on Monday.\n\nThe floor has cracks that would cost more to mend than the borough takes in a year from "
    "swimmers and bathers.\n\nSwimmers came from as far as Leeds to see it drained, and some of them took home a tile "
    "as a keepsake of ninety years.\n"
)
NOTE = "\nAn earlier version of this story had a wrong figure.\n"
LIBRARY = (
    "The library in Duck Street will open on Sundays from June, when a second librarian begins, the county said in a "
    "letter to readers.\n"
)
VOTE = (
    "The vote was won by twelve to three, with two members away and the chairman of the baths in bed with a cold that "
    "he had caught there.\n\nNobody in the hall spoke for the other side, though a dozen people had asked the clerk "
    "beforehand whether they could.\n"
)
BOTH = "Hugo Lamb held the door. Rosa Bligh held the key.\n"

Folder = tuple[str, str]

CLASHES: dict[str, tuple[str, Folder, str]] = {
    "a slip, one post": (
        "name-two-spellings",
        (
            "Borough engineer Joseph Obidele found cracks. Mr Obidele left.\n",
            "They met borough engineer Joseph Obidelle there.\n",
        ),
        "Joseph Obidelle",
    ),
    "an accent": (
        "name-two-spellings",
        ("Chef José Arrabal opened a bar.\n", "The bar of Jose Arrabal is full, he said.\n"),
        "Jose Arrabal",
    ),
    "a given name, the same company": (
        "name-two-spellings",
        (f"Catherine Pell spoke. {BOTH}", f"Katherine Pell left. {BOTH}"),
        "Katherine Pell",
    ),
    "a council's status": (
        "body-two-names",
        (f"Otterbrook Borough Council met. {BOTH}", f"Otterbrook Town Council left. {BOTH}"),
        "Otterbrook Town Council",
    ),
    "a body's head": (
        "body-two-names",
        (f"The Baltic Fishing Organization met. {BOTH}", f"The Baltic Fishing Association left. {BOTH}"),
        "Baltic Fishing Association",
    ),
    "a paragraph again": (
        "near-duplicate-paragraph",
        (f"{LIBRARY}\nIt rained.\n", f"{BOTH}\n{LIBRARY}\n{POOL}"),
        LIBRARY.strip(),
    ),
    "a story again": ("refiled-story", (POOL, f"{POOL}\nIt rained.\n"), ""),
    "a figure not carried": (
        "correction-not-carried",
        (POOL.replace("1931", "1913"), POOL + NOTE),
        "1913",
    ),
    "a name not carried": (
        "correction-not-carried",
        (f"(Corrects the town)\n\n{POOL}", POOL.replace("Leeds", "Hull")),
        "Hull",
    ),
    "twins": ("correction-not-carried", (POOL, POOL.replace("Mill Lane", "Duck Street")), "Duck Street"),
}

LOOK_ALIKES: dict[str, tuple[str, Folder]] = {
    "other posts": ("name", ("Mayor Ann Smith opened it.\n", "Nurse Anna Smith won the race.\n")),
    "two trades": ("name", ("The baker John Hansen sold up.\n", "The bishop John Hanson left for Rome.\n")),
    "father and son": (
        "name",
        ("Mayor Robert Tarrant spoke. With him was his son, Roberto Tarrant.\n", "Mayor Robert Tarrant left.\n"),
    ),
    "man and woman": (
        "name",
        (f"Francis Pell spoke. Mr Pell left. {BOTH}", f"Frances Pell spoke. Mrs Pell left. {BOTH}"),
    ),
    "two councils of one place": (
        "body",
        (
            f"Otterbrook Borough Council met. {BOTH}",
            f"Otterbrook Borough Council and Otterbrook Town Council met. {BOTH}",
        ),
    ),
    "no people in common": (
        "body",
        ("Otterbrook Borough Council met, Hugo Lamb said.\n", "Otterbrook Town Council met, Rosa Bligh said.\n"),
    ),
    "a short standing line": ("near", (f"Doors open at seven.\n\n{POOL}", f"Doors open at seven.\n\n{LIBRARY}")),
    "two subjects": ("refiled", (POOL, LIBRARY)),
    "another day's version": ("correction", (POOL, POOL.replace("on Monday", "on Tuesday"))),
    "an update": ("correction", (POOL, "UPDATE 1\n\n" + POOL.replace("Leeds", "Hull"))),
}


def write(folder: Path, stories: Folder) -> None:
    for name, text in zip("ab", stories, strict=True):
        (folder / f"{name}.txt").write_text(text)


def issues(run, *more: str) -> list[dict[str, object]]:
    asked = ("--grammar", "off", "--across", "--show", "advice", "--select", "across/", "--format", "json")
    said = run("check", *asked, *more)
    assert said.stdout, said.stderr
    return list(json.loads(said.stdout)["issues"])


@pytest.mark.parametrize("name", CLASHES)
def test_a_contradiction_between_two_stories_is_reported_in_one_of_them(tmp_path, run, name: str) -> None:
    rule, stories, words = CLASHES[name]
    write(tmp_path, stories)
    found = [issue for issue in issues(run) if issue["rule"] == f"across/{rule}"]
    assert len(found) == 1
    assert words in stories["ab".index(str(found[0]["path"])[0])]
    message = str(found[0]["message"])
    other = "b.txt:" if str(found[0]["path"]).startswith("a") else "a.txt:"
    assert other in message
    if words:
        assert found[0]["text"] == words


@pytest.mark.parametrize("name", LOOK_ALIKES)
def test_what_looks_like_a_contradiction_is_none(tmp_path, run, name: str) -> None:
    rule, stories = LOOK_ALIKES[name]
    write(tmp_path, stories)
    assert [issue for issue in issues(run) if str(issue["rule"]).startswith(f"across/{rule}")] == []


LABELLED: dict[str, tuple[dict[str, str], dict[str, tuple[str, str]], list[tuple[str, str]]]] = {
    # The stories of a day, what spoils which of them, and what is then said of which file.
    "a correction": (
        {"first.txt": POOL, "second.txt": POOL + NOTE, "other.txt": LIBRARY},
        {"first.txt": ("1931", "1913")},
        [("first.txt", "correction-not-carried")],
    ),
    "a body": (
        {
            "a.txt": f"Otterbrook Borough Council met. {BOTH}",
            "b.txt": "Swimmers marched on Otterbrook Borough Council by night. Rosa Bligh and Hugo Lamb sang.\n",
            "c.txt": "Brackwell Town Council met, Ivo Pell said.\n",
        },
        {"b.txt": ("Borough", "District")},
        [("b.txt", "body-two-names")],
    ),
    "a paragraph": (
        {"a.txt": LIBRARY + "\n" + POOL, "b.txt": "It rained.\n", "c.txt": "It snowed all day.\n"},
        {"a.txt": ("at the end of May", "in May"), "b.txt": ("It rained.\n", f"It rained.\n\n{LIBRARY}\n{VOTE}")},
        [("b.txt", "near-duplicate-paragraph")],
    ),
    "a story": (
        {"a.txt": POOL, "b.txt": LIBRARY, "c.txt": "It rained in Hull on Tuesday.\n"},
        {"c.txt": ("It rained in Hull on Tuesday.", POOL.strip() + "\n\nIt rained in Hull on Tuesday.")},
        [("c.txt", "refiled-story")],
    ),
    "a name": (
        {
            "a.txt": "Borough engineer Joseph Obidele found cracks. Mr Obidele left.\n",
            "b.txt": "They met borough engineer Joseph Obidele there.\n",
            "c.txt": LIBRARY,
            "d.txt": "The nurse Josephine Obidele won the race.\n",
        },
        {"b.txt": ("Obidele", "Obidelle")},
        [("b.txt", "name-two-spellings")],
    ),
}


@pytest.mark.parametrize("name", LABELLED)
def test_a_labelled_folder_is_silent_until_it_is_spoilt(tmp_path, run, name: str) -> None:
    stories, faults, expected = LABELLED[name]
    for path, text in stories.items():
        (tmp_path / path).write_text(text)
    clean = [(str(issue["path"]), str(issue["rule"])) for issue in issues(run)]
    for path, (right, wrong) in faults.items():
        assert right in stories[path]
        (tmp_path / path).write_text(stories[path].replace(right, wrong))
    said = [(str(issue["path"]), str(issue["rule"])) for issue in issues(run)]
    assert sorted(set(said) - set(clean)) == [(path, f"across/{rule}") for path, rule in expected]
    # The two versions of the corrected story are versions of one another, spoilt or not.
    assert {rule for _, rule in clean} <= ({"across/refiled-story"} if name == "a correction" else set())


def test_a_folder_says_the_same_with_one_process_and_two(tmp_path, run) -> None:
    for number, (_, stories, _) in enumerate(CLASHES.values()):
        for name, text in zip("ab", stories, strict=True):
            (tmp_path / f"{number}{name}.txt").write_text(text)
    one = issues(run, "--jobs", "1")
    assert len(one) > 4
    assert issues(run, "--jobs", "2") == one


def test_without_the_option_nothing_is_compared(tmp_path, run) -> None:
    write(tmp_path, CLASHES["an accent"][1])
    assert "across/" not in run("check", "--grammar", "off", "--show", "advice").stdout


def test_an_issue_can_be_accepted_and_hidden(tmp_path, run) -> None:
    stories = CLASHES["an accent"][1]
    write(tmp_path, stories)
    assert run("baseline", "write", "--grammar", "off", "--across").returncode == 0
    assert issues(run) == []
    assert len(issues(run, "--no-baseline")) == 1
    assert "all 1 are still there" in run("baseline", "check", "--grammar", "off").stdout
    (tmp_path / "a.txt").unlink()
    assert run("baseline", "check", "--grammar", "off", "--across").returncode == 1


def test_a_comment_hides_an_issue(tmp_path, run) -> None:
    stories = CLASHES["an accent"][1]
    (tmp_path / "a.md").write_text(stories[0])
    (tmp_path / "b.md").write_text(f"<!-- newslint: off across/ -->\n{stories[1]}")
    said = run("check", "--grammar", "off", "--across", "a.md", "b.md", "--select", "across/,suppression/")
    assert (said.returncode, said.stdout.startswith("no issues")) == (0, True), said.stdout


def test_what_was_not_compared_is_said_below_the_summary(tmp_path, run) -> None:
    for number in range(45):
        (tmp_path / f"{number}.txt").write_text(POOL)
    said = run("check", "--grammar", "off", "--across", ".", "--select", "across/refiled-story", "--show", "advice")
    assert (said.returncode, said.stdout.splitlines()[1:]) == (
        0,
        [
            "the stories were not compared in full: 45 of them whose text too many others have were not compared as "
            "versions of one another"
        ],
    )


def test_watching_does_not_go_with_it(tmp_path, run) -> None:
    said = run("check", "--across", "--watch", ".")
    assert said.returncode == 2
    assert "--across" in said.stderr

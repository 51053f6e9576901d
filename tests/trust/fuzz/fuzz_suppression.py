"""Comments, [sic] and baseline: what they say is obeyed, what is wrong with them is said, garbage is refused."""

from __future__ import annotations

from functools import cache

from fuzz_book import all_options, check_copy, index_of, shipped_book, verify_issues
from fuzzinput import Chooser, plain_text_of, scratch, story_seeds

from newslint.engine.baseline import (
    Baseline,
    BaselineError,
    difference,
    encode_baseline,
    entry_of,
    pruned,
    read_baseline,
)
from newslint.engine.checking import Checked
from newslint.engine.comments import IDS
from newslint.engine.project import Project
from newslint.engine.suppression import Baselines, Suppress, baseline_applied, comments_applied

INSTRUMENT = (
    "newslint.engine.comments",
    "newslint.engine.suppression",
    "newslint.engine.baseline",
    "newslint.rulebook.check",
)
TOKENS = (
    *("<!--", "-->", "newslint: off", "newslint: on", "off-next-line", "names/", "quotes/", " [sic]", "\n\n", ", "),
    *('{"version": 1, "files": {"a.md": [', '{"rule": "a", "text": "b"}', "]}}"),
)


def seeds() -> list[bytes]:
    baseline = b'{"version": 1, "files": {"a.md": [{"rule": "names/x", "text": "y", "before": "0a", "after": ""}]}}'
    commented = [
        b"\0" + b"<!-- newslint: off names/, quotes/ -->\n" + text[1:400] + b"\n<!-- newslint: on -->\n" + text[400:]
        for text in story_seeds()[:40:2]
    ]
    return [*commented, *story_seeds()[1:40:2], b"\xff" + baseline]


def one_input(data: bytes) -> None:
    """An input that begins with 255 is a baseline's bytes; of others the text stands in a Markdown file."""
    if data[:1] == b"\xff":
        check_garbage(data[1:])
        return
    text = plain_text_of(data)
    found = check_copy(text, index_of(0), all_options()[0], "a.md")
    obeyed = comments()(found, lambda _start: True)
    verify_issues(obeyed, text)
    hidden = len(found.issues) - sum(issue.rule not in IDS for issue in obeyed.issues)
    assert obeyed.accepted == hidden
    assert {issue for issue in obeyed.issues if issue.rule not in IDS} <= {*found.issues}
    check_off(text, found, Chooser(data[-2:]))
    check_baseline(obeyed)
    check_sic(text, found, Chooser(data[-2:]))


@cache
def comments() -> Suppress:
    ids = shipped_book().ids
    return comments_applied(lambda: ids, lambda _path, _rule: True)


def check_off(text: str, found: Checked, choose: Chooser) -> None:
    """With a comment that turns everything off before it, nothing of a copy is reported, but for faulty comments."""
    if "<!--" in text or not text.strip():
        return
    off = check_copy("<!-- newslint: off -->\n" + text, index_of(0), all_options()[0], "a.md")
    left = comments()(off, lambda _start: True)
    assert all(issue.rule in IDS for issue in left.issues), left.issues
    if found.issues:
        rule = found.issues[choose.byte() % len(found.issues)].rule
        one = check_copy(f"<!-- newslint: off {rule} -->\n{text}", index_of(0), all_options()[0], "a.md")
        assert not [issue for issue in comments()(one, lambda _start: True).issues if issue.rule == rule]


def check_sic(text: str, found: Checked, choose: Chooser) -> None:
    """Words after which [sic] stands are not reported."""
    if not found.issues:
        return
    issue = found.issues[choose.byte() % len(found.issues)]
    marked = f"{text[: issue.end]} [sic]{text[issue.end :]}"
    for other in check_copy(marked, index_of(0), all_options()[0], "a.md").issues:
        assert other.end != issue.end, f"{other.rule} is reported before [sic]"


def check_baseline(checked: Checked) -> None:
    """A baseline that has just been written keeps everything out, loses nothing, and reads back as it was."""
    folder = scratch() / "desk"
    folder.mkdir(exist_ok=True)
    place, story = folder / "newslint-baseline.json", str(folder / "a.md")
    here = Checked(
        checked.copy.__class__(story, checked.copy.story, checked.copy.variant), checked.issues, checked.not_run
    )
    revision = shipped_book().revision
    rows = [entry_of(issue, revision) for issue in here.issues]
    made = Baseline(place, {"a.md": tuple(rows)} if rows else {})
    place.write_bytes(encode_baseline(made))
    read = read_baseline(place)
    assert encode_baseline(read) == encode_baseline(made)
    assert read.key(story) == "a.md"
    left = baseline_applied(Baselines(Project(isolated=True), place), revision)(here, lambda _start: True)
    assert not left.issues, "what was accepted is reported"
    assert left.accepted == len(here.issues)
    assert not difference(read, pruned(read, {"a.md": rows}, lambda _path, _rule: True)), "what is there is taken out"


def check_garbage(data: bytes) -> None:
    """Any bytes are a baseline or refused, with the file's name and what to do."""
    place = scratch() / "garbage.json"
    place.write_bytes(data)
    try:
        baseline = read_baseline(place)
    except BaselineError as error:
        message = str(error)
    else:
        place.write_bytes(encode_baseline(baseline))
        assert {path: rows for path, rows in baseline.files.items() if rows}.keys() == read_baseline(place).files.keys()
        return
    assert str(place) in message
    assert "newslint" in message, message
    assert "\n" not in message

"""`html`: what stands in the page, and what a reader's browser makes of it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from base64 import b64encode
from collections import Counter
from functools import partial
from hashlib import sha256
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from sample_results import VIEW, everything, issue, result, span

from newslint.engine.placed import placed
from newslint.issue import SEVERITIES, Issue, NotRun, Related
from newslint.reporters.formats import html
from newslint.reporters.page.figures import charts, file_figures, rule_figures
from newslint.reporters.page.paragraphs import split_paragraphs
from newslint.reporters.page.plots import Row, bar_chart
from newslint.reporters.view import Rule
from newslint.text.lines import index_lines
from newslint.text.story import Story

HARBOUR = """Harbour wall to be rebuilt

By Ines Okafor

WESTPORT (AP) - The harbour wall will be be rebuilt, Ines Marlow, the harbour master, said on Monday.

"We waited too long, Mr Ines Marlow said. "The sea did not.

The work costs $3m and lasts  a year.
"""
QUAY = "Quay opens\n\nThe quay opened on Friday, the mayor mayor said at the gate.\n"


def harbour(path="north/harbour.txt"):
    copy = HARBOUR
    said = copy.index('"We waited')
    opened = (said, copy.index("The work") - 2)
    later = issue(
        copy,
        "Mr Ines Marlow",
        "names/given",
        "error",
        'Write "Mr Marlow".',
        path,
        suggestions=("Mr Marlow",),
        fixable="unsafe",
        related=(Related(*span(copy, "Ines Marlow"), "introduced here"),),
    )
    unclosed = Issue(
        path, "quotes/unclosed", "warning", *opened, copy[slice(*opened)], "Nothing closes this quotation."
    )
    end = copy.index("did not.") + 8
    return [
        issue(copy, "be be", "words/twice", "error", "Typed twice.", path, suggestions=("be",), fixable="safe"),
        unclosed,
        later,
        Issue(path, "quotes/closing", "warning", end, end, "", "A mark is missing."),
        issue(copy, "  a", "space/double", "advice", "Two spaces.", path),
    ]


def desk():
    """Two stories with issues in two folders, and one without."""
    copies = {"north/harbour.txt": HARBOUR, "south/quay.txt": QUAY, "south/quiet.txt": "Nothing new\n\nIt rained.\n"}
    twice = issue(QUAY, "mayor mayor", "words/twice", "error", "Typed twice.", "south/quay.txt", suggestions=("mayor",))
    failed = (NotRun("checks", "gone.txt", "failed", "no such file or folder"),)
    return result([*harbour(), twice], copies, failed)


HOSTILE = '<script>alert("1")</script></script><img src=x onerror=alert(2)>\'"\x00\x1b[2J\u2028\u202e\ufeff{{ 7 * 7 }}'


def hostile():
    """A result that holds markup, template marks and what steers a browser or a terminal wherever text can stand."""
    copy = f"Head {HOSTILE}\n\nA body line of {HOSTILE} words that goes on, and on.\n\n—\n"
    path = f"a/{HOSTILE}\udce9.txt"
    start, end = span(copy, "of <script>")
    found = Issue(
        path,
        f"r/{HOSTILE}",
        "error",
        start,
        end,
        copy[start:end],
        f"Message {HOSTILE}",
        suggestions=(HOSTILE, ""),
        fixable="safe",
        related=(Related(0, 9, f"Related {HOSTILE}"),),
    )
    made = result([found], {path: copy, f"b{HOSTILE}": "Clean.\n"}, (NotRun(HOSTILE, path, "failed", HOSTILE),))
    return replace(made, languages=dict.fromkeys(made.languages, HOSTILE), languagetool=HOSTILE)


HOSTILE_VIEW = replace(
    VIEW, rule=lambda id_: Rule(id_, f"Why {HOSTILE}", "error", f"https://rule.example/{HOSTILE}", (HOSTILE, "b"))
)


class Page(HTMLParser):
    """A page as a parser reads it: its elements with their attributes, and the text of those that ``wanted`` names."""

    VOID = {"meta", "link", "input", "br"}

    def __init__(self, data):
        super().__init__(convert_charrefs=True)
        self.elements, self.open, self.text = [], [], {}
        self.feed(data.decode("utf-8"))
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append((tag, len(self.elements) - 1))

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        for _, number in self.open:
            self.text[number] = self.text.get(number, "") + data

    def texts(self, tag, name=None):
        return [
            self.text.get(number, "")
            for number, (each, attributes) in enumerate(self.elements)
            if each == tag and (name is None or name in (attributes.get("class") or "").split())
        ]


@pytest.mark.parametrize(
    ("made", "view"), [(desk(), VIEW), (everything(), VIEW), (hostile(), HOSTILE_VIEW), (result([], {}), VIEW)]
)
def test_the_page_is_sound_and_needs_nothing_beside_itself(made, view):
    data = html.render(made, view)
    assert data == html.render(made, view)
    page = Page(data)
    assert page.open == []
    ids = Counter(attributes["id"] for _, attributes in page.elements if "id" in attributes)
    assert set(ids.values()) == {1}
    for tag, attributes in page.elements:
        assert not {"src", "srcset", "style", "action", "poster"} & set(attributes), tag
        assert not [name for name in attributes if name.startswith("on")]
        target = attributes.get("href", "")
        if target.startswith("#"):
            assert target[1:] in ids, target
        elif tag == "link":
            assert target == "data:,"
        elif target:
            assert target.startswith("https://rule.example/" if made.languagetool else "https://languagetool.example/")
    assert Counter(tag for tag, _ in page.elements if tag in ("script", "style", "img")) == {"script": 1, "style": 1}
    (policy,) = (attributes["content"] for tag, attributes in page.elements if "http-equiv" in attributes)
    assert policy.startswith("default-src 'none'; ")
    for tag in ("script", "style"):
        (inner,) = page.texts(tag)
        assert f"{tag}-src 'sha256-{b64encode(sha256(inner.encode()).digest()).decode()}'" in policy
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e]", data.decode("utf-8"))


def test_whatever_text_holds_it_is_shown_and_not_obeyed():
    page = Page(html.render(hostile(), HOSTILE_VIEW))
    shown = HOSTILE.replace("\x00", "\\x00").replace("\x1b", "\\x1b")
    shown = shown.replace("\u2028", "\\u2028").replace("\u202e", "\\u202e")
    assert page.texts("h3") == [f"a/{shown}\\xe9.txt"]
    assert page.texts("p", "message") == [f"Message {shown} Why {shown}"]
    assert page.texts("ins") == [shown]
    assert page.texts("p", "source") == [f"Source: {shown}; b"]
    assert page.texts("code", "rule") == [f"r/{shown}"]
    assert page.texts("p", "related") == [f"Related {shown}: line\xa01"]
    assert f"b{shown}" in page.texts("ul", "clean")[0]


def test_a_story_is_set_as_its_readers_see_it_with_its_issues_marked():
    page = Page(html.render(desk(), VIEW))
    assert page.texts("h3") == ["north/harbour.txt", "south/quay.txt"]
    assert page.texts("h4", "headline") == ["Harbour wall to be rebuilt", "Quay opens"]
    assert page.texts("p", "byline") == ["By Ines Okafor"]
    assert page.texts("span", "dateline")[0].startswith("WESTPORT (AP)")
    notes = [attributes for _, attributes in page.elements if "note" in (attributes.get("class") or "").split()]
    assert [note["id"] for note in notes] == ["s1i1", "s1i2", "s1i3", "s1i4", "s1i5", "s2i1"]
    assert page.texts("span", "tied") == ["Ines Marlow"]
    marked = [
        (attributes["data-i"], page.text.get(number, ""), attributes["class"])
        for number, (tag, attributes) in enumerate(page.elements)
        if tag == "mark"
    ]
    assert marked == [
        ("1", "be be", "error"),
        ("2", '"We waited too long, ', "warning"),
        ("2 3", "Mr Ines Marlow", "error"),
        ("2", ' said. "The sea did not.', "warning"),
        ("4", "", "warning blank place"),
        ("5", "  a", "advice"),
        ("1", "mayor mayor", "error"),
    ]
    assert "Failed: gone.txt: error: no such file or folder" in page.texts("section", "not-run")[0]


SPANS = st.lists(st.tuples(st.integers(0, 120), st.integers(0, 40), st.sampled_from(SEVERITIES)), max_size=8)
COPIES = st.lists(st.sampled_from([*"ab. \n\r\t\"'“”—é😀", "By Al", "LIMA (AP) - Al"]), max_size=60).map("".join)


def without_space(text):
    return "".join(text.split())


@given(copy=COPIES, spans=SPANS, whole=st.booleans())
def test_paragraphs_hold_all_words_and_all_marks(copy, spans, whole):
    lines = index_lines(copy)
    found = []
    for start, length, severity in spans:
        start = min(start, len(copy))
        end = min(start + length, len(copy))
        each = Issue(
            "a", "r", severity, start, end, copy[start:end], "m", related=(Related(0, min(2, len(copy)), "x"),)
        )
        found.append(placed(each, copy, lines))
    paragraphs = split_paragraphs(copy, found, whole=whole)
    pieces = [piece for paragraph in paragraphs for piece in paragraph.pieces]
    if whole:
        words = "".join(copy[block.start : block.end] for block in Story(copy).blocks)
        assert without_space("".join(piece.text for piece in pieces)) == without_space(words)
    assert sorted(number for paragraph in paragraphs for number in paragraph.issues) == list(range(1, len(found) + 1))
    assert sorted(number for piece in pieces for number in piece.ends) == list(range(1, len(found) + 1))
    names = Counter(name for piece in pieces for name in piece.anchors)
    assert names == Counter(name for n in range(1, len(found) + 1) for name in (f"m{n}", f"r{n}-0"))
    for number, each in enumerate(found, 1):
        marked = "".join(piece.text for piece in pieces if number in piece.issues)
        assert without_space(marked) == without_space(each.text)
    for piece in pieces:
        severities = [found[number - 1].severity for number in piece.issues]
        assert piece.severity == min(severities, key=SEVERITIES.index, default=None)


def test_of_a_very_long_story_only_the_paragraphs_with_issues_are_shown():
    copy = (
        "The long war\n\n"
        + "A line of words, one of a great many.\n\n" * 5_000
        + "He came came home.\n\nThe end was near.\n"
    )
    page = Page(html.render(result([issue(copy, "came came", "a/b", "error", "m", "a.txt")], {"a.txt": copy}), VIEW))
    assert page.texts("p", "skipped") == ["5,000 paragraphs left out", "1 paragraph left out"]
    assert len(page.texts("p", "copy")) + len(page.texts("h4", "copy")) == 2


def test_of_a_paragraph_of_five_million_letters_the_places_with_issues_are_shown():
    copy = "word " * 500_000 + "the the " + "word " * 500_000
    began = monotonic()
    data = html.render(result([issue(copy, "the the", "a/b", "error", "m", "a.txt")], {"a.txt": copy}), VIEW)
    assert monotonic() - began < 10
    assert len(data) < 60_000
    (text,) = Page(data).texts("p", "copy")
    assert "word the the1 word" in text
    assert text.count("characters left out") == 2


def test_without_the_copy_the_passage_of_each_issue_is_shown():
    made = replace(desk(), texts={})
    page = Page(html.render(made, VIEW))
    assert [text for text in page.texts("p", "excerpt") if "mayor mayor1 said at the gate." in text]
    assert page.texts("td", "figure")


def test_a_chart_begins_at_zero_and_its_parts_add_up():
    chart = bar_chart("t", "Check", "issues", [Row("a", {"error": 37, "advice": 3}), Row("b", {"warning": 1})])
    assert [(tick.x, tick.label) for tick in chart.ticks] == [
        (0, "0"), (25, "10"), (50, "20"), (75, "30"), (100, "40")
    ]  # fmt: skip
    first, second = chart.bars
    assert [(part.severity, part.x, part.width) for part in first.parts] == [("error", 0, 92.5), ("advice", 92.5, 7.5)]
    assert (second.parts[0].x, second.parts[0].width, second.value) == (0, 2.5, "1")
    assert first.parts[0].title == "a: 37 issues, error"


@given(st.floats(0.001, 1e9), st.integers(1, 10**9))
def test_an_axis_holds_its_highest_value_in_a_few_round_steps(rate, number):
    for value, decimals in ((rate, 2), (number, 0)):
        chart = bar_chart("t", "Check", "issues", [Row("a", {"error": value})], decimals=decimals)
        assert 2 <= len(chart.ticks) <= 6
        assert 0 < chart.bars[0].parts[0].width <= 100.001
        assert chart.ticks[0].label == "0"
        assert len({tick.label for tick in chart.ticks}) == len(chart.ticks)


def test_charts_are_by_folder_and_of_one_folder_by_file():
    made = desk()
    files = file_figures(made)
    by_check, by_folder = charts(files, rule_figures(made.issues))
    assert (by_check.bars[0].label, by_check.bars[0].value) == ("words/twice", "2")
    assert [(bar.label, bar.value, bar.path) for bar in by_folder.bars] == [
        ("north/", "5", "north/"),
        ("south/", "1", "south/"),
    ]
    north = [file for file in files if file.path.startswith("north/")]
    assert [bar.label for bar in charts(north, rule_figures(made.issues))[1].bars] == ["harbour.txt"]
    long = [replace(file, words=1_000) for file in files]
    rates = charts(long, rule_figures(made.issues))[2]
    assert [(bar.label, bar.value) for bar in rates.bars] == [("north/", "5.00"), ("south/", "0.50")]


def test_the_template_engine_is_imported_only_when_a_page_is_written():
    program = "import sys, newslint.reporters.formats.html; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not {"jinja2", "hashlib"} & set(done.stdout.split())


# What follows needs a browser.

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
DRIVER = shutil.which("chromedriver")
WAIT = 5


class Browser:
    """Chromium without a window. Its log of requests and of complaints begins anew with each page."""

    def __init__(self, profile):
        from selenium.webdriver import Chrome, ChromeOptions
        from selenium.webdriver.chrome.service import Service

        options = ChromeOptions()
        options.binary_location = CHROMIUM
        for argument in (
            "--headless=new",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            f"--user-data-dir={profile}",
            *(["--no-sandbox"] if os.geteuid() == 0 else []),  # Chromium refuses its sandbox to root
        ):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = Chrome(options, Service(DRIVER))

    def look(self, *, width=1400, height=1000, scheme="light"):
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600},
        )
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def open(self, url):
        self.driver.get("about:blank")
        self.driver.get_log("performance"), self.driver.get_log("browser")
        self.driver.get(url)

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def requests(self):
        rows = [json.loads(row["message"])["message"] for row in self.driver.get_log("performance")]
        return [row["params"]["request"]["url"] for row in rows if row["method"] == "Network.requestWillBeSent"]

    def complaints(self):
        return [row["message"] for row in self.driver.get_log("browser")]

    def press(self, *keys):
        from selenium.webdriver import ActionChains

        ActionChains(self.driver).send_keys(*keys).perform()

    def one(self, selector):
        return self.driver.find_element("css selector", selector)

    def until(self, script, value):
        """Wait until a script returns a value: what the page does a moment later."""
        end = monotonic() + WAIT
        while (found := self.run(script)) != value:
            assert monotonic() < end, found
        return found


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    if not (CHROMIUM and DRIVER):
        pytest.skip("skipped: no chromium with chromedriver on this machine")
    pytest.importorskip("selenium", reason="skipped: selenium is not installed")
    made = Browser(tmp_path_factory.mktemp("profile"))
    yield made
    made.driver.quit()


@pytest.fixture
def opened(browser, tmp_path):
    """Open the page of a result from a file; return the browser."""

    def call(made, view=VIEW, **look):
        path = tmp_path / "page.html"
        path.write_bytes(html.render(made, view))
        browser.look(**look)
        browser.open(path.as_uri())
        return browser

    return call


def test_a_run_writes_a_page_that_shows_its_stories(browser, tmp_path):
    copy = "Ferry sinks\n\nThe ferry sank at the the quay, its owner said.\n\nNobody was hurt.\n"
    (tmp_path / "ferry.txt").write_text(copy)
    (tmp_path / "dull.txt").write_text("Nothing new\n\nIt rained on Monday.\n")
    command = [sys.executable, "-m", "newslint", "check", ".", "--isolated", "--grammar", "off"]
    done = subprocess.run([*command, "--format", "html:page.html"], cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    browser.look()
    browser.open((tmp_path / "page.html").as_uri())
    assert browser.run(STORIES) == ["ferry.txt"]
    copied = "return [...document.querySelectorAll('.copy')].map(each => each.textContent)"
    assert browser.run(copied) == [
        "Ferry sinks",
        "The ferry sank at the the1 quay, its owner said.",
        "Nobody was hurt.",
    ]
    assert browser.one(".note .rule").text == "repetition/doubled-word"
    assert browser.one(".note .why").text
    assert browser.run("return document.querySelector('.clean .path').textContent") == "dull.txt"
    assert browser.complaints() == []


SHOWN = "return [...document.querySelectorAll('.note')].filter(note => note.checkVisibility()).map(note => note.id)"
STORIES = "return [...document.querySelectorAll('.story')].filter(each => !each.hidden).map(each => each.dataset.path)"
STATUS = "return document.getElementById('shown').textContent"
CURRENT = "return document.activeElement.id"


def test_a_reader_filters_by_severity_check_and_file(opened):
    page = opened(desk())
    assert page.run(STATUS) == "6 of 6 issues in 2 files"
    assert page.run(SHOWN) == ["s1i1", "s1i2", "s1i3", "s1i4", "s1i5", "s2i1"]
    page.one("input[value=error]").click()
    assert page.run(SHOWN) == ["s1i2", "s1i4", "s1i5"]
    assert page.run(STORIES) == ["north/harbour.txt"]
    assert page.run("return document.querySelector('mark[data-i=\"2 3\"]').className") == "warning"
    assert page.run("return document.querySelector('mark[data-i=\"1\"]').className") == "off"
    assert page.run("return document.querySelectorAll('#files tbody tr:not([hidden])').length") == 1
    page.one("#reset").click()
    page.until(STATUS, "6 of 6 issues in 2 files")
    page.one("#none").click()
    assert page.run(SHOWN) == []
    assert page.one("#nothing").is_displayed()
    page.one("#find").send_keys("twice")
    page.one("#all").click()
    assert page.run(SHOWN) == ["s1i1", "s2i1"]
    page.one("#file").send_keys("SOUTH/")
    page.until(SHOWN, ["s2i1"])
    page.one("#reset").click()
    page.until(STATUS, "6 of 6 issues in 2 files")
    page.one(".only[data-path='south/']").click()
    assert page.run(SHOWN) == ["s2i1"]
    assert page.run(STATUS) == "1 of 6 issues in 1 file"
    assert page.complaints() == []


def test_a_reader_steps_from_issue_to_issue_by_keys(opened):
    page = opened(desk())
    page.press("j")
    assert page.run(CURRENT) == "s1i1"
    page.press("j", "j")
    assert page.run(CURRENT) == "s1i3"
    current = "return [...document.querySelectorAll('mark.current, .tied.current')].map(each => each.textContent)"
    assert page.run(current) == ["Ines Marlow", "Mr Ines Marlow"]
    page.press("k")
    assert page.run(CURRENT) == "s1i2"
    page.one("input[value=warning]").click()
    page.press("j")
    inside = (
        "const box = document.activeElement.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight"
    )
    assert page.run(inside)
    assert page.run(CURRENT) in ("s1i1", "s1i3")
    for _ in range(9):
        page.press("j")
    assert page.run(CURRENT) == "s2i1"
    page.press("/")
    assert page.run(CURRENT) == "find"
    page.press("j")
    assert page.run("return document.getElementById('find').value") == "j"
    page.one("#keys").click()
    page.press("j")
    assert page.run(CURRENT) == "keys"
    assert page.complaints() == []


def test_marks_lead_to_notes_and_back(opened):
    page = opened(desk())
    page.one('mark[data-i="2 3"]').click()
    assert page.run(CURRENT) == "s1i3"
    page.one('mark[data-i="2 3"]').click()
    assert page.run(CURRENT) == "s1i2"
    page.one("#s1i3 .related a").click()
    assert page.run("return location.hash") == "#s1r3-0"
    assert page.run("return document.querySelector('.tied').classList.contains('current')")
    page.one("#files a[href='#s2']").click()
    assert page.run("return Math.abs(document.getElementById('s2').getBoundingClientRect().top) < innerHeight")


def test_the_table_of_files_is_sorted_by_any_column(opened):
    page = opened(desk())
    order = "return [...document.querySelectorAll('#files tbody th')].map(each => each.textContent)"
    assert page.run(order) == ["north/harbour.txt", "south/quay.txt"]
    page.one("#files thead th:nth-child(2) button").click()
    assert page.run(order) == ["north/harbour.txt", "south/quay.txt"]
    page.one("#files thead th:nth-child(2) button").click()
    assert page.run(order) == ["south/quay.txt", "north/harbour.txt"]
    page.one("#files thead th:nth-child(5) button").click()
    assert page.run(order) == ["north/harbour.txt", "south/quay.txt"]
    assert page.run("return document.querySelectorAll('#files [aria-sort]').length") == 1


def test_nothing_is_fetched_and_nothing_in_the_text_runs(opened):
    page = opened(hostile(), HOSTILE_VIEW)
    page.press("j", "k")
    page.one("input[name=rule]").click()
    assert {url.partition(":")[0] for url in page.requests()} == {"file"}
    assert page.complaints() == []
    assert page.run("return [document.scripts.length, document.images.length]") == [1, 0]


def test_a_server_is_asked_for_the_page_alone(browser, tmp_path):
    (tmp_path / "page.html").write_bytes(html.render(desk(), VIEW))
    asked = []

    class Handler(SimpleHTTPRequestHandler):
        def log_message(self, _format, *_arguments):
            asked.append(self.path)

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=tmp_path))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        browser.open(f"http://127.0.0.1:{server.server_port}/page.html")
        assert browser.run(STATUS) == "6 of 6 issues in 2 files"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    assert asked == ["/page.html"]
    assert browser.complaints() == []


PAIRS = """
const seen = [];
for (const selector of arguments[0]) {
  const element = document.querySelector(selector);
  let ground = element;
  while (getComputedStyle(ground).backgroundColor === "rgba(0, 0, 0, 0)") ground = ground.parentElement;
  seen.push([selector, getComputedStyle(element).color, getComputedStyle(ground).backgroundColor]);
}
return seen;
"""


def luminance(colour):
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_legible_wide_and_narrow(opened, tmp_path, scheme):
    for width in (1400, 800, 360):
        page = opened(hostile(), HOSTILE_VIEW, width=width, height=900, scheme=scheme)
        assert page.run("return document.documentElement.scrollWidth") <= width
        page = opened(desk(), width=width, height=900, scheme=scheme)
        assert page.run("return document.documentElement.scrollWidth") <= width
        shot = tmp_path / f"{scheme}-{width}.png"
        assert page.driver.save_screenshot(str(shot))
        assert shot.stat().st_size > 10_000
    texts = [".note .severity", ".note.warning .severity", ".note.advice .severity", ".note .why", ".note .rule"]
    texts += [".remark", ".facts dt", "mark.error", "mark.warning", "mark.advice", ".ref", ".related a", ".count"]
    why = replace(VIEW, rule=lambda id_: Rule(id_, "Because.", "error"))
    page = opened(desk(), why, scheme=scheme)
    for selector, front, ground in page.run(PAIRS, texts):
        high, low = sorted((luminance(front), luminance(ground)), reverse=True)
        assert (high + 0.05) / (low + 0.05) >= 4.5, (selector, front, ground)


def test_every_control_has_a_name_and_every_region_too(opened):
    page = opened(desk())
    nameless = """
    return [...document.querySelectorAll("input, button, [role=search], section, article, summary")].filter(element =>
      !(element.labels?.length || element.ariaLabel || element.ariaLabelledByElements?.length
        || (element.matches("button, summary") && element.textContent.trim()))
    ).map(element => element.outerHTML)
    """
    assert page.run(nameless) == []
    assert page.run("return document.querySelectorAll('main, body > header, [role=search], footer').length") == 4


def test_printed_the_notes_stand_by_the_copy_and_the_controls_are_gone(opened):
    page = opened(desk(), scheme="dark")
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert not page.one(".side").is_displayed()
    assert page.one("#s2i1").is_displayed()
    assert page.run("return getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    assert page.driver.execute_cdp_cmd("Page.printToPDF", {})["data"]

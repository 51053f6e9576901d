"""Reporters: whatever copy, paths and messages hold, each report can be read by its reader and steers nothing."""

from __future__ import annotations

import json
import re
from functools import cache
from html.parser import HTMLParser
from importlib.resources import files
from typing import Any
from xml.etree import ElementTree
from xml.parsers import expat

from fuzzinput import Chooser, text_of
from jinja2 import Environment

from newslint.engine.fixing import Fixes
from newslint.engine.placed import placed
from newslint.engine.run import Result
from newslint.issue import SEVERITIES, Edit, Fixable, Issue, NotRun, Related
from newslint.reporters.discovery import format_names, load_format
from newslint.reporters.view import Rule, Terminal, View
from newslint.text.lines import index_lines

INSTRUMENT = ("newslint.reporters",)
TOKENS = (
    *(
        "</script>",
        "<img src=x onerror=alert(1)>",
        "<!--",
        "]]>",
        "&lt;",
        '"',
        "'",
        "\x1b[2J",
        "\x1b]0;x\x07",
        "\u202e",
    ),
    *(
        "\n::error::",
        "::set-output name=a::",
        "##[command]",
        "%0A",
        "\r\n",
        "\0",
        "\ufffe",
        "\ud800",
        "\u2028",
        "`",
        "|",
    ),
    *("javascript:", "${{ }}", "$(id)", "{{ 7*7 }}", "{% raw %}", "[a](http://x.example)", "\x9b31m"),
)

ADDRESS = "https://rules.example/a?b=c&d"

_FIXABLE: tuple[Fixable, ...] = ("safe", "unsafe", "no")
_LINE_FORMATS = ("text", "full", "github")
_STEERING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_GITHUB = re.compile(r"::(?:error|warning|notice) [^\n]*?::")


@cache
def _compile_once() -> None:
    """Keep the code of the page's template, which a process otherwise compiles for each page: 0.1 s."""
    compiled = cache(Environment.compile)

    def compile_(environment: Environment, source: str, *names: Any) -> Any:
        return compiled(_environments.setdefault("one", environment), source, *names)

    _environments: dict[str, Environment] = {}
    Environment.compile = compile_  # type: ignore[assignment, method-assign]


def seeds() -> list[bytes]:
    rich = [
        "Mr <b>Huw</b> & 'Bevan'",
        "a\r\nb\u2028c\x1b[31md",
        "]]>&lt;",
        "café🦦",
        "::error file=a::b",
        "</script><script>",
    ]
    plain = [bytes([3, number, 2, 9, *each.encode()]) * 3 for number, each in enumerate(rich)]
    return [*plain, bytes(range(256)), b""]


def one_input(data: bytes) -> None:
    _compile_once()
    choose = Chooser(data)
    copies = {path_of(choose): copy_of(choose.part()) for _ in range(choose.number(1, 3))}
    issues = [issue_of(choose, path, copies[path]) for path in sorted(copies) for _ in range(choose.number(0, 4))]
    not_run = tuple(not_run_of(choose, [*copies, None]) for _ in range(choose.number(0, 3)))
    lines = {path: index_lines(text) for path, text in copies.items()}
    shown = [placed(issue, copies[issue.path], lines[issue.path]) for issue in issues]
    result = Result(
        issues=tuple(sorted(shown, key=lambda issue: (issue.path, issue.start, issue.end, issue.rule))),
        files=tuple(sorted(copies)),
        not_run=not_run,
        languages=dict.fromkeys(sorted(copies), "en-GB"),
        words=choose.byte(),
        fixes=Fixes(choose.byte(), 1, choose.byte()) if choose.flag() else None,
        texts=copies if choose.flag() else {},
        accepted=choose.byte(),
    )
    statistics, known = choose.flag(), choose.part().decode("utf-8", "replace")
    view = View(
        statistics=statistics,
        rule=lambda id_: Rule(id_, known, "error", ADDRESS, (known,)) if len(id_) % 2 else None,
        here="/srv/press/desk",
        root="/srv/press",
    )
    for name in format_names():
        report = load_format(name).render(result, view)
        assert report == load_format(name).render(result, view), f"{name} is not the same twice"
        if isinstance(report, str):
            report.encode("utf-8")
        verify(name, report if isinstance(report, bytes) else report.encode("utf-8"), result)
    for terminal in (Terminal(80, colour=True), Terminal(7, colour=False, blocks=False)):
        for name in ("text", "full"):
            said = load_format(name).render(result, View(statistics, terminal, view.rule, view.here, view.root))
            text = said if isinstance(said, str) else said.decode("utf-8")
            assert not _STEERING.search(_COLOUR.sub("", text)), f"{name} on a terminal can steer it"


def copy_of(data: bytes) -> str:
    return text_of(data).encode("utf-8", "replace").decode("utf-8")


def path_of(choose: Chooser) -> str:
    """Return a path as the system may give it: any bytes but null ones, undecodable ones as surrogates."""
    return choose.part().replace(b"\0", b"/").decode("utf-8", "surrogateescape") or "a.txt"


def issue_of(choose: Chooser, path: str, copy: str) -> Issue:
    start = choose.number(0, min(len(copy), 255))
    end = min(len(copy), start + choose.number(0, 30))
    words = tuple(copy_of(choose.part()) for _ in range(choose.number(0, 2)))
    fixable = choose.one_of(_FIXABLE)
    edits = (Edit(start, end, words[0]),) if words and fixable != "no" else ()
    if edits and choose.flag() and end < len(copy):
        edits = (*edits, Edit(len(copy), len(copy), "!"))
    message = copy_of(choose.part()) or "A message."
    related = (Related(0, start, message),) if choose.flag() else ()
    rule = choose.one_of(("names/given", "grammar/it-is", "pack:a/b", "x/yz"))
    severity = choose.one_of(SEVERITIES)
    return Issue(path, rule, severity, start, end, copy[start:end], message, words, fixable, edits, related)


def not_run_of(choose: Chooser, paths: list[str | None]) -> NotRun:
    what = choose.one_of(("checks", "grammar", "rules", "fixes", "names/given"))
    why = choose.one_of(("off", "unavailable", "failed"))
    return NotRun(what, choose.one_of(paths), why, copy_of(choose.part()) or "mend it")  # type: ignore[arg-type]


def verify(name: str, report: bytes, result: Result) -> None:
    text = report.decode("utf-8")  # strict: no surrogate gets out
    if name in _LINE_FORMATS:
        assert not _STEERING.search(text), f"{name} can steer a terminal"
        assert not text or text.endswith("\n")
    if name == "github":
        lines = text.split("\n")[:-1]
        assert len(lines) >= len(result.issues)
        for line in lines:
            assert _GITHUB.match(line), line
            properties = line[2:].split("::", 1)[0].partition(" ")[2]
            assert {pair.partition("=")[0] for pair in properties.split(",")} <= _PROPERTIES, line
    elif name == "text":
        assert len(text.split("\n")) - 1 >= len(result.issues)
    elif name in ("json", "sarif", "gitlab", "rdjson"):
        verify_json(name, json.loads(text), result)
    elif name == "jsonl":
        rows = [json.loads(line) for line in text.split("\n")[:-1]]
        assert len(rows) == len(result.issues) + 1
        assert [row["message"] for row in rows[:-1]] == [issue.message for issue in result.issues]
    elif name in ("junit", "checkstyle"):
        verify_xml(name, report, result)
    elif name == "html":
        verify_html(text, result)


_PROPERTIES = {"title", "file", "line", "endLine", "col", "endColumn"}


def verify_json(name: str, data: Any, result: Result) -> None:
    _schema(name).validate(data)
    if name == "json":
        assert [row["message"] for row in data["issues"]] == [issue.message for issue in result.issues]
        assert [row["text"] for row in data["issues"]] == [issue.text for issue in result.issues]
    elif name == "sarif":
        (run,) = data["runs"]
        assert len(run["results"]) == len(result.issues)
        assert len(run["invocations"][0]["toolExecutionNotifications"]) == len(result.not_run)
        for row in run["results"]:
            address = row["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            assert address.isascii()
            assert not re.search(r"[\x00-\x20\"<>\\^`{|}]", address), address
            assert ":" not in address.partition("/")[0] or address.startswith("file:"), address
    elif name == "gitlab":
        assert len(data) >= len(result.issues)
        marks = [row["fingerprint"] for row in data[: len(result.issues)]]
        assert len(marks) == len({*marks}), "two issues with one fingerprint"
    else:
        assert [row["message"] for row in data["diagnostics"][: len(result.issues)]] == [
            issue.message for issue in result.issues
        ]


class _NoCheck:
    def validate(self, data: Any) -> None:
        pass


@cache
def _schema(name: str) -> Any:
    """Return what validates a document against its schema, where it is ours and the validator is installed."""
    try:
        from jsonschema import Draft202012Validator
    except ImportError:
        return _NoCheck()
    schema = files("newslint.reporters") / ("report.schema.json" if name == "json" else f"{name}.schema.json")
    return Draft202012Validator(json.loads(schema.read_text("utf-8"))) if schema.is_file() else _NoCheck()


def verify_xml(name: str, report: bytes, result: Result) -> None:
    parser = expat.ParserCreate()

    def refuse(*_: object) -> None:
        raise AssertionError("a declaration or an instruction of somebody else's")

    parser.StartDoctypeDeclHandler = parser.ProcessingInstructionHandler = parser.CommentHandler = refuse
    parser.EntityDeclHandler = parser.StartCdataSectionHandler = refuse
    parser.Parse(report, True)
    root = ElementTree.fromstring(report)
    if name == "junit":
        known = {"testsuites", "testsuite", "testcase", "failure", "error", "skipped"}
        assert {each.tag for each in root.iter()} <= known
        assert len(root.findall(".//failure")) == len(result.issues)
    else:
        assert {each.tag for each in root.iter()} <= {"checkstyle", "file", "error"}
        assert len(root.findall(".//error")) >= len(result.issues)
    for each in root.iter():
        assert len(each.attrib) <= 6


class _Page(HTMLParser):
    """Notes what a page is made of: elements and their attributes, what scripts and styles hold, addresses."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: dict[str, set[str]] = {}
        self.addresses: set[str] = set()
        self.scripts: dict[str, list[str]] = {"script": [], "style": []}
        self.title: list[str] = []
        self.comments = 0
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.setdefault(tag, set()).update(name for name, _ in attrs)
        self._inside = tag
        if tag in self.scripts:
            self.scripts[tag].append("")
        if tag == "title" and not self.title:
            self.title.append(tag)
        self.addresses |= {value or "" for name, value in attrs if name in ("href", "src", "action")}

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside in self.scripts:
            self.scripts[self._inside][-1] += data

    def handle_comment(self, data: str) -> None:
        self.comments += 1


def _page(text: str) -> _Page:
    page = _Page()
    page.feed(text)
    page.close()
    return page


@cache
def _template() -> tuple[frozenset[str], frozenset[str]]:
    """Return the elements that the page's template writes, and their attributes: nothing else may be in a page."""
    text = (files("newslint.reporters.page") / "page.html.jinja").read_text("utf-8")
    text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", text, flags=re.DOTALL)
    attributes = {name.lower() for name in re.findall(r"""[\s"]([a-zA-Z][\w-]*)(?==|[\s>])""", text)}
    assert not {name for name in attributes if re.fullmatch(r"on[a-z]{3,}", name)}
    return frozenset(re.findall(r"<([a-z]\w*)", text)) | {"h4"}, frozenset(attributes)


def verify_html(text: str, result: Result) -> None:
    """A page is made of what its template writes, with its own script and style, and leads to nowhere else."""
    page, (elements, attributes) = _page(text), _template()
    assert page.elements.keys() <= elements, page.elements.keys() - elements
    for tag, names in page.elements.items():
        assert names <= attributes, (tag, names - attributes)
    assert page.comments == 0
    (script,), (style,) = page.scripts["script"], page.scripts["style"]
    folder = files("newslint.reporters.page")
    assert script.strip() == (folder / "page.js").read_text("utf-8").strip()
    assert style.strip() == (folder / "page.css").read_text("utf-8").strip()
    inner = {address for address in page.addresses if address.startswith("#")}
    assert page.addresses - inner <= {"data:,", ADDRESS}
    assert len(page.title) == 1

"""The compiled book: the same checks as from the files, made again whenever it does not fit, never in the way."""

from __future__ import annotations

import importlib
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import msgspec
import pytest

from newslint.grammar.match import Match
from newslint.kinds.shared.base import Context
from newslint.kinds.shared.signs import sign_table
from newslint.rulebook import bookfile, compiled, freshness, houses, loader
from newslint.rulebook.compiled import load_compiled
from newslint.rulebook.kindsource import load_kind
from newslint.rulebook.packs import Pack, shipped_pack
from newslint.rulebook.selftest import unmark
from newslint.text.story import Story

FEE = """id: words/fee
kind: substitution
message: 'Write "{fix}".'
why: w
severity: error
swap: {entrance fee: entry fee}
tests: [{flag: 'An [[entrance fee]].'}, {pass: x}]
"""
AT = "rules/words/fee.yml"


@pytest.fixture
def cache(monkeypatch, tmp_path):
    folder = tmp_path / "cache"
    monkeypatch.setenv("NEWSLINT_CACHE", str(folder))
    return folder


@pytest.fixture
def pack(monkeypatch, tmp_path):
    """A pack of one check and one list, in the place of the shipped one, old enough to be kept."""
    folder = tmp_path / "rules"
    (folder / "lists").mkdir(parents=True)
    (folder / "words").mkdir()
    write(folder / "words" / "fee.yml", FEE)
    monkeypatch.setattr(compiled, "shipped_pack", lambda: Pack("", str(folder)))
    monkeypatch.setattr(compiled, "third_party_packs", tuple)
    return folder


def write(path, text, age=60):
    path.write_text(text, encoding="utf-8")
    os.utime(path, (time.time() - age, time.time() - age))


def books(cache):
    return sorted(cache.glob("book-*.newslint"))


def from_cache(monkeypatch):
    """Load, and fail where the files are read."""
    with monkeypatch.context() as patch:
        patch.setattr("newslint.rulebook.loader.load_shelves", lambda packs: pytest.fail("the files were read"))
        return load_compiled()


def found(checks, text="An entrance fee."):
    context = Context(Story(text, layout="body"))
    return [(issue.rule, issue.start, issue.message) for check in checks for issue in check.issues(context, "x")]


def test_the_second_load_reads_no_files(cache, pack, monkeypatch):
    first, errors = load_compiled()
    assert errors == []
    assert len(books(cache)) == 1
    second, errors = from_cache(monkeypatch)
    assert errors == []
    assert found(second) == found(first) == [("words/fee", 3, 'Write "entry fee".')]


def test_the_cache_can_be_left_alone(cache, pack, monkeypatch):
    assert found(load_compiled(cached=False)[0]) == [("words/fee", 3, 'Write "entry fee".')]
    assert not cache.exists()
    load_compiled()
    before = [path.stat() for path in books(cache)]
    monkeypatch.setattr(compiled, "_read", lambda *_: pytest.fail("the book was read"))
    assert found(load_compiled(cached=False)[0])
    assert [path.stat().st_mtime_ns for path in books(cache)] == [stat.st_mtime_ns for stat in before]


def test_the_shipped_book_is_the_same_from_the_cache(cache, monkeypatch, shipped):
    load_compiled()
    kept, _ = from_cache(monkeypatch)
    assert [check.id for check in kept] == [check.id for check in shipped]
    for one, two in zip(kept, shipped, strict=True):
        assert (one.needles, one.blocks, one.quotes, one.file) == (two.needles, two.blocks, two.quotes, two.file)
        assert (one.languagetool_rules, one.languagetool_xml) == (two.languagetool_rules, two.languagetool_xml)
        assert one.prepared.options == two.prepared.options
        for case in two.head.tests:
            text, _ = unmark(case.flag or case.pass_ or case.known_false_alarm or "")
            context = Context(Story(text, layout=case.as_), variant=case.language)
            assert list(one.issues(context, "x")) == list(two.issues(context, "x")), one.id


def test_nothing_is_prepared_before_it_is_asked_for(cache, pack, monkeypatch):
    load_compiled()
    (check,), _ = from_cache(monkeypatch)
    assert "prepared" not in check.__dict__
    assert check.state.fixes
    assert "prepared" in check.__dict__


RAID = """id: words/fee
kind: tokens
message: 'Write "{fix}".'
why: w
severity: error
tokens: [entrance, {text: fee, mark: true}]
suggest: ["{2:NN>NNS}"]
tests: [{flag: 'An entrance [[fee]].'}, {pass: x}]
"""


def test_a_check_in_tokens_is_not_compiled_again(cache, pack, monkeypatch):
    write(pack / "words" / "fee.yml", RAID)
    (first,), _ = load_compiled()
    monkeypatch.setattr("newslint.kinds.shared.token_rules.compile_rule", lambda options: pytest.fail("compiled"))
    (check,), _ = from_cache(monkeypatch)
    assert (check.languagetool_rules, check.languagetool_xml) == (first.languagetool_rules, first.languagetool_xml)
    (rule,) = check.languagetool_rules
    assert rule in check.languagetool_xml
    context = Context(
        Story("An entrance fee.", layout="body"), matches=(Match(12, 15, rule, "NEWSLINT", "0", ("fees",)),)
    )
    assert [(issue.start, issue.message) for issue in check.issues(context, "x")] == [(12, 'Write "fees".')]


@pytest.mark.parametrize(
    "change",
    [
        lambda pack: write(pack / "words" / "fee.yml", FEE.replace("entry fee", "admission")),
        lambda pack: write(pack / "words" / "fee.yml", FEE.replace("entrance", "entrants")),  # as long as it was
        lambda pack: write(pack / "words" / "two.yml", FEE.replace("words/fee", "words/two")),
        lambda pack: write(pack / "lists" / "new.yml", "a: b\n"),
        lambda pack: (pack / "words" / "fee.yml").unlink(),
    ],
)
def test_a_change_of_the_pack_is_seen_at_once(cache, pack, change):
    load_compiled()
    change(pack)
    checks, errors = load_compiled()
    plain = [check.id for check in checks]
    assert errors == []
    expected = [path.stem for path in sorted((pack / "words").glob("*.yml"))]
    assert [id_.split("/")[1] for id_ in plain] == expected
    texts = ("An entrance fee.", "An entrants fee.")
    assert [found(checks, text) for text in texts] == [found(load_compiled()[0], text) for text in texts]
    if "fee" in expected:
        source = (pack / "words" / "fee.yml").read_text()
        assert bool(found(checks, "An entrants fee.")) == ("entrants" in source)
        assert ("admission" in str(found(checks))) == ("admission" in source)


def test_another_pack_has_another_book(cache, pack, monkeypatch, tmp_path):
    load_compiled()
    zoo = tmp_path / "zoo"
    zoo.mkdir()
    (zoo / "words").mkdir()
    write(zoo / "words" / "fee.yml", FEE)
    monkeypatch.setattr(compiled, "third_party_packs", lambda: (Pack("zoo", str(zoo)),))
    assert [check.id for check in load_compiled()[0]] == ["words/fee", "zoo:words/fee"]
    assert [check.id for check in from_cache(monkeypatch)[0]] == ["words/fee", "zoo:words/fee"]


def test_errors_are_reported_by_every_run_and_nothing_is_kept(cache, pack):
    write(pack / "words" / "bad.yml", "id: words/bad\n")
    for _ in range(2):
        checks, errors = load_compiled()
        assert [check.id for check in checks] == ["words/fee"]
        assert len(errors) == 1
    assert books(cache) == []


def test_a_file_changed_a_moment_ago_is_looked_into(cache, pack, monkeypatch):
    """Its times may be those of the next change too; a minute later they tell."""
    write(pack / "words" / "fee.yml", FEE, age=0)
    load_compiled()
    hashed = []
    real = freshness._hash
    monkeypatch.setattr(freshness, "_hash", lambda path: hashed.append(Path(path).name) or real(path))
    from_cache(monkeypatch)
    assert "fee.yml" in hashed
    with monkeypatch.context() as patch:
        patch.setattr("time.time", lambda: 2e9)
        from_cache(monkeypatch)
    hashed.clear()
    from_cache(monkeypatch)
    assert hashed == []


def test_what_is_only_touched_is_not_compiled_again(cache, pack, monkeypatch):
    """As after a new checkout, or an installation of the same."""
    load_compiled()
    for path in pack.rglob("*.yml"):
        write(path, path.read_text(), age=1000)
    assert found(from_cache(monkeypatch)[0]) == [("words/fee", 3, 'Write "entry fee".')]


def test_a_damaged_book_is_made_again(cache, pack, monkeypatch):
    """Wherever it is damaged, what is found is the same, and the run after the next reads a whole book again."""
    write(pack / "words" / "raid.yml", RAID.replace("words/fee", "words/raid"))
    first, _ = load_compiled()
    everything = (found(first), [(one.languagetool_xml, one.needles, one.prepared.options) for one in first])
    (path,) = books(cache)
    good = path.read_bytes()
    checks, _ = from_cache(monkeypatch)
    signs = checks[0].book.signs
    assert signs is not None
    assert (found(checks), [(one.languagetool_xml, one.needles, one.prepared.options) for one in checks]) == everything
    mended = 0
    monkeypatch.setattr(bookfile.BookFile, "restamp", lambda *_: None)
    front = 24 + int.from_bytes(good[16:20], "little")
    for bad in (
        b"",
        b"\x00",
        b"not a book at all",
        good[:-1],
        good[: len(good) // 2],
        good + b"\x00",
        *(
            good[:at] + bytes((good[at] ^ 0x15,)) + good[at + 1 :]
            for at in (*range(0, front, 7), *range(front, front + 3000, 61), *range(len(good) - 9000, len(good), 433))
        ),
    ):
        path.write_bytes(bad)
        checks, errors = load_compiled()
        assert errors == []
        assert (
            found(checks),
            [(one.languagetool_xml, one.needles, one.prepared.options) for one in checks],
        ) == everything
        assert checks[0].book is None or checks[0].book.signs in (signs, None)
        load_compiled()
        mended += path.read_bytes() != bad
        assert path.read_bytes() == bad or is_whole(path)  # the code of a pattern that nobody has asked for
    assert mended > 20


def is_whole(path):
    file = bookfile.BookFile(str(path))
    for name in file._sections:
        file.section(name)
    return [file.piece(number) for number in range(len(file._table) // 3)] != []


KEPT_OUT = """
import msgspec
from newslint.kinds.shared.base import Finding, KindOptions

class Options(KindOptions):
    list: str
    odd: object = None

def prepare(options, lists):
    return (lambda: lists.get(options.list)), str(options.odd)

def check(state, context):
    for word in state[0]():
        at = context.story.text.find(word)
        if at >= 0:
            yield Finding(at, at + len(word))
"""
MADE = """id: words/fee
kind: made-up
message: 'Not that.'
why: w
severity: error
list: fees
tests: [{flag: 'An [[entrance fee]].'}, {pass: x}]
"""


@pytest.mark.parametrize("plain", [True, False])
def test_a_state_that_cannot_be_kept_is_prepared_anew(cache, pack, monkeypatch, tmp_path, plain):
    """As that of a third party's kind may be: from its options and lists, or from its file where they are no data."""
    write(tmp_path / "made_up_kind.py", KEPT_OUT)
    monkeypatch.syspath_prepend(str(tmp_path))
    kind = importlib.import_module("made_up_kind")
    monkeypatch.setitem(sys.modules, "made_up_kind", kind)
    if not plain:
        monkeypatch.setattr(msgspec.msgpack, "encode", refusing(kind.Options, msgspec.msgpack.encode))
    for module in (compiled, loader):
        monkeypatch.setattr(module, "load_kind", lambda name: kind if name == "made-up" else load_kind(name))
    write(pack / "lists" / "fees.yml", "[entrance fee]\n")
    write(pack / "words" / "fee.yml", MADE)
    expected = [("words/fee", 3, "Not that.")]
    assert found(load_compiled()[0]) == expected
    asked = []
    with monkeypatch.context() as patch:
        real = loader.load_check
        patch.setattr(loader, "load_check", lambda *given: asked.append(given) or real(*given))
        checks, errors = from_cache(monkeypatch)
        assert errors == []
        assert found(checks) == expected
        assert checks[0].prepared.options.list == "fees"
    assert bool(asked) != plain
    assert len(books(cache)) == 1


def refusing(kind, encode):
    def encoded(value):
        if isinstance(value, kind):
            raise TypeError("no plain data")
        return encode(value)

    return encoded


def rewritten(path, number, piece):
    """Put another piece into a book, with all that makes it look sound."""
    file = bookfile.BookFile(str(path))
    pieces = [file.piece(each) for each in range(len(file._table) // 3)]
    pieces[number] = piece
    sections = {name: file.section(name) for name in file._sections if name != "pieces"}
    bookfile.write_book(str(path), lambda: bookfile.Contents(file.stamp, sections, pieces))


@pytest.mark.parametrize(
    "piece",
    [
        b"\x80\x05\x8c\x02os\x94\x8c\x06system\x94\x93\x94\x8c\x0btouch %s\x94\x85\x94R\x94.",
        b'cbuiltins\neval\n(S\'open("%s", "w")\'\ntR.',
        b"cnewslint.kinds.existence\n__builtins__\n.",
        b"\x80\x05P1000000\n.",
        b"",
    ],
)
def test_a_book_that_names_other_code_runs_none(cache, pack, monkeypatch, tmp_path, piece):
    load_compiled()
    (path,) = books(cache)
    row = msgspec.msgpack.decode(bookfile.BookFile(str(path)).section("checks"), type=list[compiled._Row])[0]
    made = tmp_path / "made"
    rewritten(path, row.state, piece.replace(b"%s", str(made).encode()))
    checks, errors = from_cache(monkeypatch)
    assert found(checks) == [("words/fee", 3, 'Write "entry fee".')]
    assert errors == []
    assert not made.exists()
    assert books(cache) == []
    load_compiled()
    assert found(from_cache(monkeypatch)[0]) == [("words/fee", 3, 'Write "entry fee".')]


def test_a_book_that_names_no_kind_runs_no_code(cache, pack, monkeypatch):
    load_compiled()
    (path,) = books(cache)
    file = bookfile.BookFile(str(path))
    (row,) = msgspec.msgpack.decode(file.section("checks"), type=list[compiled._Row])
    row.head = msgspec.structs.replace(row.head, kind="os")
    sections = {name: file.section(name) for name in file._sections if name != "pieces"}
    sections["checks"] = msgspec.msgpack.encode([row])
    pieces = [file.piece(each) for each in range(len(file._table) // 3)]
    bookfile.write_book(str(path), lambda: bookfile.Contents(file.stamp, sections, pieces))
    (check,), _ = from_cache(monkeypatch)
    with pytest.raises(KeyError):
        found([check])


def test_a_cache_that_cannot_be_written_is_done_without(monkeypatch, pack, tmp_path):
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("NEWSLINT_CACHE", str(tmp_path / "file" / "cache"))
    for _ in range(2):
        assert found(load_compiled()[0])


UNPRIVILEGED = """
import os
from newslint.rulebook import compiled, loader
loader.load_book()  # all modules are in: the other user may not enter the folder that Python lies in
if os.geteuid() == 0:  # root writes anywhere
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    open(os.environ["NEWSLINT_CACHE"] + "/probe", "w")
except PermissionError:
    checks, errors = compiled.load_compiled()
    print(len(checks) > 100, len(errors))
"""


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps permissions otherwise")
def test_a_folder_without_the_right_to_write_is_done_without():
    # Not tmp_path: another user cannot enter that.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(stat.S_IRUSR | stat.S_IXUSR | stat.S_IROTH | stat.S_IXOTH)
        env = {**os.environ, "NEWSLINT_CACHE": name}
        done = subprocess.run(
            [sys.executable, "-c", UNPRIVILEGED], env=env, capture_output=True, text=True, check=False
        )
        assert (done.stdout, done.stderr) == ("True 0\n", "")
        assert list(folder.iterdir()) == []


def test_no_home_no_book(monkeypatch, pack):
    def homeless():
        raise RuntimeError("no home")

    monkeypatch.setattr(compiled, "cache_place", homeless)
    assert found(load_compiled()[0])


def test_books_do_not_pile_up(cache, pack):
    cache.mkdir()
    for number in range(20):
        write(cache / f"book-{number:08x}.newslint", "old", age=1000 + number)
    load_compiled()
    left = books(cache)
    assert len(left) == compiled._KEPT
    assert sum(path.read_bytes() != b"old" for path in left) == 1


def test_many_processes_at_once(cache, pack):
    """Six processes, no book yet: each has all checks, one whole book is left and nothing else."""
    for number in range(60):
        write(pack / "words" / f"fee{number}.yml", FEE.replace("words/fee", f"words/fee{number}"))
    code = f"""\
from pathlib import Path
from newslint.rulebook import bookfile, compiled, freshness, loader
from newslint.rulebook.kindsource import load_kind
from newslint.rulebook.packs import Pack
compiled.shipped_pack = lambda: Pack("", {str(pack)!r})
checks, errors = compiled.load_compiled()
print(len(checks), len(errors))
"""
    env = {**os.environ, "NEWSLINT_CACHE": str(cache)}
    running = [
        subprocess.Popen([sys.executable, "-c", code], env=env, stdout=subprocess.PIPE, text=True) for _ in range(6)
    ]
    outputs = {process.communicate()[0] for process in running}
    assert outputs == {"61 0\n"}
    assert [path.suffix for path in cache.iterdir()] == [".newslint"]


def test_an_edited_kind_is_seen(cache, pack, monkeypatch, tmp_path):
    copy = tmp_path / "package"
    kinds = Path(compiled.__file__).parent.parent / "kinds"
    shutil.copytree(kinds, copy / "kinds", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(compiled, "_PACKAGE", str(copy))
    load_compiled()
    from_cache(monkeypatch)
    with (copy / "kinds" / "existence.py").open("a") as file:
        file.write("# edited\n")
    loads = []
    from newslint.rulebook import loader

    real = loader.load_shelves
    monkeypatch.setattr(loader, "load_shelves", lambda packs: loads.append(1) or real(packs))
    load_compiled()
    assert loads


def test_after_an_edit_only_its_own_needles_are_read_anew(cache, pack, monkeypatch):
    write(pack / "words" / "two.yml", FEE.replace("words/fee", "words/two").replace("entrance", "gate"))
    load_compiled()
    made = []
    real = compiled.all_ways
    monkeypatch.setattr(compiled, "all_ways", lambda needles: made.append(needles) or real(needles))
    write(pack / "words" / "fee.yml", FEE.replace("entrance", "boarding"))
    checks, _ = load_compiled()
    assert made == [checks[0].needles]
    again, _ = from_cache(monkeypatch)
    assert again[0].book.signs == sign_table(real(check.needles) for check in checks)


def test_the_shipped_pack_is_where_the_book_looks():
    assert compiled.shipped_pack is shipped_pack


STYLE = """name: The Otterbrook Gazette
facts:
  percent: {value: sign, certainty: sure, source: desk, since: 2012}
terms:
  - {use: Kyiv, for: [Kiev], certainty: sure, source: desk}
"""


def test_house_styles_come_from_the_book_and_change_with_their_files(cache, pack, monkeypatch):
    (pack / "styles").mkdir()
    shutil.copy(shipped_pack().folder / "lists" / "style-options.yml", pack / "lists")
    write(pack / "styles" / "gazette.yml", STYLE)
    write(pack / "styles" / "broken.yml", STYLE.replace("percent", "percents"))
    load_compiled()
    checks, _ = from_cache(monkeypatch)
    gazette = checks[0].book.house("gazette")
    assert gazette == houses.read_house("gazette", pack, houses.shipped_options())
    assert gazette.at("2020-01-01").value("percent") == "sign"
    assert checks[0].book.house("broken") is None, "a style that is wrong is read from its file, which says what is"
    assert checks[0].book.house("herald") is None


def test_a_start_with_a_style_reads_no_yaml(cache):
    code = """
import sys
from newslint.engine.book import load
book = load()
assert book.house("guardian").facts
print(*(name for name in ("yaml", "newslint.rulebook.houses") if name in sys.modules))
"""
    done = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True) for _ in "ab"]
    assert done[1].stdout == "\n"

"""Kind `tokens`: what a check in tokens finds in the real LanguageTool, and what it is told of its mistakes."""

from __future__ import annotations

import re
import textwrap
from functools import partial
from random import Random
from xml.etree import ElementTree

import msgspec
import pytest

from newslint.grammar import api
from newslint.grammar.custom import rules_xml
from newslint.grammar.match import Match
from newslint.kinds.shared.base import Context, OptionError
from newslint.kinds.shared.token_options import Options, Parsed
from newslint.kinds.shared.token_rules import compile_rule
from newslint.rulebook.explain import explain
from newslint.rulebook.loader import parse_check
from newslint.rulebook.readings import read_words, reading_rules
from newslint.text.edits import apply_edits
from newslint.text.story import Story

HEAD = """\
id: x/y
kind: tokens
message: 'Write "{fix}" for "{match}".'
why: A test.
severity: warning
quotes: anywhere
fix: unsafe
tests: [{flag: "[[a]]"}, {pass: b}]
"""


TOKEN = {"regexp", "inflected", "negate", "case_sensitive", "postag", "postag_regexp", "negate_pos", "spacebefore"}


def check_of(options: str):
    return parse_check(HEAD + textwrap.dedent(options), "x/y.yml", "x/y", None)


NASTY = (
    *(
        "<",
        ">",
        "&",
        '"',
        "'",
        "’",
        "\\",
        "\\1",
        "$",
        "^",
        "|",
        "*",
        "+",
        "?",
        ".",
        "{2}",
        "[",
        "]",
        "(",
        ")",
        "(?:",
        "-",
        "&lt;",
    ),
    *(
        "]]>",
        "<!--",
        "-->",
        "<?x?>",
        "%s",
        "#",
        "~",
        "&&",
        "[^",
        "[a-z]",
        r"\w",
        r"\Q",
        r"\E",
        r"\.",
        "(?i)",
        "é",
        "ß",
        "İ",
        "𝒳",
    ),
    *(
        "\u00a0",
        "\u200b",
        "\u2028",
        "\ufffe",
        "\x00",
        "\ud800",
        "\n",
        "a",
        "b",
        "of",
        "NN",
        "(?=a)",
        "{1}",
        "{1:NNS}",
        "{2|lower}",
    ),
)
HOSTILE_TEXT = "A <b>of</b> the &lt;mayor's&gt; [a-z] (b) | ab a.b $a é ß İ - b a 'of' \\ \\1 ^ ~ # %s. {2} aa bb"


def hostile_rule(seed: int) -> Parsed | None:
    random = Random(seed)

    def text() -> str:
        return "".join(random.choices(NASTY, k=random.choice((1, 1, 2, 3, 4))))

    def token(mark: bool) -> object:
        keys = {
            "text": lambda: random.choice((text(), [text(), text()])),
            "lemma": text,
            "regex": text,
            "not": text,
            "tag": lambda: random.choice((text(), "NN|" + text(), "PRP$", "``|'',|,")),
            "not-tag": lambda: random.choice((text(), "V.*")),
            "chunk": lambda: random.choice((text(), "B-.*")),
            "except": lambda: [text(), {"regex": text()}],
        }
        chosen = random.sample(sorted(keys), random.choice((0, 1, 1, 2)))
        return {**{key: keys[key]() for key in chosen}, "mark": mark, "min": random.choice((0, 1, 1))}

    data = {
        "tokens": [token(False), token(True), {"text": [text()]}][random.choice((0, 1)) :],
        "unless": [[token(False), text()]] if random.random() < 0.3 else [],
        "suggest": [text()] if random.random() < 0.5 else [],
    }
    try:
        return compile_rule(msgspec.convert(data, Options))
    except OptionError:
        return None


RULES = {
    "word": "tokens: [flummery]\nsuggest: [humbug]",
    "words": "tokens: [{text: [flummery, blather]}]",
    "lemma": "tokens: [{lemma: dither}]",
    "lemmas": "tokens: [{lemma: [dither, waver]}]",
    "case": "tokens: [{text: Polish, case: match}]",
    "regex": 'tokens: [{regex: "un\\\\w+ably"}]',
    "not": "tokens: [harbour, {not: [master, wall], mark: true}]",
    "tag": "tokens: [the, {tag: VBD, mark: true}]",
    "not-tag": 'tokens: [the, {tag: NN, not-tag: "VB.*", mark: true}]',
    "only-tag": "tokens: [the, {only-tag: RB, mark: true}]",
    "tag-and-only": 'tokens: [violent, {tag: VB, only-tag: "NN|VB.?", mark: true}]',
    "chunk": "tokens: [{text: report, chunk: E-NP-singular}]",
    "optional": "tokens: [a, series, of, {tag: JJ, min: 0, max: 2}, {text: [raid, brother], mark: true}]\n"
    'suggest: ["{5:NN>NNS}"]',
    "skip": "tokens: [neither, {mark: true, text: boats, skip: 3, skip-except: [or, {tag: MD}]}, nor]",
    "except": "tokens: [{lemma: swim, except: [swam, {tag: VBG}, {regex: 'swimm.*', case: match}]}]",
    "not-after": "tokens: [{text: ketch, not-after: [a, {lemma: big}]}]",
    "start": "tokens: [{start: true}, {text: yawls, mark: true}]",
    "end": "tokens: [{text: sloops, mark: true}, {end: true}]",
    "space": "tokens: [{text: cutter}, {text: '-', space-before: no, mark: true}, any]",
    "contraction": "tokens: [could, {text: n't, mark: true}, [of, off]]",
    "whole": "tokens: [{text: [o'clock, ma'am]}]",
    "capital": "tokens: [and, {text: [i, Mayor], mark: true}]\nsuggest: [me]",
    "swap": "tokens: [{text: goes, mark: true}, {text: she, mark: true}]\nsuggest: ['{2} {1}']",
    "unless": "tokens: [{tag: DT}, {text: lugger, mark: true}]\nunless: [[lugger, {tag: POS}], [our, the, lugger]]",
    "several": """\
        any:
          - tokens: [wherry, {text: goed, mark: true}]
            suggest: [went]
          - tokens: [skiff, {text: goed, mark: true}]
          - tokens: [punt, {text: goed, mark: true}]
            suggest: []
        suggest: [has gone]
        """,
    "insert": 'tokens: [in, {text: order, mark: true}, {tag: VB, not-tag: NNS, mark: true}]\nsuggest: ["{2} to {3}"]',
    "delete": 'tokens: [over, {text: a, mark: true}, creation]\nsuggest: [""]',
    "delete-first": 'tokens: [{text: the, mark: true}, yachts]\nsuggest: [""]',
    "cases": 'tokens: [{text: aluff, mark: true}, barge]\nsuggest: ["{1|upper} {2|lower}", "{1|title}", "{2}"]',
    "unformed": 'tokens: [{text: eftsoons}]\nsuggest: ["{1:NNS}"]',
    "participle": 'tokens: [has, {tag: VBD, not-tag: VBN, mark: true}]\nsuggest: ["{2:VBD>VBN}"]',
    "apostrophe": 'tokens: [{text: brigantine, mark: true}, "\'s"]',
    "prior": "tokens: [five, {text: year, mark: true}]",
}


@pytest.fixture(scope="module")
def checks():
    return {name: check_of(options) for name, options in RULES.items()}


@pytest.fixture(scope="module")
def hostile():
    """Whatever the compiler takes of random options made of what could break XML or Java's patterns."""
    return [parsed for parsed in map(hostile_rule, range(1500)) if parsed is not None]


@pytest.fixture(scope="module")
def server(languagetool, checks, hostile):
    """LanguageTool with these rules; the session's server has the shipped ones."""
    own = [*(check.languagetool_xml for check in checks.values()), *(parsed.xml for parsed in hostile)]
    with api.private_server(api.find_setup(rules_xml((*own, *reading_rules())))) as server:
        yield server


@pytest.fixture
def issues(server, checks):
    def run(name: str, text: str, variant: str = "en-GB"):
        check = checks[name]
        matches = api.match_source(server, check.languagetool_rules)(text, variant)
        context = Context(Story(text, layout="body"), variant=variant, matches=matches)
        return list(check.issues(context, "copy"))

    return run


@pytest.mark.parametrize(
    ("name", "text", "marked"),
    [
        ("word", "It was flummery, no less.", "flummery"),
        ("word", "Flummery it was.", "Flummery"),
        ("word", "It was flummeries.", None),
        ("words", "They heard BLATHER again.", "BLATHER"),
        ("lemma", "She dithered for a week.", "dithered"),
        ("lemma", "She is dithering now.", "dithering"),
        ("lemmas", "The wavering crowd left.", "wavering"),
        ("case", "The Polish crew won.", "Polish"),
        ("case", "They polish the brass.", None),
        ("regex", "It was unbelievably cold.", "unbelievably"),
        ("regex", "It was an unbelievable cold.", None),
        ("not", "The harbour office.", "office"),
        ("not", "The harbour master.", None),
        ("tag", "He saw the went again.", "went"),
        ("not-tag", "He saw the barnacle.", "barnacle"),
        ("not-tag", "He saw the sail.", None),
        ("only-tag", "He saw the militarily again.", "militarily"),
        ("only-tag", "He saw the only one.", None),
        ("only-tag", "He spoke to the militarily.", "militarily"),
        ("tag-and-only", "A series of violent raid began.", "raid"),
        ("tag-and-only", "A series of violent barnacle began.", None),
        ("optional", "A series of raid began.", "raid"),
        ("optional", "A series of violent raid began.", "raid"),
        ("optional", "A series of violent local raid began.", "raid"),
        ("optional", "A series of bad violent local raid began.", None),
        ("skip", "Neither boats nor oars were there.", "boats"),
        ("skip", "Neither boats of the club nor oars were there.", "boats"),
        ("skip", "Neither boats of the old club nor oars were there.", None),
        ("skip", "Neither boats or barges nor oars were there.", None),
        ("skip", "Neither boats could sail nor oars were there.", None),
        ("except", "They swim on Sunday.", "swim"),
        ("except", "They swam on Sunday.", None),
        ("except", "They are swimming on Sunday.", None),
        ("not-after", "The ketch sailed.", "ketch"),
        ("not-after", "Ketch crews sailed.", "Ketch"),
        ("not-after", "A ketch sailed.", None),
        ("not-after", "The bigger ketch sailed.", None),
        ("start", "Yawls sailed.", "Yawls"),
        ("start", "The yawls sailed.", None),
        ("start", "They won. Yawls sailed.", "Yawls"),
        ("end", "They sold the sloops.", "sloops"),
        ("end", "The sloops sailed.", None),
        ("unless", "She saw the lugger.", "lugger"),
        ("unless", "She saw the lugger's sail.", None),
        ("unless", "She saw the lugger’s sail.", None),
        ("unless", "She saw our the lugger.", None),
        ("apostrophe", "The brigantine's sail tore.", "brigantine"),
        ("whole", "It was five o'clock.", "o'clock"),
        ("contraction", "They couldn't of sailed.", "n't"),
        ("contraction", "They couldn’t of sailed.", "n’t"),
        ("apostrophe", "The brigantine’s sail tore.", "brigantine"),
    ],
)
def test_a_sequence_is_found_where_it_stands(issues, name, text, marked):
    assert [issue.text for issue in issues(name, text)] == ([marked] if marked else [])


@pytest.mark.parametrize(
    ("name", "text", "suggestions"),
    [
        ("word", "It was flummery.", ("humbug",)),
        ("word", "Flummery it was.", ("Humbug",)),
        ("optional", "A series of raid began.", ("raids",)),
        ("optional", "A series of violent raid began.", ("raids",)),
        ("optional", "A series of Raid began.", ("Raids",)),
        ("optional", "A series of brother came.", ("brothers", "brethren")),
        ("participle", "She has swam home.", ("swum",)),
        ("insert", "They met in order achieve it.", ("order to achieve",)),
        ("several", "The wherry goed.", ("went",)),
        ("several", "The skiff goed.", ("has gone",)),
        ("several", "The punt goed.", ()),
        ("capital", "It was between you and I.", ("me",)),
        ("capital", "It was between you and the mayor, and Mayor Lal.", ("me",)),
        ("swap", "Here goes she.", ("she goes",)),
        ("cases", "It was aluff barge.", ("ALUFF barge", "Aluff", "barge")),
    ],
)
def test_suggestions_stand_for_the_marked_tokens(issues, name, text, suggestions):
    (issue,) = issues(name, text)
    assert issue.suggestions == suggestions


@pytest.mark.parametrize(
    ("name", "text", "fixed"),
    [
        ("insert", "They met in order achieve it.", "They met in order to achieve it."),
        ("delete", "The row over a creation of a post.", "The row over creation of a post."),
        ("delete-first", "The yachts sailed.", "Yachts sailed."),
        ("delete-first", "They saw the yachts.", "They saw yachts."),
        ("delete-first", 'He said: "The yachts sailed."', 'He said: "Yachts sailed."'),
        ("delete-first", "They won. The yachts sailed.", "They won. Yachts sailed."),
    ],
)
def test_a_fix_leaves_clean_copy(issues, name, text, fixed):
    (issue,) = issues(name, text)
    assert apply_edits(text, issue.edits) == fixed


def test_a_suggestion_that_cannot_be_formed_makes_no_finding(issues):
    assert issues("unformed", "They came eftsoons.") == []


def test_one_of_languagetools_own_rules_does_not_silence_ours(server, checks):
    text = "She taught a five year old boy."
    own = {"YEAR_OLD_HYPHEN"}  # of a higher priority than most
    assert [text[match.start : match.end] for match in api.match_source(server, own)(text, "en-GB")] == [
        "five year old"
    ]
    (ours,) = checks["prior"].languagetool_rules
    assert [match.rule_id for match in api.match_source(server, {ours, *own})(text, "en-GB")] == [ours]


def test_no_text_in_a_check_breaks_the_server(server, hostile):
    assert len(hostile) > 100
    source = api.match_source(server, {parsed.rule for parsed in hostile})
    for text in (HOSTILE_TEXT, HOSTILE_TEXT.lower().replace(" ", "")):
        source(text, "en-GB")  # raises where a rule breaks down
    assert source(HOSTILE_TEXT, "en-GB")


def test_all_that_goes_to_languagetool_is_data(checks, hostile):
    allowed = {
        "rulegroup": {"id", "name", "prio"},
        **{name: set() for name in ("rule", "antipattern", "pattern", "marker", "message", "suggestion")},
        "token": TOKEN | {"chunk_re", "min", "max", "skip"},
        "exception": TOKEN | {"scope"},
        "match": {"no", "postag", "postag_regexp", "postag_replace", "case_conversion"},
    }
    for xml in (*(check.languagetool_xml for check in checks.values()), *(parsed.xml for parsed in hostile)):
        for element in ElementTree.fromstring(xml).iter():
            assert set(element.attrib) <= allowed[element.tag]


def test_a_rules_id_follows_from_what_it_says_and_from_nothing_else():
    one, same, other = (check_of(f"tokens: [{word}]") for word in ("yawl", "yawl", "ketch"))
    assert one.languagetool_rules == same.languagetool_rules != other.languagetool_rules
    (rule,) = one.languagetool_rules
    assert re.fullmatch(r"NEWSLINT_[0-9A-F]{12}", rule)


def test_without_a_match_of_its_own_rule_a_check_is_not_even_prepared(checks):
    def prepare():
        raise AssertionError

    check = msgspec.structs.replace(checks["word"], prepare=prepare)
    matches = (Match(0, 3, "EN_A_VS_AN", "X", "0", ()),)
    assert list(check.issues(Context(Story("It was flummery.", layout="body"), matches=matches), "copy")) == []


def test_an_author_is_told_how_languagetool_reads_a_text(server):
    read = read_words("The mayor's raid began.", "en-GB", partial(api.match_source, server))
    assert read == "The/DT mayor/NN 's/POS raid/NN,VB,VBP began/VBD ./.,SENT_END"


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("optional", ['a series of <JJ>{0,2} [[raid|brother]]  ->  "{5:NN>NNS}"']),
        ("lemmas", ["dither|waver~"]),
        ("tag-and-only", ["violent [[<VB only NN|VB.?>]]"]),
        ("not", ["harbour [[not master|wall]]"]),
        ("except", ["(swim~ except swam|<VBG>|/swimm.*/)"]),
        ("start", ["(start) [[yawls]]"]),
        ("insert", ['in [[order <VB not NNS>]]  ->  "{2} to {3}"']),
        ("unless", ["<DT> [[lugger]]", "unless lugger <POS>", "unless our the lugger"]),
    ],
)
def test_a_sequence_in_words(checks, name, lines):
    text = explain(checks[name])
    assert text.split("Looks for:\n")[1].split("\n\n")[0].splitlines() == [f"    {line}" for line in lines]
    assert "kind      tokens; needs LanguageTool\n" in text


def test_the_same_in_other_variants(issues):
    for variant in ("en-GB", "en-US", "en-AU"):
        assert [issue.text for issue in issues("word", "It was flummery.", variant)] == ["flummery"]

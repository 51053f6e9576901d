"""Which of LanguageTool's matches become findings, and how loud they are."""

from __future__ import annotations

import msgspec
import pytest

from newslint.grammar.match import Match
from newslint.kinds import grammar
from newslint.kinds.shared.base import Context, OptionError
from newslint.text.story import Story

ROWS = {
    "GRAMMAR": "EN_A_VS_AN  error  3 3 3  0  2 2  5 5 0\nHAVE_PART_AGREEMENT error",
    "PUNCTUATION": "MISSING_HYPHEN warning\nIT_IS warning\n",
    "TYPOS": "THERE_OWN warning\nCD_NN advice\nEN_UNPAIRED_QUOTES off",
}
GUARDS = {
    "misprints": ["EN_A_VS_AN", "THERE_OWN"],
    "only": {"IT_IS": [r"\[\[it's\]\]"]},
    "unless": {"MISSING_HYPHEN": [r"\]\] record"]},
}
DATA = {
    "grammar/rules": ROWS,
    "grammar/guards": GUARDS,
    "grammar/ids": {"all": "EN_A_VS_AN HAVE_PART_AGREEMENT MISSING_HYPHEN IT_IS THERE_OWN CD_NN EN_UNPAIRED_QUOTES"},
    "spelling-known": {"farming": "mulesing saleyard"},
    "spelling-varieties": {"our": {"both": "colour/color"}},
}


class Lists:
    def __init__(self, data=DATA):
        self.data = data

    def get(self, name):
        return self.data[name]


STATE = grammar.prepare(grammar.Options(), Lists())


def match(text: str, word: str, rule: str, *replacements: str) -> Match:
    start = text.index(word)
    return Match(start, start + len(word), rule, "X", "A  message.", replacements)


def findings(text: str, *matches: Match, words: tuple[str, ...] = ()):
    context = Context(Story(text, layout="body"), words=frozenset(words), matches=matches)
    return list(grammar.check(STATE, context))


def spelling(text: str, word: str, *replacements: str, words: tuple[str, ...] = ()):
    return findings(text, match(text, word, "MORFOLOGIK_RULE_EN_GB", *replacements), words=words)


def test_without_matches_there_is_nothing():
    assert findings("It was an hard choice.") == []


def test_rule_severity_message_and_suggestions():
    text = "It was an hard choice."
    (found,) = findings(text, match(text, "an", "EN_A_VS_AN", "a", "an", "b", "c", "d"))
    assert (found.rule, found.severity, found.message) == ("grammar/en-a-vs-an", "error", "A message.")
    assert found.suggestions == ("a", "b", "c")
    assert text[found.start : found.end] == "an"


@pytest.mark.parametrize(
    ("rule", "severity"), [("THERE_OWN", "warning"), ("MISSING_HYPHEN", "warning"), ("CD_NN", "advice")]
)
def test_each_level_has_its_severity(rule, severity):
    text = "They built there own ship."
    (found,) = findings(text, match(text, "there own", rule))
    assert found.severity == severity


def test_a_rule_that_is_not_listed_is_silent():
    text = "It was an hard choice."
    assert findings(text, match(text, "an", "EN_UNPAIRED_QUOTES")) == []


def test_in_speech_only_misprints_speak_and_never_as_errors():
    text = 'He said: "It was an hard choice, I have went there."'
    assert findings(text, match(text, "went", "HAVE_PART_AGREEMENT", "gone")) == []
    (found,) = findings(text, match(text, "an", "EN_A_VS_AN", "a"))
    assert found.severity == "warning"


def test_guards_look_at_the_surroundings():
    text = "The two mile record and the two year deal. It lost it's way and its head."
    assert findings(text, match(text, "two mile", "MISSING_HYPHEN")) == []
    assert len(findings(text, match(text, "two year", "MISSING_HYPHEN"))) == 1
    assert len(findings(text, match(text, "it's", "IT_IS"))) == 1
    assert findings(text, match(text, "its", "IT_IS")) == []


def test_a_match_that_begins_inside_a_figure_is_dropped():
    text = "A 70,000 kilometre flight took a 12 hour day."
    assert findings(text, match(text, "000 kilometre", "MISSING_HYPHEN")) == []
    assert len(findings(text, match(text, "12 hour", "MISSING_HYPHEN"))) == 1


@pytest.mark.parametrize(
    ("word", "meant", "severity"),
    [
        ("goverment", "government", "warning"),
        ("commerical", "commercial", "warning"),
        ("beginnning", "beginning", "warning"),
        ("accomodate", "accommodate", "warning"),
        ("wtih", "with", "warning"),
        ("businessess", "businesses", "warning"),
        ("adaptibility", "adaptability", "warning"),
        ("minicar", "minicab", "advice"),
        ("jailings", "failings", "advice"),
        ("abnormals", "abnormal", "advice"),
        ("codenamed", "codename", "advice"),
        ("co-ordinator", "coordinator", "advice"),
        ("uneccessary", "necessary", "advice"),
        ("xun", "run", "advice"),
    ],
)
def test_one_slip_of_the_pen_is_a_warning_anything_else_advice(word, meant, severity):
    (found,) = spelling(f"The first {word} of the year came.", word, meant)
    assert found.severity == severity
    assert found.suggestions == (meant,)
    assert found.fix == ("no" if severity == "advice" else None)  # a hint is no repair


def test_a_compound_that_the_dictionary_does_not_know_is_advice():
    (found,) = spelling("The new backsplash was white.", "backsplash", "backslash", "back splash")
    assert found.severity == "advice"


def test_without_a_suggestion_it_is_advice():
    (found,) = spelling("The ganglioneuritis spread.", "ganglioneuritis")
    assert found.severity == "advice"
    assert found.suggestions == ()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Brenn met Oboya on Monday.", "Oboya"),
        ("Goverments fell on Monday.", "Goverments"),
        ("The NNPP won.", "NNPP"),
        ("The iPhonne sold.", "iPhonne"),
        ("She saw a quokkatron. The quokkatron left.", "quokkatron"),
        ("She saw a quokkatron. Two quokkatrons left.", "quokkatron"),
        ("The mulesing row began.", "mulesing"),
        ("The color was nice.", "color"),
        ("She wrote to jo@examplle.org.", "examplle"),
        ("It is at www.exmple.com now.", "exmple"),
        ("Jan vonn Berg won.", "vonn"),
        ("Tag it #electoin now.", "electoin"),
        ("He said al-qa'idda fled.", "idda"),
        ("The caf&eacuute; shut.", "eacuute"),
    ],
)
def test_names_and_known_words_are_muted(text, word):
    assert spelling(text, word, "other") == []


@pytest.mark.parametrize(
    ("text", "word", "entry"),
    [
        ("The goverment fell.", "goverment", "goverment"),
        ("The goverment fell.", "goverment", "Goverment"),
        ("The goverments fell.", "goverments", "goverment"),
        ("The goverment's fall.", "goverment's", "goverment"),
        ("The goverment’s fall.", "goverment’s", "goverment"),
        ("The bushies rode.", "bushies", "bushie"),
        ("The skerries rose.", "skerries", "skerry"),
        ("A quokka-proofd fence.", "quokka-proofd", "quokka-proofd"),
        ("A quokkaa-proof fence.", "quokkaa-proof", "quokkaa"),
        ("He had the opshop bolo tie.", "bolo", "Bolo tie"),
        ("He had the opshop bolo tie.", "opshop", "opshop bolo tie"),
    ],
)
def test_the_newsrooms_own_words_are_never_wrong(text, word, entry):
    assert len(spelling(text, word, "government", words=("another",))) == 1
    assert spelling(text, word, "government", words=(entry,)) == []


@pytest.mark.parametrize(
    ("text", "word", "entry"),
    [
        ("The goverment fell.", "goverment", "govern"),
        ("He wore a bolo hat.", "bolo", "bolo tie"),
        ("He saw a quokkaa.", "quokkaa", "quokkaa-proof"),
    ],
)
def test_an_own_word_does_not_cover_another(text, word, entry):
    assert len(spelling(text, word, "government", words=(entry,))) == 1


def test_an_own_term_is_not_wrong_for_a_grammar_rule_either():
    text = "They flew in an two year plan."
    assert findings(text, match(text, "two year", "MISSING_HYPHEN"), words=("Two Year",)) == []
    assert len(findings(text, match(text, "two year", "MISSING_HYPHEN"), words=("two",))) == 1


def test_a_name_of_the_cast_is_right_in_lower_case_too():
    text = "Halvard Brenn spoke on Monday. Mr Brenn's brennish supporters cheered the halvard of the hour."
    assert spelling(text, "halvard", "halyard") == []
    assert len(spelling(text, "brennish", "brackish")) == 1


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("inthe", ("Anthe", "in the")),
        ("thefirst", ("the first",)),
        ("toprevent", ("to prevent",)),
        ("filethat", ("file that",)),
        ("anmd", ("and", "ADMD")),
        ("thhe", ("the", "tie")),
    ],
)
def test_a_lost_space_beside_a_small_word_and_a_letter_too_many_in_one_are_warnings(word, meant):
    (found,) = spelling(f"They left {word} year early.", word, *meant)
    assert found.severity == "warning"
    assert found.suggestions[0] == ("in the" if word == "inthe" else meant[0])


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("airside", ("air side",)),
        ("inhill", ("in hill",)),
        ("forex", ("for ex",)),
        ("stg", ("STG", "St")),
        ("jon", ("Jon", "on")),
        ("wiil", ("will", "Will")),
    ],
)
def test_other_joined_and_short_words_are_advice(word, meant):
    (found,) = spelling(f"They left {word} year early.", word, *meant)
    assert found.severity == "advice"


def test_a_foreign_phrase_is_muted():
    text = "He called it la vieja casonna of the town."
    pair = (
        match(text, "vieja", "MORFOLOGIK_RULE_EN_GB", "viera"),
        match(text, "casonna", "MORFOLOGIK_RULE_EN_GB", "casona"),
    )
    assert findings(text, *pair) == []


def test_a_species_after_the_initial_of_its_genus_is_muted():
    text = "The grass is P. orientale, an old one."
    assert findings(text, match(text, "orientale", "MORFOLOGIK_RULE_EN_GB", "oriental")) == []


def test_a_lost_apostrophe_is_a_warning_on_its_word():
    text = "The womens team won."
    (found,) = spelling(text, "womens team", "women steam", "women's team")
    assert (text[found.start : found.end], found.suggestions, found.severity) == ("womens", ("women's",), "warning")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"grammar/rules": {"X": "IT_IS error\nIT_IS advice"}}, "twice"),
        (
            {"grammar/rules": {"X": "IT_IS error\n"}, "grammar/guards": {"misprints": ["CD_NN"]}},
            "no English rule `CD_NN`",
        ),
        ({"grammar/guards": {"only": {"EN_UNPAIRED_QUOTES": ["x"]}}}, "which is off"),
        ({"grammar/guards": {"unless": {"IT_IS": ["("]}}}, "bad pattern"),
        ({"grammar/guards": {"sometimes": {}}}, "sometimes"),
        ({"grammar/guards": {"only": ["IT_IS"]}}, "only"),
        ({"grammar/rules": {"X": "IT_IS loud"}}, "no row of id, severity"),
        ({"grammar/rules": {"X": "IT_IS"}}, "no row of id, severity"),
        ({"grammar/rules": {"X": "IT_IS error 1 2"}}, "nine counts"),
        ({"grammar/rules": {"X": "IT_IS error 1 1 1 0 0 0 0 0 -1"}}, "nine counts"),
        ({"grammar/rules": ["IT_IS error"]}, "must map"),
        ({"grammar/ids": ["IT_IS"]}, "must map"),
    ],
)
def test_a_list_that_contradicts_itself_is_refused(change, says):
    with pytest.raises(OptionError, match=says):
        grammar.prepare(grammar.Options(), Lists({**DATA, **change}))


def test_a_rule_that_languagetool_does_not_have_is_refused_with_the_nearest_that_it_has():
    rows = {"X": "HAVE_PART_AGREEMNT error"}
    with pytest.raises(OptionError, match="no English rule `HAVE_PART_AGREEMNT`; did you mean `HAVE_PART_AGREEMENT`"):
        grammar.prepare(grammar.Options(), Lists({**DATA, "grammar/rules": rows}))


def test_what_the_compiled_book_keeps_is_plain_data():
    parsed = grammar.parse(grammar.Options(), Lists())
    kept = msgspec.msgpack.decode(msgspec.msgpack.encode(parsed), type=grammar.Parsed)
    assert kept == parsed
    assert set(parsed.severities) == {
        "EN_A_VS_AN",
        "HAVE_PART_AGREEMENT",
        "MISSING_HYPHEN",
        "IT_IS",
        "THERE_OWN",
        "CD_NN",
    }


def test_the_rules_to_ask_for_are_the_listed_ones_and_the_spellers():
    rules = grammar.languagetool_rules(STATE)
    assert {"EN_A_VS_AN", "CD_NN", "MORFOLOGIK_RULE_EN_AU", "MORFOLOGIK_RULE_EN_US"} <= rules
    assert "EN_UNPAIRED_QUOTES" not in rules


def test_whatever_a_server_marks_is_said_or_left():
    text = "The bridge is 70,000 feet. He left at 5.3"
    at_the_end = Match(len(text), len(text), "IT_IS", "X", "", ())
    nowhere = Match(4, 4, "EN_A_VS_AN", "X", " ", ("an",))
    assert [(found.start, found.message) for found in findings(text, nowhere, at_the_end)] == [
        (4, "LanguageTool's rule EN_A_VS_AN finds fault with this.")
    ]

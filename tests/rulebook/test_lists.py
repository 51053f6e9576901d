"""Every shared list: its source, its form, no duplicates, no contradictions. `--update` puts lists in their form."""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

import pycountry
import pytest
import yaml
from countryinfo import CountryInfo

sys.path.insert(0, str(Path(__file__).parent))
from list_forms import FORMS, content, groups, sort_key, tidy
from list_sources import country_names, currencies, currencies_file, months, weekdays
from list_tables import TABLES, Table, rewritten, words_in, words_of

import newslint
from newslint.engine.book import load
from newslint.kinds import house_dates
from newslint.kinds.shared import datetext
from newslint.kinds.shared.base import Context
from newslint.kinds.shared.place_names import read_places
from newslint.rulebook.packs import shipped_pack
from newslint.rulebook.yamlfile import read_yaml
from newslint.text import variety_phrases
from newslint.text.story import Story

FOLDER = Path(shipped_pack().folder) / "lists"
NAMES = sorted(path.relative_to(FOLDER).with_suffix("").as_posix() for path in FOLDER.rglob("*.yml"))

_NOT_ISO = {"GB-ENG", "GB-NIR", "GB-SCT", "GB-WLS", "XK"}
"""Home nations (ISO 3166-2) and Kosovo, whose code ISO leaves to its users."""


CODE = Path(newslint.__file__).parent


_NAMED_BY_ITS_FORMER_NAME = {"Cape Verde"}
"""What the library still has under a name that the list calls a former one."""

_NAMED_OTHERWISE: dict[str, str] = {
    "MM": "Myanmar (Burma)",
    "CG": "Congo - Brazzaville",
    "CD": "Congo - Kinshasa",
    "HK": "Hong Kong SAR China",
    "CI": "Côte d'Ivoire",
    "MO": "Macao SAR China",
    "PS": "Palestinian Territories",
    "VC": "St. Vincent and Grenadines",
    "ST": "São Tomé and Príncipe",
}
"""What the library calls a country that copy names in another way."""

_OTHER_ADJECTIVES: dict[str, str | None] = {
    "Antigua and Barbuda": "Antiguan,Barbudan",
    "Argentina": "Argentinean",
    "Bosnia and Herzegovina": "Bosnian,Herzegovinian",
    "Bosnia": "Bosnian,Herzegovinian",
    "Cape Verde": "Cape Verdian",
    "Comoros": "Comoran",
    "Djibouti": "Djibouti",
    "Guinea-Bissau": "Guinea-Bissauan",
    "Hong Kong": "Chinese",
    "Kyrgyzstan": "Kirghiz",
    "Macau": "Chinese",
    "Maldives": "Maldivan",
    "Palestine": None,
    "Saint Kitts and Nevis": "Kittian and Nevisian",
    "Saint Vincent and the Grenadines": "Saint Vincentian",
    "St Lucia": "Saint Lucian",
    "Suriname": "Surinamer",
    "Tajikistan": "Tadzhik",
    "Timor-Leste": "East Timorese",
    "Uzbekistan": "Uzbekistani",
    "Vanuatu": "Ni-Vanuatu",
    "Vatican City": "",
}
"""What the library has where news copy has another word."""


def _text(name: str) -> str:
    return (FOLDER / f"{name}.yml").read_text("utf-8")


def test_every_list_has_a_form() -> None:
    assert sorted(FORMS) == NAMES
    assert all(reason for form in FORMS.values() for reason in form.ordered.values())


@pytest.mark.parametrize("name", NAMES)
def test_a_list_says_its_source(name: str) -> None:
    head = _text(name).split("\n\n")[0]
    assert re.search(r"^# Source: \S.{8,}", head, re.M)


@pytest.mark.parametrize("name", NAMES)
def test_a_list_has_its_form(name: str) -> None:
    text = _text(name)
    assert tidy(text, FORMS[name]) == text, "python tests/rulebook/test_lists.py --update"


@pytest.mark.parametrize("name", NAMES)
def test_rewriting_loses_nothing(name: str) -> None:
    text, form = _text(name), FORMS[name]
    mixed = tidy(text, form, lambda words: sorted(words, key=sort_key, reverse=True))
    assert content(yaml.safe_load(mixed), form) == content(yaml.safe_load(text), form)
    assert tidy(mixed, form) == text
    assert "*" in form.ordered or mixed != text


@pytest.mark.parametrize("name", [name for name in NAMES if "*" not in FORMS[name].ordered])
def test_no_group_has_a_word_twice(name: str) -> None:
    for path, words in groups(yaml.safe_load(_text(name)), FORMS[name]):
        assert [word for word, times in Counter(words).items() if times > 1] == [], path


@pytest.mark.parametrize("name", [name for name in NAMES if FORMS[name].apart])
def test_no_word_is_in_groups_that_exclude_each_other(name: str) -> None:
    found = dict(groups(yaml.safe_load(_text(name)), FORMS[name]))
    for apart in FORMS[name].apart:
        times = Counter(word for group in apart for word in found[group])
        assert [word for word, count in times.items() if count > 1] == []


def test_a_misspelling_has_one_correction_and_is_none() -> None:
    pairs = [word.split("=") for words in yaml.safe_load(_text("misspellings")).values() for word in words.split()]
    wrong = [pair[0] for pair in pairs]
    assert len(wrong) == len(set(wrong))
    assert set(wrong).isdisjoint(pair[1] for pair in pairs)


def test_the_codes_of_countries_are_those_of_iso() -> None:
    codes = {row["iso"] for row in yaml.safe_load(_text("countries")).values()}
    known = {country.alpha_2 for country in pycountry.countries}
    assert sorted(codes - known - _NOT_ISO) == []
    assert sorted(_NOT_ISO & codes) == sorted(_NOT_ISO)


def test_currencies_are_those_of_the_library() -> None:
    assert yaml.safe_load(_text("currencies")) == currencies(), "python tests/rulebook/test_lists.py --update"


def test_the_calendar_is_that_of_the_library_and_of_the_code() -> None:
    calendar = yaml.safe_load(_text("calendar"))
    assert {month: row["short"] for month, row in calendar["months"].items()} == months()
    assert calendar["weekdays"] == weekdays()
    assert (tuple(calendar["months"]), tuple(calendar["weekdays"])) == (datetext.MONTHS, datetext.WEEKDAYS)
    pointed = {number: row["pointed"] for number, row in enumerate(calendar["months"].values(), 1) if "pointed" in row}
    assert {number: f"{short}." for number, short in house_dates.ABBREVIATED.items()} == pointed
    assert {short.rstrip(".").lower() for short in pointed.values()} == set(variety_phrases.POINTED_MONTHS)
    for row in calendar["months"].values():
        assert all(re.fullmatch(datetext.MONTH, form) for form in row.values())


def test_countries_have_the_names_of_the_library() -> None:
    """Each country of the library's is listed under the name that the library has, or under one that houses prefer."""
    rows = yaml.safe_load(_text("countries"))
    known = country_names()
    ours: dict[str, set[str]] = {}
    for name, row in rows.items():
        ours.setdefault(row["iso"], set()).add(name.replace("St ", "St. ").replace("Saint ", "St. "))
    plain = {
        code: known[code].replace("’", "'").replace("&", "and").replace("Saint ", "St. ")
        for code in ours
        if code in known
    }
    assert {code: name for code, name in plain.items() if name not in ours[code]} == _NAMED_OTHERWISE


def test_countries_have_the_adjectives_of_the_library() -> None:
    rows = yaml.safe_load(_text("countries"))
    differ = {}
    for name, row in rows.items():
        if row["iso"] not in _NOT_ISO:
            own = {word for key in ("adjective", "person") for word in _as_list(row.get(key, []))}
            theirs = CountryInfo(row["iso"]).demonym()
            if theirs not in own:
                differ[name] = theirs
    assert differ == _OTHER_ADJECTIVES


def _as_list(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def test_names_of_places_are_those_of_countries_now() -> None:
    known = {name.replace("’", "'") for name in country_names().values()}
    places = read_places(read_yaml(_text("places"), "places.yml"))
    assert {name for place in places.values() for name in place.was} & known <= _NAMED_BY_ITS_FORMER_NAME
    assert {"Belarus", "Czechia", "Eswatini", "North Macedonia", "Türkiye"} <= places.keys() & known


def test_a_currency_said_twice_is_seen_for_every_sign() -> None:
    check = next(check for check in load().checks if check.id == "numbers/currency-double")
    for code, row in yaml.safe_load(_text("currencies")).items():
        if "sign" in row and code not in ("XAF", "XCG", "XOF", "XPF"):
            noun = row.get("many", row["one"]).split()[-1]
            found = [
                issue.text
                for issue in check.issues(Context(Story(f"It paid {row['sign']}5 million {noun} then.")), "a")
            ]
            assert found == [f"{row['sign']}5 million {noun}"], code


def test_a_rewritten_list_is_sorted_and_keeps_its_comments() -> None:
    text = "# H.\na: [b, a, b]\n# T.\nw: >-  # why\n  zeta\n  alpha beta\ni:\n  - c\n  - a  # 1st\n  # Sport.\n  - b\n"
    want = "# H.\na: [a, b]\n# T.\nw: >-  # why\n  alpha beta zeta\ni:\n  - a  # 1st\n  - c\n  # Sport.\n  - b\n"
    assert tidy(text, FORMS["acronyms"]) == want


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_in_code_holds_what_its_list_does(table: Table) -> None:
    source = (CODE / table.module).read_text("utf-8")
    assert words_in(source, table) == words_of(yaml.safe_load(_text(table.list)), table), (
        "python tests/rulebook/test_lists.py --update rewrites the code from the list"
    )


@pytest.mark.parametrize("mark", [None, ";"])
@pytest.mark.parametrize(
    "source",
    [
        '"""Doc of é."""\nA = x() | words("é old")\nB = 1\n',
        'A: tuple[str, ...] = f(\n    """\n    é old\n    """\n)\n"""A."""\n',
    ],
)
def test_a_table_is_rewritten_in_its_place(source: str, mark: str | None) -> None:
    table = Table("titles", "a", "titles.py", "A", mark)
    for words in (["é", "new"], [f"word-{number:02}" for number in range(40)]):
        new = rewritten(source, table, words)
        assert words_in(new, table) == words
        assert max(map(len, new.splitlines())) <= 120
        assert new.partition("A")[0] == source.partition("A")[0]
        assert new.endswith(source[source.rindex(")") :])


def test_a_table_that_is_not_there_is_said() -> None:
    with pytest.raises(ValueError, match="assigned to B"):
        words_in("A = 1\nB = 2\n", Table("titles", "a", "titles.py", "B"))


def update() -> None:
    """Rewrite every list that has not its form, and every table in code that differs from its list."""
    for name in NAMES:
        text = _text(name)
        new, form = tidy(text, FORMS[name]), FORMS[name]
        if content(yaml.safe_load(new), form) != content(yaml.safe_load(text), form):
            raise ValueError(f"rewriting {name} would lose something")
        if new != text:
            (FOLDER / f"{name}.yml").write_text(new, "utf-8")
    text = _text("currencies")
    if yaml.safe_load(text) != currencies():
        head = "".join(line for line in text.splitlines(keepends=True) if line.startswith("#"))
        (FOLDER / "currencies.yml").write_text(currencies_file(head), "utf-8")
    for table in TABLES:
        path, words = CODE / table.module, words_of(yaml.safe_load(_text(table.list)), table)
        source = path.read_text("utf-8")
        if words_in(source, table) != words:
            path.write_text(rewritten(source, table, words), "utf-8")


if __name__ == "__main__":
    if sys.argv[1:] != ["--update"]:
        sys.exit("usage: python tests/rulebook/test_lists.py --update")
    update()

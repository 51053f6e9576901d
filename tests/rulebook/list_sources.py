"""Lists that follow a maintained library: their rows as the library has them.

Babel (BSD) carries the Unicode Common Locale Data Repository: currencies, months, weekdays and names of countries.
"""

from __future__ import annotations

import datetime as dt

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name, get_currency_symbol

ENGLISH = Locale("en")
LAST = dt.date(2026, 1, 1)
"""Currencies that were legal tender after this day are in use."""


def currencies() -> dict[str, dict[str, str]]:
    """Return currencies in use by their ISO 4217 codes: the name for one and for many, the sign where there is one."""
    spans = [span for rows in get_global("territory_currencies").values() for span in rows]
    in_use = {code for code, _, end, tender in spans if tender and (end is None or dt.date(*end) > LAST)}
    return {code: _currency(code) for code in sorted(in_use)}


def _currency(code: str) -> dict[str, str]:
    one, many = (get_currency_name(code, count, ENGLISH) for count in (1, 2))
    row = {"one": one}
    if many.lower() != one.lower():
        row["many"] = many
    sign = get_currency_symbol(code, ENGLISH)
    if sign != code:
        row["sign"] = sign
    return row


def months() -> dict[str, str]:
    """Return the months with their short forms."""
    full, short = (ENGLISH.months["format"][width] for width in ("wide", "abbreviated"))
    return {full[number]: short[number] for number in range(1, 13)}


def weekdays() -> list[str]:
    """Return the days of the week, Monday first."""
    days = ENGLISH.days["format"]["wide"]
    return [days[number] for number in range(7)]


def country_names() -> dict[str, str]:
    """Return the names of countries by ISO 3166-1 code."""
    return dict(ENGLISH.territories)


def currencies_file(head: str) -> str:
    """Return the text of the list of currencies: its comments, then a row each."""
    return head + "".join(f"{code}: {{{_row(row)}}}\n" for code, row in currencies().items())


def _row(row: dict[str, str]) -> str:
    return ", ".join(f'{key}: "{value}"' if key == "sign" else f"{key}: {value}" for key, value in row.items())

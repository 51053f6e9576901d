"""English prose, and what is not."""

from __future__ import annotations

import base64
import inspect
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.text import classify, prose
from newslint.text.prose import not_prose

STORY = """\
Pool to close for good

By Ada Tarrant

The pool in Mill Lane will close at the end of May after 95 years, the council said on Monday.

"It leaks," she said.
"""

FOREIGN = {
    "Spanish": (
        "El alcalde ha anunciado que la piscina de la calle del Molino cerrará al final de mayo, según ha "
        "explicado en una rueda de prensa en la que no quiso decir nada más sobre las obras que están por "
        "hacer."
    ),
    "French": (
        "Le maire a annoncé que la piscine de la rue du Moulin fermera ses portes à la fin du mois de mai. "
        "Les nageurs ne sont pas contents et disent qu'ils iront devant le tribunal avec une pétition qui est "
        "déjà signée par cent personnes."
    ),
    "German": (
        "Der Bürgermeister hat angekündigt, dass das Bad in der Mühlstraße am Ende des Monats schließt. Die "
        "Schwimmer sind nicht zufrieden und wollen mit einer Klage vor das Gericht ziehen, wie ein Sprecher "
        "des Vereins sagte."
    ),
    "Italian": (
        "Il sindaco ha annunciato che la piscina di via del Mulino chiuderà alla fine di maggio. I nuotatori "
        "non sono contenti e hanno detto che andranno dal giudice con una petizione che è stata firmata da "
        "più di cento persone."
    ),
    "Dutch": (
        "De burgemeester heeft gezegd dat het zwembad in de Molenstraat aan het einde van mei dicht gaat. De "
        "zwemmers zijn niet blij en willen met een klacht naar de rechter, zei een woordvoerder van de club "
        "op maandag."
    ),
    "Portuguese": (
        "O presidente da câmara disse que a piscina da rua do Moinho vai fechar no fim de maio. Os nadadores "
        "não estão contentes e dizem que vão para o tribunal com uma petição que já foi assinada por mais de "
        "cem pessoas."
    ),
}


@pytest.mark.parametrize("language", FOREIGN)
def test_other_languages_are_named(language):
    reason = not_prose(f"{FOREIGN[language]}\n\n{FOREIGN[language]}\n")
    assert reason is not None
    assert language in reason


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Мэр объявил, что бассейн на Мельничной улице закроется в конце мая после девяноста пяти лет.", "Cyrillic"),
        (
            "市长宣布，磨坊街的游泳池将于五月底关闭，泳客们对此感到不满，并表示将向法院提起诉讼，要求市政府重新考虑这一决定。",
            "CJK",
        ),
        ("أعلن رئيس البلدية أن المسبح في شارع الطاحونة سيغلق في نهاية شهر مايو بعد خمسة وتسعين عاما", "Arabic"),
    ],
)
def test_other_scripts_are_named(text, script):
    assert script in (not_prose(text) or "")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (inspect.getsource(classify), "source code"),
        (inspect.getsource(prose), "source code"),
        (
            '#include <stdio.h>\n\nint main(void) {\n  if (leaks) {\n    puts("pool");\n  }\n  return 0;\n}\n',
            "code",
        ),
        ("name,age,town\n" + "".join(f"Pell,{age},Leeds\n" for age in range(20)), "table"),
        ("name\tage\ttown\n" + "".join(f"Pell\t{age}\tLeeds\n" for age in range(20)), "table"),
        (json.dumps({"pools": [{"name": "Mill Lane", "leaks": True, "opened": 1931}] * 20}), "JSON"),
        (json.dumps({"pools": [{"name": "Mill Lane", "leaks": True, "opened": 1931}] * 20}, indent=2), "JSON"),
        (
            "".join(f"2016-05-06 10:00:{s:02} INFO the pump was started on port {s}\n" for s in range(30)),
            "log",
        ),
        ("<html>\n<head>\n<title>Pool</title>\n</head>\n<body>\n<p>\n<b>x</b>\n</p>\n</body>\n</html>\n", "HTML"),
        (base64.b64encode(bytes(range(256)) * 4).decode(), "encoded"),
    ],
    ids=["python", "more python", "c", "csv", "tsv", "json line", "json", "log", "html", "base64"],
)
def test_data_and_code(text, reason):
    assert reason in (not_prose(text) or "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n",
        STORY,
        STORY * 40,
        STORY.replace("\n", "\r\n"),
        "Pool shut\n\nThe pool is shut.\n",
        "Two hurt in Leeds\n\nTwo men were hurt.",
        "Results\n\nMill Lane 3-1 Duck Street\n\nHull 0-0 York\n\nRipon 2-1 Wells\n\nBath 4-4 Ely\n\nLeeds v Pell\n",
        "Squad\n\nPell, Marsh, Lal, Obi\n\nGray, Kerr, Hogg, Ford\n\nRoy, Hill, Dale, Wood\n\nA, B, C, D\n",
        f"{STORY}\n“{FOREIGN['Spanish']}” he said, and then he said it again in English for the swimmers who came from "
        "Leeds and did not know what he had said about the pool that was to be closed by the council in May.",
        f"{STORY}\nThe mayor’s note, which was found in the pool, was in code: print('leak'); x = 1; y = 2;\n",
        "Café, naïve, Zürich, São Paulo, Łódź, Kraków, Malmö, Århus, Reykjavík, Besançon, Düsseldorf and Curaçao",
        "https://example.com/" + "a" * 120 + "\n\n" + STORY,
    ],
)
def test_prose_is_left_alone(text):
    assert not_prose(text) is None


@given(st.text(max_size=200))
def test_any_text_has_an_answer(text):
    reason = not_prose(text)
    assert reason is None or (reason and "\n" not in reason)


@given(st.text(alphabet="ab,:; ({}=|\t0123<>\n", max_size=80))
def test_counting_characters_never_hides_signs_of_code(text):
    assert prose._has_code_signs(text) == (len(prose._CODE_SIGNS.findall(text)) > prose._CODE_SIGNS_IN_PROSE)


@given(st.text(st.characters(max_codepoint=127), max_size=60))
def test_words_of_ascii_text(text):
    assert prose._ASCII_WORD.findall(text) == prose._WORD.findall(text)

"""Whether a text is English prose at all: checks have nothing to say about Spanish copy, source code or a table."""

from __future__ import annotations

import re
import unicodedata

from .regex import regex

_SAMPLE = 12_000
_ENOUGH_WORDS = 25
_ENOUGH_LINES = 6

_WORD = regex(r"[^\W\d_]+")
_ASCII_WORD = regex(r"[A-Za-z]+")  # the same of ASCII text, in half the time

_ENGLISH = frozenset(
    """
    the of and to in is that for it was on with as he be by at from his they have has had this are or an were
    which you her she will would who said their been but not its more about than into could after when there
    what up out if also
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_FOREIGN = {
    "Spanish": (
        "de la que el los las del una por con para su como al ha sus fue más está pero según también desde "
        "hasta esta entre"
    ),
    "French": (
        "de la le les des et une du est dans que pour qui sur par au ne pas ont aux sont cette avec ce été il elle plus"
    ),
    "German": (
        "der die und den das von zu mit sich des auf für ist im dem nicht ein eine hat sie nach bei wird auch aus einer"
    ),
    "Italian": (
        "di che il la del per della dei una con gli le si nel non sono alla più dal anche stato delle è ha i da"
    ),
    "Portuguese": (
        "de que do da em um uma para com os não as dos por na mais foi ao das são pelo ele tem seu pela também"
    ),
    "Dutch": "de het een van en dat niet op te zijn met voor er maar om ook aan bij werd naar heeft uit wordt door",
    "Swedish": "och att det som en på är av för med den till inte om har ett var från men vi sig så",
    "Danish or Norwegian": "og det som en på er av af for med den til ikke har et var fra men vi seg sig at ble blev",
    "Polish": "nie się na że do jest jak po za od przez jego przy dla oraz był było który są ale",
    "Indonesian or Malay": (
        "yang dan di dengan untuk dari pada ini itu tidak dalam akan juga adalah oleh ke tersebut telah"
    ),
    "Turkish": "bir ve bu için ile da de olarak çok olan daha gibi kadar sonra ama en ise",
    "Romanian": "și în de la cu pe din nu care este a fost pentru mai că sunt prin după",
    "Finnish": "ja on ei että se oli hän mutta kun myös tai niin ovat sen joka mukaan",
    "Hungarian": "az és hogy nem egy is volt meg csak már ezt van vagy mint szerint",
    "Czech": "je se na že do za jsou jako ale po podle také by byl která však",
}
_FOREIGN_WORDS = {name: frozenset(words.split()) for name, words in _FOREIGN.items()}

_CODE_START = regex(
    r"\s*(?:from [\w.]+ import |import [\w.]+(?: as \w+)?;?$|#include [<\"]|#!/|(?:async )?def \w+\(.*:$|"
    r"class \w+(?:\(.*\))?[:{ ]*$|(?:export )?(?:async )?function \w*\(|(?:export )?(?:const|let|var) \w+ ?=|"
    r"(?:public|private|protected) [\w<>\[\] ]+[({;=]|"
    r"<\?php|package [\w.]+;?$|use [\w:]+;$|fn \w+\()"
)
_CODE_LINE = regex(
    r"\s*(?:(?:static|void|int|char|double|float|bool) [\w<>\[\] ]+[({;=]|return\b.*;?$|if ?\(.*\) ?\{?$|"
    r"(?:\} ?)?else ?[{:]|for ?\(|while ?\(|@\w+$|//|/\*|\*/|"
    r"[\w.\[\]'\"]+ ?(?:[-+*/]?=|=>|:=) ?\S+.*|[\w.]+\(.*\);?$|[{}\[\]();,]+$)"
)
_CODE_END = regex(r"[{};]\s*$|\)\s*[:{]\s*$")
_CODE_SIGNS_IN_PROSE = 8
_CODE_SIGNS = regex(r"[{};=<>|\t]|\w,\w|\w\(|\d\d:\d\d:\d\d")
_MARKUP_LINE = regex(r"\s*<[!/?a-zA-Z][^>]*>")
_JSON_LINE = regex(r"\s*(?:\"[^\"]*\"\s*:\s*(?:[\[{\"\d-]|true|false|null)|[\[{\]}],?$|\"[^\"]*\",?$|-?\d[\d.]*,?$)")
_LOG_LINE = regex(
    r"\s*(?:\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\[?\d\d:\d\d:\d\d|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|"
    r"\d{1,3}(?:\.\d{1,3}){3} |"
    r"\[?(?:INFO|DEBUG|WARN(?:ING)?|ERROR|TRACE|FATAL)\b[\]:]?)"
)
_SENTENCE = regex(r"[a-z][\"'”’)]?[.!?](?:[\"'”’)]|\s|$)")
_UNBROKEN = regex(r"[A-Za-z0-9+/=_-]{60,}")
_DELIMITERS = (",", "\t", ";", "|")


def not_prose(text: str) -> str | None:
    """Return why a text is not English prose ("looks like Spanish", "looks like source code"), None where it may be.

    Reads at most a bounded sample. Doubtful and very short texts count as prose.
    """
    if _is_plainly_english(text[:2000]):
        return None
    sample = _sample(text)
    return _unbroken(sample) or _other_script(sample) or _data(sample) or _other_language(sample)


def _is_plainly_english(start: str) -> bool:
    """Say whether the beginning alone settles it, as it does for nearly every story."""
    words = (_ASCII_WORD if start.isascii() else _WORD).findall(start)
    if len(words) < _ENOUGH_WORDS or _has_code_signs(start):
        return False
    return sum(map(_ENGLISH.__contains__, words)) * 5 > len(words)


def _has_code_signs(start: str) -> bool:
    # Counting characters takes a twentieth of a search for the signs, and hardly a story holds so many of them.
    most = sum(map(start.count, "{};=<>|\t(")) + start.count(",") - start.count(", ") + start.count(":")
    return most > _CODE_SIGNS_IN_PROSE and len(_CODE_SIGNS.findall(start)) > _CODE_SIGNS_IN_PROSE


def _sample(text: str) -> str:
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return f"{text[:_SAMPLE]}\n{text[middle : middle + _SAMPLE]}\n{text[-_SAMPLE:]}"


def _unbroken(sample: str) -> str | None:
    runs = sum(len(run) for run in _UNBROKEN.findall(sample))
    if runs > 200 and runs * 2 > len(sample):
        return "looks like encoded data (long runs without a space)"
    return None


def _other_script(sample: str) -> str | None:
    if sample.isascii():
        return None
    letters = [char for char in sample if char.isalpha()]
    if len(letters) < 40:
        return None
    foreign: dict[str, int] = {}
    for char in letters:
        if char > "\u024f":
            script = unicodedata.name(char, "UNKNOWN").split()[0]
            foreign[script] = foreign.get(script, 0) + 1
    if sum(foreign.values()) * 2 <= len(letters):
        return None
    script = max(foreign, key=lambda name: (foreign[name], name))
    return f"is not in English: most of its letters are {script.capitalize() if script != 'CJK' else script}"


def _data(sample: str) -> str | None:
    lines = [line for line in sample.splitlines() if line.strip()]
    if len(lines) == 1 and sample.lstrip()[:1] in ("{", "[") and len(sample) > 80 and sample.count('":') >= 3:
        return "looks like JSON"
    if len(lines) < _ENOUGH_LINES:
        return None
    if _share(_LOG_LINE, lines) > 0.8:
        return "looks like a log"
    if sum(1 for line in lines if _CODE_START.match(line)) > max(2, 0.06 * len(lines)):
        return "looks like source code"
    prose = sum(1 for line in lines if len(line) > 60 and _SENTENCE.search(line))
    if prose * 4 > len(lines):
        return None
    if sample.lstrip()[:1] in ("{", "[") and _share(_JSON_LINE, lines) > 0.8:
        return "looks like JSON"
    if _share(_MARKUP_LINE, lines) > 0.6:
        return "looks like HTML or XML source"
    code = sum(1 for line in lines if _CODE_START.match(line) or _CODE_LINE.match(line) or _CODE_END.search(line))
    if code > 0.5 * len(lines):
        return "looks like source code"
    return _table(lines)


def _share(pattern: re.Pattern[str], lines: list[str]) -> float:
    return sum(1 for line in lines if pattern.match(line)) / len(lines)


def _table(lines: list[str]) -> str | None:
    """Name a delimiter that stands equally often, and at least twice, in nearly every line."""
    for delimiter in _DELIMITERS:
        counts = [line.count(delimiter) for line in lines]
        usual = max(set(counts), key=counts.count)
        if usual >= 2 and counts.count(usual) >= 0.9 * len(counts) and sum(map(_is_row, lines)) >= 0.8 * len(lines):
            return "looks like a table of delimited values"
    return None


def _is_row(line: str) -> bool:
    return not re.search(r"[,;|] [a-z]+ [a-z]+ [a-z]+", line) and not re.search(r"[a-z][.!?][\"”’)]?$", line.rstrip())


def _other_language(sample: str) -> str | None:
    words = [word.lower() for word in _WORD.findall(sample)]
    if len(words) < _ENOUGH_WORDS:
        return None
    english = sum(word in _ENGLISH for word in words)
    if english * 8 > len(words):
        return None
    counts = {name: sum(word in known for word in words) for name, known in _FOREIGN_WORDS.items()}
    best, hits = max(counts.items(), key=lambda pair: pair[1])
    if hits * 7 > len(words) and hits > 3 * english and len(_FOREIGN_WORDS[best].intersection(words)) >= 5:
        return f"looks like {best}"
    return None

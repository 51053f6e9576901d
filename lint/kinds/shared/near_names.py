"""Names that are spelled nearly alike."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from ...text.name_parts import plain
from ...text.regex import regex

_FEW = 8
"""Names that are sooner looked at than looked up in a table, which has to be made first."""


class Neighbours:
    """Finds names one slip away: a letter lost, added or changed, letters swapped. More names make no look-up longer.

    A few names of one first letter are looked at one by one. Of more, those: two words are one slip apart only if they
    share a word that a deletion makes of each, which are kept in a table.
    Endings that inflect (Obi, Obis; Korea, Korean; Ivanov, Ivanova) and other first letters are no slips. Of a double
    name one part may differ by any letter.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names: dict[str, list[str]] = defaultdict(list)
        """By the first letter, and under "" those of several parts, which may differ in the first letter."""
        for name in names:
            self._names[name[0]].append(name)
            if len(halves(name)) > 1:
                self._names[""].append(name)
        self._tables: dict[str, dict[str, list[str]]] = {}

    def may_have(self, word: str) -> bool:
        """Say, at a glance, whether another name could be a slip away from the word."""
        return any(self._names.get(key, [word]) != [word] for key in self._keys(word))

    @staticmethod
    def _keys(word: str) -> tuple[str, ...]:
        return (word[0], "") if len(halves(word)) > 1 else (word[0],)

    def _table(self, key: str) -> dict[str, list[str]]:
        """Return the names of one first letter by what they share with their neighbours: made when first asked for."""
        if key not in self._tables:
            table: dict[str, list[str]] = defaultdict(list)
            for name in self._names[key]:
                for shared in _parts(name) if not key else (*_deletions(name), *_parts(name), _sound(name)):
                    table[shared].append(name)
            self._tables[key] = table
        return self._tables[key]

    def of(self, word: str, any_letter: bool = False) -> list[str]:
        """Return the names one slip away from the word, in the order in which they were given; not the word itself.

        ``any_letter`` takes the last letter changed for a slip too: Hansen and Hansem; an ending that inflects nothing
        (Oakden and Oakdene); and names that sound alike (Hadley and Hadleigh).
        """
        if not self.may_have(word):
            return []
        keys = self._keys(word)
        if sum(len(self._names.get(key, ())) for key in keys) > _FEW:
            shared = (*_deletions(word), *_parts(word), *([_sound(word)] if any_letter else []))
            tables = [self._table(key) for key in keys if key in self._names]
            names = dict.fromkeys(name for key in shared for table in tables for name in table.get(key, ())[:20])
        else:
            names = dict.fromkeys(name for key in keys for name in self._names.get(key, ()))
        return [
            name
            for name in names
            if name != word
            and (
                one_slip(name, word)
                or part_slips(name, word)
                or (any_letter and (_changed(name, word) or _ends_otherwise(name, word) or _alike(name, word)))
            )
        ]


def _parts(word: str) -> list[str]:
    """Return what stands for each part of a double name in the table: names that share one may differ in the other."""
    parts = halves(word)
    return [f"{k} {part}" for k, part in enumerate(parts) if part[:1].isupper()] if 1 < len(parts) < 5 else []


def _deletions(word: str) -> list[str]:
    # The letters in order find two that changed places at a distance: Castaneda, Castenada.
    return (
        [word, "".join(sorted(word)).upper(), *dict.fromkeys(word[:k] + word[k + 1 :] for k in range(len(word)))]
        if len(word) < 40
        else [word]
    )


_ENDINGS = "snaeiyoh"


def one_slip(right: str, word: str) -> bool:
    """Say whether one slip turns a name into the word, leaving the first letter; an ending added or dropped is none."""
    if right[0] != word[0] or abs(len(right) - len(word)) > 1 or right == word:
        return False
    short, long = (right, word) if len(right) <= len(word) else (word, right)
    if long.startswith(short) and long[-1] in _ENDINGS:
        return False
    k = 0
    while k < len(short) and short[k] == long[k]:
        k += 1
    if len(short) < len(long):
        return short[k:] == long[k + 1 :]
    if short[k + 1 :] == long[k + 1 :]:
        # The last letter changed is as often another name (Obi and Obo) as a slip.
        return k < len(short) - 1
    return sorted(short) == sorted(long)


def one_edit(right: str, word: str) -> bool:
    """Say whether one letter lost, added, changed or swapped with the next turns a word into the other: any letter."""
    short, long = sorted((right, word), key=len)
    if right == word or len(long) - len(short) > 1:
        return False
    k = 0
    while k < len(short) and short[k] == long[k]:
        k += 1
    if len(short) < len(long):
        return short[k:] == long[k + 1 :]
    return short[k + 1 :] == long[k + 1 :] or (
        short[k : k + 2] == long[k : k + 2][::-1] and short[k + 2 :] == long[k + 2 :]
    )


def _changed(right: str, word: str) -> bool:
    """Say whether one letter after the first is another one."""
    if len(right) != len(word) or right[0] != word[0]:
        return False
    return sum(a != b for a, b in zip(right, word, strict=True)) == 1


_SILENT_ENDINGS = "sehyn"


def _ends_otherwise(right: str, word: str) -> bool:
    """Say whether one name is the other with an ending that makes no woman's, plural or people's name of it."""
    short, long = (right, word) if len(right) <= len(word) else (word, right)
    return 4 < len(short) == len(long) - 1 and long.startswith(short) and long[-1] in _SILENT_ENDINGS


_SPELLINGS = (
    (regex(r"^(?:mac|mc)(?=[a-z]{3})"), "mc"),
    (regex(r"(?:leigh|ley|lea|lee|ly|lie)$"), "ly"),
    (regex(r"(?:burgh|borough|brough|burg|bury)$"), "burg"),
    (regex(r"(?:ough|ow|oe)$"), "o"),
    (regex(r"(?:worth|wirth)$"), "worth"),
    (regex(r"(?:sson|ssen|son|sen)$"), "sn"),
    (regex(r"ph"), "f"),
    (regex(r"c?k|q(?=u)"), "c"),
    (regex(r"ie|ei|ey|ay|ai|ee|ea|y"), "i"),
    (regex(r"z"), "s"),
    (regex(r"wh"), "w"),
    (regex(r"(?<=[^\Wtscp])h"), ""),
    (regex(r"(.)\1"), r"\1"),
    (regex(r"e$"), ""),
)


@lru_cache(maxsize=4096)
def _sound(name: str) -> str:
    """Return a key that names share which are spelled otherwise but read alike: Hadley, Hadleigh; Clarke, Clark."""
    sound = plain(name).lower()
    for pattern, plainer in _SPELLINGS:
        sound = pattern.sub(plainer, sound)
    return "~" + sound


def _alike(right: str, word: str) -> bool:
    return min(len(right), len(word)) > 4 and right[0] == word[0] and _sound(right) == _sound(word)


_JOINT = regex(r"[- ]")


def halves(name: str) -> list[str]:
    """Return the parts of a double or hyphenated name: "Obi-Lal" and "Peña Obi" have two, others one."""
    return _JOINT.split(name)


def part_slips(right: str, word: str) -> bool:
    """Say whether two names of as many parts differ in one part, and by one letter: Obi-Haran and Obi-Harran.

    That the other parts agree leaves no doubt who is meant, so any letter will do, the first and the last included.
    """
    if _JOINT.search(word) is None:
        return False
    ours, theirs = halves(right), halves(word)
    if len(ours) != len(theirs) or len(ours) < 2:
        return False
    odd = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    return (
        len(odd) == 1
        and min(map(len, odd[0])) > 2
        and odd[0][0].islower() == odd[0][1].islower()
        and one_edit(*odd[0])
        and not {odd[0][0] + "s", odd[0][1] + "s"} & set(odd[0])
    )


_SOUNDS = ((r"ph|v", "f"), ("ck|k", "c"), ("y", "i"), ("z", "s"), ("h", ""), (r"(.)\1", r"\1"), ("ei|ey", "i"))
_SPELLED = """
ahmad ahmed ahmet akhmad achmad
muhammad mohammed mohammad mohamed mohamad muhammed mohammod
hussein hussain husain hossein husein
hassan hasan
mustafa moustafa mostafa mustapha mustafah
yusuf yousef yousuf yusof youssef yusef
abdullah abdulla abdallah
ibrahim ebrahim ibraheem
ismail ismael esmail
khalid khaled
osman usman othman uthman
rahman rehman
fatima fatema fatimah
aisha ayesha aysha aicha
zainab zaynab zeinab
saeed said sayeed saeid
nasser naser nasir
tariq tarek tareq tarik
bilal belal
jamal gamal
karim kareem
salim saleem selim
sami samy
walid waleed
yasin yassin yaseen
sergei sergey serhiy
alexei alexey aleksei oleksiy
dmitri dmitry dmytro dimitri
yuri yury yuriy
andrei andrey andriy
nikolai nikolay mykola
vasily vasili vasyl
mikhail mykhailo
yevgeny evgeny yevgeni evgeni
alexander aleksandr aleksander oleksandr
natalia natalya nataliya
yulia julia yuliya
tatiana tatyana tetiana
ekaterina yekaterina
anastasia anastasiya
viktor victor
maxim maksim maksym
oleg oleh
volodymyr vladimir
rebecca rebekah
sarah sara
hannah hanna
deborah debra
elizabeth elisabeth
theresa teresa
madeleine madeline madelaine
caroline carolyn
katherine kathrine
kathleen cathleen
kristina christina
kristine christine
kristen kirsten kristin
eric erik erick
carl karl
marc mark
nicholas nicolas
matthew mathew
laurence lawrence
jonathan jonathon johnathan
bryan brian
niall neil neal
alastair alistair alasdair alister
rory ruairi
rhys reece rhis
vivien vivian vivienne
jacqueline jaqueline
natalie nathalie
stephanie stefanie
emmanuel emanuel
philippa phillipa
cecilia cecelia
susanna susannah suzanna
lilian lillian
phyllis phillis
gillian jillian
julian julien
adrian adrien
declan declen
aidan aiden
kieran ciaran
diarmuid dermot
malcolm malcom
gareth garreth
terence terrence terrance
"""


_ALIKE = (
    *(frozenset(group.split()) for group in _SPELLED.strip().split("\n")),
    frozenset({"stuart", "stewart"}),
    frozenset({"clare", "claire"}),
    frozenset({"sean", "shaun", "shawn"}),
    frozenset({"graham", "graeme"}),
    frozenset({"geoffrey", "jeffrey"}),
    frozenset({"geoff", "jeff"}),
    frozenset({"alan", "allan", "allen"}),
    frozenset({"steven", "stephen"}),
    frozenset({"catherine", "katherine", "kathryn", "katharine"}),
    frozenset({"anne", "ann"}),
    frozenset({"lindsay", "lindsey"}),
    frozenset({"isabel", "isobel", "isabelle"}),
    frozenset({"mohammed", "mohamed", "muhammad", "mohammad", "mohamad"}),
)


@lru_cache(maxsize=4096)
def sounds_like(one: str, other: str) -> bool:
    """Say whether two given names are spellings of one: Katherine and Catherine, Philip and Phillip, Jon and John."""
    a, b = plain(one).lower(), plain(other).lower()
    if a == b or any(a in group and b in group for group in _ALIKE):
        return True
    for pattern, sound in _SOUNDS:
        a, b = re.sub(pattern, sound, a), re.sub(pattern, sound, b)
    return a == b

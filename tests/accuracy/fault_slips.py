"""Slips of the keyboard and of grammar."""

from __future__ import annotations

from random import Random

from fault_copy import Clean, Fault, Seeded, found_in, put, sentences, swap, word_for_word

_COUNTRY = {
    "American": "America",
    "Australian": "Australia",
    "Brazilian": "Brazil",
    "British": "Britain",
    "Canadian": "Canada",
    "Chilean": "Chile",
    "Egyptian": "Egypt",
    "German": "Germany",
    "Indian": "India",
    "Indonesian": "Indonesia",
    "Iranian": "Iran",
    "Italian": "Italy",
    "Japanese": "Japan",
    "Malaysian": "Malaysia",
    "Thai": "Thailand",
    "Turkish": "Turkey",
}


def word_doubled(clean: Clean, chance: Random) -> Seeded | None:
    matches = found_in(clean, r"\b(?:the|of|to|and|in|a|for|with|by|from|was|at) (?=[a-z])", clean.narration)
    if not matches:
        return None
    match = chance.choice(matches)
    return put(clean, match.end(), match.end(), match.group(), around=len(match.group()))


def long_word_doubled(clean: Clean, chance: Random) -> Seeded | None:
    matches = found_in(clean, r"\b[a-z]{5,} (?=[a-z])", clean.narration)
    if not matches:
        return None
    match = chance.choice(matches)
    return put(clean, match.end(), match.end(), match.group(), around=len(match.group()))


def letters_swapped(clean: Clean, chance: Random) -> Seeded | None:
    """Swap two neighbouring letters inside a long word."""
    matches = found_in(clean, r"\b[a-z]{7,}\b", clean.narration)
    if not matches:
        return None
    match = chance.choice(matches)
    word = match.group()
    pairs = [i for i in range(1, len(word) - 2) if word[i] != word[i + 1]]
    i = chance.choice(pairs)
    return put(clean, *match.span(), word[:i] + word[i + 1] + word[i] + word[i + 2 :])


FAULTS = (
    Fault("small-word-doubled", "slips", word_doubled),
    Fault("long-word-doubled", "slips", long_word_doubled),
    Fault("letters-swapped", "slips", letters_swapped),
    Fault("a-for-an", "slips", swap(r"\b(an) (?=[aeiou](?!ne\b))", "a", around=5)),
    Fault("an-for-a", "slips", swap(r"\b(a) (?=[bcdfgklmnprstvz][a-z])", "an", around=5)),
    Fault(
        "its-apostrophe",
        "slips",
        swap(r"\b(its) (?=[a-z]+)", lambda m: "it’s" if "’" in m.string else "it's", around=8),
    ),
    Fault(
        "apostrophe-lost",
        "slips",
        swap(r"\b(?:did|does|was|were|has|had|could|would|is)n(['’])t\b", "", around=5, speech=True),
    ),
    Fault(
        "possessive-lost",
        "slips",
        swap(
            r"\b(?:company|council|government|city|state|town|club|village|family|court|board)(['’])s\b (?=[a-z])",
            "",
            around=8,
        ),
    ),
    Fault(
        "country-for-adjective",
        "slips",
        swap(rf"\b({'|'.join(_COUNTRY)}) (?=[a-z]{{3,}}\b)(?!by|and|who|in\b)", lambda m: _COUNTRY[m[1]], around=3),
    ),
    Fault(
        "country-for-people",
        "slips",
        sentences(
            "The news was brought by a [[Norway minister]] who had come for the fishing.",
            "Among the guests were two [[Kenya diplomats]], who sat at the back and said little.",
            "The house was bought by an [[Austria museum]], which wants only the stairs.",
            "The grain is for [[Japan buyers]], who pay on the day it is loaded.",
        ),
    ),
    Fault(
        "then-for-than",
        "slips",
        swap(
            r"\b(?:more|less|better|later|longer|bigger|smaller|fewer|rather|other|higher) (than)\b", "then", around=8
        ),
    ),
    Fault(
        "plural-lost",
        "slips",
        swap(
            r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d\d?) [a-z]{3,}[bcdfgklmnprt](s)\b(?= [a-z]|[.,])",
            "",
            around=8,
        ),
    ),
    Fault(
        "one-of-singular",
        "slips",
        sentences(
            "It was [[one of the largest festival]] that the valley has ever held in winter.",
            "The bridge is [[one of the oldest structure]] on that stretch of the river.",
            "He is [[one of the few climber]] to have reached the top without a guide.",
        ),
    ),
    Fault(
        "name-without-apostrophe",
        "slips",
        sentences(
            (
                "The caretaker, Osbert Pennyfeather, keeps the keys in a biscuit tin by the door.",
                "It was [[Osbert Pennyfeathers bicycle]] that the men found in the pond in the end.",
            ),
            (
                "The widow who feeds the birds, Cordelia Ravenscroft, has asked for a bench of her own.",
                "The board had counted on [[Cordelia Ravenscrofts vote]], and did not get it.",
            ),
        ),
    ),
    Fault("pronoun-agreement", "slips", swap(r"\b(?:[Hh]e|[Ss]he|[Ii]t) (was)\b", "were", around=5)),
    Fault("they-was", "slips", swap(r"\b(?:[Tt]hey|[Ww]e) (were)\b", "was", around=6)),
    Fault("be-dropped", "slips", swap(r"\b(?:would|will|could|should|must|may|might)( be) [a-z]+ed\b", "", around=10)),
    Fault(
        "of-dropped", "slips", swap(r"\b(?:[Oo]ne|[Ss]ome|[Mm]ost|[Hh]alf|[Nn]one|[Ee]ach)( of) the\b", "", around=8)
    ),
    Fault(
        "to-dropped",
        "slips",
        swap(
            r"\b(?:according|had|has|have|able|expected|due|going|wanted|asked|used|began|promised)( to) [a-z]+",
            "",
            around=10,
        ),
    ),
    Fault(
        "past-for-participle",
        "slips",
        word_for_word(
            {
                "had taken": "had took",
                "has taken": "has took",
                "had gone": "had went",
                "has gone": "has went",
                "had begun": "had began",
                "has begun": "has began",
                "had written": "had wrote",
                "had seen": "had saw",
                "has seen": "has saw",
                "had given": "had gave",
                "had come": "had came",
                "had broken": "had broke",
                "has run": "has ran",
                "had grown": "had grew",
                "had done": "had did",
                "had chosen": "had chose",
                "had driven": "had drove",
                "had known": "had knew",
                "had flown": "had flew",
                "be seen": "be saw",
                "been given": "been gave",
                "been taken": "been took",
                "was given": "was gave",
                "was written": "was wrote",
                "were given": "were gave",
            },
            around=2,
        ),
    ),
    Fault(
        "could-of",
        "slips",
        swap(r"\b(?:would|could|should|might|must) (have) (?:been|[a-z]+(?:ed|en))\b", "of", around=8, speech=True),
    ),
    Fault(
        "adverb-for-adjective",
        "slips",
        sentences(
            "The survey has led to a [[closely partnership]] between the two villages.",
            "It was a [[completely disaster]] for the growers who had planted early.",
            "The new pump is a [[considerably improvement]] on the old one.",
            "She announced a [[gradually withdrawal]] from the committees she had sat on.",
        ),
    ),
    Fault(
        "confused-words",
        "slips",
        sentences(
            "The fall in prices has [[lead to]] the closing of two more shops in the town.",
            "He said that the delay would have no [[affect on]] the opening of the school.",
            "The mill could [[loose its]] customers unless the fence is mended by May.",
            "The [[principle reason]] for the delay was a shortage of slate.",
            "Her remarks were greeted with cries of [[here, here]] from the back of the hall.",
            "The board gave the new manager [[free reign]] to spend the money.",
            "Inspectors [[poured over]] the accounts for the best part of a week.",
        ),
    ),
    Fault(
        "misspelling",
        "slips",
        word_for_word(
            {
                "which": "whcih",
                "their": "thier",
                "because": "becuase",
                "government": "goverment",
                "received": "recieved",
                "until": "untill",
                "before": "befor",
                "people": "poeple",
                "years": "yaers",
                "should": "shoud",
                "would": "woudl",
                "committee": "commitee",
                "separate": "seperate",
                "across": "accross",
                "beginning": "begining",
                "another": "anotehr",
                "through": "thruogh",
                "success": "sucess",
            }
        ),
    ),
)

"""Whole numbers in words, and what stands around a number in copy: what is counted, and what only carries a number."""

from __future__ import annotations

from functools import lru_cache

from ...text.regex import regex
from ...text.story import Story
from .quantities import WORDS

_AHEAD = 70
_BEHIND = 40

_SMALL = {value: word for word, value in WORDS.items() if value < 20 or value % 10 == 0}


def in_words(number: int) -> str:
    """Return a whole number from zero to ninety-nine in words ("twenty-one"). Raises KeyError for others."""
    if number == 0:
        return "zero"
    if number in _SMALL:
        return _SMALL[number]
    return f"{_SMALL[number - number % 10]}-{_SMALL[number % 10]}"


@lru_cache(maxsize=1)
def number_values() -> dict[str, int]:
    """Return the values of the words for zero to ninety-nine."""
    return {in_words(number): number for number in range(100)}


def words(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(text.split())


FUNCTION_WORDS = words(
    """a an the this that these those his her its their our my your and or but nor so yet if as than then when while
    where after before since until because although though who whom whose which what how why at by for from in into of
    off on onto out over per to under up upon via with within without about above across against along among around
    behind below beneath beside between beyond despite down during except inside like near outside past through
    throughout toward towards is are was were be been being am has have had do does did will would can could may might
    must shall should not no also only just even still already again ago he she it they we you i them him us me there
    here each every both all any some most more fewer less least nearly almost roughly approximately exactly"""
)
"""Words that say how others hang together; none is a noun, an adjective or a full verb."""

_LEAD = words(
    """a the these those his her its their our and or but with for from in into of on to under up within after before
    over about above among around between during through is are was were be been has have had all some nearly almost
    at by as than only just at least another last next first other roughly approximately exactly since until when
    while that if then there more every"""
)
"""Function words after which a number counts what follows, though they begin a sentence."""

_LABELS = words(
    """no number phase grade year level stage type category cat class group tier zone lane gate bay unit block room
    page pages chapter part section paragraph article question question day week month round lap hole seed seeds seeded
    ranked rated rank size age ages aged division league line route junction exit platform terminal pier ward wing door
    house flat apartment suite lot plot site area sector district region band step key version series season episode
    volume vol act scene figure table chart box item rule clause schedule form model mark test match game leg race set
    sets quarter half period point magnitude scale score rating factor channel radio top big track verse psalm
    proposition amendment title regulation order resolution priority option plan bin window windows studio court
    minus plus over under par x by times chamber reactor engine vitamin hepatitis diabetes stalag pier exhibit count
    counts highway omega runway berth hangar shed building hall pool heat final car bus tram flight bed cell"""
)
"""Nouns and marks after which a figure is a label: "phase 3 trials", "a magnitude 6 quake"."""

_IRREGULAR = words("people men women children police feet teeth mice geese oxen sheep cattle deer fish")
_NO_PLURAL = words(
    """this his its was is has does us thus plus minus versus as less perhaps always across towards news series species
    says shows includes remains begins ends starts opens closes means comes goes gets takes makes seems wants needs
    gives sees knows thinks tells asks allows becomes brings keeps leads offers tries whereas besides sometimes
    afterwards otherwise yes gas bus crisis basis analysis"""
)
_SCORED = words(
    """point points goal goals try tries run runs wicket wickets over overs stroke strokes shot shots set sets game
    games length lengths furlong furlongs under votes vote times time percentage basis percent per degrees degree
    sixes fours pts yards rebounds assists touchdowns innings"""
)
"""What is counted in figures in results, or measured: left as it is."""
_MEASURES = words(
    """mile miles metre metres meter meters kilometre kilometres kilometer kilometers centimetre centimetres centimeter
    centimeters millimetre millimetres millimeter millimeters inch inches foot feet yard yards hectare hectares acre
    acres tonne tonnes ton tons kilogram kilograms kilo kilos gram grams pound pounds stone stones ounce ounces litre
    litres liter liters millilitre millilitres gallon gallons pint pints watt watts kilowatt kilowatts megawatt
    megawatts gigawatt gigawatts volt volts hertz megahertz gigahertz byte bytes megabyte megabytes gigabyte gigabytes
    terabyte terabytes calorie calories knot knots square cubic nautical celsius fahrenheit kelvin barrel barrels
    bushel bushels cent cents penny pence dollar dollars euro euros yen franc francs rupee rupees rouble roubles
    ruble rubles rand peso pesos krona kroner crown crowns mark marks yuan baht ringgit million billion trillion
    thousand hundred hundredths thousandths tenths halves thirds quarters fifths sixths sevenths
    eighths ninths bits bit megapixels megapixel mpg mph kph carat carats teaspoon
    teaspoons tablespoon tablespoons tbsp tsp cup cups servings serves minute-mile"""
)

_SCALES = words("hundred thousand million billion trillion dozen")

_BEFORE = regex(r"([\w.'’&/+-]+|[^\w\s])[ \t\xa0]*\Z")
_AFTER = regex(r"[ \xa0]([a-z][a-z’'-]*)")
_DIGIT_AFTER = regex(r"[ \xa0](?:and[ \xa0])?[0-9]")


def words_after(text: str, offset: int, most: int = 3) -> list[str]:
    """Return the lower-case words that directly follow an offset, a space before each, at most so many."""
    found: list[str] = []
    while len(found) < most and (match := _AFTER.match(text, offset, offset + _AHEAD)):
        found.append(match[1])
        offset = match.end()
    return found


def word_before(text: str, offset: int) -> tuple[str, int]:
    """Return the word or mark before an offset on its line, and where it starts; "" at the beginning of a line."""
    begin = max(0, offset - _BEHIND)
    match = _BEFORE.search(text[begin:offset])
    return (match[1], begin + match.start()) if match else ("", offset)


def is_number(word: str) -> bool:
    """Say whether a word has a digit or is a number in words, or a part of one."""
    low = word.lower()
    return low in number_values() or low in _SCALES or any(char.isdigit() for char in word)


def is_plural(word: str) -> bool:
    """Say whether a lower-case word looks like the plural of a noun."""
    if word in _IRREGULAR:
        return True
    return len(word) > 2 and word[-1] == "s" and not word.endswith(("ss", "us", "'s", "’s")) and word not in _NO_PLURAL


def counts_things(text: str, end: int, *, scored: bool = False) -> bool:
    """Say whether a number that ends at ``end`` counts what comes next: a plural, at most two words between.

    Units, money, and (unless ``scored``) points, goals and votes count as no things.
    """
    after = end
    for word in words_after(text, end):
        after += len(word) + 1
        if word == "more":
            continue
        if word in FUNCTION_WORDS or word in _MEASURES or (word in _SCORED and not scored):
            return False
        if is_plural(word):
            return _DIGIT_AFTER.match(text, after) is None  # "5 years 6 months" is a measure
        if is_number(word):
            return False
    return False


def stands_alone(story: Story, start: int) -> bool:
    """Say whether what is before a number lets it count: no label, no name, no other number that goes with it."""
    text = story.text
    word, at = word_before(text, start)
    if not word:
        return True
    low = word.lower()
    if low in _LABELS or is_number(word) or (not word[0].isalnum() and word not in "(,;:“\"‘'–—.!?-"):
        return False
    if word == "." and at and text[at - 1] != " ":
        return story.sentence_at(start) is None or begins_sentence(story, start)
    if word[0].isalpha() and word.endswith(".") and not begins_sentence(story, start):
        return False  # "No. 5 seeds", "Sept. 5 attacks"
    if word != low and not (begins_sentence(story, at) and low in _LEAD):
        return False
    if low in ("and", "or", "to", "of", "in", "by", ",", "–", "-"):
        return not is_number(word_before(text, at)[0]) or low == ","
    return not (is_plural(low) and is_number(word_before(text, at)[0]))


def begins_sentence(story: Story, offset: int) -> bool:
    """Say whether nothing but marks stands before an offset in its sentence."""
    sentence = story.sentence_at(offset)
    return sentence is not None and not story.text[sentence.start : offset].strip(" \t\n\r\xa0\"“”'‘’([")

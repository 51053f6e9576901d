"""Kind `counts`: a stated number and what is counted do not fit.

    fault: parts        # "12 people, seven men and four women"
    fault: list         # "four states: Iowa, Utah and Maine"
    fault: agreement    # "two minister said" (`nouns`: the singular nouns that are looked for)

Only closed enumerations count: no "including", no open end, every part read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Literal

import msgspec

from ..text.regex import regex
from ..text.story import Story
from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.groups import span_of
from .shared.matching import compile_pattern, escaped
from .shared.quantities import COUNT, count_value

FIELDS = ("stated", "counted")
BLOCKS = ("body", "caption", "standfirst")

Fault = Literal["parts", "list", "agreement"]

_SMALL = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
# Unlike these, "five children, four women and five men" may list three groups.
_WHOLE_IN_COMMAS = ("people", "persons", "victims")
_WHOLE = (
    "people|persons|victims|passengers|children|adults|civilians|crew|hostages|suspects|defendants|survivors|jurors"
    "|players|pupils|students|workers|staff|members|patients|casualties|prisoners|medals|animals"
)
_PART = (
    "men|man|women|woman|boys?|girls?|children|child|adults?|teenagers?|males?|females?|toddlers?|babies|baby|infants?"
    "|sons?|daughters?|brothers?|sisters?|civilians?|soldiers?|police officers?|officers?|foreigners?|locals?"
    "|passengers?|crew members?|crewmen|pedestrians?|cyclists?|drivers?|motorists?|pupils?|students?|teachers?|nurses"
    "|doctors?|gunmen|bystanders?|miners?|residents?|tourists?|journalists?|pilots?|firefighters?|policemen|prisoners?"
    "|guards?|gold|silver|bronze|golds|silvers|bronzes|sheep|cows|horses|dogs|cats|pigs|goats|calves|lambs"
)
_QUALIFIED = r"(?:(?:young|elderly|older|adult|teenage|local|other|dead|injured|unarmed) )?"
_OF_THEM = (
    rf"\b(?P<total>(?i:{COUNT})) (?:[a-z-]+ )?(?P<whole>[a-z]+s|people|men|women|children)(?P<mark>,| –| —|:) "
    rf"(?P<parts>{COUNT} of (?:them|whom|these) (?:were |are )?[a-z-]+(?: [A-Za-z-]+){{0,2}}"
    rf"(?:, {COUNT} [a-z-]+(?: [A-Za-z-]+){{0,2}})+,? and {COUNT} [a-z-]+(?: [A-Z][a-z-]+)?)"
    rf"(?: [a-z-]+)?(?:[,.;:)\n]| –| —|$)"
)
_PLACE_PIECE = rf"{COUNT} (?:against|for|in|from|on|by|at|to|with|under|over) [^,.;:–—()\n0-9]{{2,40}}"
_BY_PLACE = (
    rf"\b(?P<total>(?i:{COUNT})) (?:[a-z-]+ )?(?P<whole>[a-z]+s|people|men|women|children)(?P<mark>,| –| —|:) "
    rf"(?P<parts>{_PLACE_PIECE}(?:, {_PLACE_PIECE})*,? and {_PLACE_PIECE})(?P<close>[.;\n]|$)"
)
_PIECE = rf"(?:{COUNT}|an?) {_QUALIFIED}(?:{_PART})"
_PARTS = (
    rf"\b(?P<total>(?i:{COUNT})) {_QUALIFIED}(?P<whole>{_WHOLE})(?: (?:were|was|are|have|had) [a-z]+(?: [a-z]+)?)?"
    rf"(?: died| escaped| survived)?(?:, (?:the )?[A-Za-z][a-z]+(?: [A-Za-z][a-z]+){{0,3}} (?:said|says))?"
    rf"(?P<mark>,| –| —| --|:| \() ?(?:all of them )?"
    rf"(?P<parts>{_PIECE}(?:, {_PIECE})*,? and {_PIECE})(?:[,.;:)]| –| —| --|$| (?:were|was|are|have|had|died)\b)"
)
_WORD = r"(?:(?:St|Mt|Dr|Mr|Mrs|Ms|[A-Z])\. )?[A-Z](?:[\w’'-]*\w)?"
_NAME = (
    # "the Netherlands", "senior Kayla Obi", "his brother Tom"; what the small words may be is looked at afterwards
    rf"(?:[a-z][a-z-]+ ){{0,2}}{_WORD}(?: (?:(?:of|de|da|van|von|der|den|del|la|le|al|bin|the|&"
    rf"|in the|of the|on the|at the) )?{_WORD}){{0,4}}"
    r"(?:, [0-9]{1,2}(?:,|\b)| \([^()\n]{1,30}\))?"
)
_LIST = (
    rf"\b(?P<total>(?i:{_SMALL})|[0-9]{{1,2}}) (?:[a-z’'-]+ ){{0,3}}(?P<noun>[a-z’'-]+)(?P<mark>,|:| –| —| -| --) "
    rf"(?P<list>{_NAME}(?:, {_NAME})*,? (?P<join>and|or) {_NAME})(?P<close>[,.;)\n]| –| —| --|$)"
)
_TOTAL = rf"\b(?P<total>(?i:{_SMALL})|[0-9]{{1,2}}) (?:[a-z’'-]+ ){{0,3}}(?P<noun>[a-z’'-]+)"
_NAMES = rf"(?P<list>{_NAME}(?:, {_NAME})*,? (?P<join>and|or) {_NAME})"
_DASH = "(?:–|—|--)"
# Other closed lists: set between two dashes, in brackets, after a verb and a colon, after "were".
_OTHER_LISTS = (
    rf"{_TOTAL} (?:who|that) (?:[a-z’'-]+ ){{1,6}}(?P<mark>{_DASH}) {_NAMES}(?P<close> {_DASH})",
    rf"{_TOTAL} (?:who|that) (?:[a-z’'-]+ ){{0,6}}[a-z’'-]+(?P<mark>,) {_NAMES}(?P<close>,)",
    rf"{_TOTAL} (?P<mark>\(){_NAMES}(?P<close>\))",
    rf"{_TOTAL} (?:were|are|was|have been|had been|remain|face|will) (?:[a-z’'-]+ ){{0,5}}[a-z’'-]+(?P<mark>:) {_NAMES}"
    r"(?P<close>\.(?:\s|$))",
    rf"\b(?P<total>(?i:{_SMALL})) of (?:his|her|its|their|the|our) (?:[a-z-]+ ){{0,2}}(?P<noun>[a-z]+)"
    rf"(?P<mark>,| –| —) {_NAMES}(?P<close>[,.;)\n]| –| —|$)",
    rf"\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur) (?P<total>{_SMALL}|[0-9]{{1,2}}) (?:[a-z’'-]+ ){{0,2}}"
    rf"(?P<noun>[a-z’'-]+) (?P<mark>were|are) {_NAMES}(?P<close>\.(?:\s|$))",
)
_ITEM = r"[A-Z](?:[^;.\n()–—]|\b[A-Z][a-z]{0,4}\.){2,70}?"
_SEMICOLONS = (
    rf"{_TOTAL}(?:(?P<mark>,|:| {_DASH}) (?:(?:in|at|near|from) )?| in )"
    rf"(?P<list>{_ITEM}(?:; {_ITEM})*; and (?:in |at |near )?{_ITEM})"
    r"(?P<close>[.\n]|$)"
)
# Nouns that only a list explains: "three options, a sale or a merger". "Two dogs, a cat and a horse" is a list itself.
_SET_NOUNS = (
    "options|choices|alternatives|possibilities|reasons|proposals|scenarios|outcomes|conditions|demands|remedies|factors"
    "|causes|ingredients|priorities|aims|goals|objectives|theories|explanations|solutions|routes|elements|components"
    "|weapons|tasks|criteria|categories|candidates|suggestions|ideas|sources|requests|requirements|offences|offenses"
)
_THING = r"an? [a-z][a-z’'-]*(?: (?:of (?:the )?)?[a-z][a-z’'-]+){0,3}?"
_PLAIN = r"[a-z][a-z’'-]{2,}"
_COLON = r"(?::| –| —| --)"
_THINGS = rf"{_THING}(?:, {_THING}){{0,6}},? (?P<join>and|or) {_THING}"
_PLAINS = rf"{_PLAIN}(?:, {_PLAIN}){{0,6}},? (?P<join>and|or) {_PLAIN}"
_SETS = rf"\b(?P<total>(?i:{_SMALL})) (?:[a-z-]+ ){{0,2}}(?P<noun>{_SET_NOUNS})(?: [a-z]+ed| left| open)?"
_COMMON_LISTS = (
    rf"{_SETS}(?:,|{_COLON}) (?P<list>{_THINGS})(?P<close>[,.;)\n]| –| —| --|$)",
    rf"{_SETS}(?:,|{_COLON}) (?P<list>{_PLAINS})(?P<close>[,.;)\n]| –| —| --|$)",
    rf"\b(?P<total>(?i:{_SMALL})) (?:[a-z-]+ ){{0,2}}(?P<noun>[a-z-]+s){_COLON} (?P<list>{_THINGS})(?P<close>[.\n]|$)",
)
_DEFINITE = (
    r"(?:the|an?|its|his|her|their|one|another) [a-z][a-z’'-]*"
    r"(?: (?:(?:of|in|at|on|near|from|to) (?:the |an? )?)?[a-zA-Z][\w’'-]+){0,4}?"
)
_DEFINITES = rf"{_DEFINITE}(?:, {_DEFINITE}){{0,6}},? (?P<join>and|or) {_DEFINITE}"
_PREDICATE = (
    r"(?:(?:(?:have|had|has) (?:[a-z]+ )?been|are|were|will be|could be|may be|remain|survive)(?: [a-z]+){0,6}"
    r"|(?:in|on|at|near|along|by|for|under|around) (?:(?:the|its|his|her|their) )?[a-zA-Z-]+)"
)
# "Three sites have been offered: the old quay and the ice house."
_INTRODUCED_LISTS = (
    rf"\b(?P<total>(?i:{_SMALL})) (?:[a-z-]+ ){{0,2}}(?P<noun>[a-z-]+s)(?P<said> {_PREDICATE})?(?P<introduced>:) "
    rf"(?P<list>{_DEFINITES})(?P<close>\.(?:\s|$)|\n|$)",
)
_ITEMS = r"[a-z][a-z’'-]{2,}(?: [a-z][a-z’'-]{2,})?"
_SHORT_ITEMS = rf"{_ITEMS}(?:, {_ITEMS}){{0,6}},? (?P<join>and|or) {_ITEMS}"
_SORTS = "sorts|kinds|types|species|varieties|breeds|classes|flavours|flavors|colours|colors|styles|strains"
_SHORT_LISTS = (
    # looked at only where an item has the noun itself: "three schools, a middle school and a college"
    rf"\b(?P<total>(?i:{_SMALL})) (?:[a-z-]+ ){{0,2}}(?P<noun>[a-z-]+s)(?P<own>,) (?P<list>{_THINGS})"
    r"(?P<close>[,.;)\n]| –| —| --|$)",
    rf"\b(?P<total>(?i:{_SMALL})) (?:[a-z-]+ )?(?P<noun>{_SORTS})(?: of [a-z-]+)?(?: [a-z]+)?(?:,|{_COLON}) "
    rf"(?P<list>{_SHORT_ITEMS})(?P<close>[,.;)\n]| –| —| --|$)",
    rf"\b(?P<total>(?i:{_SMALL})) (?:[a-z-]+ ){{0,2}}(?P<noun>[a-z-]+s): (?P<list>{_SHORT_ITEMS})(?P<close>[.\n]|$)",
    rf"\b(?P<total>(?i:{_SMALL})) (?:[a-z-]+ ){{0,2}}(?P<noun>[a-z-]+s) (?:–|—|--) "
    rf"(?P<list>{_ITEMS}, {_SHORT_ITEMS})(?P<close> –| —| --|[.\n]|$)",
)
_THING_LISTS = (*_COMMON_LISTS, *_SHORT_LISTS, *_INTRODUCED_LISTS)
# Lists of dates and of numbers: "three times, in March and June", "all three wards, the 4th and the 9th".
_DATE = (
    r"(?:(?:in|on|at) )?(?:(?:early|late|mid|the) )?(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|spring|summer|autumn|winter|Easter|Christmas"
    r"|1[89][0-9]{2}|20[0-9]{2})(?: (?:1[89][0-9]{2}|20[0-9]{2}))?"
)
_CODE = (
    r"(?:the )?(?:[0-9]{1,3}(?:st|nd|rd|th)|(?:(?:No\.?|Nos\.?|number|numbers|route|Route|Highway|highway) )?"
    r"[A-Z]{0,2}[0-9]{1,4}[A-Z]?)"
)
_PLACED = r"(?: (?:in|of|on|at|along|for) (?:the |its |his |her |their )?[a-zA-Z-]+)?"
_DATES_OR_CODES = (
    rf"\b(?:(?P<total>(?i:{_SMALL})) (?:[a-z-]+ ){{0,2}}(?P<noun>[a-z-]+s)|(?P<twice>[Tt]wice))(?P<mark>,| –| —|:) "
    rf"(?P<list>{_DATE}(?:, {_DATE})*,? (?:and|or) {_DATE})(?P<close>[,.;)\n]| –| —|$)",
    rf"\b(?P<total>(?i:{_SMALL})) (?:[a-z’'-]+ ){{0,3}}(?P<noun>[a-z’'-]+s){_PLACED}(?P<mark>,| –| —|:| \() ?"
    rf"(?P<list>{_CODE}(?:, {_CODE})*,? (?:and|or) {_CODE})(?P<close>[,.;)\n]| –| —|$)",
)
# What a story must hold for each of the patterns above, one of these: a mark by a plain search, a word among its words.
# Most stories hold few of them, and a plain search costs a tenth of a pattern's.
_DASHES = ("–", "—", "--")
_ANY: tuple[str, ...] = ("",)
_OTHER_NEED: tuple[tuple[str, ...], ...] = (_DASHES, _ANY, (" (",), (":",), _ANY, _ANY)
_THING_NEED: tuple[tuple[str, ...] | frozenset[str], ...] = (
    frozenset(_SET_NOUNS.split("|")),
    frozenset(_SET_NOUNS.split("|")),
    (":", *_DASHES),
    _ANY,
    frozenset(_SORTS.split("|")),
    (":",),
    _DASHES,
    (":",),
)


def _worth_trying(
    patterns: tuple[Any, ...], needs: tuple[tuple[str, ...] | frozenset[str], ...], story: Story
) -> Iterator[Any]:
    for pattern, needed in zip(patterns, needs, strict=True):
        if isinstance(needed, frozenset):
            there = not story.word_positions.keys().isdisjoint(needed)
        else:
            there = any(mark in story.text for mark in needed)
        if there:
            yield pattern


# Things that happen once on a date: fewer dates than there are of them is a slip.
_ONCE = frozenset(
    [
        *("times", "occasions", "titles", "championships", "elections", "crowns", "trophies", "medals", "terms"),
        *("cups", "reigns", "marriages", "floods", "droughts", "wars", "coups", "referendums", "editions", "festivals"),
    ]
)
# Nouns after which a name is no member: "three days, Obi and Lal, both from Leeds, ...".
_MEASURES = frozenset(
    [
        *("days", "weeks", "months", "years", "hours", "minutes", "seconds", "decades", "times", "miles"),
        *("metres", "meters", "kilometres", "points", "goals", "runs", "wickets", "sets", "games", "matches"),
        *("shots", "laps", "rounds", "places", "seats", "votes", "occasions", "steps", "degrees", "dollars"),
        *("pounds", "euros", "tonnes", "attempts", "ways", "stages", "parts", "series", "episodes", "overs"),
        *("innings", "tries", "kicks", "yards", "feet", "acres", "hectares", "thirds", "quarters", "fifths"),
        *("tenths", "others"),
    ]
)
_COUNTABLE = frozenset(("people", "men", "women", "children", "crew", "staff", "team", "squad", "cast", "band"))
_PERSONS = frozenset(
    [
        *("crew", "staff", "team", "squad", "cast", "band", "members", "teammates"),
        *("men", "women", "people", "children", "brothers", "sisters", "sons", "daughters", "judges", "nominees"),
        *("candidates", "nephews", "nieces", "cousins", "siblings", "grandsons", "grandchildren", "granddaughters"),
        *("friends", "captains", "walk-ons", "nurses", "boys", "girls", "pupils", "freshmen", "newcomers", "hopefuls"),
        *("heirs", "witnesses", "pilots", "cooks", "chefs", "guests", "monks", "nuns", "priests", "widows", "orphans"),
        *("ministers", "officers", "directors", "victims", "suspects", "defendants", "winners", "finalists"),
        *(
            "juniors",
            "seniors",
            "rookies",
            "recruits",
            "captives",
            "spies",
            "kings",
            "queens",
            "saints",
            "dogs",
            "horses",
        ),
    ]
)
_PERSON_ENDINGS = ("ists", "ants", "mates", "women", "men", "teers", "ners", "chers", "dents", "gers", "yers", "ters")
# With these endings, but no persons, or firms as often as persons.
_NOT_PERSONS = frozenset(
    [
        *("banners", "corners", "manners", "containers", "scanners", "partners", "liners", "miners", "retainers"),
        *(
            "vouchers",
            "trenchers",
            "butchers",
            "accidents",
            "incidents",
            "precedents",
            "managers",
            "hangers",
            "dangers",
        ),
        *(
            "burgers",
            "mergers",
            "ledgers",
            "passengers",
            "layers",
            "buyers",
            "players",
            "prayers",
            "letters",
            "matters",
        ),
        *("centers", "quarters", "chapters", "posters", "charters", "computers", "disasters", "monsters", "meters"),
        *("kilometers", "clusters", "filters", "shelters", "theaters", "platters", "outlets", "lists", "restaurants"),
        *(
            "plants",
            "grants",
            "variants",
            "giants",
            "elements",
            "departments",
            "governments",
            "regiments",
            "tournaments",
        ),
        *("documents", "statements", "agreements", "apartments", "instruments", "moments", "monuments", "amendments"),
        *("transmitters", "broadcasters", "exporters", "importers", "supporters", "specimens", "printers", "counters"),
        *(
            "hectometers",
            "registers",
            "roosters",
            "boosters",
            "starters",
            "painters",
            "waters",
            "adapters",
            "constants",
        ),
        *("pollutants", "coolants", "warrants", "tenants", "remnants", "variants", "diners", "tuners", "planners"),
    ]
)
_COUNTIES = frozenset(
    [
        *("Yorkshire", "Kent", "Sussex", "Essex", "Norfolk", "Suffolk", "Devon", "Cornwall", "Somerset", "Dorset"),
        *("Lancashire", "Cumbria"),
    ]
)
_CLOSED_SETS = frozenset(("states", "countries", "nations", "continents"))
_PLACES = frozenset(
    [
        *(
            "towns",
            "cities",
            "villages",
            "suburbs",
            "counties",
            "districts",
            "regions",
            "provinces",
            "ports",
            "parishes",
        ),
        *(
            "municipalities",
            "boroughs",
            "islands",
            "stations",
            "airports",
            "locations",
            "sites",
            "communities",
            "hamlets",
        ),
    ]
)
# Their names may hold "and" or commas of their own: "Slaughter, May and Lal".
_COMPOUND_NAMES = frozenset(
    [
        *("firms", "companies", "banks", "businesses", "brands", "partners", "departments", "ministries", "committees"),
        *(
            "books",
            "films",
            "songs",
            "albums",
            "plays",
            "novels",
            "shows",
            "works",
            "titles",
            "movies",
            "tracks",
            "poems",
        ),
        *("series", "laws", "acts", "bills", "stores", "shops", "pubs", "agencies", "retailers", "groups", "things"),
        *("labels", "magazines", "papers", "newspapers", "programmes", "programs", "games", "chapters", "words"),
        *("answers", "reasons", "questions", "categories", "sections", "areas", "fronts", "subjects", "topics"),
        *("makers", "carmakers", "lenders", "insurers", "producers", "brokers", "manufacturers", "suppliers"),
    ]
)
# Things with names of their own, seldom two names in one.
_NAMED = frozenset(
    [
        *("premieres", "productions", "musicals", "operas", "ballets", "sponsors", "exhibitions", "headliners"),
        *("stations", "hotels", "pubs", "castles", "cathedrals", "courses", "courts", "airports", "bases", "trains"),
        *(
            "schools",
            "colleges",
            "universities",
            "hospitals",
            "clubs",
            "teams",
            "bridges",
            "rivers",
            "ships",
            "ferries",
        ),
        *(
            "horses",
            "mares",
            "colts",
            "dogs",
            "pits",
            "mines",
            "mills",
            "farms",
            "prisons",
            "jails",
            "stadiums",
            "rigs",
        ),
        *(
            "lakes",
            "dams",
            "reservoirs",
            "mountains",
            "peaks",
            "parks",
            "theatres",
            "theaters",
            "trawlers",
            "lifeboats",
        ),
    ]
)
_STATES = frozenset(
    """
    Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Georgia,Hawaii,Idaho,Illinois
    Indiana,Iowa,Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana
    Nebraska,Nevada,New Hampshire,New Jersey,New Mexico,New York,North Carolina,North Dakota,Ohio,Oklahoma,Oregon
    Pennsylvania,Rhode Island,South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,Washington
    West Virginia,Wisconsin,Wyoming,Ontario,Quebec,Manitoba,Alberta,Saskatchewan,British Columbia,Nova Scotia,NSW,ACT
    New South Wales,Queensland,Victoria,South Australia,Western Australia,Tasmania,Northern Territory,England,Scotland
    Wales,Northern Ireland,Yorkshire,Kent,Sussex,Essex,Norfolk,Suffolk,Devon,Cornwall,Somerset,Dorset,Lancashire,Cumbria
    """.replace("\n", ",")
    .replace("    ", "")
    .split(",")
)
_LEADS_AWAY = frozenset(
    [
        *("In", "After", "For", "With", "Over", "Since", "Within", "Despite", "Between", "Among", "Before"),
        *("During", "At", "On", "By", "From", "Under", "To"),
    ]
)
_GOES_ON = r"^ ?(?:and|or|plus|as well|among|with|along|including|to name|for example|say|both|while|but)\b"
_FOLLOWS = (
    "were|are|have|had|has|was|is|said|says|who|from|in|of|at|and|to|with|on|for|as|or|by|but|resigned|died|told|will"
    "|would|could|can|may|might|should|did|do|also|that|whose|after|before"
)

_AGE = regex(r", [0-9]{1,2}\b")
_CHUNK = regex(r",? (?:and|or) |, ")
# After its last comma the sentence goes on with a verb, not the list with an item.
_CLOSED_OR = regex(r"\s+(?:and|but)\s+(?!(?:an?|the|both|others?|all|more|even)\b)[a-z]")
_CLOSED_AND = regex(
    r"\s+(?:and|but)\s+(?:had|has|have|was|were|would|will|could|can|did|do|does|is|are|said|says|sat|left|went|found|took"
    r"|gave|got|made|he|she|it|they|we|that|[a-z]{3,}ed|cut|put|set|hit|shut|let|lost|won|sent|spent|came|ran|fell|rose"
    r"|broke|drove|flew|kept|met|paid|sold|told|held|led|began|became|brought|built|bought|caught|drew|felt|fought|grew"
    r"|heard|knew|wrote|spoke|stood|threw|struck|saw|taught|thought)\b"
)
_ARTICLE = regex(r"\s+(?:an?|the|and|or|[a-z]+,)\b")
_LEADING = regex(r"(?:[a-z][a-z-]* )*")
_NO_DESCRIPTION = frozenset(
    [
        *("in", "on", "at", "of", "to", "with", "by", "for", "from", "as", "than", "after", "before", "near", "over"),
        *("a", "an", "two", "three", "four", "five", "six", "several", "many", "both", "all", "some", "one", "another"),
        *(
            "who",
            "which",
            "that",
            "where",
            "when",
            "while",
            "if",
            "but",
            "not",
            "no",
            "is",
            "are",
            "was",
            "were",
            "has",
        ),
        *("had", "have", "said", "says", "will", "including", "like", "even", "then", "now", "later", "also", "only"),
        *("possibly", "perhaps", "maybe", "probably", "either", "whose", "other", "others", "more", "most", "it", "he"),
        *(
            "she",
            "they",
            "we",
            "you",
            "twins",
            "brothers",
            "sisters",
            "parts",
            "between",
            "under",
            "into",
            "via",
            "among",
            "plus",
        ),
        *("them", "either", "neither", "nearby", "neighbouring", "neighboring", "towards", "toward", "against"),
        *("about",),
    ]
)


class Options(KindOptions, frozen=True):
    fault: Fault
    nouns: tuple[str, ...] = ()


class State(msgspec.Struct, frozen=True):
    find: Callable[[State, Context], Iterator[Finding]]
    source: str
    pattern: Any
    others: tuple[Any, ...]
    semicolons: Any
    common: tuple[Any, ...]
    dated: tuple[Any, ...]
    goes_on: Any
    piece: Any
    of_them: Any
    by_place: Any
    by_place_piece: Any
    number: Any
    outside_kin: Any
    regions: frozenset[str]


def prepare(options: Options, lists: Lists) -> State:
    source = {"parts": _PARTS, "list": _LIST, "agreement": ""}[options.fault]
    if options.fault == "agreement":
        if not options.nouns:
            raise OptionError("`fault: agreement` needs `nouns`")
        nouns = "|".join(escaped(noun) for noun in options.nouns)
        source = rf"\b(?P<total>{_SMALL}|several|Two|Three|Several) (?P<mark>{nouns})(?: (?:{_FOLLOWS})\b|[,.;:)\n]|$)"
    return State(
        find={"parts": _parts, "list": _list, "agreement": _agreement}[options.fault],
        source=source,
        pattern=compile_pattern(source),
        others=tuple(compile_pattern(p) for p in _OTHER_LISTS) if options.fault == "list" else (),
        semicolons=compile_pattern(_SEMICOLONS) if options.fault == "list" else None,
        common=tuple(compile_pattern(p) for p in _THING_LISTS) if options.fault == "list" else (),
        dated=tuple(compile_pattern(p) for p in _DATES_OR_CODES) if options.fault == "list" else (),
        goes_on=compile_pattern(_GOES_ON),
        outside_kin=compile_pattern(r"\b(?:wom[ae]n|m[ae]n|adults?|officers?|soldiers?|civilians?|children)\b"),
        regions=_STATES.union(lists.get("countries")) if options.fault == "list" else frozenset(),
        of_them=compile_pattern(_OF_THEM),
        by_place=compile_pattern(_BY_PLACE),
        by_place_piece=compile_pattern(rf"\b({COUNT}) (against|for|in|from|on|by|at|to|with|under|over) "),
        number=compile_pattern(rf"\b{COUNT}\b"),
        piece=compile_pattern(rf"({COUNT}|an?) {_QUALIFIED}(?:{_PART})\b"),
    )


def needles(state: State) -> tuple[str, ...]:
    if state.semicolons is not None:
        return (state.source, *_OTHER_LISTS, _SEMICOLONS, *_THING_LISTS, *_DATES_OR_CODES)
    return (state.source, _OF_THEM, _BY_PLACE) if state.find is _parts else (state.source,)


def check(state: State, context: Context) -> Iterator[Finding]:
    yield from state.find(state, context)


def _parts(state: State, context: Context) -> Iterator[Finding]:
    for match in state.pattern.finditer(context.story.text):
        total = count_value(match["total"])
        parts = [count_value(piece[1]) for piece in state.piece.finditer(match["parts"])]
        counted = sum(part or 0 for part in parts)
        if total is None or None in parts or counted == total or total == 1:
            continue
        kin = match["whole"] == "children" and not state.outside_kin.search(match["parts"])
        if match["mark"] == "," and match["whole"] not in _WHOLE_IN_COMMAS and not kin:
            continue
        start, end = span_of(match, "total")[0], span_of(match, "parts")[1]
        yield Finding(start, end, values={"stated": match["total"], "counted": str(counted)})

    for match in state.by_place.finditer(context.story.text):
        pieces = state.by_place_piece.findall(match["parts"])
        total, counted = count_value(match["total"]), sum(count_value(number) or 0 for number, _ in pieces)
        if total is None or len({link for _, link in pieces}) != 1 or match["whole"] in _MEASURES:
            continue
        if counted > total or (counted < total and len(pieces) > 2):
            start, end = span_of(match, "total")[0], span_of(match, "parts")[1]
            yield Finding(start, end, values={"stated": match["total"], "counted": str(counted)})
    for match in state.of_them.finditer(context.story.text):
        total = count_value(match["total"])
        counted = sum(count_value(number) or 0 for number in state.number.findall(match["parts"]))
        if total is not None and counted != total:
            start, end = span_of(match, "total")[0], span_of(match, "parts")[1]
            yield Finding(start, end, values={"stated": match["total"], "counted": str(counted)})


def _list(state: State, context: Context) -> Iterator[Finding]:
    text = context.story.text
    done: set[int] = set()
    found = _names(state, context, text), _semicolons(state, context, text), _things(state, context.story, text)
    for finding in (*found[0], *found[1], *found[2], *_dated(state, context, text)):
        if finding.start not in done:
            done.add(finding.start)
            yield finding


def _semicolons(state: State, context: Context, text: str) -> Iterator[Finding]:
    """Lists whose items have commas of their own: "two plants, in Leeds, Yorkshire; and in Ayr, Scotland"."""
    if "; and " not in text:
        return
    for match in state.semicolons.finditer(text):
        total = count_value(match["total"])
        noun = match["noun"]
        if total is None or noun in _MEASURES or (not noun.endswith("s") and noun not in _COUNTABLE):
            continue
        items = match["list"].split(";")
        counted = len(items)
        if match["mark"] in (",", None) and not all("," in item for item in items):
            continue  # "It won two cups, Lal said; Obi won one; and Day won none": clauses, no members
        if counted == total or (match["mark"] in (",", None) and _is_adverbial(context, match.start())):
            continue
        yield Finding(
            match.start(), span_of(match, "list")[1], values={"stated": match["total"], "counted": str(counted)}
        )


def _names(state: State, context: Context, text: str) -> Iterator[Finding]:
    others = _worth_trying(state.others, _OTHER_NEED, context.story)
    for match in (m for pattern in (state.pattern, *others) for m in pattern.finditer(text)):
        noun, mark, listed = match["noun"], match["mark"], match["list"]
        total = count_value(match["total"])
        strangers = noun == "others" and total is not None and _are_too_many_strangers(listed, match["join"], total)
        if (
            total is None
            or (noun in _MEASURES and not strangers)
            or (not noun.endswith("s") and noun not in _COUNTABLE)
        ):
            continue
        if match["close"] == "," and text[match.end() : match.end() + 2].strip()[:1].isupper():
            continue  # "Obi and Lal, Day and May": the list goes on
        ended = match["close"] == "," and _CLOSED_AND.match(text, match.end())
        ended = ended or (noun in _NAMED and _members(listed, match["join"])[0] > total)
        ended = ended or (mark == "," and _is_closed_series(noun, listed, match["join"], text, match.end()))
        if match["close"] != "\n" and not ended and state.goes_on.search(text[match.end() : match.end() + 14]):
            continue
        if mark == "," and _is_adverbial(context, match.start()):
            continue
        if mark == "," and " who " in match[0].partition(listed)[0] and not _are_persons(noun, listed):
            continue
        low, high = _members(listed, match["join"])
        if low <= total <= high:
            continue
        if not _items_are_plain(listed) or (
            total < low and not strangers and not _may_exceed(state, match, noun, mark)
        ):
            continue
        start, end = match.start(), span_of(match, "list")[1]
        counted = str(low) if low == high else f"{low} or {high}"
        yield Finding(start, end, values={"stated": match["total"], "counted": counted})


_SOMETHING_ELSE = regex(r"\s+(?:as well as|and) an? (?!second|third|fourth|fifth|sixth|further|final|last)[a-z]")


def _is_closed_series(noun: str, listed: str, join: str, text: str, end: int) -> bool:
    """Say whether "and" has closed a list of names, so that what follows is something else: "..., and a band"."""
    persons = noun in _PERSONS or noun in _COUNTABLE or noun.endswith(_PERSON_ENDINGS)
    closed = listed.count(",") > 0 and listed.count(f" {join} ") == 1
    return closed and not persons and _SOMETHING_ELSE.match(text, end) is not None


_NOT_LISTED = regex(
    r"\b(?:others?|among|included|including|like|for|from|at|more|few|couple|pair|lot|number|which|that|who|is|was|are|were|both|all|each|one|some|say|says|said"
    r"|example|another|combination|mix|mixture|bit|host|handful|series|range|then|now|there|here|not|only|even|less|worse"
    r"|so|also|if|but|in|on|by|with|to|than|the|he|she|it|they|we|you|has|have|had|will|would|can|could)\b"
)


_OTHER_NUMBER = regex(r" (?:one|two|three|four|five|six|the same|all|each|both|said|agreed) ?")
_SMALL_IN_ITEM = regex(r" (?:(?:of|in|at|on|near|from|to) )?(?:the|an?|another|one) ")


def _things(state: State, story: Story, text: str) -> Iterator[Finding]:
    """Lists of common nouns after a noun of number: "three options, a sale or a merger"."""
    common = _worth_trying(state.common, _THING_NEED, story)
    for match in (m for pattern in common for m in pattern.finditer(text)):
        total, listed = count_value(match["total"]), match["list"]
        named = "introduced" in match.re.groupindex
        plain = _SMALL_IN_ITEM.sub(" ", f" {listed}") if named else listed.replace(" of the ", " of ")
        if total is None or match["noun"] in _MEASURES or _NOT_LISTED.search(plain):
            continue
        if named and _OTHER_NUMBER.search(match["said"] or ""):
            continue  # "two firms are in one fight: the quay and the mill"
        if "own" in match.re.groupindex and not re.search(rf"\b{_singular(match['noun'])}\b", listed):
            continue
        closed = _CLOSED_OR if match["join"] == "or" else _CLOSED_AND
        counted = len(_CHUNK.split(listed))
        if counted > total and match["close"] in (" –", " —", " --"):
            pass  # whatever comes after the second dash, the list is too long
        elif match["close"] == "," and closed.match(text, match.end()):
            pass  # "a sale or a merger, and liked neither"
        elif match["close"] != "\n" and state.goes_on.search(text[match.end() : match.end() + 14]):
            continue
        elif match["close"] == "," and _ARTICLE.match(text, match.end()):
            continue  # the list goes on
        if counted != total:
            end = span_of(match, "list")[1]
            yield Finding(match.start(), end, values={"stated": match["total"], "counted": str(counted)})


def _dated(state: State, context: Context, text: str) -> Iterator[Finding]:
    """Lists of dates and of numbers: "three times, in March and June", "all three wards, the 4th and the 9th"."""
    for pattern in state.dated:
        for match in pattern.finditer(text):
            twice = "twice" in match.re.groupindex and match["twice"] is not None
            noun = "times" if twice else match["noun"]
            total = 2 if twice else count_value(match["total"])
            if total is None or (noun in _MEASURES and noun not in _ONCE) or _AGES.search(match[0]):
                continue
            counted = len(_CHUNK.split(match["list"]))
            after = text[match.end() : match.end() + 14]
            if counted < total and (_ARTICLE.match(after) or (match["close"] != "\n" and state.goes_on.search(after))):
                continue  # "and again in May": the list goes on
            if match["mark"] == "," and _is_adverbial(context, match.start()):
                continue
            of_dates = "twice" in match.re.groupindex
            if counted > total or (counted < total and (noun in _ONCE or not of_dates)):
                stated = match["twice"] if twice else match["total"]
                end = span_of(match, "list")[1]
                yield Finding(match.start(), end, values={"stated": stated, "counted": str(counted)})


_AGES = regex(r"\baged\b|\bchildren\b|\bsons\b|\bdaughters\b|\b(?:goals|tries|wickets|minutes|sets)\b")


def _are_too_many_strangers(listed: str, join: str, total: int) -> bool:
    """Say whether more full names follow "two others" than two."""
    return _members(listed, join)[0] > total and all(" " in chunk.strip() for chunk in _CHUNK.split(listed))


def _singular(noun: str) -> str:
    return re.escape(f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s"))


def _are_persons(noun: str, listed: str) -> bool:
    """Say whether a noun is of persons, and each of the names has two words."""
    persons = noun in _PERSONS or (noun.endswith((*_PERSON_ENDINGS, "llors", "ators")) and noun not in _NOT_PERSONS)
    return persons and all(" " in chunk.strip() for chunk in _CHUNK.split(_AGE.sub("", listed)))


def _items_are_plain(listed: str) -> bool:
    """Say whether the small words before the names describe them: "senior Kayla Obi", but not "in Leeds"."""
    leading = (_LEADING.match(chunk) for chunk in _CHUNK.split(listed))
    small = {word for found in leading if found for word in found[0].split()}
    return not small & _NO_DESCRIPTION


def _may_exceed(state: State, match: Any, noun: str, mark: str) -> bool:
    """Say whether more names than the number are more members: not towns with their states, nor firms."""
    if noun in _CLOSED_SETS:
        chunks = _CHUNK.split(match["list"])
        return bool(mark != ",") or all(chunk.strip().removeprefix("the ") in state.regions for chunk in chunks)
    if noun in ("counties", "provinces", "cantons"):
        chunks = _CHUNK.split(match["list"])
        return not any(chunk.strip().removeprefix("the ") in state.regions - _COUNTIES for chunk in chunks)
    if noun in _PERSONS or (match["close"] == "," and _are_persons(noun, match["list"])):
        return True
    chunks = [chunk.strip() for chunk in _CHUNK.split(match["list"])]
    if noun.endswith(_PERSON_ENDINGS) and noun not in _NOT_PERSONS:
        return mark != "," or all(" " in chunk for chunk in chunks)
    if mark == "," and noun not in _COMPOUND_NAMES and (noun in _NAMED or noun.endswith(("ers", "ors"))):
        plain = not any(part in state.regions for chunk in chunks for part in (chunk, chunk.split()[-1]))
        if plain and f", {match['join']} " not in match["list"]:
            return noun in _NAMED or all(" " not in chunk for chunk in chunks)
    if mark == "," or noun in _COMPOUND_NAMES:
        return False
    if f", {match['join']} " in match["list"]:
        return False  # the last comma may be a state's: "Troy, Ohio, and Rome, Georgia"
    return noun in _CLOSED_SETS or not any(chunk in state.regions for chunk in chunks)


def _members(listed: str, join: str) -> tuple[int, int]:
    """Return the least and the most members that a list of names may have: "and" may be part of a name."""
    plain = "".join(part.partition(")")[2] if i else part for i, part in enumerate(listed.split(" (")))
    plain = _AGE.sub("", plain).replace(f", {join} ", f" {join} ")
    chunks = [chunk for chunk in plain.split(", ") if not chunk.strip(",").isdecimal()]
    joins = sum(chunk.count(f" {join} ") + chunk.startswith(f"{join} ") for chunk in chunks)
    others = sum(chunk.count(" and ") for chunk in chunks) if join == "or" else 0
    low = len(chunks) + (1 if joins == 1 else 0)
    return low, len(chunks) + joins + others


def _is_adverbial(context: Context, offset: int) -> bool:
    """Say whether a sentence only gets under way here: "In three towns, Obi and Lal, ..."."""
    sentence = context.story.sentence_at(offset)
    if sentence is None or offset - sentence.start > 200:
        return sentence is None
    before = context.story.text[sentence.start : offset].split()
    return bool(before) and before[0].lstrip("\"'“‘") in _LEADS_AWAY and not any(word.endswith(",") for word in before)


def _agreement(state: State, context: Context) -> Iterator[Finding]:
    text = context.story.text
    for match in state.pattern.finditer(text):
        before = text[max(0, match.start() - 8) : match.start()].lower()
        if before.endswith(("number ", "no ", "no. ", "phase ", "level ", "grade ", "-", "one or ")):
            continue
        start, end = span_of(match, "mark")
        yield Finding(start, end, suggestions=(match["mark"] + "s",), values={"stated": match["total"]})

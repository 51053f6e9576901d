"""Questions that the checks on names and titles ask of a story's register."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ...issue import Related
from ...text.blocks import BlockKind
from ...text.people import Mention, MentionKind, Person, find_things
from ...text.regex import regex
from ...text.story import Story
from ...text.titles import RELATIONS, fold

FULL = frozenset({MentionKind.FULL, MentionKind.TITLED_FULL})
COURTESY = frozenset({"mr", "mrs", "ms", "miss", "mx"})
PROSE = frozenset({BlockKind.BODY})

_FAMILY = RELATIONS | {"couple", "siblings", "family", "families"}
_KIN = frozenset(word for word in RELATIONS if not word.endswith("s"))
_WORD = regex(r"[a-z][a-z’'-]*")
_SPEAKING = (
    "said|says|told|tells|added|adds|asked|asks|has|had|is|was|will|would|who|whose|also|could|can|did|does|may|might|"
    "should|must|recently|already|still|quickly|soon|rarely|often|always|blames|likes|rejects|supports|opposes|sees|"
    "denied|denies|claimed|claims|warned|warns|argued|argues|insisted|insists|believes|believed|wants|wanted|took|takes|"
    "made|makes|went|goes|came|comes|declined|refused|replied|admitted|admits|agreed|acknowledged|described|called|"
    "expects|expected|thinks|thought|hopes|hoped|plans|planned|urged|urges|accused|accuses|explained|noted|notes|"
    "conceded|pledged|promised|suggested|spoke|speaks|left|joined|became|began|won|lost|served|spent|used|worked|"
    "faces|faced|pleaded|testified|appeared|died|lives|lived|grew|owns|owned|runs|ran|met|gave|gives|got|put|knows|knew|"
    "kept|keeps|held|holds|led|leads|moved|never|now|then|later|yesterday|once|still|only|himself|herself|stressed|"
    "remains|remained|continued|continues|reckons|pointed|confirmed|confirms|announced|dismissed|rejected|welcomed|"
    "criticised|criticized|praised|defended|compared|recalled|recalls|stood|stands|sold|bought|paid|wrote|writes|"
    "returned|started|resigned|quit|apologised|apologized|laughed|smiled|shrugged|paused|nodded|declared|chased|edged|"
    "scored|hit|missed|beat|finished|trained|played|plays|took|opened|broke|acknowledges|predicts|predicted|insists|"
    "argues|suggests|explains|reckoned|wanted|needs|needed|tried|tries|asks|hopes|doubts|doubted|estimates|estimated|"
    "recommends|recommended|learned|learnt|learns|found|finds|brought|brings|drove|drives|taught|teaches|wishes|feared|"
    "fears|feels|felt|heard|hears|saw|sat|turned|turns|looked|looks|stopped|starts|stayed|stays|complained|complains|"
    "repeated|rang|phoned|emailed|signed|retired|retires|recommended|advised|advises|visited|visits|cites|cited|"
    "concedes|refuses|declines|pleads|leaves|speaks|returns|intends|intended|favours|favors|prefers|preferred"
)
_VERB_AFTER = regex(rf" (?:{_SPEAKING})\b")


def in_prose(story: Story, mention: Mention) -> bool:
    """Say whether a mention stands in running text, outside speech."""
    return not mention.quoted and story.blocks[mention.block].kind in PROSE


def first_full(person: Person, story: Story, prose: bool = False) -> Mention | None:
    """Return the first mention of the full name that no speaker utters, None where there is none."""
    for mention in person.mentions:
        if mention.kind in FULL and not mention.quoted and (not prose or in_prose(story, mention)):
            return mention
    return None


def by_surname(story: Story) -> Mapping[str, list[Person]]:
    """Return the people of a story by every form they go by; worked out once a story."""
    found: dict[str, list[Person]] | None = story.memo.get(__name__)
    if found is None:
        found = {}
        for person in story.people.people:
            for form in dict.fromkeys((person.surname, *person.called)):
                found.setdefault(form, []).append(person)
        story.memo[__name__] = found
    return found


def is_courtesy(mention: Mention) -> bool:
    """Say whether the mention's title is Mr, Mrs, Ms, Miss or Mx."""
    return mention.title is not None and fold(mention.title) in COURTESY


def name_text(story: Story, mention: Mention) -> str:
    """Return the name of a mention without its title."""
    return story.text[mention.name_start : mention.end]


def relatives_near(story: Story, start: int, end: int, reach: int = 300, groups: bool = True) -> bool:
    """Say whether a family word stands near a span: a bare surname may then be a relative's.

    ``groups`` counts families, couples and relatives in the plural too.
    """
    window = story.text[max(0, start - reach) : end + reach].lower()
    kin = _FAMILY if groups else _KIN
    return any(word in kin for word in _WORD.findall(window))


def acts(story: Story, mention: Mention) -> bool:
    """Say whether a mention is the subject of a verb that people are the subject of, or owns something."""
    return mention.possessive or _VERB_AFTER.match(story.text, mention.end) is not None


_SAYS = regex(
    r"(?:, [^,.;:\n]{2,50},)? (?:has |had )?(?:also |later |then |once )?"
    r"(?:said|says|told|tells|added|adds|warned|warns|argued|argues|insisted|"
    r"insists|replied|wrote|writes|explained|explains|admitted|admits|conceded|joked|recalled|recalls|believes|thinks|"
    r"denied|denies|suggested|suggests|claimed|claims|complained|noted|asked|asks|pointed out)\b"
)
_TOLD_BY = regex(r"[,.?!”\"’'] (?:said|says|added|adds|wrote|asked|replied|explained) $|, according to $")


def says(story: Story, end: int) -> bool:
    """Say whether a verb of saying follows an offset: its subject is alive and a source of the story."""
    return _SAYS.match(story.text, end) is not None


def told_by(story: Story, start: int) -> bool:
    """Say whether a verb of saying stands before an offset: "It is late," said Obi."""
    return _TOLD_BY.search(story.text, max(0, start - 18), start) is not None


def speaks(story: Story, end: int) -> bool:
    """Say whether a verb of people follows an offset."""
    return _VERB_AFTER.match(story.text, end) is not None


def things(story: Story) -> frozenset[str]:
    """Return the names that the story uses of firms, products or places: "Obi, which makes", "Obi Ltd", "in Obi"."""
    return find_things(story.text)


_ACTED = regex(
    r" (?:[a-z]+ed|stole|drove|found|built|taught|sang|swam|fell|rose|threw|drew|flew|wore|stood|sat|slept|ate|drank|"
    r"caught|cut|set|shot|fought|sought|thought|brought|did|shut|hid|rode|dug|spoke|sent|lent|let|read|rang|sank|shook|"
    r"struck|swore|tore|woke|wound|withdrew|forgot|forgave|bit|blew|froze|hung|lit|rebuilt|retold)\b(?! by\b)"
)
_CLAUSE = regex(
    r"(?:^|[.!?:;,][\"”’']?\s+|\n\s*|\b(?:that|and|but|say|says|said|when|where|while|after|before|because|as|if|how|"
    r"why|alleges?|alleged|claims?|claimed|believes?|believed|allegations?) )$",
    re.I,
)


def opens_clause(story: Story, mention: Mention) -> bool:
    """Say whether a mention stands where the subject of a clause does."""
    return _CLAUSE.search(story.text, max(0, mention.start - 16), mention.start) is not None


def acted(story: Story, mention: Mention) -> bool:
    """Say whether a mention opens a clause and a verb in the past tense follows."""
    return _ACTED.match(story.text, mention.end) is not None and opens_clause(story, mention)


_KIN_WORDS = "|".join(sorted(RELATIONS, key=len, reverse=True))
_AS_KIN = regex(
    rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|[A-Z]\w+['’]s?) (?:[a-z0-9-]+,? ){{0,3}}(?:{_KIN_WORDS}),? $"
    rf"|\b(?:{_KIN_WORDS}) of (?:the )?[A-Z][^.;\n]{{1,40}}, $"
)
_KIN_BEHIND = regex(rf", (?:his|her|their|[A-Z]\w+['’]s?|the) (?:[a-z0-9-]+ ){{0,3}}(?:{_KIN_WORDS})\b")


def introduced_as_kin(story: Story, intro: Mention) -> bool:
    """Say whether a full name is that of somebody's relative, who may share the surname: "his wife, Rose Obi"."""
    return (
        _AS_KIN.search(story.text, max(0, intro.start - 60), intro.start) is not None
        or _KIN_BEHIND.match(story.text, intro.end) is not None
    )


def introduced_at(story: Story, person: Person) -> tuple[Related, ...]:
    """Return the place that introduces a person, for an issue to point at; nothing where the story has none."""
    where = person.introduction or first_full(person, story)
    return (Related(where.name_start, where.end, "introduced here"),) if where else ()

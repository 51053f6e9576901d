"""Kind `house-titles`: titles before names as the house gives them, by the story's own register of people.

asks: courtesy           # Mr, Mrs, Miss, Ms: never, or from the second mention on
      women              # "Miss Lal" where the house writes Ms
      convicts           # "Mr Pell" of somebody whom the story tells convicted
      children           # "Pell" of a child of ten
      dead               # "Mr Lanz" of somebody who died before 1950
      knights            # "Sir Keir" and "Starmer"
      peers              # "Lord Ashby" and "Ashby"
      clergy, doctors, judges, ranks, politicians      # the title at a later mention
      phd-doctors        # Dr for an economist
      rank-forms         # "General" and "Gen."

What it does not know it leaves alone: who is no kin of a namesake, whose sex no name or title tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from .shared import courtesy_titles, later_titles, rank_forms
from .shared.asked import Part, needles_of, run
from .shared.base import Context, Finding, KindOptions, Lists
from .shared.titled import TitleState
from .shared.untitled import Untitled

FIELDS = ("person", "title")

Asked = Literal[
    "courtesy",
    "women",
    "convicts",
    "children",
    "dead",
    "knights",
    "peers",
    "clergy",
    "doctors",
    "phd-doctors",
    "judges",
    "ranks",
    "rank-forms",
    "politicians",
]


class Options(KindOptions, frozen=True):
    asks: Asked


def prepare(options: Options, lists: Lists) -> TitleState:
    return TitleState(
        options.asks,
        Untitled(frozenset(lists.get("untitled-callings")), frozenset(lists.get("household-names"))),
        frozenset(lists.get("titled-names")),
    )


def needles(state: TitleState) -> tuple[str, ...] | None:
    return needles_of(_PARTS[state.asks])


def check(state: TitleState, context: Context) -> Iterator[Finding]:
    return run(_PARTS[state.asks], state, context)


_RANK = r"\b(?:Gen|Lt|Lieut|Col|Maj|Cap|Sgt|Serg|Cpl|Corp|Pte|Priv|Adm|Com|Cmdr|Brig|Insp|Det|Sup|Const)"

_PARTS: dict[str, Part[TitleState]] = {
    "courtesy": Part(courtesy_titles.courtesy_titles),
    "women": Part(courtesy_titles.women, r"\b(?:Mrs|Miss)\b"),
    "convicts": Part(courtesy_titles.convicts, r"\b(?:Mr|Mrs|Ms|Miss)\b"),
    "children": Part(
        courtesy_titles.children,
        r"(?i)\b(?:1[0-7]|[1-9]|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven)teen)\b",
    ),
    "dead": Part(courtesy_titles.dead, r"\(.{0,4}1\d{3} ?[-–—]|who died in 1"),
    "knights": Part(later_titles.knights, r"\b(?:Sir|Dame)\b"),
    "peers": Part(later_titles.peers, r"\b(?:Lord|Lady|Baroness|Baron|Viscount|Earl)\b"),
    "clergy": Part(
        later_titles.clergy,
        r"\b(?:Rev|Revd|Reverend|Father|Fr|Sister|Brother|Bishop|Archbishop|Cardinal|Canon|Monsignor|Mgr|"
        r"Pastor|Deacon|Archdeacon)\b",
    ),
    "doctors": Part(later_titles.doctors, r"\b(?:Dr|Doctor)\b"),
    "phd-doctors": Part(later_titles.phd_doctors, r"\bDr\b"),
    "judges": Part(later_titles.judges, r"\b(?:Justice|Judge|Magistrate)\b"),
    "ranks": Part(later_titles.ranks, _RANK),
    "rank-forms": Part(rank_forms.rank_forms, _RANK),
    "politicians": Part(
        later_titles.politicians,
        r"\b(?:President|Premier|Chancellor|Minister|Secretary|Governor|Gov|Senator|Sen|Rep|Mayor)\b",
    ),
}

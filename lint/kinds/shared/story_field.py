"""Whether a story is plainly one of sport or of the arts, by its words, where no section says so."""

from __future__ import annotations

from ...text.story import Story
from ...text.wordlist import words

_SPORT = words(
    """
    striker strikers midfielder goalkeeper defender defenders winger fly-half scrum-half centre-half flanker full-back
    prop hooker batsman bowler wicket wickets innings premiership championship championships tournament coach captain
    squad club season fixture half-time semi-final final semi-finals quarter-final quarter-finals cup league olympics
    olympic medal medals medallist race sprint sprinter relay champion champions referee seed seeded set sets match
    matches penalty goal goals try tries injury wimbledon defeat victory win lap rider jockey doping athletics teammate
    team-mate team-mates caps skipper hat-trick manager transfer game games players player football rugby tennis cricket
    open
    """
)
_ARTS = words(
    """
    film films movie actor actress oscar oscars bafta grammy grammys golden album albums singles singer band song songs
    chart charts concert tour director starring starred screenplay novel novels author playwright theatre ballet dancer
    opera musician guitarist drummer audience box-office premiere festival sitcom comedy comedian sequel award awards
    nominated nomination hollywood rapper lyrics music
    """
)
# Measured on 300 stories of 2004-05: 6 words of sport are in 66 of 76 sport stories and in 1 of 224 others, 4 of the
# arts in 33 of 46 arts stories and in 3 of 254 others.
_SPORT_WORDS = 6
_ARTS_WORDS = 4


def is_sport(story: Story) -> bool:
    """Say whether the story has so many different words of sport that it can be nothing else."""
    return sum(word in story.word_positions for word in _SPORT) >= _SPORT_WORDS


def is_arts(story: Story) -> bool:
    """Say whether the story has so many different words of film, music, books and the stage."""
    return sum(word in story.word_positions for word in _ARTS) >= _ARTS_WORDS

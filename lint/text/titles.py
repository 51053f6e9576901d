"""What stands before a name: courtesy titles, ranks and the posts and callings that news copy introduces people by.

All entries are lower case, without points. `fold` brings a word as written to that form.
"""

from __future__ import annotations

from functools import lru_cache

from .wordlist import words

MALE_TITLES = words(
    """
    mr sir lord baron viscount earl duke king prince father brother monsieur herr señor senor signor
    """
)
FEMALE_TITLES = words(
    """
    mrs ms miss dame lady baroness viscountess countess duchess marchioness queen princess sister madame mme frau
    señora senora signora
    """
)

COURTESY = words(
    """
    mr mrs ms miss mx messrs mesdames monsieur madame mme herr frau señor señora senor senora signor signora
    """
)
LEARNED = words("dr prof professor doctor")
KNIGHTS = words("sir dame")
BURMESE_TITLES = words("u daw")
"""Mr and Ms; read as titles before a Burmese name only, which they go with in full: "U Tin Maung Latt"."""
PEERS = words(
    """
    lord lady baroness baron viscount viscountess earl countess duke duchess marquess marquis marchioness
    """
)
CLERGY = words(
    """
    rev revd reverend father fr sister brother mother bishop archbishop cardinal pope imam rabbi canon monsignor mgr
    pastor deacon archdeacon ayatollah patriarch ven venerable
    """
)
ROYALS = words("king queen prince princess sultan emir sheikh sheikha emperor empress tsar shah")
JUDGES = words("justice judge magistrate recorder")
RANKS = words(
    """
    general gen lieutenant lt colonel col major maj captain capt sergeant sgt corporal cpl private pte pvt admiral adm
    commodore commander cmdr brigadier brig marshal wing squadron flight constable const pc dc ds di dci det detective
    inspector insp superintendent supt trooper sheriff lance ensign midshipman sapper gunner
    """
)
GIVEN_AFTER = KNIGHTS | words(
    "father sister brother mother pope king queen prince princess sultan emperor empress tsar"
)
"""Titles that go with the given name: "Sir Colin", "Sister Agnes", "King Harald"."""

TITLES = COURTESY | LEARNED | KNIGHTS | PEERS | CLERGY | ROYALS | JUDGES | RANKS | words("hon sen senator rep gov")
"""Words that, capitalised before a name, are a title and no part of it."""

POSTS = words(
    """
    master diver welder sculptor acrobat magician juggler clown undertaker porter postman postwoman caretaker janitor
    barber tailor seamstress jeweller jeweler watchmaker locksmith locomotive tram-driver busker beekeeper forester
    woodcutter fishmonger greengrocer florist stonemason mason thatcher cobbler potter weaver blacksmith farrier groom
    trainer handler zookeeper chairman-elect mayor-elect ex-president ex-minister ex-wife ex-husband ex-coach
    ex-captain lodger tenant landlord landlady commuter passenger motorist pedestrian cyclist shopper customer client
    patient donor backer sponsor heir heiress president vice-president premier minister chancellor vice-chancellor
    secretary treasurer governor governor-general governor-elect president-elect mayor senator congressman
    congresswoman representative councillor councilman councilwoman councilor cllr clr cr alderman ambassador
    commissioner speaker mp mps mep msp mla mlc md ms td leader whip deputy chairman chairwoman chairperson chair
    director director-general manager executive ceo cfo coo cto boss chief head founder co-founder cofounder owner
    co-owner partner president's principal headmaster headmistress headteacher teacher tutor lecturer student pupil
    graduate
    professor dean provost librarian curator archivist historian coach captain skipper vice-captain keeper goalkeeper
    goalie striker midfielder defender winger forward batsman batter bowler spinner quick quarterback pitcher catcher
    shortstop outfielder linebacker cornerback wicketkeeper umpire referee linesman jockey rider sprinter swimmer
    rower boxer golfer champion winner runner-up finalist semi-finalist medallist medalist teammate team-mate debutant
    qualifier prop hooker lock flanker halfback half-back fly-half five-eighth fullback full-back centre-half
    centre-back left-back right-back allrounder all-rounder opener seamer paceman selector rookie racer driver
    co-driver navigator olympian paralympian farmer grower grazier pastoralist drover shearer producer breeder
    agronomist winemaker orchardist irrigator fisherman fisher trawlerman crofter gardener vet veterinarian butcher
    baker chef cook brewer distiller grocer lawyer solicitor barrister attorney prosecutor counsel judge magistrate
    coroner sheriff marshal juror detective officer constable inspector superintendent sergeant policeman policewoman
    commander ranger warden economist analyst strategist forecaster scientist researcher biologist ecologist geologist
    physicist chemist astronomer astronaut cosmonaut engineer mathematician statistician meteorologist climatologist
    oceanographer doctor gp surgeon physician nurse midwife paramedic dentist pharmacist psychologist psychiatrist
    paediatrician pediatrician virologist epidemiologist immunologist oncologist cardiologist neurologist pathologist
    author writer novelist poet playwright dramatist screenwriter biographer columnist critic essayist blogger actor
    actress singer songwriter singer-songwriter comedian comic star rapper musician composer conductor pianist
    violinist guitarist drummer bassist dancer choreographer artist painter photographer film-maker filmmaker
    cinematographer presenter broadcaster newsreader host dj model designer architect illustrator spokesman
    spokeswoman spokesperson adviser advisor aide envoy diplomat consul negotiator delegate lobbyist pollster
    consultant accountant auditor banker broker trader investor dealer developer entrepreneur businessman
    businesswoman tycoon billionaire millionaire magnate industrialist financier publisher editor reporter journalist
    correspondent commentator anchor activist campaigner protester organiser organizer unionist volunteer resident
    neighbour neighbor villager pensioner retiree homeowner shopkeeper publican bartender waiter waitress barista
    hairdresser cleaner carpenter plumber electrician mechanic builder bricklayer roofer boilermaker apprentice miner
    fitter labourer laborer trucker pilot co-pilot steward stewardess sailor soldier veteran marine reservist
    paratrooper firefighter fireman lifeguard lifesaver mountaineer climber explorer adventurer yachtsman yachtswoman
    hiker tourist backpacker brother sister mother father son daughter wife husband widow widower fiance fiancé
    fiancée fiancee girlfriend boyfriend uncle aunt nephew niece cousin grandson granddaughter grandfather grandmother
    stepfather stepmother stepson half-brother half-sister twin mum dad mom friend colleague co-defendant co-accused
    co-author co-star victim suspect defendant accused plaintiff witness claimant complainant whistleblower informant
    gunman attacker murderer killer robber burglar fraudster inmate prisoner fugitive hostage survivor incumbent
    challenger candidate nominee opponent rival contender hopeful frontrunner front-runner backbencher independent
    bishop archbishop cardinal pope priest vicar pastor reverend rabbi imam monk nun chaplain king queen prince
    princess emperor duke sultan emir monarch dictator strongman warlord commandant guerrilla legislator lawmaker
    politician statesman parliamentarian congressmen clerk registrar ombudsman administrator treasurer-elect
    coordinator co-ordinator supervisor foreman forewoman inspector-general attorney-general auditor-general
    solicitor-general secretary-general secretary-treasurer comptroller controller salesman saleswoman salesperson
    inventor programmer hacker gamer streamer youtuber influencer socialite philanthropist collector auctioneer valuer
    planner surveyor demographer sociologist anthropologist archaeologist palaeontologist paleontologist philosopher
    theologian linguist translator interpreter botanist zoologist entomologist horticulturist nutritionist dietitian
    physiotherapist therapist counsellor counselor
    """
)
"""What people are introduced by, in lower or upper case: "coach Rory Obi", "Finance Minister Rose Lal"."""

FIRMS_TOO = words(
    """
    rival partner owner co-owner producer dealer builder developer broker publisher brewer distiller grocer baker
    trader champion winner runner-up opponent founder star independent host breeder planner banker insurer auctioneer
    """
)
"""Callings that firms, clubs and horses have too: no proof of a person unless the given name is known."""

RELATIONS = words(
    """
    brother sister mother father son daughter wife husband widow widower fiance fiancé fiancée fiancee girlfriend
    boyfriend uncle aunt nephew niece cousin grandson granddaughter grandfather grandmother stepfather stepmother
    stepson half-brother half-sister twin mum dad mom ex-wife ex-husband brothers sisters sons daughters
    """
)
"""Family words: where one stands near a name, bare surnames may mean somebody else."""

_SUFFIXES = ("ologist", "ographer", "woman", "sman", "person", "tician")


def fold(word: str) -> str:
    """Return a word in lower case, without a final point and with straight apostrophes."""
    return word.rstrip(".").replace("’", "'").lower()


@lru_cache(maxsize=16384)
def is_post(word: str) -> bool:
    """Say whether a word (any case) names a post or a calling."""
    low = fold(word)
    return low in POSTS or (len(low) > 7 and low.endswith(_SUFFIXES))


def gender(title: str | None) -> str | None:
    """Return "m", "f" or None for what a title says of its bearer."""
    if title is None:
        return None
    low = fold(title.split()[0])
    return "m" if low in MALE_TITLES else "f" if low in FEMALE_TITLES else None

"""What stands before a name: courtesy titles, ranks and the posts and callings that news copy introduces people by.

All entries are lower case, without points. `fold` brings a word as written to that form.
"""

from __future__ import annotations

from functools import lru_cache

from .wordlist import words

MALE_TITLES = words(
    """
    baron brother duke earl father herr king lord monsieur mr prince senor señor signor sir viscount
    """
)
FEMALE_TITLES = words(
    """
    baroness countess dame duchess frau lady madame marchioness miss mme mrs ms princess queen senora señora signora
    sister viscountess
    """
)

COURTESY = words(
    """
    frau herr madame mesdames messrs miss mme monsieur mr mrs ms mx senor senora señor señora signor signora
    """
)
LEARNED = words("doctor dr prof professor")
KNIGHTS = words("dame sir")
BURMESE_TITLES = words("daw u")
"""Mr and Ms; read as titles before a Burmese name only, which they go with in full: "U Tin Maung Latt"."""
PEERS = words(
    """
    baron baroness countess duchess duke earl lady lord marchioness marquess marquis viscount viscountess
    """
)
CLERGY = words(
    """
    archbishop archdeacon ayatollah bishop brother canon cardinal deacon father fr imam mgr monsignor mother pastor
    patriarch pope rabbi rev revd reverend sister ven venerable
    """
)
ROYALS = words("emir emperor empress king prince princess queen shah sheikh sheikha sultan tsar")
JUDGES = words("judge justice magistrate recorder")
RANKS = words(
    """
    adm admiral brig brigadier capt captain cmdr col colonel commander commodore const constable corporal cpl dc dci
    det detective di ds ensign flight gen general gunner insp inspector lance lieutenant lt maj major marshal
    midshipman pc private pte pvt sapper sergeant sgt sheriff squadron superintendent supt trooper wing
    """
)
LEGISLATORS = words("gov hon rep sen senator")
GIVEN_AFTER = KNIGHTS | words(
    "brother emperor empress father king mother pope prince princess queen sister sultan tsar"
)
"""Titles that go with the given name: "Sir Colin", "Sister Agnes", "King Harald"."""

TITLES = COURTESY | LEARNED | KNIGHTS | PEERS | CLERGY | ROYALS | JUDGES | RANKS | LEGISLATORS
"""Words that, capitalised before a name, are a title and no part of it."""

POSTS = words(
    """
    accountant accused acrobat activist actor actress administrator adventurer adviser advisor agronomist aide alderman
    all-rounder allrounder ambassador analyst anchor anthropologist apprentice archaeologist archbishop architect
    archivist artist astronaut astronomer attacker attorney attorney-general auctioneer auditor auditor-general aunt
    author backbencher backer backpacker baker banker barber barista barrister bartender bassist batsman batter
    beekeeper billionaire biographer biologist bishop blacksmith blogger boilermaker boss botanist bowler boxer
    boyfriend breeder brewer bricklayer broadcaster broker brother builder burglar businessman businesswoman busker
    butcher campaigner candidate captain cardinal cardiologist caretaker carpenter catcher centre-back centre-half ceo
    cfo chair chairman chairman-elect chairperson chairwoman challenger champion chancellor chaplain chef chemist chief
    choreographer cinematographer claimant cleaner clerk client climatologist climber cllr clown clr co-accused
    co-author co-defendant co-driver co-founder co-ordinator co-owner co-pilot co-star coach cobbler cofounder
    colleague collector columnist comedian comic commandant commander commentator commissioner commuter complainant
    composer comptroller conductor congressman congressmen congresswoman constable consul consultant contender
    controller coo cook coordinator cornerback coroner correspondent cosmonaut councillor councilman councilor
    councilwoman counsel counsellor counselor cousin cr critic crofter cto curator customer cyclist dad dancer daughter
    dealer dean debutant defendant defender delegate demographer dentist deputy designer detective developer dictator
    dietitian diplomat director director-general distiller diver dj doctor donor dramatist driver drover drummer duke
    ecologist economist editor electrician emir emperor engineer entomologist entrepreneur envoy epidemiologist
    essayist ex-captain ex-coach ex-husband ex-minister ex-president ex-wife executive explorer farmer farrier father
    fiance fiancee fiancé fiancée film-maker filmmaker finalist financier firefighter fireman fisher fisherman
    fishmonger fitter five-eighth flanker florist fly-half forecaster foreman forester forewoman forward founder
    fraudster friend front-runner frontrunner fugitive full-back fullback gamer gardener geologist girlfriend goalie
    goalkeeper golfer governor governor-elect governor-general gp graduate granddaughter grandfather grandmother
    grandson grazier greengrocer grocer groom grower guerrilla guitarist gunman hacker hairdresser half-back
    half-brother half-sister halfback handler head headmaster headmistress headteacher heir heiress hiker historian
    homeowner hooker hopeful horticulturist host hostage husband illustrator imam immunologist incumbent independent
    industrialist influencer informant inmate inspector inspector-general interpreter inventor investor irrigator
    janitor jeweler jeweller jockey journalist judge juggler juror keeper killer king laborer labourer landlady
    landlord lawmaker lawyer leader lecturer left-back legislator librarian lifeguard lifesaver linebacker linesman
    linguist lobbyist lock locksmith locomotive lodger magician magistrate magnate manager marine marshal mason master
    mathematician mayor mayor-elect md mechanic medalist medallist mep meteorologist midfielder midwife millionaire
    miner minister mla mlc model mom monarch monk mother motorist mountaineer mp mps ms msp mum murderer musician
    navigator negotiator neighbor neighbour nephew neurologist newsreader niece nominee novelist nun nurse nutritionist
    oceanographer officer olympian ombudsman oncologist opener opponent orchardist organiser organizer outfielder owner
    paceman paediatrician painter palaeontologist paleontologist paralympian paramedic paratrooper parliamentarian
    partner passenger pastor pastoralist pathologist patient pedestrian pediatrician pensioner pharmacist
    philanthropist philosopher photographer physician physicist physiotherapist pianist pilot pitcher plaintiff planner
    playwright plumber poet policeman policewoman politician pollster pope porter postman postwoman potter premier
    presenter president president's president-elect priest prince princess principal prisoner producer professor
    programmer prop prosecutor protester provost psychiatrist psychologist publican publisher pupil qualifier
    quarterback queen quick rabbi racer ranger rapper referee registrar reporter representative researcher reservist
    resident retiree reverend rider right-back rival robber roofer rookie rower runner-up sailor salesman salesperson
    saleswoman scientist screenwriter sculptor seamer seamstress secretary secretary-general secretary-treasurer
    selector semi-finalist senator sergeant shearer sheriff shopkeeper shopper shortstop singer singer-songwriter
    sister skipper socialite sociologist soldier solicitor solicitor-general son songwriter speaker spinner spokesman
    spokesperson spokeswoman sponsor sprinter star statesman statistician stepfather stepmother stepson steward
    stewardess stonemason strategist streamer striker strongman student sultan superintendent supervisor surgeon
    surveyor survivor suspect swimmer tailor td teacher team-mate teammate tenant thatcher theologian therapist tourist
    trader trainer tram-driver translator trawlerman treasurer treasurer-elect trucker tutor twin tycoon umpire uncle
    undertaker unionist valuer vet veteran veterinarian vicar vice-captain vice-chancellor vice-president victim
    villager violinist virologist volunteer waiter waitress warden warlord watchmaker weaver welder whip whistleblower
    wicketkeeper widow widower wife winemaker winger winner witness woodcutter writer yachtsman yachtswoman youtuber
    zookeeper zoologist
    """
)
"""What people are introduced by, in lower or upper case: "coach Rory Obi", "Finance Minister Rose Lal"."""

FIRMS_TOO = words(
    """
    auctioneer baker banker breeder brewer broker builder champion co-owner dealer developer distiller founder grocer
    host independent insurer opponent owner partner planner producer publisher rival runner-up star trader winner
    """
)
"""Callings that firms, clubs and horses have too: no proof of a person unless the given name is known."""

RELATIONS = words(
    """
    aunt boyfriend brother brothers cousin dad daughter daughters ex-husband ex-wife father fiance fiancee fiancé
    fiancée girlfriend granddaughter grandfather grandmother grandson half-brother half-sister husband mom mother mum
    nephew niece sister sisters son sons stepfather stepmother stepson twin uncle widow widower wife
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

"""The signs by which `variety` tells one English from another. Data only.

Words that are also names, or that have a reading which both families share, are left out or weigh less (parlor, harbor,
meter, program, check, tire). Places count where they are in the news at home and seldom abroad.
"""

from __future__ import annotations

from collections.abc import Mapping

Votes = Mapping[str, float]
"""What a sign speaks for, with a weight: a family of spelling ("british", "american") or a variant ("en-AU")."""


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# Found by a plain search, so a space stands where a word must end. One entry of a row that ends in a mark counts for
# the row.
PHRASES: tuple[tuple[tuple[str, ...], Votes], ...] = (
    (("U.S.",), {"american": 1.0}),
    ((" Mr. ", " Mrs. ", " Ms. ", " Dr. "), {"american": 1.0}),
    ((" Mr ", " Mrs ", " Ms ", " Dr "), {"british": 1.0}),
    ((" US ",), {"british": 0.25}),
    (("(AP)",), {"american": 1.0, "en-US": 0.5}),
    ((" Sen. ", " Rep. ", " Gov. "), {"american": 1.0}),
    ((" p.m. ", " p.m.,", " a.m. "), {"american": 0.5}),
    ((" per cent ", " per cent,", " per cent."), {"british": 1.5}),
    (("£",), {"en-GB": 1.5}),
    (("$A",), {"en-AU": 2.0}),
    (("A$",), {"en-AU": -1.5}),
    (("NZ$", "$NZ"), {"en-NZ": 1.5}),
    (("C$", "CA$"), {"en-CA": 1.0}),
    (
        (
            "New South Wales",
            "Gold Coast",
            "Sunshine Coast",
            "Alice Springs",
            "Northern Territory",
            "Great Barrier Reef",
        ),
        {"en-AU": 1.5},
    ),
    (
        (
            "Western Australia",
            "South Australia",
            "Murray-Darling",
            "Murray Darling",
            "Federal Government",
            "Federal Court",
        ),
        {"en-AU": 1.5},
    ),
    (
        ("Labor Party", "Shire Council", "Shire of ", "Reserve Bank of Australia", "Wagga Wagga", "Liberal Party"),
        {"en-AU": 1.5},
    ),
    (
        ("Downing Street", "House of Commons", "House of Lords", "Northern Ireland", "West Midlands", "Great Britain"),
        {"en-GB": 1.5},
    ),
    (
        (
            "Scotland Yard",
            "Premier League",
            "Old Bailey",
            "Crown Court",
            "rown court",
            "County Council",
            "ounty council",
        ),
        {"en-GB": 1.5},
    ),
    (("agistrates' ", "agistrates’ ", "orough council", "orough Council", "council tax"), {"en-GB": 1.5}),
    (
        ("New York", "New Jersey", "New Mexico", "New Hampshire", "North Carolina", "South Carolina", "Los Angeles"),
        {"en-US": 1.0},
    ),
    (
        ("San Francisco", "White House", "Supreme Court Justice", "South Dakota", "North Dakota", "West Virginia"),
        {"en-US": 1.0},
    ),
    (
        ("ounty Sheriff", "ounty sheriff", "istrict Attorney", "istrict attorney", "chool District", "chool district"),
        {"en-US": 1.5},
    ),
    (("ity Council ", "ity councilman", "tate Police", " high school ", "oard of Education"), {"en-US": 0.5}),
    (("New Zealand", "South Island", "North Island"), {"en-NZ": 1.0}),
    (
        ("British Columbia", "Nova Scotia", "New Brunswick", "Prince Edward Island", "Parliament Hill", "RCMP"),
        {"en-CA": 1.5},
    ),
)
# After a comma, with a point: "Dayton, Ohio" has none, "Paris, Tenn." has one.
US_STATES = _split(
    "Ala Ariz Ark Calif Colo Conn Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa "
    "Tenn Va Vt Wash Wis Wyo N.C N.D N.H N.J N.M N.Y S.C S.D W.Va D.C"
)

# Stems that take "our" or "or", and what may follow.
OUR = _split(
    "arm behavi cand clam col discol endeav fav flav glam hon hum lab neighb od ranc rum sav splend tum val vap vig"
)
OUR_ENDINGS = ("", *_split("s ed ing able ably ful fully less ite ites hood hoods ly y er ers"))
# Stems that take "re" or "er".
RE = _split("cent theat lit fib calib sab somb spect lust meag kilomet centimet millimet")
# Stems that take "ise" or "ize".
ISE = _split(
    "agon apolog author brutal capital categor central character civil commercial critic crystal decentral "
    "digital dramat econom emphas energ equal final formal general harmon hospital immun industrial jeopard legal "
    "local maxim memor mesmer minim mobil modern monopol national neutral normal optim organ penal politic "
    "priorit privat public rational real recogn scrutin social special stabil standard subsid summar symbol "
    "sympath terror util victim visual"
)
# Verbs that double their l, or do not, before "ed" and "ing".
ELL = _split(
    "cancel counsel fuel jewel label level libel marshal marvel model panel quarrel rival shovel signal total "
    "travel tunnel"
)
# British/American; one side may be empty, where the other family uses the word as well.
PAIRS = _split(
    "defence/defense defences/defenses offence/offense offences/offenses pretence/pretense licences/licenses "
    "analyse/analyze analysed/analyzed analysing/analyzing paralysed/paralyzed catalyse/catalyze grey/gray "
    "greys/grays plough/plow ploughed/plowed ploughing/plowing tyre/ tyres/ aluminium/aluminum sulphur/ "
    "mould/mold mouldy/moldy moult/molt cheque/ cheques/ sceptic/skeptic sceptics/skeptics sceptical/skeptical "
    "scepticism/skepticism jewellery/jewelry moustache/mustache pyjamas/pajamas kerb/ gaol/ ageing/aging "
    "artefact/artifact artefacts/artifacts skilful/skillful wilful/willful fulfil/fulfill fulfilment/fulfillment "
    "enrol/enroll enrolment/enrollment instalment/installment instalments/installments paediatric/pediatric "
    "paediatrician/pediatrician anaesthetic/anesthetic haemorrhage/hemorrhage oestrogen/estrogen foetus/ "
    "leukaemia/leukemia anaemia/anemia diarrhoea/diarrhea orthopaedic/orthopedic archaeology/ encyclopaedia/ "
    "manoeuvre/maneuver manoeuvres/maneuvers catalogue/ dialogue/ whilst/ towards/ amongst/ storey/ storeys/ "
    "practise/ practised/ practising/ /practiced /practicing maths/ mum/mom mums/moms motorway/ "
    "aeroplane/airplane pensioner/ pensioners/ learnt/ spelt/ burnt/ colour/color councillor/councilor "
    "councillors/councilors counsellor/counselor counsellors/counselors traveller/traveler travellers/travelers "
    "programme/ programmes/ draught/ drier/ judgement/ woollen/woolen marvellous/marvelous /percent /gotten "
    "/railroad /sidewalk /faucet /downtown"
)
# Words of the list above that the other family uses now and then.
WEAK = _split("amongst burnt catalogue dialogue disc downtown judgement learnt percent towards whilst")

PLACES: Mapping[str, Mapping[float, tuple[str, ...]]] = {
    "en-AU": {
        1.5: _split(
            "Queensland NSW Tasmania Canberra Brisbane Adelaide Hobart Geelong Cairns Townsville Toowoomba "
            "Ballarat Bendigo Rockhampton Mackay Wollongong Kalgoorlie Broome Dubbo Albury Wodonga Mildura "
            "Bundaberg Launceston Gippsland Riverina Pilbara AEST AEDT ACST AWST CSIRO Qantas NRL AFL ACCC ASIC "
            "Centrelink Telstra Australians Queenslanders Tasmanian Queenslander Aussie Aussies Aboriginal NFF "
            "AgForce BHP Cootamundra Gunnedah Moree Armidale Lismore Goulburn Shepparton Wangaratta Warrnambool "
            "Mandurah Bunbury Esperance Geraldton Carnarvon Karratha Kununurra Naracoorte Murrumbidgee"
        ),
        1.0: _split(
            "Sydney Melbourne Perth Darwin Victorian Australia Australian Labor hectare hectares paddock paddocks ute"
        ),
        0.5: _split("Victoria Newcastle Ipswich shire drought canola megalitres gigalitres"),
    },
    "en-GB": {
        1.5: _split(
            "Britain Britons NHS BBC Westminster Whitehall Holyrood Ofsted Ofcom HMRC Yorkshire Lancashire "
            "Cornwall Devon Essex Sussex Surrey Norfolk Suffolk Kent Hampshire Dorset Somerset Gloucestershire "
            "Oxfordshire Cambridgeshire Lincolnshire Nottinghamshire Derbyshire Staffordshire Cheshire Cumbria "
            "Northumberland Durham Leicestershire Hertfordshire Bedfordshire Buckinghamshire Berkshire Wiltshire "
            "Worcestershire Herefordshire Shropshire Warwickshire Merseyside Tyneside Glasgow Edinburgh Aberdeen "
            "Dundee Inverness Cardiff Swansea Belfast Leeds Sheffield Bradford Bristol Brighton Portsmouth "
            "Southampton Plymouth Exeter Leicester Nottingham Coventry Wolverhampton Sunderland Middlesbrough "
            "Hull Scottish Welsh Scots Tory Tories Sinn Ukip"
        ),
        1.0: _split("British England Scotland Wales London UK Manchester Liverpool Birmingham Labour pence MPs MP"),
        0.5: _split("English pounds Oxford Cambridge Conservatives peers borough EU"),
    },
    "en-US": {
        1.0: _split(
            "Washington California Texas Florida Illinois Pennsylvania Ohio Michigan Virginia Massachusetts "
            "Minnesota Wisconsin Colorado Arizona Tennessee Missouri Maryland Indiana Louisiana Alabama Kentucky "
            "Oregon Oklahoma Connecticut Iowa Mississippi Arkansas Kansas Utah Nevada Nebraska Idaho Hawaii "
            "Alaska Montana Wyoming Delaware Chicago Houston Philadelphia Phoenix Dallas Detroit Atlanta Boston "
            "Seattle Denver Miami Cleveland Pittsburgh Baltimore Milwaukee Medicaid GOP FBI NFL NBA Congressman "
            "Republicans Democrats congressional sheriff deputies Thanksgiving freshman sophomore Americans"
        ),
        0.5: _split("Congress Republican Democratic Democrat senator Senate county federal American Nasdaq Dow"),
    },
    "en-CA": {
        1.5: _split(
            "Ontario Quebec Toronto Ottawa Vancouver Montreal Calgary Edmonton Winnipeg Saskatchewan Manitoba "
            "Alberta Newfoundland Canadians Trudeau Mississauga Saskatoon CBC Nunavut Yukon Kelowna Gatineau"
        ),
        1.0: _split("Canada Canadian"),
    },
    "en-NZ": {
        1.5: _split(
            "Auckland Christchurch Dunedin Waikato Otago Tauranga Rotorua Invercargill Kiwis Maori Māori Aotearoa "
            "Fonterra NZX RNZ Taranaki Whanganui"
        ),
    },
}

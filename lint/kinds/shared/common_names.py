"""Names that so many bear that two people with nearly the same one are as often two as one.

Made for copy in English: of the commonest names of the United States census of 1990 (public domain), with those that
are as common in British, Irish and Australian copy, and, by hand, the commonest of languages that are transcribed or
lose their accents there. All are as `folded` has them.
"""

from __future__ import annotations

from ...text.wordlist import words

COMMON_GIVEN = words(
    """
    aaron abdul abdullah adam adrian ahmad ahmed alan albert alex alexander ali alice alison allan allen amanda amir
    amy ana andre andrea andrei andrew andy angela ann anna anne anthony antonio arthur barbara barry ben benjamin
    bernard beth betty bill billy bob bobby brad bradley brandon brenda brendan brett brian bruce bryan cameron carl
    carla carlos carol caroline catherine charles charlie cheryl chris christian christina christine christopher
    claire clare colin craig cynthia dan daniel danny darren dave david dawn dean deborah debra denise dennis derek
    diana diane dick don donald donna doug douglas duncan ed eddie edward elizabeth ellen emily emma eric erik eva
    evan fiona frances francis francisco frank fred gareth garry gary gavin geoff geoffrey george gerald gerard gina
    glen glenn gordon graeme graham grant greg gregory hannah hans harold harry hassan heather helen henry howard hugh
    hussein ian ibrahim irene isabel ivan jack jackie jacob jacqueline jake james jamie jan jane janet jason jay jean
    jeff jeffrey jennifer jenny jeremy jerry jesse jessica jill jim jimmy joan joanne joe john johnny jon jonathan
    jordan jorge jose joseph josh joshua juan judith judy julia julian julie justin karen karl kate katherine kathleen
    kathryn kathy keith kelly ken kenneth kerry kevin khalid kim kimberly kirsten kyle larry laura lauren laurence
    lawrence lee leo leon leonard leslie lewis liam linda lisa liz lloyd louis louise lucy luis luke lynn malcolm
    manuel marcus margaret maria marie marilyn mario mark martha martin marvin mary matt matthew maurice max megan
    melanie melissa mervyn michael michel michelle miguel mike mohamed mohammad mohammed muhammad nancy natalie nathan
    neil nicholas nick nicola nicole nigel noel norman olivia oscar owen pam pamela pat patricia patrick paul paula
    pedro peter phil philip phillip pierre rachel ralph ray raymond rebecca richard rick ricky rob robert robin rod
    rodney roger ron ronald rory rosemary ross roy russell ruth ryan sally sam samantha samuel sandra sara sarah scott
    sean sergei sergey shane sharon shaun shawn sheila sheldon shirley simon sophie stanley stephanie stephen steve
    steven stewart stuart sue susan suzanne tara ted terence teresa terrence terry theresa thomas tim timothy tina
    todd tom tommy tony tracey tracy travis trevor troy tyler vanessa vernon victor victoria vincent virginia walter
    warren wayne wendy will william yusuf zoe
    """
)
"""Given names; a surname one letter away from a listed one is then another family's."""

COMMON_SURNAMES = words(
    """
    abbas abbott abdullah adams ahmed alexander ali allen andersen anderson andersson andrews armstrong arnold
    atkinson austin aziz bailey baker ball barker barnes barnett bauer begum bell bennett berry bhatt black bond bowen
    bradley brooks brown bryant burke burns burton butler byrne campbell carpenter carr carroll carter chan chapman
    chaudhry chen choi chowdhury clark clarke coleman collins cook cooper costa cox crawford cross cunningham curtis
    daniels das davidson davies davis davison dawson day dean diaz dixon doyle duncan dunn edwards elliott ellis
    eriksen eriksson evans farah ferguson fernandes fernandez ferreira fisher fitzgerald fleming fletcher flores ford
    foster fox francis fraser freeman gallagher garcia gardner gibson gill gomez gonzales gonzalez gordon graham grant
    gray green greene griffin griffiths gupta gutierrez hall hamilton hansen hanson harper harris harrison hart harvey
    hasan hassan hawkins hayes henderson henry hernandez hicks hill hoffman hoffmann holland holmes hopkins howard
    huang hudson hughes hunt hunter hussain hussein ibrahim iqbal islam ismail ivanov jackson jacobs james jenkins
    jennings jensen jimenez johansson johnson johnston jones jordan joyce karim karlsson kaur kelley kelly kennedy
    kerr khalid khan kim king knight kumar kuznetsov lal lam larsen larsson lau lawrence lawson lee lewis li lim lin
    liu lloyd long lopez lynch ma macdonald mahmood mahmoud malik marsh marshall martin martinez mason matthews mayer
    mccarthy mcdonald mckenzie mclean mehta meier meyer miller mills mitchell mohamed mohammad mohammed moore moreno
    morgan morris morrison mueller muller munoz murphy murray mustafa myers nasser nelson newman ng nguyen nichols
    nicholson nilsson novak nowak obrien oconnor olsen olson omar oneill ortega ortiz osman owen owens palmer park
    parker patel patterson payne pearce pearson pedersen pereira perez perkins perry peters petersen peterson petrov
    petrova phillips pierce pollard popov porter powell price quinn rahim rahman ramirez ramos rao rashid reddy reed
    rehman reid reyes reynolds rice richards richardson riley rivera roberts robertson robinson rodriguez rogers rose
    ross rossi ruiz russell ryan saeed salem salim sanchez sanders santos saunders schmidt schneider schultz schulz
    scott shah shaikh sharma sharp shaw sheikh siddiqui silva simmons simpson sims singh smirnov smith snyder sousa
    spencer stephens stephenson stevens stevenson stewart stone suleiman sullivan sun sutherland sutton tan taylor
    thomas thompson thomson torres tran tucker turner uddin usman vargas volkov wagner walker wallace walsh wang ward
    warren washington watkins watson watts weaver webb weber webster wei wells west wheeler white wilkins wilkinson
    williams williamson willis wilson wong wood woods wright wu xu yang young yousef yusuf zhang zhao zhou zhu
    """
)
"""Surnames; of two given names that sound alike before one of them, each is then somebody's own."""

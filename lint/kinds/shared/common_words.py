"""Words that are in many stories, by the share of stories that have them: 1,000 stories of 4.7 KB were counted.

A word that a prefilter asks for says little where every story has it. Only the order of magnitude counts.
"""

from __future__ import annotations

from functools import cache

_BANDS = {
    0.9: """
        a an and are as at be been but by for from has have he in is it not of on s said that the this to was
        which will with
    """,
    0.7: """
        about after all also had if into its last more new one or out over than their there they two up we were
        who would year
    """,
    0.5: """
        any because before being between can could first government his i just like made make million most next
        no now only other our people says so some such t them three through time told us very what when while
        world years
    """,
    0.3: """
        added against already another around australia back based better big biggest both business called chief
        come companies company country day do don down during end even expected five four future get go going
        good group help high how including industry international less long major many market may month months
        mr much national need news number off part plans president put re say second see set she should since
        south state still take then these think those under use used way week well where work you
    """,
    0.2: """
        able according across action again ago ahead almost although among analyst analysts announced area areas
        asked australian away bank bbc become behind believe best billion britain british buy call came chairman
        change changes china city clear close co coming continue cost countries current currently cut david days
        deal decision despite development did director does dr due each earlier early enough europe european
        executive face far federal few financial find firm foreign former found friday full further general give
        given global got great growing growth half hard having head held here higher him hit home however
        important include increase information interest investment issue john keep key know known large largest
        late later leader least life likely line little local london look looking lost lot low making markets
        meeting members might minister monday money move must my needs never north offer old open own past pay
        per percent place plan point possible power price prices probably problem problems process public rate
        really recent record report reported research result reuters right rise run sales same saying sector
        seen service services several share shares show six small something spokesman start statement states
        stock strong support system taken talks team technology term things third thought thursday times today
        too took top total trade tuesday u uk united university until using ve wales want wants wednesday
        western whether win within without won working yet
    """,
    0.12: """
        access adding agency agreed agreement allow along always america american annual anything april asia
        association authorities available average began bid bill bit board body boost building campaign capital
        case caused cent central centre chinese claims comes commercial commission compared competition concerns
        conditions conference confirmed control corp costs council court customers december decided demand
        department different difficult doing domestic done earnings east economic economy eight either england
        ever every evidence exchange expect exports fact fall farmers fell figures final firms following food
        forced form forward france free getting ground groups growers health helped her hold hope hopes house
        huge human impact improve inc increased instead interview investors involved issues january job jobs
        june latest law lead leading led left legal level levels live ll longer loss lower m main man management
        manager march mark me means meanwhile media meet met michael near nearly needed net non northern nothing
        november office official officials often once operating operations order others outside paid
        particularly party performance period peter planned play political position potential present pressure
        previous previously prime production products professor profit profits project provide quality quarter
        queensland quite range rates rather real recently region released remain remains reports researchers
        results return rights risk role rose sale saw season secretary security sell selling senior september
        seven short showed shows side significant single sold soon special stage step study sunday taking target
        tax terms thing though together trading try trying union value wanted warned water weeks went west whole
        whose why workers worth york young your
    """,
}


@cache
def word_shares() -> dict[str, float]:
    """Return the share of stories that have a word, in lower case, for all that are in a tenth of them."""
    return {word: share for share, words in _BANDS.items() for word in words.split()}

"""The war is ended, and no clause says what that leaves untouched.

Lawyers differ on what it does to alliances, commands, sanctions and the status of weapons. One view
is that in law none of them depends on the state of war, so that nothing follows from its end. The
other is that the end changes what may be argued for, and cannot be taken back when it turns out
badly. A clause that says what is without prejudice costs one line and suits both. Where nothing is
said of foreign forces, that is asked first.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.security import peace
from clausecheck.analyses.security.troops import ends_here, what_ends
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule


@rule(
    family="alliance",
    lens="neutral",
    severity="info",
    entries=("B07", "N09"),
    cites=cite("diplomat-2018"),
    answer=(
        "Féron (38 North, 2018) finds no legal consequence for any of them: what needs no saving "
        "may look doubtful once it is saved."
    ),
    looks_at="text",
    bad=(
        """
        clause 1
          All parties declare that the state of war is ended.
                                       ^^^^^^^^^^^^ the war ends, and no clause says what that leaves untouched
        clause 2
          Westland shall withdraw its troops from Southland.
          by: 2027-03-01
        """,
    ),
    good=(
        """
        clause 1
          All parties declare that the state of war is ended.
        clause 2
          This declaration is without prejudice to the alliance and to sanctions.
        """,
        """
        clause 1
          All parties shall endeavour to end the war.
        """,
        """
        clause 1
          All parties declare that the state of war is ended.
        """,
        """
        declaration "Valley Declaration"
          scope: complete
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        party Westland "Commonwealth of Westland"
        clause 1
          All parties declare that the state of war is ended.
        clause 2
          The alliance of Southland and Westland remains in force.
        """,
    ),
)
def war_ended_without_prejudice(facts: Facts) -> Iterator[Problem | Met]:
    troops = facts.troops
    ended = [each for each in troops.endings if ends_here(each, facts.vocabulary)]
    spared = {id(each) for each in (*troops.savings, *troops.stays)}
    saved = [each for each in facts.operative if each.kind == "savings" or id(each) in spared]
    early = any(peace.comes_early(each, facts.vocabulary) for each in ended)
    for provision in saved if early else ():
        yield Met("N09", provision.span, "what ending the war leaves untouched")
    asked_elsewhere = not troops.spoken_of and not troops.implications
    if ended and not saved and not asked_elsewhere and facts.stands_alone:
        yield Problem(
            what_ends(ended[0]),
            "the war ends, and no clause says what that leaves untouched",
            f"say what, as in `Nothing in this {facts.title_word} affects the alliance.`",
        )

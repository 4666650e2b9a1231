"""Foreign forces leave, in so many words.

Once they are gone the old posture cannot be had back by a decision alone: no source gives a time
in which it could be restored. Whoever counts on going back to containment if the peace fails loses
that ground here. The finding is about the clause, not against it: an explicit clause is what lets
the question be debated before signature.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.troops import is_total
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule


@rule(
    family="troop-withdrawal",
    lens="sceptic",
    severity="warning",
    entries=("B07", "B21c"),
    cites=cite("impossible", "B07"),
    answer=(
        "If peace holds the forces are not needed, some of those who know the region say; and the "
        "advocate takes going back to be easy."
    ),
    bad=(
        """
        clause 1
          Westland shall withdraw all of its troops from Southland.
                                             ^^^^^^ foreign forces leave, all of them, with no day set
          with consent of: Southland
        """,
        """
        clause 1
          Westland may withdraw 8,500 troops from Southland.
                                      ^^^^^^ some of the foreign forces leave
          by: 2027-03-01
        """,
    ),
    good=(
        """
        clause 1
          Northland and Southland each shall withdraw its guard posts from the demilitarised zone.
        """,
        """
        clause 1
          Westland shall withdraw its missiles from Southland.
        """,
        """
        clause 1
          The forces of Westland shall remain in Southland.
        """,
    ),
)
def troop_withdrawal_explicit(facts: Facts) -> Iterator[Problem | Met]:
    seen = set()
    for withdrawal in facts.troops.withdrawals:
        if withdrawal.number in seen or withdrawal.object is None:
            continue
        seen.add(withdrawal.number)
        dated = bool(withdrawal.timing.due)
        if is_total(withdrawal):
            how = "all of them" if dated else "all of them, with no day set"
            message = f"foreign forces leave, {how}"
        else:
            message = "some of the foreign forces leave"
        yield Problem(
            withdrawal.object.span,
            message,
            "tie it to a verified step, set stages and say how it is undone: `after:`, `reversible:`",
        )

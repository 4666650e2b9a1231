"""Foreign forces leave, in so many words.

Once they are gone the old posture cannot be had back by a decision alone: no source gives a time
in which it could be restored. Whoever counts on going back to containment if the peace fails loses
that ground here. The finding is about the clause, not against it: an explicit clause is what lets
the question be debated before signature. A reduction in part, with a day and a step for which it
waits, is no more than worth a look; so is a departure of all that can be undone as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.inspection.returns import can_be_undone
from clausecheck.analyses.security.foreign_forces import what_moves
from clausecheck.analyses.security.troops import is_dated, is_total
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.model.reading import Provision
from clausecheck.rules.rule import rule


@rule(
    family="troop-withdrawal",
    lens="sceptic",
    severity="warning",
    at_times=("info",),
    entries=("B07", "B21c"),
    cites=cite("impossible", "B07"),
    answer=(
        "If peace holds the forces are not needed, some of those who know the region say (B10); and the "
        "advocate takes going back to be easy."
    ),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall close its camps.
        clause 2
          Westland shall withdraw 500 troops from Southland.
                                      ^^^^^^ some of the foreign forces leave
          by: 60 days after 1 is verified
        """,
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
        """
        clause 1
          Northland and Westland each shall withdraw its troops from Southland.
                                                         ^^^^^^ foreign forces leave, all of them, with no day set
        """,
        """
        clause 1
          All foreign forces shall leave Southland within 60 days.
              ^^^^^^^^^^^^^^ foreign forces leave, all of them
        """,
        """
        clause 1
          Westland shall reduce its forces in Southland to 10,000 troops.
                                    ^^^^^^ some of the foreign forces leave, with no day set
        """,
        """
        clause 1
          The military presence of Westland in Southland shall end.
              ^^^^^^^^^^^^^^^^^ foreign forces leave, all of them, with no day set
        """,
        """
        clause 1
          Westland shall phase out its troops in Southland.
                                       ^^^^^^ foreign forces leave, all of them, with no day set
        """,
        """
        clause 1
          Westland shall redeploy its forces out of Southland.
                                      ^^^^^^ foreign forces leave, all of them, with no day set
        """,
        """
        clause 1
          Westland shall evacuate its garrison from Southland.
                                      ^^^^^^^^ foreign forces leave, all of them, with no day set
        """,
    ),
    good=(
        """
        clause 1
          Westland shall redeploy its forces within Southland.
        """,
        """
        clause 1
          Southland shall end its military presence in the demilitarised zone.
        """,
        """
        clause 1
          Westland shall not end its military presence in Southland.
        """,
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
        """
        clause 1
          Southland shall redeploy its own troops from the border.
        """,
        """
        clause 1
          Westland shall not reduce its forces in Southland.
        """,
    ),
)
def troop_withdrawal_explicit(facts: Facts) -> Iterator[Problem | Met]:
    seen = set()
    for withdrawal in facts.troops.withdrawals:
        moved = what_moves(withdrawal, facts.vocabulary)
        if moved is None or withdrawal.number in seen:
            continue
        seen.add(withdrawal.number)
        lacks = list(_lacks(withdrawal, facts))
        undone = "undo" not in lacks
        staged = {"day", "step"}.isdisjoint(lacks) and (undone or not is_total(withdrawal))
        if staged:
            yield Met("B07", moved.span, "a reduction with its condition and its day")
        if staged and undone and facts.is_earned(withdrawal):
            yield Met("B21c", moved.span, "it comes after a step that is verified, and is undone")
        how_many = "foreign forces leave, all of them" if is_total(withdrawal) else _SOME
        when = "" if is_dated(withdrawal, facts.reading.names) else ", with no day set"
        yield Problem(
            moved.span,
            how_many + when,
            "; ".join(_REMEDIES[each] for each in lacks),
            severity="info" if staged else None,
        )


def _lacks(withdrawal: Provision, facts: Facts) -> Iterator[str]:
    """Yield what could still be said of it, the weightiest first."""
    if not facts.tied(withdrawal):
        yield "step"
    if not is_dated(withdrawal, facts.reading.names):
        yield "day"
    if not can_be_undone(withdrawal.labels):
        yield "undo"
    yield "stages"


_REMEDIES = {
    "step": "tie it to a verified step with `after:`",
    "day": "set a day with `by:`",
    "undo": "say how it is undone with `reversible:`",
    "stages": "let them leave in stages, each with its number",
}
_SOME = "some of the foreign forces leave"

"""The guard goes on a day of its own, whether or not what it guards against is gone.

A text that promises complete disarmament, and sends home the forces or ends the command that stand
against those weapons by a day that does not wait for it, has its irreversible half first. The other
side can stop there and keep both. The step can wait for the proof, or be cut into stages that do.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.security import peace
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule
from clausecheck.rules.telling import waiting_for


@rule(
    family="sequence",
    lens="both",
    severity="warning",
    entries=("B19",),
    cites=cite("impossible", "B19"),
    answer=(
        "A command from the days of the war guards little today, and to let it go early costs less "
        "than it shows; no state hands over its last card to an army that is still there."
    ),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall abandon all nuclear weapons.
          target: 2030-01-01
        clause 2
          All parties shall dissolve UNC.
                            ^^^^^^^^ this is due whether or not the disarmament promised in 1 is complete
          by: 90 days after entry into force
        """,
        """
        clause 1
          Northland shall abandon all nuclear weapons.
          by: 10 years after signature
        clause 2
          Westland shall withdraw all its troops from Southland.
                         ^^^^^^^^ this is due whether or not the disarmament promised in 1 is complete
          by: 2 years after signature
        """,
    ),
    good=(
        """
        clause 1
          Northland shall abandon all nuclear weapons.
          target: 2030-01-01
        clause 2
          All parties shall dissolve UNC.
          by: 90 days after 1 is verified
        """,
        """
        clause 1
          Northland shall abandon all nuclear weapons.
          by: 2 years after signature
        clause 2
          Westland shall withdraw all its troops from Southland.
          by: 10 years after signature
        """,
        """
        clause 1
          Northland shall abandon all nuclear weapons.
        clause 2
          Westland shall withdraw 500 troops from Southland.
          by: 2 years after signature
        """,
        """
        clause 1
          Northland shall disable its reactors.
        clause 2
          All parties shall dissolve UNC.
          by: 90 days after signature
        """,
        """
        clause 1
          Northland shall abandon all nuclear weapons.
        clause 2
          Westland shall withdraw all its troops from Southland.
          by: 2 years after signature
          together with: 1 is complete
        """,
        """
        clause 1
          Northland shall abandon all nuclear weapons.
          in return for: 2
        clause 2
          Westland shall withdraw all its troops from Southland.
          by: 2 years after signature
        """,
    ),
)
def guard_down_before_disarmament(facts: Facts) -> Iterator[Problem | Met]:
    complete = peace.complete_disarmament(facts.disarmament, facts.vocabulary)
    for guard in facts.guards_lowered:
        against = next(
            (step for step in complete if peace.comes_without(guard, step, facts.reading)), None
        )
        if against is not None and not facts.counterparts.get(guard.number):
            yield Problem(
                guard.deed.act_span,
                f"this is due whether or not the disarmament promised in {against.number} is complete",
                f"add {waiting_for(against.number, facts)}, or cut both into stages that wait for "
                "each other",
                related=(Related(against.deed.act_span, "this is what it could wait for"),),
            )

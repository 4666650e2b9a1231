"""A pledge not to attack, and nothing that would make a sudden attack harder.

Two sides that each hope for unity could take it the day it becomes cheap. A pledge alone risks
being read as good only until then; limits on what stands near the line, notice of exercises, or a
rule for the day when one side falters make it cost something to break. What lets one side act on
the other's collapse says outright what the pledge leaves open.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.security.limits import on_each
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule


@rule(
    family="reunification",
    lens="sceptic",
    severity="info",
    entries=("B04",),
    cites=cite("impossible", "B04"),
    answer="The advocate expects that lower tension itself makes such a day less likely.",
    looks_at="text",
    bad=(
        """
        clause 1
          Northland and Southland will pursue unification.
        clause 2
          Northland and Southland each shall not use force against the other.
                                                     ^^^^^ a pledge not to attack stands alone: nothing limits the forces that could
        """,
        """
        clause 1
          Northland and Southland will pursue unification.
        clause 2
          Northland and Southland each shall not use force against the other.
                                                     ^^^^^ a pledge not to attack stands alone: nothing limits the forces that could
        clause 3
          Southland and Westland each shall refrain from military exercises.
        """,
        """
        clause 1
          Southland may administer the North in the event of the collapse of Northland.
                                                                 ^^^^^^^^ one side is to act on the other's collapse
        """,
        """
        clause 1
          Southland shall restore order.
          if: "the government of Northland collapses"
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ one side is to act on the other's collapse
        """,
    ),
    good=(
        """
        clause 1
          Northland and Southland shall not send forces to the other in the event of the collapse of the other.
        """,
        """
        clause 1
          Southland shall provide relief in the event of the collapse of a dam.
        clause 2
          Westland shall support Southland in a collapse of markets.
        clause 3
          Southland shall not enter Northland.
          if: "Northland collapses"
        """,
        """
        clause 1
          Northland and Southland will pursue unification.
        clause 2
          Northland and Southland each shall not use force against the other.
        clause 3
          Northland and Southland each shall notify the other of military exercises.
          by: 14 days before its start
        """,
    ),
)
def unification_by_opportunity(facts: Facts) -> Iterator[Problem | Met]:
    yield from _in_a_crisis(facts)
    hoped_for = [use for use in facts.unification if use.manner in {"goal", "preamble"}]
    if not hoped_for or not facts.silence_counts:
        return
    both = on_each(facts.force_limits, hoped_for[0].provision.meaning.who.names)
    for pledge in facts.non_aggression:
        if both:
            yield Met(
                "B04",
                both[0].span,
                "what stands near the line is limited or announced",
            )
        else:
            yield Problem(
                pledge.at,
                "a pledge not to attack stands alone: nothing limits the forces that could",
                "add limits near the line, or notice of exercises and movements",
            )
        return


def _in_a_crisis(facts: Facts) -> Iterator[Problem | Met]:
    for crisis in facts.crises:
        if crisis.binds_both:
            yield Met("B04", crisis.at, "a rule for the day on which one side falters")
        elif crisis.provision.kind != "prohibition":
            yield Problem(
                crisis.at,
                "one side is to act on the other's collapse",
                "say what neither does then, as in `No party shall send forces to the other.`",
            )

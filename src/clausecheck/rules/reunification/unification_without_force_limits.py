"""Unification as a goal, and no limit on anybody's forces.

As long as uniting is a goal, each side keeps the forces with which it could resist being absorbed,
or absorb. A goal that stands beside ceilings, zones or verified reductions does less harm than a
goal that stands alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.security.limits import on_each
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule

_SEEN = frozenset({"observer", "consent-gated", "named", "full"})


@rule(
    family="reunification",
    lens="sceptic",
    severity="warning",
    entries=("B03",),
    cites=cite("impossible", "B03"),
    answer=(
        "The advocate blames the state of war for the arms, not the goal: end the one and the other "
        "can wait."
    ),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland and Southland will pursue unification.
                                              ^^^^^^^^^^^ unification is a goal here, and no clause limits the forces of both sides
        """,
        """
        clause 1
          Northland and Southland will pursue unification.
                                              ^^^^^^^^^^^ unification is a goal here, and no clause limits the forces of both sides
        clause 2
          Southland and Westland each shall refrain from military exercises.
        """,
    ),
    good=(
        """
        clause 1
          Northland and Southland will pursue unification.
        clause 2
          Northland and Southland each shall withdraw 11 guard posts from the demilitarised zone.
        """,
        """
        clause 1
          Northland and Southland will pursue unification.
        clause 2
          Northland and Southland each shall withdraw 11 guard posts from the demilitarised zone.
          verified by: IAEA using on-site inspection
        """,
        """
        clause 1
          Westland affirms its support for the peaceful unification of the valley.
        """,
    ),
)
def unification_without_force_limits(facts: Facts) -> Iterator[Problem | Met]:
    goals = [use for use in facts.unification if use.manner == "goal" and not use.acknowledged]
    if not goals:
        return
    both = on_each(facts.force_limits, goals[0].provision.meaning.who.names)
    seen = {each.provision.number for each in facts.verification.duties if each.strength in _SEEN}
    verified = [each for each in both if each.number in seen]
    if verified:
        yield Met("B03", verified[0].span, "the forces of both sides are limited, and it is seen")
    elif not both and facts.silence_counts and not facts.one_sided:
        yield Problem(
            goals[0].mention.span,
            "unification is a goal here, and no clause limits the forces of both sides",
            "add ceilings, zones or reductions that can be verified, or leave the goal out",
            of_text=True,
        )

"""Steps on arms wait for one another, and nothing says where they lead.

The advocate would not make disarmament the gate of every step, but would keep it as the end of the
road: without an end each step is the last. An end state in the preamble or in `aim:` is enough; it
need be no duty, and where all weapons of a kind go, that is one. Asked only of a text that says it is whole and takes steps in phases or on
conditions; to declare arms, or to inspect them, is no such step.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.exchange.progress import only_tells
from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule


@rule(
    family="substance",
    lens="advocate",
    severity="warning",
    entries=("N07",),
    cites=cite("necessary", "N07"),
    answer=(
        "The sceptic would object to an end state whose terms are open, above all to a unity that "
        "nobody has described."
    ),
    looks_at="text",
    silence=True,
    bad=(
        """
        clause 1
          Northland shall freeze its reactors.
                          ^^^^^^ steps on arms wait for one another, and no end is named to which they lead
          after: 2 is complete
        clause 2
          Westland shall suspend sanctions on coal exports.
        """,
        """
        clause 1
          Northland shall provide a declaration of all nuclear facilities.
          before: 2 begins
        clause 2
          Northland shall dismantle its reactors.
                          ^^^^^^^^^ steps on arms wait for one another, and no end is named to which they lead
        """,
        """
        clause 1
          Northland shall dismantle all missiles.
                          ^^^^^^^^^ steps on arms wait for one another, and no end is named to which they lead
          where: Zone A
          after: 2 is complete
        clause 2
          Northland shall not possess artillery.
          until: 2040-01-01
        """,
    ),
    good=(
        """
        preamble
        clause P1
          Northland and Westland affirm the goal of disarmament.
        part "Steps"
        clause 1
          Northland shall freeze its reactors.
          after: 2 is complete
        clause 2
          Westland shall suspend sanctions on coal exports.
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          aim: disarmament
          after: 2 is complete
        clause 2
          Westland shall suspend sanctions on coal exports.
        """,
        """
        clause 1
          Northland shall freeze its reactors.
        clause 2
          Westland shall open the road.
          after: 3 is complete
        clause 3
          Northland shall open the road.
        """,
        """
        clause 1
          Each party shall provide a declaration of its missiles to the other.
        clause 2
          Each party shall inspect the missiles of the other.
          after: 1 is complete
        """,
        """
        clause 1
          Northland shall dismantle all nuclear weapons.
          after: 2 is complete
        clause 2
          Westland shall suspend sanctions on coal exports.
        """,
        """
        clause 1
          All intermediate-range missiles shall be eliminated.
          after: 2 is complete
        clause 2
          Northland and Westland shall exchange data on missiles.
        """,
        """
        clause 1
          Northland shall dismantle its missiles.
          after: 2 is complete
        clause 2
          Westland shall suspend sanctions on coal exports.
        clause 3
          Northland shall not possess missiles.
          for: without limit
        """,
    ),
)
def no_end_goal(facts: Facts) -> Iterator[Problem | Met]:
    goals = facts.goals
    waiting = facts.progress.tied
    tied = [
        step
        for step in goals.towards_disarmament
        if step.number in waiting and not only_tells(step, facts.vocabulary)
    ]
    for at in goals.stated[:1]:
        yield Met("N07", at, "an end state is set as a goal")
    if tied and not goals.ends and facts.silence_counts and not facts.one_sided:
        yield Problem(
            tied[0].deed.act_span,
            "steps on arms wait for one another, and no end is named to which they lead",
            "add the end state to the preamble, or `aim:` to the first step",
            of_text=True,
        )

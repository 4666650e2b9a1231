"""Every step of peace waits until disarmament is complete.

What nobody can have for years then keeps everything else from beginning: the war's end, an office,
an assurance, the first relief. The side that should disarm sees no gain on the way, and the other
learns nothing of its intentions. One step that does not wait is enough, and need not be large.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.security import peace
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule


@rule(
    family="overreach",
    lens="advocate",
    severity="warning",
    entries=("N02",),
    cites=cite("necessary", "N02"),
    answer="What peace means in practice should be settled and seen before it is granted.",
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall abandon all nuclear weapons.
        clause 2
          Northland and Westland shall establish diplomatic relations.
                                       ^^^^^^^^^ every step of peace waits until disarmament is complete
          after: 1 is verified
        clause 3
          Westland shall suspend sanctions.
          by: 30 days after 1 is verified
        """,
        """
        clause 1
          Northland shall dismantle all of its nuclear weapons.
        clause 2
          Northland and Westland shall conclude a peace treaty.
                                       ^^^^^^^^ every step of peace waits until disarmament is complete
          if: Northland dismantles all of its nuclear weapons
        clause 3
          Westland shall suspend sanctions.
          if: Northland dismantles all of its nuclear weapons
        """,
    ),
    good=(
        """
        clause 1
          Northland shall abandon all nuclear weapons.
        clause 2
          Northland and Westland declare that the state of war is ended.
        clause 3
          Westland shall suspend sanctions.
          by: 30 days after 1 is verified
        """,
        """
        clause 1
          Northland shall dismantle all of its nuclear weapons.
        clause 2
          Westland shall suspend sanctions.
          if: Northland dismantles 10 nuclear weapons
        """,
        """
        clause 1
          Northland shall disable its reactors.
        clause 2
          Westland shall suspend sanctions.
          after: 1 is verified
        """,
    ),
)
def peace_held_hostage(facts: Facts) -> Iterator[Problem | Met]:
    complete = peace.complete_disarmament(facts.disarmament, facts.vocabulary)
    steps = facts.steps_of_peace
    if not complete or not steps:
        return
    gates = [
        peace.gate(step, complete, facts.reading, facts.vocabulary, facts.promised)
        for step in steps
    ]
    for step, gate in zip(steps, gates, strict=True):
        if gate == "free":
            yield Met("N02", step.span, "a step of peace that does not wait for disarmament")
    if set(gates) == {"waits"} and facts.silence_counts:
        first, *others = steps
        yield Problem(
            first.deed.act_span,
            "every step of peace waits until disarmament is complete",
            "free one step of the condition, or let it wait for a first stage that has a clause of its own",
            related=(
                Related(complete[0].deed.act_span, "this is what they wait for"),
                *(Related(other.deed.act_span, "this waits as well") for other in others),
            ),
        )

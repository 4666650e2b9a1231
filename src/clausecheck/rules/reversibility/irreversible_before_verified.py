"""A step that cannot be undone comes before the step it is exchanged for is verified.

What is pocketed first is not paid for. Where one side dismantles, ships out or withdraws for good
while the other's step is only begun, or only promised, the other can stop there and keep what it
got. Both essays agree that this has happened. Small, verified, reversible exchanges avoid it; so
does an order in which the step that cannot be undone waits for the proof of the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.exchange.exchanges import Exchange, is_for_good, is_let_go
from clausecheck.analyses.facts import Facts
from clausecheck.analyses.security.peace import waits_for
from clausecheck.analyses.ties import WAITING, Awaited, awaited, needed
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.model.reading import Provision
from clausecheck.rules.rule import rule
from clausecheck.rules.telling import done_by, waiting_for


@rule(
    family="reversibility",
    lens="both",
    severity="warning",
    entries=("B19", "B21a"),
    cites=cite("impossible", "B19"),
    answer=(
        "Somebody has to move first, and the side that can survive a mistake can afford to; but "
        "even the advocate wants its first steps to be reversible."
    ),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall freeze its reactors.
          by: 2027-06-01
          verified by: IAEA using on-site inspection
        clause 2
          Westland shall withdraw its troops from Southland.
                         ^^^^^^^^ this cannot be undone, and is due before what it is exchanged for is verified
          by: 2027-03-01
          in return for: 1
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          on: 2026-12-01
          by: 2 years after signature
        clause 2
          Westland shall withdraw its troops from Southland.
                         ^^^^^^^^ this cannot be undone, and is due before what it is exchanged for is verified
          by: 60 days after signature
          reversible: no
          in return for: 1
        """,
        """
        clause 1
          Northland shall dismantle its reactors.
                          ^^^^^^^^^ this cannot be undone, and is due before what it is exchanged for is verified
          before: 2 begins
          in return for: 2
        clause 2
          Southland shall dismantle its missiles.
        """,
        """
        clause 1
          Westland shall lift all sanctions.
                         ^^^^ this takes a new decision to undo, and is due before what it is exchanged for is verified
          on: signature
          in return for: 2
        clause 2
          Northland shall dismantle its reactors.
          by: 2 years after signature
        """,
        """
        clause 1
          Westland shall terminate all sanctions on Northland.
                         ^^^^^^^^^ this takes a new decision to undo, and is due before what it is exchanged for is verified
          by: 2028-01-01
          in return for: 2
        clause 2
          Northland shall dismantle its reactors.
          by: 2029-01-01
        """,
        """
        treaty "Treaty of Peace"
          form: treaty
          exit: any party, on notice of 6 months
        party Northland "Kingdom of Northland"
        party Westland "Commonwealth of Westland"
        clause 1
          Northland shall freeze its reactors.
        clause 2
          Westland shall lift sanctions on coal exports.
                         ^^^^ this takes a new decision to undo, and is due before what it is exchanged for is verified
          by: 30 days after 1 begins
          in return for: 1
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          verified by: IAEA using on-site inspection
        clause 2
          Westland shall lift sanctions on coal exports.
                         ^^^^ this takes a new decision to undo, and is due before what it is exchanged for is verified
          on: 1 begins
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          by: 2027-06-01
        clause 2
          Westland shall withdraw its troops from Southland.
                         ^^^^^^^^ this cannot be undone, hangs on a condition, and is then due before what it is exchanged for is verified
          if: "the harvest has failed"
          by: 2027-03-01
          in return for: 1
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          by: 2 years after signature
        clause 2
          Westland shall withdraw its troops from Southland.
                         ^^^^^^^^ this cannot be undone, and is due before what it is exchanged for is verified
          by: 30 days after 3 is complete
          reversible: no
          in return for: 1
        clause 3
          Northland and Westland shall open liaison offices.
          by: 60 days after signature
        """,
    ),
    good=(
        """
        clause 1
          Southland shall open the road.
          on: 2027-06-01
        clause 2
          Westland shall lift sanctions on coal exports.
          on: 2027-08-01
          after: 1 is complete
        """,
        """
        clause 1
          Southland shall open the road.
        clause 2
          Westland shall lift sanctions on coal exports.
          if: 1 is complete
        clause 3
          Westland shall lift sanctions on oil exports.
          on: 14 days after 1 is complete
        """,
        """
        clause 1
          Northland shall dismantle its reactors.
          in return for: 2
        clause 2
          Westland shall suspend sanctions on coal exports.
          after: 1 is complete or 2028-01-01
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          verified by: IAEA using on-site inspection
        clause 2
          Westland shall lift sanctions on coal exports.
          by: 30 days after 1 is verified
          in return for: 1
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          if breached: Westland may reimpose the sanctions lifted in 2 within 30 days.
        clause 2
          Westland shall lift sanctions on coal exports.
          by: 30 days after 1 begins
          in return for: 1
        """,
        """
        clause 1
          Westland shall lift all sanctions.
          on: signature
          in return for: 2
          if breached: Westland may reimpose the sanctions within 30 days.
        clause 2
          Northland shall dismantle its reactors.
          by: 2 years after signature
        """,
        """
        clause 1
          Westland intends to lift all sanctions.
          on: signature
          in return for: 2
        clause 2
          Northland shall dismantle its reactors.
          by: 2 years after signature
        """,
        """
        clause 1
          Northland shall dismantle its reactors.
          by: 2027-03-01
          verified by: IAEA using on-site inspection
          in return for: 2
        clause 2
          Westland shall suspend sanctions.
          by: 30 days after 1 is verified
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          by: 2027-03-01
          verified by: IAEA using on-site inspection
        clause 2
          Westland shall withdraw its troops from Southland.
          after: 1 is verified
          in return for: 1
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          by: 60 days before signature
        clause 2
          Westland shall withdraw its troops from Southland.
          by: 30 days after 3 is complete
          in return for: 1
        clause 3
          Northland and Westland shall open liaison offices.
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          by: 2027-06-01
        clause 2
          Westland shall suspend sanctions.
          by: 2027-03-01
          in return for: 1
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          by: 2027-06-01
        clause 2
          Westland shall withdraw its guard posts from the valley.
          by: 2027-03-01
          in return for: 1
          reversible: by Westland within 7 days
        """,
        """
        clause 1
          Northland shall not test missiles.
        clause 2
          Westland shall lift sanctions.
          after: 1 is complete
        """,
    ),
)
def irreversible_before_verified(facts: Facts) -> Iterator[Problem | Met]:
    never = {each.number for each in facts.never}
    for exchange in facts.exchanges:
        if exchange.order == "after proof" and is_for_good(exchange.gained, facts.vocabulary):
            yield Met("B19", exchange.given.deed.act_span, "it waits until the other is verified")
        elif _comes_first(exchange, facts) and not (
            exchange.given.number in never
            or _disarms(exchange.given, facts)
            or _waits_as_told(exchange.given, exchange.gained, facts)
        ):
            yield Problem(
                exchange.given.deed.act_span,
                f"{_how_final(exchange.given, facts)}{_hanging(exchange.given, facts)} due before "
                "what it is exchanged for is verified",
                _remedy(exchange.given, exchange.gained, facts),
                related=(
                    Related(exchange.gained.deed.act_span, "this is what it is exchanged for"),
                ),
                entries=("B19", "B21a")
                if is_let_go(exchange.given, facts.vocabulary)
                else ("B19",),
            )


def _comes_first(exchange: Exchange, facts: Facts) -> bool:
    """Tell whether it is due first, by its own lines or by those of what it counts from."""
    if exchange.order != "not told":
        return exchange.order == "before proof"
    pair = exchange.given.number, exchange.gained.number
    return any(
        (answer.given.number, answer.gained.number) == pair and bool(gap.days)
        for answer, gap in facts.open_answers.items()
    )


def _how_final(given: Provision, facts: Facts) -> str:
    if is_let_go(given, facts.vocabulary):
        return "this takes a new decision to undo"
    return "this cannot be undone"


def _hanging(given: Provision, facts: Facts) -> str:
    if given.number in facts.unsure:
        return ", hangs on a condition, and is then"
    return ", and is"


def _remedy(given: Provision, gained: Provision, facts: Facts) -> str:
    """Return what to type; where the other step waits for this one, a wait would make a circle."""
    wait = f"add {waiting_for(gained.number, facts)}"
    if waits_for(gained, [given], facts.reading):
        return (
            f"begin with a step of {given.number} that can be undone, or let {gained.number} come first: "
            f"count it from a day, and {wait}"
        )
    if any(each.number == gained.number for each in awaited(given, facts.reading, "before")):
        wait = f"take `before:` out, and {wait}"
    elif given.labels.stated("by", "on"):
        wait = f"{wait} and a later day"
    return f"{wait}, or choose a step that can be undone"


def _waits_as_told(given: Provision, gained: Provision, facts: Facts) -> bool:
    """Tell whether it waits until the other is complete, of which there is nothing to verify."""
    state = done_by(gained.number, facts)
    done = Awaited(gained.number, state)
    told = waiting_for(gained.number, facts) == f"`after: {gained.number} {state}`"
    return told and done in needed(given, facts.reading, *WAITING)


def _disarms(step: Provision, facts: Facts) -> bool:
    """Tell whether it is the one party that disarms that gives: it collects nothing by that."""
    return any(
        step.number == each.number and step.meaning.who.names == (facts.disarmament.alone,)
        for each in facts.disarmament.steps
    )

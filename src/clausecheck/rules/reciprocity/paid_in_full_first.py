"""A step that is complete before anything of what it is exchanged for need be done.

The other side may take all of it and stop there: what was to be the price falls due only when
nothing is left to withhold. Both essays grant that this has happened. Steps cut into parts, each
waiting for a verified part of the other's, leave something in hand on both sides.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule


@rule(
    family="reciprocity",
    lens="both",
    severity="warning",
    entries=("B19",),
    cites=cite("impossible", "B19"),
    answer=(
        "The side that can survive having trusted wrongly can afford to begin; but even the "
        "advocate would have it begin with what can be reversed."
    ),
    looks_at="text",
    bad=(
        """
        clause 1
          Westland shall deliver 500,000 t of fuel oil to Northland.
                                              ^^^^^^^^ this is given in full before what it is exchanged for need be done
          in return for: 2
        clause 2
          Northland shall dismantle its reactors.
          after: 1 is complete
        """,
        """
        clause 1
          Westland shall deliver 500,000 t of fuel oil to Northland.
                                              ^^^^^^^^ this is given in full before what it is exchanged for need be done
          before: 2 begins
          in return for: 2
        clause 2
          Northland shall dismantle its reactors.
        """,
        """
        clause 1
          Westland shall deliver 500,000 t of fuel oil to Northland.
                                              ^^^^^^^^ this is given in full before what it is exchanged for need be done
          on: signature
          in return for: 2
        clause 2
          Northland shall dismantle its reactors.
          starts: by 1 year after signature
          by: 2 years after signature
        """,
        """
        clause 1
          Westland shall deliver 500,000 t of fuel oil to Northland.
                                              ^^^^^^^^ this is given in full before what it is exchanged for need be done
          by: 2027-01-01
          in return for: 2
        clause 2
          Northland shall freeze its reactors.
          from: 2028-01-01
        """,
        """
        clause 1
          Westland shall deliver 500,000 t of fuel oil to Northland.
                                              ^^^^^^^^ this hangs on a condition, and is then given in full before what it is exchanged for need be done
          by: 2027-01-01
          unless: "the harvest has failed"
          in return for: 2
        clause 2
          Northland shall freeze its reactors.
          from: 2028-01-01
        """,
    ),
    good=(
        """
        clause 1
          Westland shall deliver 500,000 t of fuel oil to Northland.
          by: 1 year after signature
          in return for: 2
        clause 2
          Northland shall dismantle its reactors.
          starts: by 60 days after signature
          by: 2 years after signature
        """,
        """
        clause 1
          Westland shall suspend sanctions on coal exports.
          by: 2027-01-01
          in return for: 2
        clause 2
          Northland shall freeze its reactors.
          from: 2028-01-01
        """,
        """
        clause 1
          Westland shall deliver 500,000 t of fuel oil to Northland.
          before: 2 is complete
          in return for: 2
        clause 2
          Northland shall dismantle its reactors.
        """,
        """
        clause 1
          Westland shall deliver 500,000 t of fuel oil to Northland.
          after: 2 begins
          in return for: 2
        clause 2
          Northland shall dismantle its reactors.
          by: 1 year after 1 is complete
        """,
        """
        clause 1
          Westland shall suspend sanctions on coal exports.
          in return for: 2
        clause 2
          Northland shall dismantle its reactors.
          after: 1 is complete
        """,
        """
        clause 1
          Westland shall deliver 500,000 t of fuel oil to Northland.
          by: 2027-03-01
          in return for: 2
        clause 2
          Northland shall freeze its reactors.
          by: 2027-03-01
        """,
        """
        clause 1
          Westland shall withdraw its troops from Southland.
          in return for: 2
        clause 2
          Northland shall freeze its reactors.
          after: 1 is complete
        """,
        """
        clause 1
          Northland shall declare its reactors.
          in return for: 2
        clause 2
          Northland shall dismantle its reactors.
          after: 1 is complete
        """,
    ),
)
def paid_in_full_first(facts: Facts) -> Iterator[Problem | Met]:
    found = {
        (exchange.given.number, exchange.gained.number)
        for exchange in facts.exchanges
        if exchange.order == "before proof"
    }
    for pair in facts.prepaid:
        if (pair.given.number, pair.gained.number) not in found:
            thing, unsure = pair.given.object, pair.given.number in facts.unsure
            hanging = "hangs on a condition, and is then " if unsure else "is "
            yield Problem(
                thing.span if thing is not None else pair.given.deed.act_span,
                f"this {hanging}given in full before what it is exchanged for need be done",
                f"give it in parts, each `after:` a part of {pair.gained.number} that is verified",
                related=(Related(pair.gained.deed.act_span, "this is what it is exchanged for"),),
            )

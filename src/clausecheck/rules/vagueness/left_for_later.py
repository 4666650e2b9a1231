"""A place, a number, a member or a method that is still to be settled after signature.

Once it has signed, each side can hold the rest back for a price. It is said once for the text, at
the first such line. An annex that settles it answers the objection; where the experts must have
time, a rule that holds until they agree takes away the gain from delay.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule


@rule(
    family="vagueness",
    lens="sceptic",
    severity="warning",
    entries=("B16",),
    cites=cite("impossible", "B16"),
    answer=(
        "The advocate would declare first and settle the rest together: without a first step there is "
        "nobody to settle it with."
    ),
    looks_at="text",
    bad=(
        """
        body Commission "Joint Commission"
          members: to be settled by Northland, Southland
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this is left until after signature, and nothing holds meanwhile
        clause 1
          Northland and Southland shall establish a fishing zone.
          where: to be settled by Commission
        """,
        """
        clause 1
          Northland and Southland shall establish a working group to decide on the inspections.
                                                    ^^^^^^^^^^^^^ this is left until after signature, and nothing holds meanwhile
        """,
    ),
    good=(
        """
        clause 1
          Northland and Southland shall establish a working group to discuss trade.
        clause 2
          Northland and Southland shall conclude a trade agreement in the working group.
        clause 3
          The working group may decide on its own rules.
        """,
        """
        clause 1
          Northland and Southland shall establish a fishing zone.
          according to: A1
        annex 1
        clause A1
          The fishing zone extends to 10 km from the coast.
        """,
        """
        clause 1
          Northland shall dismantle its reactors.
          verified by: to be settled by Southland
        """,
    ),
)
def left_for_later(facts: Facts) -> Iterator[Problem | Met]:
    for label in facts.settled_elsewhere:
        yield Met("B16", label.span, "a clause or an annex settles it")
    left = sorted(
        (*(label.span for label in facts.deferrals), *facts.left_to_groups),
        key=facts.reading.counted,
    )
    if left:
        first, *others = left
        yield Problem(
            first,
            "this is left until after signature, and nothing holds meanwhile",
            "settle it in an annex, or say what holds until it is agreed",
            related=tuple(Related(other, "nor is this settled") for other in others),
        )

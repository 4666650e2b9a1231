"""One thing to be done, with two figures.

So many here and so many there, with no other day, place or condition: either the two add up, or one
of them is wrong, and the text does not say which. Of two ceilings the lower decides. A ceiling and a
floor below it go together; a floor above it does not, whatever the acts and lines that set the two.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.contradictions.doubles import Double
from clausecheck.analyses.facts import Facts
from clausecheck.analyses.obligations.figures import figure_of
from clausecheck.analyses.obligations.norms import Norm
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule
from clausecheck.rules.telling import exclusive_pairs
from clausecheck.source import Span


@rule(
    family="consistency",
    lens="neutral",
    severity="error",
    at_times=("warning",),
    cites=cite("vranes"),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall maintain at least 700 troops.
        clause 2
          Northland shall maintain up to 500 troops.
                                   ^^^^^^^^^ `maintain up to 500 troops` cannot be kept together with the figure in 1
        """,
        """
        clause 1
          Northland shall not deploy more than 500 troops.
        clause 2
          Northland shall deploy 600 troops.
                                 ^^^ `deploy 600 troops` cannot be kept together with the figure in 1
        """,
        """
        clause 1
          Northland shall withdraw at least 20 guard posts.
        clause 2
          Northland shall withdraw at least 30 guard posts.
                                   ^^^^^^^^^^^ `withdraw at least 30 guard posts` has another figure in 1, though both can be kept
        """,
        """
        clause 1
          Westland shall deliver 50,000 tonnes of fuel to Northland.
        clause 2
          Westland shall deliver 60,000 tonnes of fuel to Northland.
                                 ^^^^^^^^^^^^^ `deliver 60,000 tonnes of fuel` has another figure in 1
        """,
        """
        clause 1
          Westland shall maintain at least 28,500 troops in the valley.
        clause 2
          Westland shall reduce its troops in the valley.
          limit: 20,000 troops
                 ^^^^^^^^^^^^^ `reduce its troops` cannot be kept together with the figure in 1
        """,
        """
        clause 1
          Northland shall not enrich uranium above 3.67%.
        clause 2
          Northland may enrich uranium up to 20%.
                                       ^^^^^^^^^ `enrich uranium` has another figure in 1: one allows what the other rules out
        """,
        """
        define "Zone A"
          means: "the land within 20 km of the line"
        clause 1
          Each party shall limit its forces.
          limits by zone:
            Zone A: 22,000 troops
        clause 2
          Northland shall maintain 25,000 troops in Zone A.
                                   ^^^^^^ `maintain 25,000 troops` cannot be kept together with the figure in 1
        """,
        """
        clause 1
          Westland shall reduce its troops in the valley.
          limit: 20,000 troops
        clause 2
          Westland may station 25,000 troops in the valley.
                               ^^^^^^ `station 25,000 troops` does not go with 1: one allows what the other rules out
        """,
        """
        clause 1
          The number of Northland tanks in the valley shall be 50.
        clause 2
          Northland shall maintain 80 tanks in the valley.
                                   ^^ `maintain 80 tanks` cannot be kept together with the figure in 1
        """,
        """
        clause 1
          Westland shall possess at least 20,000 troops in the valley.
        clause 2
          Westland shall withdraw all its troops from the valley.
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `withdraw all its troops` cannot be kept together with 1
        """,
        """
        clause 1
          Westland shall not reduce its forces in the valley below 20,000.
        clause 2
          Westland shall withdraw all its forces from the valley.
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `withdraw all its forces` does not go with 1: one keeps some, and the other may leave none
          by: 2028-01-01
        """,
    ),
    good=(
        """
        clause 1
          The number of Northland tanks in the valley shall not exceed 50.
        clause 2
          Northland may station 50 tanks in the valley.
        clause 3
          The number of Southland tanks in the valley shall not exceed 80.
        """,
        """
        clause 1
          Northland shall not enrich uranium above 3.67%.
        clause 2
          Northland may enrich uranium up to 3%.
        clause 3
          Northland may enrich up to 20% of the uranium.
        """,
        """
        clause 1
          Westland shall reduce its troops in the valley.
          limit: 20,000 troops
        clause 2
          Westland may station 15,000 troops in the valley.
        clause 3
          Westland may station 25,000 troops in the valley.
          if: "Northland attacks the valley"
        """,
        """
        clause 1
          Westland shall not reduce its forces in the valley below 20,000.
        clause 2
          Westland shall reduce its forces in the valley to 22,000.
        clause 3
          Westland shall withdraw all its forces from the island.
        """,
        """
        clause 1
          Westland shall maintain at least 20,000 troops in the valley.
          until: 2028-01-01
        clause 2
          Westland shall withdraw all its troops from the valley.
          after: 2028-01-01
        """,
        """
        clause 1
          Westland shall maintain at least 28,500 troops in the valley.
          until: 2028-01-01
        clause 2
          Westland shall reduce its troops in the valley.
          limit: 20,000 troops
          after: 2028-01-01
        """,
        """
        clause 1
          Northland shall maintain up to 700 troops.
        clause 2
          Northland shall maintain at least 500 troops.
        """,
        """
        clause 1
          Westland shall deliver 50,000 tonnes of fuel to Northland.
          by: 30 days after signature
        clause 2
          Westland shall deliver 60,000 tonnes of fuel to Northland.
          by: 90 days after signature
        """,
    ),
)
def two_quantities(facts: Facts) -> Iterator[Problem | Met]:
    exclusive = exclusive_pairs(facts)
    for double in facts.doubles:
        pair = frozenset((double.norm.number, double.other.number))
        # That some are kept of what is to go altogether is told as two duties that exclude each other.
        if double.what == "quantity" and not (double.none_left and pair in exclusive):
            norm, other = double.norm, double.other
            told = (
                f"cannot be kept together with the figure in {other.number}"
                if double.contradictory
                else f"has another figure in {other.number}{_though(double)}"
            )
            if double.none_left and not double.contradictory:
                told = (
                    f"does not go with {other.number}: one keeps some, and the other may leave none"
                )
            elif double.contradictory and "permission" in {norm.kind, other.kind}:
                told = f"does not go with {other.number}: one allows what the other rules out"
            elif double.none_left:
                told = f"cannot be kept together with {other.number}"
            yield Problem(
                double.at or _at(norm),
                f"`{norm.words}` {told}",
                "keep one of the figures, or say what the other counts",
                severity=None if double.contradictory else "warning",
                related=(Related(double.other_at or _at(other), f"the figure in {other.number}"),),
            )


def _though(double: Double) -> str:
    if double.allows_more:
        return ": one allows what the other rules out"
    return ", though both can be kept" if double.both_can_be else ""


def _at(norm: Norm) -> Span:
    figure = figure_of(norm)
    return figure.span if figure is not None else norm.at

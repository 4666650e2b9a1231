"""One thing to be done, with two figures.

So many here and so many there, with no other day, place or condition: either the two add up, or one
of them is wrong, and the text does not say which. Of two ceilings the lower decides. A ceiling and a
floor below it go together.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.doubles import figure_of
from clausecheck.analyses.facts import Facts
from clausecheck.analyses.norms import Norm
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule
from clausecheck.source import Span


@rule(
    family="consistency",
    lens="neutral",
    severity="error",
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
          Westland shall deliver 50,000 tonnes of fuel to Northland.
        clause 2
          Westland shall deliver 60,000 tonnes of fuel to Northland.
                                 ^^^^^^ `deliver 60,000 tonnes of fuel` has another figure in 1
        """,
    ),
    good=(
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
    for double in facts.doubles:
        if double.what == "quantity":
            norm, other = double.norm, double.other
            told = (
                f"cannot be kept together with the figure in {other.number}"
                if double.contradictory
                else f"has another figure in {other.number}"
            )
            yield Problem(
                _at(norm),
                f"`{norm.words}` {told}",
                "keep one of the figures, or say what the other counts",
                severity=None if double.contradictory else "warning",
                related=(Related(_at(other), f"the figure in {other.number}"),),
            )


def _at(norm: Norm) -> Span:
    figure = figure_of(norm)
    return figure.span if figure is not None else norm.at

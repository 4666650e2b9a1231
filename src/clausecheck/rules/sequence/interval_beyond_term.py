"""What is to be done again and again need not be done once.

The time from one to the next is longer than the whole time in which the clause holds. It is over
before the first is due, be it a meeting, a delivery or an inspection.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule


@rule(
    family="sequence",
    lens="neutral",
    severity="warning",
    cites=cite("language", "Labels"),
    bad=(
        """
        clause 1
          Northland and Southland shall hold talks.
          every: 2 years
          ^^^^^^^^^^^^^^ the time between two of these is longer than 1 lasts
          for: 1 year
        """,
        """
        clause 1
          Northland shall not test missiles.
          from: 2027-03-01
          until: 2027-05-01
          verified by: IAEA using on-site inspection, every 90 days
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the time between two looks is longer than 1 lasts
        """,
    ),
    good=(
        """
        clause 1
          Northland and Southland shall hold talks.
          every: 12 months
          for: 1 year
        """,
        """
        clause 1
          Northland shall not test missiles.
          for: 60 days
          verified by: IAEA using on-site inspection, every 90 days; Southland using satellite imagery
        """,
    ),
)
def interval_beyond_term(facts: Facts) -> Iterator[Problem | Met]:
    for rare in facts.rare:
        what = "looks" if rare.looks else "of these"
        yield Problem(
            rare.at,
            f"the time between two {what} is longer than {rare.number} lasts",
            "give a shorter interval, as in `every 30 days`, or a longer term",
            related=(Related(rare.term.span, "it is over by then"),),
        )

"""A day that is in no calendar.

A deadline on such a day can be read as the day before or the day after.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule
from clausecheck.rules.slips import problems


@rule(
    family="language",
    lens="neutral",
    severity="error",
    cites=cite("language", "Labels"),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall leave the valley.
          by: 2027-02-30
              ^^^^^^^^^^ `2027-02-30`: this month has 28 days
        """,
    ),
    good=(
        """
        clause 1
          Northland shall leave the valley.
          by: 2027-03-01
        """,
    ),
)
def impossible_date(facts: Facts) -> Iterator[Problem | Met]:
    yield from problems(facts, "impossible-date")

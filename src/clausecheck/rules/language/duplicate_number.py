"""Two clauses of one number.

A reference to it could mean either.
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
    cites=cite("language", "Numbers"),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall leave the valley.
        clause 1
               ^ a second clause 1
          Southland shall leave the valley.
        """,
    ),
    good=(
        """
        clause 1
          Northland shall leave the valley.
        clause 2
          Southland shall leave the valley.
        """,
    ),
)
def duplicate_number(facts: Facts) -> Iterator[Problem | Met]:
    yield from problems(facts, "duplicate-number")

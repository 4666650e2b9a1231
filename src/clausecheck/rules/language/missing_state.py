"""A clause named as a moment without saying which.

“After 2” can mean when it begins or when it is complete; agreements have failed over the difference.
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
    severity="warning",
    cites=cite("language", "Labels"),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall leave the valley.
          after: 2
                 ^ `2` is a clause, not a moment
        clause 2
          Southland shall leave the valley.
        """,
    ),
    good=(
        """
        clause 1
          Northland shall leave the valley.
          after: 2 is complete
        clause 2
          Southland shall leave the valley.
        """,
    ),
)
def missing_state(facts: Facts) -> Iterator[Problem | Met]:
    yield from problems(facts, "missing-state")

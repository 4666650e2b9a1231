"""A label in a place where it has no meaning.

It would be read by the drafter and by nobody else.
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
          members: 3 from Northland
          ^^^^^^^^ `members:` belongs to a body
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
def misplaced_label(facts: Facts) -> Iterator[Problem | Met]:
    yield from problems(facts, "misplaced-label")

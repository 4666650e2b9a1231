"""A clause that says nothing.

Its number can be referred to, and whoever does so relies on words that are not there.
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
    cites=cite("language", "The sentence"),
    looks_at="text",
    bad=(
        """
        clause 1 "Withdrawal"
        ^^^^^^^^^^^^^^^^^^^^^ clause 1 says nothing
        clause 2
          Southland shall leave the valley.
        """,
    ),
    good=(
        """
        clause 1 "Withdrawal"
        clause 1.1
          Northland shall leave the valley.
        """,
        """
        clause 1
          note: left for the second round
        """,
    ),
)
def empty_clause(facts: Facts) -> Iterator[Problem | Met]:
    yield from problems(facts, "empty-clause")

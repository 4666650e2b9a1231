"""A label that stands twice where one can be meant.

Which of two deadlines holds would be a matter of dispute.
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
          by: 2027-03-01
          by: 2027-04-01
          ^^^ `by:` stands here twice
        """,
    ),
    good=(
        """
        clause 1
          (a) Northland shall leave the valley.
          by: 2027-03-01
          (b) Southland shall leave the valley.
          by: 2027-04-01
        """,
    ),
)
def duplicate_label(facts: Facts) -> Iterator[Problem | Met]:
    yield from problems(facts, "duplicate-label")

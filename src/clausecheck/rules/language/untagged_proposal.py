"""A proposal without a tag in a bracket where another has one.

Tags say what moves together; without one it cannot be told what this proposal moves with.
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
    cites=cite("language", "Alternatives"),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall [leave @short | guard] the valley.
                                          ^^^^^ this proposal has no tag, though another of its bracket has
        """,
    ),
    good=(
        """
        clause 1
          Northland shall [leave @short | guard @long] the valley.
        """,
    ),
)
def untagged_proposal(facts: Facts) -> Iterator[Problem | Met]:
    yield from problems(facts, "untagged-proposal")

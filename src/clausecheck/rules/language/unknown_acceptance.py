"""An acceptance of a rule that is not there.

It accepts nothing, though its drafter relies on it.
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
    cites=cite("language", "Acceptance"),
    looks_at="acceptances",
    bad=(
        """
        clause 1
          Northland shall leave the valley.
          by: "at an early date"
          accept soft-deadlines
                 ^^^^^^^^^^^^^^ no rule is named `soft-deadlines`
            because: "Both sides leave the day to the commission."
        """,
    ),
    good=(
        """
        clause 1
          Northland shall leave the valley.
          by: "at an early date"
          accept soft-deadline
            because: "Both sides leave the day to the commission."
        """,
    ),
)
def unknown_acceptance(facts: Facts) -> Iterator[Problem | Met]:
    yield from problems(facts, "unknown-acceptance")

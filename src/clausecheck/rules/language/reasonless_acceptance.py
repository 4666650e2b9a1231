"""An acceptance that gives no reason.

What is accepted without a reason cannot be weighed by those who come later, so it covers nothing.
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
          accept soft-deadline
                 ^^^^^^^^^^^^^ `soft-deadline` is accepted without a reason
        """,
        """
        clause 1
          Northland shall leave the valley.
          by: "at an early date"
          accept soft-deadline
                 ^^^^^^^^^^^^^ `soft-deadline` is accepted without a reason
            because: "   "
        """,
        """
        clause 1
          Northland shall leave the valley.
          by: "at an early date"
          accept soft-deadline
                 ^^^^^^^^^^^^^ `soft-deadline` is accepted without a reason
            because: unknown
        """,
    ),
    good=(
        """
        clause 1
          Northland shall leave the valley.
          by: "at an early date"
          accept soft-deadline
            because: "Unknown dangers on the way."
        """,
        """
        clause 1
          Northland shall leave the valley.
          by: "at an early date"
          accept soft-deadline
            because: "Both sides leave the day to the commission."
        """,
    ),
)
def reasonless_acceptance(facts: Facts) -> Iterator[Problem | Met]:
    yield from problems(facts, "reasonless-acceptance")

"""An acceptance that meets no finding.

The clause has changed, or the acceptance stands in the wrong one; left there, it would hide what is written next.
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
    cites=cite("language", "Acceptance"),
    looks_at="acceptances",
    bad=(
        """
        clause 1
          Northland shall leave the valley.
          by: 2027-03-01
          accept unused-acceptance
                 ^^^^^^^^^^^^^^^^^ nothing here is found by `unused-acceptance`
            because: "An example that runs alone can accept only itself."
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
def unused_acceptance(facts: Facts) -> Iterator[Problem | Met]:
    yield from problems(facts, "unused-acceptance")

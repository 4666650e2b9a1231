"""An acceptance whose last day has passed.

What it covered is a finding again: the day was set so that somebody would look anew.
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
          by: "at an early date"
          accept soft-deadline
                 ^^^^^^^^^^^^^ the acceptance of `soft-deadline` ended on 2001-03-01
            because: "Both sides leave the day to the commission."
            expires: 2001-03-01
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
def expired_acceptance(facts: Facts) -> Iterator[Problem | Met]:
    yield from problems(facts, "expired-acceptance")

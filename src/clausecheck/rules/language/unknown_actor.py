"""A name that stands for nobody.

A duty of somebody who is not declared binds no one.
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
    cites=cite("language", "Who"),
    bad=(
        """
        clause 1
          Northland shall leave the valley.
          with consent of: Sothland
                           ^^^^^^^^ nobody is named `Sothland`
        """,
        """
        clause 1
          Northland shall leave the valley.
          by: "at an early date"
          accept soft-deadline
            because: "Both sides leave the day to the commission."
            accepted by: Sothland
                         ^^^^^^^^ nobody is named `Sothland`
        """,
    ),
    good=(
        """
        clause 1
          Northland shall leave the valley.
          by: "at an early date"
          accept soft-deadline
            because: "Both sides leave the day to the commission."
            accepted by: Southland, all parties
        """,
        """
        clause 1
          Northland shall leave the valley.
          with consent of: Southland
        """,
    ),
)
def unknown_actor(facts: Facts) -> Iterator[Problem | Met]:
    yield from problems(facts, "unknown-actor")

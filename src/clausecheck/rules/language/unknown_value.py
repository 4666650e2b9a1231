"""A value that is none of those a label knows, or a span whose figures stand in the wrong order.

Form, scope, status and the like decide which rules apply; a misspelt one would switch them off in silence.
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
    at_times=("warning",),
    cites=cite("language", "Head labels"),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall leave the valley.
          certainty: sen
                     ^^^ `sen` is no certainty
        """,
        """
        clause 1
          Northland shall leave the valley.
          for: 5 to 3 years
               ^^^^^^^^^^^^ `5 to 3` goes from the larger to the smaller
        """,
    ),
    good=(
        """
        clause 1
          Northland shall leave the valley.
          certainty: seen
        """,
    ),
)
def unknown_value(facts: Facts) -> Iterator[Problem | Met]:
    yield from problems(facts, "unknown-value")

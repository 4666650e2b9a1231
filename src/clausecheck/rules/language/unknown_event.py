"""An event that the text does not declare.

A deadline counted from it never begins to run.
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
    cites=cite("language", "Labels"),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall leave the valley.
          by: 60 days after signatur
                            ^^^^^^^^ no event is named `signatur`
        """,
    ),
    good=(
        """
        event transfer of authority
          when: outside this text, "the parliaments have voted"
        clause 1
          Northland shall leave the valley.
          by: 60 days after transfer of authority
        """,
    ),
)
def unknown_event(facts: Facts) -> Iterator[Problem | Met]:
    yield from problems(facts, "unknown-event")

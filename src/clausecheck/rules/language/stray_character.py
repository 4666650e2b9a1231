"""Blanks that a word processor left behind.

A non-breaking space or a tab reads as a plain blank; it is said once, because searching and
comparing texts trip over them.
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
    severity="info",
    cites=cite("language", "A file"),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland\N{NO-BREAK SPACE}shall leave the valley.
                   ^ a non-breaking space is read as a plain blank
        """,
    ),
    good=(
        """
        clause 1
          Northland shall leave the valley.
          by: 2027-03-01
        """,
    ),
)
def stray_character(facts: Facts) -> Iterator[Problem | Met]:
    yield from problems(facts, "stray-character")

"""A line that cannot be read.

What cannot be read cannot be checked: the rest of the text is, but no rule judges this line,
and nothing is made of what the text leaves out.
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
    cites=cite("language", "When a line cannot be read"),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall leave the valley.
          by: 60 days from signature
                      ^^^^ a span of time is counted `after` or `before` a moment
        """,
    ),
    good=(
        """
        clause 1
          Northland shall leave the valley.
          by: 60 days after signature
        """,
    ),
)
def unreadable_line(facts: Facts) -> Iterator[Problem | Met]:
    yield from problems(facts, "unreadable-line")

"""Signs that only look like those they are read as.

Word processors leave blanks, hyphens and line breaks of their own kind behind, and a keyboard for
another language full-width signs. Each kind is told once, as a search or a comparison of texts
trips over them. A word with a Cyrillic or Greek letter in it is told wherever it stands: it would
pass for another word.
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
    at_times=("info",),
    cites=cite("language", "A file"),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland\N{NO-BREAK SPACE}shall leave the valley.
                   ^ a non-breaking space is read as a plain blank
        """,
        """
        clause 1
          Northl\N{CYRILLIC SMALL LETTER A}nd shall leave the valley.
          ^^^^^^^^^ a Cyrillic letter stands for the `a` that it looks like
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

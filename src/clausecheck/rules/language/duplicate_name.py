"""A name or a term that is declared twice.

One term, one meaning: whoever gains by the other reading will take it.
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
    cites=cite("language", "A file"),
    looks_at="text",
    bad=(
        """
        define "valley"
          means: the land below the dam
        define "valley"
               ^^^^^^^^ `valley` is declared twice
          means: the land above the dam
        clause 1
          Northland shall leave the valley.
        """,
    ),
    good=(
        """
        define "valley"
          means: the land below the dam
        clause 1
          Northland shall leave the valley.
        """,
    ),
)
def duplicate_name(facts: Facts) -> Iterator[Problem | Met]:
    yield from problems(facts, "duplicate-name")

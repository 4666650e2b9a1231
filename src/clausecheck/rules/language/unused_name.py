"""A definition, event or body that the text never uses.

Either a clause is missing, or it speaks of the thing in other words and the definition does not reach it.
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
    cites=cite("language", "A file"),
    looks_at="text",
    bad=(
        """
        define "gorge"
        ^^^^^^^^^^^^^^ `gorge` is defined and never used
          means: the land below the dam
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
        """
        actor Poland "Republic of Poland"
          also called: Warsaw
        clause 1
          Northland shall inform Warsaw.
        """,
    ),
)
def unused_name(facts: Facts) -> Iterator[Problem | Met]:
    yield from problems(facts, "unused-name")

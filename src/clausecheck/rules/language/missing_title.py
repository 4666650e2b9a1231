"""A text that does not begin by saying what it is.

The word it goes by and its name come first, so that everything else has something to belong to.
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
        party Northland "Kingdom of Northland"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this text has no title
        clause 1
          Northland shall leave the valley.
        """,
    ),
    good=(
        """
        declaration "Valley Declaration"
        party Northland "Kingdom of Northland"
        clause 1
          Northland shall leave the valley.
        """,
    ),
)
def missing_title(facts: Facts) -> Iterator[Problem | Met]:
    yield from problems(facts, "missing-title")

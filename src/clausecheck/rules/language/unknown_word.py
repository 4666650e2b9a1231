"""A word that neither the text nor the vocabulary knows.

The sentence still counts, but no rule sees this word: a slip of the pen here can hide a conflict.
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
    cites=cite("language", "The sentence"),
    bad=(
        """
        clause 1
          Northland shall withdraw its troopps from Southland.
                                       ^^^^^^^ `troopps` is not in the vocabulary
        """,
    ),
    good=(
        """
        clause 1
          Northland shall withdraw its troops from Southland.
        """,
    ),
)
def unknown_word(facts: Facts) -> Iterator[Problem | Met]:
    yield from problems(facts, "unknown-word")

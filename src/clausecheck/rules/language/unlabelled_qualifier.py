"""A time or a condition among the words of a sentence, where it counts for nothing.

What qualifies a duty stands on a line of its own. In the sentence it is read as words: the duty
seems to have no day and no condition, and is held against the rest of the text without them.
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
    cites=cite("language", "Labels"),
    bad=(
        """
        clause 1
          Northland shall freeze its reactors within 30 days after signature.
                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `within 30 days after signature` is read as words, not as a time
        """,
        """
        clause 1
          Northland shall freeze its reactors if Southland lifts its sanctions.
                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `if Southland lifts its sanctions` is read as words, not as a condition
        """,
    ),
    good=(
        """
        clause 1
          Northland shall freeze its reactors.
          by: 30 days after signature
          if: Southland lifts its sanctions
        """,
    ),
)
def unlabelled_qualifier(facts: Facts) -> Iterator[Problem | Met]:
    yield from problems(facts, "unlabelled-qualifier")

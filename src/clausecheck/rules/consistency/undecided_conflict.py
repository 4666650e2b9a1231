"""Two clauses that contradict each other if their conditions can hold at once, which cannot be told.

Each condition is in words, and the words are not the same. If they exclude each other the text is
sound; one line that says so, or the same words with `if:` and `unless:`, would show it.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule
from clausecheck.rules.telling import first, numbers, places


@rule(
    family="consistency",
    lens="neutral",
    severity="info",
    cites=cite("vranes"),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall not deploy missiles.
          if: "the talks go on"
        clause 2
          Northland shall deploy missiles.
          if: "Southland mobilises"
          ^^^^^^^^^^^^^^^^^^^^^^^^^ it cannot be told whether this can hold together with the condition of 1; if so, they contradict each other
        """,
    ),
    good=(
        """
        clause 1
          Northland shall not deploy missiles.
          if: "the talks go on"
        clause 2
          Northland shall deploy missiles.
          unless: "the talks go on"
        """,
        """
        clause 1
          Northland shall not deploy missiles.
          if: "the talks fail"
        clause 2
          Northland shall deploy missiles.
          if: "the talks do not fail"
        """,
    ),
)
def undecided_conflict(facts: Facts) -> Iterator[Problem | Met]:
    for conflict in facts.conflicts:
        if conflict.grade == "undecided":
            norm, others = conflict.norm, conflict.against
            conditions = [label for other in others for label in other.conditions]
            yield Problem(
                norm.conditions[0].span,
                f"it cannot be told whether this can hold together with the condition of"
                f" {numbers(others)}; if so, they contradict each other",
                f"use the same words in both, with `if:` and `unless:`, or add `exception to: {first(others)}`",
                related=(
                    *(Related(label.span, "the other condition") for label in conditions),
                    *places(others, "this contradicts it"),
                ),
            )

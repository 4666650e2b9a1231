"""A text calls on the paragraph of the armistice that speaks of the withdrawal of foreign forces.

Paragraph 60 of the armistice of 1953 recommends a conference on the withdrawal of all foreign
forces. A text that carries it out, or names it as its ground, brings that withdrawal in without a
word of its own: a draft by campaigners is built on just this. Which paragraphs do so is said in the
vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule
from clausecheck.rules.telling import untouched


@rule(
    family="troop-withdrawal",
    lens="sceptic",
    severity="warning",
    entries=("B07",),
    cites=cite("spark"),
    answer=(
        "The paragraph recommends a conference and orders nothing; the conference was held in 1954 "
        "and ended without a result."
    ),
    looks_at="text",
    bad=(
        """
        clause 1
          All parties shall implement paragraph 60 of the Armistice Agreement.
                                      ^^^^^^^^^ this paragraph is about the withdrawal of foreign forces, and risks being read as a call for it
        """,
    ),
    good=(
        """
        clause 1
          All parties shall implement paragraph 59 of the Armistice Agreement.
        """,
        """
        clause 1
          All parties shall implement paragraph 60 of the Armistice Agreement.
        clause 2
          Nothing in this treaty affects the presence of Westland forces in Southland.
        """,
    ),
)
def withdrawal_by_reference(facts: Facts) -> Iterator[Problem | Met]:
    if facts.troops.savings or facts.troops.stays:
        return
    for at in facts.armistice_citations:
        yield Problem(
            at,
            "this paragraph is about the withdrawal of foreign forces, and risks being read as a call for it",
            f"name the matters that are meant, or add `{untouched(facts)}`",
        )

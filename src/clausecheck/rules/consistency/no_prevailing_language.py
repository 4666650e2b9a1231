"""Several authentic languages, and none that prevails.

"Abandon" in one language could be read as "leave in place" in the other, and the texts of one
declaration of 2018 differ over whether the war is to be ended or talked about. Equal languages are
common practice; who keeps them equal should know on what the first quarrel will turn.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.model import nodes
from clausecheck.rules.rule import rule


@rule(
    family="consistency",
    lens="neutral",
    severity="info",
    entries=("B14",),
    cites=cite("panmunjom-versions"),
    answer="No government signs that the other's language decides what it has promised.",
    looks_at="text",
    bad=(
        """
        declaration "Valley Declaration"
          languages: Korean, English
          ^^^^^^^^^^^^^^^^^^^^^^^^^^ it is not said which language prevails where they differ
        party Northland "Kingdom of Northland"
        clause 1
          Northland shall open the border.
        """,
        """
        declaration "Valley Declaration"
          languages: Korean, English; both texts equally authentic
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ it is not said which language prevails where they differ
        party Northland "Kingdom of Northland"
        clause 1
          Northland shall open the border.
        """,
    ),
    good=(
        """
        declaration "Valley Declaration"
          languages: Korean, English; Korean prevails
        party Northland "Kingdom of Northland"
        clause 1
          Northland shall open the border.
        """,
        """
        declaration "Valley Declaration"
          languages: Korean
        party Northland "Kingdom of Northland"
        clause 1
          Northland shall open the border.
        """,
    ),
)
def no_prevailing_language(facts: Facts) -> Iterator[Problem | Met]:
    for label in facts.reading.head.all("languages"):
        value = label.value
        if isinstance(value, nodes.Languages) and len(value.names) > 1 and not value.ranked:
            first = value.names[0].text
            yield Problem(
                label.span,
                "it is not said which language prevails where they differ",
                f"add which one does, as in `; {first} prevails`, or a glossary of the terms in dispute",
            )

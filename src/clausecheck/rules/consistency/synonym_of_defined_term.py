"""A defined term, spoken of by another name.

One word, one meaning: where the text defines "military exercise" and then forbids "drills", a
reader has to ask whether drills are something else, and each side may answer as it likes.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule


@rule(
    family="consistency",
    lens="neutral",
    severity="info",
    entries=("B14",),
    cites=cite("impossible", "B14"),
    answer="Ordinary words are read together with the definition, and nobody is misled by one.",
    looks_at="text",
    bad=(
        """
        define "military exercise"
          means: movement of more than 500 soldiers
        clause 1
          Northland shall not conduct drills along the border.
                                      ^^^^^^ this risks being read as something other than the defined “military exercise”
        """,
    ),
    good=(
        """
        define "military exercise"
          means: movement of more than 500 soldiers
        clause 1
          Northland shall not conduct military exercises along the border.
        """,
        """
        define "cruise missile"
          means: a missile that flies like an aircraft
        clause 1
          Northland shall not test missiles.
        """,
    ),
)
def synonym_of_defined_term(facts: Facts) -> Iterator[Problem | Met]:
    for synonym in facts.synonyms:
        yield Problem(
            synonym.at,
            f"this risks being read as something other than the defined “{synonym.term}”",
            f"write `{synonym.term}` here too, or define what is different",
            related=(Related(synonym.defined_at, "defined here"),),
        )

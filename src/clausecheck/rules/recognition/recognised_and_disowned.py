"""Somebody is recognised, and the text says that nothing in it recognises them.

A savings clause against recognition is written for a parliament that would not have it, and a
clause that recognises for the other side. Both are read out in both capitals. Recognition by one
party, or as one thing, may be kept from that by another or as another.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule


@rule(
    family="recognition",
    lens="neutral",
    severity="error",
    at_times=("warning",),
    cites=cite("vranes"),
    looks_at="text",
    bad=(
        """
        clause 1
          Nothing in this treaty shall be construed as recognition of Northland.
        clause 2
          Southland recognises Northland as a state.
                    ^^^^^^^^^^ this recognises, and 1 says that nothing in the text does
        """,
        """
        clause 1
          This treaty does not imply recognition of either party as a state.
        clause 2
          Northland and Southland shall recognise each other as sovereign states.
                                  ^^^^^ this is to recognise, and 1 says that nothing in the text does
          by: 2028-01-01
        """,
    ),
    good=(
        """
        clause 1
          Nothing in this treaty shall be construed as recognition of Northland by Westland.
        clause 2
          Nothing in this treaty shall be construed as recognition of Northland as a nuclear-weapon state.
        clause 3
          This treaty shall be without prejudice to the question of recognition.
        clause 4
          Southland recognises Northland as a state.
        """,
        """
        clause 1
          Nothing in this treaty shall be construed as recognition of Northland.
        clause 2
          Southland recognises Northland as a state.
          notwithstanding: 1
        clause 3
          Northland and Southland shall open liaison offices.
        """,
    ),
)
def recognised_and_disowned(facts: Facts) -> Iterator[Problem | Met]:
    for each in facts.disowned:
        done = each.provision.kind == "statement"
        yield Problem(
            each.provision.modality.span,
            f"this {'recognises' if done else 'is to recognise'}, and {each.by.number} says that"
            " nothing in the text does",
            f"leave one of them out, or add `notwithstanding: {each.by.number}`",
            severity=None if done else "warning",
            related=(Related(each.by.sentence.span, "this says otherwise"),),
        )

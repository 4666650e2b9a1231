"""A duty, an aim or a reason that counts on one side's system growing more liberal.

The advocate of engagement hopes for it and the sceptic expects at most some mild reform; the regime
concerned reads it as its own end. A peace that rests on it fails in both eyes when reform stays
out. What is agreed as a duty of its own, and on which nothing else hangs, is not meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule


@rule(
    family="substance",
    lens="both",
    severity="warning",
    entries=("B23",),
    cites=cite("impossible", "B23"),
    answer=(
        "The advocate leaves this unanswered; elsewhere trade and contact have changed a system more "
        "than pressure did."
    ),
    bad=(
        """
        preamble
        clause P1
          Westland affirms that trade leads to the liberalisation of Northland.
                                                   ^^^^^^^^^^^^^^ this rests on a change of system that may not come
        """,
        """
        clause 1
          Westland shall suspend sanctions on coal exports.
          if: "Northland begins market reform"
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this rests on a change of system that may not come
        """,
    ),
    good=(
        """
        clause 1
          Northland shall carry out political reform.
        """,
        """
        clause 1
          Westland shall suspend sanctions on coal exports.
          if: 2 is verified
        clause 2
          Northland shall dismantle its reactors.
        """,
    ),
)
def peace_by_reform(facts: Facts) -> Iterator[Problem | Met]:
    for at in facts.reliance_on_reform:
        yield Problem(
            at,
            "this rests on a change of system that may not come",
            "tie it to an act that can be verified, as in `if: 2 is verified`, or leave the reason out",
        )

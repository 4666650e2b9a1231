"""A reference to a clause or an annex that is not there.

Numbers move when clauses are struck; what pointed to them then points to nothing, or to another duty.
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
    at_times=("warning",),
    cites=cite("language", "Numbers"),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall leave the valley.
          in return for: 3
                         ^ there is no clause 3
        """,
        """
        treaty "Valley Treaty"
          scope: complete
        party Northland "Kingdom of Northland"
        clause 1
          Northland shall dismantle the reactors listed in annex 2.
                                                                 ^ there is no annex 2
        clause 2
          Northland shall destroy the weapons listed in the annex.
                                                        ^^^^^^^^^ there is no annex
        """,
        """
        clause 1
          Northland shall destroy the weapons listed in the annex.
                                                        ^^^^^^^^^ which of the 2 annexes this is is not said
        annex 1 "Reactors"
        clause A1.1
          Northland shall list its reactors in the annex.
        annex 2 "Stores"
        clause A2.1
          Northland shall list its stores.
        """,
    ),
    good=(
        """
        clause 1
          Northland shall destroy the weapons listed in the annex, and those listed in the annex to the Armistice Agreement.
        annex 1 "Weapons"
        clause A1.1
          Northland shall list its weapons.
        """,
        """
        clause 1
          Northland shall dismantle the reactors listed in annexes 1 and 2.
        clause 2
          Northland shall destroy the weapons listed in annex 2 of the Armistice Agreement.
        annex 1 "Reactors"
        clause A1.1
          Northland shall list its reactors.
        clause A2.1
          Northland shall list its stores.
        """,
        """
        clause 1
          Northland shall leave the valley.
          in return for: 2
        clause 2
          Southland shall leave the valley.
        """,
    ),
)
def unresolved_reference(facts: Facts) -> Iterator[Problem | Met]:
    yield from problems(facts, "unresolved-reference")

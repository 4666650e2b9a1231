"""A duty that runs past a term of government, with nothing to bind the next one.

In one of the two countries that the essays write of, left and right change places about every ten
years, and a framework of 1994 with a target nine years off had its money late and short, for a
parliament had changed hands within weeks. A term of government is taken as five years here; what
ends sooner, and what a legislature has approved, is left alone, and so is what holds for good.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule

_A_TERM = 5


@rule(
    family="durability",
    lens="both",
    severity="warning",
    entries=("B29",),
    cites=cite("impossible", "B29"),
    answer=(
        "A duty that has been kept for a while gathers its own supporters, and a later government "
        "may find it easier to go on than to break it."
    ),
    scope="a term of government is taken as five years",
    looks_at="text",
    bad=(
        """
        declaration "Valley Declaration"
          form: political declaration
          scope: complete
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland will dismantle its reactors.
          by: 8 years after signature
              ^^^^^^^^^^^^^^^^^^^^^^^ this reaches past a term of government, and no legislature stands behind it
        """,
        """
        declaration "Valley Declaration"
          form: political declaration
          date: 2018-04-27
          ratification: none
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland will dismantle its reactors.
          target: 2026-12-31
                  ^^^^^^^^^^ this reaches past a term of government, and no legislature stands behind it
        """,
    ),
    good=(
        """
        declaration "Valley Declaration"
          form: political declaration
          scope: complete
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland will not conduct nuclear tests.
          for: 5 years
        """,
        """
        treaty "Valley Treaty"
          form: treaty
          scope: complete
          ratification: Northland by its parliament, Southland by its parliament
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland shall not conduct nuclear tests.
          for: 10 years
        """,
    ),
)
def beyond_one_government(facts: Facts) -> Iterator[Problem | Met]:
    durability = facts.durability
    far = [reach for reach in facts.reaches if reach.years > _A_TERM]
    if far and durability.entrenched and durability.at is not None:
        yield Met("B29", durability.at, "what reaches past a government is ratified by all")
    if not far or not facts.unratified:
        return
    first, *others = far
    yield Problem(
        first.at,
        "this reaches past a term of government, and no legislature stands behind it",
        f"end a first phase within 5 years, or add `{'endorsement' if facts.endorsed_form else 'ratification'}:` with the legislatures",
        related=tuple(Related(other.at, "and this") for other in others),
    )

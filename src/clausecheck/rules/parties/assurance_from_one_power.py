"""A promise of safety that one power alone gives.

A small state among large ones is not safe because one of them says so: the one may change its mind,
and the others have promised nothing. In a text of two sides it cannot well be otherwise, and is
only worth a look; where more sign and one alone promises, the others can be asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule

_TWO = 2


@rule(
    family="parties",
    lens="advocate",
    severity="warning",
    at_times=("info",),
    entries=("N14",),
    cites=cite("necessary", "N14"),
    answer="Who is feared is the one whose word counts; the words of others cost them nothing.",
    looks_at="text",
    bad=(
        """
        clause 1
          Westland shall provide security guarantees to Northland.
                                 ^^^^^^^^^^^^^^^^^^^ only Westland promises safety here, and 3 parties sign
        """,
        """
        declaration "Valley Declaration"
        party Northland "Kingdom of Northland"
        party Westland  "Commonwealth of Westland"
        clause 1
          Westland will provide formal assurances to Northland.
                                ^^^^^^^^^^^^^^^^^ only Westland promises safety here, and 2 parties sign
        """,
    ),
    good=(
        """
        clause 1
          Westland shall not attack Northland.
        clause 2
          Northland, Southland and Westland shall not use force against each other.
        """,
        """
        clause 1
          Westland and Southland shall provide security guarantees to Northland.
        """,
        """
        clause 1
          Westland guarantees that Southland shall not attack Northland.
        """,
        """
        guarantor Eastland "Republic of Eastland"
        clause 1
          Westland shall provide security guarantees to Northland.
        """,
    ),
)
def assurance_from_one_power(facts: Facts) -> Iterator[Problem | Met]:
    actors = facts.reading.names.actors.values()
    given = facts.one_way_assurances
    guarantors = [a.span for a in actors if a.kind == "guarantor" and a.span is not None]
    assured = {assurance.to for assurance in given}
    mutual = (a for a in facts.assurances if a.to is None and assured & set(a.by))
    givers = {name for assurance in (*given, *mutual) for name in assurance.by} - assured
    numbers = {assurance.provision.number for assurance in given}
    for provision in facts.reading.provisions:
        if provision.number in numbers and provision.modality.name == "guarantees":
            givers |= {*provision.meaning.who.names} - assured
    for at in guarantors if given else ():
        yield Met("N14", at, "a guarantor stands behind it")
    if len(givers) >= _TWO:
        yield Met("N14", given[0].at, "several powers promise safety")
    if len(givers) != 1 or guarantors:
        return
    first, *others = given
    parties = len(facts.reading.names.parties)
    yield Problem(
        first.at,
        f"only {givers.pop()} promises safety here, and {parties} parties sign",
        "let another power promise it too, or declare a `guarantor`",
        severity="info" if parties <= _TWO else None,
        related=tuple(Related(other.at, "and here") for other in others),
    )

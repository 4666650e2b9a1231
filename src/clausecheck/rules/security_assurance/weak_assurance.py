"""An assurance that says nothing, binds nobody, can be taken back, or rests on one government.

A government that could fall by trusting wrongly reads an assurance as its lawyers would. “Security
guarantees” that are to be provided say neither against what nor by whom; that somebody has no
intention to attack is true on the day it is said; and what one president promises the next may
drop. What answers is in the text, binds in law, and is ratified or endorsed by others.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.security.assurances import Assurance, is_at_will, weaknesses
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule


@rule(
    family="security-assurance",
    lens="advocate",
    severity="warning",
    entries=("N30", "N31"),
    cites=cite("necessary", "N30"),
    answer=(
        "A regime that feels quite safe is the danger and not the cure, and no parliament would "
        "ratify its safety."
    ),
    looks_at="text",
    bad=(
        """
        declaration "Joint Statement"
          form: joint statement
          scope: complete
        party Northland "Kingdom of Northland"
        party Westland "Commonwealth of Westland"
        clause 1
          Westland commits to provide security guarantees to Northland.
                                      ^^^^^^^^^^^^^^^^^^^ this assurance to Northland does not say what it covers and rests on one government alone
        """,
        """
        clause 1
          Westland affirms that it has no intention to attack Northland.
                                                       ^^^^^^ this assurance to Northland states only an intention and rests on one government alone
        """,
        """
        clause 1
          Westland declares that it will not use force against Northland.
                                                 ^^^^^ this assurance to Northland rests on one government alone
        """,
        """
        clause 1
          Westland shall not attack Northland.
                             ^^^^^^ this assurance to Northland can be withdrawn at will by the party that gives it
          reversible: by Westland
          authority: Westland by its Senate
        """,
        """
        clause 1
          Westland shall not attack Northland.
                             ^^^^^^ this assurance to Northland can be withdrawn at will by the party that gives it
          authority: Westland by its Senate
        clause 2
          Westland may attack Northland.
          if: "Northland is in material breach"
          judged by: Westland
          exception to: 1
        """,
    ),
    good=(
        """
        treaty "Treaty of Peace"
          form: treaty
          scope: complete
          ratification: Westland by its Senate
        party Northland "Kingdom of Northland"
        party Westland "Commonwealth of Westland"
        clause 1
          Westland shall not attack Northland.
        """,
        """
        clause 1
          Northland and Westland shall not use force against each other.
        """,
        """
        clause 1
          Westland shall not attack Northland.
          authority: Westland by its Senate
        clause 2
          Westland may attack Northland.
          if: "Northland is in material breach"
          judged by: UN
          exception to: 1
        """,
    ),
)
def weak_assurance(facts: Facts) -> Iterator[Problem | Met]:
    told = set()
    for assurance in facts.one_way_assurances:
        weak = weaknesses(assurance)
        alone = facts.rests_on_one_government(assurance)
        if (
            not weak
            and not alone
            and assurance.strength == "binding"
            and _of_several(assurance, facts)
        ):
            yield Met("N30", assurance.at, "an assurance that binds, and that several give")
        if not alone and facts.stands_behind(assurance):
            yield Met("N31", assurance.at, "a parliament or a council stands behind it")
        if weak or alone:
            lacks = (*weak, *(["rests on one government alone"] if alone else []))
            # "shall not attack or invade" is one assurance in two words.
            if (assurance.provision.number, assurance.to, lacks) in told:
                continue
            told.add((assurance.provision.number, assurance.to, lacks))
            yield Problem(
                assurance.at,
                f"this assurance to {assurance.to} {' and '.join(lacks)}",
                "; ".join(_cures(assurance, alone=alone)),
                entries=(*(["N30"] if weak else []), *(["N31"] if alone else [])),
            )


def _cures(assurance: Assurance, *, alone: bool) -> Iterator[str]:
    """Yield what is to be typed for each thing that it lacks."""
    if not assurance.says_what or assurance.strength == "intention":
        yield "say what is not done, as in `shall not attack or threaten`"
    if assurance.released:
        yield "name somebody else in `judged by:`"
    elif is_at_will(assurance):
        yield "write `reversible: no`, or leave that line out"
    if alone:
        yield "add `ratification:` or `endorsement:` to the head"


def _of_several(assurance: Assurance, facts: Facts) -> bool:
    """Tell whether more than one power gives it, to the same party, or a guarantor stands by."""
    givers = {
        name
        for each in facts.assurances
        if each.strength == "binding" and (each.to == assurance.to or assurance.to in each.by)
        for name in each.by
    }
    guarantor = any(each.kind == "guarantor" for each in facts.reading.names.actors.values())
    return guarantor or len(givers - {assurance.to}) > 1

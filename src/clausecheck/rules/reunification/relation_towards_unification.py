"""A relation between the two that is defined by the unity to come.

Where two governments say that they are not two states but parts on the way to one, neither gives
up its claim to be the one that remains. The formula lets them talk without recognising each other,
and risks being read by each as the other's consent to vanish. Paired with recognition as equal
states it is no more than worth a look.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.terms import named
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule


@rule(
    family="reunification",
    lens="sceptic",
    severity="warning",
    at_times=("info",),
    entries=("B06",),
    cites=cite("impossible", "B06"),
    answer=(
        "A special relation has kept channels open where recognition was out of reach, and did not "
        "stand in the way of unity by consent."
    ),
    looks_at="text",
    bad=(
        """
        preamble
        clause P1
          Northland and Southland recognise that theirs is a special interim relation on the way to unification.
                                                             ^^^^^^^^^^^^^^^^^^^^^^^^ the relation is defined by a unity still to come, so both claims stand
        """,
    ),
    good=(
        """
        preamble
        clause P1
          Northland and Southland recognise that theirs is a special relation.
        """,
    ),
)
def relation_towards_unification(facts: Facts) -> Iterator[Problem | Met]:
    places = {
        mention.span
        for use in facts.unification
        for mention in named(use.provision, facts.vocabulary, "special-relation")
    }
    for at in sorted(places):
        yield Problem(
            at,
            "the relation is defined by a unity still to come, so both claims stand",
            "leave out what it leads to, as in `a special relation`, or let both recognise each other as states",
            severity="info" if facts.recognition.full else None,
        )

"""A government promises what may take more than a government to give.

Sanctions that a law imposed are ended as that law says, an alliance is a treaty of its own, and a
budget act may forbid to bring forces home. A promise that a government signs can then fail at home
while the other side has already paid. Named, the authority is a step that can be dated; it
is worth a look where nobody is named and the legislature does not ratify. What a council imposed
no party can lift, whoever ratifies: it can only ask for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule


@rule(
    family="durability",
    lens="both",
    severity="info",
    entries=("N06",),
    cites=cite("usc-9251"),
    answer=(
        "What it takes at home is each side’s own affair, and a text that lists it invites the other "
        "to bargain over it."
    ),
    scope="one legal system, for the figures",
    looks_at="text",
    bad=(
        """
        clause 1
          Westland shall lift its sanctions on coal.
                                  ^^^^^^^^^ this may not be for the government of Westland alone to give, and no authority is named
        """,
        """
        clause 1
          Westland shall withdraw its troops from Southland.
                                      ^^^^^^ this may not be for the government of Westland alone to give, and no authority is named
        """,
        """
        treaty "Valley Treaty"
          form: treaty
          scope: complete
          ratification: Westland by its Senate
        party Northland "Kingdom of Northland"
        party Westland  "Commonwealth of Westland"
        clause 1
          Westland shall lift the sanctions of UNSC.
                                  ^^^^^^^^^ these are measures of UNSC, which Westland alone cannot lift
        clause 2
          Northland shall withdraw its guard posts.
        """,
    ),
    good=(
        """
        clause 1
          Westland shall lift the sanctions of UNSC.
          authority: UNSC, Westland by its Senate
        """,
        """
        clause 1
          Westland shall lift its sanctions on coal.
          authority: Westland by its Senate
        """,
        """
        treaty "Valley Treaty"
          form: treaty
          scope: complete
          ratification: Westland by its Senate
        party Northland "Kingdom of Northland"
        party Westland  "Commonwealth of Westland"
        clause 1
          Westland shall lift its sanctions on coal.
        clause 2
          Northland shall withdraw its guard posts.
        """,
    ),
)
def authority_unnamed(facts: Facts) -> Iterator[Problem | Met]:
    voting = facts.durability.by_legislature
    lacking = []
    for provision in facts.beyond_a_government:
        council = facts.council_of(provision)
        if council is not None and facts.silence_counts:
            yield Problem(
                provision.deed.objects[0].span,
                f"these are measures of {council}, which {provision.actor} alone cannot lift",
                f"add `authority: {council}`, or let {provision.actor} ask {council} for it",
            )
            continue
        line = provision.labels.get("authority")
        if line is not None and provision.labels.stated("authority"):
            yield Met("N06", line.span, "whose act at home it takes")
        elif provision.actor not in voting:
            lacking.append(provision)
    if not lacking or facts.one_sided or not facts.silence_counts:
        return
    first, *others = lacking
    yield Problem(
        first.deed.objects[0].span,
        f"this may not be for the government of {first.actor} alone to give, and no authority is named",
        f"add `authority: {first.actor} by its legislature`, or whoever must act",
        related=tuple(Related(other.deed.objects[0].span, "nor this") for other in others),
    )

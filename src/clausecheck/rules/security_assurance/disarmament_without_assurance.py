"""One party alone disarms, and nobody assures it that it will not be attacked.

Whoever gives up what has kept others away asks what will keep them away afterwards. Where one side
alone disarms and the text has no pledge not to attack, no guarantee and not so much as a statement
of intent towards it, each step makes it weaker and no step makes it safer. One that is itself
objected to as weak does not settle the matter.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.security.assurances import weaknesses
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule


@rule(
    family="security-assurance",
    lens="advocate",
    severity="warning",
    entries=("N13",),
    cites=cite("necessary", "N13"),
    answer=(
        "Its conduct comes from how it is ruled and not from fear, and an assurance would only make "
        "it safer in that conduct."
    ),
    looks_at="text",
    silence=True,
    bad=(
        """
        clause 1
          Northland shall dismantle its reactors.
                          ^^^^^^^^^ nobody assures Northland, which alone disarms, that it will not be attacked
        """,
    ),
    good=(
        """
        clause 1
          Northland shall dismantle its reactors.
        clause 2
          Westland shall not attack Northland.
        """,
        """
        clause 1
          Northland shall dismantle its reactors.
        clause 2
          Northland and Westland shall not use force against each other.
        """,
        """
        clause 1
          Northland and Southland shall eliminate their missiles.
        """,
        """
        clause 1
          Northland shall freeze its reactors.
        """,
    ),
)
def disarmament_without_assurance(facts: Facts) -> Iterator[Problem | Met]:
    alone = facts.disarmament.alone
    if alone is None:
        return
    assured = [
        each
        for each in facts.assurances
        if each.to == alone or (each.to is None and alone in each.by)
    ]
    for assurance in assured:
        firm = not weaknesses(assurance) and not facts.rests_on_one_government(assurance)
        if firm or assurance not in facts.one_way_assurances:
            yield Met("N13", assurance.at, f"an assurance to {alone}")
    if not assured and facts.stands_alone:
        yield Problem(
            facts.disarmament.steps[0].deed.act_span,
            f"nobody assures {alone}, which alone disarms, that it will not be attacked",
            f"add a pledge not to attack or threaten {alone}, and let it grow with each step",
            of_text=True,
        )

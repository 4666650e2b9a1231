"""Peace or non-aggression is owed, and no clause names the acts short of war that it ends.

Villages were shelled, a ship was sunk and mines were laid while an armistice was in force. A text
that promises peace and names none of such acts leaves the first incident to be argued over, and a
rule of conduct is the one part of a text that can outlast the rest. Hostile messages belong here
too: what a people is told of its enemy goes on unless the text ends it on both sides. A text in
which one side disarms and all else is arms and plants is worth a look for the same reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.security.peace import outside_the_nuclear_file
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule

_REMEDY = "list them, as in `shall not shell, lay mines or infiltrate`, with `if breached:`"


@rule(
    family="provocations",
    lens="both",
    severity="warning",
    at_times=("info",),
    entries=("B17", "N25", "N24"),
    cites=cite("impossible", "B17"),
    answer=(
        "A year of restraint says more than a list, and peace may temper conduct even if the rest "
        "of the deal comes to nothing."
    ),
    false_alarms="A statement of a few lines may leave conduct to a text that goes with it.",
    looks_at="text",
    silence=True,
    bad=(
        """
        clause 1
          Northland and Southland will build a peace regime.
                                               ^^^^^^^^^^^^ peace is spoken of, and no clause names the acts short of war that it rules out
        """,
        """
        clause 1
          Northland and Southland shall not use force against each other.
                                                ^^^^^ peace is spoken of, and no clause names the acts short of war that it rules out
        clause 2
          Northland and Southland shall publish this treaty.
        """,
        """
        clause 1
          Northland shall dismantle its reactors.
                          ^^^^^^^^^ every step here is about weapons or plants, and no clause names acts short of war
        """,
    ),
    good=(
        """
        clause 1
          Northland and Southland will build a peace regime.
        clause 2
          Northland and Southland shall cease shelling, mine laying and infiltration.
        """,
        """
        clause 1
          Northland and Southland shall not use force against each other.
        clause 2
          Northland and Southland shall cease all hostile acts.
        clause 3
          Northland and Southland shall cease propaganda along the border.
        """,
        """
        clause 1
          Northland and Southland share the view that peace serves all.
        """,
        """
        clause 1
          Northland shall dismantle its reactors.
        clause 2
          Northland and Southland shall install a hotline.
        """,
    ),
)
def conduct_unaddressed(facts: Facts) -> Iterator[Problem | Met]:
    conduct = facts.conduct
    for ended in conduct.ended:
        if ended.manner == "listed":
            yield Met("B17", ended.at, "it names acts short of war")
            yield Met("N25", ended.at, "a rule of conduct")
    for provision in conduct.messages:
        yield Met("N24", provision.span, "hostile messages, or what the public is told")
    if conduct.ended or not facts.stands_alone:
        return
    if conduct.peace:
        yield Problem(
            conduct.peace[0],
            "peace is spoken of, and no clause names the acts short of war that it rules out",
            _REMEDY,
            entries=("B17", "N25") if conduct.messages else ("B17", "N25", "N24"),
            of_text=True,
        )
    elif facts.disarmament.alone is not None and not any(outside_the_nuclear_file(facts.reading)):
        yield Problem(
            facts.disarmament.steps[0].deed.act_span,
            "every step here is about weapons or plants, and no clause names acts short of war",
            _REMEDY,
            severity="info",
            entries=("B17",),
            of_text=True,
        )

"""Hostile acts are forbidden, and no list says which.

Shelling, mines, a sunken ship, a balloon: each side has its own list in mind. Without one in the
text, or a definition, the first incident is a dispute about words, and no breach rule can attach
to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.security.conduct import WIDE
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule


@rule(
    family="provocations",
    lens="both",
    severity="warning",
    entries=("B18", "B14"),
    cites=cite("impossible", "B18"),
    answer="A closed list invites whatever is not on it; some prefer the wide word for that reason.",
    looks_at="text",
    bad=(
        """
        clause 1
          Northland and Southland each shall cease all hostile acts.
                                                       ^^^^^^^^^^^^ these acts are nowhere defined
        """,
    ),
    good=(
        """
        define "hostile act"
          means: shelling, mine laying, armed incursion
        clause 1
          Northland and Southland each shall cease all hostile acts.
        """,
        """
        clause 1
          Northland and Southland each shall cease all hostile acts.
        clause 2
          Northland and Southland each shall not lay mines.
        clause 3
          Northland and Southland each shall not sink ships.
        """,
        """
        clause 1
          Northland and Southland each shall not use force against the other.
        """,
        """
        clause 1
          Northland and Southland shall cease all hostile acts, including shelling and mine laying.
        """,
    ),
)
def unlisted_hostile_acts(facts: Facts) -> Iterator[Problem | Met]:
    for definition in facts.reading.names.definitions.values():
        match = facts.vocabulary.match(definition.name.split(), 0, ("object",))
        if match is not None and match.term.name in WIDE:
            yield Met("B18", definition.span, "a list of the acts")
    if facts.conduct.listed:
        yield Met("B18", facts.conduct.listed[0], "the acts, by their names")
        return
    seen = set()
    for provision in facts.operative:
        for mention in provision.deed.objects:
            wide = mention.name in WIDE and mention.defined is None
            if wide and mention.span not in seen and provision.meaning.binding:
                seen.add(mention.span)
                yield Problem(
                    mention.span,
                    "these acts are nowhere defined",
                    'list them, as in `define "hostile act"` with `means:`',
                )

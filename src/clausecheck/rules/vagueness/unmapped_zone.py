"""A zone is set up, or forces in it are limited, and nothing says where it lies.

The armistice of 1953 drew its line on a map, to the kilometre, and left the sea without one: the
land has been the quieter of the two since. A zone needs a map, coordinates or a distance from a
line that is drawn; the name of a sea is none of these.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule


@rule(
    family="vagueness",
    lens="both",
    severity="warning",
    entries=("B16",),
    cites=cite("haysom-hottinger"),
    answer="A line at sea is the hardest clause of all: who insists on it first gets no zone at all.",
    scope="ceasefires; the sea border is named as the hardest clause by one author",
    bad=(
        """
        clause 1
          Northland and Southland shall establish a maritime peace zone in the West Sea.
                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nothing says where this zone lies
        """,
        """
        clause 1
          Northland and Southland shall reduce their armed forces.
          limits by zone:
            Zone A: 10,000 troops
            ^^^^^^ nothing says where this zone lies
            Zone B: 60,000 troops
        """,
    ),
    good=(
        """
        clause 1
          Northland and Southland shall reduce their armed forces.
          limits by zone:
            Zone A: 10,000 troops
            the demilitarised zone: 0 troops
        clause 2
          Zone A shall extend 5 km on each side of the border.
        """,
        """
        clause 1
          Northland and Southland shall establish a buffer zone.
          where: within 5 km of the line of demarcation
        """,
        """
        clause 1
          Northland and Southland shall establish a buffer zone of 2 km on each side of the border.
        """,
        """
        clause 1
          Northland and Southland shall transform DMZ into a peace zone.
        """,
    ),
)
def unmapped_zone(facts: Facts) -> Iterator[Problem | Met]:
    for at in facts.measures.mapped:
        yield Met("B16", at, "the zone has its place")
    for at in facts.measures.unmapped:
        yield Problem(
            at,
            "nothing says where this zone lies",
            "add `where:` with a distance from a line, coordinates, or a map in an annex",
        )

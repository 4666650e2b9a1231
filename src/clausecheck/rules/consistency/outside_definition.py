"""A thing counted under a defined term that its definition leaves out.

`means:` closes a list. Where a clause then speaks of "hostile acts, including leaflets" and the list
has none, one side will say that the clause adds to the list and the other that the list rules.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule


@rule(
    family="consistency",
    lens="neutral",
    severity="warning",
    entries=("B14",),
    cites=cite("vclt", "31"),
    answer="A clause that names a thing shows that it is meant, whatever an older list says.",
    looks_at="text",
    bad=(
        """
        define "hostile act"
          means: shelling, mine laying, armed incursion
        clause 1
          Northland shall not commit hostile acts, including leaflet drops.
                                                             ^^^^^^^^^^^^^ the definition of “hostile act” does not list this
        """,
        """
        define "nuclear facility"
          means: reactors and reprocessing plants, other than research reactors
        clause 1
          Northland shall dismantle its nuclear facilities, including research reactors.
                                                                      ^^^^^^^^^^^^^^^^^ the definition of “nuclear facility” leaves this out
        """,
        """
        define "nuclear facility"
          means: reactors and reprocessing plants, other than research reactors
        clause 1
          Northland shall dismantle its research reactors and other nuclear facilities.
                                        ^^^^^^^^^^^^^^^^^ the definition of “nuclear facility” leaves this out
        """,
    ),
    good=(
        """
        define "nuclear facility"
          means: reactors and reprocessing plants, other than research reactors
        clause 1
          Northland shall dismantle its research reactors and its nuclear facilities.
        clause 2
          Northland shall declare its reprocessing plants and other nuclear facilities.
        """,
        """
        define "hostile act"
          includes: shelling, mine laying, armed incursion
        clause 1
          Northland shall not commit hostile acts, including leaflet drops.
        """,
        """
        define "hostile act"
          means: shelling, mine laying, armed incursion
        clause 1
          Northland shall not commit hostile acts, including shelling.
        """,
    ),
)
def outside_definition(facts: Facts) -> Iterator[Problem | Met]:
    for misuse in facts.misuses:
        how = "leaves this out" if misuse.denied else "does not list this"
        yield Problem(
            misuse.at,
            f"the definition of “{misuse.term}” {how}",
            "take it into `means:`, or open the list with `includes:`",
            related=(Related(misuse.defined_at, "defined here"),),
        )

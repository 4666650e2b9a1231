"""A step that waits for the act of somebody who does not sign.

Nothing in the text can bring that act about: the one side waits for it, the other cannot deliver
it, and the third never promised it. One such step of 2018, which waited for an ally of the other
side, was never taken.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule


@rule(
    family="parties",
    lens="both",
    severity="warning",
    looks_at="text",
    entries=("N10", "N32", "B28"),
    cites=cite("necessary", "N32"),
    answer=(
        "To say openly for whose move one waits is an offer to the one who is absent, and may be "
        "the only way to make it."
    ),
    bad=(
        """
        actor Eastland "Republic of Eastland"
        clause 1
          Northland shall dismantle its reactors.
          if: Eastland takes "corresponding measures"
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this waits for an act of Eastland, whose signature is missing
        """,
        """
        actor Eastland "Republic of Eastland"
        clause 1
          Eastland shall open its embassy in the valley.
        clause 2
          Westland shall lift sanctions.
          by: 30 days after 1 is complete
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ this waits for an act of Eastland, whose signature is missing
        """,
        """
        actor Eastland "Republic of Eastland"
        event the closing
          when: Eastland closes its mission
        clause 1
          Westland shall lift sanctions.
          by: 30 days after the closing
              ^^^^^^^^^^^^^^^^^^^^^^^^^ this waits for an act of Eastland, whose signature is missing
        """,
    ),
    good=(
        """
        actor Eastland "Republic of Eastland"
        clause 1
          Eastland and Northland each shall open an embassy in the valley.
        clause 2
          Eastland shall open its border.
          by: 30 days after 1 is complete
        clause 3
          Westland shall lift sanctions.
          by: earlier of 30 days after 2 is complete, 2028-01-01
        """,
        """
        actor Eastland "Republic of Eastland"
        clause 1
          Northland shall dismantle its reactors.
          if: Westland suspends its sanctions
        """,
        """
        clause 1
          Northland shall dismantle its reactors.
          if: IAEA confirms the declaration
        """,
    ),
)
def outsider_awaited(facts: Facts) -> Iterator[Problem | Met]:
    names = facts.reading.names
    for outsider in () if facts.one_sided else facts.outsiders_awaited:
        leading = names.actors[outsider.name].title in facts.powers.leading
        yield Problem(
            outsider.at,
            f"this waits for an act of {outsider.name}, whose signature is missing",
            f"let {outsider.name} sign as `party`, or name an act of a party in its place",
            entries=("N10", "N32") if leading else ("B28",),
        )

"""Two duties that cannot be kept side by side.

To keep troops and to take them away, to open and to close: each act undoes the other. Steps that
the text puts one after the other are a ladder and no contradiction. What is to be kept without an
end, and yet taken away by a day, is worth an `until:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.contradictions.pairs import UNDECIDED
from clausecheck.analyses.facts import Facts
from clausecheck.analyses.obligations.holding import lacks_end
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule
from clausecheck.rules.telling import (
    by_definition,
    defined,
    first,
    meeting,
    numbers,
    places,
    unranked,
)

_HOW = {
    "certain": "`{words}` cannot be kept together with {others}",
    "conditional": "`{words}` cannot be kept together with {others} {meeting}",
    "jointly": "`{words}`{jointly} cannot be kept together with {others}",
    "narrower": "`{words}`{endless} cannot be kept together with {others}{others_endless}",
    "wished": "`{words}` does not go together with {others}",
}


@rule(
    family="consistency",
    lens="neutral",
    severity="error",
    at_times=("warning",),
    cites=cite("vranes"),
    looks_at="text",
    bad=(
        """
        clause 1
          Southland shall open its border.
        clause 2
          Southland shall close its border.
                    ^^^^^^^^^^^^^^^^^^^^^^ `close its border` cannot be kept together with `open its border` in 1
        clause 3
          Northland and Southland jointly shall open the road.
        clause 4
          Northland shall close the road.
                    ^^^^^^^^^^^^^^^^^^^^ `close the road` cannot be kept together with `open the road`, owed jointly in 3
        clause 5
          Westland shall close the harbour.
        clause 6
          Northland and Westland jointly shall open the harbour.
                                         ^^^^^^^^^^^^^^^^^^^^^^ `open the harbour` is owed jointly here and cannot be kept together with `close the harbour` in 5
        """,
        """
        clause 1
          Westland shall maintain its troops in the valley.
        clause 2
          Westland shall withdraw its troops from the valley.
                   ^^^^^^^^^^^^^^^^^^^^^^^^^ `withdraw its troops` cannot be kept together with `maintain its troops` in 1, which has no end
          by: 2030-01-01
        """,
        """
        clause 1
          Westland shall maintain its forces in Southland.
        clause 2
          All foreign forces shall withdraw from Southland.
                             ^^^^^^^^^^^^^^ `foreign forces shall withdraw` cannot be kept together with `maintain its forces` in 1, which has no end
        """,
        """
        clause 1
          Westland shall lift sanctions on coal exports.
          by: 2027-06-01
        clause 2
          Westland shall maintain sanctions on coal exports.
                   ^^^^^^^^^^^^^^^^^^^^^^^^ `maintain sanctions`, which has no end, cannot be kept together with `lift sanctions` in 1
        """,
        """
        clause 1
          Westland shall maintain its troops in the valley.
          until: 2027-12-01
        clause 2
          Westland shall withdraw its troops from the valley.
                   ^^^^^^^^^^^^^^^^^^^^^^^^^ `withdraw its troops` cannot be kept together with `maintain its troops` in 1
          by: 2027-06-01
        """,
        """
        clause 1
          Westland shall withdraw all of its troops from the valley.
          by: 2028-01-01
        clause 2
          Westland shall keep 5,000 troops in the valley.
                   ^^^^^^^^^^^^^^^^^^^^^^^ `keep 5,000 troops` cannot be kept together with `withdraw all of its troops` in 1
          from: 2027-01-01
          for: 10 years
        """,
        """
        clause 1
          Northland shall dismantle its reactors.
          by: 2028-06-01
        clause 2
          Northland shall retain its reactors.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^ `retain its reactors` cannot be kept together with `dismantle its reactors` in 1
          from: 2028-06-01
        """,
        """
        clause 1
          Northland shall eliminate its mines.
          by: 2027-06-01
        clause 2
          Northland shall maintain its mines.
                    ^^^^^^^^^^^^^^^^^^^^^^^^ `maintain its mines` cannot be kept together with `eliminate its mines` in 1
          for: without limit
        """,
        """
        clause 1
          Southland shall close its border.
          from: 2027-03-01
          until: 2027-06-01
        clause 2
          Southland shall open its border.
                    ^^^^^^^^^^^^^^^^^^^^^ `open its border` cannot be kept together with `close its border` in 1
          on: 2027-04-01
        """,
        """
        clause 1
          Northland and Southland renounce unification by force.
        clause 2
          Northland shall seek unification by force.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `seek unification by force` cannot be kept together with `renounce unification by force` in 1
        """,
    ),
    good=(
        """
        clause 1
          Westland shall maintain its forces in Southland.
          until: 2029-01-01
        clause 2
          Southland shall maintain its forces in Southland.
        clause 3
          All foreign forces shall withdraw from Southland.
          by: 2030-01-01
        clause 4
          All foreign forces shall withdraw from Northland.
        """,
        """
        clause 1
          Westland shall suspend sanctions on coal exports.
        clause 2
          Westland shall resume sanctions on coal exports.
          if: Northland tests a missile
        """,
        """
        clause 1
          Northland and Southland renounce unification by force.
        clause 2
          Northland shall seek unification by consent.
        """,
        """
        clause 1
          Southland shall open its border.
          by: 2027-06-01
        clause 2
          Southland shall close its border.
          after: 2028-06-01
        """,
        """
        clause 1
          Westland shall maintain its troops in the valley.
          until: 2029-01-01
        clause 2
          Westland shall withdraw its troops from the valley.
          by: 2030-01-01
        """,
        """
        clause 1
          Northland shall freeze its reactors.
        clause 2
          Northland shall dismantle its reactors.
          by: 2030-01-01
        """,
        """
        clause 1
          Northland shall dismantle its reactors.
          after: 3 is complete
        clause 2
          Northland shall operate its reactors.
          until: 2029-01-01
        clause 3
          Southland shall open the road.
        clause 4
          Westland shall withdraw its troops from the valley.
          by: 2028-01-01
        clause 5
          Westland shall keep 500 troops in the valley.
          from: 2028-01-01
        """,
    ),
)
def exclusive_duties(facts: Facts) -> Iterator[Problem | Met]:
    for conflict in facts.conflicts:
        if conflict.what == "exclusive" and conflict.grade not in UNDECIDED:
            norm, others = conflict.norm, conflict.against
            here, there = lacks_end(norm), lacks_end(others[0])
            owed = ", owed jointly" if others[0].takes_part else ""
            yield Problem(
                norm.at,
                _HOW[conflict.grade].format(
                    words=norm.words,
                    endless=", which has no end," if here else "",
                    others=f"`{others[0].words}`{owed} in {numbers(others)}",
                    others_endless=", which has no end" if there and not here else "",
                    meeting=meeting(conflict),
                    jointly=" is owed jointly here and" if norm.takes_part else "",
                )
                + by_definition(conflict)
                + unranked(norm, others[0]),
                f"leave one of them out, or add `exception to: {first(others)}`"
                if conflict.grade == "jointly"
                else _remedy(here=here, there=first(others) if there else ""),
                severity=None if conflict.grade == "certain" else "warning",
                related=(*places(others, "this is to be done too"), *defined(conflict, facts)),
            )


def _remedy(*, here: bool, there: str) -> str:
    if not (here or there):
        return "leave one of them out, or move the days so that the one has ended before the other"
    where = "" if here else f" in {there}"
    return f"leave one of them out, or say when the one gives way, as with `until:`{where}"

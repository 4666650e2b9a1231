"""One thing to be done, with two days.

Each side will count by the day that suits it. Where both can be met, the earlier one decides, and
the later is a promise that the text does not keep. Another object, another place, a share or a
condition makes another step of it, which may well have a day of its own.
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
    severity="error",
    at_times=("warning",),
    cites=cite("vranes"),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall withdraw its troops from the valley.
          on: 2027-03-01
        clause 2
          Northland shall withdraw its troops from the valley.
          on: 2027-04-01
          ^^^^^^^^^^^^^^ `withdraw its troops` has another day in 1, and both cannot be kept
        """,
        """
        clause 1
          Northland shall withdraw its troops from the valley.
          by: 60 days after signature
        clause 2
          Northland shall withdraw its troops from the valley.
          by: 90 days after signature
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ `withdraw its troops` has another day in 1, though both can be kept
        """,
        """
        clause 1
          Northland shall withdraw its troops from the valley.
          after: 2027-05-01
        clause 2
          Northland shall withdraw its troops from the valley.
          by: 2027-04-01
          ^^^^^^^^^^^^^^ `withdraw its troops` has another day in 1, and both cannot be kept
        """,
    ),
    good=(
        """
        clause 1
          Northland shall withdraw its troops from the valley.
          after: 2027-05-01
        clause 2
          Northland shall withdraw its troops from the valley.
          by: 2027-05-01
        clause 3
          Northland shall withdraw its troops from the island.
          by: 2027-04-01
        """,
        """
        clause 1
          Northland shall withdraw its troops from the valley.
          by: 60 days after signature
        clause 2
          Northland shall withdraw its troops from the island.
          by: 90 days after signature
        """,
        """
        clause 1
          Northland shall withdraw 30% of its troops.
          by: 60 days after signature
        clause 2
          Northland shall withdraw 60% of its troops.
          by: 90 days after signature
        """,
        """
        clause 1
          Northland shall withdraw its troops from the valley.
          by: 1 month after signature
        clause 2
          Northland shall withdraw its troops from the valley.
          by: 30 days after signature
        """,
    ),
)
def two_deadlines(facts: Facts) -> Iterator[Problem | Met]:
    for double in facts.doubles:
        if double.what == "deadline":
            norm, other = double.norm, double.other
            due = double.at or norm.provision.timing.due[0].span
            others = double.other_at or other.provision.timing.due[0].span
            both = "and both cannot" if double.contradictory else "though both can"
            yield Problem(
                due,
                f"`{norm.words}` has another day in {other.number}, {both} be kept",
                f"keep one of the days, or add `exception to: {other.number}`",
                severity=None if double.contradictory else "warning",
                related=(Related(others, f"the day in {other.number}"),),
            )

"""A timetable with so many choices that it could not be told whether it can be kept.

“The later of”, “or” and their like multiply. Up to a bound each way is tried; beyond it the text is
not called sound.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule


@rule(
    family="sequence",
    lens="neutral",
    severity="info",
    cites=cite("dechter", "4"),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall open its border.
        clause 2
          Southland shall open its border.
          after: 10 days after 1 is complete or 9 days after 1 is verified
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this and 6 more choices are too many to tell whether the timetable can be kept
        clause 3
          Northland shall open its border.
          after: 10 days after 2 is complete or 9 days after 2 is verified
        clause 4
          Southland shall open its border.
          after: 10 days after 3 is complete or 9 days after 3 is verified
        clause 5
          Westland shall open its border.
          after: 10 days after 4 is complete or 9 days after 4 is verified
        clause 6
          Northland shall open its border.
          after: 10 days after 5 is complete or 9 days after 5 is verified
        clause 7
          Southland shall open its border.
          after: 10 days after 6 is complete or 9 days after 6 is verified
        clause 8
          Westland shall open its border.
          after: 10 days after 7 is complete or 9 days after 7 is verified
          by: 60 days after signature
        """,
    ),
    good=(
        """
        clause 1
          Northland shall open its border.
          by: later of 2027-03-01, 30 days after signature
        """,
    ),
)
def undecided_timetable(facts: Facts) -> Iterator[Problem | Met]:
    choices = [each for each in facts.schedule.choices if each.cause.at is not None]
    if choices and not facts.schedule.decided:
        first, *others = choices
        assert first.cause.at is not None  # noqa: S101 - those without a place are left out
        more = f" and {len(others)} more choices are" if others else " is"
        yield Problem(
            first.cause.at,
            f"this{more} too many to tell whether the timetable can be kept",
            "write one day where the text has `later of`, `earlier of` or `or`",
            related=tuple(
                Related(each.cause.at, "another choice") for each in others if each.cause.at
            ),
        )

"""A timetable of which it could not be told whether it can be kept.

Choices such as “or” and “the later of” multiply, and months differ in length. Up to a bound every
way and every day is tried; beyond it the timetable is called neither sound nor broken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.timing.bounds import Cause
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule
from clausecheck.source import Span


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
        """
        clause 1
          Northland shall freeze its reactors.
          after: 1 month after signature
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no day was found from which all of this can be kept, as months differ in length
          by: 30 days after signature
        clause 2
          Southland shall open its border.
          after: 31 days after signature
          by: 1 month after signature
        """,
    ),
    good=(
        """
        clause 1
          Northland shall freeze its reactors.
          after: 1 month after signature
          by: 30 days after signature
        """,
        """
        clause 1
          Northland shall open its border.
          by: later of 2027-03-01, 30 days after signature
        """,
    ),
)
def undecided_timetable(facts: Facts) -> Iterator[Problem | Met]:
    schedule = facts.schedule
    if schedule.decided:
        return
    choices = _places((choice.cause for choice in schedule.choices), facts)
    months = _places((limit.cause for limit in schedule.undecided), facts)
    if months:
        yield _problem(
            months,
            "no day was found from which all of this can be kept, as months differ in length",
            "count in days what has to fit together, or give one of the steps a date",
            "this is to fit too",
        )
    elif choices:
        more = f" and {len(choices) - 1} more choices are" if len(choices) > 1 else " is"
        yield _problem(
            choices,
            f"this{more} too many to tell whether the timetable can be kept",
            "write one day where the text has `later of`, `earlier of` or `or`",
            "another choice",
        )
    else:
        yield _problem(
            _places((limit.cause for limit in schedule.limits), facts)[:1],
            "from here on too much hangs on too much to tell whether the timetable can be kept",
            "count more of the steps from signature, and fewer from each other",
        )


def _places(causes: Iterable[Cause], facts: Facts) -> list[Span]:
    found = {cause.at for cause in causes if cause.at is not None}
    return sorted(found, key=facts.reading.counted)


def _problem(places: list[Span], message: str, offer: str, others: str = "") -> Problem:
    first, *rest = places
    return Problem(first, message, offer, related=tuple(Related(at, others) for at in rest))

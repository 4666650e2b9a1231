"""A step that is due before the step it waits for need be done.

The one who waits is late through no fault of its own, while the other is still within its time. The
text can be kept if the other hurries, but nothing obliges it to.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.timing.delays import Later
from clausecheck.analyses.timing.times import in_words
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule


@rule(
    family="sequence",
    lens="neutral",
    severity="warning",
    cites=cite("dechter", "3"),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall freeze its reactors.
          after: 2 is complete
          by: 30 days after signature
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ 1 is due 60 days before 2 need be done, for which it waits
        clause 2
          Westland shall suspend sanctions.
          by: 90 days after signature
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          by: 2027-06-01
          verified by: IAEA using on-site inspection
        clause 2
          Westland shall suspend sanctions.
          after: 1 is verified
          by: 2027-05-01
          ^^^^^^^^^^^^^^ 2 is due 31 days before 1 need be done, for which it waits
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          by: 6 months after signature
        clause 2
          Westland shall suspend sanctions.
          after: 1 is complete
          by: 170 days after signature
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 2 is due at least 11 days before 1 need be done, for which it waits
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          on: 2027-03-01
        clause 2
          Westland shall suspend sanctions.
          by: 30 days after 1 is complete
        clause 3
          Southland shall open its border.
          after: 2 is complete
          by: 2027-03-15
          ^^^^^^^^^^^^^^ 3 is due 16 days before 2 need be done, for which it waits
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          by: 2028-03-01
        clause 2
          Westland shall suspend sanctions.
          by: 2028-06-01
        clause 3
          Southland shall open its border.
          after: 1 is complete or 2 is complete
          by: 2028-01-01
          ^^^^^^^^^^^^^^ 3 is due 60 days before 1 or 2 need be done, for which it waits
        """,
    ),
    good=(
        """
        clause 1
          Northland shall freeze its reactors.
          after: 2 is complete
          by: 90 days after signature
        clause 2
          Westland shall suspend sanctions.
          by: 30 days after signature
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          after: 2 is complete
          by: 30 days after 2 is complete
        clause 2
          Westland shall suspend sanctions.
          by: 90 days after signature
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          by: 2027-12-01
        clause 2
          Westland shall suspend sanctions.
          by: 2028-06-01
        clause 3
          Southland shall open its border.
          after: 1 is complete or 2 is complete
          by: 2028-01-01
        """,
    ),
)
def prerequisite_due_later(facts: Facts) -> Iterator[Problem | Met]:
    for each in facts.overtaken:
        first, *_ = each.others
        yield Problem(
            each.at,
            f"{each.number} is due {_days(first)} before {_need(first)}, for which it waits",
            f"count it from the other, as in `by: {_counted(first)}`",
            related=tuple(
                Related(way.at, f"{way.moment.of} is due only then")
                for other in each.others
                for way in _ways(other)
            ),
        )


def _days(later: Later) -> str:
    days = in_words(later.days)
    return f"at least {days}" if later.more else days


def _ways(later: Later) -> tuple[Later, ...]:
    return later, *later.instead


def _need(later: Later) -> str:
    ways = _ways(later)
    event = all(way.moment.state == "happens" for way in ways)
    names = " or ".join(dict.fromkeys(way.moment.of for way in ways))
    return f"{names} need {'come' if event else 'be done'}"


def _counted(later: Later) -> str:
    ways = [f"30 days after {way.moment}" for way in _ways(later)]
    return f"earlier of {', '.join(ways)}" if later.instead else ways[0]

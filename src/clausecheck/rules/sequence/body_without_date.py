"""A body must act by a day, and nothing says by when it is to exist.

Commissions have been promised for years and never met. A deadline that falls to one is worth what
the date of its founding is worth; so is that of a step which waits for what the body alone verifies.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule


@rule(
    family="sequence",
    lens="both",
    severity="warning",
    entries=("B16",),
    cites=cite("haysom-hottinger"),
    answer="The parties will set it up when they need it; to quarrel over its date delays its work.",
    looks_at="text",
    bad=(
        """
        body Commission "Joint Commission"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nothing says by when Commission exists, and 1 has it act by a day
        clause 1
          Commission shall draw the line.
          by: 60 days after signature
        """,
        """
        body Commission "Joint Commission"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nothing says by when Commission exists, and 2 has a day and waits until it has verified 1
        clause 1
          Northland shall freeze its reactors.
          by: 2027-03-01
          verified by: Commission using on-site inspection, every 30 days
        clause 2
          Westland shall suspend sanctions.
          after: 1 is verified
          by: 2027-06-01
        """,
    ),
    good=(
        """
        body Commission "Joint Commission"
          established: by 30 days after signature
        clause 1
          Commission shall draw the line.
          by: 60 days after signature
        """,
        """
        body Commission "Joint Commission"
        clause 1
          Northland and Southland shall establish Commission.
          by: 30 days after signature
        clause 2
          Commission shall draw the line.
          by: 60 days after signature
        """,
        """
        body Commission "Joint Commission"
        clause 1
          Northland shall freeze its reactors.
          by: 2027-03-01
          verified by: Commission using on-site inspection, every 30 days
        clause 2
          Westland shall suspend sanctions.
          by: 2027-06-01
        """,
        """
        body Commission "Joint Commission"
        clause 1
          Northland shall freeze its reactors.
          verified by: Commission using on-site inspection, every 30 days
        clause 2
          Westland shall suspend sanctions.
          by: 30 days after 1 is verified
          after: 1 is verified
        """,
        """
        body Commission "Joint Commission"
        clause 1
          Northland shall freeze its reactors.
          by: 2027-03-01
          verified by: Commission using on-site inspection, every 30 days
        clause 2
          Westland should suspend sanctions.
          after: 1 is verified
          by: 2027-06-01
        """,
        """
        body Commission "Joint Commission"
        clause 1
          Commission shall draw the line.
        """,
    ),
)
def body_without_date(facts: Facts) -> Iterator[Problem | Met]:
    for body in facts.undated_bodies:
        one = body.verifies
        due = f"{body.number} has it act by a day"
        related = f"this is when {body.name} must have acted"
        if one is not None:
            due = f"{body.number} has a day and waits until it has verified {one}"
            related = f"by then {body.name} must have verified {one}"
        yield Problem(
            body.at,
            f"nothing says by when {body.name} exists, and {due}",
            "add `established: by` and a time before that day",
            related=(Related(body.due.span, related),),
        )

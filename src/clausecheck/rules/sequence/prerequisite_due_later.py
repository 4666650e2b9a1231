"""A step that is due before the step it waits for need be done.

The one who waits is late through no fault of its own, while the other is still within its time. The
text can be kept if the other hurries, but nothing obliges it to.
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
    ),
)
def prerequisite_due_later(facts: Facts) -> Iterator[Problem | Met]:
    for each in facts.overtaken:
        number, other = each.wait.waiting.of, each.wait.on[0].of
        yield Problem(
            each.at,
            f"{number} is due {each.days} {'day' if each.days == 1 else 'days'} "
            f"before {other} need be done, for which it waits",
            f"count it from the other, as in `by: 30 days after {each.wait.on[0]}`",
            related=(Related(each.until, f"{other} is due only then"),),
        )

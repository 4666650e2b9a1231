"""One thing that is to last, with two terms.

Once the shorter is over, one side holds itself free and the other still counts on it. Another
object, place, beginning or condition makes another step of it, which may well have its own term.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.obligations.norms import Norm
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule
from clausecheck.source import Span


@rule(
    family="consistency",
    lens="neutral",
    severity="warning",
    cites=cite("vranes"),
    looks_at="text",
    bad=(
        """
        clause 1
          Westland shall suspend sanctions.
          for: 1 year
        clause 2
          Westland shall suspend sanctions.
          for: 2 years
          ^^^^^^^^^^^^ `suspend sanctions` has another term in 1, though both can be kept
        """,
        """
        clause 1
          Northland shall not test missiles.
          until: 2029-01-01
        clause 2
          Northland shall not test missiles.
          for: without limit
          ^^^^^^^^^^^^^^^^^^ `test missiles` has another term in 1, though both can be kept
        """,
    ),
    good=(
        """
        clause 1
          Westland shall suspend sanctions.
          for: 12 months
        clause 2
          Westland shall suspend sanctions.
          for: 1 year
        """,
        """
        clause 1
          Northland shall not test missiles.
          for: 1 year
        clause 2
          Northland shall not test missiles.
          for: 2 years
          exception to: 1
        """,
        """
        clause 1
          Westland shall suspend sanctions.
          from: 2027-01-01
          until: 2027-06-01
        clause 2
          Westland shall suspend sanctions.
          from: 2028-01-01
          until: 2028-06-01
        """,
    ),
)
def two_terms(facts: Facts) -> Iterator[Problem | Met]:
    for double in facts.doubles:
        if double.what == "term":
            norm, other = double.norm, double.other
            yield Problem(
                _ends(norm),
                f"`{norm.words}` has another term in {other.number}, though both can be kept",
                f"keep one of the terms, or add `exception to: {other.number}`",
                related=(Related(_ends(other), f"the term in {other.number}"),),
            )


def _ends(norm: Norm) -> Span:
    return norm.said.labels.ending(norm.provision.kind)[0].span

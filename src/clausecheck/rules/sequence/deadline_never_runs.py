"""A deadline that never begins to run.

Each of two steps is due so many days after the other, or a step, or a body is to be there, so many
days after what waits for it. Nobody is ever late, whatever they leave undone: each side keeps the text to the letter, and the
text has no day in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.timing.bounds import Bound
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule
from clausecheck.source import Span


@rule(
    family="sequence",
    lens="both",
    severity="warning",
    entries=("N11",),
    cites=cite("necessary", "N11"),
    looks_at="text",
    answer="Whoever is the first to act sets the clock for the other, and each can be the first.",
    bad=(
        """
        clause 1
          Westland shall suspend sanctions.
          by: 30 days after 2 is complete
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 1 is due only once 2 is complete, and 2 is due only once 1 is complete: none of these times ever begins to run
        clause 2
          Northland shall freeze its reactors.
          by: 30 days after 1 is complete
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          by: 60 days after 2 is complete
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 1 is due only once 2 is complete, which comes only after 1: it can never be late
        clause 2
          Westland shall suspend sanctions.
          after: 1 is complete
        """,
        """
        body Board "Joint Board"
          established: by 30 days after 2 is complete
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the body Board is due to be there only once 2 is complete, which comes only after Board: it can never be late
        clause 1
          Northland shall freeze its reactors.
          verified by: Board using on-site inspection, every 7 days
        clause 2
          Southland shall open the harbour.
          after: 1 is verified
        """,
        """
        treaty "Valley Treaty"
          entry into force: ratification by all parties
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland and Southland shall ratify this treaty.
          by: 60 days after entry into force
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 1 is due only once entry into force comes, which comes only after 1: it can never be late
        """,
    ),
    good=(
        """
        body Board "Joint Board"
          established: by 30 days after 1 is complete
        clause 1
          Northland shall freeze its reactors.
          verified by: Board using on-site inspection, every 7 days
        clause 2
          Southland shall open the harbour.
          after: 1 is verified
        """,
        """
        treaty "Valley Treaty"
          entry into force: earlier of 2027-06-01, ratification by all parties
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland and Southland shall ratify this treaty.
          by: 60 days after entry into force
        """,
        """
        clause 1
          Westland shall suspend sanctions.
          by: 30 days after 2 is complete
        clause 2
          Northland shall freeze its reactors.
          by: 30 days after 1 is complete
          by: 90 days after signature
        """,
        """
        clause 1
          Westland shall suspend sanctions.
          by: 30 days after 2 is complete
        clause 2
          Northland shall freeze its reactors.
        """,
        """
        clause 1
          Westland shall suspend sanctions.
          by: 30 days after 1 begins
        """,
    ),
)
def deadline_never_runs(facts: Facts) -> Iterator[Problem | Met]:
    for idle in facts.idle:
        first, *others = idle.limits
        yield Problem(
            _at(first),
            _said(first, others),
            f"count {first.later.of} from a day or from signature, as in `{_label(first)} 60 days "
            "after signature`",
            related=tuple(Related(_at(limit), _told(limit)) for limit in others),
        )


def _label(limit: Bound) -> str:
    return "established: by" if limit.later.state == "is set up" else "by:"


def _at(limit: Bound) -> Span:
    assert limit.cause.at is not None  # noqa: S101 - deadlines are stated
    return limit.cause.at


def _said(first: Bound, others: list[Bound]) -> str:
    step = first.later.of
    if others:
        *most, last = map(_told, (first, *others))
        return f"{', '.join(most)}, and {last}: none of these times ever begins to run"
    follows = f", which comes only after {step}" if first.earlier.of != step else ""
    return f"{_told(first)}{follows}: it can never be late"


def _told(limit: Bound) -> str:
    """Return in words from when something is due, or when an event comes."""
    comes = " comes" if limit.earlier.state == "happens" else ""
    body = "the body " if limit.later.state == "is set up" else ""
    return f"{body}{limit.later.of} {_VERBS[limit.later.state]} only once {limit.earlier}{comes}"


_VERBS = {
    "is complete": "is due",
    "begins": "is to begin",
    "happens": "comes",
    "is set up": "is due to be there",
}

"""A step is due before the body that must act, agree, verify or receive need be there, or it ends first.

Whoever drew the timetable had the body in mind as if it stood already. By the text it may be set up
last, and the step is late through nobody's fault.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.timing.founding import GoneFirst, SetUpLate
from clausecheck.analyses.timing.times import in_words
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule


@rule(
    family="sequence",
    lens="neutral",
    severity="error",
    at_times=("warning",),
    entries=("B16",),
    cites=cite("haysom-hottinger"),
    answer="A commission that both sides want is set up long before the last day for it.",
    looks_at="text",
    bad=(
        """
        body Commission "Joint Commission"
          established: by 60 days after signature
        clause 1
          Commission shall draw the line.
          by: 30 days after signature
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ 1 is due 30 days before Commission need be there
        """,
        """
        body Commission "Joint Commission"
          established: 2027-06-01
        clause 1
          Commission shall draw the line.
          by: 2027-03-01
          ^^^^^^^^^^^^^^ 1 is due 92 days before Commission is there
        """,
        """
        body Commission "Joint Commission"
          established: by 2027-06-01
        clause 1
          Northland shall open its border.
          by: 2027-02-01
          verified by: Commission using on-site inspection, every 30 days
        clause 2
          Westland shall leave the island.
          by: 2027-03-01
          ^^^^^^^^^^^^^^ 2 waits until Commission verifies 1, and is due 92 days before Commission need be there
          after: 1 is verified
        """,
        """
        body Commission "Joint Commission"
          established: by 60 days after signature
        clause 1
          Commission shall meet.
          every: 7 days
          from: signature
          ^^^^^^^^^^^^^^^ 1 is first due 53 days before Commission need be there
        """,
        """
        body Commission "Joint Commission"
          ends: 2 years after signature
        clause 1
          Southland shall open the road.
          on: 3 years after signature
          with consent of: Commission
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ 1 needs the consent of Commission, and begins only when Commission is no more
        clause 2
          Northland shall not test missiles.
          from: 3 years after signature
          unless permitted by: Commission
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 2 may be lifted by Commission alone, and begins only when Commission is no more
        clause 3
          Northland shall not test artillery.
          from: 1 year after signature
          unless permitted by: Commission
        clause 4
          Northland shall not test torpedoes.
          from: 3 years after signature
          unless permitted by: Commission, UN
        """,
        """
        body Commission "Joint Commission"
          established: 2027-06-01
          ends: 2027-03-01
          ^^^^^^^^^^^^^^^^ `Commission` ends before it is set up
        body Panel "Panel of Judges"
          established: by 60 days after signature
          ends: 30 days after signature
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `Panel` may be set up when its time is over
        clause 1
          Commission and Panel shall meet.
        """,
        """
        body Commission "Joint Commission"
          established: by 2027-12-01
        event the all-clear
          when: 1 is complete
          certified by: Commission
        clause 1
          Northland shall clear the mines.
          by: 2027-03-01
        clause 2
          Southland shall open the road.
          after: the all-clear
          by: 2027-06-01
          ^^^^^^^^^^^^^^ 2 waits until Commission certifies `the all-clear`, and is due 183 days before Commission need be there
        clause 3
          Southland shall open the harbour.
          with consent of: Commission
          by: 2027-11-01
          ^^^^^^^^^^^^^^ 3 needs the consent of Commission, and is due 30 days before Commission need be there
        clause 4
          Westland shall suspend sanctions.
          if: "there is progress"
          judged by: Commission
          by: 2027-11-01
          ^^^^^^^^^^^^^^ 4 hangs on what Commission finds, and is due 30 days before Commission need be there
        """,
        """
        body Commission "Joint Commission"
          established: by 2027-12-01
        clause 1
          Northland shall hand over its missiles to Commission.
          by: 2027-11-01
          ^^^^^^^^^^^^^^ 1 goes to Commission, and is due 30 days before Commission need be there
        clause 2
          Northland and Southland shall discuss the border.
          in: Commission
          by: 2027-11-01
          ^^^^^^^^^^^^^^ 2 is to be done in Commission, and is due 30 days before Commission need be there
        """,
    ),
    good=(
        """
        body Commission "Joint Commission"
          established: by 2027-12-01
        clause 1
          Northland shall report its missiles to Commission.
          by: 2028-01-01
        clause 2
          Southland shall provide offices to Commission.
          by: 2027-11-01
        clause 3
          Southland shall appoint two officers to Commission.
          by: 2027-11-01
        clause 4
          Northland shall report its troops to Commission and UN.
          by: 2027-11-01
        clause 5
          Northland and Southland shall discuss the border.
          in: a working group
          by: 2027-11-01
        """,
        """
        body Commission "Joint Commission"
          established: by 60 days after signature
        clause 1
          Commission shall meet.
          every: 3 months
          from: signature
        clause 2
          Commission shall report to Southland.
          quota: 2 per year
          from: signature
        clause 3
          Commission shall inspect the border.
          every: 7 days
        """,
        """
        body Commission "Joint Commission"
          ends: 2 years after signature
        clause 1
          Southland shall open the road.
          by: 3 years after signature
          with consent of: Commission
        clause 2
          Southland shall open the railway.
          on: 2030-01-01
          with consent of: Commission
        """,
        """
        body Commission "Joint Commission"
          established: by 2027-12-01
        event the all-clear
          when: 1 is complete
          certified by: Commission, Westland
        clause 1
          Northland shall clear the mines.
          by: 2027-03-01
        clause 2
          Southland shall open the road.
          after: the all-clear
          by: 2027-06-01
        clause 3
          Westland shall suspend sanctions.
          unless: "there is no progress"
          judged by: Commission
          by: 2027-11-01
        clause 4
          Southland shall open the harbour.
          with consent of: Commission
          by: 2027-12-01
        """,
        """
        body Commission "Joint Commission"
          established: by 2027-03-01
          ends: 2027-06-01
        body Panel "Panel of Judges"
          established: by 60 days after signature
          ends: "when its work is done"
        clause 1
          Commission and Panel shall meet.
        """,
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
          by: 2027-02-01
        clause 2
          Commission shall draw the line.
          by: 2027-03-01
        """,
        """
        body Commission "Joint Commission"
          established: by 2027-06-01
        clause 1
          Northland shall open its border.
          by: 2027-02-01
          verified by: Commission and IAEA using on-site inspection, every 30 days
        clause 2
          Westland shall leave the island.
          by: 2027-03-01
          after: 1 is verified
        """,
    ),
)
def body_set_up_late(facts: Facts) -> Iterator[Problem | Met]:
    for late in facts.set_up_late:
        there = "is" if late.certain else "need be"
        yield Problem(
            late.at,
            f"{_due(late)} {_days(late)} before {late.name} {there} there",
            f"set {late.name} up by an earlier day, or give {late.number} a later one",
            severity=None if late.certain and late.how not in _SOFT else "warning",
            related=(Related(late.because, f"this is when {late.name} {there} there"),),
        )
    for step in facts.gone_first:
        yield Problem(
            step.at,
            f"{_gone(step)}, and begins only when {step.name} is no more",
            f"give {step.name} a later end, or name who agrees in its place",
            severity="warning",
            related=(Related(step.because, "it ends here"),),
        )
    for body in facts.ended_first:
        told = "ends before it is set up" if body.certain else "may be set up when its time is over"
        yield Problem(
            body.at,
            f"`{body.name}` {told}",
            f"give {body.name} a later end, or set it up by an earlier day",
            severity=None if body.certain else "warning",
            related=(Related(body.because, "this is when it is set up"),),
        )


_SOFT = frozenset({"judge", "receive"})
"""Tasks that somebody may take over until the body is there."""


def _gone(step: GoneFirst) -> str:
    if step.permits:
        return f"{step.number} may be lifted by {step.name} alone"
    return f"{step.number} needs the consent of {step.name}"


def _due(late: SetUpLate) -> str:
    if late.how == "certify":
        return f"{late.number} waits until {late.name} certifies `{late.verifies}`, and is due"
    if late.how == "consent":
        return f"{late.number} needs the consent of {late.name}, and is due"
    if late.how == "judge":
        return f"{late.number} hangs on what {late.name} finds, and is due"
    if late.how == "receive":
        return f"{late.number} goes to {late.name}, and is due"
    if late.how == "host":
        return f"{late.number} is to be done in {late.name}, and is due"
    if late.verifies is None:
        return f"{late.number} is {'first ' if late.first else ''}due"
    return f"{late.number} waits until {late.name} verifies {late.verifies}, and is due"


def _days(late: SetUpLate) -> str:
    days = in_words(late.days)
    return f"at least {days}" if late.more else days

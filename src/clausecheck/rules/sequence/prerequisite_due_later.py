"""A step that is due before the step it waits for need be done.

The one who waits is late through no fault of its own, while the other is still within its time. The
text can be kept if the other hurries, but nothing obliges it to. It is the same where another
step without a day stands between the two. An inspection that is due before there need be anything
to inspect is such a step, too, and so is one that waits for what is inspected only later.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.timing.moments import SIGNATURE, When
from clausecheck.analyses.timing.overtaken import Later
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
          by: 2027-02-01
          verified by: IAEA using on-site inspection, every 90 days
          reports: within 30 days to Westland
        clause 2
          Westland shall suspend sanctions.
          after: 1 is verified
          by: 2027-02-10
          ^^^^^^^^^^^^^^ 2 is due 111 days before 1 need be verified, for which it waits
        """,
        """
        clause 1
          Westland shall not lift sanctions on Northland.
          until: 3 is complete
        clause 2
          Westland shall lift sanctions on Northland.
          by: 2027-06-01
          ^^^^^^^^^^^^^^ 2 is due 366 days before 3 need be done, for which it waits
        clause 3
          Northland shall dismantle its reactors.
          by: 2028-06-01
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          by: 2027-09-01
        clause 2
          Westland shall suspend sanctions.
          if: Northland has frozen its reactors
          by: 2027-06-01
          ^^^^^^^^^^^^^^ 2 is due 92 days before 1 need begin, for which it waits
        """,
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
        """
        clause 1
          Northland shall freeze its reactors.
          by: 60 days after signature
        clause 2
          Westland shall suspend sanctions.
          after: 30 days after 1 is complete
          by: 80 days after signature
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ 2 is due 10 days before it may begin, if 1 is done on its last day
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          by: 200 days after signature
        clause 2
          Westland shall suspend sanctions.
          after: 1 begins
          by: 100 days after signature
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 2 is due 100 days before 1 need begin, for which it waits
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          by: 2027-06-01
        clause 2
          Westland shall suspend sanctions.
          after: 1 is complete
        clause 3
          Southland shall open its border.
          after: 2 is complete
          by: 2027-02-16
          ^^^^^^^^^^^^^^ 3 is due 105 days before 1 need be done, for which it waits (through 2)
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          by: 90 days after signature
        clause 2
          Westland shall suspend sanctions.
          after: 1 is complete
          starts: by 30 days after signature
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 2 is to begin 60 days before 1 need be done, for which it waits
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          by: 37 days after signature
        clause 2
          Westland shall suspend sanctions.
          after: 20 days after 1 is complete
        clause 3
          Southland shall open its border.
          after: 14 days after 2 is complete
          by: 46 days after signature
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ 3 is due 25 days before it may begin, if 1 is done on its last day (through 2)
        """,
        """
        clause 1
          step 1 Northland shall open its border.
          by: 2027-06-01
          step 2 Southland shall open its border.
          by: 2027-05-01
          ^^^^^^^^^^^^^^ 1(step 2) is due 31 days before 1(step 1) need begin, for which it waits
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          by: 2027-05-01
        clause 2
          Westland shall open its border.
          if: 1 is breached
          by: 2027-04-01
          ^^^^^^^^^^^^^^ 2 is due 31 days before 1 can be breached, for which it waits
        clause 3
          Southland shall close its border.
          after: 10 days after 1 is breached
          by: 2027-04-01
          ^^^^^^^^^^^^^^ 3 is due 41 days before it may begin, if 1 is breached as soon as it can be
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          by: 2027-05-01
        clause 2
          IAEA shall inspect the reactors.
          verifies: 1
          by: 2027-02-01
          ^^^^^^^^^^^^^^ 2 is due 89 days before 1 need be done, which it verifies
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          by: 2027-03-01
        clause 2
          IAEA shall inspect the reactors.
          verifies: 1
          by: 2027-06-01
        clause 3
          Westland shall suspend sanctions.
          after: 1 is verified
          by: 2027-05-01
          ^^^^^^^^^^^^^^ 3 is due 31 days before 2 need be done, which verifies 1, for which it waits
        """,
    ),
    good=(
        """
        clause 1
          Northland shall freeze its reactors.
          by: 90 days after signature
        clause 2
          Westland shall suspend sanctions.
          after: 1 is complete
          starts: at least 30 days after signature
        clause 3
          Southland shall open its border.
          after: 1 is complete
          starts: by 90 days after signature
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          by: 2027-02-01
          verified by: IAEA using on-site inspection, every 7 days
          reports: within 2 days to Westland
        clause 2
          Westland shall suspend sanctions.
          after: 1 is verified
          by: 2027-02-10
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          by: 2027-03-01
        clause 2
          IAEA shall inspect the reactors.
          verifies: 1
          by: 2027-05-01
        clause 3
          Westland shall suspend sanctions.
          after: 1 is verified
          by: 2027-05-01
        """,
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
        """
        clause 1
          Northland shall freeze its reactors.
          by: 60 days after signature
        clause 2
          Westland shall suspend sanctions.
          after: 30 days after 1 is complete
          by: 90 days after signature
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          by: 2027-06-01
        clause 2
          Westland shall suspend sanctions.
          after: 1 is complete
        clause 3
          Southland shall open its border.
          after: 2 is complete
          by: 2027-06-01
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          by: 2027-05-01
        clause 2
          Westland shall open its border.
          if: 1 is breached
          by: 2027-05-02
        """,
        """
        clause 1
          Northland shall not conduct missile tests.
          until: 2027-05-01
        clause 2
          Westland shall open its border.
          if: 1 is breached
          by: 2027-04-01
        """,
        """
        clause 1
          step 1 (optional) Northland shall open its border.
          by: 2027-06-01
          step 2 Southland shall open its border.
          by: 2027-05-01
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          starts: by 30 days after signature
          by: 200 days after signature
        clause 2
          Westland shall suspend sanctions.
          after: 1 begins
          by: 100 days after signature
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          by: 2027-05-01
        clause 2
          IAEA shall inspect the reactors.
          verifies: 1
          by: 2027-06-01
        """,
    ),
)
def prerequisite_due_later(facts: Facts) -> Iterator[Problem | Met]:
    for each in facts.overtaken:
        first, *_ = each.others
        yield Problem(
            each.at,
            f"{each.number} is {'to begin' if first.begun else 'due'} {_days(first)} before "
            f"{_waited(first)}",
            f"count it from the other, as in `{'starts: by' if first.begun else 'by:'} "
            f"{_counted(first)}`",
            related=tuple(
                related for other in each.others for way in _ways(other) for related in _told(way)
            ),
        )


def _told(way: Later) -> Iterator[Related]:
    """Yield when what is waited for is due, and through what it is waited for."""
    yield Related(way.at, f"{way.moment.of} is due only then")
    if way.proof is not None:
        yield Related(way.proof.at, f"it may be verified {in_words(way.proof.days)} later")
    for limit in way.since:
        yield Related(limit.cause.place, f"{limit.later.of} need come only with this")
    if way.barred is not None:
        yield Related(way.barred, "this is forbidden until then")
    for held in way.through:
        yield Related(held.at, f"{held.of} waits for {held.waits_for}, and has no day itself")


def _days(later: Later) -> str:
    days = in_words(later.days)
    return f"at least {days}" if later.more else days


def _ways(later: Later) -> tuple[Later, ...]:
    return later, *later.instead


def _waited(later: Later) -> str:
    """Return what is waited for, or where the line counts days after that, on what day it comes."""
    if later.verified:
        return f"{_need(later)}, which it verifies"
    need = f"{_need(later)}, which verifies {later.seen}" if later.seen else _need(later)
    if not any(way.wait for way in _ways(later)):
        return f"{need}, for which it waits{_through(later)}"
    return f"it may begin, if {_at_the_latest(later)}{_through(later)}"


def _at_the_latest(later: Later) -> str:
    """Return that what is waited for comes as late as it may, which goes without saying of signature."""
    ways = [way for way in _ways(later) if way.moment != SIGNATURE] or [later]
    return " and ".join(dict.fromkeys(map(_as_late_as_may_be, ways)))


def _as_late_as_may_be(way: Later) -> str:
    if way.moment.state == "is breached":
        return f"{way.moment} as soon as it can be"
    comes = "is verified" if way.proof is not None else _COMES.get(way.moment.state, "is done")
    return f"{way.moment.of} {comes} on its last day"


_COMES = {"happens": "comes", "begins": "begins"}


def _through(later: Later) -> str:
    """Return the steps without a day between the two, where there are some."""
    names = [*dict.fromkeys(held.of for way in _ways(later) for held in way.through)]
    told, left = (names, 0) if len(names) <= _FEW else (names[:_FEW], len(names) - _FEW)
    more = ["others"] if left else []
    return f" (through {' and '.join([', '.join(told), *more])})" if told else ""


_FEW = 3
"""Steps between the two that are named in the message."""


def _need(later: Later) -> str:
    verbs: dict[str, list[str]] = {}
    ways = _ways(later)
    states = {way.moment.state for way in ways} - {"is breached"}
    for way in ways:
        state = way.moment.state if way.moment.state == "is breached" or len(states) == 1 else ""
        verb = "need be verified" if way.proof is not None else _NEED.get(state, "need be done")
        verbs.setdefault(verb, []).append(way.moment.of)
    return " or ".join(f"{' or '.join(dict.fromkeys(of))} {verb}" for verb, of in verbs.items())


_NEED = {"happens": "need come", "begins": "need begin", "is breached": "can be breached"}


def _counted(later: Later) -> str:
    near = [way.near or When(way.moment, way.wait) for way in _ways(later)]
    ways = [f"{_LEFT + max(time.fewest, 0)} days after {time.moment}" for time in near]
    return f"earlier of {', '.join(ways)}" if later.instead else ways[0]


_LEFT = 30
"""Days that the line to type leaves for the step itself."""

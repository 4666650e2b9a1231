"""Steps that wait for each other in a circle, so that none can ever begin.

“You first” in the words of a treaty: each side keeps the text to the letter by doing nothing. A
condition that is somebody's act waits for the clause by which that act is owed, and what another
clause forbids until a step is done waits for that step. The finding shows
the shortest circle, and the line by which two of its steps would begin together. Where each is only to
come `before:` another, they can be done together, on one day, which may not be what was meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.timing.deadlocks import Circle
from clausecheck.analyses.timing.moments import ENTRY
from clausecheck.analyses.timing.waits import Wait
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.model.numbers import Counted, in_order
from clausecheck.rules.rule import rule
from clausecheck.source import Span


@rule(
    family="sequence",
    lens="both",
    severity="error",
    at_times=("warning",),
    entries=("N11",),
    cites=cite("necessary", "N11"),
    looks_at="text",
    answer=(
        "Each side waits for good reason: whoever gave first has been left with nothing to ask for. "
        "To begin together loses neither side anything."
    ),
    bad=(
        """
        clause 1
          Northland shall freeze its reactors.
          after: 2 is complete or 3 is complete
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 1 waits until 2 is complete or 3 is complete, 3 until 1 begins, and 2 until 1 is complete: none can ever begin
        clause 2
          Westland shall suspend sanctions.
          after: 1 is complete
        clause 3
          Southland shall open its border.
          after: 1 begins
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          after: 2 is complete
          ^^^^^^^^^^^^^^^^^^^^ 1 waits until 2 is complete, and 2 until 1 is complete: neither can ever begin
        clause 2
          Westland shall suspend sanctions.
          after: 1 is complete
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          after: 3 is complete
          ^^^^^^^^^^^^^^^^^^^^ 1 waits until 3 is complete, 3 until 2 begins, and 2 until 1 begins: none can ever begin
        clause 2
          Westland shall suspend sanctions.
          after: 1 begins
        clause 3
          Southland shall open its border.
          after: 2 begins
        clause 4
          Southland shall leave the valley.
          after: 3 is complete
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          before: 2 begins
          ^^^^^^^^^^^^^^^^ 1 is to be over before 2 begins, and 2 is to be over before 1 begins: this can be kept only if they are done together, on one day
        clause 2
          Westland shall suspend sanctions.
          before: 1 begins
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          before: 2 begins
          ^^^^^^^^^^^^^^^^ 1 is to be over before 2 begins, and 1 waits until 2 is complete: not all of this can be kept
          after: 2 is complete
        clause 2
          Westland shall suspend sanctions.
        """,
        """
        clause 1
          Northland shall not test missiles.
          until: 2 is complete
          ^^^^^^^^^^^^^^^^^^^^ 1 goes on until 2 is complete, and 2 waits until 1 is complete: neither can ever come
        clause 2
          Westland shall suspend sanctions.
          after: 1 is complete
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          if: Westland suspends sanctions
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 1 waits until 2 begins, and 2 until 1 begins: neither need ever begin
        clause 2
          Westland shall suspend sanctions on coal exports.
          if: Northland has frozen its reactors
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          if: 2 is complete
          ^^^^^^^^^^^^^^^^^ 1 waits until 2 is complete, and 2 until 1 is complete: neither need ever begin
        clause 2
          Westland shall suspend sanctions.
          if: 1 is complete
        clause 3
          Southland shall open the road.
          if: 3 begins
          ^^^^^^^^^^^^ 3 waits for itself, and need never begin
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          together with: 2 begins
          ^^^^^^^^^^^^^^^^^^^^^^^ 1 begins together with 2, and 2 waits until 1 is complete: neither can ever begin
        clause 2
          Westland shall suspend sanctions.
          after: 1 is complete
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          after: 2 is complete and 3 is complete
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 1 waits until 2 is complete, and 2 until 1 is complete: neither can ever begin
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 1 waits until 3 is complete, and 3 until 1 is complete: neither can ever begin
        clause 2
          Westland shall suspend sanctions.
          after: 1 is complete
        clause 3
          Southland shall open its border.
          after: 1 is complete
        """,
        """
        clause 1
          Northland shall freeze its reactors.
        clause 2
          IAEA shall inspect the reactors.
          verifies: 1
          ^^^^^^^^^^^ 1 is verified only once 2 is complete, 2 waits until 3 is complete, and 3 until 1 is verified: none can ever come
          after: 3 is complete
        clause 3
          Westland shall suspend sanctions.
          after: 1 is verified
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          after: 2 is complete
          ^^^^^^^^^^^^^^^^^^^^ 1 waits until 2 is complete, and 2 is to verify 1: not all of this can be kept
        clause 2
          IAEA shall inspect the reactors.
          verifies: 1
        """,
        """
        body Commission "Joint Commission"
          established: on 30 days after 2 is complete
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `Commission` is set up only once 2 is complete, 2 waits until 1 is complete, and 1 is for `Commission` to do: none can ever come
        clause 1
          Commission shall draw the line.
        clause 2
          Northland shall open its border.
          after: 1 is complete
        """,
        """
        body Commission "Joint Commission"
          established: on 10 days after 1 is verified
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `Commission` is set up only once 1 is verified, and 1 is verified by `Commission` alone: neither can ever come
        clause 1
          Northland shall open its border.
          verified by: Commission using on-site inspection, every 30 days
        """,
        """
        body Commission "Joint Commission"
        clause 1
          Northland shall open its border.
          with consent of: Commission
        clause 2
          Northland and Southland shall establish Commission.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `Commission` is set up only once 2 is complete, 2 waits until 1 is complete, and 1 needs the consent of `Commission`: none can ever come
          after: 1 is complete
        """,
        """
        clause 1
          Northland shall not lift sanctions on Westland.
          until: 3 is complete
          ^^^^^^^^^^^^^^^^^^^^ 1 bars 2 until 3 is complete, and 3 waits until 2 is complete: neither can ever begin
        clause 2
          Northland shall lift sanctions on Westland.
        clause 3
          Westland shall dismantle its reactors.
          after: 2 is complete
        """,
        """
        clause 1
          Northland shall maintain sanctions on Westland.
          until: 2 is complete
          ^^^^^^^^^^^^^^^^^^^^ 1 bars what 2 waits for until 2 is complete: it can never begin
        clause 2
          Westland shall dismantle its reactors.
          if: Northland lifts sanctions on Westland
        """,
        """
        clause 1
          Northland and Southland each shall withdraw its guard posts.
          if: the other party has withdrawn its guard posts
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ in 1 each waits for the other: neither need ever begin
        """,
    ),
    good=(
        """
        clause 1
          Northland and Southland each shall withdraw its guard posts.
          if: the other party opens its border
        clause 2
          Northland and Southland shall open their border.
        """,
        """
        clause 1
          Northland shall not lift sanctions on Westland.
          until: 3 begins
        clause 2
          Northland shall lift sanctions on Westland.
        clause 3
          Westland shall dismantle its reactors.
          together with: 2 begins
        """,
        """
        body Commission "Joint Commission"
        clause 1
          Northland shall open its border.
          with consent of: Commission, Westland
        clause 2
          Northland and Southland shall establish Commission.
          before: 1 begins
        """,
        """
        body Commission "Joint Commission"
          established: by 30 days after 2 is complete
        clause 1
          Commission shall draw the line.
        clause 2
          Northland shall open its border.
          after: 1 is complete
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          verified by: Southland
        clause 2
          IAEA shall inspect the reactors.
          verifies: 1
          after: 3 is complete
        clause 3
          Westland shall suspend sanctions.
          after: 1 is verified
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          if: Westland suspends sanctions
        clause 2
          Westland shall suspend sanctions.
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          before: 2 is complete
        clause 2
          Westland shall suspend sanctions.
          after: 1 begins
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          together with: 2 begins
        clause 2
          Westland shall suspend sanctions.
          together with: 1 begins
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          after: 2 begins
        clause 2
          Westland shall suspend sanctions.
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          after: 2 is complete or 3 is complete
        clause 2
          Westland shall suspend sanctions.
          after: 1 is complete
        clause 3
          Southland shall open its border.
        """,
    ),
)
def deadlock(facts: Facts) -> Iterator[Problem | Met]:
    for circle in facts.waiting.circles:
        stated = [wait for wait in circle.waits if wait.cause is not None]
        first = min(stated, key=_counted)
        at = stated.index(first)
        chain = [*stated[at:], *stated[:at]]
        beside = [wait for wait in circle.beside if wait.cause is not None]
        loose = any(
            wait.how == "in force" or (wait.cause is not None and wait.cause.conditional)
            for wait in (*stated, *beside)
        )
        looks = any(wait.how == "look" for wait in chain)
        loose = loose or looks or circle.loosely == "on one day"
        yield Problem(
            _place(first),
            _said(chain, beside, circle),
            _help(chain, circle, facts),
            severity="warning" if loose else None,
            related=tuple(_related([*chain, *beside], circle, facts)),
        )


def _counted(wait: Wait) -> tuple[bool, Counted, Span]:
    """Return what puts a wait in its place: the head, then the clauses by their numbers."""
    number = wait.cause.number if wait.cause is not None else None
    return number is not None, in_order(number or ""), _place(wait)


def _place(wait: Wait) -> Span:
    assert wait.cause is not None  # noqa: S101 - only waits that are stated
    assert wait.cause.at is not None  # noqa: S101 - likewise
    return wait.cause.at


_MOST_TOLD = 4
"""Waits beside a circle that are told in its own words; more are counted, and told below it."""


def _said(chain: list[Wait], beside: list[Wait], circle: Circle) -> str:
    if len(chain) == 1 and not beside and chain[0].how != "barred":
        if chain[0].how == "if":
            return f"in {chain[0].waiting.of} each waits for the other: neither need ever begin"
        can = "need" if chain[0].is_a_condition else "can"
        never = "begin" if chain[0].waiting.state == "begins" else "come"
        return f"{chain[0].waiting.of} waits for itself, and {can} never {never}"
    told = [*chain, *beside] if len(beside) <= _MOST_TOLD else chain
    links = [_told(told[0])]
    if len(told) == 1:
        return f"{links[0]}: it can never begin"
    for before, wait in pairwise(told):
        alike = _waits(wait) and _waits(before)
        links.append(_told(wait).replace(" waits ", " ", 1) if alike else _told(wait))
    if told is chain and beside:
        others = {wait.waiting.of for wait in beside} - {wait.waiting.of for wait in chain}
        links.append(f"{len(others)} others wait for these")
    return f"{', '.join(links[:-1])}, and {links[-1]}: {_never([*chain, *beside], circle)}"


def _never(chain: list[Wait], circle: Circle) -> str:
    if circle.loosely == "on one day":
        return "this can be kept only if they are done together, on one day"
    if circle.loosely == "in order":
        return "not all of this can be kept"
    moments = {wait.waiting for wait in chain}
    can = "need" if any(wait.is_a_condition for wait in chain) else "can"
    come = "begin" if all(moment.state == "begins" for moment in moments) else "come"
    neither = "neither" if len({moment.of for moment in moments}) <= 2 else "none"  # noqa: PLR2004 - of two
    return f"{neither} {can} ever {come}"


def _told(wait: Wait) -> str:
    """Return one step of the circle in words, told apart by how far things must have come."""
    awaited = " or ".join(map(str, wait.on))
    if wait.how == "before":
        (over,) = wait.on
        come = "begin" if over.state == "begins" else "be over"
        return f"{over.of} is to {come} before {wait.waiting}"
    if wait.how == "look":
        return f"{wait.waiting.of} is to verify {wait.on[0].of}"
    if wait.how == "together":
        return f"{wait.waiting.of} begins together with {wait.on[0].of}"
    if wait.by is not None:
        what = f"what {wait.waiting.of} waits for" if wait.by.upon else wait.waiting.of
        return f"{wait.by.by} bars {what} until {awaited}"
    if wait.how == "in force":
        return f"nothing lets {wait.waiting.of} begin before that"
    if wait.how == "body":
        body, verified = wait.on[0].of, wait.waiting.state == "is verified"
        done = f"verified by `{body}` alone" if verified else f"for `{body}` to do"
        return f"{wait.waiting.of} is {done}"
    if wait.how == "consent":
        return f"{wait.waiting.of} needs the consent of `{wait.on[0].of}`"
    if wait.how == "judge":
        return f"{wait.waiting.of} hangs on what `{wait.on[0].of}` finds"
    if wait.how == "certify":
        return f"{wait.waiting} is for `{wait.on[0].of}` to certify"
    if wait.how == "step":
        return f"{wait.waiting.of} is the step after {wait.on[0].of}"
    if wait.waiting.state == "is set up":
        return f"`{wait.waiting.of}` is set up only once {awaited}"
    if wait.waiting.state == "is verified":
        return f"{wait.waiting} only once {awaited}"
    until = "for" if wait.on[0].state == "happens" else "until"
    verb = "waits" if _waits(wait) else "goes on"
    return f"{wait.waiting.of} {verb} {until} {awaited}"


def _waits(wait: Wait) -> bool:
    """Tell whether it is told in no other words: what lasts goes on, everything else waits."""
    others = {"is complete", "is verified", "is set up"}
    return wait.how in {"after", "condition", "if"} and wait.waiting.state not in others


def _help(chain: list[Wait], circle: Circle, facts: Facts) -> str:
    """Return how two steps of the circle would begin together; an event has no such line."""
    look = next((wait for wait in chain if wait.how == "look"), None)
    if look is not None:
        return f"take {look.on[0].of} out of `verifies:` in {look.waiting.of}, or let it come later"
    if circle.loosely in {"on one day", "in order"}:
        return "say which of them comes first, and take the other line out"
    early = next((wait.waiting.of for wait in chain if wait.how == "in force"), None)
    if early is not None:
        return f"add `after: signature` to {early}, or let the text enter into force without it"
    waits = [wait for wait in chain if wait.how != "together"]
    own = [wait for wait in waits if wait.starts_a_step]
    entry = next((wait for wait in own if wait.on == (ENTRY,)), None)
    if entry is not None:
        line = _line(entry, facts)
        number = entry.waiting.of
        return (
            f"put `after: signature` in {number} in place of its `{line}:`, or let the text enter "
            "into force without it"
        )
    body = next((wait.waiting.of for wait in chain if wait.waiting.state == "is set up"), None)
    if body is not None:
        return f"set {body} up by a day, as in `established: by 60 days after signature`"
    if any(wait.how == "step" for wait in waits):
        return "number the steps in the order in which they are taken"
    if circle.mending is not None:
        one, other = circle.mending
        first, second = one.waiting.of, other.waiting.of
        return (
            f"let {first} and {second} begin together: put `together with: {second} begins` in "
            f"{first} in place of its `{_line(one, facts)}:`, and take the "
            f"`{_line(other, facts)}:` out of {second}"
        )
    barring = [wait.by for wait in waits if wait.by is not None and not wait.by.upon]
    if len(barring) == len(own) == len(waits) - 1 == len(facts.waiting.circles):
        first, second = barring[0].number, own[0].waiting.of
        return (
            f"let {first} and {second} begin together: put `until: {second} begins` in "
            f"{barring[0].by}, and `together with: {first} begins` in {second} in place of its "
            f"`{_line(own[0], facts)}:`"
        )
    return f"let {(own or waits)[0].waiting.of} wait for another clause, or for a day"


def _line(wait: Wait, facts: Facts) -> str:
    """Return the name of the line by which a step waits."""
    lines = facts.schedule.steps[wait.waiting.of].said.labels.lines
    return next(each.name for each in lines if each.span == _place(wait))


def _related(chain: list[Wait], circle: Circle, facts: Facts) -> Iterator[Related]:
    for wait in chain:
        if wait is not chain[0]:
            yield Related(_place(wait), _told(wait))
        if wait.by is not None:
            yield Related(wait.by.at, f"{wait.by.by} bars this")
    for number in () if circle.loosely in {"on one day", "in order"} else circle.behind:
        step = facts.schedule.steps[number]
        yield Related(step.said.sentence.span, f"{number} waits behind them")

"""Steps that wait for each other in a circle, so that none can ever begin.

“You first” in the words of a treaty: each side keeps the text to the letter by doing nothing. The
finding shows the shortest circle, and the line by which two of its steps would begin together.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.waiting import Circle, Wait
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule


@rule(
    family="sequence",
    lens="both",
    severity="error",
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
    ),
    good=(
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
        first = min(stated, key=_place)
        at = stated.index(first)
        chain = [*stated[at:], *stated[:at]]
        assert first.cause is not None  # noqa: S101 - only waits that are stated
        assert first.cause.at is not None  # noqa: S101 - likewise
        loose = any(wait.cause is not None and wait.cause.conditional for wait in stated)
        yield Problem(
            first.cause.at,
            _said(chain),
            _help(chain),
            severity="warning" if loose else None,
            related=tuple(_related(chain, circle, facts)),
        )


def _place(wait: Wait) -> int:
    assert wait.cause is not None  # noqa: S101 - only waits that are stated
    assert wait.cause.at is not None  # noqa: S101 - likewise
    return wait.cause.at.start


def _said(chain: list[Wait]) -> str:
    states = {wait.waiting.state for wait in chain}
    never = {"begins": "begin", "is complete": "end", "happens": "come"}
    can = never[states.pop()] if len(states) == 1 else "come"
    if len(chain) == 1:
        return f"{chain[0].waiting.of} waits for itself, and can never {can}"
    first, *others = chain
    links = [f"{first.waiting.of} waits {_for(first)}"]
    links += [f"{wait.waiting.of} {_for(wait)}" for wait in others]
    none = "neither" if len(chain) == 2 else "none"  # noqa: PLR2004 - neither is of two
    return f"{', '.join(links[:-1])}, and {links[-1]}: {none} can ever {can}"


def _for(wait: Wait) -> str:
    """Return what is waited for, told apart by how far it must have come."""
    awaited = " or ".join(map(str, wait.on))
    return f"for {awaited}" if wait.on[0].state == "happens" else f"until {awaited}"


def _help(chain: list[Wait]) -> str:
    """Return how two steps of the circle would begin together; an event has no such line."""
    steps = list(dict.fromkeys(w.waiting.of for w in chain if w.waiting.state == "begins"))
    if len(steps) < 2:  # noqa: PLR2004 - it takes two
        return f"let {(steps or [chain[0].waiting.of])[0]} wait for another clause, or for a day"
    first, other = steps[:2]
    return (
        f"let {first} and {other} begin together: put `together with: {other} begins` in {first} "
        f"in place of what it waits for, and take out of {other} what that waits for"
    )


def _related(chain: list[Wait], circle: Circle, facts: Facts) -> Iterator[Related]:
    for wait in chain[1:]:
        if wait.cause is not None and wait.cause.at is not None:
            yield Related(wait.cause.at, f"{wait.waiting.of} waits {_for(wait)}")
    for number in circle.behind:
        step = facts.schedule.steps[number]
        yield Related(step.said.sentence.span, f"{number} waits behind them")

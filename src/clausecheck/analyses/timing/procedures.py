"""The steps of a procedure, of which none begins before the one that it follows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from clausecheck.analyses.timing.steps import Step
from clausecheck.model.reading import Reading
from clausecheck.source import Span
from clausecheck.values import frozen


@frozen
class Follows:
    """A step by its number, the one before it, and the place of the later one."""

    number: str
    before: str
    at: Span


def following(steps: Iterable[Step]) -> Iterator[Follows]:
    """Yield which step follows which, in each procedure by their numbers.

    None waits for one that is optional, and may be left out.
    """
    procedures: dict[str, list[tuple[int, bool, Step]]] = {}
    for step in steps:
        for marker in step.said.sentence.markers:
            found = re.match(r"step\s+(\d+)", marker)
            if found is not None:
                above = step.number.rpartition("(step")[0]
                optional = _is_optional(marker)
                procedures.setdefault(above, []).append((int(found[1]), optional, step))
    for every in procedures.values():
        before: Step | None = None
        for _, optional, step in sorted(every, key=lambda each: each[0]):
            if before is not None:
                yield Follows(step.number, before.number, step.said.sentence.span)
            before = before if optional else step


def left_open(reading: Reading) -> frozenset[str]:
    """Return the numbers of the optional steps, which nobody is bound to take."""
    return frozenset(
        said.number
        for clause in reading.whole_clauses
        for said in clause.said
        if any(map(_is_optional, said.sentence.markers))
    )


def _is_optional(marker: str) -> bool:
    return marker.endswith("(optional)")

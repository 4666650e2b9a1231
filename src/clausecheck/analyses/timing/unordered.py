"""Steps that are due at times which are words, so that no reader can put one before the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from clausecheck.analyses.ties import is_ordered
from clausecheck.analyses.timing.times import open_words
from clausecheck.model import nodes
from clausecheck.model.reading import Provision, Reading
from clausecheck.values import frozen


@frozen
class Unordered:
    """A step of the one side that disarms, and steps that are done for it, all at open times."""

    step: Provision
    at: nodes.Label
    others: tuple[tuple[Provision, nodes.Label], ...]


def analyse(
    reading: Reading,
    alone: str | None,
    given: Sequence[Provision],
) -> tuple[Unordered, ...]:
    """Return the steps of one side whose time is open, as are those of what it is given for them.

    In text order. Such times were put in opposite orders before, by two sides on one day.
    """
    theirs = tuple(_open(given, reading))
    own = (
        each
        for each in reading.firsts.values()
        if each.kind == "duty" and each.meaning.who.names == (alone,)
    )
    ours = _open(own, reading)
    return tuple(Unordered(step, at, theirs) for step, at in ours) if theirs else ()


def _open(steps: Iterable[Provision], reading: Reading) -> Iterator[tuple[Provision, nodes.Label]]:
    """Yield the steps that are due at a time in words and by nothing else, with its line."""
    for step in steps:
        due = step.timing.due
        if is_ordered(step, reading) or not due or not reading.is_whole(step):
            continue
        if all(any(True for _ in open_words(line.value, reading.names)) for line in due):
            yield step, due[0]

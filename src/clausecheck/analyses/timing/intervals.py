"""What is to be done again and again, and need not be done once before its time is over."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.timing.moments import Moment, days_meant
from clausecheck.analyses.timing.schedule import Schedule
from clausecheck.analyses.timing.steps import Step
from clausecheck.model import nodes
from clausecheck.model.walk import every
from clausecheck.source import Span
from clausecheck.values import frozen


@frozen
class Rare:
    """An interval that is longer than the whole time in which the sentence holds."""

    at: Span
    number: str
    looks: bool
    """Whether it is how often somebody looks; else how often it is done."""
    term: nodes.Label
    """The line that says when it ends."""


def analyse(schedule: Schedule) -> tuple[Rare, ...]:
    """Return such intervals in text order."""
    found = (rare for step in schedule.steps.values() for rare in _of_step(step, schedule))
    return tuple(sorted(found, key=lambda rare: rare.at))


def _of_step(step: Step, schedule: Schedule) -> Iterator[Rare]:
    labels = step.said.labels
    ends = labels.all("for", "until")
    if not ends or step.done:
        return
    begins, complete = Moment(step.number, "begins"), Moment(step.number, "is complete")
    longest = schedule.most_after(begins, complete)
    for line in labels.all("every", "verified by") if longest is not None else ():
        least = _fewest(line)
        if least is not None and longest is not None and least > longest:
            yield Rare(line.span, step.number, line.name == "verified by", ends[0])


def _fewest(line: nodes.Label) -> int | None:
    """Return the fewest days between two times; None if one may also come at another time."""
    if isinstance(line.value, nodes.Period):
        return days_meant(line.value)[0]
    verifiers = list(every(nodes.Verifier, line.value))
    timings = [timing for verifier in verifiers for timing in verifier.timing or (None,)]
    spans = [
        days_meant(timing.every)[0]
        for timing in timings
        if isinstance(timing, nodes.Frequency) and timing.every is not None
    ]
    return min(spans) if spans and len(spans) == len(timings) else None

"""What waits for what, and what follows from that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from clausecheck.analyses.timing import waits
from clausecheck.analyses.timing.deadlocks import Circle, deadlocks
from clausecheck.analyses.timing.moments import Moment
from clausecheck.analyses.timing.schedule import Schedule
from clausecheck.analyses.timing.waits import Barred, Promised, Wait
from clausecheck.model.reading import Reading
from clausecheck.source import Span
from clausecheck.values import frozen


@frozen(slots=False)
class Waiting:
    """The waits of a text, and what comes of them."""

    waits: tuple[Wait, ...]
    circles: tuple[Circle, ...]
    lost: frozenset[Moment] = frozenset()
    """What can never come: what waits in a circle, and what comes only after that.

    What an order alone or conditions alone put in a circle can come."""
    unmet: frozenset[Span] = frozenset()
    """The places of conditions in circles: who acts first acts before they are met."""

    def steps_for(self, wait: Wait) -> Iterator[str]:
        """Yield the numbers of the steps that are waited for, directly or by an event or body."""
        return (moment.of for moment in self.moments_for(wait))

    @cached_property
    def after_a_breach(self) -> frozenset[str]:
        """The numbers of the steps that come only if another is breached, or after such a one."""
        waiting: dict[str, list[Wait]] = {}
        found: list[str] = []
        for wait in self.waits:
            if wait.orders_a_step and wait.how != "if":
                moments = tuple(self.moments_for(wait))
                if moments and all(moment.state == "is breached" for moment in moments):
                    found.append(wait.waiting.of)
                for number in {moment.of for moment in moments}:
                    waiting.setdefault(number, []).append(wait)
        seen = set(found)
        for number in found:
            for wait in waiting.get(number, ()):
                if wait.waiting.of not in seen and all(
                    moment.state == "is breached" or moment.of in seen
                    for moment in self.moments_for(wait)
                ):
                    seen.add(wait.waiting.of)
                    found.append(wait.waiting.of)
        return frozenset(seen)

    def moments_for(self, wait: Wait) -> Iterator[Moment]:
        """Yield the moments of steps that are waited for, likewise."""
        left, seen = list(wait.on), set(wait.on)
        for moment in left:
            if moment.state not in {"happens", "is set up"}:
                yield moment
                continue
            for other in self._by_event.get(moment.of, ()):
                if other not in seen:
                    seen.add(other)
                    left.append(other)

    def needed_for(self, moment: Moment) -> frozenset[Moment]:
        """Return the moments without which one does not come, as far as single lines say so."""
        left, seen = [moment], {moment}
        for each in left:
            for other in self._needed.get(each, ()):
                if other not in seen:
                    seen.add(other)
                    left.append(other)
        return frozenset(seen) - {moment}

    @cached_property
    def _needed(self) -> Mapping[Moment, Sequence[Moment]]:
        found: dict[Moment, list[Moment]] = {}
        for wait in self.waits:
            if wait.how in {"after", "condition"} and len(wait.on) == 1:
                found.setdefault(wait.waiting, []).extend(wait.on)
        return found

    @cached_property
    def _by_event(self) -> Mapping[str, Sequence[Moment]]:
        """What brings about each event."""
        found: dict[str, list[Moment]] = {}
        for wait in self.waits:
            if wait.cause is not None and wait.cause.number is None:
                found.setdefault(wait.waiting.of, []).extend(wait.on)
        return found


def analyse(
    reading: Reading, schedule: Schedule, promised: Promised, barred: Sequence[Barred] = ()
) -> Waiting:
    """Return what waits, and the circles in the order of their first steps by number.

    The circles do not hang on where in the file the clauses stand.

    `promised` gives the clauses that ask for what conditions speak of, `barred` what others forbid.
    """
    waits_ = tuple(waits.analyse(reading, schedule, promised, barred))
    return Waiting(waits_, *deadlocks((*waits_, *waits.orders(schedule)), schedule))

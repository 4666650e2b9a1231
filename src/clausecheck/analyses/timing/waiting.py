"""Which steps wait in a circle, and which can never begin.

Everything that no wait holds back happens; then all that waited for it; what is left can never
happen. Among that, the circles are the strongly connected parts.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from clausecheck.analyses.timing import waits
from clausecheck.analyses.timing.moments import Moment
from clausecheck.analyses.timing.parts import parts
from clausecheck.analyses.timing.schedule import Schedule
from clausecheck.analyses.timing.waits import Promised, Wait
from clausecheck.model.numbers import Counted, in_order
from clausecheck.model.reading import Reading
from clausecheck.source import Span
from clausecheck.values import evolve, frozen


@frozen
class Circle:
    """Waits of which each is for the one that waits in the next, and the last for the first."""

    waits: tuple[Wait, ...]
    behind: tuple[str, ...]
    """The numbers of other steps that can therefore never begin, as they are counted."""

    @property
    def steps(self) -> frozenset[str]:
        """The numbers of the steps that wait in it."""
        return frozenset(wait.waiting.of for wait in self.waits)

    @property
    def lines(self) -> frozenset[Span]:
        """Where the text says that they wait."""
        places = (wait.cause.at for wait in self.waits if wait.cause is not None)
        return frozenset(at for at in places if at is not None)


@frozen(slots=False)
class Waiting:
    """The waits of a text, and what comes of them."""

    waits: tuple[Wait, ...]
    circles: tuple[Circle, ...]

    def steps_for(self, wait: Wait) -> Iterator[str]:
        """Yield the numbers of the steps that are waited for, directly or by an event or body."""
        return (moment.of for moment in self.moments_for(wait))

    @cached_property
    def after_a_breach(self) -> frozenset[str]:
        """The numbers of the steps that come only if another is breached, or after such a one."""
        waiting: dict[str, list[Wait]] = {}
        found: list[str] = []
        for wait in self.waits:
            if wait.starts_a_step and wait.how != "if":
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
            if wait.how == "after" and len(wait.on) == 1:
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


def analyse(reading: Reading, schedule: Schedule, promised: Promised) -> Waiting:
    """Return what waits, and the circles in the order of their first steps by number.

    The circles do not hang on where in the file the clauses stand.

    `promised` gives the clauses that ask for what conditions speak of.
    """
    waits_ = tuple(waits.analyse(reading, schedule, promised))
    return Waiting(waits_, tuple(_circles((*waits_, *waits.befores(schedule)), schedule)))


def never(waits: Sequence[Wait], together: Mapping[Moment, Moment]) -> set[Moment]:
    """Return the moments that can never come, in time linear in the waits.

    `together` gives for a moment that comes together with another the one that stands for both.
    """
    held: dict[Moment, int] = {}
    by_moment: dict[Moment, list[int]] = {}
    leaders = [together.get(wait.waiting, wait.waiting) for wait in waits]
    for place, (wait, waiting) in enumerate(zip(waits, leaders, strict=True)):
        held[waiting] = held.get(waiting, 0) + 1
        for moment in dict.fromkeys(together.get(each, each) for each in wait.on):
            held.setdefault(moment, 0)
            by_moment.setdefault(moment, []).append(place)
    come = deque(moment for moment, count in held.items() if count == 0)
    left, done = {moment for moment, count in held.items() if count}, set[int]()
    while come:
        for place in by_moment.get(come.popleft(), ()):
            if place not in done:
                done.add(place)
                waiting = leaders[place]
                held[waiting] -= 1
                if held[waiting] == 0:
                    left.discard(waiting)
                    come.append(waiting)
    return left


def _leaders(waits: Iterable[Wait]) -> Mapping[Moment, Moment]:
    """Return for each beginning that is put together with another the one that stands for all."""
    leader: dict[Moment, Moment] = {}

    def find(moment: Moment) -> Moment:
        while moment in leader:
            moment = leader[moment]
        return moment

    for wait in waits:
        one, other = find(wait.waiting), find(wait.on[0])
        if one != other:
            leader[one] = other
    return {moment: find(moment) for moment in leader}


def _circles(waits: tuple[Wait, ...], schedule: Schedule) -> Iterator[Circle]:
    put_together = sorted((wait for wait in waits if wait.how == "together"), key=_counted)
    same = _leaders(put_together)
    real = [
        wait
        for wait in waits
        if wait.how != "together" and not (wait.how == "if" and _begins_with_it(wait, same))
    ]
    lost = never(real, same)
    if not lost:
        return
    leading: _Leading = {}
    for wait in sorted(real, key=_counted):
        waiting = same.get(wait.waiting, wait.waiting)
        for moment in wait.on:
            on = same.get(moment, moment)
            if waiting in lost and on in lost:
                leading.setdefault(waiting, []).append((on, wait))
    parts = [part for part in _parts(leading) if _turns(part, leading)]
    inside = {moment for part in parts for moment in part}
    behind = tuple(
        number
        for number in sorted(schedule.steps, key=in_order)
        if (begins := Moment(number, "begins")) in lost and same.get(begins, begins) not in inside
    )
    found = [circle for part in parts for circle in _of_part(part, leading)]
    found.sort(key=lambda circle: min(map(_counted, circle)))
    for place, circle in enumerate(found):
        yield Circle(_closed(circle, put_together, same), behind if place == 0 else ())


def _counted(wait: Wait) -> tuple[bool, Counted]:
    """Return what puts a wait in its place: the head first, then the clauses by their numbers."""
    number = wait.cause.number if wait.cause is not None else wait.waiting.of
    return number is not None, in_order(number or "")


def _begins_with_it(wait: Wait, same: Mapping[Moment, Moment]) -> bool:
    """Tell whether a step is put together with the act that it has for a condition."""
    waiting = same.get(wait.waiting, wait.waiting)
    return any(same.get(moment, moment) == waiting for moment in wait.on)


_MOST_TOLD = 10
"""Circles of one part that are told; mend them, and the rest will be."""


def _of_part(part: list[Moment], leading: _Leading) -> Iterator[tuple[Wait, ...]]:
    """Yield the shortest circle of a part, and further ones that no wait of those before closes.

    Each brings in a step and a line that none before has.
    """
    inside, told, lines = set(part), set[str](), set[Span | None]()
    left = {m: [link for link in leading[m] if link[0] in inside] for m in part if m in leading}
    waiting = [part]
    for _ in range(_MOST_TOLD):
        if not waiting:
            return
        here = waiting.pop(0)
        circle = _shortest(here, left)
        steps = {wait.waiting.of for wait in circle}
        causes = {wait.cause.at for wait in circle if wait.cause is not None}
        if not (steps <= told or causes <= lines):
            yield circle
        told |= steps
        lines |= causes
        gone = {id(wait) for wait in circle if wait.cause is not None}
        rest = {m: [each for each in left[m] if id(each[1]) not in gone] for m in here}
        left.update(rest)
        waiting += [each for each in _parts(rest) if _turns(each, rest)]


def _closed(
    circle: tuple[Wait, ...], put_together: Sequence[Wait], same: Mapping[Moment, Moment]
) -> tuple[Wait, ...]:
    """Return a circle with the lines by which what is waited for begins with what waits next."""
    beside: dict[Moment, list[tuple[Moment, Wait]]] = {}
    for wait in put_together if same else ():
        one, other = wait.waiting, wait.on[0]
        beside.setdefault(one, []).append((other, wait))
        beside.setdefault(other, []).append((one, evolve(wait, waiting=other, on=(one,))))
    closed: list[Wait] = []
    for wait, following in zip(circle, (*circle[1:], circle[0]), strict=True):
        goal = following.waiting
        to = same.get(goal, goal)
        closed.append(wait)
        if goal not in wait.on:
            start = next(moment for moment in wait.on if same.get(moment, moment) == to)
            closed.extend(_along(start, goal, beside))
    return tuple(closed)


def _along(start: Moment, goal: Moment, beside: _Leading) -> Iterator[Wait]:
    """Yield the fewest lines that put one beginning together with another."""
    paths: dict[Moment, tuple[Moment, Wait] | None] = {start: None}
    for moment in (queue := [start]):
        for on, wait in beside[moment]:
            if on not in paths:
                paths[on] = (moment, wait)
                queue.append(on)
    back, step = list[Wait](), paths[goal]
    while step is not None:
        back.append(step[1])
        step = paths[step[0]]
    yield from reversed(back)


_Leading = dict[Moment, list[tuple[Moment, Wait]]]


def _turns(part: list[Moment], leading: _Leading) -> bool:
    return len(part) > 1 or any(on == part[0] for on, _ in leading.get(part[0], ()))


def _parts(leading: _Leading) -> list[list[Moment]]:
    return parts(leading, lambda moment: (on for on, _ in leading.get(moment, ())))


_STARTS = 40
"""How many moments of a part are tried for the shortest circle; one in a large part is enough."""


def _shortest(part: list[Moment], leading: _Leading) -> tuple[Wait, ...]:
    """Return the circle of the fewest waits within a part."""
    inside = set(part)
    best: tuple[Wait, ...] = ()
    for start in part[:_STARTS]:
        paths: dict[Moment, tuple[Moment, Wait] | None] = {start: None}
        queue, found = deque([start]), False
        while queue and not found:
            moment = queue.popleft()
            for on, wait in leading.get(moment, ()):
                if on == start:
                    circle = _back(moment, wait, paths)
                    if not best or _stated(circle) < _stated(best):
                        best = circle
                    found = True
                    break
                if on in inside and on not in paths:
                    paths[on] = (moment, wait)
                    queue.append(on)
    return best


def _stated(circle: tuple[Wait, ...]) -> tuple[int, int]:
    return sum(wait.cause is not None for wait in circle), len(circle)


def _back(
    moment: Moment, last: Wait, paths: Mapping[Moment, tuple[Moment, Wait] | None]
) -> tuple[Wait, ...]:
    waits, step = [last], paths[moment]
    while step is not None:
        waits.append(step[1])
        step = paths[step[0]]
    return tuple(reversed(waits))

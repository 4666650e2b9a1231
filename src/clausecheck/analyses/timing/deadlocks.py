"""Which steps wait in a circle, and which can never begin.

Everything that no wait holds back happens; then all that waited for it; what is left can never
happen. Among that, the circles are the strongly connected parts.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal, TypeAlias

from clausecheck.analyses.timing.moments import Moment
from clausecheck.analyses.timing.parts import parts
from clausecheck.analyses.timing.schedule import Schedule
from clausecheck.analyses.timing.waits import Wait
from clausecheck.model.numbers import Counted, in_order
from clausecheck.source import Span
from clausecheck.values import evolve, frozen

_Leading: TypeAlias = dict[Moment, list[tuple[Moment, Wait]]]
"""Of what never comes, what it waits for, with the wait that says so."""
_ORDERING = frozenset({"before", "look"})
"""Ways to wait that bar nobody: who heeds them not comes out of order."""
Loosely: TypeAlias = Literal["on one day", "in order", "upon conditions"]


@frozen
class Circle:
    """Waits of which each is for the one that waits in the next, and the last for the first."""

    waits: tuple[Wait, ...]
    beside: tuple[Wait, ...]
    """Why what else a line is content with never comes: without these there were a way out."""
    behind: tuple[str, ...]
    """The numbers of other steps that can therefore never begin, as they are counted."""
    mending: tuple[Wait, Wait] | None = None
    """Two of them whose steps can begin together, if the first's line says so in place of what it
    says, and the other's is taken out: none where another circle holds one of the steps."""

    @property
    def steps(self) -> frozenset[str]:
        """The numbers of the steps that wait in it, or beside it."""
        return frozenset(wait.waiting.of for wait in (*self.waits, *self.beside))

    @property
    def loosely(self) -> Loosely | None:
        """What it hangs on that bars none of its steps: an order, or the conditions of some.

        Whoever comes after a step that is to be over `before` need not heed that: an order alone is
        kept by all who come on one day, since `before` leaves them that. What is bound upon an act
        of another may be done unasked. None where its steps can never begin.
        """
        ways = {wait.how for wait in (*self.waits, *self.beside) if wait.cause is not None}
        if not ways.isdisjoint(_ORDERING):
            return "on one day" if ways <= _ORDERING else "in order"
        conditional = any(wait.is_a_condition for wait in (*self.waits, *self.beside))
        return "upon conditions" if conditional else None

    @property
    def lines(self) -> frozenset[Span]:
        """Where the text says that they wait."""
        every = (*self.waits, *self.beside)
        places = (wait.cause.at for wait in every if wait.cause is not None)
        return frozenset(at for at in places if at is not None)


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


def deadlocks(
    waits: tuple[Wait, ...], schedule: Schedule
) -> tuple[tuple[Circle, ...], frozenset[Moment], frozenset[Span]]:
    """Return the circles in the order of their first steps by number, and all that never comes.

    What a circle holds back only by what bars nobody can come. With them, the places of the
    conditions that turn in circles: who acts first acts before these are met.
    """
    put_together = sorted((wait for wait in waits if wait.how == "together"), key=_counted)
    same = _leaders(put_together)
    real = [
        wait
        for wait in waits
        if wait.how != "together"
        and not ((wait.is_a_condition or wait.how == "barred") and _begins_with_it(wait, same))
    ]
    lost = never(real, same)
    if not lost:
        return (), frozenset(), frozenset()
    leading = _leading(real, lost, same)
    turning = [part for part in _parts(leading) if _turns(part, leading)]
    found = tuple(_circles(turning, leading, lost, put_together, same, schedule))
    barred = _barred(real, same)
    never_come = barred | {moment for moment in same if same[moment] in barred}
    return found, frozenset(never_come), frozenset(_unmet(turning, leading))


def _leading(real: Sequence[Wait], lost: set[Moment], same: Mapping[Moment, Moment]) -> _Leading:
    leading: _Leading = {}
    for wait in sorted(real, key=_counted):
        waiting = same.get(wait.waiting, wait.waiting)
        awaited = [same.get(moment, moment) for moment in wait.on]
        if waiting in lost and lost.issuperset(awaited):  # else one of them ends the wait
            leading.setdefault(waiting, []).extend((on, wait) for on in awaited)
    return leading


def _unmet(turning: list[list[Moment]], leading: _Leading) -> Iterator[Span]:
    """Yield the places of the conditions that turn in circles."""
    for part in turning:
        inside = set(part)
        for on, wait in (link for moment in part for link in leading[moment]):
            if wait.is_a_condition and wait.cause is not None and on in inside:
                yield wait.cause.place


def _barred(real: Sequence[Wait], same: Mapping[Moment, Moment]) -> set[Moment]:
    """Return what is kept from coming by more than orders and each other's conditions.

    A condition that can never be met is no better than a line that has a step wait for ever.
    """
    waits = [wait for wait in real if wait.how not in _ORDERING and not wait.is_a_condition]
    left = [wait for wait in real if wait.is_a_condition]
    while True:
        barred = never(waits, same)
        met = [any(same.get(on, on) not in barred for on in wait.on) for wait in left]
        if all(met):
            return barred
        waits += [wait for wait, can in zip(left, met, strict=True) if not can]
        left = [wait for wait, can in zip(left, met, strict=True) if can]


def _circles(
    turning: list[list[Moment]],
    leading: _Leading,
    lost: set[Moment],
    put_together: Sequence[Wait],
    same: Mapping[Moment, Moment],
    schedule: Schedule,
) -> Iterator[Circle]:
    where = {moment: place for place, part in enumerate(turning) for moment in part}
    inside = where.keys()
    behind = tuple(
        number
        for number in sorted(schedule.steps, key=in_order)
        if (begins := Moment(number, "begins")) in lost and same.get(begins, begins) not in inside
    )
    found = [
        (circle, tuple(beside))
        for part in turning
        for circle, beside in _of_part(part, leading, same, inside - {*part})
    ]
    found.sort(key=lambda pair: min(map(_counted, pair[0])))
    for place, (circle, beside) in enumerate(found):
        told = {wait.waiting.of for wait in beside}
        left = tuple(number for number in behind if number not in told)
        yield Circle(
            _closed(circle, put_together, same),
            beside,
            left if place == 0 else (),
            _mending(circle, leading, same, schedule, where),
        )


def _mending(
    circle: Sequence[Wait],
    leading: _Leading,
    same: Mapping[Moment, Moment],
    schedule: Schedule,
    where: Mapping[Moment, int],
) -> tuple[Wait, Wait] | None:
    """Return the first two waits of a circle that can be mended so, from its first step on."""
    own = [wait for wait in circle if wait.starts_a_step]
    at = own.index(min(own, key=_counted)) if own else 0
    lines = [*own[at:], *own[:at]]
    pairs = [*pairwise([*lines, *lines[:1]])] if len(lines) > 1 else []
    for one, other in (*pairs, *((late, early) for early, late in pairs)):
        if not _begins_with_another(one, schedule):
            places = {wait.cause.at for wait in (one, other) if wait.cause is not None}
            both = {same.get(wait.waiting, wait.waiting) for wait in (one, other)}
            left: _Leading = {}
            waiting = list(both)
            for moment in waiting:
                if moment not in left:
                    left[moment] = [
                        (on, wait)
                        for on, wait in leading.get(moment, ())
                        if where.get(on) == where[moment]  # what leads out does not come back
                        and (wait.cause is None or wait.cause.at not in places)
                    ]
                    waiting += [on for on, _ in left[moment]]
            if not any(_path(moment, both, left) for moment in both):
                return one, other
    return None


def _begins_with_another(wait: Wait, schedule: Schedule) -> bool:
    """Tell whether a line that is to stay has the step begin together with another."""
    labels = schedule.steps[wait.waiting.of].said.labels.all("together with")
    return any(wait.cause is None or label.span != wait.cause.at for label in labels)


def _counted(wait: Wait) -> tuple[bool, Counted]:
    """Return what puts a wait in its place: the head first, then the clauses by their numbers."""
    number = wait.cause.number if wait.cause is not None else wait.waiting.of
    return number is not None, in_order(number or "")


def _begins_with_it(wait: Wait, same: Mapping[Moment, Moment]) -> bool:
    """Tell whether a step is put together with the act that it has for a condition."""
    waiting = same.get(wait.waiting, wait.waiting)
    others = (moment for moment in wait.on if moment != wait.waiting)
    return any(same.get(moment, moment) == waiting for moment in others)


_MOST_TOLD = 10
"""Circles of one part that are told; mend them, and the rest will be."""


def _of_part(
    part: list[Moment],
    leading: _Leading,
    same: Mapping[Moment, Moment],
    elsewhere: Collection[Moment],
) -> Iterator[tuple[tuple[Wait, ...], list[Wait]]]:
    """Yield the shortest circle of a part, and further ones that no wait of those before closes.

    Each brings in a step and a line that none before has. With it comes what closes the other ways
    that its lines leave, up to what turns `elsewhere`: that is told of the circle there.
    """
    inside, told, lines = set(part), set[str](), set[Span | None]()
    left = {m: [link for link in leading[m] if link[0] in inside] for m in part if m in leading}
    waiting = [part]
    for _ in range(_MOST_TOLD):
        if not waiting:
            return
        here = waiting.pop(0)
        circle = _shortest(here, left)
        beside = list(_beside(circle, leading, same, elsewhere))
        steps = {wait.waiting.of for wait in (*circle, *beside)}
        causes = {wait.cause.at for wait in (*circle, *beside) if wait.cause is not None}
        if not (steps <= told or causes <= lines):
            yield circle, beside
        told |= steps
        lines |= causes
        gone = {id(wait) for wait in circle if wait.cause is not None}
        rest = {m: [each for each in left[m] if id(each[1]) not in gone] for m in here}
        left.update(rest)
        waiting += [each for each in _parts(rest) if _turns(each, rest)]


def _beside(
    circle: Sequence[Wait],
    leading: _Leading,
    same: Mapping[Moment, Moment],
    elsewhere: Collection[Moment],
) -> Iterator[Wait]:
    """Yield the waits for which nothing else comes that a line of the circle is content with."""
    told = {*elsewhere, *(same.get(wait.waiting, wait.waiting) for wait in circle)}
    left = [same.get(moment, moment) for wait in circle for moment in wait.on]
    for moment in left:
        if moment not in told:
            for wait in _path(moment, told, leading):
                yield wait
                told.add(same.get(wait.waiting, wait.waiting))
                left.extend(same.get(each, each) for each in wait.on)


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
            closed.extend(_path(start, {goal}, beside))
    return tuple(closed)


def _turns(part: list[Moment], leading: _Leading) -> bool:
    return len(part) > 1 or any(on == part[0] for on, _ in leading.get(part[0], ()))


def _parts(leading: _Leading) -> list[list[Moment]]:
    return parts(leading, lambda moment: (on for on, _ in leading.get(moment, ())))


_STARTS = 40
"""How many moments of a part are tried for the shortest circle; one in a large part is enough."""


def _shortest(part: list[Moment], leading: _Leading) -> tuple[Wait, ...]:
    """Return the circle of the fewest waits within a part."""
    inside = set(part)
    branches = any(sum(on in inside for on, _ in leading[moment]) > 1 for moment in part)
    starts = part[:_STARTS] if branches else part[:1]  # a ring is one circle, wherever it begins
    circles = (_path(start, {start}, leading) for start in starts)
    return min(filter(None, circles), key=_stated)


def _stated(circle: tuple[Wait, ...]) -> tuple[int, int]:
    return sum(wait.cause is not None for wait in circle), len(circle)


def _path(start: Moment, ends: Collection[Moment], leading: _Leading) -> tuple[Wait, ...]:
    """Return the fewest waits, one at least, that lead from a moment on to one of these."""
    paths: dict[Moment, tuple[Moment, Wait]] = {}
    queue = deque([start])
    while queue:
        moment = queue.popleft()
        for on, wait in leading.get(moment, ()):
            if on in ends:
                return (*_back(moment, start, paths), wait)
            if on != start and on not in paths:
                paths[on] = (moment, wait)
                queue.append(on)
    return ()


def _back(
    moment: Moment, start: Moment, paths: Mapping[Moment, tuple[Moment, Wait]]
) -> tuple[Wait, ...]:
    waits = []
    while moment != start:
        moment, wait = paths[moment]
        waits.append(wait)
    return tuple(reversed(waits))

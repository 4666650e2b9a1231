"""Steps that come later than their own line has them, if others use all the time the text allows.

Who is to answer by April, and only once another has acted who has until June, comes in June. That
the text contradicts itself there is told elsewhere; whoever waits for the answer waits as long.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from clausecheck.analyses.timing.bounds import Bound
from clausecheck.analyses.timing.moments import COMMON, Moment
from clausecheck.analyses.timing.parts import parts
from clausecheck.analyses.timing.steps import Step

Days = Mapping[Moment, Mapping[Moment, int]]
"""Last days of moments, by what they count from."""


def kept_back(
    steps: Mapping[str, Step], limits: Iterable[Bound], lasts: Days
) -> Mapping[str, Mapping[Moment, int]]:
    """Return by number the last days of such steps, by what they count from.

    So is what is due so many days after one of these. Of steps that hang on each other none is kept
    back by that.
    """
    hangs: dict[str, list[tuple[str, Bound]]] = {}
    for limit in limits:
        if limit.earlier.of != limit.later.of:
            for own, other in ((limit.earlier, limit.later), (limit.later, limit.earlier)):
                if limit.cause.number == own.of and _puts_off(limit, own, steps):
                    hangs.setdefault(own.of, []).append((other.of, limit))
    found: dict[str, dict[Moment, int]] = {}
    for part in parts(hangs, lambda each: [of for of, _ in hangs.get(each, ()) if of in hangs]):
        for number in part:
            on = [limit for of, limit in hangs[number] if of not in part]
            late = _late(steps[number], on, lasts, found)
            if late:
                found[number] = late
    return found


def _puts_off(limit: Bound, own: Moment, steps: Mapping[str, Step]) -> bool:
    """Tell whether a step comes no sooner than another by a line of its own, or is due after it."""
    if limit.later == own:
        return own == steps[own.of].given
    waits = own in {Moment(own.of, "begins"), steps[own.of].given}
    return waits and limit.days <= 0 and limit.later.of in steps


def _late(
    step: Step, on: Sequence[Bound], lasts: Days, found: Mapping[str, Mapping[Moment, int]]
) -> dict[Moment, int]:
    """Return the days to which a step is put off beyond its own last ones, by what it hangs on."""
    late: dict[Moment, int] = {}
    dues = [each for each in on if each.later == step.given]
    for origin in COMMON & lasts.keys():
        last = lasts[origin]
        own = last.get(step.given)
        if own is None:
            continue
        days = [own]
        ours = [_after(each.earlier, each.days, origin, last, {}) for each in dues]
        if own in ours:  # else its own side needs it sooner than any of its lines says
            ways = (_after(each.earlier, each.days, origin, last, found) for each in dues)
            days = [min(day for day in ways if day is not None)]
        waits = (
            _after(each.later, -each.days, origin, last, found) for each in on if each not in dues
        )
        days += [day for day in waits if day is not None]
        if max(days) > own:
            late[origin] = max(days)
    return late


def _after(
    moment: Moment,
    days: int,
    origin: Moment,
    last: Mapping[Moment, int],
    found: Mapping[str, Mapping[Moment, int]],
) -> int | None:
    """Return the last day that comes so many after a moment; what is done is verified at once."""
    if moment == origin:
        return days
    done = Moment(moment.of, "is complete")
    late = found.get(moment.of, {}).get(origin, last.get(moment, last.get(done)))
    return late + days if late is not None else None

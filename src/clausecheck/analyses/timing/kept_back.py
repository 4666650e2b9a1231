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
from clausecheck.values import frozen

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
            late = _late(number, on, steps, lasts, found)
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
    number: str,
    on: Sequence[Bound],
    steps: Mapping[str, Step],
    lasts: Days,
    found: Mapping[str, Mapping[Moment, int]],
) -> dict[Moment, int]:
    """Return the days to which a step is put off beyond its own last ones, by what it hangs on."""
    given, late = steps[number].given, dict[Moment, int]()
    dues = [each for each in on if each.later == given]
    waits = [each for each in on if each.later != given]
    for origin in COMMON & lasts.keys():
        last = lasts[origin]
        own = last.get(given)
        if own is None:
            continue
        now = _Last(origin, last, {}, steps)
        then = _Last(origin, last, found, steps)
        days = [own]
        if own in [now.after(each.earlier, each.days) for each in dues]:
            # Else its own side needs it sooner than any of its lines says.
            ways = (then.after(each.earlier, each.days) for each in dues)
            days = [min(day for day in ways if day is not None)]
        awaited = (then.after(each.later, -each.days) for each in waits)
        days += [day for day in awaited if day is not None]
        if max(days) > own:
            late[origin] = max(days)
    return late


@frozen
class _Last:
    """The last days that count from one moment, and those of what comes later than that."""

    origin: Moment
    days: Mapping[Moment, int]
    found: Mapping[str, Mapping[Moment, int]]
    steps: Mapping[str, Step]

    def after(self, moment: Moment, days: int) -> int | None:
        """Return the last day so many days after a moment; what is done is verified at once."""
        if moment == self.origin:
            return days
        late = self.found.get(moment.of, {}).get(self.origin, self.days.get(moment))
        if late is None and moment.state == "is verified" and moment.of in self.steps:
            late = self.days.get(self.steps[moment.of].given)
        return late + days if late is not None else None

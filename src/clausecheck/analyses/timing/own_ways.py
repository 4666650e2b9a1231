"""Ways of a choice that lead back to what chooses: who waits for another, who waits for them.

"After 1 is complete, or on 1 May", where 1 itself waits for this step, leaves 1 May alone: the days
would allow both to come at once, but neither brings the other about.
"""

from __future__ import annotations

from collections.abc import Sequence

from clausecheck.analyses.timing.bounds import Bound, Choice
from clausecheck.analyses.timing.ways import Ways
from clausecheck.values import evolve


def without_own_ways(
    limits: Sequence[Bound], choices: Sequence[Choice]
) -> tuple[tuple[Bound, ...], tuple[Choice, ...]]:
    """Return the limits and the choices that are left, of which one of a single way is none.

    Where all ways lead back, that is a circle, and is told as one.
    """
    if not choices:
        return tuple(limits), ()
    waits = Ways(limit for limit in limits if _is_waited_for(limit))
    sure = [*limits]
    left: list[Choice] = []
    for choice in choices:
        ways = [way for way in choice.options if not _leads_back(way, waits)]
        if len(ways) == 1:
            sure += ways[0]
        else:
            left.append(evolve(choice, options=tuple(ways or choice.options)))
    return tuple(sure), tuple(left)


def _is_waited_for(limit: Bound) -> bool:
    """Tell whether a moment comes no sooner than another because its own lines say so, on no `if`.

    That another's line has it done `before:` something makes nothing wait, and of two events that
    are one nobody can tell which brings the other.
    """
    own, other = limit.earlier, limit.later
    of_event = own.state == "happens" != other.state and limit.cause.number is None
    waits = of_event or own.of in {limit.cause.number, other.of}
    return limit.days <= 0 and waits and not limit.cause.conditional


def _leads_back(way: Sequence[Bound], waits: Ways) -> bool:
    return any(
        _is_waited_for(limit)
        and limit.later != limit.earlier
        and waits.orders(limit.earlier, limit.later)
        for limit in way
    )

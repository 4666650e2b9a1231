"""Ways of a choice that lead back to what chooses: who waits for another, who waits for them.

"After 1 is complete, or on 1 May", where 1 itself waits for this step, leaves 1 May alone: the days
would allow both to come at once, but neither brings the other about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain

from clausecheck.analyses.timing.bounds import Bound, Choice
from clausecheck.analyses.timing.parts import parts
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
    return tuple(sure), tuple(_with_ways_out(sure, left))


_MOST_WAYS_OUT = 8


def _with_ways_out(limits: Sequence[Bound], choices: Sequence[Choice]) -> Iterator[Choice]:
    """Yield the choices with what a way that leads to others of them and back needs beside it.

    One of these others has to take a way that leads elsewhere.
    """
    chosen = (each for choice in choices for way in choice.options for each in way)
    leads: dict[str, list[str]] = {}
    for limit in chain(limits, chosen):
        if _waits_for_another(limit):
            leads.setdefault(limit.earlier.of, []).append(limit.later.of)
    rings = [{*part} for part in parts(leads, lambda each: leads.get(each, ())) if len(part) > 1]
    ring_of = {each: ring for ring in rings for each in ring}
    out = [
        limit
        for choice in choices
        for way in choice.options
        for limit in way
        if _is_waited_for(limit) and limit.later.of not in ring_of.get(limit.earlier.of, ())
    ]
    for choice in choices:
        ways = [each for way in choice.options for each in _ways(way, ring_of, out)]
        yield evolve(choice, options=tuple(ways))


def _ways(
    way: tuple[Bound, ...], ring_of: Mapping[str, AbstractSet[str]], out: Sequence[Bound]
) -> Iterator[tuple[Bound, ...]]:
    """Yield a way with each of the ways out of its ring, or alone where it is in none."""
    for limit in way:
        ring = ring_of.get(limit.earlier.of, frozenset())
        if _waits_for_another(limit) and limit.later.of in ring:
            others = [each for each in out if each.earlier.of in ring - {limit.earlier.of}]
            if 0 < len(others) <= _MOST_WAYS_OUT:
                for each in others:
                    follows = evolve(limit, later=each.earlier, days=0, counted=None)
                    between = (follows,) if each.earlier.of != limit.later.of else ()
                    yield (*way, *between, each)
                return
    yield way


def _waits_for_another(limit: Bound) -> bool:
    """Tell whether something begins only once another is done, and not together with it."""
    begins = limit.earlier.state in {"begins", "happens"} and limit.later.state != "begins"
    return begins and limit.earlier.of != limit.later.of and _is_waited_for(limit)


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

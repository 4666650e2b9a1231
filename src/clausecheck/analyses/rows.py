"""Which sentences of a text are steps of its timetable, and in which order they are read."""

from __future__ import annotations

from collections.abc import Mapping
from heapq import heapify, heappop, heappush
from typing import Literal, Protocol, TypeAlias

from clausecheck.analyses.drafting.final_clauses import topics
from clausecheck.analyses.terms import acts, of_this_text, speaks_of
from clausecheck.analyses.timing.by_themselves import DOING, TIMES
from clausecheck.analyses.timing.moments import CALENDAR, ENTRY, SIGNATURE
from clausecheck.analyses.timing.schedule import Day
from clausecheck.model import nodes
from clausecheck.model.reading import Provision
from clausecheck.vocabulary import Vocabulary

NoStep: TypeAlias = Literal["only says something", "on the text itself", "suspended or ended"]

_OF_ITS_LIFE = frozenset({"entry into force", "amendment", "exit"})


def no_step(provision: Provision, vocabulary: Vocabulary) -> NoStep | None:
    """Return why a sentence is no step to whoever reads a timetable; None if it is one.

    A step is what somebody does, forbears or may do, and what its words alone bring about, as the
    end of a war. What a text says of its own life shows in the days of all others; only an end of
    the text that has a day, or hangs on an event, is one to know of.
    """
    if provision.kind in {"statement", "savings"}:
        done = provision.kind == "statement" and provision.modality.name in DOING
        timed = any(provision.labels.stated(name) for name in TIMES)
        return None if done or timed else "only says something"
    if not _OF_ITS_LIFE.isdisjoint(topics(provision, vocabulary)):
        return "on the text itself"
    itself = _is_formal(provision, vocabulary) or _goes_on(provision, vocabulary)
    return "on the text itself" if itself else None


def _is_formal(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether it is on a text's keeping, its registration or its languages."""
    versions = provision.meaning.who.how == "thing" and "agreement" in provision.meaning.things
    if provision.deed.act is None and versions:
        return True
    kept = acts(provision, vocabulary, ("deposit", "record")) or (
        provision.deed.act is None and speaks_of(provision, vocabulary, "secretariat")
    )
    return kept and of_this_text(provision)


def _goes_on(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether the text itself is to remain in force, and nothing says until when."""
    if provision.meaning.who.how != "text" or not acts(
        provision, vocabulary, ("continue", "remain")
    ):
        return False
    lines = provision.labels.all("for", "until")
    return all(isinstance(line.value, (nodes.WithoutLimit, nodes.Silence)) for line in lines)


# ── Their order ──────────────────────────────────────────────────────────────────────────────────


class Dated(Protocol):
    """What has its days."""

    @property
    def first(self) -> Day | None:
        """When it can begin at the earliest."""

    @property
    def last_day(self) -> Day | None:
        """When it is due, or must at least have begun."""


_Key: TypeAlias = tuple[int, int, int, int, int]
"""The origin and the days of the last day, those of the first, and the place in the text."""


def in_order(rows: Mapping[str, Dated], before: Mapping[str, set[str]]) -> list[str]:
    """Return the numbers by the day on which each is due, then by that on which it can begin.

    Each comes after those it waits for, which `before` holds, and these no later for that: what
    another waits for is read where that one would be. Then they are in the order of the text. Where
    steps wait in a circle, these and what waits for them are last.
    """
    keys = _keys(rows, before)
    left = {number: len(others) for number, others in before.items()}
    after: dict[str, list[str]] = {}
    for number, others in before.items():
        for other in others:
            after.setdefault(other, []).append(number)
    free = [(keys[number], number) for number in rows if not left.get(number)]
    heapify(free)
    ordered: list[str] = []
    while free:
        _, number = heappop(free)
        ordered.append(number)
        for other in after.get(number, ()):
            left[other] -= 1
            if not left[other]:
                heappush(free, (keys[other], other))
    return [
        *ordered,
        *(number for number in sorted(rows, key=keys.__getitem__) if left.get(number)),
    ]


def _keys(rows: Mapping[str, Dated], before: Mapping[str, set[str]]) -> dict[str, _Key]:
    """Return by what each is sorted: its own days, or those of what waits for it if sooner."""
    days = [day for row in rows.values() for day in (row.last_day, row.first) if day is not None]
    origins = dict.fromkeys((SIGNATURE, CALENDAR, ENTRY, *(day.origin for day in days)))
    ranks = {origin: rank for rank, origin in enumerate(origins)}

    def rank(day: Day | None) -> tuple[int, int]:
        """Days that count from one moment stand together: of others nobody knows which is first."""
        return (len(ranks), 0) if day is None else (ranks[day.origin], day.days)

    own = {
        number: (*rank(row.last_day), *rank(row.first), place)
        for place, (number, row) in enumerate(rows.items())
    }
    keys: dict[str, _Key] = {}
    waiting = [(key, number) for number, key in own.items()]
    heapify(waiting)
    while waiting:
        key, number = heappop(waiting)
        if number not in keys:
            keys[number] = key
            for other in before.get(number, ()):
                heappush(waiting, ((*key[:4], own[other][4]), other))
    return keys

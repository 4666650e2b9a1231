"""By the clocks of which places a text tells the hour.

Days are what a timetable counts in. Ten in the morning in one place is still the day before in
another, so that a date by another clock than the first can be told to a day or so.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.model import nodes
from clausecheck.model.reading import Reading


def others(reading: Reading) -> frozenset[str]:
    """Return the places whose clocks the text names, without the first."""
    found: dict[str, None] = {}
    lines = list(reading.head.lines)
    for event in reading.names.events.values():
        lines += event.labels
    for clause in reading.whole_clauses:
        for said in clause.said:
            lines += said.labels.lines
    for line in lines:
        found.update(dict.fromkeys(_zones(line.value)))
    return frozenset([*found][1:])


def _zones(value: object) -> Iterator[str]:
    if isinstance(value, nodes.Date):
        if value.zone is not None:
            yield value.zone
    elif isinstance(value, nodes.Bound):
        yield from _zones(value.time)
    elif isinstance(value, nodes.Offset):
        yield from _zones(value.moment)
    elif isinstance(value, nodes.Combined):
        for each in value.moments:
            yield from _zones(each)

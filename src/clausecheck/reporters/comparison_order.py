"""Which changes a reader has to see first: a text has many, and few decide.

First what turns a duty round; then what moves an answer to one of the questions, or binds some of
the parties and not the others; then whatever else binds more or less; then what nothing weighs;
last what says the same in other words. Among equals the order of the text stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.changes import SAME
from clausecheck.reporters.comparison_summary import answered_otherwise
from clausecheck.values import frozen

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from clausecheck.changes import Change, Comparison, Row
    from clausecheck.reporters.comparison_parts import Line

_TURNED, _DECIDES, _BINDS, _UNWEIGHED, _SAME = range(5)


def weightiest_first(told: Iterable[Line], made: Comparison) -> list[Line]:
    """Return the changes with those of one row together, the weightiest rows first."""
    parties = {party for party, _, _ in made.burden}
    moved = _moved(made)
    ranks: dict[int, int] = {}
    every = list(told)
    for line in every:
        if id(line.row) not in ranks:
            ranks[id(line.row)] = _rank(line.row, parties, moved)
    return sorted(every, key=lambda line: ranks[id(line.row)])


@frozen
class _Moved:
    """The clauses of either text by which an answer, or an objection, stands otherwise there."""

    answers: tuple[frozenset[str], frozenset[str]]
    objections: tuple[frozenset[str], frozenset[str]]


def _moved(made: Comparison) -> _Moved:
    answers = list(answered_otherwise(made))
    objections = [(one, two) for one, two in made.ledger if one.state != two.state]
    return _Moved(
        (
            frozenset(number for one, _ in answers for number in one.clauses),
            frozenset(number for _, two in answers for number in two.clauses),
        ),
        (
            frozenset(place for one, _ in objections for place in (*one.raised_by, *one.met_by)),
            frozenset(place for _, two in objections for place in (*two.raised_by, *two.met_by)),
        ),
    )


def _rank(row: Row, parties: Collection[str], moved: _Moved) -> int:
    if any(change.direction == "reversed" for change in row.changes):
        return _TURNED
    if row.changes and all(change.kind in SAME for change in row.changes):
        return _SAME
    if _is_at(row, moved.answers):
        return _DECIDES
    binding = [change for change in row.changes if change.direction != "other"]
    if any(_is_uneven(change, parties) for change in binding):
        return _DECIDES
    objected = row.how in {"added", "removed"} and _is_at(row, moved.objections)
    return _BINDS if binding or objected or row.how == "not compared" else _UNWEIGHED


def _is_at(row: Row, numbers: tuple[Collection[str], Collection[str]]) -> bool:
    return any(
        passage.place in of
        for side, of in zip((row.before, row.after), numbers, strict=True)
        for passage in side
    )


def _is_uneven(change: Change, parties: Collection[str]) -> bool:
    """Tell whether some of the parties are bound otherwise by it, and not all."""
    whom = set(parties).intersection(change.parties)
    return bool(whom) and len(whom) < len(parties)

"""The sentences with which a comparison begins: where a text does something else, and how much."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from clausecheck.changes import UNWEIGHED
from clausecheck.findings import NOT_STATED
from clausecheck.notes import some
from clausecheck.reporters.comparison_parts import MOST_PLACES, answer, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clausecheck.changes import Comparison, Direction, Passage, Row
    from clausecheck.findings import Stance

_MOST_ANSWERS = 6
_FEW = 3
"""Sentences of one text for each that both have, from which on they have little in common."""
_COUNTED = (
    ("changed", "changed"),
    ("reworded", "reworded only"),
    ("split", "split"),
    ("merged", "merged"),
    ("added", "added"),
    ("removed", "removed"),
    ("moved", "moved"),
    ("renumbered", "renumbered"),
    ("not compared", "not compared"),
)


def summary(made: Comparison) -> Iterator[str]:
    """Yield the sentences that come first: how much changed, and where the text binds otherwise."""
    if made.same:
        yield "Nothing changed in what the text says."
        return
    yield from _unread(made)
    yield from _open(made)
    yield from _answers(made)
    yield from (f"{each}." for each in made.verdict.gains)
    ways: tuple[tuple[Direction, str], ...] = (
        ("reversed", "A duty is turned round in"),
        ("weaker", "The text binds less in"),
        ("stronger", "The text binds more in"),
    )
    for direction, words in ways:
        places = [
            place_of(row) if row.before and row.after and row.place != "head" else row.where
            for row in made.rows
            if not row.saves and direction in _directions(row, made)
        ]
        if places:
            yield f"{words} {some(places, MOST_PLACES)}."
    yield from _unweighed(made)
    yield from _counts(made)
    yield from _placed(made)


def _directions(row: Row, made: Comparison) -> Iterator[Direction]:
    """Yield which ways a row binds otherwise; a burden handed from one party to another has none.

    Of that it is told who is bound less, and who more.
    """
    parties = {party for party, _, _ in made.burden}
    actors = [change for change in row.changes if change.kind == "actor"]
    handed = {change.direction for change in actors} == {"weaker", "stronger"} and all(
        len(change.parties) == 1 and parties.issuperset(change.parties) for change in actors
    )
    for change in row.changes:
        if not (handed and change.kind == "actor"):
            yield change.direction


def _unweighed(made: Comparison) -> Iterator[str]:
    """Yield where something changed that nobody weighed, if that is all that changed."""
    weighed = any(change.direction != "other" for row in made.rows for change in row.changes)
    if not weighed and not any(answered_otherwise(made)):
        told = (each for each in made.verdict.parties if each.startswith(UNWEIGHED))
        yield from (f"C{each[1:]}." for each in told)


def _counts(made: Comparison) -> Iterator[str]:
    counts = Counter(row.how for row in made.clauses)
    shifts = Counter(row.shift for row in made.clauses if row.shift)
    known = {str(key): count for key, count in (*counts.items(), *shifts.items())}
    told = [f"{known[key]} {word}" for key, word in _COUNTED if known.get(key)]
    same = sum(row.same for row in made.clauses)
    what = ", ".join(told) or "no sentence changed"
    yield f"Of the sentences: {what}; {same} unchanged."
    yield from _little_in_common(made)


def _little_in_common(made: Comparison) -> Iterator[str]:
    """Yield that most of what is removed or added has no counterpart, and is no change of one."""
    sizes = [sum(bool(side) for side in sides) for sides in _sides(made)]
    both = sum(bool(row.before and row.after) for row in made.clauses)
    if min(sizes) and _FEW * both < min(sizes):
        yield (
            f"The texts have little in common: {both} of {sizes[0]} sentences of the first and "
            f"{sizes[1]} of the second are about the same."
        )


def _sides(made: Comparison) -> tuple[list[tuple[Passage, ...]], list[tuple[Passage, ...]]]:
    return [row.before for row in made.clauses], [row.after for row in made.clauses]


def _answers(made: Comparison) -> Iterator[str]:
    """Yield on which questions the text does something else: what a reader asks first."""
    if made.unread:
        return
    moved = [
        f"{one.question} ({one.stance} → {answer(made, two)})"
        for one, two in answered_otherwise(made)
    ]
    if moved:
        yield f"What the text does changes on {some(moved, _MOST_ANSWERS)}."


def answered_otherwise(made: Comparison) -> Iterator[tuple[Stance, Stance]]:
    """Yield the answers that differ, but for those that a text leaves out which is here in part."""
    for one, two in made.stances:
        if one.stance != two.stance and NOT_STATED not in {one.stance, two.stance}:
            yield one, two


def _placed(made: Comparison) -> Iterator[str]:
    """Yield that findings may come and go with the place in which a text says something."""
    places = [place_of(row) for row in made.clauses for c in row.changes[-1:] if c.kind == "placed"]
    if places:
        where = some(places, MOST_PLACES)
        yield (
            f"Said in the sentence in one text and on a line in the other: {where}. Only lines are "
            "counted with, so what is found, raised and exposed may differ for that alone."
        )


def _unread(made: Comparison) -> Iterator[str]:
    if made.unread:
        yield (
            f"Not compared: {some(made.unread, MOST_PLACES)}. The texts differ there, and a line "
            "of one could not be read."
        )


def _open(made: Comparison) -> Iterator[str]:
    for words, addresses in (
        ("No longer open", made.brackets.closed),
        ("Newly open", made.brackets.opened),
        ("Other proposals, of which the first alone is compared", made.brackets.proposed),
        (
            "The same proposals in another order, of which the first alone is compared",
            made.brackets.reordered,
        ),
        (
            "The same proposals, made by others now",
            [f"{address} ({whose})" for address, whose in made.brackets.proposers],
        ),
    ):
        if addresses:
            yield f"{words}: {some(addresses, MOST_PLACES)}."

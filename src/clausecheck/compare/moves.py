"""What a sentence says in one text, and a line below it in the other.

It binds as much in either place. Only where the two places say the same is nothing of substance
changed; what else differs is told of the line, wherever it stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.changes import Change
from clausecheck.compare.canon import Canon
from clausecheck.compare.units import Unit
from clausecheck.model import nodes
from clausecheck.model.placing import placed
from clausecheck.values import evolve


def levelled(one: Unit, other: Unit, facts: tuple[Facts, Facts]) -> tuple[Unit, Unit]:
    """Return two sentences with all their times and conditions on lines, if their words differ."""
    if one.content == other.content or one.said is None or other.said is None:
        return one, other
    return on_lines(one, facts[0]), on_lines(other, facts[1])


def on_lines(unit: Unit, facts: Facts) -> Unit:
    """Return a sentence with all its times and conditions on lines."""
    assert unit.said is not None  # noqa: S101 - the caller sees to it
    found = placed(unit.said, unit.canon.names, facts.vocabulary)
    if found.said is unit.said:
        return unit
    return evolve(
        unit, said=found.said, labels=found.said.labels, placed=found.lines, supposed=found.supposed
    )


def moved(one: Unit, other: Unit, canons: tuple[Canon, Canon]) -> Iterator[Change]:
    """Yield what stood in the sentence and stands on a line now, or the reverse, and is the same.

    A line may say from when, where the sentence did not: then it says more.
    """
    for line, same in _same(one, other, canons):
        if line in one.supposed:
            text = f"counted from a day that was not said: {one.line(line)} → {other.line(same)}"
            yield Change("deadline", "other", text, line.span, same.span, one.parties)
        else:
            text = f"moved to a label, which says the same: {other.line(same)}"
            yield Change("placed", "other", text, line.span, same.span, one.parties)
    for line, same in _same(other, one, canons[::-1]):
        if line in other.supposed:
            text = f"no longer said from when: {one.line(same)} → {other.line(line)}"
            yield Change("deadline", "other", text, same.span, line.span, one.parties)
        else:
            text = f"moved from a label into the sentence, which says the same: {other.line(line)}"
            yield Change("placed", "other", text, same.span, line.span, one.parties)


def _same(
    unit: Unit, there: Unit, canons: tuple[Canon, Canon]
) -> Iterator[tuple[nodes.Label, nodes.Label]]:
    """Yield what of a unit is placed and stands as a line of its own in the other, with that."""
    lines = there.labels.lines[: len(there.labels.lines) - len(there.placed)]
    values = {(line.name, canons[1].value(line.value)): line for line in lines}
    for line in unit.placed:
        same = values.get((line.name, canons[0].value(line.value)))
        if same is not None:
            yield line, same

"""Which answer moves only as less is promised: how the weakest duty is verified, if that is gone.

A text is verified as its weakest duty is. Who no longer promises what nobody looked at has mended
nothing by that, and who promises more that nobody looks at has spoilt nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clausecheck.analyses.inspection.methods import LADDER
from clausecheck.changes import Comparison, Direction, Passage, Row
from clausecheck.compare.consequences.arising import IS_PROMISED, Way
from clausecheck.findings import Stance
from clausecheck.notes import some

_QUESTION = "verification"
_WAYS: Mapping[Way, Direction] = {"gone": "weaker", "arisen": "stronger"}
_MOST = 4


def since(made: Comparison) -> Mapping[str, str]:
    """Return by question why it is answered otherwise, where no answer to it was bettered."""
    for one, two in made.stances:
        if one.question == _QUESTION and one.duties and two.duties:
            less = LADDER.index(one.stance) < LADDER.index(two.stance)
            told = _since(made, "gone", one, two) if less else _since(made, "arisen", two, one)
            return {_QUESTION: told} if told else {}
    return {}


def _since(made: Comparison, way: Way, there: Stance, elsewhere: Stance) -> str:
    """Return that the weakest duties of one text are in it alone, as more is promised there."""
    owed = {number for number, _ in elsewhere.duties}
    alone = {
        passage.place: row.where
        for row in made.clauses
        if any(change.direction == _WAYS[way] for change in row.changes)
        and owed.isdisjoint(each.place for each in _sides(row, way)[1])
        for passage in _sides(row, way)[0]
    }
    if there.stance == elsewhere.stance or not alone.keys() >= {*there.clauses}:
        return ""
    where = dict.fromkeys(alone[number] for number in there.clauses)
    return f"as {IS_PROMISED[way]} in {some([*where], _MOST)}"


def _sides(row: Row, way: Way) -> Sequence[Sequence[Passage]]:
    """Return the sentences of the text that promises more, and those of the other."""
    sides = row.before, row.after
    return sides if way == "gone" else sides[::-1]

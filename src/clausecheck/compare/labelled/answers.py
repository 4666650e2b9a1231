"""What follows a breach: whether an answer is owed or only allowed, and by when.

Only where all else in the line is the same can it be told: another answer is neither more nor less.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from clausecheck.changes import Change, Direction
from clausecheck.compare.ground.canon import Canon, measured
from clausecheck.compare.ground.lines import Pair
from clausecheck.compare.ground.toward import rank_of
from clausecheck.compare.ground.units import Unit
from clausecheck.model import nodes
from clausecheck.model.sentences import Meaning
from clausecheck.values import evolve

ANSWERING = frozenset({"if breached", "otherwise"})
"""Labels of what follows once a sentence is broken."""


def answer(pair: Pair, one: nodes.Label, other: nodes.Label) -> Change | None:
    """Return that an answer is owed now, owed less firmly, or comes later; None where neither.

    It is told of whoever answers.
    """
    mine, theirs = _meaning(pair.one, one), _meaning(pair.other, other)
    if mine is None or theirs is None or not _is_same(pair, mine, theirs, one, other):
        return None
    told = [*_owed(mine, theirs), *_later(mine, theirs, one, other)]
    ways = {direction for direction, _ in told}
    if len(ways) != 1:
        return None
    what = " and ".join(each for _, each in told)
    text = f"the answer {what}: {pair.both(one, other)}"
    made = pair.change("breach", ways.pop(), text, one, other)
    return evolve(made, parties=pair.one.canon.everybody(mine.who.names))


def _meaning(unit: Unit, line: nodes.Label) -> Meaning | None:
    """Return what a line says if that is one thing, and owed or allowed."""
    meanings = [
        meaning
        for each in unit.clause.consequences
        if each.line is line
        for meaning in each.meanings
    ]
    one = meanings[0] if len(meanings) == 1 else None
    return one if one is not None and one.kind in {"duty", "permission"} else None


def _is_same(
    pair: Pair, mine: Meaning, theirs: Meaning, one: nodes.Label, other: nodes.Label
) -> bool:
    """Tell whether nothing differs but how bindingly it is said, and within what time."""
    canons = pair.beside.mine, pair.beside.theirs
    return list(_rest(canons[0], mine, one)) == list(_rest(canons[1], theirs, other))


def _rest(canon: Canon, meaning: Meaning, line: nodes.Label) -> Iterator[str]:
    parts = line.value.parts if isinstance(line.value, nodes.Sentence) else ()
    for word, (at, _) in canon.words_at(parts):
        is_time = any(parts[at] is period for period in _within(meaning, line))
        if not is_time and not isinstance(parts[at], nodes.Modality):
            yield word


def _within(meaning: Meaning, line: nodes.Label) -> Iterator[nodes.Quantity]:
    """Yield the times within which it is to be done; others say how long, or how much."""
    parts = line.value.parts if isinstance(line.value, nodes.Sentence) else ()
    for before, part in pairwise(parts):
        after_within = isinstance(before, nodes.Word) and before.text.lower() == "within"
        if after_within and isinstance(part, nodes.Quantity) and part in meaning.periods:
            yield part


def _owed(mine: Meaning, theirs: Meaning) -> Iterator[tuple[Direction, str]]:
    if mine.kind != theirs.kind:
        owed = theirs.kind == "duty"
        what = "owed, and not only allowed" if owed else "only allowed, and no longer owed"
        yield "stronger" if owed else "weaker", f"is {what}"
        return
    before, after = rank_of(mine), rank_of(theirs)
    if before is not None and after is not None and before != after:
        less = after > before
        yield "weaker" if less else "stronger", f"is owed {'less' if less else 'more'}"


def _later(
    mine: Meaning, theirs: Meaning, one: nodes.Label, other: nodes.Label
) -> Iterator[tuple[Direction, str]]:
    times = [list(_within(mine, one)), list(_within(theirs, other))]
    for before, after in zip(*times, strict=False):
        (old, *units), (new, *others) = measured(before), measured(after)
        if isinstance(old, float) and isinstance(new, float) and units == others and old != new:
            later = new > old
            way: Direction = "weaker" if later else "stronger"
            if mine.kind == theirs.kind == "permission":
                way = "other"  # less time for whoever may answer, and less respite from it
            yield way, f"comes {'later' if later else 'sooner'}"

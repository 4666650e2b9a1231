"""What a sentence says in one text, and a line below it in the other.

It binds as much in either place. Only where the two places say the same is nothing of substance
changed; what else differs is told of the line, wherever it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from typing import TypeAlias

from clausecheck.analyses.facts import Facts
from clausecheck.changes import Change
from clausecheck.compare.ground.canon import Canon
from clausecheck.compare.ground.units import Unit
from clausecheck.compare.sentence.exceptions import excepting, kinds_in
from clausecheck.compare.sentence.wording import span_of
from clausecheck.layout.values import written
from clausecheck.model import nodes
from clausecheck.model.placing import placed, without_words
from clausecheck.model.qualifiers.apart import lines_of
from clausecheck.model.qualifiers.lines import Qualifier
from clausecheck.model.reading import Labels
from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.values import evolve


def levelled(one: Unit, other: Unit, facts: tuple[Facts, Facts]) -> tuple[Unit, Unit]:
    """Return two sentences with all their times and conditions on lines, if their words differ."""
    if one.content == other.content or one.said is None or other.said is None:
        return one, other
    mine, theirs = on_lines(one, facts[0]), on_lines(other, facts[1])
    return _as_there(mine, theirs, facts[0]), _as_there(theirs, mine, facts[1])


def levelled_parts(
    befores: Sequence[Unit], afters: Sequence[Unit], facts: tuple[Facts, Facts]
) -> tuple[list[Unit], list[Unit]]:
    """Return sentences likewise of which some are parts of the others."""
    ones, others = (
        [on_lines(unit, own) for unit in units]
        for units, own in zip((befores, afters), facts, strict=True)
    )
    return _as_any_there(ones, others, facts[0]), _as_any_there(others, ones, facts[1])


def _as_any_there(units: Sequence[Unit], there: Sequence[Unit], facts: Facts) -> list[Unit]:
    return [reduce(lambda one, other: _as_there(one, other, facts), there, unit) for unit in units]


def on_lines(unit: Unit, facts: Facts) -> Unit:
    """Return a sentence with all its times and conditions on lines."""
    assert unit.said is not None  # noqa: S101 - the caller sees to it
    found = placed(unit.said, unit.canon.names, facts.vocabulary)
    if found.said is unit.said:
        return unit
    return evolve(
        unit, said=found.said, labels=found.said.labels, placed=found.lines, supposed=found.supposed
    )


def _as_there(unit: Unit, there: Unit, facts: Facts) -> Unit:
    """Return a sentence with what it leaves out, and where, on a line if it stands on one there."""
    for name, last_words in (("except", _left_out), ("where", _place)):
        line = there.labels.get(name)
        if line is None or line in there.placed or unit.labels.get(name) is not None:
            continue
        tail, said = last_words(unit, there, line)
        if tail is not None and said is not None:
            words = unit.words_of(said)
            lines = lines_of(Qualifier(tail, words, name, f"{name}: {words}"))
            unit = _apart(unit, tail, lines, facts)
    return unit


def _apart(unit: Unit, tail: Span, lines: Sequence[nodes.Label], facts: Facts) -> Unit:
    """Return a sentence with its last words on lines; as it is where it binds otherwise then."""
    assert unit.said is not None  # noqa: S101 - the words are of its sentence
    said = without_words(unit.said, (tail,), unit.canon.names, facts.vocabulary)
    labels = Labels((*unit.labels.lines, *lines))
    placed_now = (*unit.placed, *lines)
    apart = said and evolve(
        unit, said=evolve(said, labels=labels), labels=labels, placed=placed_now
    )
    return apart if apart and lines else unit


_Last: TypeAlias = "tuple[Span | None, Span | None]"
"""Where the last words of a sentence stand, and where those of them that a line would have."""


def _left_out(unit: Unit, _there: Unit, _line: nodes.Label) -> _Last:
    tail = excepting(unit)
    at = span_of(tail)
    acts = (deed.act_span for meaning in unit.meanings for deed in meaning.deeds)
    if at is None or any(map(at.contains, acts)):
        return None, None  # what else is done, or not, is not left out
    return at, span_of(kinds_in(tail))


def _place(unit: Unit, there: Unit, line: nodes.Label) -> _Last:
    """Return the last words, if they are those of a line but for figures, perhaps led on to."""
    said = _FIGURE.sub("#", there.canon.free(" ".join(written(line.value).split())))
    assert unit.said is not None  # noqa: S101 - only sentences are levelled
    parts = unit.said.sentence.parts
    for at, part in enumerate(parts):
        span = part.span.to(parts[-1].span)
        if _FIGURE.sub("#", unit.canon.free(unit.words_of(span))) == said:
            before = parts[at - 1]
            led = isinstance(before, nodes.Word) and before.text in _AT_A_PLACE
            return (before.span.to(span) if led else span), span
    return None, None


_AT_A_PLACE = frozenset({"in", "at", "inside", "from"})
_FIGURE = regex(r"(?<!\w)\d[\d,.]*(?!\w)")


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

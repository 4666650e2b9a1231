"""Limits and places that stand on lines: which figure moved, and which way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from clausecheck.compare.ground.canon import number
from clausecheck.compare.ground.lines import Pair
from clausecheck.compare.sentence.figures import FAR, number_of
from clausecheck.layout.values import written
from clausecheck.model import nodes
from clausecheck.model.walk import walk
from clausecheck.notes import listed

Way: TypeAlias = Literal["raised", "lowered"]


def ceilings(one: nodes.Value, other: nodes.Value) -> Mapping[Way, str]:
    """Return which ceilings of a label were raised, and which lowered, each row in its words.

    Empty where they are not of the same things in both.
    """
    mine, theirs = _limits(one), _limits(other)
    if mine.keys() != theirs.keys() or any(len(mine[key]) != len(theirs[key]) for key in mine):
        return {}
    found: dict[Way, list[str]] = {}
    for key in mine:
        for (old, before), (new, after) in zip(mine[key], theirs[key], strict=True):
            row = f"{key[0]}: " if key[0] else ""
            if old != new:
                way: Way = "raised" if new > old else "lowered"
                found.setdefault(way, []).append(f"{row}`{before}` → `{after}`")
    return {way: "; ".join(rows) for way, rows in found.items()}


def quotas(one: nodes.Value, other: nodes.Value) -> Literal["raised", "lowered"] | None:
    """Return which way quotas moved, if nothing else of them changed, and all moved one way."""
    mine, theirs = (
        [each for each in nodes.values_of(value) if isinstance(each, nodes.Quota)]
        for value in (one, other)
    )
    if not mine or [_of_what(each) for each in mine] != [_of_what(each) for each in theirs]:
        return None
    sizes = [(number(a.number), number(b.number)) for a, b in zip(mine, theirs, strict=True)]
    ways = {
        "raised" if after > before else "lowered"
        for before, after in sizes
        if isinstance(before, float) and isinstance(after, float) and before != after
    }
    if len(ways) != 1 or any(isinstance(size, str) for both in sizes for size in both):
        return None
    return "raised" if ways == {"raised"} else "lowered"


def _of_what(quota: nodes.Quota) -> tuple[object, ...]:
    return quota.per, quota.unit, written(quota.term) if quota.term else None


def are_distances(value: nodes.Value) -> bool:
    """Tell whether all its figures say how far from something it reaches, and none how much."""
    phrases = [node for node in walk(value) if isinstance(node, nodes.Phrase)]
    return bool(phrases) and all(map(_is_distance, phrases))


def _is_distance(phrase: nodes.Phrase) -> bool:
    units = {part.unit for part in phrase.parts if isinstance(part, nodes.Quantity)}
    words = {part.text.lower() for part in phrase.parts if isinstance(part, nodes.Word)}
    return bool(units) and units <= FAR and bool(words & _AWAY)


_AWAY = frozenset({"from", "within", "around"})


def _limits(value: nodes.Value) -> dict[tuple[str, ...], list[tuple[float, str]]]:
    """Return the ceilings by what is limited: the words around each figure, and its zone first."""
    found: dict[tuple[str, ...], list[tuple[float, str]]] = {}
    for each in nodes.values_of(value):
        row = each if isinstance(each, nodes.LimitsRow) else None
        for phrase in row.limits if row else (each,):
            if not isinstance(phrase, nodes.Phrase):
                return {}
            figures = [p for p in phrase.parts if isinstance(p, nodes.Quantity)]
            size = number_of(figures[0]) if len(figures) == 1 else None
            if size is None:
                return {}
            words = [p.text.lower() for p in phrase.parts if isinstance(p, nodes.Word)]
            unit = figures[0].unit or ""
            key = (row.name.text if row else "", figures[0].qualifier or "", unit, *words)
            found.setdefault(key, []).append((size, written(phrase)))
    return found


def rows(pair: Pair, one: nodes.Label, other: nodes.Label) -> str:
    """Return which rows of a table of limits changed, and to what; empty where it is no table."""
    mine, theirs = _rows(one.value), _rows(other.value)
    if not mine or not theirs:
        return ""
    told = []
    for name in dict.fromkeys((*mine, *theirs)):
        before, after = mine.get(name, {}), theirs.get(name, {})
        gone = [f"`{text}`" for text in before if text not in after]
        new = [f"`{text}`" for text in after if text not in before]
        if gone or new:
            told.append(f"{name}: {_became(gone, new)}")
    return f"`{one.name}:` {'; '.join(told)}" if told else pair.both(one, other)


def _became(gone: list[str], new: list[str]) -> str:
    if gone and new:
        return f"{listed(gone)} → {listed(new)}"
    return f"{listed(gone)} dropped" if gone else f"{listed(new)} added"


def _rows(value: nodes.Value) -> Mapping[str, Mapping[str, None]]:
    return {
        each.name.text: {written(limit): None for limit in each.limits}
        for each in nodes.values_of(value)
        if isinstance(each, nodes.LimitsRow)
    }


def reach(one: nodes.Value, other: nodes.Value) -> Literal["further", "less far"] | None:
    """Return whether a place within so far of something is wider now; None where it is another."""
    mine, theirs = _within(one), _within(other)
    if mine is None or theirs is None or mine[1:] != theirs[1:] or mine[0] == theirs[0]:
        return None
    return "further" if theirs[0] > mine[0] else "less far"


def _within(value: nodes.Value) -> tuple[float, str | None, tuple[str, ...]] | None:
    """Return how far a place reaches, in which unit, and the other words for it."""
    values = nodes.values_of(value)
    phrase = values[0] if len(values) == 1 else None
    if not isinstance(phrase, nodes.Phrase):
        return None
    figures = [part for part in phrase.parts if isinstance(part, nodes.Quantity)]
    words = tuple(part.text.lower() for part in phrase.parts if isinstance(part, nodes.Word))
    size = number_of(figures[0]) if len(figures) == 1 and words[:1] == ("within",) else None
    return None if size is None else (size, figures[0].unit, words)

"""Whom the changes bind unlike the others, and who gains by that.

What binds all alike is nobody's gain over another. Of two parties what binds one alone is the
other's gain or loss; of more it is told who alone is bound otherwise, and not who gains by it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from clausecheck.changes import Comparison, Direction, Row
from clausecheck.notes import listed, some

_MOST = 4
_LESS_OR_MORE = frozenset({"less", "more"})
_GIVES = {True: "give what is", False: "gives what is"}
_TWO = 2
_HOW: Mapping[Direction, str] = {"stronger": "more", "weaker": "less"}


def gains(made: Comparison) -> tuple[str, ...]:
    """Return who gains what, a sentence each; empty where nothing binds anybody otherwise."""
    parties = [party for party, _, _ in made.burden]
    uneven, even = _by_whom(made, parties)
    if len(parties) == _TWO:
        told = tuple(_of_two(parties, uneven))
    else:
        told = tuple(_of_many(parties, uneven))
    told = (*told, *_waits(made))
    if told or not even or len(parties) < _TWO or uneven:
        return told
    alike = listed(parties)
    return (f"No party gains over another: what binds more or less binds {alike} alike",)


def _waits(made: Comparison) -> Iterator[str]:
    """Yield whose steps wait for less of what others do, or more, and whose are harder to undo."""
    found: dict[tuple[tuple[str, ...], str], list[str]] = {}
    for row in made.clauses:
        for effect in row.effects:
            how = effect.what.removeprefix("waits for ")
            told = f"for {how} of the others' steps" if how in _LESS_OR_MORE else how
            found.setdefault((effect.parties, told), []).append(row.where)
    for (whom, told), where in found.items():
        many = len(whom) > 1
        verb = ("wait" if many else "waits") if told.startswith("for ") else _GIVES[many]
        yield f"{listed(whom)} {verb} {told} in {some(where, _MOST)}"


_Uneven: TypeAlias = "Mapping[tuple[tuple[str, ...], str], Sequence[str]]"


def _by_whom(made: Comparison, parties: Sequence[str]) -> tuple[_Uneven, bool]:
    """Return where some parties alone are bound more or less, and whether all are anywhere."""
    found: dict[tuple[tuple[str, ...], str], list[str]] = {}
    even = False
    for row in made.clauses:
        for whom, how in _ways(row, parties):
            if len(whom) == len(parties):
                even = True
            else:
                found.setdefault((whom, how), []).append(row.where)
    return found, even


def _ways(row: Row, parties: Sequence[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield which of the parties a row binds more or less, each once."""
    ways: dict[tuple[tuple[str, ...], str], None] = {}
    for change in row.changes:
        whom = tuple(party for party in parties if party in change.parties)
        if whom and change.direction in _HOW:
            ways[whom, _HOW[change.direction]] = None
    yield from ways


def _of_two(parties: Sequence[str], uneven: _Uneven) -> Iterator[str]:
    for who, other in (parties, parties[::-1]):
        told = [
            f"{name} is bound {how} in {some(uneven[(whom,), how], _MOST)}"
            for whom, name, how in ((other, other, "more"), (who, "it", "less"))
            if ((whom,), how) in uneven
        ]
        if told:
            yield f"{who} gains: {', and '.join(told)}"


def _of_many(parties: Sequence[str], uneven: _Uneven) -> Iterator[str]:
    for who in parties:
        told = [
            f"{how} in {some(uneven[(who,), how], _MOST)}"
            for how in ("less", "more")
            if ((who,), how) in uneven
        ]
        if told:
            yield f"{who} alone is bound {', and '.join(told)}"

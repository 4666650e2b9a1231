"""Whom the changes bind unlike the others, and who gains by that.

What binds all alike is nobody's gain over another. Of two parties what binds one alone is the
other's gain or loss; of more it is told who is, where not all are, and not who gains by it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from clausecheck.changes import EFFECTS, UNOWNED, Change, Comparison, Direction, Row, What
from clausecheck.notes import listed, some

_MOST = 4
_WAITING: frozenset[What] = frozenset({"waits for less", "waits for more"})
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
    told = (*told, *_effects(made))
    if told or not even or len(parties) < _TWO or uneven:
        return told
    alike = listed(parties)
    return (f"No party gains over another: what binds more or less binds {alike} alike",)


def _effects(made: Comparison) -> Iterator[str]:
    """Yield whose steps wait for less of what others do, who loses a say, and so on."""
    found: dict[tuple[tuple[str, ...], What], dict[str, None]] = {}
    for row in made.rows:
        for effect in row.effects:
            found.setdefault((effect.parties, effect.what), {})[row.where] = None
    for (whom, what), where in found.items():
        told = EFFECTS[what][len(whom) > 1]
        of = " of the others' steps" if what in _WAITING else ""
        who = f"{listed(whom)} {told}{of}" if whom else UNOWNED[what].capitalize()
        yield f"{who} in {some(list(where), _MOST)}"


_Uneven: TypeAlias = "Mapping[tuple[tuple[str, ...], str], Sequence[str]]"


def _by_whom(made: Comparison, parties: Sequence[str]) -> tuple[_Uneven, bool]:
    """Return where some parties alone are bound more or less, and whether all are anywhere."""
    found: dict[tuple[tuple[str, ...], str], list[str]] = {}
    even = False
    for row in made.rows:
        for whom, how in _ways(row, parties):
            if len(whom) == len(parties):
                even = True
            else:
                found.setdefault((whom, how), []).append(row.where_bound(whom))
    return found, even


def _ways(row: Row, parties: Sequence[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield which of the parties a row binds more or less, each once.

    Of more than two those are told together whom it binds more, whatever binds each of them.
    """
    ways: dict[tuple[tuple[str, ...], str], None] = {}
    for direction, how in _HOW.items():
        every = [each for each in row.changes if each.direction == direction]
        of_all = set[str]().union(*(each.parties for each in every))
        sides = [({*each.parties}, _is_against_others(each, row)) for each in every]
        for names, against in sides if len(parties) == _TWO else [(of_all, False)]:
            if whom := tuple(party for party in parties if party in names):
                ways[whom, f"{how}{_NO_GAIN if against else ''}"] = None
    yield from ways


_NO_GAIN = ", without a gain"


def _is_against_others(change: Change, row: Row) -> bool:
    """Tell whether what is owed is done against others, or answers a breach by them."""
    bound = {name for passage in (*row.before, *row.after) for name in passage.parties}
    return row.against or (change.kind == "breach" and bound.isdisjoint(change.parties))


def _of_two(parties: Sequence[str], uneven: _Uneven) -> Iterator[str]:
    for who, other in (parties, parties[::-1]):
        told = [
            f"{name} is bound {how} in {some(uneven[(whom,), how], _MOST)}"
            for whom, name, how in ((other, other, "more"), (who, "it", "less"))
            if ((whom,), how) in uneven
        ]
        if told:
            yield f"{who} gains: {', and '.join(told)}"
    for who in parties:
        for how in _HOW.values():
            if where := uneven.get(((who,), f"{how}{_NO_GAIN}")):
                yield f"{who} is bound {how} in {some(where, _MOST)}"


def _of_many(parties: Sequence[str], uneven: _Uneven) -> Iterator[str]:
    """Yield who is bound otherwise than others are: several where the same binds them all."""
    every = {whom for whom, _ in uneven}
    for whom in sorted(every, key=lambda each: (len(each), *map(parties.index, each))):
        told = [
            f"{how} in {some(uneven[whom, how], _MOST)}"
            for how in ("less", "more")
            if (whom, how) in uneven
        ]
        who = f"{whom[0]} alone is" if len(whom) == 1 else f"{listed(whom)} are"
        yield f"{who} bound {', and '.join(told)}"

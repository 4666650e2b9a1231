"""Two sentences that share out between them, in another way, what two of the other text say.

What each party owed in a clause of its own both owe now, one thing in one clause and one in the
next. Each by itself seems to bind less, and to bind another.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from clausecheck.compare.ground.units import Unit, every_deed
from clausecheck.compare.matching.alignment import Alignment, Link
from clausecheck.values import evolve

_Said: TypeAlias = "frozenset[tuple[str, str, str]]"
"""Who does what to what."""


def recut(base: Sequence[Unit], other: Sequence[Unit], alignment: Alignment) -> Alignment:
    """Return an alignment in which such two are parts of one another.

    What the one no longer says the other says newly, and the reverse.
    """
    split, merged = dict(alignment.split), dict(alignment.merged)
    waiting: dict[tuple[_Said, _Said], Link] = {}
    links = []
    for link in alignment.links:
        before, after = _said(base[link.base]), _said(other[link.other])
        gone, new = before - after, after - before
        parts = link.base in alignment.split or link.other in alignment.merged
        first = waiting.pop((new, gone), None) if gone and new and not parts else None
        if first is not None:
            split[first.base], merged[first.other] = (link.other,), (link.base,)
            continue
        links.append(link)
        if not parts:
            waiting.setdefault((gone, new), link)
    return evolve(alignment, links=tuple(links), split=split, merged=merged)


def _said(unit: Unit) -> _Said:
    return frozenset(
        (who, deed.act.name if deed.act else deed.act_text.lower(), name)
        for meaning in unit.meanings
        for who in unit.canon.everybody(meaning.who.names)
        for deed in every_deed(meaning.deeds)
        for thing in deed.objects
        for name in unit.names_of(thing)
    )

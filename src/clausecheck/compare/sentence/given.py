"""To whom a thing is given by one of several sentences, and where something is done to it.

Sentences that share out what one said have each its own recipients and places: food and medicine to
X is not food to X, and medicine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from clausecheck.changes import Kind
from clausecheck.compare.ground.units import Unit, every_deed
from clausecheck.model.sentences import Mention
from clausecheck.values import frozen

_Act: TypeAlias = "tuple[str, str]"
"""An act and what it is done to."""


@frozen
class Given:
    """Somebody to whom a thing is given, or a place where something is done to it."""

    kind: Kind
    names: tuple[str, ...]
    words: str
    """With the preposition before it, and the thing."""


def moved(befores: Sequence[Unit], afters: Sequence[Unit]) -> tuple[list[Given], list[Given]]:
    """Return what is given to somebody or done somewhere no longer, and newly, as it was done."""
    before, after = _given(befores), _given(afters)
    both = [key for key in before if key in after]
    sides = ((before, after), (after, before))
    gone, new = (
        [each for key in both for name, each in of[key].items() if name not in others[key]]
        for of, others in sides
    )
    return gone, new


def _given(units: Sequence[Unit]) -> Mapping[_Act, Mapping[str, Given]]:
    """Return to whom, or where, each thing is done what, by their names in the base."""
    found: dict[_Act, dict[str, Given]] = {}
    for unit in units:
        for key, each in _of_unit(unit):
            of = found.setdefault(key, {})
            if each is not None:
                of.update(dict.fromkeys(each.names, each))
    return found


def _of_unit(unit: Unit) -> Iterator[tuple[_Act, Given | None]]:
    for meaning in unit.meanings:
        for deed in every_deed(meaning.deeds):
            act = deed.act.name if deed.act else deed.act_text.lower()
            for thing in deed.objects:
                key = act, thing.name
                yield key, None
                kinds: tuple[tuple[Kind, Sequence[Mention]], ...] = (
                    ("beneficiary", deed.beneficiaries),
                    ("place", deed.places),
                )
                for kind, mentions in kinds:
                    for each in mentions:
                        led = unit.led(each.span, each.preposition)
                        words = f"`{led}` for `{unit.words_of(thing.span)}`"
                        yield key, Given(kind, unit.names_of(each), words)

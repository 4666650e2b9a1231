"""Whose consent is asked to a look into what is theirs.

Whoever may do a thing of its own, such as resume exercises, has less leave where somebody has to
consent to it. Whoever may look binds the one that is looked at to let it happen: who has to be
asked is bound less, and the inspection is the weaker.
"""

from __future__ import annotations

from collections.abc import Sequence

from clausecheck.changes import Change, Direction
from clausecheck.compare.ground.lines import Pair
from clausecheck.compare.ground.toward import FREEING
from clausecheck.compare.ground.units import Unit, every_deed
from clausecheck.model import nodes
from clausecheck.model.walk import every
from clausecheck.values import evolve

_LOOKING = frozenset({"verify", "monitor", "visit"})


def of_consent(
    pair: Pair, told: Change, one: nodes.Label | None, other: nodes.Label | None
) -> Change:
    """Return the change by which a leave needs a consent, or no longer, as it is for whom."""
    if not pair.kinds <= FREEING or not looks(pair.one):
        return told
    asked = (*_asked(pair.one, one), *_asked(pair.other, other))
    parties = tuple(name for name in asked if name in pair.one.canon.names.parties)
    direction: Direction = "weaker" if one is None else "stronger"
    return evolve(told, direction=direction, parties=parties if asked else told.parties)


def _asked(unit: Unit, line: nodes.Label | None) -> Sequence[str]:
    if line is None:
        return ()
    return [who for name in every(nodes.Name, line.value) for who in unit.canon.named(name)]


def looks(unit: Unit) -> bool:
    """Tell whether somebody looks by a sentence, or may."""
    acts = [deed.act for meaning in unit.meanings for deed in every_deed(meaning.deeds)]
    return any(act is not None and not _LOOKING.isdisjoint(act.wider) for act in acts)

"""Whether all that one norm speaks of, another speaks of too."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Literal

from clausecheck.analyses.obligations.norms import ANYBODY, NARROWING, Aspect, Norm
from clausecheck.analyses.obligations.opposite import are_opposite
from clausecheck.analyses.obligations.places import PREPOSITIONS

Scope = Literal["same", "narrower", "other words"]
"""With more than where and to whom, as a purpose, it may be something else altogether."""


def within(narrow: Norm, wide: Norm) -> Scope | None:
    """Tell whether all that the one norm speaks of, the other speaks of too; None if it does not.

    A narrower act or object is the same in this, and so is a way to do it: what is more is a place,
    somebody, a number.
    """
    if wide.acts[0] not in narrow.acts or not _thing_within(narrow, wide):
        return None
    same_amounts = narrow.quantities == wide.quantities
    if not (wide.whole or same_amounts) or not wide.lines <= narrow.lines:
        return None
    if not all(any(one.covers(other) for other in narrow.aspects) for one in wide.aspects):
        return None
    if are_opposite(narrow, wide):
        return None
    more = any(name in NARROWING for name, _ in narrow.lines - wide.lines)
    more = more or not (narrow.whole or same_amounts)
    surplus = [a for a in narrow.aspects if not any(_says(one, a) for one in wide.aspects)]
    if not all(_only_places(each) for each in surplus):
        return "other words"
    return "narrower" if more or surplus else "same"


def _says(wide: Aspect, aspect: Aspect) -> bool:
    """Tell whether one says what the other does: who speaks of anybody has named nobody."""
    in_general = wide.keys[0][0] == ANYBODY and wide.keys[0] != aspect.keys[0]
    return wide.covers(aspect) and not in_general


def _only_places(aspect: Aspect) -> bool:
    """Tell whether it says no more than where, or from or to whom."""
    where = aspect.preposition in {"in", "from", *PREPOSITIONS} or aspect.reach is not None
    return where or aspect.placed or aspect.keys[0][0] in {"place", "actor", "group"}


def picks_out(aspect: Aspect, norm: Norm) -> bool:
    """Tell whether it says which of them are meant: where they are, or of what kind."""
    return picks_out_a_kind(aspect) or says_where(aspect, norm)


def picks_out_a_kind(aspect: Aspect) -> bool:
    """Tell whether it says of what kind a thing is, or whose: "military sites", "arms exports"."""
    return aspect.preposition == "of" and aspect.keys[0][0] in {"object", "definition", "actor"}


def says_where(aspect: Aspect, norm: Norm) -> bool:
    """Tell whether it says where: what lies within so far of something is there, whatever it is."""
    kind, _ = aspect.keys[0]
    near = any(each.reach is not None for each in norm.aspects)
    leading = aspect.placed or aspect.preposition in {"in", "of", *PREPOSITIONS}
    return aspect.reach is not None or (
        leading and (kind in {"place", "actor"} or (near and aspect.preposition == "in"))
    )


def _thing_within(narrow: Norm, wide: Norm) -> bool:
    if wide.thing is None or narrow.thing is None:
        same = wide.thing is narrow.thing
        return same and bool(narrow.aspects or not wide.aspects)
    return wide.thing.covers(narrow.thing) and same_owner(narrow, wide)


def same_owner(one: Norm, other: Norm) -> bool:
    """Tell whether the objects can be the same one's, where both say whose."""
    owners = one.provision.owner, other.provision.owner
    both = {"all", *(one.binds & other.binds)}
    if len(both) > 1 and all(says_its_own(each) for each in (one, other)):
        return True
    return None in owners or owners[0] == owners[1] or set(owners) <= both


def says_its_own(norm: Norm) -> bool:
    """Tell whether the object is whoever's it is that is bound: "its troops", "their troops"."""
    thing = norm.provision.object
    return thing is not None and thing.owner == "its"


def subject(norm: Norm) -> tuple[Hashable, ...]:
    """Return what a norm is about, whatever it says of it: thing, places and people."""
    aspects = frozenset(aspect.itself for aspect in norm.aspects)
    lines = frozenset(line for line in norm.lines if line[0] in NARROWING)
    return norm.about, lines, aspects

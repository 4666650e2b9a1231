"""Which way more or less of what a sentence speaks of moves how much it binds."""

from __future__ import annotations

from typing import Literal

from clausecheck.changes import Direction
from clausecheck.compare.ground.units import every_deed
from clausecheck.model.sentences import DUTIES, Meaning

BINDING = frozenset({"duty", "prohibition"})
FREEING = frozenset({"permission", "exemption"})


def toward(meaning: Meaning, *, more: bool) -> Direction:
    """Return what more or less of what a sentence speaks of does to how much it binds.

    A savings clause holds the text itself off: that it saves more is the stronger clause. What is
    renounced is given up, and so is more of it.
    """
    if meaning.kind in BINDING or renounces(meaning):
        return "stronger" if more else "weaker"
    if meaning.kind in FREEING:
        return "weaker" if more else "stronger"
    if meaning.kind == "savings":
        return "stronger" if more else "weaker"
    return "other"


def renounces(meaning: Meaning) -> bool:
    """Tell whether a statement gives something up."""
    return meaning.modality.name == "renounces"


def rank_of(meaning: Meaning) -> int | None:
    """Return the place of a duty's or prohibition's words from strong to weak."""
    if meaning.kind not in BINDING:
        return None
    name = meaning.modality.name.replace(" not", "")
    return DUTIES.index(name) if name in DUTIES else 0


_KEEPING = frozenset(
    "maintain deploy place store possess produce acquire operate enrich test exercise conduct"
    " increase reinforce rotate fly patrol limit freeze reduce exceed cap".split()
)
"""Acts whose ceiling leaves so much to whoever does them."""


def of_ceiling(meaning: Meaning, *, up: bool) -> Direction:
    """Return what it does that a ceiling is raised, or lowered.

    More to give binds the giver more, more to keep binds the holder less. Of a duty to do anything
    else it cannot be told whether its ceiling is a burden or a leave.
    """
    if meaning.kind != "duty":
        return toward(meaning, more=up != (meaning.kind == "prohibition"))
    bears = ceiling_of(meaning)
    return toward(meaning, more=up == (bears == "given")) if bears else "other"


def ceiling_of(meaning: Meaning) -> Literal["given", "kept"] | None:
    """Return whether a duty's ceiling is on what is given, or kept; None for neither, or both."""
    acts = [deed.act for deed in every_deed(meaning.deeds)]
    known = [act for act in acts if act is not None]
    if len(known) < len(acts) or not known:
        return None
    if all("recipient" in act.needs for act in known):
        return "given"
    return "kept" if all(act.wider & _KEEPING for act in known) else None

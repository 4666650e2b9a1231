"""Which way more or less of what a sentence speaks of moves how much it binds."""

from __future__ import annotations

from clausecheck.changes import Direction
from clausecheck.model.sentences import Meaning

BINDING = frozenset({"duty", "prohibition"})
FREEING = frozenset({"permission", "exemption"})


def toward(meaning: Meaning, *, more: bool) -> Direction:
    """Return what more or less of what a sentence speaks of does to how much it binds."""
    if meaning.kind in BINDING:
        return "stronger" if more else "weaker"
    if meaning.kind in FREEING:
        return "weaker" if more else "stronger"
    return "other"

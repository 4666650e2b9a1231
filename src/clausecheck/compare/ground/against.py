"""What is done against others, or where they breach: that it is owed is no gain of theirs."""

from __future__ import annotations

from clausecheck.analyses.terms import is_group
from clausecheck.model import nodes
from clausecheck.model.reading import Labels
from clausecheck.model.sentences import Deed, Meaning
from clausecheck.model.walk import walk

_KEEPING_UP = frozenset(
    "maintain impose enforce resume extend continue increase apply deploy introduce conduct"
    " promote reinforce".split()
)
"""Acts by which what presses on others goes on, or becomes more."""
_PRESSING = ("sanctions", "exercise", "test", "hostility")
_WAITING = ("if", "after", "on", "by", "starts", "from")
_RELIEF = "sanctions-relief"


def is_against_others(meaning: Meaning, labels: Labels) -> bool:
    """Tell whether a thing is owed, or allowed, that is done against others, or upon a breach."""
    if meaning.kind not in {"duty", "permission"} or not meaning.deeds:
        return False
    waits = (node for label in labels.all(*_WAITING) for node in walk(label.value))
    upon_breach = any(isinstance(n, nodes.ClauseState) and n.state == "is breached" for n in waits)
    return upon_breach or all(_presses(deed) for deed in meaning.deeds)


def _presses(deed: Deed) -> bool:
    whom = (each for each in deed.mentions if each.kind in {"actor", "group"})
    if any(each.preposition == "against" for each in whom):
        return True
    keeps = deed.act is not None and not _KEEPING_UP.isdisjoint(deed.act.wider)
    pressing = [is_group(each, *_PRESSING) for each in deed.objects]
    eased = any(each.term and _RELIEF in each.term.wider for each in deed.objects)
    return keeps and bool(pressing) and all(pressing) and not eased

"""What a choice alone changes in the text of first proposals, where nothing was traced to it.

Of a long text not all that hangs on choices is learned, and a choice of which nothing was learned
may still matter. To hold one text against one other is cheap.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from clausecheck.choosing.rows import Assignment, with_option
from clausecheck.findings import Finding, LedgerEntry, Stance
from clausecheck.model.decisions import with_in_force
from clausecheck.proposals import TOLD, Beside
from clausecheck.rolling import RollingText, Said


def beside_the_first(text: RollingText, decision: int, option: int) -> Beside:
    """Return what there is with a choice and not with the first, and the other way round."""
    base = with_in_force(text.decisions, decision)
    ones, others = (_found(text, each) for each in (base, with_option(base, decision, option)))
    over = (what for key, what in ones.items() if key not in others)
    return Beside(
        tuple(what for key, what in others.items() if key not in ones and _is_told(what)),
        tuple(what for what in over if not isinstance(what, Stance) and _is_over(what, others)),
    )


_Key: TypeAlias = tuple[object, ...]
_Found: TypeAlias = Mapping[_Key, Finding | Stance | LedgerEntry]


def _found(text: RollingText, assignment: Assignment) -> _Found:
    """Return the new findings, the stances and what becomes of objections, each by what it is."""
    said = [each for each in text.found_in(assignment) if isinstance(each, Said)]
    said = [each for each in said if each.status == "new"]
    said.sort(key=lambda each: (text.findings[each].span, each.rule, each.message))
    return {
        **{each._replace(entries=()): text.findings[each] for each in said},
        **{(each.question, each.stance): each for each in text.facts(assignment).stances},
        **{(each.entry, each.state): each for each in text.ledger(assignment)},
    }


def _is_told(what: Finding | Stance | LedgerEntry) -> bool:
    """Tell whether it is worth telling, as not all is that may become of an objection."""
    return not isinstance(what, LedgerEntry) or what.state in TOLD


def _is_over(what: Finding | LedgerEntry, now: _Found) -> bool:
    """Tell whether it is over, and nothing new says so by itself."""
    return isinstance(what, Finding) or (
        what.state in TOLD and not any((what.entry, each) in now for each in TOLD)
    )

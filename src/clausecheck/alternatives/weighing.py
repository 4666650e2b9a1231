"""What is counted in a text, and in which order it decides which text is better.

Errors and warnings are counted for each lens by themselves. Then come the objections of each lens
that the text meets, and its safeguards. Info comes last: what is only worth a look decides between
texts that are the same in all else, and never for the one that says less or has more found in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from clausecheck.analyses.inspection.safeguards import Safeguard, safeguards
from clausecheck.choosing.rows import Assignment
from clausecheck.choosing.trees import Tree
from clausecheck.essays import entry as entry_of
from clausecheck.findings import LedgerEntry, Report
from clausecheck.model.reading import Reading
from clausecheck.proposals import Counted
from clausecheck.rolling import RollingText, Said

LENSES = ("sceptic", "advocate")

Weight: TypeAlias = tuple[int, ...]
"""The errors of each lens, the warnings, what of each is not met, what is not safeguarded, info.

Less is better in each. What is met and safeguarded counts less than nothing. All else is added to
the info of each lens, so heavily that no info outweighs it: a text that is better in one thing, and
worse in none, is better whatever its info is.
"""

_MOST_INFO = 1_000_000
_NOTHING: Weight = (0,) * 9

Counting: TypeAlias = Said | Safeguard | str
"""A finding, a safeguard, or an objection that is met, by its key."""


def weight_of(what: Counting, text: RollingText) -> Weight:
    """Return what a finding, an objection met or a safeguard counts, once."""
    if isinstance(what, Said):
        finding = text.findings[what]
        return _of_finding(finding.lens, what.severity) if what.status == "new" else _NOTHING
    if isinstance(what, Safeguard):
        return _outweighing_info((0, 0, 0, 0, 0, 0, -1), (0, 0))
    sceptic, advocate = (int(entry_of(what).lens in {lens, "both"}) for lens in LENSES)
    return _outweighing_info((0, 0, 0, 0, -sceptic, -advocate, 0), (0, 0))


def _of_finding(lens: str, severity: str) -> Weight:
    sceptic, advocate = (int(lens in {each, "both", "neutral"}) for each in LENSES)
    own = (sceptic, advocate)
    nothing = (0, 0)
    error = own if severity == "error" else nothing
    warning = own if severity == "warning" else nothing
    info = own if severity == "info" else nothing
    return _outweighing_info((*error, *warning, 0, 0, 0), info)


def _outweighing_info(rest: Weight, info: Weight) -> Weight:
    return (*rest, *(each + sum(rest) * _MOST_INFO for each in info))


def weighed(text: RollingText) -> list[tuple[Tree, Weight]]:
    """Return what counts in a text, as what it hangs on and what it weighs where it is there."""
    every = ((tree, weight_of(what, text)) for what, tree in counting(text))
    return [(tree, weight) for tree, weight in every if any(weight)]


def counting(text: RollingText) -> Iterator[tuple[Counting, Tree]]:
    """Yield all that may count in a text, and what it hangs on."""
    yield from text.every_effect()
    yield from text.every_safeguard()
    yield from text.every_met()


def counting_in(report: Report, reading: Reading, text: RollingText) -> set[Counting]:
    """Return all that counts in a text without brackets that was checked in full."""
    return {
        *text.said(report.findings),
        *safeguards(reading, text.vocabulary),
        *_met(report.ledger),
    }


def counting_of(assignment: Assignment, text: RollingText) -> set[Counting]:
    """Return all that counts in a text without brackets, as the rules were asked one by one."""
    return {*text.found_in(assignment), *_met(text.ledger(assignment))}


def _met(ledger: Iterable[LedgerEntry]) -> Iterator[str]:
    met = (each.entry for each in ledger if each.state == "met")
    return (key for key in met if entry_of(key).judged_by_itself)


def total(weights: Iterable[Weight]) -> Weight:
    """Return what things weigh together."""
    return tuple(map(sum, zip(_NOTHING, *weights, strict=True)))


def bare(weight: Weight) -> Weight:
    """Return a weight with each lens's info as it was found."""
    *rest, i_s, i_a = weight
    others = sum(rest) * _MOST_INFO
    return (*rest, i_s - others, i_a - others)


def counted(weight: Weight) -> Counted:
    """Return a weight as the counts that a reader knows."""
    return counted_bare(bare(weight))


def counted_bare(weight: Weight) -> Counted:
    """Return what a weight with each lens's info as found is, as the counts that a reader knows."""
    e_s, e_a, w_s, w_a, met_s, met_a, safe, i_s, i_a = weight
    return Counted((e_s, w_s, i_s, e_a, w_a, i_a), (-met_s, -met_a), -safe)

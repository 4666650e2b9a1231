"""Which objections are no longer raised for no other reason than that less is promised.

Who `should` freeze where it `shall` have frozen is not asked when, nor who looks: nothing is
answered by that, and what is asked once it `shall` is no fault of the firmer promise.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from clausecheck.changes import SAME, Comparison, Direction, Kind, Row
from clausecheck.compare.arising import OPEN, Arising, Way, is_against, judged_as
from clausecheck.findings import Finding, LedgerEntry
from clausecheck.values import frozen

_PROMISED: frozenset[Kind] = frozenset({"modality", "kind", "preamble"})
"""Changes by which the same is promised less bindingly, and nothing is answered."""
_BESIDE: frozenset[Kind] = frozenset({"verifier", "access", "vague words"})
"""Changes for the weaker that answer nothing either, as a condition or a counterpart may."""


@frozen
class Promised:
    """The sentences in which less is promised than in the other text, and nothing is mended."""

    places: frozenset[str]
    whole: bool
    """Whether nothing else differs, so that whatever is found in one text alone is due to it."""

    def explains(self, finding: Finding) -> bool:
        """Tell whether a finding stands in one text alone since more is promised there.

        A text that contradicts itself is wrong however little it promises.
        """
        due = self.whole or finding.clause in self.places
        return bool(self.places) and due and finding.severity != "error"


def promised(made: Comparison, way: Way) -> Promised:
    """Return where less is promised than was, or in the base than is now."""
    rows = [row for row in made.rows if row.how != "reworded"]
    found = [row for row in rows if _is_of_promises(row, "weaker" if way == "gone" else "stronger")]
    passages = (
        passage for row in found for passage in (row.before if way == "gone" else row.after)
    )
    return Promised(frozenset(each.place for each in passages), len(found) == len(rows))


def _is_of_promises(row: Row, direction: Direction) -> bool:
    if not (row.before and row.after):
        return False
    told = [change for change in row.changes if change.kind not in SAME]
    return any(change.kind in _PROMISED for change in told) and all(
        change.direction == direction and change.kind in _PROMISED | _BESIDE for change in told
    )


def by_promises(made: Comparison, more: Mapping[Way, Promised]) -> Mapping[str, Arising]:
    """Return the objections that one text alone raises, as more is promised there."""
    return {each.entry.entry: each for each in _by_promises(made, more)}


def _by_promises(made: Comparison, more: Mapping[Way, Promised]) -> Iterator[Arising]:
    for one, two in made.ledger:
        if _is_of(one, two, more["gone"], made.cleared):
            yield Arising("gone", one, promised=True)
        elif _is_of(two, one, more["arisen"], made.gained):
            yield Arising("arisen", two, promised=True)


def _is_of(
    there: LedgerEntry, elsewhere: LedgerEntry, more: Promised, findings: Collection[Finding]
) -> bool:
    """Tell whether an objection is open in one text alone, and nothing else tells why."""
    if there.state not in OPEN or elsewhere.state in OPEN | _ANSWERED or not more.places:
        return False
    raised = [each for each in findings if not judged_as(there.entry).isdisjoint(each.entries)]
    raised = [each for each in raised if each.severity != "info"]
    known = raised or (there.raised_by and more.places.issuperset(there.raised_by)) or more.whole
    return bool(known) and all(map(more.explains, raised)) and not is_against(there)


_ANSWERED = frozenset({"met", "accepted"})

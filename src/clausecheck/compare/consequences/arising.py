"""Which objections a text no longer comes to, or comes to where another did not, and why.

Where the war no longer ends, nobody asks what its end leaves open. That is no answer to who asked,
and to end it is no fault: neither is told as better or worse, and both are told as what they are.
It is otherwise with the very thing objected to: whoever fears that forces leave loses by it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Literal

from clausecheck.changes import LESS_PROMISED, Comparison, Kind, Phrase
from clausecheck.essays import entry as entry_of
from clausecheck.essays import opening
from clausecheck.findings import Finding, LedgerEntry
from clausecheck.notes import listed
from clausecheck.values import frozen

Way = Literal["gone", "arisen"]
OPEN = frozenset({"raised", "silent"})
LENSES = {
    "sceptic": "for the sceptic",
    "advocate": "for the advocate",
    "both": "for both",
}
IS_PROMISED: Mapping[Way, str] = {"gone": LESS_PROMISED, "arisen": "more is promised"}
_NEITHER = frozenset({"not applicable", "not judged"})
_TOLD = frozenset({"raised", "accepted", "met"})


@frozen
class Arising:
    """That a text comes to an objection and the other does not: by what, and what becomes of it."""

    way: Way
    entry: LedgerEntry
    """As it stands in the text that comes to it."""
    unplaced: tuple[str, ...] = ()
    """The clauses that alone come to it, and are about the same but that one names a place."""
    promised: bool = False
    """Whether it is raised for no other reason than that more is promised."""

    @property
    def why(self) -> str:
        """Why it is asked of one alone; empty where nothing asks it, and it is met all the same."""
        if self.promised:
            return IS_PROMISED[self.way]
        if self.unplaced:
            where = listed(self.unplaced)
            if self.way == "gone":
                return f"no place is named in {where} any more, though it may still be meant"
            return f"a place is named in {where} now, though it may have been meant before"
        if not self.entry.opened_by:
            return ""
        opened = opening(self.entry.opened_by[0])
        return opened.gone if self.way == "gone" else opened.here

    @property
    def state(self) -> str:
        """What becomes of it where it is asked, in a word."""
        return "raised" if self.entry.state in OPEN else self.entry.state


def arising(
    ledger: Sequence[tuple[LedgerEntry, LedgerEntry]], places: frozenset[str] = frozenset()
) -> Mapping[str, Arising]:
    """Return the objections to which one of the texts alone comes, by their keys, where that shows.

    One that is as bad as the worst of several is among them where all that changed of these are.
    `places` are the clauses that speak of the same less exactly.
    """
    changed = {one.entry: (one, two) for one, two in ledger if one.state != two.state}
    found: dict[str, Arising] = {}
    for key, (one, two) in changed.items():
        alone = None if entry_of(key).parts else _of_places(one, two, places) or _alone(one, two)
        if alone is not None:
            found[key] = alone
    for key, (one, two) in changed.items():
        parts = [part for part in entry_of(key).parts if part in changed]
        ways = {found[part].way if part in found else None for part in parts}
        way = ways.pop() if len(ways) == 1 else None
        if way is not None:
            of = [found[part].unplaced for part in parts]
            where = tuple(dict.fromkeys(chain(*of))) if all(of) else ()
            found[key] = Arising(way, one if way == "gone" else two, where)
    return found


def unplaced(made: Comparison) -> frozenset[str]:
    """Return the clauses, of either text, that are about the same, but that one names a place.

    A text that no longer says where speaks of it less exactly: nothing is answered by that.
    """
    return frozenset(
        passage.place
        for row in made.clauses
        if any(change.of_place for change in row.changes)
        and all(change.of_place or change.kind not in _OF_THE_MATTER for change in row.changes)
        for passage in (*row.before, *row.after)
    )


_OF_THE_MATTER: frozenset[Kind] = frozenset({"kind", "actor", "act", "object", "wording", "place"})
"""Changes by which a sentence may be about something else."""


_BY_PLACE = frozenset({"forces-named", "forces-go"})
"""What a text does that shows by a place alone: whose soil forces are on, and so if they go."""


def _of_places(one: LedgerEntry, two: LedgerEntry, places: frozenset[str]) -> Arising | None:
    """Return that an objection is open or met by clauses alone that one text gives no place."""
    ways: tuple[tuple[Way, LedgerEntry, LedgerEntry], ...] = (
        ("gone", one, two),
        ("arisen", two, one),
    )
    for way, there, elsewhere in ways:
        where = dict.fromkeys((*there.raised_by, *there.met_by))
        lost = _BY_PLACE.intersection(there.opened_by).difference(elsewhere.opened_by)
        here = where and places.issuperset(where) and not there.met_at
        if elsewhere.state in _NEITHER and here and lost:
            return Arising(way, there, tuple(where))
    return None


def _alone(one: LedgerEntry, two: LedgerEntry) -> Arising | None:
    """Return that one of two texts alone comes to an objection.

    What is met, though neither text does anything by which it would be asked, answers nobody: that
    is no more than asked. What raises it without that is a wording, and may be mended. Nor does an
    objection only come with what it is to: it is raised by that, and gone without.
    """
    ways: tuple[tuple[Way, LedgerEntry, LedgerEntry], ...] = (
        ("gone", one, two),
        ("arisen", two, one),
    )
    for way, there, elsewhere in ways:
        if elsewhere.opened_by or elsewhere.state not in _NEITHER:
            continue
        if there.state == "raised" and is_against(there):
            return None
        if there.opened_by and there.arises and there.state not in _NEITHER:
            return Arising(way, there)
        if there.state == "met" and not elsewhere.arises:
            return Arising(way, there)
    return None


def is_against(there: LedgerEntry) -> bool:
    """Tell whether what opens an objection is the very thing it is to."""
    against = (entry_of(each).against for each in judged_as(there.entry))
    return not set(chain(*against)).isdisjoint(there.opened_by)


def judged_as(key: str) -> frozenset[str]:
    """Return an objection with those of which it has its state."""
    entry = entry_of(key)
    return frozenset(filter(None, (key, entry.same_as, *entry.boosts, *entry.parts)))


def asked_by_one(
    found: Mapping[str, Arising], way: Way, order: Callable[[Sequence[str]], list[str]]
) -> Iterator[Phrase]:
    """Yield what one text alone comes to, by why, by lens and by what becomes of it there."""
    groups: dict[str, dict[tuple[str, str], list[str]]] = {}
    for key, each in found.items():
        if each.way == way and each.why and each.state in _TOLD:
            lens = LENSES[entry_of(key).lens]
            groups.setdefault(each.why, {}).setdefault((lens, each.state), []).append(key)
    before = " before" if way == "gone" else ""
    for why, of in groups.items():
        head = f"as {why}: "
        for (lens, state), keys in of.items():
            yield Phrase(f"{head}{lens}, {state}{before},", tuple(order(keys)))
            head = ""


def goes_with(
    finding: Finding, found: Mapping[str, Arising], way: Way, told: frozenset[str]
) -> bool:
    """Tell whether a finding raises nothing but what one of the texts alone comes to.

    What else it raises, and others do in either text, is neither better nor worse by it; `told` are
    the objections that are. An error is one whatever gave rise to it, as two steps of which each
    waits for the other.
    """
    of_places = {key for key, each in found.items() if each.way == way and each.unplaced}
    if finding.severity != "error" and not of_places.isdisjoint(finding.entries):
        return True
    entries = finding.entries if finding.severity != "error" else ()
    alone = {key for key in entries if key in found and found[key].way == way}
    return bool(alone) and told.isdisjoint(set(entries) - alone)

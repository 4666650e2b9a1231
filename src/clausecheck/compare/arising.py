"""Which objections a text no longer comes to, or comes to where another did not, and why.

Where the war no longer ends, nobody asks what its end leaves open. That is no answer to who asked,
and to end it is no fault: neither is told as better or worse, and both are told as what they are.
It is otherwise with the very thing objected to: whoever fears that forces leave loses by it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal

from clausecheck.changes import Phrase
from clausecheck.essays import entry as entry_of
from clausecheck.essays import opening
from clausecheck.findings import Finding, LedgerEntry
from clausecheck.values import frozen

Way = Literal["gone", "arisen"]
OPEN = frozenset({"raised", "silent"})
LENSES = {
    "sceptic": "for the sceptic",
    "advocate": "for the advocate",
    "both": "for both",
}
_NEITHER = frozenset({"not applicable", "not judged"})
_TOLD = frozenset({"raised", "accepted", "met"})


@frozen
class Arising:
    """That a text comes to an objection and the other does not: by what, and what becomes of it."""

    way: Way
    entry: LedgerEntry
    """As it stands in the text that comes to it."""

    @property
    def why(self) -> str:
        """Why it is asked of one alone; empty where nothing asks it, and it is met all the same."""
        if not self.entry.opened_by:
            return ""
        opened = opening(self.entry.opened_by[0])
        return opened.gone if self.way == "gone" else opened.here

    @property
    def state(self) -> str:
        """What becomes of it where it is asked, in a word."""
        return "raised" if self.entry.state in OPEN else self.entry.state


def arising(ledger: Sequence[tuple[LedgerEntry, LedgerEntry]]) -> Mapping[str, Arising]:
    """Return the objections to which one of the texts alone comes, by their keys, where that shows.

    One that is as bad as the worst of several is among them where all that changed of these are.
    """
    changed = {one.entry: (one, two) for one, two in ledger if one.state != two.state}
    found: dict[str, Arising] = {}
    for key, (one, two) in changed.items():
        alone = None if entry_of(key).parts else _alone(one, two)
        if alone is not None:
            found[key] = alone
    for key, (one, two) in changed.items():
        parts = [part for part in entry_of(key).parts if part in changed]
        ways = {found[part].way if part in found else None for part in parts}
        way = ways.pop() if len(ways) == 1 else None
        if way is not None:
            found[key] = Arising(way, one if way == "gone" else two)
    return found


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
        if there.state == "raised" and _is_against(there):
            return None
        if there.opened_by and there.arises and there.state not in _NEITHER:
            return Arising(way, there)
        if there.state == "met" and not elsewhere.arises:
            return Arising(way, there)
    return None


def _is_against(there: LedgerEntry) -> bool:
    """Tell whether what opens an objection is the very thing it is to."""
    entry = entry_of(there.entry)
    judged_as = filter(None, (entry.key, entry.same_as, *entry.boosts))
    return any(key in entry_of(each).against for each in judged_as for key in there.opened_by)


def asked_by_one(
    found: Mapping[str, Arising],
    way: Way,
    findings: Sequence[Finding],
    order: Callable[[Sequence[str]], list[str]],
) -> Iterator[Phrase]:
    """Yield what one text alone comes to, by why, by lens and by what becomes of it there.

    `findings` are those that the other text has not: what they raise goes with it.
    """
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
    count = sum(1 for each in findings if each.severity != "info" and goes_with(each, found, way))
    if count:
        yield Phrase(f"{count} finding{'' if count == 1 else 's'} with it")


def goes_with(finding: Finding, found: Mapping[str, Arising], way: Way) -> bool:
    """Tell whether a finding raises nothing but what one of the texts alone comes to.

    An error is one whatever gave rise to it, as two steps of which each waits for the other.
    """
    entries = finding.entries if finding.severity != "error" else ()
    return bool(entries) and all(key in found and found[key].way == way for key in entries)

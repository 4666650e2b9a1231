"""The three lines at the end: what got better, what got worse, and for whom.

Better and worse are said of objections alone, each under whose it is: fewer stand open, or more.
That a text binds more is no gain in itself, for it binds somebody: it is told by party, as it is.
Nothing is added up across lenses or parties.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from clausecheck.changes import Change, Comparison, Exposed, Phrase, Verdict
from clausecheck.essays import entry as entry_of
from clausecheck.findings import SEVERITIES, Finding, LedgerEntry
from clausecheck.notes import listed

_OPEN = frozenset({"raised", "silent"})
_LENSES = {
    "sceptic": "for the sceptic",
    "advocate": "for the advocate",
    "both": "for both",
}


def verdict(made: Comparison) -> Verdict:
    """Return the lines, each as phrases; empty where there is nothing to say."""
    return Verdict(
        (*_of_lenses(made, better=True), *_findings(made, better=True)),
        (*_of_lenses(made, better=False), *_findings(made, better=False)),
        tuple(_of_parties(made)),
    )


def _of_lenses(made: Comparison, *, better: bool) -> Iterator[Phrase]:
    """Yield for each lens the objections that are open no longer, or newly, and those met."""
    moved = [(one, two) for one, two in made.ledger if one.state != two.state]
    behind = (*made.cleared, *made.accepted) if better else made.gained
    for lens, title in _LENSES.items():
        told: dict[str, list[str]] = {}
        for one, two in moved:
            word = _better(one, two) if better else _worse(one, two)
            if word and entry_of(two.entry).lens == lens:
                told.setdefault(word, []).append(two.entry)
        for word, of in told.items():
            yield Phrase(f"{title} {word}", tuple(_weightiest_first(of, behind)))


def _weightiest_first(entries: Sequence[str], findings: Sequence[Finding]) -> list[str]:
    """Return objections by how serious the findings are that raise them, and how many.

    What no finding raised comes last; those that weigh the same keep the catalogue's order.
    """

    def weight(entry: str) -> tuple[int, ...]:
        raising = [each.severity for each in findings if entry in each.entries]
        return tuple(-raising.count(severity) for severity in SEVERITIES)

    return sorted(entries, key=weight)


def _better(one: LedgerEntry, two: LedgerEntry) -> str:
    if two.state == "met":
        return "now met"
    gone = one.state in _OPEN and two.state not in _OPEN
    return ("accepted on record" if two.state == "accepted" else "no longer raised") if gone else ""


def _worse(one: LedgerEntry, two: LedgerEntry) -> str:
    if two.state in _OPEN:
        return "" if one.state in _OPEN else "newly raised"
    return "no longer met" if one.state == "met" else ""


def _findings(made: Comparison, *, better: bool) -> Iterator[Phrase]:
    found = made.cleared if better else made.gained
    count = sum(each.severity != "info" for each in found)
    errors = sum(each.severity == "error" for each in found)
    if count:
        noun = "finding" if count == 1 else "findings"
        of = f", {errors} of them {'an error' if errors == 1 else 'errors'}" if errors else ""
        if errors == count:
            of = ", an error" if count == 1 else ", all errors"
        yield Phrase(f"{count} {noun} {'cleared' if better else 'gained'}{of}")


def _of_parties(made: Comparison) -> Iterator[str]:
    """Yield where parties are bound less and more, those alike together, and whose risk changes."""
    alike: dict[str, list[str]] = {}
    ways = [way for party, _, _ in made.burden for way in _bound(made, party, 1)]
    most = _MOST if len(ways) <= _MOST else _FEWER
    for party, _, _ in made.burden:
        bound = ", ".join(_bound(made, party, most))
        if bound:
            alike.setdefault(bound, []).append(party)
    for bound, parties in alike.items():
        yield f"{listed(parties)} {bound}"
    for party, before, after in made.exposure:
        if _days(before) != _days(after):
            yield f"longest exposure of {party} {exposed(before)} → {exposed(after)}"


def _bound(made: Comparison, party: str, most: int) -> Iterator[str]:
    ways = ("reversed", "turned round"), ("weaker", "bound less"), ("stronger", "bound more")
    for direction, word in ways:
        places = [
            row.place if row.before else f"new {row.place}"
            for row in made.clauses
            if any(
                _is_of(change, party) and change.direction == direction for change in row.changes
            )
        ]
        if places:
            yield f"{word} in {some(places, most)}"


def _is_of(change: Change, party: str) -> bool:
    return party in change.parties


def some(places: Iterable[str], most: int) -> str:
    """Return the places, or the first of them with how many more there are."""
    every = list(dict.fromkeys(places))
    shown = every if len(every) <= most else every[: most - 1]
    more = len(every) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


_MOST = 6
_FEWER = 3
"""Places of one party, where there are many parties to be told of."""


def _days(exposed: Exposed | None) -> object:
    return None if exposed is None else (exposed.given is None, exposed.days)


def exposed(each: Exposed | None) -> str:
    """Return how long somebody is exposed in words."""
    if each is None:
        return "not told"
    if each.given is None:
        return "none"
    return "without end" if each.days is None else f"{each.days} days"

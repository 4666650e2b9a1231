"""Where less is promised, and what is no longer raised for no other reason than that.

Who `should` freeze where it `shall` have frozen, or need not freeze at all, is not asked when, nor
who looks: nothing is answered by that, nor by a verifier that is gone. What is asked once it
`shall` is no fault of the firmer promise. Whoever it was made to has lost it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from operator import attrgetter

from clausecheck.changes import SAME, Change, Comparison, Direction, Kind, Phrase, Row, What
from clausecheck.compare.consequences.arising import OPEN, Arising, Way, is_against, judged_as
from clausecheck.findings import Finding, LedgerEntry
from clausecheck.notes import listed, some
from clausecheck.values import frozen

_SAID: frozenset[Kind] = frozenset({"modality", "kind", "preamble"})
_PROMISED: frozenset[Kind] = _SAID | {"verifier"}
"""Changes by which the same is promised less bindingly, and nothing is answered."""
OF_DEEDS: frozenset[Kind] = frozenset({"act", "object", "quantity", "wording"})
"""Changes in what is to be done, which is more than what may be left undone, whatever it is."""
_OF_SOME: frozenset[Kind] = frozenset({"actor", "object", "quantity", "term"})
"""Changes by which less is promised, whatever became of the rest: by fewer, or for less long."""
_OF_NOTICE: frozenset[Kind] = frozenset({"access"})
"""Changes in the notice with which it is done, which is none to whoever need not, or must not."""
_OF_DAYS: frozenset[Kind] = frozenset({"deadline", "time", "term", "rhythm"})
"""Changes in when it is done, which is no matter of what nobody has to do."""
_BESIDE: frozenset[Kind] = OF_DEEDS | _OF_DAYS | {"verifier", "access", "vague words", "actor"}
"""Changes for the weaker that answer nothing either, as a condition or a counterpart may."""
_IDLE: frozenset[Kind] = frozenset({"vague words", "wording"})
"""Changes that answer nothing where they bind neither less nor more: `verifiably`, `in stages`."""


@frozen
class Promised:
    """The sentences in which less is promised than in the other text, and nothing is mended."""

    places: frozenset[str]
    whole: bool
    """Whether nothing else differs, so that whatever is found in one text alone is due to it."""

    softened: bool = False
    """Whether it is all still to be done, and only less bindingly."""
    begun: bool = False
    """Whether it is all still to be begun: who objects to the very thing has it before them."""

    def explains(self, finding: Finding) -> bool:
        """Tell whether a finding stands in one text alone since more is promised there.

        What is said of the whole text may have been answered elsewhere in it.
        """
        return self.gives_rise_to(finding) and (self.whole or not finding.of_text)

    def gives_rise_to(self, finding: Finding) -> bool:
        """Tell whether it is found where more is promised.

        A text that contradicts itself is wrong however little it promises.
        """
        due = self.whole or finding.clause in self.places
        return bool(self.places) and due and finding.severity != "error"


_WAYS: Mapping[Way, tuple[Direction, str, What]] = {
    "gone": ("weaker", "less", "owed less"),
    "arisen": ("stronger", "more", "owed more"),
}


def promises(made: Comparison, way: Way) -> Iterator[Phrase]:
    """Yield by whom less is promised than was, or more, to whom if that is said, and where."""
    _, word, owed = _WAYS[way]
    found: dict[str, list[str]] = {}
    for row in made.clauses:
        if less := _promised_less(row, way):
            by = dict.fromkeys(who for each in less for who in each.parties)
            to = dict.fromkeys(
                who for each in row.effects if each.what == owed for who in each.parties
            )
            whose = "".join(
                f"{word} {listed([*who])} " for word, who in (("by", by), ("to", to)) if who
            )
            found.setdefault(whose, []).append(row.where_bound(by))
    if found:
        alone = "" if len(found) == 1 else ", where nobody is named"
        told = [
            f"{whose}in {some(places, _PLACES)}{'' if whose else alone}"
            for whose, places in sorted(found.items(), key=lambda each: not each[0])
        ]
        if len(told) > _GROUPS:
            left = sum(len(places) for places in list(found.values())[_GROUPS - 1 :])
            told[_GROUPS - 1 :] = [f"in {left} more places"]
        yield Phrase(f"{word} is promised {listed(told)}")


def promised(made: Comparison, way: Way) -> Promised:
    """Return where less is promised than was, or in the base than is now, and nothing else is."""
    rows = [row for row in made.rows if row.how not in {"reworded", "unchanged"}]
    found = [row for row in rows if _is_less(row, way) and _is_of_promises(row)]
    passages = (
        passage for row in found for passage in (row.before if way == "gone" else row.after)
    )
    softened = all(
        row.before and row.after and all(each.kind == "modality" for each in _told(row))
        for row in found
    )
    places = frozenset(each.place for each in passages)
    begun = bool(found) and all(each.begun for row in found for each in _told(row))
    return Promised(places, len(found) == len(rows), softened, begun)


def _promised_less(row: Row, way: Way) -> Sequence[Change]:
    """Return by what less is promised: who was let out is, whatever became of the rest."""
    if not _is_promised(row, way):
        return ()
    less = _is_less(row, way)
    return [
        each
        for each in row.changes
        if (less and each.kind in _PROMISED)
        or (each.kind in _OF_SOME and each.direction == _WAYS[way][0])
    ]


def ended(made: Comparison, way: Way) -> frozenset[str]:
    """Return where something is over sooner than in the other text, by the clauses of this one."""
    return frozenset(
        passage.place
        for row in made.clauses
        if any(each.kind == "term" and each.direction == _WAYS[way][0] for each in row.changes)
        for passage in (row.after if way == "gone" else row.before)
    )


def _is_less(row: Row, way: Way) -> bool:
    """Tell whether something is promised less bindingly than in the other text, or there alone."""
    told = _told(row)
    return (
        any(change.kind in _PROMISED for change in told)
        and all(change.direction == _WAYS[way][0] for change in told)
        and (bool(row.before and row.after) or _is_promised(row, way))
    )


def _is_promised(row: Row, way: Way) -> bool:
    """Tell whether the text that promises more does promise something."""
    return any(each.promises for each in (row.before if way == "gone" else row.after))


def _is_of_promises(row: Row) -> bool:
    return all(change.kind in _PROMISED | _BESIDE for change in _told(row))


def _told(row: Row) -> list[Change]:
    """Return what changed; where one of the texts alone binds, not what it was to be.

    Where one alone promises anything, no line below the other answers for what nobody promises.
    """
    sides = row.before, row.after
    promises, binds = (
        {any(does(each) for each in side) for side in sides}
        for does in (attrgetter("promises"), attrgetter("binds"))
    )
    every = [each for each in row.changes if each.kind not in SAME]
    if len(promises) > 1:
        return [each for each in every if each.kind in _SAID or each.direction != "other"]
    idle = OF_DEEDS | _OF_NOTICE | _OF_DAYS if len(binds) > 1 else frozenset[Kind]()
    return [each for each in every if each.direction != "other" or each.kind not in idle | _IDLE]


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
    """Tell whether an objection is open in one text alone, and nothing else tells why.

    Where anything answered it, it would be met.
    """
    answered = elsewhere.state in _ANSWERED and not _is_met_alike(there, elsewhere)
    if there.state not in OPEN or elsewhere.state in OPEN or answered or not more.places:
        return False
    raised = [each for each in findings if not judged_as(there.entry).isdisjoint(each.entries)]
    raised = [each for each in raised if each.severity != "info"]
    known = raised or (there.raised_by and more.places.issuperset(there.raised_by)) or more.whole
    explained = bool(known) and all(map(more.gives_rise_to, raised))
    return explained and (more.begun or not is_against(there))


def _is_met_alike(there: LedgerEntry, elsewhere: LedgerEntry) -> bool:
    """Tell whether nothing meets an objection that does not where it is open all the same."""
    as_many = len(there.met_at) == len(elsewhere.met_at)
    return as_many and set(there.met_by).issuperset(elsewhere.met_by)


_ANSWERED = frozenset({"met", "accepted"})
_GROUPS = 4
_PLACES = 4

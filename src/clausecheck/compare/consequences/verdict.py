"""The three lines at the end: what got better, what got worse, and for whom.

Better and worse are said of objections, each under whose it is: fewer stand open, or more.
That a text binds more is no gain in itself, for it binds somebody: it is told by party, as it is.
Two things more are worse: for whoever takes a step, that it waits for less of the other side's than
it did; and for whoever was promised something, that it is promised no longer, or less bindingly. An
objection that falls away by either alone is not told as better.
Nothing is added up across lenses or parties.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Literal

from clausecheck.changes import (
    SAME,
    UNWEIGHED,
    Change,
    Comparison,
    Kind,
    Phrase,
    Row,
    Verdict,
    What,
)
from clausecheck.compare.consequences.arising import (
    IS_PROMISED,
    LENSES,
    OPEN,
    Arising,
    Way,
    arising,
    asked_by_one,
    goes_with,
    judged_as,
    unplaced,
)
from clausecheck.compare.consequences.for_whom import is_placed, of_parties
from clausecheck.compare.consequences.gains import gains
from clausecheck.compare.consequences.less_promised import (
    OF_DEEDS,
    Promised,
    by_promises,
    ended,
    promised,
    promises,
)
from clausecheck.essays import entry as entry_of
from clausecheck.findings import SEVERITIES, UNREADABLE, Finding, LedgerEntry
from clausecheck.notes import listed, some
from clausecheck.values import evolve, frozen


def verdict(made: Comparison) -> Verdict:
    """Return the lines, each as phrases; empty where there is nothing to say.

    Where a text says something that could not be read, what follows from the whole is not judged:
    an objection is not met, nor is it gone, because the line that raises it was not understood.
    Nor does anything follow where all that differs is other words for the same: what is found may
    differ for those, as only lines are counted with.
    """
    if made.rows and all(row.how == "reworded" and row.shift is None for row in made.rows):
        return Verdict((), (), ())
    judged = _Judged(made)
    return Verdict(
        tuple(_line(judged, better=True)),
        tuple(_line(judged, better=False)),
        (*of_parties(made), *_unweighed(made)),
        gains(made),
        tuple(_arising(judged, "gone", made.cleared)),
        tuple(_arising(judged, "arisen", made.gained)),
    )


@frozen
class Unanswered:
    """What one of two texts alone raises, though the other does not answer it, and why."""

    why: str
    way: Way
    entries: tuple[str, ...]
    findings: tuple[Finding, ...]


@frozen(slots=False, eq=False)
class _Judged:
    """A comparison, with what more than one of the lines tells by."""

    made: Comparison

    @cached_property
    def promised(self) -> Mapping[Way, Promised]:
        """Where less is promised than was, and where more is."""
        return {"gone": promised(self.made, "gone"), "arisen": promised(self.made, "arisen")}

    @cached_property
    def alone(self) -> Mapping[str, Arising]:
        """The objections that are asked of one text alone, or raised by its firmness alone.

        What is only to be begun may still be named by what it leads to.
        """
        by_place = arising(self.made.ledger, unplaced(self.made))
        firmer = by_promises(self.made, self.promised)
        softer = {key: each for key, each in firmer.items() if self.promised[each.way].softened}
        begun = {
            key: evolve(each, promised=True)
            for key, each in by_place.items()
            if self.promised[each.way].begun and self.promised[each.way].whole
        }
        return {**firmer, **by_place, **softer, **begun}

    @cached_property
    def told(self) -> Mapping[Way, frozenset[str]]:
        """The other objections that are told as better, and those told as worse."""
        better, worse = (
            frozenset(one.entry for one, two in self.made.ledger if judge(one, two))
            for judge in (_better, _worse)
        )
        return {"gone": better - self.alone.keys(), "arisen": worse - self.alone.keys()}

    @cached_property
    def placed(self) -> tuple[frozenset[str], frozenset[str]]:
        """The clauses of either text whose line is words of the sentence in the other.

        Only lines are counted with, so that what is found of these may differ for that alone.
        """
        rows = [row for row in self.made.clauses if is_placed(row)]
        return (
            frozenset(passage.place for row in rows for passage in row.before),
            frozenset(passage.place for row in rows for passage in row.after),
        )

    def is_of_placed(self, one: LedgerEntry, two: LedgerEntry) -> bool:
        """Tell whether nothing but such clauses raises or meets an objection in either text."""
        where = [{*each.raised_by, *each.met_by} for each in (one, two)]
        within = all(each <= placed for each, placed in zip(where, self.placed, strict=True))
        return any(where) and within and not (one.met_at or two.met_at)

    @cached_property
    def loosened(self) -> frozenset[str | None]:
        """The clauses of the base in which a step waited for more."""
        return frozenset(
            passage.place
            for row in self.made.clauses
            for passage in row.before
            if any(effect.what == "waits for less" for effect in row.effects)
        )

    @cached_property
    def by_less_proof(self) -> frozenset[str]:
        """What is objected to no longer for no other reason than that a step waits for less."""
        gone = (
            one.entry
            for one, two in self.made.ledger
            if one.entry not in self.alone and _better(one, two) == "no longer raised"
        )
        behind = {
            each: {f.clause for f in self.made.cleared if judged_as(each).intersection(f.entries)}
            for each in gone
        }
        return frozenset(
            entry for entry, places in behind.items() if places and places <= self.loosened
        )


def answers_nothing(made: Comparison) -> bool:
    """Tell whether a text only promises less or more somewhere, or waits for less."""
    judged = _Judged(made)
    return bool(judged.loosened) or any(each.places for each in judged.promised.values())


def unanswered(made: Comparison) -> Iterator[Unanswered]:
    """Yield what one text alone raises as more is promised there, or as a step waits for more.

    Nothing is told of a text that could not be read.
    """
    if made.unread:
        return
    judged = _Judged(made)
    sides: tuple[tuple[Way, Sequence[Finding], Sequence[Finding]], ...] = (
        ("gone", made.cleared, made.gained),
        ("arisen", made.gained, made.cleared),
    )
    for way, behind, instead in sides:
        entries = [key for key, each in judged.alone.items() if each.promised and each.way == way]
        explains = judged.promised[way].explains
        found = [each for each in behind if explains(each) and _goes_with(each, judged, way)]
        found = [each for each in found if not any(_same_is_raised(each, by) for by in instead)]
        if entries or found:
            yield Unanswered(IS_PROMISED[way], way, tuple(entries), tuple(found))
    if judged.by_less_proof:
        eased = [each for each in made.cleared if judged.by_less_proof.intersection(each.entries)]
        entries = sorted(judged.by_less_proof)
        yield Unanswered("less is waited for", "gone", tuple(entries), tuple(eased))


def _same_is_raised(finding: Finding, by: Finding) -> bool:
    """Tell whether another finding raises in its place what it does."""
    return finding.clause == by.clause and not set(finding.entries).isdisjoint(by.entries)


def _arising(judged: _Judged, way: Way, behind: Sequence[Finding]) -> Iterator[Phrase]:
    """Yield the objections that one of the texts does not come to at all, and why.

    Then how many findings of the one text alone go with them, or with what is promised there alone.
    """
    if judged.made.unread:
        return

    def weightiest_first(entries: Sequence[str]) -> list[str]:
        return _weightiest_first(entries, behind)

    told = list(asked_by_one(judged.alone, way, weightiest_first))
    yield from told
    explains = judged.promised[way].explains
    with_it = [each for each in behind if _goes_with(each, judged, way) and each.severity != "info"]
    with_it = [each for each in with_it if told or explains(each)]
    if with_it:
        findings = f"{len(with_it)} finding{'' if len(with_it) == 1 else 's'}"
        yield Phrase(f"{findings} with it" if told else f"as {IS_PROMISED[way]}: {findings}")


def _goes_with(finding: Finding, judged: _Judged, way: Way) -> bool:
    """Tell whether a finding of one text alone goes with what is asked of that alone."""
    if goes_with(finding, judged.alone, way, judged.told[way]):
        return True
    explained = judged.promised[way].explains(finding)
    return explained and judged.told[way].isdisjoint(finding.entries)


def _line(judged: _Judged, *, better: bool) -> Iterator[Phrase]:
    """Yield what is better, or worse: what is waited for, what is promised, and what is found."""
    made = judged.made
    found = [
        *_waits(made, "more" if better else "less"),
        *promises(made, "arisen" if better else "gone"),
        *([] if better else _of_less_proof(judged)),
        *_of_the_whole(judged, better=better),
    ]
    yield from found or _beside_what_arises(judged, better=better)


def _of_the_whole(judged: _Judged, *, better: bool) -> Iterator[Phrase]:
    made = judged.made
    if not made.unread:
        yield from _of_lenses(judged, better=better)
        yield from _findings(judged, better=better)
        return
    every = made.cleared if better else made.gained
    yield from _counted([each for each in every if each.rule == UNREADABLE], better=better)
    where = some(made.unread, _MOST)
    yield Phrase(f"objections and other findings not judged, as {where} could not be read")


def _waits(made: Comparison, what: Literal["less", "more"]) -> Iterator[Phrase]:
    """Yield whose steps wait for less than they did, or more, and for what."""
    places: dict[tuple[tuple[str, ...], str], list[str]] = {}
    for row in made.clauses:
        for effect in row.effects:
            if effect.what == f"waits for {what}":
                places.setdefault((effect.parties, effect.told), []).append(row.place)
    for (parties, told), where in places.items():
        wait = "wait" if len(parties) > 1 else "waits"
        yield Phrase(f"{listed(parties)} {wait} for {what} in {some(where, _MOST)} ({told})")


def _of_less_proof(judged: _Judged) -> Iterator[Phrase]:
    """Yield what is objected to no longer for no other reason than that a step waits for less."""
    if judged.made.unread:
        return
    entries = sorted(judged.by_less_proof)
    if entries:
        yield Phrase("no longer raised only since less is waited for:", tuple(entries))


def _of_lenses(judged: _Judged, *, better: bool) -> Iterator[Phrase]:
    """Yield for each lens the objections that are open no longer, or newly, and those met."""
    made = judged.made
    moved = [
        (one, two)
        for one, two in made.ledger
        if one.state != two.state and one.entry not in judged.alone
    ]
    behind = (*made.cleared, *made.accepted) if better else made.gained
    for lens, title in LENSES.items():
        by_word: dict[str, list[str]] = {}
        for one, two in moved:
            word = _better(one, two) if better else _worse(one, two)
            if better and two.entry in judged.by_less_proof:
                continue
            if _is_met_by_less(judged, one, two, better=better) or judged.is_of_placed(one, two):
                continue
            if word and entry_of(two.entry).lens == lens:
                by_word.setdefault(word, []).append(two.entry)
        for word, of in by_word.items():
            yield Phrase(f"{title} {word}", tuple(_weightiest_first(of, behind)))


def _is_met_by_less(judged: _Judged, one: LedgerEntry, two: LedgerEntry, *, better: bool) -> bool:
    """Tell whether an objection is met in one text alone, which only promises less.

    An end that is worked toward is named as one; where it is owed nobody asks for its name. Nor
    does anybody ask for how long of a ban that has no end.
    """
    met, elsewhere = (two, one) if better else (one, two)
    way: Way = "gone" if better else "arisen"
    less = judged.promised[way]
    of_ended = bool(met.met_by) and ended(judged.made, way).issuperset(met.met_by)
    asked = elsewhere.state in {"not applicable", "not judged"}
    return asked and met.state == "met" and (of_ended or (less.whole and bool(less.places)))


def _beside_what_arises(judged: _Judged, *, better: bool) -> Iterator[Phrase]:
    """Yield that nothing else is better, or worse, where what is raised is asked by one text."""
    way = "gone" if better else "arisen"
    if any(each.way == way and each.entry.state in OPEN for each in judged.alone.values()):
        yield Phrase("nothing that is still asked" if better else "nothing beside what arises now")


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
    gone = one.state in OPEN and two.state not in OPEN
    return ("accepted on record" if two.state == "accepted" else "no longer raised") if gone else ""


def _worse(one: LedgerEntry, two: LedgerEntry) -> str:
    if two.state in OPEN:
        return "" if one.state in OPEN else "newly raised"
    return "no longer met" if one.state == "met" else ""


def _findings(judged: _Judged, *, better: bool) -> Iterator[Phrase]:
    found = judged.made.cleared if better else judged.made.gained
    way: Way = "gone" if better else "arisen"
    placed = judged.placed[not better]
    found = tuple(e for e in found if e.clause not in placed and not _goes_with(e, judged, way))
    if better and (eased := judged.by_less_proof):
        loose = judged.loosened
        found = tuple(e for e in found if e.clause not in loose or not eased & set(e.entries))
    yield from _counted(found, better=better)


def _counted(found: Sequence[Finding], *, better: bool) -> Iterator[Phrase]:
    count = sum(each.severity != "info" for each in found)
    errors = sum(each.severity == "error" for each in found)
    if count:
        noun = "finding" if count == 1 else "findings"
        of = f", {errors} of them {'an error' if errors == 1 else 'errors'}" if errors else ""
        if errors == count:
            of = ", an error" if count == 1 else ", all errors"
        yield Phrase(f"{count} {noun} {'cleared' if better else 'gained'}{of}")


def _unweighed(made: Comparison) -> Iterator[str]:
    """Yield where something changed of which nothing here tells what it is worth, and to whom."""
    places = [row.where for row in made.rows if row.how == "not compared" or any(unweighed(row))]
    if places:
        yield f"{UNWEIGHED}: {some(places, _MOST)}"


def unweighed(row: Row) -> Iterator[Change]:
    """Yield the changes of which nothing here tells what they are worth, and to whom."""
    if row.place.startswith("define ") and all(change.reaches for change in row.changes):
        return  # what became of the clauses that use it is told of them
    if row.place.startswith("side "):
        return  # those on it are bound by the clauses that name it
    told = {kind for effect in row.effects for kind in _WEIGHED[effect.what]}
    if _is_owed_or_free(row):
        told |= OF_DEEDS
    for change in row.changes:
        if change.direction == "other" and change.kind not in told | SAME:
            yield change


def _is_owed_or_free(row: Row) -> bool:
    """Tell whether somebody has to do anything who was free to, or the reverse.

    Whatever is to be done, and how much, it is more than what may be left undone.
    """
    kinds = [{passage.what for passage in side} for side in (row.before, row.after)]
    free, bound = ({"permission"}, {"exemption"}), ({"duty"}, {"prohibition"})
    return (kinds[0] in free and kinds[1] in bound) or (kinds[0] in bound and kinds[1] in free)


_OF_WAITS: frozenset[Kind] = frozenset({"wait", "condition", "deadline", "time"})
_OF_ACTS: frozenset[Kind] = frozenset({"act", "reversal"})
_OF_SAYS: frozenset[Kind] = frozenset({"consent", "condition", "label", "declared"})
_OF_ANSWERS: frozenset[Kind] = frozenset({"breach"})
_OF_EXCHANGE: frozenset[Kind] = frozenset({"exchange"})
_OF_RECIPIENTS: frozenset[Kind] = frozenset({"beneficiary", "wording"})
_OF_SAVINGS: frozenset[Kind] = frozenset({"object"})
_WEIGHED: Mapping[What, frozenset[Kind]] = {
    "waits for less": _OF_WAITS,
    "waits for more": _OF_WAITS,
    "harder to undo": _OF_ACTS,
    "easier to undo": _OF_ACTS,
    "loses a veto": _OF_SAYS,
    "gains a veto": _OF_SAYS,
    "loses a say": _OF_SAYS,
    "gains a say": _OF_SAYS,
    "loses an answer": _OF_ANSWERS,
    "gains an answer": _OF_ANSWERS,
    "loses a counterpart": _OF_EXCHANGE,
    "gains a counterpart": _OF_EXCHANGE,
    "owed less": _OF_RECIPIENTS,
    "owed more": _OF_RECIPIENTS,
    "saved less": _OF_SAVINGS,
    "saved more": _OF_SAVINGS,
}
"""Which changes each effect says the weight of."""


_MOST = 6

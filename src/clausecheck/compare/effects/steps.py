"""What a change does beside binding less or more: a step that waits for less, or cannot be undone.

A step that waited until the other side's was verified, and now comes once that one begins, is taken
with less proof in hand. Whoever takes it has to know, even where an objection falls away by it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from clausecheck.analyses.exchange.answers import everybody
from clausecheck.analyses.facts import Facts
from clausecheck.analyses.timing.undoing import TimeToUndo, is_easier, time_to_undo
from clausecheck.changes import SAME, Change, Effect, What
from clausecheck.compare.effects.others import of_others
from clausecheck.compare.ground.canon import Canon
from clausecheck.compare.ground.phrases import in_return
from clausecheck.compare.ground.toward import BINDING
from clausecheck.compare.ground.units import Unit
from clausecheck.layout.values import written
from clausecheck.model import nodes
from clausecheck.model.reading import Provision
from clausecheck.model.walk import walk
from clausecheck.notes import listed
from clausecheck.values import frozen
from clausecheck.vocabulary import Grade, Vocabulary

_WAITING = ("after", "if", "by", "on", "starts", "from")
PROOF: Mapping[str | None, int] = {"begins": 1, "is complete": 2, "is verified": 3}
"""The states of a step from least to most of it in hand."""


@frozen
class Sides:
    """What two texts say of their sentences, by number there."""

    facts: tuple[Facts, Facts]
    canons: tuple[Canon, Canon]
    provisions: tuple[Mapping[str, Provision], Mapping[str, Provision]]
    numbers: tuple[frozenset[str], frozenset[str]]
    """Those of their sentences, as the base has them."""


def sides(base: Facts, other: Facts, mine: Canon, theirs: Canon) -> Sides:
    """Return two texts as far as effects are told of them."""
    every = [
        {each.number: each for each in reversed(facts.reading.provisions)}
        for facts in (base, other)
    ]
    numbers = [
        frozenset(map(canon.number, each))
        for canon, each in zip((mine, theirs), every, strict=True)
    ]
    return Sides((base, other), (mine, theirs), (every[0], every[1]), (numbers[0], numbers[1]))


def effects(one: Unit, other: Unit, changes: Sequence[Change], held: Sides) -> Iterator[Effect]:
    """Yield what changes do beside binding less or more, to those who are bound and to others."""
    yield from of_waits(one, other, held)
    if not all(each.kind in SAME for each in changes):
        yield from _undone(one, other, held)
    if any(each.kind == "exchange" for each in changes):
        yield from of_exchange(one, other, held)
        yield from _of_words_in_return(one, other)
    yield from of_others(one, other, changes)


def of_waits(one: Unit, other: Unit, held: Sides) -> Iterator[Effect]:
    """Yield what became of the proof that a step waits for.

    It is told of those who take the step in both texts: who takes it in one alone waits for
    nothing more or less than before.
    """
    found: dict[tuple[What, str], list[str]] = {}
    for party in one.parties:
        if party in other.parties and (waits := _waits(one, other, held, party)) is not None:
            found.setdefault(waits, []).append(party)
    for (what, told), parties in found.items():
        yield Effect(what, told, tuple(parties))


def _waits(one: Unit, other: Unit, held: Sides, party: str) -> tuple[What, str] | None:
    """Return what became of the proof that a step waits for, to one of those who take it."""
    before, after = _awaited(one, held, 0, party), _awaited(other, held, 1, party)
    ranks = {
        key: (_rank(before.get(key)), _rank(after.get(key)))
        for key in dict.fromkeys((*before, *after))
        if None not in {before.get(key, ""), after.get(key, "")}
    }
    gone = [key for key, (old, now) in ranks.items() if now < old]
    new = [key for key, (old, now) in ranks.items() if now > old]
    if bool(gone) == bool(new):
        return None
    tied = _beside(one, held, 0), _beside(other, held, 1)
    moved = [
        f"{_said(before.get(k) or tied[0].get(k))} → {_said(after.get(k) or tied[1].get(k))}"
        for k in gone or new
    ]
    return "waits for less" if gone else "waits for more", listed(moved)


def of_exchange(one: Unit, other: Unit, held: Sides) -> Iterator[Effect]:
    """Yield whose step is no longer given in return for another's, or is now.

    Where it is given in return for words in the one text, it is not given for nothing.
    """
    said = exchanging(one, held, 0), exchanging(other, held, 1)
    tied = exchanging(one, held, 0, said=False), exchanging(other, held, 1, said=False)
    sides: tuple[tuple[int, What], ...] = ((0, "loses a counterpart"), (1, "gains a counterpart"))
    for side, what in sides:
        if in_return((other, one)[side]):
            continue
        found: dict[str, list[str]] = {}
        for who, words in said[side].items():
            if who not in tied[1 - side]:
                found.setdefault(words, []).append(who)
        for words, whose in found.items():
            told = f"`{words}` → nothing" if side == 0 else f"nothing → `{words}`"
            yield Effect(what, told, tuple(whose))


def _of_words_in_return(one: Unit, other: Unit) -> Iterator[Effect]:
    """Yield who is given what the sentence only has words for no longer, or is now."""
    old, now = in_return(one), in_return(other)
    if old and not now and not other.labels.stated("in return for"):
        yield Effect("loses a counterpart", f"`in return for: {old}` → nothing", one.parties)
    if now and not old and not one.labels.stated("in return for"):
        yield Effect("gains a counterpart", f"nothing → `in return for: {now}`", other.parties)


def exchanging(unit: Unit, held: Sides, side: int, *, said: bool = True) -> Mapping[str, str]:
    """Return who gives and gains where a step is given in return, each with the words for it.

    Without `said` the order of two steps is enough to make the one the answer to the other.
    """
    facts, canon = held.facts[side], held.canons[side]
    found: dict[str, str] = {}
    for each in facts.answering:
        numbers = each.given.number, each.gained.number
        if unit.number in numbers and (each.said or not said):
            given = numbers[0] == unit.number
            another = numbers[given]
            whose = (each.given_by, each.gained_by)
            # Who need not take the other step in the other text gives nothing for nothing there.
            goes_on = canon.number(another) in held.numbers[1 - side]
            for who in canon.everybody((*whose[not given], *(whose[given] if goes_on else ()))):
                found.setdefault(who, f"in return for: {another}")
    return found


def _beside(unit: Unit, held: Sides, side: int) -> Mapping[str, str]:
    """Return the steps together with which a step is taken, in the words for it, by number."""
    return {
        held.canons[side].number(node.clause.number): f"together with: {written(label.value)}"
        for label in unit.labels.all("together with", "in parallel with")
        for node in walk(label.value)
        if isinstance(node, nodes.ClauseState)
    }


def _said(words: str | None) -> str:
    return f"`{words}`" if words else "nothing"


def _rank(words: str | None) -> int:
    return PROOF[words.partition(" ")[2]] if words else 0


def _awaited(unit: Unit, held: Sides, side: int, party: str) -> Mapping[str, str | None]:
    """Return how far each step of others than one party must have come, by number in the base.

    With the words for it; None of a step that may be that party's own. A step that is bound to one
    of several waits for none of them surely.
    """
    found: dict[str, str | None] = {}
    for name in _WAITING:
        for label in unit.labels.all(name):
            nodes_of = list(walk(label.value))
            if any(isinstance(n, nodes.Combined) and n.either for n in nodes_of):
                continue
            if any(isinstance(n, nodes.Offset) and n.relation == "before" for n in nodes_of):
                continue
            for node in nodes_of:
                if not isinstance(node, nodes.ClauseState) or node.state not in PROOF:
                    continue
                key = held.canons[side].number(node.clause.number)
                words = f"{node.clause.number} {node.state}"
                if not _is_of_others(node, unit, held, side, party):
                    found[key] = None
                elif _rank(words) > _rank(found.get(key)):
                    found[key] = words
    return found


def _is_of_others(state: nodes.ClauseState, unit: Unit, held: Sides, side: int, party: str) -> bool:
    """Tell whether a state is proof of what others do, and not of one's own step.

    Of a clause of several sentences it is proof of all of them.
    """
    provisions, names = held.provisions[side], held.facts[side].reading.names
    own = provisions.get(unit.number)
    below = names.below(state.clause.number)
    awaited = [provisions[number] for number in below if number in provisions]
    if state.clause.instrument or own is None or own.kind not in BINDING:
        return False
    canon = held.canons[side]
    theirs = {canon.actor(who) for each in awaited for who in everybody(each, names)}
    return bool(theirs) and party not in theirs


def _undone(one: Unit, other: Unit, held: Sides) -> Iterator[Effect]:
    """Yield whether a step is harder to take back than it was, or easier, where that is known."""
    parties = tuple(name for name in one.parties if name in other.parties)
    mine, theirs = held.provisions[0].get(one.number), held.provisions[1].get(other.number)
    if not parties or mine is None or theirs is None or not mine.kind == theirs.kind == "duty":
        return
    acts = [{deed.act.name for deed in each.meaning.deeds if deed.act} for each in (mine, theirs)]
    if acts[0] != acts[1] and (acts[0] <= acts[1] or acts[1] <= acts[0]):
        return  # what is still given is as hard to undo as it was
    vocabularies = [facts.vocabulary for facts in held.facts]
    times = time_to_undo(mine, vocabularies[0]), time_to_undo(theirs, vocabularies[1])
    if is_easier(*times) or is_easier(*reversed(times)):
        words = f"{_words(times[0])} → {_words(times[1])}"
        yield Effect(_UNDOING[is_easier(*times)], words, parties)
        return
    ways = _may_be_undone(mine), _may_be_undone(theirs)
    if None not in ways and ways[0] != ways[1]:
        words = " → ".join(f"`reversible: {'yes' if way else 'no'}`" for way in ways)
        yield Effect(_UNDOING[bool(ways[0])], words, parties)
        return
    said = [time.by in {"clause", "never"} for time in times]
    if all(said):
        return
    grades = [_grade(each, of) for each, of in zip((mine, theirs), vocabularies, strict=True)]
    if grades[0] and grades[1] and grades[0].step != grades[1].step:
        easier = 0 if grades[0].step < grades[1].step else 1
        if any(said) and times[easier].by != "clause":
            return  # what the text says of the one outweighs the grade of the other
        how = max((grade.certainty for grade in grades if grade), key=_SURE.index)
        words = f"`{mine.deed.act_text}` → `{theirs.deed.act_text}`"
        what = _UNDOING[grades[0].step < grades[1].step]
        yield Effect(what, words, parties, how)


def _may_be_undone(provision: Provision) -> bool | None:
    """Tell whether a line says that a step can be taken back; None where it does not say so."""
    line = provision.labels.get("reversible")
    value = line.value if line is not None else None
    return value.possible if isinstance(value, nodes.Reversal) else None


def _grade(provision: Provision, vocabulary: Vocabulary) -> Grade | None:
    return vocabulary.grade(provision.act.name) if provision.act else None


_SURE = ("measured", "estimated", "inferred")
"""How surely an act has its grade, surest first."""
_UNDOING: Mapping[bool, Literal["harder to undo", "easier to undo"]] = {
    True: "harder to undo",
    False: "easier to undo",
}


def _words(time: TimeToUndo) -> str:
    if time.days is None:
        return time.by
    fewest, most = time.days
    days = f"{most} days" if fewest == most else f"{fewest} to {most} days"
    return f"{days}, assumed" if time.by == "assumed" else days

"""What changed in the labelled lines that bind a sentence, and which way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from clausecheck.changes import Change, Direction, Kind
from clausecheck.compare.effects.steps import PROOF
from clausecheck.compare.ground.canon import Canon
from clausecheck.compare.ground.lines import Beside, Lines, Pair
from clausecheck.compare.ground.toward import FREEING, ceiling_of, of_ceiling, toward
from clausecheck.compare.ground.units import Unit
from clausecheck.compare.labelled.answers import ANSWERING, answer
from clausecheck.compare.labelled.checks import CHECKING, checked
from clausecheck.compare.labelled.consent import of_consent
from clausecheck.compare.labelled.hours import hours_between, moved_by_hours
from clausecheck.compare.labelled.limits import Way, are_distances, ceilings, quotas, reach, rows
from clausecheck.compare.labelled.moved import moved_by
from clausecheck.compare.labelled.subject_to import is_in_words
from clausecheck.compare.labelled.times import (
    DUE,
    begins_otherwise,
    days_between,
    deadlines,
    length,
)
from clausecheck.compare.sentence.exceptions import exception
from clausecheck.model import nodes
from clausecheck.model.sentences import Meaning
from clausecheck.model.walk import walk
from clausecheck.notes import listed
from clausecheck.values import evolve

__all__ = ["Beside", "label_differences"]

_MEASURED = frozenset({"time", "term", "rhythm"})
_CONDITIONS: dict[str, str] = {
    "if": "condition",
    "unless": "condition",
    "subject to": "condition",
    "after": "wait",
    "together with": "wait",
    "in parallel with": "wait",
    "for": "term",
    "with consent of": "need of consent",
    "unless permitted by": "licence",
}
"""Labels on which it hangs whether or when something holds, and what each is called."""
_WAITING = frozenset({"after", "together with", "in parallel with"})
_HANGING = _WAITING | {"if", "unless"}
_TERMS = frozenset({"for", "until"})
_KINDS: dict[str, Kind] = {
    "if": "condition",
    "unless": "condition",
    "subject to": "condition",
    "after": "wait",
    "together with": "wait",
    "in parallel with": "wait",
    "with consent of": "consent",
    "unless permitted by": "consent",
    "starts": "time",
    "from": "term",
    "until": "term",
    "for": "term",
    "every": "rhythm",
    "quota": "rhythm",
    "target": "deadline",
    "if breached": "breach",
    "otherwise": "breach",
    "reversible": "reversal",
    "restores in": "reversal",
    "in return for": "exchange",
    "mirrors": "exchange",
    "limit": "limit",
    "counted from": "limit",
    "exception to": "exception",
    "where": "place",
}


def label_differences(one: Unit, other: Unit, beside: Beside) -> Iterator[Change]:
    """Yield what changed in the labels, time first."""
    pair = Pair(one, other, beside)
    changed = _together(pair.changed(), _WAITING, "after")
    changed = _together(changed, _TERMS, "for")
    changed = _together(changed, _HANGING, "if")
    begun = _begun_by(pair, changed)
    if begun is not None:
        yield _only_begun(pair, *begun)
        due, then = begun
        changed = [each for each in changed if each.one is not due and each.other is not then]
    yield from deadlines(pair, [each for each in changed if each.name in DUE])
    checking = [each for each in changed if each.name in CHECKING or is_in_words(pair, each)]
    for each in checked(pair, checking):
        yield each if isinstance(each, Change) else _other(pair, each)
    for each in changed:
        if each.name not in DUE and each not in checking:
            yield from _both_ways(pair, each) or (_other(pair, each),)


def _both_ways(pair: Pair, lines: Lines) -> list[Change]:
    """Return the ceilings that were raised, and those that were lowered, if a line has both."""
    name, one, other = lines.name, lines.one, lines.other
    ways = _ceilings(name, one, other) if one and other else {}
    if one is None or other is None or len(ways) == 1 or are_distances(one.value):
        return []
    return [_ceiling(pair, way, f"`{name}:` {rows}", one, other) for way, rows in ways.items()]


def _ceilings(name: str, one: nodes.Label, other: nodes.Label) -> Mapping[Way, str]:
    limiting = _kind(name) == "limit" and name != "counted from"
    return ceilings(one.value, other.value) if limiting else {}


def _together(changed: Iterable[Lines], alike: frozenset[str], name: str) -> list[Lines]:
    """Return the lines, with one that took the place of another under a like label as one."""
    every = list(changed)
    gone = [each for each in every if each.name in alike and each.other is None]
    new = [each for each in every if each.name in alike and each.one is None]
    if len(gone) != 1 or len(new) != 1:
        return every
    both = Lines(name, gone[0].one, new[0].other)
    return [both if each is gone[0] else each for each in every if each is not new[0]]


def _other(pair: Pair, lines: Lines) -> Change:
    name, one, other = lines.name, lines.one, lines.other
    if name == "except":
        return exception(pair, one, other)
    kind = _kind(name)
    called = _CONDITIONS.get(name)
    if one is None or other is None:
        added = one is None
        text = f"{called} " if called else ""
        text += f"{'added' if added else 'dropped'}: {pair.line(one, other)}"
        direction = _of_presence(pair, name, added=added)
        if any(isinstance(each.value, nodes.WithoutLimit) for each in (one, other) if each):
            direction = "other"  # as what has no term may last as well
        if name == "unless permitted by" and _says_without(pair, one, other):
            direction = "other"  # "without consultation of X" leaves something of "the consent"
        if name == "from" and (begins := begins_otherwise(pair, one, other)):
            direction = pair.wider(more=begins == "earlier")
            text = f"begins to hold {begins}: {text}"
        if name == "starts" and _bounds_the_start(one or other):
            direction = pair.tighter(more=added)
        if name in {"exception to", "notwithstanding"}:
            return _gives_way(pair, one, other, text)
        if any(isinstance(each.value, nodes.Silence) for each in (one, other) if each):
            direction = "other"  # `none` says what a missing line leaves open
        made = pair.change(kind, direction, text, one, other)
        if name == "with consent of":
            return of_consent(pair, made, one, other)
        return evolve(made, of_place=name == "where")
    words = rows(pair, one, other) or pair.both(one, other)
    none = [_says_none(each.value) for each in (one, other)]
    if none[0] != none[1]:
        text = f"{f'{called} ' if called else ''}{'added' if none[0] else 'dropped'}: {words}"
        return pair.change(kind, _of_presence(pair, name, added=none[0]), text, one, other)
    if one.name == other.name and _say_as_much(pair, one.value, other.value):
        return pair.change("reworded", "other", words, one, other)
    change = length(pair, kind, one, other, words) if kind in _MEASURED else None
    if name in ANSWERING:
        change = answer(pair, one, other)
    if change is not None:
        return change
    moved = quotas(one.value, other.value) if name == "quota" else None
    if moved is not None:
        more = moved == "raised"
        return pair.change(kind, _of_quota(pair, more=more), f"quota {moved}: {words}", one, other)
    ways = [*_ceilings(name, one, other)]
    way = ways[0] if len(ways) == 1 else None
    if way is not None and are_distances(one.value):
        further = way == "raised"
        text = f"reaches {'further' if further else 'less far'}: {words}"
        return pair.change(kind, _of_reach(pair, further=further), text, one, other)
    if way is not None:
        return _ceiling(pair, way, words, one, other)
    old, new = pair.states(one, other)
    called = "rhythm" if kind == "rhythm" else called
    if called and {old, new} == {"firm", "open"}:
        soft = new == "open"
        text = f"{called} {'softened to words' if soft else 'made firm'}: {words}"
        return pair.change(kind, pair.tighter(more=not soft), text, one, other)
    reaches = reach(one.value, other.value) if name == "where" else None
    if reaches is not None:
        direction = _of_reach(pair, further=reaches == "further")
        return pair.change(kind, direction, f"reaches {reaches}: {words}", one, other)
    proof = _of_proof(pair, one.value, other.value)
    if called == "wait" and proof:
        return pair.change(kind, "other", f"waits for {proof}: {words}", one, other)
    waits = one.name == other.name == "after"
    if waits and (minutes := hours_between(pair, one, other)):
        text = f"wait ends {moved_by_hours(minutes)}: {words}"
        return pair.change(kind, "other", text, one, other)
    days = days_between(pair, one, other) if waits else None
    if days is not None and not days[0] <= 0 <= days[1]:
        return pair.change(kind, "other", f"wait ends {moved_by(days)}: {words}", one, other)
    if one.name == other.name == "if" and proof:
        text = f"condition {'easier' if proof == 'less' else 'harder'} to meet: {words}"
        return pair.change(kind, pair.wider(more=proof == "less"), text, one, other)
    text = f"{called} changed: {words}" if called else words
    return pair.change(kind, "other", text, one, other)


def _begun_by(pair: Pair, changed: Sequence[Lines]) -> tuple[nodes.Label, nodes.Label] | None:
    """Return the day by which a thing is to be done with that by which it is only to be begun."""
    gone = [each.one for each in changed if each.one and not each.other]
    new = [each.other for each in changed if each.other and not each.one]
    for one in gone if pair.kinds == {"duty"} else ():
        for other in new:
            if one.name == "by" and other.name == "starts" and _bounds_the_start(other):
                return one, other
            if one.name == "starts" and other.name == "by" and _bounds_the_start(one):
                return one, other
    return None


def _only_begun(pair: Pair, one: nodes.Label, other: nodes.Label) -> Change:
    """Return that a thing is only to be begun by a day, or no longer only that.

    What is to be done by a day must have been begun by then.
    """
    only = other.name == "starts"
    days = days_between(pair, one, other)
    surely = days is not None and (days[0] >= 0 if only else days[1] <= 0)
    direction: Direction = "other" if not surely else "weaker" if only else "stronger"
    what = "only to be begun by a day" if only else "to be done by a day, and not only begun"
    return pair.change("deadline", direction, f"{what}: {pair.both(one, other)}", one, other)


def _bounds_the_start(line: nodes.Label | None) -> bool:
    """Tell whether a line says by when a step is begun at the latest."""
    return line is not None and isinstance(line.value, nodes.Bound) and line.value.relation == "by"


def _says_without(pair: Pair, one: nodes.Label | None, other: nodes.Label | None) -> bool:
    """Tell whether the sentence that has no such words has others of the kind in their place."""
    placed = one in pair.one.placed or other in pair.other.placed
    there = pair.other if other is None else pair.one
    return placed and "without" in there.words_of(there.words_at).lower().split()


def _says_none(value: nodes.Value) -> bool:
    return isinstance(value, nodes.Silence) and value.kind == "none"


def _gives_way(pair: Pair, one: nodes.Label | None, other: nodes.Label | None, text: str) -> Change:
    """Return that another sentence gives way to this one, or no longer: it is that one's burden."""
    line, facts, canon = one, pair.beside.base, pair.beside.mine
    if line is None:
        line, facts, canon = other, pair.beside.other, pair.beside.theirs
    named = {each.number for each in walk(line and line.value) if isinstance(each, nodes.Reference)}
    over = [each for each in facts.reading.provisions if each.number in named]
    ways = {toward(each.meaning, more=other is None) for each in over}
    who = canon.everybody(name for each in over for name in each.meaning.who.names)
    if over:
        numbers = listed(sorted({each.number for each in over}))
        yields = "gave way to it" if other is None else "gives way to it"
        text = f"{numbers} {yields}: {text}"
    made = pair.change("exception", ways.pop() if len(ways) == 1 else "other", text, one, other)
    return evolve(made, parties=who)


def _say_as_much(pair: Pair, one: nodes.Value, other: nodes.Value) -> bool:
    """Tell whether lines differ in nothing but their units, or how a modality is put."""
    mine, theirs = (
        evolve(canon, measuring=True) for canon in (pair.beside.mine, pair.beside.theirs)
    )
    if mine.value(one) == theirs.value(other):
        return True
    spoken = any(isinstance(part, nodes.Modality) for part in walk(one))
    return spoken and _levelled(mine, one) == _levelled(theirs, other)


def _levelled(canon: Canon, value: nodes.Value) -> list[tuple[str, ...]]:
    """Return the words of its sentences, each modality by its name."""
    return [
        tuple(
            part.name if isinstance(part, nodes.Modality) else word
            for word, (first, _) in canon.words_at(each.parts)
            for part in (each.parts[first],)
        )
        for each in walk(value)
        if isinstance(each, nodes.Sentence)
    ]


def _ceiling(pair: Pair, way: Way, words: str, one: nodes.Label, other: nodes.Label) -> Change:
    """Return that a ceiling moved, and to whose gain where that can be told."""
    up = way == "raised"
    meaning = pair.meaning
    if meaning is None:
        return pair.change("limit", "other", f"ceiling {way}: {words}", one, other)
    given = meaning.kind == "duty" and ceiling_of(meaning) == "given"
    direction = pair.of_both(lambda each: of_ceiling(each, up=up))
    what = ""
    if given:
        gets = _beneficiaries(pair, meaning)
        what = f", {'more' if up else 'less'} to give{f' to {listed(gets)}' if gets else ''}"
    elif direction != "other" and (both := pair.parties):
        what = f", {'looser' if up else 'tighter'} for {listed(both)}"
    return pair.change("limit", direction, f"ceiling {way}{what}: {words}", one, other)


def _beneficiaries(pair: Pair, meaning: Meaning) -> tuple[str, ...]:
    every = (each for deed in meaning.deeds for each in deed.beneficiaries)
    return pair.one.canon.everybody(each.name for each in every if each.kind == "actor")


def _of_reach(pair: Pair, *, further: bool) -> Direction:
    """Return what it does that a place is wider: it forbids more; of a duty it cannot be told."""
    return pair.of_both(lambda each: "other" if each.kind == "duty" else toward(each, more=further))


def _of_proof(pair: Pair, one: nodes.Value, other: nodes.Value) -> str:
    """Return whether more or less of the same step is awaited; empty where it is not the same."""
    one, other = map(_alone, (one, other))
    if not isinstance(one, nodes.ClauseState) or not isinstance(other, nodes.ClauseState):
        return ""
    ranks = PROOF.get(one.state, 0), PROOF.get(other.state, 0)
    same = pair.beside.mine.value(one.clause) == pair.beside.theirs.value(other.clause)
    if not same or not all(ranks) or ranks[0] == ranks[1]:
        return ""
    return "less" if ranks[1] < ranks[0] else "more"


def _alone(value: nodes.Value) -> nodes.Value:
    """Return the one moment of a condition, if it has one."""
    alone = isinstance(value, nodes.Combined) and len(value.moments) == 1
    return value.moments[0] if alone and isinstance(value, nodes.Combined) else value


def _of_quota(pair: Pair, *, more: bool) -> Direction:
    """Return what it does that a quota is more: it is owed, or a leave is up to so much."""
    return pair.of_both(
        lambda each: "other" if each.kind == "prohibition" else toward(each, more=more)
    )


def _of_presence(pair: Pair, name: str, *, added: bool) -> Direction:
    if pair.meaning is None:
        return "other"
    if name == "quota":
        kinds = {unit.main.kind for unit in (pair.one, pair.other) if unit.main}
        weighed = kinds <= {"duty"} or kinds <= FREEING
        return "other" if not weighed else "stronger" if added else "weaker"
    if name == "limit" or name.startswith("limits by"):
        return pair.of_both(lambda each: of_ceiling(each, up=not added))
    if name == "where":
        return _of_reach(pair, further=not added)
    if name in {"for", "until"}:
        return pair.of_both(
            lambda each: "other" if each.kind == "duty" else toward(each, more=not added)
        )
    if name in _CONDITIONS:
        return pair.wider(more=not added)
    if name in {"if breached", "otherwise", "verified by", "reports", "every"}:
        return "stronger" if added else "weaker"
    return "other"


def _kind(name: str) -> Kind:
    if name.startswith("limits by"):
        return "limit"
    if name in CHECKING:
        return "verifier" if name == "verified by" else "access"
    return _KINDS.get(name, "label")

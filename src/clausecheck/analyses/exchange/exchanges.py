"""Steps that cannot be undone, what they are exchanged for, and which of the two comes first."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Literal

from clausecheck.analyses.security.disarmament import hands_over
from clausecheck.analyses.security.foreign_forces import what_moves
from clausecheck.analyses.terms import acts, speaks_of
from clausecheck.analyses.ties import WAITING, awaited, needed
from clausecheck.analyses.timing.moments import days_of
from clausecheck.analyses.timing.times import most_days
from clausecheck.model import nodes
from clausecheck.model.names import PREDECLARED_EVENTS
from clausecheck.model.reading import Provision, Reading
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary

_FOR_GOOD = frozenset({"R4", "R5"})
_ENDING = ("withdraw", "terminate", "dismantle")
_LIFTING = ("lift", "end", "remove")
_COMING_BACK = ("if breached", "reversible", "for", "until")
_BESIDE = ("together with", "in parallel with")
Order = Literal["before proof", "after proof", "not told"]


@frozen
class Exchange:
    """A step that cannot be undone, the step of another that it is exchanged for, and the order."""

    given: Provision
    gained: Provision
    order: Order


def analyse(
    reading: Reading,
    vocabulary: Vocabulary,
    counterparts: Mapping[str, tuple[str, ...]],
    restored: Collection[str],
) -> tuple[Exchange, ...]:
    """Return the exchanges in text order, one for each pair of sentences.

    `restored` are the sentences of which it is said that what they gave is taken back. Relief that
    waits for a step is given for it, whether or not the text says so.
    """
    firsts = reading.firsts
    found: dict[tuple[str, str], Exchange] = {}
    for provision in reading.provisions:
        let_go = is_let_go(provision, vocabulary) and provision.number not in restored
        if not (is_for_good(provision, vocabulary) or let_go):
            continue
        others = list(counterparts.get(provision.number, ()))
        if let_go:
            others += sorted(_earning(provision, reading) - set(others))
        for number in others:
            other = firsts.get(number)
            pair = (provision.number, number)
            if other is not None and are_two_sides(provision, other) and pair not in found:
                found[pair] = Exchange(provision, other, _order(provision, other, reading))
    return tuple(found.values())


def _earning(provision: Provision, reading: Reading) -> set[str]:
    """Return the steps after which relief comes: no breach, and nothing that nobody owes."""
    waited = awaited(provision, reading, *WAITING)
    numbers = {each.number for each in waited if each.state != "is breached"}
    firsts = reading.firsts
    return {number for number in numbers & firsts.keys() if firsts[number].meaning.binding}


def is_for_good(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether a step cannot be undone, by the vocabulary and by the clause's own word."""
    if provision.kind != "duty" or not provision.meaning.binding or provision.act is None:
        return False
    if provision.labels.stated("reversible"):
        line = provision.labels.get("reversible")
        return (
            line is not None and isinstance(line.value, nodes.Reversal) and not line.value.possible
        )
    if _is_relief(provision, vocabulary):
        return False
    known = vocabulary.undo(provision.act.name, provision.object.name if provision.object else None)
    if (known is not None and known.days is not None) or _is_pulled_back(provision, vocabulary):
        return False
    ends = acts(provision, vocabulary, _ENDING) or hands_over(provision.deed, vocabulary)
    grade = provision.act.grade
    return (grade is not None and grade.step in _FOR_GOOD) or ends


def is_let_go(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether sanctions are lifted, and nothing in the clause brings them back.

    It can be undone, by a decision that a veto may stop.
    """
    if provision.kind != "duty" or not provision.meaning.binding:
        return False
    return _is_relief(provision, vocabulary) and not provision.labels.stated(*_COMING_BACK)


def _is_relief(provision: Provision, vocabulary: Vocabulary) -> bool:
    lifted = acts(provision, vocabulary, _LIFTING)
    return lifted and speaks_of(provision, vocabulary, "sanctions")


def _is_pulled_back(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether somebody withdraws what is their own on their own soil, and can go back."""
    soil = {m.name for m in provision.deed.mentions if m.kind == "actor"}
    abroad = what_moves(provision, vocabulary) or soil - set(provision.meaning.who.names)
    return acts(provision, vocabulary, ("withdraw",)) and not abroad


def is_earned(
    provision: Provision,
    reading: Reading,
    counterparts: Mapping[str, tuple[str, ...]],
    verified: Collection[str],
) -> bool:
    """Tell whether a step is given for, with or after one that is verified, and not before it."""
    waited = awaited(provision, reading, *WAITING, *_BESIDE)
    if any(step.state == "is verified" for step in waited):
        return True
    others = {*counterparts.get(provision.number, ()), *(step.number for step in waited)}
    # What follows a beginning is paid before there is anything to be seen.
    others -= {s.number for s in awaited(provision, reading, *WAITING) if s.state == "begins"}
    seen = (reading.firsts.get(number) for number in others if number in verified)
    return any(other is not None and not _is_given_first(provision, other) for other in seen)


def _is_given_first(given: Provision, gained: Provision) -> bool:
    """Tell whether a step is due before the other, also where that is at the text's own start."""
    at_once, later = (_due_at_once(each) for each in (given, gained))
    ours, theirs = _due(given), _due(gained)
    sooner = any(ours[moment] < theirs[moment] for moment in ours.keys() & theirs.keys())
    return sooner or bool(at_once - later)


def _due_at_once(provision: Provision) -> frozenset[str]:
    """Return the events of the text's own start on which a step is due."""
    return frozenset(
        label.value.name.text
        for label in provision.timing.due
        if isinstance(label.value, nodes.Event) and label.value.name.text in PREDECLARED_EVENTS
    )


def are_two_sides(one: Provision, other: Provision) -> bool:
    """Tell whether two steps bind different actors, and none of them both."""
    ours, theirs = set(one.meaning.who.names), set(other.meaning.who.names)
    return bool(ours) and bool(theirs) and not ours & theirs


def _order(given: Provision, gained: Provision, reading: Reading) -> Order:
    """Tell whether a step waits for the proof of the other, by labels and by plain dates alone."""
    own = _states(given, gained, reading, *WAITING)
    if "is verified" in own:
        return "after proof"
    beside = _states(given, gained, reading, "before", "together with", "in parallel with")
    waited_for = any(
        step.number == given.number for step in needed(gained, reading, *WAITING, *_BESIDE)
    )
    if own or beside or waited_for or _is_due_first(given, gained) or is_over_first(given, gained):
        return "before proof"
    return "not told"


def _states(
    provision: Provision, other: Provision, reading: Reading, *labels: str
) -> set[nodes.State | None]:
    """Return the states of the other sentence that these labels name."""
    return {
        step.state for step in awaited(provision, reading, *labels) if step.number == other.number
    }


def _is_due_first(given: Provision, gained: Provision) -> bool:
    """Tell whether a step is due no later than the other, counted from the same moment."""
    ours, theirs = _due(given), _due(gained)
    return any(ours[moment] <= theirs[moment] for moment in ours.keys() & theirs.keys())


def is_over_first(given: Provision, gained: Provision) -> bool:
    """Tell whether a step is due before the other need begin, by days from the same moment."""
    ours, theirs = _due(given), _begun(gained)
    return any(ours[moment] < theirs[moment] for moment in ours.keys() & theirs.keys())


def _begun(provision: Provision) -> Mapping[str, int]:
    """Return the days by which it has to begin, counted as those by which a step is due."""
    found: dict[str, int] = {}
    for label in provision.labels.all("starts", "from"):
        value = label.value.time if isinstance(label.value, nodes.Bound) else label.value
        if isinstance(value, nodes.Date):
            found[""] = (value.year * 12 + value.month) * 31 + (value.day or 1)
        elif (
            isinstance(value, nodes.Offset)
            and value.relation == "after"
            and isinstance(value.moment, nodes.Event)
        ):
            found[value.moment.name.text] = days_of(value.period)[0]
    return found


def _due(provision: Provision) -> Mapping[str, int]:
    """Return the days by which it is due, the latest, by the event from which they are counted.

    A plain date is counted from nothing; a month ends with its last day.
    """
    found: dict[str, int] = {}
    for label in provision.timing.due:
        value = label.value
        if isinstance(value, nodes.Date):
            day = (value.year * 12 + value.month) * 31 + (value.day or 31)
            found[""] = max(day, found.get("", 0))
        elif (
            isinstance(value, nodes.Offset)
            and value.relation == "after"
            and isinstance(value.moment, nodes.Event)
        ):
            event = value.moment.name.text
            found[event] = max(most_days(value.period), found.get(event, 0))
        elif isinstance(value, nodes.Event) and label.name in {"on", "by"}:
            found.setdefault(value.name.text, 0)
    return found

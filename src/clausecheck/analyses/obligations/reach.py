"""Triggers that nothing in the text brings about, and what can never apply.

What somebody will do cannot be told; what nobody has to do can. Where the text may bring a trigger
about in some way that is not read here, as by a verifier's own sentence, nothing is said.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal

from clausecheck.analyses.terms import acts
from clausecheck.analyses.ties import named_by
from clausecheck.analyses.timing.bodies import Dissolved, dissolved, ending_bodies
from clausecheck.analyses.timing.delays import as_due, as_opened
from clausecheck.analyses.timing.ends import last_day
from clausecheck.analyses.timing.moments import CALENDAR, Moment
from clausecheck.analyses.timing.procedures import left_open
from clausecheck.analyses.timing.schedule import Schedule
from clausecheck.analyses.timing.steps import Step
from clausecheck.model import nodes
from clausecheck.model.reading import Provision, Reading
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.values import evolve, frozen
from clausecheck.vocabulary import Vocabulary

_VERIFYING = ("verify", "inspect", "monitor", "certify", "supervise", "check")
HANGING = ("after", "if", "from", "starts", "on", "by", "before", "together with")
_STARTING = frozenset({"after", "if", "from", "starts", "on", "together with"})


def begins_with(label: nodes.Label) -> bool:
    """Tell whether a step begins no sooner than a line says; `starts: by` is when it is due to."""
    due = isinstance(label.value, nodes.Bound) and label.value.relation == "by"
    return label.name in _STARTING and not due


Unowed = Literal[
    "permitted", "optional", "tried", "wished", "unverified", "seen at will", "recital"
]
_TRYING = frozenset({"endeavours to", "commits to work toward"})


@frozen
class Trigger:
    """A moment of another step that a step hangs on, and why nobody must bring it about."""

    at: Span
    number: str
    awaited: Moment
    why: Unowed
    starts: bool
    """Whether the step begins by it; else it is due by it."""
    said: Span
    """The sentence that is awaited."""
    others: tuple[Span, ...] = ()
    """Further lines of the same sentence that hang on that step for the same reason."""


def triggers(reading: Reading, vocabulary: Vocabulary, schedule: Schedule) -> tuple[Trigger, ...]:
    """Return such triggers in text order, one for all lines that hang on one step.

    A procedure within one clause, whose first step somebody may take, is none; nor is a right with
    the notice that goes with it, nor what may be taken by its words and can never begin, which is
    told as that.
    """
    verified, free = _verified(reading, vocabulary), left_open(reading)
    firsts: dict[str, Provision] = {}
    for provision in reading.provisions:
        firsts.setdefault(provision.number, provision)
    recitals = {
        said.number: said.sentence.span
        for clause in reading.clauses
        if clause.preamble
        for said in clause.said
    }
    found: dict[tuple[str, str, Unowed], Trigger] = {}
    for step in schedule.steps.values():
        for label in step.said.labels.all(*HANGING) if step.kind in _OWED else ():
            for moment in _awaited(label, step, {*schedule.steps, *recitals}, reading):
                other = schedule.steps.get(moment.of)
                why: Unowed | None = "recital"
                if other is not None:
                    why = _why(step.number, other, firsts, free) or _unseen(moment, verified)
                at = other.said.sentence.span if other is not None else recitals[moment.of]
                starts = begins_with(label)
                if why is None or (why == "permitted" and moment.of in schedule.lost_steps):
                    continue
                if why == "permitted" and _goes_with(firsts, step, moment, starts=starts):
                    continue
                trigger = Trigger(label.span, step.number, moment, why, starts, at)
                key = step.number, moment.of, why
                found[key] = _one(found[key], trigger) if key in found else trigger
                break  # each line is told once
    return tuple(found.values())


def _one(first: Trigger, then: Trigger) -> Trigger:
    """Return two lines that hang on one step as one: by that which says when the other begins."""
    told, other = (then, first) if then.starts and not first.starts else (first, then)
    return evolve(told, others=(*first.others, other.at))


_OWED = frozenset({"duty", "prohibition"})


def _goes_with(
    firsts: Mapping[str, Provision], step: Step, awaited: Moment, *, starts: bool
) -> bool:
    """Tell whether a duty goes with its bearer's own right: due before that begins, or to tell.

    Where no use is made of the right, there is nothing to give notice of.
    """
    own, right = firsts[step.number], firsts[awaited.of]
    if set(own.meaning.who.names) != set(right.meaning.who.names):
        return False
    act = own.deed.act
    tells = act is not None and "report" in act.wider
    return tells or (awaited.state == "begins" and not starts)


def _awaited(
    label: nodes.Label, step: Step, numbers: Collection[str], reading: Reading
) -> Iterator[Moment]:
    """Yield the moments a label names; of alternatives none, as one that is owed is enough."""
    for value in _states(label, reading):
        number = value.clause.number
        named = value.state in {"begins", "is complete", "is verified"}
        if named and number in numbers and number != step.number:
            yield Moment(number, value.state)  # type: ignore[arg-type]  # one of the three


def _states(label: nodes.Label, reading: Reading) -> Iterator[nodes.ClauseState]:
    """Yield the states of clauses that a label needs, by its events too; of alternatives none."""
    waiting, seen = [label.value], set[str]()
    for each in waiting:
        values = list(walk(each))
        if any(isinstance(value, nodes.Combined) and value.either for value in values):
            continue
        for value in values:
            if isinstance(value, nodes.ClauseState):
                yield value
            elif isinstance(value, nodes.Event) and value.name.text not in seen:
                seen.add(value.name.text)
                event = reading.names.events.get(value.name.text)
                lines = event.labels if event is not None else ()
                waiting.extend(line.value for line in lines if line.name == "when")


@frozen
class _Verified:
    """The numbers that somebody is to verify, and those that somebody may; None for any."""

    owed: Collection[str] | None
    allowed: Collection[str] | None


def _verified(reading: Reading, vocabulary: Vocabulary) -> _Verified:
    """Return what is verified; a sentence that does not say what may mean any."""
    owed, allowed = set[str](), set[str]()
    any_owed = any_allowed = False
    for provision in reading.provisions:
        if provision.labels.stated("verified by"):
            owed.add(provision.number)
        named = set(named_by(provision, reading, "verifies"))
        right = provision.kind == "permission"
        if named:
            (allowed if right else owed).update(named)
        elif acts(provision, vocabulary, _VERIFYING):
            any_owed, any_allowed = any_owed or not right, any_allowed or right
    return _Verified(None if any_owed else owed, None if any_allowed else allowed)


def _unseen(moment: Moment, verified: _Verified) -> Unowed | None:
    """Return why nobody must have a step verified, where that is awaited."""
    if moment.state != "is verified" or verified.owed is None or moment.of in verified.owed:
        return None
    allowed = verified.allowed is None or moment.of in verified.allowed
    return "seen at will" if allowed else "unverified"


def _why(
    waiting: str,
    step: Step,
    firsts: Mapping[str, Provision],
    free: Collection[str],
) -> Unowed | None:
    provision = firsts[step.number]
    if step.kind == "permission" or step.number in free:
        left: Unowed = "permitted" if step.kind == "permission" else "optional"
        return None if provision.clause == firsts[waiting].clause else left
    if step.kind == "duty" and not provision.meaning.binding:
        return "tried" if provision.modality.name in _TRYING else "wished"
    return None


# ── What can never apply ─────────────────────────────────────────────────────────────────────────

_NEVER = Literal["endless", "not broken", "denied", "after the end", "before a breach"]


@frozen
class Never:
    """A label because of which its sentence never begins or is never due, and what says so."""

    at: Span
    number: str
    why: _NEVER
    awaited: str
    """The clause that is waited for, or who has gone by then; empty where neither is meant."""
    because: Span


def never(reading: Reading, vocabulary: Vocabulary, schedule: Schedule) -> tuple[Never, ...]:
    """Return what can never apply, in text order, each label once.

    Something waits for the end of what has none, or for the breach of what cannot be broken; its
    conditions deny each other; it begins when the text or the body that is to do it is no more, or
    is over before the breach that it waits for can come. Where a timetable fails, each day is as it
    is written, and the lines that fail are told as that.
    """
    found: dict[Span, Never] = {}
    opened, due = as_opened(schedule), as_due(schedule)
    failing = {limit.cause.at for broken in schedule.broken for limit in broken.circle}
    gone = list(dissolved(reading, vocabulary))
    ends = [("", line) for line in reading.head.all("duration")]
    ends += ending_bodies(reading)
    ends += [(each.name, each.due) for each in gone if each.due is not None]
    for step in schedule.steps.values():
        for each in (
            *_endless(step, reading, schedule),
            *_over_before_a_breach(step, reading, due),
            *_conditions_denied(step),
            *_after_the_end(step, ends, reading, opened),
            *_after_its_body(step, gone, schedule),
        ):
            if each.at not in failing:
                found.setdefault(each.at, each)
    return tuple(sorted(found.values(), key=lambda each: each.at))


def _endless(step: Step, reading: Reading, schedule: Schedule) -> Iterator[Never]:
    for label in step.said.labels.all(*HANGING):
        for value in _states(label, reading):
            awaited = schedule.steps.get(value.clause.number)
            if awaited is None or awaited.number == step.number:
                continue
            at, because = label.span, awaited.said.sentence.span
            if value.state == "is complete" and _has_no_end(awaited):
                yield Never(at, step.number, "endless", awaited.number, because)
            if value.state == "is breached" and _binds_nobody(awaited):
                yield Never(at, step.number, "not broken", awaited.number, because)


def _over_before_a_breach(step: Step, reading: Reading, schedule: Schedule) -> Iterator[Never]:
    """Yield a term that ends by the day on which what is to be breached is only due."""
    ends = schedule.last(Moment(step.number, "is complete")) if step.lasting else None
    if ends is None or ends.origin != CALENDAR:
        return
    for line in step.said.labels.all("if", "after", "from", "on"):
        for value in _states(line, reading):
            awaited = schedule.steps.get(value.clause.number)
            once = awaited is not None and awaited.kind == "duty" and not awaited.lasting
            if awaited is None or not once or awaited.done or value.state != "is breached":
                continue
            due = schedule.last(awaited.given)
            if due is not None and due.origin == CALENDAR and ends.days <= due.days:
                at, there = line.span, awaited.said.sentence.span
                yield Never(at, step.number, "before a breach", awaited.number, there)


def _has_no_end(step: Step) -> bool:
    """Tell whether it is a ban, or a duty that is said to have no limit, and nothing ends it."""
    terms = step.said.labels.ending(step.kind)
    if any(isinstance(label.value, nodes.WithoutLimit) for label in terms):
        return step.kind in {"duty", "prohibition"}
    return step.kind == "prohibition" and not terms


def _binds_nobody(step: Step) -> bool:
    """Tell whether it asks nothing of anybody; what is renounced can be taken up again."""
    return all(
        meaning.kind in {"permission", "exemption", "statement"}
        and meaning.modality.name != "renounces"
        for meaning in step.said.meanings
    )


def _conditions_denied(step: Step) -> Iterator[Never]:
    """Yield a condition that another of the same sentence denies."""
    labels = step.said.labels.all("if", "unless")
    for number, label in enumerate(labels):
        for other in labels[:number]:
            if label.name != other.name and label.value == other.value:
                yield Never(label.span, step.number, "denied", "", other.span)


def _after_the_end(
    step: Step, ends: Sequence[tuple[str, nodes.Label]], reading: Reading, schedule: Schedule
) -> Iterator[Never]:
    """Yield a step that begins when its body is no more, or with no body's name the text."""
    starting = step.said.labels.all("after", "from", "on", "starts")
    actors = {name for meaning in step.said.meanings for name in meaning.who.names}
    own = [(name, line) for name, line in ends if not name or actors == {name}]
    first = schedule.first(Moment(step.number, "begins")) if starting and own else None
    for name, line in own:
        last = last_day(line.value, schedule, reading)
        if first is None or last is None or first.origin != last.origin:
            continue
        if first.days > last.days:
            yield Never(starting[0].span, step.number, "after the end", name, line.span)


def _after_its_body(step: Step, gone: Sequence[Dissolved], schedule: Schedule) -> Iterator[Never]:
    """Yield a step that waits for what dissolves the body that alone is to take it."""
    starting = step.said.labels.all("after", "from", "on", "starts")
    actors = {name for meaning in step.said.meanings for name in meaning.who.names}
    begins = Moment(step.number, "begins")
    for each in gone if starting else ():
        over = Moment(each.number, "is complete")
        if actors == {each.name} and over.of != begins.of and schedule.orders(over, begins):
            yield Never(starting[0].span, step.number, "after the end", each.name, each.at)

"""Bodies that must act by a day, and need not exist by then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from clausecheck.analyses.terms import acts
from clausecheck.analyses.timing.bodies import (
    Task,
    Use,
    bodies,
    certified,
    ending_bodies,
    needed,
    permitting,
    set_up,
    used,
)
from clausecheck.analyses.timing.bounds import verifying_each
from clausecheck.analyses.timing.ends import last_day
from clausecheck.analyses.timing.moments import CALENDAR, When
from clausecheck.analyses.timing.saying_when import reckoned
from clausecheck.analyses.timing.schedule import Schedule
from clausecheck.analyses.timing.steps import Step
from clausecheck.analyses.timing.times import most_days
from clausecheck.analyses.timing.waiting import Waiting
from clausecheck.model import nodes
from clausecheck.model.numbers import in_order
from clausecheck.model.reading import Provision, Reading
from clausecheck.model.walk import every, walk
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary

_SETTING_UP = ("establish", "form", "convene", "open")


@frozen
class Undated:
    """A body that no line says when to set up, and a duty with a day that it takes the body for."""

    name: str
    at: Span
    number: str
    """The clause of the duty."""
    due: nodes.Label
    verifies: str | None
    """The clause that the body alone verifies, for which the duty waits; None where it acts."""


def undated_bodies(
    reading: Reading, vocabulary: Vocabulary, schedule: Schedule, waiting: Waiting
) -> tuple[Undated, ...]:
    """Return the bodies that must act or have verified by a day and need not exist by then.

    Each is told of the first of its own duties by number, else of those that wait for what it
    alone verifies.
    """
    set_up = {
        mention.name
        for provision in reading.provisions
        if acts(provision, vocabulary, _SETTING_UP)
        for mention in provision.deed.mentions
    }
    undated = {
        heading.name.text: heading.span
        for heading, labels in bodies(reading)
        if heading.name is not None
        if heading.name.text not in set_up
        if not any(label.name in {"established", "source", "ends"} for label in labels)
    }
    own = {name: _acting(name, at, reading) for name, at in undated.items()}
    others = {name: undated[name] for name, found in own.items() if found is None}
    waited: dict[str, Undated] = {}
    for each in _verifying(others, schedule, waiting):
        known = waited.setdefault(each.name, each)
        waited[each.name] = min(known, each, key=lambda each: in_order(each.number))
    found = (own[name] or waited.get(name) for name in undated)
    return tuple(each for each in found if each is not None)


def _acting(name: str, at: Span, reading: Reading) -> Undated | None:
    found = (
        Undated(name, at, provision.number, due, None)
        for provision in reading.provisions
        if provision.actor == name and provision.meaning.binding
        if (due := _dated(provision.timing.due[:1])) is not None
    )
    return min(found, key=lambda each: in_order(each.number), default=None)


def _verifying(
    undated: Mapping[str, Span], schedule: Schedule, waiting: Waiting
) -> Iterator[Undated]:
    """Yield such bodies by what waits for their verifying, each as often as it does.

    What waits only under a condition need not be done by its day.
    """
    by_sentence = verifying_each(schedule.steps, schedule.reckoner.names) if undated else ()
    verifiers = {
        each.moment: each.body
        for each in needed(schedule.steps, undated, by_sentence)
        if each.moment.state == "is verified"
    }
    for wait in waiting.waits if verifiers else ():
        name, cause = verifiers.get(wait.on[0]), wait.cause
        if name is None or cause is None or cause.conditional or len(wait.on) > 1:
            continue
        step = schedule.steps.get(wait.waiting.of) if wait.starts_a_step else None
        if step is not None and step.kind == "duty" and step.said.meanings[0].binding:
            due = _dated(step.said.labels.all("by", "before", "on"))
            if due is not None:
                yield Undated(name, undated[name], step.number, due, wait.on[0].of)


def _dated(lines: Sequence[nodes.Label]) -> nodes.Label | None:
    """Return the first line that names a day or an event."""
    return next((each for each in lines if _names_a_day(each)), None)


def _names_a_day(line: nodes.Label) -> bool:
    return any(isinstance(node, (nodes.Date, nodes.Event)) for node in walk(line.value))


@frozen
class SetUpLate:
    """A step that is due before the body by which it is done, or verified, need be there."""

    name: str
    number: str
    at: Span
    """The line by which the step is due."""
    verifies: str | None
    """The clause that the body verifies, for which the step waits, or the event that it certifies;
    None where the step is its own, takes its leave or its judgement, or goes to it."""
    how: Task | Use
    """What the body has to do with the step."""
    days: int
    """By how many days the step is due too early, at the least."""
    more: bool
    """Whether months of other lengths may add some."""
    because: Span
    """What says when the body is set up."""
    certain: bool
    """Whether it cannot be there sooner, either."""
    first: bool = False
    """Whether it is what goes on that is due there for the first time."""


def set_up_late(
    reading: Reading, vocabulary: Vocabulary, schedule: Schedule, waiting: Waiting
) -> tuple[SetUpLate, ...]:
    """Return such steps in text order, each once."""
    founded = {each.name: each for each in _founded(reading, vocabulary, schedule)}
    if not founded:
        return ()
    found: dict[str, SetUpLate] = {}
    verified: dict[str, str] = {}
    for provision in reading.provisions:
        if provision.actor in founded and provision.kind == "duty" and provision.meaning.binding:
            _add(found, founded[provision.actor], provision.number, None, schedule)
        verifiers = {name for line in provision.labels.all("verified by") for name in _names(line)}
        if len(verifiers) == 1 and verifiers <= founded.keys():
            verified[provision.number] = verifiers.pop()
    for hangs in needed(schedule.steps, founded, ()):
        if hangs.how != "body" and hangs.number is not None:
            _add(found, founded[hangs.body], hangs.number, None, schedule, hangs.how)
    for number, name, use in used(schedule.steps, founded, reading.names):
        _add(found, founded[name], number, None, schedule, use)
    events = certified(reading.names.events.values(), founded)
    certifying = {each.moment: each.body for each in events}
    for wait in waiting.waits:
        of, *others = wait.on
        if of in certifying and not others and wait.starts_a_step:
            body = founded[certifying[of]]
            _add(found, body, wait.waiting.of, of.of, schedule, "certify")
        late = of.state == "is verified" and not others and wait.starts_a_step
        if late and of.of in verified:
            _add(found, founded[verified[of.of]], wait.waiting.of, of.of, schedule)
    return tuple(sorted(found.values(), key=lambda each: each.at))


def _names(line: nodes.Label) -> Iterator[str]:
    for verifier in every(nodes.Verifier, line.value):
        yield from (name.text for name in verifier.actors)


@frozen
class EndedFirst:
    """A body that is over, by a line of its own, before it is set up, or before it need be."""

    name: str
    at: Span
    because: Span
    certain: bool


def ended_first(
    reading: Reading, vocabulary: Vocabulary, schedule: Schedule
) -> tuple[EndedFirst, ...]:
    """Return such bodies in text order."""
    ends = {
        heading.name.text: line
        for heading, labels in bodies(reading)
        if heading.name is not None
        for line in labels
        if line.name == "ends"
    }
    found: list[EndedFirst] = []
    for founded in _founded(reading, vocabulary, schedule) if ends else ():
        line = ends.get(founded.name)
        end = _when(line, "", schedule) if line is not None else None
        if line is None or end is None or end.moment != founded.time.moment:
            continue
        if end.most < founded.time.fewest:
            found.append(EndedFirst(founded.name, line.span, founded.at, founded.certain))
    return tuple(found)


@frozen
class GoneFirst:
    """A step that may begin only when a body that has to agree to it is no more.

    With `permits`, a ban that begins only then, and that no other may lift.
    """

    name: str
    number: str
    at: Span
    because: Span
    permits: bool = False


def gone_first(reading: Reading, schedule: Schedule) -> tuple[GoneFirst, ...]:
    """Return such steps in text order."""
    ends = dict(ending_bodies(reading))
    found: list[GoneFirst] = []
    agreeing = (each for each in needed(schedule.steps, ends, ()) if each.how == "consent")
    for each in (*agreeing, *permitting(schedule.steps, ends)):
        line, first = ends[each.body], schedule.first(each.moment)
        over = last_day(line.value, schedule, reading)
        if first and over and first.origin == over.origin and first.days > over.days:
            permits = schedule.steps[each.moment.of].kind == "prohibition"
            gone = GoneFirst(each.body, each.moment.of, each.at, line.span, permits)
            found.append(gone)
    return tuple(found)


@frozen
class _Founded:
    name: str
    time: When
    at: Span
    certain: bool


def _founded(reading: Reading, vocabulary: Vocabulary, schedule: Schedule) -> Iterator[_Founded]:
    """Yield the bodies that a line of their own, or the one duty to set them up, gives a day."""
    duties = _founding_duties(reading, vocabulary)
    for heading, labels in bodies(reading):
        name = heading.name.text if heading.name is not None else ""
        lines = [(label, "") for label in labels if label.name == "established"]
        if not lines:
            ours = duties.get(name, ())
            lines = [(due, each.number) for each in ours for due in each.timing.due]
            lines = lines if len(ours) == 1 else []
        for label, number in lines[:1]:
            time = _when(label, number, schedule)
            if time is not None:
                by = isinstance(label.value, nodes.Bound) and label.value.relation == "by"
                loose = by or label.name in {"by", "before"}
                yield _Founded(name, time, label.span, not loose)


def _when(label: nodes.Label, own: str, schedule: Schedule) -> When | None:
    """Return what a line says of when something comes, if all of it counts from one moment."""
    time = reckoned(label.value, schedule.reckoner, own)
    return schedule.reckoner.settled(time) if time is not None else None


def _founding_duties(reading: Reading, vocabulary: Vocabulary) -> Mapping[str, list[Provision]]:
    found: dict[str, dict[str, Provision]] = {}
    for provision in reading.provisions:
        if provision.kind == "duty" and acts(provision, vocabulary, _SETTING_UP):
            for mention in provision.deed.mentions:
                found.setdefault(mention.name, {}).setdefault(provision.number, provision)
    return {name: list(every.values()) for name, every in found.items()}


def _add(
    found: dict[str, SetUpLate],
    founded: _Founded,
    number: str,
    verifies: str | None,
    schedule: Schedule,
    how: Task | Use = "body",
) -> None:
    step = schedule.steps.get(number)
    if step is None or number in found:
        return
    due = step.said.labels.all("by", "before", "on")
    going_on = not due and how == "body" and verifies is None and step.lasting
    due = step.said.labels.all("from") if going_on else due
    late = _late(founded, step, due, schedule) if due else None
    if late is not None and late[0] > 0:
        days, more, certain = late
        found[number] = SetUpLate(
            founded.name,
            number,
            due[0].span,
            verifies,
            how,
            days,
            more,
            founded.at,
            certain,
            going_on,
        )


def _late(
    founded: _Founded, step: Step, due: Sequence[nodes.Label], schedule: Schedule
) -> tuple[int, bool, bool] | None:
    """Return by how many days a step is due before its body, whether at least, and for certain.

    Where the two count from different moments, as far as other steps lead from one to the other;
    what cannot be kept at all is told of these steps.
    """
    time, last = founded.time, schedule.last(step.given)
    own = (_when(label, step.number, schedule) for label in due)
    days = [each.most for each in own if each is not None and each.moment == time.moment]
    apart = _until_the_first(step) if due[0].name == "from" else 0
    if not days and last is not None and last.origin == time.moment:
        days = [last.days]
    if apart is None:
        return None
    if days:
        return time.fewest - min(days) - apart, time.fewest != time.most, founded.certain
    there = schedule.last(set_up(founded.name))
    if there is None or last is None or there.origin != last.origin:
        return None
    exact = there.origin == CALENDAR or not schedule.in_months
    return (there.days - last.days - apart, False, False) if exact else None


def _until_the_first(step: Step) -> int | None:
    """Return after how many days what is done again and again is due first; None if not told."""
    lines = step.said.labels.all("every", "quota")
    spans = [line.value for line in lines if isinstance(line.value, nodes.Period)]
    return sum(map(most_days, spans)) if len(spans) == len(lines) else None

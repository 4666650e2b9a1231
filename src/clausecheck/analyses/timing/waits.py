"""What waits on what, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from attrs import field

from clausecheck.analyses.terms import names_this_text
from clausecheck.analyses.timing.bodies import founded, needed, set_up
from clausecheck.analyses.timing.bounds import Cause, looks, verifying, verifying_each
from clausecheck.analyses.timing.moments import CALENDAR, ENTRY, Moment, Reckoned, State, When
from clausecheck.analyses.timing.procedures import following
from clausecheck.analyses.timing.saying_when import reckoned
from clausecheck.analyses.timing.schedule import Schedule
from clausecheck.analyses.timing.steps import Step
from clausecheck.model import nodes
from clausecheck.model.names import RATIFICATION_EVENTS
from clausecheck.model.reading import Labels, Reading
from clausecheck.model.walk import every
from clausecheck.source import Span
from clausecheck.values import evolve, frozen

Promised: TypeAlias = Mapping[Span, tuple[tuple[str, ...], ...]]
"""By the place of a condition, for each act it names the numbers of the clauses that ask for it."""


_BY_ITSELF = frozenset({"body", "consent", "step"})
"""Ways to wait that no line of the step says."""


@frozen
class Wait:
    """A moment that comes only once one of others has come."""

    waiting: Moment
    on: tuple[Moment, ...]
    cause: Cause | None
    """None where the language says so: nothing is complete before it begins."""
    how: Literal[
        "after", "together", "before", "look", "if", "in force", "body", "consent", "step"
    ] = "after"
    """`together` is no wait, since both begin at the same time; `before` is what the one waited for
    says of itself, and whoever comes after need not heed; `look` is for what a single look is to
    verify, which may come too early all the same; `if` is for an act that a condition
    names and a clause asks for, which may be done unasked as well; `in force` is for the text to
    be so, where nothing says that a step begins before; `body` is for the one that is to act,
    `consent` for the one that is to agree; `step` is for the one before in a procedure."""
    times: tuple[When, ...] = field(default=(), eq=False)
    """The same moments with the days between, where a line counts some."""

    @property
    def starts_a_step(self) -> bool:
        """Whether a line of a step's own says that its beginning waits."""
        stated = self.cause is not None and self.cause.number is not None
        return stated and self.waiting.state == "begins" and self.how not in _BY_ITSELF

    @property
    def orders_a_step(self) -> bool:
        """Whether a step's beginning waits so, or follows the step before it in a procedure."""
        return self.starts_a_step or self.how == "step"


def analyse(reading: Reading, schedule: Schedule, promised: Promised) -> Iterator[Wait]:
    """Yield the waits of a text.

    `promised` gives the clauses that ask for what conditions speak of.
    """
    yield from _waits(reading, schedule)
    yield from _named(schedule, promised)


_ASKING = ("after", "if", "from", "on", "together with")


def _waits(reading: Reading, schedule: Schedule) -> Iterator[Wait]:
    for step in schedule.steps.values():
        number = step.number
        begins, complete = Moment(number, "begins"), Moment(number, "is complete")
        yield Wait(complete, (begins,), None)
        yield Wait(Moment(number, "is verified"), (begins if step.lasting else complete,), None)
        if not step.done:
            yield from _of_step(step, schedule)
    for verified, by, line in verifying(schedule.steps, schedule.reckoner.names):
        looked, cause = schedule.steps[by].given, Cause(by, line.span)
        yield Wait(Moment(verified, "is verified"), (looked,), cause)
    for each in following(schedule.steps.values()):
        on, cause = (Moment(each.before, "begins"),), Cause(each.number, each.at)
        yield Wait(Moment(each.number, "begins"), on, cause, "step")
    yield from _for_bodies(reading, schedule)
    for moment, line in _of_the_text(reading):
        time = reckoned(line.value, schedule.reckoner, moment.of)
        if time is not None:
            yield from _for(moment, time, Cause(None, line.span))
            if moment == ENTRY:
                yield from _before_entry(time, reading, schedule)
                yield from _until_ratified(time, reading, schedule)


def _for_bodies(reading: Reading, schedule: Schedule) -> Iterator[Wait]:
    """Yield what bodies are set up after, and what they alone do or verify."""
    names: set[str] = set()
    for each in founded(reading, schedule.steps):
        names.add(each.name)
        cause = Cause(None, each.at)
        complete = When(Moment(each.by or "", "is complete"))
        line = each.line
        time = reckoned(line.value, schedule.reckoner, "") if line is not None else complete
        if time is not None and not each.loosely:
            yield from _for(set_up(each.name), time, cause)
    verified = verifying_each(schedule.steps, schedule.reckoner.names)
    for hangs in needed(schedule.steps, names, verified):
        cause = Cause(hangs.number, hangs.at)
        yield Wait(hangs.moment, (set_up(hangs.body),), cause, hangs.how)


def _of_the_text(reading: Reading) -> Iterator[tuple[Moment, nodes.Label]]:
    """Yield the events and the entry into force, each with the line that says when it comes.

    Where the head points to the clause on it, that clause says so and the head does not. An event
    of which a line says what holds if nobody states it may come all the same.
    """
    for event in reading.names.events.values():
        lines = Labels(event.labels)
        for label in lines.all("when") if not lines.stated("otherwise") else ():
            yield Moment(event.name), label
    entry = reading.head.get("entry into force")
    if entry is not None:
        points = isinstance(entry.value, nodes.ClauseState) and entry.value.state is None
        if not points:
            yield ENTRY, entry


def _before_entry(time: Reckoned, reading: Reading, schedule: Schedule) -> Iterator[Wait]:
    """Yield that steps on which the entry into force hangs wait for it, where no line says else.

    They may bring about an event on which it hangs. Who is to ratify or sign is bound before.
    """
    when = {moment.of: line for moment, line in _of_the_text(reading)}
    waiting = list(dict.fromkeys(_any_of(time)))
    for moment in waiting:
        step, line = schedule.steps.get(moment.of), when.get(moment.of)
        begins = Moment(moment.of, "begins")
        if step is not None and schedule.waits_for_entry(begins) and not _brings_in_force(step):
            cause = Cause(step.number, step.said.sentence.span)
            yield Wait(begins, (ENTRY,), cause, "in force")
        elif step is None and line is not None and moment != ENTRY:
            earlier = reckoned(line.value, schedule.reckoner, moment.of)
            more = _any_of(earlier) if earlier is not None else ()
            waiting += [each for each in more if each not in waiting]


def _until_ratified(time: Reckoned, reading: Reading, schedule: Schedule) -> Iterator[Wait]:
    """Yield that the text is ratified only once those have done so who are to, and not before."""
    ratified = [each for each in _any_of(time) if each.of in RATIFICATION_EVENTS]
    ratifiers = who_ratifies(reading) if ratified else None
    for step in schedule.steps.values() if ratified else ():
        who = step.said.meanings[0].who.names
        asked = ratifiers is None or not ratifiers.isdisjoint(who)
        if asked and step.kind == "duty" and not step.done and _ratifies(step):
            cause = Cause(step.number, step.said.sentence.span, step.conditional)
            for moment in ratified:
                yield Wait(moment, (Moment(step.number, "is complete"),), cause)


def who_ratifies(reading: Reading) -> frozenset[str] | None:
    """Return the parties by whose ratification the text enters into force; None for all of them."""
    line = reading.head.get("entry into force")
    found: set[str] = set()
    for node in every(nodes.Event, line.value) if line is not None else ():
        if node.name.text in RATIFICATION_EVENTS:
            if node.by is None or node.by.text not in reading.names.parties:
                return None
            found.add(node.by.text)
    return frozenset(found) or None


def _ratifies(step: Step) -> bool:
    """Tell whether it is the ratification of the text itself."""
    return any(
        deed.act is not None and deed.act.name == "ratify" and names_this_text(deed)
        for meaning in step.said.meanings
        for deed in meaning.deeds
    )


def _brings_in_force(step: Step) -> bool:
    acts = {deed.act.name for meaning in step.said.meanings for deed in meaning.deeds if deed.act}
    return not acts.isdisjoint(_BRINGING_IN_FORCE)


_BRINGING_IN_FORCE = frozenset({"approve", "deposit", "exchange", "ratify", "sign"})


def _of_step(step: Step, schedule: Schedule) -> Iterator[Wait]:
    for label in step.said.labels.lines:
        starts = label.name == "starts" and getattr(label.value, "relation", None) != "by"
        if label.name in _ASKING or label.name == "until" or starts:
            time = reckoned(label.value, schedule.reckoner, step.number)
            cause = Cause(step.number, label.span, step.conditional)
            state: State = "is complete" if label.name == "until" else "begins"
            for wait in _for(Moment(step.number, state), time, cause) if time else ():
                equal = label.name == "together with" and _is_a_beginning(wait)
                yield evolve(wait, how="together") if equal else wait


def _named(schedule: Schedule, promised: Promised) -> Iterator[Wait]:
    """Yield the waits for acts that conditions name: for the first beginning that would do."""
    for step in schedule.steps.values():
        for label in () if step.done else step.said.labels.all("if"):
            for numbers in promised.get(label.span, ()):
                if step.number in numbers:
                    continue
                on = tuple(Moment(number, "begins") for number in numbers)
                cause = Cause(step.number, label.span, conditional=True)
                yield Wait(Moment(step.number, "begins"), on, cause, "if")


def orders(schedule: Schedule) -> Iterator[Wait]:
    """Yield what is to come only when a step is over, as that step or one that verifies it says.

    Where days are to lie between the two, the timetable tells whether they can.
    """
    for step in schedule.steps.values():
        for label in () if step.done else step.said.labels.all("before"):
            time = reckoned(label.value, schedule.reckoner, step.number)
            if isinstance(time, When) and time.most == 0 and time.moment != CALENDAR:
                cause = Cause(step.number, label.span, step.conditional)
                yield Wait(time.moment, (step.given,), cause, "before")
    for by, seen, line in looks(schedule.steps, schedule.reckoner.names):
        if not schedule.steps[by].done:
            yield Wait(Moment(by, "is complete"), (seen,), Cause(by, line.span), "look")


def _is_a_beginning(wait: Wait) -> bool:
    return len(wait.on) == 1 and wait.on[0].state == "begins"


def _for(moment: Moment, time: Reckoned, cause: Cause) -> Iterator[Wait]:
    """Yield the waits for a time; nothing waits for a moment that comes later than itself.

    An event that is said to come before itself waits for itself all the same.
    """
    if isinstance(time, When):
        if time.fewest >= 0 or (time.moment == moment and moment.state == "happens"):
            yield Wait(moment, (time.moment,), cause, times=(time,))
    elif time.how in {"all", "later"}:
        for each in time.times:
            yield from _for(moment, each, cause)
    else:
        times = tuple(_whens(time))
        yield Wait(moment, tuple(each.moment for each in times), cause, times=times)


def _any_of(time: Reckoned) -> Iterator[Moment]:
    """Yield the moments of which one is enough; of those that need all, as if one were."""
    for each in _whens(time):
        yield each.moment


def _whens(time: Reckoned) -> Iterator[When]:
    if isinstance(time, When):
        yield time
    else:
        for each in time.times:
            yield from _whens(each)

"""What waits on what, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from attrs import field

from clausecheck.analyses.timing import in_force
from clausecheck.analyses.timing.bodies import founded, set_up
from clausecheck.analyses.timing.bounds import Cause, hanging_on_bodies, looks, verifying
from clausecheck.analyses.timing.moments import CALENDAR, ENTRY, Moment, Reckoned, State, When
from clausecheck.analyses.timing.procedures import following
from clausecheck.analyses.timing.saying_when import holding_until, reckoned
from clausecheck.analyses.timing.schedule import Schedule
from clausecheck.analyses.timing.steps import Step
from clausecheck.model import nodes
from clausecheck.model.reading import Labels, Reading
from clausecheck.source import Span
from clausecheck.values import evolve, frozen

Promised: TypeAlias = Mapping[Span, tuple[tuple[str, ...], ...]]
"""By the place of a condition, for each act it names the numbers of the clauses that ask for it."""


_BY_ITSELF = frozenset({"barred", "body", "certify", "consent", "judge", "step"})
"""Ways to wait that no line of the step says."""


@frozen
class Barred:
    """A step, or what it has for a condition, that another clause forbids until something comes."""

    number: str
    line: nodes.Label
    by: str
    """The number of that clause."""
    at: Span
    """What it forbids: the sentence of the step, or its condition."""
    upon: bool = False
    """Whether it is the condition of the step, which no clause asks for."""


@frozen
class Wait:
    """A moment that comes only once one of others has come."""

    waiting: Moment
    on: tuple[Moment, ...]
    cause: Cause | None
    """None where the language says so: nothing is complete before it begins."""
    how: Literal[
        "after",
        "together",
        "before",
        "look",
        "condition",
        "if",
        "in force",
        "barred",
        "body",
        "certify",
        "consent",
        "judge",
        "step",
    ] = "after"
    """`together` is no wait, since both begin at the same time; `before` is what the one waited for
    says of itself, and whoever comes after need not heed; `look` is for what a single look is to
    verify, which may come too early all the same; `condition` is for a moment that an `if:` names,
    and `if` for an act that one names and a clause asks for: what is bound only then may be done
    unasked as well; `in force` is for the text to
    be so, where nothing says that a step begins before; `barred` is for the end of a ban on the
    step, or on its condition; `body` is for the one that is to act,
    `consent` for the one that is to agree, `judge` for the one that says whether a condition holds,
    and `certify` whether an event has come; `step` is for the one before in a procedure."""
    times: tuple[When, ...] = field(default=(), eq=False)
    """The same moments with the days between, where a line counts some."""
    by: Barred | None = field(default=None, eq=False)
    """What bars it."""

    @property
    def starts_a_step(self) -> bool:
        """Whether a line of a step's own says that its beginning waits."""
        stated = self.cause is not None and self.cause.number is not None
        return stated and self.waiting.state == "begins" and self.how not in _BY_ITSELF

    @property
    def is_a_condition(self) -> bool:
        """Whether who waits so is bound only then, and may act before."""
        return self.how in {"condition", "if"}

    @property
    def orders_a_step(self) -> bool:
        """Whether a step's beginning waits so, for a ban to end, or for the step before it."""
        return self.starts_a_step or self.how in {"barred", "step"}


def analyse(
    reading: Reading, schedule: Schedule, promised: Promised, barred: Sequence[Barred]
) -> Iterator[Wait]:
    """Yield the waits of a text.

    `promised` gives the clauses that ask for what conditions speak of.
    """
    found = [*_waits(reading, schedule), *_named(schedule, promised), *_barred(schedule, barred)]
    yield from found
    yield from _before_entry(found, schedule)


def _barred(schedule: Schedule, barred: Sequence[Barred]) -> Iterator[Wait]:
    """Yield the waits of steps for the end of a ban on them."""
    for each in barred:
        time = reckoned(each.line.value, schedule.reckoner, each.by)
        step = schedule.steps.get(each.number)
        if time is not None and step is not None and not step.done:
            cause = Cause(each.number, each.line.span, each.upon or step.conditional)
            for wait in _for(Moment(each.number, "begins"), time, cause):
                yield evolve(wait, how="barred", by=each)


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
    yield from _until_ratified(reading, schedule)


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
    for hangs in hanging_on_bodies(reading, schedule.steps, names):
        cause = Cause(hangs.number, hangs.at, conditional=hangs.how == "judge")
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


def _before_entry(waits: Sequence[Wait], schedule: Schedule) -> Iterator[Wait]:
    """Yield that steps on which the entry into force hangs wait for it, where no line says else.

    They may bring about an event on which it hangs, or the step of one who then ratifies. Who is to
    ratify or sign is bound before.
    """
    on: dict[Moment, list[Moment]] = {}
    for wait in waits:
        on.setdefault(wait.waiting, []).extend(wait.on)
    left = [ENTRY]
    seen = {ENTRY}
    for moment in left:
        step = schedule.steps.get(moment.of) if moment.state == "begins" else None
        bound = step is not None and schedule.waits_for_entry(moment)
        if step is not None and bound and not in_force.brings_in_force(step.said):
            cause = Cause(step.number, step.said.sentence.span)
            yield Wait(moment, (ENTRY,), cause, "in force")
        for each in on.get(moment, ()):
            if each not in seen:
                seen.add(each)
                left.append(each)


def _until_ratified(reading: Reading, schedule: Schedule) -> Iterator[Wait]:
    """Yield that the text is ratified only once those have done so who are to, and not before."""
    for ratified in in_force.ratifications(reading):
        for said in ratified.by:
            step = schedule.steps.get(said.number)
            if step is not None and not step.done:
                cause = Cause(step.number, said.sentence.span, step.conditional)
                yield Wait(ratified.moment, (Moment(step.number, "is complete"),), cause)


def _of_step(step: Step, schedule: Schedule) -> Iterator[Wait]:
    every = holding_until(step.said.labels, step.kind)
    ends = [label for label in every if label.name != "on"]
    for label in step.said.labels.lines:
        starts = label.name == "starts" and getattr(label.value, "relation", None) != "by"
        if label.name in _ASKING or label in ends or starts:
            time = reckoned(label.value, schedule.reckoner, step.number)
            cause = Cause(step.number, label.span, step.conditional)
            state: State = "is complete" if label in ends else "begins"
            for wait in _for(Moment(step.number, state), time, cause) if time else ():
                equal = label.name == "together with" and _is_a_beginning(wait)
                hangs = "condition" if label.name == "if" else wait.how
                yield evolve(wait, how="together" if equal else hangs)


THE_OTHER = ("the", "other")
"""How a line that two bear says that one of them waits for the other."""


def speaks_of_the_other(label: nodes.Label) -> bool:
    """Tell whether a condition is what "the other party", or side, does."""
    parts = label.value.parts if isinstance(label.value, nodes.Phrase) else ()
    words = [part.text.lower() if isinstance(part, nodes.Word) else "" for part in parts[:3]]
    return tuple(words[:2]) == THE_OTHER and words[2:] in (["party"], ["side"])


def _named(schedule: Schedule, promised: Promised) -> Iterator[Wait]:
    """Yield the waits for acts that conditions name: for the first beginning that would do."""
    for step in schedule.steps.values():
        for label in () if step.done else step.said.labels.all("if"):
            for numbers in promised.get(label.span, ()):
                if step.number in numbers and not speaks_of_the_other(label):
                    continue
                on = tuple(Moment(number, "begins") for number in numbers)
                cause = Cause(step.number, label.span, conditional=True)
                yield Wait(Moment(step.number, "begins"), on, cause, "if")


def orders(schedule: Schedule) -> Iterator[Wait]:
    """Yield what is to come only when a step is over, as that step or one that verifies it says.

    Where days are to lie between the two, the timetable tells whether they can.
    """
    for step in schedule.steps.values():
        ends = step.said.labels.ending(step.kind)
        lines = (line for line in step.said.labels.all("before") if line not in ends)
        for label in () if step.done else lines:
            time = reckoned(label.value, schedule.reckoner, step.number)
            if isinstance(time, When) and time.most == 0 and time.moment != CALENDAR:
                cause = Cause(step.number, label.span, step.conditional)
                yield Wait(time.moment, (step.given,), cause, "before")
    for by, seen, line in looks(schedule.steps, schedule.reckoner.names):
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


def _whens(time: Reckoned) -> Iterator[When]:
    if isinstance(time, When):
        yield time
    else:
        for each in time.times:
            yield from _whens(each)

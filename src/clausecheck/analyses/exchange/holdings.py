"""What each side has given by a moment, what it could take back, and what others still owe it."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping

from clausecheck.analyses.exchange.answers import everybody, steps
from clausecheck.analyses.timing.moments import CALENDAR, Moment
from clausecheck.analyses.timing.procedures import left_open
from clausecheck.analyses.timing.schedule import Day, Schedule
from clausecheck.analyses.timing.steps import Step
from clausecheck.analyses.timing.undoing import TimeToUndo, time_to_undo
from clausecheck.model.reading import Reading
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary


@frozen
class Held:
    """What one side has given by a moment, and what others still owe it, by number."""

    party: str
    given: tuple[tuple[str, TimeToUndo], ...]
    owed: tuple[str, ...]

    @property
    def for_good(self) -> bool:
        """Whether something that it gave cannot be taken back at all."""
        return any(undo.by == "never" for _, undo in self.given)

    @property
    def restored_within(self) -> int | None:
        """The most days until all that it gave is taken back; None where that cannot be told."""
        days = [undo.days[1] if undo.days else None for _, undo in self.given]
        return None if None in days else max((day for day in days if day is not None), default=0)


def on_day(
    reading: Reading,
    schedule: Schedule,
    vocabulary: Vocabulary,
    day: datetime.date,
    owed_to: Mapping[str, frozenset[str]],
    *,
    upon_breach: Collection[str] = (),
    conditional: Collection[str] = (),
) -> tuple[Held, ...]:
    """Return what each party must have given by a day, and what others owe it after that day.

    In the order of the parties; a step without a date is still owed, what was to last and is over
    is neither given nor owed, and where all is done nor is what comes only `upon_breach`. What is
    `conditional` may never come, and is not given by its day.
    """
    over = {number for number, step in schedule.steps.items() if is_over(step, schedule, day)}
    over |= {number for number in upon_breach if not schedule.steps[number].done}
    given = {
        number
        for number, step in schedule.steps.items()
        if step.done
        or (number not in conditional and schedule.comes_by(step.given, day.toordinal()))
    }
    return _held(reading, vocabulary, schedule, given - over, owed_to, over=over, leaving=None)


def is_over(step: Step, schedule: Schedule, day: datetime.date) -> bool:
    """Tell whether the term of what lasts has surely ended by a day."""
    ends = schedule.last(Moment(step.number, "is complete")) if step.lasting else None
    return ends is not None and ends.origin == CALENDAR and ends.days <= day.toordinal()


def is_due(step: Step, schedule: Schedule, day: datetime.date) -> bool:
    """Tell whether the reviewer calls a step done, or the text has it done by a day."""
    last = schedule.last(step.given)
    if last is None or last.origin != CALENDAR:
        return step.done
    return last.days <= day.toordinal()


def once_taken(
    reading: Reading,
    schedule: Schedule,
    vocabulary: Vocabulary,
    leaving: str,
    number: str,
    owed_to: Mapping[str, frozenset[str]],
    *,
    upon_breach: Collection[str] = (),
    conditional: Collection[str] = (),
) -> tuple[Held, ...]:
    """Return what each party holds if one leaves when a step is taken, all using their time.

    A step counts as given where the text has it come before that step, or puts its last day no
    later than that of the step, or of what must have come by then; the step itself is the last.
    `owed_to` tells to whom each step is owed: the others miss what the one who leaves has not done,
    and that one what the others have not. A guarantor may leave too.
    What comes only `upon_breach` is neither given nor owed,
    nor is what was to last and is surely over by then. What is `conditional` counts as given only
    where that step comes after it.
    """
    then = _by_then(schedule.steps[number].given, schedule)
    surely = {
        each
        for each, step in schedule.steps.items()
        if each == number
        or (
            then.has_come(step.given, schedule)
            and (each not in conditional or step.given in then.before)
        )
    }
    come = schedule.all_before({schedule.steps[each].given for each in surely})
    given = surely | {
        each
        for each, step in schedule.steps.items()
        if step.given in come and each not in conditional
    }
    over = {
        each
        for each, step in schedule.steps.items()
        if each != number
        and (
            (each in upon_breach and not step.done)
            or (step.lasting and _is_complete(each, then, come, schedule))
        )
    }
    return _held(reading, vocabulary, schedule, given - over, owed_to, over=over, leaving=leaving)


@frozen
class _Then:
    """The time at which a step is taken, all having used theirs."""

    moment: Moment
    before: frozenset[Moment]
    """What must have come by then."""
    days: Mapping[Moment, int]
    """The last days of all that, by what they count from."""

    def has_come(self, moment: Moment, schedule: Schedule) -> bool:
        """Tell whether a moment has surely come by then."""
        last = schedule.last(moment)
        if moment in self.before:
            return True
        if last is not None and last.days <= self.days.get(last.origin, last.days - 1):
            return True
        gap = schedule.after_all_time(moment, self.moment)
        return gap is not None and gap >= 0


def _is_complete(number: str, then: _Then, come: Collection[Moment], schedule: Schedule) -> bool:
    complete = Moment(number, "is complete")
    return complete in come or then.has_come(complete, schedule)


_MOST_FOLLOWED = 20
"""Deadlines in a row, each counted from the end of another step, that are followed back."""


def _by_then(moment: Moment, schedule: Schedule) -> _Then:
    """Return the time of a step that is taken on its last day.

    Where that day counts from the end of another step, this has come as well, and so many days ago.
    """
    before, ends, days = set[Moment](), [Day(moment, 0)], dict[Moment, int]()
    for end in ends:
        each, later = end.origin, end.days
        before |= {each, *schedule.before(each)}
        last = schedule.last(each)
        for day in (end, last and Day(last.origin, last.days + later)):
            if day is not None:
                days[day.origin] = max(day.days, days.get(day.origin, day.days))
        step = schedule.steps.get(last.origin.of) if last is not None else None
        if last is None or step is None or last.days < 0 or len(ends) > _MOST_FOLLOWED:
            break
        if last.origin == step.given or last.origin.state == "is verified":
            ends.append(Day(step.given, later + last.days))
    own = schedule.last(moment)
    for each in before:
        last = schedule.last(each) if each.of in schedule.steps else None
        # What must come before it need not be due by then: it is done sooner.
        if last is not None and (own is None or last.origin != own.origin):
            days[last.origin] = max(last.days, days.get(last.origin, last.days))
    return _Then(moment, frozenset(before), days)


def _held(
    reading: Reading,
    vocabulary: Vocabulary,
    schedule: Schedule,
    given: Collection[str],
    owed_to: Mapping[str, frozenset[str]],
    *,
    over: Collection[str] = (),
    leaving: str | None,
) -> tuple[Held, ...]:
    every = steps(reading)
    people = {number: everybody(each, reading.names) for number, each in every.items()}
    optional = left_open(reading)
    owing = {
        number
        for number, each in every.items()
        if number in schedule.steps
        and number not in given
        and number not in over
        and number not in optional
        and each.kind != "statement"
        and each.meaning.binding
    }
    parties = reading.names.parties
    others = () if leaving is None or leaving in parties else (leaving,)
    return tuple(
        Held(
            party,
            tuple(
                (number, time_to_undo(each, vocabulary))
                for number, each in every.items()
                if number in given and party in people[number]
            ),
            tuple(
                number
                for number in every
                if number in owing
                and (party in owed_to[number] or (party in others and party not in people[number]))
                and (leaving in people[number] or leaving in {None, party})
            ),
        )
        for party in (*parties, *others)
    )

"""What is due, forbidden and allowed, when, and what waits for what."""

from __future__ import annotations

from functools import cached_property

from clausecheck.analyses.facts.text import TextFacts
from clausecheck.analyses.obligations import (
    at_choice,
    barred,
    conditions,
    from_provisions,
    reach,
    undefined,
)
from clausecheck.analyses.obligations.holding import Calendar
from clausecheck.analyses.obligations.norms import Norm
from clausecheck.analyses.timing import (
    delays,
    events,
    founding,
    intervals,
    running,
    schedule,
    waiting,
)
from clausecheck.analyses.timing.schedule import Schedule
from clausecheck.analyses.timing.waits import Promised


class StepFacts(TextFacts):
    """The facts on the steps of a text: its norms, its timetable and what waits for what."""

    @cached_property
    def schedule(self) -> Schedule:
        """The timetable: what the labels bound, and whether all of it can be kept."""
        return schedule.analyse(self.reading)

    @cached_property
    def norms(self) -> tuple[Norm, ...]:
        """What the operative clauses order, forbid and allow."""
        return from_provisions.norms(self.reading, self.vocabulary, self.schedule)

    @cached_property
    def promised(self) -> Promised:
        """The clauses that ask for what somebody does in an `if:`, by the place of that line."""
        return conditions.promised(self.reading, self.vocabulary, self.norms)

    @cached_property
    def waiting(self) -> waiting.Waiting:
        """What waits on what, and in what circles."""
        calendar = Calendar(self.schedule)
        kept_back = barred.barred(self.norms, self.promised, self.vocabulary, calendar)
        return waiting.analyse(self.reading, self.schedule, self.promised, kept_back)

    @cached_property
    def coming(self) -> Schedule:
        """The timetable of what can come: without what waits in a circle, or only after one.

        Where each is bound only upon the other, one acts before its condition is met.
        """
        return self.schedule.without(self.waiting.lost, self.waiting.unmet)

    @cached_property
    def misfits(self) -> tuple[delays.Misfit, ...]:
        """The chains of clauses that cannot all be kept in time."""
        late = [(each.at, each.because) for each in self.set_up_late]
        return delays.misfits(self.schedule, self.waiting, late)

    @cached_property
    def idle(self) -> tuple[running.Idle, ...]:
        """The deadlines that never begin to run."""
        return running.analyse(self.schedule, self.waiting)

    @cached_property
    def rare(self) -> tuple[intervals.Rare, ...]:
        """What is done again and again, and need not be done once while it holds."""
        return intervals.analyse(self.schedule)

    @cached_property
    def hanging_on_events(self) -> tuple[events.Hanging, ...]:
        """The duties that hang on an event outside the text which nobody certifies."""
        return events.analyse(self.reading, self.vocabulary)

    @cached_property
    def triggers(self) -> tuple[reach.Trigger, ...]:
        """The steps on which others hang, and which nobody must take."""
        return reach.triggers(self.reading, self.vocabulary, self.coming)

    @cached_property
    def on_undefined(self) -> tuple[undefined.OnUndefined, ...]:
        """The steps that hang on an event of which no more than the name is told."""
        return undefined.on_undefined(self.reading, self.vocabulary, self.schedule)

    @cached_property
    def never(self) -> tuple[reach.Never, ...]:
        """What can never apply."""
        return reach.never(self.reading, self.vocabulary, self.schedule)

    @cached_property
    def at_choice(self) -> tuple[at_choice.AtChoice, ...]:
        """The conditions that one party alone brings about or judges, as it likes."""
        return at_choice.at_choice(self.reading, self.vocabulary, self.norms)

    @cached_property
    def undated_bodies(self) -> tuple[founding.Undated, ...]:
        """The bodies that must act, or have verified, by a day and need not exist by then."""
        return founding.undated_bodies(self.reading, self.vocabulary, self.schedule, self.waiting)

    @cached_property
    def set_up_late(self) -> tuple[founding.SetUpLate, ...]:
        """The steps that are due before the body by which they are done need be there."""
        return founding.set_up_late(self.reading, self.vocabulary, self.schedule, self.waiting)

    @cached_property
    def ended_first(self) -> tuple[founding.EndedFirst, ...]:
        """The bodies that are over before they are there."""
        return founding.ended_first(self.reading, self.vocabulary, self.schedule)

    @cached_property
    def gone_first(self) -> tuple[founding.GoneFirst, ...]:
        """The steps that begin when a body that has to agree to them is no more."""
        return founding.gone_first(self.reading, self.schedule)

"""From when until when norms hold, and whether what the one asks falls within the other's time.

Only what is certain counts: where a deed can also be done before or after, nothing is in its way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import inf
from typing import Literal

from clausecheck.analyses.obligations.norms import Norm
from clausecheck.analyses.timing.moments import (
    CALENDAR,
    SIGNATURE,
    Moment,
    Reckoned,
    Several,
    When,
    days_meant,
)
from clausecheck.analyses.timing.saying_when import hangs_on_a_step, reckoned
from clausecheck.analyses.timing.schedule import Schedule
from clausecheck.model import nodes
from clausecheck.model.names import Names
from clausecheck.model.walk import walk
from clausecheck.values import evolve, frozen

Close = Reckoned | Literal["never", "unknown"]
Overlap = Literal["always", "for a while", "later"]


@frozen(slots=False, eq=False)
class Term:
    """When a norm begins to hold, or may first be done, and when it ends."""

    norm: Norm
    opens: Moment
    by_itself: bool
    """Whether it opens when the text begins to bind."""
    closes: Close


def _in_words_alone(norm: Norm) -> bool:
    """Tell whether a leave hangs on words alone, so that it may be used at any time."""
    moments = (nodes.ClauseState, nodes.Event, nodes.Reference)
    return norm.kind == "permission" and not any(
        isinstance(node, moments) for line in norm.conditions for node in walk(line.value)
    )


class Calendar:
    """Tells of norms how their times lie to each other, by the timetable of their text."""

    def __init__(self, schedule: Schedule) -> None:
        self._schedule = schedule
        self._terms: dict[int, Term] = {}

    @property
    def names(self) -> Names:
        """The names of the text."""
        return self._schedule.reckoner.names

    def term(self, norm: Norm) -> Term:
        """Return the time in which a norm holds."""
        known = self._terms.get(id(norm))
        if known is None:
            known = self._terms[id(norm)] = self._term(norm)
        return known

    def _term(self, norm: Norm) -> Term:
        begins = Moment(norm.number, "begins")
        default = norm.provision.timing.default_start
        hangs = norm.conditions and not _in_words_alone(norm)
        ends = norm.said.labels.ending(norm.provision.kind)
        due = any(line not in ends for line in norm.provision.timing.due)
        by_itself = default is not None and not (hangs or due)
        # A ban that hangs on a step binds whenever that may have come.
        since = by_itself or (norm.kind == "prohibition" and hangs_on_a_step(norm.said.labels))
        return Term(
            norm,
            Moment(default) if since and default and norm.lasting else begins,
            by_itself,
            self._closes(norm, begins),
        )

    def _closes(self, norm: Norm, begins: Moment) -> Close:
        for label in norm.said.labels.ending(norm.provision.kind):
            value = label.value
            if isinstance(value, nodes.WithoutLimit):
                return "never"
            if isinstance(value, nodes.Period):
                return self._schedule.reckoner.after(When(begins), value)
            time = reckoned(value, self._schedule.reckoner, norm.number)
            if label.name == "on":  # all of that day is included
                day = time if isinstance(value, nodes.Date) and isinstance(time, When) else None
                time = day and evolve(day, fewest=day.fewest + 1, most=day.most + 1)
            return time if time is not None else "unknown"
        return "never"

    def overlap(self, one: Norm, other: Norm) -> Overlap | None:
        """Tell how two norms that hold all the time share time: None if it is not certain.

        `later` is from when the second begins to hold by a label of its own, the first being
        without end.
        """
        first, second = self.term(one), self.term(other)
        if self._is_empty(first) or self._is_empty(second):
            return None
        if first.by_itself and second.by_itself:
            if first.closes == second.closes == "never":
                return "always"
            return "for a while" if self._leaves_no_time(first, second) else None
        for early, late in ((first, second), (second, first)):
            if early.closes == "never" and late.closes == "never":
                return "later"
            if self._opens_within(late, early) and self._leaves_no_time(early, late):
                return "for a while"
        return None

    def _leaves_no_time(self, early: Term, late: Term) -> bool:
        """Tell whether what is due again and again falls due in the time that two norms share."""
        apart = max(map(_most_between, (early.norm, late.norm)))
        ends = (each.closes for each in (early, late) if each.closes != "never")
        return not apart or all(self._before(late.opens, end, apart) for end in ends)

    def are_one(self, one: Norm, other: Norm) -> bool:
        """Tell whether two norms surely hold from the same day on, and to the same end."""
        first, second = self.term(one).opens, self.term(other).opens
        ends, others = (
            {(line.name, line.value) for line in each.said.labels.ending(each.provision.kind)}
            for each in (one, other)
        )
        return self._no_later(first, second) and self._no_later(second, first) and ends == others

    def takes_part_of(self, norm: Norm, other: Norm) -> bool:
        """Tell whether a norm holds for a part of the time of another, and surely at no other."""
        own, whole = self.term(norm), self.term(other)
        within = whole.by_itself or self._no_later(whole.opens, own.opens)
        if whole.closes != "never":
            ends = self._ends_by(own.closes, whole.closes)
            return within and ends and not self.are_one(norm, other)
        later = not norm.starts_by_itself and not self._no_later(own.opens, whole.opens)
        return later or (within and own.closes != "never")

    def _ends_by(self, one: Close, other: Close) -> bool:
        """Tell whether one end surely comes no later than another."""
        if not isinstance(one, When):
            return False
        return _surely(other, lambda end: self._is_no_later(one, end), of_one=_LAST)

    def _is_no_later(self, one: When, other: When) -> bool:
        most = self._most(other.moment, one.moment)
        return most is not None and most + one.most <= other.fewest

    def may_still_hold(self, ban: Norm, norm: Norm) -> bool:
        """Tell whether a ban ends with what may come long after the other begins to hold."""
        opens = self.term(norm).opens
        first = self._schedule.first(opens)
        dated = first is not None and first.origin in self._schedule.origins
        return dated and self._is_open(self.term(ban).closes, opens)

    def may_hold_when_due(self, ban: Norm, deed: Norm) -> bool:
        """Tell whether a ban holds from before a deed, and may end before or after it is due."""
        term, once = self.term(ban), self.term(deed)
        due = self._schedule.steps[deed.number].given
        opens = term.by_itself or self._no_later(term.opens, once.opens)
        if not (opens and deed.provision.timing.due):
            return False
        return self._is_open(term.closes, due, deed) or self._may_come_late(deed, term.closes)

    def _may_come_late(self, deed: Norm, closes: Close) -> bool:
        """Tell whether a deed comes on a moment that may come before an end or after it."""
        due = self._schedule.steps[deed.number].given
        if not isinstance(closes, When) or self._is_over(closes, due):
            return False
        return any(self._is_open(time, closes.moment, deed) for time in self._times(deed, "on"))

    def _times(self, norm: Norm, label: str) -> Iterator[Reckoned]:
        lines = norm.said.labels.all(label)
        times = (reckoned(line.value, self._schedule.reckoner, norm.number) for line in lines)
        return (time for time in times if time is not None)

    def may_begin_first(self, ban: Norm, deed: Norm) -> bool:
        """Tell whether a ban may begin before or after the one day of a deed, and holds then."""
        term, due = self.term(ban), self._schedule.steps[deed.number].given
        if not deed.said.labels.all("on") or self._no_later(due, term.opens):
            return False
        opens = any(self._is_open(time, due, deed) for time in self._times(ban, "from"))
        return opens and (term.closes == "never" or self._before(due, term.closes))

    def _is_open(self, time: Close, moment: Moment, deed: Norm | None = None) -> bool:
        """Tell whether it is open if a time comes before or after a moment, long after it too."""
        if isinstance(time, Several):
            told = [self._is_open(each, moment, deed) for each in time.times]
            late = time.how in _LAST or all(
                unsure or self._before(moment, each)
                for unsure, each in zip(told, time.times, strict=True)
            )
            return any(told) and late
        return isinstance(time, When) and self._is_unbound(moment, time.moment, deed)

    def _is_unbound(self, moment: Moment, other: Moment, deed: Norm | None) -> bool:
        """Tell whether nothing limits how long after a moment another may come.

        What who has to do the deed brings about may come in time, if they see to that.
        """
        step = self._schedule.steps.get(other.of)
        who = step.said.meanings[0].who.names if step is not None else ()
        own = bool(who) and deed is not None and deed.binds.issuperset(who)
        clocks = other in {CALENDAR, SIGNATURE}
        return not (own or clocks) and self._most(moment, other) is None

    def holds_when_due(self, norm: Norm, deed: Norm) -> bool:
        """Tell whether a norm holds on the day on which a deed is due, and later than that."""
        term, due = self.term(norm), self._schedule.steps[deed.number].given
        if not deed.provision.timing.due:
            return False
        left = self._schedule.after_all_time(term.opens, due)
        opens = term.by_itself or (left is not None and left >= 0)
        return opens and (term.closes == "never" or self._before(due, term.closes))

    def outlasts(self, norm: Norm, deed: Norm) -> bool:
        """Tell whether a norm has a term, which surely ends after a deed must have been done."""
        term, due = self.term(norm), self._schedule.steps[deed.number].given
        if not deed.provision.timing.due or self._is_empty(term):
            return False
        if term.closes == "never":
            return bool(norm.said.labels.ending(norm.provision.kind))
        return self._before(due, term.closes)

    def opens_after_due(self, norm: Norm, deed: Norm) -> bool:
        """Tell whether a norm surely begins to hold after a deed must have been done."""
        term, due = self.term(norm), self._schedule.steps[deed.number].given
        dated = norm.said.labels.stated("from", "on", "starts") and not self._is_empty(term)
        return dated and bool(deed.provision.timing.due) and self._no_later(due, term.opens)

    def begins_under(self, one: Norm, other: Norm) -> bool:
        """Tell whether what the one asks surely begins, or is done, while the other holds."""
        first, second = self.term(one), self.term(other)
        if not one.lasting:
            return self.holds_throughout(other, one)
        empty = self._is_empty(first) or self._is_empty(second)
        return not empty and self._opens_within(first, second)

    def _opens_within(self, late: Term, early: Term) -> bool:
        """Tell whether one surely begins to hold once the other does, and before it ends."""
        if not (early.by_itself or self._no_later(early.opens, late.opens)):
            return False
        opens, days = self._opening(late)
        return early.closes == "never" or self._before(opens, early.closes, days)

    def _opening(self, term: Term) -> tuple[Moment, float]:
        """Return from when on something surely holds: so many days at the most after a moment.

        What may be done after something may be so once that has come, though nobody has to.
        """
        norm, lines = term.norm, term.norm.starting
        if norm.kind == "permission" and [line.name for line in lines] == ["after"]:
            time = reckoned(lines[0].value, self._schedule.reckoner, norm.number)
            if isinstance(time, When) and not (norm.conditions or norm.licensed):
                return time.moment, time.most
        return term.opens, 0

    def shared(self, deed: Norm, norm: Norm) -> Overlap | None:
        """Tell how a deed shares time with a norm: one done once, if that holds all the while."""
        if deed.lasting:
            return self.overlap(deed, norm)
        return "always" if self.holds_throughout(norm, deed) else None

    def holds_throughout(self, norm: Norm, deed: Norm) -> bool:
        """Tell whether a norm surely holds whenever a deed may be begun that is done once."""
        lasting, once = self.term(norm), self.term(deed)
        opens = lasting.by_itself or self._no_later(lasting.opens, once.opens)
        if lasting.closes == "never" or not opens:
            return opens
        return self._before(Moment(deed.number, "begins"), lasting.closes)

    def _is_empty(self, term: Term) -> bool:
        """Tell whether it surely ends no later than it begins."""
        return self._is_over(term.closes, term.opens)

    def _is_over(self, closes: Close, moment: Moment) -> bool:
        """Tell whether an end surely comes no later than a moment."""

        def ends(closes: When) -> bool:
            most = self._most(moment, closes.moment)
            return most is not None and most + closes.most <= 0

        return _surely(closes, ends, of_one=_FIRST)

    def _before(self, moment: Moment, closes: Close, days: float = 0) -> bool:
        """Tell whether a moment comes, with so many days more, before the end.

        On the day of the end either may be first.
        """

        def ends_later(closes: When) -> bool:
            most = self._most(closes.moment, moment)
            if most == 0:
                most = -self._schedule.fewest_between(moment, closes.moment)
            return most is not None and most + days < closes.fewest

        return _surely(closes, ends_later, of_one=_LAST)

    def _no_later(self, one: Moment, other: Moment) -> bool:
        most = self._most(other, one)
        return most is not None and most <= 0

    def _most(self, one: Moment, other: Moment) -> int | None:
        """Return the most days by which the other can follow the one, None if nothing limits it."""
        if one == other:
            return 0
        return self._schedule.most_after(one, other)


_FIRST, _LAST = frozenset({"any", "earlier"}), frozenset({"all", "later"})


def _surely(closes: Close, tells: Callable[[When], bool], of_one: frozenset[str]) -> bool:
    """Tell whether something is true of an end: of several, if it is of one of them, or of all.

    The last of them is to come if one is, and the first is over if one is.
    """
    match closes:
        case When():
            return tells(closes)
        case Several():
            each = (_surely(time, tells, of_one) for time in closes.times)
            return any(each) if closes.how in of_one else all(each)
        case _:
            return False


def _most_between(norm: Norm) -> float:
    """Return the most days from one time to the next of what is owed again and again, else none.

    So many in a year may be at its beginning, and those of the next at its end.
    """
    if norm.kind != "duty":
        return 0
    times = [line.value for line in norm.said.labels.all("every", "quota")]
    return min(map(_most_apart, times), default=0)


def _most_apart(value: nodes.Value) -> float:
    if isinstance(value, nodes.Period):
        return days_meant(value)[1]
    quotas = [each for each in nodes.values_of(value) if isinstance(each, nodes.Quota)]
    return max((_TWO.get(each.per, inf) for each in quotas), default=inf)


_TWO = {"day": 2, "week": 14, "month": 62, "year": 731}
"""The most days of two of a kind in a row."""


def lacks_end(norm: Norm) -> bool:
    """Tell whether something is to last and the text does not say how long, nor `without limit`.

    What is renounced by the words themselves is renounced for good.
    """
    by_words = norm.provision.kind == "statement"
    return norm.lasting and not by_words and not norm.said.labels.ending(norm.provision.kind)

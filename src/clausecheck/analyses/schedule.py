"""The timetable of a text: what its labels bound, and whether all of it can be kept."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, product
from typing import TypeAlias

from attrs import field

from clausecheck.analyses import network
from clausecheck.analyses.moments import (
    CALENDAR,
    ENTRY,
    SIGNATURE,
    Moment,
    Reckoned,
    Reckoner,
    When,
    day_range,
    days_of,
)
from clausecheck.analyses.network import Limit
from clausecheck.model import nodes
from clausecheck.model.names import Declared
from clausecheck.model.reading import Labels, Reading, Said, default_start
from clausecheck.source import Span
from clausecheck.values import frozen


@frozen
class Cause:
    """What sets a limit: the words at a place in the sentence of that number, or the language.

    `at` is None for what holds of every step, as that it begins before it is complete.
    """

    number: str | None
    at: Span | None
    conditional: bool = False
    """Whether the limit holds only if something else happens."""


Bound: TypeAlias = Limit[Moment, Cause]


@frozen
class Choice:
    """Limits of which one set must hold: "later of", "or"."""

    options: tuple[tuple[Bound, ...], ...]
    cause: Cause


@frozen
class Step:
    """A sentence in the timetable.

    `kind` is that of its first provision; a `lasting` one is a prohibition, a permission, or a duty
    with a term.
    """

    number: str
    said: Said
    kind: str
    lasting: bool
    conditional: bool


@frozen
class Broken:
    """Limits that cannot all be kept, each beginning where the one before ends."""

    circle: tuple[Bound, ...]
    conditional: bool


@frozen(slots=False, eq=False)
class Schedule:
    """A text as limits on its moments."""

    steps: Mapping[str, Step]
    limits: tuple[Bound, ...]
    choices: tuple[Choice, ...]
    reckoner: Reckoner = field(repr=False)
    """Which knows the days of signature and entry into force, where the head gives them."""

    @cached_property
    def broken(self) -> tuple[Broken, ...]:
        """The chains that cannot be kept, each without a limit of another, in the order found."""
        return tuple(_broken(self.limits, self.choices))

    @cached_property
    def decided(self) -> bool:
        """Whether it could be told that all can be kept, or that something cannot."""
        return bool(self.broken) or self._kept is not None

    @cached_property
    def _kept(self) -> tuple[Bound, ...] | None:
        """The limits with one option of every choice, such that all can be kept, if known."""
        _, kept = _decide(self.limits, self.choices, [_TRIES])
        return kept

    @cached_property
    def windows(self) -> Mapping[Moment, Window]:
        """The first and last day of every moment, by the limits that hold whatever is chosen.

        Where some limits cannot be kept, those that make it so are left out.
        """
        firsts: dict[Moment, Day] = {}
        lasts: dict[Moment, Day] = {}
        for origin in (CALENDAR, SIGNATURE):
            for moment, day in self._network.earliest(origin).items():
                firsts.setdefault(moment, Day(origin, day))
            for moment, day in self._network.latest(origin).items():
                lasts.setdefault(moment, Day(origin, day))
        return {
            moment: Window(firsts.get(moment), lasts.get(moment)) for moment in {**firsts, **lasts}
        }

    @cached_property
    def _network(self) -> network.Network[Moment, Cause]:
        spoilt = {id(limit) for broken in self.broken for limit in broken.circle}
        return network.Network([each for each in self.limits if id(each) not in spoilt])

    @cached_property
    def _leading(self) -> Mapping[Moment, list[Bound]]:
        """The limits between steps by their earlier moments; `windows` tells of the common ones."""
        found: dict[Moment, list[Bound]] = {}
        for limit in self.limits:
            if limit.earlier not in _COMMON and limit.later not in _COMMON:
                found.setdefault(limit.earlier, []).append(limit)
        return found

    def orders(self, one: Moment, other: Moment) -> bool:
        """Tell whether the limits put one moment no later than the other."""
        days = self.longest(other, one)
        return days is not None and days <= 0

    def last(self, moment: Moment) -> Day | None:
        """Return the last day on which a moment can come, None where nothing sets one."""
        window = self.windows.get(moment)
        return window.last if window is not None else None

    def longest(self, one: Moment, other: Moment) -> int | None:
        """Return the most days by which the other can follow the one; None without a limit."""
        most = network.most_between(self._leading, one, other)
        first = self.windows[one].first if one in self.windows else None
        last = self.last(other)
        if first is not None and last is not None and first.origin == last.origin:
            between = last.days - first.days
            return between if most is None else min(between, most)
        return most

    def before(self, moment: Moment) -> frozenset[Moment]:
        """Return the moments that the limits put no later than this one."""
        found = self._network.latest(moment)
        return frozenset(each for each, days in found.items() if days <= 0)


_COMMON = frozenset({CALENDAR, SIGNATURE, ENTRY})


@frozen
class Day:
    """So many days after the calendar's first, where a date is known, or after signature."""

    origin: Moment
    days: int


@frozen
class Window:
    """The first and the last day on which a moment can come, None where nothing sets one."""

    first: Day | None
    last: Day | None


_TRIES = 64
"""Networks solved for the choices of one text before the rest count as undecided."""
_MOST_TOLD = 10


def analyse(reading: Reading) -> Schedule:
    """Return the timetable of a text: its operative clauses, its head and its events."""
    dates = _dates(reading)
    reckoner = Reckoner(reading.names, dates)
    maker = _Maker(reckoner)
    steps: dict[str, Step] = {}
    for clause in reading.clauses:
        for said in () if clause.preamble or clause.broken else clause.said:
            step = _step(said)
            if step is not None and step.number not in steps:
                steps[step.number] = step
                _limit_step(step, reading, maker)
    for event in reading.names.events.values():
        _limit_event(event, maker)
    maker.at_least(ENTRY, When(SIGNATURE), _LANGUAGE)
    _limit_entry(reading, maker)
    return Schedule(steps, tuple(maker.limits), tuple(maker.choices), reckoner)


_LANGUAGE = Cause(None, None)


class _Maker:
    """Gathers the limits that labels set."""

    def __init__(self, reckoner: Reckoner) -> None:
        self.reckoner = reckoner
        self.limits: list[Bound] = []
        self.choices: list[Choice] = []

    def at_least(self, moment: Moment, time: Reckoned, cause: Cause) -> None:
        """Put a moment no earlier than a time."""
        self._add(_no_earlier(moment, time, cause), cause)

    def at_most(self, moment: Moment, time: Reckoned, cause: Cause) -> None:
        """Put a moment no later than a time."""
        self._add(_no_later(moment, time, cause), cause)

    def at(self, moment: Moment, time: Reckoned, cause: Cause) -> None:
        """Put a moment at a time."""
        self.at_least(moment, time, cause)
        self.at_most(moment, time, cause)

    def _add(self, choices: list[list[tuple[Bound, ...]]], cause: Cause) -> None:
        for options in choices:
            if len(options) == 1:
                self.limits.extend(options[0])
            else:
                self.choices.append(Choice(tuple(options), cause))


def _no_earlier(moment: Moment, time: Reckoned, cause: Cause) -> list[list[tuple[Bound, ...]]]:
    """Return choices that must all be made, each between sets of limits."""
    if isinstance(time, When):
        return [[(Limit(moment, time.moment, -time.fewest, cause),)]] if time.firm else []
    found = [_no_earlier(moment, each, cause) for each in time.times]
    return _every(found) if time.how in {"all", "later"} else _either(found)


def _no_later(moment: Moment, time: Reckoned, cause: Cause) -> list[list[tuple[Bound, ...]]]:
    if isinstance(time, When):
        return [[(Limit(time.moment, moment, time.most, cause),)]]
    found = [_no_later(moment, each, cause) for each in time.times]
    return _every(found) if time.how in {"all", "earlier"} else _either(found)


def _every(found: list[list[list[tuple[Bound, ...]]]]) -> list[list[tuple[Bound, ...]]]:
    return [choice for choices in found for choice in choices]


def _either(found: list[list[list[tuple[Bound, ...]]]]) -> list[list[tuple[Bound, ...]]]:
    """Return one choice between all that the times bring; none if one of them bounds nothing."""
    options = [
        tuple(chain.from_iterable(picked)) for choices in found for picked in product(*choices)
    ]
    return [options] if all(found) else []


def _dates(reading: Reading) -> dict[Moment, datetime.date]:
    """Return the days of signature and entry into force that the head gives as whole dates."""
    found = {}
    for name, moment in (("date", SIGNATURE), ("entry into force", ENTRY)):
        label = reading.head.get(name)
        days = day_range(label.value) if label and isinstance(label.value, nodes.Date) else None
        if days is not None and days[0] == days[1]:
            found[moment] = datetime.date.fromordinal(days[0])
    return found


def _limit_entry(reading: Reading, maker: _Maker) -> None:
    label = reading.head.get("entry into force")
    for moment, day in maker.reckoner.known.items():
        line = reading.head.get("date" if moment == SIGNATURE else "entry into force")
        cause = Cause(None, line.span if line else None)
        maker.at(moment, When(CALENDAR, day.toordinal(), day.toordinal()), cause)
    if label is None or ENTRY in maker.reckoner.known:
        if label is None:
            maker.at(ENTRY, When(SIGNATURE), _LANGUAGE)
        return
    time = reckoned(label.value, maker.reckoner, "")
    if time is not None:
        maker.at(ENTRY, time, Cause(None, label.span))


def _limit_event(event: Declared, maker: _Maker) -> None:
    for label in event.labels:
        if label.name == "when":
            time = reckoned(label.value, maker.reckoner, event.name)
            if time is not None:
                maker.at(Moment(event.name), time, Cause(None, label.span))


def reckoned(value: nodes.Value, reckoner: Reckoner, own: str) -> Reckoned | None:
    """Return what a label's value comes to; None for no time, or one that cannot be told."""
    if isinstance(value, nodes.Bound):
        value = value.time
    if isinstance(value, nodes.Phrase):
        words = [getattr(part, "text", "") for part in value.parts]
        return reckoner.event(" ".join(words))
    if isinstance(
        value,
        (nodes.Date, nodes.ClauseState, nodes.Event, nodes.Own, nodes.Offset, nodes.Combined),
    ):
        return reckoner.reckon(value, own)
    return None


def _step(said: Said) -> Step | None:
    """Return a sentence as a step; None for one that says nothing, or that has lapsed."""
    if not said.meanings or _is_over(said.labels):
        return None
    kind = said.meanings[0].kind
    labels = said.labels
    lasts = kind in {"prohibition", "permission", "exemption"} or any(
        labels.stated(name) for name in ("from", "until", "for", "every", "quota")
    )
    conditional = labels.stated("if") or labels.stated("unless") or kind == "permission"
    return Step(said.number, said, kind, lasts, conditional)


def _is_over(labels: Labels) -> bool:
    """Tell whether the reviewer calls it suspended or ended."""
    return any(
        review.state in {"suspended", "ended"}
        for label in labels.all("reviewer")
        for review in _reviews(label)
    )


def _reviews(label: nodes.Label) -> Iterator[nodes.Review]:
    values = label.value.values if isinstance(label.value, nodes.Listed) else (label.value,)
    return (value for value in values if isinstance(value, nodes.Review))


_NOT_BEFORE = ("after", "if")
_NOT_AFTER = ("by", "before")


def _limit_step(step: Step, reading: Reading, maker: _Maker) -> None:
    number, labels = step.number, step.said.labels
    begins, complete = Moment(number, "begins"), Moment(number, "is complete")
    verified = Moment(number, "is verified")
    maker.at_least(complete, When(begins), _LANGUAGE)
    maker.at_least(verified, When(begins if step.lasting else complete), _LANGUAGE)
    maker.at_least(Moment(number, "is breached"), When(begins), _LANGUAGE)
    done = begins if step.lasting else complete
    for label in labels.lines:
        cause = Cause(number, label.span, step.conditional)
        time = reckoned(label.value, maker.reckoner, number)
        if label.name == "reviewer":
            for review in _reviews(label):
                _limit_done(complete, review, maker, cause)
        elif label.name == "for" and isinstance(label.value, nodes.Period):
            fewest, most = days_of(label.value)
            maker.at(complete, When(begins, fewest, most), cause)
        elif time is None:
            continue
        elif label.name in _NOT_BEFORE:
            maker.at_least(begins, time, cause)
        elif label.name in _NOT_AFTER:
            maker.at_most(done, time, cause)
        elif label.name == "on":
            maker.at_least(begins, time, cause)
            maker.at_most(done, time, cause)
        elif label.name == "until":
            maker.at_most(complete, time, cause)
        elif label.name in {"together with", "from"}:
            maker.at(begins, time, cause)
        elif label.name == "starts":
            _limit_start(begins, label.value, time, maker, cause)
    if not any(_sets_the_start(label) for label in labels.lines):
        early = any(_counts_from_before(label, number, maker.reckoner) for label in labels.lines)
        start = When(SIGNATURE if early else Moment(default_start(reading.head)))
        maker.at_least(begins, start, _LANGUAGE)
        if step.kind == "prohibition":
            maker.at_most(begins, start, _LANGUAGE)


def _counts_from_before(label: nodes.Label, number: str, reckoner: Reckoner) -> bool:
    """Tell whether a step is due by a date or by a time after signature, whatever the entry."""
    if label.name not in _NOT_AFTER:
        return False
    time = reckoned(label.value, reckoner, number)
    return isinstance(time, When) and time.moment in {CALENDAR, SIGNATURE}


_SETTING_THE_START = frozenset({"after", "together with", "from", "on", "in parallel with"})


def _sets_the_start(label: nodes.Label) -> bool:
    """Tell whether a label says from when on a step may begin, and not only by when it must."""
    by = isinstance(label.value, nodes.Bound) and label.value.relation == "by"
    return label.name in _SETTING_THE_START or (label.name == "starts" and not by)


def _limit_start(
    begins: Moment, value: nodes.Value, time: Reckoned, maker: _Maker, cause: Cause
) -> None:
    if isinstance(value, nodes.Bound) and value.relation == "by":
        maker.at_most(begins, time, cause)
    else:
        maker.at(begins, time, cause)


def _limit_done(complete: Moment, review: nodes.Review, maker: _Maker, cause: Cause) -> None:
    if review.state == "done" and review.date is not None:
        days = day_range(review.date)
        if days is not None:
            maker.at(complete, When(CALENDAR, *days), cause)


def _broken(limits: Sequence[Bound], choices: Sequence[Choice]) -> Iterator[Broken]:
    """Yield chains that cannot be kept, leaving each one's last stated limit out for the next."""
    left = list(limits)
    for _ in range(_MOST_TOLD):
        circle, _kept = _decide(left, choices, [_TRIES])
        if not circle:
            return
        yield Broken(circle, any(limit.cause.conditional for limit in circle))
        stated = {limit.cause for limit in circle if limit.cause.at is not None}
        left = [each for each in left if each.cause not in stated]


def _decide(
    limits: Sequence[Bound], choices: Sequence[Choice], tries: list[int]
) -> tuple[tuple[Bound, ...], tuple[Bound, ...] | None]:
    """Return a chain that cannot be kept whatever is chosen, or limits that can all be kept.

    Neither where it could not be decided within the tries that are left.
    """
    tries[0] -= 1
    if tries[0] < 0:
        return (), None
    verdict = network.solve(limits)
    if verdict.moments is None:
        return verdict.circle, None
    days = verdict.moments
    unmet = next((each for each in choices if not _is_met(each, days)), None)
    if unmet is None:
        return (), tuple(limits)
    rest = [each for each in choices if each is not unmet]
    circle: tuple[Bound, ...] = ()
    for option in unmet.options:
        circle, kept = _decide((*limits, *option), rest, tries)
        if not circle:
            return (), kept
    return circle, None


def _is_met(choice: Choice, days: Mapping[Moment, int]) -> bool:
    return any(
        all(days.get(each.later, 0) - days.get(each.earlier, 0) <= each.days for each in option)
        for option in choice.options
    )

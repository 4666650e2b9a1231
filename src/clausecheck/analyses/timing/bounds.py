"""What the labels of a text bound: how many days one moment may come after another."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, product
from typing import TypeAlias

from attrs import field

from clausecheck.analyses.timing import clocks, in_force, known_days
from clausecheck.analyses.timing.bodies import (
    Needed,
    certified,
    ending_bodies,
    founded,
    needed,
    set_up,
)
from clausecheck.analyses.timing.by_themselves import keeps_up
from clausecheck.analyses.timing.limits import Limit
from clausecheck.analyses.timing.moments import (
    CALENDAR,
    COMMON,
    ENTRY,
    SIGNATURE,
    Moment,
    Reckoned,
    Reckoner,
    Several,
    When,
)
from clausecheck.analyses.timing.months import Counted
from clausecheck.analyses.timing.procedures import following
from clausecheck.analyses.timing.saying_when import (
    FREE_OR_BARRED,
    done_on,
    end_of_term,
    hangs_on_a_step,
    has_term,
    holding_until,
    lasts,
    reckoned,
    reviews,
    sets_the_start,
)
from clausecheck.analyses.timing.steps import Step
from clausecheck.model import nodes
from clausecheck.model.names import Declared, Names
from clausecheck.model.reading import Labels, Reading, Said, default_start
from clausecheck.model.walk import every, walk
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
    slack: int = field(default=0, eq=False)
    """By how many days it may be tighter: months that count from no date have no one length."""
    months: bool = field(default=False, eq=False)
    """Whether the text counts it in months or years."""

    @property
    def place(self) -> Span:
        """Where the words stand; only what a text states is asked."""
        assert self.at is not None  # noqa: S101 - what the language says is told of nothing
        return self.at


Bound: TypeAlias = Limit[Moment, Cause]

_LANGUAGE = Cause(None, None)


@frozen
class Choice:
    """Limits of which one set must hold: "later of", "or"."""

    options: tuple[tuple[Bound, ...], ...]
    cause: Cause


@frozen
class Bounds:
    """All that a text bounds, and whatever is needed to reckon its times."""

    steps: dict[str, Step]
    limits: tuple[Bound, ...]
    choices: tuple[Choice, ...]
    reckoner: Reckoner


def analyse(reading: Reading) -> Bounds:
    """Return what the operative clauses of a text bound, its head and its events."""
    known: dict[Moment, datetime.date] = {}
    memo, start = reading.memo, default_start(reading.head)
    zones = clocks.others(reading)
    reckoner = Reckoner(reading.names, known, zones)
    known_days.learn(reading, reckoner, known)
    maker = _Maker(reckoner)
    hung_on = reading.names, memo.same("days", (tuple(known.items()), zones))
    steps: dict[str, Step] = {}
    for clause in reading.whole_clauses:
        for said in clause.said:
            step = memo.of(_step, said)
            if step is not None and step.number not in steps:
                steps[step.number] = step
                # Only the lines of a step hang on days and on other clauses.
                others = hung_on if said.labels.lines else (None, None)
                from_ = SIGNATURE.of if in_force.brings_in_force(said) else start
                maker.add(*memo.of(_limits_of, step, from_, *others, beside=(reckoner,)))
    for verified, by, line in verifying(steps, reading.names):
        looked, cause = When(steps[by].given), Cause(by, line.span)
        maker.at_least(Moment(verified, "is verified"), looked, cause)
    for by, seen, line in looks(steps, reading.names):
        maker.at_least(Moment(by, "is complete"), When(seen), Cause(by, line.span))
    for each in following(steps.values()):
        before, cause = When(Moment(each.before, "begins")), Cause(each.number, each.at)
        maker.at_least(Moment(each.number, "begins"), before, cause)
    _limit_bodies(reading, steps, maker)
    for event in reading.names.events.values():
        _limit_event(event, maker)
    maker.at_least(ENTRY, When(SIGNATURE), _LANGUAGE)
    _limit_entry(reading, maker)
    _limit_ratification(reading, steps, maker)
    return Bounds(steps, tuple(maker.limits), tuple(maker.choices), reckoner)


# ── Limits ───────────────────────────────────────────────────────────────────────────────────────


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
        self.within(moment, moment, time, cause)

    def within(self, first: Moment, last: Moment, time: Reckoned, cause: Cause) -> None:
        """Put one moment no earlier than a time and another no later; of several, than the same."""
        if isinstance(time, Several) and time.how == "any":
            found = [_within(first, last, each, cause) for each in time.times]
            self._add(_either(found), cause)
        else:
            self._add(_within(first, last, time, cause), cause)

    def add(self, limits: Iterable[Bound], choices: Iterable[Choice]) -> None:
        """Take what a step has."""
        self.limits.extend(limits)
        self.choices.extend(choices)

    def _add(self, choices: _Choices, cause: Cause) -> None:
        for options in choices:
            if len(options) == 1:
                self.limits.extend(options[0])
            else:
                self.choices.append(Choice(tuple(options), cause))


_Choices: TypeAlias = list[list[tuple[Bound, ...]]]
"""Choices that must all be made, each between sets of limits."""


def _no_earlier(moment: Moment, time: Reckoned, cause: Cause) -> _Choices:
    if isinstance(time, When):
        counted = Counted(time.shortest, turned=True) if time.shortest is not None else None
        limit = Limit(moment, time.moment, -time.fewest, cause, counted)
        return [[(limit,)]] if time.firm else []
    found = [_no_earlier(moment, each, cause) for each in time.times]
    return _every(found) if time.how in {"all", "later"} else _either(found)


def _no_later(moment: Moment, time: Reckoned, cause: Cause) -> _Choices:
    if isinstance(time, When):
        if not time.ends:
            return []
        counted = Counted(time.longest, turned=False) if time.longest is not None else None
        return [[(Limit(time.moment, moment, time.most, cause, counted),)]]
    found = [_no_later(moment, each, cause) for each in time.times]
    return _every(found) if time.how in {"all", "earlier"} else _either(found)


def _within(first: Moment, last: Moment, time: Reckoned, cause: Cause) -> _Choices:
    return [*_no_earlier(first, time, cause), *_no_later(last, time, cause)]


def _every(found: list[_Choices]) -> _Choices:
    return [choice for choices in found for choice in choices]


def _either(found: list[_Choices]) -> _Choices:
    """Return one choice between all that the times bring; none if one of them bounds nothing.

    Times in times are those of a clause with several sentences, and nest no deeper: there are never
    more options than times.
    """
    ways = (picked for choices in found for picked in product(*choices))
    return [[tuple(chain.from_iterable(way)) for way in ways]] if all(found) else []


# ── The bodies, the head and the events ──────────────────────────────────────────────────────────


def _limit_bodies(reading: Reading, steps: Mapping[str, Step], maker: _Maker) -> None:
    """Put bodies where their lines do, and after that what they alone do or verify."""
    names: set[str] = set()
    for each in founded(reading, steps):
        names.add(each.name)
        line, body = each.line, set_up(each.name)
        complete = When(Moment(each.by or "", "is complete"))
        time = reckoned(line.value, maker.reckoner, "") if line is not None else complete
        put = maker.at_most if each.loosely else maker.at
        if time is not None:
            put(body, time, Cause(None, each.at))
    for name, line in ending_bodies(reading):
        over = reckoned(line.value, maker.reckoner, "")
        if over is not None:
            maker.at(Moment(name, "is no more"), over, Cause(None, line.span))
    for hangs in hanging_on_bodies(reading, steps, names):
        cause = Cause(hangs.number, hangs.at)
        maker.at_least(hangs.moment, When(set_up(hangs.body)), cause)


def _limit_entry(reading: Reading, maker: _Maker) -> None:
    for name, moment in (("date", SIGNATURE), ("entry into force", ENTRY)):
        label = reading.head.get(name)
        time = reckoned(label.value, maker.reckoner, "") if label is not None else None
        if label is not None and time is not None:
            maker.at(moment, time, Cause(None, label.span))
        elif label is None and moment == ENTRY:
            maker.at(moment, When(SIGNATURE), _LANGUAGE)


def _limit_ratification(reading: Reading, steps: Mapping[str, Step], maker: _Maker) -> None:
    """Put the ratification after signature, and with the last of those that clauses ask for."""
    for ratified in in_force.ratifications(reading):
        maker.at_least(ratified.moment, When(SIGNATURE), _LANGUAGE)
        by = [said for said in ratified.by if said.number in steps]
        done = tuple(When(Moment(said.number, "is complete")) for said in by)
        for said, time in zip(by, done, strict=True):
            maker.at_least(ratified.moment, time, Cause(None, said.sentence.span))
        if ratified.whole and len(by) == len(ratified.by):
            cause = Cause(None, by[-1].sentence.span)
            maker.at_most(ratified.moment, Several("later", done), cause)


def _limit_event(event: Declared, maker: _Maker) -> None:
    """Put an event when its line says; what else may bring it about may do so before."""
    put = maker.at_most if Labels(event.labels).stated("otherwise") else maker.at
    for label in event.labels:
        if label.name == "when":
            time = reckoned(label.value, maker.reckoner, event.name)
            if time is not None:
                cause = Cause(None, label.span, months=_counts_in_months(label))
                put(Moment(event.name), time, cause)


# ── The steps ────────────────────────────────────────────────────────────────────────────────────


def _step(said: Said) -> Step | None:
    """Return a sentence as a step; None for one that says nothing, or that has lapsed."""
    if not said.meanings or _is_over(said.labels):
        return None
    kind, labels = said.meanings[0].kind, said.labels
    holds = kind in FREE_OR_BARRED or lasts(labels) or keeps_up(said)
    conditional = kind == "permission" or labels.stated("if", "unless")
    return Step(said.number, said, kind, holds, conditional)


def verifying(steps: Mapping[str, Step], names: Names) -> Iterator[tuple[str, str, nodes.Label]]:
    """Yield the steps that one other alone verifies, with its number and the line that says so."""
    for number, by in verifying_each(steps, names).items():
        step = steps.get(number)
        alone = len(by) == 1 and by[0][0] != number
        if alone and step is not None and not step.said.labels.all("verified by"):
            yield number, *by[0]


def verifying_each(
    steps: Mapping[str, Step], names: Names
) -> Mapping[str, Sequence[tuple[str, nodes.Label]]]:
    """Return by number the steps that verify others, with the lines that say so."""
    found: dict[str, list[tuple[str, nodes.Label]]] = {}
    for step in steps.values():
        for line in step.said.labels.all("verifies"):
            for node in walk(line.value):
                if isinstance(node, nodes.Reference) and node.instrument is None:
                    for number in names.between(node.number, node.last):
                        found.setdefault(number, []).append((step.number, line))
    return found


def hanging_on_bodies(
    reading: Reading, steps: Mapping[str, Step], names: Collection[str]
) -> Iterator[Needed]:
    """Yield all that hangs on bodies: what they do, consent to, judge, verify or certify."""
    yield from needed(steps, names, verifying_each(steps, reading.names))
    yield from certified(reading.names.events.values(), names)


def looks(steps: Mapping[str, Step], names: Names) -> Iterator[tuple[str, Moment, nodes.Label]]:
    """Yield each single look by its number, with what is to be there by then, and the line.

    A look that was made is to wait for nothing, and who only begins to look goes on.
    """
    for number, lookers in verifying_each(steps, names).items():
        verified = steps.get(number)
        for by, line in lookers if verified is not None else ():
            look = steps[by]
            goes_on = look.lasting or look.done or _begins_to_look(look)
            if verified is not None and by != number and not goes_on:
                yield by, verified.given, line


def _begins_to_look(look: Step) -> bool:
    deeds = (deed for meaning in look.said.meanings for deed in meaning.deeds)
    return any(deed.act is not None and "begin" in deed.act.wider for deed in deeds)


def _is_over(labels: Labels) -> bool:
    """Tell whether the reviewer calls it suspended or ended."""
    return any(review.state in {"suspended", "ended"} for review in reviews(labels))


_NOT_AFTER = ("by", "before")


def _limits_of(
    step: Step,
    start: str,
    _names: Names | None,
    _days: object,
    reckoner: Reckoner,
) -> tuple[tuple[Bound, ...], tuple[Choice, ...]]:
    """Return the limits of a step and its choices between limits, as names and days would have it.

    Those are what the reckoner reckons by.
    """
    maker = _Maker(reckoner)
    _limit_step(step, start, maker)
    return tuple(maker.limits), tuple(maker.choices)


def _limit_step(step: Step, start: str, maker: _Maker) -> None:
    number, labels = step.number, step.said.labels
    begins, complete = Moment(number, "begins"), Moment(number, "is complete")
    verified = Moment(number, "is verified")
    maker.at_least(complete, When(begins), _LANGUAGE)
    maker.at_least(verified, When(begins if step.lasting else complete), _LANGUAGE)
    maker.at_least(Moment(number, "is breached"), When(begins), _LANGUAGE)
    done = done_on(labels)
    if done is not None:
        at = labels.all("reviewer")[0].span
        maker.at(complete, When(CALENDAR, *done), Cause(number, at, step.conditional))
        return
    ending = labels.ending(step.kind)
    for label in labels.lines:
        if label.name in {"for", "quota"}:
            ends = end_of_term(label.value, begins, maker.reckoner)
            if ends is not None:
                maker.at(complete, ends, _cause(step, label))
        else:
            time = reckoned(label.value, maker.reckoner, number)
            if time is not None:
                _limit_by(label, time, step, maker, _cause(step, label, slack=_slack(label, time)))
    if not any(sets_the_start(label) for label in labels.lines):
        dues = [label for label in labels.all(*_NOT_AFTER) if label not in ending]
        early = any(_counts_from_before(label, number, maker.reckoner) for label in dues)
        first = When(SIGNATURE if early else Moment(start))
        maker.at_least(begins, first, _LANGUAGE)
        if step.holds_by_itself and not (
            labels.stated("in parallel with") or hangs_on_a_step(labels)
        ):
            maker.at_most(begins, first, _LANGUAGE)
        if step.done_by_words:
            maker.at_most(complete, first, _LANGUAGE)


def _cause(step: Step, label: nodes.Label, slack: int = 0) -> Cause:
    months = _counts_in_months(label)
    return Cause(step.number, label.span, step.conditional, months=months, slack=slack)


def _counts_in_months(label: nodes.Label) -> bool:
    periods = (node for node in walk(label.value) if isinstance(node, nodes.Period))
    return any(period.unit in {"month", "year"} for period in periods)


def _slack(label: nodes.Label, time: Reckoned) -> int:
    """Return by how many days a time may be tighter; a bound leaves its days to be chosen."""
    if any(period.qualifier for period in every(nodes.Period, label.value)):
        return 0
    if isinstance(time, When):
        return time.most - time.fewest if time.firm else 0
    return max((_slack(label, each) for each in time.times), default=0)


def _limit_by(label: nodes.Label, time: Reckoned, step: Step, maker: _Maker, cause: Cause) -> None:
    """Set the limits of one line that says a time."""
    number, labels = step.number, step.said.labels
    begins, complete = Moment(number, "begins"), Moment(number, "is complete")
    until = label in holding_until(labels, step.kind)
    match label.name:
        case "by" | "before" | "until" if label in labels.ending(step.kind):
            # What it waits for may come before it begins, and is not put off by that.
            if not (until and _begins_by_a_line(labels)) or _is_on_a_day(time, maker.reckoner):
                maker.at_most(complete, time, cause)
            if until and not has_term(labels):
                maker.at_least(complete, time, cause)
        case "after" | "if":
            maker.at_least(begins, time, cause)
        case "by" | "before":
            maker.at_most(step.given, time, cause)
        case "on":
            maker.within(begins, step.given, time, cause)
            if until:
                maker.at(complete, time, cause)
        case "verification ends":
            maker.at(Moment(number, "is no longer verified"), time, cause)
        case "together with" | "from":
            maker.at(begins, time, cause)
        case "starts" if isinstance(label.value, nodes.Bound) and label.value.relation == "by":
            maker.at_most(begins, time, cause)
        case "starts":
            maker.at(begins, time, cause)
        case _:
            pass  # a target, and what goes loosely beside something, bind nothing


_BEGINNING = ("from", "starts", "on")


def _begins_by_a_line(labels: Labels) -> bool:
    """Tell whether a line says from when it holds, be that after it should have ended."""
    return bool(labels.all(*_BEGINNING))


def _is_on_a_day(time: Reckoned, reckoner: Reckoner) -> bool:
    """Tell whether it counts from what comes on a known day, or from what all of a text does."""
    if isinstance(time, Several):
        return all(_is_on_a_day(each, reckoner) for each in time.times)
    return time.moment in COMMON or time.moment in reckoner.known


def _counts_from_before(label: nodes.Label, number: str, reckoner: Reckoner) -> bool:
    """Tell whether a step is due by a date, by a time after signature, or before the entry."""
    time = reckoned(label.value, reckoner, number)
    return time is not None and _is_from_before(time)


def _is_from_before(time: Reckoned) -> bool:
    """Tell whether a last time may come before the entry; of several the one that counts."""
    if isinstance(time, Several):
        return (any if time.how == "earlier" else all)(map(_is_from_before, time.times))
    return time.moment in {CALENDAR, SIGNATURE} or (time.moment == ENTRY and time.most <= 0)

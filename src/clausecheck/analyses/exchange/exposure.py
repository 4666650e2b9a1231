"""What each side has given and cannot take back while what it gets for it is still open.

Each side is taken to use all the time the text allows it: it gives on the last day on which it
must, and receives on the last on which the other must. What it stands to lose in between is the
price of trusting the text. No forecast is made of what anybody will do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from clausecheck.analyses.exchange.answers import Answer, Gap, Gaps, if_never_answered
from clausecheck.analyses.exchange.hanging import Hanging
from clausecheck.analyses.inspection.detection import Detection
from clausecheck.analyses.timing.moments import Moment
from clausecheck.analyses.timing.schedule import Day, Schedule
from clausecheck.analyses.timing.undoing import TimeToUndo, time_to_undo
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary


@frozen
class Exposure:
    """A step given while its answer is open."""

    party: str
    answer: Answer
    gap: Gap
    """How long the answer is open while the step is given, and not only how much later it comes."""
    undo: TimeToUndo
    term: int | None = None
    """The days after which the step's own term is over, where the answer can come after that."""
    lasts: int | None = None
    """The days after which it is over by itself, where they are known."""
    hanging: Hanging | None = None
    """On what the answer hangs, which may never come: then the gap is told as of one that fails."""
    given_on: Hanging | None = None
    """On what the step itself hangs, so that it need never be given."""

    def ends_within(self, days: int) -> bool:
        """Tell whether the step is over by itself in so many days."""
        return self.lasts is not None and self.lasts <= days

    def holds(self, within: int) -> bool | None:
        """Tell whether the step is not over, nor taken back, in so many days; None if not known."""
        if self.ends_within(within):
            return False
        can = self.undo.within(within)
        return None if can is None else not can


def exposures(
    opened: Gaps,
    schedule: Schedule,
    vocabulary: Vocabulary,
    hanging: Mapping[Answer, Hanging],
    given_on: Mapping[str, Hanging],
) -> tuple[Exposure, ...]:
    """Return what each side is exposed to, in text order; nobody is where the answer is first.

    An answer that hangs on a condition, or on a choice, may never come, whatever its day.
    `given_on` tells by number which steps need never be given.
    """
    if schedule.broken:
        return ()
    pairs = sorted(dict.fromkeys((*opened, *hanging)), key=lambda pair: pair.given.counted)
    return tuple(
        Exposure(
            party,
            pair,
            gap,
            time_to_undo(pair.given, vocabulary),
            term,
            lasts,
            hangs,
            given_on.get(pair.given.number),
        )
        for pair in pairs
        for whole, hangs in _open(pair, opened, hanging, schedule)
        for lasts in (_lasts(pair, schedule),)
        for gap, term in (_while_given(pair, whole, lasts, schedule),)
        if gap.days != 0
        for party in pair.given_by
    )


def _open(
    pair: Answer, opened: Gaps, hanging: Mapping[Answer, Hanging], schedule: Schedule
) -> Iterator[tuple[Gap, Hanging | None]]:
    """Yield how long an answer can be open while the step is given, if it can."""
    failing = if_never_answered(pair, schedule) if pair in hanging else None
    if failing is not None:
        yield failing, hanging[pair]
    elif pair in opened:
        yield opened[pair], None


def _lasts(pair: Answer, schedule: Schedule) -> int | None:
    """Return the days after which a step is over by itself, if any are known."""
    step = schedule.steps[pair.given.number]
    if not step.lasting:
        return None
    ends = Moment(step.number, "is complete")
    known = (schedule.after_all_time(step.given, ends), schedule.most_after(step.given, ends))
    return min((each for each in known if each is not None), default=None)


def _while_given(
    pair: Answer, gap: Gap, lasts: int | None, schedule: Schedule
) -> tuple[Gap, int | None]:
    """Return how long the answer is open while the step is given, and the term that may end that.

    Once the term of a freeze is over, nothing is left that could be taken back.
    """
    if lasts is None or (gap.days is not None and gap.days <= lasts):
        return gap, None
    told = gap.days is not None or gap.ends is None
    ends = schedule.last(Moment(pair.given.number, "is complete"))
    return Gap(lasts, gap.begins, ends) if told else gap, lasts


_Window: TypeAlias = tuple[int, int | None]
"""The first day on which a step is given and, if any, that on which it is answered."""


@frozen
class Worst:
    """The worst of one side's exposure: its longest window, and the day on which most is open."""

    party: str
    longest: Exposure
    day: Day | None
    """None where the text sets no days."""
    open: tuple[Exposure, ...]


def worst(found: Sequence[Exposure], within: int) -> tuple[Worst, ...]:
    """Return for each party that is exposed the worst of what it cannot take back, or may not."""
    by_party: dict[str, list[Exposure]] = {}
    for each in found:
        if each.holds(within) is not False:
            by_party.setdefault(each.party, []).append(each)
    return tuple(_worst(party, every) for party, every in by_party.items())


def _worst(party: str, every: Sequence[Exposure]) -> Worst:
    longest = max(every, key=lambda each: _length(each.gap))
    by_origin: dict[Moment, list[Exposure]] = {}
    for each in every:
        if each.gap.begins is not None:
            by_origin.setdefault(each.gap.begins.origin, []).append(each)
    peaks = [
        (count, Day(origin, day))
        for origin, dated in by_origin.items()
        for count, day in [_peak(_of_steps(dated))]
    ]
    if not peaks:
        return Worst(party, longest, None, (longest,))
    _, day = max(peaks, key=lambda peak: peak[0])
    windows = ((each, _window(each)) for each in by_origin[day.origin])
    now = (
        each
        for each, (begins, ends) in windows
        if begins <= day.days and (ends is None or day.days < ends)
    )
    return Worst(party, longest, day, tuple(now))


def _length(gap: Gap) -> tuple[bool, bool, int]:
    """Return what is longer for what is longer: without end, of a length not told, of more days."""
    endless = gap.days is None and gap.ends is None
    return endless, gap.days is None, gap.days or 0


def _of_steps(dated: Sequence[Exposure]) -> Sequence[_Window]:
    """Return the windows of the steps given, each open until the last of its answers has come."""
    found: dict[str, _Window] = {}
    for each in dated:
        begins, ends = _window(each)
        number = each.answer.given.number
        _, known = found.setdefault(number, (begins, ends))
        found[number] = begins, None if ends is None or known is None else max(ends, known)
    return tuple(found.values())


def _window(each: Exposure) -> _Window:
    begins = each.gap.begins
    assert begins is not None  # noqa: S101 - only those with a day are asked
    days = each.gap.days if each.term is None else each.term
    return begins.days, None if days is None else begins.days + days


def _peak(windows: Sequence[_Window]) -> tuple[int, int]:
    """Return how many windows are open at once at the most, and the first day on which they are."""
    changes = sorted(
        change
        for begins, ends in windows
        for change in ((begins, 1), *(((ends, -1),) if ends is not None else ()))
    )
    best, now = (0, changes[0][0]), 0
    for day, change in changes:
        now += change
        if now > best[0]:
            best = now, day
    return best


@frozen
class Hinge:
    """A time to undo that the text does not give, and on which a verdict hangs.

    The verdict changes where it is more than `days`; `flips` where what is assumed leaves room for
    that, or where nothing is known.
    """

    number: str
    what: str
    undo: TimeToUndo
    days: int
    flips: bool


def hinges(
    found: Sequence[Exposure], watched: Sequence[Detection], within: int
) -> tuple[Hinge, ...]:
    """Return the times that are assumed or not known, and would change a verdict if they differed.

    One for each step and verdict, in text order.
    """
    every = (*_of_exposures(found, within), *_of_detection(watched))
    return tuple(dict.fromkeys(every))


def _of_exposures(found: Sequence[Exposure], within: int) -> Iterator[Hinge]:
    for each in found:
        if each.undo.by in {"assumed", "unknown"} and not each.ends_within(within):
            number = each.answer.given.number
            yield Hinge(number, "exposure", each.undo, within, each.holds(within) is None)


def _of_detection(watched: Sequence[Detection]) -> Iterator[Hinge]:
    for each in watched:
        if each.undo.by in {"assumed", "unknown"} and each.found is not None:
            days = each.undo.days
            stated = each.stated.days
            flips = days is None or days[0] < stated <= days[1]
            yield Hinge(each.provision.number, "verification", each.undo, stated, flips)

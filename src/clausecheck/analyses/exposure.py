"""What each side has given and cannot take back while what it gets for it is still open.

Each side is taken to use all the time the text allows it: it gives on the last day on which it
must, and receives on the last on which the other must. What it stands to lose in between is the
price of trusting the text. No forecast is made of what anybody will do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from clausecheck.analyses.moments import Moment
from clausecheck.analyses.schedule import Day, Schedule
from clausecheck.analyses.ties import named_by, one_a_sentence
from clausecheck.analyses.undoing import TimeToUndo, time_to_undo
from clausecheck.analyses.waiting import Waiting
from clausecheck.model.reading import Provision, Reading
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary


@frozen
class Answer:
    """A step of one side and the step of the other that answers it; `said` where the text says so.

    Without `said` the text has the one wait for the other, and so makes it the first.
    """

    given: Provision
    gained: Provision
    said: bool


@frozen
class Exposure:
    """A step given while its answer is open.

    `days` is the longest that can last, None where no limit ends it; `begins` and `ends` are the
    days on which it does so where the text sets them, counted from one moment.
    """

    party: str
    answer: Answer
    days: int | None
    undo: TimeToUndo
    begins: Day | None = None
    ends: Day | None = None

    def holds(self, within: int) -> bool | None:
        """Tell whether the step cannot be taken back within so many days; None if not known."""
        can = self.undo.within(within)
        return None if can is None else not can


def answers(reading: Reading, waiting: Waiting) -> tuple[Answer, ...]:
    """Return which step answers which, each pair in both directions where the text exchanges them.

    In text order of the steps given.
    """
    first = {each.number: each for each in one_a_sentence(reading.provisions) if _is_step(each)}
    found: dict[tuple[str, str], Answer] = {}
    for number, provision in first.items():
        for other in named_by(provision, reading, "in return for", "mirrors"):
            for one, two in ((number, other), (other, number)):
                _add(found, first, one, two, said=True)
    for wait in waiting.waits:
        if wait.cause is not None and wait.cause.number is not None:
            for moment in wait.on:
                if (wait.cause.number, moment.of) not in found:
                    _add(found, first, moment.of, wait.cause.number, said=False)
    places = {number: place for place, number in enumerate(first)}
    return tuple(
        sorted(found.values(), key=lambda each: (places[each.given.number], not each.said))
    )


def _is_step(provision: Provision) -> bool:
    return provision.kind in {"duty", "prohibition", "statement"} and bool(_sides(provision))


def _sides(provision: Provision) -> frozenset[str]:
    return frozenset(provision.meaning.who.names)


def _add(
    found: dict[tuple[str, str], Answer],
    first: Mapping[str, Provision],
    one: str,
    other: str,
    *,
    said: bool,
) -> None:
    given, gained = first.get(one), first.get(other)
    if given is None or gained is None or _sides(given) & _sides(gained):
        return
    found.setdefault((one, other), Answer(given, gained, said))


def exposures(
    vocabulary: Vocabulary, schedule: Schedule, pairs: Sequence[Answer]
) -> tuple[Exposure, ...]:
    """Return what each side is exposed to, in text order; nobody is where the answer is first."""
    if schedule.broken:
        return ()
    found: list[Exposure] = []
    for pair in pairs:
        window = _open_for(pair, schedule)
        if window is not None:
            days, begins, ends = window
            undo = time_to_undo(pair.given, vocabulary)
            found.extend(
                Exposure(party, pair, days, undo, begins, ends)
                for party in pair.given.meaning.who.names
            )
    return tuple(found)


_Open = tuple[int | None, Day | None, Day | None]


def _open_for(pair: Answer, schedule: Schedule) -> _Open | None:
    """Return how long the answer can stay open once the step is done, and when; None if it cannot.

    A step that nobody need take before its answer exposes nobody.
    """
    given = _done(pair.given, schedule)
    gained = _done(pair.gained, schedule)
    if given is None or gained is None or _comes_first(gained, pair, schedule):
        return None
    begins, ends = schedule.last(given), schedule.last(gained)
    gap = schedule.longest(given, gained)
    if begins is not None and ends is not None and begins.origin == ends.origin:
        between = ends.days - begins.days
        gap = between if gap is None else min(between, gap)
    elif begins is None and not _waits(pair, schedule):
        return None
    else:
        ends = None
    return None if gap is not None and gap <= 0 else (gap, begins, ends)


def _done(provision: Provision, schedule: Schedule) -> Moment | None:
    """Return the moment at which a step is given: a lasting one when it begins."""
    step = schedule.steps.get(provision.number)
    if step is None:
        return None
    return Moment(provision.number, "begins" if step.lasting else "is complete")


def _comes_first(gained: Moment, pair: Answer, schedule: Schedule) -> bool:
    """Tell whether the step begins only once its answer has come, or together with it."""
    begins = Moment(pair.given.number, "begins")
    return schedule.orders(gained, begins) or (
        schedule.orders(Moment(pair.gained.number, "begins"), begins)
        and schedule.orders(begins, Moment(pair.gained.number, "begins"))
    )


def _waits(pair: Answer, schedule: Schedule) -> bool:
    """Tell whether the answer comes only once the step is under way."""
    return schedule.orders(
        Moment(pair.given.number, "begins"), Moment(pair.gained.number, "begins")
    )


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
    longest = max(every, key=lambda each: (each.days is None, each.days or 0))
    most: tuple[Exposure, ...] = ()
    at: Day | None = None
    for day in dict.fromkeys(each.begins for each in every if each.begins is not None):
        now = tuple(each for each in every if _is_open(each, day))
        if len(now) > len(most):
            most, at = now, day
    return Worst(party, longest, at, most or (longest,))


def _is_open(each: Exposure, day: Day) -> bool:
    if each.begins is None or each.begins.origin != day.origin:
        return False
    return each.begins.days <= day.days and (each.ends is None or day.days < each.ends.days)


def sensitive(found: Sequence[Exposure], within: int) -> tuple[Exposure, ...]:
    """Return the exposures whose verdict hangs on a time that is assumed, or that nobody knows."""
    return tuple(
        each
        for each in found
        if each.undo.by in {"assumed", "unknown"} and each.holds(within) is None
    )


@frozen
class Held:
    """What one side has given by a moment, and what others still owe it."""

    party: str
    given: tuple[tuple[Provision, TimeToUndo], ...]
    owed: tuple[Provision, ...]

    @property
    def restored_within(self) -> int | None:
        """The most days until all it gave is taken back; None where that cannot be told."""
        days = [undo.days[1] if undo.days else None for _, undo in self.given]
        return None if None in days else max((day for day in days if day is not None), default=0)


def walk_away(
    reading: Reading, vocabulary: Vocabulary, schedule: Schedule, step: str
) -> tuple[Held, ...]:
    """Return what each party has given once a step is complete, everyone having used all its time.

    A step counts as given where the text has it come before that step, or puts its last day no
    later; the step itself is the last. In the order of the parties.
    """
    moment = Moment(step, "is complete")
    first = {each.number: each for each in one_a_sentence(reading.provisions) if _is_step(each)}
    before = schedule.before(moment)
    given = {number for number in first if _is_given(number, step, before, schedule)}
    return tuple(
        Held(
            party,
            tuple(
                (each, time_to_undo(each, vocabulary))
                for number, each in first.items()
                if number in given and party in _sides(each)
            ),
            tuple(
                each
                for number, each in first.items()
                if number not in given and _sides(each) and party not in _sides(each)
            ),
        )
        for party in reading.names.parties
    )


def _is_given(number: str, step: str, before: frozenset[Moment], schedule: Schedule) -> bool:
    if number == step:
        return True
    own = schedule.steps.get(number)
    if own is None:
        return False
    done = Moment(number, "begins" if own.lasting else "is complete")
    if done in before:
        return True
    mine, other = schedule.last(done), schedule.last(Moment(step, "is complete"))
    if mine is None or other is None or mine.origin != other.origin:
        return False
    return mine.days <= other.days


@frozen
class Match:
    """How a step is answered: what is less in the answer than in the step."""

    answer: Answer
    less: tuple[str, ...]


def matrix(
    vocabulary: Vocabulary,
    schedule: Schedule,
    pairs: Sequence[Answer],
    checked: Mapping[str, int],
) -> tuple[Match, ...]:
    """Return for each step that is answered how its answer differs from it.

    `checked` ranks how strongly a sentence is verified, by number.
    """
    return tuple(Match(pair, tuple(_less(pair, vocabulary, schedule, checked))) for pair in pairs)


def _less(
    pair: Answer, vocabulary: Vocabulary, schedule: Schedule, checked: Mapping[str, int]
) -> Iterator[str]:
    window = _open_for(pair, schedule)
    if window is not None:
        yield "later, without end" if window[0] is None else f"later by up to {window[0]} days"
    if pair.given.meaning.binding and not pair.gained.meaning.binding:
        yield "weaker"
    if checked.get(pair.gained.number, 0) < checked.get(pair.given.number, 0):
        yield "less verified"
    mine, other = time_to_undo(pair.given, vocabulary), time_to_undo(pair.gained, vocabulary)
    if _is_easier(other, mine):
        yield "easier to undo"


def _is_easier(one: TimeToUndo, other: TimeToUndo) -> bool:
    """Tell whether one is known to take less time to undo than the other."""
    if other.by == "never":
        return one.by != "never"
    return one.days is not None and other.days is not None and one.days[1] < other.days[0]


def unanswered(reading: Reading, pairs: Sequence[Answer]) -> tuple[Provision, ...]:
    """Return in text order the binding duties of one side alone that no other's step answers."""
    answered = {pair.given.number for pair in pairs}
    return tuple(
        each
        for each in one_a_sentence(reading.provisions)
        if each.kind == "duty"
        and each.meaning.binding
        and len(_sides(each)) == 1
        and _sides(each) <= set(reading.names.parties)
        and each.number not in answered
    )

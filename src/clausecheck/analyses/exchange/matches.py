"""How an answer differs from the step that it answers: in what it is less, and in what more."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from clausecheck.analyses.exchange.answers import Answer, Gap, Gaps
from clausecheck.analyses.exchange.extents import Extent, amounts, terms
from clausecheck.analyses.exchange.hanging import Hanging
from clausecheck.analyses.exchange.modality import strength
from clausecheck.analyses.inspection.methods import LADDER, Strength
from clausecheck.analyses.timing.schedule import Schedule
from clausecheck.analyses.timing.undoing import TimeToUndo, is_easier, time_to_undo
from clausecheck.model.reading import Provision
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary


@frozen
class Later:
    """The answer may come so much later."""

    by: Gap


@frozen
class SoonerOrLater:
    """Nothing tells whether the answer comes before the step or after it."""


@frozen
class NeverComes:
    """The answer can never come, as the step can."""


@frozen
class Weaker:
    """The answer binds less, by the words of both."""

    given: str
    gained: str


@frozen
class LessVerified:
    """The answer is verified less strongly."""

    given: Strength
    gained: Strength


@frozen
class EasierToUndo:
    """The answer takes less time to take back than what is given for it."""

    given: TimeToUndo
    gained: TimeToUndo


@frozen
class LongerToRestore:
    """Once the answer is taken back, whoever gave needs more days to be back where they were.

    More than the other needs once what was given is taken back; each in fewest and most days.
    """

    given: tuple[int, int]
    gained: tuple[int, int]


@frozen
class OnCondition:
    """The answer is bound only upon a condition that may fail, and the step is not."""


@frozen
class Shorter:
    """The answer lasts less long, by the words of both."""

    given: str
    gained: str


@frozen
class Smaller:
    """The answer is less of the same thing, by the words of both."""

    given: str
    gained: str


Shortfall: TypeAlias = (
    Later | Weaker | OnCondition | Shorter | Smaller | LessVerified | EasierToUndo | LongerToRestore
)
Less: TypeAlias = SoonerOrLater | NeverComes | Shortfall


@frozen
class Match:
    """A step and its answer, and how they differ."""

    answer: Answer
    less: tuple[Less, ...]
    """In what the answer is less than the step."""
    more: tuple[Shortfall, ...] = ()
    """In what the step is less than its answer, which is what is `given` in each of these."""
    timed: bool = True
    """Whether one of them can come, so that the order in which they do has any meaning."""
    unknown: bool = False
    """Whether in some question nobody can tell which of the two is less, or that neither is."""


def matrix(
    pairs: Sequence[Answer],
    opened: Gaps,
    schedule: Schedule,
    vocabulary: Vocabulary,
    checked: Mapping[str, Strength],
    hanging: Mapping[Answer, Hanging],
) -> tuple[Match, ...]:
    """Return for each step that is answered how its answer differs from it.

    Between the same two sides together, in the order in which they first meet. `checked` says how
    strongly a sentence is verified, by number, where another could verify it, and `hanging` which
    answers may never come.
    """
    upon = {_numbers(pair) for pair, how in hanging.items() if how == "on a condition"}
    order: dict[frozenset[str], int] = {}
    for pair in pairs:
        order.setdefault(_between(pair), len(order))
    gaps = {_numbers(pair): gap for pair, gap in opened.items()}
    return tuple(
        _match(pair, gaps, schedule, vocabulary, checked, upon)
        for pair in sorted(pairs, key=lambda pair: order[_between(pair)])
    )


def _between(pair: Answer) -> frozenset[str]:
    return frozenset((*pair.given_by, *pair.gained_by))


def _numbers(pair: Answer) -> tuple[str, str]:
    return pair.given.number, pair.gained.number


def _match(
    pair: Answer,
    gaps: Mapping[tuple[str, str], Gap],
    schedule: Schedule,
    vocabulary: Vocabulary,
    checked: Mapping[str, Strength],
    upon: Collection[tuple[str, str]],
) -> Match:
    given, gained = pair.given, pair.gained
    one, other = _numbers(pair)
    opened, turned = gaps.get((one, other)), gaps.get((other, one))
    mine, theirs = time_to_undo(given, vocabulary), time_to_undo(gained, vocabulary)
    less: list[Less] = []
    more: list[Shortfall] = []
    never = [number in schedule.lost_steps for number in (one, other)]
    if never == [False, True]:
        less.append(NeverComes())
    elif never == [True, False]:
        more.append(Later(Gap(None, None, None)))
    elif opened is not None and turned is not None and opened.days is turned.days is None:
        less.append(SoonerOrLater())
    elif opened is not None:
        less.append(Later(opened))
    elif turned is not None:
        more.append(Later(turned))
    elif (ahead := _due_before_its_turn(one, other, schedule)) is not None:
        less.append(Later(ahead))
    elif (ahead := _due_before_its_turn(other, one, schedule)) is not None:
        more.append(Later(ahead))
    less += [OnCondition()] if (one, other) in upon and (other, one) not in upon else []
    more += [OnCondition()] if (other, one) in upon and (one, other) not in upon else []
    extents = (terms(given, gained, schedule), amounts(given, gained, schedule))
    less += [*_shorter(extents, "gained"), *_less(given, gained, mine, theirs, checked)]
    more += [*_shorter(extents, "given"), *_less(gained, given, theirs, mine, checked)]
    same = mine.by == theirs.by == "never" or (mine.days is not None and mine.days == theirs.days)
    differ = is_easier(mine, theirs) or is_easier(theirs, mine)
    unlike = any(extent is not None and extent.less is None for extent in extents)
    unknown = unlike or not (same or differ)
    return Match(pair, tuple(less), tuple(more), not all(never), unknown)


def _due_before_its_turn(first: str, second: str, schedule: Schedule) -> Gap | None:
    """Return how far apart two steps come where the second waits for the first, and is due sooner.

    That the days alone would have it come sooner makes it none that does.
    """
    ours, theirs = schedule.steps.get(first), schedule.steps.get(second)
    if ours is None or theirs is None or schedule.broken:
        return None
    days = schedule.after_all_time(ours.given, theirs.given)
    if days is None or days >= 0 or not schedule.orders(ours.given, theirs.given):
        return None
    return Gap(None, schedule.last(ours.given), schedule.last(theirs.given))


def _shorter(
    extents: tuple[Extent | None, Extent | None], side: Literal["given", "gained"]
) -> Iterator[Shorter | Smaller]:
    """Yield whether that side lasts less long, and whether it is less of the same thing."""
    lasting, size = (each if each and each.less == side else None for each in extents)
    if lasting is not None:
        yield Shorter(*lasting.against(side))
    if size is not None:
        yield Smaller(*size.against(side))


def _less(
    given: Provision,
    gained: Provision,
    mine: TimeToUndo,
    theirs: TimeToUndo,
    checked: Mapping[str, Strength],
) -> Iterator[Shortfall]:
    """Yield in what the one is less than the other, but for its time."""
    if "statement" not in {given.kind, gained.kind} and strength(gained) < strength(given):
        yield Weaker(given.modality.text, gained.modality.text)
    ours, others = checked.get(given.number, "none"), checked.get(gained.number, "none")
    if LADDER.index(others) < LADDER.index(ours):
        yield LessVerified(ours, others)
    if is_easier(theirs, mine):
        yield EasierToUndo(mine, theirs)
    if mine.restores and theirs.restores and mine.restores[1] < theirs.restores[0]:
        yield LongerToRestore(mine.restores, theirs.restores)

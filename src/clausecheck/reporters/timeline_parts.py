"""The parts of a timeline: its steps, what each side risks, what answers what, who holds what."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from clausecheck.analyses.exchange.matches import (
    EasierToUndo,
    Later,
    LessVerified,
    LongerToRestore,
    NeverComes,
    OnCondition,
    Shorter,
    Smaller,
    SoonerOrLater,
    Weaker,
)
from clausecheck.analyses.timing.moments import CALENDAR
from clausecheck.reporters.escaping import visible
from clausecheck.reporters.timeline_words import (
    NOT_KNOWN,
    OPEN,
    day_text,
    days_text,
    range_text,
    undo_text,
    undo_time,
    words_at,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from clausecheck.analyses.exchange.answers import Gap
    from clausecheck.analyses.exchange.exposure import Exposure, Hinge, Worst
    from clausecheck.analyses.exchange.hanging import Hanging
    from clausecheck.analyses.exchange.holdings import Held
    from clausecheck.analyses.exchange.matches import Less, Match, Shortfall
    from clausecheck.analyses.inspection.detection import Detection
    from clausecheck.analyses.rows import NoStep
    from clausecheck.analyses.timeline import Awaited, Progress, Row, Timeline
    from clausecheck.analyses.timing.deadlocks import Loosely
    from clausecheck.analyses.timing.lengths import Length
    from clausecheck.analyses.timing.standing import Force, Standing
    from clausecheck.source import Source

_TWO_CLOCKS = (
    "the text has no `date:`, so nothing tells whether what counts from signature comes before or "
    "after a day of the calendar"
)
_NO_STEPS = "there are none: no clause says what anybody does"
_NOTHING_AT_RISK = "no side gives anything while what it gets for it is still open"


class Part(NamedTuple):
    """A table with its heading, and what is to be said below it."""

    name: str
    headings: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    remarks: Sequence[str] = ()


def parts(made: Timeline, source: Source, leaving: tuple[str, str] | None) -> Iterator[Part]:
    """Yield the parts that have something to say."""
    found = (
        _steps(made, source),
        _exposure(made),
        _detection(made),
        _hinges(made),
        _matches(made),
        _held_on_a_day(made),
        _held_on_leaving(made, leaving),
    )
    yield from (part for part in found if part is not None)


# ── What holds for the whole ─────────────────────────────────────────────────────────────────────


def verdicts(made: Timeline) -> Iterator[str]:
    """Yield what the reader must know before the steps, each in sentences."""
    standing = " ".join(_standing(made.standing, fits=made.days_kept != "no"))
    if standing and made.rows:
        yield standing
    if made.before_force and made.days_kept != "no":
        yield (
            f"Dates in {_listed(made.before_force)} come before {made.standing.entry}, the first "
            "day on which the text can be in force; they are told as its lines set them."
        )
    if made.days_kept == "no":
        yield (
            "The timetable cannot be kept: `clausecheck lint` shows why. The times that do not fit "
            "are left out below, and nothing is said of exposure."
        )
    elif made.days_kept == "not decided":
        yield "It could not be told whether the timetable can be kept: `clausecheck lint` says why."
    elif not made.exact:
        yield (
            "So many days hang on choices that not all were tried with each other: a step may have "
            "fewer days than are told."
        )
    if made.circles:
        yield (
            "Some steps wait in a circle and can never begin: `clausecheck lint` shows which. "
            "These have no days below, nor has what comes only after them."
        )
    yield from (said for how, said in _LOOSELY.items() if how in made.loosely)
    if made.at is not None and not made.dated:
        yield f"The text has no date, so nothing tells how far a step is on {made.at}."


_LOOSELY: Mapping[Loosely, str] = {
    "on one day": (
        "Some steps are each to come before another, and can do so only together, on one day: "
        "`clausecheck lint` shows which."
    ),
    "in order": (
        "Some steps are each to be over before another begins, and not all of that can be kept: "
        "`clausecheck lint` shows which."
    ),
    "upon conditions": (
        "Some steps are bound only upon each other, and none of these need ever begin: "
        "`clausecheck lint` shows which."
    ),
}


def _standing(standing: Standing, *, fits: bool) -> Iterator[str]:
    """Yield whether the text is in force, and from when its days count if no line says it.

    Where its days do not fit, nothing tells when it can be.
    """
    if standing.force in _FORCES:
        status, force = visible(standing.status or ""), _FORCES[standing.force]
        yield f"The text {force} (`status: {status}`): its days are those its words would have."
    if standing.signed is None and standing.entry_said:
        yield "It has no date: days count from signature and from entry into force."
    elif standing.signed is None:
        yield "It has no date, nor a line on when it enters into force: days count from signature."
    elif not standing.entry_said:
        yield (
            "No line says when it enters into force: its days count from its own date, "
            f"{standing.signed}."
        )
    elif fits and _floats(standing):
        by = f", and is to by {standing.entry_due}" if standing.entry_due is not None else ""
        yield f"It can enter into force from {standing.entry} on{by}."


def _floats(standing: Standing) -> bool:
    """Tell whether days tell more of the entry into force than that it is not before signature."""
    entry, due = standing.entry, standing.entry_due
    return entry != due and (due is not None or str(entry) != standing.signed)


_FORCES: Mapping[Force, str] = {
    "not yet": "is not in force",
    "suspended": "is suspended",
    "no longer": "is no longer in force",
    "never": "was never in force",
}


# ── The steps ────────────────────────────────────────────────────────────────────────────────────


def _steps(made: Timeline, source: Source) -> Part:
    if not made.rows:
        return Part("steps", remarks=(_NO_STEPS, *_left_out(made)))
    headings = ["step", "what", "earliest", "latest", "waits for", "to undo"]
    rows = [
        [
            visible(row.number),
            visible(words_at(row.at, source)),
            "never" if row.never else day_text(row.first),
            _latest(row, source),
            visible(", ".join(map(_awaited, row.waits))) or OPEN,
            undo_text(row.undo) if row.undo is not None else OPEN,
        ]
        for row in made.rows
    ]
    headings, rows, nothing = _without_empty(headings, rows)
    remarks = [_IN_ORDER, *nothing] if len(rows) > 1 else [*nothing]
    progress = {row.progress for row in made.rows if row.progress}
    if not progress <= {"not told"}:
        headings.append(f"on {made.at}")
        pairs = zip(rows, made.rows, strict=True)
        rows = [[*cells, row.progress or OPEN] for cells, row in pairs]
        told = (f"{word}: {_PROGRESS[word]}" for word in _PROGRESS if word in progress)
        remarks.append("; ".join(told))
    for each in made.unordered:
        others = " and ".join(other.number for other, _ in each.others)
        remarks.append(f"nothing says whether {each.step.number} or {others} comes first")
    if made.conditional:
        remarks.append(_ON_CONDITION.format(listed=", ".join(made.conditional)))
    if made.adrift:
        remarks.append(_ADRIFT.format(listed=", ".join(made.adrift)))
    if made.unsigned:
        remarks.append(f"for those alone who do not sign: {', '.join(made.unsigned)}")
    if made.hurried:
        remarks.append(_HURRIED.format(listed=", ".join(made.hurried)))
    if any(each.gap.by_two_clocks for each in made.exposures):
        remarks.append(_TWO_CLOCKS)
    return Part("steps", headings, rows, (*remarks, *_left_out(made)))


_ON_CONDITION = (
    "hangs on a condition, or is timed by a step that does, and may never bind: {listed}"
)
_ADRIFT = "timed by what nobody who signs is bound to do, and may never bind: {listed}"
_HURRIED = "the latest day is sooner than its own line says, as others wait for it: {listed}"
_IN_ORDER = (
    "ordered by the latest day, then by the earliest, each after those it waits for; what has no "
    "latest day is last"
)
_EMPTY = {
    "waits for": ({OPEN}, "no step waits for another, or for an event"),
    "to undo": ({OPEN, NOT_KNOWN}, "to undo: not known of any step"),
}
"""Columns that are left out where they would say nothing, and what is said instead."""


def _without_empty(
    headings: list[str], rows: list[list[str]]
) -> tuple[list[str], list[list[str]], list[str]]:
    """Return a table without the columns that say nothing, and what to say of these."""
    empty = {
        name: said
        for name, (nothing, said) in _EMPTY.items()
        if {row[headings.index(name)] for row in rows} <= nothing
    }
    kept = [at for at, name in enumerate(headings) if name not in empty]
    return (
        [headings[at] for at in kept],
        [[row[at] for at in kept] for row in rows],
        [*empty.values()],
    )


def _left_out(made: Timeline) -> Iterator[str]:
    """Yield what is no step, by the reason why."""
    by_reason: dict[NoStep, list[str]] = {}
    for number, why in made.no_steps:
        by_reason.setdefault(why, []).append(number)
    for why, numbers in by_reason.items():
        yield f"{_REASONS[why]}: {', '.join(numbers)}"


_REASONS: Mapping[NoStep, str] = {
    "only says something": "no steps, as they only say something",
    "on the text itself": "no steps, as they are on the text itself",
    "suspended or ended": "left out, as the reviewer calls them suspended or ended",
}


_PROGRESS: Mapping[Progress, str] = {
    "done": "the reviewer calls it done, or its own words do it",
    "due": "must be done by then",
    "in force": "holds then",
    "needed": "must be done by then for what waits for it to be done in time",
    "begun": "must be begun by then, and need not be done",
    "conditional": "must be done by then, or holds then, only in the case on which it hangs",
    "over": "its term has ended",
    "open": "no date keeps it from being begun, and none has it done by then",
    "not yet": "cannot begin yet",
    "never": "can never begin",
    "not told": "no date tells whether it can be begun by then, and none has it done",
}


def _latest(row: Row, source: Source) -> str:
    """Return by when a step is due, and must have begun; of what lasts, also when it ends."""
    due = day_text(row.last) if row.due is None else visible(words_at(row.due, source))
    if row.on is not None:
        day = row.last or row.ends
        known = day is not None and day == row.first
        return f"on {day_text(day) if known else visible(words_at(row.on, source))}"
    if row.lasting and row.last is not None:
        due = _begins(row, due)
    elif row.begun is not None and row.begun != row.last:
        begun = f"begun by {day_text(row.begun)}"
        due = begun if due == OPEN else f"{begun}, done by {due}"
    told = [] if due == OPEN else [due]
    if row.until is not None:
        told.append(visible(words_at(row.until, source)))
    elif row.ends is not None:
        told.append(f"ends {'' if row.ends_then else 'by '}{day_text(row.ends)}")
    if row.target is not None:
        told.append(f"target: {visible(words_at(row.target, source))}")
    return "; ".join(told) or OPEN


def _begins(row: Row, due: str) -> str:
    """Return by when what lasts begins: a ban or a right does so of itself."""
    if row.first == row.last:
        return f"from {due}"
    return f"begun by {due}" if row.kind == "duty" else f"from {due} at the latest"


def _awaited(awaited: Awaited) -> str:
    if awaited.together:
        return f"together with {awaited.moments[0].of}"
    return " or ".join(map(str, awaited.moments))


# ── Exposure ─────────────────────────────────────────────────────────────────────────────────────


def _exposure(made: Timeline) -> Part | None:
    if made.days_kept == "no" or not made.rows:
        return None
    name = f"exposure: given, and not to be taken back within {days_text(made.within)}"
    rows = [
        [
            visible(each.party),
            each.answer.given.number,
            each.answer.gained.number,
            f"{_open_for(each.gap)}{_till(each)}{_failing(each)}",
            undo_time(each.undo),
            _verdict(each, made.within),
        ]
        for each in made.exposures
    ]
    if not rows:
        return Part(name, remarks=(_NOTHING_AT_RISK,))
    headings = ["party", "has given", "still open", "open for", "to undo", "verdict"]
    return Part(name, headings, rows, (*map(_worst, made.worst), *_given_in_some_case(made)))


def _given_in_some_case(made: Timeline) -> Iterator[str]:
    """Yield which of the steps given need never be."""
    for how, said in _GIVEN_ON.items():
        found = (each.answer.given.number for each in made.exposures if each.given_on == how)
        if listed := ", ".join(dict.fromkeys(found)):
            yield f"{said}: {listed}"


_GIVEN_ON: Mapping[Hanging, str] = {
    "on a condition": "given only in the case on which it hangs, and told as if that came",
    "on a choice": "given by choice, as it is not owed, and told as if it were given",
}


_VERDICTS = {True: "exposed", False: "not exposed", None: "not known"}


def _verdict(each: Exposure, within: int) -> str:
    if each.ends_within(within) and each.undo.within(within) is not True:
        return "not exposed, as it ends by itself"
    return _VERDICTS[each.holds(within)]


def _failing(each: Exposure) -> str:
    return f", {_HANGING[each.hanging]}" if each.hanging is not None else ""


_HANGING: Mapping[Hanging, str] = {
    "on a condition": "as it hangs on a condition",
    "on a choice": "as it is not owed",
}


def _till(each: Exposure) -> str:
    if each.term is None:
        return ""
    return ", or till its term ends" if each.gap.days is None else ", till its term ends"


def _open_for(gap: Gap) -> str:
    """Return how long an answer is open, with the days where the text sets them."""
    begins = f" from {day_text(gap.begins)}" if gap.begins is not None else ""
    if gap.days is None and gap.ends is not None:
        return f"not told:{begins or ' from when it is given'} to {day_text(gap.ends)}"
    if gap.days is None:
        return f"without end{begins}"
    dated = gap.begins is not None and gap.begins.origin == CALENDAR
    return f"{days_text(gap.days)}{begins if dated else ''}"


def _worst(worst: Worst) -> str:
    longest = worst.longest
    told = f"{visible(worst.party)}: longest for {longest.answer.given.number}"
    if longest.gap.days is not None:
        told += f", {days_text(longest.gap.days)}"
    elif longest.gap.ends is None:
        told += ", without end"
    if worst.day is None:
        return f"{told}; no days tell when most is open at once"
    steps = ", ".join(dict.fromkeys(each.answer.given.number for each in worst.open))
    on = "on " if worst.day.origin == CALENDAR else ""
    return f"{told}; most at once {on}{day_text(worst.day)}: {steps}"


# ── Verification in time ─────────────────────────────────────────────────────────────────────────


def _detection(made: Timeline) -> Part | None:
    name = "verification: is a breach answered before the step is undone?"
    headings = ["step", "found", "reported", "decided", "answered", "in all", "to undo", "verdict"]
    rows = [
        [
            each.provision.number,
            *map(_said, each.parts),
            _in_all(each),
            undo_time(each.undo),
            each.verdict,
        ]
        for each in made.detection
        if not each.silent
    ]
    silent = ", ".join(each.provision.number for each in made.detection if each.silent)
    spread = ", ".join(each.provision.number for each in made.detection if each.spread)
    remarks = [f"no time is said for any of this: {silent}"] if silent else []
    if spread:
        remarks.append(f"taken as evenly spread, so many looks in a month or a year: {spread}")
    return Part(name, headings, rows, remarks) if rows or remarks else None


def _said(length: Length | None) -> str:
    return "not said" if length is None else length.words if length else "at once"


def _in_all(each: Detection) -> str:
    return f"{'' if each.whole else 'at least '}{each.stated.words}"


def _hinges(made: Timeline) -> Part | None:
    name = "verdicts that hang on figures which are not the text's own"
    return Part(name, remarks=tuple(map(_hinge, made.hinges))) if made.hinges else None


def _hinge(each: Hinge) -> str:
    days = days_text(each.days)
    told = (
        f"{each.number}: exposed if it takes more than {days} to undo"
        if each.what == "exposure"
        else f"{each.number}: answered too late if it takes less than {days} to undo"
    )
    if each.undo.days is None:
        return f"{told}, which is not known ({each.undo.source})"
    sure = "" if each.flips else ", all of them on one side of that"
    return f"{told}; assumed are {range_text(each.undo.days)}{sure} ({each.undo.source})"


# ── What answers what ────────────────────────────────────────────────────────────────────────────


def _matches(made: Timeline) -> Part | None:
    headings = ["given", "by", "answered in", "by", "the answer is"]
    alike = _together(made.matches, timed=made.days_kept != "no")
    rows = [
        [", ".join(given), by, gained, other, less]
        for (by, gained, other, less), given in alike.items()
    ]
    remarks = [] if all(match.answer.said for match in made.matches) else [_ONLY_WAITS]
    if rows and made.days_kept == "no":
        remarks.append("when an answer comes is not told, as the timetable cannot be kept")
    if made.unanswered:
        listed = ", ".join(
            f"{each.number} ({_listed(each.meaning.who.names)})" for each in made.unanswered
        )
        remarks.append(f"answered by nothing: {listed}")
    return Part("what answers what", headings, rows, tuple(remarks)) if rows or remarks else None


_ONLY_WAITS = (
    "* the text does not call this the answer: it only comes after the other step, or with it"
)

_Alike = tuple[str, str, str, str]
"""Who gives, in which steps it is answered, by whom, and in what they are less."""


def _together(matches: Sequence[Match], *, timed: bool) -> dict[_Alike, list[str]]:
    """Return the steps given, those that are answered alike in the same steps together.

    `timed`: it is known of each answer whether it comes later.
    """
    answers: dict[tuple[str, str, str, str], list[str]] = {}
    for match in matches:
        given, gained = match.answer.given, match.answer.gained
        never = () if match.timed else ("neither can ever begin",)
        told = (*never, *map(_less, match.less), *map(_more, match.more))
        less = "; ".join(told) or _alike(match, timed=timed)
        by, other = (_listed(names) for names in (match.answer.given_by, match.answer.gained_by))
        key = (given.number, by, other, less)
        answers.setdefault(key, []).append(f"{gained.number}{'' if match.answer.said else '*'}")
    alike: dict[_Alike, list[str]] = {}
    for (number, by, other, less), numbers in answers.items():
        alike.setdefault((by, ", ".join(numbers), other, less), []).append(number)
    return alike


def _alike(match: Match, *, timed: bool) -> str:
    alike = "on a par" if timed else "no less, but for its time"
    return f"{alike}, as far as is known" if match.unknown else alike


def _less(less: Less) -> str:
    """Return in what an answer is less."""
    if isinstance(less, SoonerOrLater):
        return "sooner or later, which is not told"
    if isinstance(less, NeverComes):
        return "never to come"
    return _differs(less, _IN_WORDS[type(less)][0], gives_the_answer=False)


def _more(less: Shortfall) -> str:
    """Return in what an answer is more: the step given is less than that."""
    if isinstance(less, Later) and less.by.ends is None:
        return "sooner"
    return _differs(less, _IN_WORDS[type(less)][1], gives_the_answer=True)


_IN_WORDS = {
    Later: ("later", "sooner"),
    Weaker: ("weaker", "stronger"),
    OnCondition: ("bound only on a condition", "bound without a condition"),
    Shorter: ("shorter", "longer"),
    Smaller: ("smaller", "larger"),
    LessVerified: ("less verified", "better verified"),
    EasierToUndo: ("easier to undo", "harder to undo"),
    LongerToRestore: (
        "longer to restore from, once undone",
        "shorter to restore from, once undone",
    ),
}


def _differs(less: Shortfall, word: str, *, gives_the_answer: bool) -> str:
    """Return the word with what both say, the answer first: it is what is `given`, or `gained`."""
    if isinstance(less, Later):
        if less.by.days is not None:
            return f"{word} by up to {days_text(less.by.days)}"
        return f"{word}, {'without end' if less.by.ends is None else 'not told by how much'}"
    if isinstance(less, OnCondition):
        return word
    given, gained = _told(less)
    answer, step = (given, gained) if gives_the_answer else (gained, given)
    return f"{word} ({answer} against {step})"


def _told(
    less: Weaker | Shorter | Smaller | LessVerified | EasierToUndo | LongerToRestore,
) -> tuple[str, str]:
    if isinstance(less, EasierToUndo):
        return undo_time(less.given), undo_time(less.gained)
    if isinstance(less, LongerToRestore):
        return range_text(less.given), range_text(less.gained)
    if isinstance(less, Weaker):
        return f"`{visible(less.given)}`", f"`{visible(less.gained)}`"
    return visible(less.given), visible(less.gained)


def _listed(names: Sequence[str]) -> str:
    return visible(", ".join(names))


# ── Who holds what ───────────────────────────────────────────────────────────────────────────────


_OWED_ON_A_DAY = (
    "still owed is what others are bound to do and need not have done by then, for whomever it is, "
    "and what several do for each other, to these; "
    "what no day of the calendar has done by then counts as not done"
)


def _held_on_a_day(made: Timeline) -> Part | None:
    name = f"who holds what on {made.at}, if all is done when it is due"
    if not made.signed_then:
        return Part(name, remarks=("not told, as the text has a later date: nobody owes yet",))
    held = made.held if made.dated else ()
    return _held(name, held, _OWED_ON_A_DAY, *_owed_in_some_case(held, made))


def _held_on_leaving(made: Timeline, leaving: tuple[str, str] | None) -> Part | None:
    if leaving is None:
        return None
    who = visible(leaving[0])
    name = f"who holds what if {who} leaves once {leaving[1]} is done"
    if made.days_kept == "no":
        return Part(name, remarks=("not told, as the timetable cannot be kept",))
    owed = (
        f"still owed is, to {who}, what others are bound to do and have not done by then, and to "
        f"the others what {who} has not, for whomever it is, but what several do for each other "
        "only to these"
    )
    row = next((row for row in made.rows if row.number == leaving[1]), None)
    when = (
        f"{leaving[1]} is taken on its last day, {day_text(row.last_day)}"
        if row is not None and row.last_day is not None
        else f"{leaving[1]} has no last day: done is what must come before it, and what is due no "
        "later than that"
    )
    in_some_case = _owed_in_some_case(made.walk_away, made)
    return _held(name, made.walk_away, when, owed, *in_some_case)


def _owed_in_some_case(held: Sequence[Held], made: Timeline) -> Iterator[str]:
    """Yield which of what is owed hangs on a condition."""
    owed = {number for each in held for number in each.owed}
    if listed := ", ".join(number for number in made.conditional if number in owed):
        yield f"owed only if the condition is met on which it hangs: {listed}"
    if listed := ", ".join(number for number in made.adrift if number in owed):
        yield f"owed only if what it is timed by is done: {listed}"


def _held(name: str, held: Sequence[Held], *remarks: str) -> Part | None:
    rows = [
        [
            visible(each.party),
            _given(each) or OPEN,
            ", ".join(each.owed) or OPEN,
            _restored(each),
        ]
        for each in held
    ]
    headings = ["party", "has given: time to undo", "is still owed", "all of it undone in"]
    return Part(name, headings, rows, remarks) if rows else None


def _given(held: Held) -> str:
    """Return what a party has given by the time it takes to undo."""
    by_time: dict[str, list[str]] = {}
    for number, undo in held.given:
        by_time.setdefault(undo_text(undo), []).append(number)
    return "; ".join(f"{', '.join(numbers)}: {time}" for time, numbers in by_time.items())


def _restored(held: Held) -> str:
    if not held.given:
        return OPEN
    if held.for_good:
        return "never"
    days = held.restored_within
    return NOT_KNOWN if days is None else days_text(days)

"""The timeline of a text: its steps in order, what each side risks, and what answers what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.analyses.answers import EasierToUndo, Later, LessVerified, LongerToRestore
from clausecheck.analyses.moments import CALENDAR, day_of
from clausecheck.analyses.times import in_words
from clausecheck.reporters.balanced import drawn
from clausecheck.reporters.colours import heading
from clausecheck.reporters.escaping import visible
from clausecheck.reporters.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from clausecheck.analyses.answers import Gap, Less, Match
    from clausecheck.analyses.detection import Detection
    from clausecheck.analyses.exposure import Hinge, Worst
    from clausecheck.analyses.holdings import Held
    from clausecheck.analyses.schedule import Day
    from clausecheck.analyses.timeline import Awaited, Progress, Row, Timeline
    from clausecheck.analyses.undoing import TimeToUndo
    from clausecheck.model.reading import Provision
    from clausecheck.source import Source, Span

_OPEN = "–"
"""Where the text sets no day, and where there is nothing to say."""
_LEAST_TEXT = 20
_NO_STEPS = "there are none: no clause says what anybody does"
_NOTHING_AT_RISK = "no side gives anything while what it gets for it is still open"


def timeline_text(
    made: Timeline,
    source: Source,
    title: str | None,
    *,
    notes: Sequence[str] = (),
    leaving: tuple[str, str] | None = None,
    width: int,
    color: bool,
) -> str:
    """Return the timeline as tables no wider than `width` columns."""
    room = max(width, _LEAST_TEXT)
    lines = [heading(line, color=color) for line in wrap(visible(source.name), room)]
    lines += wrap(visible(title), room) if title else []
    for note in (*notes, *_verdict(made)):
        lines += ["", *wrap(note, room)]
    parts = (
        ("steps", _steps(made, source, room)),
        (_of_exposure(made), _exposure(made, room)),
        ("verification: is a breach answered before the step is undone?", _detection(made, room)),
        ("verdicts that hang on figures which are not the text's own", _hinges(made, room)),
        ("what answers what", _matches(made, room)),
        (
            f"who holds what on {made.at}, if all is done when it is due",
            _held(made.held if made.dated else (), _OWED_ON_A_DAY, room),
        ),
        (_leaving(leaving), _held(made.walk_away, _owed_to(leaving), room)),
    )
    for name, part in parts:
        if part:
            lines += ["", *(heading(line, color=color) for line in wrap(name, room)), *part]
    return "\n".join(lines) + "\n"


def _of_exposure(made: Timeline) -> str:
    return f"exposure: given, and not to be taken back within {days_text(made.within)}"


def _leaving(leaving: tuple[str, str] | None) -> str:
    if leaving is None:
        return ""
    return f"who holds what if {visible(leaving[0])} leaves once {leaving[1]} is done"


def _verdict(made: Timeline) -> Iterator[str]:
    if made.feasible == "no":
        yield (
            "The timetable cannot be kept: `clausecheck lint` shows why. The times that do not fit "
            "are left out below, and nothing is said of exposure."
        )
    elif made.feasible == "not decided":
        yield "The timetable has too many choices to tell whether it can be kept."
    if made.circles:
        yield "Some steps wait in a circle and can never begin: `clausecheck lint` shows which."
    if made.at is not None and not made.dated:
        yield f"The text has no date, so nothing tells how far a step is on {made.at}."


# ── The steps ────────────────────────────────────────────────────────────────────────────────────


def _steps(made: Timeline, source: Source, room: int) -> list[str]:
    if not made.rows:
        return wrap(_NO_STEPS, room, opening="  ", indent="  ")
    headings = ["step", "what", "earliest", "latest", "waits for", "to undo"]
    rows = [
        [
            visible(row.number),
            visible(words_at(row.at, source)),
            day_text(row.first),
            _latest(row, source),
            visible(", ".join(map(_awaited, row.waits))) or _OPEN,
            undo_text(row.undo) if row.undo is not None else _OPEN,
        ]
        for row in made.rows
    ]
    progress = {row.progress for row in made.rows if row.progress}
    told = "; ".join(f"{word}: {_PROGRESS[word]}" for word in _PROGRESS if word in progress)
    if progress <= {"not dated"}:
        lines = drawn(headings, rows, room)
    else:
        headings.append(f"on {made.at}")
        pairs = zip(rows, made.rows, strict=True)
        lines = drawn(headings, [[*cells, row.progress or _OPEN] for cells, row in pairs], room)
        lines += wrap(told, room, opening="  ", indent="    ")
    for each in made.unordered:
        others = " and ".join(other.number for other, _ in each.others)
        told = f"nothing says whether {each.step.number} or {others} comes first"
        lines += wrap(told, room, opening="  ", indent="    ")
    return lines


_PROGRESS: Mapping[Progress, str] = {
    "done": "the reviewer calls it done",
    "due": "must be done by then",
    "in force": "holds then",
    "over": "its term has ended",
    "open": "may be begun, and no date has it done by then",
    "not yet": "cannot begin yet",
    "not dated": "no day tells",
}


def words_at(at: Span, source: Source) -> str:
    """Return the words at a place in one line."""
    return " ".join(source.text[at.start : at.end].split())


def _latest(row: Row, source: Source) -> str:
    """Return by when a step is due; of what lasts, also when it ends."""
    due = day_text(row.last) if row.due is None else visible(words_at(row.due, source))
    if row.lasting and row.last is not None:
        due = f"from {due}" if row.first == row.last else f"begun by {due}"
    if row.ends is None and row.until is None:
        return due
    by = "" if row.ends_then else "by "
    ends = words_at(row.until, source) if row.until else f"ends {by}{day_text(row.ends)}"
    ends = visible(ends)
    return ends if due == _OPEN else f"{due}; {ends}"


def _awaited(awaited: Awaited) -> str:
    if awaited.together:
        return f"together with {awaited.moments[0].of}"
    return " or ".join(map(str, awaited.moments))


# ── Exposure ─────────────────────────────────────────────────────────────────────────────────────


def _exposure(made: Timeline, room: int) -> list[str]:
    if made.feasible == "no" or not made.rows:
        return []
    verdicts = {True: "exposed", False: "not exposed", None: "not known"}
    rows = [
        [
            visible(each.party),
            each.answer.given.number,
            each.answer.gained.number,
            _open_for(each.gap),
            _undo_time(each.undo),
            verdicts[each.holds(made.within)],
        ]
        for each in made.exposures
    ]
    if not rows:
        return wrap(_NOTHING_AT_RISK, room, opening="  ", indent="  ")
    lines = drawn(
        ["party", "has given", "still open", "open for", "to undo", "verdict"], rows, room
    )
    for worst in made.worst:
        lines += wrap(_worst(worst), room, opening="  ", indent="    ")
    return lines


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


def _detection(made: Timeline, room: int) -> list[str]:
    headings = ["step", "found", "reported", "decided", "answered", "in all", "to undo", "verdict"]
    told = [each for each in made.detection if not each.silent]
    rows = [
        [
            each.provision.number,
            *map(_said, (each.found, each.reported, each.decided, each.answered)),
            _in_all(each),
            _undo_time(each.undo),
            each.verdict,
        ]
        for each in told
    ]
    lines = drawn(headings, rows, room) if rows else []
    silent = [each.provision.number for each in made.detection if each.silent]
    if silent:
        left = f"no time is said for any of this: {', '.join(silent)}"
        lines += wrap(left, room, opening="  ", indent="    ")
    return lines


def _said(days: int | None) -> str:
    return "not said" if days is None else days_text(days) if days else "at once"


def _in_all(each: Detection) -> str:
    return f"{'' if each.whole else 'at least '}{days_text(each.stated)}"


def _hinges(made: Timeline, room: int) -> list[str]:
    lines: list[str] = []
    for each in made.hinges:
        lines += wrap(_hinge(each), room, opening="  ", indent="    ")
    return lines


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
    return f"{told}; assumed are {_range(each.undo.days)}{sure} ({each.undo.source})"


# ── What answers what ────────────────────────────────────────────────────────────────────────────


def _matches(made: Timeline, room: int) -> list[str]:
    headings = ["given", "by", "answered in", "by", "the answer is"]
    rows = [
        [", ".join(given), by, gained, other, less]
        for (by, gained, other, less), given in _together(made.matches).items()
    ]
    lines = drawn(headings, rows, room) if rows else []
    if not all(match.answer.said for match in made.matches):
        lines += wrap(_ONLY_WAITS, room, opening="  ", indent="    ")
    if made.unanswered:
        listed = ", ".join(f"{each.number} ({_names(each)})" for each in made.unanswered)
        lines += wrap(f"answered by nothing: {listed}", room, opening="  ", indent="    ")
    return lines


_ONLY_WAITS = (
    "* the text does not call this the answer: it only comes after the other step, or with it"
)

_Alike = tuple[str, str, str, str]
"""Who gives, in which steps it is answered, by whom, and in what they are less."""


def _together(matches: Sequence[Match]) -> dict[_Alike, list[str]]:
    """Return the steps given, those that are answered alike in the same steps together."""
    answers: dict[tuple[str, str, str, str], list[str]] = {}
    for match in matches:
        given, gained = match.answer.given, match.answer.gained
        less = "; ".join((*map(_less, match.less), *_better(match))) or "on a par"
        key = (given.number, _names(given), _names(gained), less)
        answers.setdefault(key, []).append(f"{gained.number}{'' if match.answer.said else '*'}")
    alike: dict[_Alike, list[str]] = {}
    for (number, by, other, less), numbers in answers.items():
        alike.setdefault((by, ", ".join(numbers), other, less), []).append(number)
    return alike


def _less(less: Less) -> str:
    if isinstance(less, Later):
        if less.by.days is not None:
            return f"later by up to {days_text(less.by.days)}"
        return "later, without end" if less.by.ends is None else "later, not told by how much"
    if isinstance(less, LessVerified):
        return f"less verified ({less.given} against {less.gained})"
    if isinstance(less, EasierToUndo):
        return f"easier to undo ({_undo_time(less.given)} against {_undo_time(less.gained)})"
    if isinstance(less, LongerToRestore):
        given, gained = _range(less.given), _range(less.gained)
        return f"longer to restore from, once undone ({given} against {gained})"
    return f"weaker (`{visible(less.given)}` against `{visible(less.gained)}`)"


def _better(match: Match) -> Iterator[str]:
    if match.better_verified is not None:
        given, gained = match.better_verified
        yield f"better verified ({gained} against {given})"


def _names(provision: Provision) -> str:
    return visible(", ".join(provision.meaning.who.names))


# ── Who holds what ───────────────────────────────────────────────────────────────────────────────


_OWED_ON_A_DAY = (
    "still owed is what others are bound to do and need not have done by then, for whomever it is"
)


def _owed_to(leaving: tuple[str, str] | None) -> str:
    if leaving is None:
        return ""
    who = visible(leaving[0])
    return (
        f"still owed is, to {who}, what others are bound to do and have not done by then, and to "
        f"the others what {who} has not, for whomever it is"
    )


def _held(held: Sequence[Held], owed: str, room: int) -> list[str]:
    rows = [
        [
            visible(each.party),
            _given(each) or _OPEN,
            ", ".join(each.owed) or _OPEN,
            _restored(each),
        ]
        for each in held
    ]
    headings = ["party", "has given: time to undo", "is still owed", "all of it undone in"]
    if not rows:
        return []
    return [*drawn(headings, rows, room), *wrap(owed, room, opening="  ", indent="    ")]


def _given(held: Held) -> str:
    """Return what a party has given by the time it takes to undo."""
    by_time: dict[str, list[str]] = {}
    for number, undo in held.given:
        by_time.setdefault(undo_text(undo), []).append(number)
    return "; ".join(f"{', '.join(numbers)}: {time}" for time, numbers in by_time.items())


def _restored(held: Held) -> str:
    if not held.given:
        return _OPEN
    if held.for_good:
        return "never"
    days = held.restored_within
    return "not known" if days is None else days_text(days)


# ── Days ─────────────────────────────────────────────────────────────────────────────────────────


def day_text(day: Day | None) -> str:
    """Return a day as a date, or as so many days after what it counts from."""
    if day is None:
        return _OPEN
    if day.origin == CALENDAR:
        return str(day_of(day.days))
    if day.days == 0:
        return visible(str(day.origin))
    side = "after" if day.days > 0 else "before"
    return f"{days_text(abs(day.days))} {side} {visible(str(day.origin))}"


def undo_text(undo: TimeToUndo) -> str:
    """Return a time to undo, with whose figure it is where it is not the text's own."""
    if undo.restores is None:
        return _undo_time(undo)
    return f"{_undo_time(undo)}; the other side restores in {_range(undo.restores)}"


def _undo_time(undo: TimeToUndo) -> str:
    if undo.by == "never":
        return "never"
    if undo.days is None:
        return "not known"
    return _range(undo.days) if undo.by == "clause" else f"{_range(undo.days)}, assumed"


def _range(days: tuple[int, int]) -> str:
    fewest, most = days
    return days_text(most) if fewest == most else f"{fewest}–{most} days"


def days_text(count: int) -> str:
    """Return a number of days in words."""
    return in_words(count)

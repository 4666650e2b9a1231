"""The timeline of a text: its steps in order, what each side risks, and what answers what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.analyses.moments import CALENDAR, SIGNATURE, day_of
from clausecheck.reporters.colours import heading
from clausecheck.reporters.columns import BETWEEN, NARROW, columns, needed
from clausecheck.reporters.escaping import visible
from clausecheck.reporters.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from clausecheck.analyses.exposure import Exposure, Held, Match, Worst
    from clausecheck.analyses.schedule import Day
    from clausecheck.analyses.timeline import Row, Timeline
    from clausecheck.analyses.undoing import TimeToUndo
    from clausecheck.model.reading import Provision
    from clausecheck.source import Source

_OPEN = "–"
"""Where the text sets no day, and where there is nothing to say."""
_LEAST_TEXT = 20
_NOTHING_AT_RISK = "nobody gives anything before its answer that could not be taken back in time"


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
        (f"exposure (not to be taken back within {made.within} days)", _exposure(made, room)),
        ("verification in time", _detection(made, source, room)),
        ("what answers what", _matches(made, room)),
        (_leaving(leaving), _walk_away(made.walk_away, room)),
    )
    for name, part in parts:
        if part:
            lines += ["", *(heading(line, color=color) for line in wrap(name, room)), *part]
    return "\n".join(lines) + "\n"


def _leaving(leaving: tuple[str, str] | None) -> str:
    return f"if {leaving[0]} walks away once {leaving[1]} is complete" if leaving else ""


def _verdict(made: Timeline) -> Iterator[str]:
    if made.feasible == "no":
        yield (
            "The timetable cannot be kept: `clausecheck lint` shows why. What cannot be kept is "
            "left out below, and no exposure is told."
        )
    elif made.feasible == "not decided":
        yield "The timetable has too many choices to tell whether it can be kept."
    if made.circles:
        yield "Some steps wait in a circle and can never begin: `clausecheck lint` shows which."
    if not made.dated and made.rows:
        yield "The text has no date; `day 30` is 30 days after signature."


def _steps(made: Timeline, source: Source, room: int) -> list[str]:
    headings = ["step", "what", "earliest", "latest", "waits for", "to undo"]
    asked = any(row.progress for row in made.rows)
    rows = [
        [
            visible(row.number),
            visible(_words(row, source)),
            day_text(row.first),
            day_text(row.last),
            visible(", ".join(map(str, row.waits))) or _OPEN,
            undo_text(row.undo) if row.undo is not None else _OPEN,
            *([row.progress or ""] if asked else []),
        ]
        for row in made.rows
    ]
    if asked:
        headings.append("then")
    return _drawn(headings, rows, room, wide=(1, 4, 5))


def _words(row: Row, source: Source) -> str:
    """Return the sentence in one line."""
    return " ".join(source.text[row.at.start : row.at.end].split())


def _exposure(made: Timeline, room: int) -> list[str]:
    if made.feasible == "no":
        return []
    rows = [
        [
            each.party,
            each.answer.given.number,
            each.answer.gained.number,
            _for_days(each.days),
            undo_text(each.undo),
            {True: "exposed", False: "can be undone", None: "not known"}[each.holds(made.within)],
        ]
        for each in made.exposures
    ]
    if not rows:
        return wrap(_NOTHING_AT_RISK, room, opening="  ", indent="  ")
    lines = _drawn(
        ["party", "has given", "still open", "at most for", "to undo", "verdict"], rows, room, (4,)
    )
    for worst in made.worst:
        lines += wrap(_worst(worst), room, opening="  ", indent="    ")
    for each in made.sensitive:
        lines += wrap(_sensitive(each, made.within), room, opening="  ", indent="    ")
    return lines


def _worst(worst: Worst) -> str:
    longest = worst.longest
    told = f"{longest.answer.given.number}, {_for_days(longest.days)}"
    if worst.day is None:
        return f"{worst.party}: longest for {told}; no days are set to tell the worst moment"
    steps = ", ".join(each.answer.given.number for each in worst.open)
    return f"{worst.party}: longest for {told}; worst at {day_text(worst.day)}, with {steps} open"


def _sensitive(each: Exposure, within: int) -> str:
    number = each.answer.given.number
    if each.undo.days is None:
        return f"{number}: how long it takes to undo is not known ({each.undo.source})"
    return (
        f"{number}: exposed if it takes more than {within} days to undo, which is assumed to take "
        f"{undo_text(each.undo)} ({each.undo.source})"
    )


def _detection(made: Timeline, source: Source, room: int) -> list[str]:
    lines: list[str] = []
    for each in made.detection:
        total = each.detection + each.report + each.response
        verdict = "in time" if total <= each.undo else "too late"
        at = source.place_of(each.at.start).line
        lines += wrap(
            f"line {at}: found after {each.detection}, reported after {each.report} more, answered "
            f"after {each.response} more: {total} days; to undo takes {each.undo}: {verdict}",
            room,
            opening="  ",
            indent="    ",
        )
    return lines


def _matches(made: Timeline, room: int) -> list[str]:
    rows = [_match(match) for match in made.matches]
    headings = ["given", "by", "answered in", "by", "the answer is"]
    lines = _drawn(headings, rows, room, (1, 3, 4)) if rows else []
    if made.unanswered:
        listed = ", ".join(f"{each.number} ({_names(each)})" for each in made.unanswered)
        lines += wrap(f"answered by nothing: {listed}", room, opening="  ", indent="    ")
    return lines


def _match(match: Match) -> list[str]:
    given, gained = match.answer.given, match.answer.gained
    less = ", ".join(match.less) or "as much"
    return [given.number, _names(given), gained.number, _names(gained), less]


def _walk_away(held: Sequence[Held], room: int) -> list[str]:
    rows = [
        [
            each.party,
            ", ".join(f"{given.number} ({undo_text(undo)})" for given, undo in each.given) or _OPEN,
            ", ".join(given.number for given in each.owed) or _OPEN,
            _restored(each),
        ]
        for each in held
    ]
    headings = ["party", "has given (to undo)", "is still owed", "all taken back within"]
    return _drawn(headings, rows, room, (1, 2)) if rows else []


def _restored(held: Held) -> str:
    if not held.given:
        return _OPEN
    if any(undo.by == "never" for _, undo in held.given):
        return "never"
    days = held.restored_within
    return "not known" if days is None else _days(days)


def _names(provision: Provision) -> str:
    return visible(", ".join(provision.meaning.who.names))


def day_text(day: Day | None) -> str:
    """Return a day as a date, or as so many days after signature."""
    if day is None:
        return _OPEN
    if day.origin == CALENDAR:
        return str(day_of(day.days))
    return str(SIGNATURE) if day.days == 0 else f"day {day.days}"


def undo_text(undo: TimeToUndo) -> str:
    """Return a time to undo, with whose figure it is where it is not the text's own."""
    if undo.by == "never":
        return "never"
    if undo.days is None:
        return "not known"
    fewest, most = undo.days
    days = _days(most) if fewest == most else f"{fewest}–{most} days"
    return days if undo.by == "clause" else f"{days}, assumed"


def _for_days(days: int | None) -> str:
    return "without end" if days is None else _days(days)


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def _drawn(
    headings: Sequence[str], rows: Sequence[Sequence[str]], room: int, wide: Sequence[int]
) -> list[str]:
    """Return rows in columns, of which the `wide` ones share what room the others leave.

    On a terminal too narrow for that the cells stand below each other.
    """
    if room < NARROW:
        return [line for row in rows for line in _stacked(headings, row, room)]
    rooms = needed(headings, [[[text] for text in row] for row in rows])
    left = (
        room
        - BETWEEN * (len(headings) - 1)
        - sum(each for at, each in enumerate(rooms) if at not in wide)
    )
    for at in sorted(wide, key=lambda at: rooms[at]):
        others = [rooms[other] for other in wide if other != at]
        share = max(left // len(wide), left - sum(others))
        rooms[at] = max(min(rooms[at], share), min(len(headings[at]), left))
    cells = [[wrap(text, space) for text, space in zip(row, rooms, strict=True)] for row in rows]
    return columns(headings, cells)


def _stacked(headings: Sequence[str], row: Sequence[str], room: int) -> list[str]:
    first, *others = row
    lines = wrap(f"{headings[0]} {first}", room, indent="  ")
    for name, text in zip(headings[1:], others, strict=True):
        lines += wrap(text, room, opening=f"  {name}: ", indent="    ")
    return lines

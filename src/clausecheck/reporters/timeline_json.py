"""The timeline for programs, as `timeline.schema.json` describes it."""

from __future__ import annotations

import json as standard_json
from typing import TYPE_CHECKING, Any

from clausecheck import __version__
from clausecheck.analyses.moments import CALENDAR
from clausecheck.reporters.escaping import in_json
from clausecheck.reporters.timeline import day_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clausecheck.analyses.exposure import Exposure, Held, Worst
    from clausecheck.analyses.schedule import Day
    from clausecheck.analyses.timeline import Row, Timeline
    from clausecheck.analyses.undoing import TimeToUndo
    from clausecheck.source import Source

VERSION = 1
"""Of the schema: keys may be added within a version, never renamed."""


def timeline_json(made: Timeline, source: Source, title: str | None, notes: Sequence[str]) -> str:
    """Return the timeline as JSON, the same characters for the same text."""
    document = {
        "version": VERSION,
        "tool": f"clausecheck {__version__}",
        "path": source.name,
        "title": title,
        "notes": list(notes),
        "feasible": made.feasible,
        "circles": made.circles,
        "within": made.within,
        "steps": [_row(row, source) for row in made.rows],
        "exposures": [_exposure(each, made.within) for each in made.exposures],
        "worst": [_worst(each) for each in made.worst],
        "sensitive": [each.answer.given.number for each in made.sensitive],
        "detection": [
            {
                "line": source.place_of(each.at.start).line,
                "found": each.detection,
                "reported": each.report,
                "answered": each.response,
                "undone": each.undo,
                "in_time": each.detection + each.report + each.response <= each.undo,
            }
            for each in made.detection
        ],
        "answers": [
            {
                "given": match.answer.given.number,
                "answer": match.answer.gained.number,
                "said": match.answer.said,
                "less": list(match.less),
            }
            for match in made.matches
        ],
        "unanswered": [each.number for each in made.unanswered],
        "walk_away": [_held(each) for each in made.walk_away],
    }
    return in_json(standard_json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _row(row: Row, source: Source) -> dict[str, Any]:
    return {
        "clause": row.number,
        "who": list(row.who),
        "kind": row.kind,
        "line": source.place_of(row.at.start).line,
        "earliest": _day(row.first),
        "latest": _day(row.last),
        "waits_for": [{"clause": each.of, "state": each.state} for each in row.waits],
        "undo": _undo(row.undo) if row.undo is not None else None,
        "then": row.progress,
    }


def _day(day: Day | None) -> dict[str, Any] | None:
    """Return a day as a date, or as so many days after signature; None where none is set."""
    if day is None:
        return None
    if day.origin == CALENDAR:
        return {"date": day_text(day)}
    return {"days_after_signature": day.days}


def _undo(undo: TimeToUndo) -> dict[str, Any]:
    fewest, most = undo.days or (None, None)
    return {"by": undo.by, "fewest": fewest, "most": most, "source": undo.source}


def _exposure(each: Exposure, within: int) -> dict[str, Any]:
    return {
        "party": each.party,
        "given": each.answer.given.number,
        "open": each.answer.gained.number,
        "days": each.days,
        "begins": _day(each.begins),
        "ends": _day(each.ends),
        "undo": _undo(each.undo),
        "exposed": each.holds(within),
    }


def _worst(worst: Worst) -> dict[str, Any]:
    return {
        "party": worst.party,
        "longest": {"given": worst.longest.answer.given.number, "days": worst.longest.days},
        "moment": _day(worst.day),
        "open": [each.answer.given.number for each in worst.open],
    }


def _held(held: Held) -> dict[str, Any]:
    return {
        "party": held.party,
        "given": [{"clause": each.number, "undo": _undo(undo)} for each, undo in held.given],
        "owed": [each.number for each in held.owed],
        "restored_within": held.restored_within if held.given else 0,
    }

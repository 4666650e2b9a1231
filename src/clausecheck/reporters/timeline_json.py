"""The timeline for programs, as `timeline.schema.json` describes it."""

from __future__ import annotations

import json as standard_json
from typing import TYPE_CHECKING, Any

from clausecheck import __version__
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
from clausecheck.analyses.timing.moments import CALENDAR, day_of
from clausecheck.reporters.escaping import in_json
from clausecheck.reporters.timeline_parts import verdicts
from clausecheck.reporters.timeline_words import words_at

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence

    from clausecheck.analyses.exchange.exposure import Exposure, Hinge, Worst
    from clausecheck.analyses.exchange.holdings import Held
    from clausecheck.analyses.exchange.matches import Less, Shortfall
    from clausecheck.analyses.inspection.detection import Detection
    from clausecheck.analyses.timeline import Awaited, Row, Timeline
    from clausecheck.analyses.timing.schedule import Day
    from clausecheck.analyses.timing.undoing import TimeToUndo
    from clausecheck.source import Source

VERSION = 1
"""Of the schema: keys may be added within a version, never renamed."""


def timeline_json(
    made: Timeline,
    source: Source,
    title: str | None,
    notes: Sequence[str],
    leaving: tuple[str, str] | None = None,
) -> str:
    """Return the timeline as JSON, the same characters for the same text."""
    document = {
        "version": VERSION,
        "tool": f"clausecheck {__version__}",
        "path": source.name,
        "title": title,
        "notes": [*notes, *verdicts(made)],
        "force": made.standing.force,
        "signed": made.standing.signed,
        "entry_into_force": {
            "said": made.standing.entry_said,
            "date": _date(made.standing.entry),
        },
        "feasible": made.feasible,
        "exact": made.exact,
        "circles": made.circles,
        "within": made.within,
        "at": _date(made.at),
        "steps": [_row(row, source) for row in made.rows],
        "no_steps": [{"clause": number, "why": why} for number, why in made.no_steps],
        "unordered": [
            {"clause": each.step.number, "others": [other.number for other, _ in each.others]}
            for each in made.unordered
        ],
        "exposures": [_exposure(each, made.within) for each in made.exposures],
        "worst": [_worst(each) for each in made.worst],
        "verification": [_detection(each, source) for each in made.detection],
        "hinges": [_hinge(each) for each in made.hinges],
        "answers": [
            {
                "given": match.answer.given.number,
                "given_by": list(match.answer.given_by),
                "answer": match.answer.gained.number,
                "answer_by": list(match.answer.gained_by),
                "said": match.answer.said,
                "less": [_less(less) for less in match.less],
                "more": [_more(less) for less in match.more],
            }
            for match in made.matches
        ],
        "unanswered": [
            {
                "clause": each.number,
                "by": each.meaning.who.names[0],
                "who": list(each.meaning.who.names),
            }
            for each in made.unanswered
        ],
        "held": [_held(each) for each in made.held],
        "walk_away": None
        if leaving is None
        else {
            "party": leaving[0],
            "step": leaving[1],
            "held": [_held(each) for each in made.walk_away],
        },
    }
    return in_json(standard_json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _date(day: datetime.date | None) -> str | None:
    return None if day is None else str(day)


def _row(row: Row, source: Source) -> dict[str, Any]:
    return {
        "clause": row.number,
        "who": list(row.who),
        "kind": row.kind,
        "lasting": row.lasting,
        "line": source.place_of(row.at.start).line,
        "never": row.never,
        "earliest": _day(row.first),
        "latest": _day(row.last),
        "due": words_at(row.due, source) if row.due is not None else None,
        "begun": _day(row.begun),
        "target": words_at(row.target, source) if row.target is not None else None,
        "ends": _day(row.ends),
        "until": words_at(row.until, source) if row.until is not None else None,
        "waits_for": [_awaited(each) for each in row.waits],
        "undo": _undo(row.undo) if row.undo is not None else None,
        "progress": row.progress,
    }


def _awaited(awaited: Awaited) -> dict[str, Any]:
    return {
        "one_of": [
            {"of": moment.of, "state": None if moment.state == "happens" else moment.state}
            for moment in awaited.moments
        ],
        "together": awaited.together,
    }


def _day(day: Day | None) -> dict[str, Any] | None:
    """Return a day as a date, or as so many days after a moment; None where none is set."""
    if day is None:
        return None
    if day.origin == CALENDAR:
        return {"date": str(day_of(day.days))}
    return {"days": day.days, "after": str(day.origin)}


def _undo(undo: TimeToUndo) -> dict[str, Any]:
    return {
        "by": undo.by,
        **_days(undo.days),
        "source": undo.source,
        "restores": _days(undo.restores) if undo.restores is not None else None,
    }


def _days(days: tuple[int, int] | None) -> dict[str, int | None]:
    fewest, most = days or (None, None)
    return {"fewest": fewest, "most": most}


def _exposure(each: Exposure, within: int) -> dict[str, Any]:
    return {
        "party": each.party,
        "given": each.answer.given.number,
        "open": each.answer.gained.number,
        "days": each.gap.days,
        "begins": _day(each.gap.begins),
        "ends": _day(each.gap.ends),
        "ended_by": _ended_by(each),
        "lasts": each.lasts,
        "hangs": each.hanging,
        "given_on": each.given_on,
        "undo": _undo(each.undo),
        "exposed": each.holds(within),
    }


def _ended_by(each: Exposure) -> str:
    if each.term is None:
        return "the answer"
    return "either" if each.gap.days is None else "its term"


def _worst(worst: Worst) -> dict[str, Any]:
    longest = worst.longest
    return {
        "party": worst.party,
        "longest": {"given": longest.answer.given.number, "days": longest.gap.days},
        "moment": _day(worst.day),
        "open": list(dict.fromkeys(each.answer.given.number for each in worst.open)),
    }


_PARTS = ("found", "reported", "decided", "answered")


def _detection(each: Detection, source: Source) -> dict[str, Any]:
    return {
        "clause": each.provision.number,
        "line": source.place_of(each.at.start).line,
        **{
            name: length.days if length is not None else None
            for name, length in zip(_PARTS, each.parts, strict=True)
        },
        "stated": each.stated.days,
        "undo": _undo(each.undo),
        "verdict": each.verdict,
    }


def _hinge(each: Hinge) -> dict[str, Any]:
    return {
        "clause": each.number,
        "verdict": each.what,
        "days": each.days,
        "undo": _undo(each.undo),
        "flips": each.flips,
    }


_MORE = {
    "later": "sooner",
    "weaker": "stronger",
    "conditional": "unconditional",
    "shorter": "longer",
    "smaller": "larger",
    "less verified": "better verified",
    "easier to undo": "harder to undo",
    "longer to restore": "shorter to restore",
}


def _more(less: Shortfall) -> dict[str, Any]:
    """Return in what an answer is more: what the step given is less than that, turned round."""
    told = _less(less)
    turned = {"given": told["answer"], "answer": told["given"]} if "given" in told else {}
    return {**told, "how": _MORE[told["how"]], **turned}


def _less(less: Less) -> dict[str, Any]:
    if isinstance(less, SoonerOrLater):
        return {"how": "sooner or later"}
    if isinstance(less, NeverComes):
        return {"how": "never comes"}
    if isinstance(less, OnCondition):
        return {"how": "conditional"}
    if isinstance(less, Later):
        return {"how": "later", "days": less.by.days}
    if isinstance(less, EasierToUndo):
        both = {"given": _undo(less.given), "answer": _undo(less.gained)}
        return {"how": "easier to undo", **both}
    if isinstance(less, LongerToRestore):
        both = {"given": _days(less.given), "answer": _days(less.gained)}
        return {"how": "longer to restore", **both}
    return {"how": _IN_WORDS[type(less)], "given": less.given, "answer": less.gained}


_IN_WORDS: Mapping[type[Less], str] = {
    LessVerified: "less verified",
    Shorter: "shorter",
    Smaller: "smaller",
    Weaker: "weaker",
}


def _held(held: Held) -> dict[str, Any]:
    return {
        "party": held.party,
        "given": [{"clause": number, "undo": _undo(undo)} for number, undo in held.given],
        "owed": list(held.owed),
        "restored_within": held.restored_within,
    }

"""Moments in other words than the language's, and how they are written here."""

from __future__ import annotations

import re

from clausecheck.patterns import regex
from clausecheck.syntax import misreadings
from clausecheck.values import frozen

_NUMBER = r"(?<![\d.-])[AP]?\d+(?:[a-f]\b|bis|ter|quater)?(?:\.\d+){0,4}(?:\([a-z]{1,5}\)){0,3}"
_CLAUSE = r"(?:clauses?|articles?|paragraphs?|sections?|paras?\b\.?|arts?\b\.?|§+)"
_TEXT = r"(?:\s+of\s+(?:this|the(?:\s+present)?)\s+[a-z]+)?"
_DAY = r"(?:the\s+)?(?:(?:date|day|moment|time)\s+of\s+)?(?:the\s+|its\s+)?"
_EVERY = r"(?:all|both|each|every)\s+(?:of\s+)?(?:the\s+)?"
_INSTRUMENTS = r"instruments?\s+of\s+ratification"
_SPAN = rf"\d+\s+{misreadings.UNIT}"

CLAUSE_BY_ITS_WORD = regex(rf"\b(?:the\s+)?{_CLAUSE}\s*(?={_NUMBER}\b)", re.IGNORECASE)
CLAUSE_WITH_STATE = regex(
    rf"\s*(?:the\s+)?{_CLAUSE}\s*{_NUMBER}\s+(?:is|are|has|have|begins?|starts?)\b", re.IGNORECASE
)
"""A condition that could be read as what somebody does, since it names a clause by its word."""


@frozen
class Reading:
    """Words that say the same in another way; `message` has a place for them.

    Where only some of them are wrong, those are the group `wrong`.
    """

    pattern: re.Pattern[str]
    right: str
    message: str


def _reading(pattern: str, right: str, message: str) -> Reading:
    return Reading(regex(pattern, re.IGNORECASE), right, message)


_STATE = "`{}` is not how the state of a clause is written"
_EVENT = "`{}` is not how this moment is named"
_SAID_ALREADY = "the label says `{}` already"
_LENGTH = "`{}` is not how a span of time is written"
_CLOCK = "`{}` is not how a time of day is written"
_ON_A_DAY = r"\b(\d{4}-\d\d-\d\d)(?:T|\s+at\s+|\s+)"
_READINGS = (
    _reading(
        r"\A(?:an?\s+|the\s+)?(?:period|term|total)\s+of\s+", "", "the label says `{}` already"
    ),
    _reading(r"\bhalf\s+a\s+year\b|½\s+years?\b(?<!1½ years)", "6 months", _LENGTH),
    _reading(
        r"\b(?:a|one)\s+year\s+and\s+a\s+half\b|\bone\s+and\s+a\s+half\s+years\b|\b1½\s+years\b",
        "18 months",
        _LENGTH,
    ),
    _reading(r"\b(\d+)\s*(?:yrs?|y)\b\.?", r"\1 years", _LENGTH),
    _reading(r"\b(\d+)\s*(?:mos|mths?)\b\.?", r"\1 months", _LENGTH),
    _reading(r"\b(\d+)\s*(?:wks?)\b\.?", r"\1 weeks", _LENGTH),
    _reading(r"\b(\d+)\s*(?:hrs?|h)\b\.?", r"\1 hours", _LENGTH),
    _reading(
        rf"{_ON_A_DAY}(\d{{1,2}})[:.h](\d\d)(?::\d\d(?:\.\d+)?)?\s*Z\b", r"\1 \2:\3 UTC", _CLOCK
    ),
    _reading(
        rf"{_ON_A_DAY}(\d{{1,2}})(?:[.h](\d\d)(?!\d)|:(\d\d):\d\d(?:\.\d+)?)", r"\1 \2:\3\4", _CLOCK
    ),
    _reading(r"\b(\d{4}-\d\d-\d\d)(?:T|\s+at\s+)(?=\d{1,2}:\d\d)", r"\1 ", _CLOCK),
    _reading(
        r"\b(?:this|the)\s+(?:present\s+)?[a-z]+\s+(?:(?:enters|comes)\s+into\s+force|takes\s+effect)",
        "entry into force",
        _EVENT,
    ),
    _reading(r"\b(?:this|the)\s+(?:present\s+)?[a-z]+\s+is\s+signed\b", "signature", _EVENT),
    _reading(
        r"\A(?:(?:no|not)\s+(?:later|more)\s+than|on\s+or\s+(?:before|after)|not\s+after|by|before"
        r"|until|after|upon|following|from|on|at(?!\s+(?:least|most)\b))\s+(?=\S)",
        "",
        _SAID_ALREADY,
    ),
    Reading(CLAUSE_BY_ITS_WORD, "", "a clause is named by its number alone"),
    _reading(
        rf"\b(?:the\s+)?(?:completion|fulfilment|implementation|execution)\s+of\s+({_NUMBER})",
        r"\1 is complete",
        _STATE,
    ),
    _reading(rf"\b(?:the\s+)?verification\s+of\s+({_NUMBER})", r"\1 is verified", _STATE),
    _reading(rf"\b(?:the\s+)?(?:breach|violation)\s+of\s+({_NUMBER})", r"\1 is breached", _STATE),
    _reading(
        rf"\b(?:the\s+)?(?:beginning|start|commencement)\s+of\s+({_NUMBER})", r"\1 begins", _STATE
    ),
    _reading(
        rf"\b({_NUMBER})\s+(?:completes|complete|(?:(?:is|are|has\s+been|have\s+been)\s+)?"
        r"(?:completed|fulfilled|carried\s+out|implemented|executed|done|finished|performed))\b",
        r"\1 is complete",
        _STATE,
    ),
    _reading(
        rf"\b({_NUMBER})\s+(?:(?:has|have)\s+been\s+verified|verified)\b", r"\1 is verified", _STATE
    ),
    _reading(
        rf"\b({_NUMBER})\s+(?:(?:(?:is|are|has\s+been|have\s+been)\s+)?(?:violated|broken)"
        r"|(?:has|have)\s+been\s+breached|breached)\b",
        r"\1 is breached",
        _STATE,
    ),
    _reading(
        rf"\b({_NUMBER})\s+(?:starts?|commences?|begin\b|(?:is|has|have)\s+(?:begun|started|commenced))\b",
        r"\1 begins",
        _STATE,
    ),
    _reading(
        rf"\b(?!signature\Z|signature\s+(?!of\b)){_DAY}(?:signature|signing)\b{_TEXT}",
        "signature",
        _EVENT,
    ),
    _reading(
        rf"\b(?!entry\s+into\s+force(?!\s+of\b)){_DAY}"
        rf"(?:(?:entry|coming|entering)\s+into\s+force|effective\s+date|EIF)\b{_TEXT}",
        "entry into force",
        _EVENT,
    ),
    _reading(
        r"\b(?:(?:on|upon)\s+)?(?<!\d\s)the\s+day\s+(?:after|following)\b", "1 day after", _LENGTH
    ),
    _reading(
        rf"\b(?:{_DAY}deposit\s+of\s+(?:{_EVERY}|last\s+){_INSTRUMENTS}"
        rf"|(?:{_EVERY}|(?:the\s+)?last\s+){_INSTRUMENTS}\s+(?:is|are|has\s+been|have\s+been)\s+deposited"
        rf"|(?:{_DAY}deposit\s+of\s+)?(?:the\s+)?last\s+ratification"
        rf"|{_EVERY}part(?:y|ies)\s+(?:has|have)\s+ratified(?:\s+it)?)\b",
        "deposit of the last instrument of ratification",
        _EVENT,
    ),
    _reading(
        rf"\b(?!(?:ratification|exchange|deposit)\b){_DAY}"
        rf"(ratification|(?:exchange|deposit)\s+of\s+(?:the\s+)?(?:last\s+)?{_INSTRUMENTS})\b{_TEXT}",
        r"\1",
        _EVENT,
    ),
    _reading(
        r"(?<=instruments of ratification)\s+with\s+\S.*\Z"
        r"|(?<=instrument of ratification)\s+with\s+\S.*\Z",
        "",
        "`{}` belongs after `depositary:` in the head",
    ),
    _reading(
        r"\b(\d+)\s+(?:calendar|consecutive|clear|full)\s+(days?|weeks?|months?|years?)\b",
        r"\1 \2",
        _LENGTH,
    ),
    _reading(
        rf"(?<!within )\b(?P<span>{_SPAN})\s+(?P<wrong>from|since|of|following|upon|later\s+than)"
        r"\s+(?=\S)",
        r"\g<span> after ",
        "a span of time is counted `after` or `before` a moment",
    ),
)
_WORKING = regex(r"(\d{1,6})\s+(?:working|business|banking|week)[\s-]+days?\b", re.IGNORECASE)


@frozen
class Said:
    """A value in other words: where they begin, what is wrong with them, and the right value."""

    start: int
    end: int
    message: str
    right: str


def said(value: str) -> Said | None:
    """Return how a value that is, or has in it, a moment in other words is to be written."""
    first: Said | None = None
    right = value
    for reading in _READINGS:
        match = reading.pattern.search(right)
        if match:
            wrong = match.group().strip()
            start = value.find(wrong)
            if "wrong" in reading.pattern.groupindex and start >= 0:
                start += match.start("wrong") - match.start()
                wrong = match["wrong"]
            if start >= 0 and (first is None or start < first.start):
                shown = " ".join(wrong.split())
                first = Said(start, start + len(wrong), reading.message.format(shown), "")
            right = reading.pattern.sub(reading.right, right)
    if first is None:
        return None
    return Said(first.start, first.end, first.message, " ".join(right.split()))


def working_days(value: str) -> tuple[str, int] | None:
    """Return working days as written, and about how many days of the calendar they take."""
    match = _WORKING.search(value)
    return (match.group(), -(-int(match.group(1)) * 7 // 5)) if match else None

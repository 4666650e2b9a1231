"""Dates, spans of time and moments that are written otherwise than the language has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.syntax import dates, misreadings, moments
from clausecheck.syntax.slip import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable

    from clausecheck.syntax.lines import Line


def misdated(text: str, start: int, end: int) -> Unreadable | None:
    """Return a slip if there is a date in another notation between two places."""
    date = dates.date_in(text[start:end])
    if date is None:
        return None
    wrong, right = date
    at = text.index(wrong, start)
    dash = dates.dash_in(wrong)
    message = f"`{' '.join(wrong.split())}` is not how a date is written"
    if dash:
        message = f"{dash} stands for the hyphens of a date"
    return Unreadable(Span(at, at + len(wrong)), message, f"write {right}")


def span_in_words(text: str, start: int, end: int) -> Unreadable | None:
    """Return a slip for a span of time whose number is a word, counted from a moment."""
    match = misreadings.SPAN_BEFORE_A_MOMENT.match(text, start, end)
    span = misreadings.span_in(match.group()) if match else None
    return _mistimed(start, span) if span else None


def _mistimed(start: int, span: tuple[str, str]) -> Unreadable:
    wrong, right = span
    return Unreadable(
        Span(start, start + len(wrong)),
        f"`{wrong}` is not how a span of time is written",
        f"write `{right}`",
    )


def run_together(text: str, start: int, end: int) -> Unreadable | None:
    """Return a slip for a word that begins with a digit if it is a date or span, as `60days`."""
    span = misreadings.span_in(text[start:end])
    if span and span[0] == text[start:end]:
        return _mistimed(start, span)
    return misdated(text, start, end)


def year_alone(start: int, end: int, year: str) -> Unreadable:
    """Say that a year stands where a day or a clause does."""
    return Unreadable(
        Span(start, end),
        f"`{year}` is a year, not a day or a clause",
        f"write a day, as in `{year}-12-31`, or a month, as in `{year}-12`",
    )


_MOMENTS = frozenset(
    "on by from until target after before ends date starts established if unless when every for"
    " duration".split()
) | {
    "verification ends",
    "entry into force",
    "together with",
    "in parallel with",
    "counted from",
}
"""The labels whose value is, or may be, a moment or span of time."""


_TERM_FROM = regex(
    rf"(?P<span>\d+\s+{misreadings.UNIT})\s+(?P<from>from|after|of|since)\s+(?P<moment>\S.*)"
)


_BY_SEVERAL = regex(r"(?P<event>ratification|signature|approval) by (?P<who>[^,]+(?:, .+| and .+))")
_ITS_OWN_TERM = regex(
    r"(?:the )?(?:duration|term|life|lifetime|validity) of (?:this|the) (?:present )?[a-z]+"
)
_OF_SOMETHING = regex(
    rf"(?P<span>\d+\s+{misreadings.UNIT}\s+(?:after|before))\s+"
    r"(?P<what>(?:its|their|such|that|this|each)\s+[a-z][a-z ]*)"
)
_DAY = r"\d{4}-\d\d(?:-\d\d)?"
_ELSEWHERE = regex(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+ (?:[AP]?\d|[IVXLC]+[.(])[\w.()]*")
_FROM_TO = regex(rf"(?:between\s+)?(?P<first>{_DAY})\s+(?:to|and|until|till)\s+(?P<last>{_DAY})")
_ONLY_SPAN = regex(rf"(?:within\s+)?(\d+\s+{misreadings.UNIT})")


def untimed(label: str, value: str, at: Span, accepts: Callable[[str], bool]) -> Unreadable | None:
    """Return a slip for a time that is in other words or counts from no moment."""
    term = _TERM_FROM.match(value) if label in {"for", "duration"} else None
    if term:
        return Unreadable(
            Span(at.start + term.start("from"), at.end),
            f"`{label}:` says how long, not from when",
            f"write `{label}: {term['span']}`, and `from: {term['moment']}` below it",
        )
    whole = _ITS_OWN_TERM.fullmatch(value) if label in {"for", "duration"} else None
    if whole:
        return Unreadable(
            at,
            f"`{value}` is no span of time",
            "leave the line out: this holds as long as the text does",
        )
    since = _OF_SOMETHING.fullmatch(value) if label in _MOMENTS else None
    if since:
        return Unreadable(
            Span(at.start + since.start("what"), at.end),
            f"`{since['what']}` names no clause and no event",
            f"name a clause, as in `{label}: {since['span']} 2.1 is complete`, or declare an event",
        )
    several = _BY_SEVERAL.fullmatch(value) if label in _MOMENTS else None
    if several:
        return Unreadable(
            Span(at.start + several.start("who"), at.end),
            "a moment names one party, or all of them",
            by_several(label, several["event"], several["who"]),
        )
    both = _FROM_TO.fullmatch(value) if label in _MOMENTS else None
    if both:
        begins, ends = ("from", "until") if label in {"from", "until"} else ("after", "by")
        return Unreadable(
            Span(at.start + both.start("first"), at.end),
            f"`{label}:` takes one moment",
            f"write `{begins}: {both['first']}`, and `{ends}: {both['last']}` below it",
        )
    elsewhere = _ELSEWHERE.search(value) if label in _MOMENTS else None
    if elsewhere:
        return Unreadable(
            Span(at.start + elsewhere.start(), at.start + elsewhere.end()),
            "the state of another text's clause is no moment of this one",
            f'write `event` and a name for it, and below that `when: outside this text, "{value}"`',
        )
    if label in _MOMENTS:
        other = moments.said(value)
        if other:
            here = Span(at.start + other.start, at.start + other.end)
            return Unreadable(here, other.message, f"write `{label}: {other.right}`")
    often = misreadings.often_in(value, label)
    if often:
        return Unreadable(at, f"`{value}` is not how a span of time is written", f"write `{often}`")
    working = moments.working_days(value)
    if working:
        wrong, days = working
        start = at.start + value.index(wrong)
        return Unreadable(
            Span(start, start + len(wrong)),
            "a span of time counts the days of the calendar",
            f'write about as many, `{days} days`, or `{label}: "{value}"`',
        )
    span = misreadings.span_in(value)
    if span:
        return _mistimed(at.start + value.index(span[0]), span)
    only = _ONLY_SPAN.fullmatch(value) if accepts("AFTER") or accepts("OF") else None
    if only:
        return Unreadable(
            at,
            f"`{value}` counts from no moment",
            f"write `{label}: {only.group(1)} after signature`, or another moment",
        )
    return None


def by_several(label: str, event: str, who: str) -> str:
    """Return what to write where some of the parties are named who ratify or sign."""
    return (
        f"write `{event} by all parties` if they are all, or declare `event {event}s` with "
        f'`when: outside this text, "{event} by {who}"` and write `{label}: {event}s`'
    )


def clause_by_its_word(text: str, line: Line, at: int) -> Unreadable:
    """Say of a value, which begins at a place, that it names a clause by its word."""
    value = text[at : line.end]
    other = moments.said(value)
    assert other is not None  # noqa: S101 - the value was seen to begin with the word
    here = Span(at + other.start, at + other.end)
    return Unreadable(here, other.message, f"write `{line.word}: {other.right}`")

"""Dates in another notation than the language's, and how they are written here."""

from __future__ import annotations

import calendar
import datetime
import re
from typing import TYPE_CHECKING

from clausecheck.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_DASHES = {
    "–": "an en dash",
    "—": "an em dash",
    "\u2212": "a minus sign",
    "\u2012": "a figure dash",
}
DASHES = "".join(_DASHES)
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
)
_SHORTEST_MONTH = 3
_LAST_MONTH = 12
_MONTH = r"[A-Za-z]{3,9}"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_IN_WORDS = regex(
    rf"(?:the\s+)?(?P<day>{_DAY})\s+(?:day\s+)?(?:of\s+)?(?P<month>{_MONTH})\.?,?\s+(?P<year>\d{{4}})\b"
    rf"|(?P<month2>{_MONTH})\.?\s+(?:(?P<day2>{_DAY}),?\s+)?(?P<year2>\d{{4}})\b"
)
_WITHOUT_YEAR = regex(
    rf"(?P<day>{_DAY})\s+(?:of\s+)?(?P<month>{_MONTH})\.?|(?P<month2>{_MONTH})\.?\s+(?P<day2>{_DAY})"
)
_END_OF_MONTH = regex(
    rf"(?:the\s+)?end\s+(?:of\s+)?(?P<month>{_MONTH})\s+(?P<year>\d{{4}})\b", re.IGNORECASE
)
_IN_DIGITS = regex(
    rf"(?P<year>\d{{4}})(?P<a>[-/._,{DASHES}]|\s-\s|\s)(?P<month>\d{{1,2}})(?P=a)(?P<day>\d{{1,2}})"
    r"(?![\w.]?\d)"
    rf"|(?P<day2>\d{{1,2}})(?P<b>[-/._{DASHES}])(?P<month2>\d{{1,2}})(?P=b)(?P<year2>\d{{4}}|\d\d)"
    r"(?![\w.]?\d)"
    r"|(?P<year3>\d{4})[-/.](?P<month3>\d)(?![\w.]?\d)"
    r"|(?<![\d/.-])(?P<month4>\d{1,2})[-/.](?P<year4>\d{4})(?![\w.]?\d)"
)
_RUN_TOGETHER = regex(
    r"(?<![\w.-])(?P<year>(?:19|20|21)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?![\w.-])"
)
_IN_KOREAN_OR_CHINESE = regex(
    r"(?P<year>\d{4})\s*[년年]\s*(?P<month>\d{1,2})\s*[월月](?:\s*(?P<day>\d{1,2})\s*[일日])?"
)
_LONG_YEAR = regex(r"(?<!\d)(?P<year>\d{5,9})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")
_WEEK = regex(r"(?P<year>(?:19|20|21)\d\d)-?W(?P<week>0[1-9]|[1-4]\d|5[0-2])(?![\w-])")
_GOOD_DATE = regex(r"\d{4}-\d{2}-\d{2}\b")
_YEAR = regex(r"(?:19|20|21)\d\d\b")


def _part_of_a_year(pattern: str) -> re.Pattern[str]:
    return regex(pattern.replace("YEAR", f"({_YEAR.pattern})"), re.IGNORECASE)


_EXACT_PARTS = tuple(
    (_part_of_a_year(pattern), day)
    for pattern, day in (
        (
            r"(?:the\s+)?(?:end|close)\s+(?:of\s+)?(?:the\s+year\s+)?YEAR|year-?\s?end\s+YEAR",
            "12-31",
        ),
        (r"(?:the\s+)?(?:beginning|start)\s+of\s+(?:the\s+year\s+)?YEAR", "01-01"),
        (r"H1[\s/-]*YEAR|YEAR[\s/-]*H1\b|(?:the\s+)?first\s+half\s+of\s+YEAR", "06-30"),
        (r"H2[\s/-]*YEAR|YEAR[\s/-]*H2\b|(?:the\s+)?second\s+half\s+of\s+YEAR", "12-31"),
        (r"Q1[\s/-]*YEAR|YEAR[\s/-]*Q1\b|(?:the\s+)?first\s+quarter\s+(?:of\s+)?YEAR", "03-31"),
        (r"Q2[\s/-]*YEAR|YEAR[\s/-]*Q2\b|(?:the\s+)?second\s+quarter\s+(?:of\s+)?YEAR", "06-30"),
        (r"Q3[\s/-]*YEAR|YEAR[\s/-]*Q3\b|(?:the\s+)?third\s+quarter\s+(?:of\s+)?YEAR", "09-30"),
        (
            r"Q4[\s/-]*YEAR|YEAR[\s/-]*Q4\b|(?:the\s+)?(?:fourth|last)\s+quarter\s+(?:of\s+)?YEAR",
            "12-31",
        ),
    )
)
"""Parts of a year, with their last day; of its beginning the first."""
_LOOSE_PARTS = tuple(
    (_part_of_a_year(pattern), day)
    for pattern, day in (
        (r"(?:the\s+)?mid(?:dle)?[\s-]+(?:of\s+)?YEAR", "06-15"),
        (r"(?:the\s+)?spring\s+(?:of\s+)?YEAR", "05-31"),
        (r"(?:the\s+)?summer\s+(?:of\s+)?YEAR", "08-31"),
        (r"(?:the\s+)?(?:autumn|fall)\s+(?:of\s+)?YEAR", "11-30"),
        (r"(?:the\s+)?winter\s+(?:of\s+)?YEAR", "12-31"),
        (r"early\s+(?:in\s+)?YEAR", "03-31"),
        (r"late\s+(?:in\s+)?YEAR", "12-31"),
    )
)
"""Parts of a year whose end nobody has fixed, with a day that may be meant."""


def date_in(value: str) -> tuple[str, str] | None:
    """Return a date in another notation and what to write, or None."""
    return (
        _part_of_year_in(value)
        or _in_digits(value)
        or _run_together(value)
        or _week_in(value)
        or _end_of_month_in(value)
        or _in_words(value)
        or _without_year(value)
    )


def dash_in(date: str) -> str | None:
    """Return what a dash between the numbers of a date is called, if there is one."""
    return next((name for sign, name in _DASHES.items() if sign in date), None)


_LONGEST = 7000
_IN_A_YEAR = {"minute": 525_600, "hour": 8760, "day": 365, "week": 52, "month": 12, "year": 1}


def ends_beyond_calendar(number: str, unit: str) -> bool:
    """Tell whether a span of time from any day of ours would end past the last year, 9999."""
    in_a_year = next(count for name, count in _IN_A_YEAR.items() if unit.startswith(name))
    return float(number.replace(",", "")) > _LONGEST * in_a_year


def _part_of_year_in(value: str) -> tuple[str, str] | None:
    if not _YEAR.search(value):
        return None  # as it mostly is: the patterns below are then never compiled
    for pattern, day in _EXACT_PARTS:
        match = pattern.search(value)
        if match:
            return match.group(), f"`{_year(match)}-{day}`"
    for pattern, day in _LOOSE_PARTS:
        match = pattern.search(value)
        if match:
            right = f'a day, as in `{_year(match)}-{day}`, or `"{match.group()}"` if none is meant'
            return match.group(), right
    return None


def _year(match: re.Match[str]) -> str:
    return next(year for year in match.groups() if year)


def _in_digits(value: str) -> tuple[str, str] | None:
    match = _IN_DIGITS.search(value)
    if match is None or _GOOD_DATE.match(match.group()):
        return None
    month, year = match["month3"] or match["month4"], match["year3"] or match["year4"]
    if month:
        return match.group(), f"`{year}-{int(month):02}`"
    if match["year"]:
        return match.group(), f"`{_iso(match['year'], match['month'], match['day'])}`"
    year, month, day = match["year2"], match["month2"], match["day2"]
    if int(month) > _LAST_MONTH:
        month, day = day, month
    right = f"`{_iso(year, month, day)}`"
    if int(day) <= _LAST_MONTH and int(day) != int(month):
        right += f", or `{_iso(year, day, month)}` if the month stands first"
    return match.group(), right


def _in_words(value: str) -> tuple[str, str] | None:
    return next(((value[at:end], f"`{date}`") for at, end, date in dates_in_words(value)), None)


def dates_in_words(value: str) -> Iterator[tuple[int, int, str]]:
    """Yield where a date with its year is written in words, and how it is written here."""
    for match in _IN_WORDS.finditer(value):
        month = _month(match["month"] or match["month2"])
        day, year = match["day"] or match["day2"], match["year"] or match["year2"]
        if month and day:
            yield *match.span(), _iso(year, str(month), str(_figures(day)))
        elif month:
            yield *match.span(), f"{year}-{month:02}"


def _run_together(value: str) -> tuple[str, str] | None:
    """Return a date without signs between its numbers, with words there, or with a long year."""
    for pattern in (_RUN_TOGETHER, _IN_KOREAN_OR_CHINESE):
        match = pattern.search(value)
        if match and match["day"]:
            return match.group(), f"`{_iso(match['year'], match['month'], match['day'])}`"
        if match:
            return match.group(), f"`{match['year']}-{int(match['month']):02}`"
    match = _LONG_YEAR.search(value)
    if match is None:
        return None
    right = _iso(match["year"][:4], match["month"], match["day"])
    return match.group(), f"the year in four figures, as in `{right}`"


def _week_in(value: str) -> tuple[str, str] | None:
    match = _WEEK.search(value)
    if match is None:
        return None
    sunday = datetime.date.fromisocalendar(int(match["year"]), int(match["week"]), 7)
    return match.group(), f"a day, as in `{sunday.isoformat()}`"


def _end_of_month_in(value: str) -> tuple[str, str] | None:
    match = _END_OF_MONTH.search(value)
    month = _month(match["month"]) if match else 0
    if match is None or not month:
        return None
    year = int(match["year"])
    last = calendar.monthrange(max(year, 1), month)[1]
    return match.group(), f"`{year:04}-{month:02}-{last}`"


def _without_year(value: str) -> tuple[str, str] | None:
    match = _WITHOUT_YEAR.fullmatch(value.strip())
    month = _month(match["month"] or match["month2"]) if match else 0
    if match is None or not month:
        return None
    day = _figures(match["day"] or match["day2"])
    return match.group(), f"it with its year, as in `2027-{month:02}-{day:02}`"


def _month(name: str) -> int:
    """Return a month's number by its name or the beginning of it, 0 for what is none."""
    lower = "sep" if name.lower() == "sept" else name.lower()
    for number, month in enumerate(_MONTHS, 1):
        if len(lower) >= _SHORTEST_MONTH and month.startswith(lower):
            return number
    return 0


def _figures(day: str) -> int:
    return int(day.rstrip("stndrh"))


def _iso(year: str, month: str, day: str) -> str:
    """Return a date as it is written here; of a day that no month has, the nearest."""
    year = f"20{year}" if len(year) == len("18") else year
    number = min(max(int(month), 1), _LAST_MONTH)
    last = calendar.monthrange(max(int(year), 1), number)[1]
    return f"{year}-{number:02}-{min(max(int(day), 1), last):02}"

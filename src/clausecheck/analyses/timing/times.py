"""What labels say of time, where it cannot be told when."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import cast, get_args

from clausecheck.analyses.timing.moments import NO_MORE, days_of
from clausecheck.model import nodes
from clausecheck.model.names import PREDECLARED_EVENTS, Names
from clausecheck.model.reading import Said
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.vocabulary import Act, Object, Vague, Vocabulary


def quoted_words(value: nodes.Value) -> Iterator[tuple[Span, str]]:
    """Yield every run of words in quotation marks, with its place."""
    for node in walk(value):
        if isinstance(node, nodes.Words) or (isinstance(node, nodes.Name) and node.quoted):
            yield node.span, node.text


def open_words(value: nodes.Value, names: Names) -> Iterator[Span]:
    """Yield the places of words in quotation marks that are no declared event.

    An event outside the text is its drafters' own choice and is not among them.
    """
    if isinstance(value, nodes.Outside):
        return
    for node in walk(value):
        if isinstance(node, nodes.Name) and node.quoted:
            if node.text not in names.events and node.text not in PREDECLARED_EVENTS:
                yield node.span
        elif isinstance(node, nodes.Words) and node.text not in names.events:
            yield node.span


def at_will(label: nodes.Label, said: Said, names: Names, vocabulary: Vocabulary) -> Iterator[Span]:
    """Yield the words by which a duty lasts as long as the one who owes it likes."""
    if label.name in {"for", "until", "duration"}:
        for at, text in quoted_words(label.value):
            matches = vocabulary.find(text.split(), ("vague",))
            endless = any(match.term.name == "as-long-as-necessary" for match in matches)
            if endless or (text not in names.events and _finds_itself(text, said, names)):
                yield at


def by_own_judgement(label: nodes.Label, said: Said, names: Names) -> Iterator[Span]:
    """Yield the words of a condition that holds when the one whom it serves says that it does."""
    if label.name not in {"if", "unless"} or said.labels.stated("judged by"):
        return
    for at, text in quoted_words(label.value):
        if _finds_itself(text, said, names):
            yield at


def _finds_itself(text: str, said: Said, names: Names) -> bool:
    """Tell whether words say that the one whom the sentence binds or frees finds or decides it."""
    own = {name for meaning in said.meanings for name in meaning.who.names}
    words = text.split()
    who, then = names.match(words, 0) or ("", 1)
    if words[:2] == ["that", "party"]:
        who, then = next(iter(own), ""), 2
    itself = who in own or (len(own) == 1 and words[:1] == ["it"])
    return itself and not _JUDGING.isdisjoint(words[then : then + 1])


def is_plain_fact(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether anybody can see that a condition holds: a time has passed, a paper is deposited.

    Whether forces have left or a pledge was kept well takes a judge.
    """
    words = text.lower().split()
    matches = vocabulary.find(text.split(), ("act", "noun", "object", "vague"))
    done = {m.term.name for m in matches if isinstance(m.term, Act)}
    things = [m.term.group for m in matches if isinstance(m.term, Object)]
    if (
        any(isinstance(match.term, Vague) for match in matches)
        or not set(things) <= set(vocabulary.names("plain-things"))
        or not done <= set(vocabulary.names("plain-acts"))
        or any(word.endswith("ly") for word in words)
    ):
        return False
    counted = any(
        unit.removesuffix("s") in get_args(nodes.Unit) and _counts(number)
        for number, unit in pairwise(words)
    )
    return bool(done - _HAVING) or (counted and not _PASSED.isdisjoint(words))


def _counts(word: str) -> bool:
    return word.isdigit() or word in _NUMBERS


_NUMBERS = frozenset(
    "a one two three four five six seven eight nine ten twelve fifteen thirty sixty ninety".split()
)
_PASSED = frozenset({"passed", "elapsed", "gone", "since"})
_HAVING = frozenset({"possess"})
_JUDGING = frozenset(
    {"considers", "consider", "deems", "deem", "finds", "judges", "decides", "decide"}
)


def most_days(period: nodes.Period) -> int:
    """Return the most days a span of time can take, rounded up; one month has 31, a year 366."""
    return days_of(period)[1]


def most_days_between(frequency: nodes.Frequency) -> int | None:
    """Return the most days from one time to the next; None where the text leaves it open.

    Twice a month is every 16 days: nobody who asks for two looks means both on one day.
    """
    if frequency.every is not None:
        return most_days(frequency.every)
    times = float((frequency.times or "0").replace(",", ""))
    if frequency.unit is None or not times or (frequency.qualifier or "").lower() in NO_MORE:
        return None
    return math.ceil(most_days(nodes.Period(frequency.span, "1", None, frequency.unit)) / times)


def most_days_of(span: nodes.Quantity) -> int:
    """Return the most days that a span of time in a sentence can take."""
    return most_days(as_period(span))


def as_period(span: nodes.Quantity) -> nodes.Period:
    """Return a span of time in a sentence as one in a label."""
    unit = cast("nodes.Unit", (span.unit or "").removesuffix("s"))
    return nodes.Period(span.span, span.least, span.most, unit)


def fewest_years(period: nodes.Period) -> float:
    """Return the fewest years a span of time can take: six months are half a year."""
    of_a_year = {"year": 1, "month": 12}.get(period.unit)
    if of_a_year is None:
        return days_of(period)[0] / 365
    return float(period.least.replace(",", "")) / of_a_year


def in_words(days: int) -> str:
    """Return a number of days in words, and in years too where a reader would count in them."""
    return f"{days} day{'' if days == 1 else 's'}{_in_years(days)}"


def as_figure(days: int) -> str:
    """Return the same without the word."""
    return f"{days}{_in_years(days)}"


def _in_years(days: int) -> str:
    years = round(days / _A_YEAR)
    whole = years >= _YEARS_READ_AS_SUCH and abs(days - years * _A_YEAR) <= _SHORT_OF_ONE
    return f" ({years} years)" if whole else ""


_A_YEAR = 365.25
_YEARS_READ_AS_SUCH = 2
_SHORT_OF_ONE = 2
"""Days by which so many years may differ, as leap years fall."""

"""What stands behind a label."""

from __future__ import annotations

from typing import Literal, TypeAlias

from attrs import field

from clausecheck.model.nodes.sentences import Part, Sentence
from clausecheck.model.nodes.times import (
    Bound,
    ClauseState,
    Combined,
    Date,
    Event,
    Frequency,
    Offset,
    Own,
    Period,
    Quota,
    Reference,
    Time,
    Until,
    Within,
    WithoutLimit,
)
from clausecheck.model.nodes.words import (
    Bracket,
    Name,
    Sign,
    Silence,
    Words,
    joining_field,
    span_field,
)
from clausecheck.source import Span
from clausecheck.values import frozen


@frozen
class Phrase:
    """Free words with the quantities and references among them, read through the vocabulary."""

    span: Span = span_field()
    parts: tuple[Part, ...] = ()
    joined_by: Sign = joining_field()


@frozen
class Outside:
    """An event that this text does not govern."""

    span: Span = span_field()
    words: Words = field(kw_only=True)


@frozen
class Approval:
    """Who signs, ratifies or authorises, and by what body or in what capacity."""

    span: Span = span_field()
    actor: Name = field(kw_only=True)
    by: Phrase | None = None


@frozen
class Member:
    """A member of a body, or how many come from whom."""

    span: Span = span_field()
    number: str | None = None
    actor: Name = field(kw_only=True)


@frozen
class Verifier:
    """Who verifies (jointly, if several), by which methods, and when."""

    span: Span = span_field()
    actors: tuple[Name, ...] = ()
    methods: tuple[Name, ...] = ()
    timing: tuple[Frequency | Offset | Within, ...] = ()


@frozen
class Report:
    """When verification reports, and to whom."""

    span: Span = span_field()
    timing: Frequency | Offset | Within | None = None
    to: tuple[Name, ...] = ()


@frozen
class Reversal:
    """Whether a step can be taken back, by whom and within what time."""

    span: Span = span_field()
    possible: bool = True
    by: tuple[Name, ...] = ()
    within: Period | None = None


@frozen
class Notice:
    """How long before leaving the others must be told."""

    span: Span = span_field()
    period: Period = field(kw_only=True)


@frozen
class Condition:
    """A condition within a value."""

    span: Span = span_field()
    phrase: Phrase = field(kw_only=True)


@frozen
class Languages:
    """The authentic languages, and which prevails."""

    span: Span = span_field()
    names: tuple[Name, ...] = ()
    prevailing: Name | None = None
    verb: str = field(default="prevails", eq=False)
    """`prevails`; of all of them `prevail` or `equally authentic`."""

    @property
    def ranked(self) -> bool:
        """Whether one comes before the others, which all cannot."""
        return self.prevailing is not None and self.verb == "prevails"


@frozen
class Baseline:
    """What is counted from when, for the parties named or for all."""

    span: Span = span_field()
    time: Time = field(kw_only=True)
    actors: tuple[Name, ...] = ()


@frozen
class LimitsRow:
    """The ceilings of one zone or kind."""

    span: Span = span_field()
    name: Name = field(kw_only=True)
    limits: tuple[Phrase, ...] = ()


@frozen
class Review:
    """The encoder's own judgement on what became of a clause."""

    span: Span = span_field()
    state: Literal["done", "suspended", "ended", "reversible"] = "done"
    date: Date | None = None
    by: tuple[Name, ...] = ()
    within: Period | None = None


@frozen
class Listed:
    """Several values in one label, in text order."""

    span: Span = span_field()
    values: tuple[Value, ...] = ()


@frozen
class Text:
    """Free text to the end of the line, to the letter."""

    span: Span = span_field()
    text: str = ""


Value: TypeAlias = (
    Date
    | ClauseState
    | Event
    | Own
    | Offset
    | Combined
    | Bound
    | Within
    | WithoutLimit
    | Until
    | Period
    | Frequency
    | Quota
    | Words
    | Name
    | Silence
    | Reference
    | Phrase
    | Outside
    | Approval
    | Member
    | Verifier
    | Report
    | Reversal
    | Notice
    | Condition
    | Languages
    | Baseline
    | LimitsRow
    | Review
    | Listed
    | Text
    | Sentence
    | Bracket
)


def values_of(value: Value) -> tuple[Value, ...]:
    """Return the values of a label in text order, of which one alone is no list."""
    return value.values if isinstance(value, Listed) else (value,)

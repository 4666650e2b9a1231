"""Days, spans and moments, and the clauses that moments hang on."""

from __future__ import annotations

from typing import Literal, TypeAlias

from attrs import field

from clausecheck.model.nodes.words import Name, Sign, joining_field, span_field
from clausecheck.source import Span
from clausecheck.values import frozen

Unit = Literal["minute", "hour", "day", "week", "month", "year"]


@frozen
class Period:
    """A span of time; `most` differs from `least` in a range."""

    span: Span = span_field()
    least: str = ""
    most: str | None = None
    unit: Unit = "day"
    qualifier: str | None = None


@frozen
class Date:
    """A day, or a month where `day` is None; `clock` and `zone` as written."""

    span: Span = span_field()
    year: int = 0
    month: int = 0
    day: int | None = None
    clock: str | None = None
    zone: str | None = None


@frozen
class Reference:
    """A clause by its number, of this text or, with `instrument`, of the file of that name.

    With `last`, all clauses from the first to the last.
    """

    span: Span = span_field()
    number: str = ""
    last: str | None = None
    instrument: str | None = None
    joined_by: Sign = joining_field()


State = Literal["begins", "is complete", "is verified", "is breached", "point not stated"]


@frozen
class ClauseState:
    """A clause coming to a point; `state` is None where the text forgets to name it."""

    span: Span = span_field()
    clause: Reference = field(kw_only=True)
    state: State | None = None
    plural: bool = field(default=False, eq=False)
    """Whether the text has `are`, as of a clause and all below it."""


@frozen
class Event:
    """An event by its name, with who brings it about where the text says so."""

    span: Span = span_field()
    name: Name = field(kw_only=True)
    by: Name | None = None


@frozen
class Own:
    """The start or the end of the duty itself."""

    span: Span = span_field()
    point: Literal["start", "end"] = "start"


@frozen
class Offset:
    """A span of time before or after a moment; `within`, counted from a request or event."""

    span: Span = span_field()
    period: Period = field(kw_only=True)
    relation: Literal["after", "before", "within of", "within after"] = "after"
    moment: Time = field(kw_only=True)


@frozen
class Combined:
    """Several moments: `all`, `any`, or the `earlier` or `later` of them."""

    span: Span = span_field()
    how: Literal["all", "any", "earlier", "later"] = "all"
    moments: tuple[Time, ...] = ()

    @property
    def either(self) -> bool:
        """Whether the first of them is enough."""
        return self.how in {"any", "earlier"}


Time: TypeAlias = Date | ClauseState | Event | Own | Offset | Combined


@frozen
class Bound:
    """When something starts or is set up: `by` a time, `on` it, or neither word."""

    span: Span = span_field()
    relation: Literal["by", "on"] | None = None
    time: Time = field(kw_only=True)


@frozen
class Within:
    """Within a span of time, from whatever the sentence or label speaks of."""

    span: Span = span_field()
    period: Period = field(kw_only=True)


@frozen
class WithoutLimit:
    """A term without end."""

    span: Span = span_field()


@frozen
class Until:
    """A term that ends at a time."""

    span: Span = span_field()
    time: Time = field(kw_only=True)


@frozen
class Frequency:
    """How often: every so long, or so many times in a unit of time."""

    span: Span = span_field()
    every: Period | None = None
    times: str | None = None
    unit: Unit | None = None
    qualifier: str | None = None


@frozen
class Quota:
    """So many per unit of time, for a while."""

    span: Span = span_field()
    number: str = ""
    per: str = ""
    term: Period | None = None
    unit: str | None = None
    """Of what so many, where it is said: `t`, `persons`."""

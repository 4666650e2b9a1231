"""A sentence, part by part."""

from __future__ import annotations

from typing import Literal, TypeAlias

from attrs import field

from clausecheck.model.nodes.times import Date, Reference
from clausecheck.model.nodes.words import Bracket, Words, span_field
from clausecheck.source import Span
from clausecheck.values import frozen

ModalKind = Literal["duty", "permission", "statement", "savings"]


@frozen
class Word:
    """A word or sign of a sentence, as written."""

    span: Span = span_field()
    text: str = ""


@frozen
class Modality:
    """How bindingly a sentence speaks: `name` is the language's own, `text` as written."""

    span: Span = span_field()
    name: str = ""
    kind: ModalKind = "duty"
    text: str = ""


@frozen
class Quantity:
    """A number as written, with its qualifier, range and unit."""

    span: Span = span_field()
    least: str = ""
    most: str | None = None
    unit: str | None = None
    qualifier: str | None = None
    multiplier: str | None = None
    words: str | None = None
    """How a number or share is written that is in words: `least` has it in digits."""

    @property
    def measure(self) -> str | None:
        """The unit by one name, in the singular: `t` for tonnes, `km` for kilometres."""
        return measure_of(self.unit) if self.unit else None


def measure_of(unit: str) -> str:
    """Return a unit by one name, in the singular."""
    name = " ".join(unit.split()).removesuffix("s")
    return _ONE_NAME.get(name, name)


_ONE_NAME = {
    "tonne": "t",
    "kilogram": "kg",
    **dict.fromkeys(("kilometre", "kilometer"), "km"),
    **dict.fromkeys(("metre", "meter"), "m"),
    "nm": "nautical mile",
}


@frozen
class Rate:
    """`per` a unit of time or a thing."""

    span: Span = span_field()
    per: str = ""


Part: TypeAlias = Word | Words | Modality | Quantity | Rate | Reference | Date | Bracket


@frozen
class Sentence:
    """A sentence with its letters or step, as in `(a)`, `(i)` or `step 2 (optional)`."""

    span: Span = span_field()
    markers: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    written: str = field(default="", eq=False, repr=False)
    """All of it as it is written, where it holds a bracket: what is chosen is read from that."""

"""Lines, the blocks that they make, and the whole text."""

from __future__ import annotations

from typing import TypeAlias

from attrs import field

from clausecheck.model.nodes.sentences import Sentence
from clausecheck.model.nodes.times import Date
from clausecheck.model.nodes.values import Value
from clausecheck.model.nodes.words import Bracket, Name, Words, span_field
from clausecheck.source import Span
from clausecheck.values import frozen


@frozen
class Label:
    """A labelled line; `name` without its colon, with what the limits are by."""

    span: Span = span_field()
    name: str = ""
    value: Value = field(kw_only=True)
    name_span: Span = field(eq=False, repr=False, kw_only=True)


@frozen
class Quoted:
    """A line of the treaty's own words, to the letter, with its `>`."""

    span: Span = span_field()
    text: str = ""


@frozen
class Heading:
    """What opens a block: its word, number, name and title, as far as it has them."""

    span: Span = span_field()
    word: str = ""
    number: str | None = None
    name: Name | None = None
    title: Words | None = None
    members: tuple[Name, ...] = ()
    """For a side, those it is made of."""
    number_span: Span | None = field(default=None, eq=False, repr=False)


Item: TypeAlias = "Sentence | Label | Quoted | Heading | Bracket"


@frozen
class Acceptance:
    """An objection accepted on record."""

    span: Span = span_field()
    rule: str = ""
    everywhere: bool = False
    because: str | None = None
    accepted_by: tuple[Name, ...] = ()
    expires: Date | None = None
    note: str | None = None
    rule_span: Span = field(eq=False, repr=False, kw_only=True)


@frozen
class Block:
    """A heading and what stands below it; `broken` if a line of it could not be read."""

    span: Span = span_field()
    heading: Heading = field(kw_only=True)
    items: tuple[Item, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()
    broken: bool = field(default=False, eq=False)


@frozen
class Comment:
    """A comment to the letter, with its `#`; `alone` on its line, or after something.

    Where it stands is a matter of layout, as a span is.
    """

    span: Span = span_field()
    text: str = ""
    alone: bool = field(default=True, eq=False)


@frozen
class Declaration:
    """A whole text: its blocks in text order, some perhaps in brackets, and its comments."""

    blocks: tuple[Block | Bracket, ...]
    comments: tuple[Comment, ...] = ()

"""What a logical line is, and a block of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import field

from clausecheck.source import Span
from clausecheck.syntax import headings
from clausecheck.values import frozen

if TYPE_CHECKING:
    pass


Kind = Literal[
    "heading", "sentence", "label", "unknown-label", "quoted", "bracket", "block-bracket", "accept"
]


@frozen
class Line:
    """One logical line; `word` is the heading's, label's or bracket's own, in lower case."""

    kind: Kind
    start: int
    end: int
    word: str = ""
    stopped: bool = True
    """Whether a sentence reached its full stop, or a bracket its closing bracket."""
    indented: bool = False
    meant: headings.Heading | None = field(default=None, eq=False)
    """What a numbered heading is meant as."""


@frozen
class Block:
    """A heading with the lines below it; the lines before the first heading have none."""

    heading: Line | None
    lines: tuple[Line, ...]


@frozen
class Comment:
    """A comment from its `#` to the end of the line; `alone` when nothing stands before it."""

    at: Span
    text: str
    alone: bool

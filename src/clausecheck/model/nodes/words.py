"""What stands anywhere in a text: words, names, silences, and text not yet agreed."""

from __future__ import annotations

from typing import Literal

from attrs import field

from clausecheck.source import Span
from clausecheck.values import frozen


def span_field() -> Span:
    """Return a field for where a node stands, which takes no part in what it says."""
    span: Span = field(eq=False, repr=False)
    return span


Sign = Literal[",", ";", "and"]
"""What joins things in a list; the language reads all three alike."""


def joining_field() -> Sign:
    """Return a field for the sign before something in a list, likewise."""
    sign: Sign = field(default=",", eq=False, repr=False, kw_only=True)
    return sign


@frozen
class Words:
    """Words in quotation marks: what could not or should not be put precisely."""

    span: Span = span_field()
    text: str = ""


@frozen
class Name:
    """A name or a run of plain words, blanks made single; `quoted` if in quotation marks."""

    span: Span = span_field()
    text: str = ""
    quoted: bool = False
    joined_by: Sign = joining_field()
    """The sign between this and the one before, in a list."""


@frozen
class Silence:
    """A label that says that there is nothing to say."""

    span: Span = span_field()
    kind: Literal["none", "unknown", "to be settled"] = "none"
    by: tuple[Name, ...] = ()


@frozen
class Proposal:
    """One alternative: what it says, who makes it, its tag, and the language versions it is of.

    `content` is words, one value, lines, or blocks, as the bracket's place has it.
    """

    span: Span = span_field()
    content: tuple[object, ...] = ()
    proposed_by: tuple[str, ...] = ()
    tag: str | None = None
    languages: tuple[str, ...] = ()
    proposer_spans: tuple[Span, ...] = field(default=(), eq=False, repr=False)
    """Where each of `proposed_by` is named."""


@frozen
class Bracket:
    """Text not yet agreed: one proposal may be taken or left, of several one is taken.

    `address` is the clause's number and the bracket's place in it, as in `2.1#2`.
    """

    span: Span = span_field()
    proposals: tuple[Proposal, ...] = ()
    address: str = field(default="", eq=False)

    @property
    def by_language(self) -> bool:
        """Whether the proposals are language versions: a standing conflict, not a choice."""
        return any(proposal.languages for proposal in self.proposals)

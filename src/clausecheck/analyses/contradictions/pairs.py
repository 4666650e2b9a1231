"""What two norms do to each other, how surely, and what the text itself settles of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, get_args

from clausecheck.analyses.obligations.exceptions import is_unreserved
from clausecheck.analyses.obligations.norms import Norm
from clausecheck.analyses.obligations.ranking import comes_first, in_steps, ranked
from clausecheck.model import nodes
from clausecheck.model.names import Names

What = Literal["forbidden", "outranked", "exclusive", "emptied"]
"""What `outranked` says is forbidden by a clause to which it yields: it never applies."""
Grade = Literal[
    "certain", "for a while", "gone", "past due", "conditional", "jointly", "in part", "save some",
    "but for some", "narrower", "no end", "other words", "wished", "undecided", "licensed",
    "excepted", "unended", "due first", "begun first",
]  # fmt: skip
"""The worst first. `gone` is what may go on once it is to have ended for good; `past due` is what
need not be done until after the day by which it is due; `in part` is what may be kept of a thing
that is given up altogether; `save some` is what may be done and is forbidden but for exceptions;
`but for some` is what is owed or allowed for all of a thing and forbidden for some of it; `no end`
is what may go on, the text does not say how long, and is to have ended for good by a day.

What is `licensed` somebody may permit, what is `excepted` a ban may leave out, what is `unended`
may still be forbidden, what is `due first` may be due before the ban is over, and what is `begun
first` may be forbidden by then.
"""
UNDECIDED = frozenset[Grade](
    {"undecided", "licensed", "excepted", "unended", "due first", "begun first"}
)
"""Grades of what can be kept together or not, as far as the text can be understood."""
GRADES: tuple[Grade, ...] = get_args(Grade)

Found = Iterator[tuple[What, Norm, Norm, Grade]]
"""What the first of two norms does to the second."""


def names_the_bound(ban: Norm, names: Names) -> bool:
    """Tell whether it names those whom it binds: "no party shall" may leave them free together."""
    who = ban.provision.meaning.who
    parts = (part for part in ban.said.sentence.parts if who.span.contains(part.span))
    if who.apart is not None:
        parts = (part for part in parts if not who.apart.contains(part.span))
    words = [part.text for part in parts if isinstance(part, nodes.Word)]
    return any(names.match(words, at) is not None for at in range(len(words)))


def swallows(norm: Norm, other: Norm) -> bool:
    """Tell whether it is called an exception to another, or put above it, and without reserve."""
    return ranked(norm, other) and comes_first(norm, other) and is_unreserved(norm, other)


def is_settled(one: Norm, other: Norm) -> bool:
    """Tell whether both are of one sentence, of one procedure, or ranked by the text."""
    return one.number == other.number or in_steps(one, other) or ranked(one, other)

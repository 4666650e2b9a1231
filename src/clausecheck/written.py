"""A text as it is written, with what is chosen settled, or why it is none."""

from __future__ import annotations

from collections.abc import Sequence

from clausecheck.model import nodes
from clausecheck.model.from_syntax import from_syntax
from clausecheck.model.resolve import settle
from clausecheck.model.wishes import Chosen, UnknownChoice
from clausecheck.model.wishes import choose as choose_among
from clausecheck.notes import lines_in_words, unread_lines
from clausecheck.source import LONGEST_LINE, Source
from clausecheck.syntax.slip import MAX_DEPTH, Slip, TooDeep


class LimitExceeded(Exception):  # noqa: N818 - a state of a file, not an error of ours
    """A text beyond what is read at all; `kind` is a word for programs."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message


def read_source(source: Source) -> tuple[nodes.Declaration, tuple[Slip, ...]]:
    """Return what a text says as written, and slips in the writing.

    Raises:
        LimitExceeded: the text is of a kind that nobody writes.
    """
    declaration, slips, _ = read_chosen(source, ())
    return declaration, slips


def read_chosen(
    source: Source, choose: Sequence[str]
) -> tuple[nodes.Declaration, tuple[Slip, ...], Chosen]:
    """Return a text with what is chosen settled, slips in the writing, and what was chosen.

    Raises:
        LimitExceeded: the text is of a kind that nobody writes.
        UnknownChoice: something is chosen that is not there.
    """
    _see_that_it_is_a_text(source)
    try:
        declaration, slips = from_syntax(source)
    except TooDeep:
        message = f"brackets are nested deeper than {MAX_DEPTH}"
        raise LimitExceeded(kind="too-deep", message=message) from None
    if not choose:
        return declaration, slips, Chosen({})
    try:
        chosen = choose_among(declaration, source, choose)
    except UnknownChoice as unknown:
        lines = unread_lines(source, slips)
        message = f"{unknown}{_beside(lines)}"
        raise UnknownChoice(message) from None
    return settle(declaration, chosen.taken), slips, chosen


def _see_that_it_is_a_text(source: Source) -> None:
    number = source.overlong_line
    if number is not None:
        message = f"line {number} is longer than {LONGEST_LINE:,} characters"
        raise LimitExceeded(kind="line-too-long", message=message)


def _beside(lines: Sequence[int]) -> str:
    """Return, as the end of a message, which lines may hold what is looked for in vain."""
    return f"; {lines_in_words(lines)} could not be read" if lines else ""

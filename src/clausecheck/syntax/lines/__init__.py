"""A text cut into logical lines, and the lines into blocks.

A logical line is what the drafter thinks of as one: a heading, a sentence that wraps, a label with
its value, a quotation, a bracket. Where one ends is a matter of lines, not of grammar, so it is
decided here, before parsing, by looking at how each line begins. Every step is linear in the text:
where brackets close is found for all lines at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.syntax import headings
from clausecheck.syntax.lines.beginnings import NESTED
from clausecheck.syntax.lines.cutting import Cutter
from clausecheck.syntax.lines.logical import Block, Comment, Line
from clausecheck.syntax.lines.physical import physical_lines
from clausecheck.values import evolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clausecheck.syntax.words import Words


def split(text: str, words: Words) -> tuple[tuple[Block, ...], tuple[Comment, ...]]:
    """Return the blocks and the comments of a text, each in text order.

    The first block has no heading where a line stands before the first heading. A `|` or `]` that
    belongs to no bracket round blocks stays among the lines of the block in which it stands.
    """
    comments: list[Comment] = []
    physical = list(physical_lines(text, comments))
    blocks: list[Block] = []
    heading: Line | None = None
    lines: list[Line] = []
    in_clause = False
    depth = 0
    for line in Cutter(physical, words, whole=True).lines():
        bracket = line.kind == "block-bracket"
        nested = line.word in NESTED and line.indented and in_clause
        if (bracket and (depth or line.word == "[")) or (line.kind == "heading" and not nested):
            if heading or lines:
                blocks.append(_block(text, heading, lines, line, words))
            heading, lines = line, []
            in_clause = line.word == "clause"
            depth += (line.word == "[") - (line.word == "]")
        else:
            lines.append(line)
    if heading or lines:
        blocks.append(_block(text, heading, lines, None, words))
    return tuple(blocks), tuple(comments)


def _block(
    text: str, heading: Line | None, lines: list[Line], following: Line | None, words: Words
) -> Block:
    """Return a block; an article that has sentences of its own and no clauses is read as one."""
    if heading and heading.word == "article" and any(line.kind == "sentence" for line in lines):
        written = text[heading.start : heading.end]
        meant = heading.meant or headings.read(written, heading.start, "article", 7, words)
        if meant and meant.number and not _has_clauses(text, meant, following):
            heading = evolve(heading, word="clause", meant=meant.as_clause(heading.start))
    return Block(heading, tuple(lines))


def _has_clauses(text: str, article: headings.Heading, following: Line | None) -> bool:
    """Tell whether a clause below belongs to an article, or may where the article is sound."""
    if following is None or following.word != "clause":
        return False
    below = text.startswith((f"{article.number}.", f"{article.number}("), following.start + 7)
    return below or article.slip is None


def split_region(text: str, start: int, end: int, words: Words) -> Iterator[Line]:
    """Yield the logical lines between two places, which hold no heading of a block."""
    yield from Cutter(list(physical_lines(text, [], start, end)), words, whole=False).lines()


__all__ = ["Block", "Comment", "Line", "split", "split_region"]

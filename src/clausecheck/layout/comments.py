"""Comments among the lines: each before what it stood before, or at the end of its line."""

from __future__ import annotations

import sys
from itertools import chain, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from clausecheck.layout.lines import Line
    from clausecheck.model.nodes import Comment


def with_comments(lines: Iterable[Line], comments: Iterable[Comment]) -> Iterator[str]:
    """Yield the rows of the text.

    A comment that followed a line stays at its end, two blanks after it. One that stood within a
    line goes before it; one after a line of free words, which would swallow it, goes below.
    """
    waiting = list(comments)[::-1]
    first = True
    for line, following in pairwise(chain(lines, [None])):
        assert line is not None  # noqa: S101 - None comes last
        if line.apart and not first:
            yield ""
        while waiting and waiting[-1].span.start < line.span.end:
            yield " " * line.indent + waiting.pop().text
        *rows, last = line.rows
        yield from rows
        end = following.span.start if following else sys.maxsize
        if line.closed and waiting and not waiting[-1].alone and waiting[-1].span.start < end:
            last += f"  {waiting.pop().text}"
        yield last
        first = False
    if waiting and not first:
        yield ""
    yield from (comment.text for comment in reversed(waiting))

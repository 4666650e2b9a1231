"""A text in the one layout.

What is written is rendered from the model alone, never copied from the text: so the formatter is
also the proof that the model loses nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.layout.comments import with_comments
from clausecheck.layout.lines import lines
from clausecheck.model.from_syntax import from_syntax

if TYPE_CHECKING:
    from clausecheck.model.nodes import Declaration
    from clausecheck.source import Source
    from clausecheck.syntax.slip import Slip

__all__ = ["layout", "write"]

_LOSING = frozenset({"unreadable-line", "duplicate-label"})
"""The rules whose slips leave something out of the model."""


def layout(source: Source) -> tuple[str | None, tuple[Slip, ...]]:
    """Return a text in the one layout, or None and the slips for which it cannot be read whole.

    Lines end in LF, the last one too; a text without anything in it stays empty.

    Raises:
        TooDeep: brackets are nested deeper than anyone can mean.
    """
    declaration, slips = from_syntax(source)
    losing = tuple(slip for slip in slips if slip.rule in _LOSING)
    return (None, losing) if losing else (write(declaration), ())


def write(declaration: Declaration) -> str:
    """Return the text that says what the declaration says, in the one layout.

    Spans only tell where the comments stand.
    """
    rows = with_comments(lines(declaration.blocks), declaration.comments)
    return "".join(f"{row}\n" for row in rows)

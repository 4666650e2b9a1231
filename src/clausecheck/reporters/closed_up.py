"""A text with its brackets settled, closed up where something was not taken.

What is compared has blanks there, so that each word is in its place; a reader is shown none.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

from clausecheck.source import Source, Span
from clausecheck.values import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clausecheck.changes import Side

_BLANKS = re.compile(" +")
_TIGHT_BEFORE = (".", ",", ";", "\n", "")


@frozen
class ClosedUp:
    """A text without blanks for what was not taken, line by line as it was written."""

    written: Source
    source: Source
    went: Sequence[int]
    """Where each place of the text as written is now."""

    def span(self, of: Span) -> Span:
        """Return where something is that was written elsewhere."""
        return Span(self.went[of.start], self.went[of.end])


def closed_up(side: Side) -> ClosedUp:
    """Return a text as a reader is shown it."""
    written, shown = side.source.text, side.shown.text
    kept = [True] * len(shown)
    for run in _BLANKS.finditer(shown):
        start, end = run.span()
        struck = [at for at in range(start, end) if written[at] != " "]
        if struck:
            indent = struck[0] if shown[start - 1 : start] in {"", "\n"} else start + 1
            first = start if shown[end : end + 1] in _TIGHT_BEFORE else indent
            kept[first:end] = [False] * (end - first)
    text = "".join(sign for sign, stays in zip(shown, kept, strict=True) if stays)
    return ClosedUp(side.source, Source(side.source.name, text), list(accumulate(kept, initial=0)))

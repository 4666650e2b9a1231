"""A text and the places in it."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from attrs import define, field

from clausecheck.patterns import regex
from clausecheck.values import frozen

LONGEST_LINE = 20_000
"""Characters; a line that no person wrote is longer."""

_STRAIGHT = str.maketrans("“”", '""')
_COMMENT = regex(r"(?m)(?<=\s)#.*$")


@frozen
class Span:
    """A stretch of a text, half-open, in characters counted from 0."""

    start: int
    end: int

    def __lt__(self, other: Span) -> bool:
        # The one that attrs would make takes five times as long, and every list is sorted by it.
        return (self.start, self.end) < (other.start, other.end)

    def to(self, other: Span) -> Span:
        """Return the stretch from the start of this span to the end of the other."""
        return Span(self.start, other.end)

    def contains(self, other: Span) -> bool:
        """Tell whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end


@frozen
class Place:
    """A line and a column, both counted from 1; a tab is one column."""

    line: int
    column: int


@define(slots=False, eq=False)
class Source:
    """One file's text under the name by which it is reported.

    The text has no byte-order mark. Lines end at LF or CRLF and nowhere else; at CR in a text
    that has no LF, as the first Macintosh wrote them.
    """

    name: str
    text: str = field(repr=False)

    @cached_property
    def _line_end(self) -> str:
        return "\n" if "\n" in self.text else "\r"

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        position = self.text.find(self._line_end)
        while position >= 0:
            starts.append(position + 1)
            position = self.text.find(self._line_end, position + 1)
        return starts

    @property
    def overlong_line(self) -> int | None:
        """The number of the first line that no person wrote, if there is one."""
        lines = enumerate(self.text.split(self._line_end), 1)
        return next((number for number, line in lines if len(line) > LONGEST_LINE), None)

    def place_of(self, offset: int) -> Place:
        """Return the line and column of a character; the only bridge between the two counts."""
        line = bisect_right(self._line_starts, offset)
        return Place(line, offset - self._line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Return a line by its number from 1, without its line end."""
        start = self._line_starts[number - 1]
        end = self._line_starts[number] if number < len(self._line_starts) else len(self.text)
        return self.text[start:end].removesuffix("\n").removesuffix("\r")

    def words(self, span: Span) -> str:
        """Return what stands there without its layout: blanks, comments, the shape of quotes."""
        text = self.text[span.start : span.end].translate(_STRAIGHT)
        return " ".join(_COMMENT.sub(" ", text).split())

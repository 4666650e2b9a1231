"""Lines of a text as they were written, with the words in question marked below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.reporters.escaping import visible
from clausecheck.reporters.wrapping import width_of
from clausecheck.values import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from clausecheck.source import Source, Span

_TAB = "    "
_ELLIPSIS = "…"
_MOST_LINES = 3
_FIRST_LINES = 2
"""Of a span with more lines than `_MOST_LINES`, how many are shown."""


@frozen
class _Line:
    """A line with the columns to be marked, counted from 0, `end` exclusive."""

    number: int
    text: str
    start: int
    end: int


def digits(source: Source, span: Span) -> int:
    """Return how many digits the highest line number of the excerpt has."""
    return len(str(_last_line(source, span)))


def excerpt(source: Source, span: Span, *, width: int, gutter: int) -> Iterator[str]:
    """Yield the lines of a span with carets below, none wider than `width` columns.

    `gutter` is the room for line numbers, in digits. Of a long line the part
    around the span is shown; of a long span the first lines.
    """
    blank = f"{'':>{gutter}} |"
    room = width - len(blank) - 1
    lines = list(_lines(source, span))
    shown = lines if len(lines) <= _MOST_LINES else lines[:_FIRST_LINES]
    yield blank
    for line in shown:
        text, before, marked = _marked(line, room)
        yield f"{line.number:>{gutter}} | {text}".rstrip()
        if marked or len(lines) == 1:  # one place is marked even where there is no letter
            yield f"{blank} {'':>{before}}{'^' * max(marked, 1)}"
    if len(shown) < len(lines):
        yield f"{blank} {_ELLIPSIS} and {len(lines) - len(shown)} more lines"


def excerpts(source: Source, spans: Sequence[Span], *, width: int, gutter: int) -> Iterator[str]:
    """Yield the lines of several spans, those of one line in one, where the line fits."""
    left = list(spans)
    while left:
        number = source.place_of(left[0].start).line
        line = source.line(number)
        same = [span for span in left if _last_line(source, span) == number]
        if left[0] in same and _columns(map(_cell, line)) + gutter + len(" | ") <= width:
            yield f"{'':>{gutter}} |"
            yield f"{number:>{gutter}} | {''.join(map(_cell, line))}"
            yield f"{'':>{gutter}} | {_carets(source, line, same)}"
            left = [span for span in left if span not in same]
        else:
            yield from excerpt(source, left.pop(0), width=width, gutter=gutter)


def _carets(source: Source, line: str, spans: Sequence[Span]) -> str:
    """Return the carets below a line for spans that all lie in it."""
    marks = [" "] * len(line)
    for span in spans:
        start, end = source.place_of(span.start).column, source.place_of(span.end).column
        marks[start - 1 : end - 1] = "^" * (end - start)
    drawn = (mark * _columns([_cell(char)]) for char, mark in zip(line, marks, strict=True))
    return "".join(drawn).rstrip()


def _last_line(source: Source, span: Span) -> int:
    return source.place_of(max(span.start, span.end - 1)).line


def _lines(source: Source, span: Span) -> Iterator[_Line]:
    """Yield each line of a span; spaces around its words in further lines are not marked."""
    first = source.place_of(span.start)
    last = source.place_of(span.end)
    for number in range(first.line, _last_line(source, span) + 1):
        text = source.line(number)
        whole = len(text.rstrip())
        start = first.column - 1 if number == first.line else len(text) - len(text.lstrip())
        end = min(last.column - 1, whole) if number == last.line else whole
        yield _Line(number, text, start, end)


def _marked(line: _Line, room: int) -> tuple[str, int, int]:
    """Return the line as shown in the room it has, the columns before its words, and theirs."""
    first, last, opening, closing = _window(line, room)
    cells = [_cell(character) for character in line.text[first:last]]
    before = len(opening) + _columns(cells[: line.start - first])
    marked = _columns(cells[line.start - first : max(line.end - first, 0)])
    return f"{opening}{''.join(cells)}{closing}", before, marked


def _window(line: _Line, room: int) -> tuple[int, int, str, str]:
    """Return the stretch of the line to show, and the ellipses before and after it.

    Where not all fits, a quarter of the room is kept for what precedes the span.
    """
    text = line.text
    if len(text) <= room and _columns(map(_cell, text)) <= room:
        return 0, len(text), "", ""
    left = room - 2 * len(_ELLIPSIS)
    first, taken = line.start, 0
    while first > 0 and taken + _columns([_cell(text[first - 1])]) <= left // 4:
        first -= 1
        taken += _columns([_cell(text[first])])
    last = line.start
    while last < len(text) and taken + _columns([_cell(text[last])]) <= left:
        taken += _columns([_cell(text[last])])
        last += 1
    while first > 0 and taken + _columns([_cell(text[first - 1])]) <= left:
        first -= 1
        taken += _columns([_cell(text[first])])
    return first, last, _ELLIPSIS if first else "", _ELLIPSIS if last < len(text) else ""


def _cell(character: str) -> str:
    return _TAB if character == "\t" else visible(character)


def _columns(cells: Iterator[str] | list[str]) -> int:
    return sum(width_of(character) for cell in cells for character in cell)

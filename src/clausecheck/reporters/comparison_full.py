"""A comparison at full length: what changed in a clause, and both texts with the words marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.reporters.closed_up import closed_up
from clausecheck.reporters.colours import direction_word, heading
from clausecheck.reporters.comparison import told
from clausecheck.reporters.comparison_order import weightiest_first
from clausecheck.reporters.comparison_parts import lines, place_of, shifted
from clausecheck.reporters.escaping import visible
from clausecheck.reporters.excerpts import digits, excerpts
from clausecheck.reporters.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from clausecheck.changes import Compared, Comparison, Passage, Row
    from clausecheck.reporters.closed_up import ClosedUp
    from clausecheck.reporters.comparison_parts import Line
    from clausecheck.source import Span


def comparison_full(whole: Compared, *, width: int, color: bool, brief: bool = False) -> str:
    """Return what changed with both texts quoted; then what the table has as well."""
    return told(whole, _of_one, width=width, color=color, brief=brief)


def _of_one(made: Comparison, *, room: int, color: bool) -> Iterator[list[str]]:
    rows: dict[int, tuple[Row, list[Line]]] = {}
    for line in weightiest_first(lines(made), made):
        rows.setdefault(id(line.row), (line.row, []))[1].append(line)
    texts = closed_up(made.base), closed_up(made.other)
    for row, every in rows.values():
        yield list(_row(texts, row, every, room=room, color=color))
    yield [line for text in shifted(made) for line in wrap(visible(text), room, indent="  ")]


def _row(
    texts: tuple[ClosedUp, ClosedUp], row: Row, every: Sequence[Line], *, room: int, color: bool
) -> Iterator[str]:
    """Yield what became of a clause, each change in a line, and both texts."""
    shift = f" ({row.shift})" if row.shift else ""
    for line in wrap(f"{visible(place_of(row))}{shift}", room, indent="  "):
        yield heading(line, color=color)
    for each in every:
        first, *others = wrap(f"{each.word}: {visible(each.text)}", room - 2, indent="  ")
        word = direction_word(each.word, each.direction, color=color)
        yield f"  {word}{first.removeprefix(each.word)}"
        yield from (f"  {line}" for line in others)
    before = [each.change.before for each in every if each.change and each.change.before]
    after = [each.change.after for each in every if each.change and each.change.after]
    sides = ((texts[0], row.before, before), (texts[1], row.after, after))
    gutter = max(
        digits(text.source, text.span(span))
        for text, passages, marks in sides
        for span in (*(passage.span for passage in passages), *marks)
    )
    for text, passages, marks in sides:
        for passage in passages:
            # A line above all sentences of a clause lies in none of them.
            within = [span for span in marks if passage.span.contains(span) or len(passages) == 1]
            yield from _quoted(text, passage, within, room=room, gutter=gutter)


def _quoted(
    text: ClosedUp, passage: Passage, marks: Sequence[Span], *, room: int, gutter: int
) -> Iterator[str]:
    """Yield the lines of a passage in which something changed, each once, with its place."""
    place = text.written.place_of(passage.span.start)
    yield f"{'':>{gutter}}--> {visible(text.written.name)}:{place.line}:{place.column}"
    shown = [text.span(span) for span in sorted(set(marks)) or [passage.span]]
    yield from excerpts(text.source, shown, width=room, gutter=gutter)

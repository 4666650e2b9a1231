"""A comparison as tables that fit the screen: what changed, what follows, and three lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from clausecheck.notes import some
from clausecheck.reporters.colours import direction_word, heading, severity_word
from clausecheck.reporters.columns import BETWEEN, NARROW, columns, needed
from clausecheck.reporters.comparison_order import weightiest_first
from clausecheck.reporters.comparison_parts import (
    MOST_PLACES,
    by_rule,
    called,
    closing,
    gathered,
    holds,
    is_quiet,
    lines,
    no_longer_new,
    notes,
    shifted,
    tables,
    telling,
)
from clausecheck.reporters.comparison_summary import summary
from clausecheck.reporters.escaping import visible
from clausecheck.reporters.summary import WHOLE_TEXT
from clausecheck.reporters.wrapping import width as width_of_text
from clausecheck.reporters.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from clausecheck.changes import Compared, Comparison
    from clausecheck.findings import Finding
    from clausecheck.reporters.comparison_parts import Line, Table

LEAST = 20
_PLACE_ROOM = 18
_STATE_ROOM = 16
_FIRST_ROOM = 20


def comparison_table(whole: Compared, *, width: int, color: bool, brief: bool = False) -> str:
    """Return what changed from each base to each other text, and what they do in columns.

    If `brief`, the changes and the three lines at the end are all.
    """
    return told(whole, changes_of, width=width, color=color, brief=brief)


def told(whole: Compared, of_one: OfOne, *, width: int, color: bool, brief: bool) -> str:
    """Return every comparison as it is told one by one, and what is told of all together."""
    room = max(width, LEAST)
    parts: list[list[str]] = []
    quiet: list[str] = []
    for group in whole.groups:
        changed = [made for made in group if not is_quiet(made)]
        if len(whole.groups) > 1 and not changed:
            quiet += [visible(called(made)) for made in group]
            continue
        for made in group:
            parts.append(opening(made, room=room, color=color))
            if not made.same:
                parts += of_one(made, room=room, color=color)
            if not brief:
                parts += [*findings(made, room=room, color=color), remarks(made, room=room)]
        differing = [made for made in changed if not made.same]
        if not brief:
            parts += columns_of(differing, room=room, color=color)
        parts += [ending(made, group, room=room, color=color) for made in differing]
    parts.append(alone(whole, room=room, color=color))
    if quiet:
        parts.append(wrap(f"nothing changed in {some(quiet, MOST_PLACES)}", room, indent="  "))
    return "".join("\n".join(part) + "\n\n" for part in parts if part).removesuffix("\n")


class OfOne(Protocol):
    """What tells one comparison, in blocks of lines."""

    def __call__(self, made: Comparison, *, room: int, color: bool) -> Iterable[list[str]]:
        """Return the blocks."""


def changes_of(made: Comparison, *, room: int, color: bool) -> Iterator[list[str]]:
    """Yield the table of what changed, and what only stands elsewhere."""
    yield changes(gathered(weightiest_first(lines(made), made)), room=room, color=color)
    yield [line for text in shifted(made) for line in wrap(visible(text), room, indent="  ")]


def alone(whole: Compared, *, room: int, color: bool) -> list[str]:
    """Return the files that are in one state alone, and how much each holds."""
    found = []
    for title, texts in (("files added", whole.added), ("files removed", whole.removed)):
        if texts:
            found.append(heading(title, color=color))
        for text in texts:
            told = f"{visible(text.side.name)}: {visible(holds(text))}"
            found += wrap(told, room, opening="  ", indent="    ")
    return found


def opening(made: Comparison, *, room: int, color: bool) -> list[str]:
    """Return what is compared with what, and the most important in a few sentences."""
    names = f"{visible(made.base.name)} → {visible(made.other.name)}"
    found = [heading(line, color=color) for line in wrap(names, room, indent="  ")]
    titles = dict.fromkeys(visible(side.title) for side in (made.base, made.other) if side.title)
    found += wrap(" → ".join(titles), room, indent="  ") if titles else []
    for of, note in notes(made):
        found += wrap(f"note{', ' if of else ''}{visible(of)}: {visible(note)}", room, indent="  ")
    found.append("")
    for sentence in summary(made):
        found += wrap(visible(sentence), room, indent="  ")
    return found


def changes(told: Sequence[Line], *, room: int, color: bool) -> list[str]:
    """Return a row for each change."""
    if room < NARROW:
        return [line for each in told for line in _stacked(each, room=room, color=color)]
    headings = ("change", "clause", "what changed")
    places = [visible(each.place) for each in told]
    shown = [
        "" if at and told[at - 1].row is each.row else place
        for at, (each, place) in enumerate(zip(told, places, strict=True))
    ]
    cells = [
        [each.word, place, visible(each.text)] for each, place in zip(told, shown, strict=True)
    ]
    rooms = needed(headings, [[[text] for text in row] for row in cells]) if cells else [0, 0, 0]
    rooms[1] = min(rooms[1], _PLACE_ROOM)
    rooms[2] = room - rooms[0] - rooms[1] - 2 * BETWEEN
    rows = [
        [
            [direction_word(each.word, each.direction, color=color)],
            wrap(row[1], rooms[1]),
            wrap(row[2], rooms[2]),
        ]
        for each, row in zip(told, cells, strict=True)
    ]
    return columns(headings, rows, apart=False) if rows else []


def _stacked(each: Line, *, room: int, color: bool) -> list[str]:
    first, *others = wrap(f"{each.word} {visible(each.place)}", room, indent="  ")
    word = direction_word(each.word, each.direction, color=color)
    return [
        word + first.removeprefix(each.word),
        *others,
        *wrap(visible(each.text), room, opening="  ", indent="    "),
    ]


def findings(made: Comparison, *, room: int, color: bool) -> Iterator[list[str]]:
    """Yield the findings gained, one by one, and those cleared and accepted, by their rules."""
    told = telling(made.gained)
    found = [heading("findings gained", color=color)]
    for finding in told:
        text = f"{finding.severity} {visible(_told(finding))}"
        first, *others = wrap(text, room - 2, indent="  ")
        word = severity_word(finding.severity, color=color)
        found.append("  " + word + first.removeprefix(finding.severity))
        found += [f"  {line}" for line in others]
    if len(told) < len(made.gained):
        found += wrap(f"{len(made.gained) - len(told)} info, not listed here", room, opening="  ")
    if made.gained:
        yield found
    for title, every in no_longer_new(made):
        text = visible("; ".join(by_rule(every)))
        yield [heading(title, color=color), *wrap(text, room, opening="  ", indent="  ")]


def _told(finding: Finding) -> str:
    return f"{finding.clause or WHOLE_TEXT}: {finding.message} ({finding.rule})"


def remarks(made: Comparison, *, room: int) -> list[str]:
    """Return where the encoder alone says something else."""
    if not made.remarks:
        return []
    told = "; ".join(made.remarks)
    return wrap(f"also changed, and binding nobody: {visible(told)}", room, indent="  ")


def columns_of(every: Sequence[Comparison], *, room: int, color: bool) -> Iterator[list[str]]:
    """Yield what the texts do and cost in columns."""
    for each in tables(every):
        title = [heading(line, color=color) for line in wrap(each.title, room)]
        yield [*title, *_drawn(each, room=room)]


def ending(made: Comparison, group: Sequence[Comparison], *, room: int, color: bool) -> list[str]:
    """Return the three lines on a text, under its name where there are several."""
    found: list[str] = []
    if len(group) > 1:
        found += [heading(line, color=color) for line in wrap(visible(made.other.name), room)]
    for label, text in closing(made):
        first, *others = wrap(f"{label}: {visible(text)}", room, indent="  ")
        found += [heading(label, color=color) + first.removeprefix(label), *others]
    return found


def _drawn(each: Table, *, room: int) -> list[str]:
    rows = [[visible(cell) for cell in row] for row in each.rows]
    if room < NARROW:
        return [line for row in rows for line in _below(each.headings, row, room)]
    headings = [visible(heading) for heading in each.headings]
    states = range(2 if each.headings[0] == "entry" else 1, len(headings))
    share = (room - _FIRST_ROOM) // (len(headings) - 1) - BETWEEN
    rooms = needed(["" for _ in headings], [[[cell] for cell in row] for row in rows])
    for at in range(len(headings)):
        most = width_of_text(headings[at]) if at not in states else max(share, _STATE_ROOM)
        rooms[at] = max(rooms[at], min(width_of_text(headings[at]), most))
    for at in states:
        rooms[at] = min(rooms[at], max(share, _STATE_ROOM))
    if each.headings[0] == "entry":
        left = room - rooms[0] - sum(rooms[2:]) - BETWEEN * (len(rooms) - 1)
        rooms[1] = min(rooms[1], max(left, _STATE_ROOM))
    wrapped = [[wrap(cell, space) for cell, space in zip(row, rooms, strict=True)] for row in rows]
    heads = [
        cell if width_of_text(cell) <= space else _cut(cell, space)
        for cell, space in zip(headings, rooms, strict=True)
    ]
    return columns(heads, wrapped, apart=False)


def _cut(text: str, room: int) -> str:
    """Return a name as it fits, without its middle: names differ at either end."""
    kept = len(text) - 1
    while kept > 1 and width_of_text(_ends(text, kept)) > room:
        kept -= 1
    return _ends(text, kept)


def _ends(text: str, kept: int) -> str:
    first = (kept + 1) // 2
    return f"{text[:first]}…{text[len(text) - kept + first :]}"


def _below(headings: Sequence[str], row: Sequence[str], room: int) -> Iterable[str]:
    yield from wrap(f"{row[0]}", room, indent="  ")
    for name, text in zip(headings[1:], row[1:], strict=True):
        yield from wrap(text, room, opening=f"  {visible(name)}: ", indent="    ")

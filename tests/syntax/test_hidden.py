"""What nobody sees in quotations, remarks and comments is told there, once of each kind."""

from __future__ import annotations

import pytest

from tests.syntax.drawn import drawn, found

RTL_OVERRIDE, RTL_EMBEDDING, POP, MARK = "\u202e", "\u202b", "\u202c", "\u200f"


def told(text: str) -> list[tuple[int, int, str, str | None]]:
    marks = [(drawn(text, slip), slip.severity) for slip in found(text)]
    return [(mark.line, mark.column, mark.words, severity) for mark, severity in marks]


@pytest.mark.parametrize(
    "line",
    [
        "  > US shall{}withdraw its troops.",
        "  note: after{}the talks",
        '  by: "in good{}time"',
        "  # to be{}settled",
    ],
    ids=["quoted text", "a note", "quotation marks", "a comment"],
)
def test_a_control_character_is_told_where_it_is_kept(line: str) -> None:
    text = f"clause 1\n  US shall withdraw its troops.\n{line.format(chr(27))}\n"
    what = "stray-character: an invisible control character (U+001B) may hide words on a screen"

    assert told(text) == [(3, line.index("{") + 1, what, "warning")]


def test_each_kind_is_told_once_and_its_end_not_at_all() -> None:
    quoted = f"  > {RTL_EMBEDDING}US{POP} {RTL_OVERRIDE}shall{POP} {RTL_OVERRIDE}go{POP}.\n"
    order = "words in another order than they have"

    assert told("clause 1\n  US shall withdraw its troops.\n" + quoted) == [
        (
            *(3, 5),
            "stray-character: an invisible character, right-to-left embedding (U+202B) may show "
            + order,
            "info",
        ),
        (
            *(3, 10),
            "stray-character: an invisible character, right-to-left override (U+202E) shows "
            + order,
            "warning",
        ),
    ]


def test_a_mark_of_direction_alone_is_nothing_in_what_is_quoted() -> None:
    assert not told(f"clause 1\n  US shall withdraw its troops.\n  > {MARK}US{MARK} shall go.\n")

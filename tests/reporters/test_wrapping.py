from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausecheck.reporters.escaping import visible
from clausecheck.reporters.wrapping import width, wrap

TEXTS = st.text() | st.text(alphabet="ab- 평和e\u0301❤\ufe0f", max_size=80)
ROOMS = st.integers(min_value=8, max_value=40)


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("", 10, [""]),
        ("no day is set", 20, ["no day is set"]),
        ("no day is set", 7, ["no day", "is set"]),
        ("two  spaces", 20, ["two  spaces"]),
        ("troop-withdrawal-silent", 18, ["troop-withdrawal-", "silent"]),
        ("troop-withdrawal-silent", 8, ["troop-", "withdraw", "al-", "silent"]),
        ("a withdrawal", 8, ["a", "withdraw", "al"]),
        ("평화평화", 5, ["평화", "평화"]),
        ("ee\u0301e\u0301", 2, ["ee\u0301", "e\u0301"]),
        ("trailing-", 20, ["trailing-"]),
    ],
)
def test_lines_break_at_spaces_then_after_hyphens_then_anywhere(
    text: str, room: int, lines: list[str]
) -> None:
    assert wrap(text, room) == lines


def test_the_first_line_and_the_others_begin_as_asked() -> None:
    lines = wrap("no day is set for this", 12, opening="help: ", indent="  ")

    assert lines == ["help: no day", "  is set for", "  this"]


def test_a_word_too_long_for_what_follows_the_opening_starts_there() -> None:
    assert wrap("abcdefghij", 8, opening="why: ", indent=" ") == ["why: abc", " def", " ghi", " j"]


@given(TEXTS, ROOMS)
def test_no_line_is_wider_than_its_room(text: str, room: int) -> None:
    lines = wrap(visible(text), room, indent="  ")

    assert [line for line in lines if width(line) > room] == []


@given(TEXTS, ROOMS)
def test_no_letter_is_lost(text: str, room: int) -> None:
    shown = visible(text)

    assert "".join(wrap(shown, room)).replace(" ", "") == shown.replace(" ", "")


@given(st.lists(st.text(alphabet="ab평和", min_size=1, max_size=4)), ROOMS)
def test_a_word_that_fits_a_line_is_never_cut(pieces: list[str], room: int) -> None:
    lines = wrap(" ".join(pieces), room)

    assert [word for line in lines for word in line.split()] == pieces

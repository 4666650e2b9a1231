from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausecheck.reporters.escaping import in_json, visible

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
NO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\xad"
LOW_SURROGATES = st.sampled_from([chr(code) for code in range(0xDC80, 0xDD00)])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", r"\x1b[31m"),
        ("a\nb\r\tc", r"a\nb\r\tc"),
        ("\x7f\x9b", r"\x7f\x9b"),
        ("a\u202eb", r"a\u202eb"),
        ("\udcff", r"\udcff"),
        ("\U000e0041", r"\U000e0041"),
        ("\u3164", r"\u3164"),
    ],
)
def test_what_deceives_the_eye_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text", ["한반도의 평화", "第一条", "Šiauliai", "деньги", "שלום", "سلام", "e\u0301", "❤\ufe0f"]
)
def test_ordinary_letters_of_any_script_stay(text: str) -> None:
    assert visible(text) == text


@given(st.text() | LOW_SURROGATES)
def test_nothing_that_drives_a_terminal_is_left(text: str) -> None:
    left = {
        character
        for character in visible(text)
        if unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}
        or character in BIDI + NO_WIDTH
    }

    assert left == set()


@given(st.text() | LOW_SURROGATES | st.sampled_from([*BIDI, *NO_WIDTH, "##[group]", "\U000e0041"]))
def test_json_keeps_its_values_and_shows_no_such_character(value: str) -> None:
    document = in_json(json.dumps({"value": value}, ensure_ascii=False, indent=1))

    assert json.loads(document) == {"value": value}
    assert visible(document.replace("\n", "")) == document.replace("\n", "")
    assert "##[" not in document

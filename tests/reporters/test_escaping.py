from __future__ import annotations

import json
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausecheck.reporters.escaping import in_command, in_json, in_markdown, in_property, visible

MARKS = set("\\*_~[]<>|!$`")
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
        ("\udcff", r"\xff"),  # a byte that is no UTF-8
        ("\ud800", r"\ud800"),
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


@given(st.text() | st.sampled_from([*BIDI, *NO_WIDTH, "##[group]", "\U000e0041"]))
def test_json_keeps_its_values_and_shows_no_such_character(value: str) -> None:
    document = in_json(json.dumps({"value": value}, ensure_ascii=False, indent=1))

    assert json.loads(document) == {"value": value}
    assert visible(document.replace("\n", "")) == document.replace("\n", "")
    assert "##[" not in document


@pytest.mark.parametrize(("value", "said"), [("a\udcff", r"a\xff"), ("\ud800", r"\ud800")])
def test_what_is_no_character_is_said_in_characters(value: str, said: str) -> None:
    """Half of a pair is no value of JSON's, and what reads it may refuse all of the document."""
    document = in_json(json.dumps({"value": value}, ensure_ascii=False))

    assert json.loads(document) == {"value": said}
    assert document.isascii()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("add `by: 60 days`", "add <code>by: 60 days</code>"),
        ("`a` or `b", "<code>a</code> or &#96;b"),
        ("a | b", "a &#124; b"),
        ("<img src=x>", "&#60;img src=x&#62;"),
        ("[x](y)", "&#91;x&#93;(y)"),
        ("**x** __y__", "&#42;&#42;x&#42;&#42; &#95;&#95;y&#95;&#95;"),
        ("@all #12", "@<!-- -->all #<!-- -->12"),
        ("https://x.org www.x.org", "https:<!-- -->//x.org www<!-- -->.x.org"),
        ("- x", "&#45; x"),
        ("1. x", "1&#46; x"),
        ("&lt;", "&#38;lt;"),
        ("a\n\x1b\u202e", "a&#92;n&#92;x1b&#92;u202e"),
        ("peace-making in 2.1", "peace-making in 2.1"),
        ('added: `if: "a `c` b"` here', 'added: <code>if: "a &#96;c&#96; b"</code> here'),
        (
            "`a (`b` (`c`) d)` → `e`",
            "<code>a (&#96;b&#96; (&#96;c&#96;) d)</code> → <code>e</code>",
        ),
        ("`if: a ` b` now", "<code>if: a </code> b&#96; now"),
    ],
)
def test_markdown_shows_a_text_as_it_is(text: str, shown: str) -> None:
    assert in_markdown(text) == shown


@given(st.text() | st.text(alphabet="`<>|@#:w.-[]()\\\n"))
def test_nothing_in_markdown_has_a_meaning_but_code(text: str) -> None:
    shown = re.sub(r"<!-- -->|</?code>|&#\d+;", "", in_markdown(text))

    assert set(shown) & MARKS == set()
    assert "\n" not in shown


@pytest.mark.parametrize(
    ("text", "message", "value"),
    [
        ("a: b, c", "a: b, c", "a%3A b%2C c"),
        ("100%0A", "100%250A", "100%250A"),
        ("a\r\n::error::b", r"a\r%0A::error::b", r"a\r\n%3A%3Aerror%3A%3Ab"),
        ("##[group]\x1b", r"## [group]\x1b", r"## [group]\x1b"),
    ],
)
def test_a_command_ends_where_its_text_does(text: str, message: str, value: str) -> None:
    assert in_command(text) == message
    assert in_property(text) == value


@given(st.text() | st.text(alphabet="%:,#[\r\nA0"))
def test_no_text_leaves_its_command(text: str) -> None:
    assert not set("\r\n") & set(in_command(text))
    assert not set(":,\r\n") & set(in_property(text))
    assert "##[" not in in_command(text)
    assert "##[" not in in_property(text)

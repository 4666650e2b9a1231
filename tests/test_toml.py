from __future__ import annotations

import pytest

from clausecheck.toml import NotToml, line_of, read

TEXT = """\
lens = "both"
[per-file."old.d/*"]
ignore = []
[severity]
a-rule = "info"
[tool.clausecheck]
'lens' = "both"
"""


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (["lens"], 1),
        (["per-file", "old.d/*"], 2),
        (["per-file", "old.d/*", "ignore"], 3),
        (["severity"], 4),
        (["severity", "a-rule"], 5),
        (["tool", "clausecheck", "lens"], 7),
        (["tool", "clausecheck", "level"], None),
    ],
)
def test_what_is_written_plainly_has_its_line(keys: list[str], line: int | None) -> None:
    assert line_of(TEXT, keys) == line


@pytest.mark.parametrize(
    "text", ["a." * 90_000 + "b = 1", "\n[" + '"a" . ' * 200 + "b]", "x = {" + "a." * 101 + "b=1}"]
)
def test_a_key_of_very_many_parts_is_refused(text: str) -> None:
    with pytest.raises(NotToml, match="not valid TOML: a key of more than 100 parts"):
        read(text)


@pytest.mark.parametrize(
    "text", ['a = "{}"', "a = '{}'", "# {}", 'a = """\n' + "." * 200 + '\n"""']
)
def test_other_dots_are_no_keys(text: str) -> None:
    read(text.format("a." * 200))


@pytest.mark.parametrize(
    ("text", "line"),
    [("a = 1\nb = \n", 2), ("a = " + "[" * 100_000, None), ("a", None)],
)
def test_what_cannot_be_read_has_its_line_where_it_can_be_told(text: str, line: int | None) -> None:
    with pytest.raises(NotToml, match="not valid TOML: ") as told:
        read(text)

    assert told.value.line == line

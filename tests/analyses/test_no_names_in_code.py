"""Another war is another vocabulary: no name of this one stands in the code."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import clausecheck

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(clausecheck.__file__).parent
FILES = sorted(SOURCE.rglob("*.py"))
KOREA = tomllib.loads((SOURCE / "vocabulary" / "korea.toml").read_text(encoding="utf-8"))
STATES = ("ROK", "DPRK", "PRC", "USSR", "Republic of Korea", "United States", "Japan", "Russia")
NAMES = sorted(
    {
        form
        for table in ("actor", "place", "object")
        for name, entry in KOREA[table].items()
        for form in (name, entry.get("name", name), *entry["forms"], *STATES)
        if form[0].isupper() or form[-1].isupper()
    },
    key=len,
    reverse=True,
)
NAMED = re.compile(rf"\b(?:{'|'.join(map(re.escape, NAMES))})\b")
EXAMPLES = frozenset({"bad", "good"})
SHOWN = re.compile(r"as in `[^`]*`")
"""An example within a message."""


def strings_of(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield every string and every name in the code, without docstrings and rules' examples."""
    skipped: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skipped.add(id(node.value))
        elif isinstance(node, ast.keyword) and node.arg in EXAMPLES:
            skipped.update(id(inner) for inner in ast.walk(node.value))
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, SHOWN.sub("", node.value)
        elif isinstance(node, ast.Name):
            yield node.lineno, node.id


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(SOURCE).as_posix())
def test_no_state_place_or_treaty_is_named_in_code(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))

    assert [
        (line, found.group()) for line, text in strings_of(tree) for found in NAMED.finditer(text)
    ] == []


def test_the_names_of_this_war_would_be_found() -> None:
    assert NAMED.findall("withdraw from Pyongyang, DPRK, by the Armistice Agreement") == [
        "Pyongyang",
        "DPRK",
        "Armistice Agreement",
    ]

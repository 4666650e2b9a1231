"""A pattern that waits does what a compiled one does, and none is of the kind that once failed."""

from __future__ import annotations

import re
from pathlib import Path

from clausecheck.patterns import regex

ROOT = Path(__file__).parents[1]


def test_a_pattern_that_waits_is_a_pattern() -> None:
    waiting = regex("(a+)B", re.IGNORECASE)

    assert waiting.pattern == "(a+)B"
    for _ in range(2):
        assert waiting.findall("aab AB") == ["aa", "A"]
    assert waiting.groups == 1
    assert waiting.findall is waiting.findall


def test_no_pattern_repeats_a_group_without_giving_back() -> None:
    """Before Python 3.11.5 such a group, where it fails, may leave the reader one sign too early.

    The system Python of Debian 12 is one of those, and read one letter for ever.
    """
    sources = [*ROOT.glob("src/**/*.py"), *ROOT.glob("grammar/*.lark")]
    found = [
        f"{path.name}: {line.strip()}"
        for path in sources
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"\)(?:[*+?]|\{\d*,?\d*\})\+|\(\?>", line)
    ]

    assert found == []

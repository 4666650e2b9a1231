"""A pattern that waits does what a compiled one does."""

from __future__ import annotations

import re

from clausecheck.patterns import regex


def test_a_pattern_that_waits_is_a_pattern() -> None:
    waiting = regex("(a+)B", re.IGNORECASE)

    assert waiting.pattern == "(a+)B"
    for _ in range(2):
        assert waiting.findall("aab AB") == ["aa", "A"]
    assert waiting.groups == 1

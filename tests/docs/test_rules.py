"""docs/rules.md is the rules' own text, and so is what `explain` shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from clausecheck.rules import RULES, Rule

from .blocks import ROOT
from .rules_page import page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_the_page_of_rules_is_made_from_the_rules(kept: Callable[[Path, str], str]) -> None:
    expected = page(RULES)

    assert kept(ROOT / "docs" / "rules.md", expected) == expected


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_explain_shows_the_same_text_as_the_page(
    rule: Rule, at_80_columns: Callable[..., tuple[int, str]]
) -> None:
    status, shown = at_80_columns(ROOT, "explain", rule.name)
    words = " ".join(shown.split())

    assert status == 0
    for text in (
        rule.docs,
        rule.cites,
        rule.answer,
        rule.scope,
        rule.false_alarms,
        *rule.bad,
        *rule.good,
    ):
        assert " ".join(text.split()) in words

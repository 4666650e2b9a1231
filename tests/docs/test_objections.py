"""docs/objections.md has every objection of both essays, and each has its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from clausecheck.essays import Entry, clashes, entries
from clausecheck.rules import RULES

from .blocks import ROOT
from .objections_page import page, places

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_the_page_of_objections_is_made_from_the_catalogue(
    kept: Callable[[Path, str], str],
) -> None:
    expected = page(entries(), clashes(), RULES)

    assert kept(ROOT / "docs" / "objections.md", expected) == expected


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.key)
def test_every_entry_has_its_place(entry: Entry) -> None:
    assert places(entry, RULES)


def test_no_rule_raises_what_only_others_raise() -> None:
    copied = {e.key for e in entries() if e.boosts or e.parts or e.same_as or e.note}

    assert {rule.name: copied & set(rule.entries) for rule in RULES} == {
        rule.name: set() for rule in RULES
    }


def test_what_both_sides_say_is_raised_for_both() -> None:
    """An objection that both essays share must not vanish when one side's are asked for."""
    shared = {entry.key for entry in entries() if entry.lens == "both"}
    one_sided = {
        rule.name: rule.entries
        for rule in RULES
        if rule.entries and shared.issuperset(rule.entries) and rule.lens in {"sceptic", "advocate"}
    }

    assert one_sided == {}

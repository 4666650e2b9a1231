"""The whole report on each draft in clauses/, kept in tests/reports/, and on a crowded one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
CROWDED = Path(__file__).parent / "drafts"
REPORTS = Path(__file__).parent / "reports"
DRAFTS = sorted((ROOT / "clauses").rglob("*.clause"))


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.stem)
def test_the_report_on_a_draft_is_the_one_that_was_read(
    draft: Path,
    at_80_columns: Callable[..., tuple[int, str]],
    kept: Callable[[Path, str], str],
) -> None:
    _, report = at_80_columns(ROOT, "lint", draft.relative_to(ROOT).as_posix())

    assert kept(REPORTS / f"{draft.stem}.txt", report) == report


@pytest.mark.parametrize("columns", ["80", "120"])
def test_sixty_findings_in_one_draft_are_the_report_that_was_read(
    columns: str,
    monkeypatch: pytest.MonkeyPatch,
    at_80_columns: Callable[..., tuple[int, str]],
    kept: Callable[[Path, str], str],
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    _, report = at_80_columns(CROWDED, "lint", "crowded.clause")
    told = report.rstrip().splitlines()[-1]

    assert sum(int(number) for number in re.findall(r"(\d+) (?:error|warning|info)", told)) >= 60
    assert kept(CROWDED / f"crowded-{columns}.txt", report) == report


def test_every_draft_has_its_report_and_every_report_its_draft() -> None:
    assert DRAFTS
    assert {path.name for path in REPORTS.glob("*")} == {f"{draft.stem}.txt" for draft in DRAFTS}

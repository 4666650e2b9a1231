"""docs/reading.md: every word that a report prints on a text has its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import clausecheck.analyses
from clausecheck.analyses.stances import VALUES
from clausecheck.check import Settings, check
from clausecheck.findings import NOT_STATED, STATES
from clausecheck.source import Source
from clausecheck.vocabulary import load

from .blocks import ROOT, read

PAGE = read("docs/reading.md")
VOCABULARY, _ = load()
ANALYSES = Path(clausecheck.analyses.__file__).parent
SAID_OUTRIGHT = re.compile(r'Stance\(\s*"([a-z-]+)", "([a-z-]+)"')


def section(question: str) -> str:
    """Return what the page says of a question."""
    return PAGE.split(f"**{question}**")[1].split("\n\n**")[0]


@pytest.mark.parametrize("question", VALUES)
def test_every_stance_has_its_line_in_the_order_that_counts(question: str) -> None:
    assert tuple(re.findall(r"(?m)^- `([^`]+)`:", section(question))) == VALUES[question]


def test_every_state_of_the_ledger_has_its_line() -> None:
    ledger = PAGE.split("## The ledger")[1].split("\n## ")[0]

    assert tuple(re.findall(r"(?m)^- `([^`]+)`:", ledger)) == STATES


def test_every_status_of_a_text_is_named() -> None:
    told = read("docs/language.md").split("`status:` takes")[1].split("changes no finding")[0]

    assert [name for name in VOCABULARY.names("status") if f"`{name}`" not in told] == []


@pytest.mark.parametrize("path", sorted(ROOT.glob("clauses/*.clause")), ids=lambda path: path.stem)
def test_no_report_has_a_stance_that_is_not_listed(path: Path) -> None:
    report = check(Source(path.name, path.read_text("utf-8")), VOCABULARY, Settings(rules=()))

    assert [
        stance
        for stance in report.stances
        if stance.question != "form" and stance.stance not in {*VALUES[stance.question], NOT_STATED}
    ] == []


def test_no_analysis_gives_a_stance_that_is_not_listed() -> None:
    given = {
        found
        for path in ANALYSES.rglob("*.py")
        for found in SAID_OUTRIGHT.findall(path.read_text("utf-8"))
    }

    assert given
    assert [(q, value) for q, value in sorted(given) if value not in VALUES[q]] == []


def test_the_readme_and_the_guide_lead_here() -> None:
    assert "(docs/reading.md)" in read("README.md")
    assert "(reading.md#what-is-open)" in read("docs/language.md")

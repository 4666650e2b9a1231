"""Every text in `clauses/` against what it is expected to say, and the yardstick of PA-X."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from clausecheck.check import Settings, check
from clausecheck.essays import entries
from clausecheck.findings import SEVERITIES, Finding, Report
from clausecheck.model import nodes
from clausecheck.model.from_syntax import from_syntax
from clausecheck.model.names import collect, is_below
from clausecheck.source import Source
from clausecheck.vocabulary import load

from . import comparators, expectations, own_drafts, proposals
from .expectations import LEAVE, NO_VERIFIER, SILENT, Expected

FOLDER = Path(__file__).parents[2] / "clauses"
TEXTS = sorted(path.stem for path in FOLDER.glob("*.clause"))
VOCABULARY, _ = load()
EXPECTED = expectations.EXPECTED | proposals.EXPECTED | comparators.EXPECTED | own_drafts.EXPECTED
STANCES = expectations.STANCES | proposals.STANCES | comparators.STANCES | own_drafts.STANCES

WITH_ENFORCEMENT = (
    "basic-agreement-1991",
    "denuclearization-declaration-1992",
    "agreed-framework-1994",
)
"""Texts in which the coders of PA-X see an enforcement mechanism."""
WITHOUT_ENFORCEMENT = (
    "new-york-joint-statement-1993",
    "six-party-joint-statement-2005",
    "october-4-declaration-2007",
    "panmunjom-2018",
    "singapore-2018",
    "pyongyang-2018",
)
"""And texts in which they see none."""
KOREAN = (*WITH_ENFORCEMENT, *WITHOUT_ENFORCEMENT, "june-15-declaration-2000")
"""All the Korean texts they coded. They count the promise of talks in 2000 as enforcement."""


@cache
def clauses_of(name: str) -> tuple[str, ...] | str:
    """Return the numbers of another text's clauses, or say that it is not there."""
    if name not in TEXTS:
        return f"no text is named `{name}`"
    path = FOLDER / f"{name}.clause"
    declaration, _ = from_syntax(Source(path.name, path.read_text(encoding="utf-8")))
    blocks = [block for block in declaration.blocks if isinstance(block, nodes.Block)]
    return tuple(collect(blocks, VOCABULARY).numbers)


@cache
def report_on(text: str) -> Report:
    path = FOLDER / f"{text}.clause"
    source = Source(path.name, path.read_text(encoding="utf-8"))
    return check(source, VOCABULARY, Settings(lookup=clauses_of))


def about(expected: Expected, findings: tuple[Finding, ...]) -> list[Finding]:
    return [
        finding
        for finding in findings
        if finding.family == expected.family
        and (not expected.rules or finding.rule in expected.rules)
        and (expected.clause is None or is_below(finding.clause or "", expected.clause))
    ]


def items() -> list[object]:
    return [
        pytest.param(text, item, id=f"{text}: {item}")
        for text, expected in EXPECTED.items()
        for item in expected
    ]


@pytest.mark.parametrize(("text", "expected"), items())
def test_a_text_is_judged_as_the_fact_sheet_expects(text: str, expected: Expected) -> None:
    findings = about(expected, report_on(text).findings)
    above = [finding for finding in findings if finding.severity != "info"]

    if expected.says == "raises":
        assert above
    else:
        assert not above
    if expected.says == "notes":
        assert findings


@pytest.mark.parametrize("text", TEXTS)
def test_every_text_has_its_expectations_and_its_stances(text: str) -> None:
    stances: dict[str, str] = {}
    for each in report_on(text).stances:  # what language versions say apart, one after the other
        before = stances.get(each.question)
        stances[each.question] = f"{before} against {each.stance}" if before else each.stance
    del stances["form"]

    assert text in EXPECTED
    assert stances == STANCES[text]
    assert tuple(stances) == tuple(SILENT)


@pytest.mark.parametrize("text", TEXTS)
def test_every_text_is_read_whole(text: str) -> None:
    assert [f.message for f in report_on(text).findings if f.severity == "error"] == []


# What the coders of PA-X, who did not know this program, say of the Korean texts.


def lacks_verification(text: str) -> bool:
    """Tell whether the text is found to have nobody who verifies, or only onlookers."""
    rules = {*NO_VERIFIER, "weak-verifier"}
    return any(
        finding.rule in rules
        and finding.severity == "warning"
        and not finding.message.startswith("the inspected side chooses")
        for finding in report_on(text).findings
    )


@pytest.mark.parametrize("text", WITH_ENFORCEMENT)
def test_a_text_with_an_enforcement_mechanism_is_not_said_to_lack_one(text: str) -> None:
    assert not lacks_verification(text)


@pytest.mark.parametrize("text", WITHOUT_ENFORCEMENT)
def test_a_text_without_an_enforcement_mechanism_is_said_to_lack_one(text: str) -> None:
    assert lacks_verification(text)


@pytest.mark.parametrize("text", KOREAN)
def test_no_korean_text_withdraws_foreign_forces(text: str) -> None:
    report = report_on(text)

    assert LEAVE not in {finding.rule for finding in report.findings}
    assert not next(s for s in report.stances if s.question == "troops").stance.startswith(
        "explicit"
    )


@pytest.mark.parametrize("text", KOREAN)
def test_unification_is_a_goal_where_they_code_it_so(text: str) -> None:
    """Two texts aim at it that they code under the nature of the state alone."""
    under_nature_of_state = {"june-15-declaration-2000", "october-4-declaration-2007"}
    coded = {"new-york-joint-statement-1993", "panmunjom-2018"}
    stance = next(s for s in report_on(text).stances if s.question == "reunification").stance

    assert (stance == "goal") == (text in coded | under_nature_of_state)


def test_verification_weighs_less_where_an_agency_is_named() -> None:
    def worst(text: str) -> int:
        found = [f.severity for f in report_on(text).findings if f.family == "verification"]
        return min(map(SEVERITIES.index, found))

    for other in ("six-party-joint-statement-2005", "panmunjom-2018", "singapore-2018"):
        assert worst("agreed-framework-1994") > worst(other)


# Our own drafts.


def raised_in(text: str) -> set[str]:
    """Return the objections that a text raises, by what it says or by its silence."""
    return {entry.entry for entry in report_on(text).ledger if entry.state in {"raised", "silent"}}


def test_our_sound_draft_raises_nothing_and_says_why_it_leaves_the_rest() -> None:
    findings = report_on(own_drafts.SOUND).findings

    assert raised_in(own_drafts.SOUND) == set()
    assert {(finding.status, bool(finding.because)) for finding in findings} == {("accepted", True)}


def test_the_tour_raises_every_objection_but_those_it_says_it_cannot() -> None:
    raised = set().union(*map(raised_in, own_drafts.TOUR))

    assert {entry.key for entry in entries()} - raised == set(own_drafts.NOT_ON_THE_TOUR)

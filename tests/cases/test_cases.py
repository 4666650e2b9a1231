"""The pages beside this file: each text is checked by every rule, and its drawing is all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clausecheck.check import Settings, check
from clausecheck.findings import Finding
from clausecheck.rules import RULES
from clausecheck.rules.examples import text_of
from clausecheck.source import Source
from clausecheck.vocabulary import load

from .reading import OPENING, Case, UnreadableError, cases_of, pages

FOLDER = Path(__file__).parent
VOCABULARY, _ = load()
SETTINGS = Settings(today=date(2027, 1, 1))
"""On whatever day they are checked, what is accepted until a later one is accepted."""
SEVERITIES = {rule.name: rule.severity for rule in RULES}
CASES = [
    pytest.param(case, id=f"{page.stem}: {case.name}")
    for page in pages(FOLDER)
    for case in cases_of(page.name, page.read_text(encoding="utf-8"))
]
HEAD = """\
declaration "Case"
  form: treaty
  scope: partial
party Northland "Kingdom of Northland"
party Southland "Republic of Southland"
party Westland "Commonwealth of Westland"
"""
"""Stands above a case without a title: a part of a text, whose silence is not judged."""


def drawing(source: Source, findings: tuple[Finding, ...]) -> str:
    """Return the text with its findings drawn under their lines, as the pages show them.

    A severity that is lowered and a status other than new stand in brackets behind the rule.
    """
    below: dict[int, list[str]] = {}
    for finding in findings:
        place = source.place_of(finding.span.start)
        length = len(source.text[finding.span.start : finding.span.end].split("\n")[0])
        notable = (finding.severity, finding.status)
        usual = (SEVERITIES[finding.rule], "new")
        aside = [word for word, other in zip(notable, usual, strict=True) if word != other]
        name = " ".join([finding.rule, *(f"({word})" for word in aside)])
        mark = " " * (place.column - 1) + "^" * length + f" {name}"
        below.setdefault(place.line, []).append(mark)
    lines: list[str] = []
    for number, line in enumerate(source.text.split("\n"), 1):
        lines += [line, *below.get(number, [])]
    return "\n".join(lines)


@pytest.mark.parametrize("case", CASES)
def test_a_case(case: Case) -> None:
    bare, _ = text_of(case.text, head=False)
    titled = bare.text.startswith(("declaration", "agreement", "treaty", "bill"))
    top = "" if titled else HEAD
    source = Source(case.page, top + bare.text)

    assert drawing(source, check(source, VOCABULARY, SETTINGS).findings) == (
        top + case.text.rstrip("\n") + "\n"
    )


def test_no_case_is_lost() -> None:
    fences = sum(
        line == OPENING
        for page in pages(FOLDER)
        for line in page.read_text(encoding="utf-8").split("\n")
    )

    assert len(CASES) == fences
    assert len(CASES) >= 15


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("## One\n\n## Two\n```clause\n```\n", "p.md:3: the case above has no text"),
        ("```clause\n```\n", "p.md:1: a text without a heading of its own"),
        ("## One\n```clause\nclause 1\n", "p.md:3: the last case is not finished"),
        ("## One\n```clause\n```clause\n", "p.md:3: a fence within a text"),
        ("## One\n```Clause\n```\n", "p.md:2: neither prose nor a heading nor a fence"),
        ("## One\n    clause 1\n", "p.md:2: neither prose nor a heading nor a fence"),
        ("### One\n", "p.md:1: neither prose nor a heading nor a fence"),
        ("Prose.\n# Title\n", "p.md:2: a page has one title, first"),
        ("## One\n", "p.md:1: the last case is not finished"),
        ("## One\n```clause\n```\n```clause\n```\n", "p.md:4: a text without a heading of its own"),
        ("## One\n```clause\n```\n## One\n", "p.md:4: a second case of this name"),
    ],
)
def test_a_line_that_is_out_of_place_is_not_passed_over(page: str, message: str) -> None:
    with pytest.raises(UnreadableError) as error:
        cases_of("p.md", page)

    assert str(error.value) == message

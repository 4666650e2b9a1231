"""What a drafter is told of names that nobody declared, as `names.md` draws it."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausecheck.model.checks import check_blocks, check_names, check_reading
from clausecheck.model.from_syntax import from_syntax
from clausecheck.model.reading import read as read_text
from clausecheck.model.resolve import resolve
from clausecheck.source import Source, Span
from clausecheck.syntax.slip import Slip
from tests.model.reading import HEAD, names_of, vocabulary
from tests.syntax.drawn import Case, drawn, read

CASES = tuple(read(Path(__file__).parent / "names.md"))
ids = [case.title for case in CASES]


def found(clauses: str) -> tuple[Slip, ...]:
    """Return the slips of clauses below the usual head, at their places in the clauses."""
    written, slips = from_syntax(Source("draft.clause", HEAD + clauses))
    chosen = resolve(written, {})
    names = names_of(chosen)
    every = [
        *slips,
        *check_blocks(written, vocabulary()),
        *check_names(written, names, vocabulary(), lambda name: f"no text is named `{name}`"),
        *check_reading(read_text(chosen, names, vocabulary()), vocabulary()),
    ]
    return tuple(
        Slip(slip.rule, _below_the_head(slip.at), slip.message, slip.help)
        for slip in sorted(every, key=lambda slip: slip.at)
        if slip.rule != "unused-name" and slip.at.start >= len(HEAD)
    )


def _below_the_head(at: Span) -> Span:
    return Span(at.start - len(HEAD), at.end - len(HEAD))


@pytest.mark.parametrize("case", CASES, ids=ids)
def test_a_name_nobody_declared_is_one_finding_at_its_place(case: Case) -> None:
    slips = found(case.text)

    assert [drawn(case.text, slip) for slip in slips] == list(case.marks)
    assert [slip.help for slip in slips] == list(case.helps)
    assert len(slips) == 1


@pytest.mark.parametrize(
    ("heading", "clause"),
    [
        ('party: Northland "Republic of Northland"', "Northland shall meet."),
        ("party Northland – Republic of Northland", "Northland shall meet."),
        ("party Northland (Republic of Northland)", "Northland shall meet."),
        ('party Northland "Republic of Northland" (the north)', "Northland shall meet."),
        ('party Northland "Republic of Northland".', "Northland shall meet."),
        ('party "Republic of Northland" (the north)', "Republic of Northland shall meet."),
        ('body Panel: "Panel of Five"', "Panel shall meet."),
        ("side South ROK", "South shall meet."),
        ("event: thaw", "US shall meet.\n  after: thaw"),
        ("define: thaw", "US shall hold the thaw."),
        ("clause 7: Rivers\n  > The rivers.", "US shall meet.\n  after: 7 begins"),
        ('clause 7 "Rivers', "US shall meet.\n  after: 7 begins"),
    ],
)
def test_what_a_broken_heading_names_is_known_all_the_same(heading: str, clause: str) -> None:
    slips = found(f"{heading}\nclause 8\n  {clause}\n")

    assert [slip.rule for slip in slips] == ["unreadable-line"]


def test_a_title_above_all_that_is_no_heading_is_one_finding() -> None:
    written, slips = from_syntax(Source("draft.clause", "Peace Treaty\nclause 1\n  US may go.\n"))

    assert [slip.help for slip in slips] == ['write `treaty "Peace Treaty"`']
    assert list(check_blocks(written, vocabulary())) == []


def test_the_whole_name_of_a_party_is_offered_for_a_part_of_it() -> None:
    text = 'party "Republic of Northland"\nclause 1\n  Northland shall meet.\n'

    assert [slip.help for slip in found(text)] == ["did you mean `Republic of Northland`?"]


@pytest.mark.parametrize(
    "line",
    [
        "if: DPRK complies with 1",
        "if: conditions set by DPRK are ripe",
        "if: the other side agrees",
        "if: handover",
        "unless: later of handover, 1 begins",
        'if: "conditions are ripe"',
        'if: conditions are "ripe"',
        "if: [none | 1 is breached]",
    ],
)
def test_a_moment_an_act_of_somebody_and_quoted_words_are_conditions(line: str) -> None:
    slips = found(f"clause 1\n  US shall withdraw its troops.\n  {line}\n")

    assert [slip for slip in slips if slip.rule != "bracket-unresolved"] == []


def test_a_number_above_others_or_with_a_remark_is_no_empty_clause() -> None:
    assert found('clause 1 "Troops"\nclause 1.1\n  US may go.\nclause 2\n  note: later\n') == ()


def test_a_letter_that_tells_zones_apart_is_no_unknown_word() -> None:
    assert found("clause 1\n  US shall withdraw its troops from Zone B.\n") == ()


def test_another_name_of_somebody_is_known() -> None:
    assert (
        found(
            'actor Poland "Republic of Poland"\n  also called: the "Polish" side\n'
            "clause 1\n  Poland shall inspect the sites.\nclause 2\n  The Polish side shall report.\n"
        )
        == ()
    )

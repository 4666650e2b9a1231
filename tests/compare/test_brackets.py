"""What two states of a rolling text leave open, beside the proposals that stand first."""

from __future__ import annotations

import pytest

from clausecheck.changes import Compared
from clausecheck.compare import compare
from clausecheck.reporters.comparison_full import comparison_full

from .texts import compared, text

DUTY = "clause 1\n  Northland shall withdraw its tanks.\n"
WITH_CONSENT = "  [with consent of: Southland | by: {}]\n"
IN_WORDS = "clause 1\n  Northland shall withdraw [{} {{Northland}} | all {{Southland}}] tanks.\n"


def told(before: str, after: str) -> dict[str, tuple[object, ...]]:
    found = compared(before, after).brackets
    every = {
        "closed": found.closed,
        "opened": found.opened,
        "proposed": found.proposed,
        "reordered": found.reordered,
        "proposers": found.proposers,
    }
    return {how: addresses for how, addresses in every.items() if addresses}


@pytest.mark.parametrize("bracket", [DUTY + WITH_CONSENT, IN_WORDS])
def test_a_bracket_is_told_by_what_stands_in_it(bracket: str) -> None:
    words = ("2027-03-01", "2028-03-01") if bracket != IN_WORDS else ("30", "40")
    before, after = map(bracket.format, words)

    assert told(before, before) == {}
    assert told(before, after) == {"proposed": ("1#1",)}
    assert told(before, DUTY) == {"closed": ("1#1",)}
    assert told(DUTY, before) == {"opened": ("1#1",)}


def test_the_same_proposals_in_another_order_are_not_other_ones() -> None:
    duty = "clause 1\n  Northland [{}] withdraw its tanks.\n"
    before = duty.format("should {Northland} | shall {Southland}")

    assert told(before, duty.format("shall {Southland} | should {Northland}")) == {
        "reordered": ("1#1",)
    }
    assert told(before, duty.format("should {Southland} | shall {Northland}")) == {
        "proposers": (("1#1", "`should` by Southland, `shall` by Northland"),)
    }
    assert told(before, duty.format("may {Northland} | shall {Southland}")) == {
        "proposed": ("1#1",)
    }


def test_what_is_chosen_and_does_not_say_how_bindingly_is_not_compared() -> None:
    draft = (
        "clause 1\n  Northland [shall respect {Northland} | shares the wish for {Southland}] peace.\n"
        "clause 2\n  Southland shall open the road.\n"
    )
    made = compare(*(text(draft, choose=(each,)) for each in ("Northland", "Southland")))

    assert [(row.place, row.how) for row in made.rows] == [("1", "not compared")]
    assert (made.unread, made.weaker) == (("1",), True)
    assert [each.rule for each in made.gained] == ["unreadable-line"]
    assert any("Line 6 could not be read" in note for note in made.other.notes)
    assert made.cleared == ()


def test_what_a_version_has_is_told_or_said_not_to_be() -> None:
    """It is taken to have what another has, so that nothing there is called a change."""
    draft = (
        "clause 1\n  Northland shall freeze [all {en}] its reactors.\n"
        "clause 2\n  Southland [shall {en} | should {ko}] lift sanctions.\n"
    )
    english, korean = (
        text(draft, version=f"the {each} text").report.notes for each in ("English", "Korean")
    )
    note = (
        "What the Korean text has in 1#1 is not told: what another has there is taken, and may not "
        "be the same."
    )

    assert note in korean
    assert not any("not told" in each for each in english)


def test_a_reader_is_shown_what_is_chosen_and_no_brackets() -> None:
    draft = (
        "clause 1\n"
        "  Northland shall freeze [all {Northland} | some @less {Southland}] of its [reactors | "
        "[tanks | ships]].\n"
        "  [by: [2027-03-01 | 2028-03-01]]\n"
        "[\nclause 2\n  Southland shall [open a [road | harbour] | leave].\n] {Northland}\n"
    )
    wishes = (("1#4=out", "2#0=1"), ("1#1=2", "1#2=2", "1#3=2", "1#5=2", "2#0=out"))
    made = compare(*(text(draft, choose=each) for each in wishes))
    changed, removed = made.clauses

    assert [each.words for row in made.clauses for each in (*row.before, *row.after)] == [
        "Northland shall freeze all of its reactors.",
        "Northland shall freeze some of its ships.",
        "Southland shall open a road.",
    ]
    assert changed.after[0].labels == ("`by: 2028-03-01`",)
    assert "only `some` of it now, and not `all`" in [each.message for each in changed.changes]
    assert removed.how == "removed"
    shown = comparison_full(Compared(((made,),)), width=80, color=False).split("\n")
    assert [line for line in shown if line.startswith(("6 |", "7 |"))] == [
        "6 |   Northland shall freeze all of its reactors.",
        "6 |   Northland shall freeze some of its ships.",
        "7 |   by: 2028-03-01",
    ]
    assert not any("[" in line for line in shown if " |" in line)

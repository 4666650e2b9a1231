"""What two states of a rolling text leave open, beside the proposals that stand first."""

from __future__ import annotations

import pytest

from clausecheck.compare import compare

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

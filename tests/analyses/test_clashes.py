"""When meeting one side's objection counts as leaving the other's open."""

from __future__ import annotations

import pytest

from clausecheck.analyses.clashes import clashes
from clausecheck.findings import Clash, LedgerEntry

DECLARED = LedgerEntry("N09", "met", (), ("1.1",))
LATER = LedgerEntry("B16", "raised", ("3", "1.1"))


def test_a_clash_names_what_is_open_what_is_met_and_where() -> None:
    assert clashes((LATER, DECLARED)) == (Clash("order", ("B16",), ("N09",), ("3", "1.1")),)


def test_it_does_not_matter_which_side_pays() -> None:
    paid = LedgerEntry("B16", "met", (), ("3",))
    owed = LedgerEntry("N09", "silent")

    assert clashes((paid, owed)) == (Clash("order", ("B16",), ("N09",), ("3",)),)


def test_what_is_accepted_on_record_is_still_the_price() -> None:
    accepted = LedgerEntry("B16", "accepted")

    assert clashes((accepted, DECLARED)) == (Clash("order", ("B16",), ("N09",), ("1.1",)),)


@pytest.mark.parametrize("state", ["met", "not judged", "not applicable"])
def test_nothing_clashes_where_nothing_is_open(state: str) -> None:
    assert clashes((LedgerEntry("B16", state), DECLARED)) == ()  # type: ignore[arg-type]


def test_two_open_objections_are_two_findings_and_no_clash() -> None:
    assert clashes((LATER, LedgerEntry("N09", "raised", ("1.1",)))) == ()


def test_a_side_that_does_not_weigh_a_question_gives_nothing_up_there() -> None:
    recognised = LedgerEntry("B05", "raised", ("2",))

    assert clashes((recognised,)) == (Clash("recognition", ("B05",), (), ("2",)),)


def test_relief_that_snaps_back_makes_no_regime_less_secure() -> None:
    cushion = LedgerEntry("B22", "met", (), ("3",))
    unassured = LedgerEntry("N13", "silent")

    assert clashes((cushion, unassured)) == ()
    assert clashes((LedgerEntry("B24", "met", (), ("4",)), unassured)) == (
        Clash("regime-security", ("B24",), ("N13",), ("4",)),
    )
    assert clashes((LedgerEntry("B22", "raised", ("3",)), LedgerEntry("N13", "met"))) == (
        Clash("regime-security", ("B22",), ("N13",), ("3",)),
    )

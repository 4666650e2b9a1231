"""What a reader is shown where one side is met at the other's cost."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from clausecheck.findings import Clash, LedgerEntry, Outcome
from clausecheck.reporters.full import full
from clausecheck.reporters.table import table
from clausecheck.reporters.wrapping import width
from clausecheck.values import evolve

from . import samples

if TYPE_CHECKING:
    from collections.abc import Callable

    from clausecheck.reporters.summary import Part

CLASHES: frozenset[Part] = frozenset({"clashes"})
REPORT = evolve(
    samples.RICH.reports[0],
    ledger=(
        LedgerEntry("B05", "raised", ("4",)),
        LedgerEntry("B16", "raised", ("3",)),
        LedgerEntry("N09", "met", (), ("1.1",)),
    ),
    clashes=(
        Clash("order", ("B16",), ("N09",), ("3", "1.1")),
        Clash("recognition", ("B05",), (), ()),
    ),
)
OUTCOME = Outcome((REPORT,), (), 0)


def drawn(text: str) -> str:
    return dedent(text).lstrip("\n")


def test_the_full_report_puts_both_arguments_side_by_side() -> None:
    expected = drawn("""
        clauses/valley.clause
        On the Valley

        clashes: one side is met where the other's objection stays open

        order: What comes first
          the sceptic                            the advocate
          -------------------------------------  --------------------------------------
          Settle the particulars and see proof,  Declare the war over, and the rest may
            then sign.                             follow.
          raised: Details put off until after    met: No declaration to begin with
            signature (B16) in 3                   (N09) in 1.1
          eased by: A first round of steps on both sides at the same time, all of which
            can be reversed.

        recognition: Recognition and unity
          no side is met here: the objection is open, and the other side has no view of
            it
          the sceptic                            the advocate
          -------------------------------------  ---------------------------------
          Recognition may close the door to      The advocate does not weigh this.
            unity.
          raised: Recognition that may rule out
            unity (B05) in 4
          eased by: A clause that records the disagreement, with missions in place of
            embassies.
        """)

    assert full(OUTCOME, width=80, color=False, show=CLASHES) == expected


def test_the_table_puts_them_below_each_other() -> None:
    expected = drawn("""
        order: What comes first
          the sceptic: Settle the particulars and see proof, then sign.
            raised: Details put off until after signature (B16) in 3
          the advocate: Declare the war over, and the rest may follow.
            met: No declaration to begin with (N09) in 1.1
          eased by: A first round of steps on both sides at the same time, all of which
            can be reversed.
        """)

    assert expected in table(OUTCOME, width=80, color=False, show=CLASHES)


@pytest.mark.parametrize("write", [table, full])
def test_a_text_without_clashes_says_so(write: Callable[..., str]) -> None:
    none = Outcome((evolve(REPORT, clashes=()),), (), 0)

    assert "no clash: no objection of one side is met at the other's cost\n" in write(
        none, width=80, color=False, show=CLASHES
    )


@pytest.mark.parametrize("write", [table, full])
def test_of_one_side_alone_no_clash_is_looked_for(write: Callable[..., str]) -> None:
    one_side = tuple(each for each in REPORT.ledger if each.entry.startswith("N"))
    none = Outcome((evolve(REPORT, clashes=(), ledger=one_side),), (), 0)

    assert "no clash was looked for: it takes the objections of both sides\n" in write(
        none, width=80, color=False, show=CLASHES
    )


@pytest.mark.parametrize("room", [20, 50, 72, 120])
@pytest.mark.parametrize("write", [table, full])
def test_no_line_is_wider_than_the_terminal(write: Callable[..., str], room: int) -> None:
    report = write(OUTCOME, width=room, color=False, show=CLASHES)

    assert [line for line in report.split("\n") if width(line) > room] == []


def test_a_clash_that_hangs_on_choices_says_on_which() -> None:
    (order, _) = REPORT.clashes
    chosen = evolve(order, choices=("with `all` in 1#1", "with 2#1 left out"))
    told = full(
        evolve(OUTCOME, reports=(evolve(REPORT, clashes=(chosen,)),)),
        color=False,
        width=80,
        show=CLASHES,
    )

    assert "  with `all` in 1#1\n  with 2#1 left out\n" in told

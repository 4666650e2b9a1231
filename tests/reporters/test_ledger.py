from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from clausecheck.findings import Outcome
from clausecheck.reporters.full import full
from clausecheck.reporters.table import table
from clausecheck.reporters.wrapping import width
from clausecheck.values import evolve

from . import samples

if TYPE_CHECKING:
    from clausecheck.reporters.summary import Part

Format = Callable[..., str]

LEDGER: frozenset[Part] = frozenset({"ledger"})
ACCEPTED: frozenset[Part] = frozenset({"accepted"})
FORMATS = (table, full)
VALLEY = Outcome(samples.RICH.reports[:1], (), 0)


def drawn(text: str) -> str:
    return dedent(text).lstrip("\n")


@pytest.mark.parametrize("write", FORMATS)
def test_the_ledger_has_the_sceptic_first_and_the_worst_first(write: Format) -> None:
    expected = drawn("""
        clauses/valley.clause
        On the Valley

        the sceptic's objections
        entry  objection                             state     raised in   met in
        -----  ------------------------------------  --------  ----------  ------
        B20    Delivery that can come in bits        raised    2, 4.1(a),  3.1
                                                               4.1(b)
        B24    Recognition without a word on rights  silent    –
        B07    Pressure for foreign forces to leave  accepted
        B09    Opposed analysts who expect a         accepted
               withdrawal (boosts B07)
        B01    Unification claims left open          met                   3.1
        not applicable, for nothing raises or meets it: B05
        not applicable, for the text does not come to it: B08
        noted, and never raised: B10
        not looked for: B02, B03, B04, B06, B11, B12, B13, B14, B15, B16, B21a, B21b,
          B21c, B21d, B22, B23, B25, B26, B27, B31

        the advocate's objections
        entry  objection                state  raised in  met in
        -----  -----------------------  -----  ---------  ------
        N28    The way back given away  met               line 1
        not looked for: N02, N04, N05, N07, N08, N09, N10, N11, N12, N13, N14, N15, N16,
          N17, N19, N20, N21, N23, N24, N26, N27, N29, N30, N31, N32, N33

        objections both sides share
        entry  objection                            state       raised in  met in
        -----  -----------------------------------  ----------  ---------  ------
        N01    Full disarmament asked for too soon  not judged
        not looked for: B17, B18, B19, B28, B29, B30, N03, N06, N22, N25
        """)

    assert write(VALLEY, width=80, color=False, show=LEDGER) == expected


@pytest.mark.parametrize("write", FORMATS)
def test_a_narrow_terminal_gets_an_entry_above_its_title(write: Format) -> None:
    report = write(VALLEY, width=50, color=False, show=LEDGER)

    assert report[report.index("B20") : report.index("B07")] == drawn("""
        B20 raised; raised in 2, 4.1(a), 4.1(b); met in
          3.1
          Delivery that can come in bits
        B24 silent; raised in –
          Recognition without a word on rights
        """)


@pytest.mark.parametrize("write", FORMATS)
def test_where_nothing_applies_there_is_no_table(write: Format) -> None:
    report = write(samples.OPEN, width=80, color=False, show=LEDGER)

    assert report[: report.index("not looked for")] == drawn("""
        clauses/valley.clause
        On the Valley

        the sceptic's objections
        not applicable, for the text does not come to it: B08
        """)


@pytest.mark.parametrize("write", FORMATS)
def test_of_a_text_that_could_not_be_read_nobody_knows_to_what_it_does_not_come(
    write: Format,
) -> None:
    broken = evolve(samples.ACCEPTED, rule="unreadable-line")
    outcome = Outcome((evolve(VALLEY.reports[0], findings=(broken,)),), (), 0)
    lines = write(outcome, width=80, color=False, show=LEDGER).splitlines()

    assert [line for line in lines if line.startswith("not applicable")] == [
        "not applicable, as far as it could be read: B05, B08"
    ]


@pytest.mark.parametrize("write", FORMATS)
def test_what_looks_for_no_objection_says_so(write: Format) -> None:
    report = write(samples.AT_THE_END, width=80, color=False, show=LEDGER)

    assert report == "end.clause\n\nno rule that ran looks for an objection\n"


@pytest.mark.parametrize("write", FORMATS)
def test_what_is_accepted_is_listed_with_its_reason(write: Format) -> None:
    report = write(VALLEY, width=80, color=False, show=ACCEPTED)

    assert report == drawn("""
        clauses/valley.clause
        On the Valley

        accepted on record
        2, line 3: no day is set for this duty (undated-obligation)
          because: the thaw sets the day
        """)


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"accepted_by": ("Northland", "Southland")}, "  by: Northland, Southland"),
        ({"accepted_until": "2030-01-31"}, "  by: not said; until: 2030-01-31"),
        (
            {"accepted_by": ("Northland",), "accepted_until": "2030-01-31"},
            "  by: Northland; until: 2030-01-31",
        ),
    ],
)
@pytest.mark.parametrize("write", FORMATS)
def test_who_accepts_it_and_how_long_is_said_where_the_text_does(
    write: Format, changes: dict[str, object], line: str
) -> None:
    finding = evolve(samples.ACCEPTED, **changes)
    outcome = Outcome((evolve(samples.ONE.reports[0], findings=(finding,)),), (), 0)

    assert line in write(outcome, width=80, color=False, show=ACCEPTED).splitlines()


@pytest.mark.parametrize("write", FORMATS)
def test_a_reason_that_is_not_known_has_no_line_and_nothing_accepted_no_block(
    write: Format,
) -> None:
    unexplained = evolve(samples.ACCEPTED, because="")
    outcome = Outcome((evolve(samples.ONE.reports[0], findings=(unexplained,)),), (), 0)

    assert "because" not in write(outcome, width=80, color=False, show=ACCEPTED)
    assert "accepted" not in write(samples.ONE, width=80, color=False, show=ACCEPTED)


@pytest.mark.parametrize("write", FORMATS)
def test_ledger_and_accepted_are_shown_only_when_they_are_asked_for(write: Format) -> None:
    report = write(samples.RICH, width=80, color=False)

    assert "objections" not in report
    assert "on record" not in report
    assert "1 accepted" in report


@pytest.mark.parametrize("columns", [20, 40, 71, 72, 80, 120])
@pytest.mark.parametrize("write", FORMATS)
@pytest.mark.parametrize("name", samples.ALL)
def test_no_line_is_wider_than_the_terminal(name: str, write: Format, columns: int) -> None:
    lines = write(samples.ALL[name], width=columns, color=False, show=LEDGER | ACCEPTED).split("\n")

    assert [line for line in lines if width(line) > columns] == []


@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("write", FORMATS)
def test_nothing_from_a_file_reaches_the_terminal_unescaped(write: Format, columns: int) -> None:
    report = write(samples.STRANGE, width=columns, color=False, show=LEDGER | ACCEPTED)

    assert set(report) & set("\x07\x1b\r\x9b\u200b\u202e\u2066\udcff\udcfe") == set()


@pytest.mark.parametrize("write", FORMATS)
def test_only_headings_have_colour(write: Format) -> None:
    plain = write(samples.RICH, width=80, color=False, show=LEDGER | ACCEPTED)
    colored = write(samples.RICH, width=80, color=True, show=LEDGER | ACCEPTED)

    assert "\x1b[1mthe sceptic's objections\x1b[0m\n" in colored
    assert "\x1b[1maccepted on record\x1b[0m\n" in colored
    assert colored.replace("\x1b[1m", "").replace("\x1b[0m", "") == plain

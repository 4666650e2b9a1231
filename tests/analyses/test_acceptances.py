"""Which acceptance covers which finding, and until when."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausecheck.check import Settings, check
from clausecheck.model.names import above, is_below
from clausecheck.source import Source

from .texts import VOCABULARY

TODAY = datetime.date(2027, 2, 28)
TEXT = """\
declaration "Example"
  scope: partial
party Northland "Kingdom of Northland"
clause 1
  Northland shall leave the valley.
  by: "soon"
  accept soft-deadline
    because: "It was all that could be had."
"""


@pytest.mark.parametrize(
    ("expires", "status"),
    [
        ("", "accepted"),
        ("2027-02-28", "accepted"),
        ("2027-02-27", "new"),
        ("2027-02", "accepted"),
        ("2027-01", "new"),
        ("2027-12", "accepted"),
    ],
)
def test_the_last_day_of_an_acceptance(expires: str, status: str) -> None:
    text = TEXT + (f"    expires: {expires}\n" if expires else "")
    report = check(Source("example.clause", text), VOCABULARY, Settings(today=TODAY))

    assert [f.status for f in report.findings if f.rule == "soft-deadline"] == [status]


def test_a_day_that_is_none_ends_nothing() -> None:
    text = TEXT + "    expires: 2027-02-31\n"
    report = check(Source("example.clause", text), VOCABULARY, Settings(today=TODAY))

    assert [f.status for f in report.findings if f.rule == "soft-deadline"] == ["accepted"]


def test_an_acceptance_covers_no_unreadable_line() -> None:
    text = TEXT.replace("accept soft-deadline", "bz: x\n  accept unreadable-line")
    report = check(Source("example.clause", text), VOCABULARY, Settings(today=TODAY))

    assert [(f.rule, f.status) for f in report.findings] == [
        ("soft-deadline", "new"),
        ("unreadable-line", "new"),
    ]


def test_an_acceptance_covers_no_other_rule() -> None:
    text = TEXT.replace("accept soft-deadline", "accept unverified-text")
    report = check(Source("example.clause", text), VOCABULARY, Settings(today=TODAY))

    assert [(f.rule, f.status) for f in report.findings] == [
        ("soft-deadline", "new"),
        ("unused-acceptance", "new"),
    ]


@given(st.text(alphabet="1a.(-)"))
def test_what_a_number_stands_below_is_found_from_its_end(number: str) -> None:
    shorter = [number[:end] for end in range(len(number), 0, -1)]

    assert list(above(number))[1:] == [each for each in shorter[1:] if is_below(number, each)]


def test_of_two_acceptances_the_nearer_gives_the_reason() -> None:
    text = TEXT.replace(
        "party",
        '  accept soft-deadline everywhere\n    because: "All of them."\nparty',
        1,
    )
    report = check(Source("example.clause", text), VOCABULARY, Settings(today=TODAY))

    assert [f.because for f in report.findings if f.rule == "soft-deadline"] == [
        "It was all that could be had."
    ]

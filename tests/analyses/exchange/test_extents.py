"""How long and how much an answer is, against the step that it answers."""

from __future__ import annotations

import pytest

from clausecheck.analyses.exchange.matches import Less, OnCondition, Shorter, Smaller
from tests.analyses.texts import Text


def less(one: str, other: str, line: str = "", line_of_other: str = "") -> list[Less] | None:
    """Return in what 2 is less than 1, of these; None where it is not known whether it is."""
    facts = Text(
        f"""
        clause 1
          Northland {one}.
          {line or "note: none"}
          mirrors: 2
        clause 2
          Westland {other}.
          {line_of_other or "note: none"}
        """
    ).facts
    (match,) = [each for each in facts.matches if each.answer.given.number == "1"]
    found: list[Less] = [
        each for each in match.less if isinstance(each, (OnCondition, Shorter, Smaller))
    ]
    turned = [each for each in match.more if isinstance(each, (OnCondition, Shorter, Smaller))]
    return found if found or turned or not match.unknown else None


TEST = "shall not conduct missile tests"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("for: 5 years", "for: 1 year", [Shorter("5 years", "1 year")]),
        ("for: 1 year", "for: 5 years", []),
        (
            "until: 2030-01-01",
            "until: 2028-01-01",
            [Shorter("until 2030-01-01", "until 2028-01-01")],
        ),
        ("for: without limit", "for: 5 years", [Shorter("no end", "5 years")]),
        ("note: no term", "for: 5 years", [Shorter("no end", "5 years")]),
        ("for: 3 to 4 years", "for: 2 years", [Shorter("3 to 4 years", "2 years")]),
        ("for: at least 3 years", "for: 2 years", [Shorter("at least 3 years", "2 years")]),
        (
            "until: 30 days after signature",
            "until: signature",
            [Shorter("until 30 days after signature", "until signature")],
        ),
        # Nobody can tell, or there is nothing to tell.
        ("for: 3 to 4 years", "for: 3 years", None),
        ("for: up to 3 years", "for: 2 years", None),
        ("for: 3 years", "for: at least 2 years", None),
        ("for: 12 months", "for: 1 year", None),
        ("for: 5 years", "until: 3 is complete", None),
    ],
)
def test_terms(one: str, other: str, expected: list[Less] | None) -> None:
    assert less(TEST, TEST, one, other) == expected


def test_the_term_of_a_pause_is_not_held_against_what_is_done_once() -> None:
    pause, once = "shall suspend missile tests", "shall dismantle its reactors"
    assert less(pause, once, "for: 5 years") is None
    assert less(pause, pause, "for: 5 years", "reviewer: suspended since 2027-01-01") is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("100 missiles", "10 missiles", [Smaller("100", "10")]),
        ("10 missiles", "100 missiles", []),
        ("100 missiles", "up to 10 missiles", [Smaller("100", "up to 10")]),
        ("all of its missiles", "half of its missiles", [Smaller("all", "half")]),
        # Of what is not the same, and of what no figure bounds, nobody can tell.
        ("100 missiles", "10 launchers", None),
        ("100 missiles", "at least 10 missiles", None),
        ("100 missiles", "its missiles", None),
        ("all of its missiles", "10 missiles", None),
    ],
)
def test_figures(one: str, other: str, expected: list[Less] | None) -> None:
    assert less(f"shall dismantle {one}", f"shall dismantle {other}") == expected


def test_of_two_figures_that_are_alike_neither_is_less() -> None:
    lines = ("reversible: by Northland within 90 days", "reversible: by Westland within 90 days")
    ten = "shall dismantle 10 missiles"

    assert less(ten, ten, *lines) == []
    assert less(ten, "shall dismantle at least 10 missiles", *lines) is None


def test_a_figure_of_what_is_left_is_no_figure_of_what_is_given() -> None:
    assert less("shall reduce its troops to 100", "shall reduce its troops to 50") is None
    assert (
        less(
            "shall reduce its troops",
            "shall reduce its troops",
            "limit: 100 troops",
            "limit: 50 troops",
        )
        is None
    )


def test_what_is_bound_upon_a_condition_is_less_than_what_is_not() -> None:
    condition = 'if: "the parliament agrees"'
    assert less("shall leave the valley", "shall leave the valley", "", condition) == [
        OnCondition()
    ]
    assert less("shall leave the valley", "shall leave the valley", condition, "") == []

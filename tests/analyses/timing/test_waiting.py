from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausecheck.analyses.timing.deadlocks import Circle, never
from clausecheck.analyses.timing.moments import Moment
from clausecheck.analyses.timing.waits import Wait
from tests.analyses.texts import Text

DUTIES = ("freeze its reactors", "open its border", "suspend sanctions", "leave the valley")
PARTIES = ("Northland", "Southland", "Westland", "Northland")


def text(*labels: str) -> Text:
    """Return a text of one duty for each label; "" for a duty that waits for nothing."""
    return Text(
        "\n".join(
            f"clause {number}\n  {who} shall {duty}.\n  {label}"
            for number, (who, duty, label) in enumerate(
                zip(PARTIES, DUTIES, labels, strict=False), start=1
            )
        )
    )


def told(circle: Circle) -> list[str]:
    return [f"{wait.waiting} for {wait.on[0]}" for wait in circle.waits if wait.cause is not None]


def circles(*labels: str) -> list[list[str]]:
    return [told(circle) for circle in text(*labels).facts.waiting.circles]


def test_two_steps_that_wait_for_each_other() -> None:
    (circle,) = circles("after: 2 is complete", "after: 1 is verified")

    assert sorted(circle) == ["1 begins for 2 is complete", "2 begins for 1 is verified"]


def test_to_wait_for_a_beginning_and_for_an_end_is_not_the_same() -> None:
    assert circles("after: 2 begins", "before: 1 is complete") == []


def test_steps_put_together_wait_for_nothing() -> None:
    assert circles("together with: 2 begins", "together with: 1 begins") == []
    assert circles("together with: 2 begins", "together with: 1 is complete") != []


def test_one_of_two_that_can_come_is_enough() -> None:
    assert circles("after: 2 is complete or 3 is complete", "after: 1 is complete", "") == []
    assert circles("after: earlier of 2 is complete, 3 begins", "after: 1 begins", "") == []


def test_a_way_that_stays_open_closes_no_circle_though_another_line_holds_the_step() -> None:
    (circle,) = circles(
        "after: 2 is complete or 3 is complete\n  from: 4 is complete",
        "after: 1 is complete",
        "",
        "after: 1 is complete",
    )

    assert sorted(circle) == ["1 begins for 4 is complete", "4 begins for 1 is complete"]


def test_why_the_other_way_never_comes_is_told_up_to_another_circle() -> None:
    one, other = text(
        "after: 2 is complete or 3 is complete",
        "after: 1 begins",
        "after: 4 is complete",
        "after: 3 begins",
    ).facts.waiting.circles

    assert sorted(told(one)) == ["1 begins for 2 is complete", "2 begins for 1 begins"]
    assert [wait.cause for wait in one.beside] == [None]  # it is complete only once it begins
    assert sorted(told(other)) == ["3 begins for 4 is complete", "4 begins for 3 begins"]


def test_both_of_two_are_needed() -> None:
    assert len(circles("after: 2 is complete and 3 is complete", "after: 1 begins", "")) == 1


def test_a_circle_through_an_event() -> None:
    found = Text(
        """
        event "the opening"
          when: 2 is complete
        clause 1
          Northland shall freeze its reactors.
          after: the opening
        clause 2
          Southland shall open its border.
          after: 1 is complete
        """
    ).facts.waiting.circles

    assert len(found) == 1


def test_those_that_wait_behind_a_circle_are_named() -> None:
    waiting = text("after: 2 is complete", "after: 1 is complete", "after: 2 begins").facts.waiting

    assert waiting.circles[0].behind == ("3",)


def test_of_very_many_circles_in_one_knot_the_first_are_told() -> None:
    others = range(2, 14)
    awaited = " and ".join(f"{number} begins" for number in others)
    lines = ["clause 1", "  Northland shall freeze its reactors.", f"  after: {awaited}"]
    for number in others:
        lines += [f"clause {number}", "  Southland shall open its border."]
        lines += ["  after: 1 begins"]
    found = [told(circle) for circle in Text("\n".join(lines)).facts.waiting.circles]

    assert len(found) == 10
    assert all("1 begins" in circle[-1] for circle in found)


def test_a_wait_for_a_day_before_something_is_none() -> None:
    assert circles("after: 30 days before 2 is complete", "after: 1 is complete") == []


def test_only_what_needs_a_breach_comes_after_it() -> None:
    found = text(
        "after: 2 is complete or 4 is complete",
        "after: 4 is breached",
        "after: 2 is complete",
        "by: 2027-06-01",
    ).facts.waiting

    assert found.after_a_breach == {"2", "3"}


def test_an_event_in_words_waits_for_nothing_here() -> None:
    found = Text(
        """
        event "the opening"
          when: outside this text, "the flag is lowered"
        clause 1
          Northland shall freeze its reactors.
          after: the opening
          before: 2027-01-01
        clause 2
          Southland shall open its border.
          before: "the flag is lowered"
        """
    ).facts.waiting

    assert found.circles == ()


@pytest.mark.parametrize(
    ("one", "other", "circles_"),
    [
        ("before: 2 begins", "before: 1 begins", 1),
        ("before: 2 begins\n  after: 2 is complete", "", 1),
        ("before: 2 is complete", "after: 1 begins", 0),
        ("before: 30 days after 2 begins", "before: 1 begins", 0),
        ("before: 2 begins\n  reviewer: done", "before: 1 begins", 0),
    ],
)
def test_steps_that_are_each_to_be_over_before_the_other(
    one: str, other: str, circles_: int
) -> None:
    assert len(circles(one, other)) == circles_


# ── Against a play of the text ───────────────────────────────────────────────────────────────────

moments = st.builds(Moment, st.sampled_from("abcde"))
waits = st.lists(
    st.builds(Wait, moments, st.lists(moments, min_size=1, max_size=2).map(tuple), st.just(None)),
    max_size=8,
)


def played(every: list[Wait], chance: random.Random) -> set[Moment]:
    """Let the moments come in any order in which none is held back, and return those left."""
    left = {moment for wait in every for moment in (wait.waiting, *wait.on)}
    while True:
        free = [
            moment
            for moment in left
            if all(
                any(on not in left for on in wait.on) for wait in every if wait.waiting == moment
            )
        ]
        if not free:
            return left
        left.remove(chance.choice(sorted(free, key=str)))


@given(waits, st.randoms(use_true_random=False))
def test_what_can_never_come_is_what_no_play_brings(
    every: list[Wait], chance: random.Random
) -> None:
    assert never(every, {}) == played(every, chance)


labels = st.one_of(
    st.just(""),
    st.builds(
        "after: {} {}".format,
        st.integers(1, 4),
        st.sampled_from(["begins", "is complete", "is verified"]),
    ),
)


@settings(max_examples=60, deadline=None)
@given(st.tuples(labels, labels, labels, labels))
def test_the_order_and_the_names_of_clauses_change_nothing(lines: tuple[str, ...]) -> None:
    """Clauses turned round, each with a number that keeps its meaning."""
    one = text(*lines).facts.waiting.circles
    turned = str.maketrans("1234", "4321")
    other = text(*(line.translate(turned) for line in reversed(lines))).facts.waiting.circles

    assert sorted(len(circle.waits) for circle in one) == sorted(
        len(circle.waits) for circle in other
    )
    assert sorted(len(circle.behind) for circle in one) == sorted(
        len(circle.behind) for circle in other
    )


def test_what_a_moment_cannot_come_without_is_named_once_however_it_is_needed() -> None:
    text = Text(
        """
        clause 1
          Northland shall ratify this declaration.
          after: 3 is complete
        clause 2
          Southland shall ratify this declaration.
          after: 3 is complete
        clause 3
          Westland shall leave the island.
          after: signature or 4 is complete
        clause 4
          Westland shall leave the valley.
        """,
        head="entry into force: ratification by all parties",
    )
    needed = text.facts.waiting.needed_for(Moment("entry into force"))

    assert {moment.of for moment in needed} == {"ratification", "1", "2", "3"}

"""What is no longer raised only since less is promised is no gain, and the reverse no loss."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from clausecheck.reporters.comparison_parts import closing

from .texts import compared

if TYPE_CHECKING:
    from clausecheck.changes import Comparison

HEAD = """\
declaration "D"
  scope: complete
party US   "United States of America"
party DPRK "Democratic People's Republic of Korea"
body IAEA  "International Atomic Energy Agency"
clause 1
  """
FIRM = "DPRK shall freeze its reactors."


def between(one: str, two: str) -> Comparison:
    return compared(f"{HEAD}{one}\n", f"{HEAD}{two}\n")


@pytest.mark.parametrize(
    "soft",
    [
        "DPRK should freeze its reactors.",
        "DPRK shall endeavour to freeze its reactors.",
        "DPRK expresses its willingness to freeze its reactors.",
    ],
)
def test_nothing_is_better_since_less_is_promised(soft: str) -> None:
    lines = dict(closing(between(FIRM, soft)))

    assert lines["got better"] == "nothing that is still asked"
    assert lines["got worse"] == "nothing"
    assert lines["no longer arises"].startswith("as less is promised: for both, raised before, ")


def test_nor_worse_since_more_is() -> None:
    lines = dict(closing(between("DPRK should freeze its reactors.", FIRM)))

    assert lines["got worse"] == "nothing beside what arises now"
    assert lines["arises now"].startswith("as more is promised: for both, raised, ")


def test_it_is_better_for_whoever_objects_to_that_very_thing() -> None:
    lines = dict(closing(between("US shall lift sanctions.", "US should lift sanctions.")))

    assert "Sanctions relief as the real aim" in lines["got better"]
    assert "as less is promised" in lines["no longer arises"]


def test_a_line_beside_it_may_have_answered() -> None:
    softer = "DPRK should freeze its reactors.\n  verified by: IAEA"

    assert "as less is promised" not in dict(closing(between(FIRM, softer))).get(
        "no longer arises", ""
    )


def test_relief_that_is_only_begun_or_considered_is_spoken_of_and_no_more() -> None:
    for soft in ("begin to lift", "continue to lift", "consider lifting"):
        made = between("US shall lift sanctions.", f"US shall {soft} sanctions.")
        of = {one.question: (one.stance, two.stance) for one, two in made.stances}

        assert of["sanctions"] == ("ended", "soft")

"""The alignment and the order, held against what brute force finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausecheck.compare import compare
from clausecheck.compare.ground.canon import Canon
from clausecheck.compare.ground.names import known, own
from clausecheck.compare.ground.units import Unit, units
from clausecheck.compare.matching.alignment import Link, _weights, align, likeness
from clausecheck.compare.matching.order import shifted

from .test_pages import shape
from .texts import CLAUSES, HEAD, text

if TYPE_CHECKING:
    from collections.abc import Sequence

pytestmark = pytest.mark.no_cover  # a page shows each line that made-up texts do

ACTS = ("withdraw", "dismantle", "publish", "release", "inspect")
THINGS = ("tanks", "reactors", "troops", "prisoners", "artillery", "missiles")
SENTENCES = st.builds(
    "{} shall {} its {}.".format,
    st.sampled_from(("Northland", "Southland")),
    st.sampled_from(ACTS),
    st.lists(st.sampled_from(THINGS), min_size=1, max_size=2, unique=True).map(" and ".join),
)
DRAFTS = st.lists(SENTENCES, max_size=6)


def of(sentences: Sequence[str]) -> str:
    return "".join(f"clause {number}\n  {each}\n" for number, each in enumerate(sentences, 1))


def sentences(written: str) -> tuple[Unit, ...]:
    one = text(written)
    names = one.facts.reading.names
    return units(one.facts.reading, Canon(names, own(names)), one.report.source)


def both(one: Sequence[str], other: Sequence[str]) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
    mine, theirs = text(of(one)), text(of(other))
    names = mine.facts.reading.names, theirs.facts.reading.names
    return (
        units(mine.facts.reading, Canon(names[0], own(names[0])), mine.report.source),
        units(theirs.facts.reading, Canon(names[1], known(*names)), theirs.report.source),
    )


@settings(max_examples=25, deadline=None)
@given(DRAFTS, DRAFTS)
def test_no_two_that_were_left_for_others_fit_better_with_each_other(
    one: list[str], other: list[str]
) -> None:
    ones, others = both(one, other)
    weights = _weights(ones, others)
    links = align(ones, others).links
    had = {link.base: link.other for link in links}
    theirs = {link.other: link.base for link in links}

    said = {unit.content for unit in ones} & {unit.content for unit in others}

    def near(mine: Unit, to: Unit) -> float:
        return likeness(mine, to, weights) + 0.35 * (mine.parties == to.parties)

    def does_alike(mine: Unit, to: Unit) -> bool:
        return any(name.startswith("act ") for name in mine.features.keys() & to.features.keys())

    def stands_elsewhere(mine: Unit, to: Unit) -> bool:
        """Whether both are nearer to others that do their act, or one clearly is."""
        left = [[unit for unit in every if unit.content not in said] for every in (ones, others)]
        best = [
            max([near(mine, each) for each in left[1] if does_alike(mine, each)], default=0.0),
            max([near(each, to) for each in left[0] if does_alike(each, to)], default=0.0),
        ]
        nearer = [each - near(mine, to) for each in best]
        return not does_alike(mine, to) and (min(nearer) > 0 or max(nearer) >= 0.15)

    def fits(base: int, to: int) -> float:
        mine, theirs = ones[base], others[to]
        same = mine.number == theirs.number
        if mine.content == theirs.content:
            return 2.0 + same
        score = likeness(mine, theirs, weights)
        bonus = 0.25 * (same and not stands_elsewhere(mine, theirs))
        return near(mine, theirs) + bonus if score >= (0.30 if same else 0.41) else -1.0

    for mine in range(len(ones)):
        for to in range(len(others)):
            score = fits(mine, to)
            better_here = mine not in had or score > fits(mine, had[mine]) + 1e-6
            better_there = to not in theirs or score > fits(theirs[to], to) + 1e-6

            assert score < 0 or not (better_here and better_there)


@settings(max_examples=25, deadline=None)
@given(DRAFTS, DRAFTS)
def test_it_does_not_matter_which_text_is_the_base(one: list[str], other: list[str]) -> None:
    there, back = align(*both(one, other)), align(*both(other, one))

    assert {(link.base, link.other) for link in there.links} == {
        (link.other, link.base) for link in back.links
    }
    assert (there.split, there.merged) == (back.merged, back.split)


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(7)))
def test_which_sentences_moved_is_what_counting_by_hand_finds(order: list[int]) -> None:
    base, other = both(
        [f"Northland shall withdraw {number} tanks." for number in range(7)],
        [f"Northland shall withdraw {number} tanks." for number in order],
    )
    links = [Link(number, order.index(number)) for number in range(7)]
    crossed = {
        link: [each for each in links if (each.base < link.base) != (each.other < link.other)]
        for link in links
    }
    for link in links:
        crossed[link] = [each for each in crossed[link] if each != link]
    expected = {
        link.base: "moved"
        if crossed[link] and all(len(crossed[each]) <= len(crossed[link]) for each in crossed[link])
        else "renumbered"
        for link in links
        if link.base != link.other
    }

    assert shifted(base, other, links) == expected


def test_two_that_say_the_same_and_change_places_keep_their_numbers() -> None:
    sentence = "Northland shall withdraw its tanks."
    clauses = [f"clause {number}\n  {sentence}\n" for number in (1, 2)]
    base, other = (sentences(part) for part in ("".join(clauses), "".join(reversed(clauses))))

    assert [unit.number for unit in other] == ["2", "1"]
    assert align(base, other).links == (Link(0, 1), Link(1, 0))


BASE = (CLAUSES / "draft-too-soft.clause").read_text(encoding="utf-8").split("\n")
EDITS = st.lists(
    st.tuples(
        st.sampled_from(("strike", "double", "swap", "spoil", "weaken")),
        st.integers(0, len(BASE) - 1),
        st.integers(0, len(BASE) - 1),
    ),
    max_size=6,
)


@settings(max_examples=12, deadline=None)
@given(EDITS)
def test_whatever_becomes_of_the_lines_both_ways_tell_the_same(
    edits: list[tuple[str, int, int]],
) -> None:
    lines = list(BASE)
    for how, at, to in edits:
        one, other = at % len(lines), to % len(lines)
        if how == "strike":
            del lines[one]
        elif how == "double":
            lines.insert(other, lines[one])
        elif how == "swap":
            lines[one], lines[other] = lines[other], lines[one]
        else:
            lines[one] = lines[one].replace("shall", "may" if how == "weaken" else "] must [")
    before, after = text("\n".join(BASE)), text("\n".join(lines))

    assert shape(compare(after, before)) == shape(compare(before, after), mirrored=True)


def test_of_many_alike_each_keeps_its_number() -> None:
    """So many that nothing in them is rare: the numbers alone tell which is which."""
    before = [f"Northland shall withdraw {number} tanks." for number in range(60)]
    after = [each.replace("shall", "should") for each in before]
    base, other = both(before, after)

    assert [(link.base, link.other) for link in align(base, other).links] == [
        (number, number) for number in range(60)
    ]


def test_what_stands_between_two_that_are_the_same_is_looked_at() -> None:
    """A clause put in moves all numbers, and the changed one is found by its neighbours."""
    before = [f"Northland shall withdraw {number} tanks." for number in range(60)]
    after = ["Southland shall release its prisoners.", *before]
    after[31] = after[31].replace("shall", "should")
    base, other = both(before, after)

    assert Link(30, 31) in align(base, other).links


ROLLING = f"""{HEAD}
clause 1
  [Nothing in this declaration affects the presence of Northland forces in Southland. {{Northland}}]

clause 2
  [Northland shall withdraw its forces from Southland. {{Southland}}]

clause 3
  Southland shall open the road.
  [by: 2027-03-01 {{Northland}}]

clause 4
  [Southland shall open the port. {{Northland}} | Southland may open the port. {{Southland}}]
"""


def test_two_resolutions_of_one_text_are_held_together_by_their_places() -> None:
    one, two = (text(ROLLING, choose=(whose,)) for whose in ("Northland", "Southland"))

    rows = [(row.how, row.place, row.shift) for row in compare(one, two).rows]
    back = [(row.how, row.place, row.shift) for row in compare(two, one).rows]

    assert rows == [
        ("removed", "1", None),
        ("added", "2", None),
        ("changed", "3", None),
        ("changed", "4", None),
    ]
    assert sorted(back, key=lambda row: row[1]) == [
        ("added", "1", None),
        ("removed", "2", None),
        ("changed", "3", None),
        ("changed", "4", None),
    ]

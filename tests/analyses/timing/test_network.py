from __future__ import annotations

from itertools import pairwise, product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from clausecheck.analyses.timing.limits import Limit
from clausecheck.analyses.timing.network import Network, solve

Bound = Limit[str, str]


def limit(earlier: str, later: str, days: int) -> Bound:
    return Limit(earlier, later, days, "")


bounds = st.lists(
    st.builds(limit, st.sampled_from("abcd"), st.sampled_from("abcd"), st.integers(-3, 3)),
    max_size=9,
)


def can_be_kept(limits: list[Bound]) -> bool:
    """Try each day within 9 of the first moment's: three gaps of three days are the widest."""
    return any(
        all(day[each.later] - day[each.earlier] <= each.days for each in limits)
        for combination in product(range(-9, 10), repeat=3)
        if (day := dict(zip("abcd", (0, *combination), strict=True)))
    )


def shortest(limits: list[Bound]) -> dict[str, int]:
    """Return the shortest way from `a` to each moment it leads to, trying every way in turn."""
    found = {"a": 0}
    for _ in limits:
        for each in limits:
            if each.earlier in found:
                way = found[each.earlier] + each.days
                found[each.later] = min(way, found.get(each.later, way))
    return found


@given(bounds)
def test_what_can_be_kept_is_what_a_trial_of_all_days_keeps(limits: list[Bound]) -> None:
    verdict = solve(limits)

    assert verdict.answer == ("yes" if can_be_kept(limits) else "no")


@given(bounds)
def test_the_days_given_keep_every_limit(limits: list[Bound]) -> None:
    moments = solve(limits).moments or {}
    for each in limits if moments else ():
        assert moments[each.later] - moments[each.earlier] <= each.days


@given(bounds)
def test_the_circle_joins_limits_of_the_text_and_leaves_no_time(limits: list[Bound]) -> None:
    circle = solve(limits).circle
    for one, other in zip(circle, (*circle[1:], *circle[:1]), strict=True):
        assert one in limits
        assert one.later == other.earlier
    assert not circle or sum(each.days for each in circle) < 0


@given(bounds)
def test_the_last_days_are_the_shortest_paths(limits: list[Bound]) -> None:
    assume(solve(limits).answer == "yes")

    assert Network(limits).latest("a") == shortest(limits)


@given(bounds)
def test_the_first_days_are_the_last_of_the_limits_turned_round(limits: list[Bound]) -> None:
    assume(solve(limits).answer == "yes")
    turned = [limit(each.later, each.earlier, each.days) for each in limits]
    expected = {moment: -day for moment, day in shortest(turned).items()}

    assert Network(limits).earliest("a") == expected


def test_the_first_day_is_the_longest_way_there() -> None:
    limits = [limit("b", "a", -14), limit("c", "b", -28)]

    assert Network(limits).earliest("a") == {"a": 0, "b": 14, "c": 42}


def test_an_origin_that_no_limit_names_is_alone() -> None:
    assert Network([limit("a", "b", 3)]).latest("z") == {"z": 0}


@given(bounds, bounds)
def test_what_is_added_and_left_out_is_decided_as_if_asked_anew(
    limits: list[Bound], more: list[Bound]
) -> None:
    network = Network(limits)
    network.solve()
    whole = network.with_limits(more)
    dropped = {id(each) for each in limits}

    assert whole.solve().answer == solve([*limits, *more]).answer
    assert network.solve().answer == solve(limits).answer
    assert whole.without(lambda each: id(each) in dropped).solve().answer == solve(more).answer


def test_the_shorter_of_two_circles_is_told() -> None:
    long = [limit("a", "b", -1), limit("b", "c", 0), limit("c", "d", 0), limit("d", "a", 0)]
    short = [limit("b", "a", 0)]

    assert solve([*long, *short]).circle in {
        (long[0], short[0]),
        (short[0], long[0]),
    }


@pytest.mark.parametrize("length", [10, 1000])
def test_a_chain_written_backwards_is_decided_too(length: int) -> None:
    limits = [limit(str(n), str(n + 1), -1) for n in reversed(range(length))]

    assert solve(limits).answer == "yes"
    assert solve([*limits, limit(str(length), "0", length - 1)]).answer == "no"


def test_an_order_made_to_be_hard_is_not_decided_rather_than_never() -> None:
    """A chain that leaps from one end of the text to the other, so that a sweep settles two leaps."""
    size = 400
    leaps = [n for pair in zip(range(size), reversed(range(size)), strict=True) for n in pair][
        :size
    ]
    in_order = [limit(str(n), str(n), 0) for n in range(size)]
    chain = [limit(str(one), str(other), -1) for one, other in pairwise(leaps)]

    assert solve([*in_order, *chain]).answer == "not decided"
    assert Network([*in_order, *chain]).latest("0")["399"] == -1
    assert Network([*in_order, *chain]).earliest("399")["0"] == 1
    assert Network([*in_order, *chain]).earliest(str(leaps[-1]))[str(leaps[-2])] == 1

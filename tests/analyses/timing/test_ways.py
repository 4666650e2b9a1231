from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from clausecheck.analyses.timing.bounds import Bound, Cause
from clausecheck.analyses.timing.limits import Limit
from clausecheck.analyses.timing.moments import Moment
from clausecheck.analyses.timing.network import solve
from clausecheck.analyses.timing.ways import Ways

A, B = Moment("a"), Moment("b")


def limit(earlier: str, later: str, days: int) -> Bound:
    return Limit(Moment(earlier), Moment(later), days, Cause(None, None))


names = st.sampled_from("abcde")
limits = st.lists(st.builds(limit, names, names, st.integers(-3, 3)), max_size=10)


def shortest(every: list[Bound]) -> int | None:
    """Return the shortest way from `a` to `b`, trying every limit as often as there are any."""
    found = {A: 0}
    for _ in every:
        for each in every:
            if each.earlier in found:
                way = found[each.earlier] + each.days
                found[each.later] = min(way, found.get(each.later, way))
    return found.get(B)


@given(limits)
def test_the_most_days_between_two_moments_are_the_shortest_way(every: list[Bound]) -> None:
    assume(solve(every).answer == "yes")
    expected = shortest(every)
    found = Ways(every).most_after(A, B)

    assert found == expected or (found == 0 and expected is not None and expected < 0)
    assert Ways(every).fewest_between(B, A) == max(-(expected or 0), 0)


@given(limits)
def test_one_comes_no_later_where_the_shortest_way_back_takes_no_day(every: list[Bound]) -> None:
    assume(solve(every).answer == "yes")
    back = shortest(every)

    assert Ways(every).orders(B, A) is (back is not None and back <= 0)


def test_moments_that_no_limit_names_are_in_no_order() -> None:
    assert Ways([]).most_after(A, B) is None
    assert not Ways([]).orders(A, B)
    assert Ways([]).fewest_between(A, B) == 0


def test_where_all_moments_are_alike_only_those_near_are_looked_at() -> None:
    """A thousand steps that come together: nothing tells which of them lead from one to another."""
    chain = [limit(str(n), str(n + 1), 0) for n in range(1000)]
    circle = [*chain, limit("1000", "0", 0)]

    assert Ways(circle).orders(Moment("100"), Moment("0"))
    assert not Ways(circle).orders(Moment("900"), Moment("0"))
    assert Ways(chain).orders(Moment("100"), Moment("0"))

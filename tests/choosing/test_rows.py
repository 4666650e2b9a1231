from __future__ import annotations

from itertools import combinations, product

import pytest

from clausecheck.choosing.rows import rows


@pytest.mark.parametrize(
    ("sizes", "strength"),
    [((2,) * 9, 2), ((2,) * 9, 3), ((3, 2, 4, 2, 3), 2), ((3, 2, 4, 2, 3), 3), ((2,) * 60, 2)],
)
def test_any_few_choices_meet_in_a_row(sizes: tuple[int, ...], strength: int) -> None:
    found = rows(sizes, strength, most=1)

    for decisions in combinations(range(len(sizes)), strength):
        met = {tuple(row[at] for at in decisions) for row in found}
        assert met == set(product(*(range(sizes[at]) for at in decisions)))
    assert found[0] == (0,) * len(sizes)
    assert found[1] == tuple(size - 1 for size in sizes)
    assert len(found) < 70


def test_few_assignments_are_all_there() -> None:
    assert rows((), 2, most=1) == ((),)
    assert rows((5,), 2, most=1) == ((0,), (1,), (2,), (3,), (4,))
    assert set(rows((2, 3, 2), 2, most=12)) == set(product(range(2), range(3), range(2)))
    assert len(rows((2, 3, 2, 2), 2, most=12)) < 12


def test_hundreds_of_decisions_take_few_rows() -> None:
    assert len(rows((2,) * 300, 2, most=32)) < 24

"""Values are compared and shown as those that attrs makes."""

from __future__ import annotations

import attrs
import pytest
from attrs import field

from clausecheck.values import NO_MEMO, Memo, evolve, frozen


@frozen
class Road:
    to: str
    km: int = field(default=1, eq=False)
    _secret: str = field(default="", repr=False)


@frozen
class River:
    to: str
    km: int = 1


@frozen
class Nothing:
    pass


@frozen(slots=False, eq=False)
class Facts:
    text: str


def test_values_that_say_the_same_are_equal() -> None:
    assert Road("A", 1) == Road("A", 2)
    assert hash(Road("A", 1)) == hash(Road("A", 2))
    assert Road("A") != Road("B")
    assert Road("A") != Road("A", 1, "s")
    assert Road("A") != River("A")  # type: ignore[comparison-overlap]  # the point
    assert Road("A") != "A"  # type: ignore[comparison-overlap]  # the point
    assert Nothing() == Nothing()


def test_without_equality_each_is_itself() -> None:
    facts = Facts("a")

    assert facts == facts  # noqa: PLR0124 - the point
    assert facts != Facts("a")


def test_a_value_is_shown_with_its_fields() -> None:
    assert repr(Road("A", 2, "s")) == "Road(to='A', km=2)"


def test_a_value_cannot_be_changed_only_evolved() -> None:
    road = Road("A", 2, "s")

    assert evolve(road, to="B") == Road("B", 2, "s")
    assert evolve(road, secret="t") == Road("A", 2, "t")  # noqa: S106 - no password
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        road.to = "B"  # type: ignore[misc]
    with pytest.raises(TypeError):
        evolve(road, length=3)


def test_what_was_made_of_a_value_is_remembered_as_long_as_the_others_are_the_same() -> None:
    memo, a, b = Memo(), River("A"), River("B")
    made: list[River] = []

    def bridge(river: River, _: River | None, width: int) -> int:
        made.append(river)
        return width

    assert [memo.of(bridge, a, None, beside=(1,)) for _ in range(2)] == [1, 1]
    assert memo.of(bridge, b, None, beside=(2,)) == 2
    assert [memo.of(bridge, a, b, beside=(3,)) for _ in range(2)] == [3, 3]
    assert memo.of(bridge, River("A"), b, beside=(4,)) == 4  # another that says the same
    assert made == [a, b, a, a]


def test_what_is_told_again_is_the_same_value() -> None:
    memo, first = Memo(), (1, 2)

    assert memo.same("days", first) is first
    assert memo.same("days", tuple([1, 2])) is first  # noqa: C409 - another tuple
    assert memo.same("days", (3,)) == (3,)
    assert memo.same("days", tuple([1, 2])) is not first  # noqa: C409 - likewise


def test_without_a_memo_all_is_made_anew() -> None:
    assert NO_MEMO.of(River, "A", beside=(2,)) == River("A", 2)
    assert NO_MEMO.of(River, "A") is not NO_MEMO.of(River, "A")
    assert NO_MEMO.same("days", (1,)) == (1,)

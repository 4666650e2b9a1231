"""Values are made, compared and shown by what they say."""

from __future__ import annotations

import pytest

from clausecheck.values import FrozenError, evolve, field, fields, frozen, mutable


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


@frozen(slots=False)
class Route:
    roads: tuple[Road, ...]
    tolls: list[int] = field(factory=list)
    by: str = field(kw_only=True)


@frozen
class Ferry(Road):
    river: str = ""


@mutable
class Journey:
    at: str
    seen: list[str] = field(factory=list)
    steps: int = field(default=0, init=False)


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
    with pytest.raises(FrozenError):
        road.to = "B"  # type: ignore[misc]
    with pytest.raises(TypeError):
        evolve(road, length=3)
    with pytest.raises(FrozenError):
        del road.to


def test_a_value_is_made_of_what_is_given_and_of_defaults() -> None:
    route = Route((), by="cart")
    other = Route((Road("A"),), [3], by="foot")

    assert (route.roads, route.tolls, route.by) == ((), [], "cart")
    assert (other.roads, other.tolls, other.by) == ((Road("A"),), [3], "foot")
    assert Route((), by="cart").tolls is not route.tolls
    with pytest.raises(FrozenError):
        route.by = "boat"  # type: ignore[misc]
    with pytest.raises(TypeError):
        Route(())  # type: ignore[call-arg]  # by
    with pytest.raises(TypeError):
        Route((), [], "cart")  # type: ignore[call-arg]  # by its name alone


def test_a_class_adds_its_fields_to_those_it_builds_on() -> None:
    assert [each.name for each in fields(Ferry)] == ["to", "km", "_secret", "river"]
    assert [each.type for each in fields(Ferry)] == ["str", "int", "str", "str"]
    assert Ferry("A", 2, "s", "Rhine") == Ferry("A", 3, "s", "Rhine")
    assert not hasattr(Ferry("A"), "__dict__")
    assert fields(str) == ()


def test_what_is_mutable_can_be_set_and_stands_in_no_set() -> None:
    journey = Journey("A")
    journey.at = "B"
    journey.steps += 1

    assert repr(journey) == "Journey(at='B', seen=[], steps=1)"
    assert journey != Journey("B")
    with pytest.raises(TypeError):
        hash(journey)

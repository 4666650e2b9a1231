"""Values: attrs' frozen classes, which share one way to be compared and one to be shown.

attrs writes and compiles both anew for each class. With a hundred and fifty classes that took a
tenth of a cold run; here they are written once, and attrs does the rest. `attr.s` is `attrs.frozen`
that is told what the other looks for in each class, and whether anything holds a value weakly:
nothing does, and of a long text there are a million.

What was made of values may be remembered as long as they are: see `Memo`.
"""

from __future__ import annotations

from operator import attrgetter, is_
from typing import TYPE_CHECKING, Any, TypeVar, cast, dataclass_transform, overload

import attr
import attrs

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


@overload
def frozen(cls: type[T]) -> type[T]: ...


@overload
def frozen(*, slots: bool = True, eq: bool = True) -> Callable[[type[T]], type[T]]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(attrs.field,))
def frozen(
    cls: type[T] | None = None, *, slots: bool = True, eq: bool = True
) -> type[T] | Callable[[type[T]], type[T]]:
    """Make a class of values, as `attrs.frozen` does; without `eq`, each equals only itself."""

    def make(cls: type[T]) -> type[T]:
        made: Any = attr.s(
            cls,
            frozen=True,
            slots=slots,
            auto_attribs=True,
            collect_by_mro=True,
            eq=False,
            repr=False,
            weakref_slot=False,
        )
        made.__repr__ = _repr
        if eq:
            compared = [field.name for field in attrs.fields(made) if field.eq]
            # What says that of a value as far as it is compared; all without fields are equal.
            made.__said__ = attrgetter(*(compared or ["__class__"]))
            made.__eq__ = _equal
            made.__hash__ = _hash
        return cast("type[T]", made)

    return make if cls is None else make(cls)


def evolve(value: T, /, **changes: object) -> T:
    """Return the value with some of its fields changed."""
    kind: Any = type(value)
    given = {alias: getattr(value, name) for alias, name in _GIVEN[kind]}
    given |= changes
    return cast("T", kind(**given))


class _Given(dict[type, tuple[tuple[str, str], ...]]):
    """By class, its fields that are given as it is made: what they are given as, and their names.

    attrs looks for the class's own each time it is asked.
    """

    def __missing__(self, kind: type) -> tuple[tuple[str, str], ...]:
        found = tuple((each.alias, each.name) for each in attrs.fields(kind) if each.init)
        given = self[kind] = cast("tuple[tuple[str, str], ...]", found)
        return given


_GIVEN = _Given()


class Memo:
    """Remembers what was made of values, by which they are and not by what they say.

    To compare a clause takes as long as to make it anew.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._made: dict[tuple[object, int], tuple[tuple[object, ...], Any, object]] = {}
        self._told: dict[str, Any] = {}

    def of(
        self,
        make: Callable[..., T],
        value: object,
        *others: object,
        beside: tuple[object, ...] = (),
    ) -> T:
        """Return what is made of a value and the others, and of what stands beside them.

        Of each value what was made last is remembered, for the same others. What stands beside
        them is the same wherever they are, or makes no difference then.
        """
        key = make, id(value)
        known = self._made.get(key)
        if known is None or (others and not all(map(is_, known[0], others))):
            # The values are kept, so that no other takes the place of one that is gone.
            known = self._made[key] = others, make(value, *others, *beside), value
        made: T = known[1]
        return made

    def same(self, what: str, value: T) -> T:
        """Return what was told last of something, if it is equal: it is known by which it is."""
        told = self._told.get(what)
        if told != value:
            told = self._told[what] = value
        return cast("T", told)


class _NoMemo(Memo):
    """Remembers nothing: a text that is read once asks for each thing once."""

    def of(
        self,
        make: Callable[..., T],
        value: object,
        *others: object,
        beside: tuple[object, ...] = (),
    ) -> T:
        return make(value, *others, *beside)

    def same(self, what: str, value: T) -> T:  # noqa: ARG002 - nothing was told
        return value


NO_MEMO: Memo = _NoMemo()


def _equal(self: Any, other: Any) -> bool:  # noqa: ANN401 - Python's signature
    same = type(self) is type(other)
    return self.__said__(self) == other.__said__(other) if same else NotImplemented


def _hash(self: Any) -> int:  # noqa: ANN401 - likewise
    return hash(self.__said__(self))


def _repr(self: object) -> str:
    kind: Any = type(self)
    shown = [
        f"{field.name}={getattr(self, field.name)!r}" for field in attrs.fields(kind) if field.repr
    ]
    return f"{kind.__qualname__}({', '.join(shown)})"

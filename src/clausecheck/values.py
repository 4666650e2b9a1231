"""Values: attrs' frozen classes, which share one way to be compared and one to be shown.

attrs writes and compiles both anew for each class. With a hundred and fifty classes that took a
tenth of a cold run; here they are written once, and attrs does the rest.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, cast, dataclass_transform, overload

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
        made: Any = attrs.frozen(cls, slots=slots, eq=False, repr=False)  # noqa: TID251 - here it is wrapped
        made.__repr__ = _repr
        if eq:
            made.__eq__ = _equal
            made.__hash__ = _hash
        return cast("type[T]", made)

    return make if cls is None else make(cls)


def evolve(value: T, /, **changes: object) -> T:
    """Return the value with some of its fields changed."""
    kind: Any = type(value)
    kept = {
        field.alias: getattr(value, field.name)
        for field in attrs.fields(kind)
        if field.init and field.alias not in changes
    }
    return cast("T", kind(**kept, **changes))


def _equal(self: object, other: object) -> bool:
    kind = type(self)
    return _said(kind)(self) == _said(kind)(other) if type(other) is kind else NotImplemented


def _hash(self: object) -> int:
    return hash((type(self), _said(type(self))(self)))


def _repr(self: object) -> str:
    kind: Any = type(self)
    shown = [
        f"{field.name}={getattr(self, field.name)!r}" for field in attrs.fields(kind) if field.repr
    ]
    return f"{kind.__qualname__}({', '.join(shown)})"


_SAID: dict[type, Callable[[object], object]] = {}


def _said(kind: type) -> Callable[[object], object]:
    """Return what gives a value's fields as far as they are compared."""
    known = _SAID.get(kind)
    if known is None:
        names = [field.name for field in attrs.fields(kind) if field.eq]
        known = _SAID[kind] = attrgetter(*names) if names else _nothing
    return known


def _nothing(_: object) -> None:
    """Give what a value says that has no fields."""

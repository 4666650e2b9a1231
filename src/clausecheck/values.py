"""Values: attrs' frozen classes, which share one way to be compared and one to be shown.

attrs writes and compiles both anew for each class. With a hundred and fifty classes that took a
tenth of a cold run; here they are written once, and attrs does the rest. `attr.s` is `attrs.frozen`
that is told what the other looks for in each class, and whether anything holds a value weakly:
nothing does, and of a long text there are a million.
"""

from __future__ import annotations

from operator import attrgetter
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
    kept = {
        alias: getattr(value, name) for alias, name in _GIVEN[kind].items() if alias not in changes
    }
    return cast("T", kind(**kept, **changes))


class _Given(dict[type, dict[str, str]]):
    """By class, its fields that are given as it is made: what they are given as, and their names.

    attrs looks for the class's own each time it is asked.
    """

    def __missing__(self, kind: type) -> dict[str, str]:
        found = {each.alias: each.name for each in attrs.fields(kind) if each.init}
        given = self[kind] = cast("dict[str, str]", found)
        return given


_GIVEN = _Given()


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

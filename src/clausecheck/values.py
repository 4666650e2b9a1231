"""Values: classes whose fields are declared, and that are made, compared and shown by them.

It is what attrs does, in the little of it that is used here. attrs writes and compiles the methods
of every class as soon as the class is defined: with two hundred classes that took a quarter of a
cold run. Here the others are written once for all, and an `__init__`, which must be a class's own
to be fast, is compiled when its first value is made: half of the classes never make one.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, cast, dataclass_transform, overload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")

_NOTHING: Any = object()
"""Stands for what has not been given."""


class FrozenError(AttributeError):
    """A field of a value was to be changed."""


class Field:
    """One field of a class; `type` is its annotation, as it is written."""

    __slots__ = ("default", "eq", "factory", "init", "kw_only", "name", "repr", "type")

    def __init__(
        self,
        *,
        default: object,
        factory: Callable[[], object] | None,
        init: bool,
        eq: bool,
        repr: bool,  # noqa: A002 - named after the method
        kw_only: bool,
    ) -> None:
        self.name = self.type = ""
        self.default = default
        self.factory = factory
        self.init = init
        self.eq = eq
        self.repr = repr
        self.kw_only = kw_only

    @property
    def given_as(self) -> str:
        """The name of the parameter that gives it."""
        return self.name.lstrip("_")


def field(
    *,
    default: object = _NOTHING,
    factory: Callable[[], object] | None = None,
    init: bool = True,
    eq: bool = True,
    repr: bool = True,  # noqa: A002 - named after the method
    kw_only: bool = False,
) -> Any:  # noqa: ANN401 - it stands where a value of the field's own type does
    """Say of a field what its annotation cannot; a `factory` makes a default for each value."""
    return Field(default=default, factory=factory, init=init, eq=eq, repr=repr, kw_only=kw_only)


@overload
def frozen(cls: type[T]) -> type[T]: ...


@overload
def frozen(*, slots: bool = True, eq: bool = True) -> Callable[[type[T]], type[T]]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(
    cls: type[T] | None = None, *, slots: bool = True, eq: bool = True
) -> type[T] | Callable[[type[T]], type[T]]:
    """Make a class of values that never change; without `eq`, each equals only itself.

    With `slots` a value holds its fields and nothing else; what it remembers of an answer needs
    more room.
    """

    def make(cls: type[T]) -> type[T]:
        methods: dict[str, object] = {"__setattr__": _refuse, "__delattr__": _refuse}
        if eq:
            methods |= {"__eq__": _equal, "__hash__": _hash}
        return _made(cls, methods, slots=slots)

    return make if cls is None else make(cls)


@dataclass_transform(field_specifiers=(field,))
def mutable(cls: type[T]) -> type[T]:
    """Make a class of what can be changed: of two that are equal, one may soon not be."""
    return _made(cls, {"__eq__": _equal, "__hash__": None}, slots=True)


def fields(kind: type) -> tuple[Field, ...]:
    """Return the fields of a class, those of the classes it builds on first; none for others."""
    return getattr(kind, "__fields__", ())


def evolve(value: T, /, **changes: object) -> T:
    """Return the value with some of its fields changed."""
    kind: Any = type(value)
    kept = {
        field.given_as: getattr(value, field.name)
        for field in kind.__fields__
        if field.init and field.given_as not in changes
    }
    return cast("T", kind(**kept, **changes))


# ── Making a class ───────────────────────────────────────────────────────────────────────────────


def _made(cls: type[T], methods: dict[str, object], *, slots: bool) -> type[T]:
    """Return the class with its fields declared; it is another where it has slots."""
    own = _declared(cls)
    every = (*fields(cls.__base__ or object), *own.values())
    compared = [each.name for each in every if each.eq]
    namespace = {
        "__fields__": every,
        "__said__": attrgetter(*(compared or ["__class__"])),
        "__repr__": _repr,
        **methods,
    }
    made: Any = cls
    if slots:
        body = {name: value for name, value in vars(cls).items() if name not in own}
        for name in ("__dict__", "__weakref__"):
            body.pop(name, None)
        namespace["__slots__"] = tuple(own)
        made = type(made)(cls.__name__, cls.__bases__, body | namespace)
    else:
        for name, value in namespace.items():
            setattr(made, name, value)

    def first(self: object, *given: object, **named: object) -> None:
        made.__init__ = _init(made)
        made.__init__(self, *given, **named)

    made.__init__ = first
    return cast("type[T]", made)


def _declared(cls: type) -> dict[str, Field]:
    """Return the fields that a class body declares, by name and in its order."""
    found: dict[str, Field] = {}
    for name, annotation in vars(cls).get("__annotations__", {}).items():
        given = vars(cls).get(name, _NOTHING)
        found[name] = each = given if isinstance(given, Field) else field(default=given)
        each.name, each.type = name, annotation
    return found


def _init(kind: Any) -> Callable[..., None]:  # noqa: ANN401 - any class made here
    """Write and compile a class's own `__init__`, which sets its fields."""
    scope: dict[str, Any] = {"nothing": _NOTHING, "put": object.__setattr__}
    by_place = [_parameter(each) for each in kind.__fields__ if each.init and not each.kw_only]
    by_name = [_parameter(each) for each in kind.__fields__ if each.init and each.kw_only]
    parameters = ["self", *by_place, *(["*", *by_name] if by_name else [])]
    lines = [f"  {line}" for each in kind.__fields__ for line in _setting(kind, each, scope)]
    text = f"def __init__({', '.join(parameters)}):\n" + "\n".join([*lines, "  pass"])
    exec(compile(text, f"<{kind.__qualname__}>", "exec"), scope)  # noqa: S102 - made of our own names
    return cast("Callable[..., None]", scope["__init__"])


def _parameter(each: Field) -> str:
    if each.factory is not None:
        return f"{each.given_as}=nothing"
    return each.given_as if each.default is _NOTHING else f"{each.given_as}=default_{each.name}"


def _setting(kind: Any, each: Field, scope: dict[str, Any]) -> Iterator[str]:  # noqa: ANN401 - likewise
    """Yield the lines that set one field; what they need is put into their scope."""
    name, value = each.name, each.given_as if each.init else f"default_{each.name}"
    scope[f"default_{name}"] = each.default
    if each.factory is not None:
        scope[f"make_{name}"] = each.factory
        fresh = f"make_{name}()"
        value = f"{fresh} if {value} is nothing else {value}" if each.init else fresh
    if kind.__setattr__ is not _refuse:
        yield f"self.{name} = {value}"
    elif hasattr(kind, name) and hasattr(getattr(kind, name), "__set__"):
        # The slot itself takes a third less time than asking the value for it by name.
        scope[f"put_{name}"] = getattr(kind, name).__set__
        yield f"put_{name}(self, {value})"
    else:
        yield f"put(self, {name!r}, {value})"


# ── Methods that all share ───────────────────────────────────────────────────────────────────────


def _refuse(self: object, name: str, value: object = None) -> None:
    """Refuse to change or take away a field."""
    del value
    message = f"{type(self).__name__}.{name} cannot be changed; `evolve` returns another value"
    raise FrozenError(message)


def _equal(self: Any, other: Any) -> bool:  # noqa: ANN401 - Python's signature
    same = type(self) is type(other)
    return self.__said__(self) == other.__said__(other) if same else NotImplemented


def _hash(self: Any) -> int:  # noqa: ANN401 - likewise
    return hash(self.__said__(self))


def _repr(self: Any) -> str:  # noqa: ANN401 - likewise
    shown = [f"{each.name}={getattr(self, each.name)!r}" for each in self.__fields__ if each.repr]
    return f"{type(self).__qualname__}({', '.join(shown)})"

"""How what may be meant is offered."""

from __future__ import annotations

from collections.abc import Iterable


def either(names: Iterable[str]) -> str:
    """Return the few names of which one may be meant."""
    return " or ".join(f"`{name}`" for name in names)


def listed(names: Iterable[str]) -> str:
    """Return every name, of which one is to be chosen."""
    *others, last = [f"`{name}`" for name in names]
    return f"{', '.join(others)} or {last}" if others else last

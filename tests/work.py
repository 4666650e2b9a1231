"""How much work something is, counted and not timed: a busy machine changes nothing about it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def calls(do: Callable[[], object]) -> int:
    """Count the calls that something takes, Python's own among them.

    What one call does is not seen: a regular expression counts as one, however long it searches.
    What is made at first use and kept counts too, so that it has to be made before.
    """
    counted = 0

    def count(_frame: object, event: str, _arg: Any) -> None:  # noqa: ANN401 - whatever is called
        nonlocal counted
        counted += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        do()
    finally:
        sys.setprofile(before)
    return counted

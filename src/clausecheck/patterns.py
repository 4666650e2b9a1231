"""Regular expressions that are compiled when they are first used.

Compiling all of them took a tenth of a cold run, and half are for what is wrong in a text: a sound
one never asks for them.
"""

from __future__ import annotations

import re
from typing import Any, cast


def regex(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return what stands for `re.compile` of the same, and becomes that when it is used."""
    return cast("re.Pattern[str]", _Waiting(text, flags))


class _Waiting:
    def __init__(self, text: str, flags: int) -> None:
        self.pattern = text
        self.flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        """Give a method of the compiled pattern, and keep it: the next time it is found at once."""
        method = getattr(re.compile(self.pattern, self.flags), name)
        setattr(self, name, method)
        return method

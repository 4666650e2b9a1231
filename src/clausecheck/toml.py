"""TOML that people write: what it says, or where it cannot be read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from clausecheck.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEADER = regex(r"\s*\[([^\[\]]+)\]\s*(?:#.*)?$")
_KEY = regex(r""""[^"]*"|'[^']*'|[^."']+""")


class NotToml(Exception):  # noqa: N818 - a state of a file, not an error of ours
    """A text that is no TOML, and why; `line` counts from 1 where it can be told."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


def read(text: str) -> dict[str, object]:
    """Return what a text says.

    Raises:
        NotToml: it is none.
    """
    # Importing it takes as long as checking a short draft, and most runs meet no such file.
    import tomllib  # noqa: PLC0415

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        reason, _, place = str(error).partition(" (at ")
        line = re.match(r"line (\d+)", place)
        message = f"not valid TOML: {reason}"
        raise NotToml(message, int(line[1]) if line else None) from None
    except RecursionError:
        message = "not valid TOML: nested too deeply"
        raise NotToml(message) from None


def line_of(text: str, keys: Sequence[str]) -> int | None:
    """Return the line, from 1, that defines a table or a key in it, if it is written plainly."""
    wanted = list(keys)
    within: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            within = _keys(header[1])
            here = within
        else:
            here = [*within, *_keys(line.partition("=")[0])]
        if here[: len(wanted)] == wanted:
            return number
    return None


def _keys(dotted: str) -> list[str]:
    return [key.strip(" \t\r\"'") for key in _KEY.findall(dotted) if key.strip()]

"""TOML that people write: what it says, or where it cannot be read."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from clausecheck.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEADER = regex(r"\s*\[([^\[\]]+)\]\s*(?:#.*)?$")
_STRING = regex(r""""(?:[^"\\]|\\.)*(?:"|$)|'[^']*(?:'|$)""")
_JOINT = regex(r"""[\w"'-][ \t]*\.""")
_MOST_PARTS = 100
"""Of a key: tomllib takes memory by the square of them, and a line could take all there is."""
_DEEPEST = 6
"""Tables within tables; nothing that is read here has more."""
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

    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") > _MOST_PARTS and _joints(line) > _MOST_PARTS:
            message = f"not valid TOML: a key of more than {_MOST_PARTS} parts"
            raise NotToml(message, number)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        reason, _, place = str(error).partition(" (at ")
        found = re.match(r"line (\d+)", place)
        message = f"not valid TOML: {reason}"
        raise NotToml(message, int(found[1]) if found else None) from None
    except RecursionError:
        message = "not valid TOML: nested too deeply"
        raise NotToml(message) from None


def _joints(line: str) -> int:
    """Return how many dots of a line join the parts of keys."""
    return len(_JOINT.findall(_STRING.sub('""', line).partition("#")[0]))


def line_of(text: str, keys: Sequence[str]) -> int | None:
    """Return the line, from 1, that defines a table or a key in it, if it is written plainly."""
    return _lines(text).get(tuple(keys))


@lru_cache(maxsize=8)  # many are asked for, one after the other, where much is wrong
def _lines(text: str) -> dict[tuple[str, ...], int]:
    found: dict[tuple[str, ...], int] = {}
    within: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            within = _keys(header[1])
            here = within
        else:
            here = (*within, *_keys(line.partition("=")[0]))
        for end in range(1, min(len(here), _DEEPEST) + 1):
            found.setdefault(here[:end], number)
    return found


def _keys(dotted: str) -> tuple[str, ...]:
    return tuple(key.strip(" \t\r\"'") for key in _KEY.findall(dotted) if key.strip())

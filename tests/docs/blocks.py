"""The fenced blocks of a page, with the language each is in."""

from __future__ import annotations

import re
from pathlib import Path

from clausecheck.values import frozen

ROOT = Path(__file__).parents[2]
_FENCE = re.compile(r"^```([a-z]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@frozen
class Block:
    """A fenced block: its language, its text, and the line of the page on which it begins."""

    language: str
    text: str
    line: int


def blocks_of(page: str) -> tuple[Block, ...]:
    """Return the fenced blocks of a page, in order."""
    return tuple(
        Block(match[1], match[2], page.count("\n", 0, match.start()) + 2)
        for match in _FENCE.finditer(page)
    )


def read(path: str) -> str:
    """Return a page of the project."""
    return (ROOT / path).read_text(encoding="utf-8")

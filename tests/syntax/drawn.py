"""Slips as pages show them: a text, the marks under it, and the help below.

A page is read line by line, and a line that has no place in it fails.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from clausecheck.model.from_syntax import from_syntax
from clausecheck.source import Source
from clausecheck.values import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clausecheck.syntax.slip import Slip

PAGES = Path(__file__).parent / "slips"
STAND_INS = str.maketrans(
    {
        "→": "\t",
        "⍽": "\u00a0",
        "␣": "\u2009",
        "◦": "\u200b",
        "¬": "\u00ad",
        "¶": "\f",
        "␋": "\v",
        "␍": "\r",
        "␤": "\x85",
        "⏎": "\u2028",
        "‧": "\u2011",
        "⌦": "\x7f",
        "⊘": "\u0301",
    }
)
"""Signs that pages show by others, since they cannot be seen."""

_MARK = re.compile(r" *(\^+) (.+)")


@frozen
class Mark:
    """A finding as drawn: line and column from 1, width, and its words, the rule before them."""

    line: int
    column: int
    width: int
    words: str


@frozen
class Case:
    title: str
    text: str
    marks: tuple[Mark, ...]
    helps: tuple[str, ...]


def cases() -> Iterator[Case]:
    for page in sorted(PAGES.glob("*.md")):
        yield from read(page)


def read(page: Path) -> Iterator[Case]:
    sections = page.read_text(encoding="utf-8").split("\n## ")
    assert sections[0].startswith("# ")
    for section in sections[1:]:
        title, blank, fence, *lines = section.rstrip("\n").split("\n")
        assert (blank, fence) == ("", "```clause"), title
        end = lines.index("```")
        texts: list[str] = []
        marks: list[Mark] = []
        for line in lines[:end]:
            mark = _MARK.fullmatch(line)
            if mark:
                marks.append(Mark(len(texts), mark.start(1) + 1, len(mark[1]), mark[2]))
            else:
                texts.append(line)
        helps = [line.removeprefix("help: ") for line in lines[end + 1 :] if line]
        assert all(not line or line.startswith("help: ") for line in lines[end + 1 :]), title
        text = "\n".join(texts).translate(STAND_INS)
        yield Case(f"{page.stem}: {title}", text, tuple(marks), tuple(helps))


def found(text: str) -> tuple[Slip, ...]:
    return from_syntax(Source("draft.clause", text))[1]


def drawn(text: str, slip: Slip) -> Mark:
    """Return a finding as it would be drawn; its width ends with its first line."""
    source = Source("draft.clause", text)
    place = source.place_of(slip.at.start)
    width = len(text[slip.at.start : slip.at.end].split("\n", 1)[0])
    rule = "" if slip.rule == "unreadable-line" else f"{slip.rule}: "
    return Mark(place.line, place.column, width, f"{rule}{slip.message}")

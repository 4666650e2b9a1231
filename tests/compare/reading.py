"""Pages of cases: a heading, a text, what it becomes, and a list of what a reader is told."""

from __future__ import annotations

from pathlib import Path

from clausecheck.values import frozen

_OPENING, _CLOSING = "```clause", "```"


@frozen
class Case:
    """A text and what it becomes, with the list of changes under it."""

    title: str
    before: str
    after: str
    told: tuple[str, ...]


def cases(page: Path) -> list[Case]:
    """Return the cases of a page, each heading with two texts and its list; none is passed over."""
    found = []
    for section in page.read_text(encoding="utf-8").split("\n## ")[1:]:
        title, _, rest = section.partition("\n")
        before, after = texts(rest)
        told = tuple(line.removeprefix("- ") for line in rest.split("\n") if line.startswith("- "))
        found.append(Case(title, before, after, told))
    return found


def texts(section: str) -> tuple[str, str]:
    """Return the two texts of a section."""
    found: list[str] = []
    lines: list[str] | None = None
    for line in section.split("\n"):
        if line == _OPENING:
            lines = []
        elif line == _CLOSING and lines is not None:
            found.append("\n".join(lines))
            lines = None
        elif lines is not None:
            lines.append(line)
    before, after = found
    return before, after

"""Pages of cases, read line by line: a heading names a case, a fenced text is what is checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.values import frozen

if TYPE_CHECKING:
    from pathlib import Path

OPENING = "```clause"
CLOSING = "```"


class UnreadableError(Exception):
    """A line of a page that is none of those a page may have."""

    def __init__(self, page: str, number: int, message: str) -> None:
        super().__init__(f"{page}:{number}: {message}")


@frozen
class Case:
    """One text with its findings drawn under it; its name is the heading above."""

    page: str
    name: str
    text: str


def cases_of(page: str, text: str) -> tuple[Case, ...]:
    """Return the cases of a page in their order.

    Raises:
        UnreadableError: A line is out of place, a case has no text or two, or two
            share a name.
    """
    cases: list[Case] = []
    name: str | None = None
    drawn: list[str] | None = None
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        wrong = _wrong(line, number, name=name, inside=drawn is not None)
        if wrong:
            raise UnreadableError(page, number, wrong)
        if drawn is not None and line == CLOSING:
            cases.append(Case(page, name or "", "\n".join(drawn)))
            drawn, name = None, None
        elif drawn is not None:
            drawn.append(line)
        elif line == OPENING:
            drawn = []
        elif line.startswith("## "):
            name = line.removeprefix("## ")
            if name in [case.name for case in cases]:
                raise UnreadableError(page, number, "a second case of this name")
    if drawn is not None or name is not None:
        raise UnreadableError(page, len(lines), "the last case is not finished")
    return tuple(cases)


def _wrong(line: str, number: int, *, name: str | None, inside: bool) -> str | None:
    """Say what is wrong with a line at its place; None where it may stand there."""
    if inside:
        return "a fence within a text" if line.startswith("```") and line != CLOSING else None
    if line == OPENING:
        return None if name else "a text without a heading of its own"
    if line.startswith("## "):
        return "the case above has no text" if name else None
    if line.startswith("# "):
        return None if number == 1 else "a page has one title, first"
    if line.startswith(("#", "`", "~", " ", "\t", ">")):
        return "neither prose nor a heading nor a fence"
    return None


def pages(folder: Path) -> tuple[Path, ...]:
    """Return the pages of a folder, by name."""
    return tuple(sorted(folder.glob("*.md")))

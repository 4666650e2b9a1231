"""How wide a text is on a terminal, and how it is broken into lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wcwidth import wcswidth, wcwidth

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDENS = "\ufe0f"
"""Makes the character before it one column wider, as an emoji."""


def width(text: str) -> int:
    """Return the columns a text takes; it must hold no control characters."""
    return len(text) if text.isascii() else wcswidth(text)


def width_of(character: str) -> int:
    """Return the columns a character takes, at most: what widens another counts for itself."""
    return 1 if character == _WIDENS else wcwidth(character)


def wrap(text: str, room: int, *, opening: str = "", indent: str = "") -> list[str]:
    """Return the text in lines of at most `room` columns, at least one.

    Words are kept whole unless they are longer than a line: then they break
    after a hyphen, and failing that anywhere. `opening` begins the first line
    and `indent` all others; both are part of the room.
    """
    lines: list[str] = []
    line, begun = opening, False
    for word in text.strip(" ").split(" "):
        candidate = f"{line} {word}" if begun else line + word
        if width(candidate) <= room:
            line, begun = candidate, True
            continue
        if begun:
            lines.append(line)
            line = indent
        *whole, rest = _pieces(word, room - max(width(line), width(indent)))
        for piece in whole:
            lines.append(line + piece)
            line = indent
        line, begun = line + rest, True
    return [*lines, line]


def _pieces(word: str, room: int) -> Iterator[str]:
    """Yield the parts of a word, each as long as the room allows."""
    part = ""
    for syllable in _after_hyphens(word):
        if width(part + syllable) <= room:
            part += syllable
            continue
        if part:
            yield part
        *full, part = _cut(syllable, room)
        yield from full
    yield part


def _after_hyphens(word: str) -> list[str]:
    *opening, last = word.split("-")
    return [part + "-" for part in opening] + ([last] if last else [])


def _cut(text: str, room: int) -> list[str]:
    """Return the text in parts that fit, a mark kept with the letter that bears it."""
    parts = [""]
    taken = 0
    for character in text:
        needed = width_of(character)
        if taken + needed > room and parts[-1]:
            parts.append("")
            taken = 0
        parts[-1] += character
        taken += needed
    return parts

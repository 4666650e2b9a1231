"""Long lines broken into rows, only where the language reads on."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

from clausecheck.patterns import regex
from clausecheck.syntax.parser import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WIDTH = 100
OVERRUN = 10
"""Columns by which the last word may overrun the width, rather than stand in a row alone."""

_QUOTATION = words().patterns["STRING"].pattern
_ATOM = regex(rf'(?:{_QUOTATION}|\{{(?:{_QUOTATION}|[^}}"“])*\}}|[^\s"“{{])+')
_FIRST_WORD = regex(r"[^\W\d_]+")
_OPENING = tuple("([|{@")


def fits(row: str, indent: int) -> bool:
    """Tell whether a row stays within the width."""
    return indent + len(row) <= WIDTH


def rows_of_sentence(text: str, indent: int, label: str = "") -> tuple[str, ...]:
    """Return a sentence, behind its label if it has one, in rows of which only the last stops."""
    atoms = _ATOM.findall(text)
    whole = 1
    if not label and heads(text):
        whole = len(atoms)
    elif not label and text.startswith("["):
        whole = _closing(atoms) + 1
    first = " ".join(filter(None, (label, *atoms[:whole])))
    return _filled([first, *atoms[whole:]], indent, lambda atom: not atom.endswith("."))


def rows_of_value(text: str, indent: int, label: str) -> tuple[str, ...]:
    """Return a label with its value in rows, all but the last ending in a sign that joins."""
    first, *others = _ATOM.findall(text)
    return _filled([f"{label} {first}", *others], indent, lambda atom: atom[-1] in ",;|")


def heads(text: str) -> bool:
    """Tell whether a text begins with a word that opens blocks, in whatever case."""
    first = _FIRST_WORD.match(text)
    return first is not None and first.group().lower() in words().headings


def _filled(atoms: list[str], indent: int, ends: Callable[[str], bool]) -> tuple[str, ...]:
    """Return atoms in as few rows as fit, each row ending where it may."""
    rows: list[str] = []
    margin, row = indent, ""
    *chunks, last = _chunks(atoms, ends)
    for chunk in (*chunks, last):
        slack = OVERRUN if chunk is last and " " not in chunk else 0
        if row and not fits(f"{row} {chunk}", margin - slack):
            rows.append(" " * margin + row)
            margin, row = indent + 2, chunk
        else:
            row = f"{row} {chunk}".lstrip()
    return (*rows, " " * margin + row)


def _chunks(atoms: list[str], ends: Callable[[str], bool]) -> Iterator[str]:
    """Yield what must stay in one row."""
    chunk = atoms[:1]
    for atom in atoms[1:]:
        if ends(chunk[-1]) and _may_begin(atom):
            yield " ".join(chunk)
            chunk = []
        chunk.append(atom)
    yield " ".join(chunk)


def _may_begin(atom: str) -> bool:
    return not atom.startswith((*_OPENING, "step")) and not heads(atom)


def _closing(atoms: list[str]) -> int:
    """Return how many atoms it takes to close the bracket that the first one opens."""
    bare = [re.sub(_QUOTATION, "", atom) for atom in atoms]
    depths = accumulate(atom.count("[") - atom.count("]") for atom in bare)
    return list(depths).index(0) + 1

"""Two short texts under one head, compared."""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path
from textwrap import dedent

from clausecheck.changes import Comparison
from clausecheck.check import Settings, examine
from clausecheck.compare import Text, compare
from clausecheck.source import Source
from clausecheck.values import evolve
from clausecheck.vocabulary import Vocabulary, load

CLAUSES = Path(__file__).parents[2] / "clauses"
HEAD = """\
declaration "Draft"
party Northland "Kingdom of Northland"
party Southland "Republic of Southland"
actor Inspectorate "Joint Inspectorate"
"""
SETTINGS = Settings(today=datetime.date(2026, 1, 1))


@cache
def vocabulary() -> Vocabulary:
    return load()[0]


def text(
    words: str,
    name: str = "draft.clause",
    *,
    version: str | None = None,
    choose: tuple[str, ...] = (),
) -> Text:
    """Return a text, which stands under the common head unless it has one of its own."""
    words = dedent(words).strip("\n") + "\n"
    whole = words if words.startswith(("declaration", "treaty", "#")) else HEAD + words
    wanted = evolve(SETTINGS, choose=choose)
    return Text(name, *examine(Source(name, whole), vocabulary(), wanted, version=version))


def compared(before: str, after: str) -> Comparison:
    return compare(text(before, "before.clause"), text(after, "after.clause"))


@cache
def real(name: str, version: str | None = None) -> Text:
    """Return one of the texts in `clauses/`."""
    path = CLAUSES / f"{name}.clause"
    source = Source(path.name, path.read_text(encoding="utf-8"))
    return Text(version or path.name, *examine(source, vocabulary(), SETTINGS, version=version))

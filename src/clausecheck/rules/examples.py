"""The examples of rules: texts with carets under what is found, run as tests and shown as docs."""

from __future__ import annotations

import textwrap

from clausecheck.patterns import regex
from clausecheck.source import Source
from clausecheck.values import frozen

HEAD = """\
declaration "Example"
  form: treaty
  scope: complete
party Northland "Kingdom of Northland"
party Southland "Republic of Southland"
party Westland "Commonwealth of Westland"

"""
"""Stands above every example that has no title of its own."""

_MARK = regex(r"^(\s*)(\^+)(?: (.*))?$")
_TITLE = regex(r"\s*(?:declaration|agreement|treaty|statement|resolution|bill) ")


@frozen
class Mark:
    """What is drawn under a line: the line's number, the columns from 1, and the words behind."""

    line: int
    start: int
    end: int
    words: str


def text_of(example: str, *, head: bool = True) -> tuple[Source, tuple[Mark, ...]]:
    """Return an example's text without its marks, under the fixed head, and the marks.

    Marks count lines as the text has them. An example with a title of its own gets no head.
    """
    marked = textwrap.dedent(example).strip("\n") + "\n"
    top = (
        HEAD
        if head and not _TITLE.match(marked) and "^ this text has no title" not in marked
        else ""
    )
    lines: list[str] = []
    marks: list[Mark] = []
    above = top.count("\n")
    for line in marked.split("\n"):
        mark = _MARK.match(line)
        if mark:
            start = len(mark[1]) + 1
            marks.append(Mark(above + len(lines), start, start + len(mark[2]), mark[3] or ""))
        else:
            lines.append(line)
    return Source("example.clause", top + "\n".join(lines)), tuple(marks)

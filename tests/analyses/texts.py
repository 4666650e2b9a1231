"""Small texts, read as far as the facts about them."""

from __future__ import annotations

import textwrap

from clausecheck.analyses.facts import Facts
from clausecheck.model import nodes
from clausecheck.model.from_syntax import from_syntax
from clausecheck.model.names import collect
from clausecheck.model.reading import read
from clausecheck.model.resolve import resolve
from clausecheck.source import Source, Span
from clausecheck.vocabulary import load

VOCABULARY, _ = load()
PARTIES = """\
party Northland "Kingdom of Northland"
party Southland "Republic of Southland"
party Westland "Commonwealth of Westland"
"""


class Text:
    """A text, its facts, and the words at a place of it."""

    def __init__(self, body: str, *, head: str = "", scope: str = "complete") -> None:
        top = f'declaration "Example"\n  scope: {scope}\n'
        top += textwrap.indent(textwrap.dedent(head).strip("\n"), "  ").rstrip() + "\n"
        self.source = Source("example.clause", top + PARTIES + textwrap.dedent(body).strip() + "\n")
        declaration, slips = from_syntax(self.source)
        assert not slips, [slip.message for slip in slips]
        whole = resolve(declaration, {})
        blocks = tuple(block for block in whole.blocks if isinstance(block, nodes.Block))
        reading = read(whole, collect(blocks, VOCABULARY), VOCABULARY)
        self.facts = Facts(reading, VOCABULARY)

    def __getitem__(self, at: Span) -> str:
        return self.source.text[at.start : at.end]

    def stance(self, question: str) -> str:
        return next(each.stance for each in self.facts.stances if each.question == question)


def clause(*lines: str) -> str:
    """Return one clause of these lines."""
    return "\n".join(["clause 1", *(f"  {line}" for line in lines)])

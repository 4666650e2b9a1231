"""How many brackets are open: by article, by party and by kind."""

from __future__ import annotations

from collections import Counter

from clausecheck.model import nodes
from clausecheck.model.decisions import clause_of, kind_of
from clausecheck.model.resolve import blocks_of, brackets
from clausecheck.proposals import Tally


def tally(declaration: nodes.Declaration) -> Tally:
    """Return how many brackets are open, language versions apart."""
    every = [bracket for bracket in brackets(declaration) if not bracket.by_language]
    articles = _articles(declaration)
    by_party = Counter(
        who
        for bracket in every
        for who in dict.fromkeys(
            who for proposal in bracket.proposals for who in proposal.proposed_by
        )
    )
    return Tally(
        len(every),
        tuple(Counter(articles.get(clause_of(each), "–") for each in every).items()),
        tuple(sorted(by_party.items(), key=lambda item: (-item[1], item[0]))),
        tuple(Counter(kind_of(each) for each in every).most_common()),
    )


def _articles(declaration: nodes.Declaration) -> dict[str, str]:
    """Return the heading under which each clause stands, by the clause's number."""
    found: dict[str, str] = {}
    above = "–"
    for block in blocks_of(declaration):
        heading = block.heading
        if heading.word in {"preamble", "part", "article", "annex"}:
            above = f"{heading.word} {heading.number or ''}".rstrip()
        elif heading.word == "clause":
            found.setdefault(heading.number or "", above)
    return found

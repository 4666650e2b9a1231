"""How many brackets are open: by article, by party and by kind."""

from __future__ import annotations

from collections import Counter

from clausecheck.model import nodes
from clausecheck.model.decisions import clause_of, kind_of
from clausecheck.model.resolve import blocks_of, brackets
from clausecheck.proposals import Tally


def tally(declaration: nodes.Declaration, now: nodes.Declaration | None = None) -> Tally:
    """Return how many brackets are open, language versions apart.

    Of an earlier state the articles are called as they are `now`.
    """
    every = [bracket for bracket in brackets(declaration) if not bracket.by_language]
    called = _renumbered(declaration, now) if now is not None else {}
    articles = {
        clause: called.get(article, article) for clause, article in _articles(declaration).items()
    }
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
        if heading.word in _OVER_CLAUSES:
            above = _called(heading)
        elif heading.word == "clause":
            found.setdefault(heading.number or "", above)
    return found


_OVER_CLAUSES = frozenset({"preamble", "part", "article", "annex"})


def _called(heading: nodes.Heading) -> str:
    return f"{heading.word} {heading.number or ''}".rstrip()


def _renumbered(before: nodes.Declaration, now: nodes.Declaration) -> dict[str, str]:
    """Return what the articles of an earlier state are called now, by their titles.

    One whose number another has now, and which is there no longer, is told apart from that.
    """
    old, new = _titles(before), _titles(now)
    found = {old[title]: new[title] for title in old if title in new}
    taken = set(found.values())
    gone = set(_articles(before).values()) - found.keys()
    return {each: f"{each} before" for each in gone & taken} | found


def _titles(declaration: nodes.Declaration) -> dict[str, str]:
    """Return the articles by their titles, those that stand over two left out."""
    every = [
        (block.heading.title.text.casefold(), _called(block.heading))
        for block in blocks_of(declaration)
        if block.heading.word in _OVER_CLAUSES and block.heading.title
    ]
    counted = Counter(title for title, _ in every)
    return {title: called for title, called in every if counted[title] == 1}

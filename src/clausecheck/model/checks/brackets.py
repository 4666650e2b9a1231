"""What is said of brackets that can be read, as slips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from clausecheck.model import nodes
from clausecheck.model.reading import Clause
from clausecheck.source import Span
from clausecheck.syntax.slip import Slip


def side_by_side(parts: Sequence[object]) -> Iterator[tuple[Span, tuple[str, str]]]:
    """Yield where a proposal touches the next, `[suspend][lift]`, and the words of both."""
    for one, two in pairwise(parts):
        if isinstance(one, nodes.Bracket) and isinstance(two, nodes.Bracket):
            words = _word_alone(one), _word_alone(two)
            if one.span.end == two.span.start and all(words):
                yield one.span, words


def _word_alone(bracket: nodes.Bracket) -> str:
    """Return the one word that a bracket proposes; "" where it proposes more, or otherwise."""
    content = bracket.proposals[0].content
    word = content[0] if len(content) == len(bracket.proposals) == 1 else None
    return word.text if isinstance(word, nodes.Word) else ""


def open_bracket(bracket: nodes.Bracket, rivals: tuple[str, str] | None) -> Slip:
    """Return that a bracket is open; `rivals` are its word and that of one that touches it."""
    count = len(bracket.proposals)
    if bracket.by_language:
        return Slip(
            "bracket-unresolved",
            bracket.span,
            "the language versions differ here",
            "settle one meaning, or which version prevails",
        )
    if rivals is not None:
        return Slip(
            "bracket-unresolved",
            bracket.span,
            f"this proposal may be taken or left, and `{rivals[1]}` with it or without",
            f"write `[{' | '.join(rivals)}]`, if one of the two is to be taken",
        )
    what = (
        "this proposal may be taken or left" if count == 1 else f"{count} proposals are still open"
    )
    clause, _, number = bracket.address.partition("#")
    return Slip(
        "bracket-unresolved",
        bracket.span,
        what,
        "settle it, or accept on record that it is open",
        # One round whole clauses stands in none of them.
        clause=clause if number.startswith("0") else None,
    )


def untagged(bracket: nodes.Bracket) -> Iterator[Slip]:
    """Yield that a proposal has no tag, where another of its bracket has one."""
    tagged = [proposal for proposal in bracket.proposals if proposal.tag]
    if tagged and len(tagged) < len(bracket.proposals):
        bare = next(proposal for proposal in bracket.proposals if not proposal.tag)
        yield Slip(
            "untagged-proposal",
            bare.span,
            "this proposal has no tag, though another of its bracket has",
            f"tag it, as in `@{tagged[0].tag}`, so that it is clear what moves together",
        )


def unbound(clause: Clause) -> Iterator[Slip]:
    """Yield sentences without a modality: so only a bracket's proposals leave one."""
    held = {provision.number for provision in clause.provisions}
    for said in clause.said:
        bound = any(isinstance(part, nodes.Modality) for part in said.sentence.parts)
        if not bound and said.number not in held:
            yield Slip(
                "unreadable-line",
                said.sentence.span,
                "some of what is proposed here does not say how bindingly",
                "say `shall`, `will`, `may` or `declares that` in every proposal, or before them",
            )

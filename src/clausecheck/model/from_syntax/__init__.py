"""Trees into the model: one method for each rule of the grammar, named after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from clausecheck.model import nodes
from clausecheck.model.from_syntax.blocks import Builder
from clausecheck.source import Source, Span
from clausecheck.syntax.parser import ParsedBlock, Parsing, sentence_in
from clausecheck.syntax.slip import MAX_DEPTH, Slip, TooDeep
from clausecheck.values import evolve


def from_syntax(source: Source) -> tuple[nodes.Declaration, tuple[Slip, ...]]:
    """Return the declaration that a text makes, and every slip found while reading it.

    Raises:
        TooDeep: brackets are nested deeper than anyone can mean.
    """
    parsing = Parsing(source)
    builder = Builder(parsing.text)
    blocks = tuple(_bracketed(parsing.blocks(), builder))
    comments = tuple(nodes.Comment(c.at, c.text, c.alone) for c in parsing.comments)
    slips = sorted((*parsing.slips(), *builder.slips), key=lambda slip: slip.at)
    return nodes.Declaration(blocks, comments), tuple(slips)


def read_anew(written: str, start: int) -> nodes.Sentence | None:
    """Return a sentence that is written so and starts there; None where it cannot be read."""
    # Blanks in front of it, so that all of it stands where it does in its text.
    text = " " * start + written
    tree = sentence_in(text, Span(len(text) - len(text.lstrip()), len(text)))
    return cast("nodes.Sentence", Builder().build(tree)) if tree is not None else None


def _bracketed(
    blocks: Iterable[ParsedBlock], builder: Builder
) -> Iterator[nodes.Block | nodes.Bracket]:
    """Yield the blocks, those between bracket lines gathered into their bracket."""
    opened: list[tuple[ParsedBlock, list[nodes.Proposal], list[object]]] = []
    for block in blocks:
        if block.word == "[":
            opened.append((block, [], []))
            if len(opened) > MAX_DEPTH:
                raise TooDeep
        elif block.word in {"|", "]"}:
            # One that belongs to no bracket begins no block: it stays a line of another.
            start, proposals, content = opened[-1]
            span = Span(start.at.start, block.at.end)
            marks = block.items[-1] if block.items else None
            proposals.append(builder.proposal(span, tuple(content), marks))
            content.clear()
            if block.word == "]":
                opened.pop()
                bracket = nodes.Bracket(span, tuple(proposals))
                bracket = evolve(bracket, address=builder.outer_address(_first_number(bracket)))
                if opened:
                    opened[-1][2].append(bracket)
                else:
                    yield bracket
        else:
            built = builder.block(block)
            if opened:
                opened[-1][2].append(built)
            else:
                yield built
    for start, proposals, content in opened:
        builder.slip(
            start.at, "this bracket is not closed", "close it with `]` on a line of its own"
        )
        for proposal in proposals:
            yield from cast("tuple[nodes.Block | nodes.Bracket, ...]", proposal.content)
        yield from cast("list[nodes.Block | nodes.Bracket]", content)


def _first_number(bracket: nodes.Bracket) -> str:
    for proposal in bracket.proposals:
        for content in proposal.content:
            if isinstance(content, nodes.Bracket):
                return _first_number(content)
            if isinstance(content, nodes.Block) and content.heading.number:
                return content.heading.number
    return "text"

"""A text with brackets into one without, by choosing among the proposals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from clausecheck.model import nodes
from clausecheck.model.from_syntax import read_anew
from clausecheck.model.names import above
from clausecheck.source import Span
from clausecheck.values import evolve

LEFT_OUT = -1
"""The choice to take nothing of a bracket that holds a single proposal."""

KEPT = -2
"""No choice: the bracket stays open."""

Choices = Mapping[str, int]
_Take = Callable[[nodes.Bracket], int]
"""Which proposal is taken of a bracket, or `LEFT_OUT`, or `KEPT`."""


def resolve(declaration: nodes.Declaration, choices: Choices) -> nodes.Declaration:
    """Return the declaration without brackets.

    `choices` maps a bracket's address to the number of a proposal, counted from 0, or `LEFT_OUT`;
    of a bracket that is not named the first proposal is taken.
    """
    return Resolver(declaration).resolve(choices)


def settle(declaration: nodes.Declaration, choices: Choices) -> nodes.Declaration:
    """Return the declaration with the brackets that are chosen resolved, and the others open."""

    def take(bracket: nodes.Bracket) -> int:
        return choices.get(bracket.address, KEPT)

    every = list(_spliced(declaration.blocks, take))
    blocks = _with_something_left(every, [_item(block, take) for block in every])
    return evolve(declaration, blocks=blocks)


def unread_marked(declaration: nodes.Declaration) -> nodes.Declaration:
    """Return a resolved declaration, with what cannot be read in it marked as such.

    Which proposals leave a sentence that does not say how bindingly, only a choice tells.
    """
    blocks = tuple(
        evolve(block, broken=True)
        if isinstance(block, nodes.Block) and any(saying_nothing(block))
        else block
        for block in declaration.blocks
    )
    return evolve(declaration, blocks=blocks)


def saying_nothing(block: nodes.Block) -> Iterator[nodes.Sentence]:
    """Yield the sentences of a resolved block that do not say how bindingly."""
    for item in block.items:
        if isinstance(item, nodes.Sentence) and not any(
            isinstance(part, nodes.Modality) for part in item.parts
        ):
            yield item


class Resolver:
    """Resolves one declaration often: what a choice does not touch is the same block every time."""

    def __init__(self, declaration: nodes.Declaration) -> None:
        """Find which brackets each block has."""
        self._declaration = declaration
        self._addresses: dict[int, tuple[str, ...]] = {}
        self._known: dict[tuple[int, tuple[int, ...]], nodes.Block] = {}

    def resolve(self, choices: Choices) -> nodes.Declaration:
        """Return the declaration without brackets; see the function of this name."""
        every = list(_spliced(self._declaration.blocks, _taking(choices)))
        blocks = _with_something_left(every, [self._block(block, choices) for block in every])
        return evolve(self._declaration, blocks=blocks)

    def _block(self, block: nodes.Block, choices: Choices) -> nodes.Block:
        addresses = self._addresses.get(id(block))
        if addresses is None:
            addresses = tuple(bracket.address for bracket in brackets_in(block.items))
            self._addresses[id(block)] = addresses
        if not addresses:
            return block
        taken = (id(block), tuple(choices.get(address, 0) for address in addresses))
        if taken not in self._known:
            self._known[taken] = _block(block, _taking(choices))
        return self._known[taken]


def _taking(choices: Choices) -> _Take:
    return lambda bracket: choices.get(bracket.address, 0)


def _with_something_left(
    before: Sequence[nodes.Block | nodes.Bracket], after: Sequence[nodes.Block | nodes.Bracket]
) -> tuple[Any, ...]:
    """Return blocks without the clauses all of whose content was proposed, and is left out.

    A text that does not take the proposal has no heading for it; one with others below it stays.
    """
    emptied = {
        at
        for at, (one, two) in enumerate(zip(before, after, strict=True))
        if one is not two and _is_emptied(one, two)
    }
    if not emptied:
        return tuple(after)
    left = [block for at, block in enumerate(after) if at not in emptied]
    said = {number for block in _all_of(left) for number in above(block.heading.number or "")}
    return tuple(
        block
        for at, block in enumerate(after)
        if at not in emptied or (isinstance(block, nodes.Block) and block.heading.number in said)
    )


def _is_emptied(before: nodes.Block | nodes.Bracket, after: nodes.Block | nodes.Bracket) -> bool:
    return (
        isinstance(before, nodes.Block)
        and isinstance(after, nodes.Block)
        and before.heading.word == "clause"
        and not before.broken
        and bool(before.items and not after.items)
    )


def blocks_of(declaration: nodes.Declaration) -> Iterator[nodes.Block]:
    """Yield every block as it stands, in text order; those of every proposal round blocks."""
    yield from _all_of(declaration.blocks)


def every_block(declaration: nodes.Declaration) -> Iterator[nodes.Block]:
    """Yield every block with every proposal in it, in text order, as if all were taken."""
    for block in blocks_of(declaration):
        yield evolve(block, items=tuple(_all_of(block.items)))


def _all_of(content: Sequence[Any]) -> Iterator[Any]:
    for part in content:
        if isinstance(part, nodes.Bracket):
            for proposal in part.proposals:
                yield from _all_of(proposal.content)
        else:
            yield part


def brackets(declaration: nodes.Declaration) -> Iterator[nodes.Bracket]:
    """Yield every bracket in text order, an outer one before those within it."""
    yield from brackets_in(declaration.blocks)


def brackets_in(content: object) -> Iterator[nodes.Bracket]:
    """Yield every bracket of a text, or of a part of one, an outer one before those within it."""
    if isinstance(content, tuple):
        for inner in content:
            # Most parts of a text hold none, and a generator for each is what takes time.
            if type(inner) in _HOLDING:
                yield from brackets_in(inner)
    elif isinstance(content, nodes.Bracket):
        yield content
        for proposal in content.proposals:
            yield from brackets_in(proposal.content)
    elif isinstance(content, nodes.Block):
        yield from brackets_in(content.items)
    elif isinstance(content, nodes.Label):
        yield from brackets_in(content.value)
    elif isinstance(content, nodes.Sentence):
        yield from brackets_in(content.parts)


_HOLDING = frozenset({nodes.Bracket, nodes.Block, nodes.Label, nodes.Sentence})


def _block(block: nodes.Block, take: _Take) -> nodes.Block:
    items = (_item(item, take) for item in _spliced(block.items, take))
    return evolve(block, items=tuple(item for item in items if item is not None))


def _item(item: Any, take: _Take) -> Any:  # noqa: ANN401 - returns what it is given
    if isinstance(item, nodes.Block):
        return _block(item, take)
    if isinstance(item, nodes.Sentence):
        return _sentence(item, take)
    if isinstance(item, nodes.Label):
        value: Any = item.value
        while isinstance(value, nodes.Bracket):
            number = take(value)
            if number == LEFT_OUT:
                return None
            if number == KEPT:
                value = _kept(value, take)
                break
            (value,) = value.proposals[number].content
        if isinstance(value, nodes.Sentence):
            value = _item(value, take)
        return item if value is item.value else evolve(item, value=value)
    return item


def _kept(bracket: nodes.Bracket, take: _Take) -> nodes.Bracket:
    """Return a bracket that stays open, with those within it that do not resolved."""
    proposals = (
        evolve(
            proposal, content=tuple(_item(each, take) for each in _spliced(proposal.content, take))
        )
        for proposal in bracket.proposals
    )
    return evolve(bracket, proposals=tuple(proposals))


def _sentence(sentence: nodes.Sentence, take: _Take) -> nodes.Sentence:
    """Return a sentence with what is chosen in it, read as if it had been written so.

    What a bracket holds may be half of what is one to a reader: `shall [not]`, `[declares] that it
    will`. A sentence that cannot be read so keeps the parts that it had.
    """
    if not any(isinstance(part, nodes.Bracket) for part in sentence.parts):
        return sentence
    parts = tuple(_spliced(sentence.parts, take))
    written = _without(sentence.written, sentence.span.start, _struck(sentence.parts, take))
    chosen = evolve(sentence, parts=parts, written=written)
    if any(isinstance(part, nodes.Bracket) for part in parts):
        return chosen
    return read_anew(written, sentence.span.start) or chosen


def blanked(declaration: nodes.Declaration, choices: Choices, text: str) -> str:
    """Return a text with blanks for what is not in it under these choices, all else in its place.

    The declaration is as written; `choices` are as `resolve` takes them.
    """
    return _without(text, 0, _struck(declaration.blocks, _taking(choices)))


def _struck(content: Sequence[Any], take: _Take) -> Iterator[Span]:
    """Yield what is not in a text once it is chosen: signs, marks and other proposals."""
    for part in content:
        if isinstance(part, nodes.Block):
            yield from _struck(part.items, take)
        elif isinstance(part, nodes.Sentence):
            yield from _struck(part.parts, take)
        elif isinstance(part, nodes.Label):
            yield from _struck((part.value,), take)
        elif isinstance(part, nodes.Bracket):
            number = take(part)
            kept: Sequence[Any] = part.proposals[number].content if number >= 0 else ()
            if kept:
                yield Span(part.span.start, kept[0].span.start)
                yield Span(kept[-1].span.end, part.span.end)
                yield from _struck(kept, take)
            elif number == LEFT_OUT:
                yield part.span
            else:
                for proposal in part.proposals:
                    yield from _struck(proposal.content, take)


def _without(written: str, start: int, struck: Iterator[Span]) -> str:
    """Return a sentence, whose start is given, with blanks for what is struck out."""
    signs = list(written)
    for span in struck:
        for at in range(span.start - start, span.end - start):
            signs[at] = signs[at] if signs[at] == "\n" else " "
    return "".join(signs)


def _spliced(content: tuple[Any, ...], take: _Take) -> Iterator[Any]:
    for part in content:
        if not isinstance(part, nodes.Bracket):
            yield part
            continue
        number = take(part)
        if number == KEPT:
            yield _kept(part, take)
        elif number != LEFT_OUT:
            yield from _spliced(part.proposals[number].content, take)

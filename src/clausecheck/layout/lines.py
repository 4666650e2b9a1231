"""Blocks as lines, each with its indentation and the blank line before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

from clausecheck.layout.values import marks, quotation, written
from clausecheck.layout.wrapping import fits, heads, rows_of_sentence, rows_of_value
from clausecheck.model import nodes
from clausecheck.source import Span
from clausecheck.values import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

Blocks: TypeAlias = "tuple[nodes.Block | nodes.Bracket, ...]"
Items: TypeAlias = "tuple[nodes.Item, ...]"

_IN_A_ROW = frozenset({"party", "guarantor", "actor", "side", "body", "define", "event"})
"""What may stand line under line, as long as nothing is said below it."""
_NUMBERED = frozenset({"preamble", "part", "article", "annex", "clause"})
"""What an acceptance can belong to; before the first of them it concerns the whole text."""


@frozen
class Line:
    """One logical line laid out in rows, and where it stood."""

    rows: tuple[str, ...]
    span: Span
    indent: int = 0
    apart: bool = False
    """Whether a blank line goes before it."""
    closed: bool = True
    """Whether a comment can follow it; words to the letter would swallow one."""


def lines(blocks: Blocks) -> Iterator[Line]:
    """Yield the lines of blocks and of the brackets round blocks, all but the first set apart."""
    above: nodes.Block | nodes.Bracket | None = None
    for block, width in zip(blocks, _name_widths(blocks), strict=True):
        apart = above is not None and not _in_a_row(above, block)
        if isinstance(block, nodes.Block):
            yield from _block(block, width, apart=apart)
        else:
            yield from _block_bracket(block, apart=apart)
        above = block


# ── Blocks ──


def _block(block: nodes.Block, width: int, *, apart: bool) -> Iterator[Line]:
    heading = block.heading
    text = written(heading)
    if heading.name and heading.title:
        text = f"{heading.word} {written(heading.name):{width}} {written(heading.title)}"
    yield Line((text,), heading.span, apart=apart)
    yield from _items(block.items, 2)
    numbered = heading.word in _NUMBERED
    for acceptance in block.acceptances:
        yield _acceptance(acceptance, 2 if numbered else 0, apart=not numbered)


def _block_bracket(bracket: nodes.Bracket, *, apart: bool) -> Iterator[Line]:
    """Yield a bracket's lines; who proposes something stands on the line that ends it."""
    start = bracket.span.start
    yield Line(("[",), Span(start, start + 1), apart=apart)
    for number, proposal in enumerate(bracket.proposals, 1):
        yield from lines(cast("Blocks", proposal.content))
        sign = "]" if number == len(bracket.proposals) else "|"
        end = proposal.span.end
        yield Line((sign + marks(proposal),), Span(end - 1, end))


def _in_a_row(above: nodes.Block | nodes.Bracket, below: nodes.Block | nodes.Bracket) -> bool:
    """Tell whether two blocks are bare headings that stand line under line."""
    return (
        isinstance(above, nodes.Block)
        and isinstance(below, nodes.Block)
        and not (above.items or above.acceptances or below.items)
        and {above.heading.word, below.heading.word} <= _IN_A_ROW
    )


def _name_widths(blocks: Blocks) -> Iterator[int]:
    """Yield how wide each block's name is written, so that the titles of a row begin together."""
    row: list[nodes.Block | nodes.Bracket] = []
    for block in blocks:
        if row and not (_in_a_row(row[-1], block) and _word(row[-1]) == _word(block)):
            yield from _widths_of(row)
            row = []
        row.append(block)
    yield from _widths_of(row)


def _widths_of(row: list[nodes.Block | nodes.Bracket]) -> list[int]:
    names = (each.heading.name for each in row if isinstance(each, nodes.Block))
    return [max((len(written(name)) for name in names if name), default=0)] * len(row)


def _word(block: nodes.Block | nodes.Bracket) -> str:
    return block.heading.word if isinstance(block, nodes.Block) else "["


def _acceptance(acceptance: nodes.Acceptance, indent: int, *, apart: bool) -> Line:
    everywhere = " everywhere" if acceptance.everywhere else ""
    rows = [f"{' ' * indent}accept {acceptance.rule}{everywhere}"]
    closed = True
    if acceptance.because is not None:
        rows.append(f"{' ' * indent}  because: {_reason(acceptance.because)}")
        closed = False
    if acceptance.accepted_by:
        names = written(nodes.Listed(acceptance.span, acceptance.accepted_by))
        rows.extend(rows_of_value(names, indent + 2, "accepted by:"))
        closed = True
    if acceptance.expires is not None:
        rows.append(f"{' ' * indent}  expires: {written(acceptance.expires)}")
        closed = True
    if acceptance.note is not None:
        rows.append(f"{' ' * indent}  note: {acceptance.note}")
        closed = False
    return Line(tuple(rows), acceptance.span, indent, apart, closed)


def _reason(text: str) -> str:
    """Return a reason in quotation marks, or bare if it has both kinds of them inside."""
    return text if '"' in text and ("“" in text or "”" in text) else quotation(text)


# ── Lines below a heading ──


def _items(items: Items, indent: int) -> Iterator[Line]:
    """Yield the lines of items; what follows a heading among them, up to a sentence, is its own."""
    inner = indent
    for item in items:
        if isinstance(item, nodes.Heading) or _speaks(item):
            inner = indent
        yield from _item(item, inner)
        if isinstance(item, nodes.Heading):
            inner = indent + 2


def _speaks(item: object) -> bool:
    """Tell whether an item is a sentence, or a bracket that begins with one."""
    while isinstance(item, nodes.Bracket):
        item = item.proposals[0].content[0]
    return isinstance(item, nodes.Sentence)


def _item(item: nodes.Item, indent: int) -> Iterator[Line]:
    margin = " " * indent
    match item:
        case nodes.Sentence():
            yield Line(rows_of_sentence(written(item), indent), item.span, indent)
        case nodes.Label(name=name, value=nodes.Sentence() as sentence):
            yield Line(rows_of_sentence(written(sentence), indent, f"{name}:"), item.span, indent)
        case nodes.Label(name=name, value=nodes.Listed(values=(nodes.LimitsRow(), *_) as rows)):
            yield Line((f"{margin}{name}:",), item.name_span, indent)
            for row in rows:
                yield Line((f"{margin}  {written(row)}",), row.span, indent + 2)
        case nodes.Label(name=name, value=nodes.Text(text=text)):
            yield Line((f"{margin}{name}: {text}",), item.span, indent, closed=False)
        case nodes.Label(name=name, value=value):
            yield Line(rows_of_value(written(value), indent, f"{name}:"), item.span, indent)
        case nodes.Quoted():
            yield Line((margin + item.text,), item.span, indent, closed=False)
        case nodes.Heading():
            yield Line((margin + written(item),), item.span, indent)
        case _:
            yield Line(_bracket(item, indent), item.span, indent)


# ── Brackets round lines ──


def _bracket(bracket: nodes.Bracket, indent: int) -> tuple[str, ...]:
    """Return a bracket in one row if it fits, else its proposals below each other."""
    margin = " " * indent
    if _short(bracket) and fits(written(bracket), indent):
        return (margin + written(bracket),)
    rows: list[str] = []
    for number, proposal in enumerate(bracket.proposals):
        first, *others = _proposal(proposal, indent + 2)
        sign = "|" if number else "["
        if _has_hash(proposal.content[0]):
            rows.extend((margin + sign, first, *others))
        else:
            rows.extend((f"{margin}{sign} {first.lstrip()}", *others))
    return (*rows, f"{margin}]")


def _proposal(proposal: nodes.Proposal, indent: int) -> list[str]:
    """Return a proposal's rows; its marks end the last one if nothing else could claim them."""
    items = cast("Items", proposal.content)
    said = marks(proposal)
    *rows, last = (row for line in _items(items, indent) for row in line.rows)
    if not said or (_short(items[-1]) and not heads(last.lstrip()) and fits(last + said, 0)):
        return [*rows, last + said]
    return [*rows, last, " " * indent + said.lstrip()]


def _short(item: object) -> bool:
    """Tell whether an item can share its row with others."""
    match item:
        case nodes.Bracket(proposals=proposals):
            return all(len(each.content) == 1 and _short(each.content[0]) for each in proposals)
        case nodes.Label(value=nodes.Text() | nodes.Listed(values=(nodes.LimitsRow(), *_))):
            return False
        case _:
            return not isinstance(item, nodes.Quoted)


def _has_hash(item: object) -> bool:
    """Tell whether an item holds a `#` that would begin a comment behind a bracket."""
    match item:
        case nodes.Quoted(text=text) | nodes.Label(value=nodes.Text(text=text)):
            return "#" in text
        case _:
            return False

"""Titles, empty clauses, and what is numbered or named twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from clausecheck.model import nodes
from clausecheck.model.names import headed, lettered
from clausecheck.model.reading import TITLES
from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.syntax.slip import Slip

_Key = tuple[str, str]
"""What kind of thing, and its number or name."""

_NAMING = {"define": "term", "event": "event"} | dict.fromkeys(
    ("party", "guarantor", "actor", "side", "body"), "actor"
)


def titles(blocks: tuple[nodes.Block, ...]) -> Iterator[Slip]:
    """Yield that a text has no title, not at its head, or more than one."""
    titles = [block for block in blocks if block.heading.word in TITLES]
    if not titles and blocks and blocks[0].broken and not blocks[0].heading.word:
        # What stands above the first heading is no title, and has a finding that says so.
        return
    if not titles:
        at = blocks[0].heading.span if blocks else Span(0, 0)
        what = "this text has no title" if blocks else "this text is empty"
        yield Slip(
            "missing-title",
            at,
            what,
            'begin with `declaration "…"`, or agreement, treaty, statement, resolution or bill',
        )
        return
    first, *others = titles
    if blocks[0] is not first and not blocks[0].broken:
        yield Slip(
            "missing-title",
            first.heading.span,
            f"`{first.heading.word}` does not come first",
            "put it at the head of the text",
        )
    for other in others:
        yield Slip(
            "missing-title",
            other.heading.span,
            "a second title in one text",
            "put the other text in a file of its own",
            related=((first.heading.span, "the first"),),
        )


def empty_clauses(blocks: tuple[nodes.Block, ...]) -> Iterator[Slip]:
    """Yield the clauses that say nothing, and under whose number nothing else is said."""
    numbers = [block.heading.number or "" for block in blocks if block.heading.word == "clause"]
    outer = {number[: match.start()] for number in numbers for match in _LEVEL.finditer(number)}
    for block in blocks:
        heading = block.heading
        silent = heading.word == "clause" and not block.broken and heading.number not in outer
        if silent and not any(map(_says, block.items)):
            what = f"clause {heading.number} says nothing"
            offer = "write its sentence, the treaty's words after `>`, or `note:` and why"
            yield Slip("empty-clause", heading.span, what, offer)


def _says(item: object) -> bool:
    return not isinstance(item, nodes.Label) or item.name == "note"


_LEVEL = regex(r"[.(-]")
"""What parts a number from that of the clause it stands under."""


def declared_twice(declaration: nodes.Declaration) -> Iterator[Slip]:
    """Yield what is numbered or named twice; proposals of one bracket may repeat one another."""
    yield from _repeated(declaration.blocks, {}, [])


def _repeated(
    blocks: Iterable[nodes.Block | nodes.Bracket], seen: dict[_Key, Span], new: list[_Key]
) -> Iterator[Slip]:
    """Yield what repeats what is seen, and add to that; `new` gathers what is added."""
    article = None
    for block in blocks:
        if isinstance(block, nodes.Block):
            article = block.heading.number if block.heading.word == "article" else article
            for key, at, rule, what, fix in _declared_in(block, article):
                if key in seen:
                    yield Slip(rule, at, what, fix, related=((seen[key], "the first"),))
                else:
                    seen[key] = at
                    new.append(key)
        else:
            held: dict[_Key, Span] = {}
            for proposal in block.proposals:
                inside: list[_Key] = []
                content = cast("tuple[nodes.Block | nodes.Bracket, ...]", proposal.content)
                yield from _repeated(content, seen, inside)
                held.update((key, seen.pop(key)) for key in inside)
            seen.update(held)
            new.extend(held)


def _declared_in(
    block: nodes.Block, article: str | None
) -> Iterator[tuple[_Key, Span, str, str, str]]:
    """Yield each number and name: what it is, where, and the finding if it is there already.

    `article` is the number of the one that the block stands in.
    """
    heading = block.heading
    word, number = heading.word, heading.number
    if number and word in {"clause", "article", "annex"}:
        at = heading.number_span or heading.span
        what = f"a second {word} {number}"
        fix = "give it a number of its own"
        if word == "clause" and article and not number.startswith(f"{article}."):
            fix = f"number it with its article: `clause {article}.{number}`"
        yield (word, number), at, "duplicate-number", what, fix
    if word == "clause" and number:  # one that cannot be read is no number
        for sentence, letters in lettered(block):
            if letters:
                what = f"a second {number}{letters}"
                key = ("sentence", f"{number}{letters}")
                yield key, sentence.span, "duplicate-number", what, "give it a letter of its own"
    for nested, _ in headed(block):
        name = nested.name or nested.title
        if name is not None and nested.word in _NAMING:
            text = name.text.lower() if nested.word == "define" else name.text
            what = f"`{name.text}` is declared twice"
            fix = "keep one, or give the other a name of its own"
            yield (_NAMING[nested.word], text), name.span, "duplicate-name", what, fix

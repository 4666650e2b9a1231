"""Where two texts differ and one of them could not be read."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.model import nodes
from clausecheck.model.reading import Reading
from clausecheck.model.resolve import saying_nothing
from clausecheck.source import Source


def unread(base: Reading, other: Reading, sources: tuple[Source, Source]) -> tuple[str, ...]:
    """Return the clauses, and what else has a heading, that cannot be compared, in text order.

    A line of each could not be read in one of the texts, and the other text has it in other words.
    """
    befores, afters = (
        list(_blocks(reading, source))
        for reading, source in zip((base, other), sources, strict=True)
    )
    found: dict[str, None] = {}
    for blocks, others in ((befores, afters), (afters, befores)):
        there = {words for _, words, _ in others}
        found |= dict.fromkeys(
            place for place, words, broken in blocks if broken and words not in there
        )
    return tuple(found)


def _blocks(reading: Reading, source: Source) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """Yield where each block stands, its words, and whether a line of it could not be read.

    Two resolutions of one text have the same words, and not the same sentences.
    """
    blocks = (each for each in reading.declaration.blocks if isinstance(each, nodes.Block))
    for block in blocks:
        heading = block.heading
        name = heading.number or (heading.name.text if heading.name else "")
        place = name if heading.word == "clause" and name else f"{heading.word} {name}".strip()
        chosen = (word for each in saying_nothing(block) for word in each.written.split())
        words = (source.words(block.span), *chosen)
        yield place or "head", words, block.broken

"""A declaration without brackets, understood: clauses, their provisions, when they hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, cast

from clausecheck.model import nodes
from clausecheck.model.names import Names, lettered
from clausecheck.model.numbers import in_order
from clausecheck.model.reading.in_front import condition_in_front
from clausecheck.model.reading.provisions import Labels, Provision, Timing
from clausecheck.model.reading.texts import Clause, Consequence, Reading, Said
from clausecheck.model.resolve import saying_nothing
from clausecheck.model.sentences import Deed, Meaning, Who, read_sentence
from clausecheck.values import NO_MEMO, Memo, evolve
from clausecheck.vocabulary import Vocabulary

_AFTER_A_BREACH = frozenset({"if breached", "otherwise"})


def head_of(blocks: Iterable[nodes.Block]) -> nodes.Block | None:
    """Return the block that names the text, the first of its kind."""
    return next((block for block in blocks if block.heading.word in TITLES), None)


TITLES = frozenset({"declaration", "agreement", "treaty", "statement", "resolution", "bill"})


def read(declaration: nodes.Declaration, names: Names, vocabulary: Vocabulary) -> Reading:
    """Return what a declaration without brackets says."""

    def clause(block: nodes.Block, start: str, *, preamble: bool) -> Clause:
        return read_clause(block, names, vocabulary, start=start, preamble=preamble)

    return assembled(declaration, names, clause)


class ReadClause(Protocol):
    """Reads one clause; see `read_clause`."""

    def __call__(self, block: nodes.Block, start: str, *, preamble: bool) -> Clause:
        """Return what one clause says."""


def assembled(
    declaration: nodes.Declaration, names: Names, clause: ReadClause, memo: Memo = NO_MEMO
) -> Reading:
    """Return what a declaration without brackets says; `clause` reads each clause, or knows it.

    Its clauses come as they are counted, so that what is told of them, and from which of them, does
    not hang on where they stand in the file.
    """
    blocks = tuple(block for block in declaration.blocks if isinstance(block, nodes.Block))
    head = head_of(blocks)
    lines = (item for item in head.items if isinstance(item, nodes.Label)) if head else ()
    labels = Labels(tuple(lines))
    start = default_start(labels)
    title = head.heading.title.text if head and head.heading.title else None
    clauses = (clause(block, start, preamble=preamble) for block, preamble in clause_blocks(blocks))
    return Reading(
        declaration,
        names,
        title,
        head.heading.word if head else None,
        labels,
        tuple(sorted(clauses, key=lambda each: in_order(each.number))),
        any(block.broken for block in blocks),
        memo,
    )


def default_start(head: Labels) -> str:
    """Return the moment before which nothing begins unless a label of its own says so."""
    return "entry into force" if head.stated("entry into force") else "signature"


def clause_blocks(blocks: Sequence[nodes.Block]) -> Iterator[tuple[nodes.Block, bool]]:
    """Yield every clause in text order, and whether it belongs to the preamble.

    A preamble ends at the next part, article or annex; in a text that numbers its recitals `P1` no
    other clause belongs to it, wherever it stands.
    """
    numbered = any(_is_recital(block) for block in blocks)
    preamble = False
    for block in blocks:
        word = block.heading.word
        if word in {"preamble", "part", "article", "annex"}:
            preamble = word == "preamble"
        elif word == "clause":
            yield block, _is_recital(block) if numbered else preamble


def _is_recital(block: nodes.Block) -> bool:
    number = block.heading.number or ""
    return block.heading.word == "clause" and re.match(r"P\d", number) is not None


def read_clause(
    block: nodes.Block, names: Names, vocabulary: Vocabulary, *, start: str, preamble: bool
) -> Clause:
    """Return what one clause says; `start` is when its duties begin if it does not say."""
    number = block.heading.number or ""
    common, own = _bind(block)
    said: list[Said] = []
    below: list[tuple[str, list[nodes.Label]]] = [(number, common)]
    provisions: list[Provision] = []
    for sentence, letters in lettered(block):
        labels = Labels((*own[id(sentence)], *common))
        spoken_of = said[-1].meanings[-1].who.names if said and said[-1].meanings else ()
        meanings = read_sentence(sentence, names, vocabulary, spoken_of)
        below.append((number + letters, own[id(sentence)]))
        apart = condition_in_front(sentence, meanings, labels, names)
        if apart is not None:
            labels = Labels((*own[id(sentence)], apart[1], *common))
            meanings = read_sentence(apart[0], names, vocabulary, spoken_of)
        said.append(Said(number + letters, apart[0] if apart else sentence, labels, meanings))
        for meaning in meanings:
            provisions.extend(provisions_of(number + letters, number, meaning, labels, start))
    consequences = [
        _consequence(of, line, clause=number, names=names, vocabulary=vocabulary, start=start)
        for of, lines in below
        for line in lines
        if line.name in _AFTER_A_BREACH and isinstance(line.value, nodes.Sentence)
    ]
    quoted = tuple(item for item in block.items if isinstance(item, nodes.Quoted))
    return Clause(
        number,
        block.span,
        block,
        tuple(said),
        tuple(provisions),
        tuple(consequences),
        Labels(tuple(common)),
        quoted,
        preamble,
        block.broken or any(saying_nothing(block)),
    )


def _consequence(
    number: str,
    line: nodes.Label,
    *,
    clause: str,
    names: Names,
    vocabulary: Vocabulary,
    start: str,
) -> Consequence:
    meanings = read_sentence(cast("nodes.Sentence", line.value), names, vocabulary)
    provisions = (
        provision
        for meaning in meanings
        for provision in provisions_of(number, clause, meaning, Labels((line,)), start)
    )
    return Consequence(number, line, meanings, tuple(provisions))


def _bind(block: nodes.Block) -> tuple[list[nodes.Label], dict[int, list[nodes.Label]]]:
    """Return the labels that bind the whole clause, and each sentence's own.

    Labels above the first sentence bind all; labels after a sentence bind that one. The labels of a
    heading inside the clause are that heading's.
    """
    common: list[nodes.Label] = []
    own: dict[int, list[nodes.Label]] = {}
    into: list[nodes.Label] | None = common
    for item in block.items:
        if isinstance(item, nodes.Sentence):
            into = own.setdefault(id(item), [])
        elif isinstance(item, nodes.Heading):
            into = None
        elif isinstance(item, nodes.Label) and into is not None:
            into.append(item)
    return common, own


def provisions_of(
    number: str, clause: str, meaning: Meaning, labels: Labels, start: str
) -> Iterator[Provision]:
    """Yield one provision for each actor, act and object that a sentence speaks of."""
    timing = _timing(labels, start)
    for meant, deeds in _by_whom(meaning):
        for actor in _actors(meant.who):
            for deed in deeds:
                for thing in deed.objects or (None,):
                    yield Provision(
                        number,
                        meant.span,
                        meant.kind,
                        meant.modality,
                        meant,
                        deed,
                        actor,
                        thing,
                        labels,
                        timing,
                        clause,
                    )


def _by_whom(meaning: Meaning) -> Iterator[tuple[Meaning, tuple[Deed, ...]]]:
    """Yield the deeds of a sentence together; or each alone, where it does not bind who others do.

    With each stands the whole meaning, as of those whom that deed binds.
    """
    deeds = meaning.deeds or (Deed(meaning.span, None, meaning.modality.span, ""),)
    if deeds[0].who is None:
        yield meaning, deeds
        return
    for deed in deeds:
        yield evolve(meaning, who=deed.who), (deed,)


def _actors(who: Who) -> tuple[str | None, ...]:
    """Return those who are bound each alone, or None for nobody and all together."""
    return who.names if who.how in {"each", "any"} and who.names else (None,)


def _timing(labels: Labels, start: str) -> Timing:
    own_start = labels.all("after", "starts", "together with", "in parallel with", "from", "on")
    return Timing(
        labels.all("on", "by", "before"),
        own_start,
        labels.get("from"),
        labels.get("until"),
        labels.get("for"),
        labels.get("every") or labels.get("quota"),
        labels.get("target"),
        None if own_start else start,
    )


__all__ = [
    "TITLES",
    "Clause",
    "Consequence",
    "Labels",
    "Provision",
    "ReadClause",
    "Reading",
    "Said",
    "Timing",
    "assembled",
    "clause_blocks",
    "default_start",
    "head_of",
    "provisions_of",
    "read",
    "read_clause",
]

"""What a text gets wrong about its own names, numbers and labels, as slips."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from clausecheck.model import nodes
from clausecheck.model.checks.blocks import declared_twice, empty_clauses, titles
from clausecheck.model.checks.brackets import (
    in_quotation_marks,
    left_behind,
    open_bracket,
    side_by_side,
    unbound,
    untagged,
)
from clausecheck.model.checks.labels import (
    misplaced_labels,
    quoted_time,
    unknown_choice,
    unnamed_language,
)
from clausecheck.model.checks.names import check_names
from clausecheck.model.checks.qualifiers import unlabelled_qualifiers
from clausecheck.model.checks.ranges import backward
from clausecheck.model.checks.words import slips_of_the_pen, unknown_words
from clausecheck.model.reading import Clause, Reading
from clausecheck.model.resolve import blocks_of
from clausecheck.model.sentences import read_sentence
from clausecheck.model.sentences.meanings import Meaning
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.syntax.slip import Slip
from clausecheck.vocabulary import Vocabulary


def check_blocks(declaration: nodes.Declaration, vocabulary: Vocabulary) -> Iterator[Slip]:
    """Yield what is wrong with headings, labels and brackets, proposals included."""
    blocks = tuple(blocks_of(declaration))
    yield from titles(blocks)
    yield from empty_clauses(blocks)
    yield from declared_twice(declaration)
    for block in blocks:
        yield from misplaced_labels(block)
    rivals: dict[Span, tuple[str, str]] = {}
    left = {each.bracket: each for block in blocks for each in left_behind(block.items)}
    for node in walk(declaration.blocks):
        if isinstance(node, nodes.Label):
            yield from unknown_choice(node, vocabulary)
            yield from unnamed_language(node)
            yield from quoted_time(node)
        elif isinstance(node, nodes.Bracket):
            yield from untagged(node)
            yield open_bracket(node, rivals.get(node.span), left.get(node.span))
        elif isinstance(node, nodes.Words | nodes.Name):
            yield from in_quotation_marks(node)
        elif isinstance(node, nodes.Period):
            yield from backward(node)
        elif isinstance(node, nodes.Sentence):
            rivals.update(side_by_side(node.parts))


def check_reading(reading: Reading, vocabulary: Vocabulary) -> Iterator[Slip]:
    """Yield what a text without brackets says in words that do not count, or are unknown."""
    for clause in reading.clauses:
        yield from unlabelled_qualifiers(clause, reading, vocabulary)
        yield from unbound(clause)
        for sentence, meanings in _sentences(clause):
            yield from slips_of_the_pen(sentence)
            yield from unknown_words(sentence, meanings, reading.names, vocabulary)
    for event in reading.names.events.values():
        for label in event.labels:
            if isinstance(label.value, nodes.Sentence):
                meanings = read_sentence(label.value, reading.names, vocabulary)
                yield from unknown_words(label.value, meanings, reading.names, vocabulary)


def _sentences(clause: Clause) -> Iterator[tuple[nodes.Sentence, tuple[Meaning, ...]]]:
    """Yield a clause's sentences, and then those on what follows a breach."""
    for said in clause.said:
        yield said.sentence, said.meanings
    for consequence in clause.consequences:
        yield cast("nodes.Sentence", consequence.line.value), consequence.meanings


__all__ = ["check_blocks", "check_names", "check_reading"]

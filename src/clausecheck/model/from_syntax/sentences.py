"""Trees of sentences and phrases into the model."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import cast

from clausecheck.model import nodes
from clausecheck.model.from_syntax.counting import counted
from clausecheck.model.from_syntax.leaves import leaf, leaves, text_of, words_of
from clausecheck.model.from_syntax.times import Times
from clausecheck.source import Span
from clausecheck.syntax.trees import Token, Tree

_MARKERS = {"LETTER", "STEP"}


class Sentences(Times):
    """Trees of sentences and phrases into the model."""

    def sentence(self, tree: Tree) -> nodes.Sentence:
        *children, _ = tree.children  # without the full stop
        marks = list(takewhile(_is_marker, children))
        markers = tuple(" ".join(str(mark).split()) for mark in marks)
        parts = self.parts(children[len(marks) :])
        open_ = any(isinstance(part, nodes.Bracket) for part in parts)
        written = self.text[tree.span.start : tree.span.end] if open_ else ""
        return nodes.Sentence(tree.span, markers, parts, written)

    def parts(
        self, children: Sequence[Tree | Token], *, alone: bool = False
    ) -> tuple[nodes.Part, ...]:
        """Build the parts of a sentence or phrase; another text's article is only words.

        `alone`: they are a proposal.
        """
        parts = [
            nodes.Word(Span(child.start, child.end), str(child))
            if isinstance(child, Token)
            and (child.type == "WORD" or _is_of_another(child, children[number + 1 : number + 3]))
            else self.part(child)
            for number, child in enumerate(children)
        ]
        return counted(tuple(parts), alone=alone)

    def part(self, child: Tree | Token) -> nodes.Part:
        if isinstance(child, Tree):
            return cast("nodes.Part", self.build(child))
        if child.type == "STRING":
            return words_of(child)
        if child.type == "REFERENCE":
            return nodes.Reference(child.span, str(child))
        if child.type == "DATE":
            return self.day(child)
        return nodes.Word(child.span, str(child))

    def duty(self, tree: Tree) -> nodes.Modality:
        token = cast("Token", tree.children[0])
        name = token.type.lower().replace("_", " ")
        return nodes.Modality(
            token.span, name, cast("nodes.ModalKind", tree.rule), " ".join(token.split())
        )

    permission = statement = savings = duty

    def quantity(self, tree: Tree) -> nodes.Quantity:
        numbers = leaves(tree, "NUMBER")
        man = leaf(tree, "MAN_FOR_MAN")
        if man is not None:
            return nodes.Quantity(tree.span, " ".join(man.split()))
        unit = leaf(tree, "UNIT") or leaf(tree, "TIME_UNIT") or leaf(tree, "PERCENT")
        if unit is not None and unit.type == "TIME_UNIT" and leaf(tree, "MULTIPLIER") is None:
            self.plural(numbers, unit)
        return nodes.Quantity(
            tree.span,
            str(numbers[0]),
            str(numbers[1]) if len(numbers) > 1 else None,
            text_of(unit),
            text_of(leaf(tree, "QUALIFIER")),
            text_of(leaf(tree, "MULTIPLIER")),
        )

    def rate(self, tree: Tree) -> nodes.Rate:
        return nodes.Rate(tree.span, str(tree.children[-1]))

    def act_phrase(self, tree: Tree) -> nodes.Phrase:
        return nodes.Phrase(tree.span, self.parts(tree.children))

    phrase = act_phrase

    def reference(self, tree: Tree) -> nodes.Reference:
        return nodes.Reference(tree.span, str(tree.children[0]))

    def reference_range(self, tree: Tree) -> nodes.Reference:
        first, last = leaves(tree, "REFERENCE")
        return nodes.Reference(tree.span, str(first), str(last))

    def other_clause(self, tree: Tree) -> nodes.Reference:
        instrument = text_of(leaf(tree, "AGREEMENT"))
        first, *last = leaves(tree, "REFERENCE")
        return nodes.Reference(tree.span, str(first), str(last[0]) if last else None, instrument)


def _is_marker(child: Tree | Token) -> bool:
    return isinstance(child, Token) and child.type in _MARKERS


def _is_of_another(number: Token, following: Sequence[Tree | Token]) -> bool:
    """Tell whether a number is said to be of something else: `2 of the Charter`."""
    if number.type != "REFERENCE":
        return False
    words = [str(child).lower() for child in following if isinstance(child, Token)]
    return len(words) == 2 and words[0] == "of" and words[1] not in {"this", "it"}  # noqa: PLR2004 - `of` and what

"""What is quoted beside a sentence, read by the same reader, and what may be wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from clausecheck.analyses.timing.notation import in_notation
from clausecheck.model import nodes
from clausecheck.model.from_syntax import from_syntax
from clausecheck.model.reading import Clause, Reading, Said
from clausecheck.model.sentences import Meaning, read_sentence
from clausecheck.source import Source, Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary

_HEAD = 'declaration "Q"\nclause 1\n  '
_AS_A_STATEMENT = "It is agreed that "
"""Stands before what is quoted without a verb of its own: "the war is over"."""
What = Literal["negation", "modality", "actor", "number", "date", "act", "added", "left out"]


@frozen
class Contradiction:
    """What a quotation says, where, and what the sentence says instead."""

    what: What
    at: Span
    quoted: str
    against: Span
    said: str


@frozen
class Quotation:
    """One sentence of a quotation, with the place of each of its characters in the text."""

    sentence: nodes.Sentence
    meaning: Meaning
    places: tuple[int, ...]
    begins: int
    """Where its words begin in what was read."""

    def place(self, span: Span) -> Span:
        """Return where something in the sentence stands in the text."""
        first = self.places[span.start - self.begins]
        return Span(first, self.places[span.end - 1 - self.begins] + 1)


def beside(clause: Clause) -> Iterator[tuple[Said, tuple[nodes.Quoted, ...]]]:
    """Yield each sentence with the lines that are quoted right below it."""
    of_sentence = {id(said.sentence): said for said in clause.said}
    said: Said | None = None
    lines: list[nodes.Quoted] = []
    for item in (*clause.block.items, None):
        if isinstance(item, nodes.Quoted):
            lines.append(item)
            continue
        if lines and said is not None:
            yield said, tuple(lines)
        lines = []
        if isinstance(item, nodes.Sentence):
            said = of_sentence.get(id(item))


def quotations(
    lines: Sequence[nodes.Quoted], reading: Reading, vocabulary: Vocabulary
) -> Iterator[Quotation]:
    """Yield what is quoted, sentence by sentence, as far as it can be read."""
    for text, places in _sentences(lines):
        begins = len(_HEAD)
        sentence = _read(text)
        if sentence is None:
            begins += len(_AS_A_STATEMENT)
            sentence = _read(_AS_A_STATEMENT + text[0].lower() + text[1:])
        meanings = read_sentence(sentence, reading.names, vocabulary) if sentence else ()
        if sentence is not None and len(meanings) == 1:
            yield Quotation(sentence, meanings[0], places, begins)


def _read(text: str) -> nodes.Sentence | None:
    """Return what is quoted as a sentence, if it can be read as one and no more."""
    declaration, slips = from_syntax(Source("", f"{_HEAD}{text}.\n"))
    blocks = [block for block in declaration.blocks if isinstance(block, nodes.Block)]
    readable = blocks and all(slip.rule == "stray-character" for slip in slips)
    items = blocks[-1].items if readable else ()
    sentences = [item for item in items if isinstance(item, nodes.Sentence)]
    return sentences[0] if len(sentences) == 1 else None


def _sentences(lines: Sequence[nodes.Quoted]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield each sentence in the language's notation, without its full stop.

    With the place of each character in the text.
    """
    characters: list[tuple[str, int]] = []
    for line in lines:
        body = line.text.removeprefix(">")
        start = line.span.start + len(line.text) - len(body.lstrip())
        characters += [(sign, start + number) for number, sign in enumerate(body.strip())]
        characters.append((" ", start))
    text = "".join(sign for sign, _ in characters)
    begin = 0
    for piece in text.split(". "):
        sentence = piece.strip().removesuffix(".")
        if sentence:
            at = text.index(sentence, begin)
            written, standing = in_notation(sentence)
            yield written, tuple(characters[at + number][1] for number in standing)
        begin += len(piece) + len(". ")

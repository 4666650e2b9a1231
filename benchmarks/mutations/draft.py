"""A text that is read, and the places in it at which something can be planted."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from attrs import define, field

from clausecheck.model import nodes
from clausecheck.model.from_syntax import from_syntax
from clausecheck.model.names import collect
from clausecheck.model.reading import read
from clausecheck.model.resolve import resolve
from clausecheck.source import Source, Span
from clausecheck.values import frozen
from clausecheck.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from clausecheck.model.reading import Clause, Provision, Reading, Said
    from clausecheck.vocabulary import Vocabulary

T = TypeVar("T")
_CLAUSES = Path(__file__).parents[2] / "clauses"
_MOST_PLACES = 3
_MOST_SENTENCES = 8
"""Of one text in which something is planted that fits everywhere, evenly spread.

More would say the same again and take more than the few minutes that a run may take.
"""
_NEW_NUMBER = 901
"""Beyond the clauses of every text."""


@frozen
class Edit:
    """Words put in the place of a stretch of a text."""

    at: Span
    words: str


def edited(text: str, edits: tuple[Edit, ...]) -> str:
    """Return a text with all edits made; none may overlap another."""
    for edit in sorted(edits, key=lambda edit: edit.at, reverse=True):
        text = text[: edit.at.start] + edit.words + text[edit.at.end :]
    return text


@define(slots=False, eq=False)
class Draft:
    """A text under its name, as the checker reads it where every bracket takes its first proposal.

    Places are given by the nodes of the model, so that nothing is planted in a comment by mistake.
    """

    name: str
    text: str = field(repr=False)
    vocabulary: Vocabulary = field(repr=False)

    @cached_property
    def _written(self) -> nodes.Declaration:
        return from_syntax(self.source)[0]

    @property
    def source(self) -> Source:
        """The text as the checker takes it."""
        return Source(f"{self.name}.clause", self.text)

    @cached_property
    def reading(self) -> Reading:
        """What the text says."""
        first = resolve(self._written, {})
        blocks = tuple(block for block in first.blocks if isinstance(block, nodes.Block))
        return read(first, collect(blocks, self.vocabulary), self.vocabulary)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The operative clauses."""
        return tuple(clause for clause in self.reading.clauses if not clause.preamble)

    @cached_property
    def blocks(self) -> tuple[nodes.Block, ...]:
        """What stands in no bracket, block by block."""
        return tuple(block for block in self._written.blocks if isinstance(block, nodes.Block))

    @cached_property
    def parties(self) -> tuple[str, ...]:
        """Who signs, by name."""
        headings = [block.heading for block in self.blocks if block.heading.word == "party"]
        return tuple(heading.name.text for heading in headings if heading.name is not None)

    @property
    def both(self) -> str:
        """The first two parties, as the subject of a sentence."""
        return " and ".join(self.parties[:2])

    @cached_property
    def is_mutual(self) -> bool:
        """Whether two parties or more promise each other something that binds."""
        bound = any(provision.meaning.binding for provision in self.duties)
        return len(self.parties) > 1 and bound

    @cached_property
    def duties(self) -> tuple[Provision, ...]:
        """What is owed in the operative clauses, to do or not to do."""
        return tuple(
            provision
            for clause in self.clauses
            for provision in clause.provisions
            if provision.kind in {"duty", "prohibition"}
        )

    @cached_property
    def sentences(self) -> tuple[tuple[Clause, Said, Provision], ...]:
        """Every operative sentence that binds somebody to do or not to do something."""
        of = {duty.number: duty for duty in reversed(self.duties) if duty.meaning.binding}
        return tuple(
            (clause, said, of[said.number])
            for clause in self.clauses
            for said in clause.said
            if said.number in of
        )

    @property
    def some_sentences(self) -> Sequence[tuple[Clause, Said, Provision]]:
        """At most eight of them, evenly spread, for what fits every sentence."""
        return _spread(self.sentences, _MOST_SENTENCES)

    def labels(self, *names: str) -> Iterator[tuple[Clause, nodes.Label]]:
        """Yield the labels of these names that hold a value for what is owed, each once."""
        seen = set()
        for clause, said, _ in self.sentences:
            for label in said.labels.all(*names):
                if label.span not in seen and not isinstance(label.value, nodes.Silence):
                    seen.add(label.span)
                    yield clause, label

    def words(self, at: Span) -> str:
        """Return what stands in a place."""
        return self.text[at.start : at.end]

    def line(self, at: Span) -> Span:
        """Return the whole lines on which something stands, with the last one's end."""
        start = self.text.rfind("\n", 0, at.start) + 1
        end = self.text.find("\n", at.end)
        return Span(start, end + 1 if end >= 0 else len(self.text))

    def without(self, *labels: nodes.Label) -> tuple[Edit, ...]:
        """Return the edits that leave out labels with the lines on which they stand."""
        lines = {self.line(label.span) for label in labels}
        return tuple(Edit(line, "") for line in lines)

    def below(self, at: Span, *lines: str) -> tuple[Edit, ...]:
        """Return the edit that adds lines below a place, indented as a clause's lines are."""
        end = self.line(at).end
        return (Edit(Span(end, end), "".join(f"  {line}\n" for line in lines)),)

    def new_clauses(self, *bodies: str) -> Iterator[tuple[str, tuple[Edit, ...]]]:
        """Yield the first number of new clauses of these bodies, and the edits that add them.

        They are added below operative clauses alone: at most three places a text, evenly spread.
        """
        written = "".join(
            f"clause {_NEW_NUMBER + count}\n  {body}\n\n" for count, body in enumerate(bodies)
        )
        for at in _spread(tuple(self._ends()), _MOST_PLACES):
            above = "" if self.text[:at].endswith("\n") else "\n"
            yield str(_NEW_NUMBER), (Edit(Span(at, at), f"{above}{written}"),)

    def in_the_preamble(self, body: str) -> Iterator[tuple[str, tuple[Edit, ...]]]:
        """Yield the same for a new clause below the first of the preamble, if there is one."""
        first = next((clause for clause in self.reading.clauses if clause.preamble), None)
        if first is not None:
            at = self._below(first.block.span)
            number = f"P{_NEW_NUMBER}"
            yield number, (Edit(Span(at, at), f"clause {number}\n  {body}\n\n"),)

    def _ends(self) -> Iterator[int]:
        operative = {clause.span for clause in self.clauses}
        for block in self.blocks:
            if block.span in operative:
                yield self._below(block.span)

    def _below(self, span: Span) -> int:
        """Return where the next block begins, or the end of the text."""
        starts = (block.span.start for block in self.blocks if block.span.start >= span.end)
        start = next(starts, None)
        return len(self.text) if start is None else self.line(Span(start, start)).start


def drafts(*names: str) -> list[Draft]:
    """Return the texts of these names in `clauses/`, or all of them."""
    vocabulary, _ = load()
    return [
        Draft(path.stem, path.read_text(encoding="utf-8"), vocabulary)
        for path in sorted(_CLAUSES.glob("*.clause"))
        if not names or path.stem in names
    ]


def _spread(places: Sequence[T], most: int) -> Sequence[T]:
    if len(places) <= most:
        return places
    step = (len(places) - 1) / (most - 1)
    return tuple(places[round(number * step)] for number in range(most))

"""A clause and a whole text, understood."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property

from attrs import field

from clausecheck.model import nodes
from clausecheck.model.names import Names
from clausecheck.model.numbers import Counted, in_order
from clausecheck.model.reading.provisions import Labels, Provision
from clausecheck.model.sentences import Meaning
from clausecheck.source import Span
from clausecheck.values import NO_MEMO, Memo, frozen


@frozen
class Said:
    """A sentence with the labels that bind it and what it says."""

    number: str
    sentence: nodes.Sentence = field(repr=False)
    labels: Labels = field(repr=False)
    meanings: tuple[Meaning, ...] = field(repr=False)


@frozen
class Consequence:
    """What an `if breached:` or `otherwise:` line says: it holds only once a duty is broken."""

    number: str
    """Of the sentence whose breach it follows; of the clause where it binds all sentences."""
    line: nodes.Label = field(repr=False)
    meanings: tuple[Meaning, ...] = field(repr=False)
    provisions: tuple[Provision, ...] = ()


@frozen
class Clause:
    """A clause, and the text's own words beside it."""

    number: str
    span: Span
    block: nodes.Block = field(repr=False)
    said: tuple[Said, ...] = ()
    provisions: tuple[Provision, ...] = ()
    """What holds by itself; what follows a breach is among the `consequences`."""
    consequences: tuple[Consequence, ...] = ()
    labels: Labels = field(factory=Labels, repr=False)
    """Those that stand above the first sentence and bind all."""
    quoted: tuple[nodes.Quoted, ...] = field(default=(), repr=False)
    preamble: bool = False
    broken: bool = False

    def sentences_and_provisions(self) -> Iterator[tuple[Said, Provision]]:
        """Yield each provision with its sentence, in text order."""
        said = {each.number: each for each in self.said}
        for provision in self.provisions:
            yield said[provision.number], provision


@frozen(slots=False)
class Reading:
    """A whole text, understood."""

    declaration: nodes.Declaration = field(repr=False)
    names: Names = field(repr=False)
    title: str | None
    kind: str | None
    """The word it goes by, as in `declaration`."""
    head: Labels
    clauses: tuple[Clause, ...]
    """In the order in which they are counted, recitals first and annexes last."""
    broken: bool = False
    """Whether a line somewhere could not be read, so that silence is not judged."""
    memo: Memo = field(default=NO_MEMO, eq=False, repr=False)
    """What was made of clauses that other texts have too, where there are such."""

    @property
    def complete(self) -> bool:
        """Whether the text claims to be whole, so that silence counts."""
        scope = self.head.get("scope")
        return (
            scope is not None
            and isinstance(scope.value, nodes.Name)
            and scope.value.text == "complete"
        )

    @cached_property
    def provisions(self) -> tuple[Provision, ...]:
        """Every provision in the clauses' order, but for those that only follow a breach."""
        return tuple(provision for clause in self.clauses for provision in clause.provisions)

    @cached_property
    def firsts(self) -> Mapping[str, Provision]:
        """The first provision of every sentence among them, by its number, in that order."""
        found: dict[str, Provision] = {}
        for provision in self.provisions:
            found.setdefault(provision.number, provision)
        return found

    @cached_property
    def operative_clauses(self) -> tuple[Clause, ...]:
        """The clauses outside the preamble, in their order."""
        return tuple(clause for clause in self.clauses if not clause.preamble)

    @cached_property
    def operative_provisions(self) -> tuple[Provision, ...]:
        """What those clauses ask, allow, forbid and state by themselves, in their order."""
        return tuple(
            provision for clause in self.operative_clauses for provision in clause.provisions
        )

    @cached_property
    def whole_clauses(self) -> tuple[Clause, ...]:
        """Those of the clauses outside the preamble in which every line could be read."""
        return tuple(clause for clause in self.operative_clauses if not clause.broken)

    @cached_property
    def consequences(self) -> tuple[Provision, ...]:
        """Every provision that holds only once a duty is broken, in the clauses' order."""
        return tuple(
            provision
            for clause in self.clauses
            for consequence in clause.consequences
            for provision in consequence.provisions
        )

    @cached_property
    def _by_number(self) -> Mapping[str, Clause]:
        return {clause.number: clause for clause in self.clauses}

    def clause(self, number: str) -> Clause | None:
        """Return the clause of that number."""
        return self._by_number.get(number)

    def is_whole(self, provision: Provision) -> bool:
        """Tell whether every line of its clause could be read: one that could not may change it."""
        clause = self.clause(provision.clause or "")
        return clause is None or not clause.broken

    @cached_property
    def in_the_file(self) -> tuple[Clause, ...]:
        """The clauses as they stand in the file."""
        return tuple(sorted(self.clauses, key=lambda clause: clause.span.start))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(clause.span.start for clause in self.in_the_file)

    def clause_at(self, at: Span) -> str | None:
        """Return the number of the sentence or clause in which a place lies."""
        number = bisect_right(self._starts, at.start) - 1
        if number < 0 or not self.in_the_file[number].span.contains(at):
            return None
        clause = self.in_the_file[number]
        inner = [said for said in clause.said if said.sentence.span.start <= at.start]
        return inner[-1].number if inner else clause.number

    def counted(self, at: Span) -> tuple[Counted, Span]:
        """Return what puts a place among others, wherever in the file its clause stands.

        What is in no clause comes first.
        """
        return in_order(self.clause_at(at) or ""), at

    def sentences_and_provisions(self) -> Iterator[tuple[Said, Provision]]:
        """Yield each provision of the whole clauses with its sentence, in the clauses' order."""
        for clause in self.whole_clauses:
            yield from clause.sentences_and_provisions()

    @cached_property
    def _spans(self) -> Mapping[str, Span]:
        own = {clause.number: clause.span for clause in self.clauses}
        return own | {
            said.number: said.sentence.span for clause in self.clauses for said in clause.said
        }

    def place_of(self, where: str | Span) -> Span:
        """Return the place of a sentence or clause by its number; a place is where it is."""
        return self._spans[where] if isinstance(where, str) else where

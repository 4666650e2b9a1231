"""The texts without brackets that a text with them may become, read as often as is asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from clausecheck.analyses.facts import Facts
from clausecheck.choosing.rows import Assignment
from clausecheck.model import nodes
from clausecheck.model.decisions import Decision, choices_of
from clausecheck.model.names import Names, collect, headed, numbers_of, roles_in
from clausecheck.model.reading import Clause, Reading, assembled, read_clause
from clausecheck.model.resolve import Resolver
from clausecheck.values import Memo
from clausecheck.vocabulary import Vocabulary

_REMEMBERED = 128
"""Whole texts that are kept, to ask them another question: a choice each, where many are tried."""


class Texts:
    """Reads each clause once in every wording, and with the names that are chosen."""

    def __init__(
        self,
        declaration: nodes.Declaration,
        decisions: Sequence[Decision],
        vocabulary: Vocabulary,
        on_reading: Callable[[int], None],
    ) -> None:
        """Take a text as written; `on_reading` is told how many items each clause read has."""
        self.clauses_read: dict[int, Clause] = {}
        """Every clause in every wording that was met."""
        self._vocabulary = vocabulary
        self._decisions = decisions
        self._on_reading = on_reading
        self._resolver = Resolver(declaration)
        self._memo = Memo()
        self._facts: dict[Assignment, Facts] = {}
        self._clauses: dict[tuple[int, int, str, bool], Clause] = {}
        self._names: dict[tuple[int, ...], Names] = {}
        self._numberless: dict[tuple[object, ...], int] = {}
        self._declared: dict[int, tuple[int, int]] = {}
        self._kinds_of_declared: dict[object, int] = {}

    def facts(self, assignment: Assignment) -> Facts:
        """Return what is known of the text under these choices; of the last few, remembered."""
        known = self._facts.get(assignment)
        if known is None:
            if len(self._facts) >= _REMEMBERED:
                del self._facts[next(iter(self._facts))]
            reading = self.reading(choices_of(self._decisions, assignment))
            known = self._facts[assignment] = Facts(reading, self._vocabulary)
        return known

    def reading(self, choices: Mapping[str, int]) -> Reading:
        """Return what the text says with these choices, by the addresses of its brackets."""
        return self._read(self._resolver.resolve(choices))

    def _read(self, chosen: nodes.Declaration) -> Reading:
        blocks = tuple(block for block in chosen.blocks if isinstance(block, nodes.Block))
        names, kind = self._names_of(blocks)

        def clause(block: nodes.Block, start: str, *, preamble: bool) -> Clause:
            key = (id(block), kind, start, preamble)
            if key not in self._clauses:
                self._on_reading(len(block.items))
                read = read_clause(block, names, self._vocabulary, start=start, preamble=preamble)
                self._clauses[key] = self.clauses_read[id(read)] = read
            return self._clauses[key]

        return assembled(chosen, names, clause, self._memo)

    def _names_of(self, blocks: Sequence[nodes.Block]) -> tuple[Names, int]:
        """Return the names, and a number that is the same where clauses read the same with them."""
        declared = [self._declares(block) for block in blocks]
        key = tuple(number for each in declared for number in each)
        if key not in self._names:
            self._names[key] = collect(blocks, self._vocabulary)
        kind = tuple(names for names, _ in declared)
        return self._names[key], self._numberless.setdefault(kind, len(self._numberless))

    def _declares(self, block: nodes.Block) -> tuple[int, int]:
        """Return two numbers: what a block declares by name, and what it numbers."""
        known = self._declared.get(id(block))
        if known is None:
            own = [pair for pair in headed(block) if pair[0].word not in {"clause", "article"}]
            kinds = ((*own, *roles_in(block)), tuple(numbers_of([block])))
            first, second = (
                self._kinds_of_declared.setdefault(kind, len(self._kinds_of_declared))
                for kind in kinds
            )
            known = self._declared[id(block)] = (first, second)
        return known

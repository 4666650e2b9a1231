"""All that a rule may ask of a text, each analysis run when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from attrs import frozen

from clausecheck.analyses import troops, unification, verification
from clausecheck.findings import Stance
from clausecheck.model.reading import Clause, Provision, Reading
from clausecheck.syntax.slips import Slip
from clausecheck.vocabulary import Vocabulary


@frozen(slots=False, eq=False)
class Facts:
    """A text without brackets, what is known of it, and the slips in how it is written."""

    reading: Reading
    vocabulary: Vocabulary
    slips: tuple[Slip, ...] = ()

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses in text order."""
        return self.reading.clauses

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """Every provision in text order."""
        return self.reading.provisions

    @property
    def operative(self) -> Iterator[Provision]:
        """The provisions outside the preamble, in text order."""
        for clause in self.clauses:
            if not clause.preamble:
                yield from clause.provisions

    @property
    def silence_counts(self) -> bool:
        """Whether what the text leaves out may be judged: it is whole, and every line was read."""
        return self.reading.complete and not self.reading.broken

    def slips_of(self, rule: str) -> Iterator[Slip]:
        """Yield the slips of one language rule, in text order."""
        return (slip for slip in self.slips if slip.rule == rule)

    @cached_property
    def troops(self) -> troops.Troops:
        """What the text says, and does not say, of foreign forces."""
        return troops.analyse(self.reading, self.vocabulary)

    @cached_property
    def verification(self) -> verification.Verification:
        """Who verifies which duty, and how strongly."""
        return verification.analyse(self.reading, self.vocabulary)

    @cached_property
    def unification(self) -> tuple[unification.Use, ...]:
        """Every place where the text speaks of unification."""
        return unification.analyse(self.reading, self.vocabulary)

    @cached_property
    def stances(self) -> tuple[Stance, ...]:
        """What the text does on each question, in a fixed order."""
        return (troops.stance(self.reading, self.troops), verification.stance(self.verification))

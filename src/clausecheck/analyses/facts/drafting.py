"""How the text is made to last, and what its words leave open."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from clausecheck.analyses.drafting import (
    authority,
    deferrals,
    disputes,
    durability,
    final_clauses,
    goals,
    measures,
    ratification,
    substance,
    understandings,
    wording,
)
from clausecheck.analyses.facts.exchange import ExchangeFacts
from clausecheck.model import nodes
from clausecheck.model.reading import Provision
from clausecheck.source import Span


class DraftingFacts(ExchangeFacts):
    """The facts on how long the text lasts, who stands behind it and what its words leave open."""

    @cached_property
    def final_clauses(self) -> final_clauses.FinalClauses:
        """What the text says of its own life, from entry into force to exit."""
        return final_clauses.analyse(self.reading, self.vocabulary)

    @cached_property
    def reaches(self) -> tuple[durability.Reach, ...]:
        """How far ahead firm duties reach."""
        return durability.reaching(self.reading)

    @cached_property
    def personal(self) -> tuple[durability.Personal, ...]:
        """What hangs on one leader."""
        return durability.on_a_leader(self.reading, self.vocabulary)

    @cached_property
    def beyond_a_government(self) -> tuple[Provision, ...]:
        """The firm duties that a government alone may not be free to keep."""
        return authority.analyse(self.reading, self.vocabulary)

    def council_of(self, provision: Provision) -> str | None:
        """Return whose measures a step would end, where that council has no part in the text."""
        return authority.council_of(provision, self.reading, self.vocabulary)

    @cached_property
    def durability(self) -> durability.Durability:
        """Who approves the text beside those who sign it."""
        return durability.analyse(self.reading, self.vocabulary, self.final_clauses)

    @property
    def ratified_by_some(self) -> Span | None:
        """Where the text waits for some to ratify it, and does not say who."""
        return ratification.by_some(self.reading, self.vocabulary)

    @property
    def unratified(self) -> bool:
        """Whether governments alone stand behind it: it says so, or being whole says nothing.

        Nobody asks a legislature about what commanders agree, or what binds its maker alone.
        """
        told = self.durability.at is not None or self.silence_counts
        exempt = self.one_sided or self.form == "military agreement" or self.reading.broken
        durability = self.durability
        behind = durability.ratified_by | durability.endorsed_by | durability.submitted_by
        known = not behind and not durability.unknown
        return told and known and not exempt

    @cached_property
    def substance(self) -> tuple[substance.Sentence, ...]:
        """The sentences outside the preamble, and whether each makes anybody act differently."""
        return substance.analyse(self.reading, self.vocabulary)

    @cached_property
    def goals(self) -> goals.Goals:
        """What the text sets as its aim, and the duties behind it."""
        return goals.analyse(self.reading, self.vocabulary, self.substance, self.disarmament)

    @cached_property
    def measures(self) -> measures.Measures:
        """Which zones, shares and pauses have a measure, and which have none."""
        return measures.analyse(self.reading, self.vocabulary)

    @cached_property
    def disputes(self) -> disputes.Disputes:
        """The words that parties have quarrelled over, and the text leaves undefined."""
        return disputes.analyse(self.reading, self.vocabulary, self.verification.duties)

    @cached_property
    def open_words(self) -> tuple[tuple[wording.OpenWords, ...], ...]:
        """The words that leave open what is owed, clause by clause."""
        return wording.analyse(self.reading, self.vocabulary)

    @cached_property
    def deferrals(self) -> tuple[nodes.Label, ...]:
        """The lines that leave something to be settled later, but for how it is verified."""
        later = {left.at for left in self.verification.deferred}
        return deferrals.analyse(self.reading, later)

    @property
    def left_to_groups(self) -> Iterator[Span]:
        """Where a working group is to settle something."""
        return deferrals.to_working_groups(self.reading, self.vocabulary)

    @property
    def settled_elsewhere(self) -> Iterator[nodes.Label]:
        """The lines by which a clause or an annex of the text settles how a thing is done."""
        return deferrals.settled_elsewhere(self.reading)

    @cached_property
    def understandings(self) -> tuple[understandings.Outside, ...]:
        """Where the text leans on what was agreed outside it."""
        return understandings.analyse(self.reading, self.vocabulary)

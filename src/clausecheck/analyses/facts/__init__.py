"""All that a rule may ask of a text, each analysis run when it is first asked for."""

from __future__ import annotations

from functools import cached_property

from clausecheck.analyses.contradictions import (
    against_head,
    circles,
    conflicts,
    definitions,
    disowned,
    doubles,
    hollow,
    quotations,
    savings,
)
from clausecheck.analyses.contradictions.quoting import Contradiction
from clausecheck.analyses.drafting import durability
from clausecheck.analyses.exchange import reversal, sanctions
from clausecheck.analyses.facts.drafting import DraftingFacts
from clausecheck.analyses.inspection import verification
from clausecheck.analyses.obligations import from_provisions
from clausecheck.analyses.security import (
    armistice,
    assurances,
    conduct,
    recognition,
    troops,
    unification,
)
from clausecheck.findings import Stance


class Facts(DraftingFacts):
    """A text without brackets, what is known of it, and the slips in how it is written."""

    @cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """Where quoted words contradict the sentence beside which they stand."""
        return quotations.analyse(self.reading, self.vocabulary)

    @cached_property
    def synonyms(self) -> tuple[definitions.Synonym, ...]:
        """Where a defined term is spoken of by another name."""
        return definitions.synonyms(self.reading, self.vocabulary)

    @cached_property
    def misuses(self) -> tuple[definitions.Misuse, ...]:
        """What is counted under a defined term that its definition leaves out."""
        return definitions.misuses(self.reading, self.vocabulary)

    @cached_property
    def conflicts(self) -> tuple[conflicts.Conflict, ...]:
        """The norms that cannot stand together."""
        after = from_provisions.after_breaches(self.reading, self.vocabulary, self.schedule)
        return conflicts.conflicts(self.norms, after, self.reading, self.vocabulary, self.schedule)

    @cached_property
    def saved(self) -> tuple[savings.Saved, ...]:
        """The duties that the text says it does not ask for."""
        return savings.saved(self.reading, self.norms, self.vocabulary)

    @cached_property
    def disowned(self) -> tuple[disowned.Disowned, ...]:
        """The recognition that the text says it does not give."""
        return disowned.disowned(self.reading, self.vocabulary, self.recognition)

    @cached_property
    def doubles(self) -> tuple[doubles.Double, ...]:
        """What has two days or two figures."""
        names, memo = self.reading.names, self.reading.memo
        return doubles.doubles(self.norms, self.schedule, names, self.vocabulary, memo)

    @cached_property
    def hollow(self) -> tuple[hollow.Hollow, ...]:
        """The duties of which a line of their own leaves nothing."""
        return hollow.hollow(self.norms, self.reading.names, self.vocabulary)

    @cached_property
    def circles(self) -> tuple[circles.Circle, ...]:
        """What the text explains, fills or ranks by itself."""
        return circles.analyse(self.reading, self.vocabulary)

    @cached_property
    def against_head(self) -> tuple[against_head.Against, ...]:
        """The lines of the head that another line or a clause contradicts."""
        return against_head.analyse(
            self.reading,
            self.vocabulary,
            self.final_clauses,
            self.schedule,
            self.troops.endings,
        )

    @cached_property
    def stances(self) -> tuple[Stance, ...]:
        """What the text does on each question, in a fixed order.

        A part of a text that is silent on a question does not state its stance.
        """
        return (
            troops.stance(self.reading, self.troops),
            unification.stance(self.reading, self.unification),
            recognition.stance(self.reading, self.recognition),
            verification.stance(self.reading, self.verification),
            reversal.stance(self.reading, self.vocabulary, self.ladders),
            durability.stance(self.reading, self.durability),
            armistice.stance(self.reading, self.vocabulary),
            sanctions.stance(self.reading, self.sanctions),
            assurances.stance(self.reading, self.assurances),
            conduct.stance(self.reading, self.conduct, self.ladders),
            Stance("form", self.form or "unstated"),
        )

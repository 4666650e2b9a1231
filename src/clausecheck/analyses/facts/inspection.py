"""Who checks the steps, and what follows a breach."""

from __future__ import annotations

from functools import cached_property
from itertools import chain

from clausecheck.analyses.drafting import bodies
from clausecheck.analyses.facts.steps import StepFacts
from clausecheck.analyses.inspection import (
    breach,
    detection,
    returns,
    sunsets,
    verification,
    watching,
)
from clausecheck.analyses.inspection.detection import Detection
from clausecheck.analyses.inspection.too_early import too_early
from clausecheck.analyses.inspection.verification import Checked
from clausecheck.analyses.timing import overtaken
from clausecheck.analyses.timing.lengths import AT_ONCE


class InspectionFacts(StepFacts):
    """The facts on who checks, who decides and what follows a breach."""

    @cached_property
    def verification(self) -> verification.Verification:
        """Who verifies which duty, and how strongly."""
        return verification.analyse(self.reading, self.vocabulary)

    @property
    def verifiers(self) -> frozenset[str]:
        """Every actor that verifies something, by name."""
        return self.verification.verifiers

    @cached_property
    def _verified_by_others(self) -> frozenset[str]:
        """The sentences whose duties somebody else looks at, by number."""
        return frozenset(
            duty.provision.number
            for duty in self.verification.duties
            if duty.strength in {"named", "full"} and not duty.by_itself
        )

    @cached_property
    def detection(self) -> tuple[Detection, ...]:
        """How soon a breach of each verified duty would be found and answered."""
        return detection.analyse(self.seen_in_time, self.vocabulary, self.ladders)

    @cached_property
    def overtaken(self) -> tuple[overtaken.Overtaken, ...]:
        """The steps that are due before what they wait for need be done, or known to be done."""
        proofs = {
            each.provision.number: overtaken.Proof(
                (each.found + (each.reported or AT_ONCE)).days, each.at
            )
            for each in self.detection
            if each.found is not None and not each.spread
        }
        idle = {limit.cause for each in self.idle for limit in each.limits}
        return overtaken.overtaken(self.schedule, self.waiting, proofs, idle)

    @cached_property
    def seen_in_time(self) -> tuple[Checked, ...]:
        """The duties, but for those at which nobody looks when, or after, they need be done.

        What a line that could not be read says of one may be how soon.
        """
        every = self.verification.duties
        duties = [each for each in every if self.reading.is_whole(each.provision)]
        early = too_early(duties, self.coming)
        ended = sunsets.unseen_when_due(self.reading, self.coming, duties, self.vocabulary)
        return tuple(each for each in duties if each.provision.number not in early | ended)

    @cached_property
    def sunsets(self) -> tuple[sunsets.Sunset, ...]:
        """Where the checking ends before a duty does."""
        duties = self.verification.duties
        return sunsets.analyse(self.reading, self.schedule, duties, self.vocabulary)

    @cached_property
    def bodies(self) -> tuple[bodies.Body, ...]:
        """The bodies that the text sets up."""
        return bodies.analyse(self.reading, self.vocabulary)

    @cached_property
    def overseer(self) -> str | None:
        """Who is to supervise the whole text, by its task or a sentence; None where nobody is."""
        bodies = (body.name for body in self.bodies if body.supervises)
        return next(chain(bodies, watching.overseers(self.reading, self.vocabulary)), None)

    @cached_property
    def ladders(self) -> tuple[breach.Ladder, ...]:
        """What follows a breach, rung by rung."""
        return breach.analyse(self.reading, self.vocabulary, self.verification.duties)

    @cached_property
    def blocked(self) -> frozenset[str]:
        """The bodies whose decision one side can prevent, and councils in which one has a veto."""
        councils = (a.name for a in self.vocabulary.actors.values() if a.role == "council")
        return frozenset((*(b.name for b in self.bodies if b.why_blocked), *councils))

    def is_blocked(self, ladder: breach.Ladder) -> bool:
        """Tell whether a way back takes the decision of a body that one side can prevent."""
        return any(
            name in self.blocked
            for rung in ladder.rungs
            if rung.takes_back
            for name in rung.takes_word_of
        )

    @cached_property
    def any_blocked(self) -> bool:
        """Whether any way back takes the decision of a body that one side can prevent."""
        return any(map(self.is_blocked, self.ladders))

    @cached_property
    def restored(self) -> frozenset[str]:
        """The sentences whose gift may be taken back after a breach, and by no blocked vote."""
        free = (ladder for ladder in self.ladders if not self.is_blocked(ladder))
        return returns.restored(free, self.reading)

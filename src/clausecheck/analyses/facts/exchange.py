"""What is given for what, and whether it can be taken back."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from clausecheck.analyses.exchange import (
    answers,
    credit,
    deliveries,
    exchanges,
    hanging,
    in_words,
    matches,
    modality,
    owed,
    progress,
    reciprocity,
    reversal,
    sanctions,
    ways_out,
)
from clausecheck.analyses.facts.security import SecurityFacts
from clausecheck.analyses.security import peace
from clausecheck.analyses.timing import unordered
from clausecheck.analyses.timing.schedule import Schedule
from clausecheck.model.reading import Provision
from clausecheck.model.sentences import Mention
from clausecheck.source import Span


class ExchangeFacts(SecurityFacts):
    """The facts on what the sides give each other, in which order and how firmly."""

    @cached_property
    def exchanges(self) -> tuple[exchanges.Exchange, ...]:
        """Steps that cannot be undone, with what they are exchanged for."""
        return exchanges.analyse(self.reading, self.vocabulary, self.counterparts, self.restored)

    @cached_property
    def given_in_words(self) -> Mapping[str, str]:
        """The steps for which another is given by the words of a sentence alone, and which."""
        return in_words.given_in_words(self.reading)

    def relief_answered_in_words(self, relief: Provision) -> str | None:
        """Return the clause by whose words alone something is given in return for relief."""
        return in_words.relief_answered_in_words(self.reading, relief)

    def is_earned(self, provision: Provision) -> bool:
        """Tell whether a step comes with or after another that somebody verifies."""
        verified = self._verified_by_others
        return exchanges.is_earned(provision, self.reading, self.counterparts, verified)

    @cached_property
    def credits(self) -> tuple[credit.Credit, ...]:
        """What the text records as done already, or promised beside it."""
        return credit.analyse(self.reading, self.vocabulary)

    @cached_property
    def prepaid(self) -> tuple[reciprocity.Prepaid, ...]:
        """Steps that are complete before what they are exchanged for need be done."""
        return reciprocity.prepaid(self.reading, self.counterparts)

    def placed(self, provision: Provision) -> bool:
        """Tell whether a step has a place in the order of steps."""
        return reciprocity.is_placed(provision, self.reading)

    @property
    def receiving_alone(self) -> tuple[reciprocity.OneSided, ...]:
        """The parties that receive and give nothing new."""
        return reciprocity.one_sided(self.reading, self.vocabulary)

    @cached_property
    def given_for_disarmament(self) -> tuple[Provision, ...]:
        """What is done for the party that alone disarms; nothing where none does."""
        alone = self.disarmament.alone
        if alone is None:
            return ()
        steps = self.disarmament.steps
        tied = {other for step in steps for other in self.counterparts.get(step.number, ())}
        given = (
            *(each.provision for each in self.sanctions.relief),
            *(each for each in self.reading.operative_provisions if each.number in tied),
        )
        others = (
            *self.relations_granted,
            *(each for each in given if alone not in each.meaning.who.names),
        )
        return reciprocity.given_to(alone, self.reading, self.assurances, others)

    @cached_property
    def unordered(self) -> tuple[unordered.Unordered, ...]:
        """The steps of one side and for it that are all due at times in words."""
        return unordered.analyse(self.reading, self.disarmament.alone, self.given_for_disarmament)

    @cached_property
    def answering(self) -> tuple[answers.Answer, ...]:
        """Which step of one side answers which of another."""
        return answers.answers(self.reading, self.waiting)

    @cached_property
    def unsigned(self) -> frozenset[str]:
        """The steps of which nobody who signs is told to take any, by number."""
        names: dict[str, set[str]] = {}
        bound = () if self.one_sided else self.outsiders_bound
        for each in (each for each in bound if not self.leads_from_within(each.name)):
            names.setdefault(each.provision.number, set()).add(each.name)
        steps = self.coming.steps
        return frozenset(
            number
            for number, outside in names.items()
            if number in steps and outside.issuperset(steps[number].said.meanings[0].who.names)
        )

    @cached_property
    def unowed(self) -> frozenset[str]:
        """The steps that nobody who signs is bound to take, by number."""
        found = hanging.unowed(self.reading, self.unsigned, self._done)
        return found.intersection(self.coming.steps)

    @cached_property
    def hanging(self) -> Mapping[answers.Answer, hanging.Hanging]:
        """The answers that may never come though all that is owed is done."""
        return hanging.hanging(
            self.answering, self.reading, self.promised, self._unasked, self.unowed
        )

    @cached_property
    def conditional(self) -> frozenset[str]:
        """The steps that hang on a condition which may fail, by number."""
        return hanging.conditional(
            self.reading, self.promised, self._unasked, self.unowed, self._done
        )

    @cached_property
    def adrift(self) -> frozenset[str]:
        """The other steps that are timed by one which nobody is bound to take, by number."""
        return hanging.adrift(self.reading, self.unowed, self.conditional, self._done)

    @cached_property
    def unsure(self) -> frozenset[str]:
        """Both: the steps that may never bind, though they are worded as duties."""
        return self.conditional | self.adrift

    @cached_property
    def owing(self) -> Schedule:
        """The timetable of what can come, in which no day counts from what nobody must do."""
        return self.coming.owing(self.unowed)

    @property
    def _done(self) -> frozenset[str]:
        return frozenset(number for number, step in self.coming.steps.items() if step.done)

    @cached_property
    def _unasked(self) -> frozenset[Span]:
        return frozenset(each.at for each in self.at_choice if each.how != "judged")

    @cached_property
    def owed_to(self) -> Mapping[str, frozenset[str]]:
        """The parties to whom each step is owed, by number."""
        return owed.owed_to(self.reading, self.answering, self.allies)

    @cached_property
    def open_answers(self) -> answers.Gaps:
        """How long each answer can be open once the step is given, where it can."""
        return answers.gaps(self.answering, self.owing)

    @cached_property
    def matches(self) -> tuple[matches.Match, ...]:
        """In what each answer is less than what it answers."""
        checked = {duty.provision.number: duty.strength for duty in self.seen_in_time}
        return matches.matrix(
            self.answering, self.open_answers, self.owing, self.vocabulary, checked, self.hanging
        )

    @cached_property
    def sanctions(self) -> sanctions.Sanctions:
        """What becomes of sanctions, and what props up an economy."""
        return sanctions.analyse(self.reading, self.vocabulary, self.ladders)

    @cached_property
    def steps_of_peace(self) -> tuple[Provision, ...]:
        """The war's end, relations, assurances and relief from sanctions, in text order."""
        relief = [each.provision for each in self.sanctions.firm]
        relations = (*self.recognition.full, *self.recognition.upgrading)
        return peace.steps_of_peace(self.troops.endings, relations, self.assurances, relief)

    @cached_property
    def deliveries(self) -> tuple[deliveries.Delivery, ...]:
        """What is to be handed over in lots."""
        return deliveries.analyse(self.reading, self.vocabulary)

    @cached_property
    def progress(self) -> progress.Progress:
        """The steps that wait for something, and what tells how far they have come."""
        return progress.analyse(self.reading, self.vocabulary, self.verification)

    @cached_property
    def closing(self) -> tuple[tuple[Provision, Mention], ...]:
        """What takes away the way back to how things were, with what is given up."""
        return reversal.closing(self.reading, self.vocabulary, self.troops.withdrawals)

    @cached_property
    def pausing(self) -> tuple[Provision, ...]:
        """What suspends such a thing in place of ending it."""
        return reversal.pausing(self.reading, self.vocabulary)

    @cached_property
    def imbalances(self) -> tuple[modality.Imbalance, ...]:
        """Where one party is bound less than another."""
        return modality.imbalances(self.reading)

    @cached_property
    def ways_out(self) -> tuple[Span, ...]:
        """What lets a party out of its duties without a breach of another's."""
        return ways_out.analyse(self.reading, self.vocabulary)

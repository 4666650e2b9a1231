"""What becomes of war, forces and weapons, and of those who fight or are assured."""

from __future__ import annotations

from functools import cached_property

from clausecheck.analyses import ties
from clausecheck.analyses.facts.inspection import InspectionFacts
from clausecheck.analyses.security import (
    alliances,
    armistice,
    assurances,
    collapse,
    conduct,
    disarmament,
    honours,
    limits,
    parties,
    recognition,
    reform,
    standing_forces,
    troops,
    unification,
)
from clausecheck.analyses.security.assurances import Assurance
from clausecheck.model.reading import Provision
from clausecheck.model.sentences import Mention
from clausecheck.source import Span

_STANDING_BEHIND = ("ratification", "endorsement")


class SecurityFacts(InspectionFacts):
    """The facts on forces, weapons, assurances, the armistice and those who take part."""

    @cached_property
    def troops(self) -> troops.Troops:
        """What the text says, and does not say, of foreign forces."""
        return troops.analyse(self.reading, self.vocabulary)

    @cached_property
    def guards_lowered(self) -> tuple[Provision, ...]:
        """The firm duties by which all foreign forces leave or a command goes, one a sentence."""
        return tuple(ties.one_a_sentence(troops.guards_lowered(self.troops)))

    @cached_property
    def left_standing(self) -> tuple[standing_forces.LeftStanding, ...]:
        """The withdrawals for which no force of the other side moves."""
        return standing_forces.analyse(
            self.troops.withdrawals, self.reading, self.vocabulary, self.counterparts, self.allies
        )

    def is_done_here(self, provision: Provision) -> bool:
        """Tell whether the text itself does what a provision speaks of, and asks nobody to."""
        return troops.is_done_here(provision, self.vocabulary)

    @cached_property
    def force_limits(self) -> tuple[Provision, ...]:
        """What limits or announces the forces of more than one party."""
        return limits.force_limits(self.reading, self.vocabulary)

    @cached_property
    def non_aggression(self) -> tuple[limits.Pledge, ...]:
        """The pledges not to attack."""
        return limits.pledges(self.reading, self.vocabulary)

    @cached_property
    def disarmament(self) -> disarmament.Disarmament:
        """Who gives up weapons, or what makes them."""
        return disarmament.analyse(self.reading, self.vocabulary)

    @cached_property
    def assurances(self) -> tuple[assurances.Assurance, ...]:
        """Who assures whom of not being attacked, and how firmly."""
        own = {each.number for each in self.at_choice if each.own}
        return assurances.analyse(
            self.reading, self.vocabulary, self.non_aggression, own, binds=self.binding_form
        )

    @cached_property
    def one_way_assurances(self) -> tuple[Assurance, ...]:
        """The assurances that are to make a party safe; what allies promise each other is none.

        Where a party disarms alone, or is known as the one to be assured, those to it alone.
        """
        alone = self.disarmament.alone
        assured = assurances.assured_power(self.reading, self.vocabulary)
        return tuple(
            each
            for each in assurances.to_whom_it_matters(
                self.assurances, assured | ({alone} if alone is not None else set())
            )
            if not any(each.to in group and group.issuperset(each.by) for group in self.allies)
        )

    def rests_on_one_government(self, assurance: Assurance) -> bool:
        """Tell whether nobody ratifies or endorses it, as far as the text is there to tell."""
        denied = any(self.reading.head.get(name) is not None for name in _STANDING_BEHIND)
        told = self.silence_counts or denied
        return len(assurance.by) == 1 and not self.stands_behind(assurance) and told

    def stands_behind(self, assurance: Assurance) -> bool:
        """Tell whether the text says that somebody ratifies, endorses or approves it."""
        behind = self.reading.head.stated(*_STANDING_BEHIND)
        return behind or assurance.provision.labels.stated("authority")

    @cached_property
    def allies(self) -> tuple[frozenset[str], ...]:
        """The parties that are allies, in groups."""
        return alliances.analyse(self.reading, self.vocabulary)

    @cached_property
    def unification(self) -> tuple[unification.Use, ...]:
        """Every place where the text speaks of unification."""
        return unification.analyse(self.reading, self.vocabulary)

    @cached_property
    def crises(self) -> tuple[collapse.Crisis, ...]:
        """What the text provides for the collapse of a party."""
        return collapse.analyse(self.reading, self.vocabulary)

    @cached_property
    def recognition(self) -> recognition.Recognition:
        """Who is recognised as what, and what keeps the question open."""
        return recognition.analyse(self.reading, self.vocabulary)

    @cached_property
    def relations_granted(self) -> tuple[Provision, ...]:
        """What recognises a state or raises relations, each kind in text order."""
        every = (*self.recognition.full, *self.recognition.upgrading)
        return tuple(filter(self.grants_recognition, every))

    def grants_recognition(self, provision: Provision) -> bool:
        """Tell whether it is given to whom it is about, where one power is known to be that.

        What that power alone says of another grants it nothing.
        """
        own = assurances.assured_power(self.reading, self.vocabulary)
        names = provision.meaning.who.names or self.reading.names.parties
        return not own or not own.issuperset(names)

    @cached_property
    def honours(self) -> tuple[honours.Honour, ...]:
        """What lends a party standing among states."""
        return honours.analyse(self.reading, self.vocabulary)

    @cached_property
    def conduct(self) -> conduct.Conduct:
        """Which hostile acts short of war the text ends, and whether peace is owed."""
        return conduct.analyse(self.reading, self.vocabulary, self.non_aggression)

    @cached_property
    def armistice_ended_at(self) -> Span | None:
        """Where the text itself ends the armistice."""
        return armistice.ended_at(self.reading, self.vocabulary)

    @cached_property
    def armistice_bodies_ended(self) -> tuple[Mention, ...]:
        """The commissions of the armistice that go."""
        return armistice.bodies_ended(self.reading, self.vocabulary)

    @cached_property
    def armistice_heirs(self) -> frozenset[armistice.Function]:
        """What of the armistice's work the text speaks of, beyond ending it."""
        return armistice.heirs(self.reading, self.vocabulary)

    @cached_property
    def armistice_citations(self) -> tuple[Span, ...]:
        """Where the text calls on a paragraph of the armistice on the leaving of forces."""
        return armistice.citations(self.reading, self.vocabulary)

    @cached_property
    def outsiders_bound(self) -> tuple[parties.Outsider, ...]:
        """The duties of those who do not sign."""
        return parties.bound(self.reading, self.vocabulary)

    @cached_property
    def outsiders_awaited(self) -> tuple[parties.Outsider, ...]:
        """The conditions that are an act of somebody who does not sign."""
        return parties.awaited(self.reading, self.vocabulary)

    @cached_property
    def powers(self) -> parties.Powers:
        """Which of those who fought the war do not sign."""
        return parties.powers(self.reading, self.vocabulary)

    def leads_from_within(self, name: str) -> bool:
        """Tell whether this is a standing command whose leading power takes part in the text."""
        actors = self.vocabulary.actors
        command = name in actors and actors[name].role == "command"
        leading = self.powers.leading
        return command and bool(leading) and leading.isdisjoint(self.powers.absent)

    @cached_property
    def war_over(self) -> tuple[Provision, Span] | None:
        """What ends the war or stops the fighting by its own words."""
        return parties.stops_here(self.reading, self.vocabulary, self.troops.endings)

    @cached_property
    def reliance_on_reform(self) -> tuple[Span, ...]:
        """Where the text counts on a change of somebody's system."""
        return reform.analyse(self.reading, self.vocabulary)

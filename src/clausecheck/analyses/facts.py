"""All that a rule may ask of a text, each analysis run when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain

from clausecheck.analyses import ties
from clausecheck.analyses.acceptances import standing
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
from clausecheck.analyses.drafting import (
    authority,
    bodies,
    deferrals,
    disputes,
    durability,
    final_clauses,
    goals,
    measures,
    substance,
    understandings,
    wording,
)
from clausecheck.analyses.exchange import (
    answers,
    credit,
    deliveries,
    exchanges,
    modality,
    progress,
    reciprocity,
    reversal,
    sanctions,
    ways_out,
)
from clausecheck.analyses.inspection import breach, detection, verification, watching
from clausecheck.analyses.inspection.detection import Detection, Sunset
from clausecheck.analyses.obligations import conditions, norms, reach
from clausecheck.analyses.security import (
    alliances,
    armistice,
    assurances,
    conduct,
    disarmament,
    honours,
    limits,
    parties,
    peace,
    recognition,
    reform,
    standing_forces,
    troops,
    unification,
)
from clausecheck.analyses.security.assurances import Assurance
from clausecheck.analyses.timing import (
    delays,
    events,
    founding,
    intervals,
    running,
    schedule,
    unordered,
    waiting,
)
from clausecheck.analyses.timing.waiting import Promised
from clausecheck.findings import Stance
from clausecheck.model import nodes
from clausecheck.model.reading import Clause, Provision, Reading, head_of
from clausecheck.model.sentences import Mention
from clausecheck.source import Span
from clausecheck.syntax.slip import Slip
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary

_STANDING_BEHIND = ("ratification", "endorsement")
_ONE_SIDED = frozenset({"draft law", "resolution", "unilateral statement"})
_BINDING = frozenset({"executive agreement", "treaty", "military agreement"})
_NOT_RATIFIED = frozenset(
    {"political declaration", "joint statement", "memorandum", "executive agreement"}
)


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
    def operative(self) -> tuple[Provision, ...]:
        """The provisions outside the preamble, in text order."""
        return self.reading.operative_provisions

    @property
    def silence_counts(self) -> bool:
        """Whether what the text leaves out may be judged: it is whole, and every line was read."""
        return self.reading.complete and not self.reading.broken

    @property
    def title_at(self) -> Span:
        """Where the text begins: what is said of the whole is said there."""
        blocks = (b for b in self.reading.declaration.blocks if isinstance(b, nodes.Block))
        first = head_of(blocks) or next(iter(self.clauses)).block
        return first.heading.span

    @property
    def form(self) -> str | None:
        """What the text legally is, as its head says."""
        form = self.reading.head.get("form")
        return form.value.text if form is not None and isinstance(form.value, nodes.Name) else None

    @property
    def stands_alone(self) -> bool:
        """Whether what it leaves out is in no other text that it says it carries out."""
        others = self.reading.head.stated("implements", "continues")
        return self.silence_counts and not self.one_sided and not others

    @property
    def one_sided(self) -> bool:
        """Whether nobody but its maker is bound: a law, a resolution, a statement of one side."""
        return self.form in _ONE_SIDED

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

    @property
    def binding_form(self) -> bool:
        """Whether its form is one that binds its parties in law."""
        return self.form in _BINDING

    @property
    def endorsed_form(self) -> bool:
        """Whether its form is one that no legislature ratifies, and one can endorse."""
        return self.form in _NOT_RATIFIED

    @property
    def title_word(self) -> str:
        """What the text calls itself: a declaration, a treaty, a bill."""
        blocks = (b for b in self.reading.declaration.blocks if isinstance(b, nodes.Block))
        first = head_of(blocks)
        return first.heading.word if first is not None else "declaration"

    def slips_of(self, rule: str) -> Iterator[Slip]:
        """Yield the slips of one language rule, in text order."""
        return (slip for slip in self.slips if slip.rule == rule)

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

    @cached_property
    def verification(self) -> verification.Verification:
        """Who verifies which duty, and how strongly."""
        return verification.analyse(self.reading, self.vocabulary)

    @cached_property
    def unification(self) -> tuple[unification.Use, ...]:
        """Every place where the text speaks of unification."""
        return unification.analyse(self.reading, self.vocabulary)

    @cached_property
    def recognition(self) -> recognition.Recognition:
        """Who is recognised as what, and what keeps the question open."""
        return recognition.analyse(self.reading, self.vocabulary)

    @cached_property
    def bodies(self) -> tuple[bodies.Body, ...]:
        """The bodies that the text sets up."""
        return bodies.analyse(self.reading, self.vocabulary)

    @cached_property
    def force_limits(self) -> tuple[Provision, ...]:
        """What limits or announces the forces of more than one party."""
        return limits.force_limits(self.reading, self.vocabulary)

    @cached_property
    def non_aggression(self) -> tuple[limits.Pledge, ...]:
        """The pledges not to attack."""
        return limits.pledges(self.reading, self.vocabulary)

    @property
    def verifiers(self) -> frozenset[str]:
        """Every actor that verifies something, by name."""
        return self.verification.verifiers

    @cached_property
    def overseer(self) -> str | None:
        """Who is to supervise the whole text, by its task or a sentence; None where nobody is."""
        bodies = (body.name for body in self.bodies if body.supervises)
        return next(chain(bodies, watching.overseers(self.reading, self.vocabulary)), None)

    @cached_property
    def detection(self) -> tuple[Detection, ...]:
        """How soon a breach of each verified duty would be found and answered."""
        return detection.analyse(self.verification.duties, self.vocabulary, self.ladders)

    @cached_property
    def sunsets(self) -> tuple[Sunset, ...]:
        """Where the checking ends before a duty does."""
        return detection.sunsets(self.reading, self.schedule, self.verification.duties)

    @cached_property
    def ladders(self) -> tuple[breach.Ladder, ...]:
        """What follows a breach, rung by rung."""
        return breach.analyse(self.reading, self.vocabulary, self.verification.duties)

    @cached_property
    def blocked(self) -> frozenset[str]:
        """The bodies whose decision one side can prevent, and councils in which one has a veto."""
        councils = (a.name for a in self.vocabulary.actors.values() if a.role == "council")
        return frozenset((*(b.name for b in self.bodies if b.why_blocked), *councils))

    @cached_property
    def restored(self) -> frozenset[str]:
        """The sentences whose gift may be taken back after a breach, and by no blocked vote."""
        free = (ladder for ladder in self.ladders if not self.is_blocked(ladder))
        return breach.restored(free, self.reading)

    @cached_property
    def any_blocked(self) -> bool:
        """Whether any way back takes the decision of a body that one side can prevent."""
        return any(map(self.is_blocked, self.ladders))

    def is_blocked(self, ladder: breach.Ladder) -> bool:
        """Tell whether a way back takes the decision of a body that one side can prevent."""
        return any(
            name in self.blocked
            for rung in ladder.rungs
            if rung.takes_back
            for name in rung.takes_word_of
        )

    @cached_property
    def exchanges(self) -> tuple[exchanges.Exchange, ...]:
        """Steps that cannot be undone, with what they are exchanged for."""
        return exchanges.analyse(self.reading, self.vocabulary, self.counterparts, self.restored)

    @cached_property
    def credits(self) -> tuple[credit.Credit, ...]:
        """What the text records as done already, or promised beside it."""
        return credit.analyse(self.reading, self.vocabulary)

    @cached_property
    def counterparts(self) -> Mapping[str, tuple[str, ...]]:
        """What each sentence is exchanged for, by number, whichever of the two says so."""
        return ties.counterparts(self.reading)

    def leads_from_within(self, name: str) -> bool:
        """Tell whether this is a standing command whose leading power takes part in the text."""
        actors = self.vocabulary.actors
        command = name in actors and actors[name].role == "command"
        leading = self.powers.leading
        return command and bool(leading) and leading.isdisjoint(self.powers.absent)

    def is_done_here(self, provision: Provision) -> bool:
        """Tell whether the text itself does what a provision speaks of, and asks nobody to."""
        return troops.is_done_here(provision, self.vocabulary)

    def tied(self, provision: Provision) -> bool:
        """Tell whether a step is given for another, goes with one, or waits for one."""
        return ties.is_tied(provision, self.reading, self.counterparts)

    def is_earned(self, provision: Provision) -> bool:
        """Tell whether a step comes with or after another that somebody verifies."""
        verified = self._verified_by_others
        return exchanges.is_earned(provision, self.reading, self.counterparts, verified)

    @cached_property
    def _verified_by_others(self) -> frozenset[str]:
        """The sentences whose duties somebody else looks at, by number."""
        return frozenset(
            duty.provision.number
            for duty in self.verification.duties
            if duty.strength in {"named", "full"} and not duty.by_itself
        )

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
    def conduct(self) -> conduct.Conduct:
        """Which hostile acts short of war the text ends, and whether peace is owed."""
        return conduct.analyse(self.reading, self.vocabulary, self.non_aggression)

    @cached_property
    def steps_of_peace(self) -> tuple[Provision, ...]:
        """The war's end, relations, assurances and relief from sanctions, in text order."""
        relief = [each.provision for each in self.sanctions.firm]
        relations = (*self.recognition.full, *self.recognition.upgrading)
        return peace.steps_of_peace(self.troops.endings, relations, self.assurances, relief)

    @cached_property
    def prepaid(self) -> tuple[reciprocity.Prepaid, ...]:
        """Steps that are complete before what they are exchanged for need be done."""
        return reciprocity.prepaid(self.reading, self.counterparts)

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
        shared = (*self.recognition.full, *self.recognition.upgrading)
        return reciprocity.given_to(alone, self.reading, self.assurances, shared)

    @cached_property
    def unordered(self) -> tuple[unordered.Unordered, ...]:
        """The steps of one side and for it that are all due at times in words."""
        return unordered.analyse(
            self.reading, self.counterparts, self.disarmament.alone, self.given_for_disarmament
        )

    def placed(self, provision: Provision) -> bool:
        """Tell whether a step has a place in the order of steps."""
        return reciprocity.is_placed(provision, self.reading, self.counterparts)

    @cached_property
    def sanctions(self) -> sanctions.Sanctions:
        """What becomes of sanctions, and what props up an economy."""
        return sanctions.analyse(self.reading, self.vocabulary, self.ladders)

    @cached_property
    def final_clauses(self) -> final_clauses.FinalClauses:
        """What the text says of its own life, from entry into force to exit."""
        return final_clauses.analyse(self.reading, self.vocabulary)

    @cached_property
    def against_head(self) -> tuple[against_head.Against, ...]:
        """The lines of the head that another line or a clause contradicts."""
        return against_head.analyse(self.reading, self.vocabulary, self.final_clauses)

    @cached_property
    def imbalances(self) -> tuple[modality.Imbalance, ...]:
        """Where one party is bound less than another."""
        return modality.imbalances(self.reading)

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
    def hanging_on_events(self) -> tuple[events.Hanging, ...]:
        """The duties that hang on an event outside the text which nobody certifies."""
        return events.analyse(self.reading, self.vocabulary)

    @cached_property
    def ways_out(self) -> tuple[Span, ...]:
        """What lets a party out of its duties without a breach of another's."""
        return ways_out.analyse(self.reading, self.vocabulary)

    @cached_property
    def honours(self) -> tuple[honours.Honour, ...]:
        """What lends a party standing among states."""
        return honours.analyse(self.reading, self.vocabulary)

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

    @cached_property
    def war_over(self) -> tuple[Provision, Span] | None:
        """What ends the war or stops the fighting by its own words."""
        return parties.stops_here(self.reading, self.vocabulary, self.troops.endings)

    @cached_property
    def durability(self) -> durability.Durability:
        """Who approves the text beside those who sign it."""
        return durability.analyse(self.reading, self.vocabulary, self.final_clauses)

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
    def settled_elsewhere(self) -> Iterator[nodes.Label]:
        """The lines by which a clause or an annex of the text settles how a thing is done."""
        return deferrals.settled_elsewhere(self.reading)

    @cached_property
    def deliveries(self) -> tuple[deliveries.Delivery, ...]:
        """What is to be handed over in lots."""
        return deliveries.analyse(self.reading, self.vocabulary)

    @cached_property
    def substance(self) -> tuple[substance.Sentence, ...]:
        """The sentences outside the preamble, and whether each makes anybody act differently."""
        return substance.analyse(self.reading, self.vocabulary)

    @cached_property
    def goals(self) -> goals.Goals:
        """What the text sets as its aim, and the duties behind it."""
        return goals.analyse(self.reading, self.vocabulary, self.substance, self.disarmament)

    @cached_property
    def progress(self) -> progress.Progress:
        """The steps that wait for something, and what tells how far they have come."""
        return progress.analyse(self.reading, self.vocabulary, self.verification)

    @cached_property
    def closing(self) -> tuple[tuple[Provision, Mention], ...]:
        """What takes away the way back to how things were, with what is given up."""
        return reversal.closing(self.reading, self.vocabulary, self.troops.withdrawals)

    @cached_property
    def reliance_on_reform(self) -> tuple[Span, ...]:
        """Where the text counts on a change of somebody's system."""
        return reform.analyse(self.reading, self.vocabulary)

    @cached_property
    def measures(self) -> measures.Measures:
        """Which zones, shares and pauses have a measure, and which have none."""
        return measures.analyse(self.reading, self.vocabulary)

    @cached_property
    def synonyms(self) -> tuple[definitions.Synonym, ...]:
        """Where a defined term is spoken of by another name."""
        return definitions.synonyms(self.reading, self.vocabulary)

    @cached_property
    def misuses(self) -> tuple[definitions.Misuse, ...]:
        """What is counted under a defined term that its definition leaves out."""
        return definitions.misuses(self.reading, self.vocabulary)

    @cached_property
    def understandings(self) -> tuple[understandings.Outside, ...]:
        """Where the text leans on what was agreed outside it."""
        return understandings.analyse(self.reading, self.vocabulary)

    @property
    def acceptances(self) -> Iterator[nodes.Acceptance]:
        """What the text accepts on record, in text order."""
        return (each.acceptance for each in standing(self.reading.declaration))

    @cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """Where quoted words contradict the sentence beside which they stand."""
        return quotations.analyse(self.reading, self.vocabulary)

    @cached_property
    def schedule(self) -> schedule.Schedule:
        """The timetable: what the labels bound, and whether all of it can be kept."""
        return schedule.analyse(self.reading)

    @cached_property
    def waiting(self) -> waiting.Waiting:
        """What waits on what, and in what circles."""
        return waiting.analyse(self.reading, self.schedule, self.promised)

    @cached_property
    def promised(self) -> Promised:
        """The clauses that ask for what somebody does in an `if:`, by the place of that line."""
        return conditions.promised(self.reading, self.vocabulary, self.norms)

    @cached_property
    def misfits(self) -> tuple[delays.Misfit, ...]:
        """The chains of clauses that cannot all be kept in time."""
        return delays.misfits(self.schedule, self.waiting)

    @cached_property
    def overtaken(self) -> tuple[delays.Overtaken, ...]:
        """The steps that are due before what they wait for need be done."""
        return delays.overtaken(self.schedule, self.waiting)

    @cached_property
    def idle(self) -> tuple[running.Idle, ...]:
        """The deadlines that never begin to run."""
        return running.analyse(self.schedule, self.waiting)

    @cached_property
    def answering(self) -> tuple[answers.Answer, ...]:
        """Which step of one side answers which of another."""
        return answers.answers(self.reading, self.waiting)

    @cached_property
    def open_answers(self) -> answers.Gaps:
        """How long each answer can be open once the step is given, where it can."""
        return answers.gaps(self.answering, self.schedule)

    @cached_property
    def matches(self) -> tuple[answers.Match, ...]:
        """In what each answer is less than what it answers."""
        checked = {duty.provision.number: duty.strength for duty in self.verification.duties}
        return answers.matrix(self.answering, self.open_answers, self.vocabulary, checked)

    @cached_property
    def triggers(self) -> tuple[reach.Trigger, ...]:
        """The steps on which others hang, and which nobody must take."""
        return reach.triggers(self.reading, self.vocabulary, self.schedule)

    @cached_property
    def never(self) -> tuple[reach.Never, ...]:
        """What can never apply."""
        return reach.never(self.reading, self.vocabulary, self.schedule)

    @cached_property
    def at_choice(self) -> tuple[reach.AtChoice, ...]:
        """The conditions that one party alone brings about or judges, as it likes."""
        return reach.at_choice(self.reading, self.vocabulary)

    @cached_property
    def norms(self) -> tuple[norms.Norm, ...]:
        """What the operative clauses order, forbid and allow."""
        return norms.norms(self.reading, self.vocabulary, self.schedule)

    @cached_property
    def conflicts(self) -> tuple[conflicts.Conflict, ...]:
        """The norms that cannot stand together."""
        return conflicts.conflicts(self.norms, self.vocabulary, self.schedule)

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
        return doubles.doubles(self.norms, self.schedule, self.reading.names, self.vocabulary)

    @cached_property
    def hollow(self) -> tuple[hollow.Hollow, ...]:
        """The duties of which a line of their own leaves nothing."""
        return hollow.hollow(self.norms, self.reading.names, self.vocabulary)

    @cached_property
    def circles(self) -> tuple[circles.Circle, ...]:
        """What the text explains, fills or ranks by itself."""
        return circles.analyse(self.reading, self.vocabulary)

    @cached_property
    def rare(self) -> tuple[intervals.Rare, ...]:
        """What is done again and again, and need not be done once while it holds."""
        return intervals.analyse(self.schedule)

    @cached_property
    def undated_bodies(self) -> tuple[founding.Undated, ...]:
        """The bodies that must act by a day and need not exist by then."""
        return founding.undated_bodies(self.reading, self.vocabulary)

    @cached_property
    def set_up_late(self) -> tuple[founding.SetUpLate, ...]:
        """The steps that are due before the body by which they are done need be there."""
        return founding.set_up_late(self.reading, self.vocabulary, self.schedule, self.waiting)

    @cached_property
    def ended_first(self) -> tuple[founding.EndedFirst, ...]:
        """The bodies that are over before they are there."""
        return founding.ended_first(self.reading, self.vocabulary, self.schedule)

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

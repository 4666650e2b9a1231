"""What is learned of a text with brackets: findings, stances and objections, and their choices."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from math import prod

from clausecheck.analyses.clashes import clash_tree, clashes
from clausecheck.analyses.facts import Facts
from clausecheck.analyses.inspection.safeguards import Safeguard
from clausecheck.analyses.openings import opened
from clausecheck.analyses.record import Record
from clausecheck.choosing.learning import Learner
from clausecheck.choosing.rows import Assignment
from clausecheck.choosing.trees import (
    Cause,
    Split,
    Tree,
    causes,
    causes_but_for,
    either,
    never_both,
)
from clausecheck.essays import clashes as known_clashes
from clausecheck.essays import entry as entry_of
from clausecheck.findings import STATES, Clash, Finding, LedgerEntry, Stance
from clausecheck.judging import Settings
from clausecheck.model import nodes
from clausecheck.model.decisions import Decision, decisions, text_in, together, with_all, words_of
from clausecheck.model.reading import Clause, Reading
from clausecheck.model.resolve import every_block
from clausecheck.rolling.bearing import Bearing
from clausecheck.rolling.effects import Answered, Effect, Said, State, Topic
from clausecheck.rolling.gathering import Gathered, gathered
from clausecheck.rolling.ledgers import ledger_from, with_parts
from clausecheck.rolling.questions import Questions
from clausecheck.rolling.samples import MOST_ALTERNATIVES, Samples
from clausecheck.rolling.texts import Texts
from clausecheck.rolling.wording import otherwise
from clausecheck.source import Source
from clausecheck.values import evolve
from clausecheck.vocabulary import Vocabulary

MOST_SENTENCES = 1_500
"""Sentences to judge in whole texts in any case, some second's work: if so few, in all texts."""

MOST_ASKED = 60_000
"""Sentences in the texts that one rule is asked about, beyond those: a few seconds' work."""

_ANY_TEXT = 8
"""Sentences that a text takes as long as, beside its own."""

_ROUNDS = 3

_MOST_INSTEAD = 8
"""Errors that may take the place of a finding, beyond which its choices are told as they are."""


class RollingText:
    """A text with brackets, resolved and judged as often as is asked."""

    def __init__(
        self,
        source: Source,
        declaration: nodes.Declaration,
        vocabulary: Vocabulary,
        settings: Settings,
        *,
        record: Record | None = None,
        most_sentences: int | None = None,
        most_asked: int = MOST_ASKED,
    ) -> None:
        """Take a text as written; both limits are in sentences."""
        self.source = source
        self.declaration = declaration
        self.vocabulary = vocabulary
        self.settings = settings
        self.decisions: tuple[Decision, ...] = decisions(declaration, source)
        self.sizes = tuple(len(decision.options) for decision in self.decisions)
        self.first: Assignment = tuple(0 for _ in self.decisions)
        sentences = _ANY_TEXT + sum(
            isinstance(item, nodes.Sentence)
            for block in every_block(declaration)
            for item in block.items
        )
        most = MOST_SENTENCES if most_sentences is None else most_sentences
        self._samples = Samples(self.sizes, max(most // sentences, 1))
        self._bearing = Bearing(declaration, self.decisions)
        self._texts = Texts(declaration, self.decisions, vocabulary, self._count_reading)
        versions = sum(decision.version for decision in self.decisions)
        how = otherwise(choices=len(self.decisions) > versions, versions=versions > 0)
        self._questions = Questions(
            source, declaration, vocabulary, settings, self._bearing.clauses, record, how
        )
        self.learner: Learner[Topic, Effect] = Learner(
            self.sizes,
            self._effects,
            most=max(most_asked // sentences, 1),
            scope=self._scope,
            likely=self._likely,
        )
        self._told: dict[Topic, tuple[list[tuple[Effect, Tree]], int]] = {}
        """What the effects of a topic hang on, and how many answers that was learned from."""
        self._has_looked = False

    # ── Texts without brackets ──

    def reading(self, assignment: Assignment) -> Reading:
        """Return what the text says under these choices; clauses that are the same, as before."""
        return self.facts(assignment).reading

    def reading_with(self, choices: Mapping[str, int]) -> Reading:
        """Return the same for choices by the addresses of brackets, whatever moves together."""
        return self._texts.reading(choices)

    def facts(self, assignment: Assignment) -> Facts:
        """Return what is known of the text under these choices."""
        return self._texts.facts(assignment)

    @property
    def clauses_read(self) -> tuple[Clause, ...]:
        """Every clause in every wording that was met."""
        return tuple(self._texts.clauses_read.values())

    @property
    def rows(self) -> tuple[Assignment, ...]:
        """The whole texts that are judged in any case."""
        return self._samples.texts

    @property
    def strength(self) -> int | None:
        """How many choices meet in these texts, whichever they are; None where none is missing."""
        return self._samples.strength

    @property
    def all_judged(self) -> bool:
        """Whether every text, and every alternative of every clause, was asked about."""
        scopes = (self._scope(topic) for topic in self._asked_of_each)
        return self.strength is None and all(
            isinstance(scope, range) or prod(self.sizes[at] for at in scope) <= MOST_ALTERNATIVES
            for scope in scopes
        )

    @property
    def knows_all(self) -> bool:
        """Whether all that hangs on choices was told of, as everything was asked about."""
        return self.all_judged and not self.learner.rough

    @property
    def findings(self) -> dict[Said, Finding]:
        """Each finding as it was first met."""
        return self._questions.seen.findings

    def said(self, findings: Iterable[Finding]) -> tuple[Said, ...]:
        """Return the findings of one text as far as they are the same in others."""
        return tuple(self._questions.seen.said(findings))

    # ── Questions ──

    def _count_reading(self, items: int) -> None:
        """Count what it takes to read a clause: of each item as much as to ask a rule of a text."""
        self.learner.asked += items

    def _scope(self, topic: Topic) -> Collection[int]:
        """Return the decisions that can matter to a topic."""
        if isinstance(topic, tuple) and topic[0] == "clause":
            return self._bearing.on(topic[1])
        return range(len(self.sizes))

    def _likely(self, _: Topic, effect: Effect) -> Collection[int]:
        """Return the decisions in the clauses of which a finding speaks."""
        if not isinstance(effect, Said):
            return ()
        clauses = self._questions.seen.clauses_of(effect)
        return sorted({at for each in clauses for at in self._bearing.clauses.get(each or "", ())})

    def _effects(self, assignment: Assignment, topic: Topic) -> Iterable[Effect]:
        facts = self.facts(assignment)
        if isinstance(topic, tuple) and topic[0] == "entry":
            return self._entry(assignment, topic[1])
        return self._questions.answer(facts, topic)

    def _entry(self, assignment: Assignment, key: str) -> Iterable[Effect]:
        """Return what becomes of an objection, by the rules that look for it or for its parts."""
        keys = with_parts(key)
        topics = self._questions.about(keys)
        effects = [e for topic in topics for e in self.learner.see(topic, assignment)]
        reading = self.reading(assignment)
        for each in ledger_from(effects, self.findings, reading, self.settings, keys):
            if each.entry == key:
                yield self._questions.seen.state(each.entry, each.state, each)

    def ledger(self, assignment: Assignment) -> tuple[LedgerEntry, ...]:
        """Return what becomes of every objection under these choices."""
        topics = self._questions.topics
        effects = [e for topic in topics for e in self.learner.see(topic, assignment)]
        facts = self.facts(assignment)
        return ledger_from(
            effects, self.findings, facts.reading, self.settings, opened=opened(facts)
        )

    # ── Answers ──

    def learned(self) -> tuple[tuple[Finding, Tree], ...]:
        """Return every finding that some choices bring about, in text order, with their tree."""
        pairs = [pair for topic in self._questions.topics for pair in self._learned_of(topic)]
        return tuple(sorted(pairs, key=lambda pair: (pair[0].span, pair[0].rule, pair[0].message)))

    def learned_of_writing(self) -> tuple[tuple[Finding, Tree], ...]:
        """Return what is wrong with how some of the texts are written, and by which choices."""
        return self._learned_of("writing")

    def learned_of_record(self) -> tuple[tuple[Finding, Tree], ...]:
        """Return what is wrong with what the texts accept on record, and by which choices."""
        return tuple(
            told for topic in self._questions.of_record for told in self._learned_of(topic)
        )

    def _learned_of(self, topic: Topic) -> tuple[tuple[Finding, Tree], ...]:
        return tuple(
            (self._questions.seen.shown(effect, elsewhere), tree)
            for effect, tree, elsewhere in self._learned(topic)
            if isinstance(effect, Said)
        )

    def every_effect(self) -> tuple[tuple[Said, Tree], ...]:
        """Return every finding by itself, on writing and record as well, and what it hangs on."""
        found: dict[Said, Tree] = {}
        for topic in self._asked_of_each:
            for effect, tree in self._trees(topic):
                if isinstance(effect, Said):
                    found[effect] = either(tree, found.get(effect, False))
        return tuple(found.items())

    def every_safeguard(self) -> tuple[tuple[Safeguard, Tree], ...]:
        """Return every safeguard that some choices give, and what it hangs on."""
        return tuple(
            (effect, tree)
            for topic in self._questions.clauses
            for effect, tree in self._trees(topic)
            if isinstance(effect, Safeguard)
        )

    def every_met(self) -> tuple[tuple[str, Tree], ...]:
        """Return every objection that is met under some choices, by its key, and by which.

        One that is judged by what becomes of others is left out.
        """
        return tuple(
            (entry.entry, tree)
            for entry, tree in self.entries()
            if entry.state == "met" and entry_of(entry.entry).judged_by_itself
        )

    def found_in(self, assignment: Assignment) -> frozenset[Said | Safeguard]:
        """Return what is found in one text, and what is safeguarded there."""
        seen = (self.learner.see(topic, assignment) for topic in self._asked_of_each)
        return frozenset(
            effect for effects in seen for effect in effects if isinstance(effect, Said | Safeguard)
        )

    @property
    def _asked_of_each(self) -> tuple[Topic, ...]:
        return (*self._questions.topics, "writing", *self._questions.of_record)

    def look_at(self, assignment: Assignment) -> None:
        """Ask of one text all there is to ask; what is learned will agree with it."""
        entries = (("entry", each.entry) for each in self._ledgers[0])
        for topic in (*self._asked_of_each, *entries):
            self.learner.see(topic, assignment)

    def stances(self) -> tuple[tuple[Stance, Tree], ...]:
        """Return every stance the text takes under some choices, and what it hangs on.

        They come by their questions, and those of one in the order in which they were met.
        """
        found = [
            (self._questions.seen.states[effect], tree)
            for effect, tree, _ in self._learned("stances")
            if isinstance(effect, State)
        ]
        order = [stance.question for stance in self.facts(self.first).stances]
        met = list(self._questions.seen.states.values())
        stances = [(each, tree) for each, tree in found if isinstance(each, Stance)]
        stances.sort(key=lambda pair: (order.index(pair[0].question), met.index(pair[0])))
        return tuple(stances)

    def entries(self) -> tuple[tuple[LedgerEntry, Tree], ...]:
        """Return every state an objection has under some choices, and what that hangs on.

        They come as in the catalogue, and those of one from the worst to the best.
        """
        found: list[tuple[LedgerEntry, Tree]] = []
        for same in zip(*self._ledgers, strict=True):
            topic = ("entry", same[0].entry)
            if len({each.state for each in same}) == 1 and not self.learner.seen(topic):
                found.append((next((each for each in same if each.arises), same[0]), True))
                continue
            learned = [
                (self._questions.seen.states[effect], tree)
                for effect, tree, _ in self._learned(topic)
                if isinstance(effect, State)
            ]
            own = [(each, tree) for each, tree in learned if isinstance(each, LedgerEntry)]
            found += sorted(own, key=lambda pair: STATES.index(pair[0].state))
        return tuple(found)

    @cached_property
    def _ledgers(self) -> tuple[tuple[LedgerEntry, ...], ...]:
        return tuple(self.ledger(row) for row in self.rows)

    def clashes(self) -> tuple[Clash, ...]:
        """Return the clashes that some of the texts show, as the first does, with its choices."""
        found: dict[str, Clash] = {}
        for entries in self._ledgers:
            for clash in clashes(entries):
                found.setdefault(clash.name, clash)
        if not found:
            return ()
        trees: dict[str, list[tuple[str, Tree]]] = {}
        for entry, tree in self.entries():
            trees.setdefault(entry.entry, []).append((entry.state, tree))
        return tuple(
            evolve(found[known.key], choices=self.causes(clash_tree(known, trees)))
            for known in known_clashes()
            if known.key in found
        )

    def versions_in_words(self, bracket: nodes.Bracket) -> str:
        """Return what each language version has where they differ, and of which it is not told."""
        told = [
            f"{' and '.join(map(text_in, proposal.languages))} has "
            f"`{words_of(proposal, self.source)}`"
            for proposal in bracket.proposals
        ]
        untold = [
            option.words
            for decision in self.decisions
            if decision.version
            for option in decision.options
            if bracket.address not in dict(option.choices)
        ]
        told += [f"and of {' and '.join(untold)} it is not told"] if untold else []
        return ", ".join(told)

    def _look(self) -> None:
        """Ask of one text after the other all that takes a whole one: each is understood once."""
        if not self._has_looked:
            self._has_looked = True
            for row in self.rows:
                for topic in (*self._questions.text_rules, "stances"):
                    self.learner.see(topic, row)
            self.learner.asked = 0

    def _learned(self, topic: Topic) -> list[Gathered]:
        return gathered(self._trees(topic), self.sizes)

    def _trees(self, topic: Topic) -> list[tuple[Effect, Tree]]:
        """Return the effects of a topic, each with the choices it hangs on, in a fixed order."""
        told, answers = self._told.get(topic, ([], 0))
        if answers and answers == len(self.learner.seen(topic)):
            return told
        scope = self._scope(topic)
        if isinstance(scope, range):
            self._look()
        looked_at = (
            self.rows if isinstance(scope, range) else self._samples.alternatives(sorted(scope))
        )
        before = self.learner.asked
        for row in looked_at:
            self.learner.see(topic, row)
        self.learner.asked = before
        trees: list[tuple[Effect, Tree]] = []
        for _ in range(_ROUNDS):  # what is asked for one effect may show more of another
            before = self.learner.asked
            if self._questions.seen.loosen(self.learner.seen(topic)):
                self.learner.rename(topic, self._questions.seen.named)
            seen = {effect for effects in self.learner.seen(topic) for effect in effects}
            # What meets an objection matters to the ledger alone, which is asked as a whole.
            telling = sorted((e for e in seen if not isinstance(e, Answered)), key=repr)
            trees = [(effect, self.learner.learn(topic, effect)) for effect in telling]
            if self.learner.asked == before:
                break
        self._told[topic] = trees, len(self.learner.seen(topic))
        return trees

    def causes(self, tree: Tree) -> tuple[str, ...]:
        """Return the fewest choices that bring it about, in words; none where none matter."""
        if tree is False:
            return ("with choices that were not traced",)
        return tuple(self.worded(cause) for cause in causes(tree, self.sizes) if cause)

    def choices_of(self, finding: Finding, tree: Tree) -> tuple[str, ...]:
        """Return the fewest choices that bring a finding about, in words; see `causes_of`."""
        if tree is False:
            return self.causes(tree)
        told = ((self.worded(cause), where) for cause, where in self.causes_of(finding, tree))
        return tuple(", ".join(filter(None, pair)) for pair in told if any(pair))

    def causes_of(self, finding: Finding, tree: Tree) -> Iterator[tuple[Cause, str]]:
        """Yield the fewest choices that bring a finding about, and where that holds.

        Where an error keeps a rule from saying more of the same clauses, choices elsewhere that
        only make or break the error are no cause of what the rule says.
        """
        found = causes(tree, self.sizes)
        clauses = {finding.clause, *(each.clause for each in finding.related)}
        instead = [
            (error, its)
            for error, its in self._errors
            if error.family == finding.family
            and error.rule != finding.rule
            and not clauses.isdisjoint({error.clause, *(each.clause for each in error.related)})
            and never_both(tree, its)
        ]
        if len(instead) > _MOST_INSTEAD:
            instead = []
        elsewhere = [
            at for at, each in enumerate(self.decisions) if each.clauses.isdisjoint(clauses)
        ]
        rules = dict.fromkeys(error.rule for error, _ in instead)
        where = f"where no {' or '.join(rules)} is found instead"
        for cause in causes_but_for(found, [tree, *(its for _, its in instead)], elsewhere):
            yield cause, "" if cause in found else where

    @cached_property
    def _errors(self) -> list[tuple[Finding, Tree]]:
        """The errors that hang on choices."""
        return [
            (finding, tree)
            for finding, tree in self.learned()
            if finding.severity == "error" and isinstance(tree, Split)
        ]

    def worded(self, cause: Cause) -> str:
        """Return choices in words, as in “with `all {DPRK}` in 2.1#2, in the Korean text”."""
        taken = together(
            self.decisions[at].options[option].words
            for at, option in cause
            if not self.decisions[at].version
        )
        spoken = [
            f"in {self.decisions[at].options[option].words}"
            for at, option in cause
            if self.decisions[at].version
        ]
        return ", ".join([*([with_all(taken)] if taken else []), *spoken])

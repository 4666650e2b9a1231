"""A text with brackets: what is found in it, and under which choices.

The rules judge texts without brackets, so a text with them is many. Those that need one clause are
held against every alternative of that clause; the others against so many whole texts that every
choice is met with every other, and then against those that tell on which choices a finding hangs.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from math import prod
from typing import Any, TypeAlias

from clausecheck.analyses.acceptances import accept, standing
from clausecheck.analyses.clashes import clash_tree, clashes
from clausecheck.analyses.facts import Facts
from clausecheck.analyses.ledger import ledger
from clausecheck.analyses.record import Record
from clausecheck.choosing.learning import Learner
from clausecheck.choosing.rows import Assignment, rows
from clausecheck.choosing.trees import Cause, Tree, causes, either, never_both
from clausecheck.essays import clashes as known_clashes
from clausecheck.essays import entry as entry_of
from clausecheck.findings import STATES, Clash, Finding, LedgerEntry, Met, Problem, Stance
from clausecheck.judging import Settings, finding_of, once
from clausecheck.model import nodes
from clausecheck.model.checks import check_blocks, check_names, check_reading
from clausecheck.model.decisions import Decision, choices_of, decisions, text_in, words_of
from clausecheck.model.names import Names, collect, headed, numbers_of, roles_in
from clausecheck.model.reading import Clause, Reading, assembled, read_clause
from clausecheck.model.resolve import Resolver, blocks_of, brackets, brackets_in, every_block
from clausecheck.patterns import regex
from clausecheck.source import Source, Span
from clausecheck.values import evolve, frozen
from clausecheck.vocabulary import Vocabulary

Topic: TypeAlias = Hashable
"""A rule's name; a clause's number, for all rules that need no more; or a question."""

MOST_ALTERNATIVES = 64
"""Up to so many alternatives of one clause are all judged."""

MOST_SENTENCES = 1_500
"""Sentences to judge in whole texts in any case, some second's work: if so few, in all texts."""

_ANY_TEXT = 8
"""Sentences that a text takes as long as, beside its own."""

_MOST_MEETING = {4: 12, 3: 40}
"""How many choices may meet, whichever they are, in texts with up to so many decisions."""

_ROUNDS = 3

_MOST_WORDINGS = 6
"""Wordings of what one rule finds in one place, beyond which they are one finding."""

_REMEMBERED = 32
"""Whole texts that are kept, to ask them another question."""

MOST_ASKED = 60_000
"""Sentences in the texts that one rule is asked about, beyond those: a few seconds' work."""


_COUNTED = regex(r"\b\d+(?= (?:of|more|places|ways|sentences)\b)|(?<= of )\d+(?= sentences)")
"""How many of something a message tells: no reason to take two for different findings."""


@frozen
class Said:
    """A finding as far as it is the same under several choices: `number` tells like ones apart."""

    rule: str
    clause: str | None
    message: str
    severity: str
    status: str
    number: int = 0


@frozen
class Answered:
    """That a rule finds an objection met in a clause, or at a place outside all clauses."""

    entry: str
    where: str | Span


@frozen
class State:
    """What becomes of an objection, or what a text does on a question."""

    of: str
    state: str


Effect: TypeAlias = Said | Answered | State


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
        self._most_sentences = MOST_SENTENCES if most_sentences is None else most_sentences
        self.source = source
        self.declaration = declaration
        self.vocabulary = vocabulary
        self.settings = settings
        self.decisions: tuple[Decision, ...] = decisions(declaration, source)
        self.sizes = tuple(len(decision.options) for decision in self.decisions)
        self.first: Assignment = tuple(0 for _ in self.decisions)
        self._sentences = _ANY_TEXT + sum(
            isinstance(item, nodes.Sentence)
            for block in every_block(declaration)
            for item in block.items
        )
        self.learner: Learner[Topic, Effect] = Learner(
            self.sizes,
            self._effects,
            most=max(most_asked // self._sentences, 1),
            scope=self.scope,
            likely=self._likely,
        )
        self.findings: dict[Said, Finding] = {}
        """Each finding as it was first met."""
        self.states: dict[State, LedgerEntry | Stance] = {}
        """Each state as it was first met."""
        self.clauses_read: dict[int, Clause] = {}
        """Every clause in every wording that was met."""
        self._resolver = Resolver(declaration)
        self._facts: dict[Assignment, Facts] = {}
        self._clauses: dict[tuple[int, int, str, bool], Clause] = {}
        self._names: dict[tuple[int, ...], Names] = {}
        self._numberless: dict[tuple[object, ...], int] = {}
        self._declared: dict[int, tuple[int, int]] = {}
        self._kinds_of_declared: dict[object, int] = {}
        self._record = record
        self._loose: set[Said] = set()
        self._told: dict[Topic, tuple[list[tuple[Effect, Tree]], int]] = {}
        """What the effects of a topic hang on, and how many answers that was learned from."""
        self._has_looked = False
        self._accepts = any(block.acceptances for block in blocks_of(declaration))

    # ── Texts without brackets ──

    def reading(self, assignment: Assignment) -> Reading:
        """Return what the text says under these choices; clauses that are the same, as before."""
        return self.facts(assignment).reading

    def facts(self, assignment: Assignment) -> Facts:
        """Return what is known of the text under these choices; of the last few, remembered."""
        known = self._facts.get(assignment)
        if known is None:
            if len(self._facts) >= _REMEMBERED:
                del self._facts[next(iter(self._facts))]
            chosen = self._resolver.resolve(choices_of(self.decisions, assignment))
            known = self._facts[assignment] = Facts(self._read(chosen), self.vocabulary)
        return known

    def _read(self, chosen: nodes.Declaration) -> Reading:
        blocks = tuple(block for block in chosen.blocks if isinstance(block, nodes.Block))
        names, kind = self._names_of(blocks)

        def clause(block: nodes.Block, start: str, *, preamble: bool) -> Clause:
            key = (id(block), kind, start, preamble)
            if key not in self._clauses:
                # To read a sentence takes as long as to ask a rule about a short text.
                self.learner.asked += len(block.items)
                read = read_clause(block, names, self.vocabulary, start=start, preamble=preamble)
                self._clauses[key] = self.clauses_read[id(read)] = read
            return self._clauses[key]

        return assembled(chosen, names, clause)

    def _names_of(self, blocks: Sequence[nodes.Block]) -> tuple[Names, int]:
        """Return the names, and a number that is the same where clauses read the same with them."""
        declared = [self._declares(block) for block in blocks]
        key = tuple(number for each in declared for number in each)
        if key not in self._names:
            self._names[key] = collect(blocks, self.vocabulary)
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

    # ── What a question hangs on ──

    @cached_property
    def rows(self) -> tuple[Assignment, ...]:
        """The whole texts that are judged in any case."""
        return self._looked_at[0]

    @property
    def strength(self) -> int | None:
        """How many choices meet in these texts, whichever they are; None where none is missing."""
        return self._looked_at[1]

    @cached_property
    def _looked_at(self) -> tuple[tuple[Assignment, ...], int | None]:
        most = max(self._most_sentences // self._sentences, 1)
        if prod(self.sizes) <= most:
            return rows(self.sizes, 2, most=most), None
        for strength in (4, 3):
            if len(self.sizes) <= _MOST_MEETING[strength]:
                found = rows(self.sizes, strength, most=1)
                if len(found) <= most:
                    return self._with_neighbours(found, most), strength
        return self._with_neighbours(rows(self.sizes, 2, most=1), most), 2

    def _with_neighbours(self, found: Sequence[Assignment], most: int) -> tuple[Assignment, ...]:
        """Return texts with those next to the first, as far as there is room: a likely outcome."""
        near = (
            (*self.first[:at], option, *self.first[at + 1 :])
            for at, size in enumerate(self.sizes)
            for option in range(1, size)
        )
        together = dict.fromkeys((*found, *near))
        return tuple(together)[: max(most, len(found))]

    def alternatives(self, scope: Sequence[int]) -> tuple[Assignment, ...]:
        """Return the alternatives of a clause on which these decisions bear, or many of them."""
        places = {at: place for place, at in enumerate(scope)}
        strength = 3 if len(scope) <= _MOST_MEETING[3] else 2
        found = rows([self.sizes[at] for at in scope], strength, most=MOST_ALTERNATIVES)
        return tuple(
            tuple(row[places[at]] if at in places else 0 for at in range(len(self.sizes)))
            for row in found
        )

    @cached_property
    def everywhere(self) -> frozenset[int]:
        """The decisions that may matter to every clause: on the head, on names, on parts."""
        inside = {
            bracket.address: block.heading.word == "clause"
            and all(heading is block.heading for heading, _ in headed(block))
            and not any(roles_in(block))
            for block in blocks_of(self.declaration)
            for bracket in brackets_in(block)
        }
        return frozenset(
            at
            for at, decision in enumerate(self.decisions)
            if not all(
                inside[bracket.address]
                if bracket.address in inside
                else self._of_plain_clauses(bracket)
                for bracket in decision.brackets
            )
        )

    @staticmethod
    def _of_plain_clauses(bracket: nodes.Bracket) -> bool:
        """Tell whether a bracket round blocks holds clauses alone, which declare nothing."""
        content: Any = tuple(part for each in bracket.proposals for part in each.content)
        return all(
            block.heading.word == "clause"
            and not any(roles_in(block))
            and all(heading is block.heading for heading, _ in headed(block))
            for block in blocks_of(nodes.Declaration(content))
        )

    @cached_property
    def scopes(self) -> dict[str, frozenset[int]]:
        """The decisions that matter to a clause, by its number, for clauses that have any."""
        found: dict[str, set[int]] = {}
        by_bracket = {b.address: at for at, d in enumerate(self.decisions) for b in d.brackets}
        for block in blocks_of(self.declaration):
            number = block.heading.number or ""
            for bracket in brackets_in(block):
                found.setdefault(number, set()).add(by_bracket[bracket.address])
        for bracket in brackets(self.declaration):
            content: Any = tuple(part for each in bracket.proposals for part in each.content)
            if any(isinstance(part, nodes.Block) for part in content):
                for block in blocks_of(nodes.Declaration(content)):
                    number = block.heading.number or ""
                    found.setdefault(number, set()).add(by_bracket[bracket.address])
        return {number: frozenset(scope) | self.everywhere for number, scope in found.items()}

    def scope(self, topic: Topic) -> Sequence[int] | frozenset[int]:
        """Return the decisions that can matter to a topic."""
        if isinstance(topic, tuple) and topic[0] == "clause":
            return self.scopes.get(topic[1], self.everywhere)
        return range(len(self.sizes))

    def _likely(self, _: Topic, effect: Effect) -> Collection[int]:
        """Return the decisions in the clauses of which a finding speaks."""
        if not isinstance(effect, Said):
            return ()
        finding = self.findings[effect]
        clauses = (finding.clause, *(each.clause for each in finding.related))
        return sorted({at for each in clauses for at in self.scopes.get(each or "", ())})

    # ── Questions ──

    @cached_property
    def text_rules(self) -> dict[str, Any]:
        """The rules that take the whole text, by name."""
        return {rule.name: rule for rule in self.settings.judging if rule.looks_at == "text"}

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        """Every question whose answers are findings."""
        numbers = dict.fromkeys(
            block.heading.number or ""
            for block in blocks_of(self.declaration)
            if block.heading.word == "clause"
        )
        own = (("clause", number) for number in numbers if number in self.scopes)
        rest = ("clause", None)
        return (*self.text_rules, *own, rest)

    def _effects(self, assignment: Assignment, topic: Topic) -> Iterable[Effect]:
        facts = self.facts(assignment)
        if topic == "stances":
            return [self._state(stance.question, stance.stance, stance) for stance in facts.stances]
        if isinstance(topic, tuple) and topic[0] == "entry":
            return self._entry(assignment, topic[1])
        if isinstance(topic, tuple):
            return self._of_clauses(facts.reading, topic[1])
        if topic == "writing":
            return self._of_writing(facts)
        return self._judged([self.text_rules[str(topic)]], facts)

    def _of_writing(self, facts: Facts) -> Iterator[Effect]:
        """Return what is wrong with how a text without brackets is written, as choices leave it."""
        reading, declaration = facts.reading, facts.reading.declaration
        lookup = self.settings.lookup or no_other_texts
        slips = tuple(
            dict.fromkeys(
                (
                    *check_blocks(declaration, self.vocabulary),
                    *check_names(declaration, reading.names, self.vocabulary, lookup),
                    *check_reading(reading, self.vocabulary),
                )
            )
        )
        told = {slip.rule for slip in slips}
        rules = [rule for rule in self.settings.judging if rule.name in told]
        return self._judged(rules, Facts(reading, self.vocabulary, slips))

    def _of_clauses(self, reading: Reading, number: str | None) -> Iterator[Effect]:
        """Return what the rules say that need one clause: of those of a number, or of the rest."""
        clauses = tuple(
            clause
            for clause in reading.clauses
            if (clause.number == number if number is not None else clause.number not in self.scopes)
        )
        rules = [rule for rule in self.settings.judging if rule.looks_at == "clause"]
        return self._judged(rules, Facts(evolve(reading, clauses=clauses), self.vocabulary))

    def _judged(self, rules: Iterable[Any], facts: Facts) -> Iterator[Effect]:
        findings: list[Finding] = []
        for rule in rules:
            for said in rule.judge(facts):
                if isinstance(said, Problem):
                    findings.append(finding_of(said, rule, facts.reading, self.source))
                elif isinstance(said, Met):
                    yield Answered(said.entry, facts.reading.clause_at(said.at) or said.at)
        findings = once(findings)
        if self._accepts and self.settings.accept:
            counting = [
                each
                for each in standing(facts.reading.declaration)
                if each.acceptance.rule not in self.settings.unsuppressible
            ]
            holds = self._record.holds if self._record else None
            findings = list(accept(findings, counting, self.settings.today, holds))
        yield from self.said(findings)

    def said(self, findings: Iterable[Finding]) -> Iterator[Said]:
        """Yield the findings of one text as far as they are the same in others."""
        counted: dict[Said, int] = {}
        for finding in findings:
            message = _COUNTED.sub("some", finding.message)
            said_once = Said(
                finding.rule, finding.clause, message, finding.severity, finding.status
            )
            number = counted[said_once] = counted.get(said_once, -1) + 1
            effect = self._named(evolve(said_once, number=number) if number else said_once)
            assert isinstance(effect, Said)  # noqa: S101 - a name of the same kind
            self.findings.setdefault(effect, finding)
            yield effect

    def _state(self, of: str, state: str, shown: LedgerEntry | Stance) -> State:
        effect = State(of, state)
        self.states.setdefault(effect, shown)
        return effect

    # ── The ledger ──

    def _entry(self, assignment: Assignment, key: str) -> Iterable[Effect]:
        """Return what becomes of an objection, by the rules that look for it or for its parts."""
        entry = entry_of(key)
        keys = {key, entry.same_as, *entry.boosts, *entry.parts}
        text = [rule.name for rule in self.text_rules.values() if keys & set(rule.entries)]
        local = any(
            keys & set(rule.entries) for rule in self.settings.judging if rule.looks_at == "clause"
        )
        clauses = [topic for topic in self.topics if isinstance(topic, tuple)] if local else []
        effects = [
            effect for topic in (*text, *clauses) for effect in self.learner.see(topic, assignment)
        ]
        for each in self._ledger(effects, self.reading(assignment), keys):
            if each.entry == key:
                yield self._state(each.entry, each.state, each)

    def ledger(self, assignment: Assignment) -> tuple[LedgerEntry, ...]:
        """Return what becomes of every objection under these choices."""
        effects = [e for topic in self.topics for e in self.learner.see(topic, assignment)]
        return self._ledger(effects, self.reading(assignment), None)

    def _ledger(
        self, effects: Iterable[Effect], reading: Reading, keys: Collection[str] | None
    ) -> tuple[LedgerEntry, ...]:
        """Return what becomes of objections; what comes in no order is told in the text's."""
        met: dict[str, list[str | Span]] = {}
        found: list[Finding] = []
        for effect in effects:
            if isinstance(effect, Answered):
                met.setdefault(effect.entry, []).append(effect.where)
            elif isinstance(effect, Said):
                found.append(self.findings[effect])
        found.sort(key=lambda finding: (finding.span, finding.rule, finding.message))
        for places in met.values():
            places.sort(key=reading.place_of)
        return ledger_of(
            found, met, self.settings, complete=reading.complete and not reading.broken, keys=keys
        )

    # ── Answers ──

    def learned(self) -> tuple[tuple[Finding, Tree], ...]:
        """Return every finding that some choices bring about, in text order, with their tree."""
        trees: dict[Said, Tree] = {}
        for topic in self.topics:
            trees.update(
                (effect, tree) for effect, tree in self._learned(topic) if isinstance(effect, Said)
            )
        pairs = ((self.findings[effect], tree) for effect, tree in trees.items())
        return tuple(sorted(pairs, key=lambda pair: (pair[0].span, pair[0].rule, pair[0].message)))

    def every_effect(self) -> tuple[tuple[Said, Tree], ...]:
        """Return every finding by itself, those on the writing among them, and what it hangs on."""
        found: dict[Said, Tree] = {}
        for topic in (*self.topics, "writing"):
            for effect, tree in self._trees(topic):
                if isinstance(effect, Said):
                    found[effect] = either(tree, found.get(effect, False))
        return tuple(found.items())

    def said_of(self, assignment: Assignment) -> frozenset[Said]:
        """Return all that is found in one text; what is learned will agree with it."""
        seen = (self.learner.see(topic, assignment) for topic in (*self.topics, "writing"))
        return frozenset(e for effects in seen for e in effects if isinstance(e, Said))

    def stances(self) -> tuple[tuple[Stance, Tree], ...]:
        """Return every stance the text takes under some choices, and what it hangs on.

        They come by their questions, and those of one in the order in which they were met.
        """
        found = [
            (self.states[effect], tree)
            for effect, tree in self._learned("stances")
            if isinstance(effect, State)
        ]
        order = [stance.question for stance in self.facts(self.first).stances]
        met = list(self.states.values())
        stances = [(each, tree) for each, tree in found if isinstance(each, Stance)]
        stances.sort(key=lambda pair: (order.index(pair[0].question), met.index(pair[0])))
        return tuple(stances)

    def entries(self) -> tuple[tuple[LedgerEntry, Tree], ...]:
        """Return every state an objection has under some choices, and what that hangs on.

        They come as in the catalogue, and those of one from the worst to the best.
        """
        found: list[tuple[LedgerEntry, Tree]] = []
        for same in zip(*self._ledgers, strict=True):
            states = {each.state for each in same}
            if len(states) == 1:
                found.append((same[0], True))
                continue
            topic = ("entry", same[0].entry)
            learned = [
                (self.states[effect], tree)
                for effect, tree in self._learned(topic)
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
        """Return what each language version has where they differ."""
        told = (
            f"{' and '.join(map(text_in, proposal.languages))} has "
            f"`{words_of(proposal, self.source)}`"
            for proposal in bracket.proposals
        )
        return ", ".join(told)

    def _look(self) -> None:
        """Ask of one text after the other all that takes a whole one: each is understood once."""
        if not self._has_looked:
            self._has_looked = True
            for row in self.rows:
                for topic in (*self.text_rules, "stances"):
                    self.learner.see(topic, row)
            self.learner.asked = 0

    def _learned(self, topic: Topic) -> list[tuple[Effect, Tree]]:
        return self._gathered(self._trees(topic))

    def _trees(self, topic: Topic) -> list[tuple[Effect, Tree]]:
        """Return the effects of a topic, each with the choices it hangs on, in a fixed order."""
        told, answers = self._told.get(topic, ([], 0))
        if answers and answers == len(self.learner.seen(topic)):
            return told
        scope = self.scope(topic)
        if isinstance(scope, range):
            self._look()
        looked_at = self.rows if isinstance(scope, range) else self.alternatives(sorted(scope))
        before = self.learner.asked
        for row in looked_at:
            self.learner.see(topic, row)
        self.learner.asked = before
        trees: list[tuple[Effect, Tree]] = []
        for _ in range(_ROUNDS):  # what is asked for one effect may show more of another
            before = self.learner.asked
            self._loosen(topic)
            seen = {effect for effects in self.learner.seen(topic) for effect in effects}
            # What meets an objection matters to the ledger alone, which is asked as a whole.
            telling = sorted((e for e in seen if not isinstance(e, Answered)), key=repr)
            trees = [(effect, self.learner.learn(topic, effect)) for effect in telling]
            if self.learner.asked == before:
                break
        self._told[topic] = trees, len(self.learner.seen(topic))
        return trees

    def _gathered(self, trees: Sequence[tuple[Effect, Tree]]) -> list[tuple[Effect, Tree]]:
        """Return the effects, with a finding that choices only move from place to place as one."""
        gathered: list[tuple[Effect, Tree]] = []
        for effect, tree in trees:
            same = next(
                (
                    at
                    for at, (other, its) in enumerate(gathered)
                    if isinstance(effect, Said)
                    and isinstance(other, Said)
                    and evolve(other, clause=effect.clause) == effect
                    and never_both(tree, its)
                    and self._simpler(tree, its)
                ),
                None,
            )
            if same is None:
                gathered.append((effect, tree))
            else:
                other, its = gathered[same]
                gathered[same] = (other, either(its, tree))
        return gathered

    def _simpler(self, one: Tree, other: Tree) -> bool:
        """Tell whether it takes fewer choices to say of two effects together than of each."""
        apart = len(causes(one, self.sizes)) + len(causes(other, self.sizes))
        return len(causes(either(one, other), self.sizes)) < apart

    def _loosen(self, topic: Topic) -> None:
        """Take what a rule finds in a place for one finding, where choices vary its words."""
        wordings: dict[Said, set[Effect]] = {}
        for effects in self.learner.seen(topic):
            for effect in effects:
                if isinstance(effect, Said):
                    wordings.setdefault(evolve(effect, message="", number=0), set()).add(effect)
        loose = {key for key, known in wordings.items() if len(known) > _MOST_WORDINGS}
        if loose - self._loose:
            self._loose |= loose
            for key in loose:
                for effect in sorted(wordings[key], key=repr):
                    finding = self.findings[effect]  # type: ignore[index]  # said so above
                    self.findings.setdefault(key, finding)
            self.learner.rename(topic, self._named)

    def _named(self, effect: Effect) -> Effect:
        if isinstance(effect, Said):
            plain = evolve(effect, message="", number=0)
            return plain if plain in self._loose else effect
        return effect

    def causes(self, tree: Tree) -> tuple[str, ...]:
        """Return the fewest choices that bring it about, in words; none where none matter."""
        if tree is False:
            return ("with choices that were not traced",)
        return tuple(self.worded(cause) for cause in causes(tree, self.sizes) if cause)

    def worded(self, cause: Cause) -> str:
        """Return choices in words, as in “with `all {DPRK}` in 2.1#2, in the Korean text”."""
        taken = [
            self.decisions[at].options[option].words
            for at, option in cause
            if not self.decisions[at].version
        ]
        spoken = [
            f"in {self.decisions[at].options[option].words}"
            for at, option in cause
            if self.decisions[at].version
        ]
        return ", ".join([*([f"with {' and '.join(taken)}"] if taken else []), *spoken])


def ledger_of(
    findings: Sequence[Finding],
    met: Mapping[str, Sequence[str | Span]],
    settings: Settings,
    *,
    complete: bool,
    keys: Collection[str] | None = None,
) -> tuple[LedgerEntry, ...]:
    """Return what becomes of the objections that some rule looks for; of `keys` alone if given.

    Those of a lens that is not asked for are left out: the rules of that lens alone did not run.
    """
    rules = [rule for rule in settings.rules if settings.counts(rule)]
    every = ledger(
        dict.fromkeys(
            entry for rule in rules for entry in rule.entries if keys is None or entry in keys
        ),
        findings,
        met,
        silences={rule.name: rule.entries[0] for rule in rules if rule.silence},
        silence_counts=complete,
    )
    if settings.lens is None:
        return every
    return tuple(each for each in every if entry_of(each.entry).lens in {settings.lens, "both"})


def no_other_texts(name: str) -> str:
    """Return that there is no other text to look a number up in."""
    return f"no text is named `{name}`"

"""What is asked of a text without brackets, and what the rules answer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from clausecheck.analyses.acceptances import accept, standing
from clausecheck.analyses.facts import Facts
from clausecheck.analyses.inspection.safeguards import safeguards
from clausecheck.analyses.record import Record
from clausecheck.findings import Finding, Problem
from clausecheck.judging import Settings, finding_of, on_record, once, problems
from clausecheck.model import nodes
from clausecheck.model.checks import check_blocks, check_names, check_reading
from clausecheck.model.reading import Reading
from clausecheck.model.resolve import blocks_of
from clausecheck.rolling.effects import Answered, Effect, Seen, Topic
from clausecheck.source import Source
from clausecheck.syntax.slip import Slip
from clausecheck.values import evolve
from clausecheck.vocabulary import Vocabulary


class Questions:
    """Puts one text after the other to the rules, one question at a time."""

    def __init__(
        self,
        source: Source,
        declaration: nodes.Declaration,
        vocabulary: Vocabulary,
        settings: Settings,
        bracketed: Collection[str],
        record: Record | None,
        how: str,
    ) -> None:
        """Take a text as written, and the numbers of the clauses on which a decision bears.

        `how` says by what the text may read otherwise.
        """
        self.seen = Seen(how, blocks_of(declaration))
        self._about: dict[frozenset[str], tuple[Topic, ...]] = {}
        self.text_rules: dict[str, Any] = {
            rule.name: rule for rule in settings.judging if rule.looks_at == "text"
        }
        """The rules that take the whole text, by name."""
        self._source = source
        self._vocabulary = vocabulary
        self._settings = settings
        self._bracketed = bracketed
        self._record = record
        self._accepts = settings.accept and any(
            block.acceptances for block in blocks_of(declaration)
        )
        numbers = dict.fromkeys(
            block.heading.number or ""
            for block in blocks_of(declaration)
            if block.heading.word == "clause"
        )
        self.clauses: tuple[tuple[str, str | None], ...] = (
            *(("clause", number) for number in numbers if number in bracketed),
            ("clause", None),
        )
        """The questions of the rules that need one clause: each of these, and all the rest."""
        self.topics: tuple[Topic, ...] = (*self.text_rules, *self.clauses)
        """Every question whose answers are findings, but for the writing and the record."""
        self.of_record: tuple[Topic, ...] = ("record",) if self._accepts else ()
        """The question of what is accepted on record, of a text that accepts something."""

    def about(self, keys: frozenset[str]) -> tuple[Topic, ...]:
        """Return the questions of the rules that look for one of these objections."""
        known = self._about.get(keys)
        if known is None:
            judging = [each for each in self._settings.judging if not keys.isdisjoint(each.entries)]
            text = [rule.name for rule in judging if rule.looks_at == "text"]
            local = any(rule.looks_at == "clause" for rule in judging)
            known = self._about[keys] = (*text, *(self.clauses if local else ()))
        return known

    def answer(self, facts: Facts, topic: Topic) -> Iterable[Effect]:
        """Return what a text has on a question, but for the states of objections."""
        if topic == "stances":
            return [self.seen.state(each.question, each.stance, each) for each in facts.stances]
        if isinstance(topic, tuple):
            return self._of_clauses(facts.reading, topic[1])
        if topic == "writing":
            return self._of_writing(facts)
        if topic == "record":
            return self._of_record(facts)
        return self._judged([self.text_rules[str(topic)]], facts)

    def _of_writing(self, facts: Facts) -> Iterator[Effect]:
        """Return what is wrong with how a text without brackets is written, as choices leave it."""
        slips = self._slips(facts.reading)
        told = {slip.rule for slip in slips}
        rules = [rule for rule in self._settings.judging if rule.name in told]
        return self._judged(rules, Facts(facts.reading, self._vocabulary, slips))

    def _slips(self, reading: Reading) -> tuple[Slip, ...]:
        declaration, lookup = reading.declaration, self._settings.lookup or no_other_texts
        return tuple(
            dict.fromkeys(
                (
                    *check_blocks(declaration, self._vocabulary),
                    *check_names(declaration, reading.names, self._vocabulary, lookup),
                    *check_reading(reading, self._vocabulary),
                )
            )
        )

    def _of_record(self, facts: Facts) -> Iterator[Effect]:
        """Return what is wrong with what is accepted on record, held against all that is found."""
        reading, source, settings = facts.reading, self._source, self._settings
        whole = Facts(reading, self._vocabulary, self._slips(reading))
        found = [said for rule in settings.judging for said in problems(rule, whole, source)]
        return self.seen.said(on_record(found, reading, source, self._vocabulary, settings))

    def _of_clauses(self, reading: Reading, number: str | None) -> Iterator[Effect]:
        """Return what needs one clause, of those of a number or of the rest: rules, safeguards."""
        clauses = tuple(
            clause
            for clause in reading.clauses
            if (
                clause.number == number
                if number is not None
                else clause.number not in self._bracketed
            )
        )
        rules = [rule for rule in self._settings.judging if rule.looks_at == "clause"]
        own = evolve(reading, clauses=clauses)
        yield from self._judged(rules, Facts(own, self._vocabulary))
        yield from safeguards(own, self._vocabulary)

    def _judged(self, rules: Iterable[Any], facts: Facts) -> Iterator[Effect]:
        findings: list[Finding] = []
        for rule in rules:
            for said in rule.judge(facts):
                if isinstance(said, Problem):
                    findings.append(finding_of(said, rule, facts.reading, self._source))
                else:
                    yield Answered(said.entry, facts.reading.clause_at(said.at) or said.at)
        findings = once(findings)
        if self._accepts:
            counting = [
                each
                for each in standing(facts.reading.declaration)
                if each.acceptance.rule not in self._settings.unsuppressible
            ]
            holds = self._record.holds if self._record else None
            findings = list(accept(findings, counting, self._settings.today, holds))
        yield from self.seen.said(findings)


def no_other_texts(name: str) -> str:
    """Return that there is no other text to look a number up in."""
    return f"no text is named `{name}`"

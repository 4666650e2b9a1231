"""One text without brackets: what a rule says of it, as findings."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from attrs import field

from clausecheck.analyses.acceptances import faults, standing
from clausecheck.analyses.facts import Facts
from clausecheck.digests import blake2b
from clausecheck.findings import Finding, Lens, Problem, Related
from clausecheck.model.checks.names import Lookup
from clausecheck.model.reading import Reading
from clausecheck.patterns import regex
from clausecheck.rules import RULES, Rule
from clausecheck.source import Source
from clausecheck.values import evolve, frozen
from clausecheck.vocabulary import Vocabulary


@frozen(slots=False)
class Settings:
    """Which rules run, and whose objections are reported; None for everybody's."""

    rules: tuple[Rule, ...] = RULES
    lens: Lens | None = None
    lookup: Lookup | None = None
    """Gives the clause numbers of another text by its file's name, or says why it cannot."""
    accept: bool = True
    """Whether what the text accepts on record is taken as accepted."""
    unsuppressible: Collection[str] = ()
    """Rules that pass every lens, and that no acceptance covers."""
    stood: Source | None = None
    """The text as it was agreed to: what it accepts counts where it stood there already."""
    today: datetime.date = field(factory=datetime.date.today)
    """The day on which acceptances are held against their end; it matters nowhere else."""
    ledger: bool = True
    """Whether a text with brackets is asked what becomes of each objection, which takes longest."""
    choose: tuple[str, ...] = ()
    """What is chosen among the proposals; see `clausecheck.model.decisions.choose`."""
    final: bool = False
    """Whether the text is to be signed, so that a bracket that is open is an error."""

    def counts(self, rule: Rule) -> bool:
        """Tell whether what a rule finds is reported at all."""
        return (
            self.lens is None
            or rule.lens in {self.lens, "both", "neutral"}
            or rule.name in self.unsuppressible
        )

    @cached_property
    def counting(self) -> tuple[Rule, ...]:
        """The rules of which what they find is reported."""
        return tuple(rule for rule in self.rules if self.counts(rule))

    @cached_property
    def judging(self) -> tuple[Rule, ...]:
        """The rules that judge a text, and not its record of what is accepted."""
        return tuple(rule for rule in self.counting if rule.looks_at != "acceptances")

    @cached_property
    def silences(self) -> Mapping[str, str]:
        """The rules that judge what a text leaves out, each with the objection it asks after."""
        return {rule.name: rule.entries[0] for rule in self.counting if rule.silence}


def finding_of(problem: Problem, rule: Rule, reading: Reading, source: Source) -> Finding:
    """Return a problem with everything a reader needs to know of its rule."""
    clause = problem.clause or reading.clause_at(problem.at)
    related = tuple(
        Related(
            other.at,
            other.message,
            other.clause or (reading.clause_at(other.at) if other.path is None else None),
            other.path,
        )
        for other in problem.related
    )
    told = "\0".join((rule.name, clause or "", source.words(problem.at)))
    digest = blake2b(told.encode(errors="surrogatepass"), digest_size=8)
    return Finding(
        rule.name,
        rule.family,
        rule.lens,
        problem.severity or rule.severity,
        "new",
        clause,
        problem.at,
        _shown(problem.message),
        _shown(problem.help),
        problem.cites or rule.cites,
        rule.answer,
        rule.scope,
        problem.entries or rule.entries,
        (),
        related,
        digest.hexdigest(),
        of_text=problem.of_text,
    )


def problems(rule: Rule, facts: Facts, source: Source) -> Iterator[Finding]:
    """Yield what a rule finds, without what it finds met."""
    for said in rule.judge(facts):
        if isinstance(said, Problem):
            yield finding_of(said, rule, facts.reading, source)


def on_record(
    findings: Sequence[Finding],
    reading: Reading,
    source: Source,
    vocabulary: Vocabulary,
    settings: Settings,
) -> Iterator[Finding]:
    """Yield what is wrong with what a text accepts, held against all that was found in it."""
    slips = faults(
        findings,
        () if reading.broken else standing(reading.declaration),
        settings.today,
        known={rule.name for rule in (*RULES, *settings.rules)},
        ran={rule.name for rule in settings.rules if settings.counts(rule)},
    )
    facts = Facts(reading, vocabulary, tuple(slips))
    for rule in settings.rules:
        if rule.looks_at == "acceptances":
            yield from problems(rule, facts, source)


_LONG = 300
_LONG_WORDS = regex(r"`([^`]{40})[^`]{120,}([^`]{20})`")


def _shown(words: str) -> str:
    """Return what a finding says, with only the ends of words that would fill a screen."""
    return words if len(words) < _LONG else _LONG_WORDS.sub(r"`\1…\2`", words)


def once(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings in their order; what a rule says of a place twice, once."""
    return list(
        {(each.rule, each.span, each.message): each for each in reversed([*findings])}.values()
    )[::-1]


def told_apart(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings in text order, with equal fingerprints told apart by their order."""
    seen: dict[str, int] = {}
    for finding in sorted(findings, key=lambda each: (each.span, each.rule, each.message)):
        count = seen[finding.fingerprint] = seen.get(finding.fingerprint, 0) + 1
        yield (
            finding if count == 1 else evolve(finding, fingerprint=f"{finding.fingerprint}-{count}")
        )

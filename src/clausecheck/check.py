"""The pipeline: a text in, what is found in it out. Read from top to bottom."""

from __future__ import annotations

import datetime
import gc
import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from attrs import evolve, field, frozen

from clausecheck.analyses.acceptances import accept, faults, is_below, standing
from clausecheck.analyses.facts import Facts
from clausecheck.analyses.ledger import ledger
from clausecheck.findings import Finding, LedgerEntry, Lens, Material, Problem, Report
from clausecheck.model import nodes
from clausecheck.model.checks import check_blocks, check_names, check_reading
from clausecheck.model.from_syntax import from_syntax
from clausecheck.model.names import collect
from clausecheck.model.reading import Reading, read, read_clause
from clausecheck.model.resolve import Resolver, Variant, variants
from clausecheck.rules import RULES, Rule
from clausecheck.source import LONGEST_LINE, Source, Span
from clausecheck.syntax.lexer import TooDeep
from clausecheck.syntax.slips import Slip
from clausecheck.vocabulary import Vocabulary

Lookup = Callable[[str], "Collection[str] | str"]


class LimitExceeded(Exception):  # noqa: N818 - a state of a file, not an error of ours
    """A text beyond what is read at all; `kind` is a word for programs."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message


@frozen
class Settings:
    """Which rules run, and whose objections are reported; None for everybody's."""

    rules: tuple[Rule, ...] = RULES
    lens: Lens | None = None
    lookup: Lookup | None = None
    """Gives the clause numbers of another text by its file's name, or says why it cannot."""
    accept: bool = True
    """Whether what the text accepts on record is taken as accepted."""
    today: datetime.date = field(factory=datetime.date.today)
    """The day on which acceptances are held against their end; it matters nowhere else."""


def check(source: Source, vocabulary: Vocabulary, settings: Settings) -> Report:
    """Return what is found in one text.

    Raises:
        LimitExceeded: the text is of a kind that nobody writes.
    """
    _see_that_it_is_a_text(source)
    with _collection_off():
        try:
            declaration, slips = from_syntax(source)
        except TooDeep:
            raise LimitExceeded("too-deep", "brackets are nested deeper than 40") from None
        return _check(source, declaration, slips, vocabulary, settings)


def _check(
    source: Source,
    declaration: nodes.Declaration,
    slips: tuple[Slip, ...],
    vocabulary: Vocabulary,
    settings: Settings,
) -> Report:
    ways = variants(declaration)
    resolver = Resolver(declaration)
    first = resolver.resolve(dict(ways[0].choices))
    names = collect(_blocks(first), vocabulary)
    reading = read(first, names, vocabulary)
    variant_readings = [
        reading,
        *(
            _with_choice(reading, resolver.resolve(dict(way.choices)), vocabulary)
            for way in ways[1:]
        ),
    ]
    written = (
        *slips,
        *check_blocks(declaration, vocabulary),
        *check_names(declaration, names, vocabulary, settings.lookup or _no_other_texts),
        *(
            slip
            for variant in variant_readings
            for slip in check_reading(_changed(variant, reading), vocabulary)
        ),
    )
    is_open = any(not way.version for way in ways[1:])
    found = _Found(ways)
    met: dict[str, list[str | None]] = {}
    for number, variant in enumerate(variant_readings):
        facts = Facts(variant, vocabulary, _ordered(written))
        for rule in settings.rules:
            if _is_due(rule, ways[number], first=number == 0, is_open=is_open) and _counts(
                rule, settings
            ):
                for problem in rule.judge(facts):
                    if isinstance(problem, Problem):
                        found.add(number, _finding(problem, rule, variant, source))
                    elif number == 0:
                        met.setdefault(problem.entry, []).append(variant.clause_at(problem.at))
    with_acceptances = _with_acceptances(
        list(found.findings()), reading, source, vocabulary, settings
    )
    findings = tuple(_numbered(sorted(with_acceptances, key=_by_place)))
    return Report(
        source,
        reading.title,
        findings,
        Facts(reading, vocabulary, ()).stances,
        _material(reading),
        tuple(_notes(reading, is_open=is_open)),
        _ledger(findings, met, reading, settings, is_open=is_open),
    )


def _ledger(
    findings: Sequence[Finding],
    met: Mapping[str, Sequence[str | None]],
    reading: Reading,
    settings: Settings,
    *,
    is_open: bool,
) -> tuple[LedgerEntry, ...]:
    rules = [rule for rule in settings.rules if _counts(rule, settings)]
    return ledger(
        dict.fromkeys(entry for rule in rules for entry in rule.entries),
        findings,
        met,
        silences={rule.name: rule.entries[0] for rule in rules if rule.silence},
        silence_counts=reading.complete and not reading.broken and not is_open,
    )


class _Found:
    """The findings of every variant, and on which choices each of them depends.

    A variant that is no language version is asked only about the clauses in which it differs.
    """

    def __init__(self, ways: Sequence[Variant]) -> None:
        self.ways = ways
        self.seen: dict[tuple[str, Span, str], tuple[Finding, list[int]]] = {}

    def add(self, way: int, finding: Finding) -> None:
        if way in self.asked(finding):
            key = (finding.rule, finding.span, finding.message)
            self.seen.setdefault(key, (finding, []))[1].append(way)

    def asked(self, finding: Finding) -> list[int]:
        """Return the variants that have a say on a finding, the first among them."""
        return [
            number
            for number, way in enumerate(self.ways)
            if number == 0
            or (finding.family != "language" and way.version)
            or (
                finding.clause is not None
                and any(is_below(finding.clause, clause) for clause in way.clauses)
            )
        ]

    def findings(self) -> Iterator[Finding]:
        """Yield each finding once; one that only moves with the choice is said where it stands first."""
        merged: dict[tuple[str, str | None, str], list[tuple[Finding, set[int]]]] = {}
        for finding, present in self.seen.values():
            rivals = merged.setdefault((finding.rule, finding.clause, finding.message), [])
            same = None
            if finding.family != "language":  # a slip stands where it stands, and there may be many
                same = next((known for _, known in rivals if known.isdisjoint(present)), None)
            if same is None:
                rivals.append((finding, set(present)))
            else:
                same.update(present)
        for rivals in merged.values():
            for finding, present_in in rivals:
                yield evolve(finding, choices=self.choices(finding, present_in))

    def choices(self, finding: Finding, present: set[int]) -> tuple[str, ...]:
        """Return the choices that bring a finding about; none when it holds whatever is chosen."""
        asked = self.asked(finding)
        absent = [self.ways[number] for number in asked if number not in present]
        if not absent or finding.family == "language":
            return ()
        versions = [number for number in asked if self.ways[number].version]
        spoken = [self.ways[number].label for number in versions if number in present]
        if spoken and len(spoken) < len(versions):
            labels = spoken
        elif 0 in present:
            labels = [label for way in absent for label in way.instead]
        else:
            labels = [self.ways[number].label for number in asked if number in present]
        return tuple(dict.fromkeys(labels))


def _with_acceptances(
    findings: list[Finding],
    reading: Reading,
    source: Source,
    vocabulary: Vocabulary,
    settings: Settings,
) -> Iterator[Finding]:
    """Yield the findings, marked where they are accepted, and those about the acceptances."""
    acceptances = standing(reading.declaration)
    if not settings.accept:
        yield from findings
        return
    yield from accept(findings, acceptances, settings.today)
    slips = faults(
        findings,
        () if reading.broken else acceptances,
        settings.today,
        known={rule.name for rule in RULES},
        ran={rule.name for rule in settings.rules if _counts(rule, settings)},
    )
    facts = Facts(reading, vocabulary, tuple(slips))
    for rule in settings.rules:
        if rule.looks_at == "acceptances":
            for problem in rule.judge(facts):
                if isinstance(problem, Problem):
                    yield _finding(problem, rule, reading, source)


def _see_that_it_is_a_text(source: Source) -> None:
    number = source.overlong_line
    if number is not None:
        raise LimitExceeded(
            "line-too-long", f"line {number} is longer than {LONGEST_LINE:,} characters"
        )


@contextmanager
def _collection_off() -> Iterator[None]:
    """Keep the collector from walking trees that have no cycles."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _blocks(declaration: nodes.Declaration) -> tuple[nodes.Block, ...]:
    return tuple(block for block in declaration.blocks if isinstance(block, nodes.Block))


def _changed(variant: Reading, first: Reading) -> Reading:
    """Return a variant with the clauses alone that are not those of the first."""
    same = set() if variant is first else {id(clause) for clause in first.clauses}
    return evolve(variant, clauses=tuple(c for c in variant.clauses if id(c) not in same))


def _with_choice(reading: Reading, chosen: nodes.Declaration, vocabulary: Vocabulary) -> Reading:
    """Return the reading with the clauses that a choice changes read anew.

    A block that the choice does not touch is the same in both, so that it is known again.
    """
    start = "entry into force" if reading.head.stated("entry into force") else "signature"
    known = {id(clause.block): clause for clause in reading.clauses}
    clauses = []
    preamble = False
    for block in _blocks(chosen):
        word = block.heading.word
        if word in {"preamble", "part", "article", "annex"}:
            preamble = word == "preamble"
        elif word == "clause":
            same = known.get(id(block))
            clauses.append(
                same
                or read_clause(block, reading.names, vocabulary, start=start, preamble=preamble)
            )
    return evolve(reading, declaration=chosen, clauses=tuple(clauses))


def _is_due(rule: Rule, way: Variant, *, first: bool, is_open: bool) -> bool:
    """Tell whether a rule is run: where brackets are open, only those that look at one clause."""
    if rule.looks_at == "acceptances":
        return False
    if rule.family == "language":
        return first
    return rule.looks_at == "clause" or (not is_open and (first or way.version))


def _counts(rule: Rule, settings: Settings) -> bool:
    return settings.lens is None or rule.lens in {settings.lens, "both", "neutral"}


def _finding(problem: Problem, rule: Rule, reading: Reading, source: Source) -> Finding:
    clause = problem.clause or reading.clause_at(problem.at)
    related = tuple(
        evolve(
            other,
            clause=other.clause or (reading.clause_at(other.at) if other.path is None else None),
        )
        for other in problem.related
    )
    words = " ".join(source.text[problem.at.start : problem.at.end].split())
    digest = hashlib.blake2b(
        "\0".join((rule.name, clause or "", words)).encode(errors="surrogatepass"), digest_size=8
    )
    return Finding(
        rule.name,
        rule.family,
        rule.lens,
        problem.severity or rule.severity,
        "new",
        clause,
        problem.at,
        problem.message,
        problem.help,
        rule.cites,
        rule.answer,
        rule.scope,
        problem.entries or rule.entries,
        (),
        related,
        digest.hexdigest(),
    )


def _ordered(slips: Iterable[Slip]) -> tuple[Slip, ...]:
    """Return the slips in text order, each once."""
    return tuple(sorted(dict.fromkeys(slips), key=lambda slip: (slip.at, slip.rule)))


def _by_place(finding: Finding) -> tuple[Span, str, str]:
    return finding.span, finding.rule, finding.message


def _numbered(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings with equal fingerprints told apart by their order."""
    seen: dict[str, int] = {}
    for finding in findings:
        count = seen[finding.fingerprint] = seen.get(finding.fingerprint, 0) + 1
        yield (
            finding if count == 1 else evolve(finding, fingerprint=f"{finding.fingerprint}-{count}")
        )


def _material(reading: Reading) -> Material:
    operative = {
        said.number for clause in reading.clauses if not clause.preamble for said in clause.said
    }
    kinds: dict[str, str] = {}
    dated: set[str] = set()
    checked: set[str] = set()
    for provision in reading.provisions:
        if provision.number in operative:
            kinds[provision.number] = kinds.get(provision.number) or provision.kind
            if provision.timing.due or provision.timing.until:
                dated.add(provision.number)
            if provision.labels.stated("verified by"):
                checked.add(provision.number)
    return Material(
        clauses=len(reading.clauses),
        duties=sum(kind == "duty" for kind in kinds.values()),
        prohibitions=sum(kind == "prohibition" for kind in kinds.values()),
        deadlines=len(dated),
        verified=len(checked),
    )


def _notes(reading: Reading, *, is_open: bool) -> Iterator[str]:
    if is_open:
        yield (
            "Brackets are open: each proposal is judged by the rules that look at one clause; "
            "those that take the whole text wait until they are closed."
        )
    if reading.broken:
        yield "Some lines could not be read, so what the text leaves out is not judged."
    elif not reading.complete:
        yield (
            "The text is partial, so what it leaves out is not judged; "
            "say `scope: complete` if it is whole."
        )


def _no_other_texts(name: str) -> str:
    return f"no text is named `{name}`"

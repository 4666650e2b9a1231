"""The pipeline: a text in, what is found in it out. Read from top to bottom."""

from __future__ import annotations

import datetime
import gc
import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from attrs import field

from clausecheck.analyses.acceptances import accept, faults, standing
from clausecheck.analyses.choices import Found
from clausecheck.analyses.clashes import clashes
from clausecheck.analyses.facts import Facts
from clausecheck.analyses.ledger import ledger
from clausecheck.analyses.record import Record, doubts
from clausecheck.findings import Finding, LedgerEntry, Lens, Material, Problem, Report
from clausecheck.model import nodes
from clausecheck.model.checks import check_blocks, check_names, check_reading
from clausecheck.model.from_syntax import from_syntax
from clausecheck.model.name_checks import Lookup
from clausecheck.model.names import collect
from clausecheck.model.reading import Reading, clause_blocks, default_start, read, read_clause
from clausecheck.model.resolve import Resolver, variants
from clausecheck.rules import RULES, Rule
from clausecheck.source import LONGEST_LINE, Source, Span
from clausecheck.syntax.lexer import MAX_DEPTH, TooDeep
from clausecheck.syntax.slips import Slip
from clausecheck.values import evolve, frozen
from clausecheck.vocabulary import Vocabulary

MOST_FINDINGS = 100_000
"""In one text; one with more is none, and a report of them nobody could read."""


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
    unsuppressible: Collection[str] = ()
    """Rules that pass every lens, and that no acceptance covers."""
    stood: Source | None = None
    """The text as it was agreed to: what it accepts counts where it stood there already."""
    today: datetime.date = field(factory=datetime.date.today)
    """The day on which acceptances are held against their end; it matters nowhere else."""


def understand(source: Source, vocabulary: Vocabulary) -> tuple[Facts, tuple[str, ...]]:
    """Return what is known of a text, and what the reader must know of that, a sentence each.

    Where brackets are open, the first proposal of each is taken.

    Raises:
        LimitExceeded: the text is of a kind that nobody writes.
    """
    declaration, _ = _read(source)
    way, *others = variants(declaration)
    chosen = Resolver(declaration).resolve(dict(way.choices))
    reading = read(chosen, collect(_blocks(chosen), vocabulary), vocabulary)
    notes = []
    if any(not other.version for other in others):
        notes.append("Brackets are open: the first proposal of each is taken.")
    if reading.broken:
        notes.append("Lines that could not be read are left out: `clausecheck lint` says which.")
    return Facts(reading, vocabulary), tuple(notes)


def examine(
    source: Source, vocabulary: Vocabulary, settings: Settings, *, version: str | None = None
) -> tuple[Facts, Report]:
    """Return what is known of a text and what is found in it, as one text without brackets.

    Where brackets are open, the first proposal of each is taken, and the report's notes say so. Of
    language versions the first is taken, or the one of that name, as in `the Korean text`.

    Raises:
        LimitExceeded: the text is of a kind that nobody writes.
    """
    with _collection_off():
        declaration, slips = _read(source)
        ways = variants(declaration)
        way = next((way for way in ways if way.version and way.label == version), ways[0])
        chosen = Resolver(declaration).resolve(dict(way.choices))
        report = _check(source, chosen, slips, vocabulary, settings)
        reading = read(chosen, collect(_blocks(chosen), vocabulary), vocabulary)
        notes = list(report.notes)
        if any(not other.version for other in ways[1:]):
            notes.append("Brackets are open: the first proposal of each is taken.")
        if way.version:
            notes.append(f"{way.label[0].upper()}{way.label[1:]} of {source.name}.")
        return Facts(reading, vocabulary), evolve(report, notes=tuple(notes))


def versions(source: Source) -> tuple[str, ...]:
    """Return what the language versions of a text are called, in text order; none for one text.

    Raises:
        LimitExceeded: the text is of a kind that nobody writes.
    """
    declaration, _ = _read(source)
    return tuple(way.label for way in variants(declaration) if way.version)


def check(source: Source, vocabulary: Vocabulary, settings: Settings) -> Report:
    """Return what is found in one text.

    Raises:
        LimitExceeded: the text is of a kind that nobody writes.
    """
    with _collection_off():
        declaration, slips = _read(source)
        return _check(source, declaration, slips, vocabulary, settings)


def _read(source: Source) -> tuple[nodes.Declaration, tuple[Slip, ...]]:
    _see_that_it_is_a_text(source)
    try:
        return from_syntax(source)
    except TooDeep:
        message = f"brackets are nested deeper than {MAX_DEPTH}"
        raise LimitExceeded(kind="too-deep", message=message) from None


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
    others = [
        _with_choice(reading, resolver.resolve(dict(way.choices)), vocabulary) for way in ways[1:]
    ]
    written = _ordered(
        (
            *slips,
            *check_blocks(declaration, vocabulary),
            *check_names(declaration, names, vocabulary, settings.lookup or _no_other_texts),
            *check_reading(reading, vocabulary),
            *(
                slip
                for other in others
                for slip in check_reading(_changed(other, reading), vocabulary)
            ),
        )
    )
    is_open = any(not way.version for way in ways[1:])
    found = Found(ways)
    met: dict[str, list[str | Span]] = {}
    known = Facts(reading, vocabulary, written)
    for number, (way, variant) in enumerate(zip(ways, (reading, *others), strict=True)):
        whole = number == 0 or way.version
        judged = variant if whole else _changed(variant, reading)
        facts = known if number == 0 else Facts(judged, vocabulary)
        for rule in _due(settings, whole=whole and not is_open, first=number == 0):
            for said in rule.judge(facts):
                if isinstance(said, Problem):
                    found.add(number, _finding(said, rule, judged, source))
                elif number == 0:
                    met.setdefault(said.entry, []).append(judged.clause_at(said.at) or said.at)
    raised = list(found.findings())
    if len(raised) > MOST_FINDINGS:
        message = f"more than {MOST_FINDINGS:,} findings; this is no text that somebody wrote"
        raise LimitExceeded(kind="too-many-findings", message=message)
    record = None if settings.stood is None else _record(settings.stood, declaration)
    findings = tuple(
        _numbered(
            sorted(
                _with_acceptances(raised, reading, source, vocabulary, settings, record),
                key=_by_place,
            )
        )
    )
    judged_entries = _ledger(findings, met, reading, settings, is_open=is_open)
    return Report(
        source,
        reading.title,
        findings,
        known.stances,
        _material(reading),
        tuple(_notes(reading, is_open=is_open)),
        judged_entries,
        clashes(judged_entries),
        notices=tuple(doubts(raised, standing(reading.declaration), record)) if record else (),
    )


def _ledger(
    findings: Sequence[Finding],
    met: Mapping[str, Sequence[str | Span]],
    reading: Reading,
    settings: Settings,
    *,
    is_open: bool,
) -> tuple[LedgerEntry, ...]:
    rules = [rule for rule in settings.rules if counts(rule, settings)]
    return ledger(
        dict.fromkeys(entry for rule in rules for entry in rule.entries),
        findings,
        met,
        silences={rule.name: rule.entries[0] for rule in rules if rule.silence},
        silence_counts=reading.complete and not reading.broken and not is_open,
    )


def _with_acceptances(
    findings: list[Finding],
    reading: Reading,
    source: Source,
    vocabulary: Vocabulary,
    settings: Settings,
    record: Record | None,
) -> Iterator[Finding]:
    """Yield the findings, marked where they are accepted, and those about the acceptances."""
    acceptances = standing(reading.declaration)
    if not settings.accept:
        yield from findings
        return
    counting = [each for each in acceptances if each.acceptance.rule not in settings.unsuppressible]
    yield from accept(findings, counting, settings.today, record.holds if record else None)
    slips = faults(
        findings,
        () if reading.broken else acceptances,
        settings.today,
        known={rule.name for rule in (*RULES, *settings.rules)},
        ran={rule.name for rule in settings.rules if counts(rule, settings)},
    )
    facts = Facts(reading, vocabulary, tuple(slips))
    for rule in settings.rules:
        if rule.looks_at == "acceptances":
            for problem in rule.judge(facts):
                if isinstance(problem, Problem):
                    yield _finding(problem, rule, reading, source)


def _record(stood: Source, declaration: nodes.Declaration) -> Record:
    """Return what was on record before; nothing, where that text is of a kind nobody writes."""
    try:
        before, _ = _read(stood)
    except LimitExceeded:
        before, _ = from_syntax(Source(stood.name, ""))
    return Record(before, declaration)


def _see_that_it_is_a_text(source: Source) -> None:
    number = source.overlong_line
    if number is not None:
        message = f"line {number} is longer than {LONGEST_LINE:,} characters"
        raise LimitExceeded(kind="line-too-long", message=message)


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
    start = default_start(reading.head)
    known = {id(clause.block): clause for clause in reading.clauses}
    clauses = tuple(
        known.get(id(block))
        or read_clause(block, reading.names, vocabulary, start=start, preamble=preamble)
        for block, preamble in clause_blocks(_blocks(chosen))
    )
    return evolve(reading, declaration=chosen, clauses=clauses)


def _due(settings: Settings, *, whole: bool, first: bool) -> Iterator[Rule]:
    """Yield the rules that run: where brackets are open, only those that look at one clause.

    What is wrong with the writing is found in all proposals at once, and reported with the first.
    """
    for rule in settings.rules:
        if rule.looks_at == "acceptances" or not counts(rule, settings):
            continue
        if first if rule.family == "language" else whole or rule.looks_at == "clause":
            yield rule


def counts(rule: Rule, settings: Settings) -> bool:
    """Tell whether what a rule finds is reported at all."""
    return (
        settings.lens is None
        or rule.lens in {settings.lens, "both", "neutral"}
        or rule.name in settings.unsuppressible
    )


def _finding(problem: Problem, rule: Rule, reading: Reading, source: Source) -> Finding:
    clause = problem.clause or reading.clause_at(problem.at)
    related = tuple(
        evolve(
            other,
            clause=other.clause or (reading.clause_at(other.at) if other.path is None else None),
        )
        for other in problem.related
    )
    digest = hashlib.blake2b(
        "\0".join((rule.name, clause or "", source.words(problem.at))).encode(
            errors="surrogatepass"
        ),
        digest_size=8,
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
            if provision.labels.known("verified by"):
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

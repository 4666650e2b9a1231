"""The pipeline: a text in, what is found in it out. Read from top to bottom."""

from __future__ import annotations

import gc
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from clausecheck.analyses.acceptances import accept, standing
from clausecheck.analyses.clashes import clashes
from clausecheck.analyses.facts import Facts
from clausecheck.analyses.material import material
from clausecheck.analyses.openings import opened
from clausecheck.analyses.record import Record, doubts
from clausecheck.findings import UNRESOLVED, Finding, LedgerEntry, Met, Problem, Report
from clausecheck.judging import Settings, finding_of, on_record, once, problems, told_apart
from clausecheck.model import nodes
from clausecheck.model.checks import check_blocks, check_names, check_reading
from clausecheck.model.decisions import Decision, choices_of, decisions
from clausecheck.model.from_syntax import from_syntax
from clausecheck.model.names import collect
from clausecheck.model.reading import Reading, head_of, read
from clausecheck.model.resolve import blanked, brackets, resolve, unread_marked
from clausecheck.model.wishes import UnknownChoice, version_in
from clausecheck.notes import (
    notes_on,
    on_brackets,
    on_chosen,
    on_first_proposals,
    on_two_clocks,
    on_uncounted,
    on_untold,
    on_versions,
    unread_lines,
)
from clausecheck.rolling import RollingText, ledger_of, no_other_texts
from clausecheck.source import Source, Span
from clausecheck.syntax.slip import Slip
from clausecheck.values import evolve
from clausecheck.vocabulary import Vocabulary
from clausecheck.written import LimitExceeded, read_chosen, read_source

__all__ = [
    "LimitExceeded",
    "Settings",
    "UnknownChoice",
    "changed_clauses",
    "check",
    "check_resolved",
    "examine",
    "read_chosen",
    "read_source",
    "understand",
    "versions",
]

MOST_FINDINGS = 100_000
"""In one text; one with more is none, and a report of them nobody could read."""


def understand(
    source: Source, vocabulary: Vocabulary, choose: Sequence[str] = (), language: str | None = None
) -> tuple[Facts, tuple[str, ...]]:
    """Return what is known of a text, and what the reader must know of that, a sentence each.

    Where brackets are open, the first proposal of each is taken, but for those that are chosen. Of
    language versions that differ the first is taken, or the one in that language (`ko`, `Korean`).

    Raises:
        LimitExceeded: the text is of a kind that nobody writes.
        UnknownChoice: something is chosen that is not there, or a language that the text has not.
    """
    declaration, _, settled = read_chosen(source, choose)
    every = decisions(declaration, source)
    version = version_in(language, every).words if language is not None else None
    taken = _first_taken(every, version)
    chosen = unread_marked(resolve(declaration, choices_of(every, taken)))
    reading = read(chosen, collect(_blocks(chosen), vocabulary), vocabulary)
    notes = [*on_chosen(settled), *on_first_proposals(every), *on_versions(every, taken)]
    notes += on_untold(every, taken)
    if reading.broken:
        notes.append(
            "Lines that could not be read are left out, and so are the clauses that hold them: "
            "`clausecheck lint` says which."
        )
    notes += on_uncounted(reading, vocabulary)
    return Facts(reading, vocabulary), tuple(notes)


def examine(
    source: Source, vocabulary: Vocabulary, settings: Settings, *, version: str | None = None
) -> tuple[Facts, Report, tuple[nodes.Bracket, ...], Source]:
    """Return what is known of a text, what is found in it, as one without brackets, and those.

    Last comes the text itself, with blanks for the brackets and for what is not taken of them.

    Where brackets are open, the first proposal of each is taken, and the report's notes say so.
    Of language versions the first is taken, or the one of that name, as in `the Korean text`.

    Raises:
        LimitExceeded: the text is of a kind that nobody writes.
    """
    with _collection_off():
        declaration, slips, settled = read_chosen(source, settings.choose)
        every = decisions(declaration, source)
        taken = _first_taken(every, version)
        chosen = unread_marked(resolve(declaration, choices_of(every, taken)))
        report = check_resolved(source, chosen, slips, vocabulary, settings)
        reading = read(chosen, collect(_blocks(chosen), vocabulary), vocabulary)
        notes = [*report.notes, *on_chosen(settled), *on_first_proposals(every)]
        for each, at in zip(every, taken, strict=True):
            if each.version:
                words = each.options[at].words
                notes.append(f"{words[0].upper()}{words[1:]} of {source.name}.")
        notes += on_untold(every, taken)
        left = tuple(brackets(declaration))
        written = read_source(source)[0] if settings.choose else declaration
        every_choice = {**choices_of(every, taken), **settled.taken}
        plain = Source(source.name, blanked(written, every_choice, source.text))
        return Facts(reading, vocabulary), evolve(report, notes=tuple(notes)), left, plain


def examine_as_part(
    source: Source, vocabulary: Vocabulary, settings: Settings, *, version: str | None = None
) -> Report:
    """Return what is found in a text as `examine` takes it, were it a part of a whole."""
    with _collection_off():
        declaration, slips, _ = read_chosen(source, settings.choose)
        every = decisions(declaration, source)
        taken = _first_taken(every, version)
        chosen = unread_marked(resolve(declaration, choices_of(every, taken)))
        head = head_of(_blocks(chosen))
        blocks = tuple(
            _without_scope(block) if isinstance(block, nodes.Block) and block is head else block
            for block in chosen.blocks
        )
        return check_resolved(source, evolve(chosen, blocks=blocks), slips, vocabulary, settings)


def _without_scope(block: nodes.Block) -> nodes.Block:
    kept = (
        item for item in block.items if not isinstance(item, nodes.Label) or item.name != "scope"
    )
    return evolve(block, items=tuple(kept))


def _first_taken(every: Sequence[Decision], version: str | None) -> list[int]:
    """Return the first option of each decision; of language versions that of this name."""
    return [
        next((at for at, o in enumerate(each.options) if each.version and o.words == version), 0)
        for each in every
    ]


def versions(source: Source) -> tuple[str, ...]:
    """Return what the language versions of a text are called, in text order; none for one text.

    Raises:
        LimitExceeded: the text is of a kind that nobody writes.
    """
    declaration, _ = read_source(source)
    return tuple(
        option.words
        for decision in decisions(declaration, source)
        if decision.version
        for option in decision.options
    )


def check(source: Source, vocabulary: Vocabulary, settings: Settings) -> Report:
    """Return what is found in one text.

    Raises:
        LimitExceeded: the text is of a kind that nobody writes.
        UnknownChoice: something is chosen that is not there.
    """
    with _collection_off():
        declaration, slips, settled = read_chosen(source, settings.choose)
        if any(brackets(declaration)):
            report = _check_rolling(source, declaration, slips, vocabulary, settings)
        else:
            report = check_resolved(source, declaration, slips, vocabulary, settings)
        if settings.final:
            report = evolve(report, findings=tuple(_as_final(report.findings, declaration)))
        return evolve(report, notes=(*report.notes, *on_chosen(settled)))


def check_resolved(
    source: Source,
    declaration: nodes.Declaration,
    slips: tuple[Slip, ...],
    vocabulary: Vocabulary,
    settings: Settings,
) -> Report:
    """Return what is found in a text without brackets."""
    names = collect(_blocks(declaration), vocabulary)
    reading = read(declaration, names, vocabulary)
    written = _ordered(
        (
            *slips,
            *check_blocks(declaration, vocabulary),
            *check_names(declaration, names, vocabulary, settings.lookup or no_other_texts),
            *check_reading(reading, vocabulary),
        )
    )
    facts = Facts(reading, vocabulary, written)
    findings: list[Finding] = []
    answers: list[Met] = []
    for rule in settings.judging:
        for said in rule.judge(facts):
            if isinstance(said, Problem):
                findings.append(finding_of(said, rule, reading, source))
            else:
                answers.append(said)
    met: dict[str, list[str | Span]] = {}
    for answer in sorted(answers, key=lambda each: each.at.start):
        met.setdefault(answer.entry, []).append(reading.clause_at(answer.at) or answer.at)
    raised = once(findings)
    if len(raised) > MOST_FINDINGS:
        message = f"more than {MOST_FINDINGS:,} findings; this is no text that somebody wrote"
        raise LimitExceeded(kind="too-many-findings", message=message)
    record = _record(settings.stood, declaration)
    judged = tuple(
        told_apart(_with_acceptances(raised, reading, source, vocabulary, settings, record))
    )
    complete = reading.complete and not reading.broken
    # What is wrong with the record of what is accepted takes back no acceptance.
    of_record = {rule.name for rule in settings.counting} - {rule.name for rule in settings.judging}
    of_text = [finding for finding in judged if finding.rule not in of_record]
    judged_entries = ledger_of(of_text, met, settings, complete=complete, opened=opened(facts))
    return Report(
        source,
        reading.title,
        judged,
        facts.stances,
        material(facts),
        (*notes_on(reading, unread_lines(source, written)), *on_two_clocks(reading)),
        judged_entries,
        clashes(judged_entries),
        notices=_doubted(raised, reading, record),
    )


def _check_rolling(
    source: Source,
    declaration: nodes.Declaration,
    slips: tuple[Slip, ...],
    vocabulary: Vocabulary,
    settings: Settings,
) -> Report:
    """Return what is found in a text with brackets, under whichever choices."""
    record = _record(settings.stood, declaration)
    text = RollingText(source, declaration, vocabulary, settings, record=record)
    reading = text.reading(text.first)
    found = [evolve(found, choices=text.choices_of(found, tree)) for found, tree in text.learned()]
    written = list(_findings_on_writing(text, slips, found))
    judged = tuple(
        told_apart(_with_acceptances(written, reading, source, vocabulary, settings, record, found))
    )
    stances = tuple(evolve(stance, choices=text.causes(tree)) for stance, tree in text.stances())
    return Report(
        source,
        reading.title,
        judged,
        stances,
        material(text.facts(text.first)),
        (
            *on_brackets(text),
            *notes_on(reading, unread_lines(source, slips)),
            *on_two_clocks(reading),
        ),
        tuple(_worst(text)) if settings.ledger else (),
        tuple(text.clashes()) if settings.ledger else (),
        notices=_doubted((*found, *written), reading, record),
        bound=() if text.strength is None and not text.learner.rough else tuple(on_brackets(text)),
    )


def _findings_on_writing(
    text: RollingText, slips: Iterable[Slip], found: Iterable[Finding]
) -> Iterator[Finding]:
    """Yield what is wrong with how a text is written, but for what was found with all else.

    All proposals are looked at together, as they stand in it; what is wrong with some choices
    alone comes after that, and says with which.
    """
    known = set(map(_told_at, found))
    by_choice = {
        _told_at(each): evolve(each, choices=text.choices_of(each, tree))
        for each, tree in text.learned_of_writing()
    }
    places = set()
    for finding in _as_it_stands(text, slips):
        key = _told_at(finding)
        if key not in known:
            places.add(key[:2])
            yield by_choice.pop(key, finding)
    for key, finding in by_choice.items():
        if key not in known and key[:2] not in places:
            yield finding


def _told_at(finding: Finding) -> tuple[str, Span, str]:
    return finding.rule, finding.span, finding.message


def _as_it_stands(text: RollingText, slips: Iterable[Slip]) -> Iterator[Finding]:
    """Yield what is wrong with how a text is written, all of its proposals looked at at once."""
    settings, vocabulary = text.settings, text.vocabulary
    reading = text.reading(text.first)
    every_wording = evolve(reading, clauses=text.clauses_read)
    names, lookup = reading.names, settings.lookup or no_other_texts
    told = {
        bracket.span: text.versions_in_words(bracket)
        for decision in text.decisions
        if decision.version
        for bracket in decision.brackets
    }
    written = _ordered(
        evolve(slip, message=f"{slip.message}: {told[slip.at]}") if slip.at in told else slip
        for slip in (
            *slips,
            *check_blocks(text.declaration, vocabulary),
            *check_names(text.declaration, names, vocabulary, lookup),
            *check_reading(every_wording, vocabulary),
        )
    )
    facts = Facts(reading, vocabulary, written)
    for rule in settings.judging:
        if rule.family == "language":
            yield from problems(rule, facts, text.source)


def _as_final(findings: Iterable[Finding], declaration: nodes.Declaration) -> Iterator[Finding]:
    """Yield the findings with every open bracket an error, accepted or not: none may be signed."""
    versions = {bracket.span for bracket in brackets(declaration) if bracket.by_language}
    for finding in findings:
        if finding.rule == UNRESOLVED and finding.span not in versions:
            yield evolve(
                finding,
                severity="error",
                status="new",
                because="",
                accepted_by=(),
                accepted_until="",
                help="settle it: a text to be signed leaves nothing open",
            )
        else:
            yield finding


def _worst(text: RollingText) -> Iterator[LedgerEntry]:
    """Yield what becomes of each objection at worst, by which choices, and what else may."""
    known: dict[str, LedgerEntry] = {}
    for entry, tree in text.entries():
        if entry.entry in known:
            worst = known[entry.entry]
            known[entry.entry] = evolve(worst, otherwise=(*worst.otherwise, entry.state))
        else:
            known[entry.entry] = evolve(entry, choices=text.causes(tree))
    yield from known.values()


def _with_acceptances(
    findings: list[Finding],
    reading: Reading,
    source: Source,
    vocabulary: Vocabulary,
    settings: Settings,
    record: Record | None,
    marked: Sequence[Finding] = (),
) -> Iterator[Finding]:
    """Yield the findings, marked where they are accepted, and those about the acceptances.

    What is `marked` already is left as it is.
    """
    yield from marked
    acceptances = standing(reading.declaration)
    if not settings.accept:
        yield from findings
        return
    counting = [each for each in acceptances if each.acceptance.rule not in settings.unsuppressible]
    yield from accept(findings, counting, settings.today, record.holds if record else None)
    yield from on_record((*marked, *findings), reading, source, vocabulary, settings)


def changed_clauses(
    before: Source, now: Source, clauses: Iterable[str | None]
) -> tuple[str | None, ...]:
    """Return those of the clauses that do not say what they said, in their order, each once.

    None is the text before and between clauses.

    Raises:
        LimitExceeded: the text is of a kind nobody writes.
    """
    record = Record(_before(before), read_source(now)[0])
    return tuple(each for each in dict.fromkeys(clauses) if not record.is_unchanged(each))


def _record(stood: Source | None, declaration: nodes.Declaration) -> Record | None:
    """Return what was on record before, where that is asked for."""
    return None if stood is None else Record(_before(stood), declaration)


def _before(stood: Source) -> nodes.Declaration:
    """Return an earlier state of a text; nothing, where it is of a kind nobody writes."""
    try:
        return read_source(stood)[0]
    except LimitExceeded:
        return from_syntax(Source(stood.name, ""))[0]


def _doubted(
    findings: Iterable[Finding], reading: Reading, record: Record | None
) -> tuple[str, ...]:
    return tuple(doubts(findings, standing(reading.declaration), record)) if record else ()


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


def _ordered(slips: Iterable[Slip]) -> tuple[Slip, ...]:
    """Return the slips in text order, each once.

    Of two labels alike with a line between them that could not be read nothing is said: the second
    may belong to that line.
    """
    every = sorted(dict.fromkeys(slips), key=lambda slip: (slip.at, slip.rule))
    unread = [slip.at for slip in every if slip.rule == "unreadable-line"]
    return tuple(
        slip
        for slip in every
        if slip.rule != "duplicate-label"
        or not any(bisect(unread, slip.at) > bisect(unread, at) for at, _ in slip.related)
    )

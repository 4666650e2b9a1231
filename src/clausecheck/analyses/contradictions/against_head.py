"""Where a line of the head cannot stand beside another line of it, or beside a clause.

The head says in one word what clauses say in sentences: who may leave, what is superseded, when the
text is in force and for how long. Only what speaks without reserve is held against it: a clause
with a time, a condition or an exception of its own may have been written to go with the head.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Literal

from clausecheck.analyses.contradictions import counting, kept, manners
from clausecheck.analyses.contradictions.counting import differ, leaving, period_of
from clausecheck.analyses.contradictions.plain import is_plain
from clausecheck.analyses.drafting.final_clauses import FinalClauses, Topic
from clausecheck.analyses.drafting.ratification import awaits_ratification
from clausecheck.analyses.obligations.membership import is_this_text, stays_in
from clausecheck.analyses.security.armistice import endings, is_armistice
from clausecheck.analyses.terms import acts, names_this_text
from clausecheck.analyses.ties import NOTHING_MORE
from clausecheck.analyses.timing.bodies import dissolved, ending_bodies
from clausecheck.analyses.timing.ends import last_day
from clausecheck.analyses.timing.in_force import who_ratifies
from clausecheck.analyses.timing.moments import Moment, days_meant
from clausecheck.analyses.timing.schedule import Day, Schedule
from clausecheck.analyses.timing.steps import Step
from clausecheck.model import nodes
from clausecheck.model.reading import Provision, Reading, Said
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary
from clausecheck.vocabulary.inflection import units

What = Literal[
    "exit barred",
    "exit allowed",
    "settled",
    "continued",
    "kept",
    "kept at first",
    "going on",
    "left",
    "denied",
    "ratified late",
    "never ratified",
    "barred",
    "outlived",
    "due late",
    "body outlived",
    "body gone",
    "lasts",
    "enters",
    "notice",
    "reviewed",
    "amended",
    "decided",
    "prevails",
    "deposited",
    "court barred",
]
_OF_A_TERM = frozenset("for a period of term its date entry into".split())
_STARTS = frozenset({"signature", "entry into force"})
_SETTLED: tuple[Topic, ...] = ("entry into force", "ratification", "amendment", "review")


@frozen
class Against:
    """What stands at one place, the place that says otherwise, and the sentence's number."""

    what: What
    at: Span
    other: Span
    topic: str
    """The name of the head's line, or of a body."""
    number: str = ""
    """Empty where both are lines of the head."""
    pair: frozenset[str] = frozenset()
    """The numbers of both sentences, of what the text keeps and ends."""


def analyse(
    reading: Reading,
    vocabulary: Vocabulary,
    final: FinalClauses,
    schedule: Schedule,
    over: Iterable[Provision],
) -> tuple[Against, ...]:
    """Return them in text order, each place once; `over` is what ends the war or the armistice."""
    found: dict[Span, Against] = {}
    for against in chain(
        _on_leaving(reading),
        _settled(reading, final),
        _continued(reading, vocabulary),
        _kept(reading, vocabulary, over),
        _ratified_late(reading),
        _never_ratified(reading, final),
        _barred(reading, vocabulary),
        _lasting(reading, vocabulary),
        _outlived(reading),
        _past_the_end(reading, schedule),
        _past_their_body(reading, vocabulary, schedule),
        _in_another_manner(reading, vocabulary),
    ):
        found.setdefault(against.at, against)
    return tuple(sorted(found.values(), key=lambda each: each.at))


# ── Leaving ──────────────────────────────────────────────────────────────────────────────────────


def _on_leaving(reading: Reading) -> Iterator[Against]:
    line = reading.head.get("exit")
    if line is None:
        return
    allows = any(isinstance(node, nodes.Notice) for node in walk(line.value))
    denies = isinstance(line.value, nodes.Silence) and line.value.kind == "none"
    for said, provision in reading.sentences_and_provisions():
        at, stays = leaving(provision), _staying(said, provision)
        barred = at if provision.kind == "prohibition" else stays
        if allows and barred is not None and is_plain(said, provision):
            yield Against("exit barred", barred, line.span, "exit", provision.number)
        if denies and at is not None and provision.kind == "permission" and not _by_all(provision):
            yield Against("exit allowed", at, line.span, "exit", provision.number)


def _staying(said: Said, provision: Provision) -> Span | None:
    """Return where it speaks of staying bound by the text: "remain a party to this treaty"."""
    treaty = stays_in(provision, said)
    if treaty is None or provision.kind != "duty" or not is_this_text(treaty, provision):
        return None
    return Span(provision.deed.act_span.start, treaty.span.end)


def _by_all(provision: Provision) -> bool:
    """Tell whether it takes the others to leave, or the text's own end."""
    return provision.actor is None or provision.labels.stated("with consent of")


# ── What the text ends, and what it settles ──────────────────────────────────────────────────────


def _settled(reading: Reading, final: FinalClauses) -> Iterator[Against]:
    """Yield the clauses that settle what the head says the text has nothing on."""
    for topic in _SETTLED:
        at, line = final.said.get(topic), final.denied.get(topic)
        if at is not None and line is not None:
            yield Against("settled", at, line, topic, reading.clause_at(at) or "")


def _continued(reading: Reading, vocabulary: Vocabulary) -> Iterator[Against]:
    """Yield the lines by which the text continues what it supersedes."""
    superseded = {_named(name): name.span for name in _names("supersedes", reading)}
    ended = next((at for at, number in endings(reading, vocabulary)), None)
    for name in _names("continues", reading):
        other = superseded.get(_named(name))
        if other is None and is_armistice(name.text, vocabulary, alone=True):
            other = ended
        if other is not None:
            number = reading.clause_at(other) or ""
            yield Against("continued", name.span, other, "continues", number)


def _names(topic: str, reading: Reading) -> Iterator[nodes.Name]:
    for label in reading.head.all(topic):
        yield from (node for node in walk(label.value) if isinstance(node, nodes.Name))


def _named(name: nodes.Name) -> str:
    return units(name.text).removeprefix("the ")


def _kept(reading: Reading, vocabulary: Vocabulary, over: Iterable[Provision]) -> Iterator[Against]:
    """Yield the clauses that keep what the text ends, or say that it does not end it."""
    for each in kept.kept(reading, vocabulary, over):
        ended = each.ended
        what: What = "kept at first" if each.how == "kept" and ended.how != "at once" else each.how
        topic = "" if ended.number else "supersedes"
        number = ended.number or each.number
        yield Against(what, each.at, ended.at, topic, number, frozenset({each.number, number}))


# ── In force, and for how long ───────────────────────────────────────────────────────────────────


def _ratified_late(reading: Reading) -> Iterator[Against]:
    """Yield the line on who ratifies, where the text is in force without it."""
    entry, line = reading.head.get("entry into force"), reading.head.get("ratification")
    if entry is None or line is None or not reading.head.known("ratification"):
        return
    moment = entry.value.moment if isinstance(entry.value, nodes.Offset) else entry.value
    if isinstance(moment, nodes.Event) and moment.name.text == "signature":
        yield Against("ratified late", line.span, entry.span, "ratification")


def _never_ratified(reading: Reading, final: FinalClauses) -> Iterator[Against]:
    """Yield the line by which nobody ratifies, where the text waits for that to be in force."""
    waiting, line = awaits_ratification(reading), final.denied.get("ratification")
    entry = waiting.value if waiting is not None else None
    chosen = isinstance(entry, nodes.Combined) and entry.either
    if waiting is not None and line is not None and not chosen:
        yield Against("never ratified", line, waiting.span, "ratification")


def _barred(reading: Reading, vocabulary: Vocabulary) -> Iterator[Against]:
    """Yield the bans on a ratification without which the text is never in force."""
    line = awaits_ratification(reading)
    if line is None or (isinstance(line.value, nodes.Combined) and line.value.how != "all"):
        return
    ratifiers = who_ratifies(reading) or frozenset(reading.names.parties)
    for said, provision in reading.sentences_and_provisions():
        barred = provision.kind == "prohibition" and acts(provision, vocabulary, ("ratify",))
        asked = not ratifiers.isdisjoint(provision.meaning.who.names)
        if barred and asked and names_this_text(provision.deed) and is_plain(said, provision):
            yield Against("barred", provision.deed.span, line.span, line.name, provision.number)


def _lasting(reading: Reading, vocabulary: Vocabulary) -> Iterator[Against]:
    """Yield the sentences that give the text itself another term than the head or a sentence.

    Two sentences that both have it in words, or both on a line, are one thing with two figures.
    """
    line = reading.head.get("duration")
    known = line.value if line is not None else None
    first = (line.span, known, "", "head") if line and isinstance(known, _Term) else None
    for said, provision in reading.sentences_and_provisions():
        term = _term_of_the_text(said, provision, vocabulary)
        if term is None:
            continue
        span, period, how = term
        if first is None:
            first = span, period, provision.number, how
        elif first[3] != how and _are_apart(first[1], period):
            yield Against("lasts", span, first[0], "duration", first[2])


_Term = nodes.Period | nodes.WithoutLimit


def _are_apart(one: _Term, other: _Term) -> bool:
    if isinstance(one, nodes.Period) and isinstance(other, nodes.Period):
        return differ(one, other)
    return type(one) is not type(other)


def _term_of_the_text(
    said: Said, provision: Provision, vocabulary: Vocabulary
) -> tuple[Span, _Term, str] | None:
    """Return how long a sentence says that the text is in force, where, and whether in words."""
    itself = provision.meaning.who.how == "text" and not provision.meaning.subject
    stays = provision.modality.name == "remains in force"
    lasts = stays or (provision.kind == "duty" and acts(provision, vocabulary, ("continue",)))
    if not (itself and lasts):
        return None
    line, spans = provision.timing.term, provision.meaning.periods
    only_it = {each.name for each in provision.labels.lines} <= {*NOTHING_MORE, "for"}
    if line is not None and isinstance(line.value, _Term) and only_it and not spans:
        return line.span, line.value, "line"
    if not spans and is_plain(said, provision, _ENDLESS):
        return _endless(said)
    if len(spans) != 1 or spans[0].qualifier or not is_plain(said, provision, _OF_A_TERM):
        return None
    return spans[0].span, period_of(spans[0]), "words"


_ENDLESS = frozenset({"indefinitely", "without", "limit"})


def _endless(said: Said) -> tuple[Span, _Term, str] | None:
    """Return the words by which a thing has no end."""
    words = (part for part in said.sentence.parts if isinstance(part, nodes.Word))
    at = [word.span for word in words if word.text.lower() in _ENDLESS]
    span = Span(at[0].start, at[-1].end) if at else None
    return (span, nodes.WithoutLimit(span), "words") if span is not None else None


def _in_another_manner(reading: Reading, vocabulary: Vocabulary) -> Iterator[Against]:
    """Yield the sentences by which others decide, or other words or times hold, than by a line."""
    found: tuple[tuple[What, Iterator[manners.Found]], ...] = (
        ("enters", counting.entered_otherwise(reading, vocabulary)),
        ("notice", counting.left_otherwise(reading)),
        ("reviewed", counting.reviewed_otherwise(reading, vocabulary)),
        ("deposited", manners.deposited_otherwise(reading, vocabulary)),
        ("court barred", manners.barred_courts(reading, vocabulary)),
        ("amended", manners.amended_otherwise(reading, vocabulary)),
        ("decided", manners.decided_otherwise(reading)),
        ("prevails", manners.other_language(reading)),
    )
    for what, each in found:
        for at, line, number in each:
            yield Against(what, at, line.span, line.name, number)


def _outlived(reading: Reading) -> Iterator[Against]:
    """Yield the terms of clauses that are longer than the text is to last."""
    line = reading.head.get("duration")
    if line is None or not isinstance(line.value, nodes.Period):
        return
    _, most = days_meant(line.value)
    for _, provision in reading.sentences_and_provisions():
        term = provision.timing.term
        own = provision.labels.all("notwithstanding", "after") or any(
            not (isinstance(line.value, nodes.Event) and line.value.name.text in _STARTS)
            for line in provision.labels.all("from")
        )
        itself = provision.meaning.who.how == "text"
        if term is not None and isinstance(term.value, nodes.Period) and not (own or itself):
            fewest, _ = days_meant(term.value)
            if fewest > most:
                yield Against("outlived", term.span, line.span, "duration", provision.number)


def _past_the_end(reading: Reading, schedule: Schedule) -> Iterator[Against]:
    """Yield what is to hold beyond the text's end, or need not be done before it, by their days."""
    line = reading.head.get("duration")
    if line is None or not isinstance(line.value, nodes.Period):
        return
    bound = [step for step in schedule.steps.values() if step.kind in {"duty", "prohibition"}]
    for step, at in _beyond(last_day(line.value, schedule, reading), bound, schedule):
        what: What = "outlived" if step.lasting else "due late"
        yield Against(what, at, line.span, "duration", step.number)


def _past_their_body(
    reading: Reading, vocabulary: Vocabulary, schedule: Schedule
) -> Iterator[Against]:
    """Yield what a body alone is to do when it is no more, or need not have done before."""
    ends = [(name, line.value, line.span) for name, line in ending_bodies(reading)]
    gone = dissolved(reading, vocabulary)
    ends += [(each.name, each.due.value, each.at) for each in gone if each.due is not None]
    for name, value, over in ends:
        own = [
            step
            for step in schedule.steps.values()
            if step.kind == "duty"
            and {who for meaning in step.said.meanings for who in meaning.who.names} == {name}
        ]
        for step, at in _beyond(last_day(value, schedule, reading), own, schedule):
            what: What = "body outlived" if step.lasting else "body gone"
            yield Against(what, at, over, name, step.number)


def _beyond(
    end: Day | None, steps: Iterable[Step], schedule: Schedule
) -> Iterator[tuple[Step, Span]]:
    """Yield the steps that end or are due after a day, with the line that says so."""
    for step in steps if end is not None else ():
        itself = step.said.meanings[0].who.how == "text"
        if itself or step.done or step.said.labels.stated("notwithstanding"):
            continue
        for at, late in _ends_of(step, schedule):
            if end and late and late.origin == end.origin and late.days > end.days:
                yield step, at
                break


def _ends_of(step: Step, schedule: Schedule) -> Iterator[tuple[Span, Day | None]]:
    """Yield the lines by which a step ends or is due, with the day to which they lead."""
    complete = Moment(step.number, "is complete")
    labels = step.said.labels
    for line in labels.ending(step.kind) if step.lasting else labels.all("by", "before"):
        yield line.span, schedule.first(complete) if step.lasting else schedule.last(complete)

"""Triggers that nothing in the text brings about, and what can never apply.

What somebody will do cannot be told; what nobody has to do can. Where the text may bring a trigger
about in some way that is not read here, as by a verifier's own sentence, nothing is said.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal

from clausecheck.analyses.obligations.conditions import further_acts
from clausecheck.analyses.terms import acts
from clausecheck.analyses.ties import named_by
from clausecheck.analyses.timing.moments import CALENDAR, Moment, Reckoned, When
from clausecheck.analyses.timing.saying_when import reckoned
from clausecheck.analyses.timing.schedule import Day, Schedule
from clausecheck.analyses.timing.steps import Step
from clausecheck.model import nodes
from clausecheck.model.names import headed
from clausecheck.model.reading import Provision, Reading, Said, default_start
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.values import evolve, frozen
from clausecheck.vocabulary import Vocabulary

_VERIFYING = ("verify", "inspect", "monitor", "certify", "supervise", "check")
_HANGING = ("after", "if", "from", "starts", "on", "by", "before", "together with")
_EITHER = frozenset({"any", "earlier"})
_STARTING = frozenset({"after", "if", "from", "starts", "on", "together with"})


Unowed = Literal["permitted", "tried", "wished", "unverified"]
_TRYING = frozenset({"endeavours to", "commits to work toward"})


@frozen
class Trigger:
    """A moment of another step that a step hangs on, and why nobody must bring it about."""

    at: Span
    number: str
    awaited: Moment
    why: Unowed
    starts: bool
    """Whether the step begins by it; else it is due by it."""
    step: Step
    """The step that is awaited."""
    others: tuple[Span, ...] = ()
    """Further lines of the same sentence that hang on that step for the same reason."""


def triggers(reading: Reading, vocabulary: Vocabulary, schedule: Schedule) -> tuple[Trigger, ...]:
    """Return such triggers in text order, one for all lines that hang on one step.

    A procedure within one clause, whose first step somebody may take, is none; nor is what may be
    taken by its words and can never begin, which is told as that.
    """
    verified = _verified(reading, vocabulary)
    firsts: dict[str, Provision] = {}
    for provision in reading.provisions:
        firsts.setdefault(provision.number, provision)
    found: dict[tuple[str, str, Unowed], Trigger] = {}
    for step in schedule.steps.values():
        for label in step.said.labels.all(*_HANGING) if step.kind in _OWED else ():
            for moment in _awaited(label, step, schedule, reading):
                other = schedule.steps[moment.of]
                why = _why(step.number, moment, other, firsts, verified)
                if why is None or (why == "permitted" and moment.of in schedule.lost_steps):
                    continue
                starts = label.name in _STARTING
                trigger = Trigger(label.span, step.number, moment, why, starts, other)
                key = step.number, moment.of, why
                found[key] = _one(found[key], trigger) if key in found else trigger
                break  # each line is told once
    return tuple(found.values())


def _one(first: Trigger, then: Trigger) -> Trigger:
    """Return two lines that hang on one step as one: by that which says when the other begins."""
    told, other = (then, first) if then.starts and not first.starts else (first, then)
    return evolve(told, others=(*first.others, other.at))


_OWED = frozenset({"duty", "prohibition"})


def _awaited(
    label: nodes.Label, step: Step, schedule: Schedule, reading: Reading
) -> Iterator[Moment]:
    """Yield the moments a label names; of alternatives none, as one that is owed is enough."""
    for value in _states(label, reading):
        number = value.clause.number
        named = value.state in {"begins", "is complete", "is verified"}
        if named and number in schedule.steps and number != step.number:
            yield Moment(number, value.state)  # type: ignore[arg-type]  # one of the three


def _states(label: nodes.Label, reading: Reading) -> Iterator[nodes.ClauseState]:
    """Yield the states of clauses that a label needs, by its events too; of alternatives none."""
    waiting, seen = [label.value], set[str]()
    for each in waiting:
        values = list(walk(each))
        if any(isinstance(value, nodes.Combined) and value.how in _EITHER for value in values):
            continue
        for value in values:
            if isinstance(value, nodes.ClauseState):
                yield value
            elif isinstance(value, nodes.Event) and value.name.text not in seen:
                seen.add(value.name.text)
                event = reading.names.events.get(value.name.text)
                lines = event.labels if event is not None else ()
                waiting.extend(line.value for line in lines if line.name == "when")


def _verified(reading: Reading, vocabulary: Vocabulary) -> frozenset[str] | None:
    """Return the numbers that somebody verifies; None where a sentence does not say which."""
    found = set()
    for provision in reading.provisions:
        if provision.labels.stated("verified by"):
            found.add(provision.number)
        if acts(provision, vocabulary, _VERIFYING):
            named = set(named_by(provision, reading, "verifies"))
            if not named:
                return None
            found |= named
    return frozenset(found)


def _why(
    waiting: str,
    moment: Moment,
    step: Step,
    firsts: Mapping[str, Provision],
    verified: frozenset[str] | None,
) -> Unowed | None:
    provision = firsts[step.number]
    if step.kind == "permission":
        return None if provision.clause == firsts[waiting].clause else "permitted"
    if step.kind == "duty" and not provision.meaning.binding:
        return "tried" if provision.modality.name in _TRYING else "wished"
    if moment.state == "is verified" and verified is not None and moment.of not in verified:
        return "unverified"
    return None


# ── What can never apply ─────────────────────────────────────────────────────────────────────────

_NEVER = Literal["endless", "not broken", "denied", "after the end"]


@frozen
class Never:
    """A label because of which its sentence never begins or is never due, and what says so."""

    at: Span
    number: str
    why: _NEVER
    awaited: str
    """The clause that is waited for, or who has gone by then; empty where neither is meant."""
    because: Span


def never(reading: Reading, vocabulary: Vocabulary, schedule: Schedule) -> tuple[Never, ...]:
    """Return what can never apply, in text order, each label once.

    Something waits for the end of what has none, or for the breach of what cannot be broken; its
    conditions deny each other; it begins when the text or the body that is to do it is no more.
    """
    found: dict[Span, Never] = {}
    ends = [("", line) for line in reading.head.all("duration")]
    ends += _last_days_of_bodies(reading)
    ends += _dissolved(reading, vocabulary)
    for step in schedule.steps.values():
        for each in (
            *_endless(step, reading, schedule),
            *_conditions_denied(step),
            *_after_the_end(step, ends, reading, schedule),
        ):
            found.setdefault(each.at, each)
    return tuple(sorted(found.values(), key=lambda each: each.at))


def _endless(step: Step, reading: Reading, schedule: Schedule) -> Iterator[Never]:
    for label in step.said.labels.all(*_HANGING):
        for value in _states(label, reading):
            awaited = schedule.steps.get(value.clause.number)
            if awaited is None or awaited.number == step.number:
                continue
            at, because = label.span, awaited.said.sentence.span
            if value.state == "is complete" and _has_no_end(awaited):
                yield Never(at, step.number, "endless", awaited.number, because)
            if value.state == "is breached" and _binds_nobody(awaited):
                yield Never(at, step.number, "not broken", awaited.number, because)


def _has_no_end(step: Step) -> bool:
    """Tell whether it is a ban, or a duty that is said to have no limit, and nothing ends it."""
    terms = step.said.labels.all("for", "until")
    if any(isinstance(label.value, nodes.WithoutLimit) for label in terms):
        return step.kind in {"duty", "prohibition"}
    return step.kind == "prohibition" and not terms


def _binds_nobody(step: Step) -> bool:
    """Tell whether it asks nothing of anybody; what is renounced can be taken up again."""
    return all(
        meaning.kind in {"permission", "exemption", "statement"}
        and meaning.modality.name != "renounces"
        for meaning in step.said.meanings
    )


def _conditions_denied(step: Step) -> Iterator[Never]:
    """Yield a condition that another of the same sentence denies."""
    labels = step.said.labels.all("if", "unless")
    for number, label in enumerate(labels):
        for other in labels[:number]:
            if label.name != other.name and label.value == other.value:
                yield Never(label.span, step.number, "denied", "", other.span)


def _after_the_end(
    step: Step, ends: Sequence[tuple[str, nodes.Label]], reading: Reading, schedule: Schedule
) -> Iterator[Never]:
    """Yield a step that begins when its body is no more, or with no body's name the text."""
    starting = step.said.labels.all("after", "from", "on", "starts")
    actors = {name for meaning in step.said.meanings for name in meaning.who.names}
    own = [(name, line) for name, line in ends if not name or actors == {name}]
    first = schedule.first(Moment(step.number, "begins")) if starting and own else None
    for name, line in own:
        last = _last_day(line.value, schedule, reading)
        if first is None or last is None or first.origin != last.origin:
            continue
        if first.days > last.days:
            yield Never(starting[0].span, step.number, "after the end", name, line.span)


def _last_days_of_bodies(reading: Reading) -> Iterator[tuple[str, nodes.Label]]:
    for block in reading.declaration.blocks:
        for heading, labels in headed(block) if isinstance(block, nodes.Block) else ():
            if heading.word == "body" and heading.name is not None:
                yield from ((heading.name.text, line) for line in labels if line.name == "ends")


def _dissolved(reading: Reading, vocabulary: Vocabulary) -> Iterator[tuple[str, nodes.Label]]:
    """Yield the bodies that a duty dissolves, and those that dissolve, with the line by when."""
    for _, provision in reading.sentences_and_provisions():
        hangs = provision.labels.all("if", "unless", "with consent of", "target")
        firm = provision.meaning.binding and provision.kind == "duty" and not hangs
        if firm and acts(provision, vocabulary, ("dissolve", "expire")):
            done = [m.name for m in provision.deed.mentions if m.preposition is None]
            if provision.actor is not None:
                done = done or [provision.actor]
            lines = provision.timing.due
            yield from ((name, lines[0]) for name in done if len(lines) == 1)


def _last_day(value: nodes.Value, schedule: Schedule, reading: Reading) -> Day | None:
    """Return the last day of a term that counts from entry into force, or of a time."""
    if isinstance(value, nodes.Period):
        start_of_all = When(Moment(default_start(reading.head)))
        time: Reckoned | None = schedule.reckoner.after(start_of_all, value)
    else:
        time = reckoned(value, schedule.reckoner, "")
    if not isinstance(time, When):
        return None
    start = schedule.last(time.moment) if time.moment != CALENDAR else Day(CALENDAR, 0)
    return Day(start.origin, start.days + time.most) if start is not None else None


# ── What hangs on somebody's choice ──────────────────────────────────────────────────────────────


@frozen
class AtChoice:
    """A condition that one party alone can bring about, or alone judges though it gains by it.

    `own` tells whether that is the one who is bound, or is freed from what binds it.
    """

    at: Span
    number: str
    whose: str
    how: Literal["done", "judged"]
    own: bool


_ASKING = (
    "request", "agree", "consult", "approve", "accept", "invite", "notify", "report", "violate",
    "attack", "decide", "declare", "certify",
)  # fmt: skip


def at_choice(reading: Reading, vocabulary: Vocabulary) -> tuple[AtChoice, ...]:
    """Return such conditions of duties and bans, in text order.

    What a clause asks of that party anyhow is none, nor is a request, a consent or a breach, which
    is what conditions are made for.
    """
    owed: _Owed = {}
    for name, act, thing in _owed_acts(reading, vocabulary):
        owed.setdefault((name, act), set()).add(thing)
    found: dict[Span, AtChoice] = {}
    for clause in reading.operative_clauses:
        for said in clause.said:
            bound = {
                name
                for meaning in said.meanings
                if meaning.binding and meaning.who.how != "any"
                for name in meaning.who.names
            }
            for each in (
                *_done(said, bound, owed, reading, vocabulary),
                *_judged(said, bound or _excepted(said), reading),
            ):
                found.setdefault(each.at, each)
    return tuple(found.values())


def _excepted(said: Said) -> set[str]:
    """Return those whom a permission frees from another clause, to which it is an exception."""
    if not said.labels.stated("exception to"):
        return set()
    allowed = (meaning for meaning in said.meanings if meaning.kind == "permission")
    return {name for meaning in allowed for name in meaning.who.names}


_Owed = dict[tuple[str, str], set[str]]
"""What each party is asked to do, and to which objects."""


def _owed_acts(reading: Reading, vocabulary: Vocabulary) -> Iterator[tuple[str, str, str]]:
    for provision in reading.provisions:
        if provision.kind == "duty" and provision.act is not None:
            for name in provision.meaning.who.names:
                for act in vocabulary.ancestors("act", provision.act.name):
                    yield name, act, provision.object.name if provision.object else ""


def _done(
    said: Said,
    bound: Collection[str],
    owed: _Owed,
    reading: Reading,
    vocabulary: Vocabulary,
) -> Iterator[AtChoice]:
    for label in said.labels.all("if") if bound else ():
        parts = (n.text for n in walk(label.value) if isinstance(n, (nodes.Word, nodes.Words)))
        words = " ".join(parts).split()
        match = reading.names.match(words, 0) if words else None
        if match is None or match[0] in bound or match[0] not in reading.names.parties:
            continue
        others = further_acts(words, reading.names, vocabulary)
        rest = words[match[1] : next(others, len(words))]
        acts = [each.term.name for each in vocabulary.find(rest, ("act",))]
        things = [each.term.name for each in vocabulary.find(rest, ("object",))]
        asked = any(_touch(things, owed.get((match[0], act), ()), vocabulary) for act in acts)
        free = any(vocabulary.is_a("act", act, *_ASKING) for act in acts)
        if acts and not asked and not free and not _named(match[0], label, reading):
            yield AtChoice(label.value.span, said.number, match[0], "done", own=False)


def _named(name: str, condition: nodes.Label, reading: Reading) -> bool:
    """Tell whether a condition names a clause that binds somebody, as "complies with 9"."""
    numbers = {
        number
        for part in walk(condition.value)
        if isinstance(part, nodes.Reference) and part.instrument is None
        for number in reading.names.between(part.number, part.last)
    }
    return any(
        provision.number in numbers and name in provision.meaning.who.names
        for provision in reading.provisions
        if provision.kind in _OWED
    )


def _touch(things: Collection[str], owed: Collection[str], vocabulary: Vocabulary) -> bool:
    """Tell whether what is owed may be what a condition speaks of."""
    if not things or not owed:
        return bool(owed)
    return any(
        not other
        or vocabulary.is_a("object", thing, other)
        or vocabulary.is_a("object", other, thing)
        for thing in things
        for other in owed
    )


def _gains(name: str, said: Said, reading: Reading) -> bool:
    """Tell whether it is done for somebody, and no third: there are two parties, or it is named."""
    parties = reading.names.parties
    named = {
        mention.name
        for meaning in said.meanings
        for deed in meaning.deeds
        for mention in deed.mentions
        if mention.kind == "actor"
    }
    return name in parties and (len(parties) == _TWO or name in named)


_TWO = 2


def _judged(said: Said, bound: Collection[str], reading: Reading) -> Iterator[AtChoice]:
    if len(bound) != 1 or not said.labels.all("if", "unless"):
        return
    for label in said.labels.all("judged by"):
        judges = [n for n in walk(label.value) if isinstance(n, nodes.Name) and not n.quoted]
        names = {actor.name for n in judges if (actor := reading.names.actor(n.text)) is not None}
        for name in names if len(names) == len(judges) == 1 else ():
            if name in bound or _gains(name, said, reading):
                yield AtChoice(label.value.span, said.number, name, "judged", own=name in bound)

"""Conditions that one party, or a body that nobody asks, brings about or judges as it likes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Literal

from clausecheck.analyses.obligations.charged import STATING, named_to_find, never_charged
from clausecheck.analyses.obligations.conditions import denies, further_acts
from clausecheck.analyses.obligations.norms import Norm
from clausecheck.analyses.obligations.wrongs import Wrongs, is_penalty
from clausecheck.analyses.ties import bringing_about
from clausecheck.model import nodes
from clausecheck.model.reading import Reading, Said
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary


@frozen
class AtChoice:
    """A condition that one party alone can bring about, or alone judges though it gains by it.

    A body may bring it about, too. It is "found" where the one who is bound is to state it.
    `own` tells whether that is the one who is bound, or is freed from what binds it.
    """

    at: Span
    number: str
    whose: str
    how: Literal["done", "judged", "found"]
    own: bool
    due: bool = False
    """Whether it is not begun but due by that."""


_ASKING = (
    "request", "agree", "consult", "approve", "accept", "invite", "notify", "report", "violate",
    "attack", "decide", "declare", "certify", "reject", "submit", "sign", "deposit", "refer",
    "comply",
)  # fmt: skip


def at_choice(
    reading: Reading, vocabulary: Vocabulary, norms: Sequence[Norm]
) -> tuple[AtChoice, ...]:
    """Return such conditions of duties and bans, in text order.

    What a clause asks of that party anyhow is none, nor is a request, a consent or a wrong, which
    is what conditions are made for. To keep what one is bound by, or not to do something, is no
    act that a clause could ask for.
    """
    duties = _Duties(norms, reading, vocabulary)
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
                *_done(said, bound, duties, reading, vocabulary),
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


class _Duties:
    """What a text asks of whom: each party's acts, what is wrong, and which bodies find nothing."""

    def __init__(self, norms: Sequence[Norm], reading: Reading, vocabulary: Vocabulary) -> None:
        self.wrongs = Wrongs(norms, reading.names, vocabulary)
        self.idle = never_charged(reading, vocabulary)
        self._finders = frozenset(named_to_find(reading))
        self._vocabulary = vocabulary
        self._owed: dict[tuple[str, str], set[str]] = {}
        for name, act, thing in _owed_acts(reading, vocabulary):
            self._owed.setdefault((name, act), set()).add(thing)

    def ask(self, name: str, acts: Iterable[str], things: Collection[str]) -> bool:
        """Tell whether somebody is asked to do one of these."""
        return any(_touch(things, self._owed.get((name, a), ()), self._vocabulary) for a in acts)

    def ask_to_find(self, name: str) -> bool:
        """Tell whether somebody is asked, or named, to find out whether something was done."""
        return name in self._finders or self.ask(name, STATING, ())


def _owed_acts(reading: Reading, vocabulary: Vocabulary) -> Iterator[tuple[str, str, str]]:
    for provision in reading.provisions:
        if provision.kind == "duty" and provision.act is not None:
            for name in provision.meaning.who.names:
                for act in vocabulary.ancestors("act", provision.act.name):
                    yield name, act, provision.object.name if provision.object else ""


def _done(
    said: Said,
    bound: Collection[str],
    duties: _Duties,
    reading: Reading,
    vocabulary: Vocabulary,
) -> Iterator[AtChoice]:
    for label, condition in _conditions(said, reading) if bound else ():
        parts = (n.text for n in walk(condition) if isinstance(n, (nodes.Word, nodes.Words)))
        words = " ".join(parts).split()
        open_to_read = words and "or" not in words and not denies(words)
        match = reading.names.match(words, 0) if open_to_read else None
        if match is None or is_penalty(said) or duties.wrongs.does(words):
            continue
        name, others = match[0], further_acts(words, reading.names, vocabulary)
        rest = words[match[1] : next(others, len(words))]
        at, due = label.value.span, label.name in _DUE
        if name in bound and _finds_itself(name, bound, rest, said, duties, vocabulary):
            yield AtChoice(at, said.number, name, "found", own=True, due=due)
        free = name not in bound and _is_free(name, rest, duties, reading, vocabulary)
        if free and not _named(name, condition, reading):
            yield AtChoice(at, said.number, name, "done", own=False, due=due)


def _is_free(
    name: str, rest: Sequence[str], duties: _Duties, reading: Reading, vocabulary: Vocabulary
) -> bool:
    """Tell whether somebody does what no clause asks for, and what begins no procedure."""
    if name not in reading.names.parties:
        return name in duties.idle and _states(rest, STATING, vocabulary)
    acts = _acts(rest, vocabulary)
    things = [each.term.name for each in vocabulary.find(rest, ("object",))]
    begins = any(vocabulary.is_a("act", act, *_ASKING) for act in acts)
    begins = begins or ("complete" in acts and "domestic-law" in things)
    return bool(acts) and not begins and not duties.ask(name, acts, things)


def _finds_itself(
    name: str,
    bound: Collection[str],
    rest: Sequence[str],
    said: Said,
    duties: _Duties,
    vocabulary: Vocabulary,
) -> bool:
    """Tell whether the one who is bound is so when it says itself that something was done.

    Who only tells others what it has certified is judge of nothing.
    """
    if len(bound) > 1 or duties.ask_to_find(name) or not _states(rest, ("certify",), vocabulary):
        return False
    deeds = (deed for meaning in said.meanings for deed in meaning.deeds)
    return not any(deed.act is not None and "report" in deed.act.wider for deed in deeds)


def _states(rest: Sequence[str], acts: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Tell whether what is done first is one of these acts; "is certified" is done by others."""
    done = _acts(rest, vocabulary)[:1] if rest[0] not in _UNDERGOING else ()
    return any(vocabulary.is_a("act", act, *acts) for act in done)


_UNDERGOING = frozenset({"is", "are", "was", "were"})
_STARTING = ("if", "after", "from", "on", "starts", "together with")
_DUE = ("by", "before")


def _conditions(said: Said, reading: Reading) -> Iterator[tuple[nodes.Label, nodes.Value]]:
    """Yield what a sentence waits for, where it says so: its own words, or those of an event."""
    for label in said.labels.all(*_STARTING, *_DUE):
        if label.name == "if":
            yield label, label.value
        for cause in bringing_about(label.value, reading):
            if any(isinstance(word, nodes.Word) for word in walk(cause)):
                yield label, cause


def _acts(words: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    """Return what is done; who decides to do something does that."""
    acts = [each.term.name for each in vocabulary.find(words, ("act",))]
    return acts[1:] if acts[1:] and "to" in words and acts[0] == "decide" else acts


def _named(name: str, condition: nodes.Value, reading: Reading) -> bool:
    """Tell whether a condition names a clause that binds somebody, as "complies with 9"."""
    numbers = {
        number
        for part in walk(condition)
        if isinstance(part, nodes.Reference) and part.instrument is None
        for number in reading.names.between(part.number, part.last)
    }
    return any(
        provision.number in numbers and name in provision.meaning.who.names
        for provision in reading.provisions
        if provision.kind in {"duty", "prohibition"}
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

"""Conditions that one party brings about, or judges, as it likes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Literal

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

    `own` tells whether that is the one who is bound, or is freed from what binds it.
    """

    at: Span
    number: str
    whose: str
    how: Literal["done", "judged"]
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
    wrongs = Wrongs(norms, reading.names, vocabulary)
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
                *_done(said, bound, owed, wrongs, reading, vocabulary),
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
    wrongs: Wrongs,
    reading: Reading,
    vocabulary: Vocabulary,
) -> Iterator[AtChoice]:
    for label, condition in _conditions(said, reading) if bound else ():
        parts = (n.text for n in walk(condition) if isinstance(n, (nodes.Word, nodes.Words)))
        words = " ".join(parts).split()
        if denies(words):
            continue
        match = reading.names.match(words, 0) if words else None
        if match is None or match[0] in bound or match[0] not in reading.names.parties:
            continue
        others = further_acts(words, reading.names, vocabulary)
        rest = words[match[1] : next(others, len(words))]
        acts = _acts(rest, vocabulary)
        things = [each.term.name for each in vocabulary.find(rest, ("object",))]
        asked = any(_touch(things, owed.get((match[0], act), ()), vocabulary) for act in acts)
        free = any(vocabulary.is_a("act", act, *_ASKING) for act in acts)
        if not acts or asked or free or _named(match[0], condition, reading):
            continue
        if not (is_penalty(said) or wrongs.does(words)):
            due = label.name in _DUE
            yield AtChoice(label.value.span, said.number, match[0], "done", own=False, due=due)


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

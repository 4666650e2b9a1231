"""When the bodies of a text are set up, and what cannot begin before that."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Literal, TypeAlias

from clausecheck.analyses.terms import acts
from clausecheck.analyses.timing.moments import Moment
from clausecheck.analyses.timing.steps import Step
from clausecheck.model import nodes
from clausecheck.model.names import Declared, Names, headed
from clausecheck.model.reading import Labels, Reading
from clausecheck.model.walk import every
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary


def bodies(reading: Reading) -> Iterator[tuple[nodes.Heading, tuple[nodes.Label, ...]]]:
    """Yield the bodies that the text declares, with the lines under each."""
    for block in reading.declaration.blocks:
        for heading, labels in headed(block) if isinstance(block, nodes.Block) else ():
            if heading.word == "body":
                yield heading, labels


def ending_bodies(reading: Reading) -> Iterator[tuple[str, nodes.Label]]:
    """Yield the bodies of which a line says until when they are there."""
    for heading, labels in bodies(reading):
        if heading.name is not None:
            name = heading.name.text
            yield from ((name, line) for line in labels if line.name == "ends")


@frozen
class Dissolved:
    """A body that a duty dissolves, with the number of the duty and the line by which it is due."""

    name: str
    number: str
    at: Span
    due: nodes.Label | None


def dissolved(reading: Reading, vocabulary: Vocabulary) -> Iterator[Dissolved]:
    """Yield the bodies that duties dissolve, and those that are to dissolve, on no condition."""
    for said, provision in reading.sentences_and_provisions():
        hangs = provision.labels.all("if", "unless", "with consent of", "target")
        firm = provision.meaning.binding and provision.kind == "duty" and not hangs
        if firm and acts(provision, vocabulary, ("dissolve", "expire")):
            done = [m.name for m in provision.deed.mentions if m.preposition is None]
            if provision.actor is not None:
                done = done or [provision.actor]
            due = provision.timing.due
            for name in done:
                only = due[0] if len(due) == 1 else None
                yield Dissolved(name, provision.number, said.sentence.span, only)


def set_up(name: str) -> Moment:
    """Return the moment from which a body is there."""
    return Moment(name, "is set up")


@frozen
class Founded:
    """A body, and what says when it is set up: a line of its own, or the one duty to do so."""

    name: str
    at: Span
    line: nodes.Label | None
    by: str | None
    """The number of the duty."""

    @property
    def loosely(self) -> bool:
        """Whether it may be there sooner."""
        return (
            self.line is not None
            and isinstance(self.line.value, nodes.Bound)
            and self.line.value.relation == "by"
        )


def founded(reading: Reading, steps: Mapping[str, Step]) -> Iterator[Founded]:
    """Yield the bodies of which that is said, in text order."""
    names = {
        heading.name.text: next((each for each in labels if each.name == "established"), None)
        for heading, labels in bodies(reading)
        if heading.name is not None
    }
    duties: dict[str, list[Step]] = {}
    for step in steps.values() if names else ():
        for name in _founds(step) & names.keys():
            duties.setdefault(name, []).append(step)
    for name, line in names.items():
        ours = duties.get(name, ())
        if line is not None:
            yield Founded(name, line.span, line, None)
        elif len(ours) == 1:
            yield Founded(name, ours[0].said.sentence.span, None, ours[0].number)


def _founds(step: Step) -> set[str]:
    """Return whom a duty sets up: "shall establish the commission", and not an office in it."""
    if step.kind != "duty" or step.lasting:
        return set()
    return {
        mention.name
        for meaning in step.said.meanings
        for deed in meaning.deeds
        if deed.act is not None and "establish" in deed.act.wider
        for mention in deed.mentions
        if mention.preposition is None
    }


Task: TypeAlias = Literal["body", "certify", "consent", "judge"]
"""What a body is there for: `body` is to do something itself, or to verify it."""
Use: TypeAlias = Literal["receive", "host"]
"""What else: something is handed over or told to it, or done in it."""
_HANDING_OVER = ("report", "submit", "transfer")
"""Acts that want a recipient who is there; what is given to a body may be what it is made of."""


@frozen
class Needed:
    """A moment that takes a body to be there, which the words at a place say."""

    moment: Moment
    body: str
    at: Span
    number: str | None
    how: Task = "body"


def needed(
    steps: Mapping[str, Step], names: Collection[str], verified: Collection[str]
) -> Iterator[Needed]:
    """Yield what bodies alone do once, must consent to or alone judge, and alone verify.

    `verified` holds the numbers of the steps that a sentence of its own verifies.
    """
    for step in steps.values() if names else ():
        who = {name for meaning in step.said.meanings for name in meaning.who.names}
        at = step.said.meanings[0].who.span
        if len(who) == 1 and who.issubset(names) and step.kind == "duty" and not step.lasting:
            yield Needed(Moment(step.number, "begins"), who.pop(), at, step.number)
        elif step.kind == "duty" and not step.lasting:
            for body, line in _consenting(step, names):
                yield Needed(Moment(step.number, "begins"), body, line, step.number, "consent")
            for body, line in _judging(step, names):
                yield Needed(Moment(step.number, "begins"), body, line, step.number, "judge")
        lines = step.said.labels.all("verified by")
        verifiers = {name for line in lines for name in _verifiers(line)}
        if len(verifiers) == 1 and verifiers.issubset(names) and step.number not in verified:
            seen = Moment(step.number, "is verified")
            yield Needed(seen, verifiers.pop(), lines[0].span, step.number)


def used(
    steps: Mapping[str, Step], bodies_named: Collection[str], names: Names
) -> Iterator[tuple[str, str, Use]]:
    """Yield the steps done once in a body, or that hand over or tell something to one alone."""
    for step in steps.values():
        if step.kind == "duty" and not step.lasting:
            hosts = (body for line in step.said.labels.all("in") for body in _host(line, names))
            yield from ((step.number, body, "host") for body in hosts if body in bodies_named)
            deeds = (deed for meaning in step.said.meanings for deed in meaning.deeds)
            for deed in deeds:
                given = deed.act is not None and not deed.act.wider.isdisjoint(_HANDING_OVER)
                to = {mention.name for mention in deed.beneficiaries if given}
                if len(to) == 1 and to.issubset(bodies_named):
                    yield step.number, to.pop(), "receive"


def _host(line: nodes.Label, names: Names) -> Iterator[str]:
    """Yield the actor in which a line places something, if it names one and nothing else."""
    for phrase in nodes.values_of(line.value):
        words = phrase.parts if isinstance(phrase, nodes.Phrase) else ()
        actor = names.actor(" ".join(getattr(part, "text", "") for part in words))
        if actor is not None:
            yield actor.name


def _consenting(step: Step, names: Collection[str]) -> Iterator[tuple[str, Span]]:
    """Yield the bodies without whose consent a step cannot begin, with the line on each."""
    for line in step.said.labels.all("with consent of"):
        for name in every(nodes.Name, line.value):
            if not name.quoted and name.text in names:
                yield name.text, line.span


def _judging(step: Step, names: Collection[str]) -> Iterator[tuple[str, Span]]:
    """Yield the body that alone says whether the condition of a step holds, with the line on it."""
    if step.said.labels.stated("if") and not step.said.labels.stated("unless"):
        for line in step.said.labels.all("judged by"):
            yield from ((body, line.span) for body in _alone(line, names))


def permitting(steps: Mapping[str, Step], names: Collection[str]) -> Iterator[Needed]:
    """Yield the bans that a body may lift, and no other."""
    for step in steps.values():
        for line in (
            step.said.labels.all("unless permitted by") if step.kind == "prohibition" else ()
        ):
            for body in _alone(line, names):
                begins = Moment(step.number, "begins")
                yield Needed(begins, body, line.span, step.number, "consent")


def certified(events: Iterable[Declared], names: Collection[str]) -> Iterator[Needed]:
    """Yield the events that have come once a body says so, and no other may."""
    for event in events if names else ():
        for line in event.labels if not Labels(event.labels).stated("otherwise") else ():
            for body in _alone(line, names) if line.name == "certified by" else ():
                yield Needed(Moment(event.name), body, line.span, None, "certify")


def _alone(line: nodes.Label, names: Collection[str]) -> Iterator[str]:
    """Yield the one body that a line names, if it names nobody else."""
    named = {name.text for name in every(nodes.Name, line.value)}
    if len(named) == 1 and named.issubset(names):
        yield named.pop()


def _verifiers(line: nodes.Label) -> Iterator[str]:
    for verifier in every(nodes.Verifier, line.value):
        yield from (name.text for name in verifier.actors)

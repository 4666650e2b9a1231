"""Steps that come in phases or on conditions, and what would tell how far they have come."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.inspection.inventories import listed
from clausecheck.analyses.inspection.verification import Verification
from clausecheck.analyses.terms import acts, is_group, of_this_text
from clausecheck.analyses.ties import awaited
from clausecheck.model import nodes
from clausecheck.model.reading import Provision, Reading
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary

_TELLING = ("report", "notify", "verify", "check", "assess", "inspect", "monitor", "supervise")
_SHARING = ("provide", "exchange", "share", "transfer", "publish")
_ASKING = ("if", "after", "before")


@frozen
class Waiting:
    """The label or words by which a step is phased or conditional."""

    at: Span
    steps: frozenset[str]
    """The number of the step, and those of the steps to which it is tied."""


@frozen
class Progress:
    """The steps that wait for something, and what is reported, each in text order."""

    waiting: tuple[Waiting, ...]
    reports: tuple[Span, ...]
    """Where somebody reports, verifies or tells the others."""
    reviews: tuple[Span, ...]
    """Where the text, or what came of it, is looked at again."""

    @property
    def tied(self) -> frozenset[str]:
        """The steps, by number, that are phased or conditional, and those they are tied to."""
        return frozenset[str]().union(*(each.steps for each in self.waiting))


def analyse(reading: Reading, vocabulary: Vocabulary, verification: Verification) -> Progress:
    """Return the steps and the reports of a text."""
    named = (
        duty.told_at or duty.provision.span
        for duty in verification.duties
        if duty.strength in {"named", "full"}
    )
    reviews = (*reading.head.all("review"), *_lines(reading, "review"))
    told = [p for p in reading.operative_provisions if p.meaning.binding]
    return Progress(
        tuple(dict.fromkeys(_waiting(reading, vocabulary))),
        (
            *named,
            *(label.span for label in _lines(reading, "reports")),
            *(p.deed.act_span for p in told if _tells(p, vocabulary) or _lists(p, vocabulary)),
        ),
        (
            *(label.span for label in reviews),
            *(p.deed.act_span for p in told if _looks_again(p, vocabulary)),
        ),
    )


def _lines(reading: Reading, name: str) -> Iterator[nodes.Label]:
    for clause in reading.operative_clauses:
        for said in clause.said:
            yield from said.labels.all(name)


def _waiting(reading: Reading, vocabulary: Vocabulary) -> Iterator[Waiting]:
    """Yield them duty by duty: what somebody may do, or need not, is no step of the text."""
    for provision in reading.operative_provisions:
        of_text = of_this_text(provision) and listed(provision, vocabulary) is None
        if provision.kind != "duty" or of_text:  # a declaration may be a list of arms
            continue
        others = (step.number for step in awaited(provision, reading, *_ASKING))
        steps = frozenset((provision.number, *others))
        for term, at in provision.meaning.vague:
            if term.name == "gradually":
                yield Waiting(at, steps)
        for label in provision.labels.all(*_ASKING):
            if label.name == "if" or _waits_for_a_clause(label):
                yield Waiting(label.span, steps)


def _waits_for_a_clause(label: nodes.Label) -> bool:
    return any(isinstance(node, nodes.ClauseState) for node in walk(label.value))


def _looks_again(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether the text or what came of it is reviewed: forces that are, may go."""
    forces = any(is_group(thing, "forces", "alliance") for thing in provision.deed.objects)
    return acts(provision, vocabulary, ("assess",)) and not forces


def only_tells(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether a step lets others know what there is, and leaves all of it as it is."""
    return listed(provision, vocabulary) is not None or _tells(provision, vocabulary)


def _lists(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether others learn from it what there is; a pause that is declared lists nothing."""
    thing = listed(provision, vocabulary)
    return thing is not None and not is_group(thing, "disarmament")


def _tells(provision: Provision, vocabulary: Vocabulary) -> bool:
    thing = provision.object
    if acts(provision, vocabulary, ("assess",)):
        return _looks_again(provision, vocabulary)
    shares = thing is not None and is_group(thing, "information")
    return acts(provision, vocabulary, _TELLING) or (
        shares and acts(provision, vocabulary, _SHARING)
    )

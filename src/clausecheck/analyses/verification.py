"""Who checks which duty, and how strongly; the ladder of "Verifier grammar" in the facts."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from clausecheck.analyses.terms import acts, is_group
from clausecheck.findings import Stance
from clausecheck.model import nodes
from clausecheck.model.reading import Labels, Provision, Reading
from clausecheck.vocabulary import Method, Vocabulary

Strength = Literal["none", "adjective", "observer", "consent-gated", "named", "full"]
LADDER: tuple[Strength, ...] = ("none", "adjective", "observer", "consent-gated", "named", "full")
"""From the weakest to the strongest."""

_CHECKABLE = ("weapons", "material", "facility", "forces", "exercise", "test", "posture", "hostility", "disarmament")
"""Groups of objects whose keeping another can observe."""
_TALK = ("discuss", "consult", "negotiate", "hold", "meet", "establish", "declare", "report", "cooperate", "seek", "support", "respect", "verify", "inspect", "allow")
_GATES = frozenset({"by consent", "agreed sites"})
_WATCHING = frozenset({"observe", "third-party-observation", "observation"})
_ADJECTIVES = frozenset({"verifiable", "verifiably", "verified"})


@frozen
class Checked:
    """One sentence's duties and how they are verified."""

    provision: Provision
    """The first of the sentence."""
    strength: Strength
    line: nodes.Label | None
    """The `verified by:` line, where there is one."""


@frozen
class Verification:
    """Every duty that another could check, in text order, one a sentence."""

    duties: tuple[Checked, ...]
    named: bool
    """Whether a verifier is named anywhere in the text."""

    @property
    def weakest(self) -> Strength:
        """The weakest strength of any duty; `none` where there is none."""
        return min((duty.strength for duty in self.duties), key=LADDER.index, default="none")


def analyse(reading: Reading, vocabulary: Vocabulary) -> Verification:
    """Return how each duty that can be checked is checked."""
    turned = _turned_round(reading)
    seen: set[str] = set()
    duties = []
    named = bool(turned)
    for clause in reading.clauses:
        for said in clause.said:
            named = named or said.labels.stated("verified by")
        if clause.preamble:
            continue
        for provision in clause.provisions:
            if provision.number in seen or not _is_checkable(provision, vocabulary):
                continue
            seen.add(provision.number)
            line = provision.labels.get("verified by")
            strength = _strength(provision, vocabulary)
            if strength in {"none", "adjective"} and any(provision.number.startswith(number) for number in turned):
                strength = "named"
            duties.append(Checked(provision, strength, line))
    return Verification(tuple(duties), named)


def stance(verification: Verification) -> Stance:
    """Return how the text at its weakest is verified, with every duty's own strength."""
    weakest = verification.weakest
    shown = tuple(duty.provision.number for duty in verification.duties if duty.strength == weakest)
    each = tuple((duty.provision.number, duty.strength) for duty in verification.duties)
    return Stance("verification", weakest, shown, each)


def _turned_round(reading: Reading) -> set[str]:
    """Return the clauses that some verifier's own sentence says it verifies."""
    found = set()
    for clause in reading.clauses:
        for said in clause.said:
            for label in said.labels.all("verifies"):
                if isinstance(label.value, nodes.Listed):
                    for reference in label.value.values:
                        if isinstance(reference, nodes.Reference):
                            found.update(reading.names.below(reference.number))
    return found


def _is_checkable(provision: Provision, vocabulary: Vocabulary) -> bool:
    if provision.kind not in {"duty", "prohibition"} or not provision.meaning.binding:
        return False
    if acts(provision, vocabulary, _TALK):
        return False
    definite = any(mention.kind == "definition" for mention in provision.deed.objects)
    return definite or any(is_group(mention, *_CHECKABLE) for mention in provision.deed.objects)


def _strength(provision: Provision, vocabulary: Vocabulary) -> Strength:
    strength = max(
        (
            _of_verifier(verifier, provision.labels, vocabulary)
            for label in provision.labels.all("verified by")
            if isinstance(label.value, nodes.Listed)
            for verifier in label.value.values
            if isinstance(verifier, nodes.Verifier)
        ),
        key=LADDER.index,
        default="none",
    )
    if strength == "none" and _says_verifiable(provision):
        return "adjective"
    return strength


def _of_verifier(verifier: nodes.Verifier, labels: Labels, vocabulary: Vocabulary) -> Strength:
    access = labels.get("access")
    if access is not None and isinstance(access.value, nodes.Name) and access.value.text in _GATES:
        return "consent-gated"
    methods = [vocabulary.match(method.text.split(), 0, ("method",)) for method in verifier.methods]
    if verifier.methods and all(m is not None and m.term.name in _WATCHING for m in methods):
        return "observer"
    timed = bool(verifier.timing) or labels.stated("reports")
    ranked = any(m is not None and isinstance(m.term, Method) for m in methods)
    return "full" if ranked and timed else "named"


def _says_verifiable(provision: Provision) -> bool:
    span = provision.span
    return any(
        word.text.lower() in _ADJECTIVES
        for word in provision.meaning.unknown
        if span.contains(word.span)
    ) or any(term.name in _ADJECTIVES for term, _ in provision.meaning.vague)

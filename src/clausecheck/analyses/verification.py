"""Who checks which duty, and how strongly; the ladder of "Verifier grammar" in the facts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Literal

from clausecheck.analyses.terms import acts, is_group, is_one_of
from clausecheck.findings import Stance
from clausecheck.model import nodes
from clausecheck.model.reading import Labels, Provision, Reading, Said
from clausecheck.model.sentences import Mention
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.values import evolve, frozen
from clausecheck.vocabulary import Method, Vocabulary

Strength = Literal["none", "adjective", "observer", "consent-gated", "named", "full"]
LADDER: tuple[Strength, ...] = ("none", "adjective", "observer", "consent-gated", "named", "full")
"""From the weakest to the strongest."""

_CHECKABLE = (
    "weapons",
    "material",
    "facility",
    "forces",
    "exercise",
    "test",
    "posture",
    "hostility",
    "disarmament",
)
"""Groups of objects whose keeping another can observe."""
_TALK = (
    "allow",
    "arrange",
    "assess",
    "construct",
    "consider",
    "consult",
    "cooperate",
    "declare",
    "discuss",
    "display",
    "ease",
    "establish",
    "hold",
    "inspect",
    "meet",
    "install",
    "invest",
    "negotiate",
    "open",
    "operate",
    "provide",
    "report",
    "respect",
    "seek",
    "settle",
    "study",
    "support",
    "verify",
)
_LEAVING = ("withdraw", "reduce")
"""A ban on these keeps what is there, which hides nothing; a duty to keep it neither."""
_TAKING_DOWN = ("dismantle", "demolish", "destroy", "disable")
"""What can be looked at of a site, which is else only a place."""
_MOODS = frozenset({"tension"})
"""Objects of these groups that nobody can look at."""
_UNINSPECTED = (
    "aggression",
    "coercion",
    "force",
    "hostile-policy",
    "interference",
    "pre-emptive-attack",
    "reprisal",
    "threat-of-force",
)
"""What is given up with these is kept as long as nothing happens: no inspector could look."""
_WISHES = frozenset(
    {
        "agrees to consult",
        "agrees to discuss",
        "should",
        "should not",
        "recommends",
        "intends to",
        "expresses willingness to",
        "aspires to",
    }
)
"""Duties so soft that there is nothing to verify yet."""
_GATES = frozenset({"by consent", "agreed sites"})
_WATCHING = frozenset({"observe", "third-party-observation", "observation"})
_ADJECTIVES = frozenset({"verifiable", "verifiably", "verified"})
_BECOMING = frozenset({"is", "are", "been", "was", "were"})
_WHEN = frozenset({"before", "until", "till", "after", "once", "when", "if", "unless"})


_MODALITIES = ("access", "on notice of", "reports", "according to", "quota", "every")
"""Labels that say how a verifier goes about it."""


@frozen
class Checked:
    """One sentence's duties and how they are verified."""

    provision: Provision
    """The first of the sentence."""
    strength: Strength
    line: nodes.Label | None
    """What says how: the `verified by:` line, or the `verifies:` line of another sentence."""
    labels: Labels
    """Those of the sentence in which it says how."""
    gate: nodes.Label | None = None
    """The line by which the inspected side has a say in what is inspected."""
    inspected: bool = True
    """Whether there is anything to inspect: a ban on the use of force leaves nothing to look at."""

    @property
    def shown(self) -> Strength:
        """How strongly it is verified in all: who looks at itself verifies in name only."""
        return "adjective" if self.by_itself else self.strength

    @property
    def by_itself(self) -> bool:
        """Whether the one party that is bound is the only one named to look."""
        names = self.provision.meaning.who.names
        if len(names) != 1 or self.line is None:
            return False
        verifiers = {
            name.text
            for node in walk(self.line.value)
            if isinstance(node, nodes.Verifier)
            for name in node.actors
        }
        return verifiers == set(names)

    @property
    def denied(self) -> bool:
        """Whether the text itself says that nobody verifies it."""
        return self._silence == "none"

    @property
    def unseen(self) -> bool:
        """Whether it was not seen what the text says of that: nothing can be judged."""
        return self._silence == "unknown"

    @property
    def at(self) -> Span:
        """The place of what is to be checked, or of what is done."""
        deed = self.provision.deed
        return deed.objects[0].span if deed.objects else deed.act_span

    @property
    def _silence(self) -> str | None:
        value = self.line.value if self.line is not None else None
        return value.kind if isinstance(value, nodes.Silence) else None


@frozen
class Deferred:
    """A line that leaves open how something is verified."""

    at: Span
    verifier: bool = False
    """Whether it leaves open who verifies as well."""
    settled: bool = False
    """Whether it says that the method is to be settled, and does not merely leave it out."""


@frozen
class Verification:
    """Every duty that another could check, in text order, one a sentence."""

    duties: tuple[Checked, ...]
    named: bool
    """Whether a verifier is named anywhere in the text."""
    verifiers: frozenset[str]
    """Every actor that verifies something, by name."""
    duties_to_verify: tuple[Provision, ...]
    """The duties to verify, whatever is verified; their method may be left open."""
    adjectives: tuple[Span, ...]
    """Where a sentence says "verifiable", and no verifier is named for it."""
    deferred: tuple[Deferred, ...]
    """Where a verifier is named or promised, and its method is not."""
    declared_only: tuple[Span, ...]
    """The lines that let verifiers into declared sites, in a text with no other way to look."""
    unspecified: tuple[Span, ...]
    """Every line that names a verifier, in a text that says of none where, how often, to whom."""

    @property
    def weakest(self) -> Strength:
        """The weakest strength of any duty; `none` where there is none."""
        return min((duty.shown for duty in self.judged), key=LADDER.index, default="none")

    @property
    def judged(self) -> tuple[Checked, ...]:
        """The duties that can be inspected, of which it was seen whether and how they are."""
        return tuple(duty for duty in self.duties if duty.inspected and not duty.unseen)


def analyse(reading: Reading, vocabulary: Vocabulary) -> Verification:
    """Return how each duty that can be checked is checked."""
    turned = _turned_round(reading)
    adjectives = tuple(_adjectives(reading, turned))
    in_name = {number for number, _ in adjectives}
    seen: set[str] = set()
    duties = []
    for clause in reading.clauses:
        for provision in () if clause.preamble else clause.provisions:
            told = provision.number in turned
            if provision.number not in seen and _is_checkable(provision, vocabulary, told=told):
                seen.add(provision.number)
                verifiable = provision.number in in_name
                made = _checked(provision, turned, vocabulary, verifiable=verifiable)
                inspected = made.line is not None or not _is_only_kept(provision, vocabulary)
                duties.append(evolve(made, inspected=inspected))
    verifiers = frozenset(_verifiers(reading))
    return Verification(
        tuple(duties),
        bool(verifiers),
        verifiers,
        tuple(_duties_to_verify(reading, vocabulary)),
        tuple(at for _, at in adjectives),
        tuple(_deferred(reading)),
        tuple(_declared_only(reading, vocabulary)),
        _unspecified(reading, vocabulary),
    )


def stance(reading: Reading, verification: Verification) -> Stance:
    """Return how the text at its weakest is verified, with every duty's own strength.

    A duty that nobody could inspect does not drag it down, and is not listed.
    """
    if not verification.judged and not reading.complete:
        return Stance("verification", "not stated")
    weakest = verification.weakest
    shown = tuple(duty.provision.number for duty in verification.judged if duty.shown == weakest)
    each = tuple((duty.provision.number, duty.shown) for duty in verification.judged)
    return Stance("verification", weakest, shown, each)


def _turned_round(reading: Reading) -> dict[str, tuple[Said, nodes.Label]]:
    """Return each clause that another sentence says is verified, with that sentence and its line.

    A verifier's own sentence says so by `verifies:`; a verified sentence by `according to:`, which
    names the clause in which it is carried out.
    """
    found: dict[str, tuple[Said, nodes.Label]] = {}
    for clause in reading.clauses:
        for said in clause.said:
            carried_out = said.labels.get("verified by")
            for label in said.labels.all("verifies", "according to"):
                line = label if label.name == "verifies" else carried_out
                if line is not None:
                    for number in numbers_of(label, reading):
                        found.setdefault(number, (said, line))
    return found


def numbers_of(label: nodes.Label, reading: Reading) -> Iterator[str]:
    """Yield the numbers of the clauses of this text that a line names, each with all below it."""
    for node in walk(label.value):
        if isinstance(node, nodes.Reference) and node.instrument is None:
            yield from reading.names.between(node.number, node.last)


def _checked(
    provision: Provision,
    turned: Mapping[str, tuple[Said, nodes.Label]],
    vocabulary: Vocabulary,
    *,
    verifiable: bool,
) -> Checked:
    line = provision.labels.get("verified by")
    verifying = turned.get(provision.number) or turned.get(provision.clause or "")
    if line is not None or verifying is None:
        own = _strength(provision.labels, vocabulary, verifiable=verifiable)
        return Checked(provision, own, line, provision.labels, _gate(provision.labels))
    said, line = verifying
    gate = _gate(said.labels)
    if line.name == "verifies":
        strength: Strength = "consent-gated" if gate else "named"
        return Checked(provision, strength, line, said.labels, gate)
    its = _strength(said.labels, vocabulary, verifiable=verifiable)
    return Checked(provision, its, line, said.labels, gate)


def _is_checkable(provision: Provision, vocabulary: Vocabulary, *, told: bool) -> bool:
    """Tell whether others can check a duty, and need to or, as `told`, do so by another clause."""
    if provision.kind not in {"duty", "prohibition"} or provision.modality.name in _WISHES:
        return False
    if provision.labels.get("verified by") is not None:
        return True
    if provision.meaning.who.how == "text" or acts(provision, vocabulary, _TALK):
        return False
    if provision.kind == "prohibition" and acts(provision, vocabulary, _LEAVING):
        return False
    if provision.kind == "duty" and acts(provision, vocabulary, ("maintain",)) and not told:
        return False
    taken_down = acts(provision, vocabulary, _TAKING_DOWN)
    return any(
        _can_be_seen(mention) or (taken_down and is_group(mention, "site"))
        for mention in provision.deed.objects
    )


def _is_only_kept(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether all that is asked is that one refrains from what no inspector could watch."""
    watched = [each for each in provision.deed.objects if _can_be_seen(each)]
    return all(is_one_of(each, vocabulary, *_UNINSPECTED) for each in watched)


def _can_be_seen(mention: Mention) -> bool:
    definite = mention.kind == "definition"
    return definite or (is_group(mention, *_CHECKABLE) and mention.name not in _MOODS)


def _duties_to_verify(reading: Reading, vocabulary: Vocabulary) -> Iterator[Provision]:
    for clause in reading.clauses:
        for provision in () if clause.preamble else clause.provisions:
            if provision.kind == "duty" and provision.meaning.binding:
                speaks = any(
                    is_group(mention, "verification") for mention in provision.deed.objects
                )
                if speaks or acts(provision, vocabulary, ("verify", "inspect")):
                    yield provision


def _strength(labels: Labels, vocabulary: Vocabulary, *, verifiable: bool) -> Strength:
    every: list[Strength] = [
        _of_verifier(node, labels, vocabulary)
        for label in labels.all("verified by")
        for node in walk(label.value)
        if isinstance(node, nodes.Verifier)
    ]
    return max(every, key=LADDER.index, default="adjective" if verifiable else "none")


def _gate(labels: Labels) -> nodes.Label | None:
    return labels.get("access") if _is_gated(labels) else None


def _is_gated(labels: Labels) -> bool:
    access = labels.get("access")
    return (
        access is not None and isinstance(access.value, nodes.Name) and access.value.text in _GATES
    )


def _verifiers(reading: Reading) -> Iterator[str]:
    for clause in reading.clauses:
        for said in clause.said:
            if said.labels.stated("verifies"):
                for meaning in said.meanings:
                    yield from meaning.who.names
            for label in said.labels.all("verified by"):
                for node in walk(label.value):
                    if isinstance(node, nodes.Verifier):
                        yield from (name.text for name in node.actors)


def _adjectives(reading: Reading, turned: Collection[str]) -> Iterator[tuple[str, Span]]:
    """Yield where a sentence says "verifiable" and names nobody, with the sentence's number."""
    for clause in reading.clauses:
        if clause.preamble:
            continue
        for said in clause.said:
            if said.labels.stated("verified by") or said.number in turned:
                continue
            for word in _adjectives_of(said.sentence):
                yield said.number, word.span


def _adjectives_of(sentence: nodes.Sentence) -> Iterator[nodes.Word]:
    """Yield each of them but for one that says when: "before the removal is verified"."""
    words = [part for part in sentence.parts if isinstance(part, nodes.Word)]
    lower = [word.text.lower() for word in words]
    for number, word in enumerate(words):
        becomes = lower[number - 1 : number] if number else []
        when = becomes and becomes[0] in _BECOMING and not _WHEN.isdisjoint(lower[:number])
        if lower[number] in _ADJECTIVES and not when:
            yield word


def _deferred(reading: Reading) -> Iterator[Deferred]:
    seen: set[Span] = set()
    for clause in reading.clauses:
        for said in clause.said:
            for label in said.labels.all("verified by", "according to"):
                left = _left_open(label, said.labels)
                if left is not None and label.span not in seen:
                    seen.add(label.span)
                    yield left


def _left_open(label: nodes.Label, labels: Labels) -> Deferred | None:
    open_value = isinstance(label.value, nodes.Silence) and label.value.kind == "to be settled"
    if label.name == "according to":
        checks = labels.stated("verifies") or labels.stated("verified by")
        return Deferred(label.span, settled=True) if open_value and checks else None
    if open_value:
        return Deferred(label.span, verifier=True, settled=True)
    if not isinstance(label.value, nodes.Listed) or labels.stated("according to"):
        return None
    verifiers = [each for each in label.value.values if isinstance(each, nodes.Verifier)]
    return None if any(each.methods or each.timing for each in verifiers) else Deferred(label.span)


def _declared_only(reading: Reading, vocabulary: Vocabulary) -> Iterator[Span]:
    lines = []
    for clause in reading.clauses:
        for said in clause.said:
            access = said.labels.get("access")
            if access is not None and isinstance(access.value, nodes.Name):
                if access.value.text == "anywhere":
                    return
                if access.value.text == "declared sites":
                    lines.append(access.span)
            for label in said.labels.all("verified by"):
                if any(_looks_beyond(method, vocabulary) for method in _methods(label)):
                    return
    yield from dict.fromkeys(lines)


def _methods(label: nodes.Label) -> Iterator[nodes.Name]:
    for node in walk(label.value):
        if isinstance(node, nodes.Verifier):
            yield from node.methods


def _looks_beyond(method: nodes.Name, vocabulary: Vocabulary) -> bool:
    """Tell whether a method looks where nothing was declared: at suspect sites, or from outside."""
    match = vocabulary.match(method.text.split(), 0, ("method",))
    if match is None or not isinstance(match.term, Method):
        return False
    challenge = vocabulary.is_a("method", match.term.name, "challenge-inspection")
    return challenge or match.term.rank == 0


def _inspects(verifier: nodes.Verifier, vocabulary: Vocabulary) -> bool:
    """Tell whether a verifier is given a method, and does more than look on."""
    return bool(verifier.methods) and not _looks_on(verifier, vocabulary)


def _looks_on(verifier: nodes.Verifier, vocabulary: Vocabulary) -> bool:
    matches = [vocabulary.match(name.text.split(), 0, ("method",)) for name in verifier.methods]
    return bool(matches) and all(m is not None and m.term.name in _WATCHING for m in matches)


def _unspecified(reading: Reading, vocabulary: Vocabulary) -> tuple[Span, ...]:
    lines: dict[Span, None] = {}
    for clause in reading.clauses:
        for said in clause.said:
            for label in said.labels.all("verified by", "verifies"):
                verifiers = [v for v in walk(label.value) if isinstance(v, nodes.Verifier)]
                timed = any(verifier.timing for verifier in verifiers)
                if timed or any(said.labels.stated(name) for name in _MODALITIES):
                    return ()
                if any(_inspects(verifier, vocabulary) for verifier in verifiers):
                    lines[label.span] = None
    return tuple(lines)


def _of_verifier(verifier: nodes.Verifier, labels: Labels, vocabulary: Vocabulary) -> Strength:
    if _is_gated(labels):
        return "consent-gated"
    if _looks_on(verifier, vocabulary):
        return "observer"
    methods = [vocabulary.match(method.text.split(), 0, ("method",)) for method in verifier.methods]
    timed = bool(verifier.timing) or labels.stated("reports")
    ranked = any(m is not None and isinstance(m.term, Method) for m in methods)
    return "full" if ranked and timed else "named"

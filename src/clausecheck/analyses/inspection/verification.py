"""Who checks which duty, and how strongly; the ladder of "Verifier grammar" in the facts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from clausecheck.analyses.inspection import methods
from clausecheck.analyses.inspection.methods import LADDER, Strength
from clausecheck.analyses.inspection.watching import Looking, Watch, lookings, within
from clausecheck.analyses.terms import acts, is_group, is_one_of
from clausecheck.findings import NOT_STATED, Stance
from clausecheck.model import nodes
from clausecheck.model.names import Names
from clausecheck.model.reading import Labels, Provision, Reading, Said
from clausecheck.model.sentences import Mention
from clausecheck.model.walk import every, walk
from clausecheck.source import Span
from clausecheck.values import evolve, frozen
from clausecheck.vocabulary import Vocabulary

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
_ATTACKING = ("attack", "invade", "threaten")
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
_ADJECTIVES = frozenset({"verifiable", "verifiably", "verified"})
_BECOMING = frozenset({"is", "are", "been", "was", "were"})
_WHEN = frozenset({"before", "until", "till", "after", "once", "when", "if", "unless"})


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
    watch: Watch | None = None
    """The sentence, or the words of its own, by which it is verified where no line says so."""
    by: str = ""
    """The number of the sentence that says how; empty where it is its own."""

    @property
    def told_at(self) -> Span | None:
        """The place that says how it is verified, or that it is not."""
        if self.line is not None:
            return self.line.span
        return self.watch.at if self.watch is not None else None

    @property
    def verifiers(self) -> frozenset[str]:
        """Those named to look, as the text names them."""
        if self.line is None:
            return frozenset(self.watch.watchers if self.watch is not None else ())
        return frozenset(
            name.text
            for verifier in every(nodes.Verifier, self.line.value)
            for name in verifier.actors
        )

    @property
    def shown(self) -> Strength:
        """How strongly it is verified in all: who looks at itself verifies in name only."""
        return "adjective" if self.by_itself else self.strength

    @property
    def by_itself(self) -> bool:
        """Whether the one party that is bound is the only one named to look."""
        names = self.provision.meaning.who.names
        return len(names) == 1 and self.verifiers == set(names)

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
class Verification:
    """Every duty that another could check, in text order, one a sentence."""

    duties: tuple[Checked, ...]
    named: bool
    """Whether a verifier is named anywhere in the text."""
    verifiers: frozenset[str]
    """Every actor that verifies something, by name."""
    duties_to_verify: tuple[Provision, ...]
    """The duties to verify, whatever is verified; their method may be left open."""
    unplaced: tuple[Looking, ...]
    """The sentences by which somebody looks, where no line or word says at which duty."""
    adjectives: tuple[Span, ...]
    """Where a sentence says "verifiable", and no verifier is named for it."""
    deferred: tuple[methods.Deferred, ...]
    """Where a verifier is named or promised, and its method is not."""
    declared_only: tuple[Span, ...]
    """The lines that let verifiers into declared sites, in a text with no other way to look."""
    unspecified: tuple[Span, ...]
    """Every line that names a verifier, in a text that says of none where, how often, to whom."""

    def likely(self, duty: Checked, vocabulary: Vocabulary) -> Looking | None:
        """Return the first sentence that may be meant to verify a duty, and does not say so."""
        bound = duty.provision.meaning.who.names
        return next(
            (
                each
                for each in self.unplaced
                if each.tells(bound) and each.may_be_at(duty.provision, vocabulary)
            ),
            None,
        )

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
    looking = lookings(reading, vocabulary)
    adjectives = tuple(_adjectives(reading, turned))
    in_name = {number for number, _ in adjectives}
    seen: set[str] = set()
    duties = []
    for provision in reading.operative_provisions:
        told = _by_another(provision, turned) is not None
        if provision.number not in seen and _is_checkable(provision, vocabulary, told=told):
            seen.add(provision.number)
            verifiable = provision.number in in_name
            made = _checked(provision, turned, vocabulary, reading.names, verifiable=verifiable)
            made = _seen(made, looking, vocabulary) if made.line is None else made
            inspected = made.told_at is not None or not _is_only_kept(provision, vocabulary)
            duties.append(evolve(made, inspected=inspected))
    watches = [duty.watch for duty in duties if duty.watch is not None]
    watched = {watch.number for watch in watches} | {said.number for said, _ in turned.values()}
    verifiers = frozenset((*_verifiers(reading), *(n for w in watches for n in w.watchers)))
    return Verification(
        tuple(duties),
        bool(verifiers or watches),
        verifiers,
        tuple(_duties_to_verify(reading, vocabulary)),
        tuple(each for each in looking if each.watch.number not in watched),
        tuple(at for _, at in adjectives),
        tuple(methods.deferred(reading)),
        tuple(methods.declared_only(reading, vocabulary)),
        methods.unspecified(reading, vocabulary),
    )


def stance(reading: Reading, verification: Verification) -> Stance:
    """Return how the text at its weakest is verified, with every duty's own strength.

    A duty that nobody could inspect does not drag it down, and is not listed.
    """
    if not verification.judged and not reading.complete:
        return Stance("verification", NOT_STATED)
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


def _by_another(
    provision: Provision, turned: Mapping[str, tuple[Said, nodes.Label]]
) -> tuple[Said, nodes.Label] | None:
    """Return the sentence that says it is verified, and its line, where another does."""
    return turned.get(provision.number) or turned.get(provision.clause or "")


def numbers_of(label: nodes.Label, reading: Reading) -> Iterator[str]:
    """Yield the numbers of the clauses of this text that a line names, each with all below it."""
    for node in walk(label.value):
        if isinstance(node, nodes.Reference) and node.instrument is None:
            yield from reading.names.between(node.number, node.last)


def _checked(
    provision: Provision,
    turned: Mapping[str, tuple[Said, nodes.Label]],
    vocabulary: Vocabulary,
    names: Names,
    *,
    verifiable: bool,
) -> Checked:
    line = provision.labels.get("verified by")
    verifying = _by_another(provision, turned)
    if line is not None or verifying is None:
        own = methods.strength(provision.labels, vocabulary, names, verifiable=verifiable)
        return Checked(provision, own, line, provision.labels, methods.gate(provision.labels))
    said, line = verifying
    gate = methods.gate(said.labels)
    if line.name == "verifies":
        strength: Strength = "consent-gated" if gate else "named"
        return Checked(provision, strength, line, said.labels, gate, by=said.number)
    its = methods.strength(said.labels, vocabulary, names, verifiable=verifiable)
    return Checked(provision, its, line, said.labels, gate, by=said.number)


def _seen(duty: Checked, looking: Sequence[Looking], vocabulary: Vocabulary) -> Checked:
    """Return a duty of which no line says who verifies it with who does by a sentence, if any."""
    found = [each.watch for each in looking if each.is_at(duty.provision, vocabulary)]
    own = within(duty.provision, vocabulary)
    watches = [*found, *([own] if own is not None else [])]
    if not watches:
        return duty
    best = max(watches, key=lambda watch: LADDER.index(watch.strength))
    gate = methods.gate(best.labels)
    strength: Strength = "consent-gated" if gate else best.strength
    by = best.number if best.number != duty.provision.number else ""
    return evolve(duty, strength=strength, labels=best.labels, gate=gate, watch=best, by=by)


def _is_checkable(provision: Provision, vocabulary: Vocabulary, *, told: bool) -> bool:
    """Tell whether others can check a duty, and need to or, as `told`, do so by another clause."""
    if provision.kind not in {"duty", "prohibition"} or provision.modality.name in _WISHES:
        return False
    if told or provision.labels.get("verified by") is not None:
        return True
    if provision.meaning.who.how == "text" or acts(provision, vocabulary, _TALK):
        return False
    if provision.kind == "prohibition" and acts(provision, vocabulary, _LEAVING):
        return False
    if provision.kind == "duty" and acts(provision, vocabulary, ("maintain",)):
        return False
    taken_down = acts(provision, vocabulary, _TAKING_DOWN)
    return any(
        _can_be_seen(mention) or (taken_down and is_group(mention, "site"))
        for mention in provision.deed.objects
    )


def _is_only_kept(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether all that is asked is that one refrains from what no inspector could watch.

    A defined term counts as all that its definition lists, some of which can be watched. Whom one
    does not attack may be seen, and the attack that does not come may not.
    """
    if provision.kind == "prohibition" and acts(provision, vocabulary, _ATTACKING):
        return True
    watched = [each for each in provision.deed.objects if _can_be_seen(each)]
    return all(
        each.defined is None and is_one_of(each, vocabulary, *_UNINSPECTED) for each in watched
    )


def _can_be_seen(mention: Mention) -> bool:
    definite = mention.defined is not None
    return definite or (is_group(mention, *_CHECKABLE) and mention.name not in _MOODS)


def _duties_to_verify(reading: Reading, vocabulary: Vocabulary) -> Iterator[Provision]:
    for provision in reading.operative_provisions:
        if provision.kind == "duty" and provision.meaning.binding:
            speaks = any(is_group(mention, "verification") for mention in provision.deed.objects)
            if speaks or acts(provision, vocabulary, ("verify", "inspect")):
                yield provision


def _verifiers(reading: Reading) -> Iterator[str]:
    for clause in reading.clauses:
        for said in clause.said:
            if said.labels.stated("verifies"):
                for meaning in said.meanings:
                    yield from meaning.who.names
            for label in said.labels.all("verified by"):
                for verifier in every(nodes.Verifier, label.value):
                    yield from (name.text for name in verifier.actors)


def _adjectives(reading: Reading, turned: Collection[str]) -> Iterator[tuple[str, Span]]:
    """Yield where a sentence says "verifiable" and names nobody, with the sentence's number."""
    for clause in reading.operative_clauses:
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

"""What follows a breach, rung by rung: under `if breached:`, or in clauses of its own.

A clause of its own waits for the breach of another (`if: 2 is breached`), for a notice of one
(`on: 30 days after 8(a) begins`), or says so in words ("in the event of a breach"). What waits for
it is the next rung. All that is asked of a way back is asked of both alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from clausecheck.analyses.inspection.verification import Checked
from clausecheck.analyses.terms import is_group, is_one_of
from clausecheck.analyses.ties import WAITING, awaited
from clausecheck.model import nodes
from clausecheck.model.reading import Consequence, Labels, Provision, Reading, Said
from clausecheck.model.sentences import Deed, Meaning, Mention
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.values import evolve, frozen
from clausecheck.vocabulary import Act, Vocabulary

_TAKING_BACK = (
    "suspend",
    "resume",
    "reimpose",
    "terminate",
    "withdraw",
    "halt",
    "end",
    "return",
    "deploy",
)
_PUTTING_BACK = "rebuild"
_PUT_BACK = ("sanctions", "exercise", "posture")
"""What is back in force once it is restored; to restore a plant or a seal is to mend it."""
_BRINGING_BACK = ("resume", "reimpose", "return", "deploy", "apply", _PUTTING_BACK)
_GOING_ON = ("sanctions", "exercise")
"""What is back as soon as its suspension is suspended; forces that left are not."""
_CONSENTING = "consent"
_DECIDING = ("decide", "approve", "allow")
_UPON = frozenset({None, "after", "by", "following", "on", "to", "under", "upon", "with"})
"""What stands before a decision that is waited for; none where it begins what is read as a deed."""
_LICENCES = ("with consent of", "unless permitted by")
_TELLING = frozenset({"body", "standing"})
_NOTIFYING = ("notify", "report", "refer", "decide", "complain")
_DEEDS = frozenset({"duty", "permission", "prohibition", "exemption"})
_OF = " of "
_DUE = ("on", "by", "before", "starts")


@frozen(slots=False, eq=False)
class Rung:
    """One sentence of what follows a breach."""

    number: str
    """Of its sentence; under a label, of the sentence broken."""
    at: Span
    meanings: tuple[Meaning, ...]
    provisions: tuple[Provision, ...]
    takes_back: bool
    """Whether somebody may then take back what was given, or stop keeping to it."""
    brings_back: bool
    """Whether it does so by putting something back, and not only by stopping."""
    days: tuple[nodes.Quantity | nodes.Period, ...]
    """The spans of time in it, or in the labels that say by when."""
    own: bool = False
    """Whether it is a clause of its own, and no label of the one that is broken."""
    licensed_by: tuple[str, ...] = ()
    """Whose consent or decision it takes, by name, beside those who act."""

    @property
    def takes_word_of(self) -> tuple[str, ...]:
        """Without whom nothing happens: those who act, and those who have to agree to it."""
        return (*self.doers, *self.licensed_by)

    @property
    def doers(self) -> tuple[str, ...]:
        """Who may or must then act, by name."""
        return tuple(name for meaning in self.meanings for name in meaning.who.names)

    @property
    def about_sanctions(self) -> bool:
        """Whether sanctions are what it speaks of."""
        return any(
            is_group(mention, "sanctions")
            for meaning in self.meanings
            for mention in (*meaning.subject, *(m for deed in meaning.deeds for m in deed.mentions))
        )


@frozen(slots=False, eq=False)
class Ladder:
    """What follows when the duty of one sentence is broken, or any, where it names none."""

    number: str
    at: Span
    rungs: tuple[Rung, ...]
    judged: bool
    """Whether somebody is there to find that there was a breach: a judge, a verifier, a body."""
    of: frozenset[str]
    """The sentences by whose breach it is set off; empty where it is any breach."""

    @property
    def timed(self) -> bool:
        """Whether it says within what time."""
        return any(rung.days for rung in self.rungs)

    @property
    def takes_back(self) -> bool:
        """Whether it ends in something that is taken back."""
        return any(rung.takes_back for rung in self.rungs)

    def follows(self, number: str) -> bool:
        """Tell whether the breach of a sentence sets it off."""
        return not self.of or number in self.of


def analyse(
    reading: Reading, vocabulary: Vocabulary, duties: tuple[Checked, ...]
) -> tuple[Ladder, ...]:
    """Return the ladders in text order; one that binds a whole clause stands once.

    A clause of its own is a further rung of the ladder of the clause that is broken, if it has one.
    """
    verified = {duty.provision.number for duty in duties if duty.strength in {"named", "full"}}
    ladders = list(_labelled(reading, vocabulary, verified))
    of_sentence = {number: at for at, ladder in enumerate(ladders) for number in ladder.of}
    for own in _apart(reading, vocabulary, verified):
        goes_on = {of_sentence[number] for number in own.of if number in of_sentence}
        for at in goes_on:
            ladders[at] = _together(ladders[at], own)
        if not goes_on:
            of_sentence.update(dict.fromkeys(own.of, len(ladders)))
            ladders.append(own)
    return tuple(sorted(ladders, key=lambda ladder: ladder.at))


def _together(first: Ladder, then: Ladder) -> Ladder:
    return evolve(
        first,
        rungs=(*first.rungs, *then.rungs),
        judged=first.judged or then.judged,
        of=first.of | then.of,
    )


# ── Under a label ────────────────────────────────────────────────────────────────────────────────


def _labelled(reading: Reading, vocabulary: Vocabulary, verified: set[str]) -> Iterator[Ladder]:
    seen: set[Span] = set()
    for clause in reading.clauses:
        for said in clause.said:
            lines = said.labels.all("if breached", "otherwise")
            rungs = tuple(
                _rung(said.number, consequence, vocabulary)
                for consequence in clause.consequences
                if any(consequence.line is line for line in lines)
            )
            if rungs and rungs[0].at not in seen:
                seen.add(rungs[0].at)
                judged = said.number in verified or _is_judged(said, rungs, reading)
                under = [each.number for each in clause.said if lines[0] in each.labels.lines]
                yield Ladder(said.number, lines[0].span, rungs, judged, frozenset(under))


def _rung(number: str, consequence: Consequence, vocabulary: Vocabulary) -> Rung:
    return Rung(
        number,
        consequence.line.value.span,
        consequence.meanings,
        consequence.provisions,
        _take_back(consequence.meanings, vocabulary),
        _bring_back(consequence.meanings, vocabulary),
        tuple(period for meaning in consequence.meanings for period in meaning.periods),
        licensed_by=tuple(_licensing(consequence.meanings, vocabulary)),
    )


# ── In clauses of their own ──────────────────────────────────────────────────────────────────────


def _apart(reading: Reading, vocabulary: Vocabulary, verified: set[str]) -> Iterator[Ladder]:
    """Yield the ladders that begin with a clause of its own, in text order."""
    sentences = dict(_sentences(reading))
    waiting = _waiting(sentences, reading)
    seen: set[str] = set()
    for number, (said, provisions) in sentences.items():
        of = _broken(provisions[0], reading)
        if of is None:
            of = _upon_breach(said, provisions, reading, vocabulary)
        notified = of is None and _notifies(provisions, vocabulary)
        if number in seen or (of is None and not notified):
            continue
        numbers = tuple(_from(number, waiting, seen))
        rungs = tuple(_own_rung(*sentences[each], vocabulary) for each in numbers)
        if notified and not any(rung.takes_back for rung in rungs[1:]):
            continue
        seen.update(numbers)
        judged = any(
            _is_judged(sentences[each][0], (rung,), reading)
            for each, rung in zip(numbers, rungs, strict=True)
        )
        of = of or frozenset()
        found = judged or bool(verified & of if of else verified)
        yield Ladder(number, rungs[0].at, rungs, found, of)


_Sentence = tuple[Said, tuple[Provision, ...]]


def _sentences(reading: Reading) -> Iterator[tuple[str, _Sentence]]:
    """Yield each operative sentence by its number, with what it asks, allows or forbids."""
    for clause in reading.whole_clauses:
        for said in clause.said:
            provisions = tuple(
                provision
                for provision in clause.provisions
                if provision.number == said.number and provision.kind in _DEEDS
            )
            if provisions:
                yield said.number, (said, provisions)


def _waiting(sentences: Mapping[str, _Sentence], reading: Reading) -> Mapping[str, Sequence[str]]:
    """Return which sentences wait for each, by number and in text order."""
    found: dict[str, list[str]] = {}
    for number, (_, provisions) in sentences.items():
        for each in awaited(provisions[0], reading, *WAITING):
            if each.state != "is breached" and each.number != number:
                found.setdefault(each.number, []).append(number)
    return found


def _from(number: str, waiting: Mapping[str, Sequence[str]], seen: Iterable[str]) -> Iterator[str]:
    """Yield a sentence and all that wait for it, one after another."""
    met = {number, *seen}
    found = [number]
    for each in found:
        yield each
        later = [other for other in waiting.get(each, ()) if other not in met]
        met.update(later)
        found.extend(later)


def _broken(provision: Provision, reading: Reading) -> frozenset[str] | None:
    """Return the sentences for whose breach a clause waits; None where it waits for none."""
    states = awaited(provision, reading, *WAITING)
    return frozenset(each.number for each in states if each.state == "is breached") or None


def _upon_breach(
    said: Said, provisions: Sequence[Provision], reading: Reading, vocabulary: Vocabulary
) -> frozenset[str] | None:
    """Return the same where something is taken back "in the event of a breach of 2"."""
    named = [
        mention
        for provision in provisions
        for mention in provision.deed.mentions
        if mention not in provision.deed.objects and _is_breach(mention, vocabulary)
    ]
    if not named or not _take_back(said.meanings, vocabulary):
        return None
    return frozenset(
        number
        for meaning in said.meanings
        for each in meaning.references
        if any(0 < each.span.start - m.span.end <= len(_OF) for m in named)
        for number in reading.names.between(each.number, each.last)
    )


def _notifies(provisions: Sequence[Provision], vocabulary: Vocabulary) -> bool:
    """Tell whether somebody is told of a breach, or finds one: "may notify UNSC of a breach"."""
    return any(
        provision.kind in {"duty", "permission"}
        and provision.act is not None
        and vocabulary.is_among(provision.act, _NOTIFYING)
        and any(_is_breach(mention, vocabulary) for mention in provision.deed.mentions)
        for provision in provisions
    )


def _is_breach(mention: Mention, vocabulary: Vocabulary) -> bool:
    return is_one_of(mention, vocabulary, "breach") or mention.name == "violate"


def _own_rung(said: Said, provisions: tuple[Provision, ...], vocabulary: Vocabulary) -> Rung:
    meanings = tuple(dict.fromkeys(provision.meaning for provision in provisions))
    in_labels = (
        node
        for line in said.labels.all(*_DUE)
        for node in walk(line.value)
        if isinstance(node, nodes.Period)
    )
    return Rung(
        said.number,
        said.sentence.span,
        meanings,
        provisions,
        _take_back(meanings, vocabulary),
        _bring_back(meanings, vocabulary),
        (*(period for meaning in meanings for period in meaning.periods), *in_labels),
        own=True,
        licensed_by=(*_licensing(meanings, vocabulary), *_named_in(said.labels.all(*_LICENCES))),
    )


def reimposed(ladders: Iterable[Ladder]) -> Iterator[Provision]:
    """Yield the clauses of their own by which sanctions are back after a breach."""
    for ladder in ladders:
        for rung in ladder.rungs:
            if rung.own and rung.takes_back:
                yield from (each for each in rung.provisions if _is_about(each, "sanctions"))


def restored(ladders: Iterable[Ladder], reading: Reading) -> frozenset[str]:
    """Return the sentences of which it is said that what they gave is taken back, by number.

    A rung by which sanctions return, and that names no sentence, means all of them.
    """
    found: set[str] = set()
    rungs = [rung for ladder in ladders for rung in ladder.rungs if rung.takes_back]
    # Asked once and not for each rung, of which a long text has as many as it has steps.
    going_on = frozenset(_about(reading, *_GOING_ON) if rungs else ())
    on_sanctions = frozenset(_about(reading, "sanctions") if rungs else ())
    for rung in rungs:
        named = [
            each
            for meaning in rung.meanings
            for each in meaning.references
            if each.instrument is None
        ]
        numbers = {n for each in named for n in reading.names.between(each.number, each.last)}
        found |= numbers if rung.brings_back else numbers & going_on
        if rung.about_sanctions and not named:
            found |= on_sanctions
    return frozenset(found)


def _about(reading: Reading, *groups: str) -> Iterator[str]:
    """Yield the sentences that speak of such things, by number."""
    for provision in reading.provisions:
        if _is_about(provision, *groups):
            yield provision.number


def _is_about(provision: Provision, *groups: str) -> bool:
    spoken_of = (*provision.deed.mentions, *provision.meaning.subject)
    return any(is_group(mention, *groups) for mention in spoken_of)


# ── What a rung does ─────────────────────────────────────────────────────────────────────────────


def _take_back(meanings: Iterable[Meaning], vocabulary: Vocabulary) -> bool:
    """Tell whether something is taken back by it; who need not go on takes back as well."""
    return any(
        meaning.kind == "exemption"
        or any(
            deed.act is not None and _takes_back(deed, deed.act, meaning, vocabulary)
            for deed in meaning.deeds
        )
        for meaning in meanings
        if meaning.kind != "prohibition"
    )


def _bring_back(meanings: Iterable[Meaning], vocabulary: Vocabulary) -> bool:
    return any(
        deed.act is not None
        and (vocabulary.is_among(deed.act, _BRINGING_BACK) or _decides_on_it(deed, vocabulary))
        for meaning in meanings
        for deed in meaning.deeds
    )


def _decides_on_it(deed: Deed, vocabulary: Vocabulary) -> bool:
    """Tell whether it is for somebody to say that it is back: "shall decide on the return of X"."""
    if deed.act is None or not vocabulary.is_among(deed.act, _DECIDING):
        return False
    back = any(
        m.kind == "act" and vocabulary.is_a("act", m.name, *_BRINGING_BACK) for m in deed.mentions
    )
    return back and any(is_group(thing, *_PUT_BACK) for thing in deed.mentions)


def _licensing(meanings: Iterable[Meaning], vocabulary: Vocabulary) -> Iterator[str]:
    """Yield whose consent or decision it takes by the words of the sentence, by name."""
    for meaning in meanings:
        for deed in meaning.deeds:
            actors = [m for m in deed.mentions if m.kind == "actor" and m.preposition == "of"]
            needless = deed.act is None and deed.act_text.lower() == "without"
            for word in () if needless else deed.mentions:
                if _licenses(word, vocabulary):
                    yield from (
                        m.name for m in actors if 0 < m.span.start - word.span.end <= len(_OF)
                    )


def _licenses(mention: Mention, vocabulary: Vocabulary) -> bool:
    if mention.preposition not in _UPON:
        return False
    decided = mention.kind == "act" and vocabulary.is_a("act", mention.name, *_DECIDING)
    return decided or is_one_of(mention, vocabulary, _CONSENTING)


def _named_in(lines: Iterable[nodes.Label]) -> Iterator[str]:
    for line in lines:
        yield from (node.text for node in walk(line.value) if isinstance(node, nodes.Name))


def _takes_back(deed: Deed, act: Act, meaning: Meaning, vocabulary: Vocabulary) -> bool:
    if vocabulary.is_a("act", act.name, _PUTTING_BACK):
        return any(is_group(thing, *_PUT_BACK) for thing in deed.objects)
    if vocabulary.is_among(act, _TAKING_BACK) or _decides_on_it(deed, vocabulary):
        return True
    again = (*deed.objects, *meaning.subject)
    return vocabulary.is_a("act", act.name, "apply") and any(
        is_group(thing, "sanctions") for thing in again
    )


def _is_judged(said: Said, rungs: tuple[Rung, ...], reading: Reading) -> bool:
    if said.labels.stated("judged by"):
        return True
    names = {name for rung in rungs for name in rung.doers}
    names.update(
        mention.name
        for rung in rungs
        for meaning in rung.meanings
        for deed in meaning.deeds
        for mention in deed.mentions
        if mention.kind == "actor"
    )
    actors = reading.names.actors
    return any(actors[name].kind in _TELLING for name in names if name in actors)


def ways_back(reading: Reading) -> Iterator[nodes.Label]:
    """Yield every line that says what follows a breach, or how a step is undone."""
    for clause in reading.clauses:
        for said in clause.said:
            for label in said.labels.all("if breached", "reversible"):
                if Labels((label,)).stated(label.name) and not rules_out_return(label):
                    yield label


def can_be_undone(labels: Labels) -> bool:
    """Tell whether it is stated that a step can be undone."""
    lines = labels.all("reversible") if labels.stated("reversible") else ()
    return any(not rules_out_return(line) for line in lines)


def rules_out_return(label: nodes.Label) -> bool:
    """Tell whether a line says that a step cannot be undone: `reversible: no`."""
    return isinstance(label.value, nodes.Reversal) and not label.value.possible

"""What follows a breach, rung by rung: under `if breached:`, or in clauses of its own.

A clause of its own waits for the breach of another (`if: 2 is breached`), for a notice of one
(`on: 30 days after 8(a) begins`), or says so in words ("in the event of a breach"). What waits for
it is the next rung. All that is asked of a way back is asked of both alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from clausecheck.analyses.inspection.rungs import (
    OF,
    Rung,
    is_judged,
    own_rung,
    rung_under,
    take_back,
)
from clausecheck.analyses.inspection.verification import Checked
from clausecheck.analyses.terms import is_one_of
from clausecheck.analyses.ties import WAITING, awaited
from clausecheck.model.reading import Provision, Reading, Said
from clausecheck.model.sentences import Mention
from clausecheck.source import Span
from clausecheck.values import evolve, frozen
from clausecheck.vocabulary import Vocabulary

_NOTIFYING = ("notify", "report", "refer", "decide", "complain")
_DEEDS = frozenset({"duty", "permission", "prohibition", "exemption"})


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
    """Return the ladders in the clauses' order; one that binds a whole clause stands once.

    A clause of its own is a further rung of the ladder of the clause that is broken, if it has one;
    of several such clauses the one with the lower number comes first.
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
    return tuple(sorted(ladders, key=lambda ladder: reading.counted(ladder.at)))


def _together(first: Ladder, then: Ladder) -> Ladder:
    return evolve(
        first,
        rungs=(*first.rungs, *then.rungs),
        judged=first.judged or then.judged,
        of=first.of | then.of,
    )


def _labelled(reading: Reading, vocabulary: Vocabulary, verified: set[str]) -> Iterator[Ladder]:
    seen: set[Span] = set()
    for clause in reading.clauses:
        for said in clause.said:
            lines = said.labels.all("if breached", "otherwise")
            rungs = tuple(
                rung_under(said.number, consequence, vocabulary)
                for consequence in clause.consequences
                if any(consequence.line is line for line in lines)
            )
            if rungs and rungs[0].at not in seen:
                seen.add(rungs[0].at)
                judged = said.number in verified or is_judged(said, rungs, reading)
                under = [each.number for each in clause.said if lines[0] in each.labels.lines]
                yield Ladder(said.number, lines[0].span, rungs, judged, frozenset(under))


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
        rungs = tuple(own_rung(*sentences[each], vocabulary) for each in numbers)
        if notified and not any(rung.takes_back for rung in rungs[1:]):
            continue
        seen.update(numbers)
        judged = any(
            is_judged(sentences[each][0], (rung,), reading)
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
    """Return which sentences wait for each, by number and in the clauses' order."""
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
    if not named or not take_back(said.meanings, vocabulary):
        return None
    return frozenset(
        number
        for meaning in said.meanings
        for each in meaning.references
        if any(0 < each.span.start - m.span.end <= len(OF) for m in named)
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

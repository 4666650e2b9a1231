"""Words over whose meaning parties have quarrelled before, where the text leaves them undefined."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clausecheck.analyses.inspection.methods import strength
from clausecheck.analyses.inspection.verification import Checked
from clausecheck.analyses.terms import is_group
from clausecheck.model import nodes
from clausecheck.model.names import Declared, Names
from clausecheck.model.reading import Provision, Reading
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Act, Object, Vocabulary

_ARMS = frozenset({"weapons", "facility", "material", "disarmament", "test"})
"""Groups of objects on which the verbs of disarmament have been fought over."""
_NAMED = frozenset({"named", "full"})
"""How strong a verification is by somebody who is named, and does more than look on."""
_OPERATIVE = frozenset({"duty", "prohibition", "permission"})


@frozen
class Use:
    """A disputed word at one place."""

    at: Span
    word: str
    """The vocabulary's, for what stands there."""
    operative: bool
    """Whether the sentence asks or allows something, outside the preamble."""
    explained: bool
    """Whether a protocol or a named verifier says what it takes: no quarrel over a verb then."""


@frozen
class Dispute:
    """A disputed word and all its uses, in text order; `why` says what the quarrel was."""

    why: str
    uses: tuple[Use, ...]


@frozen
class Disputes:
    """The disputed words that the text uses undefined, and the definitions that settle others."""

    words: tuple[Dispute, ...]
    settled: tuple[Span, ...]


def analyse(reading: Reading, vocabulary: Vocabulary, duties: tuple[Checked, ...]) -> Disputes:
    """Return the disputed words in the order in which they are first used."""
    checked = {duty.provision.number for duty in duties if duty.strength in _NAMED}
    settled = _settled(reading.names.definitions, vocabulary)
    preambles = {clause.number for clause in reading.clauses if clause.preamble}
    found: dict[str, dict[Span, Use]] = {}
    for provision in reading.provisions:
        if provision.kind == "savings":
            continue
        operative = provision.kind in _OPERATIVE and provision.clause not in preambles
        for term, at in _terms(provision):
            if term.disputed is not None and term.name not in settled:
                explained = isinstance(term, Act) and (
                    provision.number in checked or _has_method(provision, vocabulary, reading.names)
                )
                places = found.setdefault(term.disputed, {})
                places.setdefault(at, Use(at, _word(term), operative, explained))
    words = tuple(Dispute(why, tuple(places.values())) for why, places in found.items())
    return Disputes(words, tuple(settled.values()))


def _word(term: Act | Object) -> str:
    """Return a term as texts write it; its forms are kept in one spelling, its name in theirs."""
    form = term.forms[0]
    return form.replace("isation", "ization") if "ization" in term.name else form


def _terms(provision: Provision) -> Iterator[tuple[Act | Object, Span]]:
    deeds = (provision.deed, *provision.deed.inner)
    for deed in deeds:
        if deed.act is not None and any(is_group(thing, *_ARMS) for thing in deed.objects):
            yield deed.act, deed.act_span
        for mention in deed.mentions:
            whose_is_told = mention.owner is not None and is_group(mention, "disarmament")
            told = whose_is_told or mention.defined is not None
            if isinstance(mention.term, Object) and not told:
                yield mention.term, mention.span


def _settled(definitions: Mapping[str, Declared], vocabulary: Vocabulary) -> dict[str, Span]:
    """Return the places of the definitions of disputed words, by the words' names."""
    found: dict[str, Span] = {}
    for definition in definitions.values():
        words = definition.name.split()
        match = vocabulary.match(words, 0, ("object", "act", "noun"))
        if match is not None and match.end == len(words):
            term = match.term
            if isinstance(term, (Act, Object)) and term.disputed is not None:
                found[term.name] = definition.span
    return found


def _has_method(provision: Provision, vocabulary: Vocabulary, names: Names) -> bool:
    """Tell whether a protocol or a named verifier will say what it takes, however it is owed."""
    if strength(provision.labels, vocabulary, names, verifiable=False) in _NAMED:
        return True
    lines = provision.labels.all("according to")
    return any(not isinstance(line.value, nodes.Silence) for line in lines)

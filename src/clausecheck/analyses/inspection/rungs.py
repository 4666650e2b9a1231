"""One sentence of what follows a breach: what it takes back, and whose word that takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausecheck.analyses.terms import is_group, is_one_of
from clausecheck.model import nodes
from clausecheck.model.reading import Consequence, Provision, Reading, Said
from clausecheck.model.sentences import Deed, Meaning, Mention
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.values import frozen
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
_CONSENTING = "consent"
_DECIDING = ("decide", "approve", "allow")
_UPON = frozenset({None, "after", "by", "following", "on", "to", "under", "upon", "with"})
"""What stands before a decision that is waited for; none where it begins what is read as a deed."""

_LICENCES = ("with consent of", "unless permitted by")
_TELLING = frozenset({"body", "standing"})
OF = " of "
"""What stands between a thing and whose or of what it is, at the most."""

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


def rung_under(number: str, consequence: Consequence, vocabulary: Vocabulary) -> Rung:
    """Return what a line on a breach makes of the sentence of that number."""
    return Rung(
        number,
        consequence.line.value.span,
        consequence.meanings,
        consequence.provisions,
        take_back(consequence.meanings, vocabulary),
        _bring_back(consequence.meanings, vocabulary),
        tuple(period for meaning in consequence.meanings for period in meaning.periods),
        licensed_by=tuple(_licensing(consequence.meanings, vocabulary)),
    )


def own_rung(said: Said, provisions: tuple[Provision, ...], vocabulary: Vocabulary) -> Rung:
    """Return what a clause of its own adds to what follows a breach."""
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
        take_back(meanings, vocabulary),
        _bring_back(meanings, vocabulary),
        (*(period for meaning in meanings for period in meaning.periods), *in_labels),
        own=True,
        licensed_by=(*_licensing(meanings, vocabulary), *_named_in(said.labels.all(*_LICENCES))),
    )


def take_back(meanings: Iterable[Meaning], vocabulary: Vocabulary) -> bool:
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
                        m.name for m in actors if 0 < m.span.start - word.span.end <= len(OF)
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


def is_judged(said: Said, rungs: tuple[Rung, ...], reading: Reading) -> bool:
    """Tell whether somebody is there to find that there was a breach."""
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

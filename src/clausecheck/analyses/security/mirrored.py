"""What two sides owe each other in a sentence for each of them, in the same words and terms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from clausecheck.analyses.ties import NOTHING_MORE, named_by
from clausecheck.model import nodes
from clausecheck.model.reading import Provision, Reading, Said
from clausecheck.values import frozen

_EXCEPTING = ("exception to", "notwithstanding")
_NO_TERMS = NOTHING_MORE | {"mirrors"}


@frozen
class _Half:
    """What one side owes the other: who, towards whom, and all by which it may owe less."""

    by: frozenset[str]
    to: frozenset[str]
    words: tuple[object, ...]
    """How each of them is bound, and to what: all but the names of the other side."""
    terms: frozenset[tuple[str, nodes.Value | None]]
    excepting: frozenset[str]
    """The numbers of the sentences to which it gives way."""

    def turned(self) -> _Half:
        """Return the same owed by the other side to this one."""
        return _Half(self.to, self.by, self.words, self.terms, self.excepting)


def mirrored(
    sentences: Iterable[tuple[Said, Provision]], reading: Reading
) -> Mapping[str, tuple[str, ...]]:
    """Return who else owes the same to whoever owes it here, by the number of either sentence."""
    excepting = _excepting(reading)
    halves = {
        provision.number: _half(said, provision, excepting.get(provision.number, frozenset()))
        for said, provision in sentences
    }
    every = set(halves.values())
    return {
        number: tuple(sorted(half.to))
        for number, half in halves.items()
        if half.to and half.turned() in every
    }


def _half(said: Said, provision: Provision, excepting: frozenset[str]) -> _Half:
    who, modality = provision.meaning.who, provision.modality
    others = [
        each
        for each in provision.deed.mentions
        if each.kind == "actor" and each.name not in who.names
    ]
    named = [at for each in others for at in (each.span.start, each.span.end)]
    words = (
        part.text.lower() if isinstance(part, nodes.Word) else part
        for part in said.sentence.parts
        if part.span.start > modality.span.start
        and not (named and min(named) <= part.span.start < max(named))
    )
    return _Half(
        frozenset(who.names),
        frozenset(each.name for each in others),
        (who.how, modality.name, *(word for word in words if word != "the")),
        frozenset(
            (line.name, line.value) for line in provision.labels.lines if line.name not in _NO_TERMS
        ),
        excepting,
    )


def _excepting(reading: Reading) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for provision in reading.provisions:
        for number in named_by(provision, reading, *_EXCEPTING):
            found.setdefault(number, set()).add(provision.number)
    return {number: frozenset(others) for number, others in found.items()}

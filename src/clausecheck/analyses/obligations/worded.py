"""Words of a line, put into a sentence of their own and read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausecheck.model import nodes
from clausecheck.model.names import Names
from clausecheck.model.reading import Labels, Provision, Said, provisions_of
from clausecheck.model.sentences import read_sentence
from clausecheck.source import Span
from clausecheck.values import evolve
from clausecheck.vocabulary import Vocabulary

_NOWHERE = Span(0, 0)


def word(text: str) -> nodes.Word:
    """Return a word that stands nowhere in the text."""
    return nodes.Word(_NOWHERE, text)


def provisions_in(
    who: Sequence[nodes.Part], done: Sequence[nodes.Part], names: Names, vocabulary: Vocabulary
) -> Iterator[tuple[Said, Provision]]:
    """Yield what words would say if somebody owed it, each party if nobody is named."""
    owed = nodes.Modality(_NOWHERE, "shall", "duty", "shall")
    every = (*(who or (word("Each"), word("party"))), owed, *done)
    # The words are put in a row of their own, as some have no place in the text.
    placed = tuple(
        evolve(part, span=Span(2 * place, 2 * place + 1)) for place, part in enumerate(every)
    )
    sentence = nodes.Sentence(_NOWHERE, (), placed)
    for meaning in read_sentence(sentence, names, vocabulary):
        said = Said("", sentence, Labels(), (meaning,))
        for provision in provisions_of("", "", meaning, said.labels, ""):
            yield said, provision

"""A sentence with its times and conditions on lines of their own, wherever the text has them.

The checker counts with lines alone. Who holds two texts against each other has to know that what
one says in a sentence the other says below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausecheck.model import nodes
from clausecheck.model.names import Names
from clausecheck.model.qualifiers import unread
from clausecheck.model.qualifiers.apart import is_comma, lines_of, without
from clausecheck.model.reading import Labels, Said
from clausecheck.model.sentences import Meaning, read_sentence
from clausecheck.source import Span
from clausecheck.values import evolve, frozen
from clausecheck.vocabulary import Vocabulary


@frozen
class Placed:
    """A sentence without the qualifiers that stand in it, and those as lines, after its own."""

    said: Said
    lines: tuple[nodes.Label, ...]
    """Each at the words that say it in the sentence."""
    supposed: tuple[nodes.Label, ...] = ()
    """Those of them that say from when, where the sentence does not."""


def placed(said: Said, names: Names, vocabulary: Vocabulary) -> Placed:
    """Return the sentence as it would be with lines; as it is where it has nothing to place.

    Only what stands at an end of the sentence or right behind its modality is placed, for that
    alone bears on all that the sentence says; or how often its one act is done.
    """
    parts = said.sentence.parts
    found = {each.span: each for each in unread(said.sentence, said.meanings, (), names)}
    of_one_act = [len(meaning.deeds) for meaning in said.meanings] == [1]
    often = (at for at, each in found.items() if of_one_act and each.line.startswith("every:"))
    outer = dict.fromkeys((*_at_an_end(parts, tuple(found)), *often))
    lines = {span: line for span in outer for line in lines_of(found[span])}
    apart = without_words(said, tuple(lines), names, vocabulary) if lines else None
    if apart is None:
        return Placed(said, ())
    own = {(line.name, line.value) for line in said.labels.lines}
    new = {at: line for at, line in lines.items() if (line.name, line.value) not in own}
    labels = Labels((*said.labels.lines, *new.values()))
    return Placed(
        evolve(apart, labels=labels),
        tuple(new.values()),
        tuple(line for at, line in new.items() if found[at].supposed),
    )


def without_words(
    said: Said, spans: Sequence[Span], names: Names, vocabulary: Vocabulary
) -> Said | None:
    """Return what a sentence says without some of its words; None where it binds otherwise then."""
    sentence = evolve(said.sentence, parts=tuple(without(said.sentence.parts, spans)))
    meanings = read_sentence(sentence, names, vocabulary, said.meanings[0].who.names)
    if not _bind_alike(said.meanings, meanings):
        return None
    return evolve(said, sentence=sentence, meanings=meanings)


def _bind_alike(before: Sequence[Meaning], after: Sequence[Meaning]) -> bool:
    """Tell whether the same is said of the same; whom a condition stands before may be hidden."""
    return [each.kind for each in before] == [each.kind for each in after] and all(
        not one.who.names or one.who.names == two.who.names
        for one, two in zip(before, after, strict=True)
    )


def _at_an_end(parts: Sequence[nodes.Part], spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the qualifiers between which and an end of the sentence or a modality nothing stands.

    But for commas and other qualifiers.
    """
    size = len(parts)
    behind = [at + 1 for at, part in enumerate(parts) if isinstance(part, nodes.Modality)]
    for places in (range(size - 1, -1, -1), *(range(at, size) for at in (0, *behind))):
        for at in places:
            span = next((each for each in spans if each.contains(parts[at].span)), None)
            if span is not None:
                yield span
            elif not is_comma(parts[at]):
                break

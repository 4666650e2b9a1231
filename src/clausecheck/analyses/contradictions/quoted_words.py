"""What a quotation has more or less than its sentence, word by word: `not`, `all`, a softener.

The rest is the same, or it is told of the same act: a paraphrase says the same in other words, and
nothing is made of that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from clausecheck.analyses.contradictions.quoting import Contradiction, Quotation
from clausecheck.model import nodes
from clausecheck.model.reading import Clause, Said
from clausecheck.model.sentences import Meaning
from clausecheck.model.sentences.finding import text_of
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.vocabulary import Vocabulary

_SMALL = frozenset({"the", "a", "an", "of"})
_DENYING = frozenset({"not", "never"})
_BESIDE_A_DENIAL = frozenset({"do", "does", "did", "yet", "ever", "longer", "no"})
_BEING = frozenset({"is", "are", "was", "were", "be", "has", "have"})
_WHOLE = "all"
_HANGING = ("if", "unless", "after", "until", "on", "according to")
"""Labels that may say what the words of the treaty say of conditions."""
_Words = list[tuple[str, Span]]


def by_word(
    quotation: Quotation, said: Said, clause: Clause, vocabulary: Vocabulary
) -> Iterator[Contradiction]:
    """Yield what a quoted sentence and the one above it do not have alike."""
    if quotation.meaning.kind == "statement":
        if any(meaning.kind == "statement" for meaning in said.meanings):
            yield from _denied(quotation, said)
        return
    yield from _left_out(quotation, said)
    yield from _softened(quotation, said, clause, vocabulary)


# ── Denied on one side ───────────────────────────────────────────────────────────────────────────


def _denied(quotation: Quotation, said: Said) -> Iterator[Contradiction]:
    """Yield that one says it is so, and the other that it is not."""
    ours, theirs = _stated(quotation.sentence), _stated(said.sentence)
    denials = _denials(ours), _denials(theirs)
    if bool(denials[0]) is bool(denials[1]) or not _plainly(ours):
        return
    if [word for word, _ in _plainly(ours)] == [word for word, _ in _plainly(theirs)]:
        at, quoted = _told(ours, denials[0])
        against, there = _told(theirs, denials[1])
        yield Contradiction("negation", quotation.place(at), quoted, against, there)


def _stated(sentence: nodes.Sentence) -> _Words:
    """Return the words of what is stated: behind the modality, or its "that"."""
    at = next(n for n, part in enumerate(sentence.parts) if isinstance(part, nodes.Modality))
    return _words(sentence.parts[at + 1 :])


def _words(parts: Sequence[nodes.Part]) -> _Words:
    return [(word, part.span) for part in parts if (word := text_of(part).lower()) not in _SMALL]


def _denials(words: _Words) -> _Words:
    return [(word, span) for word, span in words if word in _DENYING]


def _plainly(words: _Words) -> _Words:
    """Return the words without those that deny, each without an ending of number or person."""
    small = _DENYING | _BESIDE_A_DENIAL
    return [(word.removesuffix("s"), span) for word, span in words if word not in small]


def _told(words: _Words, denials: _Words) -> tuple[Span, str]:
    """Return the place of the verb that is denied with its "not", or of the one that is not."""
    for (word, span), (after, end) in pairwise(words):
        if after in _DENYING and denials:
            return span.to(end), f"{word} {after}"
    verb = next(((word, span) for word, span in words if word in _BEING), words[0])
    return verb[1], verb[0]


# ── All of it on one side ────────────────────────────────────────────────────────────────────────


def _left_out(quotation: Quotation, said: Said) -> Iterator[Contradiction]:
    """Yield that the quotation lacks an "all", where all other words are the same.

    The other way round nothing is made of it: who speaks of "its reactors" may well mean all.
    """
    ours, theirs = _stated(quotation.sentence), _stated(said.sentence)
    rest = [word for word, _ in theirs if word != _WHOLE]
    if len(rest) == len(theirs) or [word for word, _ in ours] != rest:
        return
    number = next(at for at, (word, _) in enumerate(theirs) if word == _WHOLE)
    at, against = ours[min(number, len(ours) - 1)][1], theirs[number][1]
    yield Contradiction("left out", quotation.place(at), "", against, _WHOLE)


# ── Softened on one side ─────────────────────────────────────────────────────────────────────────


def _softened(
    quotation: Quotation, said: Said, clause: Clause, vocabulary: Vocabulary
) -> Iterator[Contradiction]:
    """Yield words by which one side binds less: "where feasible", "in principle"."""
    quoted = _softeners(quotation.meaning, vocabulary)
    here = [span for meaning in said.meanings for span in _softeners(meaning, vocabulary)]
    if bool(quoted) is bool(here):
        return
    if quoted:
        elsewhere = any(
            _softeners(meaning, vocabulary) for each in clause.said for meaning in each.meanings
        )
        act = _same_act(quotation.meaning, said.meanings)
        if act is not None and not elsewhere and not _hangs_on_something(said, vocabulary):
            words = _within(quotation.sentence, quoted[0])
            yield Contradiction("added", quotation.place(quoted[0]), words, act, words)
    elif _same_but_for(quotation.sentence, said.sentence, here):
        done = (deed.act_span for deed in quotation.meaning.deeds)
        at = quotation.place(next(done, quotation.meaning.modality.span))
        words = _within(said.sentence, here[0])
        yield Contradiction("left out", at, "", here[0], words)


def _softeners(meaning: Meaning, vocabulary: Vocabulary) -> list[Span]:
    names = vocabulary.names("softening-words")
    found = [span for vague, span in meaning.vague if vague.name in names]
    found += [words.span for words in meaning.open_words if _is_soft(words.text, vocabulary)]
    return sorted(found)


def _is_soft(text: str, vocabulary: Vocabulary) -> bool:
    names = vocabulary.names("softening-words")
    return any(match.term.name in names for match in vocabulary.find(text.split(), ("vague",)))


def _hangs_on_something(said: Said, vocabulary: Vocabulary) -> bool:
    """Tell whether a label makes it hang on something, or softens it in words."""
    in_words = (
        _is_soft(node.text, vocabulary)
        for line in said.labels.lines
        for node in walk(line.value)
        if isinstance(node, (nodes.Words, nodes.Name))
    )
    return any(map(said.labels.stated, _HANGING)) or any(in_words)


def _same_act(quoted: Meaning, meanings: Sequence[Meaning]) -> Span | None:
    """Return where the sentence does what is quoted, to one of the same things."""
    for meaning in meanings:
        for deed in meaning.deeds:
            for other in quoted.deeds:
                things = {thing.name for thing in deed.objects}
                alike = deed.act is not None and deed.act == other.act
                if alike and not things.isdisjoint(thing.name for thing in other.objects):
                    return deed.act_span
    return None


def _same_but_for(
    quoted: nodes.Sentence, sentence: nodes.Sentence, softening: Sequence[Span]
) -> bool:
    rest = [
        word
        for word, span in _stated(sentence)
        if not any(each.contains(span) for each in softening)
    ]
    return [word for word, _ in _stated(quoted)] == rest


def _within(sentence: nodes.Sentence, at: Span) -> str:
    return " ".join(
        part.text if isinstance(part, nodes.Words) else text_of(part)
        for part in sentence.parts
        if at.contains(part.span)
    )

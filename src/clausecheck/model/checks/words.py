"""Words that nobody knows or that do not count, and subjects that are nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from clausecheck.model import nodes
from clausecheck.model.checks.offers import either
from clausecheck.model.checks.people import names_nobody, nobody, unknown_actor
from clausecheck.model.names import Names
from clausecheck.model.sentences.finding import text_of
from clausecheck.model.sentences.meanings import Meaning
from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.syntax.slip import Slip
from clausecheck.vocabulary import Vocabulary

_NOBODY_ELSE = frozenset({"", "there"})
"""Subjects of which nobody expects that they name somebody."""

_IN_A_ROLE = regex(r"[Tt]he [a-z]+(?:ed|ing) (?:side|party)")
"""Somebody by what befell it, as "the injured side"."""

_BETWEEN_COMMAS = r"(?:too|also|however|therefore|then|in turn)"
_INSERTED = regex(rf"\A(?i:{_BETWEEN_COMMAS}) , | , {_BETWEEN_COMMAS}(?: ,)?\Z")
"""Words that are no part of a subject, as commas show: "They, too, shall"."""

_OWED = frozenset({"duty", "prohibition", "permission"})


def unknown_words(
    sentence: nodes.Sentence, meanings: tuple[Meaning, ...], names: Names, vocabulary: Vocabulary
) -> Iterator[Slip]:
    """Yield the subjects that are nobody, and the words that are in no vocabulary."""
    for number, meaning in enumerate(meanings):
        # In "US declares that it will", "it" is who declares.
        yield from _subject(sentence, meaning, names, vocabulary, first=number == 0)
        yield from _unknown_words(
            # A letter tells things of one kind apart, as in "Zone B".
            [
                word
                for word in meaning.unknown
                if not (len(word.text) == 1 and word.text.isupper())
                and not meaning.who.span.contains(word.span)
            ],
            sentence,
            vocabulary,
        )


def slips_of_the_pen(sentence: nodes.Sentence) -> Iterator[Slip]:
    """Yield words that are known, and that no reader can take as they stand."""
    for before, part in pairwise((None, *sentence.parts)):
        if not isinstance(part, nodes.Word):
            continue
        word = part.text.lower().replace("’", "'")
        denied = isinstance(before, nodes.Modality) and before.text.endswith(" not")
        if word == "and/or":
            what = f"`{part.text}` leaves open which"
            yield Slip("unknown-word", part.span, what, "write `and` or `or`")
        elif word == "it's":
            what = f"`{part.text}` is short for `it is`"
            yield Slip("unknown-word", part.span, what, "write `its` for what belongs to it")
        elif word == "not" and before is not None and (denied or text_of(before).lower() == word):
            what = "a second `not` takes back the first"
            yield Slip("unknown-word", part.span, what, "leave it out")


def _subject(
    sentence: nodes.Sentence, meaning: Meaning, names: Names, vocabulary: Vocabulary, *, first: bool
) -> Iterator[Slip]:
    """Yield what is not known of a subject: who it is, or else its words."""
    who = meaning.who
    if first and who.how in {"unnamed", "thing"} and meaning.kind in _OWED and _is_empty(meaning):
        what = "this sentence does not say who"
        offer = "begin it with a name, or with `Unnamed` where the text names nobody"
        yield Slip("unknown-actor", meaning.modality.span, what, offer)
        return
    unknown = [word for word in meaning.unknown if who.span.contains(word.span)]
    parts = [part for part in sentence.parts if who.span.contains(part.span)]
    text = _INSERTED.sub("", " ".join(map(text_of, parts)))
    if who.how in {"thing", "unnamed"} and _IN_A_ROLE.fullmatch(text):
        what = f"it is not said who is `{text}`"
        role = text[0].lower() + text[1:]
        offer = f'write `The other side`, or introduce it, as in `Any party ("{role}") may …`'
        yield Slip("unknown-actor", who.span, what, offer)
    elif who.how == "thing" and names_nobody(text):
        if not _is_acted_on(meaning):
            yield nobody(who.span, text)
    elif who.how != "unnamed" or not all(map(text_of, parts)) or text.lower() in _NOBODY_ELSE:
        yield from _unknown_words(unknown, sentence, vocabulary)
        for part in parts if who.names else ():
            if isinstance(part, nodes.Word) and _is_nobodys(part, names, vocabulary):
                yield unknown_actor(part.span, part.text, names)
    elif unknown and not names_nobody(text):
        at = unknown[0].span.to(unknown[-1].span)
        yield unknown_actor(at, " ".join(word.text for word in unknown), names)
    elif "," not in text and (first or text.lower() not in {"it", "they"}):
        # What ends at a comma is no subject but a condition, which has a finding of its own.
        meant = next((name for name in names.actors if name.lower() == text.lower()), None)
        if meant:
            what = f"nobody is named `{text}`"
            yield Slip("unknown-actor", who.span, what, f"did you mean `{meant}`?")
        elif names_nobody(text) or not text[:1].isupper() or not text.isupper():
            yield nobody(who.span, text)
        else:
            yield unknown_actor(who.span, text, names)


def _is_acted_on(meaning: Meaning) -> bool:
    """Tell whether something is done to the parties that the subject names: "shall be informed"."""
    mentions = (each for deed in meaning.deeds for each in deed.mentions)
    return any(each.kind == "group" and meaning.who.span.contains(each.span) for each in mentions)


def _is_empty(meaning: Meaning) -> bool:
    """Tell whether nothing stands where the subject should: "upon signature, shall open".

    Open words there, as in "as soon as it is able, shall open", are told of as such.
    """
    who = meaning.who
    nothing = who.span.start == who.span.end
    return nothing or (
        who.front == who.span and not any(who.span.contains(at) for _, at in meaning.vague)
    )


def _is_nobodys(word: nodes.Word, names: Names, vocabulary: Vocabulary) -> bool:
    """Tell whether letters stand for nobody here, though they occur in a term: "the A-B treaty"."""
    letters = word.text
    if not (letters.isalpha() and letters.isupper() and len(letters) > 1):
        return False
    known = names.actor(letters) or vocabulary.matches([letters], 0)
    return vocabulary.knows(letters) and not known


def _unknown_words(
    words: Sequence[nodes.Word], sentence: nodes.Sentence, vocabulary: Vocabulary
) -> Iterator[Slip]:
    """Yield a slip for each word, and one for those that make a name, as in "the Salt Plain"."""
    first = sentence.parts[0].span
    name: list[nodes.Word] = []
    for word in words:
        goes_on = name and _is_titled(word, first) and word.span.start == name[-1].span.end + 1
        if name and not goes_on:
            yield _unknown_name(name, vocabulary)
            name = []
        if _is_titled(word, first):
            name.append(word)
        else:
            yield _unknown_word(word, vocabulary)
    if name:
        yield _unknown_name(name, vocabulary)


def _is_titled(word: nodes.Word, first: Span) -> bool:
    return word.text.istitle() and word.span != first


def _unknown_name(words: Sequence[nodes.Word], vocabulary: Vocabulary) -> Slip:
    name = " ".join(word.text for word in words)
    near = vocabulary.nearest(name) if len(words) == 1 else ()
    otherwise = f"did you mean {either(near)}? If not, " if near else ""
    offer = (
        f'{otherwise}declare it: `actor {"".join(name.split())} "…"` if it is somebody, '
        f"`[place.{'-'.join(name.split())}]` in `vocabulary.toml` if it is a place, "
        f'`define "{name}"` if it is a term'
    )
    at = words[0].span.to(words[-1].span)
    return Slip("unknown-word", at, f"`{name}` is not in the vocabulary", offer)


def _unknown_word(word: nodes.Word, vocabulary: Vocabulary) -> Slip:
    if word.text[0].isdigit():
        what = f"`{word.text}` is neither a number nor a word"
        offer = "write a number as `8,500`, or put it in quotation marks"
        return Slip("unknown-word", word.span, what, offer)
    near = vocabulary.nearest(word.text)
    either_word = word.text.split("/")
    if len(either_word) > 1:
        offer = f"write `{' or '.join(either_word)}`, or `[{' | '.join(either_word)}]` of proposals"
    elif near:
        offer = f"did you mean {either(near)}? If not, define it or put it in quotation marks"
    else:
        offer = "define it, put it in quotation marks, or add it to `vocabulary.toml`"
    return Slip("unknown-word", word.span, f"`{word.text}` is not in the vocabulary", offer)

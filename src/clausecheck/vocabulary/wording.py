"""Which expressions for one term are the same words, and which are only judged alike.

Euros and yen are one term to every rule, and not the same to whoever is paid. The same are the
inflections and spellings of one form, its words in another order (`missile test`, `test of
missiles`), its abbreviation, an act and its noun, and what the vocabulary states to be synonyms.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from clausecheck.values import frozen
from clausecheck.vocabulary.inflection import noun_phrases, spellings, units, variants, verb_phrases
from clausecheck.vocabulary.terms import Act

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clausecheck.vocabulary.terms import Term

_SILENT = frozenset({"a", "an", "the", "of", "for"})
_LINKS = frozenset("of on at in by for from to with between against".split())
"""Words behind the noun that others only describe: `exercise at sea`."""
_FULL = frozenset(
    "full complete unhindered permanent final total comprehensive verifiable irreversible general"
    " and".split()
)
"""Words that ask for the whole of a thing, and not for one kind of it."""
_BEING = frozenset({"is", "are", "was", "were"})
_SHORT_STEM = 4


def form_of(term: Term, phrase: str) -> str:
    """Return the form that stands for all which say what an expression for a term says.

    Of two things that share a noun the one has a word of it alone: `nuclear` or missile tests.
    """
    known = _known(term)
    said = " ".join("be" if word in _BEING else word for word in units(phrase).split())
    form = known.phrases.get(said)
    if form is None:
        words = {*_words(said)}
        form = next((each for each in known.classes if words <= {*_words(each)}), term.forms[0])
    return known.classes[form]


def is_plain(term: Term, phrase: str) -> bool:
    """Tell whether an expression says no more than the term itself, whose first form is listed."""
    return form_of(term, phrase) == term.forms[0]


def described(
    term: Term, phrase: str, wider: Term, other: str
) -> Literal["narrower", "fuller"] | None:
    """Return what one expression is of another: that with more words about the same noun.

    `None` where it is the same, something else, or the other is what has more words.
    """
    ones, others = (
        _known(each).same_as(form_of(each, said)) for each, said in ((term, phrase), (wider, other))
    )
    ways = {way for more in ones for less in others if (way := _way(more, less))}
    return ways.pop() if len(ways) == 1 else None


def _way(more: str, less: str) -> Literal["narrower", "fuller"] | None:
    (words, behind), (fewer, behind_less) = _parted(more), _parted(less)
    if behind != behind_less or words[-1:] != fewer[-1:] or not {*fewer} < {*words}:
        return None
    return "fuller" if {*words} - {*fewer} <= _FULL else "narrower"


def _parted(form: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of a form up to its noun, and those behind it."""
    words = units(form).split()
    end = next((at for at, word in enumerate(words) if at and word in _LINKS), len(words))
    return _words(" ".join(words[:end])), _words(" ".join(words[end:]))


@frozen
class _Known:
    """The expressions for a term."""

    phrases: Mapping[str, str]
    """Each inflection and spelling with its form."""
    classes: Mapping[str, str]
    """Each form with the first of those that say the same."""

    def same_as(self, form: str) -> tuple[str, ...]:
        """Return all forms that say what one says."""
        return tuple(each for each, first in self.classes.items() if first == form) or (form,)


@cache
def _known(term: Term) -> _Known:
    nouns = term.nouns if isinstance(term, Act) else ()
    of_forms = verb_phrases if isinstance(term, Act) else noun_phrases
    phrases: dict[str, str] = {}
    for form in (*term.forms, *nouns):
        phrases[units(form)] = form
    for forms, inflect in ((term.forms, of_forms), (nouns, noun_phrases)):
        for form in forms:
            for phrase in variants(inflect(form)):
                phrases.setdefault(phrase, form)
    return _Known(phrases, _classes(term, nouns))


def _classes(term: Term, nouns: tuple[str, ...]) -> Mapping[str, str]:
    classes = {form: form for form in (*term.forms, *nouns)}
    for one, other in combinations(classes, 2):
        if _are_the_same(one, other) or (other in nouns and _is_noun_of(other, one, term)):
            _join(classes, one, other)
    for group in term.synonyms:
        for other in group[1:]:
            _join(classes, group[0], other)
    return classes


def _join(classes: dict[str, str], one: str, other: str) -> None:
    """Make one class of two, named by whichever form is listed first."""
    order = list(classes)
    first, last = sorted((classes[one], classes[other]), key=order.index)
    for form in order:
        if classes[form] == last:
            classes[form] = first


def _are_the_same(one: str, other: str) -> bool:
    return (
        sorted(_words(one)) == sorted(_words(other))
        or _is_abbreviation(one, other)
        or _is_abbreviation(other, one)
    )


def _words(form: str) -> tuple[str, ...]:
    """Return the words of a form that say something, in one number and one spelling."""
    return tuple(
        min(spellings(word.removesuffix("s") if not word.endswith("ss") else word))
        for word in units(form).split()
        if word not in _SILENT
    )


def _is_abbreviation(short: str, form: str) -> bool:
    """Tell whether capitals are letters of a name in their order, with each word's first."""
    words = [word for word in units(form).split() if word not in _SILENT - {"of"}]
    if not short.isupper() or not short.isalpha() or len(words) < 2:  # noqa: PLR2004 - a name
        return False
    letters = short.lower()
    initials = "".join(word[0] for word in words if word != "of")
    everything = "".join(words)
    return (
        letters[0] == everything[0]
        and _in_order(initials, letters)
        and _in_order(letters, everything)
    )


def _in_order(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)


def _is_noun_of(noun: str, form: str, term: Act | Term) -> bool:
    """Tell whether a noun names the act that a verb does: `reunification`, `reunify`."""
    if form == term.forms[0]:
        return isinstance(term, Act) and noun == term.nouns[0]
    if units(noun).replace(" ", "") == units(form).replace(" ", ""):
        return True
    stem = max(_SHORT_STEM, len(form) - 2)
    return noun[:stem] == form[:stem]

"""Whose doer stands behind `by`: that of a passive verb, or of a noun before it.

In "lifted within 30 days of a request by X" it is X who asks, in "moved to the camps held by X" X
who holds. Where it cannot be told, as in "lifted upon signature of the treaty by X", nobody is
bound: better that a duty has no bearer than one whom the text does not bind.
"""

from __future__ import annotations

from collections.abc import Sequence

from clausecheck.model import nodes
from clausecheck.model.sentences.finding import Finder, Found

_BY_MEANS_OF = frozenset({"by", "through", "via"})
"""Prepositions before an act by which the other is done, so that both have one doer."""
_SAYING_HOW = frozenset({"at", "in", "under", "with"})
_TELLING_WHOSE = frozenset({"from", "of", "with"})
_KINDS = frozenset({"act", "noun", "object"})
_EXCHANGED = frozenset({"return", "exchange"})
_OF_TIME = frozenset({"end", "start", "beginning", "meeting", "meetings"})
_ACTS_IN_OTHER_WORDS = frozenset(
    "aggression attack attacks check checks consent demand failure notice objection permission"
    " proposal recommendation report reports test tests threat vote".split()
)
"""Nouns of acts that are no verb's own in the vocabulary."""


def has_own_doer(
    finder: Finder,
    preposition: str | None,
    items: Sequence[Found],
    acts: Sequence[Found],
    bare: Sequence[nodes.Word],
) -> bool:
    """Tell whether `by` right behind a phrase may be that of its noun or participle.

    `acts` are the verbs in the phrase; "held" in "camps held" is one, and so is "decision".
    """
    spans = [each.span for each in (*items, *acts)] + [word.span for word in bare]
    if not spans or (preposition is None and len(spans) == 1):
        return False
    if bare and bare[-1].span == max(spans):
        return _is_done(bare[-1].text.lower(), preposition)
    last = acts[-1] if acts and acts[-1].span == max(spans) else items[-1]
    if preposition is None:
        named = finder.names_an_act(last.end - 1) or last.kind != "act" or finder.is_plain(last)
        return not named  # "given full support by X": it is X who gives.
    return last.kind in _KINDS and _is_done_by_somebody(finder, last, preposition)


def _is_done(word: str, preposition: str | None) -> bool:
    """Tell whether a word that nobody knows is an act's: "as agreed", "upon a demand"."""
    noun = preposition is not None and preposition not in _BY_MEANS_OF
    return word.endswith("ed") or (noun and word in _ACTS_IN_OTHER_WORDS)


def _is_done_by_somebody(finder: Finder, last: Found, preposition: str) -> bool:
    """Tell whether a phrase ends in an act that has a doer: not "in return", "at the end"."""
    word = finder.lower[last.end - 1]
    noun = finder.names_an_act(last.end - 1) or word in _ACTS_IN_OTHER_WORDS
    if word in _OF_TIME or (preposition == "in" and word in _EXCHANGED):
        return False
    return preposition not in _BY_MEANS_OF if noun else last.kind == "act"


def is_whose(preposition: str | None, before: str | None) -> bool:
    """Tell whether who stands behind both does what the noun says: "at the request of X".

    Not "upon recognition of X by Y", where X may be recognised.
    """
    return preposition in _TELLING_WHOSE and before in _SAYING_HOW

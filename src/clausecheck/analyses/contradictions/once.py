"""Whether a thing can be done only once, so that a second day for it is another day.

Talks are held, and money is paid, on as many days as a text says. Troops may leave some by some;
"its troops" leave once.
"""

from __future__ import annotations

from clausecheck.analyses.obligations.norms import Norm
from clausecheck.model.sentences.words import POSSESSIVES

_ENDING = frozenset("end halt suspend lift renounce normalise recognise disarm".split())
"""Acts that are done to all there is of something, where no less is said."""
_CHANGING = _ENDING | frozenset(
    "withdraw redeploy leave abandon remove dismantle disable eliminate close open establish"
    " release return transfer convert construct connect demarcate declare join unify conclude sign"
    " approve adopt enact complete begin replace amend deploy appoint install".split()
)
"""Acts after which a thing is not as it was, so that nobody does them again to the same."""
_COMING_AGAIN = frozenset(
    "hold meet conduct report inform inspect verify visit consult review exchange return release"
    " recover discuss negotiate".split()
)
"""Acts that are done again and again; so are those by which somebody is given something."""
_INDEFINITE = frozenset({"a", "an", "any", "some", "another", "such", "no"})
_DEFINITE = POSSESSIVES | {"the", "this", "that", "these", "those", "all", "both", "every", "each"}


def is_done_once(norm: Norm) -> bool:
    """Tell whether it changes one thing, or all there is of it; of "troops" some may come later."""
    if _CHANGING.isdisjoint(norm.acts) or not norm.whole:
        return False
    if "declare" in norm.acts and norm.said.labels.all("on"):
        return False  # what is declared on a day may be declared anew a year later
    return bool(norm.amounts) or _is_definite(norm)


def may_come_again(norm: Norm) -> bool:
    """Tell whether it is an act of which a text may well have several, each by a day of its own."""
    act = norm.provision.act
    given = act is not None and "recipient" in act.needs
    return given or not _COMING_AGAIN.isdisjoint(norm.acts)


def _is_definite(norm: Norm) -> bool:
    thing = norm.provision.object
    if thing is None or thing.kind == "place" or thing.owner is not None:
        return True
    before = [part for part in norm.said.sentence.parts if part.span.end <= thing.span.start]
    led = thing.article or "".join(getattr(part, "text", "").lower() for part in before[-1:])
    bare = led not in _DEFINITE | _INDEFINITE
    return led in _DEFINITE or (bare and not _ENDING.isdisjoint(norm.acts))

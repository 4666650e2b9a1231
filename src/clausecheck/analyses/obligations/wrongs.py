"""What somebody does in a condition that nobody can mean to ask for: the answer to it is a penalty.

"If A tests a missile" is no offer to A. It is a wrong where the text forbids it, or has A do what
it takes back; where it is hostile, or leaves the treaty; and where what follows is a sanction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, islice

from clausecheck.analyses.obligations import implied
from clausecheck.analyses.obligations.conditions import acts_of
from clausecheck.analyses.obligations.norms import TRIES, Norm
from clausecheck.analyses.obligations.scope import within
from clausecheck.analyses.obligations.worded import word
from clausecheck.analyses.terms import LEAVING, include_this_text, is_group
from clausecheck.model.names import Names
from clausecheck.model.reading import Said
from clausecheck.values import evolve
from clausecheck.vocabulary import Vocabulary

_HOSTILE = frozenset({"attack", "fire", "infiltrate", "launch", "test"})
_DOING = frozenset({"begin", "commit", "conduct", "use"})
_HOSTILITIES = ("hostility", "test")
_TEXTS = "agreement"
_IMPOSING = frozenset({"begin", "continue", "enforce", "impose", "increase", "maintain"})
_EASING = frozenset({"ease", "end", "lift", "suspend", "waive"})

_Buckets = dict[tuple[str, str], list[Norm]]


class Wrongs:
    """What a text forbids, and what it has somebody do, by who it is and what is done."""

    def __init__(self, norms: Sequence[Norm], names: Names, vocabulary: Vocabulary) -> None:
        self._norms, self._names, self._vocabulary = norms, names, vocabulary

    def does(self, words: Sequence[str]) -> bool:
        """Tell whether somebody does a wrong, in these words."""
        acts = acts_of([word(text) for text in words], self._names, self._vocabulary)
        return any(
            _is_hostile(act)
            or _leaves_a_text(act)
            or any(self._forbid(each) for each in (act, *implied.deeds(act, self._vocabulary)))
            or self._is_taken_back(act)
            for act in acts
        )

    def _forbid(self, deed: Norm) -> bool:
        bans = _in_buckets(self._bans, deed.actors, deed.acts)
        return any(_is_one_thing(deed, ban) for ban in bans)

    def _is_taken_back(self, deed: Norm) -> bool:
        """Tell whether it undoes what its doer is to do."""
        terms = filter(None, map(self._vocabulary.act, deed.acts))
        reversed_ = {name for term in terms for name in term.reverses}
        for name in deed.acts:
            reversed_ |= self._vocabulary.exclusions.get(name, frozenset())
        duties = _in_buckets(self._duties, deed.actors, reversed_)
        return any(_is_one_thing(evolve(deed, acts=duty.acts), duty) for duty in duties)

    @cached_property
    def _bans(self) -> _Buckets:
        said = (norm for norm in self._norms if norm.kind == "prohibition")
        return _buckets(chain(said, implied.bans(self._norms, self._names, self._vocabulary)))

    @cached_property
    def _duties(self) -> _Buckets:
        return _buckets(norm for norm in self._norms if norm.kind == "duty" and norm.firm)


def _buckets(norms: Iterable[Norm]) -> _Buckets:
    found: _Buckets = {}
    for norm in norms:
        for name in norm.binds:
            for act in norm.acts:
                found.setdefault((name, act), []).append(norm)
    return found


def _in_buckets(buckets: _Buckets, names: Sequence[str], acts: Iterable[str]) -> Iterator[Norm]:
    for name in names:
        for act in acts:
            yield from islice(buckets.get((name, act), ()), TRIES)


def _is_one_thing(one: Norm, other: Norm) -> bool:
    return within(one, other) is not None or within(other, one) is not None


def _is_hostile(deed: Norm) -> bool:
    if not _HOSTILE.isdisjoint(deed.acts):
        return True
    thing = deed.provision.object
    hostile = thing is not None and any(is_group(thing, name) for name in _HOSTILITIES)
    return hostile and not _DOING.isdisjoint(deed.acts)


def _leaves_a_text(deed: Norm) -> bool:
    mentions = deed.provision.deed.mentions
    text = include_this_text(mentions) or any(is_group(each, _TEXTS) for each in mentions)
    return text and not set(LEAVING).isdisjoint(deed.acts)


def is_penalty(said: Said) -> bool:
    """Tell whether a sentence imposes or keeps up sanctions, and does nothing else."""
    deeds = [(meaning.kind, deed) for meaning in said.meanings for deed in meaning.deeds]
    return bool(deeds) and all(
        deed.act is not None
        and any(is_group(thing, "sanctions") for thing in deed.objects)
        and not deed.act.wider.isdisjoint(_IMPOSING if kind == "duty" else _EASING)
        for kind, deed in deeds
        if kind in {"duty", "prohibition"}
    )

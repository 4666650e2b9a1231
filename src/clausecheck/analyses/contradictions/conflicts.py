"""Norms of one text that cannot all be kept, or of which one takes back the other.

Norms are gathered by who is bound, what is done and to what, so that only those are compared which
may meet: in a text of any size a norm is held against a few others. Where very many norms share all
three, each is held against the first of them alone (`TRIES`).

What is said here is certain as far as the text goes, or says how it is not: the two may lie apart
by a condition (`conditional`), one may be meant as an exception and does not say so (`narrower`),
or be something else (`other words`), or only be wished for; or it cannot be told whether two
conditions can hold together (`undecided`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from clausecheck.analyses.contradictions.exclusive import exclusive
from clausecheck.analyses.contradictions.forbidden import forbidden
from clausecheck.analyses.contradictions.left_free import left_free
from clausecheck.analyses.contradictions.pairs import GRADES, Grade, What
from clausecheck.analyses.contradictions.savings import set_free
from clausecheck.analyses.obligations import listed
from clausecheck.analyses.obligations.exceptions import is_unreserved
from clausecheck.analyses.obligations.holding import Calendar
from clausecheck.analyses.obligations.membership import as_member
from clausecheck.analyses.obligations.norms import Norm
from clausecheck.analyses.obligations.ranking import ranked
from clausecheck.analyses.obligations.scope import within
from clausecheck.analyses.timing.schedule import Schedule
from clausecheck.model.reading import Reading
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary


@frozen(slots=False, eq=False)
class Conflict:
    """A norm and those that it cannot stand with, as they are counted, all in one way."""

    what: What
    norm: Norm
    against: tuple[Norm, ...]
    grade: Grade
    term: str | None = None
    """The defined term among which what the one speaks of is listed, and of which the others do."""
    in_part: bool = False
    """Whether the others ask for something else as well."""

    @property
    def for_all_of_it(self) -> bool:
        """Whether a leave, as an exception to the others, would leave nothing of them."""
        one, other = self.norm, self.against[0]
        same = self.what == "emptied" or within(other, one) == "same"
        whole = same and not self.in_part and self.grade != "in part"
        return whole and is_unreserved(one, other)


_Pair = tuple[What, str, str]
"""What two sentences do to each other, by their numbers."""
_Met = tuple[Norm, Norm, Grade]


def conflicts(
    norms: Iterable[Norm],
    after_breaches: Iterable[Norm],
    reading: Reading,
    vocabulary: Vocabulary,
    schedule: Schedule,
) -> tuple[Conflict, ...]:
    """Return the conflicts as they are counted, each pair of sentences once, at its worst.

    What follows a breach is held against what forbids it.
    """
    calendar = Calendar(schedule)
    read = tuple(map(as_member, norms))
    every = listed.widened(read, calendar.names, vocabulary)
    pairs: dict[_Pair, _Met] = {}
    met: dict[_Pair, set[object]] = {}
    for what, norm, other, grade in (
        *forbidden(every, vocabulary, calendar, after_breaches),
        *exclusive(every, vocabulary, calendar),
        *left_free(every, vocabulary, calendar),
    ):
        key = (what, norm.number, other.number)
        known = pairs.get(key)
        if known is None or GRADES.index(grade) < GRADES.index(known[2]):
            pairs[key] = (norm, other, grade)
        met.setdefault(key, set()).add(_asked(other))
    partly = _partly(every, met)
    against = [found[:2] for pair, found in pairs.items() if pair[0] == "forbidden"]
    freed = set_free(against, reading, vocabulary)
    # An exception for a part is what exceptions are for.
    left = {
        pair: found
        for pair, found in pairs.items()
        if not (pair[0] == "emptied" and pair in partly and ranked(*found[:2]))
        and not (pair[0] == "forbidden" and pair[1:] in freed)
    }
    told = _told(_once(left), partly)
    return tuple(sorted(told, key=lambda each: each.norm.counted))


def _once(pairs: Mapping[_Pair, _Met]) -> dict[_Pair, _Met]:
    """Return for any two sentences the worst that they do to each other, be it told of either."""
    worst: dict[frozenset[str], tuple[int, _Pair]] = {}
    for pair, (_, _, grade) in pairs.items():
        both, bad = frozenset(pair[1:]), GRADES.index(grade)
        if both not in worst or bad < worst[both][0]:
            worst[both] = bad, pair
    return {pair: pairs[pair] for _, pair in worst.values()}


def _partly(norms: Iterable[Norm], met: Mapping[_Pair, set[object]]) -> frozenset[_Pair]:
    """Return the pairs in which the second sentence asks for more than the first speaks of."""
    numbers = {other for _, _, other in met}
    asked: dict[str, set[object]] = {}
    for norm in norms if met else ():
        if norm.number in numbers and norm.kind in {norm.provision.kind, "duty"}:
            asked.setdefault(norm.number, set()).add(_asked(norm))
    return frozenset(pair for pair, found in met.items() if not asked[pair[2]] <= found)


def _asked(norm: Norm) -> object:
    """Return which act of its sentence a norm speaks of, and what is done to what."""
    thing = norm.provision.object
    return norm.provision.deed.span, thing.span if thing is not None else None, norm.about


def _told(pairs: Mapping[_Pair, _Met], partly: frozenset[_Pair]) -> Iterator[Conflict]:
    """Yield the pairs of one norm in one grade, by one definition or by none, together."""
    grouped: dict[tuple[What, str, Grade, str | None], list[tuple[Norm, Norm]]] = {}
    for (what, number, _), (norm, other, grade) in pairs.items():
        term = listed.term_between(norm, other)
        grouped.setdefault((what, number, grade, term), []).append((norm, other))
    for (what, number, grade, term), found in grouped.items():
        others = sorted((other for _, other in found), key=lambda other: other.counted)
        in_part = any((what, number, other.number) in partly for other in others)
        yield Conflict(what, found[0][0], tuple(others), grade, term, in_part)

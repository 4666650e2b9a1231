"""What is owed or allowed for all there is of something, in as many words, and forbidden for some.

Who shall inspect all sites cannot leave out those in the valley. A right to all of them next to a
ban on some is most often meant with the ban as its exception, and does not say so.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice, product

from clausecheck.analyses.contradictions.pairs import Found
from clausecheck.analyses.obligations import implied
from clausecheck.analyses.obligations.conditions import hold_together
from clausecheck.analyses.obligations.holding import Calendar
from clausecheck.analyses.obligations.linked_acts import entailed, from_inside
from clausecheck.analyses.obligations.norms import EVERYBODY, TRIES, Key, Norm
from clausecheck.analyses.obligations.ranking import in_steps, ranked
from clausecheck.analyses.obligations.scope import picks_out, same_owner, says_where, within
from clausecheck.model import nodes
from clausecheck.values import evolve
from clausecheck.vocabulary import Vocabulary

_EVERY = frozenset({"all", "any", "each", "every"})


def some_of_all(
    norms: tuple[Norm, ...], bans: Iterable[Norm], vocabulary: Vocabulary, calendar: Calendar
) -> Found:
    """Yield what is owed or allowed for all of something, and the bans on a part of it."""
    every = [
        deed
        for norm in norms
        if norm.kind in {"duty", "permission"} and not norm.choice and _says_all(norm)
        for deed in (
            norm,
            *entailed(norm, vocabulary),
            *implied.inspections_of_all(norm, vocabulary),
        )
    ]
    parts: dict[tuple[str, str, Key], list[Norm]] = {}
    for ban in bans if every else ():
        if ban.thing is not None and not ban.given_up:
            for name, key in product(ban.binds, ban.thing.keys):
                parts.setdefault((name, ban.acts[0], key), []).append(ban)
    for deed in every if parts else ():
        names = {*deed.actors} if deed.of_a_body else {*deed.actors, EVERYBODY}
        assert deed.thing is not None  # noqa: S101 - it is of all of something
        for name, act in product(names, deed.acts):
            for ban in islice(parts.get((name, act, deed.thing.keys[0]), ()), TRIES):
                if _takes_out(deed, ban) and _meets(deed, ban, calendar):
                    yield "forbidden", deed, ban, "but for some"


def _says_all(norm: Norm) -> bool:
    """Tell whether it says `all`, `any` or the like of its object, and takes out nothing."""
    thing = norm.provision.object
    if thing is None or norm.thing is None or not norm.whole:
        return False
    parts = norm.said.sentence.parts
    begins = norm.provision.modality.span.end
    before = [
        part.text.lower()
        for part in parts
        if isinstance(part, nodes.Word) and begins <= part.span.start < thing.span.start
    ]
    says = bool(norm.amounts) or bool(before and before[-1] in _EVERY)
    return says and not _excepts(norm)


def _excepts(norm: Norm) -> bool:
    return norm.licensed or norm.said.labels.stated("except")


def _takes_out(deed: Norm, ban: Norm) -> bool:
    """Tell whether a ban is on some of what a deed is done to: a kind of it, or what is there."""
    if within(deed, ban) is not None or ban.amounts or not (deed.firm and ban.firm):
        return False
    part, whole = (evolve(from_inside(each), acts=("",), amounts=()) for each in (ban, deed))
    if not same_owner(part, whole) or part.lines != whole.lines:
        return False
    more = [each for each in part.aspects if not any(a.covers(each) for a in whole.aspects)]
    less = [a for a in whole.aspects if not any(a.covers(each) for each in part.aspects)]
    # A ban that does not say where is on those that are there, too.
    anywhere = not any(says_where(each, part) for each in part.aspects)
    anywhere = anywhere and all(says_where(each, whole) for each in less)
    alike = part.thing is not None and whole.thing is not None and whole.thing.covers(part.thing)
    return alike and (anywhere or not less) and all(picks_out(each, part) for each in more)


def _meets(deed: Norm, ban: Norm, calendar: Calendar) -> bool:
    """Tell whether nothing in the text keeps them apart, be it a day, a condition or a rank."""
    apart = deed.number == ban.number or in_steps(deed, ban) or ranked(deed, ban)
    if apart or _excepts(ban) or hold_together(deed, ban) != "yes":
        return False
    return calendar.shared(deed, ban) is not None

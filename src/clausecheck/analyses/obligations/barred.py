"""Steps that a ban, or what is to go on, keeps back until something has come.

"A shall not lift its sanctions, until: 3 is complete" has whatever asks A to lift them wait for 3.
What the days forbid outright is told as that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from clausecheck.analyses.obligations import implied
from clausecheck.analyses.obligations.conditions import acts_in
from clausecheck.analyses.obligations.holding import Calendar
from clausecheck.analyses.obligations.norms import TRIES, Norm
from clausecheck.analyses.obligations.ranking import in_steps, ranked
from clausecheck.analyses.obligations.scope import within
from clausecheck.analyses.timing.saying_when import holding_until
from clausecheck.analyses.timing.waits import Barred, Promised
from clausecheck.model import nodes
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.values import evolve
from clausecheck.vocabulary import Vocabulary

_GOING_ON = frozenset({"maintain", "continue", "remain"})

_Buckets = dict[tuple[str, str], list[Norm]]


def barred(
    norms: Sequence[Norm], promised: Promised, vocabulary: Vocabulary, calendar: Calendar
) -> tuple[Barred, ...]:
    """Return the steps that wait so, each once for a line that ends a ban.

    A step waits by what it is, or by a condition that is an act which no clause asks for.
    """
    bans = _bans(norms, vocabulary, calendar)
    found: dict[tuple[str, object], Barred] = {}
    for norm in norms if bans else ():
        if norm.kind == "duty" and norm.firm and not norm.choice:
            for each in _keeping_back(norm, norm, norm.at, bans, calendar):
                found.setdefault((each.number, each.line.span), each)
            for line in norm.said.labels.all("if"):
                acts = (
                    () if line.span in promised else acts_in(line.value, calendar.names, vocabulary)
                )
                for act in acts:
                    for each in _keeping_back(act, norm, line.value.span, bans, calendar):
                        found.setdefault((each.number, each.line.span), each)
    return tuple(found.values())


def _bans(norms: Sequence[Norm], vocabulary: Vocabulary, calendar: Calendar) -> _Buckets:
    """Return what is forbidden until a step or an event has come, by whom it binds and what it is.

    Who is to maintain a thing may not end it.
    """
    ending = [norm for norm in norms if norm.firm and _ends_with_a_step(norm)]
    said = (norm for norm in ending if norm.kind == "prohibition")
    kept = (
        evolve(norm, kind="prohibition", acts=(act,))
        for norm in ending
        if norm.kind == "duty" and not _GOING_ON.isdisjoint(norm.acts)
        for name in norm.acts
        for act in vocabulary.exclusions.get(name, ())
    )
    found: _Buckets = {}
    for ban in chain(said, implied.bans(ending, calendar.names, vocabulary), kept):
        free = ban.conditions or ban.licensed or ban.said.labels.stated("except")
        if not free and calendar.term(ban).by_itself:
            for name in ban.binds:
                found.setdefault((name, ban.acts[0]), []).append(ban)
    return found


def _ends_with_a_step(norm: Norm) -> bool:
    return any(
        isinstance(node, (nodes.ClauseState, nodes.Event))
        for line in holding_until(norm.said.labels, norm.provision.kind)
        for node in walk(line.value)
    )


def _keeping_back(
    act: Norm, step: Norm, at: Span, bans: _Buckets, calendar: Calendar
) -> Iterator[Barred]:
    for name in act.actors:
        for each in act.acts:
            for ban in islice(bans.get((name, each), ()), TRIES):
                if ban.number == step.number or ranked(step, ban) or in_steps(step, ban):
                    continue
                if within(act, ban) not in {"same", "narrower"} or not _binds_all(act, ban):
                    continue
                # Where it holds as long as the step may be taken, that never may be.
                if act is step and calendar.shared(step, ban) is not None:
                    continue
                for line in holding_until(ban.said.labels, ban.provision.kind):
                    if act is step and _is_kept_till_then(ban, line, step):
                        continue
                    yield Barred(step.number, line, ban.number, at, upon=act is not step)


def _is_kept_till_then(ban: Norm, line: nodes.Label, step: Norm) -> bool:
    """Tell whether it is to be kept until this very step has taken it: "until 5 is complete"."""
    return ban.provision.kind == "duty" and any(
        isinstance(node, nodes.ClauseState) and node.clause.number == step.number
        for node in walk(line.value)
    )


def _binds_all(act: Norm, ban: Norm) -> bool:
    return ban.binds.issuperset(act.actors)

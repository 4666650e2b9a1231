"""Allies are both bound, and nothing says what a breach is or who finds it.

Should the other side cheat, the ally would fall in line, if it is clear that it cheated. Clear to
whom is then argued in two capitals with two elections. A test for breach, somebody who looks, and a
decision that the allies take together spare them that quarrel.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from clausecheck.analyses.exchange.reciprocity import AS_BEFORE
from clausecheck.analyses.facts import Facts
from clausecheck.analyses.terms import acts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.model.reading import Provision
from clausecheck.rules.rule import rule
from clausecheck.source import Span

_LEAVING_NOTHING = frozenset(AS_BEFORE) | {
    *("cooperate", "discuss", "hold", "meet", "work-toward"),
    *("conclude", "ratify", "sign", "submit"),
}
"""What an ally loses nothing by, should the other side cheat."""


@rule(
    family="alliance",
    lens="advocate",
    severity="warning",
    entries=("N29",),
    cites=cite("necessary", "N29"),
    answer=(
        "The sceptic leaves this unanswered, with little faith in the steadiness of politics in "
        "the ally's capital whatever the text says."
    ),
    looks_at="text",
    silence=True,
    bad=(
        """
        side South: Southland, Westland
        clause 1
          Southland shall suspend broadcasts.
                          ^^^^^^^ two allies are bound, Southland and Westland, and nothing says what a breach is or who finds it
        clause 2
          Westland shall suspend sanctions.
        clause 3
          Northland shall freeze its reactors.
        """,
    ),
    good=(
        """
        side South: Southland, Westland
        clause 1
          Southland shall suspend broadcasts.
        clause 2
          Westland shall suspend sanctions.
        clause 3
          Northland shall freeze its reactors.
          verified by: IAEA using on-site inspection
        """,
        """
        clause 1
          Southland shall suspend broadcasts.
        clause 2
          Westland shall suspend sanctions.
        """,
        """
        side South: Southland, Westland
        clause 1
          Southland shall suspend broadcasts.
        clause 2
          Northland shall freeze its reactors.
        """,
        """
        side South: Southland, Westland
        clause 1
          Southland shall suspend broadcasts.
        clause 2
          The forces of Westland shall remain in Southland.
        clause 3
          Westland shall maintain its forces in Southland.
        clause 4
          Northland shall freeze its reactors.
        """,
        """
        side South: Southland, Westland
        clause 1
          Southland and Westland shall submit this declaration to their parliaments.
        clause 2
          Southland and Westland shall make joint efforts to build a peace regime.
        clause 3
          Southland and Westland shall hold talks with Northland.
        clause 4
          Southland and Westland shall conclude a peace treaty with Northland.
        clause 5
          Northland shall freeze its reactors.
        """,
    ),
)
def allies_without_breach_test(facts: Facts) -> Iterator[Problem | Met]:
    bound = next(filter(None, (_both_bound(allies, facts) for allies in facts.allies)), None)
    if bound is None:
        return
    for at in _joint_test(facts)[:1]:
        yield Met("N29", at, "who finds that there is a breach")
    if not _looked_for(facts) and facts.stands_alone:
        (_, duty), *others = bound.items()
        named = [name for name in facts.reading.names.parties if name in bound]
        yield Problem(
            duty.deed.act_span,
            f"two allies are bound, {' and '.join(named)}, and nothing says what a breach is or "
            "who finds it",
            "add `verified by:` to the other side's duties, or `if breached:` with `judged by:`",
            related=tuple(
                Related(other.deed.act_span, f"this binds {name}") for name, other in others
            ),
            of_text=True,
        )


def _both_bound(allies: frozenset[str], facts: Facts) -> dict[str, Provision]:
    """Return a duty of each, where somebody else is bound as well, and none of them disarms alone.

    It is the others' breach on which allies have to agree.
    """
    bound = _bound(allies, facts)
    others = set(facts.reading.names.parties) - allies
    apart = facts.disarmament.alone not in allies and _bound(others, facts)
    return bound if apart and len(bound) == len(allies) else {}


def _bound(parties: Collection[str], facts: Facts) -> dict[str, Provision]:
    """Return the first duty of each of these that has one, by name and in text order.

    To stay where one is, or to keep up what there is, is no step that hangs on another's; nor is
    to talk, or to bring about the text itself.
    """
    found: dict[str, Provision] = {}
    for provision in facts.operative:
        new = provision.meaning.binding and not acts(provision, facts.vocabulary, _LEAVING_NOTHING)
        for name in provision.meaning.who.names if new else ():
            if name in parties:
                found.setdefault(name, provision)
    return found


def _joint_test(facts: Facts) -> tuple[Span, ...]:
    """Return where the text says who decides that there is a breach, and could decide it."""
    judged = (each.at for each in facts.ladders if each.judged and not facts.is_blocked(each))
    settled = facts.reading.head.get("disputes") if facts.reading.head.stated("disputes") else None
    return (*judged, *([settled.span] if settled else ()))


def _looked_for(facts: Facts) -> bool:
    """Tell whether somebody at least looks, or decides, so that there is something to go by."""
    settled = facts.reading.head.stated("disputes")
    checked = any(
        each.told_at is not None and not each.denied for each in facts.verification.duties
    )
    return settled or checked or any(ladder.judged for ladder in facts.ladders)

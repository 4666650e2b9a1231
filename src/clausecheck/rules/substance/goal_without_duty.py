"""Peace or disarmament is declared, and no duty that could be seen in practice follows.

A declaration that the war is over costs nothing and shows nothing. Before anyone signs it, somebody
has to be able to say what will be different, for whom, and from when: one duty with an actor, an
act and a day, or a ban, which holds at once, for each aim that is declared. To give up force or
attack says only once more that the war is over. Judged in a text that says it is whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.security.troops import ends_here, what_ends
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule


@rule(
    family="substance",
    lens="sceptic",
    severity="warning",
    entries=("B13",),
    cites=cite("impossible", "B13"),
    answer=(
        "The advocate values the declaration itself: it costs no capability, can be taken back, and "
        "may make possible what no demand has brought about."
    ),
    looks_at="text",
    bad=(
        """
        clause 1
          All parties declare that the state of war is ended.
                                       ^^^^^^^^^^^^ the war ends here, and no duty with a day shows what that changes
        clause 2
          Northland and Southland shall cooperate.
        """,
        """
        clause 1
          Northland reaffirms its commitment to disarmament.
                                                ^^^^^^^^^^^ disarmament is an aim here, and no duty on arms stands behind it
        clause 2
          Northland commits to work toward disarmament.
        """,
    ),
    good=(
        """
        clause 1
          All parties declare that the state of war is ended.
        clause 2
          Northland and Southland shall open the border.
          by: 2027-03-01
        """,
        """
        clause 1
          Northland reaffirms its commitment to disarmament.
        clause 2
          Northland shall destroy its missiles.
        """,
        """
        clause 1
          Northland and Southland shall open a liaison office.
        """,
    ),
)
def goal_without_duty(facts: Facts) -> Iterator[Problem | Met]:
    goals = facts.goals
    ended = [p for p in facts.troops.endings if ends_here(p, facts.vocabulary)]
    if ended and goals.dated:
        yield Met("B13", goals.dated[0], "a duty with a day")
    if facts.one_sided or not facts.silence_counts:
        return
    if ended and not goals.dated:
        yield Problem(
            what_ends(ended[0]),
            f"the war {'ends here' if facts.is_done_here(ended[0]) else 'is to end'}, "
            "and no duty with a day shows what that changes",
            "add a duty that can be seen to be kept, with who does what and `by:`",
        )
    if goals.disarmament and not goals.towards_disarmament:
        first, *others = goals.disarmament
        yield Problem(
            first,
            "disarmament is an aim here, and no duty on arms stands behind it",
            "add a first step on arms, with who does what, `by:` and `verified by:`",
            related=tuple(Related(other, "nor behind this") for other in others),
        )

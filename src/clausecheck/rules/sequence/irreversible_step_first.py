"""All that one side does waits for a step of the other that is total or cannot be undone.

A government that could fall by one mistake will not begin with its last card. Where every duty of
the other side waits until weapons are gone, or until every site is on a list, the first step asks
for all the trust that the process was to build, and the text stops before it starts. A small first
step, or one of the other side's that can be reversed, lets it begin.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.exchange.exchanges import is_for_good
from clausecheck.analyses.exchange.reciprocity import first_by_all
from clausecheck.analyses.facts import Facts
from clausecheck.analyses.inspection.inventories import lists_all
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.model.reading import Provision
from clausecheck.rules.rule import rule


@rule(
    family="sequence",
    lens="advocate",
    severity="warning",
    entries=("N11", "N15"),
    cites=cite("necessary", "N11"),
    answer=(
        "Whoever gives first has been cheated before: nothing should be given that may be pocketed, "
        "and small first steps are how that was done."
    ),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall eliminate its nuclear weapons.
                          ^^^^^^^^^ all that the other side does waits for this, which cannot be taken back
        clause 2
          Westland shall suspend sanctions.
          after: 1 is verified
        """,
        """
        clause 1
          Northland shall declare all nuclear facilities.
                          ^^^^^^^ all that the other side does waits for this, which is asked for in full
        clause 2
          Westland shall open a liaison office.
          by: 30 days after 1 is complete
        """,
        """
        clause 1
          Northland shall submit an inventory of its nuclear weapons.
                          ^^^^^^ all that the other side does waits for this, which is asked for in full
        clause 2
          Westland shall open a liaison office.
          by: 30 days after 1 is complete
        """,
    ),
    good=(
        """
        clause 1
          Northland shall submit a first inventory of its nuclear facilities.
        clause 2
          Westland shall open a liaison office.
          by: 30 days after 1 is complete
        """,
        """
        clause 1
          Northland shall eliminate its nuclear weapons.
          after: 2 is complete
        clause 2
          Westland shall suspend sanctions.
          by: 30 days after 1 is verified
        """,
        """
        clause 1
          Northland shall eliminate its nuclear weapons.
        clause 2
          Westland shall open a liaison office.
          by: 2027-03-01
        clause 3
          Westland shall suspend sanctions.
          after: 1 is verified
        """,
        """
        clause 1
          Northland shall freeze its reactors.
        clause 2
          Westland shall suspend sanctions.
          after: 1 is verified
        """,
        """
        clause 1
          Northland shall eliminate its nuclear weapons.
        clause 2
          Westland shall suspend sanctions.
          after: 1 is verified or 2028-01-01
        """,
        """
        clause 1
          Northland shall eliminate its nuclear weapons.
          after: 3 is complete
        clause 2
          Westland shall suspend sanctions.
          after: 1 is verified
        clause 3
          Northland and Westland declare that the state of war is ended.
        """,
    ),
)
def irreversible_step_first(facts: Facts) -> Iterator[Problem | Met]:
    if facts.troops.endings or facts.one_sided or not facts.silence_counts:
        return
    large = [each for each in facts.operative if _is_large(each, facts)]
    for party in facts.reading.names.parties:
        own = [each for each in large if each.meaning.who.names == (party,)]
        first = first_by_all(own, facts.reading) if own else None
        if first is not None:
            step, waiting = first
            why = (
                "cannot be taken back" if _cannot_be_undone(step, facts) else "is asked for in full"
            )
            yield Problem(
                step.deed.act_span,
                f"all that the other side does waits for this, which {why}",
                "put a small step first, or let one of the other side's go together with it",
                related=tuple(Related(each.deed.act_span, "this waits for it") for each in waiting),
            )


def _is_large(provision: Provision, facts: Facts) -> bool:
    """Tell whether a step cannot be undone, or is a list or a surrender of all there is."""
    if provision.kind != "duty" or not provision.meaning.binding:
        return False
    return _cannot_be_undone(provision, facts) or lists_all(provision, facts.vocabulary)


def _cannot_be_undone(provision: Provision, facts: Facts) -> bool:
    return is_for_good(provision, facts.vocabulary)

"""A duty hangs on a step that nobody has to take.

The one who waits is safe for ever and so is the other: the first never has to begin, since the
second never has to act. It may be what one side wants; the other should see it. A verification that
nobody is named to carry out is the usual case: what waits for it waits for nobody, unless a body has
the whole text to verify. Where a step may
be taken, whoever gains by the answer will take it: that is only worth a look, as is a step that is
to be tried, or left out, or verified as somebody likes, and within one clause it is how procedures are
written. Who has a right and must give notice before using it waits for nobody. An event of which the text
gives the name and no more is brought about by nobody, either: worth a look, for the name may say it all.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule

_WHY = {
    "permitted": "may be taken but need not be",
    "optional": "is an optional step",
    "seen at will": "nobody must verify",
    "tried": "is to be tried but need not be achieved",
    "wished": "is wished for but not owed",
    "unverified": "nobody is named to verify",
    "recital": "stands in the preamble and binds nobody",
}


_OWED = "make {0} a duty, as with `shall`, or give {1} a day of its own"
_HELP = {
    "unverified": "add `verified by:` to {0}",
    "seen at will": "let somebody be bound to verify {0}, as with `shall` or `verified by:`",
    "recital": "say what {0} asks for in a clause behind the preamble, and name that",
    "optional": "let {1} wait for a step that is not optional, or give it a day of its own",
}
_AT_WILL = frozenset({"permitted", "optional", "tried", "seen at will"})


@rule(
    family="sequence",
    lens="both",
    severity="warning",
    at_times=("info",),
    entries=("N11", "B16"),
    cites=cite("in-parallel"),
    answer=(
        "A step that is left free is sometimes all that can be had, and one that waits for it keeps "
        "the door open without a promise."
    ),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland may freeze its reactors.
        clause 2
          Westland shall suspend sanctions.
          after: 1 is complete
          ^^^^^^^^^^^^^^^^^^^^ 2 begins only after 1, which may be taken but need not be
        """,
        """
        clause 1
          Northland shall freeze its reactors.
        clause 2
          Westland shall suspend sanctions.
          by: 30 days after 1 is verified
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 2 falls due only with 1, which nobody is named to verify
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          verified by: none
        clause 2
          Westland shall suspend sanctions.
          after: 1 is verified
          ^^^^^^^^^^^^^^^^^^^^ 2 begins only after 1, which nobody is named to verify
        """,
        """
        clause 1
          Northland shall freeze its reactors.
        clause 2
          Westland shall suspend sanctions.
          by: 30 days after 1 is verified
          after: 1 is verified
          ^^^^^^^^^^^^^^^^^^^^ 2 begins only after 1, which nobody is named to verify
        """,
        """
        clause 1
          Northland should freeze its reactors.
        clause 2
          Westland shall suspend sanctions.
          together with: 1 begins
          ^^^^^^^^^^^^^^^^^^^^^^^ 2 begins only after 1, which is wished for but not owed
        """,
        """
        event the supply
          when: 1 is complete
        clause 1
          Westland shall endeavour to conclude a contract.
        clause 2
          Northland shall resume talks.
          after: the supply
          ^^^^^^^^^^^^^^^^^ 2 begins only after 1, which is to be tried but need not be achieved
        """,
        """
        clause 1
          Northland shall freeze its reactors.
        clause 2
          IAEA may inspect the reactors.
          verifies: 1
        clause 3
          Westland shall suspend sanctions.
          after: 1 is verified
          ^^^^^^^^^^^^^^^^^^^^ 3 begins only after 1, which nobody must verify
        """,
        """
        clause 1
          step 1 Northland shall open its border.
          step 2 (optional) Northland shall open its harbour.
        clause 2
          Westland shall suspend sanctions.
          after: 1(step 2) is complete
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 2 begins only after 1(step 2), which is an optional step
        """,
        """
        preamble
        clause 1
          Northland shall freeze its reactors.
        article 1
        clause 2
          Westland shall suspend sanctions.
          after: 1 is complete
          ^^^^^^^^^^^^^^^^^^^^ 2 begins only after 1, which stands in the preamble and binds nobody
        """,
        """
        event the harvest
        clause 1
          Westland shall suspend sanctions.
          by: 30 days after the harvest
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 1 falls due only with the harvest, and no `when:` says by what that comes
        """,
    ),
    good=(
        """
        clause 1
          Northland shall notify Southland of military exercises.
          by: 30 days before 2 begins
        clause 2
          Northland may conduct military exercises.
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          verified by: IAEA using on-site inspection, every 30 days
        clause 2
          Westland shall suspend sanctions.
          after: 1 is verified
        """,
        """
        clause 1
          Northland may freeze its reactors.
        clause 2
          Westland shall suspend sanctions.
          after: 1 is complete or 3 is complete
        clause 3
          Northland shall open its border.
        """,
        """
        clause 1
          Northland shall freeze its reactors.
        clause 2
          Westland shall suspend sanctions.
          after: 1 is verified
        clause 3
          IAEA shall inspect the reactors.
        """,
        """
        body Commission "Joint Commission"
          members: Northland, Westland
          task: verification of this treaty
        clause 1
          Northland shall freeze its reactors.
        clause 2
          Westland shall suspend sanctions.
          after: 1 is verified
        """,
        """
        event the opening of the border
        clause 1
          Westland shall suspend sanctions.
          by: 30 days after the opening of the border
        clause 2
          Northland shall open its border.
        """,
    ),
)
def trigger_nobody_owes(facts: Facts) -> Iterator[Problem | Met]:
    for trigger in () if facts.one_sided else facts.triggers:
        if trigger.why == "unverified" and facts.overseer is not None:
            continue  # who oversees the whole text may verify it
        hangs = "begins only after" if trigger.starts else "falls due only with"
        number = trigger.awaited.of
        yield Problem(
            trigger.at,
            f"{trigger.number} {hangs} {number}, which {_WHY[trigger.why]}",
            _HELP.get(trigger.why, _OWED).format(number, trigger.number),
            severity="info" if trigger.why in _AT_WILL else None,
            entries=("B16",) if trigger.why in {"unverified", "seen at will"} else ("N11",),
            related=(
                Related(trigger.said, f"{number}, {_WHY[trigger.why]}"),
                *(Related(at, f"this hangs on {number}, too") for at in trigger.others),
            ),
        )
    for line in () if facts.one_sided else facts.on_undefined:
        hangs = "begins only after" if line.starts else "falls due only with"
        yield Problem(
            line.at,
            f"{line.number} {hangs} {line.event}, and no `when:` says by what that comes",
            f"add `when:` to {line.event}, as in `when: 1 is complete`",
            severity="info",
            entries=("N11",),
            related=(Related(line.declared, f"{line.event}, by its name alone"),),
        )

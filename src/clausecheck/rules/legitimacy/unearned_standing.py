"""Standing among states, given for nothing.

A seat in an organisation, or a summit with a great power, is what a shunned government may want
most, and it cannot well be taken back. The sceptic would see it follow a step that has been
verified. A membership is a warning, and so is a title that makes an arsenal rightful, to be a
nuclear-weapon state: it is the place among states that the arms were made for, and a recital that
gives it is worth a look.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.security.honours import Honour
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule


@rule(
    family="legitimacy",
    lens="sceptic",
    severity="warning",
    at_times=("info",),
    entries=("B21d", "B27"),
    cites=cite("impossible", "B21d", "B27"),
    answer=(
        "The meetings taught much about the other side, and a government that has a seat to lose "
        "has something to lose."
    ),
    looks_at="text",
    bad=(
        """
        clause 1
          Westland shall support the membership of Northland in the World Bank.
                                     ^^^^^^^^^^ this raises the standing of Northland, and no step is asked in return
        """,
        """
        clause 1
          Westland shall not oppose the entry of Northland into international financial institutions.
                                        ^^^^^ this raises the standing of Northland, and no step is asked in return
        """,
        """
        clause 1
          Westland shall hold a summit with Northland.
                                ^^^^^^ this raises the standing of Northland, and no step is asked in return
        """,
        """
        clause 1
          Westland shall invite the President of Northland.
                                    ^^^^^^^^^ this raises the standing of Northland, and no step is asked in return
        """,
        """
        clause 1
          Westland and Southland acknowledge that Northland is a nuclear-weapon state.
                                                                 ^^^^^^^^^^^^^^^^^^^^ this risks being read as a right of Northland to its arsenal, and no step is asked in return
        """,
        """
        clause 1
          Westland recognises the possession of nuclear weapons by Northland as legitimate.
                                                ^^^^^^^^^^^^^^^ this risks being read as a right of Northland to its arsenal, and no step is asked in return
        """,
    ),
    good=(
        """
        clause 1
          Westland shall support the membership of Northland in the World Bank.
          after: 2 is verified
        clause 2
          Northland shall freeze its reactors.
          verified by: IAEA using on-site inspection
        """,
        """
        clause 1
          Westland shall allow the entry of ships of Northland into its ports.
        """,
        """
        clause 1
          Northland and Westland shall hold a summit.
        """,
        """
        clause 1
          Northland shall return to the treaty as a non-nuclear-weapon state.
        """,
        """
        clause 1
          Nothing in this treaty recognises Northland as a nuclear-weapon state.
        """,
    ),
)
def unearned_standing(facts: Facts) -> Iterator[Problem | Met]:
    for honour in facts.honours:
        if honour.tied:
            earned = facts.is_earned(honour.provision) and not honour.of_arms
            for entry in ("B21d", "B27") if earned else ():
                yield Met(entry, honour.mention.span, "standing is given for a verified step")
            continue
        yield Problem(
            honour.mention.span,
            f"{_what(honour)}, and no step is asked in return",
            "tie it to a step, as in `after: 2 is verified` or `in return for: 2`",
            severity=None if honour.lasting else "info",
        )


def _what(honour: Honour) -> str:
    if honour.of_arms:
        return f"this risks being read as a right of {honour.to} to its arsenal"
    return f"this raises the standing of {honour.to}"

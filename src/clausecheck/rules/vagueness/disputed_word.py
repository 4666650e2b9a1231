"""A word over which parties have quarrelled before, and no definition of it.

"Denuclearization" has been read as one side's weapons and as the other's ally and its waters;
"abandon" as giving up and as leaving in place; "disable" and "dismantle" as one thing and as two.
Whoever signs such a word undefined signs the quarrel with it. A definition ends it; for a verb, so
does a protocol or a verifier that is named, and for disarmament the words that say whose arms are
meant. Each word is said once, at its first use in a duty; where it is only declared, or stands in a
preamble, it is worth a look.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule


@rule(
    family="vagueness",
    lens="sceptic",
    severity="warning",
    at_times=("info",),
    entries=("B14",),
    cites=cite("impossible", "B14"),
    answer=(
        "A definition is what the talks are for: to ask for it first is to ask for the last step "
        "before any other."
    ),
    false_alarms=(
        "Parties that have used a word between them for decades may well mean the same by it."
    ),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland will carry out denuclearization.
                                   ^^^^^^^^^^^^^^^^ the meaning of `denuclearization` is disputed: whose weapons it covers, and where: it has been read to take in the other side’s ally and the waters around (KCNA, 20 December 2018)
        """,
        """
        clause 1
          Northland shall abandon its nuclear weapons.
                          ^^^^^^^ the meaning of `abandon` is disputed: its Korean rendering, pogi hada, can also mean to leave a thing where it is (Washington Post, 24 September 2005)
        clause 2
          Northland shall abandon its reactors.
        """,
        """
        clause 1
          Northland and Southland declare their support for denuclearization.
                                                            ^^^^^^^^^^^^^^^^ the meaning of `denuclearization` is disputed: whose weapons it covers, and where: it has been read to take in the other side’s ally and the waters around (KCNA, 20 December 2018)
        """,
    ),
    good=(
        """
        clause 1
          Northland shall complete its denuclearization.
        """,
        """
        define "denuclearization"
          means: the removal of all nuclear weapons from the territory of Northland
        clause 1
          Northland will carry out denuclearization.
        """,
        """
        clause 1
          Northland should freeze its reactors.
          verified by: IAEA using on-site inspection, every 30 days
        """,
        """
        clause 1
          Northland shall dismantle its reactors.
          according to: protocol on dismantlement
        """,
        """
        clause 1
          Northland shall abandon the liaison office.
        """,
    ),
)
def disputed_word(facts: Facts) -> Iterator[Problem | Met]:
    for at in facts.disputes.settled:
        yield Met("B14", at, "a definition of a disputed word")
    for dispute in facts.disputes.words:
        uses = [use for use in dispute.uses if not use.explained]
        if not uses:
            continue
        owed = [use for use in uses if use.operative]
        first = (owed or uses)[0]
        yield Problem(
            first.at,
            f"the meaning of `{first.word}` is disputed: {dispute.why}",
            "say what it covers, whose it is and where, with `define` and `means:`",
            severity=None if owed else "info",
            related=tuple(Related(use.at, "here too") for use in uses if use is not first),
        )

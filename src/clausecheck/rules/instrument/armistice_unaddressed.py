"""A text ends the war and does not say what becomes of its armistice.

The war over, the armistice in force: two texts then rule one line, and each side may call on the one
that suits it. The armistice of 1953 says that it holds until it is expressly superseded, so silence
leaves it standing, with its commander and its commissions. A text says which it is: it continues,
it is superseded, or part of it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule


@rule(
    family="instrument",
    lens="both",
    severity="warning",
    entries=("B13", "N12"),
    cites=cite("armistice", "paragraph 62"),
    answer=(
        "A declaration may change the mood first and the law later: what it leaves untouched goes "
        "on as before."
    ),
    looks_at="text",
    bad=(
        """
        declaration "Declaration on the End of the War"
          scope: complete
        party ROK  "Republic of Korea"
        party DPRK "Democratic People's Republic of Korea"
        clause 1
          ROK and DPRK declare that the state of war is ended.
                                        ^^^^^^^^^^^^ the war ends here, and nothing is said of the armistice that holds it
        """,
    ),
    good=(
        """
        declaration "Declaration on the End of the War"
          scope: complete
          continues: "the Armistice Agreement of 1953"
        party ROK  "Republic of Korea"
        party DPRK "Democratic People's Republic of Korea"
        clause 1
          ROK and DPRK declare that the state of war is ended.
        """,
        """
        clause 1
          Northland and Southland declare that the state of war is ended.
        """,
    ),
)
def armistice_unaddressed(facts: Facts) -> Iterator[Problem | Met]:
    stance = next(each.stance for each in facts.stances if each.question == "armistice")
    over = facts.war_over
    if (
        over is None
        or over[0] not in facts.troops.openings
        or not facts.powers.taking_part
        or stance != "silent"
        or not facts.silence_counts
        or facts.one_sided
    ):
        return
    yield Problem(
        over[1],
        "the war ends here, and nothing is said of the armistice that holds it",
        "add `supersedes:` or `continues:` to the head, or a clause that says which part goes on",
    )

"""An end of the war promised within a year by those who cannot bring it about alone.

One essay finds a partner too invested and too fast, promising by a day what takes another power's
signature. When the day passes, the promise is broken by nobody in the text. The end of the war that
a declaration of 2018 set for that same year did not come; by press reports the power that was to join
in asked for disarmament first. Which power that is, the vocabulary says.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule


@rule(
    family="durability",
    lens="both",
    severity="warning",
    entries=("N03",),
    cites=cite("necessary", "N03"),
    answer="A day that is named puts pressure on those who hesitate, which is what it is for.",
    looks_at="text",
    bad=(
        """
        declaration "Valley Declaration"
          date: 2018-04-27
        party ROK  "Republic of Korea"
        party DPRK "Democratic People's Republic of Korea"
        clause 1
          ROK and DPRK agree to end the state of war.
          by: 2018-12-31
              ^^^^^^^^^^ the end of the war is set for within a year, and the United States of America has not agreed
        """,
    ),
    good=(
        """
        declaration "Valley Declaration"
          date: 2018-04-27
        party ROK  "Republic of Korea"
        party DPRK "Democratic People's Republic of Korea"
        party US   "United States of America"
        clause 1
          ROK and DPRK agree to end the state of war.
          by: 2018-12-31
        """,
        """
        declaration "Valley Declaration"
          date: 2018-04-27
        party ROK  "Republic of Korea"
        party DPRK "Democratic People's Republic of Korea"
        actor US   "United States of America"
        clause 1
          ROK and DPRK agree to end the state of war.
          with consent of: US
          by: 2018-12-31
        """,
    ),
)
def promised_without_ally(facts: Facts) -> Iterator[Problem | Met]:
    absent = [title for title in facts.powers.absent if title in facts.powers.leading]
    seen = set()
    for reach in facts.reaches if absent else ():
        promised = reach.provision in facts.troops.endings and reach.years <= 1
        if not promised or facts.one_sided or reach.at in seen:
            continue
        seen.add(reach.at)
        consent = reach.provision.labels.get("with consent of")
        if consent is not None:
            yield Met("N03", consent.span, "the promise takes another's consent")
            continue
        yield Problem(
            reach.at,
            f"the end of the war is set for within a year, and {_with_article(absent[0])} has not agreed",
            "add `with consent of:` and who else must agree, or let them sign as `party`",
        )


def _with_article(title: str) -> str:
    """Return a power's full name as it stands in a sentence: `the Kingdom of …`."""
    return f"the {title}" if " of " in title or title.startswith("United ") else title

"""Words that say nothing of foreign forces, and risk being read as sending them home.

A treaty can put pressure on them without naming them: it ends the command under which they serve,
or the armistice that is given as their reason; it rules out outside interference; it rids a whole
region of nuclear threats. In law none of this follows. In politics each has been used so, and
experts who agree on little else expect it of a peace treaty, which adds weight. A clause that they
stay, or that the text does not affect them, answers it; one that lets them stay for a time alone is
read as their leaving at its end.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.security.troops import is_total
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule
from clausecheck.rules.telling import untouched


@rule(
    family="troop-withdrawal",
    lens="sceptic",
    severity="warning",
    entries=("B07", "B08"),
    cites=cite("impossible", "B07", "B09"),
    answer=(
        "Lawyers answer that forces rest on other agreements, and that ending a war ends neither an "
        "alliance nor a presence."
    ),
    false_alarms="Parties may have agreed outside the text that forces stay.",
    looks_at="text",
    bad=(
        """
        clause 1
          All parties shall dissolve UNC.
                                     ^^^ this risks being read as the withdrawal of foreign forces: the command goes under which foreign forces serve
          by: 90 days after entry into force
        """,
        """
        clause 1
          Northland and Southland shall settle the question without outside interference.
                                                                    ^^^^^^^^^^^^^^^^^^^^ this risks being read as the withdrawal of foreign forces: foreign forces can be called outside interference
        """,
        """
        clause 1
          All parties agree to replace the armistice by a peace agreement.
                                           ^^^^^^^^^ this risks being read as the withdrawal of foreign forces: the armistice ends, which is named as the reason why they came
        """,
        """
        clause 1
          Westland shall close its military bases in Southland.
                                   ^^^^^^^^^^^^^^ this risks being read as the withdrawal of foreign forces: the bases close in which they live
        """,
        """
        clause 1
          Westland agrees to consult on the withdrawal of foreign troops from Southland.
                                            ^^^^^^^^^^ this risks being read as the withdrawal of foreign forces: their withdrawal or reduction is put on an agenda
        """,
        """
        clause 1
          Westland and Southland shall begin consultations on the phased reduction of foreign troops in Southland.
                                                                         ^^^^^^^^^ this risks being read as the withdrawal of foreign forces: their withdrawal or reduction is put on an agenda
        """,
        """
        clause 1
          No party shall station foreign forces in Southland.
                                 ^^^^^^^^^^^^^^ this risks being read as the withdrawal of foreign forces: forces that are there already could no longer be kept there
        """,
        """
        clause 1
          All parties shall make the Korean Peninsula free of nuclear threats.
                                                              ^^^^^^^^^^^^^^^ this risks being read as the withdrawal of foreign forces: forces that could bring such weapons can be called a nuclear threat
        """,
        """
        clause 1
          The Korean Peninsula shall be free of foreign troops.
                                        ^^^^^^^^^^^^^^^^^^^^^^ this risks being read as the withdrawal of foreign forces: forces that are there already could no longer be kept there
        """,
        """
        clause 1
          No foreign troops shall remain in Southland.
             ^^^^^^^^^^^^^^ this risks being read as the withdrawal of foreign forces: forces that are there already could no longer be kept there
        """,
        """
        clause 1
          Southland shall not host foreign military bases on its territory.
                                   ^^^^^^^^^^^^^^^^^^^^^^ this risks being read as the withdrawal of foreign forces: forces that are there already could no longer be kept there
        """,
        """
        clause 1
          Northland and Southland shall eliminate the threat of foreign forces.
                                                      ^^^^^^^^^^^^^^^^^^^^^^^^ this risks being read as the withdrawal of foreign forces: foreign forces themselves are called a threat
        """,
        """
        clause 1
          Northland and Southland shall resolve their affairs without interference by outside forces.
                                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this risks being read as the withdrawal of foreign forces: foreign forces can be called outside interference
        """,
        """
        clause 1
          Westland forces may remain in Southland.
                   ^^^^^^ this risks being read as the withdrawal of foreign forces: their stay is given an end
          until: 2030-01-01
        """,
    ),
    good=(
        """
        clause 1
          All parties shall dissolve UNC.
        clause 2
          The stationing of Westland forces in Southland is a matter for Westland and Southland alone.
        """,
        """
        clause 1
          Southland shall keep the demilitarised zone free of foreign troops.
        """,
        """
        clause 1
          Southland may host military bases of Westland on its territory.
        """,
        """
        clause 1
          All parties shall dissolve UNC.
        clause 2
          Nothing in this declaration shall be construed as requiring the withdrawal of foreign forces.
        """,
        """
        clause 1
          No party shall raise the withdrawal of foreign forces from Southland.
        """,
        """
        clause 1
          All parties shall dissolve UNC.
        clause 2
          Nothing in this declaration affects the alliance of Southland and Westland.
        """,
        """
        clause 1
          All parties shall dissolve UNC.
        clause 2
          All foreign forces shall leave Southland.
        """,
        """
        clause 1
          Northland and Southland each shall not interfere in the internal affairs of the other.
        """,
    ),
)
def troop_withdrawal_implied(facts: Facts) -> Iterator[Problem | Met]:
    troops = facts.troops
    for saving in (*troops.savings, *troops.stays):
        yield Met("B07", saving.span, "foreign forces stay, or the text does not affect them")
    said_outright = any(is_total(withdrawal) for withdrawal in troops.withdrawals)
    if troops.savings or troops.stays or said_outright or facts.reading.broken:
        return
    seen = set()
    for implication in troops.implications:
        if implication.at in seen:
            continue
        seen.add(implication.at)
        second = [
            Related(opening.span, "then: the state that justified their presence ends as well")
            for opening in troops.openings[:1]
            if opening.span != implication.provision.span
        ]
        yield Problem(
            implication.at,
            f"this risks being read as the withdrawal of foreign forces: {implication.why}",
            f"say that they stay, or that `{untouched(facts)}`",
            related=tuple(second),
        )

"""A war is ended, or the fighting stopped, and somebody who fought it does not sign.

What a belligerent has not signed does not end its war. One essay asks for Washington, without which
nothing moves, and for China, next to which a small state will not feel safe; lawyers ask for both
and for the two sides whose land it is. The armistice of 1953 was signed by three commanders, and
one government in whose country it was fought is not bound by its own hand to this day. Who the
belligerents are is said in the vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.exchange.answers import everybody
from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule

_TWO = 2


@rule(
    family="parties",
    lens="both",
    severity="warning",
    entries=("N10", "N14", "N32", "B28"),
    cites=cite("norton"),
    answer=(
        "Two who make peace between themselves need nobody's leave, and every chair at the table "
        "is one more veto."
    ),
    false_alarms="A belligerent may have ended its part in the war elsewhere before.",
    looks_at="text",
    bad=(
        """
        declaration "Declaration on the End of the War"
          form: political declaration
          scope: complete
        party ROK  "Republic of Korea"
        party DPRK "Democratic People's Republic of Korea"
        party US   "United States of America"
        clause 1
          All parties declare that the state of war is ended.
                                       ^^^^^^^^^^^^ the war or the fighting ends here without the signature of People's Republic of China
        """,
        """
        agreement "Ceasefire"
          form: military agreement
          scope: partial
        party US   "United States of America"
        party DPRK "Democratic People's Republic of Korea"
        actor ROK  "Republic of Korea"
        clause 1
          US and DPRK agree to cease all hostilities.
                                         ^^^^^^^^^^^ the war or the fighting ends here without the signature of Republic of Korea
        """,
    ),
    good=(
        """
        declaration "Declaration on the End of the War"
          form: political declaration
          scope: complete
        party ROK  "Republic of Korea"
        party DPRK "Democratic People's Republic of Korea"
        party US   "United States of America"
        party PRC  "People's Republic of China"
        clause 1
          All parties declare that the state of war is ended.
        """,
        """
        clause 1
          Northland and Southland declare that the state of war is ended.
        """,
    ),
)
def belligerent_left_out(facts: Facts) -> Iterator[Problem | Met]:
    powers = facts.powers
    yield from _met(facts)
    missing = [
        title for title in powers.absent if title not in powers.unnamed or facts.silence_counts
    ]
    if not missing or facts.war_over is None or facts.one_sided or facts.reading.broken:
        return
    _, at = facts.war_over
    entries = [entry for title in missing for entry in _entries(title, facts)]
    yield Problem(
        at,
        f"the war or the fighting ends here without the signature of {' or of '.join(missing)}",
        "let each sign as `party`, or say what ends between whom",
        entries=tuple(dict.fromkeys(entries)),
    )


def _entries(title: str, facts: Facts) -> tuple[str, ...]:
    """Return what is raised by the absence of one of them."""
    if title in facts.powers.leading:
        return ("N10", "N32")
    return ("N14",) if title in facts.powers.neighbouring else ("B28",)


def _met(facts: Facts) -> Iterator[Met]:
    powers, actors = facts.powers, facts.reading.names
    listed = (
        ()
        if facts.one_sided or powers.taking_part < _TWO
        else (*powers.leading, *powers.neighbouring)
    )
    for title in listed:
        actor = actors.actor(title)
        if title in powers.absent or actor is None or actor.span is None:
            continue
        if title in powers.neighbouring:
            if facts.assurances:
                yield Met("N14", actor.span, "the power next door takes part in what assures")
            continue
        yield Met("N10", actor.span, "the leading power takes part")
        for provision in facts.operative:
            if actor.name in everybody(provision, actors) and provision.meaning.binding:
                yield Met("N32", provision.span, "a duty of the leading power")

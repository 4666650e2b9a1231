"""Foreign forces or their command go, and neither their host nor a parliament is asked.

A public can want a peace and not the departure. A withdrawal that no parliament and no host
consents to risks being read as made over their heads, and is the first thing a later government
would undo. A host that signs the text consents by that; what is missing then is its parliament.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausecheck.analyses.exchange.answers import with_members
from clausecheck.analyses.facts import Facts
from clausecheck.analyses.security.foreign_forces import ought_to_leave, what_moves
from clausecheck.analyses.security.hosts import Hosts, hosts_of
from clausecheck.analyses.terms import speaks_of
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.model import nodes
from clausecheck.model.names import Names
from clausecheck.model.reading import Labels, Provision
from clausecheck.model.walk import walk
from clausecheck.rules.rule import rule
from clausecheck.source import Span


@rule(
    family="troop-withdrawal",
    lens="sceptic",
    severity="warning",
    entries=("B11",),
    cites=cite("impossible", "B11"),
    answer=(
        "The advocate does not speak of withdrawal; those who favour it say that once peace holds "
        "the forces are not needed."
    ),
    scope="poll figures of 2018, not found again elsewhere",
    false_alarms="A parliament may have been asked outside the text.",
    looks_at="text",
    bad=(
        """
        clause 1
          Westland shall withdraw all of its troops from Southland.
                                             ^^^^^^ foreign forces leave, and the parliament of Southland is not asked
        """,
        """
        clause 1
          Northland and Westland each shall withdraw its troops from Southland.
                                                         ^^^^^^ foreign forces leave, and the parliament of Southland is not asked
        """,
        """
        clause 1
          All parties shall dissolve UNC.
                                     ^^^ the command goes without the consent of the host or a parliament
        """,
        """
        clause 1
          All foreign forces shall leave Southland.
              ^^^^^^^^^^^^^^ foreign forces leave, and the parliament of Southland is not asked
        """,
        """
        clause 1
          Northland and Westland consider that it is necessary to withdraw all foreign troops from Southland.
                                                                  ^^^^^^^^ foreign forces are to leave, and the parliament of Southland is not asked
        """,
        """
        clause 1
          All foreign forces shall be withdrawn.
              ^^^^^^^^^^^^^^ foreign forces leave, and no parliament is asked
        """,
        """
        declaration "Valley Declaration"
          ratification: Westland by its Senate
        party Southland "Republic of Southland"
        party Westland "Commonwealth of Westland"
        clause 1
          Westland shall withdraw all of its troops from Southland.
                                             ^^^^^^ foreign forces leave, and the parliament of Southland is not asked
        """,
        """
        declaration "Valley Declaration"
        party Westland "Commonwealth of Westland"
        party Upper "Republic of Upper Southland"
        party Lower "Republic of Lower Southland"
        side Southland: Upper, Lower
        clause 1
          Westland shall withdraw all of its troops from Southland.
                                             ^^^^^^ foreign forces leave, and no parliament of Upper or Lower is asked
        """,
        """
        declaration "Valley Declaration"
        party Westland "Commonwealth of Westland"
        party Capital "Republic of Southland"
        actor Southland "the country as a whole"
        clause 1
          Westland shall withdraw all of its troops from Southland.
                                             ^^^^^^ foreign forces leave, and the parliament of Capital is not asked
        """,
        """
        declaration "Valley Declaration"
        party Westland "Commonwealth of Westland"
        party Northland "Republic of Northland"
        actor Southland "Republic of Southland"
        clause 1
          Westland shall withdraw all of its troops from Southland.
                                             ^^^^^^ foreign forces leave without the consent of the host or a parliament
        """,
        """
        declaration "Example"
        party US "United States of America"
        party ROK "Republic of Korea"
        clause 1
          US shall dissolve UNC.
                            ^^^ the command goes, and the parliament of ROK is not asked
        """,
        """
        declaration "Example"
        party US "United States of America"
        party ROK "Republic of Korea"
        clause 1
          US shall withdraw all its troops from the Korean Peninsula.
                                    ^^^^^^ foreign forces leave, and the parliament of ROK is not asked
        """,
    ),
    good=(
        """
        clause 1
          Northland and Westland consider that it is not necessary to withdraw all foreign troops from Southland.
        """,
        """
        clause 1
          Westland may reduce its forces in Southland only with the consent of Southland.
        """,
        """
        clause 1
          Westland shall withdraw all of its troops from Southland.
          with consent of: Southland
        """,
        """
        declaration "Valley Declaration"
          ratification: Southland by its Assembly
        party Southland "Republic of Southland"
        party Westland "Commonwealth of Westland"
        clause 1
          Westland shall withdraw all of its troops from Southland.
        """,
        """
        clause 1
          Westland shall withdraw all of its troops from Southland.
          with consent of: unknown
        """,
        """
        clause 1
          Northland and Southland each shall withdraw its troops from the demilitarised zone.
        """,
        """
        clause 1
          Westland shall withdraw its missiles from Southland.
        """,
        """
        clause 1
          Northland and Southland each shall withdraw 11 guard posts.
        """,
    ),
)
def troop_withdrawal_without_consent(facts: Facts) -> Iterator[Problem | Met]:
    seen = set()
    for withdrawal, moved, what in _departures(facts):
        hosts = hosts_of(withdrawal, facts.reading.names, facts.vocabulary)
        asked = _is_asked(withdrawal, hosts, facts)
        if asked:
            yield Met("B11", withdrawal.span, "the host or a parliament is asked")
        if asked is not False:
            continue
        if withdrawal.number not in seen:
            seen.add(withdrawal.number)
            missing = _missing(hosts, facts)
            yield Problem(
                moved,
                f"{what}{missing or ' without the consent of the host or a parliament'}",
                "add `authority:` and the parliament, or `ratification:` to the head"
                if missing
                else "add `with consent of:` and the host, or `authority:` and its parliament",
            )


def _missing(hosts: Hosts, facts: Facts) -> str:
    """Return who is not asked where the host consents by signing, or may: empty where it does not."""
    if hosts.signing:
        *most, last = hosts.signing
        if not most:
            return f", and the parliament of {last} is not asked"
        return f", and no parliament of {', '.join(most)} or {last} is asked"
    several = len(facts.reading.names.parties) > 1
    return ", and no parliament is asked" if several and not hosts.known else ""


def _is_asked(withdrawal: Provision, hosts: Hosts, facts: Facts) -> bool | None:
    """Tell whether the host is asked, or its parliament; None where they may be."""
    durability, names = facts.durability, facts.reading.names
    approving = _all_of(durability.ratified_by | durability.endorsed_by, names)
    theirs = approving & (frozenset(hosts.signing) or approving)
    each_asks = durability.unknown and facts.reading.head.known("ratification")
    all_ask = each_asks or (not hosts.known and approving.issuperset(names.parties))
    asking = Labels(tuple(_asking(withdrawal, hosts, names)))
    by_line = any(asking.stated(each) and asking.known(each) for each in _ASKING)
    if by_line or all_ask or (theirs and hosts.signing):
        return True
    # Consent in the sentence is read as words: it neither is missing nor counts as a line does.
    in_words = speaks_of(withdrawal, facts.vocabulary, "consent")
    unknown = durability.unknown or durability.submitted_by or asking.stated(*_ASKING)
    return None if in_words or unknown or theirs else False


_ASKING = ("with consent of", "authority")


def _asking(withdrawal: Provision, hosts: Hosts, names: Names) -> Iterator[nodes.Label]:
    """Yield the lines that ask somebody, but for those that ask others than a host that signs."""
    for line in withdrawal.labels.all(*_ASKING):
        known = (
            names.actor(node.text) for node in walk(line.value) if isinstance(node, nodes.Name)
        )
        named = _all_of((actor.name for actor in known if actor is not None), names)
        if not (hosts.signing and named) or not named.isdisjoint(hosts.signing):
            yield line


def _all_of(somebody: Iterable[str], names: Names) -> frozenset[str]:
    return frozenset[str]().union(*(with_members(each, names) for each in somebody))


def _departures(facts: Facts) -> Iterator[tuple[Provision, Span, str]]:
    """Yield what sends forces away, or dissolves the command under which they serve."""
    troops = facts.troops
    for withdrawal in troops.withdrawals:
        moved = what_moves(withdrawal, facts.vocabulary)
        at = moved.span if moved is not None else withdrawal.deed.act_span
        yield withdrawal, at, "foreign forces leave"
    for implication in () if troops.savings or troops.stays else troops.implications:
        if implication.of_a_command:
            yield implication.provision, implication.at, "the command goes"
        elif ought_to_leave(implication.provision, facts.vocabulary):
            yield implication.provision, implication.at, "foreign forces are to leave"

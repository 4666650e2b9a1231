"""What a draft says of unity goes against the law of one of its parties.

One constitution asks for unification and claims the whole; the other is reported to have given it
up and to have drawn a border. So any sentence offends somebody: an aim of unification the one, its
renunciation or full recognition the other. The text is not at fault, and whoever signs should know
what has to change at home. A duty to bring one's own law into line answers it. It is said of drafts
alone: what was signed was signed under other laws.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.security.recognition import mends_the_law
from clausecheck.analyses.security.unification import rules_out_force
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.model import nodes
from clausecheck.model.reading import Provision
from clausecheck.rules.rule import rule
from clausecheck.source import Span

_SETTLED = frozenset(
    {"signed", "in force", "ended", "suspended", "superseded", "introduced", "never in force"}
)

_GIVING_UP = cite("constitution-2026")
_ASKING = cite("constitution-south", "articles 3 and 4")


@rule(
    family="reunification",
    lens="neutral",
    severity="info",
    entries=("B06",),
    cites=_GIVING_UP,
    answer=(
        "A constitution is for its own state to mend or to interpret; two that contradict each "
        "other have stood side by side for decades."
    ),
    looks_at="text",
    bad=(
        """
        declaration "Draft"
        party ROK "Republic of Korea"
        party DPRK "Democratic People's Republic of Korea"
        clause 1
          ROK and DPRK will pursue peaceful unification.
                                   ^^^^^^^^^^^^^^^^^^^^ the law of DPRK is reported to have given this up
        """,
        """
        declaration "Draft"
        party ROK "Republic of Korea"
        party DPRK "Democratic People's Republic of Korea"
        clause 1
          ROK recognises DPRK as a sovereign state.
                                   ^^^^^^^^^^^^^^^ the constitution of ROK asks for the unity that this gives up
        """,
        """
        declaration "Draft"
          status: draft
        party ROK "Republic of Korea"
        clause 1
          ROK shall renounce unification.
                             ^^^^^^^^^^^ the constitution of ROK asks for the unity that this gives up
        """,
    ),
    good=(
        """
        declaration "Draft"
        party ROK "Republic of Korea"
        party DPRK "Democratic People's Republic of Korea"
        clause 1
          ROK recognises DPRK as a sovereign state.
        clause 2
          ROK and DPRK shall amend their domestic law accordingly.
        """,
        """
        declaration "Declaration of 2007"
          status: signed
        party ROK "Republic of Korea"
        party DPRK "Democratic People's Republic of Korea"
        clause 1
          ROK and DPRK will pursue peaceful unification.
        """,
        """
        clause 1
          Northland and Southland will pursue peaceful unification.
        """,
        """
        declaration "Draft"
        party US   "United States of America"
        party ROK  "Republic of Korea"
        party DPRK "Democratic People's Republic of Korea"
        clause 1
          US and DPRK shall exchange ambassadors.
        """,
        """
        declaration "Draft"
        party ROK "Republic of Korea"
        party DPRK "Democratic People's Republic of Korea"
        clause 1
          ROK and DPRK each shall not seek unification by force.
        """,
    ),
)
def against_one_constitution(facts: Facts) -> Iterator[Problem | Met]:
    law = next((p for p in facts.operative if mends_the_law(p, facts.vocabulary)), None)
    if law is not None:
        yield Met("B06", law.span, "each brings its own law into line")
    elif not _is_settled(facts):
        for list_name, uses, message, source in (
            (
                "unity-given-up",
                _sought,
                "the law of {} is reported to have given this up",
                _GIVING_UP,
            ),
            (
                "unity-in-law",
                _given_up,
                "the constitution of {} asks for the unity that this gives up",
                _ASKING,
            ),
        ):
            party = _party(list_name, facts)
            bound = (at for provision, at in uses(facts) if party in provision.meaning.who.names)
            at = next(bound, None)
            if at is not None:
                yield Problem(
                    at,
                    message.format(party),
                    "add that each party brings its own law into line, or leave the question open",
                    cites=source.text,
                )


def _is_settled(facts: Facts) -> bool:
    status = facts.reading.head.get("status")
    return (
        status is not None
        and isinstance(status.value, nodes.Name)
        and status.value.text in _SETTLED
    )


def _sought(facts: Facts) -> Iterator[tuple[Provision, Span]]:
    """Yield where unification is an aim, be it by consent."""
    for use in facts.unification:
        if use.manner in {"goal", "by-consent"}:
            yield use.provision, use.mention.span


def _given_up(facts: Facts) -> Iterator[tuple[Provision, Span]]:
    """Yield where it is renounced by name, or closed by recognition in full."""
    for use in facts.unification:
        if use.manner == "renounced" and not rules_out_force(use):
            yield use.provision, use.mention.span
    # In a whole text `claims-left-standing` asks more of recognition.
    for provision in () if facts.silence_counts else facts.recognition.full:
        for mention in provision.deed.mentions:
            if mention.kind == "object":
                yield provision, mention.span


def _party(list_name: str, facts: Facts) -> str | None:
    """Return the first party that the vocabulary lists there by its full name."""
    known = map(facts.reading.names.actor, facts.vocabulary.names(list_name))
    return next((actor.name for actor in known if actor and actor.kind == "party"), None)

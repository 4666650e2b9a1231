"""A promise of safety that one power alone gives.

A small state among large ones is not safe because one of them says so: the one may change its mind,
and the others have promised nothing. In a text of two sides it cannot well be otherwise, and is
only worth a look; where more sign and one alone promises, the others can be asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.terms import named
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.model.sentences import Mention
from clausecheck.rules.rule import rule

_TWO = 2
_ASSURANCES = ("assurance", "guarantee", "security-assurance")


@rule(
    family="parties",
    lens="advocate",
    severity="warning",
    entries=("N14",),
    cites=cite("necessary", "N14"),
    answer="Who is feared is the one whose word counts; the words of others cost them nothing.",
    looks_at="text",
    bad=(
        """
        clause 1
          Westland shall provide security guarantees to Northland.
                                 ^^^^^^^^^^^^^^^^^^^ only Westland promises safety here, and 3 parties sign
        """,
        """
        declaration "Valley Declaration"
        party Northland "Kingdom of Northland"
        party Westland  "Commonwealth of Westland"
        clause 1
          Westland will provide formal assurances to Northland.
                                ^^^^^^^^^^^^^^^^^ only Westland promises safety here, and 2 parties sign
        """,
    ),
    good=(
        """
        clause 1
          Westland and Southland shall provide security guarantees to Northland.
        """,
        """
        guarantor Eastland "Republic of Eastland"
        clause 1
          Westland shall provide security guarantees to Northland.
        """,
    ),
)
def assurance_from_one_power(facts: Facts) -> Iterator[Problem | Met]:
    actors = facts.reading.names.actors.values()
    given = list(_given(facts))
    guarantors = [a.span for a in actors if a.kind == "guarantor" and a.span is not None]
    several = {name for names, _ in given for name in names}
    for at in guarantors if given else ():
        yield Met("N14", at, "a guarantor stands behind it")
    if len(several) >= _TWO:
        yield Met("N14", given[0][1].span, "several powers promise safety")
    if len(several) != 1 or guarantors:
        return
    (_, first), *others = given
    parties = len(facts.reading.names.parties)
    yield Problem(
        first.span,
        f"only {several.pop()} promises safety here, and {parties} parties sign",
        "let another power promise it too, or declare a `guarantor`",
        severity="info" if parties <= _TWO else None,
        related=tuple(Related(mention.span, "and here") for _, mention in others),
    )


def _given(facts: Facts) -> Iterator[tuple[tuple[str, ...], Mention]]:
    """Yield who gives each promise of safety, and the words for it, one for each place.

    What all parties promise one another is no promise of a power to another.
    """
    seen = set()
    everybody = set(facts.reading.names.parties)
    for provision in facts.reading.provisions:
        names = set(provision.meaning.who.names)
        giving = provision.kind in {"duty", "statement"} and names and names != everybody
        for mention in named(provision, facts.vocabulary, *_ASSURANCES) if giving else ():
            if mention in provision.deed.objects and mention.span not in seen:
                seen.add(mention.span)
                yield provision.meaning.who.names, mention

"""Tests or exercises are stopped, and no one says for how long.

That provocations would cease for good is what the sceptic doubts most. A moratorium without a term
can be ended the day it costs something, and nobody can then say that it was broken. `without
limit` is a term as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.terms import acts, is_group
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.model.reading import Provision
from clausecheck.model.sentences import Mention
from clausecheck.rules.rule import rule
from clausecheck.source import Span

_PAUSES = ("suspend", "halt", "cease", "postpone", "freeze")
_KEEPING = (
    "announce",
    "continue",
    "declare",
    "establish",
    "impose",
    "maintain",
    "observe",
    "respect",
)


@rule(
    family="provocations",
    lens="both",
    severity="warning",
    entries=("B18",),
    cites=cite("impossible", "B18"),
    answer=(
        "Even a pause without a term may curb sabre-rattling while it lasts, and outlive the talks "
        "that made it."
    ),
    looks_at="text",  # whose tests are doubted hangs on who else disarms
    bad=(
        """
        clause 1
          Northland declares a moratorium on nuclear tests.
                               ^^^^^^^^^^ it is not said how long this holds
        """,
        """
        clause 1
          Northland shall suspend nuclear tests.
                                  ^^^^^^^^^^^^^ it is not said how long this holds
        """,
    ),
    good=(
        """
        clause 1
          Northland declares a moratorium on nuclear tests.
          for: 5 years
        clause 2
          All parties welcome the moratorium on missile launches that Westland announced in 2018.
        clause 3
          Northland shall report on the moratorium on nuclear tests.
        """,
        """
        clause 1
          Northland shall suspend nuclear tests.
          for: 5 years
        """,
        """
        clause 1
          Northland shall not test nuclear weapons.
        """,
        """
        clause 1
          Northland shall refrain from nuclear tests.
        """,
    ),
)
def moratorium_without_term(facts: Facts) -> Iterator[Problem | Met]:
    without: dict[str | None, list[Span]] = {}
    for provision in facts.operative:
        thing = provision.object
        if thing is None or not _pauses(provision, thing, facts):
            continue
        if provision.labels.stated("on", *_terms(provision)):
            if _by_who_is_doubted(provision, facts):
                yield Met("B18", thing.span, "a term")
        else:
            without.setdefault(provision.clause, []).append(thing.span)
    for provision in facts.operative:
        thing = provision.object
        if thing is not None and _forbids_tests(provision, facts):
            yield Met("B18", thing.span, "a term")
    for places in without.values():
        first, *others = dict.fromkeys(places)
        yield Problem(
            first,
            "it is not said how long this holds",
            "add `for: 5 years`, `until:` with an event, or `for: without limit`",
            related=tuple(Related(at, "nor this") for at in others),
        )


def _terms(provision: Provision) -> list[str]:
    """Return the names of the labels by which it ends."""
    return [line.name for line in provision.labels.ending(provision.kind)]


def _forbids_tests(provision: Provision, facts: Facts) -> bool:
    """Tell whether tests are forbidden for a time that is told, by the one that is doubted."""
    timed = any(provision.labels.known(name) for name in _terms(provision))
    alone = facts.disarmament.alone
    theirs = alone is None or alone in provision.meaning.who.names
    tests = acts(provision, facts.vocabulary, ("test", "launch")) or any(
        is_group(each, "test") for each in provision.deed.mentions
    )
    return provision.kind == "prohibition" and timed and theirs and tests


def _by_who_is_doubted(provision: Provision, facts: Facts) -> bool:
    """Tell whether it is a halt to tests, by the one that disarms where it is one alone.

    A pause in the exercises of the others answers no doubt about what that one would give up.
    """
    alone = facts.disarmament.alone
    theirs = alone is None or alone in provision.meaning.who.names
    return theirs and any(is_group(each, "test") for each in provision.deed.mentions)


def _pauses(provision: Provision, thing: Mention, facts: Facts) -> bool:
    if thing.name == "moratorium":
        owed = provision.kind == "duty" and provision.meaning.binding
        kept = owed and acts(provision, facts.vocabulary, _KEEPING)
        of_show = any(is_group(each, "test", "exercise") for each in provision.deed.mentions)
        return of_show and (kept or provision.modality.name == "declares")
    if provision.kind != "duty" or not provision.meaning.binding:
        return False
    return acts(provision, facts.vocabulary, _PAUSES) and is_group(thing, "test", "exercise")

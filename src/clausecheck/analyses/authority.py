"""What a government promises that may take more than a government to give."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.terms import acts, named
from clausecheck.analyses.troops import is_foreign
from clausecheck.model.reading import Provision, Reading
from clausecheck.vocabulary import Vocabulary


def analyse(reading: Reading, vocabulary: Vocabulary) -> tuple[Provision, ...]:
    """Return the firm duties of one party to lift, end or reduce such a thing, in text order."""
    return tuple(_provisions(reading, vocabulary))


def _provisions(reading: Reading, vocabulary: Vocabulary) -> Iterator[Provision]:
    giving, given = vocabulary.names("authority-acts"), vocabulary.names("authority-objects")
    for clause in reading.clauses:
        for provision in () if clause.preamble else clause.provisions:
            firm = provision.kind == "duty" and provision.meaning.binding
            thing = provision.object
            if not firm or thing is None or provision.actor not in reading.names.parties:
                continue
            listed = thing in named(provision, vocabulary, *given)
            abroad = is_foreign(thing, provision, vocabulary)
            if acts(provision, vocabulary, giving) and (listed or abroad):
                yield provision

"""Words of a label or of a savings clause, read as if somebody owed what they say.

So a condition, a cap or what a text says it does not ask for can be held against its duties.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausecheck.analyses.obligations.from_provisions import norms_of
from clausecheck.analyses.obligations.norms import Norm
from clausecheck.analyses.obligations.worded import provisions_in
from clausecheck.model import nodes
from clausecheck.model.names import Names
from clausecheck.model.reading import Provision
from clausecheck.values import evolve
from clausecheck.vocabulary import Vocabulary


def as_owed(
    who: Sequence[nodes.Part], done: Sequence[nodes.Part], names: Names, vocabulary: Vocabulary
) -> Iterator[Norm]:
    """Yield the duties that words would be, each party's if nobody is named.

    What is to be carried out is what is owed: "the withdrawal of troops".
    """
    for said, provision in provisions_in(who, done, names, vocabulary):
        for each in _carried_out(provision):
            yield from norms_of(each, said, names, vocabulary)


def _carried_out(provision: Provision) -> Iterator[Provision]:
    conducts = provision.deed.act is not None and provision.deed.act.name == "conduct"
    if not (conducts and provision.deed.inner):
        yield provision
        return
    for deed in provision.deed.inner:
        for thing in deed.objects:
            yield evolve(provision, deed=evolve(deed, places=provision.deed.places), object=thing)

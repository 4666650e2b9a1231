"""Whether a sentence says what it says without reserve, so that another can be held against it."""

from __future__ import annotations

from clausecheck.analyses.ties import NOTHING_MORE
from clausecheck.model import nodes
from clausecheck.model.reading import Provision, Said

_SMALL = frozenset("a from this the present nothing in full force and effect . , to by".split())


def is_plain(said: Said, provision: Provision, also: frozenset[str] = frozenset()) -> bool:
    """Tell whether a sentence says nothing of when or on what condition, nor its labels.

    With words `also` it may say how long.
    """
    if not {label.name for label in provision.labels.lines} <= NOTHING_MORE:
        return False
    deed, meaning = provision.deed, provision.meaning
    mentions = (*deed.mentions, *meaning.subject)
    read = (
        meaning.who.span,
        deed.act_span,
        *(mention.span for mention in mentions),
        *(mention.owner_span for mention in mentions if mention.owner_span is not None),
        *(span.span for span in meaning.periods if also),
    )
    return all(
        isinstance(part, nodes.Modality)
        or any(span.contains(part.span) for span in read)
        or (isinstance(part, nodes.Word) and part.text.lower() in _SMALL | also)
        for part in said.sentence.parts
    )

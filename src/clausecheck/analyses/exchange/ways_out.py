"""What lets a party out of its duties without anybody's breach: exits, pauses, escapes in words."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.terms import LEAVING, acts, of_this_text
from clausecheck.model.reading import Provision, Reading
from clausecheck.source import Span
from clausecheck.vocabulary import Vocabulary

_REOPENING = (*LEAVING, "suspend", "amend", "review")
_ESCAPES = frozenset({"so-far-as-possible", "as-long-as-necessary"})


def analyse(reading: Reading, vocabulary: Vocabulary) -> tuple[Span, ...]:
    """Return them in text order, each place once: the head's exit, then what clauses allow.

    A party alone may leave, suspend or reopen; a duty yields to `unless:`, or to words such as
    "where possible".
    """
    found: dict[Span, None] = {}
    line = reading.head.get("exit")
    if line is not None and reading.head.stated("exit"):
        found[line.span] = None
    for provision in reading.operative_provisions:
        for at in _escapes(provision, vocabulary):
            found.setdefault(at)
    return tuple(found)


def _escapes(provision: Provision, vocabulary: Vocabulary) -> Iterator[Span]:
    alone = provision.kind == "permission" and provision.actor is not None
    if alone and of_this_text(provision) and acts(provision, vocabulary, _REOPENING):
        yield provision.deed.act_span
    if provision.kind not in {"duty", "prohibition"} or not provision.meaning.binding:
        return
    for label in provision.labels.all("unless"):
        if not provision.labels.stated("judged by"):
            yield label.span
    for term, at in provision.meaning.vague:
        if term.name in _ESCAPES:
            yield at

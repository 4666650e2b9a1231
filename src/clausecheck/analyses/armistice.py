"""What becomes of the armistice: superseded, in part, continued, or not spoken of."""

from __future__ import annotations

from clausecheck.analyses.terms import acts, named, speaks_of
from clausecheck.findings import Stance
from clausecheck.model.reading import Provision, Reading
from clausecheck.model.sentences import Mention
from clausecheck.vocabulary import Vocabulary

_ENDING = ("end", "terminate", "replace", "supersede", "transform", "dissolve", "repeal")
_KEEPING = ("comply", "maintain", "continue", "respect", "implement", "apply", "reaffirm", "remain")


def stance(reading: Reading, vocabulary: Vocabulary) -> Stance:
    """Return the first that holds: superseded, part, continues, silent.

    `superseded` takes a duty that is stated as such, or a statement; to endeavour is not enough,
    and leaves it to continue. `part`: a body that watches over it goes, or one of its articles.
    """
    kinds: dict[str, list[str]] = {"superseded": [], "part": [], "continues": []}
    for clause in reading.clauses:
        for provision in () if clause.preamble else clause.provisions:
            kind = _kind(provision, vocabulary)
            if kind is not None:
                kinds[kind].append(provision.number)
    for name, numbers in kinds.items():
        if numbers:
            return Stance("armistice", name, tuple(dict.fromkeys(numbers)))
    return Stance("armistice", "silent" if reading.complete else "not stated")


def _kind(provision: Provision, vocabulary: Vocabulary) -> str | None:
    about = list(named(provision, vocabulary, "armistice"))
    if provision.kind == "savings":
        return "continues" if about else None
    firm = provision.meaning.binding or provision.kind == "statement"
    if provision.kind != "prohibition" and firm and acts(provision, vocabulary, _ENDING):
        ended = provision.deed.objects
        if speaks_of(provision, vocabulary, "article") and about:
            return "part"
        if any(mention in ended for mention in about):
            return "superseded"
        if any(_watches(mention, vocabulary) for mention in ended):
            return "part"
    if about and provision.kind != "prohibition" and _keeps(provision, vocabulary):
        return "continues"
    return None


def _keeps(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether it is to be kept to, or is no more than meant to be replaced some day."""
    ending_one_day = any(
        mention.kind == "act"
        and any(vocabulary.is_a("act", mention.name, name) for name in _ENDING)
        for mention in provision.deed.mentions
    )
    return ending_one_day or acts(provision, vocabulary, (*_KEEPING, *_ENDING))


def _watches(mention: Mention, vocabulary: Vocabulary) -> bool:
    """Tell whether a mention is of a standing commission, or of a command."""
    if mention.kind != "actor" or mention.name not in vocabulary.actors:
        return False
    return vocabulary.actors[mention.name].role in {"commission", "command"}

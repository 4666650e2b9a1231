"""What becomes of the armistice: superseded, in part, continued or not spoken of; and its heirs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from clausecheck.analyses.security.troops import ends_of_itself, is_armistice_body
from clausecheck.analyses.terms import acts, named, speaks_of
from clausecheck.findings import NOT_STATED, Stance
from clausecheck.model import nodes
from clausecheck.model.reading import Provision, Reading
from clausecheck.model.sentences import Mention
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.vocabulary import Place, Vocabulary

Function = Literal["line", "zone", "supervision"]
FUNCTIONS: tuple[Function, ...] = ("line", "zone", "supervision")
"""What an armistice does, and something must do after it."""

_ENDING = ("end", "terminate", "replace", "supersede", "transform", "dissolve", "repeal")
_KEEPING = ("comply", "maintain", "continue", "respect", "implement", "apply", "reaffirm", "remain")


def stance(reading: Reading, vocabulary: Vocabulary) -> Stance:
    """Return the first that holds: superseded, part, continues, silent.

    `superseded` takes a duty that is stated as such, or a statement; to endeavour is not enough,
    and leaves it to continue. `part`: a body that watches over it goes, or one of its articles.
    """
    kinds: dict[str, list[str]] = {"superseded": [], "part": [], "continues": []}
    if any(_in_the_head("supersedes", reading, vocabulary)):
        return Stance("armistice", "superseded")
    for provision in reading.operative_provisions:
        kind = _kind(provision, vocabulary)
        if kind is not None:
            kinds[kind].append(provision.number)
    for name, numbers in kinds.items():
        if numbers:
            return Stance("armistice", name, tuple(dict.fromkeys(numbers)))
    if any(_in_the_head("continues", reading, vocabulary)):
        return Stance("armistice", "continues")
    return Stance("armistice", "silent" if reading.complete else NOT_STATED)


def _in_the_head(name: str, reading: Reading, vocabulary: Vocabulary) -> Iterator[Span]:
    """Yield the places where a label of the head speaks of the armistice."""
    for label in reading.head.all(name):
        for node in walk(label.value):
            if isinstance(node, nodes.Name) and is_armistice(node.text, vocabulary):
                yield node.span


def is_armistice(words: str, vocabulary: Vocabulary, *, alone: bool = False) -> bool:
    """Tell whether these words name it, as a file's name may, in `armistice-1953`.

    With `alone`, whether they name nothing else: "article 2 of the armistice" is a part of it.
    """
    matches = vocabulary.find(words.replace("-", " ").split(), ("object",))
    about = [vocabulary.is_a("object", match.term.name, "armistice") for match in matches]
    return any(about) and (len(about) == 1 or not alone)


def ended_at(reading: Reading, vocabulary: Vocabulary) -> Span | None:
    """Return where the text itself ends the armistice; None where it is only to end one day."""
    return next((at for at, _ in endings(reading, vocabulary)), None)


def endings(reading: Reading, vocabulary: Vocabulary) -> Iterator[tuple[Span, str]]:
    """Yield where the text itself ends it, with the sentence's number, empty for the head."""
    for at in _in_the_head("supersedes", reading, vocabulary):
        yield at, ""
    for provision in reading.operative_provisions:
        itself = provision.kind == "statement" or ends_of_itself(provision, vocabulary)
        if itself and _kind(provision, vocabulary) == "superseded":
            yield next(named(provision, vocabulary, "armistice")).span, provision.number


def heirs(reading: Reading, vocabulary: Vocabulary) -> frozenset[Function]:
    """Return what of the armistice's work the text speaks of, beyond ending it."""
    found: set[Function] = set()
    ended = {body.span for body in bodies_ended(reading, vocabulary)}
    for provision in reading.operative_provisions:
        for mention in (*provision.deed.mentions, *provision.meaning.subject):
            if mention.span not in ended:
                found.update(_functions(mention, vocabulary))
    if any(actor.kind == "body" for actor in reading.names.actors.values()):
        found.add("supervision")
    return frozenset(found)


def bodies_ended(reading: Reading, vocabulary: Vocabulary) -> tuple[Mention, ...]:
    """Return the commissions of the armistice that go, while it stays in force or not."""
    found: dict[Span, Mention] = {}
    for provision in reading.operative_provisions:
        if _kind(provision, vocabulary) == "part":
            for mention in provision.deed.objects:
                if is_armistice_body(mention, vocabulary):
                    found.setdefault(mention.span, mention)
    return tuple(found.values())


_SPOKEN_OF: dict[Function, tuple[str, ...]] = {
    "line": ("line", "border"),
    "zone": ("zone",),
    "supervision": ("body", "verification"),
}


def _functions(mention: Mention, vocabulary: Vocabulary) -> Iterator[Function]:
    term = mention.term
    for function, names in _SPOKEN_OF.items():
        if isinstance(term, Place) and term.group == function:
            yield function
        if mention.kind == "object" and vocabulary.is_a("object", mention.name, *names):
            yield function
    if _watches(mention, vocabulary):
        yield "supervision"


def citations(reading: Reading, vocabulary: Vocabulary) -> tuple[Span, ...]:
    """Return where the text calls on a paragraph of the armistice on the leaving of forces."""
    found: dict[Span, None] = {}
    numbers = vocabulary.names("withdrawal-paragraphs")
    for provision in reading.provisions:
        amounts = (amount.quantity for amount in provision.deed.amounts)
        cited = {quantity.least for quantity in amounts if quantity is not None}
        cited.update(reference.number for reference in provision.meaning.references)
        articles = list(named(provision, vocabulary, "article"))
        if articles and cited & set(numbers) and speaks_of(provision, vocabulary, "armistice"):
            found.setdefault(articles[0].span)
        for label in provision.labels.all("implements", "incorporates", "according to"):
            for node in walk(label.value):
                if (
                    isinstance(node, nodes.Reference)
                    and node.number in numbers
                    and is_armistice(node.instrument or "", vocabulary)
                ):
                    found.setdefault(node.span)
    return tuple(found)


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
        mention.kind == "act" and vocabulary.is_a("act", mention.name, *_ENDING)
        for mention in provision.deed.mentions
    )
    stands = provision.modality.name == "remains in force"
    return ending_one_day or stands or acts(provision, vocabulary, (*_KEEPING, *_ENDING))


def _watches(mention: Mention, vocabulary: Vocabulary) -> bool:
    """Tell whether a mention is of a standing commission, or of a command."""
    if mention.kind != "actor" or mention.name not in vocabulary.actors:
        return False
    return vocabulary.actors[mention.name].role in {"commission", "command"}

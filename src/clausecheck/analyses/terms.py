"""Questions that several analyses ask of a provision's terms."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import cast

from clausecheck.model import nodes
from clausecheck.model.reading import Provision
from clausecheck.model.sentences import Deed, Mention, meanings
from clausecheck.model.walk import walk
from clausecheck.vocabulary import Object, Vocabulary
from clausecheck.vocabulary.inflection import units

_TOWARDS = frozenset({"to", "for", "with", "towards"})


def acts(provision: Provision, vocabulary: Vocabulary, names: Collection[str]) -> bool:  # noqa: ARG001 - like all questions here
    """Tell whether the act is one of these or a narrower one."""
    act = provision.deed.act
    return act is not None and not act.wider.isdisjoint(names)


is_group = meanings.is_group


def is_one_of(mention: Mention, vocabulary: Vocabulary, *names: str) -> bool:
    """Tell whether a mention is of one of these objects, or of a narrower one."""
    thing = mention.term if mention.kind == "object" else None
    return thing is not None and vocabulary.is_among(thing, names)


def named(provision: Provision, vocabulary: Vocabulary, *names: str) -> Iterator[Mention]:
    """Yield what the deed or the subject says of one of these objects, or of a narrower one."""
    if speaks_of(provision, vocabulary, *names):
        for mention in (*provision.deed.mentions, *provision.meaning.subject):
            if is_one_of(mention, vocabulary, *names):
                yield mention


def speaks_of(provision: Provision, vocabulary: Vocabulary, *names: str) -> bool:  # noqa: ARG001 - like all questions here
    """Tell whether the deed or the subject names one of these objects or a narrower one."""
    deed, meaning = provision.deed, provision.meaning
    return not (deed.things.isdisjoint(names) and meaning.things.isdisjoint(names))


def named_in(label: nodes.Label, vocabulary: Vocabulary) -> Iterator[Object]:
    """Yield the objects that the words of a label name, in quotation marks or not."""
    parts = (n.text for n in walk(label.value) if isinstance(n, (nodes.Word, nodes.Words)))
    for match in vocabulary.find(" ".join(parts).split(), ("object",)):
        yield cast("Object", match.term)


TEXTS = frozenset({"agreement", "declaration", "declaration-text", "memorandum", "treaty"})
"""What a text calls itself."""


LEAVING = ("withdraw", "terminate", "leave", "denounce")
"""What a party does to a text by which it is bound no longer."""


def of_this_text(provision: Provision) -> bool:
    """Tell whether it is about the text itself: "Each party may withdraw from this treaty".

    A text that is called by its own name is another one.
    """
    return provision.meaning.who.how == "text" or names_this_text(provision.deed)


def names_this_text(deed: Deed) -> bool:
    """Tell whether something is done to the text itself: not "verify the declaration"."""
    named = [mention for mention in deed.mentions if include_this_text((mention,))]
    listed = deed.act is not None and not deed.act.wider.isdisjoint(_OF_LISTS)
    return not all(listed and _may_be_a_list(mention) for mention in named)


def include_this_text(mentions: Iterable[Mention]) -> bool:
    """Tell whether one of these is the text itself.

    A declaration that somebody hands over is none: "a declaration", "its declaration".
    """
    return any(
        mention.kind == "object"
        and mention.name in TEXTS
        and (mention.name != "declaration" or _may_be_this_declaration(mention))
        for mention in mentions
    )


def _may_be_this_declaration(mention: Mention) -> bool:
    """Tell whether it is nobody's own, and pointed at as the only one."""
    return mention.owner is None and mention.article in {None, "the", "this"}


def _may_be_a_list(mention: Mention) -> bool:
    return mention.name == "declaration" and mention.article != "this"


_OF_LISTS = frozenset({"verify", "provide", "transfer"})
"""What is done to a declaration of what somebody has."""


def is_left_as_it_is(provision: Provision) -> bool:
    """Tell whether a statement leaves something alone: it stands, or others decide on it."""
    return provision.modality.name in {"remains in force", "is a matter for", "is for"}


def receiver(provision: Provision) -> str | None:
    """Return to or for whom a duty is done: an actor it names as such and does not bind."""
    deed = provision.deed
    return next(
        (
            mention.name
            for mention in (*deed.beneficiaries, *deed.others)
            if mention.kind == "actor"
            and mention.preposition in _TOWARDS
            and mention.name not in provision.meaning.who.names
        ),
        None,
    )


def stems(text: str) -> Iterator[str]:
    """Yield the words of a text without their endings of number, small words left out."""
    for word in units(text).split():
        if word not in _SMALL:
            yield word.removesuffix("s").removesuffix("ie").removesuffix("y")


_SMALL = frozenset(
    "a an the and or of in on its their all any other including such as them".split()
)

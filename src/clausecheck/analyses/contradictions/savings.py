"""Duties that the text itself says it does not ask for, or whose object it says it leaves alone.

Likewise bans on what somebody is said to keep the right to do.

"Nothing in this treaty requires the withdrawal of Westland's forces" and a clause by which Westland
shall withdraw them cannot both be meant. What a savings clause speaks of is read as if it were
owed, and held against what is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import Literal

from clausecheck.analyses.obligations.linked_acts import from_inside
from clausecheck.analyses.obligations.norms import TRIES, Norm
from clausecheck.analyses.obligations.scope import within
from clausecheck.analyses.obligations.supposed import as_owed
from clausecheck.analyses.obligations.worded import word
from clausecheck.analyses.terms import is_group
from clausecheck.model import nodes
from clausecheck.model.names import Names
from clausecheck.model.reading import Reading, Said
from clausecheck.model.sentences import Meaning, ProvisionKind
from clausecheck.model.walk import walk
from clausecheck.values import evolve, frozen
from clausecheck.vocabulary import Vocabulary

How = Literal["required", "affected", "prevented"]
_SAYING: dict[How, frozenset[str]] = {
    "required": frozenset(
        "require requires requiring oblige obliges obliging obligate obligates obligating compel"
        " compels compelling".split()
    ),
    "affected": frozenset(
        "affect affects affecting prejudice prejudices prejudicing impair impairs impairing limit"
        " limits limiting restrict restricts restricting".split()
    ),
    "prevented": frozenset(
        "prevent prevents preventing preclude precludes precluding prohibit prohibits prohibiting"
        " forbid forbids forbidding bar bars barring hinder hinders hindering".split()
    ),
}
_ANYBODY = frozenset({"a", "any", "each", "either", "no"})
_PARTS_OF_A_TEXT = frozenset("clause article paragraph section annex chapter part".split())


@frozen(slots=False, eq=False)
class Saved:
    """A duty or ban, and the clause that says that there is none, or that all is left alone."""

    duty: Norm
    by: Said
    how: How


def saved(reading: Reading, norms: Sequence[Norm], vocabulary: Vocabulary) -> tuple[Saved, ...]:
    """Return such duties in text order, each with the first clause that says so.

    Where one of the two names the other, the text says which comes first.
    """
    savings = [
        (said, meaning)
        for clause in reading.whole_clauses
        for said in clause.said
        for meaning in said.meanings
        if meaning.kind == "savings" and is_of_the_whole(said, meaning)
    ]
    duties = _by_thing(norms if savings else (), "duty")
    bans = _by_thing(norms if savings else (), "prohibition")
    found: dict[str, Saved] = {}
    for said, meaning in savings:
        for how, kept in _spoken_of(said, meaning, reading.names, vocabulary):
            near = (_near(kept, duties), _near(kept, bans if how != "required" else {}))
            for duty in chain(*near):
                meant = _is_meant(duty, kept, how, vocabulary)
                meant = meant and not _is_of_others(kept, duty, reading.names)
                ranked = said.number in duty.ranked or is_ranked_with(
                    duty.said, said, reading.names
                )
                if meant and not ranked:
                    found.setdefault(duty.number, Saved(duty, said, how))
    return tuple(sorted(found.values(), key=lambda each: each.duty.counted))


def set_free(
    pairs: Sequence[tuple[Norm, Norm]], reading: Reading, vocabulary: Vocabulary
) -> frozenset[tuple[str, str]]:
    """Return of deeds and bans, by their numbers, those of which a savings clause frees the deed.

    "Nothing in this treaty prevents Westland from conducting exercises" makes them an exception to
    the bans of the treaty, and "nothing in clause 1" to that of clause 1.
    """
    savings = [
        (_part_of_the_text(said, meaning, reading.names), kept)
        for clause in (reading.whole_clauses if pairs else ())
        for said in clause.said
        if not said.labels.all(*_ON_CONDITION)
        for meaning in said.meanings
        if meaning.kind == "savings"
        for how, kept in _spoken_of(said, meaning, reading.names, vocabulary)
        if how != "required"
    ]
    return frozenset(
        (deed.number, ban.number)
        for deed, ban in pairs
        for numbers, kept in savings
        if (not numbers or ban.number in numbers) and _is_among(deed, kept)
    )


_ON_CONDITION = ("if", "unless", "until", "for", "from", "after", "with consent of")


def _part_of_the_text(said: Said, meaning: Meaning, names: Names) -> frozenset[str]:
    """Return the numbers of which alone a savings clause speaks; none if it is of the whole."""
    before = [part for part in said.sentence.parts if part.span.end <= meaning.modality.span.start]
    counted = ((part.least, None) for part in before if isinstance(part, nodes.Quantity))
    referred = ((part.number, part.last) for part in before if isinstance(part, nodes.Reference))
    return frozenset(number for each in (*counted, *referred) for number in names.between(*each))


def _is_among(deed: Norm, kept: Norm) -> bool:
    """Tell whether a deed is among what somebody is left free to do, or done by a right of theirs.

    Who has its right of self-defence left may use force in self-defence.
    """
    if deed.actors != kept.actors and deed.binds.isdisjoint(kept.binds):
        return False
    right = kept.thing if kept.thing is not None and kept.thing.keys[0] == _A_RIGHT else None
    by_right = right is not None and any(
        each.keys[0] == _A_RIGHT and not each.words.isdisjoint(right.words) for each in deed.aspects
    )
    return by_right or within(deed, kept) is not None


_A_RIGHT = ("object", "right")


def is_of_the_whole(said: Said, meaning: Meaning) -> bool:
    """Tell whether nothing before its modality names a part of the text alone."""
    before = [part for part in said.sentence.parts if part.span.end <= meaning.modality.span.start]
    named = any(isinstance(part, (nodes.Reference, nodes.Quantity)) for part in before)
    return not named and not any(_word(part) in _PARTS_OF_A_TEXT for part in before)


def is_ranked_with(one: Said, other: Said, names: Names) -> bool:
    """Tell whether a line of either of two sentences puts it above, below or beside the other."""
    return other.number in _named(one, names) or one.number in _named(other, names)


def _named(said: Said, names: Names) -> frozenset[str]:
    return frozenset(
        number
        for label in said.labels.all("subject to", "notwithstanding", "except", "exception to")
        for node in walk(label.value)
        if isinstance(node, nodes.Reference) and node.instrument is None
        for number in names.between(node.number, node.last)
    )


def keeps_open(said: Said, meaning: Meaning) -> bool:
    """Tell whether it leaves a thing as it is, and does not say what the text is taken for."""
    if meaning.modality.name == "is not affected":
        return True
    words = (
        part.text.lower() if isinstance(part, nodes.Modality) else _word(part)
        for part in said.sentence.parts
    )
    return any(_how(each.split()) == "affected" for each in words)


# ── What a savings clause speaks of ──────────────────────────────────────────────────────────────


def _spoken_of(
    said: Said, meaning: Meaning, names: Names, vocabulary: Vocabulary
) -> Iterator[tuple[How, Norm]]:
    parts = said.sentence.parts
    if meaning.modality.name == "is not affected":
        before = parts[: parts.index(meaning.modality)]
        yield from (("affected", norm) for norm in _kept(before, names, vocabulary))
        return
    for place, part in enumerate(parts):
        words = part.text.lower() if isinstance(part, nodes.Modality) else _word(part)
        how = _how(words.split())
        if how is None:
            continue
        rest = parts[place + 1 :]
        yield from ((how, norm) for norm in _READERS[how](rest, names, vocabulary))
        return


def _how(words: list[str]) -> How | None:
    if words == ["is", "without", "prejudice", "to"]:
        return "affected"
    for how, saying in _SAYING.items():
        if words and words[-1] in saying:
            return how
    return None


def _asked(parts: Sequence[nodes.Part], names: Names, vocabulary: Vocabulary) -> Iterator[Norm]:
    """Yield what is not required: "Westland to withdraw its troops", "the withdrawal of troops"."""
    to = next((place for place, part in enumerate(parts) if _word(part) == "to"), None)
    who = names.match([_word(part, lower=False) for part in parts], 0) if parts else None
    anybody = bool(parts) and _word(parts[0]) in _ANYBODY
    if to is not None and (anybody or (who is not None and who[1] == to)):
        yield from as_owed((() if anybody else parts[:to]), parts[to + 1 :], names, vocabulary)
        return
    yield from as_owed((), (word("carry"), word("out"), *parts), names, vocabulary)


def _kept(parts: Sequence[nodes.Part], names: Names, vocabulary: Vocabulary) -> Iterator[Norm]:
    """Yield what is left as it is: "the presence of Westland forces in the valley", or they."""
    words = [_word(part) for part in parts]
    right = next((at for at, each in enumerate(words) if each in _RIGHT), None)
    to = words.index("to", right) if right is not None and "to" in words[right:] else None
    if right is not None and to is not None:
        who = parts[right + 2 : to] if words[right + 1] == "of" else ()
        yield from as_owed(who, parts[to + 1 :], names, vocabulary)
        return
    start = _of_what(words, vocabulary)
    for kept in as_owed((), (word("maintain"), *parts[start:]), names, vocabulary):
        yield _whosever(kept)
        thing = kept.provision.object
        if thing is not None and is_group(thing, "exercise", "test"):
            yield _whosever(evolve(kept, acts=vocabulary.ancestors("act", "conduct")))
    # What is done goes on: "the operation of the reactors", "the sale of arms to Westland".
    led = int(words[:1] == ["the"])
    first = vocabulary.match(words, led, ("noun",)) if words[led:] else None
    if first is not None and words[first.end : first.end + 1] == ["of"]:
        by = words.index("by") if "by" in words[:-1] else len(words)
        named = by < len(words) and names.match([_word(p, lower=False) for p in parts], by + 1)
        doer, done = (parts[by + 1 :], parts[:by]) if named else ((), parts)
        carried = (word("carry"), word("out"), *done)
        for each in as_owed(doer, carried, names, vocabulary):
            if each.acts[0] not in _BEING_THERE:
                yield _whosever(each)


def _whosever(kept: Norm) -> Norm:
    """Return it without whose it is: "the sanctions of Westland" are all that Westland has."""
    whose = ("of", ("actor", (kept.provision.owner or "").lower()))
    aspects = (a for a in kept.aspects if (a.preposition, a.keys[0]) != whose)
    return evolve(kept, aspects=tuple(aspects))


def _freed(parts: Sequence[nodes.Part], names: Names, vocabulary: Vocabulary) -> Iterator[Norm]:
    """Yield what somebody is left free to do: "Westland from conducting exercises"."""
    words = [_word(part) for part in parts]
    after = next((at for at, each in enumerate(words) if each in {"from", "to"}), None)
    if after and words[after + 1 : after + 2] != ["not"]:
        who = () if words[0] in _ANYBODY else parts[:after]
        yield from as_owed(who, parts[after + 1 :], names, vocabulary)


_READERS = {"required": _asked, "affected": _kept, "prevented": _freed}


def _of_what(words: Sequence[str], vocabulary: Vocabulary) -> int:
    """Return where it is said what is there, or how much of it: "the size and deployment of"."""
    at = 0
    while at < len(words):
        match = vocabulary.match(words, at, ("object", "noun"))
        if match is not None and match.term.name in _BEING_THERE:
            at = match.end
        elif words[at] in _HOW_MUCH:
            at += 1
        else:
            break
    of = at > 0 and words[at : at + 1] == ["of"]
    return at + 1 if of else int(words[:1] == ["the"])


_RIGHT = frozenset({"right", "rights", "freedom"})
_BEING_THERE = frozenset({"military-presence", "deploy", "maintain"})
_HOW_MUCH = frozenset(
    "the current present existing overall total and or , number numbers size sizes strength"
    " strengths level levels".split()
)


# ── And what is owed ─────────────────────────────────────────────────────────────────────────────

_Duties = dict[tuple[str, str], list[Norm]]
"""The firm duties by what they are about and all that is wider."""


def _by_thing(norms: Sequence[Norm], kind: ProvisionKind) -> _Duties:
    found: _Duties = {}
    for norm in norms:
        if norm.kind == kind and norm.firm and not norm.choice and norm.thing is not None:
            for key in norm.thing.keys:
                found.setdefault(key, []).append(norm)
    return found


def _near(kept: Norm, duties: _Duties) -> Iterator[Norm]:
    keys = kept.thing.keys if kept.thing is not None else ()
    return chain.from_iterable(islice(duties.get(key, ()), TRIES) for key in keys)


def _is_meant(norm: Norm, kept: Norm, how: How, vocabulary: Vocabulary) -> bool:
    """Tell whether a duty or ban cannot stand beside what a savings clause says of its object."""
    # A ban on more than what is left free leaves that out: it is the ban's exception.
    barred = how == "prevented" or norm.kind == "prohibition"
    if barred and not _is_of_the_same(norm, kept):
        return False
    if norm.kind == "prohibition":
        return _bars(norm, kept)
    if how == "required":
        return _asks_for(norm, kept)
    return _ends(norm, kept, _ending(kept, vocabulary))


def _asks_for(duty: Norm, kept: Norm) -> bool:
    """Tell whether a duty asks for what is said not to be required, for part of it or for more."""
    return not duty.binds.isdisjoint(kept.binds) and _touch(duty, kept)


def _ending(kept: Norm, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the acts by which what is said to be kept, or to be a right, is taken away."""
    excluded = (vocabulary.exclusions.get(act, frozenset()) for act in kept.acts)
    acts = frozenset[str]().union(*excluded)
    return acts | {"reduce"} if "maintain" in kept.acts else acts


def _ends(duty: Norm, kept: Norm, ending: frozenset[str]) -> bool:
    """Tell whether a duty takes away what is said to be left as it is, or part of it."""
    if ending.isdisjoint(duty.acts) or duty.binds.isdisjoint(kept.binds):
        return False
    taken = evolve(from_inside(duty), acts=("",))
    return _touch(taken, evolve(kept, acts=("",)))


def _bars(ban: Norm, kept: Norm) -> bool:
    """Tell whether a ban leaves nothing of what somebody is said to keep the right to do."""
    bound = not ban.licensed and not ban.said.labels.stated("except")
    return bound and not ban.binds.isdisjoint(kept.binds) and within(kept, ban) is not None


def _is_of_the_same(norm: Norm, kept: Norm) -> bool:
    """Tell whether what nothing prevents is all that a duty or ban speaks of, for all it binds.

    Less than that is an exception to it, and so is what is left to some of them.
    """
    alike = norm.about == kept.about and norm.quantities == kept.quantities
    taken, left = (evolve(from_inside(each), acts=("",)) for each in (norm, kept))
    same = alike and within(taken, left) == within(left, taken) == "same"
    free = kept.binds.union(kept.provision.meaning.who.names)
    return same and free.issuperset(norm.provision.meaning.who.names)


def _is_of_others(kept: Norm, duty: Norm, names: Names) -> bool:
    """Tell whether what is kept is somebody's, and what is owed is done with one's own."""
    owner = kept.provision.owner
    own = duty.provision.owner is None and not duty.provision.deed.places
    return own and owner in names.actors and owner not in duty.binds


def _touch(duty: Norm, kept: Norm) -> bool:
    one, other = within(duty, kept), within(kept, duty)
    return {one, other} <= {"same", "narrower", None} and (one or other) is not None


def _word(part: object, *, lower: bool = True) -> str:
    text: str = part.text if isinstance(part, nodes.Word) else ""
    return text.lower() if lower else text

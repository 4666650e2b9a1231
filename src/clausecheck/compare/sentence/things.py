"""What a sentence speaks of, where, and to whom it is given: whether less, more or another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from clausecheck.changes import Change, Direction, Kind
from clausecheck.compare.ground.toward import toward
from clausecheck.compare.ground.units import Unit, every_deed
from clausecheck.compare.sentence.kinship import (
    TURNED,
    Kinship,
    Worded,
    kinship,
    parts_of_two,
    words_before,
)
from clausecheck.compare.sentence.scope import OF_ITS_OBJECT, is_choice, joined, may_choose
from clausecheck.compare.sentence.wording import Replaced, replaced, told, told_of
from clausecheck.model.sentences import Meaning, Mention
from clausecheck.model.sentences.words import (
    DETERMINERS,
    JOINING,
    POSSESSIVES,
    PREPOSITIONS,
    is_adverb,
)
from clausecheck.notes import listed
from clausecheck.source import Span
from clausecheck.values import evolve, frozen


@frozen
class Thing:
    """Something a sentence speaks of, and the part it has in it."""

    role: str
    name: str
    said: str
    """Its name with what the words for it say, where a term has several that say not the same."""
    preposition: str | None
    owner: str | None
    span: Span
    owner_span: Span | None
    actor: bool = False
    worded: Worded = Worded(None, "")
    how_many: Span | None = None
    """Where it is said how many of it are meant, or all."""


def things(mine: Meaning, theirs: Meaning, one: Unit, other: Unit) -> Iterator[Change]:
    """Yield what a sentence speaks of no longer, newly, or in another relation."""
    before, after = list(things_of(mine, one)), list(things_of(theirs, other))
    gone, new = missing(before, after), missing(after, before)
    same = not gone and not new
    gone, new = _but_owners(gone, after), _but_owners(new, before)
    if _are_of_a_list(one, other) and not any(map(_are_two, (*gone, *new))):
        gone, new = _but_of_one_name(gone, new), _but_of_one_name(new, gone)
    gone, new = (_but_before_others(each) for each in (gone, new))
    for role in ("object", "place", "beneficiary", "subject", "word"):
        lost = [each for each in gone if each.role == role]
        added = [each for each in new if each.role == role]
        if lost and not added and role == "object":
            added = _unknown_there(lost, theirs, one, other)
        elif added and not lost and role == "object":
            lost = _unknown_there(added, mine, other, one)
        elif lost and not added and role == "beneficiary":
            added = _in_its_place(lost, new, one, other)
        elif added and not lost and role == "beneficiary":
            lost = _in_its_place(added, gone, other, one)
        kept = (
            [each for each in before if each.role == role and each not in lost],
            [each for each in after if each.role == role and each not in added],
        )
        yield from _of_role(role, lost, added, kept, mine, theirs, one, other)
    if same:
        own = all(map(_is_of_its_own, (mine, theirs)))
        bound = _bound(mine, one), _bound(theirs, other)
        yield from placed(before, after, one, other, own=own, bound=bound)


def _are_of_a_list(one: Unit, other: Unit) -> bool:
    """Tell whether nothing changed but that words were put into a list, or left out of it."""
    changes = replaced(one, other)
    words = (
        {*f"{changes[0].old} {changes[0].new}".lower().replace(",", " , ").split()}
        if changes
        else set()
    )
    return len(changes) == 1 and not (changes[0].old and changes[0].new) and bool(words & JOINING)


def _but_of_one_name(things: Sequence[Thing], others: Sequence[Thing]) -> list[Thing]:
    """Return things but those which others are as well, by what is said of them in a list.

    "Routine and special inspections" has the noun once, and "routine inspections" is no other.
    """
    names = {each.name for each in others}
    return [each for each in things if each.name not in names]


def _but_owners(things: Sequence[Thing], others: Sequence[Thing]) -> list[Thing]:
    """Return things but actors whose something is in the other text: "A and B inspectors"."""
    owners = {each.owner for each in others}
    objects = [each for each in things if each.actor and each.role == "object"]
    return [each for each in things if each not in objects or each.name not in owners]


def _but_before_others(things: Sequence[Thing]) -> list[Thing]:
    """Return things but those that say which kind of another is meant: `land` exercises."""
    return [
        each
        for each in things
        if not any(
            0 <= other.span.start - each.span.end <= 1
            and {*each.worded.words.lower().split()} <= other.worded.before
            for other in things
        )
    ]


def _unknown_there(
    things: Sequence[Thing], theirs: Meaning, unit: Unit, other: Unit
) -> list[Thing]:
    """Return the unknown words that stand in the place of things, which may be the same."""
    return [
        Thing("object", words, words, None, None, word.span, None)
        for each in replaced(unit, other)
        for word in theirs.unknown
        for words in (other.words_of(word.span),)
        if each.before and each.after and each.after.contains(word.span)
        if any(each.before.contains(thing.span) for thing in things)
    ]


def _in_its_place(
    things: Sequence[Thing], told: Sequence[Thing], unit: Unit, other: Unit
) -> list[Thing]:
    """Return the words to which a thing is given now that nobody declares, if nothing else is told.

    Only what stands in the very place of what is lost is taken for it.
    """
    return [
        evolve(thing, name=each.new, said=each.new, owner=None, owner_span=None, span=each.after)
        for each in replaced(unit, other)
        for thing in things
        if each.before and each.after and each.before == thing.span
        if not any(each.after.contains(known.span) for known in told)
    ]


_ROLES: dict[str, Kind] = {"object": "object", "place": "place", "beneficiary": "beneficiary"}


def _of_role(
    role: str,
    lost: Sequence[Thing],
    added: Sequence[Thing],
    kept: tuple[Sequence[Thing], Sequence[Thing]],
    mine: Meaning,
    theirs: Meaning,
    one: Unit,
    other: Unit,
) -> Iterator[Change]:
    if not lost and not added:
        return
    old, new = _texts(lost, one), _texts(added, other)
    spans = (
        _whole(lost[0], one) if lost else mine.modality.span,
        _whole(added[0], other) if added else theirs.modality.span,
    )
    kind = _ROLES.get(role, "wording")
    direction: Direction = "other"
    if lost and added and old == new:
        text = f"{old}, which means something else now"
    elif lost and added:
        way = _kind_of(role, lost, added)
        choice = may_choose(mine) and any(map(_are_two, (*lost, *added)))
        if way is not None and mine.kind == theirs.kind and not choice:
            direction = toward(mine, more=_is_more(way, mine))
        if way is None and role in {"object", "word"}:
            old, new = _whole_names(lost, one, old), _whole_names(added, other, new)
        text = f"{way or _named(role, lost, added)}: {old} → {new}"
    else:
        more = bool(added)
        old, new = _texts(lost, one, counted=True), _texts(added, other, counted=True)
        of, beside, unit = (added, kept[1], other) if more else (lost, kept[0], one)
        joining = joined(unit, of[0].span, [each.span for each in beside])
        kind, direction = _one_sided(role, of, theirs if more else mine, joining, more=more)
        if not joining and any(_describes_what_follows(each, unit) for each in of):
            direction = "other"  # fewer radars are to go where it is only those of one kind
        if role == "word" and _is_another_way(of, theirs if more else mine, unit):
            kind, direction = "object", toward(mine, more=more)
        between = replaced(one, other, (mine.modality.span, theirs.modality.span))
        text = f"{new} added" if more else f"{old} dropped"
        if role == "word" and len(between) == 1:
            text = told(one, other)
        elif role == "word" and not joining:
            text = _in_other_words(of, mine if more else theirs, between, more=more) or text
        if is_choice(theirs if more else mine, joining):
            text += f", joined by `or`, which may {'leave' if more else 'have left'} a choice"
    named_by_one = role == "place" and bool(lost) != bool(added)
    yield Change(kind, direction, text, *spans, one.parties, of_place=named_by_one)


def _in_other_words(
    things: Sequence[Thing], elsewhere: Meaning, between: Sequence[Replaced], *, more: bool
) -> str:
    """Return what stands in the place of things, in words that name none: `peacefully`."""
    named = [mention.span for deed in every_deed(elsewhere.deeds) for mention in deed.mentions]
    for each in between:
        here, there = (each.after, each.before) if more else (each.before, each.after)
        if here and there and all(here.contains(thing.span) for thing in things):
            return "" if any(map(there.contains, named)) else told_of(each)
    return ""


def _one_sided(
    role: str, things: Sequence[Thing], meaning: Meaning, joining: Collection[str], *, more: bool
) -> tuple[Kind, Direction]:
    """Return what it concerns that a sentence speaks of things as well, or no longer, and its way.

    A ban or a leave is less at one place, and more at one place beside another; a duty may be done
    there, or have to do with it.
    """
    if role == "place":
        further = more if joining else not more
        return "place", "other" if meaning.kind == "duty" else toward(meaning, more=further)
    if role == "word" and not joining and {each.preposition for each in things} == {"against"}:
        # What is banned, or allowed, against nobody by name is so against everybody.
        return "object", "other" if meaning.kind == "duty" else toward(meaning, more=not more)
    of_object = joining and all(each.preposition in OF_ITS_OBJECT for each in things)
    if role == "object" or (role == "word" and of_object):
        choice = is_choice(meaning, joining)
        return "object", "other" if choice else toward(meaning, more=more)
    return _ROLES.get(role, "wording"), "other"


def _is_another_way(things: Sequence[Thing], meaning: Meaning, unit: Unit) -> bool:
    """Tell whether a ban names one way more beside another: "by force or by absorption"."""
    words = unit.source.text[unit.words_at.start : things[0].span.start].lower().split()
    by = things[0].preposition
    return meaning.kind == "prohibition" and words[-2:] == ["or", by] and by in words[:-2]


def _kind_of(role: str, lost: Sequence[Thing], added: Sequence[Thing]) -> Kinship | None:
    """Return whether things became kinds of what they were, or the reverse."""
    if role != "object" and not (role == "word" and all(map(_is_borne_on, (*lost, *added)))):
        return None
    down = _alike(_became(each, lost) for each in added)
    up = _alike(_became(each, added) for each in lost)
    ways = {down} & {"narrower", "fuller"}
    ways |= {TURNED[way] for way in ("narrower", "fuller") if way == up}
    return ways.pop() if len(ways) == 1 else None


def _alike(ways: Iterable[Kinship | None]) -> Kinship | None:
    """Return what all of several are; `None` where they are not the same."""
    every = set(ways)
    return every.pop() if len(every) == 1 else None


def _are_two(thing: Thing) -> bool:
    return bool(parts_of_two(thing.worded.words))


def _is_borne_on(thing: Thing) -> bool:
    """Tell whether an act bears on a thing through its object: sanctions on coal."""
    to_a_site = thing.preposition == "to" and thing.worded.group in {"site", "facility"}
    return thing.preposition in OF_ITS_OBJECT or to_a_site


def _is_more(way: Kinship, meaning: Meaning) -> bool:
    """Tell whether a wider thing, or the whole of it, is more: a ban on full access bans less."""
    return way in {"wider", "less full" if meaning.kind == "prohibition" else "fuller"}


def _became(thing: Thing, befores: Sequence[Thing]) -> Kinship | None:
    """Return what a thing is to some of those in whose place it stands."""
    return _alike(way for each in befores if (way := kinship(each.worded, thing.worded)))


def _named(role: str, lost: Sequence[Thing], added: Sequence[Thing]) -> str:
    """Return what is another, be it a thing, a place or whoever something is given to."""
    if role in {"object", "place"}:
        return f"another {role}"
    given = all(each.actor and each.preposition == "to" for each in (*lost, *added))
    return "another recipient" if given else "something else is meant"


def things_of(meaning: Meaning, unit: Unit) -> Iterator[Thing]:
    """Yield what a sentence speaks of; of what is done to its subject, once."""
    told = set()
    bound = {each.span for deed in meaning.deeds for each in deed.agents}
    bound |= {each.span for each in meaning.subject if each.preposition == "of"}
    for role, mention in _mentions(meaning):
        if mention.span in bound and mention.name in meaning.who.names:
            continue  # "shall be suspended by X", "the troops of X shall": it is X who is bound
        if mention.kind not in {"act", "words"} and mention.span not in told:
            told.add(mention.span)
            for name, said in zip(unit.names_of(mention), unit.said_of(mention), strict=True):
                yield _thing(role, name, said, mention, unit)


def _mentions(meaning: Meaning) -> Iterator[tuple[str, Mention]]:
    for deed in every_deed(meaning.deeds):
        for role, mentions in (
            ("object", deed.objects),
            ("place", deed.places),
            ("beneficiary", deed.beneficiaries),
            ("word", (*deed.others, *deed.agents)),
        ):
            for mention in mentions:
                yield role, mention
    for mention in meaning.subject:
        yield "subject", mention


def _thing(role: str, name: str, said: str, mention: Mention, unit: Unit) -> Thing:
    return Thing(
        role,
        name,
        said,
        mention.preposition,
        unit.owner_of(mention),
        mention.span,
        mention.owner_span,
        mention.kind == "actor",
        Worded(mention.term, unit.words_of(mention.span), words_before(unit, mention.span)),
        mention.amount.span if mention.amount else None,
    )


def missing(things: Sequence[Thing], others: Sequence[Thing]) -> list[Thing]:
    """Return those that the others do not have by the same words, whatever their part there."""
    left = Counter(each.said for each in others)
    found = []
    for each in things:
        if left[each.said]:
            left[each.said] -= 1
        else:
            found.append(each)
    return found


def _is_of_its_own(meaning: Meaning) -> bool:
    """Tell whether a duty is to do what one can do to one's own arms and posts alone."""
    acts = [deed.act for deed in every_deed(meaning.deeds)]
    own = all(act is not None and bool(act.wider & _DONE_TO_ONES_OWN) for act in acts)
    return meaning.kind == "duty" and bool(meaning.who.names) and own


_DONE_TO_ONES_OWN = frozenset(
    "withdraw reduce disarm dismantle disable freeze limit abandon eliminate shut-down".split()
)
_OWNED = frozenset({"weapons", "forces", "facility", "posture", "material"})


def placed(
    before: Sequence[Thing],
    after: Sequence[Thing],
    one: Unit,
    other: Unit,
    *,
    own: bool = False,
    bound: tuple[str | None, str | None] = (None, None),
) -> Iterator[Change]:
    """Yield where the same things stand in another relation: to, from, whose.

    With `own`, arms and posts that nobody is said to have are those of whoever is bound. `bound`
    is who alone is, in each text: what is "its" is that one's.
    """
    ways: dict[str, list[Thing]] = {}
    for each in after:
        ways.setdefault(each.said, []).append(each)
    for mine in before:
        theirs = ways[mine.said].pop(0)
        another = mine.owner != theirs.owner and (
            _whose(mine, bound[0]) != _whose(theirs, bound[1])
        )
        if another or _relation(mine) != _relation(theirs):
            old, new = _related(mine, one), _related(theirs, other)
            kind: Kind = "place" if mine.role == "place" else "wording"
            if (
                own
                and mine.worded.term is not None
                and mine.worded.term.group in _OWNED
                and {mine.owner, theirs.owner} == {None, "its"}
            ):
                kind = "reworded"
            text = f"{old} → {new}"
            yield Change(kind, "other", text, mine.span, theirs.span, one.parties)


def _bound(meaning: Meaning, unit: Unit) -> str | None:
    names = unit.canon.everybody(meaning.who.names)
    return names[0] if len(names) == 1 else None


def _whose(thing: Thing, bound: str | None) -> str | None:
    return bound if bound and thing.owner == "its" else thing.owner


def _relation(thing: Thing) -> str | None:
    """Return how a thing stands to the act: some of it is still its object."""
    return None if thing.role == "object" and thing.preposition == "of" else thing.preposition


def _related(thing: Thing, unit: Unit) -> str:
    if thing.role == "beneficiary":
        return f"`{unit.led(thing.span, thing.preposition)}`"
    owner = unit.words_of(thing.owner_span) if thing.owner_span else None
    preposition = None if _leans_on_another(thing, unit) else thing.preposition
    words = (preposition, owner, unit.words_of(thing.span))
    return f"`{' '.join(word for word in words if word)}`"


def _describes_what_follows(thing: Thing, unit: Unit) -> bool:
    """Tell whether another noun stands right behind a thing: "early-warning radars"."""
    behind = [word.lower() for word, span in unit.tokens if span.start >= thing.span.end][:1]
    plain = bool(behind) and behind[0].isalpha() and not is_adverb(behind[0])
    return plain and behind[0] not in _NOT_A_NOUN


_NOT_A_NOUN = JOINING | PREPOSITIONS | DETERMINERS | POSSESSIVES


def _leans_on_another(thing: Thing, unit: Unit) -> bool:
    """Tell whether its preposition stands before another of a list: "on land, sea and air"."""
    start = (thing.owner_span or thing.span).start
    before = [word for word, span in unit.tokens if span.end <= start]
    return bool(before) and before[-1].lower() in JOINING


def _texts(things: Sequence[Thing], unit: Unit, *, counted: bool = False) -> str:
    return listed([_worded(each, unit, counted=counted) for each in things]) if things else ""


def _whole_names(things: Sequence[Thing], unit: Unit, otherwise: str) -> str:
    """Return a thing with the words before it that say which kind is meant, if it has some."""
    if len(things) != 1 or not things[0].worded.before:
        return otherwise
    before = " ".join(unit.source.text[: things[0].span.start].split())
    words = before.split()[-len(things[0].worded.before) :]
    return f"`{' '.join((*words, unit.words_of(things[0].span)))}`"


def _worded(thing: Thing, unit: Unit, *, counted: bool) -> str:
    is_counted = counted and thing.role == "object"
    if is_counted and thing.how_many and thing.how_many.end <= thing.span.start:
        return f"`{unit.words_of(thing.how_many.to(thing.span))}`"
    if thing.role == "place":
        return f"`{unit.words_of(_whole(thing, unit))}`"
    related = thing.preposition and thing.role == "word"
    before = f"{thing.preposition} " if related else ""
    return f"`{before}{unit.words_of(thing.span)}`"


def _whole(thing: Thing, unit: Unit) -> Span:
    """Return where a thing stands, a place from its preposition on: `within 5 km of` a line."""
    if thing.role != "place" or thing.preposition is None or unit.said is None:
        return thing.span
    parts = [part for part in unit.said.sentence.parts if part.span.end <= thing.span.start]
    before = [(unit.words_of(part.span).lower(), part.span) for part in parts[-_NEAR:]]
    ends = JOINING | {thing.preposition}
    word, span = next((each for each in reversed(before) if each[0] in ends), ("", thing.span))
    return span.to(thing.span) if word == thing.preposition else thing.span


_NEAR = 6
"""Words in which a place says how far from it."""

"""What changed in what a sentence says: how bindingly, whom it binds, to do what to what.

Stronger and weaker hold within a kind, by the language's own order. A duty lost, a permission
gained or a prohibition dropped is weaker; what was owed and is now forbidden, or the reverse, is
turned round. What the two texts say in other words that nobody weighed is told as such.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from clausecheck.changes import Change, Direction, Kind
from clausecheck.compare.figures import amounts
from clausecheck.compare.toward import BINDING, FREEING, toward
from clausecheck.compare.units import Unit, every_deed
from clausecheck.compare.wording import is_of_number, is_of_order, replaced, says_as_much, told
from clausecheck.model.sentences import DUTIES, Meaning, Mention
from clausecheck.notes import listed
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary

_DOING = frozenset({"declares", "hereby"})
"""Statements that do what they say."""


def differences(one: Unit, other: Unit, vocabulary: Vocabulary) -> Iterator[Change]:
    """Yield what changed in the sentence, the modality first; a last line if only words did."""
    pairs = list(_paired(one, other))
    found = [
        change
        for mine, theirs in pairs
        for change in _of_meanings(mine, theirs, one, other, vocabulary)
    ]
    yield from found
    words = replaced(one, other)
    if words and not found:
        weighed = not says_as_much(one, other) or any(map(is_of_number, words))
        before = next((each.before for each in words if each.before), None)
        after = next((each.after for each in words if each.after), None)
        kind: Kind = "wording" if weighed else "reworded"
        text = "in another order" if is_of_order(words) else told(words)
        yield Change(kind, "other", text, before, after, one.parties)


def _paired(one: Unit, other: Unit) -> Iterator[tuple[Meaning, Meaning]]:
    """Yield what is held together: each in turn, or where one says more, what binds in both."""
    if len(one.meanings) == len(other.meanings):
        yield from zip(one.meanings, other.meanings, strict=True)
    elif one.main is not None and other.main is not None:
        yield one.main, other.main


def _of_meanings(
    mine: Meaning, theirs: Meaning, one: Unit, other: Unit, vocabulary: Vocabulary
) -> Iterator[Change]:
    yield from _modality(mine, theirs, one)
    yield from _actors(mine, theirs, one, other)
    if mine.kind == theirs.kind == "savings":
        yield from _saved(mine, theirs, one, other)
    elif _acts_of(mine) == _acts_of(theirs):
        yield from _things(mine, theirs, one, other)
    else:
        yield _of_acts(mine, theirs, one, other, vocabulary)
    sizes = list(amounts(mine, theirs, one, other))
    yield from sizes or _some(mine, theirs, one, other)
    yield from _open_words(mine, theirs, one, other)


def _modality(mine: Meaning, theirs: Meaning, one: Unit) -> Iterator[Change]:
    spans = mine.modality.span, theirs.modality.span
    words = f"`{mine.modality.text}` → `{theirs.modality.text}`"
    if mine.kind != theirs.kind:
        direction, what = _of_kinds(mine, theirs)
        yield Change("kind", direction, f"{what}: {words}", *spans, one.parties)
        return
    before, after = _rank(mine), _rank(theirs)
    if before is not None and after is not None and before != after:
        direction = "weaker" if after > before else "stronger"
        yield Change("modality", direction, f"modality: {words}", *spans, one.parties)
    elif mine.modality.name != theirs.modality.name and before is None:
        yield Change("modality", "other", f"another modality: {words}", *spans, one.parties)


def _of_kinds(mine: Meaning, theirs: Meaning) -> tuple[Direction, str]:
    before, after = mine.kind, theirs.kind
    what = f"{_a(before)} became {_a(after)}"
    if {before, after} == BINDING:
        # To halt a thing and not to do it are no opposites.
        return ("reversed" if _is_of_the_same(mine, theirs) else "other"), what
    if _does_it(mine, theirs):
        return "stronger", "what was owed is done by the words themselves"
    if _does_it(theirs, mine):
        return "weaker", "what was done by the words themselves is owed"
    if _is_done(mine) or _is_done(theirs):
        # What is done binds whether or not anybody owes anything for it.
        if not _of_one_matter(mine, theirs):
            return "other", what
        done = "what was done by the words themselves is still to come"
        undone = "what was still to come is done by the words themselves"
        return ("weaker", done) if _is_done(mine) else ("stronger", undone)
    weight = {**dict.fromkeys(BINDING, 1), **dict.fromkeys(FREEING, -1)}
    change = weight.get(after, 0) - weight.get(before, 0)
    return ("weaker" if change < 0 else "stronger" if change > 0 else "other"), what


def _is_of_the_same(mine: Meaning, theirs: Meaning) -> bool:
    """Tell whether the same is to be done in both, be it with more beside it in one."""
    things = [
        {thing.name for deed in every_deed(each.deeds) for thing in deed.objects}
        for each in (mine, theirs)
    ]
    return _acts_of(mine) == _acts_of(theirs) and (things[0] <= things[1] or things[1] <= things[0])


def _does_it(duty: Meaning, statement: Meaning) -> bool:
    """Tell whether a statement is itself the act that was owed, as to declare a war ended."""
    if duty.kind != "duty" or statement.modality.name not in _DOING:
        return False
    acts = _acts_of(duty)
    return any(statement.modality.name.startswith(act) for act in acts if act) or bool(
        acts & {deed.act.name for deed in statement.deeds if deed.act}
    )


def _is_done(meaning: Meaning) -> bool:
    """Tell whether something is done by the words themselves, as to declare that it is ended."""
    if meaning.kind != "statement" or meaning.modality.name not in _DOING:
        return False
    deeds = list(every_deed(meaning.deeds))
    ends = (thing for deed in deeds for thing in deed.objects if thing.name.startswith("end-of"))
    done = any(deed.act and deed.act.name != "declare" for deed in deeds)
    return meaning.modality.name == "hereby" or done or any(True for _ in ends)


def _of_one_matter(mine: Meaning, theirs: Meaning) -> bool:
    """Tell whether an act or thing of the one is one of the other's, be it as part of a name."""
    matters = [
        {
            word
            for deed in every_deed(each.deeds)
            for name in (deed.act.name if deed.act else "", *(m.name for m in deed.objects))
            for word in name.split("-")
        }
        for each in (mine, theirs)
    ]
    return bool(matters[0] & matters[1] - {"", "of"})


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _rank(meaning: Meaning) -> int | None:
    """Return the place of a duty's or prohibition's words from strong to weak."""
    if meaning.kind not in BINDING:
        return None
    name = meaning.modality.name.replace(" not", "")
    return DUTIES.index(name) if name in DUTIES else 0


def _actors(mine: Meaning, theirs: Meaning, one: Unit, other: Unit) -> Iterator[Change]:
    before = dict.fromkeys(map(one.canon.actor, mine.who.names))
    after = dict.fromkeys(map(other.canon.actor, theirs.who.names))
    spans = mine.who.span, theirs.who.span
    gone = [name for name in before if name not in after]
    new = [name for name in after if name not in before]
    every = tuple(dict.fromkeys((*before, *after)))
    if gone and new and mine.kind == theirs.kind and mine.kind in BINDING | FREEING:
        word = "bound" if mine.kind in BINDING else "allowed"
        lost, took = (
            f"{listed(gone)} no longer {word}",
            f"{listed(new)} {word} instead of {listed(gone)}",
        )
        yield Change("actor", toward(mine, more=False), lost, *spans, tuple(gone))
        yield Change("actor", toward(theirs, more=True), took, *spans, tuple(new))
    elif gone and new:
        text = f"another is bound: {listed(gone)} → {listed(new)}"
        yield Change("actor", "other", text, *spans, every)
    elif gone:
        text = f"{listed(gone)} no longer bound" if after else _nobody(theirs, gone, other)
        yield Change("actor", toward(mine, more=False), text, *spans, tuple(gone))
    elif new:
        text = f"{listed(new)} bound as well" if before else f"binds {listed(new)}, as nobody was"
        yield Change("actor", toward(theirs, more=True), text, *spans, tuple(new))
    elif mine.who.how != theirs.who.how and before:
        text = f"bound in another way: {_how(mine)} → {_how(theirs)}"
        yield Change("actor", "other", text, *spans, every)
    elif not before and mine.who.how != theirs.who.how:
        words = one.words_of(mine.who.span), other.words_of(theirs.who.span)
        text = f"another subject: `{words[0]}` → `{words[1]}`"
        yield Change("actor", "other", text, *spans)


def _nobody(theirs: Meaning, gone: Sequence[str], other: Unit) -> str:
    words = other.words_of(theirs.who.span)
    if theirs.who.how == "nobody":
        return f"names nobody, where it bound {listed(gone)}"
    return f"`{words}` in the place of {listed(gone)}, and nobody is known by that"


def _how(meaning: Meaning) -> str:
    return {"all": "all together", "any": "any one"}.get(meaning.who.how, meaning.who.how)


def _of_acts(
    mine: Meaning, theirs: Meaning, one: Unit, other: Unit, vocabulary: Vocabulary
) -> Change:
    """Return that something else is to be done, in the words of both.

    Whether that is more or less cannot be told: to seek a thing is less than to do it, to do two
    things more than one. But to keep up what was to be lifted is to do the opposite.
    """
    words = replaced(one, other, (mine.modality.span, theirs.modality.span))
    text = told(words) or f"`{mine.modality.text}` → `{theirs.modality.text}`"
    spans = (
        next((each.before for each in words if each.before), mine.modality.span),
        next((each.after for each in words if each.after), theirs.modality.span),
    )
    if _are_opposite(mine, theirs, vocabulary):
        return Change("act", "reversed", f"the opposite act: {text}", *spans, one.parties)
    return Change("act", "other", f"another act: {text}", *spans, one.parties)


def _are_opposite(mine: Meaning, theirs: Meaning, vocabulary: Vocabulary) -> bool:
    """Tell whether the same is bound to be done and its opposite, to the same thing."""
    if mine.kind != theirs.kind or mine.kind not in BINDING:
        return False
    deeds = [list(every_deed(each.deeds)) for each in (mine, theirs)]
    things = [{thing.name for deed in of for thing in deed.objects} for of in deeds]
    acts = [{deed.act.name if deed.act else "" for deed in of} for of in deeds]
    return bool(things[0] & things[1]) and all(
        vocabulary.exclusive(act, opposite) for act in acts[0] for opposite in acts[1]
    )


def _acts_of(meaning: Meaning) -> frozenset[str]:
    deeds = list(every_deed(meaning.deeds))
    done = {deed.act.name if deed.act else deed.act_text.lower() for deed in deeds}
    spoken_of = {each.name for deed in deeds for each in deed.mentions if each.kind == "act"}
    return frozenset(done | spoken_of)


@frozen
class _Thing:
    """Something a sentence speaks of, and the part it has in it."""

    role: str
    name: str
    preposition: str | None
    owner: str | None
    span: Span
    owner_span: Span | None
    actor: bool = False


def _things(mine: Meaning, theirs: Meaning, one: Unit, other: Unit) -> Iterator[Change]:
    before, after = list(_things_of(mine, one)), list(_things_of(theirs, other))
    gone, new = _missing(before, after), _missing(after, before)
    for role in ("object", "place", "beneficiary", "subject", "word"):
        lost = [each for each in gone if each.role == role]
        added = [each for each in new if each.role == role]
        if lost and not added and role == "object":
            added = _unknown_there(lost, theirs, one, other)
        elif added and not lost and role == "object":
            lost = _unknown_there(added, mine, other, one)
        yield from _of_role(role, lost, added, mine, theirs, one, other)
    if not gone and not new:
        yield from _placed(before, after, one, other)


def _unknown_there(
    things: Sequence[_Thing], theirs: Meaning, unit: Unit, other: Unit
) -> list[_Thing]:
    """Return the unknown words that stand in the place of things, which may be the same."""
    return [
        _Thing("object", other.words_of(word.span), None, None, word.span, None)
        for each in replaced(unit, other)
        for word in theirs.unknown
        if each.before and each.after and each.after.contains(word.span)
        if any(each.before.contains(thing.span) for thing in things)
    ]


def _saved(mine: Meaning, theirs: Meaning, one: Unit, other: Unit) -> Iterator[Change]:
    """Yield that what a text leaves alone is less than it was, more, or something else."""
    before, after = list(_things_of(mine, one)), list(_things_of(theirs, other))
    gone, new = _missing(before, after), _missing(after, before)
    related = not gone and not new and any(True for _ in _placed(before, after, one, other))
    otherwise = _spared(one) != _spared(other)
    if not (gone or new or related or otherwise):
        return
    behind = None if otherwise else (mine.modality.span, theirs.modality.span)
    words = replaced(one, other, behind)
    what = "something else is saved"
    if otherwise:
        what = f"{_SPARED[_spared(one)]} before, and now {_SPARED[_spared(other)]}"
    elif bool(gone) != bool(new):
        what = "saves less" if gone else "saves more"
    spans = (
        gone[0].span if gone else mine.modality.span,
        new[0].span if new else theirs.modality.span,
    )
    yield Change("object", "other", f"{what}: {told(words)}", *spans, one.parties)


def _spared(unit: Unit) -> str:
    """Return what a savings clause says that a text does not do: require a thing, or bar it."""
    forms = (form for word in unit.words_of(unit.words_at).lower().split() for form in _forms(word))
    return next((_SPARING[form] for form in forms if form in _SPARING), "touches")


def _forms(word: str) -> tuple[str, ...]:
    return word, word.removesuffix("s"), f"{word.removesuffix('ies')}y"


_SPARING = {
    **dict.fromkeys(
        "require oblige obligate compel commit bind imply entail".split(),
        "requires",
    ),
    **dict.fromkeys(("prevent", "preclude"), "bars"),
    **dict.fromkeys(
        "affect prejudice limit impair alter diminish restrict unaffected affected".split(),
        "touches",
    ),
}
_SPARED = {
    "touches": "left alone",
    "requires": "only not required",
    "bars": "only not barred",
}
"""What becomes of a thing that a text does not touch, does not require or does not bar."""
_ROLES: dict[str, Kind] = {"object": "object", "place": "place", "beneficiary": "beneficiary"}


def _of_role(
    role: str,
    lost: Sequence[_Thing],
    added: Sequence[_Thing],
    mine: Meaning,
    theirs: Meaning,
    one: Unit,
    other: Unit,
) -> Iterator[Change]:
    if not lost and not added:
        return
    old, new = _texts(lost, one), _texts(added, other)
    spans = (
        lost[0].span if lost else mine.modality.span,
        added[0].span if added else theirs.modality.span,
    )
    kind = _ROLES.get(role, "wording")
    owed = kind == "object"
    if lost and added and old == new:
        change = Change(
            kind, "other", f"{old}, which means something else now", *spans, one.parties
        )
    elif lost and added:
        change = Change(
            kind, "other", f"{_named(role, lost, added)}: {old} → {new}", *spans, one.parties
        )
    elif lost:
        direction = toward(mine, more=False) if owed else "other"
        change = Change(kind, direction, f"without {old}", *spans, one.parties)
    else:
        direction = toward(theirs, more=True) if owed else "other"
        change = Change(kind, direction, f"with {new}", *spans, one.parties)
    yield change


def _named(role: str, lost: Sequence[_Thing], added: Sequence[_Thing]) -> str:
    """Return what is another, be it a thing, a place or whoever something is given to."""
    if role in {"object", "place"}:
        return f"another {role}"
    given = all(each.actor and each.preposition == "to" for each in (*lost, *added))
    return "another recipient" if given else "something else is meant"


def _things_of(meaning: Meaning, unit: Unit) -> Iterator[_Thing]:
    """Yield what a sentence speaks of; of what is done to its subject, once."""
    told = set()
    bound = {each.span for deed in meaning.deeds for each in deed.agents}
    for role, mention in _mentions(meaning):
        if mention.span in bound and mention.name in meaning.who.names:
            continue  # "shall be suspended by X": it is X who is bound
        if mention.kind not in {"act", "words"} and mention.span not in told:
            told.add(mention.span)
            yield _thing(role, mention, unit)


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


def _thing(role: str, mention: Mention, unit: Unit) -> _Thing:
    name = unit.canon.actor(mention.name) if mention.kind == "actor" else mention.name
    if mention.defined is not None:
        name = unit.canon.known.terms.get(mention.defined, mention.defined)
    owner = unit.canon.actor(mention.owner) if mention.owner else None
    return _Thing(
        role,
        name,
        mention.preposition,
        owner,
        mention.span,
        mention.owner_span,
        mention.kind == "actor",
    )


def _missing(things: Sequence[_Thing], others: Sequence[_Thing]) -> list[_Thing]:
    """Return those that the others do not have, by name, whatever their part in the sentence."""
    left = Counter(each.name for each in others)
    found = []
    for each in things:
        if left[each.name]:
            left[each.name] -= 1
        else:
            found.append(each)
    return found


def _placed(
    before: Sequence[_Thing], after: Sequence[_Thing], one: Unit, other: Unit
) -> Iterator[Change]:
    """Yield where the same things stand in another relation: to, from, whose."""
    ways: dict[str, list[_Thing]] = {}
    for each in after:
        ways.setdefault(each.name, []).append(each)
    for mine in before:
        theirs = ways[mine.name].pop(0)
        if mine.owner != theirs.owner or _relation(mine) != _relation(theirs):
            old, new = _related(mine, one), _related(theirs, other)
            kind: Kind = "place" if mine.role == "place" else "wording"
            text = f"{old} → {new}"
            yield Change(kind, "other", text, mine.span, theirs.span, one.parties)


def _relation(thing: _Thing) -> str | None:
    """Return how a thing stands to the act: some of it is still its object."""
    return None if thing.role == "object" and thing.preposition == "of" else thing.preposition


def _related(thing: _Thing, unit: Unit) -> str:
    owner = unit.words_of(thing.owner_span) if thing.owner_span else None
    words = (thing.preposition, owner, unit.words_of(thing.span))
    return f"`{' '.join(word for word in words if word)}`"


def _open_words(mine: Meaning, theirs: Meaning, one: Unit, other: Unit) -> Iterator[Change]:
    before, after = _open_in(mine, one), _open_in(theirs, other)
    gone = [name for name in before if name not in after]
    new = [name for name in after if name not in before]
    spans = (
        _first(before, gone, mine.modality.span),
        _first(after, new, theirs.modality.span),
    )
    if gone and new:
        text = f"open words: {_quoted(gone)} → {_quoted(new)}"
        yield Change("vague words", "other", text, *spans, one.parties)
    elif new:
        direction = toward(theirs, more=False)
        text = f"open words added: {_quoted(new)}"
        yield Change("vague words", direction, text, *spans, one.parties)
    elif gone:
        direction = toward(mine, more=True)
        text = f"open words dropped: {_quoted(gone)}"
        yield Change("vague words", direction, text, *spans, one.parties)


def _open_in(meaning: Meaning, unit: Unit) -> dict[str, Span]:
    found = {unit.words_of(span).strip('"“”'): span for _, span in meaning.vague}
    for each in meaning.open_words:
        found.setdefault(" ".join(each.text.split()), each.span)
    return found


def _some(mine: Meaning, theirs: Meaning, one: Unit, other: Unit) -> Iterator[Change]:
    """Yield that only some of the things are meant now, of whichever it likes, or no longer."""
    before, after = _PARTIAL & _words(one), _PARTIAL & _words(other)
    if bool(before) == bool(after) or mine.kind != theirs.kind:
        return
    what = f"only {_quoted(sorted(after))} of it now" if after else "all of it now, and not only "
    text = f"{what}{'' if after else _quoted(sorted(before))}"
    spans = mine.modality.span, theirs.modality.span
    yield Change("quantity", toward(mine, more=not after), text, *spans, one.parties)


_PARTIAL = frozenset({"some", "certain", "selected"})


def _words(unit: Unit) -> frozenset[str]:
    return frozenset(unit.words_of(unit.words_at).lower().split())


def _first(places: dict[str, Span], names: Sequence[str], otherwise: Span) -> Span:
    return places[names[0]] if names else otherwise


def _quoted(names: Sequence[str]) -> str:
    return listed([f"`{name}`" for name in names])


def _texts(things: Sequence[_Thing], unit: Unit) -> str:
    return listed([_worded(each, unit) for each in things]) if things else ""


def _worded(thing: _Thing, unit: Unit) -> str:
    related = thing.preposition and thing.role in {"place", "word"}
    before = f"{thing.preposition} " if related else ""
    return f"`{before}{unit.words_of(thing.span)}`"

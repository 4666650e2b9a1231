"""Who checks a sentence, and how: how strong that is counts more than how it is said."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from clausecheck.analyses.inspection.methods import LADDER, nearness
from clausecheck.analyses.timing.moments import days_of
from clausecheck.changes import Change, Direction
from clausecheck.compare.ground.canon import Canon
from clausecheck.compare.ground.lines import ByName, Lines, Pair, by_name
from clausecheck.compare.ground.units import Unit, every_deed
from clausecheck.compare.labelled.consent import looks
from clausecheck.compare.labelled.looking import otherwise_looked
from clausecheck.compare.labelled.moved import way_moved
from clausecheck.compare.labelled.subject_to import in_words, is_of_another, with_words
from clausecheck.compare.labelled.times import days_between
from clausecheck.model import nodes
from clausecheck.model.walk import every
from clausecheck.notes import listed

CHECKING = ("verified by", "access", "on notice of", "reports", "verification ends")
"""Labels that say who checks, and how."""
_BY_HOW_MUCH = frozenset({"verification weaker", "verification stronger"})
_UNVERIFIED = frozenset({"none", "adjective"})


def checked(pair: Pair, changed: Sequence[Lines]) -> Iterator[Change | Lines]:
    """Yield how verification changed, and the lines of which that tells nothing."""
    before, after = by_name(pair.one), by_name(pair.other)
    old, new = _strengths(pair, before, after)
    changed = list(with_words(pair, changed))
    if old != new and not _of_unknown_methods(pair, {old, new}, before, after):
        yield _strength_changed(pair, (old, new), before, after, changed)
        told = {each.name for each in changed} & {"verified by", "access"}
        told -= {"access"} if "verified by" in told else set()
        told |= set() if told else {"reports"}
        changed = [each for each in changed if each.name not in told]
    for each in changed:
        if each.name == "verified by" and each.one is not None and each.other is not None:
            yield _verifiers(pair, each.one, each.other)
        elif each.name in _LESS and (found := _inspection(pair, each)):
            yield found
        elif each.name == "verification ends":
            yield _ends(pair, each) or each
        elif each.name == "subject to":
            yield in_words(pair, each)
        else:
            yield each


def _of_unknown_methods(
    pair: Pair, strengths: Collection[str], before: ByName, after: ByName
) -> bool:
    """Tell whether all that differs is whether a method is known, which weighs nothing."""
    vocabulary = pair.beside.base.vocabulary
    methods = [
        [method for v in every(nodes.Verifier, line.value) for method in v.methods]
        for of in (before, after)
        for line in of.get("verified by", ())[:1]
    ]
    if set(strengths) != {"named", "full"} or not all(methods):
        return False
    return any(nearness(method, vocabulary) is None for named in methods for method in named)


_ACCESS = ("by consent", "agreed sites", "declared sites", "anywhere")
"""From where the inspected side has most of a say to where it has none."""


def _inspection(pair: Pair, lines: Lines) -> Change | None:
    """Return that inspectors see more than they did, or less; None where that cannot be told.

    What binds the inspected less leaves those less who may look: neither way does the text bind
    less or more by it.
    """
    one, other = lines.one, lines.other
    values = [line.value if line else None for line in (one, other)]
    less = _LESS[lines.name](values)
    of_itself = lines.name == "on notice of" and not any(map(_is_of_a_look, (pair.one, pair.other)))
    if less is None or of_itself:
        return None
    words = pair.both(one, other) if one and other else pair.line(one, other)
    what = "" if one and other else "dropped: " if one else "added: "
    if pair.wider(more=True) == "weaker":
        text = f"the right to look reaches {'less far' if less else 'further'}: {what}{words}"
        return pair.change("access", "other", text, one, other)
    text = f"verification {'weaker' if less else 'stronger'}: {what}{words}"
    return pair.change("access", "weaker" if less else "stronger", text, one, other)


def _is_of_a_look(unit: Unit) -> bool:
    """Tell whether somebody looks by a sentence or its lines; or else it is told of its own act."""
    spoken_of = {
        name
        for meaning in unit.meanings
        for deed in every_deed(meaning.deeds)
        for each in deed.mentions
        for name in (each.name, *(each.term.wider if each.term else ()))
    }
    return looks(unit) or bool(spoken_of & _LOOKS) or unit.labels.stated("verified by", "access")


_LOOKS = frozenset({"verification", "visit", "inspector", "access"})


def _seen_less(values: Sequence[nodes.Value | None]) -> bool | None:
    """Tell whether inspectors get to see less; where nothing is said, it may be anywhere or not."""
    seen = [each.text if isinstance(each, nodes.Name) else "" for each in values]
    if all(each in _ACCESS for each in seen):
        return _ACCESS.index(seen[1]) < _ACCESS.index(seen[0])
    if None in values and _ACCESS[-1] in seen:
        return seen[0] == _ACCESS[-1]
    return None


def _told_later(values: Sequence[nodes.Value | None]) -> bool | None:
    """Tell whether those who verify report later what they saw, to whom they did."""
    old, new = (each if isinstance(each, nodes.Report) else None for each in values)
    if old is None or new is None:
        return None
    within = [each.timing for each in (old, new) if isinstance(each.timing, nodes.Within)]
    times = [days_of(each.period) for each in within]
    return None if len(times) < len(values) or times[0] == times[1] else times[1] > times[0]


def _sooner_told(values: Sequence[nodes.Value | None]) -> bool | None:
    """Tell whether the inspected side is told sooner that inspectors come."""
    old, new = map(_notice, values)
    return None if old is None or new is None or old == new else new > old


def _notice(value: nodes.Value | None) -> tuple[int, int] | None:
    """Return how many days' notice is given; none is given where no line asks for it."""
    if value is None:
        return 0, 0
    return days_of(value) if isinstance(value, nodes.Period) else None


_LESS: Mapping[str, Callable[[Sequence[nodes.Value | None]], bool | None]] = {
    "access": _seen_less,
    "on notice of": _sooner_told,
    "reports": _told_later,
}
"""By its label, whether less is seen, or it is told later, or the inspected are told sooner."""


def _ends(pair: Pair, lines: Lines) -> Change | None:
    """Return that verification is over sooner than it was, or later, if that can be told."""
    one, other = lines.one, lines.other
    if one is None or other is None:
        ends, words = one is None, pair.line(one, other)
        words = f"{'added' if ends else 'dropped'}: {words}"
        if any(isinstance(each.value, nodes.Silence) for each in (one, other) if each):
            return None
    else:
        days = days_between(pair, one, other)
        way = way_moved(days) if days is not None else None
        if way is None:
            return None
        ends, words = way == "earlier", pair.both(one, other)
    text = f"verification ends {'sooner' if ends else 'later'}: {words}"
    return pair.change("access", "weaker" if ends else "stronger", text, one, other)


def _strengths(pair: Pair, before: ByName, after: ByName) -> tuple[str, str]:
    """Return how strongly either sentence is verified, by one measure for both.

    Of what is no duty in one of the texts, or is verified by words of the sentence, it is not
    judged how strongly, but only by whom.
    """
    old, new = (
        strengths.get(unit.number)
        for unit, strengths in zip((pair.one, pair.other), pair.beside.strengths, strict=True)
    )
    placed = (line.name for unit in (pair.one, pair.other) for line in unit.placed)
    if old is None or new is None or "verified by" in placed:
        return _strength(before), _strength(after)
    return old, new


def _strength_changed(
    pair: Pair,
    strengths: tuple[str, str],
    before: ByName,
    after: ByName,
    changed: Sequence[Lines],
) -> Change:
    old, new = strengths
    direction: Direction = "weaker"
    what = "verification weaker"
    if new in _UNVERIFIED and old not in _UNVERIFIED:
        what = "verifier dropped"
    if LADDER.index(new) > LADDER.index(old):
        direction, what = "stronger", "verification stronger"
        if old in _UNVERIFIED and new not in _UNVERIFIED:
            what = "verifier added"
    one = next(iter(before.get("verified by", ())), None)
    other = next(iter(after.get("verified by", ())), None)
    for each in changed:
        if each.name == "verified by" and each.one and each.other and not (one and other):
            one, other = each.one, each.other
            what = "verification weaker" if direction == "weaker" else "verification stronger"
    what = _of_words_alone(pair, one, other) or what
    if is_of_another(pair, one, other):
        added = one is None
        text = f"condition {'added' if added else 'dropped'}: {pair.line(one, other)}"
        return pair.change("condition", pair.wider(more=not added), text, one, other)
    access = [next(iter(of.get("access", ())), None) for of in (before, after)]
    lines = (one, other) if _differ(pair, one, other) else (access[0], access[1])
    if not _differ(pair, *lines):
        lines = next(((e.one, e.other) for e in changed if e.name == "reports"), lines)
    by_a_word = {"none", "adjective"} == set(strengths)
    shown = f"by {'a word' if by_a_word else 'words'} of the sentence"
    shown += "" if by_a_word else ", or by another clause"
    if (lines[0] is None) != (lines[1] is None):
        new_line = "added: " if lines[0] is None else "dropped: "
        shown = (new_line if what in _BY_HOW_MUCH else "") + pair.line(*lines)
    elif _differ(pair, *lines):
        shown = pair.both(*lines)
    if not _differ(pair, *lines):
        lines = one or access[0], other or access[1]
    return pair.change("verifier", direction, f"{what}: {shown}", *lines)


def _differ(pair: Pair, one: nodes.Label | None, other: nodes.Label | None) -> bool:
    mine, theirs = pair.beside.mine, pair.beside.theirs
    return (one and mine.value(one.value)) != (other and theirs.value(other.value))


def _verifiers(pair: Pair, one: nodes.Label, other: nodes.Label) -> Change:
    """Return who verifies no longer, or as well; or else in which words it is said now."""
    mine, theirs = _actors(one, pair.beside.mine), _actors(other, pair.beside.theirs)
    gone = [name for name in mine if name not in theirs]
    new = [name for name in theirs if name not in mine]
    named = _names_somebody(one, pair.beside.mine), _names_somebody(other, pair.beside.theirs)
    if named[0] != named[1]:
        what = "verifier softened to words" if named[0] else "verifier made firm"
        direction: Direction = "weaker" if named[0] else "stronger"
        return pair.change("verifier", direction, f"{what}: {pair.both(one, other)}", one, other)
    inspected = [_is_itself(pair, names) for names in (mine, theirs)]
    if gone and new and inspected[0] != inspected[1]:
        direction = "weaker" if inspected[1] else "stronger"
        how = "now by those who are bound" if inspected[1] else "no longer by those who are bound"
        return pair.change(
            "verifier", direction, f"verified {how}: {pair.both(one, other)}", one, other
        )
    if bool(gone) == bool(new):
        looked = otherwise_looked(pair, one, other)
        words = looked.words + pair.both(one, other)
        return pair.change(looked.kind, looked.direction, words, one, other)
    text = f"verifier {'dropped' if gone else 'added'}: {listed(gone or new)}"
    return pair.change("verifier", "weaker" if gone else "stronger", text, one, other)


def _of_words_alone(pair: Pair, one: nodes.Label | None, other: nodes.Label | None) -> str:
    """Return what became of verification by open words, which is a promise, and no verifier."""
    firm = _is_firm(one, pair.beside.mine), _is_firm(other, pair.beside.theirs)
    return _OF_WORDS.get(firm, "")


def _is_firm(line: nodes.Label | None, canon: Canon) -> bool | None:
    """Tell whether a line names who looks, and not in open words; None where it says nothing."""
    if line is None or line.name != "verified by" or isinstance(line.value, nodes.Silence):
        return None
    return _names_somebody(line, canon)


_OF_WORDS: Mapping[tuple[bool | None, bool | None], str] = {
    (None, False): "verification added, in open words",
    (False, None): "verification dropped, in open words",
    (True, False): "verifier softened to words",
    (False, True): "verifier made firm",
}
"""By whether somebody is named in either text; None where nothing is said of who looks."""


def _names_somebody(line: nodes.Label, canon: Canon) -> bool:
    """Tell whether a line has anybody whom the text or the vocabulary knows, and not only words."""
    names = (name for each in every(nodes.Verifier, line.value) for name in each.actors)
    return any(not name.quoted or canon.names.actor(name.text) for name in names)


def _is_itself(pair: Pair, verifiers: Iterable[str]) -> bool:
    """Tell whether nobody verifies but who is bound."""
    return bool(pair.one.parties) and set(verifiers) <= set(pair.one.parties)


def _actors(line: nodes.Label, canon: Canon) -> dict[str, None]:
    verifiers = every(nodes.Verifier, line.value)
    return dict.fromkeys(canon.everybody(_names(verifiers, canon)))


def _names(verifiers: Iterable[nodes.Verifier], canon: Canon) -> Iterator[str]:
    for verifier in verifiers:
        for actor in verifier.actors:
            known = canon.names.actor(actor.text)
            yield known.name if known else actor.text


def _strength(lines: ByName) -> str:
    """Return how a sentence is verified of which nobody asks that it be: by somebody, or not."""
    line = next(iter(lines.get("verified by", ())), None)
    if line is None or isinstance(line.value, nodes.Silence):
        return "none"
    values = [access.value for access in lines.get("access", ())]
    gated = any(
        isinstance(value, nodes.Name) and value.text in {"by consent", "agreed sites"}
        for value in values
    )
    return "consent-gated" if gated else "named"

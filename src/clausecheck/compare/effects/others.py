"""What a change does to those whom a sentence does not bind.

Who has to consent has a veto, who judges whether a condition holds a say; who is to be given
something is owed it; whoever may answer a breach has an answer; and what a text leaves alone is
somebody's. Each may be lost by a change that binds somebody else less, or more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from clausecheck.changes import Change, Effect, Kind, What
from clausecheck.compare.ground.canon import Canon
from clausecheck.compare.ground.units import Unit, every_deed
from clausecheck.layout.values import written
from clausecheck.model import nodes
from clausecheck.model.sentences import Deed, Meaning, Mention
from clausecheck.model.walk import every

_CONSENTING = ("with consent of",)
_SAYING = ("unless permitted by", "judged by")
"""Labels that give somebody a say in whether a sentence holds, without a veto."""
_ANSWERING = ("if breached", "otherwise")
GIVEN: frozenset[Kind] = frozenset(
    {
        "modality",
        "kind",
        "act",
        "object",
        "quantity",
        "vague words",
        "deadline",
        "time",
        "wait",
        "term",
        "rhythm",
        "condition",
        "consent",
        "exception",
        "limit",
        "preamble",
        "declared",
    }
)
"""What of a duty is more or less to those to whom it is owed."""
_Words: TypeAlias = "Mapping[str, str]"
"""What somebody has, in the words for it, by their names in the base."""


def of_others(one: Unit, other: Unit, changes: Sequence[Change]) -> Iterator[Effect]:
    """Yield who has a veto, a say, an answer or what is owed no longer, or newly."""
    yield from asked_otherwise(one, other)
    yield from _of_each(owed(one), owed(other), ("owed less", "owed more"))
    yield from owed_otherwise(one, other, changes)
    yield from _saved(one, other, changes)


def asked_otherwise(one: Unit, other: Unit) -> Iterator[Effect]:
    """Yield who has a veto, a say or an answer by the lines of a sentence no longer, or newly."""
    yield from _of_each(_vetoes(one), _vetoes(other), ("loses a veto", "gains a veto"))
    yield from _of_each(_says(one), _says(other), ("loses a say", "gains a say"))
    yield from _of_answers(one, other)


def owed_among(ones: Sequence[Unit], others: Sequence[Unit]) -> Iterator[Effect]:
    """Yield to whom some sentences owe something, and the others nothing, or the reverse."""
    before, after = (
        {who: words for unit in reversed(units) for who, words in owed(unit).items()}
        for units in (ones, others)
    )
    mutual = {name for unit in (*ones, *others) for name in unit.counterparts}
    before, after = (
        {who: words for who, words in of.items() if who not in mutual} for of in (before, after)
    )
    yield from _of_each(before, after, ("owed less", "owed more"))


def of_presence(unit: Unit, *, gone: bool) -> Iterator[Effect]:
    """Yield who is owed, or has saved, less or more by a sentence that stands in one text alone."""
    less: What = "owed less" if gone else "owed more"
    for who, words in owed(unit).items():
        yield Effect(less, _moved(words, "", gone=gone), (who,))
    if unit.main is not None and unit.main.kind == "savings":
        words = unit.words_of(unit.words_at)
        saved: What = "saved less" if gone else "saved more"
        yield Effect(saved, _moved(words, "", gone=gone), _owners(unit))


def _of_each(before: _Words, after: _Words, what: tuple[What, What]) -> Iterator[Effect]:
    """Yield who has no longer what they had, and who has what they had not."""
    for who, words in before.items():
        if who not in after:
            yield Effect(what[0], _moved(words, "", gone=True), (who,))
    for who, words in after.items():
        if who not in before:
            yield Effect(what[1], _moved(words, "", gone=False), (who,))


def _moved(words: str, otherwise: str, *, gone: bool) -> str:
    there = otherwise or "nothing"
    return f"`{words}` → {there}" if gone else f"{there} → `{words}`"


def _vetoes(unit: Unit) -> _Words:
    return _asked(unit, _CONSENTING)


def _says(unit: Unit) -> _Words:
    return {**_asked(unit, _SAYING), **_agreeing(unit), **_left_to(unit)}


def _agreeing(unit: Unit) -> _Words:
    """Return who has to agree, by a condition: "if: X approves it"."""
    found: dict[str, str] = {}
    for label in unit.labels.all("if"):
        for phrase in every(nodes.Phrase, label.value):
            words = [getattr(part, "text", "") for part in phrase.parts]
            actor = unit.canon.names.match(words, 0)
            if actor and _AGREEING.intersection(words[actor[1] : actor[1] + 1]):
                line = f"if: {' '.join(written(label.value).split())}"
                found.update(dict.fromkeys(unit.canon.everybody(actor[:1]), line))
    return {who: line for who, line in found.items() if who not in unit.parties}


_AGREEING = frozenset(
    "agrees agree approves approve permits permit allows allow authorises authorise authorizes"
    " authorize consents consent".split()
)


def _left_to(unit: Unit) -> _Words:
    """Return to whom a sentence leaves a thing: "is a matter for X"."""
    if unit.main is None or unit.main.modality.name != "is a matter for":
        return {}
    named = [each.name for deed in unit.main.deeds for each in deed.objects if each.kind == "actor"]
    words = " ".join(unit.words_of(unit.words_at).rstrip(".").split())
    return dict.fromkeys(unit.canon.everybody(named), words)


def _asked(unit: Unit, names: Sequence[str]) -> _Words:
    """Return whom the labels of these names ask."""
    found: dict[str, str] = {}
    for label in unit.labels.all(*names):
        for who in _actors(label.value, unit.canon):
            found.setdefault(who, f"{label.name}: {' '.join(written(label.value).split())}")
    return found


def _actors(value: nodes.Value, canon: Canon) -> Iterator[str]:
    for name in every(nodes.Name, value):
        yield from canon.named(name)


def _of_answers(one: Unit, other: Unit) -> Iterator[Effect]:
    """Yield who may answer a breach no longer, or newly; who has to, instead, has an answer too."""
    sides: tuple[tuple[Unit, Unit, What], ...] = (
        (one, other, "loses an answer"),
        (other, one, "gains an answer"),
    )
    for before, after, what in sides:
        gone = before is one
        now, acts = _answers(after), _answering(after)
        for who, (words, done) in _answers(before).items():
            if who not in now and not acts.get(who, frozenset()) & done:
                yield Effect(what, _moved(words, "", gone=gone), (who,))


def _answers(unit: Unit) -> Mapping[str, tuple[str, frozenset[str]]]:
    """Return who may do what once the sentence is broken, each with the words for it."""
    done = _answering(unit)
    return {
        name: (unit.line(line).strip("`"), done[name])
        for line, meaning in _consequences(unit)
        if meaning.kind == "permission"
        for name in unit.canon.everybody(meaning.who.names)
    }


def _answering(unit: Unit) -> Mapping[str, frozenset[str]]:
    """Return the acts that the answers to a breach ask of somebody, or allow."""
    found: dict[str, frozenset[str]] = {}
    for _, meaning in _consequences(unit):
        acts = frozenset(
            deed.act.name if deed.act else deed.act_text.lower()
            for deed in every_deed(meaning.deeds)
        )
        for who in unit.canon.everybody(meaning.who.names):
            found[who] = found.get(who, frozenset()) | acts
    return found


def _consequences(unit: Unit) -> Iterator[tuple[nodes.Label, Meaning]]:
    lines = {id(line): line for line in unit.labels.all(*_ANSWERING)}
    for each in unit.clause.consequences:
        if id(each.line) in lines:
            yield from ((lines[id(each.line)], meaning) for meaning in each.meanings)


def owed(unit: Unit) -> _Words:
    """Return to whom the sentence owes something."""
    if unit.main is None or unit.main.kind != "duty" or unit.clause.preamble:
        return {}
    found = {
        name: unit.words_of(deed.span)
        for meaning in unit.meanings
        if meaning.kind == "duty"
        for deed in _givings(meaning.deeds)
        for each in deed.beneficiaries
        for name in unit.canon.everybody(_recipients(each, meaning, unit))
    }
    gaining = {*unit.canon.everybody(unit.canon.names.parties)} - {*unit.parties}
    return {who: words for who, words in found.items() if who in gaining}


def _givings(deeds: tuple[Deed, ...]) -> Iterator[Deed]:
    """Yield the deeds by which something is given, that are not held back by another.

    Who is only told of something is given nothing by that.
    """
    for deed in deeds:
        act = deed.act
        if act is not None and "recipient" in act.needs and not act.wider & _TELLING:
            yield deed
        if act is None or not act.wider & _HOLDING_BACK:
            yield from _givings(deed.inner)


_TELLING = frozenset({"notify", "report", "submit"})
_HOLDING_BACK = frozenset(
    "refrain halt end terminate suspend limit reduce prevent prohibit".split()
)


def _recipients(mention: Mention, meaning: Meaning, unit: Unit) -> tuple[str, ...]:
    """Return who is meant by a recipient: an actor, or the other side of the one that is bound."""
    if mention.kind == "group" and mention.name == "other" and len(meaning.who.names) == 1:
        parties = unit.canon.names.parties
        return tuple(name for name in parties if name not in meaning.who.names)
    return (mention.name,) if mention.kind == "actor" else ()


def owed_otherwise(one: Unit, other: Unit, changes: Sequence[Change]) -> Iterator[Effect]:
    """Yield to whom less of the same is owed than was, or more, as far as one of both is so."""
    changes = [each for each in changes if each.kind in GIVEN]
    ways = {each.direction for each in changes} - {"other"}
    asked = {**_vetoes(one), **_vetoes(other)}  # what hangs on their own consent is theirs
    both = tuple(who for who in owed(one) if who in owed(other) and who not in asked)
    if both and ways in ({"weaker"}, {"stronger"}):
        told = next(each.message for each in changes if {each.direction} == ways)
        yield Effect("owed less" if ways == {"weaker"} else "owed more", told, both)


def _saved(one: Unit, other: Unit, changes: Sequence[Change]) -> Iterator[Effect]:
    """Yield whose is what a text leaves alone less than it did, or more."""
    saves = [unit.main is not None and unit.main.kind == "savings" for unit in (one, other)]
    if not all(saves):
        kept, bound = (one, other) if saves[0] else (other, one)
        if any(saves) and _touches(bound):
            words = f"`{one.words_of(one.words_at)}` → `{other.words_of(other.words_at)}`"
            yield Effect("saved less" if saves[0] else "saved more", words, _owners(kept))
        return
    before, after = _owners(one), _owners(other)
    gone = tuple(who for who in before if who not in after)
    new = tuple(who for who in after if who not in before)
    words = f"`{one.words_of(one.words_at)}` → `{other.words_of(other.words_at)}`"
    if gone:
        yield Effect("saved less", words, gone)
    if new:
        yield Effect("saved more", words, new)
    ways = {each.direction for each in changes} - {"other"}
    both = tuple(who for who in before if who in after)
    if ways in ({"weaker"}, {"stronger"}) and (both or not (gone or new)):
        told = next(each.message for each in changes if {each.direction} == ways)
        yield Effect("saved less" if ways == {"weaker"} else "saved more", told, both)


def _touches(unit: Unit) -> bool:
    """Tell whether a sentence has somebody do something to a thing, and not only keep it up."""
    acts = {deed.act.name for m in unit.meanings for deed in m.deeds if deed.act}
    return unit.main is not None and unit.main.kind == "duty" and bool(acts - _KEEPING)


_KEEPING = frozenset({"maintain", "continue", "respect", "refrain"})


def _owners(unit: Unit) -> tuple[str, ...]:
    """Return whose the things are that a savings clause speaks of."""
    owners = (
        owner
        for meaning in unit.meanings
        for deed in every_deed(meaning.deeds)
        for mention in deed.mentions
        for owner in _owning(mention, unit)
        if unit.canon.names.actor(owner) is not None
    )
    return unit.canon.everybody(owners)


def _owning(mention: Mention, unit: Unit) -> Iterator[str]:
    """Yield whose a thing may be, as the alliance "between X and Y", or "the X-Y alliance"."""
    if mention.owner is not None:
        yield mention.owner
    if mention.kind == "actor" and mention.preposition in {"between", "among"}:
        yield mention.name
    elif mention.kind == "object":
        words = unit.words_of(mention.span).split()
        yield from (name for word in words if "-" in word for name in word.split("-"))

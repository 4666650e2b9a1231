"""What stands on a line below a sentence, and in a sentence of its own in the other text.

What follows a breach, and who looks, is judged alike in either place: nobody lost an answer by
that, or is looked at less.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from clausecheck.changes import SAME, Change, Direction, Kind, Row
from clausecheck.compare.effects.steps import Sides
from clausecheck.compare.ground.canon import Canon
from clausecheck.compare.ground.units import REMARKS, Unit
from clausecheck.compare.labelled.answers import ANSWERING
from clausecheck.compare.labelled.checks import CHECKING
from clausecheck.compare.labelled.consent import looks
from clausecheck.compare.matching.alignment import Alignment
from clausecheck.compare.sentence.moves import on_lines
from clausecheck.model import nodes
from clausecheck.model.names import is_below
from clausecheck.model.sentences import Meaning
from clausecheck.model.walk import every
from clausecheck.values import evolve, frozen

_OFTEN = ("every", "quota")


@frozen
class Apart:
    """A line of one text that is a sentence of its own in the other."""

    side: int
    """The text that has the line: 0 is the base."""
    lined: Unit
    line: nodes.Label
    own: Unit
    kind: Kind
    """`reworded` where both say the same."""
    unlike: str = ""
    """What the sentence does not say, though the line does."""
    along: tuple[nodes.Label, ...] = ()
    """The lines beside it that the sentence has as well."""

    def change(self) -> Change:
        """Return what became of the line, for whom it binds that it stands below."""
        line, own = self.lined.line(self.line), f"`{self.own.words_of(self.own.words_at)}`"
        where = f"a sentence of its own in {self.own.number}{self.unlike}"
        new = self.side == 0
        if self.kind == "reworded":
            where += ", which says the same" if new else " to a label, which says the same"
            what = line
        else:
            where += "" if new else ", to a label" if self.unlike else " to a label"
            what = f"{line} → {own}" if new else f"{own} → {line}"
        direction: Direction = "other"
        if self.unlike:
            direction = "weaker" if new else "stronger"
        text = f"moved {'to' if new else 'from'} {where}: {what}"
        at, its = self.line.span, self.own.words_at
        before, after = (at, its) if new else (its, at)
        return Change(self.kind, direction, text, before, after, self.lined.parties)

    def of_its_own(self) -> Change:
        """Return what became of the sentence: it binds nobody more or less than the line."""
        new = self.side == 0
        what = "stood below" if new else "stands below"
        text = f"{what} {self.lined.number} as a label{'' if new else ' now'}"
        at = self.own.words_at
        before, after = (None, at) if new else (at, None)
        return Change("reworded", "other", text, before, after, self.own.parties)


def _answer(side: int, lined: Unit, own: Unit, held: Sides) -> Apart | None:
    """Return the line that says what follows a breach where a sentence of its own says it too."""
    there = held.canons[1 - side]
    placed = on_lines(own, held.facts[1 - side])
    waits = [line for line in placed.labels.lines if line.name not in REMARKS]
    of = [
        state
        for line in waits
        for state in every(nodes.ClauseState, line.value)
        if state.state == "is breached" and _is_of(state.clause, there, lined, held.canons[side])
    ]
    for each in lined.clause.consequences if of else ():
        if each.line not in lined.labels.all(*ANSWERING) or not _do_the_same(
            (lined, each.meanings), (own, own.meanings)
        ):
            continue
        assert placed.said is not None  # noqa: S101 - it waits for something
        words = held.canons[side].value(each.line.value), there.value(placed.said.sentence)
        same = words[0] == words[1] and len(waits) == 1
        return Apart(side, lined, each.line, own, "reworded" if same else "breach")
    return None


def _is_of(reference: nodes.Reference, canon: Canon, unit: Unit, its: Canon) -> bool:
    """Tell whether a reference of one text names a sentence of the other."""
    return reference.instrument is None and is_below(
        its.number(unit.number), canon.number(reference.number)
    )


_Said: TypeAlias = "tuple[Unit, Sequence[Meaning]]"


def _do_the_same(one: _Said, other: _Said) -> bool:
    """Tell whether the same is done by the same, and is owed in both or allowed in both."""
    return bool(one[1]) and _done(*one) == _done(*other)


def _done(unit: Unit, meanings: Sequence[Meaning]) -> Sequence[object]:
    return [
        (
            meaning.kind,
            meaning.binding,
            unit.canon.everybody(meaning.who.names),
            {deed.act.name if deed.act else deed.act_text.lower() for deed in meaning.deeds},
        )
        for meaning in meanings
    ]


def _look(side: int, lined: Unit, own: Unit, held: Sides) -> Apart | None:
    """Return the line that says who looks where a sentence of its own has them look."""
    line = lined.labels.get("verified by")
    main = own.main
    if line is None or main is None or main.kind != "duty" or not main.binding:
        return None
    numbers = {
        held.canons[1 - side].number(duty.provision.number)
        for duty in held.facts[1 - side].verification.duties
        if duty.by == own.number
    }
    named = [
        each
        for meaning in own.meanings
        if looks(own)
        for each in meaning.references
        if _is_of(each, held.canons[1 - side], lined, held.canons[side])
    ]
    looking = list(every(nodes.Verifier, line.value))
    who = {name for each in looking for actor in each.actors for name in lined.canon.named(actor)}
    if not (named or held.canons[side].number(lined.number) in numbers) or who != {*own.parties}:
        return None
    is_often = any(each.timing for each in looking)
    rarely = is_often and not any(map(on_lines(own, held.facts[1 - side]).labels.get, _OFTEN))
    unlike = f", which {'does' if side == 0 else 'did'} not say how often" if rarely else ""
    values = {(each.name, own.canon.value(each.value)) for each in own.labels.all(*CHECKING)}
    along = tuple(
        each
        for each in lined.labels.all(*CHECKING)
        if (each.name, lined.canon.value(each.value)) in values
    )
    plain = not (is_often or any(each.methods for each in looking))
    return Apart(side, lined, line, own, "reworded" if plain else "verifier", unlike, along)


def apart(
    ones: Sequence[Unit], others: Sequence[Unit], alignment: Alignment, held: Sides
) -> tuple[Apart, ...]:
    """Return the lines of either text that are sentences of their own in the other."""
    split, merged = alignment.split.values(), alignment.merged.values()
    bases = {link.base for link in alignment.links} | {at for parts in merged for at in parts}
    theirs = {link.other for link in alignment.links} | {at for parts in split for at in parts}
    sides = (
        (0, [ones[at] for at in sorted(bases)], [each for each in others if each.at not in theirs]),
        (1, [others[at] for at in sorted(theirs)], [each for each in ones if each.at not in bases]),
    )
    return tuple(
        found
        for side, lined, alone in sides
        for own in alone
        if own.said is not None
        for each in lined
        for found in (_answer(side, each, own, held), _look(side, each, own, held))
        if found is not None
    )


def told_apart(row: Row, one: Unit | None, other: Unit | None, every_apart: Sequence[Apart]) -> Row:
    """Return a row in which what moved to a sentence of its own, or from one, is told as that."""
    for each in every_apart:
        lined, own = (one, other) if each.side == 0 else (other, one)
        if own is each.own and lined is None and row.changes:
            row = evolve(row, changes=_as_placed(row, each), effects=())
        elif lined is each.lined:
            row = _with_its_line(row, each)
    return row


def _as_placed(row: Row, own: Apart) -> tuple[Change, ...]:
    """Return the presence of a sentence as no less and no more, and where its words were before."""
    presence, *rest = row.changes
    return evolve(presence, kind="reworded", direction="other"), *rest, own.of_its_own()


def _with_its_line(row: Row, own: Apart) -> Row:
    along = [line.span for line in own.along]
    at = {id(each): (each.before, each.after)[own.side] for each in row.changes}
    changes = tuple(
        own.change() if at[id(each)] == own.line.span else each
        for each in row.changes
        if at[id(each)] not in along
    )
    how = "reworded" if all(each.kind in SAME for each in changes) else "changed"
    effects = tuple(
        each
        for each in row.effects
        if not each.what.endswith("an answer") or not {*each.parties} <= {*own.own.parties}
    )
    return evolve(row, how=how, changes=changes, effects=effects)

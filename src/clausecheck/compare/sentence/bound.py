"""Whom a sentence binds or allows, and whom it did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausecheck.changes import Change, Direction
from clausecheck.compare.ground.toward import BINDING, FREEING, toward
from clausecheck.compare.ground.units import Unit
from clausecheck.compare.sentence.wording import told
from clausecheck.model.sentences import Meaning
from clausecheck.notes import listed
from clausecheck.source import Span


def actors(mine: Meaning, theirs: Meaning, one: Unit, other: Unit) -> Iterator[Change]:
    """Yield who is bound or allowed no longer, and who is now."""
    before = one.canon.everybody(mine.who.names)
    after = other.canon.everybody(theirs.who.names)
    spans = mine.who.span, theirs.who.span
    gone = [name for name in before if name not in after]
    new = [name for name in after if name not in before]
    every = tuple(dict.fromkeys((*before, *after)))
    if gone and new and mine.kind == theirs.kind and mine.kind in BINDING | FREEING:
        lost, took = (
            f"{listed(gone)} no longer {_bound(mine)}",
            f"{listed(new)} {_bound(mine)} instead of {listed(gone)}",
        )
        yield Change("actor", toward(mine, more=False), lost, *spans, tuple(gone))
        yield Change("actor", toward(theirs, more=True), took, *spans, tuple(new))
    elif gone and new:
        states = mine.kind == theirs.kind == "statement"
        what = "said by another" if states else "another is bound"
        text = f"{what}: {listed(gone)} → {listed(new)}"
        yield Change("actor", "other", text, *spans, every)
    elif _speaks_all_the_same(mine, gone, after, other) or (
        _speaks_all_the_same(theirs, new, before, one) or _is_of_the_text(mine, theirs)
    ):
        return  # how it is said is told by its modality
    elif gone:
        lost = f"{listed(gone)} no longer {_bound(mine)}"
        text = lost if after else _nobody(mine, theirs, gone, other)
        yield Change("actor", toward(mine, more=False), text, *spans, tuple(gone))
    elif new:
        took = f"{listed(new)} {_bound(theirs)} as well"
        text = took if before else _somebody(mine, theirs, new, one)
        yield Change("actor", toward(theirs, more=True), text, *spans, tuple(new))
    elif _only_together(mine, one) != _only_together(theirs, other) and before:
        together = _only_together(theirs, other)
        done = "forbidden" if theirs.kind == "prohibition" else "allowed"
        text = f"what each does alone is {'no longer' if together else 'now'} {done}"
        text += f": {told(one, other)}"
        yield Change("actor", toward(theirs, more=not together), text, *spans, every)
    elif _one_is_joint(mine, theirs):
        # It may be meant of each; whoever reads it may say that neither may do it alone.
        text = f"allowed in another way: {_how(mine)} → {_how(theirs)}"
        yield Change("actor", "other", text, *spans, every)
    elif _way_bound(mine) != _way_bound(theirs) and before:
        text = f"bound in another way: {_how(mine)} → {_how(theirs)}"
        yield Change("actor", _of_any(mine, theirs), text, *spans, every)
    elif not before and mine.who.how != theirs.who.how:
        words = one.words_of(mine.who.span), other.words_of(theirs.who.span)
        text = f"another subject: `{words[0]}` → `{words[1]}`"
        yield Change("actor", "other", text, *spans)


def _speaks_all_the_same(
    meaning: Meaning, names: Sequence[str], there: Sequence[str], unit: Unit
) -> bool:
    """Tell whether those who state something speak in a sentence as well that binds nobody."""
    words = {name.strip("<>") for word, _ in unit.tokens for name in word.split(" and ")}
    return bool(names) and not there and meaning.kind == "statement" and words.issuperset(names)


def _is_of_the_text(mine: Meaning, theirs: Meaning) -> bool:
    """Tell whether the text itself does something: all who sign it are bound by that."""
    return any(each.kind == "statement" and each.who.how == "text" for each in (mine, theirs))


_BOUND = {**dict.fromkeys(BINDING, "bound"), **dict.fromkeys(FREEING, "allowed")}
_BINDS = {"bound": "binds", "allowed": "allows", "named": "names"}


def _bound(meaning: Meaning) -> str:
    """Return what becomes of whom a sentence speaks of: a statement only names them."""
    return _BOUND.get(meaning.kind, "named")


def _nobody(mine: Meaning, theirs: Meaning, gone: Sequence[str], other: Unit) -> str:
    words = other.words_of(theirs.who.span)
    if theirs.who.how != "unnamed":
        return f"names nobody, where it {_bound(mine)} {listed(gone)}"
    return f"`{words}` in the place of {listed(gone)}, and nobody is known by that"


def _somebody(mine: Meaning, theirs: Meaning, new: Sequence[str], one: Unit) -> str:
    words, binds = one.words_of(mine.who.span), _BINDS[_bound(theirs)]
    if mine.who.how != "unnamed":
        return f"{binds} {listed(new)}, where nobody was named"
    return f"{binds} {listed(new)} in the place of `{words}`, and nobody is known by that"


def _way_bound(meaning: Meaning) -> str:
    """Return how several are bound: what they jointly may or may not do, each may or may not."""
    apart = meaning.who.names and meaning.kind in {"prohibition", *FREEING}
    return "each" if apart else meaning.who.how


def _one_is_joint(mine: Meaning, theirs: Meaning) -> bool:
    """Tell whether a leave is for several jointly in one text, and for each of them in another."""
    joint = [each.who.how == "jointly" for each in (mine, theirs)]
    return mine.kind == theirs.kind == "permission" and joint[0] != joint[1]


def _only_together(meaning: Meaning, unit: Unit) -> bool:
    """Tell whether a ban or a leave is of what several do together alone: "shall not jointly"."""
    if meaning.who.how != "jointly" or meaning.kind not in {"prohibition", *FREEING}:
        return False
    behind = Span(meaning.modality.span.end, unit.words_at.end)
    return "jointly" in unit.words_of(behind).lower().split()


def _of_any(mine: Meaning, theirs: Meaning) -> Direction:
    """Return what it does that it is enough if one of several keeps a duty, or no longer."""
    ways = {mine.who.how, theirs.who.how}
    if mine.kind != "duty" or theirs.kind != "duty" or not {"any"} < ways <= {"any", "all", "each"}:
        return "other"
    return toward(mine, more=mine.who.how == "any")


def _how(meaning: Meaning) -> str:
    return {"all": "all together", "any": "any one"}.get(meaning.who.how, meaning.who.how)

"""A comparison, made from top to bottom: who is who, which clause is which, what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from attrs import define

from clausecheck.analyses.facts import Facts
from clausecheck.changes import (
    SAME,
    Alone,
    Change,
    Comparison,
    Direction,
    How,
    Row,
    Shift,
    Side,
    Verdict,
)
from clausecheck.compare.around.brackets import brackets
from clausecheck.compare.around.declarations import meanings_changed
from clausecheck.compare.around.frame import Frames
from clausecheck.compare.around.head import remarks
from clausecheck.compare.around.uses import Meant, terms_changed, uses
from clausecheck.compare.consequences.answers import since
from clausecheck.compare.consequences.objections import objections
from clausecheck.compare.consequences.outcome import burden, exposure, ledger, stances
from clausecheck.compare.consequences.verdict import verdict
from clausecheck.compare.effects.others import of_presence
from clausecheck.compare.effects.steps import Sides, effects, sides
from clausecheck.compare.effects.taken_back import taken_back
from clausecheck.compare.ground.canon import Canon
from clausecheck.compare.ground.names import known, own
from clausecheck.compare.ground.toward import toward
from clausecheck.compare.ground.units import REMARKS, Unit, plain_words, stems, units
from clausecheck.compare.ground.unread import unread
from clausecheck.compare.labelled.apart import apart, told_apart
from clausecheck.compare.labelled.labels import Beside, label_differences
from clausecheck.compare.matching.alignment import Alignment, align, in_place
from clausecheck.compare.matching.numbers import numbered, sentences
from clausecheck.compare.matching.order import settled, shifted
from clausecheck.compare.matching.recut import recut
from clausecheck.compare.sentence.acts import is_of_leading_up
from clausecheck.compare.sentence.moves import levelled, levelled_parts, moved
from clausecheck.compare.sentence.named import named_otherwise
from clausecheck.compare.sentence.of_parts import parted_effects
from clausecheck.compare.sentence.parted import parted
from clausecheck.compare.sentence.sentences import differences
from clausecheck.findings import UNREADABLE, Report
from clausecheck.model import nodes
from clausecheck.model.names import above, is_below
from clausecheck.model.reading import Clause
from clausecheck.notes import listed
from clausecheck.source import Source
from clausecheck.values import evolve, frozen


@frozen
class Text:
    """A text to compare: what is known of it, and what was found in it."""

    name: str
    facts: Facts
    report: Report
    open: tuple[nodes.Bracket, ...] = ()
    """The brackets of which the facts have the first proposals, or one language version."""
    plain: Source | None = None
    """The text with blanks for brackets and what is not taken of them; None where it has none."""
    as_part: Callable[[], Report] | None = None
    """Returns what is found in it, were it a part: for one that is held against a part."""

    @property
    def shown(self) -> Source:
        """The text as a reader is shown it: what is chosen, each word in its place."""
        return self.plain or self.report.source

    def judged_beside(self, another: Text) -> Report:
        """Return what is found in it, as far as it is asked of the other too.

        What a text leaves out is judged only if it is whole, and so of two that both are.
        """
        whole, part = (each.facts.reading.complete for each in (self, another))
        return self.as_part() if whole and not part and self.as_part else self.report


def compare(base: Text, other: Text) -> Comparison:
    """Return what changed from the base to the other text."""
    names = base.facts.reading.names, other.facts.reading.names
    mine, theirs = Canon(names[0], own(names[0])), Canon(names[1], known(*names))
    ones = units(base.facts.reading, mine, base.shown)
    others = units(other.facts.reading, theirs, other.shown)
    of_one = base.report.source.text == other.report.source.text
    alignment = settled(ones, others, in_place(ones, others) if of_one else align(ones, others))
    mine, theirs = numbered(mine, theirs, ones, others, alignment)
    alignment = recut(ones, others, alignment)
    among = sentences(ones, others, alignment)
    sources = base.report.source, other.report.source
    dark = unread(base.facts.reading, other.facts.reading, sources)
    meant = meanings_changed(base.facts, other.facts, mine, theirs)
    work = _Work(base, other, mine, theirs, ones, others, alignment, frozenset(dark), meant, of_one)
    rows = work.rows()
    used = uses(ones, others, (base.facts.reading, other.facts.reading))
    frames = Frames(base.facts, other.facts, mine, theirs, used)
    frame = tuple(frames.rows())
    reordered = not frame and all(row.how == "unchanged" for row in rows)
    found = objections(
        base.report, other.report, mine, theirs, reordered=reordered, sentences=among
    )
    reports = base.judged_beside(other), other.judged_beside(base)
    alike = (
        found
        if reports == (base.report, other.report)
        else objections(*reports, mine, theirs, reordered=reordered, sentences=among)
    )
    surely = not (dark and other.facts.reading.broken)
    gone = {each.fingerprint for each in alike.cleared if surely or each.rule == UNREADABLE}
    made = Comparison(
        _side(base),
        _side(other),
        rows,
        frame,
        (*remarks(frames.heads), *work.remarks()),
        found.gained,
        tuple(each for each in found.cleared if each.fingerprint in gone),
        found.accepted,
        found.kept,
        tuple(stances(*reports)),
        tuple(ledger(*reports)),
        tuple(exposure(base.facts, other.facts, mine, theirs)),
        tuple(burden(base.facts, other.facts, mine, theirs)),
        Verdict((), (), ()),
        dark,
        brackets(base.open, other.open, mine, theirs, other.report.source),
        unjudged=tuple(each for each in found.cleared if each.fingerprint not in gone),
    )
    made = evolve(made, since=since(made))
    return evolve(made, verdict=verdict(evolve(made, gained=alike.gained)))


def alone(text: Text) -> Alone:
    """Return a text that has nothing to be compared with."""
    new = tuple(each for each in text.report.findings if each.status == "new")
    return Alone(_side(text), new)


def _side(text: Text) -> Side:
    report = text.report
    return Side(text.name, report.title, report.source, text.shown, report.material, report.notes)


@define
class _Work:
    """All that the rows are made from."""

    base: Text
    other: Text
    mine: Canon
    theirs: Canon
    ones: Sequence[Unit]
    others: Sequence[Unit]
    alignment: Alignment
    unread: frozenset[str]
    meant: Mapping[str, Meant]
    of_one: bool
    """Whether both came of one text, and so have the lines that could not be read in common."""

    def rows(self) -> tuple[Row, ...]:
        """Return what became of every sentence: in the order of the other text.

        What was removed stands behind the sentence of the base before it that is still there.
        """
        beside = Beside(
            self.base.facts,
            self.other.facts,
            self.mine,
            self.theirs,
            (_strengths(self.base.facts), _strengths(self.other.facts)),
        )
        held = sides(self.base.facts, self.other.facts, self.mine, self.theirs)
        own = apart(self.ones, self.others, self.alignment, held)
        shifts = shifted(self.ones, self.others, self.alignment.links)
        merged = {part for parts in self.alignment.merged.values() for part in parts}
        partner = {link.base: link.other for link in self.alignment.links}
        placed: list[tuple[tuple[int, int], Row]] = []
        last = -1
        for one in self.ones:
            if one.at in partner:
                last = partner[one.at]
                two = self.others[last]
                row = self._pair(one, two, beside, shifts.get(one.at), held)
                placed.append(((last, 0), told_apart(row, one, two, own)))
            elif one.at not in merged:
                row = self._alone(one, held, before=True)
                placed.append(((last, one.at + 1), told_apart(row, one, None, own)))
        split = {part for parts in self.alignment.split.values() for part in parts}
        taken = {*partner.values(), *split}
        placed.extend(
            ((two.at, 0), told_apart(self._alone(two, held, before=False), None, two, own))
            for two in self.others
            if two.at not in taken
        )
        rows = list(_once(row for _, row in sorted(placed, key=lambda each: each[0])))
        return tuple(self._dark(rows))

    def _dark(self, rows: Sequence[Row]) -> Iterator[Row]:
        """Yield the rows, but none as unchanged whose clause says what could not be read.

        Where the line that could not be read hides a sentence, that one alone is not compared.
        """
        told = {each for row in rows if row.how != "unchanged" for each in _clauses(row)}
        for row in rows:
            dark = row.how == "unchanged" and self.unread & (_clauses(row) - told)
            yield evolve(row, how="not compared") if dark else row

    def _pair(self, one: Unit, two: Unit, beside: Beside, shift: Shift | None, held: Sides) -> Row:
        split = [self.others[at] for at in self.alignment.split.get(one.at, ())]
        merged = [self.ones[at] for at in self.alignment.merged.get(two.at, ())]
        if split or merged:
            return self._parted(one, two, split, merged, beside, held)
        if (one.unread or two.unread) and one.content != two.content:
            return Row("not compared", (one.passage,), (two.passage,), (), shift)
        mine, theirs = levelled(one, two, (self.base.facts, self.other.facts))
        changes = (
            *(_of_both(each, mine, theirs) for each in self._changes(mine, theirs, beside)),
            *moved(mine, theirs, (self.mine, self.theirs)),
            *taken_back(one, two, held),
        )
        found = tuple(effects(mine, theirs, changes, held)) if changes else ()
        return Row(_how(changes), (one.passage,), (two.passage,), changes, shift, found)

    def _parted(
        self,
        one: Unit,
        two: Unit,
        split: list[Unit],
        merged: list[Unit],
        beside: Beside,
        held: Sides,
    ) -> Row:
        """Return the row of a sentence that became several, or the reverse."""
        befores = sorted((one, *merged), key=lambda unit: unit.at)
        afters = sorted((two, *split), key=lambda unit: unit.at)

        def between(mine: Unit, theirs: Unit) -> Iterator[Change]:
            return self._changes(mine, theirs, beside, whom=False)

        ones, others = levelled_parts(befores, afters, (self.base.facts, self.other.facts))
        named = partial(named_otherwise, canons=(self.mine, self.theirs))
        changes = parted(ones, others, between, named)
        if split and merged and not changes:
            text = "shared out otherwise among them, and says the same"
            spans = one.words_at, two.words_at
            changes = (Change("reworded", "other", text, *spans, one.parties),)
        return Row(
            _how(changes) if split and merged else "split" if split else "merged",
            tuple(unit.passage for unit in befores),
            tuple(unit.passage for unit in afters),
            changes,
            None,
            tuple(parted_effects(ones, others, changes, held, between)) if changes else (),
        )

    def _changes(
        self, one: Unit, two: Unit, beside: Beside, *, whom: bool = True
    ) -> Iterator[Change]:
        if one.clause.preamble != two.clause.preamble:
            yield _of_the_preamble(one, two)
        if one.main is None or two.main is None:
            yield from _said_at_all(one, two)
        said = list(differences(one, two, self.base.facts.vocabulary, whom=whom))
        yield from said
        yield from named_otherwise((one,), (two,), (self.mine, self.theirs))
        yield from terms_changed(one, two, self.meant)
        if self.of_one or not (one.clause.broken or two.clause.broken):
            labels = label_differences(one, two, beside)
            yield from (_beside_another(each, said) for each in labels)

    def _alone(self, unit: Unit, held: Sides, *, before: bool) -> Row:
        """Return the row of what stands in one text alone.

        Where a line of the clause could not be read, it may stand in the other as well; so it may
        under another number, if what could not be read is in much the same words.
        """
        there = self.other if before else self.base
        dark = [clause for clause in there.facts.reading.clauses if clause.broken]
        here = any(is_below(unit.number, clause.number) for clause in dark)
        if unit.clause.broken or here or self._may_hide(dark, unit, there):
            how: How = "not compared"
        else:
            how = "removed" if before else "added"
        one, two = (unit, None) if before else (None, unit)
        changes = (_of_presence(unit, before=before), *taken_back(one, two, held))
        passage = (unit.passage,)
        return Row(
            how,
            passage if before else (),
            () if before else passage,
            changes if how != "not compared" else (),
            None,
            tuple(of_presence(unit, gone=before)) if how != "not compared" else (),
        )

    def _may_hide(self, dark: Iterable[Clause], unit: Unit, there: Text) -> bool:
        """Tell whether a clause that could not be read has half of a sentence's words, or more."""
        words = plain_words(unit)
        return any(
            2 * len(words & stems(there.shown.text[clause.span.start : clause.span.end]))
            >= len(words)
            > 0
            for clause in dark
            if clause.number in self.unread
        )

    def remarks(self) -> Iterator[str]:
        """Yield which labels of the clauses changed in which only the encoder speaks."""
        places: dict[str, list[str]] = {}
        for link in self.alignment.links:
            one, two = self.ones[link.base], self.others[link.other]
            for name in sorted(REMARKS):
                lines = one.labels.get(name), two.labels.get(name)
                values = (
                    self.mine.value(lines[0].value) if lines[0] else None,
                    self.theirs.value(lines[1].value) if lines[1] else None,
                )
                if values[0] != values[1]:
                    places.setdefault(name, []).append(two.number)
            titles = one.clause.block.heading.title, two.clause.block.heading.title
            if titles[0] != titles[1]:
                places.setdefault("title", []).append(two.clause.number)
        for name, numbers in places.items():
            yield f"{name}: {', '.join(dict.fromkeys(numbers))}"


def _once(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows, but one alone of what could not be compared and has its number in both."""
    every = list(rows)
    unread = [row for row in every if row.how == "not compared"]
    after = {row.place: row.after for row in unread if row.after}
    both = {row.place for row in unread if row.before} & after.keys()
    for row in every:
        twice = row.how == "not compared" and row.place in both
        if not twice:
            yield row
        elif row.before:
            yield evolve(row, after=after[row.place])


def _clauses(row: Row) -> frozenset[str]:
    """Return the numbers of the sentences in a row, and of what each stands below."""
    places = [each.place for each in (*row.before, *row.after)]
    return frozenset(number for place in places for number in above(place))


def _how(changes: Sequence[Change]) -> How:
    if not changes:
        return "unchanged"
    return "reworded" if all(each.kind in SAME for each in changes) else "changed"


def _of_both(change: Change, one: Unit, other: Unit) -> Change:
    """Return a change as one for those whom the sentence binds in both texts.

    Whom it binds no longer, or newly, is told by itself: the rest is no less or more to them.
    """
    if change.kind == "actor" or change.parties != one.parties or not other.parties:
        return change
    both = tuple(name for name in one.parties if name in other.parties)
    if both or not one.parties:
        return evolve(change, parties=both)
    return evolve(change, direction="other")


def _beside_another(change: Change, said: Iterable[Change]) -> Change:
    """Return what became of a line; where it bears on something else now, as neither less nor more.

    What is less or more of a thing that is itself less, or more, stays so.
    """
    ways = {each.direction for each in said if each.kind == "kind" or is_of_leading_up(each)}
    another = any(each.kind == "act" and each.direction == "other" for each in said)
    if another or (ways and ways != {change.direction}):
        return evolve(change, direction="other")
    return change


def _said_at_all(one: Unit, two: Unit) -> Iterator[Change]:
    """Yield that a clause of quoted words alone has a sentence now, or no longer."""
    if one.main is not None:
        yield _of_presence(one, before=True)
    if two.main is not None:
        yield _of_presence(two, before=False)


def _of_the_preamble(one: Unit, two: Unit) -> Change:
    left = one.clause.preamble
    text = "left the preamble" if left else "went into the preamble, where nothing is owed"
    main = two.main if left else one.main
    direction = toward(main, more=left) if main else "other"
    return Change("preamble", direction, text, one.words_at, two.words_at, one.parties)


def _of_presence(unit: Unit, *, before: bool) -> Change:
    main = unit.main
    what = _what(unit)
    text = f"{what} {'removed' if before else 'added'}"
    direction: Direction = "other"
    if unit.promises:
        direction = "weaker" if before else "stronger"
    elif main and not unit.clause.preamble:
        direction = toward(main, more=not before)
    span = unit.words_at
    return Change(
        "kind", direction, text, span if before else None, None if before else span, unit.parties
    )


def _what(unit: Unit) -> str:
    if unit.main is None:
        return "a clause"
    kind = "savings clause" if unit.main.kind == "savings" else unit.main.kind
    article = "an" if kind[0] in "aeiou" else "a"
    where = " in the preamble" if unit.clause.preamble else ""
    of = f" of {listed(unit.parties)}" if unit.parties else ""
    return f"{article} {kind}{of}{where}"


def _strengths(facts: Facts) -> Mapping[str, str]:
    return {duty.provision.number: duty.strength for duty in facts.verification.duties}

"""What every report of a comparison says, as plain words: one format differs in how they stand."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from clausecheck.analyses.timing.moments import in_days
from clausecheck.changes import SAME, Exposed
from clausecheck.essays import entry as entry_of
from clausecheck.findings import SEVERITIES
from clausecheck.notes import some
from clausecheck.reporters.summary import counted
from clausecheck.values import evolve, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from clausecheck.changes import (
        Alone,
        Burden,
        Change,
        Comparison,
        Direction,
        Passage,
        Phrase,
        Row,
    )
    from clausecheck.findings import Finding, LedgerEntry, Stance

NOTHING = "–"
"""Stands for a text that has nothing there."""
_WORDS: dict[Direction, str] = {
    "reversed": "turned round",
    "weaker": "weaker",
    "stronger": "stronger",
    "other": "changed",
}
_CHOSEN = ".clause with "
"""Parts the name of a file from what is chosen in it."""
MOST_PLACES = 8
_MOST_OBJECTIONS = 3
_MOST_REASONS = 5
"""Phrases on what no longer arises, or arises now; texts with little in common have many."""
_MOST_WORDS = 24


@frozen
class Line:
    """One change as a reader is told it: how it binds, where, and what."""

    word: str
    direction: Direction
    place: str
    text: str
    row: Row
    change: Change | None = None


@frozen
class Table:
    """Rows of cells below their headings, with a title of their own."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def notes(made: Comparison) -> Iterator[tuple[str, str]]:
    """Yield what a reader must know of either text, with its name; none where it is so of both."""
    sides = made.base, made.other
    both = [note for note in made.base.notes if note in made.other.notes]
    if made.other.renamed_from:
        yield "", f"{renamed(made)}, with which it shares half of its lines or more"
    yield from (("", note) for note in both)
    yield from ((side.name, note) for side in sides for note in side.notes if note not in both)


def renamed(made: Comparison) -> str:
    """Return what a file is taken to have been called; empty of one that has its name still."""
    before = made.other.renamed_from
    return f"read as renamed from {before}" if before else ""


def called(made: Comparison) -> str:
    """Return the name of a text in a list, and what it is taken to have been called."""
    return f"{made.other.name} ({renamed(made)})" if renamed(made) else made.other.name


def is_quiet(made: Comparison) -> bool:
    """Tell whether there is nothing to say: not even an objection that counts otherwise."""
    return made.same and not (made.remarks or made.gained or any(no_longer_new(made)))


def lines(made: Comparison) -> Iterator[Line]:
    """Yield every change in the order of the text, the head first; what only moved is left out."""
    for row in made.rows:
        place = place_of(row)
        if row.how in {"added", "removed"} and row.changes:
            change = row.changes[0]
            yield Line(row.how, change.direction, place, _of_presence(row, change), row, change)
            yield from (_line(row, place, each) for each in row.changes[1:])
        elif row.how == "not compared":
            text = "a line of this clause could not be read in one of the texts"
            yield Line("not compared", "other", place, text, row)
        else:
            if row.how in {"split", "merged"} and not row.changes:
                text = "and says the same" if row.how == "split" else "into one that says the same"
                yield Line(row.how, "other", place, text, row)
            yield from (_line(row, place, change) for change in row.changes)


def _line(row: Row, place: str, change: Change) -> Line:
    word = "reworded" if change.kind in SAME else _WORDS[change.direction]
    return Line(word, change.direction, place, change.message, row, change)


def gathered(told: Iterable[Line]) -> list[Line]:
    """Return the changes with those that say the same of several sentences in a row told once."""
    by_row: list[list[Line]] = []
    for each in told:
        if by_row and by_row[-1][0].row is each.row:
            by_row[-1].append(each)
        else:
            by_row.append([each])
    alike: list[list[list[Line]]] = []
    for every in by_row:
        before = alike[-1][-1] if alike else []
        same = [(one.word, one.text) for one in before] == [(one.word, one.text) for one in every]
        alike_told = every[0].row.how in {"changed", "not compared"}
        if same and alike_told and before[0].row.shift == every[0].row.shift:
            alike[-1].append(every)
        else:
            alike.append([every])
    return [
        evolve(line, place=some([every[0].place for every in rows], MOST_PLACES))
        for rows in alike
        for line in rows[0]
    ]


def _of_presence(row: Row, change: Change) -> str:
    """Return what was added or removed, in its own words where it has some."""
    passage = (row.before or row.after)[0]
    if not passage.words:
        return change.message
    what = passage.what if passage.what != "savings" else "savings clause"
    words = " ".join([short(passage.words), *map(short, passage.labels)])
    return f"{what}: {words}" if what else words


def shifted(made: Comparison) -> Iterator[str]:
    """Yield a line for what says the same under another number, and for what stands elsewhere."""
    for shift, words in (
        ("moved", "moved, and the same"),
        ("renumbered", "renumbered, and the same"),
    ):
        places = [
            place_of(row) for row in made.clauses if row.shift == shift and row.how == "unchanged"
        ]
        if places:
            yield f"{words}: {some(places, MOST_PLACES)}"


def place_of(row: Row) -> str:
    """Return where something stands, in both texts where that differs."""
    before, after = _places(row.before), _places(row.after)
    return before if before == after or not after else f"{before} → {after}" if before else after


def _places(passages: Iterable[Passage]) -> str:
    return ", ".join(dict.fromkeys(passage.place for passage in passages))


def short(words: str) -> str:
    """Return the first words of a sentence, if it is long."""
    every = words.split(" ")
    return words if len(every) <= _MOST_WORDS else " ".join(every[: _MOST_WORDS - 1]) + " …"


def telling(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings above info, the most serious first."""
    ranked = {"error": 0, "warning": 1}
    found = [each for each in findings if each.severity in ranked]
    return sorted(found, key=lambda each: ranked[each.severity])


def by_rule(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield each rule with the clauses in which it spoke, in the order of the text."""
    places: dict[str, list[str]] = {}
    for each in findings:
        places.setdefault(each.rule, []).append(each.clause or "the whole text")
    for rule, clauses in places.items():
        yield f"{rule} ({some(clauses, MOST_PLACES)})"


def holds(text: Alone) -> str:
    """Return how much a text holds, and what was found in it."""
    material = text.side.material
    counts = (
        (material.clauses, "clauses"),
        (material.duties, "duties"),
        (material.prohibitions, "prohibitions"),
    )
    told = ", ".join(counted(number, what) for number, what in counts)
    severities = Counter(finding.severity for finding in text.findings)
    found = [counted(severities[each], each) for each in SEVERITIES if severities[each]]
    return f"{told}; {', '.join(found) or 'no findings'}"


def tables(every: Sequence[Comparison]) -> Iterator[Table]:
    """Yield what the texts do and cost in columns, the base first: only what differs."""
    if not every:
        return
    names = _names(every)
    read = ", as far as it could be read" if any(made.unread for made in every) else ""
    for title, headings, rows in (
        ("what the text does", ("question",), _stances(every)),
        ("objections", ("entry", "objection"), _ledger(every)),
        ("firm duties and bans, alone + with others", ("party",), _burdens(every)),
        ("longest exposure (not to be taken back within 30 days)", ("party",), _exposures(every)),
    ):
        yield from _table(f"{title}{read}", (*headings, *names), rows)


def _names(every: Sequence[Comparison]) -> tuple[str, ...]:
    """Return short names for the texts: of one file what is chosen in it, or which state it is."""
    full = [every[0].base.name, *(made.other.name for made in every)]
    parted = [name.partition(_CHOSEN) for name in full]
    chosen = [choices or "as it is" for _, _, choices in parted]
    one_file = len({file.removesuffix(".clause") for file, _, _ in parted}) == 1
    if one_file and len(set(chosen)) == len(chosen):
        return tuple(chosen)
    files = [name.rpartition("/")[2].replace(_CHOSEN, " with ") for name in full]
    files = [name.removesuffix(".clause") for name in files]
    if len(set(files)) == len(files):
        return tuple(files)
    states = [name.partition(":")[0] if ":" in name else "now" for name in full]
    return tuple(states if len(set(states)) == len(states) else full)


def _table(
    title: str, headings: tuple[str, ...], rows: Iterable[tuple[str, ...]]
) -> Iterator[Table]:
    found = tuple(rows)
    if found:
        yield Table(title, headings, found)


def _stances(every: Sequence[Comparison]) -> Iterator[tuple[str, ...]]:
    for at, (mine, _) in enumerate(every[0].stances):
        others = [(made, made.stances[at][1]) for made in every]
        if {each.stance for _, each in others} != {mine.stance}:
            yield mine.question, mine.stance, *(answer(*each) for each in others)


def answer(made: Comparison, stance: Stance) -> str:
    """Return what a text does on a question, and why where it answers nobody by that."""
    why = made.since.get(stance.question)
    return f"{stance.stance}, {why}" if why else stance.stance


def _ledger(every: Sequence[Comparison]) -> Iterator[tuple[str, ...]]:
    unread = any(made.unread for made in every)
    for at, (mine, _) in enumerate(every[0].ledger):
        states = (mine, *(made.ledger[at][1] for made in every))
        if len({each.state for each in states}) > 1:
            entry = entry_of(mine.entry)
            cells = [each.state if unread else state_of(each) for each in states]
            yield (mine.entry, f"{entry.title} ({entry.lens})", *cells)


def state_of(entry: LedgerEntry) -> str:
    """Return what becomes of an objection, and of one that the text does not come to, that."""
    return entry.state if entry.arises else "does not arise"


def _burdens(every: Sequence[Comparison]) -> Iterator[tuple[str, ...]]:
    after = [{party: two for party, _, two in made.burden} for made in every]
    before = {party: one for made in every for party, one, _ in made.burden}
    for party, mine in before.items():
        cells = (_burden(mine), *(_burden(of.get(party)) for of in after))
        if len(set(cells)) > 1:
            yield (party, *cells)


def _burden(burden: Burden | None) -> str:
    return f"{burden.alone} + {burden.shared}" if burden else NOTHING


def _exposures(made: Sequence[Comparison]) -> Iterator[tuple[str, ...]]:
    """Yield who is exposed for longer or less; the same step may have another number."""
    before = {party: one for each in made for party, one, _ in each.exposure}
    after = [{party: two for party, _, two in each.exposure} for each in made]
    for party, mine in before.items():
        every = (mine, *(of.get(party, Exposed()) for of in after))
        if len({each and each.length for each in every}) > 1:
            yield (party, *map(exposed, every))


def exposed(each: Exposed | None) -> str:
    """Return how long a party is exposed, and by which step."""
    if each is None:
        return "not told: the timetable cannot be kept"
    if each.given is None:
        return "none"
    endless = "without end" if each.endless else "not told"
    days = endless if each.days is None else in_days(each.days)
    return f"{days} ({each.given})"


def no_longer_new(made: Comparison) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    """Yield the findings of the base that are not new in the other text, by what became of them."""
    for title, every in (
        ("findings cleared", made.cleared),
        (f"findings not judged, as {made.why_unjudged}", made.unjudged),
        ("findings now accepted on record", made.accepted),
    ):
        if every:
            yield title, every


def closing(made: Comparison) -> Iterator[tuple[str, str]]:
    """Yield the three lines at the end, each with its label, and what is asked otherwise."""
    verdict = made.verdict
    for label, every in (("got better", verdict.better), ("got worse", verdict.worse)):
        yield label, "; ".join(_phrases(every)) or "nothing"
    for label, every in (("no longer arises", verdict.gone), ("arises now", verdict.arisen)):
        of = [each for each in every if each.entries]
        left = sum(len(each.entries) for each in of[_MOST_REASONS:])
        if every:
            yield (
                label,
                "; ".join(
                    [
                        *_phrases(of[:_MOST_REASONS]),
                        *([f"{left} more, by what else the texts do"] if left else []),
                        *(each.words for each in every if not each.entries),
                    ]
                ),
            )
    otherwise = "not judged" if made.unread else "no party is bound or exposed otherwise"
    yield "for whom", "; ".join(verdict.parties) or otherwise


def _phrases(every: Sequence[Phrase]) -> list[str]:
    many = sum(bool(each.entries) for each in every) > _MOST_OBJECTIONS
    most = _MOST_OBJECTIONS - 1 if many else _MOST_OBJECTIONS
    return [phrased(each, most) for each in every]


def phrased(phrase: Phrase, most: int | None = None) -> str:
    """Return the words with the objections by their titles; all of them, unless it is limited."""
    titles = [f"“{entry_of(key).title}” ({key})" for key in phrase.entries]
    return f"{phrase.words} {some(titles, most or len(titles))}" if titles else phrase.words

"""How each choice differs from the first: what `compare` says of the two texts.

Only the clauses that a choice changes are compared, with those that they name, so that it takes no
longer in a long text. Where nothing tells what a change is worth, it is not weighed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clausecheck.analyses.facts import Facts
from clausecheck.changes import Comparison, Direction, Row
from clausecheck.choosing.rows import with_option
from clausecheck.compare import Text, compare
from clausecheck.compare.consequences.verdict import unweighed
from clausecheck.compare.ground.units import every_deed
from clausecheck.findings import Material, Report
from clausecheck.layout import write
from clausecheck.model import nodes
from clausecheck.model.decisions import with_in_force
from clausecheck.model.from_syntax import from_syntax
from clausecheck.model.names import collect, is_below
from clausecheck.model.reading import Clause, Reading, read
from clausecheck.model.walk import walk
from clausecheck.proposals import Difference, How
from clausecheck.rolling import RollingText
from clausecheck.source import Source
from clausecheck.values import evolve


def held_against_first(text: RollingText, decision: int, option: int) -> Comparison:
    """Return a choice held against the first of its decision, all else being the first."""
    base = with_in_force(text.decisions, decision)
    other = with_option(base, decision, option)
    return held(text, text.reading(base), text.reading(other))


def held(text: RollingText, ones: Reading, others: Reading) -> Comparison:
    """Return a text without brackets held against another that came of the same.

    Nothing is told of what is found in either.
    """
    return compare(_text(text, ones, others), _text(text, others, ones))


def differences(made: Comparison) -> tuple[Difference, ...]:
    """Return how one of two texts differs from the other."""
    found = [each for row in made.rows for each in _of_row(row)]
    return tuple(dict.fromkeys(found))


def _text(text: RollingText, own: Reading, other: Reading) -> Text:
    """Return what is to be compared, written without brackets, so that words are told without them.

    What could not be read is not written, and left as it stands.
    """
    reading, source = at_issue(own, other), text.source
    reading = evolve(reading, declaration=_declaration(own, reading))
    plain = Source(source.name, write(reading.declaration))
    declaration, slips = from_syntax(plain)
    if not slips and not any(clause.broken for clause in reading.clauses):
        blocks = tuple(block for block in declaration.blocks if isinstance(block, nodes.Block))
        reading = read(declaration, collect(blocks, text.vocabulary), text.vocabulary)
        source = plain
    report = Report(source, reading.title, (), (), Material())
    return Text(source.name, Facts(reading, text.vocabulary), report)


def _declaration(whole: Reading, part: Reading) -> nodes.Declaration:
    """Return a declaration without the clauses that a part of its reading has not."""
    kept = {id(clause.block) for clause in part.clauses}
    gone = {id(clause.block) for clause in whole.clauses} - kept
    blocks = tuple(block for block in whole.declaration.blocks if id(block) not in gone)
    return nodes.Declaration(blocks)


def at_issue(own: Reading, other: Reading) -> Reading:
    """Return a text without the clauses that are the same in the other and that nothing names.

    Those that are the same are one object, as they were read once. One that uses a word which the
    other text defines otherwise is not the same.
    """
    ours, theirs = (frozenset(map(id, reading.clauses)) for reading in (own, other))
    same = ours & theirs
    changed = [each for each in (*own.clauses, *other.clauses) if id(each) not in same]
    named = {number for clause in changed for number in _named(clause)}
    befores, afters = own.names.definitions, other.names.definitions
    terms = {
        declared.name
        for key, declared in befores.items()
        if key in afters and afters[key].labels != declared.labels
    }
    kept = tuple(
        clause
        for clause in own.clauses
        if id(clause) not in theirs
        or terms & _terms(clause)
        or any(is_below(n, clause.number) or is_below(clause.number, n) for n in named)
    )
    return evolve(own, clauses=kept)


def _terms(clause: Clause) -> frozenset[str]:
    """Return the defined words that a clause uses."""
    return frozenset(
        mention.defined
        for said in clause.said
        for meaning in said.meanings
        for deed in every_deed(meaning.deeds)
        for mention in deed.mentions
        if mention.defined is not None
    )


def _named(clause: Clause) -> Iterator[str]:
    for node in walk(clause.block):
        if isinstance(node, nodes.Reference) and node.instrument is None:
            yield node.number


def _of_row(row: Row) -> Iterator[Difference]:
    for effect in row.effects:
        sure = _SURE.get(effect.certainty or "", "")
        yield Difference(effect.what, row.place, f"{effect.told}{sure}", effect.parties)
    for change in row.changes:
        if change.direction != "other" and not row.saves:
            how = _HOW[change.direction]
            yield Difference(how, row.place, change.message, change.parties)
    for change in unweighed(row):
        yield Difference("not weighed", row.place, change.message, change.parties)
    if row.how == "not compared":
        yield Difference("not weighed", row.place, "a line here could not be read")


_SURE = {"estimated": ", by estimate", "inferred": ", by inference"}
_HOW: Mapping[Direction, How] = {
    "reversed": "turned round",
    "weaker": "bound less",
    "stronger": "bound more",
}

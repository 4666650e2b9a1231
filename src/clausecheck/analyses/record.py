"""What an earlier state of a text had on record, and what of that still holds.

A change to a text must not be able to accept its own faults: what it accepts counts once somebody
else has agreed to it, and only for words that have not changed since.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausecheck.analyses.acceptances import Standing
from clausecheck.findings import Finding
from clausecheck.model import nodes
from clausecheck.model.names import above
from clausecheck.model.walk import walk
from clausecheck.values import evolve


class Record:
    """Two states of one text, compared clause by clause; layout and comments are no difference."""

    def __init__(self, before: nodes.Declaration, now: nodes.Declaration) -> None:
        """Take the state that was agreed to, and the one that is checked."""
        self._accepted = {
            (acceptance, _number(block))
            for block in _blocks(before.blocks)
            for acceptance in block.acceptances
        }
        earlier, self._now = _contents(before), _contents(now)
        self._same = {number for number, said in self._now.items() if earlier.get(number) == said}
        meant = _words_that_mean_another(before, now)
        self._named = {
            number: not meant.isdisjoint(word for block in said for word in _words(block))
            for number, said in (self._now.items() if meant else ())
            if number is not None
        }

    def stands(self, each: Standing) -> bool:
        """Tell whether an acceptance was on record before, in the same words and place."""
        return (each.acceptance, each.clause) in self._accepted

    def is_unchanged(self, clause: str | None) -> bool:
        """Tell whether a clause says what it said; None is the text before and between clauses."""
        if clause is None:
            return None in self._same
        return next((at for at in above(clause) if at in self._now), clause) in self._same

    def means_the_same(self, clause: str | None) -> bool:
        """Tell whether what a clause names is declared as it was: its parties, terms and bodies."""
        if clause is None:
            return True  # all that is declared belongs to it
        at = next((at for at in above(clause) if at in self._now), clause)
        return not self._named.get(at, False)

    def holds(self, each: Standing, finding: Finding) -> bool:
        """Tell whether an acceptance counts for a finding that it covers."""
        return (
            self.stands(each)
            and self.is_unchanged(each.clause)
            and self.is_unchanged(finding.clause)
            and self.means_the_same(each.clause)
            and self.means_the_same(finding.clause)
        )


def doubts(
    findings: Iterable[Finding], acceptances: Iterable[Standing], record: Record
) -> Iterator[str]:
    """Yield, for each acceptance that would count and does not hold, why, in a sentence."""
    clauses: dict[str, dict[str | None, Finding]] = {}
    for finding in findings:
        clauses.setdefault(finding.rule, {}).setdefault(finding.clause, finding)
    for each in acceptances:
        found = clauses.get(each.acceptance.rule, {}).values()
        if any(each.covers(finding) and not record.holds(each, finding) for finding in found):
            where = "the whole text" if each.clause is None else f"clause {each.clause}"
            why = (
                "the words it speaks of, or what they are declared to mean, have changed since it "
                "was agreed to"
                if record.stands(each)
                else "nobody has agreed to it yet"
            )
            yield f"the acceptance of `{each.acceptance.rule}` in {where} does not count: {why}"


def _contents(declaration: nodes.Declaration) -> dict[str | None, list[nodes.Block]]:
    """Return what each clause says, without what it accepts; None is all that is no clause."""
    contents: dict[str | None, list[nodes.Block]] = {}
    for block in _blocks(declaration.blocks):
        contents.setdefault(_number(block), []).append(evolve(block, acceptances=()))
    return contents


_DECLARING = frozenset("party guarantor actor side body define event".split())


def _words_that_mean_another(before: nodes.Declaration, now: nodes.Declaration) -> set[str]:
    """Return the first words of names that are declared otherwise, or by a name that is.

    A term that rests on a changed one has changed too. More words than those may be meant: what was
    agreed to is then looked at once more.
    """
    earlier, later = set(_declarations(before)), set(_declarations(now))
    left = [block for block in _declarations(now) if block in earlier]
    found = {_first(block) for block in earlier ^ later}
    resting: dict[str, list[nodes.Block]] = {}
    for block in left:
        for word in _words(block):
            resting.setdefault(word, []).append(block)
    waiting = list(found)
    while waiting:
        new = {_first(block) for block in resting.pop(waiting.pop(), ())} - found
        found |= new
        waiting += new
    if any(block.heading.word == "party" for block in earlier ^ later):
        found |= {"party", "partie", "side"}  # as `_split` has them
    return found - {""}


def _declarations(declaration: nodes.Declaration) -> Iterator[nodes.Block]:
    for block in _blocks(declaration.blocks):
        if block.heading.word in _DECLARING:
            yield block


def _first(block: nodes.Block) -> str:
    """Return the first word of what is declared, as `_words` has it."""
    name = block.heading.name or block.heading.title
    return next(_split(name.text), "") if name else ""


def _words(block: nodes.Block) -> Iterator[str]:
    for node in walk(block):
        text = getattr(node, "text", None)
        if isinstance(text, str):
            yield from _split(text)


def _split(text: str) -> Iterator[str]:
    """Yield the words of a text, without case and plural."""
    for word in text.casefold().replace("-", " ").split():
        yield word.strip(".,;:()'’").removesuffix("s") or word


def _number(block: nodes.Block) -> str | None:
    return block.heading.number if block.heading.word == "clause" else None


def _blocks(items: Iterable[object]) -> Iterator[nodes.Block]:
    """Yield the blocks, those within brackets with the others."""
    for item in items:
        if isinstance(item, nodes.Block):
            yield item
        if isinstance(item, nodes.Bracket):
            for proposal in item.proposals:
                yield from _blocks(proposal.content)

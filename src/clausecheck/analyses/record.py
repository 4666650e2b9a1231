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

    def stands(self, each: Standing) -> bool:
        """Tell whether an acceptance was on record before, in the same words and place."""
        return (each.acceptance, each.clause) in self._accepted

    def is_unchanged(self, clause: str | None) -> bool:
        """Tell whether a clause says what it said; None is the text before and between clauses."""
        if clause is None:
            return None in self._same
        return next((at for at in above(clause) if at in self._now), clause) in self._same

    def holds(self, each: Standing, finding: Finding) -> bool:
        """Tell whether an acceptance counts for a finding that it covers."""
        return (
            self.stands(each)
            and self.is_unchanged(each.clause)
            and self.is_unchanged(finding.clause)
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
                "the words it speaks of have changed since it was agreed to"
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

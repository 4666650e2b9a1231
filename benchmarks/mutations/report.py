"""What the trial showed, as a page for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.mutations.trial import mean_ratio, tallies, total

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.mutations.mutant import Operator
    from benchmarks.mutations.trial import Outcome, Tally

_ABOUT = """\
# Faults planted, and changes that are none

Written by `python -m benchmarks.mutations`; do not edit by hand. Each operator changes every text
in `clauses/` wherever its fault fits, and the changed text is checked as any other. Where a fault
fits and what must newly be found there is said in `benchmarks/mutations/faults.py`, from the
objections and never from what the program answers: a finding of the right family at the right
clause, a warning where nothing else is said. What fits every sentence is planted in at most eight
of a text, and whole clauses at three places, evenly spread. Of a near miss nothing above info may
newly be found.

The ratio of all weighs an operator by how often it fits, and so mostly the easy ones; the mean
weighs each alike.
"""


def page(
    faults: Sequence[Operator],
    planted: Sequence[Outcome],
    near_misses: Sequence[Operator],
    harmless: Sequence[Outcome],
) -> str:
    """Return the page: both tables, and then every miss and every false alarm."""
    found, alarms = tallies(planted), tallies(harmless)
    rows = [(*_name(operator), *_found(found.get(operator.__name__))) for operator in faults]
    near = [
        (*_name(operator), *_alarmed(alarms.get(operator.__name__))) for operator in near_misses
    ]
    return "\n".join(
        (
            _ABOUT,
            "## Faults\n",
            _table(("operator", "what it does", "planted", "found", "ratio"), rows)
            + _row(("**all**", "", *_found(total(found))))
            + _row(("**mean of the operators**", "", "", "", f"{mean_ratio(found):.3f}")),
            "## Near misses\n",
            _table(("operator", "what it does", "planted", "false alarms"), near)
            + _row(("**all**", "", *_alarmed(total(alarms)))),
            "## Every miss\n",
            _list(_place(each) for each in planted if not each.findings),
            "## Every false alarm\n",
            _list(f"{_place(each)}: {_rules(each)}" for each in harmless if each.findings),
        )
    )


def _name(operator: Operator) -> tuple[str, str]:
    first = (operator.__doc__ or "").partition("\n")[0]
    return operator.__name__.replace("_", " "), first.removesuffix(".")


def _found(tally: Tally | None) -> tuple[str, str, str]:
    if tally is None:
        return "0", "0", "fits nowhere"
    return str(tally.planted), str(tally.answered), f"{tally.ratio:.3f}"


def _alarmed(tally: Tally | None) -> tuple[str, str]:
    return ("0", "0") if tally is None else (str(tally.planted), str(tally.answered))


def _place(each: Outcome) -> str:
    where = f" {each.mutant.clause}" if each.mutant.clause else ""
    operator = each.operator.replace("_", " ")
    return f"{each.mutant.draft.name}{where}, {operator}: {each.mutant.planted}"


def _rules(each: Outcome) -> str:
    return ", ".join(f"`{finding.rule}` at {finding.clause}" for finding in each.findings)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "".join(_row(row) for row in (head, ["---"] * len(head), *rows))


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _list(lines: Iterable[str]) -> str:
    return "".join(f"- {line}\n" for line in lines) or "None.\n"

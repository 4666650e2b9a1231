"""Numbers, the order of clauses and the names of parties change nothing that is found.

Clauses are known by their titles, parties by the letters that stand for them in the text below.
"""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.timeline import timeline
from clausecheck.analyses.timing.moments import Moment
from clausecheck.analyses.timing.schedule import Day
from clausecheck.check import Settings, check, understand
from clausecheck.rules import RULES
from clausecheck.source import Source
from tests.analyses.texts import VOCABULARY

FAMILIES = {"consistency", "sequence", "reciprocity"}
SETTINGS = Settings(rules=tuple(rule for rule in RULES if rule.family in FAMILIES))
HEAD = """\
treaty "Treaty"
  scope: partial
  date: 2027-01-01
party {a} "Kingdom of the North"
party {b} "Republic of the South"
party {c} "Commonwealth of the West"
side East: {a}, {c}
"""
CLAUSES = {
    "ban": "East shall not deploy missiles.",
    "duty": "{a} shall deploy its missiles.\n  by: 2028-01-01",
    "right": "{c} may deploy missiles in the valley.",
    "moratorium": "{b} shall not test bombs.\n  for: 5 years",
    "later right": "{b} may test bombs.\n  from: 5 years after signature",
    "keep": "{c} shall maintain its troops in the valley.",
    "leave": "{c} shall withdraw its troops from the valley.\n  by: 2029-01-01",
    "pause": "{b} shall suspend military exercises.\n  in return for: {freeze}",
    "end of the pause": "{b} may resume military exercises.",
    "freeze": "{a} shall freeze its reactors.\n  by: 60 days after signature",
    "one day": "{b} shall open the border.\n  by: 60 days after signature",
    "another day": "{b} shall open the border.\n  by: 90 days after signature",
    "some": "{c} shall deploy up to 300 tanks in the zone.",
    "more": "{c} shall deploy at least 400 tanks in the zone.",
    "if so": '{a} shall release its prisoners.\n  if: "the talks go on"',
    "if not": '{a} shall not release its prisoners.\n  if: "the harvest fails"',
    "you first": "{a} shall open its archives.\n  after: {me first} is complete",
    "me first": "{b} shall open its archives.\n  after: {you first} begins",
    "too soon": "{c} shall send fuel.\n  after: 70 days after {freeze} is complete"
    "\n  by: 30 days after {freeze} is complete",
    "for ever": "{c} shall lift sanctions.\n  after: {ban} is complete",
    "unowed": "{b} shall send rice.\n  after: {right} is complete",
}


def written(numbers: dict[str, int], order: list[str], parties: tuple[str, str, str]) -> Source:
    names = dict(zip("abc", parties, strict=True)) | {k: str(v) for k, v in numbers.items()}
    body = "".join(
        f"clause {numbers[title]}\n  {CLAUSES[title].format_map(names)}\n" for title in order
    )
    return Source("x.clause", HEAD.format_map(names) + body)


def found(
    numbers: dict[str, int], order: list[str], parties: tuple[str, str, str]
) -> Counter[object]:
    """Return the findings and the exposures, by titles and letters."""
    source = written(numbers, order, parties)
    titles = {str(number): title for title, number in numbers.items()}
    letters = dict(zip(parties, "abc", strict=True))
    report = check(source, VOCABULARY, SETTINGS)
    told: list[object] = [
        (
            finding.rule,
            finding.severity,
            frozenset(titles[at] for at in _clauses(finding.clause, finding.related)),
        )
        for finding in report.findings
    ]
    return Counter([*told, *exposed(understand(source, VOCABULARY)[0], titles, letters)])


def _clauses(clause: str | None, related: tuple[object, ...]) -> set[str]:
    numbers = {clause, *(getattr(other, "clause", None) for other in related)}
    return {number for number in numbers if number is not None}


def exposed(facts: Facts, titles: dict[str, str], letters: dict[str, str]) -> list[object]:
    """Return the rows of the timeline and what each side is exposed to."""

    def known(moment: Moment) -> tuple[str, str]:
        return titles.get(moment.of, moment.of), moment.state

    def on(day: Day | None) -> object:
        return (known(day.origin), day.days) if day is not None else None

    shown = timeline(facts, within=30)
    rows = [
        (
            titles[row.number],
            row.kind,
            on(row.first),
            on(row.last),
            frozenset(known(moment) for each in row.waits for moment in each.moments),
        )
        for row in shown.rows
    ]
    windows = [
        (
            letters[each.party],
            titles[each.answer.given.number],
            titles[each.answer.gained.number],
            each.gap.days,
            on(each.gap.begins),
            on(each.gap.ends),
        )
        for each in shown.exposures
    ]
    return [*rows, *windows, shown.feasible, shown.circles]


TITLES = sorted(CLAUSES)
NUMBERS = {title: number for number, title in enumerate(TITLES, start=1)}
PARTIES = ("Northland", "Southland", "Westland")
EXPECTED = found(NUMBERS, TITLES, PARTIES)


def test_every_clause_is_there_for_something() -> None:
    rules = {each[0] for each in EXPECTED if isinstance(each, tuple) and len(each) == 3}

    assert {
        "owed-and-forbidden",
        "allowed-and-forbidden",
        "exclusive-duties",
        "emptied-duty",
        "two-deadlines",
        "two-quantities",
        "undecided-conflict",
        "deadlock",
        "infeasible-timetable",
        "clause-never-applies",
        "trigger-nobody-owes",
    } <= rules


@settings(max_examples=6, deadline=None)
@given(st.permutations(TITLES), st.permutations(range(1, 2 * len(TITLES))))
def test_numbers_and_order_change_nothing(order: list[str], numbers: list[int]) -> None:
    numbered = dict(zip(TITLES, numbers, strict=False))

    assert found(numbered, order, PARTIES) == EXPECTED


@settings(max_examples=3, deadline=None)
@given(st.permutations(["Ruritania", "Sylvania", "Borduria", "Zubrowka"]))
def test_names_change_nothing(names: list[str]) -> None:
    assert found(NUMBERS, TITLES, (names[0], names[1], names[2])) == EXPECTED

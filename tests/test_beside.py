"""What a choice alone changes, where a text was too long to trace what hangs on its bracket."""

from __future__ import annotations

import json

import pytest

from clausecheck.alternatives import alternatives
from clausecheck.check import Settings, check
from clausecheck.findings import Finding, LedgerEntry, Stance
from clausecheck.proposals import Alternatives
from clausecheck.reporters.alternatives import alternatives_text
from clausecheck.reporters.alternatives_json import alternatives_json
from clausecheck.source import Source
from clausecheck.values import evolve

from .test_alternatives import SETTINGS, VOCABULARY

DRAFT = """\
declaration "Example"
  form: political declaration
  scope: complete
party US   "United States of America"
party DPRK "Democratic People's Republic of Korea"
clause 1
  DPRK will [freeze {US} | dismantle {DPRK}] its reactors.
  [verified by: IAEA using on-site inspection, every 30 days]
  by: [10 days after signature | 30 days after 2 is complete]
clause 2
  US will [suspend {US} | lift {DPRK}] sanctions on coal exports.
  [in return for: 1]
  by: [20 days after signature | 30 days after 1 is complete]
clause 3
  DPRK will [freeze {US} | dismantle {DPRK}] its reactors.
  [verified by: IAEA using on-site inspection, every 30 days]
  [note: Both are to be done in a day.]
"""


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> Alternatives:
    """The draft, as if there were too much of it to look at."""
    monkeypatch.setattr("clausecheck.rolling.text.MOST_SENTENCES", 1)
    monkeypatch.setattr("clausecheck.rolling.text.MOST_ALTERNATIVES", 1)
    monkeypatch.setattr("clausecheck.choosing.learning.MOST_FOR_ONE", 1)
    monkeypatch.setattr("clausecheck.choosing.learning.FEWER_FOR_ONE", 1)
    return alternatives(Source("draft.clause", DRAFT), VOCABULARY, SETTINGS)


Told = set[tuple[str, str, str]]


def told_of(draft: str, *choose: str) -> Told:
    """Return what is found in the text of first proposals but for one choice, without brackets."""
    first = ("1#1=1", "1#2=1", "1#3=1", "2#1=1", "2#2=1", "2#3=1", "3#1=1", "3#2=1", "3#3=1")
    taken = {each.partition("=")[0]: each for each in (*first, *choose)}
    settings = Settings(choose=tuple(taken.values()))
    report = check(Source("draft.clause", draft), VOCABULARY, settings)
    return in_short((*report.findings, *report.stances, *report.ledger))


def in_short(every: tuple[Finding | Stance | LedgerEntry, ...]) -> Told:
    return {
        (each.rule, each.clause or "", each.message)
        if isinstance(each, Finding)
        else (each.question, each.stance, "")
        if isinstance(each, Stance)
        else (each.entry, each.state, "")
        for each in every
    }


def test_what_a_choice_alone_changes_is_what_the_two_texts_have(hurried: Alternatives) -> None:
    seen = 0
    for each in hurried.open:
        if not any(choice.prices for choice in each.choices):
            place = each.addresses[0]
            number = "out" if each.choices[1].words.endswith("left out") else "2"
            ones, others = told_of(DRAFT), told_of(DRAFT, f"{place}={number}")
            beside = each.choices[1].beside
            seen += bool(beside.brings)
            assert in_short(beside.brings) <= others - ones
            assert in_short(beside.no_longer) <= ones - others
            findings = {what for what in others ^ ones if "-" in what[0]}
            assert findings <= in_short((*beside.brings, *beside.no_longer))
    assert seen


def test_no_bracket_is_said_to_matter_to_no_rule_where_not_all_was_looked_at(
    hurried: Alternatives,
) -> None:
    sure = evolve(hurried, rough=False, knows_all=True, strength=None)
    told = " ".join(alternatives_text(hurried, width=250, color=False).split())
    whole = " ".join(alternatives_text(sure, width=250, color=False).split())

    assert "no rule weighs these, as far as was looked at: 1#3, 2#3, 3#3" in told
    assert "no rule weighs these: 1#3, 2#3, 3#3" in whole
    assert "There was too much to look at, so more may hang on choices than is told." in told
    assert "more may hang on choices" not in whole


def test_what_a_choice_alone_changes_is_told_in_words_and_to_programs(
    hurried: Alternatives,
) -> None:
    told = alternatives_text(hurried, width=250, color=False)
    written = json.loads(alternatives_json(hurried))["open"]
    alone = {each["brackets"][0]: each["choices"][1]["alone"] for each in written}

    assert (
        "beside the first, alone: warning disputed-word; info unverified-duty; "
        "verification: none; raises B14; no longer meets B21, B21a, B22\n"
    ) in told
    assert "beside the first, alone: warning untied-relief; raises B21, B21a, B22\n" in told
    assert {"question": "verification", "stance": "none"} in alone["1#2"]["brings"]
    assert [each["entry"] for each in alone["1#2"]["no_longer"]] == ["B21", "B21a", "B22"]
    assert alone["3#3"] == {"brings": [], "no_longer": []}


def test_what_a_rule_only_says_elsewhere_is_told_as_such(hurried: Alternatives) -> None:
    """A rule may say the same of another clause, which is neither more nor less."""
    at, bracket = next(
        (n, each) for n, each in enumerate(hurried.open) if each.addresses == ("2#2",)
    )
    choice = bracket.choices[1]
    moved = evolve(
        choice.beside, no_longer=choice.beside.brings[:1], brings=choice.beside.brings[:1]
    )
    changed = evolve(bracket, choices=(bracket.choices[0], evolve(choice, beside=moved)))
    made = evolve(hurried, open=(*hurried.open[:at], changed))

    told = alternatives_text(made, width=250, color=False)

    assert "beside the first, alone: elsewhere or in other words: warning untied-relief\n" in told


def test_what_is_known_by_how_many_choices_meet_is_told_as_such(hurried: Alternatives) -> None:
    met = " ".join(alternatives_text(evolve(hurried, rough=False), width=250, color=False).split())

    assert "What hangs on up to 2 choices is told, what hangs on more perhaps not. Where" in met

"""What negotiators read of a text with brackets."""

from __future__ import annotations

import pytest

from clausecheck.proposals import Alternatives
from clausecheck.reporters.alternatives import alternatives_text
from clausecheck.source import Source
from clausecheck.values import evolve
from tests.test_alternatives import DRAFT, ROLLING, of

TALK = f"""{DRAFT.partition("article 1")[0]}
clause 1
  Northland [shall freeze {{Westland}} | may keep {{Northland}}] its reactors.

clause 2
  Southland shall [suspend][lift] sanctions on Northland.

clause 3
  Westland shall open [the road {{Westland}} | the road {{Southland}}].
"""


def test_a_text_that_promises_less_is_told_as_such_and_one_without_an_act_is_none_of_the_best() -> (
    None
):
    made = of(TALK, most=100)
    told = " ".join(alternatives_text(made, width=150, color=False).split())

    assert "Westland's own text has 3, text 1 has 2" in told
    for each in made.front:
        assert "unclear-act" not in {finding.rule for finding in each.report.findings}
    assert "with `lift` in 2#2: warning unclear-act" in told
    assert "the same words as the first" in told


def test_objections_and_stances_that_hang_on_several_choices_are_told() -> None:
    told = " ".join(alternatives_text(of(TALK), width=150, color=False).split())

    assert "with 2#1 left out: warning return-path-closed; sanctions: ended" in told


def test_what_could_not_be_read_makes_the_ranking_unsure_and_it_is_said_first() -> None:
    broken = TALK.replace("clause 3", "clause 4\n  Westland must open the mine.\n\nclause 3")
    told = " ".join(alternatives_text(of(broken), width=150, color=False).split())

    assert "not weighed: mend them before relying on this ranking" in told


def test_the_best_texts_come_before_what_each_choice_brings() -> None:
    lines = alternatives_text(of(ROLLING.read_text()), width=90, color=False).splitlines()

    assert lines.index("the best texts") < lines.index("what each choice brings")
    assert any("is as 1, but takes" in line for line in lines)


def flat(made: Alternatives, width: int = 200) -> str:
    """Return the words of a report, without what is drawn between them."""
    words = alternatives_text(made, width=width, color=False).split()
    return " ".join(word for word in words if word.strip("-"))


def test_objections_that_are_named_are_told_by_their_titles() -> None:
    told = flat(of(TALK))

    assert "entry lens objection" in told
    assert "B22 sceptic Trade that props up the regime" in told


def test_what_was_open_before_stands_beside_what_is() -> None:
    before = DRAFT.replace("[open | close]", "[open] [soon {Westland}]")
    told = flat(of(DRAFT, since=Source("before.clause", before)))

    assert "open: 7 brackets; 96 texts are to be had" in told
    assert (
        "open before now in all 8 7 1 fewer by Northland 4 4 as many by Westland 4 3 1 fewer "
        "by Southland 3 3 as many in article 1 2 2 as many in article 2 6 5 1 fewer"
    ) in told


MANY = f"""{DRAFT.partition("article 1")[0]}
clause 1
""" + "".join(
    f"  ({letter}) {who} [shall {{{who}}} | may {{Westland}}] freeze its reactors.\n"
    f"    by: [2027-01-0{day} {{Westland}} | 2028-01-0{day} {{{who}}}]\n    [in: Geneva]\n"
    for day, letter in enumerate("abcde", 1)
    for who in ("Northland" if day % 2 else "Southland",)
)


def test_a_bound_that_a_text_reaches_is_said_to_be_reached() -> None:
    made = of(DRAFT)
    unsure = evolve(made, front_exact=False, least=made.front[0].counted)
    loose = evolve(unsure, least=evolve(made.front[0].counted, cost=(0,) * 6))

    assert "text 1 has no more errors or warnings than that" in flat(unsure)
    assert "by what was learned. text" in flat(loose)
    alone = evolve(
        made, front=tuple(evolve(each, as_good=1, as_good_exact=True) for each in made.front)
    )
    assert "As good:" not in flat(alone)


def test_many_choices_are_told_by_whose_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    told = flat(of(MANY, most=1))
    monkeypatch.setattr("clausecheck.reporters.alternatives_best._MANY_TAKEN", 99)
    in_words = flat(of(MANY, most=1))

    assert "it takes: what Westland proposes in 1#1, 1#4, 1#7, 1#10 and 1#13;" in told
    assert "; `in: Geneva` in 1#3 or 1#3 left out; `in: Geneva` in 1#6 or" in told
    assert "it takes: `may {Westland}` in 1#1; `in: Geneva` in 1#3 or 1#3 left out;" in in_words
    monkeypatch.setattr("clausecheck.reporters.alternatives_best._MANY_TAKEN", 0)
    assert "what Northland proposes in 1#1; `suspend` in 2#1; 2#2 left out" in flat(of(TALK))


LANGUAGES = f"""{DRAFT.partition("article 1")[0]}
clause 1
  Northland and Southland each declare [the end of {{en}} | a wish to end {{ko}}] the state of war.

clause 2
  Northland [shall {{en-Southland}} | should {{ko}} | will {{ru}}] freeze its reactors.
  by: [2027-01-01 {{Southland}} | 2028-01-01 {{Northland}}]
"""


def test_language_versions_are_told_by_their_sentences_and_in_what_they_differ() -> None:
    """An English text that one side issued is also meant where only `{{en}}` is said."""
    told = flat(of(LANGUAGES))

    assert (
        "the end of statement: Northland and Southland each declare the end of the state of" in told
    )
    assert (
        "a wish to end statement: Northland and Southland each declare a wish to end the state of "
        "war. beside the English text of Southland: Northland and Southland bound less (done by the "
        "words themselves before, and now only spoken of"
    ) in told
    assert "the Russian text – the bracket does not say" in told
    assert (
        "duty: Northland should freeze its reactors. beside the English text of Southland: "
        "Northland bound less (modality: `shall` → `should`)"
    ) in told
    assert "Over all language versions: what is found in one counts" in told


@pytest.mark.parametrize(
    ("bracket", "told"),
    [
        ("[by: 2027-01-01 {en} | by: 2028-01-01 {ko}]", "freeze its reactors. by: 2028-01-01"),
        ("by: [2027-01-01 {en} | 2028-01-01 {ko}]", "freeze its reactors. by: 2028-01-01"),
    ],
)
def test_a_line_in_which_versions_differ_is_told_with_its_sentence(bracket: str, told: str) -> None:
    text = f"{DRAFT.partition('article 1')[0]}clause 1\n  Northland shall freeze its reactors.\n  {bracket}\n"

    assert f"duty: Northland shall {told}" in flat(of(text))


def test_what_each_choice_has_in_other_words_is_told_once() -> None:
    told = flat(of(DRAFT))

    assert told.count("troop-withdrawal-explicit, whichever is chosen here, in other words") == 1


def test_those_to_whom_the_same_happens_are_told_together() -> None:
    text = (
        f"{DRAFT.partition('article 1')[0]}clause 1\n  Northland shall freeze its reactors.\n"
        "  [if breached: any party may withdraw from this declaration within 30 days.]\n"
    )

    assert "Northland, Southland and Westland lose an answer to a breach" in flat(of(text))

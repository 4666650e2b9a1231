"""A text with brackets, held against every text that is to be had from it, one by one."""

from __future__ import annotations

from functools import cache
from itertools import islice, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from clausecheck.analyses.clashes import clash_tree
from clausecheck.check import Settings, UnknownChoice, check, check_resolved, read_source
from clausecheck.choosing.rows import Assignment
from clausecheck.choosing.trees import Tree, holds
from clausecheck.essays import clashes as known_clashes
from clausecheck.essays import entry
from clausecheck.findings import Finding, Report
from clausecheck.model import nodes
from clausecheck.model.decisions import Decision, choices_of, decisions, together, with_all
from clausecheck.model.resolve import resolve
from clausecheck.notes import on_brackets
from clausecheck.reporters.summary import choices_told
from clausecheck.rolling import RollingText, samples
from clausecheck.rolling import text as rolling_text
from clausecheck.rolling.effects import Seen
from clausecheck.source import Source
from clausecheck.values import evolve
from clausecheck.vocabulary import load

unmeasured = pytest.mark.no_cover
"""For many texts in one test: measured, they would take twice as long, and show no other line."""

VOCABULARY, _ = load()
LETTERS = tuple(f"({letter})" for letter in "abcdefghijklm")
ROLLING = Path(__file__).parents[1] / "layout/examples/rolling-text.clause"
SETTINGS = Settings(accept=False)
HEAD = """\
declaration "Of the Valley"
  form: [political declaration | treaty]
  scope: complete
party Northland "Kingdom of Northland"
party Southland "Republic of Southland"
party Westland "Commonwealth of Westland"
"""
CLAUSES = (
    "  Northland shall [freeze {Northland} | dismantle {Westland}] its reactors.\n  after: [2 is complete | signature]\n",
    "  Westland [may @part | shall @all] withdraw [10% @part | all @all] of its troops from Southland.\n  [with consent of: Southland]\n",
    "  Southland shall open the road.\n  after: [1 begins | 3 is complete]\n  [verified by: IAEA using on-site inspection, every 30 days]\n",
    "  [Northland and Southland | All parties] declare that the state of war is ended.\n",
    '  Westland shall lift sanctions on Northland.\n  by: ["at an early date" {Westland} | 30 days after 1 is verified]\n  [in return for: 1]\n',
    "  Northland and Southland will pursue [unification | trade [by consent]].\n",
    "  Nothing in this declaration affects [the presence of Westland forces in Southland | the armistice].\n",
)
"""Each may be a clause of any number, and stand in a bracket."""


@some.composite
def drafts(draw: some.DrawFn) -> str:
    text = (
        HEAD
        if draw(some.booleans())
        else HEAD.replace("[political declaration | treaty]", "treaty")
    )
    loose = draw(some.integers(0, 3))
    for number, clause in enumerate(draw(some.permutations(CLAUSES))[:3], 1):
        one = f"clause {number}\n{clause}"
        text += f"[\n{one}]\n" if number == loose else one
    return text


def told(finding: Finding) -> tuple[str, str, str]:
    message = finding.message
    for elsewhere in (" (with other choices", " (in another language version"):
        message, _, _ = message.partition(elsewhere)
    return finding.rule, finding.severity, message


@cache
def opened(draft: str) -> tuple[Source, nodes.Declaration, tuple[Decision, ...]]:
    source = Source("draft.clause", draft)
    declaration, _ = read_source(source)
    return source, declaration, decisions(declaration, source)


@cache
def report_on_one(draft: str, assignment: Assignment) -> Report:
    """Return what is found in one of the texts; some tests ask for the same."""
    source, declaration, open_now = opened(draft)
    chosen = resolve(declaration, choices_of(open_now, assignment))
    return check_resolved(source, chosen, (), VOCABULARY, SETTINGS)


def agrees(text: RollingText, one_in: int = 1) -> None:
    """See that each finding is there under the choices that are said to bring it about, alone.

    Of the texts there are, one in so many is looked at: a number that divides no bracket's
    proposals, so that each is taken with each.
    """
    learned = text.learned()
    asked = {each.rule for each, _ in learned}
    for assignment in islice(product(*map(range, text.sizes)), 0, None, one_in):
        report = report_on_one(text.source.text, assignment)
        expected = {
            told(each)
            for each in report.findings
            if each.family != "language" or each.rule in asked
        }
        assert {told(each) for each, tree in learned if holds(tree, assignment)} == expected


def rolling(draft: str, most_sentences: int | None = None) -> RollingText:
    source = Source("draft.clause", draft)
    declaration, _ = read_source(source)
    return RollingText(source, declaration, VOCABULARY, SETTINGS, most_sentences=most_sentences)


def test_a_finding_that_raises_other_objections_with_a_choice_is_one_and_each_is_known() -> None:
    """A ban is no promise that gives the way back away; without a consequence, both are empty."""
    draft = ONE.partition("clause 1")[0] + (
        "clause 1\n  Southland and Westland [shall | shall not] terminate the alliance.\n"
    )
    text = rolling(draft)
    states = [
        {entry.entry: entry.state for entry, tree in text.entries() if holds(tree, row)}
        for row in text.rows
    ]

    assert [(each["B19"], each["N28"]) for each in states] == [
        ("raised", "raised"),
        ("raised", "not judged"),
    ]
    empty = [(f, tree) for f, tree in text.learned() if f.rule == "breach-without-consequence"]
    assert [(finding.entries, tree) for finding, tree in empty] == [(("B19", "N28"), True)]
    agrees(text)


@unmeasured
@given(drafts())
@settings(max_examples=5)
def test_what_is_learned_is_what_every_single_text_says(draft: str) -> None:
    text = rolling(draft, most_sentences=20_000)

    assert text.strength is None
    agrees(text)


@unmeasured
@pytest.mark.parametrize(("most_sentences", "strength"), [(700, 4), (300, 3)])
def test_it_is_learned_as_well_without_trying_out_all(
    monkeypatch: pytest.MonkeyPatch, most_sentences: int, strength: int
) -> None:
    monkeypatch.setattr(samples, "MOST_ALTERNATIVES", 1)
    text = rolling(ROLLING.read_text(), most_sentences=most_sentences)

    assert text.strength == strength
    assert len(text.rows) < 60
    agrees(text, one_in=7)


ONE = f"""{HEAD.replace("[political declaration | treaty]", "treaty")}
clause 1
  Westland shall withdraw [8,500 {{Westland}} | all {{Northland}}] of its troops from Southland.
  [with consent of: Southland {{Southland}}]
"""


def report_on(draft: str, **wishes: object) -> Report:
    return check(Source("draft.clause", draft), VOCABULARY, evolve(SETTINGS, **wishes))


def choices_on(draft: str, rule: str) -> list[tuple[str, ...]]:
    return [each.choices for each in report_on(draft).findings if each.rule == rule]


def test_what_holds_whatever_is_chosen_is_said_once_and_without_choices() -> None:
    assert choices_on(ONE, "unratified-text") == [()]


def test_what_hangs_on_choices_names_the_fewest_that_bring_it_about() -> None:
    assert choices_on(ONE, "troop-withdrawal-without-consent") == [("with 1#2 left out",)]
    assert sorted(choices_on(ONE, "troop-withdrawal-explicit")) == [
        ("with `8,500 {Westland}` in 1#1",),
        ("with `all {Northland}` in 1#1",),
    ]
    assert choices_on(f"{ONE}  [verified by: IAEA]\n  [if breached: Southland may stay.]\n", "breach-without-consequence") == [
        ("with 1#4 left out",),
    ]  # fmt: skip


HIDDEN = f"""{HEAD.replace("[political declaration | treaty]", "treaty")}
clause 1
  Northland shall freeze its reactors.
  by: [2027-03-01 | 2027-09-01]
clause 2
  Northland shall dismantle its reactors.
  after: 1 is complete
  by: [2027-06-01 | 2028-06-01]
clause 3
  Westland shall lift sanctions on Northland.
  before: [2 begins | 1 is complete]
  by: 2027-08-01
  after: [2 is verified | 1 is complete | signature]
"""


@unmeasured
def test_what_only_lets_another_error_take_its_place_is_no_cause_of_a_finding() -> None:
    """A deadlock keeps the checker from saying that a step is due before what it waits for.

    The choices of clause 3 make and break the circle, and move no date of clauses 1 and 2.
    """
    told = "with `2027-09-01` in 1#1 and `2027-06-01` in 2#1, where no deadlock is found instead"
    early = "2 is due 92 days before 1 need be done, for which it waits"
    report = report_on(HIDDEN)

    assert [each.choices for each in report.findings if each.message == early] == [(told,)]
    for third, fourth in product("12", "123"):
        wishes = ("1#1=2", "2#1=1", f"3#1={third}", f"3#2={fourth}")
        found = report_on(HIDDEN, choose=wishes).findings
        assert {each.message for each in found if each.message == early} or {
            each.rule for each in found if each.rule == "deadlock"
        }


def test_where_many_errors_may_take_its_place_the_choices_of_a_finding_are_told_as_they_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rolling_text, "_MOST_INSTEAD", 0)
    text = rolling(HIDDEN)
    ((finding, tree),) = [
        each for each in text.learned() if each[0].message.startswith("2 is due 92 days")
    ]

    assert len(text.choices_of(finding, tree)) == 3
    assert text.choices_of(finding, tree=False) == ("with choices that were not traced",)


def test_a_deadlock_is_said_of_the_choices_that_make_it() -> None:
    draft = ONE.replace("  [with", "  after: [2 is complete | signature]\n  [with") + (
        "clause 2\n  Southland shall open the road.\n  after: [1 is complete {Northland} | signature]\n"
    )

    assert choices_on(draft, "deadlock") == [
        ("with `2 is complete` in 1#2 and `1 is complete {Northland}` in 2#1",)
    ]


def test_stances_and_objections_that_hang_on_choices_say_so() -> None:
    draft = f"{ONE}clause 2\n  All parties declare that [the war is ended | the road is open].\n"
    report = report_on(draft)
    troops = [(each.stance, each.choices) for each in report.stances if each.question == "troops"]
    (silent,) = (each for each in report.ledger if each.entry == "B01")

    assert troops == [
        ("explicit-partial, undated", ("with `8,500 {Westland}` in 1#1",)),
        ("explicit-total, undated", ("with `all {Northland}` in 1#1",)),
    ]
    assert (silent.state, silent.choices, silent.otherwise) == (
        "silent", ("with `the war is ended` in 2#1",), ("not applicable",),
    )  # fmt: skip


def test_the_ledger_names_sentences_in_text_order() -> None:
    sentences = "".join(
        f"  {letter} Northland shall open the road as soon as possible.\n" for letter in LETTERS[:8]
    )
    report = report_on(f"{ONE}clause 2\n{sentences}")
    (vague,) = (each for each in report.ledger if each.entry == "B16")

    assert vague.raised_by == tuple(f"2{letter}" for letter in LETTERS[:8])


def test_language_versions_are_no_choice_and_both_are_told() -> None:
    draft = f"{ONE}clause 2\n  All parties declare that [the war is ended {{en}} | the road is open {{ko}}].\n"
    report = report_on(draft)
    (differ,) = (each for each in report.findings if "language versions" in each.message)

    assert differ.message == (
        "the language versions differ here: the English text has `the war is ended`, "
        "the Korean text has `the road is open`"
    )
    assert choices_on(draft, "unification-unaddressed") == [("in the English text",)]
    assert report.notes[0].startswith("2 decisions are open, which makes 4 texts: all were judged.")


def test_of_a_version_that_a_bracket_does_not_tell_it_is_said() -> None:
    draft = (
        f"{ONE}clause 2\n  All parties [shall {{en}} | should {{ko}}] open [all {{en}}] roads.\n"
    )
    whole, part = (
        each.message.partition(": ")[2]
        for each in report_on(draft).findings
        if "language versions" in each.message
    )

    assert whole == "the English text has `shall`, the Korean text has `should`"
    assert part == "the English text has `all`, and of the Korean text it is not told"


def test_what_is_chosen_is_settled_before_anything_is_judged() -> None:
    report = report_on(ONE, choose=("Northland", "1#2=1"))

    assert not [each for each in report.findings if each.choices or "still open" in each.message]
    assert not [note for note in report.notes if "open" in note]
    with pytest.raises(UnknownChoice, match="there is no bracket 9#1; there are 1#1, 1#2"):
        report_on(ONE, choose=("9#1=1",))


def test_in_a_final_text_an_open_bracket_is_an_error_accepted_or_not() -> None:
    draft = ONE.replace("party North", (
        'accept bracket-unresolved everywhere\n  because: "it is the third reading"\n\nparty North'
    )) + "clause 2\n  Southland shall [meet {en} | come {ko}] here.\n"  # fmt: skip

    def unresolved(**wishes: object) -> list[tuple[str, str]]:
        found = report_on(draft, accept=True, **wishes).findings
        return [(each.severity, each.status) for each in found if each.rule == "bracket-unresolved"]

    assert unresolved() == [("info", "accepted")] * 3
    assert unresolved(final=True) == [("error", "new")] * 2 + [("info", "accepted")]


@unmeasured
def test_the_note_says_how_much_was_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    def note(brackets: int, most_sentences: int) -> str:
        monkeypatch.setattr(rolling_text, "MOST_SENTENCES", most_sentences)
        lines = (f"  {letter} Southland shall open [the | a] road.\n" for letter in LETTERS)
        draft = f"{ONE}clause 2\n{''.join(islice(lines, brackets))}"
        return report_on(draft).notes[0]

    assert note(1, 1_500) == "3 decisions are open, which makes 8 texts: all were judged."
    assert note(13, 1) == (
        "15 decisions are open, which makes 32,768 texts: what hangs on up to two choices is "
        "found, what hangs on more perhaps not."
    )
    assert "up to three choices" in note(5, 300)
    assert "up to four choices" in note(5, 1_200)


def test_a_text_that_raises_too_many_questions_is_said_to() -> None:
    source = Source("draft.clause", ROLLING.read_text())
    declaration, slips = read_source(source)
    text = RollingText(source, declaration, VOCABULARY, SETTINGS, most_sentences=1, most_asked=60)

    assert "with choices that were not traced" in {
        text.causes(tree)[0] for _, tree in text.learned() if text.causes(tree)
    }
    assert text.learner.rough
    assert slips == ()
    (note,) = on_brackets(text)
    assert note.endswith("there was too much to look at, so what hangs on choices may not be all.")


@unmeasured
def test_clauses_are_read_with_the_names_that_are_chosen() -> None:
    draft = ONE + (
        '[\nbody JRC "Joint Road Commission"\n  members: Northland, Southland\n]\n'
        "clause 2\n  JRC shall [open | close] the road.\n"
    )
    text = rolling(draft)
    subjects = {text.reading(row).provisions[-1].meaning.who.how for row in text.rows}

    assert len(subjects) == 2
    agrees(text)


@unmeasured
def test_clashes_are_told_with_the_choices_that_show_them() -> None:
    text = rolling(ROLLING.read_text(), most_sentences=20_000)
    shown = {each.name: each.choices for each in text.clashes()}
    trees: dict[str, list[tuple[str, Tree]]] = {}
    for each, tree in text.entries():
        trees.setdefault(each.entry, []).append((each.state, tree))
    learned = {known.key: clash_tree(known, trees) for known in known_clashes()}

    assert shown["troops"] == ("with `@full` and `with consent of: ROK {ROK, US}` in 2.1#4",)
    for assignment in [*product(*map(range, text.sizes))][::7]:
        report = report_on_one(text.source.text, assignment)
        found = {each.name for each in report.clashes}
        assert found == {name for name, tree in learned.items() if holds(tree, assignment)}
        assert found <= shown.keys()


def test_a_text_without_clashes_has_none_to_tell_of() -> None:
    draft = f"{ONE.partition('clause 1')[0]}clause 1\n  Southland shall [open | close] the road.\n"

    assert rolling(draft).clashes() == ()


def test_a_finding_that_choices_move_from_clause_to_clause_is_told_once() -> None:
    clauses = (
        f"clause {number}\n  Northland shall [freeze {{Northland}} | dismantle {{Westland}}] its reactors.\n"
        for number in range(1, 8)
    )
    text = rolling(HEAD.replace("[political declaration | treaty]", "treaty") + "".join(clauses))
    told = [
        (finding.clause, text.causes(tree))
        for finding, tree in text.learned()
        if finding.rule == "disputed-word"
    ]

    assert told == [
        ("1", tuple(f"with `freeze {{Northland}}` in {number}#1" for number in range(1, 8))),
        ("1", tuple(f"with `dismantle {{Westland}}` in {number}#1" for number in range(1, 8))),
    ]
    agrees(text)


def test_choices_of_the_same_words_are_told_as_one() -> None:
    choices = tuple(f"with `all` in {number}#1" for number in range(1, 9))

    assert choices_told(choices) == " (with `all` in 1#1, 2#1, 3#1 or 5 more like it)"
    assert choices_told(choices[:2]) == " (with `all` in 1#1 or 2#1)"
    assert choices_told(("with `all` in 1#1 and `a` in 2#1", "with 3#1 left out")) == (
        " (with `all` in 1#1 and `a` in 2#1; or with 3#1 left out)"
    )
    assert together(["`all` in 1#1", "2#1 left out", "`all` in 3#1", "`@slow`", "4#1 left out"]) == [
        "`all` in 1#1 and 3#1", "2#1 and 4#1 left out", "`@slow`",
    ]  # fmt: skip
    assert with_all(["`all` in 1#1", "`any` in 2#1"]) == "with `all` in 1#1 and `any` in 2#1"
    assert with_all(["`all` in 1#1 and 3#1", "`any` in 2#1", "4#1 left out"]) == (
        "with `all` in 1#1 and 3#1, with `any` in 2#1, and with 4#1 left out"
    )
    assert with_all(["2#1 and 4#1 left out"]) == "with 2#1 and 4#1 left out"


def test_a_finding_that_choices_word_in_many_ways_is_one() -> None:
    (finding, *_) = report_on(ONE).findings
    seen = Seen("with other choices")
    answers = [
        list(seen.said([evolve(finding, message=f"of `{word}`"), evolve(finding, message="of it")]))
        for word in "abcdefg"
    ]

    assert not seen.loosen(answers[:5])
    assert seen.loosen(answers)
    assert not seen.loosen(answers)
    assert {seen.named(effect) for effects in answers for effect in effects} == {
        answers[0][0]._replace(message="")
    }
    again = list(seen.said([evolve(finding, message="of `z`"), evolve(finding, message="of it")]))
    assert len(set(again)) == 1


def test_with_one_lens_the_ledger_of_a_text_with_brackets_is_of_that_lens() -> None:
    assert {entry(each.entry).lens for each in report_on(ONE, lens="sceptic").ledger} == {
        "sceptic",
        "both",
    }


def test_one_round_of_questions_is_enough_where_little_is_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rolling_text, "_ROUNDS", 1)

    agrees(rolling(ONE))


def test_what_is_wrong_with_how_some_texts_are_written_is_told_with_the_choices() -> None:
    draft = ONE.partition("clause 1")[0] + (
        "clause 1\n  Southland shall open the road.\n  after: [2 is complete | signature]\n\n"
        "[\nclause 2\n  Northland shall freeze its reactors.\n]\n"
        '[\ndefine "reactor"\n  means: a plant that makes power\n]\n'
        "clause 3\n  Westland shall lift sanctions.\n  after: 2 is verified\n"
    )
    report = check(Source("draft.clause", draft), VOCABULARY, SETTINGS)
    told = {
        (each.clause, each.message): each.choices
        for each in report.findings
        if each.rule in {"unresolved-reference", "unused-name"}
    }

    assert told == {
        ("1", "there is no clause 2"): ("with `2 is complete` in 1#1 and with 2#0 left out",),
        # Where nothing is chosen beside it, one line says what to do.
        ("3", "clause 2 stands in brackets and may be left out"): (),
        (None, "`reactor` is defined and never used"): (
            "with 2#0 left out and `define` in text#0",
        ),
    }


def test_the_same_words_on_two_lines_are_two_findings() -> None:
    """Each hangs on the choice on its own line, whatever stands on the other."""
    draft = ONE.partition("clause 1")[0] + (
        "clause 3\n  Northland shall declare its reactors.\n"
        "  [by: 2027-01-01 | after: 1 begins]\n  [in return for: 1]\n"
    )
    found = [
        (each.message, each.choices)
        for each in report_on(draft).findings
        if each.rule == "unresolved-reference"
    ]

    assert found == [
        ("there is no clause 1", ("with `after: 1 begins` in 3#1",)),
        ("there is no clause 1", ("with `in return for: 1` in 3#2",)),
    ]

"""What is open in a draft, and the best ways to decide, held against every way there is."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from itertools import product
from operator import ge, le
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped, unused-ignore]

from clausecheck.alternatives import alternatives
from clausecheck.alternatives.search import Search
from clausecheck.alternatives.weighing import LENSES
from clausecheck.check import (
    Settings,
    UnknownChoice,
    check,
    check_resolved,
    examine,
    read_source,
    understand,
)
from clausecheck.cli.app import run
from clausecheck.essays import entry
from clausecheck.findings import SEVERITIES, Report
from clausecheck.model import nodes
from clausecheck.model.decisions import choices_of, decisions, in_force
from clausecheck.model.names import collect
from clausecheck.model.reading import read
from clausecheck.model.resolve import resolve
from clausecheck.model.walk import walk
from clausecheck.proposals import Alternatives, Counted, Difference
from clausecheck.reporters.alternatives import alternatives_text
from clausecheck.rolling import RollingText
from clausecheck.source import Source
from clausecheck.values import evolve
from clausecheck.vocabulary import load

VOCABULARY, _ = load()
SETTINGS = Settings()
ROLLING = Path(__file__).parent / "layout/examples/rolling-text.clause"
PANMUNJOM = Path(__file__).parents[1] / "clauses/panmunjom-2018.clause"
DRAFT = """\
declaration "Of the Valley"
  form: treaty
  scope: complete
party Northland "Kingdom of Northland"
party Southland "Republic of Southland"
party Westland "Commonwealth of Westland"

article 1 "Forces"

clause 1.1
  Westland shall withdraw [8,500 {Westland} | all {Northland}] of its troops from Southland.
  [with consent of: Southland {Southland}]

article 2 "Steps"

clause 2.1
  Northland shall [freeze {Northland} | dismantle {Westland}] its reactors.
  after: [2.2 is complete {Northland} | signature {Westland}]

[
clause 2.2
  Southland shall open the road.
  after: [2.1 is complete {Southland} | signature]
] {Northland, Southland}

clause 2.3
  Southland shall [open | close] the harbour.
"""


@cache
def of(draft: str, **wishes: Any) -> Alternatives:  # noqa: ANN401 - as the function takes them
    return alternatives(Source("draft.clause", draft), VOCABULARY, SETTINGS, **wishes)


@cache
def every_text(draft: str) -> dict[tuple[int, ...], Counted]:
    """Return what every text there is counts, by what is chosen of what is then there."""
    source = Source("draft.clause", draft)
    declaration, _ = read_source(source)
    every = decisions(declaration, source)
    counts = {}
    for assignment in product(*(range(len(decision.options)) for decision in every)):
        left = in_force(every, assignment)
        if all(option == 0 or at in left for at, option in enumerate(assignment)):
            chosen = resolve(declaration, choices_of(every, assignment))
            report = check_resolved(source, chosen, (), VOCABULARY, SETTINGS)
            counts[assignment] = count(report, chosen)
    return counts


def brute(draft: str) -> set[Counted]:
    """Return what the best texts count, by checking every text there is."""
    counts = set(every_text(draft).values())
    return {one for one in counts if not any(beats(other, one) for other in counts)}


def count(report: Report, chosen: nodes.Declaration) -> Counted:
    cost = tuple(
        sum(
            each.severity == severity and each.lens in {lens, "both", "neutral"}
            for each in report.findings
            if each.status == "new"
        )
        for lens in LENSES
        for severity in SEVERITIES
    )
    lenses = [
        entry(each.entry).lens
        for each in report.ledger
        if each.state == "met" and each.entry not in BY_OTHERS
    ]
    met = (sum(lens != "advocate" for lens in lenses), sum(lens != "sceptic" for lens in lenses))
    blocks = tuple(block for block in chosen.blocks if isinstance(block, nodes.Block))
    lines = [
        line
        for clause in read(chosen, collect(blocks, VOCABULARY), VOCABULARY).clauses
        for said in clause.said
        for line in said.labels.lines
        if line.name in {"reversible", "if breached"}
        or (line.name == "verified by" and said.meanings[0].who.names != verifiers(line))
    ]
    return Counted(cost, met, len(lines))


def verifiers(line: nodes.Label) -> tuple[str, ...]:
    found = [node for node in walk(line.value) if isinstance(node, nodes.Verifier)]
    return tuple(name.text for node in found for name in node.actors)


BY_OTHERS = {"B09", "B10", "B21", "B31", "N18", "N19", "N22"}


def beats(one: Counted, other: Counted) -> bool:
    """Tell whether a text is as good in all that counts, and better in something."""
    found = list(zip(one.cost, other.cost, SEVERITIES * 2, strict=True))
    serious = all(a <= b for a, b, severity in found if severity != "info")
    as_good = serious and one.safeguards >= other.safeguards and all(map(ge, one.met, other.met))
    alike = all(a == b for a, b, severity in found if severity != "info") and (
        (one.met, one.safeguards) == (other.met, other.safeguards)
    )
    info = all(a <= b for a, b, severity in found if severity == "info")
    return one != other and as_good and (info or not alike)


@pytest.mark.no_cover
def test_the_front_is_that_of_all_texts() -> None:
    made = of(DRAFT, most=100)

    assert made.front_exact
    assert {each.counted for each in made.front} == brute(DRAFT)
    assert made.left_out == 0
    assert_ties_are_told(DRAFT, made)
    assert (made.count, made.count_exact) == (96, True)


def assert_ties_are_told(draft: str, made: Alternatives) -> None:
    counts = list(every_text(draft).values())
    for each in made.front:
        assert each.as_good is not None
        if each.as_good_exact:
            assert each.as_good == counts.count(each.counted)
        assert 1 <= each.as_good <= counts.count(each.counted)


DATES = f"""{DRAFT.partition("article 1")[0]}
clause 1
  Northland shall open the road.
  by: [2027-03-01 {{Northland}} | 2027-09-01 {{Southland}} | "soon"]

clause 2
  Southland shall open the harbour.
  [verified by: Southland using records review {{Westland}}]
  after: [1 is complete {{Northland}} | 1 begins {{Southland}}]
  by: [2028-03-01 {{Northland}} | 2028-09-01 {{Southland}}]
"""


def test_texts_that_are_as_good_are_told_beside_the_best() -> None:
    made = of(DATES, most=100)
    told = " ".join(alternatives_text(made, width=200, color=False).split())

    assert made.front_exact
    assert {each.counted for each in made.front} == brute(DATES)
    assert_ties_are_told(DATES, made)
    assert "`2027-03-01 {Northland}` in 1#1 or `2027-09-01 {Southland}`" in told
    assert "3 of 4, 1 left out, as good as text 1" in told
    assert {each.counted.safeguards for each in made.front} == {0}


ROADS = DRAFT.partition("article 1")[0] + "".join(
    f"clause {number}\n  {('Northland', 'Southland')[number % 2]} "
    "[shall {Northland} | shall not {Southland}] open the road.\n"
    for number in range(1, 7)
)
"""Of 64 texts, the 4 in which each party all shall or all shall not are without an error."""


@pytest.mark.parametrize("checks", [60, 9, 2])
def test_what_was_not_fully_learned_is_not_told_as_good(
    monkeypatch: pytest.MonkeyPatch, checks: int
) -> None:
    monkeypatch.setattr("clausecheck.rolling.text.MOST_SENTENCES", 1)
    monkeypatch.setattr("clausecheck.choosing.learning.MOST_FOR_ONE", 1)
    monkeypatch.setattr("clausecheck.choosing.learning.FEWER_FOR_ONE", 1)
    made = of(ROADS, checks=checks)
    weights = told_by_choices(ROADS)

    for best in made.front:
        if best.as_good is not None:
            assert not best.as_good_exact
            assert best.as_good <= list(weights.values()).count(best.counted)
        for taken, others in best.instead:
            for other in others:
                swapped = tuple(other if each == taken else each for each in best.taken)
                assert weights[swapped] == best.counted


@pytest.mark.parametrize("checks", [60, 4])
def test_what_is_taken_for_as_good_is_checked_before_it_is_told(
    monkeypatch: pytest.MonkeyPatch, checks: int
) -> None:
    def everything_else(_: Search, assignment: tuple[int, ...], __: object) -> Any:  # noqa: ANN401
        return [(at, (1 - option,)) for at, option in enumerate(assignment)]

    monkeypatch.setattr("clausecheck.alternatives.search.Search._instead", everything_else)
    (best, *_) = of(ROADS, checks=checks).front

    assert best.instead == ()
    assert best.as_good == 2
    assert len(best.perhaps) == (0 if checks > 4 else 4)


def told_by_choices(draft: str) -> dict[tuple[str, ...], Counted]:
    """Return what every text counts, by its choices in words."""
    declaration = read_source(Source("draft.clause", draft))[0]
    every = decisions(declaration, Source("draft.clause", draft))
    return {
        tuple(each.options[at].words for each, at in zip(every, chosen, strict=True)): counted
        for chosen, counted in every_text(draft).items()
    }


def test_what_was_not_checked_is_told_as_such() -> None:
    made = of(DATES, most=100)
    unsure = evolve(
        made,
        front=tuple(
            evolve(each, instead=(), perhaps=each.instead, as_good=1, as_good_exact=False)
            for each in made.front
        ),
    )
    told = " ".join(alternatives_text(unsure, width=200, color=False).split())

    assert "`2027-03-01 {Northland}` in 1#1 or perhaps `2027-09-01 {Southland}`" in told
    assert "what stands after `or perhaps` is so by what was learned, and was not checked" in told


def test_each_choice_is_told_with_what_it_brings_alone_and_with_others() -> None:
    made = of(DRAFT)
    brings = {
        (choice.words, getattr(price.what, "rule", ""), price.others)
        for each in made.open
        for choice in each.choices
        for price in choice.prices
    }

    assert ("1.1#2 left out", "troop-withdrawal-without-consent", "") in brings
    assert (
        "`2.2 is complete {Northland}` in 2.1#2",
        "deadlock",
        "with `clause 2.2 {Northland, Southland}` in 2.2#0 and `2.1 is complete {Southland}` in 2.2#1",
    ) in brings
    assert [each.addresses for each in made.open if not each.weighed] == [("2.3#1",)]


def test_each_party_gets_the_text_of_its_own_proposals() -> None:
    made = of(DRAFT)
    own = {each.party: (each.own, each.text.taken) for each in made.parties}

    assert list(own) == ["Westland", "Northland", "Southland"]
    assert own["Westland"][0] == 3
    assert "1.1#2 left out" in own["Westland"][1]
    assert "`all {Northland}` in 1.1#1" in own["Northland"][1]


PACKAGES = f"""{DRAFT.partition("article 1")[0]}
clause 1
  Northland shall [freeze @a {{Westland}} | dismantle @b {{Northland}}] its reactors.
  by: [2027-01-01 @b {{Westland}} | 2028-01-01 @a {{Northland}}]

clause 2
  Southland shall [open {{Westland}} | close {{Southland}}] the harbour.
  [by: 2027-03-01 {{Southland}}]
"""


def test_a_party_s_text_says_what_became_of_the_brackets_in_which_it_has_no_part() -> None:
    made = of(PACKAGES)
    told = " ".join(alternatives_text(made, width=200, color=False).split())

    at_odds = "its own in 1#1 and 1#2 exclude each other by tags, so the first stands"
    assert f"1 of 3, 1 left out, {at_odds}" in told
    assert f"0 of 3, 1 left out, 1 by the first, {at_odds}" in told
    assert [(each.own, each.left_out, each.first) for each in made.parties][2] == (2, 0, 1)


def test_a_party_chosen_makes_one_text_in_every_command() -> None:
    signed = DRAFT.replace("[open | close]", "[open {Westland} | close {Southland}]")
    source, wishes = Source("draft.clause", signed), Settings(choose=("Westland",))
    own = of(signed).parties[0].text.report
    linted = check(source, VOCABULARY, wishes)
    compared = examine(source, VOCABULARY, wishes)[1]

    assert own.findings == linted.findings == compared.findings
    assert linted.notes[-1] == (
        "Left out, as others would add it and Westland does not: 1.1#2 and 2.2#0."
    )
    assert linted.notes == compared.notes
    assert linted.notes[-1] in alternatives(source, VOCABULARY, wishes).notes
    assert linted.notes[-1] in understand(source, VOCABULARY, wishes.choose)[1]


def test_a_party_that_makes_several_proposals_in_a_bracket_is_told_to_have_no_one_text() -> None:
    """So says `--choose`, which takes none of them before it is told which."""
    several = DRAFT.replace(
        "8,500 {Westland} | all {Northland}", "8,500 {Westland} | all {Westland}"
    )
    made = of(several)
    told = " ".join(alternatives_text(made, width=200, color=False).split())
    own = {each.party: each for each in made.parties}

    assert own["Westland"].several == ("1.1#1",)
    assert "`8,500 {Westland}` in 1.1#1" in own["Westland"].text.taken
    assert own["Northland"].several == ()
    assert ", one of its several in 1.1#1" in told
    assert "`--choose` asks which." in told
    assert "`--choose` asks which." not in alternatives_text(of(DRAFT), width=200, color=False)
    with pytest.raises(UnknownChoice, match=r"Westland makes 2 proposals in 1\.1#1"):
        check(Source("draft.clause", several), VOCABULARY, Settings(choose=("Westland",)))


@pytest.mark.no_cover
def test_texts_are_ranked_as_one_prefers() -> None:
    by_sceptic = of(DRAFT, prefer="sceptic").front[0].counted.cost
    by_advocate = of(DRAFT, prefer="advocate").front[0].counted.cost

    assert by_sceptic[:2] == min(each.cost[:2] for each in brute(DRAFT))
    assert by_advocate[3:5] == min(each.cost[3:5] for each in brute(DRAFT))
    assert of(DRAFT, prefer="errors", most=1).front[0].taken == of(DRAFT, most=1).front[0].taken
    assert of(DRAFT, prefer="Northland").front
    with pytest.raises(
        UnknownChoice,
        match="peace is nobody to prefer a text for; there are sceptic, advocate, errors",
    ):
        of(DRAFT, prefer="peace")
    with pytest.raises(UnknownChoice, match="JRC makes no proposal that is open; there are"):
        of(f'{DRAFT}body JRC "Joint Road Commission"\n  members: Northland\n', prefer="JRC")


SNAPBACK = f"""{DRAFT.partition("article 1")[0]}
clause 1
  Northland shall freeze its reactors.
  by: 90 days after signature
  for: 5 years

clause 2
  Westland shall suspend sanctions on Northland.
  by: 30 days after 1 is complete
  in return for: 1
  [if breached: Westland may reimpose the sanctions within 30 days.]

clause 3
  Southland shall [open the harbour [by night] | close the harbour].
"""


def test_a_way_back_is_not_given_up_because_it_leaves_something_to_settle() -> None:
    made = of(SNAPBACK)
    reversible, _ = next(each for each in made.open if each.addresses == ("2#1",)).choices
    (best,) = made.front
    assert_ties_are_told(SNAPBACK, made)

    assert "unsettled-snapback" in {getattr(each.what, "rule", "") for each in reversible.prices}
    assert ("`if breached: Westland may reimpose the…` in 2#1") in best.taken
    assert best.counted.safeguards == 1


def test_a_best_text_names_what_it_takes_where_no_rule_weighs_it() -> None:
    told = " ".join(alternatives_text(of(SNAPBACK), width=200, color=False).split())
    (last,) = of(SNAPBACK, prefer="errors").front
    (shut,) = alternatives(
        Source("draft.clause", SNAPBACK), VOCABULARY, Settings(choose=("3#1=2",))
    ).front

    assert "no rule weighs these: 3#1, 3#2" in told
    assert (
        "first proposal stands: `open the harbour [by night]` in 3#1; `by night` in 3#2"
    ) in told
    assert last.taken[-1] == "`by night` in 3#2"
    assert [each for each in shut.taken if "3#" in each] == []


def test_each_choice_is_told_beside_the_first() -> None:
    told = " ".join(alternatives_text(of(DRAFT), width=300, color=False).split())
    both = " ".join(
        alternatives_text(
            of(
                DRAFT.replace(
                    "Southland shall [open | close]", "Northland and Southland [shall | may] open"
                )
            ),
            width=300,
            color=False,
        ).split()
    )

    assert (
        "`close` beside the first: Southland turned round (the opposite act: `open` → `close`)"
        in told
    )
    assert (
        "(`2.2 is complete` → nothing); Southland bound less (a duty of Southland removed)" in told
    )
    assert (
        "beside the first: Northland and Southland bound less (a duty became a permission" in both
    )


def test_of_many_best_texts_some_are_shown_from_all_along_the_ranking() -> None:
    every = of(ROLLING.read_text(), most=100)
    few = of(ROLLING.read_text(), most=1)

    assert [each.counted for each in few.front] == [every.front[0].counted]
    assert few.left_out == len(every.front) - 1


def test_what_checking_in_full_shows_otherwise_is_learned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clausecheck.rolling.text.MOST_SENTENCES", 1)
    made = of(DRAFT, most=100)
    hurried = of(DRAFT, most=100, checks=1)

    assert {each.counted for each in made.front} <= brute(DRAFT)
    assert hurried.front
    assert hurried.checks <= made.checks


def test_articles_are_counted_by_their_titles_where_they_were_renumbered() -> None:
    article = 'article {0} "{1}"\nclause {0}.1\n  US shall [lift | suspend] sanctions.\n'
    old, new = (
        f'declaration "D"\nparty US "United States"\n{"".join(map(article.format, *named))}'
        for named in (((1, 2, 3), ("Old", "A", "B")), ((1, 2, 3), ("A", "New", "B")))
    )
    made = of(new, since=Source("before.clause", old))

    assert made.before is not None
    assert made.before.by_article == (("article 1 before", 1), ("article 1", 1), ("article 3", 1))
    assert made.tally.by_article == (("article 1", 1), ("article 2", 1), ("article 3", 1))


def test_brackets_are_counted_by_article_by_party_and_by_kind_and_before() -> None:
    made = of(
        DRAFT, since=Source("before.clause", DRAFT.replace("[open | close]", "[open] [soon]"))
    )

    assert made.tally.total == 7
    assert dict(made.tally.by_article) == {"article 1": 2, "article 2": 5}
    assert dict(made.tally.by_party) == {"Northland": 4, "Southland": 3, "Westland": 3}
    assert dict(made.tally.by_kind) == {"value": 3, "words": 2, "line": 1, "clause": 1}
    assert made.before is not None
    assert made.before.total == 8


def test_language_versions_are_told_with_what_each_commits_to() -> None:
    ((address, (english, korean)),) = of(ROLLING.read_text()).versions

    assert address == "1.1#1"
    assert (english.language, english.words) == ("the English text", "agree to discuss")
    assert (korean.language, korean.commits_to) == (
        "the Korean text",
        "statement: All parties declare the end of the state of war.",
    )
    assert korean.differs
    assert english.differs == ()


def test_of_two_brackets_in_a_clause_each_is_told_in_what_its_own_versions_differ() -> None:
    draft = DRAFT.partition("article")[0] + (
        "clause 1\n  Northland [shall {en} | should {ko}] open the road.\n"
        "  by: [60 days after signature {en} | 90 days after signature {ko}]\n"
    )
    versions = dict(of(draft).versions)

    assert [each.differs for each in versions["1#1"]] == [
        (),
        (Difference("bound less", "1", "modality: `shall` → `should`", ("Northland",)),),
    ]
    assert [[difference.told for difference in each.differs] for each in versions["1#2"]] == [
        [],
        ["deadline 30 days later: `by: 60 days after signature` → `by: 90 days after signature`"],
    ]


def test_a_line_that_cannot_be_read_hides_no_difference_in_another() -> None:
    draft = DRAFT.partition("article")[0] + (
        "clause 1\n  Northland shall freeze its reactors.\n"
        "  access: [anywhere | declared sites]\n  by: [30 | 60] days after signature\n"
    )
    (bracket,) = of(draft).open

    assert [[each.how for each in choice.differs] for choice in bracket.choices] == [
        [],
        ["bound less"],
    ]


def test_nothing_falls_away_for_a_choice_that_cannot_be_read() -> None:
    draft = DRAFT.partition("article")[0] + (
        "clause 1\n  Northland [declares the end of | shares the wish to end] the war.\n"
    )
    (bracket,) = of(draft).open

    assert [choice.asked for choice in bracket.choices] == [(), ()]


def test_a_version_that_cannot_be_read_commits_to_nothing_that_can_be_told() -> None:
    draft = DRAFT.partition("article")[0] + (
        "clause 1\n  Northland [declares the end of {en} | shares the wish to end {ko}] the war.\n"
    )
    ((_, (_, korean)),) = of(draft).versions

    assert korean.commits_to == "not to be read: Northland shares the wish to end the war."
    assert korean.differs == (Difference("not weighed", "1", "a line here could not be read"),)


def test_versions_within_a_proposal_are_told_as_if_it_were_taken() -> None:
    draft = DRAFT.partition("article")[0] + (
        "clause 1\n"
        "  [Northland shall open the road. | Northland [may {en} | shall {ko}] close the road.]\n"
    )
    ((address, (english, korean)),) = of(draft).versions

    assert address == "1#2"
    assert english.commits_to == "permission: Northland may close the road."
    assert korean.commits_to == "duty: Northland shall close the road."
    assert [each.how for each in korean.differs] == ["bound more"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    Path("draft.clause").write_text(DRAFT)
    Path("before.clause").write_text(DRAFT.replace("[open | close]", "[open] [soon]"))
    return tmp_path


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["alternatives", *arguments]) == 0
    return capsys.readouterr().out


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("columns", ["40", "80", "120"])
def test_the_report_fits_the_terminal(
    columns: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    out = shown(capsys, "draft.clause", "--since", "before.clause")

    assert max(map(len, out.splitlines())) <= int(columns)
    flat = " ".join(out.split())
    assert "open: 7 brackets; 96 texts are to be had" in flat
    assert "in all 8 7 1 fewer" in flat or "in all before: 8 now: 7" in flat
    assert "no rule weighs these, as far as was looked at: 2.3#1" in flat
    assert "Beside the first: in what a choice differs from the first of its bracket" in flat
    assert "troop-withdrawal-without-" in flat
    assert "the best texts" in out


@pytest.mark.usefixtures("folder")
def test_what_is_chosen_is_no_longer_open(capsys: pytest.CaptureFixture[str]) -> None:
    chosen = [
        f"--choose={each}"
        for each in ("1.1#1=1", "1.1#2=1", "2.2#0=out", "2.1#1=1", "2.1#2=2", "2.3#1=1")
    ]
    out = shown(capsys, "draft.clause", *chosen, "--since", "draft.clause")

    assert "no bracket is open" in out
    assert "the best texts" not in out


def test_versions_alone_leave_nothing_to_decide(capsys: pytest.CaptureFixture[str]) -> None:
    out = shown(capsys, str(PANMUNJOM))

    assert "no bracket is open" in out
    assert "language versions, which all stand" in out


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "arguments", [["draft.clause"], ["draft.clause", "--since", "before.clause"]]
)
def test_programs_get_what_the_schema_describes(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    text = (resources.files("clausecheck.reporters") / "alternatives.schema.json").read_text()
    Draft202012Validator.check_schema(json.loads(text))
    document = json.loads(shown(capsys, *arguments, "--output-format", "json"))

    assert list(Draft202012Validator(json.loads(text)).iter_errors(document)) == []
    assert document["front_exact"] is True


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["none.clause"], "there is no such file or folder"),
        (["draft.clause", "--since", "none.clause"], "there is no such file or folder"),
        (["draft.clause", "--choose", "9#1=1"], "there is no bracket 9#1"),
        (["draft.clause", "--prefer", "nobody"], "nobody is nobody to prefer a text for"),
        (["deep.clause"], "brackets are nested deeper than"),
    ],
)
def test_what_cannot_be_done_is_exit_2_with_the_reason(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("deep.clause").write_text(f"{DRAFT}clause 9\n  A shall {'[' * 1000}\n")

    assert run(["alternatives", *arguments]) == 2
    assert message in " ".join(capsys.readouterr().err.split())


CIRCLE = DRAFT.partition("article 1")[0] + "".join(
    f"clause {number}\n  {who} shall open its {what}.\n"
    f'  after: ["when the time is ripe" | {number % 4 + 1} is complete | "in due course"]\n'
    for number, (who, what) in enumerate(
        (
            ("Northland", "road"),
            ("Southland", "harbour"),
            ("Westland", "market"),
            ("Northland", "mine"),
        ),
        1,
    )
)
"""Each wait for another is better than words, and all of them are a deadlock."""


def test_what_only_a_check_in_full_shows_is_learned_from_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("clausecheck.rolling.text.MOST_SENTENCES", 1)
    source = Source("draft.clause", CIRCLE)
    made = alternatives(source, VOCABULARY, SETTINGS, most=100)
    hurried = alternatives(source, VOCABULARY, SETTINGS, most=100, checks=1)

    assert {each.counted for each in made.front} <= brute(CIRCLE)
    assert made.checks > 1
    assert not hurried.front_exact
    assert hurried.front


def test_what_is_accepted_on_record_counts_for_nothing() -> None:
    draft = f"""{DRAFT.partition("article 1")[0]}
clause 1
  Westland shall lift sanctions on Northland.
  by: ["soon" | signature]
  accept soft-deadline
    because: "the ministers will fix it"
    accepted by: Westland
"""

    assert {each.counted for each in of(draft).front} == brute(draft)


def test_what_is_wrong_with_the_record_counts_as_it_does_for_lint() -> None:
    """An acceptance that meets nothing with some choices is a warning of the text that has them."""
    draft = f"""{DRAFT.partition("article 1")[0]}
accept unverified-text everywhere
  because: "Third reading."
clause 1
  Northland shall freeze its reactors.
  [verified by: Southland using on-site inspection, every 30 days]
  for: 5 years
"""
    made = of(draft)
    ((taken, left_out),) = (each.choices for each in made.open)

    assert {each.counted for each in made.front} == brute(draft)
    assert "unused-acceptance" in {getattr(each.what, "rule", "") for each in taken.prices}
    assert "unused-acceptance" not in {getattr(each.what, "rule", "") for each in left_out.prices}


def test_what_is_not_shown_is_counted() -> None:
    told = " ".join(
        alternatives_text(of(ROLLING.read_text(), most=1), width=90, color=False).split()
    )

    assert "3 more trade one against the other as well; `--most` shows more." in told
    assert "more with other choices" in told


def test_where_checks_are_used_up_the_best_checked_are_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("clausecheck.alternatives.search.Search._weighed", lambda _: [])
    made = of(DRAFT, most=99)
    own = [each.text.counted for each in made.parties]

    assert not made.front_exact
    for best in made.front:
        assert not any(beats(one, best.counted) for one in own)
    told = " ".join(alternatives_text(made, width=80, color=False).split())
    assert "No other text that was checked beats this one" in told
    assert f"{made.checks} texts of some 96 were checked in full" in told
    assert "`--checks` was not used up" in told
    spent = " ".join(
        alternatives_text(evolve(made, checks_spent=True), width=80, color=False).split()
    )
    assert "is known; `--checks` allows more" in spent
    assert "Whatever is chosen, there are at least 0e 0w 0i for the sceptic and 0e 0w" in told


def test_where_not_all_is_sure_it_is_said_what_no_text_can_have_less_of() -> None:
    text = Source("draft.clause", DRAFT)
    searched = Search(RollingText(text, read_source(text)[0], VOCABULARY, SETTINGS), 60)
    searched.text.learner.rough = True
    best = searched.best(None, 100)

    assert best.least is not None
    assert best.least.cost > (0,) * 6
    for counted in brute(DRAFT):
        assert all(map(le, best.least.cost, counted.cost))


@pytest.mark.parametrize("party", ["Westland", "Northland", "Southland"])
def test_a_party_has_the_same_text_where_two_are_compared(party: str) -> None:
    (own,) = (each for each in of(DRAFT).parties if each.party == party)
    _, report, *_ = examine(Source("draft.clause", DRAFT), VOCABULARY, Settings(choose=(party,)))
    left_out = [taken.partition(" ")[0] for taken in own.text.taken if taken.endswith("left out")]
    told = [note for note in report.notes if note.startswith("Left out")]

    assert [(f.rule, f.span) for f in report.findings] == [
        (f.rule, f.span) for f in own.text.report.findings
    ]
    assert all(f"others would add it and {party} does not" in note for note in told)
    assert all(address in "".join(told) for address in left_out)


def test_nothing_is_left_out_where_no_party_is_chosen() -> None:
    wishes = Settings(choose=("1.1#1=Westland",))
    _, report, *_ = examine(Source("draft.clause", DRAFT), VOCABULARY, wishes)

    assert [note for note in report.notes if note.startswith("Left out")] == []

from __future__ import annotations

from pathlib import Path

import pytest

from clausecheck.model import nodes
from clausecheck.model.reading import Clause, Labels, Provision, Reading
from clausecheck.model.resolve import LEFT_OUT
from tests.model.reading import HEAD, declaration, names_of, reading

EXAMPLES = Path(__file__).parents[1] / "layout/examples"


def clause(lines: str, head: str = HEAD) -> Clause:
    return reading(f"{head}\n{lines}\n").clauses[-1]


def provisions(text: Reading | Clause) -> list[tuple[object, ...]]:
    """Return number, kind, actor, act and object of every provision."""
    return [
        (
            each.number,
            each.kind,
            each.actor,
            each.act.name if each.act else None,
            each.object.name if each.object else None,
        )
        for each in text.provisions
    ]


def names(labels: Labels) -> list[str]:
    return [line.name for line in labels.lines]


# ── Numbers ──


def test_letters_and_steps_make_a_sentences_number() -> None:
    text = """\
clause 13
  (a) (i) US shall leave.
  (ii) ROK shall leave.
  (b) DPRK shall leave.
  step 1 US shall leave.
  step 2 (optional) US may return.
  (h) US shall leave.
  (i) ROK shall leave.
"""

    assert [said.number for said in clause(text).said] == [
        "13(a)(i)",
        "13(a)(ii)",
        "13(b)",
        "13(b)(step 1)",
        "13(b)(step 2)",
        "13(h)",
        "13(i)",
    ]


def test_a_number_stands_for_the_clause_and_all_below_it() -> None:
    text = f"""\
{HEAD}
article I "One"
clause I.1
  (a) US shall leave.
  (b) ROK shall leave.
clause I.10
  US shall stay.
annex 2 "Two"
clause A2.3
  US shall stay.
"""
    known = reading(text).names

    assert known.below("I.1") == ("I.1", "I.1(a)", "I.1(b)")
    assert known.below("I") == ("I", "I.1", "I.1(a)", "I.1(b)", "I.10")
    assert known.below("A2") == ("A2", "A2.3")
    assert known.between("I.1(b)", "I.10") == ("I.1(b)", "I.10")
    assert known.between("I.1", None) == known.below("I.1")
    assert known.between("I.1", "7") == known.below("I.1")
    assert known.number("I.1(b)") is not None
    assert known.number("A") is None


# ── Labels ──


def test_labels_above_the_first_sentence_bind_all_and_one_after_a_sentence_that_one() -> None:
    text = """\
clause 1
  from: 2020-01-01
  (a) US shall leave.
  by: 2021-01-01
  (b) ROK shall leave.
  by: 2022-01-01
  until: 2023-01-01
"""
    one = clause(text)

    assert names(one.labels) == ["from"]
    assert [names(said.labels) for said in one.said] == [["by", "from"], ["by", "until", "from"]]


def test_labels_of_what_is_declared_inside_a_clause_bind_no_sentence() -> None:
    text = """\
clause 1
  US shall leave.
  by: 2021-01-01
  body Panel "Panel"
    members: US, ROK
  define "leave"
    means: "go"
  event departure
    when: "seen"
  ROK shall leave.
  by: 2022-01-01
"""
    one = clause(text)
    known = names_of(declaration(f"{HEAD}\n{text}"))

    assert [names(said.labels) for said in one.said] == [["by"], ["by"]]
    assert known.actors["Panel"].members == ("US", "ROK")
    assert "leave" in known.definitions
    assert "departure" in known.events


def test_a_label_is_stated_unless_it_says_none() -> None:
    labels = clause("clause 1\n  US shall leave.\n  verified by: none\n  by: unknown").labels
    own = clause("clause 1\n  US shall leave.\n  verified by: none\n  by: unknown").said[0].labels

    assert labels.lines == ()
    assert not own.stated("verified by")
    assert own.stated("by")
    assert own.get("for") is None
    assert [label.name for label in own.all("by", "verified by")] == ["verified by", "by"]


# ── Time ──


def provision(labels: str, head: str = HEAD) -> Provision:
    return clause(f"clause 1\n  US shall leave.\n{labels}", head).provisions[0]


def test_nothing_begins_before_signature_or_entry_into_force() -> None:
    dated = HEAD.replace("scope: complete", "scope: complete\n  entry into force: 2020-01-01")
    none = HEAD.replace("scope: complete", "scope: complete\n  entry into force: none")

    assert provision("").timing.default_start == "signature"
    assert provision("", dated).timing.default_start == "entry into force"
    assert provision("", none).timing.default_start == "signature"
    assert provision("  by: 2021-01-01", dated).timing.default_start == "entry into force"


@pytest.mark.parametrize(
    "label",
    ["after: signature", "starts: by 2020-01-01", "together with: 1 begins", "in parallel with: 1 begins",
     "from: signature", "on: signature"],
)  # fmt: skip
def test_a_label_of_its_own_says_when_a_deed_begins(label: str) -> None:
    timing = provision(f"  {label}").timing

    assert timing.default_start is None
    assert [line.name for line in timing.earliest] == [label.partition(":")[0]]


def test_each_label_of_time_has_its_place() -> None:
    timing = provision(
        "  by: 2020-01-01\n  before: signature\n  from: signature\n  until: 2021-01-01\n"
        "  for: 5 years\n  every: 30 days\n  target: 2019-01-01"
    ).timing
    lone = [timing.since, timing.until, timing.term, timing.recurring, timing.target]

    assert [line.name for line in timing.due] == ["by", "before"]
    assert [line.name for line in lone if line] == ["from", "until", "for", "every", "target"]


# ── Provisions ──


def test_there_is_one_duty_for_each_actor_act_and_object() -> None:
    one = clause("clause 1\n  US and ROK shall freeze and dismantle reactors and missiles.")

    assert provisions(one) == [
        ("1", "duty", actor, act, thing)
        for actor in ("US", "ROK")
        for act in ("freeze", "dismantle")
        for thing in ("reactor", "missile")
    ]


def test_two_deeds_done_by_two_bind_each_to_its_own() -> None:
    one = clause("clause 1\n  The reactors shall be frozen by DPRK and verified by IAEA.", HEAD)
    bound = [each.meaning.who.names for each in one.provisions]

    assert [(each.actor, each.act and each.act.name) for each in one.provisions] == [
        ("DPRK", "freeze"),
        ("IAEA", "verify"),
    ]
    assert bound == [("DPRK",), ("IAEA",)]


def test_a_duty_borne_together_is_one() -> None:
    assert provisions(clause("clause 1\n  US and ROK jointly shall meet.")) == [
        ("1", "duty", None, "meet", None)
    ]


def test_a_provision_tells_whose_how_much_where_and_for_whom() -> None:
    text = "clause 1\n  US and ROK shall withdraw 300 of their troops from DPRK for JMC."
    first, second = clause(text).provisions
    quantity, place, beneficiary = first.quantity, first.place, first.beneficiary

    assert (first.owner, second.owner) == ("US", "ROK")
    assert quantity is not None
    assert quantity.quantity is not None
    assert quantity.quantity.least == "300"
    assert not quantity.whole
    assert place is not None
    assert place.name == "DPRK"
    assert beneficiary is not None
    assert beneficiary.name == "JMC"


def test_what_is_not_said_is_none() -> None:
    bare = clause("clause 1\n  US shall meet.").provisions[0]
    foreign = clause("clause 1\n  US shall move foreign missiles.").provisions[0]

    assert (bare.owner, bare.quantity, bare.place, bare.beneficiary) == (None, None, None, None)
    assert foreign.owner == "foreign"


def test_the_preamble_ends_where_a_part_begins() -> None:
    text = f"""\
{HEAD}
preamble
clause P1
  US affirms peace.
part "Two"
clause 1
  US shall leave.
clause P2
  US affirms peace.
"""
    unnumbered = text.replace("clause P1", "clause 3").replace("clause P2", "clause 2")

    for each in (text, text.replace('part "Two"\n', "")):
        assert told_of(each) == [("P1", True), ("P2", True), ("1", False)]
    assert told_of(unnumbered) == [("1", False), ("2", False), ("3", True)]


def told_of(text: str) -> list[tuple[str, bool]]:
    """Return the clauses as they are counted, and whether each belongs to the preamble."""
    return [(one.number, one.preamble) for one in reading(text).clauses]


def test_what_follows_a_breach_is_no_duty_of_the_text() -> None:
    text = reading(
        HEAD
        + """
clause 1
  otherwise: JMC shall convene.
  (a) DPRK shall freeze its reactors.
  if breached: US and ROK may resume exercises.
  otherwise: none
  (b) US shall suspend sanctions.
"""
    )

    assert provisions(text) == [
        ("1(a)", "duty", "DPRK", "freeze", "reactor"),
        ("1(b)", "duty", "US", "suspend", "sanctions"),
    ]
    assert [
        (each.number, each.kind, each.actor, each.act.name if each.act else None)
        for each in text.consequences
    ] == [
        ("1", "duty", "JMC", "convene"),
        ("1(a)", "permission", "US", "resume"),
        ("1(a)", "permission", "ROK", "resume"),
    ]
    assert [line.name for line in text.consequences[1].labels.lines] == ["if breached"]


def test_the_other_side_is_not_the_one_that_was_spoken_of() -> None:
    said = clause(
        """
clause 1
  (a) DPRK shall freeze its reactors.
  (b) The other parties shall suspend sanctions.
  (c) The other side shall meet.
"""
    )

    assert [provision.actor for provision in said.provisions] == ["DPRK", "US", "ROK", "DPRK"]


def test_a_place_is_told_by_the_sentence_in_which_it_lies() -> None:
    text = f"{HEAD}\nclause 1\n  from: signature\n  (a) US shall leave.\n  (b) ROK shall leave.\n"
    read = reading(text)
    one = read.clauses[0]

    assert read.clause_at(one.labels.lines[0].span) == "1"
    assert read.clause_at(one.said[1].sentence.span) == "1(b)"
    assert read.clause_at(read.declaration.blocks[0].span) is None
    assert read.clause("1") is one
    assert read.clause("2") is None


def test_a_sentence_whose_modality_is_left_out_says_nothing() -> None:
    text = HEAD + "\nclause 1\n  [US shall {US}] withdraw its troops.\n"

    assert reading(text).clauses[0].said[0].meanings != ()
    assert reading(text, {"1#1": LEFT_OUT}).clauses[0].said[0].meanings == ()


def test_a_modality_and_its_not_may_end_a_sentence() -> None:
    text = HEAD + "\nclause 1\n  US [may | shall] not.\n"

    assert [each.modality.name for each in reading(text, {"1#1": 1}).provisions] == ["shall not"]


def test_a_text_without_a_head_is_read_all_the_same() -> None:
    read = reading("clause 1\n  Unnamed shall leave.\n")

    assert (read.title, read.kind, read.complete, read.broken) == (None, None, False, False)
    assert [each.actor for each in read.provisions] == [None]


# ── The three examples ──


def example(name: str, choices: dict[str, int] | None = None) -> Reading:
    return reading((EXAMPLES / name).read_text(), choices)


def test_the_end_of_war_is_understood() -> None:
    text = example("end-of-war.clause")

    assert text.complete
    assert text.names.parties == ("US", "ROK", "DPRK", "PRC")
    assert text.names.actors["JMC"].members == ("ROK", "DPRK", "PRC", "US")
    assert provisions(text) == [
        ("1.1", "statement", None, "end", "state-of-war"),
        ("1.2", "savings", None, "affect", "military-presence"),
        ("1.2", "savings", None, "affect", "mutual-defense-treaty"),
        ("1.3", "prohibition", "ROK", "seek", "absorption"),
        ("1.3", "prohibition", "DPRK", "seek", "absorption"),
        ("2.1", "prohibition", "DPRK", "conduct", "nuclear-test"),
        ("2.1", "prohibition", "DPRK", "conduct", "ballistic-missile-test"),
        ("2.2", "prohibition", "ROK", "commit", "hostile-act"),
        ("2.2", "prohibition", "DPRK", "commit", "hostile-act"),
        ("3.1", "duty", "US", "suspend", "sanctions"),
    ]
    moratorium, relief = text.provisions[5], text.provisions[9]
    assert names(moratorium.labels) == [
        "from",
        "for",
        "verified by",
        "reports",
        "reversible",
        "if breached",
    ]
    assert [mention.name for mention in relief.deed.others] == ["coal-export"]
    assert relief.timing.default_start is None
    assert [line.name for line in relief.timing.due] == ["by"]
    after = relief.timing.earliest[0].value
    assert isinstance(after, nodes.ClauseState)
    assert (after.clause.number, after.state) == ("2.1", "is verified")


def test_the_agreed_framework_is_understood() -> None:
    text = example("agreed-framework-1994.clause")

    assert not text.complete
    assert tuple(text.names.events) == ("light-water reactor project complete",)
    assert provisions(text) == [
        ("I.1", "duty", "US", "arrange", "light-water-reactor"),
        ("I.2", "duty", "US", "arrange", "heavy-fuel-oil"),
        ("I.3(a)", "duty", "DPRK", "freeze", "reactor"),
        ("I.3(a)", "duty", "DPRK", "freeze", "facility"),
        ("I.3(b)", "duty", "DPRK", "dismantle", "reactor"),
        ("I.3(b)", "duty", "DPRK", "dismantle", "facility"),
        ("II.3", "duty", "US", "upgrade", "relations"),
        ("II.3", "duty", "DPRK", "upgrade", "relations"),
        ("IV.3", "duty", "DPRK", "comply", "safeguards"),
    ]
    fuel = text.provisions[1]
    assert fuel.quantity is not None
    assert (fuel.quantity.rate, fuel.quantity.quantity) == (
        "year",
        nodes.Quantity(fuel.span, "500,000", None, "t"),
    )
    assert fuel.beneficiary is not None
    assert fuel.beneficiary.name == "DPRK"
    assert [each.owner for each in text.provisions[2:4]] == ["DPRK", "DPRK"]


def test_the_rolling_text_says_what_is_chosen() -> None:
    first = example("rolling-text.clause")
    full = {"2.1#1": 1, "2.1#2": 1, "2.1#5": 1, "3.1#1": 1, "3.2#0": -1, "1.1#1": 1}
    second = example("rolling-text.clause", full)

    assert provisions(first) == [
        ("1.1", "duty", None, "discuss", "end-of-war"),
        ("2.1", "permission", "US", "withdraw", "troops"),
        ("3.1", "duty", "DPRK", "freeze", "reactor"),
        ("3.2", "duty", "DPRK", "declare", "nuclear-facility"),
    ]
    assert provisions(second) == [
        ("1.1", "statement", None, "declare", "end-of-war"),
        ("2.1", "duty", "US", "withdraw", "troops"),
        ("3.1", "duty", "DPRK", "dismantle", "reactor"),
    ]
    amounts = [text.provisions[1].quantity for text in (first, second)]
    assert [amount.whole for amount in amounts if amount] == [False, True]
    assert names(first.provisions[1].labels) == ["after", "with consent of", "reversible"]


def test_a_preamble_with_numbered_recitals_ends_where_they_end() -> None:
    text = reading(
        f"{HEAD}preamble\nclause P1\n  US affirms its hope of peace.\n"
        "clause 1\n  US shall leave.\narticle 2\nclause 2.1\n  US shall leave.\n"
    )

    assert [clause.preamble for clause in text.clauses] == [True, False, False]


def test_a_preamble_without_numbered_recitals_ends_at_the_next_article() -> None:
    text = reading(
        f"{HEAD}preamble\nclause 1\n  US affirms its hope of peace.\n"
        "clause 2\n  US affirms its hope.\narticle 2\nclause 2.1\n  US shall leave.\n"
    )

    assert [clause.preamble for clause in text.clauses] == [True, True, False]


def test_the_number_of_anothers_article_is_only_words() -> None:
    meaning = clause("clause 1\n  US shall respect Article 2(4) of the Charter and 3.1.").said[0]

    assert [each.number for each in meaning.meanings[0].references] == ["3.1"]


@pytest.mark.parametrize(
    ("said", "stated"),
    [
        ("any party, on notice of 6 months", True),
        ("not permitted", False),
        ("withdrawal not permitted", False),
        ("no withdrawal", False),
        ("no party may withdraw", False),
        ("none", False),
    ],
)
def test_a_head_that_bars_leaving_has_no_exit(said: str, stated: bool) -> None:  # noqa: FBT001 - what is expected
    assert reading(f'treaty "A text"\n  exit: {said}\n').head.stated("exit") is stated

"""What follows a breach, and which steps come before the proof of what pays for them."""

from __future__ import annotations

import pytest

from clausecheck.analyses.inspection.breach import Ladder
from tests.analyses.texts import Text, clause

FREEZE = "Northland shall freeze its reactors."


def ladder(*lines: str, before: str = "") -> Ladder:
    (found,) = Text(before + clause(FREEZE, *lines)).facts.ladders
    return found


def test_the_rungs_of_a_ladder() -> None:
    found = ladder(
        "if breached: All parties shall meet within 10 days.",
        "otherwise: Southland may resume the exercises.",
    )

    assert [rung.takes_back for rung in found.rungs] == [False, True]
    assert [rung.doers for rung in found.rungs][1] == ("Southland",)
    assert found.takes_back
    assert found.timed
    assert not found.judged


@pytest.mark.parametrize(
    "line",
    [
        "judged by: Westland",
        "verified by: IAEA using on-site inspection",
    ],
)
def test_somebody_finds_the_breach(line: str) -> None:
    assert ladder(line, "if breached: Southland may resume the exercises.").judged


@pytest.mark.parametrize(
    "sentence",
    [
        "Commission shall report to all parties.",
        "Southland may resume the exercises on a report of Commission.",
        "UNSC may reimpose the sanctions.",
    ],
)
def test_a_body_finds_the_breach(sentence: str) -> None:
    assert ladder(f"if breached: {sentence}", before='body Commission "Joint Commission"\n').judged


def test_a_ladder_of_a_whole_clause_stands_once() -> None:
    text = Text(
        """
        clause 1
          if breached: Southland may resume the exercises.
          (a) Northland shall freeze its reactors.
          (b) Northland shall not test missiles.
        """
    )

    assert [found.number for found in text.facts.ladders] == ["1(a)"]


def test_bodies_that_one_side_can_block() -> None:
    text = Text(
        """
        body Halves "Halves"
          members: 5 from Northland, 5 from Southland
        body Named "Named"
          members: 1 from Northland, 1 from Southland, 2 from Westland
          named by: Northland, Southland
        body Chaired "Chaired"
          members: 5 from Northland, 5 from Southland
          decides by: chair
        body Unanimous "Unanimous"
          decides by: unanimity
          task: settlement of disputes
        body One "One"
          members: 3 from Northland, 4 from Southland, 1 from Westland
        body Odd "Odd"
          members: 2 from Northland, 2 from Southland, 1 from Westland
          task: trade
        body Told "Told"
          members: Northland, Southland
          task: none
        clause 1
          Northland shall meet Halves, Named, Chaired, Unanimous, One, Odd and Told.
        """
    )
    halves = "has as many members from one side as from the other"

    assert {body.name: (body.why_blocked, body.settles) for body in text.facts.bodies} == {
        "Halves": (halves, False),
        "Named": (halves, False),
        "Chaired": (None, False),
        "Unanimous": ("decides by unanimity", True),
        "One": ("has half of its members from Southland", False),
        "Odd": (None, False),
        "Told": (None, False),
    }
    assert text.facts.blocked == {"Halves", "Named", "Unanimous", "One", "UNGA", "UNSC"}


GIVEN = "Westland shall withdraw its troops from Southland."


@pytest.mark.parametrize(
    ("given", "gained", "order"),
    [
        (("after: 2 is verified", "in return for: 2"), (), "after proof"),
        (("after: 2 is complete", "in return for: 2"), (), "before proof"),
        (("before: 2 begins", "in return for: 2"), (), "before proof"),
        (("together with: 2", "in return for: 2"), (), "before proof"),
        (("in return for: 2",), ("after: 1 is complete",), "before proof"),
        (("by: 2027-03-01",), ("in return for: 1", "by: 2027-06"), "before proof"),
        (("by: 2027-07-01",), ("in return for: 1", "by: 2027-06-01"), "not told"),
        (("in return for: 2",), (), "not told"),
        (("by: 2027-03-01", "in return for: 2"), (), "not told"),
    ],
)
def test_the_order_of_an_exchange(
    given: tuple[str, ...], gained: tuple[str, ...], order: str
) -> None:
    one = "\n  ".join(("clause 1", GIVEN, *given))
    other = "\n  ".join(("clause 2", FREEZE, *gained))
    found = Text(f"{one}\n{other}").facts.exchanges

    assert [(e.given.number, e.gained.number, e.order) for e in found] == [("1", "2", order)]


@pytest.mark.parametrize(
    "given",
    [
        "Westland shall suspend sanctions.\n  in return for: 2",
        "Westland may withdraw its troops from Southland.\n  in return for: 2",
        "Westland shall withdraw 11 guard posts.\n  in return for: 2",
        f"{GIVEN}\n  in return for: 2\n  reversible: by Westland within 30 days",
        "Northland shall withdraw its troops from the border.\n  in return for: 2",
        f"{GIVEN}\n  in return for: agreed-framework-1994 I.1",
        f"{GIVEN}\n  in return for: 9",
        f'{GIVEN}\n  in return for: "peace"',
        "Westland shall abound.\n  in return for: 2",
    ],
)
def test_what_is_no_exchange_of_a_step_for_good(given: str) -> None:
    assert Text(f"clause 1\n  {given}\nclause 2\n  {FREEZE}").facts.exchanges == ()


def test_a_step_that_its_own_clause_calls_irreversible() -> None:
    text = Text(f"clause 1\n  {GIVEN}\n  in return for: 2\n  reversible: no\nclause 2\n  {FREEZE}")

    assert len(text.facts.exchanges) == 1


# ── In clauses of their own ──────────────────────────────────────────────────────────────────────

RESUME = "Southland may resume the exercises."


def apart(*clauses: str, first: str = FREEZE) -> list[tuple[str, list[str], bool, set[str]]]:
    """Return each ladder: where it begins, its rungs, whether it takes back, and after what."""
    lines = [f"clause 1\n  {first}", *(f"clause {n}\n  {c}" for n, c in enumerate(clauses, 2))]
    return [
        (found.number, [rung.number for rung in found.rungs], found.takes_back, set(found.of))
        for found in Text("\n".join(lines)).facts.ladders
    ]


@pytest.mark.parametrize(
    "label",
    ["if: 1 is breached", "on: 30 days after 1 is breached", "after: 1 is breached"],
)
def test_a_clause_that_waits_for_a_breach(label: str) -> None:
    assert apart(f"{RESUME}\n  {label}") == [("2", ["2"], True, {"1"})]


def test_a_clause_that_speaks_of_a_breach() -> None:
    assert apart(f"{RESUME[:-1]} in the event of a breach of 1.") == [("2", ["2"], True, {"1"})]
    assert apart(f"{RESUME[:-1]} in the event of a breach.") == [("2", ["2"], True, set())]
    assert apart("Southland shall hold talks in the event of a breach.") == []
    assert apart("No party may suspend the exercises in the event of a breach.") == []


NOTICE = "(a) Any party may notify UNSC of a breach."


def test_what_follows_a_notice_step_by_step() -> None:
    vote = "(b) All parties shall consult.\n  on: 10 days after 2(a) begins"
    back = "(c) The sanctions shall apply again.\n  on: 20 days after 2(b) is complete"

    assert apart(f"{NOTICE}\n  {vote}\n  {back}") == [
        ("2(a)", ["2(a)", "2(b)", "2(c)"], True, set())
    ]
    assert apart(f"{NOTICE}\n  {vote}") == []
    assert apart(NOTICE.removeprefix("(a) ")) == []


def test_a_clause_of_its_own_goes_on_where_the_label_ends() -> None:
    meet = f"{FREEZE}\n  if breached: All parties shall meet within 10 days."
    own = f"{RESUME}\n  if: 1 is breached"

    assert apart(own, first=meet) == [("1", ["1", "2"], True, {"1"})]
    assert apart(own, own) == [("2", ["2", "3"], True, {"1"})]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_the_rungs_stand_in_the_order_of_their_numbers_wherever_they_are(
    order: tuple[int, ...],
) -> None:
    clauses = (
        f"\nclause 1\n  {FREEZE}\n",
        "\nclause 2\n  Westland shall resume the exercises.\n  if: 1 is breached\n",
        "\nclause 10\n  Southland may withdraw from this treaty.\n  if: 1 is breached\n",
    )
    (found,) = Text("".join(clauses[at] for at in order)).facts.ladders

    assert [rung.number for rung in found.rungs] == ["2", "10"]


def test_who_need_not_go_on_takes_back() -> None:
    own = "Westland is not obliged to provide oil.\n  if: 1 is breached"

    assert apart(own) == [("2", ["2"], True, {"1"})]


def test_who_finds_any_breach() -> None:
    seen = f"{FREEZE}\n  verified by: IAEA using on-site inspection"
    words = "Southland may resume the exercises in the event of a breach."

    for first, judged in ((FREEZE, False), (seen, True)):
        (found,) = Text(f"clause 1\n  {first}\nclause 2\n  {words}").facts.ladders
        assert found.judged is judged


@pytest.mark.parametrize(
    ("given", "back", "restored"),
    [
        ("Westland shall lift sanctions.", "Westland may reimpose the sanctions.", True),
        (
            "Westland shall lift sanctions.",
            "Westland may reimpose the sanctions lifted in 1.",
            True,
        ),
        ("Westland shall lift sanctions.", "Westland may suspend the measures of 1.", True),
        ("Westland shall close its camps.", "Westland may suspend the measures of 1.", False),
        ("Westland shall close its camps.", "Westland may resume the measures of 1.", True),
        ("Westland shall close its camps.", "Westland may reimpose the sanctions.", False),
        ("Westland shall close its camps.", "Westland shall report on 1.", False),
        (
            "Westland shall close its camps.",
            "Westland may resume I.3 of agreed-framework-1994.",
            False,
        ),
    ],
)
def test_what_is_taken_back(given: str, back: str, *, restored: bool) -> None:
    text = Text(
        f"clause 1\n  {given}\nclause 2\n  {back}\n  if: 3 is breached\nclause 3\n  {FREEZE}"
    )

    assert ("1" in text.facts.restored) is restored


def test_how_soon_a_clause_of_its_own_answers() -> None:
    seen = f"{FREEZE}\n  verified by: Southland using on-site inspection, every 7 days"
    own = f"{RESUME}\n  if: 1 is breached\n  by: 60 days after 1 is breached"
    (found,) = Text(f"clause 1\n  {seen}\nclause 2\n  {own}").facts.detection

    assert [each.days for each in found.parts if each is not None] == [7, 0, 0, 60]

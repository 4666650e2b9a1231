"""Who disarms, who assures whom of safety, and who is whose ally."""

from __future__ import annotations

import pytest

from clausecheck.analyses.security.assurances import Strength
from clausecheck.findings import Problem
from clausecheck.rules.security_assurance.weak_assurance import weak_assurance
from tests.analyses.texts import Text, clause

BOTH = "Northland and Southland shall eliminate their missiles."


@pytest.mark.parametrize(
    ("sentence", "alone"),
    [
        ("Northland shall dismantle its reactors.", "Northland"),
        ("Northland commits to work toward complete denuclearization.", "Northland"),
        ("Northland shall carry out the dismantlement of its reactors.", "Northland"),
        ("Northland shall abandon all nuclear weapons.", "Northland"),
        (BOTH, None),
        ("Northland shall freeze its reactors.", None),
        ("Northland shall remove mines from the valley.", None),
        ("Northland shall dismantle its loudspeakers.", None),
        ("Northland intends to dismantle its reactors.", None),
        ("Northland shall not dismantle its reactors.", None),
        ("Northland shall discuss denuclearization.", None),
        ("JMC shall carry out disarmament.", None),
    ],
)
def test_who_disarms_alone(sentence: str, alone: str | None) -> None:
    text = Text('body JMC "Joint Military Commission"\n' + clause(sentence))

    assert text.facts.disarmament.alone == alone


@pytest.mark.parametrize(
    ("line", "at_will"),
    [
        ('until: "Westland decides otherwise"', True),
        ('for: "as long as it considers necessary"', True),
        ('unless: "it finds its safety at stake"', True),
        ('unless: "its safety is at stake"\n  judged by: Westland', True),
        ('unless: "its safety is at stake"\n  judged by: UN', False),
        ('until: "Northland decides otherwise"', False),
        ("until: 2030-01-01", False),
    ],
)
def test_an_assurance_ends_at_will_where_its_giver_says_when(line: str, at_will: bool) -> None:  # noqa: FBT001
    text = Text(clause("Westland shall guarantee Northland's security.", line))

    assert [each.released for each in text.facts.assurances] == [at_will]


def test_what_the_preamble_hopes_disarms_nobody() -> None:
    text = Text("preamble\n" + clause("Northland shall dismantle its reactors."))

    assert text.facts.disarmament.steps == ()


@pytest.mark.parametrize(
    ("sentence", "words", "to", "strength"),
    [
        ("Westland shall not attack Northland.", "attack", "Northland", "binding"),
        ("Westland should not attack Northland.", "attack", "Northland", "intention"),
        ("Westland shall not use nuclear weapons against Northland.", "nuclear weapons", "Northland", "binding"),
        ("Westland declares that it will not use force against Northland.", "force", "Northland", "binding"),
        ("Westland shall provide security assurances to Northland.", "security assurances", "Northland", "promise"),
        ("Westland intends to provide assurances to Northland.", "provide assurances", "Northland", "intention"),
        ("Westland shall guarantee Northland's security.", "security", "Northland", "promise"),
        ("Westland affirms that it has no hostile intent toward Northland.", "hostile intent", "Northland", "intention"),
        ("Westland affirms that it has no intention to attack Northland.", "attack", "Northland", "intention"),
        ("Northland and Westland shall not use force.", "force", None, "binding"),
        ("Northland and Westland reaffirm the non-aggression pledge.", "non-aggression pledge", None, "promise"),
        ("Northland and Westland should not use force.", "force", None, "intention"),
    ],
)  # fmt: skip
def test_an_assurance(sentence: str, words: str, to: str | None, strength: Strength) -> None:
    text = Text(clause(sentence), head="form: treaty")
    (found,) = text.facts.assurances

    assert (text[found.at], found.to, found.strength) == (words, to, strength)
    assert text.stance("security-assurance") == strength


@pytest.mark.parametrize(
    "sentence",
    [
        "Westland shall not use food against Northland.",
        "Westland shall not recognise Northland.",
        "Westland affirms that it has no nuclear weapons near Northland.",
        "Westland affirms that its plan serves trade with Northland.",
        "Westland shall provide food to Northland.",
        "Westland shall provide extended deterrence to Southland.",
        "Westland may attack Northland.",
        "Westland shall respect Northland.",
        "Westland shall provide security assurances to UN.",
    ],
)
def test_what_assures_nobody(sentence: str) -> None:
    assert Text(clause(sentence)).facts.assurances == ()


@pytest.mark.parametrize(
    ("lines", "to"),
    [
        (["Westland shall not use force."], "DPRK"),
        (["Westland shall refrain from the threat or use of force."], "DPRK"),
        (["Westland shall not use nuclear weapons against any other party."], "DPRK"),
        (["Westland shall not use force against any state."], "DPRK"),
        (["Westland shall not attack."], "DPRK"),
        (["Westland shall not attack ships."], None),
        (["Westland shall not use force against civilians."], None),
        (["Westland shall not use force.", "where: the valley"], None),
        (["Westland may use force."], None),
    ],
)
def test_who_uses_force_against_nobody_assures_the_one_whose_safety_is_at_issue(
    lines: list[str], to: str | None
) -> None:
    one = Text(f'{clause(*lines)}\nparty DPRK "Democratic People\'s Republic of Korea"')
    nobody_known = Text(clause(*lines))

    assert [each.to for each in one.facts.assurances] == ([to] if to else [])
    assert nobody_known.facts.assurances == ()


def test_a_pledge_in_a_text_that_does_not_bind_is_a_promise() -> None:
    text = Text(clause("Westland shall not attack Northland."), head="form: joint statement")

    assert text.stance("security-assurance") == "promise"


@pytest.mark.parametrize(
    ("exception", "released"),
    [
        ('if: "it is in danger"\n  judged by: Westland\n  exception to: 1', True),
        ('if: "Westland considers it needed"\n  exception to: 1', True),
        ('if: "it is in danger"\n  judged by: UN\n  exception to: 1', False),
        ('if: "it is in danger"\n  judged by: Westland', False),
        ("exception to: 1", False),
    ],
)
def test_an_assurance_whose_giver_releases_itself(exception: str, *, released: bool) -> None:
    text = Text(
        clause("Westland shall not attack Northland.")
        + f"\nclause 2\n  Westland may attack Northland.\n  {exception}\n",
        head="form: treaty",
    )
    (found,) = text.facts.assurances

    assert found.released is released


def test_no_assurance_in_a_whole_text_and_in_a_part() -> None:
    body = clause("All parties shall meet.")

    assert Text(body).stance("security-assurance") == "none"
    assert Text(body, scope="partial").stance("security-assurance") == "not stated"


def test_allies_by_side_and_by_the_vocabulary() -> None:
    text = Text(
        """
        party ROK "Republic of Korea"
        party US "United States of America"
        actor PRC "People's Republic of China"
        party DPRK "Democratic People's Republic of Korea"
        side South: Southland, Westland
        side North: Northland
            side Korea: ROK, DPRK
        """
    )

    assert text.facts.allies == (frozenset({"ROK", "US"}), frozenset({"Southland", "Westland"}))


@pytest.mark.parametrize(
    ("lines", "stance"),
    [
        ((), "binding"),
        (("reversible: no",), "binding"),
        (("reversible: by Westland within 30 days",), "promise"),
    ],
)
def test_what_can_be_taken_back_is_no_more_than_promised(
    lines: tuple[str, ...], stance: str
) -> None:
    text = Text(clause("Westland shall not attack Northland.", *lines), head="form: treaty")

    assert text.stance("security-assurance") == stance


def test_an_exception_by_its_own_finding_makes_it_a_promise() -> None:
    exception = clause(
        "Westland may attack Northland.",
        'if: "a breach is grave"',
        "judged by: Westland",
        "exception to: 1",
    ).replace("clause 1", "clause 2")
    text = Text(
        f"{clause('Westland shall not attack Northland.')}\n{exception}", head="form: treaty"
    )

    assert text.stance("security-assurance") == "promise"


def test_what_a_weak_assurance_is_asked_for_is_what_it_lacks() -> None:
    def asked(*lines: str, head: str = "ratification: Westland by its Senate") -> list[str]:
        facts = Text(clause(*lines), head=f"form: treaty\nscope: complete\n{head}").facts
        return [said.help for said in weak_assurance.judge(facts) if isinstance(said, Problem)]

    plain = "Westland shall not attack Northland."
    behind = "add `ratification:` or `endorsement:` to the head"
    for_good = "write `reversible: no`, or leave that line out"

    assert asked(plain, head="") == [behind]
    assert asked(plain, "reversible: by Westland", head="") == [f"{for_good}; {behind}"]
    assert asked(plain, "reversible: by Westland") == [for_good]
    assert asked(plain, "reversible: no") == []
    assert asked("Westland shall provide security guarantees to Northland.") == [
        "say what is not done, as in `shall not attack or threaten`"
    ]


def test_one_whom_several_assure_gives_others_no_assurance_of_its_own() -> None:
    several = clause("Westland and Southland each shall not attack Northland.")
    answer = clause("Northland shall not attack Southland.").replace("1", "2", 1)

    def given(*clauses: str) -> set[str | None]:
        return {each.to for each in Text("\n".join(clauses)).facts.one_way_assurances}

    assert given(answer) == {"Southland"}
    assert given(several, answer) == {"Northland"}


def test_where_one_alone_disarms_the_assurances_are_those_to_it() -> None:
    disarms = clause("Northland shall dismantle its reactors.")
    others = clause("Northland shall not attack Southland.").replace("1", "2", 1)

    assert Text(f"{disarms}\n{others}").facts.one_way_assurances == ()

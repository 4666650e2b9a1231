"""Who signs, who is bound without signing, and who that fought is not there."""

from __future__ import annotations

import pytest

from tests.analyses.texts import Text

EASTLAND = 'actor Eastland "Republic of Eastland"\n'
OPEN = "shall open its borders."


def outsiders(body: str, head: str = "") -> list[tuple[str, str, str]]:
    text = Text(EASTLAND + body, head=head)
    found = (*text.facts.outsiders_bound, *text.facts.outsiders_awaited)
    return [(each.provision.number, each.name, text[each.at]) for each in found]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (f"Eastland {OPEN}", ["Eastland"]),
        ("Eastland and Northland jointly shall hold talks.", ["Eastland"]),
        (f"UNC {OPEN}", ["UNC"]),
        (f"IAEA {OPEN}", []),
        (f"Westland {OPEN}", []),
        ("Eastland intends to open its borders.", []),
        ("Eastland may open its borders.", []),
    ],
)
def test_who_is_bound_without_signing(sentence: str, found: list[str]) -> None:
    assert [name for _, name, _ in outsiders(f"clause 1\n  {sentence}")] == found


@pytest.mark.parametrize(
    "head", ["signed by: Northland by its King, Eastland by its President", "signed by: Eastland"]
)
def test_who_signs_is_no_outsider(head: str) -> None:
    assert outsiders(f"clause 1\n  Eastland {OPEN}", head) == []


@pytest.mark.parametrize(
    ("title", "outside"),
    [
        ("Parliament of Westland", False),
        ("Government of Westland", False),
        ("President of Westland", False),
        ("Republic of Eastland", True),
    ],
)
def test_an_organ_of_one_who_signs_is_none(title: str, *, outside: bool) -> None:
    body = f'actor Other "{title}"\nclause 1\n  Other {OPEN}'

    assert bool(outsiders(body)) == outside


def test_consent_makes_it_their_own() -> None:
    body = f"clause 1\n  Eastland {OPEN}\n  with consent of: Eastland"

    assert outsiders(body) == []


@pytest.mark.parametrize("act", ["shall welcome", "shall invite"])
def test_who_is_called_in_has_come_of_their_own_will(act: str) -> None:
    body = f"clause 1\n  Northland {act} Eastland.\nclause 2\n  Eastland {OPEN}"

    assert outsiders(body) == []


def test_an_alias_of_what_is_no_actor_binds_nobody() -> None:
    body = f"event day of return\n  also called: the return\nclause 1\n  The return {OPEN}"

    assert outsiders(body) == []


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ("if: Eastland opens its borders", "Eastland opens its borders"),
        ("unless: the Eastland opens its borders", "the Eastland opens its borders"),
        ("if: Westland opens its borders", None),
        ("if: the borders of Eastland are open", None),
        ('if: "Eastland opens its borders"', None),
        ("if: 2 is complete", None),
    ],
)
def test_what_waits_for_an_outsider(condition: str, found: str | None) -> None:
    body = f"clause 1\n  Northland {OPEN}\n  {condition}\nclause 2\n  Westland {OPEN}"

    assert [at for _, _, at in outsiders(body)] == ([found] if found else [])


@pytest.mark.parametrize(
    ("sentence", "ends"),
    [
        ("All parties declare that the state of war is ended.", "state of war"),
        ("All parties agree to cease all hostilities.", "hostilities"),
        ("This declaration shall replace the armistice.", "armistice"),
        ("All parties agree to cease all hostile acts.", None),
        ("All parties intend to cease all hostilities.", None),
        ("No party shall cease hostilities.", None),
        ("All parties shall replace the armistice by a peace agreement.", None),
        ("All parties shall dissolve UNC.", None),
    ],
)
def test_what_ends_the_war_by_its_own_words(sentence: str, ends: str | None) -> None:
    text = Text(f"clause 1\n  {sentence}")
    over = text.facts.war_over

    assert (text[over[1]] if over is not None else None) == ends


def test_the_powers_are_those_of_a_war_in_which_somebody_here_fought() -> None:
    assert Text(f"clause 1\n  Northland {OPEN}").facts.powers.absent == ()

    powers = Text(
        """
        party ROK "Republic of Korea"
        actor PRC "People's Republic of China"
        guarantor US "United States of America"
        clause 1
          ROK shall open its borders.
        """
    ).facts.powers

    assert powers.taking_part == 2
    assert powers.absent == (
        "Democratic People's Republic of Korea",
        "People's Republic of China",
    )
    assert powers.unnamed == ("Democratic People's Republic of Korea",)

"""“Did you mean”."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clausecheck.nearness import distance, nearest

STATUSES = ("draft", "signed", "in force", "ended", "suspended", "superseded")
letters = st.text("abcd", max_size=8)


def counted_plainly(word: str, other: str) -> int:
    """Count as the definition says, without any shortcut."""
    rows = [
        [i + j if not i or not j else 0 for j in range(len(other) + 1)]
        for i in range(len(word) + 1)
    ]
    for i in range(1, len(word) + 1):
        for j in range(1, len(other) + 1):
            rows[i][j] = min(
                rows[i - 1][j] + 1,
                rows[i][j - 1] + 1,
                rows[i - 1][j - 1] + (word[i - 1] != other[j - 1]),
            )
            if i > 1 and j > 1 and word[i - 1] == other[j - 2] and word[i - 2] == other[j - 1]:
                rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]


def test_a_slip_is_put_right() -> None:
    assert nearest("singed", STATUSES) == ("signed",)
    assert nearest("supended", STATUSES) == ("suspended",)
    assert nearest("supersedd", STATUSES) == ("superseded",)


def test_two_letters_swapped_are_one_slip() -> None:
    assert distance("signed", "singed", 2) == 1


def test_case_does_not_count_and_the_word_comes_back_as_it_is_known() -> None:
    assert nearest("iaae", ["IAEA", "UNSC"]) == ("IAEA",)


def test_nothing_is_offered_where_nothing_is_near() -> None:
    assert nearest("xylophone", STATUSES) == ()
    assert nearest("a", ["b"]) == ()
    assert nearest("", STATUSES) == ()
    assert nearest("draft", []) == ()


def test_a_longer_word_may_hold_more_slips() -> None:
    assert nearest("dnuc", ["denuc1"]) == ()
    assert nearest("dnuclarizatoin", ["denuclearization"]) == ("denuclearization",)


def test_no_more_are_offered_than_asked_for() -> None:
    assert nearest("cat", ["bat", "hat", "rat", "sat"]) == ("bat", "hat", "rat")
    assert nearest("cat", ["bat", "hat", "rat", "sat"], limit=1) == ("bat",)


def test_the_same_first_letter_goes_before_the_alphabet() -> None:
    assert nearest("cat", ["bat", "cut"]) == ("cut", "bat")


def test_a_word_with_all_the_letters_goes_before_one_with_another_letter() -> None:
    assert nearest("withdrawl", ["withdrawn", "withdrawal"]) == ("withdrawal", "withdrawn")


@given(st.lists(letters), letters)
def test_the_order_of_what_is_known_makes_no_difference(known: list[str], word: str) -> None:
    assert nearest(word, known) == nearest(word, reversed(known))


@given(letters, letters)
def test_the_count_is_right_up_to_its_reach(word: str, other: str) -> None:
    away = counted_plainly(word, other)

    assert distance(word, other, 3) == away or (away > 3 and distance(word, other, 3) > 3)


@given(letters, letters)
def test_the_glance_at_the_letters_loses_no_word(word: str, other: str) -> None:
    reach = min((len(word) + 2) // 4, 3)

    assert bool(nearest(word, [other])) == (counted_plainly(word, other) <= reach)

"""What treaties write in words, in the notation of the language."""

from __future__ import annotations

import pytest

from clausecheck.analyses.timing.notation import in_notation


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by 1 July 2027", "by 2027-07-01"),
        ("by July 1, 2027, at noon", "by 2027-07-01, at noon"),
        ("in July 2027", "in 2027-07"),
        ("eight thousand five hundred troops", "8,500 troops"),
        ("Two hundred and forty-one guns", "241 guns"),
        ("a share of one million tonnes", "a share of 1,000,000 tonnes"),
        ("hundred tonnes", "100 tonnes"),
        ("within ninety (90) days", "within 90 days"),
        ("for two years", "for 2 years"),
    ],
)
def test_words_become_figures(text: str, expected: str) -> None:
    written, places = in_notation(text)

    assert written == expected
    assert len(places) == len(written)


@pytest.mark.parametrize(
    "text", ["the two sides", "one another", "none of them", "zero days", "32 July 20277", "often"]
)
def test_what_is_no_amount_stays(text: str) -> None:
    assert in_notation(text) == (text, tuple(range(len(text))))


@pytest.mark.parametrize("text", ["within ninety (90) days", "by 1 May 2027", "a million, more"])
def test_a_figure_stands_where_its_words_do(text: str) -> None:
    written, places = in_notation(text)
    at = next(number for number, sign in enumerate(written) if sign.isdigit())
    end = next(n for n in range(len(written), 0, -1) if written[n - 1].isdigit())

    assert list(places) == sorted(places)
    assert text[: places[at]] == written[:at]
    assert text[places[end - 1] + 1 :] == written[end:]

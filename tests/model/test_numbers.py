from __future__ import annotations

from clausecheck.model.numbers import in_order


def test_numbers_come_as_a_reader_counts_them() -> None:
    plain = [
        "P2",
        "1",
        "1.2",
        "1.10",
        "1(a)",
        "1(b)",
        "1bis",
        "1ter",
        "2",
        "2a",
        "10",
        "A2.3",
        "A10",
    ]
    lettered = ["13(a)(i)", "13(a)(v)", "13(a)(ix)", "13(b)(step 2)", "13(h)", "13(i)", "13(aa)"]
    roman = ["I.3(a)", "I.3(b)(m)", "IV", "V", "IX", "X", "XL", "A1"]

    for counted in (plain, lettered, roman):
        assert sorted(sorted(counted), key=in_order) == counted

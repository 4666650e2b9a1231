from __future__ import annotations

from clausecheck.model.numbers import in_order


def test_numbers_come_as_a_reader_counts_them() -> None:
    counted = ["1", "1.2", "1.10", "1(a)", "1(a)(i)", "1(b)", "2", "10", "13(e)", "A2.3", "A10"]

    assert sorted(sorted(counted), key=in_order) == counted

from __future__ import annotations

from clausecheck.reporters.balanced import drawn
from clausecheck.reporters.columns import NARROW


def test_words_too_long_for_their_columns_are_broken_at_hyphens_then_anywhere() -> None:
    headings = ["step", "what", "earliest", "latest", "what it waits for"]
    words = ["13(a)(ii)-(iv)", "denuclearization", "2027-03-01T00:00Z", "entry-into-force"]

    lines = drawn(headings, [[*words, "denuclearization"]], NARROW)

    assert lines == [
        "step        what           earliest   latest       what it waits",
        "                                                   for",
        "----------  -------------  ---------  -----------  -------------",
        "13(a)(ii)-  denuclearizat  2027-03-   entry-into-  denuclearizat",
        "(iv)        ion            01T00:00Z  force        ion",
    ]

"""A finding keeps its fingerprint whatever happens to the lines around it."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from clausecheck.check import Settings, check
from clausecheck.layout import layout
from clausecheck.source import Source, Span
from clausecheck.vocabulary import load

HEAD = """\
declaration "Of the End of the War"
  scope: complete
party US   "United States of America"
party DPRK "Democratic People's Republic of Korea"
"""
CLAUSES = (
    "clause 1\n  US and DPRK declare that the state of war is ended.\n",
    'clause 2\n  DPRK will freeze its reactors.\n  by: "at an early date"\n',
    "clause 3\n  US will suspend sanctions on coal exports, in return for good will.\n",
    'clause 4\n  DPRK shall make every effort "in good faith" to reduce tension.\n',
    'clause 5\n  US will open a liaison office.\n  by: "at an early date"\n',
)


def keys(text: str) -> Counter[tuple[str, str | None, str]]:
    vocabulary, _ = load()
    findings = check(Source("draft.clause", text), vocabulary, Settings()).findings
    return Counter((each.rule, each.clause, each.fingerprint) for each in findings)


BEFORE = keys(HEAD + "".join(CLAUSES))


def test_each_finding_has_a_fingerprint_of_its_own() -> None:
    assert len(BEFORE) > 10
    assert set(BEFORE.values()) == {1}
    assert len({fingerprint for _, _, fingerprint in BEFORE}) == len(BEFORE)


@settings(max_examples=15)
@given(
    order=st.permutations(range(5)),
    between=st.lists(st.sampled_from(["", "\n", "# why\n", "\n\n# a\n"]), min_size=5, max_size=5),
    curly=st.booleans(),
    wide=st.booleans(),
    formatted=st.booleans(),
)
def test_lines_may_be_added_and_clauses_put_in_another_order_and_layout(
    *, order: list[int], between: list[str], curly: bool, wide: bool, formatted: bool
) -> None:
    text = HEAD + "".join(before + CLAUSES[at] for before, at in zip(between, order, strict=True))
    if curly:
        text = re.sub(r'"([^"\n]*)"', r"“\1”", text)
    if wide:
        text = text.replace("every effort", "every  # how hard?\n    effort").replace("\n", "\r\n")
    if formatted:
        text = layout(Source("draft.clause", text))[0] or ""

    assert keys(text) == BEFORE


def test_words_have_no_layout() -> None:
    text = "“a  b” # why\n\tc#d"

    assert Source("a", text).words(Span(0, len(text))) == '"a b" c#d'

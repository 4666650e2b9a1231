"""What rules say to type, where it hangs on the rest of the text."""

from __future__ import annotations

import pytest

from clausecheck.check import Settings, check
from clausecheck.source import Source
from clausecheck.vocabulary import load

VOCABULARY, _ = load()
TREATY = """\
treaty "Valley Treaty"
  form: treaty
  scope: complete
party Northland "Kingdom of Northland"
party Westland "Commonwealth of Westland"
"""


def help_of(rule: str, text: str) -> list[str]:
    findings = check(Source("valley.clause", TREATY + text), VOCABULARY, Settings()).findings
    return [finding.help for finding in findings if finding.rule == rule]


@pytest.mark.parametrize(
    ("step", "wait"),
    [
        (
            "Northland shall dismantle its reactors.\n  verified by: IAEA using on-site inspection",
            "`after: 2 is verified`",
        ),
        (
            "Northland shall dismantle its reactors.",
            "`verified by:` to 2, and with it `after: 2 is verified`",
        ),
        ("Northland shall hold talks.", "`after: 2 is complete`"),
    ],
)
def test_a_step_is_told_to_wait_for_proof_only_where_there_can_be_one(step: str, wait: str) -> None:
    given = "clause 1\n  Westland shall withdraw its forces from Northland.\n"
    text = f"{given}  before: 2 begins\n  in return for: 2\nclause 2\n  {step}\n"

    assert help_of("irreversible-before-verified", text) == [
        f"add {wait}, or choose a step that can be undone"
    ]


@pytest.mark.parametrize(
    ("line", "more"),
    [
        ("", " with `if breached:` or `disputes:`"),
        ("  if breached: Westland may resume the sanctions within 30 days.\n", ""),
    ],
)
def test_no_exit_is_advised_with_what_then_follows_a_breach(line: str, more: str) -> None:
    assert help_of("exit-unsaid", f"clause 1\n  Northland shall freeze its reactors.\n{line}") == [
        f"add `exit:` with who may leave and on what notice, or `exit: none`{more}"
    ]


def test_each_constitution_is_cited_for_what_it_says() -> None:
    text = """\
declaration "Draft"
party ROK "Republic of Korea"
party DPRK "Democratic People's Republic of Korea"
clause 1
  ROK and DPRK will pursue peaceful unification.
clause 2
  ROK recognises DPRK as a sovereign state.
"""
    told = check(Source("draft.clause", text), VOCABULARY, Settings()).findings

    assert [each.why for each in told if each.rule == "against-one-constitution"] == [
        "The Kyunghyang Shinmun, on the North’s constitution without reunification (2026)",
        "Constitution of the Republic of Korea, articles 3 and 4, from general knowledge",
    ]

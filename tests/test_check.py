"""What the pipeline refuses to read, and what it leaves out when asked to."""

from __future__ import annotations

import gc
from datetime import date

import pytest

from clausecheck.check import LimitExceeded, Settings, check
from clausecheck.essays import entry as entry_of
from clausecheck.findings import Lens
from clausecheck.source import Source
from clausecheck.values import evolve
from clausecheck.vocabulary import load

HEAD = """\
declaration "Of the Valley"

party Northland "Kingdom of Northland"
party Southland "Republic of Southland"

clause 1
"""
ACCEPTED = f"""\
{HEAD}  Northland shall freeze its reactors.
  by: "at an early date"

  accept soft-deadline
    because: "the day is set by the thaw"
    expires: 2030-01-31
"""


@pytest.mark.parametrize(
    ("line", "kind", "message"),
    [
        ("x" * 1_000_000, "line-too-long", "line 7 is longer than"),
        (f"  A shall {'[' * 1000}", "too-deep", "brackets are nested deeper than"),
    ],
)
def test_what_nobody_writes_is_refused_with_a_reason(line: str, kind: str, message: str) -> None:
    vocabulary, _ = load()

    with pytest.raises(LimitExceeded) as raised:
        check(Source("draft.clause", f"{HEAD}{line}\n"), vocabulary, Settings())

    assert raised.value.kind == kind
    assert raised.value.message.startswith(message)


def test_more_findings_than_anybody_could_read_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    vocabulary, _ = load()
    monkeypatch.setattr("clausecheck.check.MOST_FINDINGS", 2)

    with pytest.raises(LimitExceeded, match="more than 2 findings") as raised:
        check(Source("draft.clause", ACCEPTED), vocabulary, Settings())

    assert raised.value.kind == "too-many-findings"


def test_a_word_that_would_fill_a_screen_is_shown_by_its_ends() -> None:
    vocabulary, _ = load()
    source = Source("draft.clause", HEAD + "  Northland shall leave its " + "valley" * 100 + ".\n")
    (told,) = [
        finding
        for finding in check(source, vocabulary, Settings()).findings
        if finding.rule == "unknown-word"
    ]

    assert told.message == (
        "`valleyvalleyvalleyvalleyvalleyvalleyvall…eyvalleyvalleyvalley` is not in the vocabulary"
    )
    assert source.words(told.span) == "valley" * 100


@pytest.mark.parametrize("accept", [True, False])
def test_acceptances_count_unless_they_are_set_aside(accept: bool) -> None:  # noqa: FBT001
    vocabulary, _ = load()
    settings = Settings(accept=accept, today=date(2030, 1, 1))
    report = check(Source("draft.clause", ACCEPTED), vocabulary, settings)
    (soft,) = [finding for finding in report.findings if finding.rule == "soft-deadline"]

    assert soft.status == ("accepted" if accept else "new")


def test_nothing_in_the_text_or_the_lens_silences_what_is_unsuppressible() -> None:
    vocabulary, _ = load()
    source = Source("draft.clause", ACCEPTED)
    lens: Lens = "advocate"
    settings = Settings(lens=lens, today=date(2030, 1, 1))
    strict = evolve(settings, unsuppressible={"soft-deadline", "disputed-word"})

    def found(settings: Settings) -> dict[str, str]:
        findings = check(source, vocabulary, settings).findings
        return {finding.rule: finding.status for finding in findings}

    assert found(settings)["soft-deadline"] == "accepted"
    assert found(strict)["soft-deadline"] == "new"
    assert "unused-acceptance" not in found(strict)
    assert set(found(strict)) - set(found(settings)) == {"disputed-word"}


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_is_left_as_it_was(on: bool) -> None:  # noqa: FBT001
    vocabulary, _ = load()
    was_on = gc.isenabled()
    try:
        (gc.enable if on else gc.disable)()
        check(Source("draft.clause", ACCEPTED), vocabulary, Settings())

        assert gc.isenabled() == on
    finally:
        (gc.enable if was_on else gc.disable)()


@pytest.mark.parametrize("line", ["", "  [every: 30 days {Southland}]\n"])
def test_the_ledger_holds_the_objections_of_the_lens_that_was_asked_for(line: str) -> None:
    vocabulary, _ = load()
    lens: Lens = "advocate"
    source = Source("draft.clause", f"{HEAD}  Northland shall freeze its reactors.\n{line}")

    told = check(source, vocabulary, Settings(lens=lens)).ledger

    assert {entry_of(each.entry).lens for each in told} == {"advocate", "both"}


def test_a_label_below_a_line_that_could_not_be_read_may_be_that_ones() -> None:
    vocabulary, _ = load()
    text = f"{HEAD}  Northland shall leave.\n  by: 2030-01-31\n{{}}  by: 2031-01-31\n"
    told = {
        second: [
            finding.message
            for finding in check(
                Source("draft.clause", text.format(second)), vocabulary, Settings()
            ).findings
            if finding.rule in {"duplicate-label", "unreadable-line"}
        ]
        for second in ("", "  2. Southland shall leave.\n")
    }

    assert list(told.values()) == [["`by:` stands here twice"], ["`2.` has no meaning here"]]

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from clausecheck.cli.baselines import Baseline
from clausecheck.values import evolve
from tests.reporters import samples

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .running import Ran

    Program = Callable[..., Ran]

# In the small pipeline all findings have one clause and one fingerprint; the words tell nothing.
TEXT = "A may leave nicely.\nA shall leave barely.\n"
FILE = "clausecheck-baseline.json"
ENTRY = {"file": "a", "rule": "b", "clause": None, "words": "", "key": ""}


@pytest.fixture(autouse=True)
def draft(project: Path) -> Path:
    (project / "drafts").mkdir()
    path = project / "drafts" / "a.clause"
    path.write_text(TEXT)
    (project / "clausecheck.toml").write_text(f'baseline = "{FILE}"\n')
    return path


def statuses(ran: Ran) -> list[tuple[str, str]]:
    return [
        (each["rule"], each["status"])
        for file in json.loads(ran.out)["files"]
        for each in file["findings"]
    ]


def lint(clausecheck: Program, *options: str) -> list[tuple[str, str]]:
    return statuses(clausecheck("lint", "--output-format", "json", *options))


def test_what_is_set_apart_does_not_count_and_is_tallied(clausecheck: Program, draft: Path) -> None:
    written = clausecheck("baseline", "write")
    before = clausecheck("lint", "--fail-level", "info")
    draft.write_text(f"{TEXT}A goes oddly.\n")
    after = clausecheck("lint", "--output-format", "json")

    assert (written.status, written.out, written.err) == (
        0,
        f"{FILE}: 3 set apart; 3 added, 0 taken out\n",
        "",
    )
    assert (before.status, before.out.splitlines()[-1]) == (0, "no findings in 1 file; 3 baselined")
    assert after.status == 1
    assert [rule for rule, status in statuses(after) if status == "new"] == ["odd-word"]
    assert json.loads(after.out)["summary"]["baselined"] == 3


def test_it_is_kept_an_entry_a_line(clausecheck: Program, project: Path, draft: Path) -> None:
    draft.write_text('A shall "' + "leave " * 20 + '".\nA shall\x1b.\n')
    clausecheck("baseline", "write")

    assert (project / FILE).read_text() == (
        '{\n  "version": 1,\n  "entries": [\n'
        '    {"file": "drafts/a.clause", "rule": "undated-obligation", "clause": "1", '
        '"words": "shall", "key": "f", "count": 2}\n'
        "  ]\n}\n"
    )

    draft.write_text("A may.\n")
    clausecheck("baseline", "write")

    assert (project / FILE).read_text() == '{\n  "version": 1,\n  "entries": []\n}\n'


def test_findings_that_only_their_order_tells_apart_have_one_entry(project: Path) -> None:
    baseline = Baseline(project / FILE)
    one = samples.UNDATED
    second = evolve(one, fingerprint=f"{one.fingerprint}-2")

    assert baseline.entry_of(samples.VALLEY, second) == baseline.entry_of(samples.VALLEY, one)


def test_of_the_same_words_found_more_often_the_last_are_new(
    clausecheck: Program, draft: Path
) -> None:
    draft.write_text("A shall leave.\n")
    clausecheck("baseline", "write")
    draft.write_text("\n\nB shall leave.\nA shall leave.\nA shall leave.\n")

    assert lint(clausecheck) == [
        ("undated-obligation", "baselined"),
        ("undated-obligation", "new"),
        ("undated-obligation", "new"),
    ]


def test_writing_again_changes_the_files_that_are_named_alone(
    clausecheck: Program, project: Path, draft: Path
) -> None:
    other = draft.with_name("b.clause")
    other.write_text("A shall.\n")
    clausecheck("baseline", "write")
    draft.write_text("A shall.\n")
    other.write_text("A may.\n")
    again = clausecheck("baseline", "write", "drafts/a.clause")

    assert again.out == f"{FILE}: 2 set apart; 0 added, 2 taken out\n"

    other.unlink()

    assert clausecheck("baseline", "write").out == f"{FILE}: 1 set apart; 0 added, 1 taken out\n"
    assert (project / FILE).read_text().count("b.clause") == 0


def test_only_writing_adds(clausecheck: Program, project: Path, draft: Path) -> None:
    clausecheck("baseline", "write")
    draft.write_text(f"{TEXT}A goes oddly.\n")
    before = (project / FILE).read_bytes()

    assert clausecheck("baseline", "prune").out == f"{FILE}: 3 set apart; 0 taken out\n"
    assert clausecheck("baseline", "check").out == f"{FILE}: 3 set apart, each of them met\n"
    assert clausecheck("lint").status == 1
    assert (project / FILE).read_bytes() == before


def test_what_nothing_meets_fails_until_it_is_taken_out(clausecheck: Program, draft: Path) -> None:
    draft.write_text(f"{TEXT}A shall.\nA nicely.\n")
    clausecheck("baseline", "write")
    draft.write_text("A may leave nicely.\n")
    checked, linted = clausecheck("baseline", "check"), clausecheck("lint")
    document = json.loads(clausecheck("lint", "--output-format", "json").out)

    assert (checked.status, checked.out.splitlines(), checked.err) == (
        1,
        [
            "nothing meets drafts/a.clause 1: bare-word (barely)",
            "nothing meets drafts/a.clause 1: soft-word (nicely)",
            "nothing meets drafts/a.clause 1: undated-obligation (shall) (2 times)",
        ],
        "`clausecheck baseline prune` takes them out\n",
    )
    assert linted.status == document["exit"] == 2
    assert document["errors"] == [
        {
            "path": FILE,
            "kind": "stale-baseline",
            "message": "nothing meets 4 entries: drafts/a.clause 1: bare-word (barely); "
            "drafts/a.clause 1: soft-word (nicely); drafts/a.clause 1: undated-obligation (shall); "
            "`clausecheck baseline prune` takes them out",
        }
    ]
    assert f"out of date: {FILE}: nothing meets 4 entries: " in " ".join(linted.out.split())
    assert linted.out.endswith("no findings in 1 file; 1 baselined; 1 out of date\n")
    assert clausecheck("baseline", "prune").out == f"{FILE}: 1 set apart; 4 taken out\n"
    assert clausecheck("lint", "--fail-level", "info").status == 0
    assert clausecheck("baseline", "check", "-q").out == ""


def test_a_message_tells_the_first_entries_and_how_many_more(
    clausecheck: Program, project: Path, draft: Path
) -> None:
    draft.write_text(f"{TEXT}A goes oddly.\n")
    clausecheck("baseline", "write")
    draft.unlink()
    (project / "b.clause").write_text("A may.\n")

    assert "nothing meets 4 entries: " in clausecheck("lint", "-q").out
    assert "; and 1 more; `clausecheck" in " ".join(clausecheck("lint", "-q").out.split())


@pytest.mark.parametrize(
    "options",
    [
        ("drafts/b.clause",),
        ("--select", "odd-word"),
        ("--ignore", "vagueness,substance"),
        ("--select", "substance", "--lens", "sceptic", "drafts/b.clause"),
    ],
)
def test_of_what_was_not_looked_at_nothing_is_said(
    clausecheck: Program, draft: Path, options: tuple[str, ...]
) -> None:
    clausecheck("baseline", "write")
    draft.write_text("A may.\n")
    draft.with_name("b.clause").write_text("A may.\n")

    assert clausecheck("lint", *options).status == 0
    assert clausecheck("lint").status == 2


def test_a_rule_that_is_no_more_is_met_by_nothing(clausecheck: Program, project: Path) -> None:
    clausecheck("baseline", "write")
    text = (project / FILE).read_text()
    (project / FILE).write_text(text.replace("soft-word", "older-word"))

    assert "older-word" in clausecheck("baseline", "check").out


def test_what_nothing_may_silence_is_not_set_apart(
    clausecheck: Program, project: Path, draft: Path
) -> None:
    draft.write_text(f"{TEXT}A $\n")
    written = clausecheck("baseline", "write")
    (project / "clausecheck.toml").write_text(
        f'baseline = "{FILE}"\nunsuppressible = ["soft-word"]\n'
    )

    assert written.out == f"{FILE}: 3 set apart; 3 added, 0 taken out\n"
    assert written.err == "not set apart, as nothing may silence them: 1\n"
    assert [rule for rule, status in lint(clausecheck) if status == "new"] == [
        "soft-word",
        "unreadable-line",
    ]


def test_where_a_file_cannot_be_checked_nothing_is_written(
    clausecheck: Program, project: Path
) -> None:
    clausecheck("baseline", "write")
    before = (project / FILE).read_bytes()
    (project / "drafts" / "b.clause").write_text("crash")

    for command in ("write", "prune", "check"):
        ran = clausecheck("baseline", command, "no-such", "drafts")

        assert (ran.status, ran.out) == (2, "")
        assert "not checked: no-such: there is no such file or folder\n" in ran.err
        assert "not checked: drafts/b.clause: internal error" in ran.err
    assert (project / FILE).read_bytes() == before


def test_it_is_the_same_from_every_folder(
    clausecheck: Program, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (draft.parents[1] / ".git").mkdir()
    clausecheck("baseline", "write")
    monkeypatch.chdir(draft.parent)

    assert clausecheck("lint", "a.clause", "--fail-level", "info").status == 0
    assert clausecheck("baseline", "check").out == f"../{FILE}: 3 set apart, each of them met\n"


def test_one_may_be_named_on_the_command_line(clausecheck: Program, project: Path) -> None:
    clausecheck("baseline", "write", "--isolated")
    clausecheck("baseline", "write", "--baseline", "other.json")

    assert (project / FILE).read_bytes() == (project / "other.json").read_bytes()
    assert clausecheck("lint", "--isolated").status == 1
    assert clausecheck("lint", "--isolated", "--baseline", "other.json").status == 0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "there is no such file or folder; `clausecheck baseline write` makes one"),
        ("", "not a baseline of version 1"),
        ("[" * 100_000, "not a baseline of version 1"),
        ("[]", "not a baseline of version 1"),
        ('{"version": 2}', "not a baseline of version 1"),
        ('{"version": 1}', "not a baseline: it has no list of entries"),
        ('{"version": 1, "entries": [3]}', "entry 1 is not as `baseline write` writes it"),
        (
            json.dumps({"version": 1, "entries": [{**ENTRY, "count": 0}]}),
            "entry 1 is not as `baseline write` writes it",
        ),
    ],
)
def test_one_that_is_none_ends_the_run(
    clausecheck: Program, project: Path, text: str | None, message: str
) -> None:
    if text is not None:
        (project / FILE).write_text(text)

    for arguments in (("lint",), ("baseline", "check"), ("baseline", "prune")):
        ran = clausecheck(*arguments)

        assert (ran.status, ran.out, ran.err) == (2, "", f"{FILE}: {message}\n")


def test_one_that_cannot_be_written_is_told(clausecheck: Program) -> None:
    ran = clausecheck("baseline", "write", "--baseline", "no/where.json")

    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "cannot write no/where.json: there is no folder no; make it first\n"


def test_none_is_written_under_the_name_of_something_else(
    clausecheck: Program, project: Path
) -> None:
    ran = clausecheck("baseline", "write", "--baseline", "new.clause")

    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "cannot write new.clause: it is the name of a draft\n"
    assert not (project / "new.clause").exists()

"""A change cannot exempt itself: what counts is what it starts from."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .running import Ran

    Program = Callable[..., Ran]

TEXT = "A may leave nicely.\nA shall leave barely.\n"
FILE = "clausecheck-baseline.json"
A = "drafts/a.clause 1"
CONFIGURATION = f'baseline = "{FILE}"\n'


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(  # noqa: S603 - git alone
        ["git", "-c", "user.name=A", "-c", "user.email=a@b.c", *arguments],  # noqa: S607
        cwd=folder,
        env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"},
        check=True,
        capture_output=True,
    )


@pytest.fixture(autouse=True)
def draft(project: Path, clausecheck: Program) -> Path:
    """Lay a project of which everything is agreed to, in the branch main."""
    (project / "drafts").mkdir()
    path = project / "drafts" / "a.clause"
    path.write_text(TEXT)
    git(project, "init", "-q", "-b", "main")
    (project / "clausecheck.toml").write_text(CONFIGURATION)
    (project / "vocabulary.toml").write_text("one\n")
    clausecheck("baseline", "write")
    git(project, "add", ".")
    git(project, "commit", "-qm", "all of it")
    return path


def trusting(clausecheck: Program, *options: str) -> Any:  # noqa: ANN401 - any JSON
    return json.loads(
        clausecheck("lint", "--trust", "main", "--output-format", "json", *options).out
    )


def new(document: Any) -> list[str]:  # noqa: ANN401 - any JSON
    return [
        each["rule"]
        for file in document["files"]
        for each in file["findings"]
        if each["status"] == "new"
    ]


def notices(document: Any) -> list[tuple[str, str]]:  # noqa: ANN401 - any JSON
    return [(each["path"], each["message"]) for each in document["notices"]]


def test_where_nothing_is_altered_nothing_is_said(clausecheck: Program) -> None:
    document = trusting(clausecheck)

    assert (document["exit"], document["notices"]) == (0, [])
    assert document["summary"]["baselined"] == 3


def test_a_configuration_counts_as_it_was(clausecheck: Program, project: Path, draft: Path) -> None:
    draft.write_text(f"{TEXT}A goes oddly.\n")
    (project / "clausecheck.toml").write_text(
        f'{CONFIGURATION}ignore = ["odd-word"]\nfail-level = "never"\nexclude = ["drafts"]\n'
    )
    document = trusting(clausecheck)

    assert clausecheck("lint", "--allow-empty").status == 0
    assert (document["exit"], new(document)) == (1, ["odd-word"])
    assert notices(document) == [
        ("clausecheck.toml", "`ignore`: odd-word here, – in main, which counts"),
        ("clausecheck.toml", "`exclude`: drafts here, – in main, which counts"),
        ("clausecheck.toml", "`fail-level`: never here, – in main, which counts"),
    ]


def test_how_it_is_altered_is_said_in_few_words_to_people_too(
    clausecheck: Program, project: Path
) -> None:
    (project / "clausecheck.toml").write_text(
        f"{CONFIGURATION}[per-file.'old/*']\nignore = ['vagueness', 'substance']\n"
    )
    message = "`per-file`: old/*: (ignore: vagueness, substance) here, – in main, which counts"

    for format_ in ("table", "full"):
        ran = clausecheck("lint", "-q", "--trust", "main", "--output-format", format_)

        assert message in " ".join(ran.out.split())


@pytest.mark.parametrize("name", ["drafts/a.txt", "drafts/.a.clause", "old/a.clause", "a.CLAUSE"])
def test_a_draft_that_is_no_longer_checked_is_told(
    clausecheck: Program, project: Path, draft: Path, name: str
) -> None:
    """What is left out by its place or name is found by nobody, whatever must hold everywhere."""
    (project / "b.clause").write_text("A may.\n")
    (project / "clausecheck.toml").write_text('exclude = ["old"]\n')
    (project / FILE).unlink()
    (project / "old").mkdir()
    (project / "old" / "c.clause").write_text(TEXT)
    git(project, "add", ".")
    git(project, "commit", "-qm", "more")
    draft.rename(project / name)
    message = "checked in main, and not here: it is gone, renamed or moved"

    assert notices(trusting(clausecheck)) == [("drafts/a.clause", message)]
    assert notices(trusting(clausecheck, "b.clause")) == []
    assert trusting(clausecheck, "drafts/a.clause")["exit"] == 2


def test_a_draft_that_is_put_where_less_counts_is_told(
    clausecheck: Program, project: Path, draft: Path
) -> None:
    (project / "clausecheck.toml").write_text("[per-file.'old/*']\nignore = ['vagueness']\n")
    (project / "old").mkdir()
    (project / "old" / "c.clause").write_text("A shall leave.\n")
    git(project, "add", ".")
    git(project, "commit", "-qm", "more")
    draft.write_text("A may.\n")
    (project / "old" / "d.clause").write_text("A shall leave.\n")

    assert notices(trusting(clausecheck)) == [
        ("old/d.clause", "not in main, and met by `per-file` there: old/*")
    ]


def test_of_many_drafts_some_are_told_and_the_others_counted(
    clausecheck: Program, project: Path
) -> None:
    (project / "many").mkdir()
    for number in range(30):
        (project / "many" / f"{number:02}.clause").write_text("A may.\n")
    git(project, "add", ".")
    git(project, "commit", "-qm", "more")
    (project / "many").rename(project / ".many")
    told = notices(trusting(clausecheck))

    assert [path for path, _ in told] == [
        *(f"many/{number:02}.clause" for number in range(20)),
        ".",
    ]
    assert told[-1][1] == "10 more drafts of which the same is true"


@pytest.mark.parametrize("missing", ["drafts", "clausecheck.toml"])
def test_what_a_clone_left_behind_is_told(
    clausecheck: Program, project: Path, missing: str
) -> None:
    named = subprocess.run(  # noqa: S603 - git alone
        ["git", "rev-parse", f"main:{missing}"],  # noqa: S607
        cwd=project,
        check=True,
        capture_output=True,
    )
    name = named.stdout.decode().strip()
    stored = project / ".git" / "objects" / name[:2] / name[2:]
    stored.unlink()
    ran = clausecheck("lint", "--trust", "main")

    assert (ran.status, ran.out) == (2, "")
    assert "please report" not in ran.err
    assert "git ls-tree failed" in ran.err or "is not stored here" in ran.err


def test_a_repository_of_somebody_else_is_told(
    clausecheck: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    ran = clausecheck("lint", "--trust", "main")

    assert ran.status == 2
    assert ran.err.startswith("git reads no repository of another user, as in ")


@pytest.mark.parametrize("way", ["nearer", "named", "taken away", "a link", "moved"])
def test_no_way_leads_round_it(clausecheck: Program, project: Path, draft: Path, way: str) -> None:
    draft.write_text(f"{TEXT}A goes oddly.\n")
    mild = 'ignore = ["language"]\n'
    options = ["drafts"]
    if way == "nearer":
        (project / "drafts" / "clausecheck.toml").write_text(mild)
    elif way == "named":
        (project / "clausecheck.toml").write_text(mild)
        options = ["--config", "clausecheck.toml", "drafts"]
    elif way == "taken away":
        (project / "clausecheck.toml").unlink()
        (project / "pyproject.toml").write_text(f"[tool.clausecheck]\n{mild}")
    elif way == "a link":
        (project / "mild.toml").write_text(mild)
        (project / "clausecheck.toml").unlink()
        (project / "clausecheck.toml").symlink_to("mild.toml")
    else:
        (project / "other").mkdir()
        (project / "other" / "clausecheck.toml").write_text(mild)
        (project / "drafts").rename(project / "other" / "drafts")
        (project / "drafts").symlink_to("other/drafts")
    document = trusting(clausecheck, *options)

    assert clausecheck("lint", "--isolated", "other" if way == "moved" else "drafts").status == 1
    assert document["exit"] == 1
    assert "odd-word" in new(document)


def test_a_vocabulary_counts_as_it_was(clausecheck: Program, project: Path) -> None:
    (project / "vocabulary.toml").write_text("two\nthree\n")
    (project / "words.toml").write_text("more\n")
    (project / "clausecheck.toml").write_text(f'{CONFIGURATION}vocabulary = ["words.toml"]\n')
    document = trusting(clausecheck)

    assert document["files"][0]["stances"]["words"]["stance"] == "main:vocabulary.toml"
    assert notices(document) == [
        ("clausecheck.toml", "`vocabulary`: words.toml here, – in main, which counts"),
        ("vocabulary.toml", "lines added: 2, taken out: 1; the words of main count"),
        ("words.toml", "lines added: 1, taken out: 0; the words of main count"),
    ]


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("clausecheck.toml", "ignor = []", "clausecheck.toml:1: unknown key `ignor`"),
        ("vocabulary.toml", "wrong", "vocabulary.toml: redefines"),
        (FILE, "{}", f"{FILE}: not a baseline of version 1"),
    ],
)
def test_what_would_be_wrong_tomorrow_is_wrong_today(
    clausecheck: Program, project: Path, file: str, text: str, message: str
) -> None:
    (project / file).write_text(text)
    ran = clausecheck("lint", "--trust", "main")

    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(message)


def test_entries_can_be_taken_out_of_a_baseline_and_none_added(
    clausecheck: Program, project: Path, draft: Path
) -> None:
    draft.write_text("A may leave nicely.\nA goes oddly.\n")
    clausecheck("baseline", "write")
    document = trusting(clausecheck)

    assert (document["exit"], new(document)) == (1, ["odd-word"])
    assert document["errors"] == []
    assert notices(document) == [
        (FILE, "added here, and not counted: 1 entry: drafts/a.clause 1: odd-word (oddly)"),
        (
            FILE,
            f"taken out here: 2 entries: {A}: bare-word (barely); {A}: undated-obligation (shall)",
        ),
    ]

    (project / FILE).unlink()

    assert new(trusting(clausecheck)) == ["soft-word", "odd-word"]


def test_that_a_clause_with_findings_set_apart_has_changed_is_said(
    clausecheck: Program, draft: Path
) -> None:
    draft.write_text(TEXT.replace("A may", "B may"))
    document = trusting(clausecheck)

    assert (document["exit"], document["summary"]["baselined"]) == (0, 3)
    assert notices(document) == [
        (
            "drafts/a.clause",
            (
                "clause 1 has changed, and what was found there before stays set apart: "
                "bare-word, soft-word, undated-obligation"
            ),
        )
    ]


def test_a_baseline_that_only_the_change_has_holds_nothing(
    clausecheck: Program, project: Path
) -> None:
    clausecheck("baseline", "write", "--baseline", "mine.json")
    document = trusting(clausecheck, "--baseline", "mine.json")
    (project / "clausecheck.toml").write_text('baseline = "mine.json"\n')

    assert document["exit"] == 1
    assert notices(document)[0][0] == "mine.json"
    assert ("mine.json", notices(document)[0][1]) in notices(trusting(clausecheck))


def test_an_acceptance_counts_where_it_was_agreed_to(
    clausecheck: Program, project: Path, draft: Path
) -> None:
    (project / "b.clause").write_text("A shall leave. accept\n")
    (project / "link.clause").symlink_to("b.clause")
    before = trusting(clausecheck, "b.clause", "link.clause")
    git(project, "add", ".")
    git(project, "commit", "-qm", "agreed to")
    after = trusting(clausecheck, "link.clause")
    draft.rename(project / "drafts" / "c.clause")

    assert (before["exit"], new(before)) == (1, ["undated-obligation"])
    assert notices(before) == [("b.clause", "it is not agreed to")]
    assert (after["exit"], after["summary"]["accepted"]) == (0, 1)


def test_files_outside_of_the_repository_are_as_they_are(
    clausecheck: Program, project: Path
) -> None:
    (project.parent / "words.toml").write_text("more\n")
    (project.parent / "d.clause").write_text("A shall leave. accept\n")
    words = trusting(clausecheck, "drafts", "--vocabulary", "../words.toml")
    outside = trusting(clausecheck, "--isolated", "drafts", "../d.clause")
    start = clausecheck("lint", "--trust", "main", "drafts", "../d.clause")

    assert words["files"][0]["stances"]["words"]["stance"] == "main:vocabulary.toml,../words.toml"
    assert "undated-obligation" in new(outside)
    assert start.status == 2
    assert "lies outside of the repository in" in start.err


@pytest.mark.parametrize(
    ("ref", "message"),
    [
        ("no-such", "no commit is named 'no-such' in"),
        ("", "no commit is named '' in"),
        ("--output=x", "no commit is named '--output=x' in"),
        ("main:drafts", "no commit is named 'main:drafts' in"),
    ],
)
def test_without_a_commit_to_trust_nothing_is_checked(
    clausecheck: Program, ref: str, message: str
) -> None:
    ran = clausecheck("lint", f"--trust={ref}")

    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(message)


def test_outside_of_a_repository_there_is_nothing_to_trust(
    clausecheck: Program, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project.parent / "d.clause").write_text(TEXT)
    monkeypatch.chdir(project.parent)

    assert clausecheck("lint", "--trust", "main", "d.clause").status == 2


def test_what_the_commit_has_for_a_file_may_be_refused(clausecheck: Program, project: Path) -> None:
    (project / "words.toml").symlink_to("vocabulary.toml")
    (project / "large.toml").write_text("#" * 2_000)
    git(project, "add", ".")
    git(project, "commit", "-qm", "more")
    (project / "words.toml").unlink()
    (project / "words.toml").write_text("")

    def said(name: str, *options: str) -> str:
        return clausecheck("lint", "--trust", "main", "--vocabulary", name, *options).err

    assert said("words.toml") == "main:words.toml: a link or a module, not a file; not followed\n"
    assert said("no.toml") == "main:no.toml: there is no such file in that commit\n"
    assert said("large.toml", "--max-bytes", "1000") == (
        "main:large.toml: 2,000 bytes, and the limit is 1,000\n"
    )

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from . import pipeline
from .running import real

if TYPE_CHECKING:
    from collections.abc import Callable

    from clausecheck.source import Source

    from .running import Ran

Counted = list[str]


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> Counted:
    """Return the names of the files for which the rules are run, as they are run."""
    names: Counted = []
    check = pipeline.check

    def counting(source: Source, *rest: object) -> object:
        names.append(source.name)
        return check(source, *rest)  # type: ignore[arg-type]  # as it is called

    monkeypatch.setattr(sys.modules["clausecheck.check"], "check", counting)
    return names


@pytest.fixture(autouse=True)
def one_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let other tests, which make tables anew, make no other program of it in the meantime."""
    monkeypatch.setattr("clausecheck.cli.keeping.program", str)


@pytest.fixture
def lint(clausecheck: Callable[..., Ran]) -> Callable[..., Ran]:
    """Return what lints in this process alone, and says nothing of the stances."""
    return lambda *arguments: clausecheck("lint", "--jobs", "1", *arguments)


def test_a_file_that_has_not_changed_is_not_checked_again(
    lint: Callable[..., Ran], judged: Counted
) -> None:
    Path("one.clause").write_text("US shall.")
    Path("two.clause").write_text("US shall nicely.")
    first = lint()
    Path("two.clause").write_text("US shall barely.")
    second = lint()

    assert judged == ["one.clause", "two.clause", "two.clause"]
    assert lint() == second
    assert [first.status, second.status] == [1, 1]
    assert "bare-word" in second.out
    assert "soft-word" not in second.out


@pytest.mark.parametrize(
    "options",
    [
        ("--select", "vagueness"),
        ("--ignore", "soft-word"),
        ("--lens", "advocate"),
        ("--no-accept",),
        ("--as-of", "2026-01-01"),
        ("--vocabulary", "terms.toml"),
        ("--config", "strict.toml"),
        ("--output-format", "json"),
        ("--show", "ledger"),
    ],
)
def test_what_else_a_report_depends_on_is_asked_of_what_is_kept(
    lint: Callable[..., Ran], judged: Counted, options: tuple[str, ...]
) -> None:
    Path("one.clause").write_text("US shall.")
    Path("terms.toml").write_text("[act.leave]")
    Path("strict.toml").write_text('ignore = ["bare-word"]')
    lint()
    lint(*options)
    lint(*options)

    assert len(judged) == 2


def test_a_configuration_that_changes_counts_at_once(
    lint: Callable[..., Ran], judged: Counted
) -> None:
    Path("one.clause").write_text("US shall.")
    lint()
    Path("clausecheck.toml").write_text('ignore = ["undated-obligation"]')

    assert lint().status == 0
    assert len(judged) == 2


@pytest.mark.parametrize(
    "options",
    [
        ("--output-format", "github"),
        ("--show", "accepted"),
        ("--sort", "severity"),
        ("--fail-level", "error"),
        ("--statistics",),
    ],
)
def test_how_a_report_is_shown_is_not(
    lint: Callable[..., Ran], judged: Counted, options: tuple[str, ...]
) -> None:
    Path("one.clause").write_text("US shall nicely.")
    lint()
    shown = lint(*options)

    assert len(judged) == 1
    assert shown == lint("--no-cache", *options)


def test_an_acceptance_may_have_ended_by_the_next_day(
    lint: Callable[..., Ran], judged: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("ends.clause").write_text("US shall accept expires.")
    Path("lasts.clause").write_text("US shall accept.")
    lint()
    monkeypatch.setattr(time, "strftime", lambda _: "2099-01-01")
    lint()

    assert judged == ["ends.clause", "lasts.clause", "ends.clause"]


def test_a_file_by_another_name_is_told_by_that(lint: Callable[..., Ran], judged: Counted) -> None:
    Path("one.clause").write_text("US shall.")
    lint()

    assert "../project/one.clause" in lint("../project/one.clause").out
    assert len(judged) == 2


def test_what_fails_is_not_kept(lint: Callable[..., Ran], judged: Counted) -> None:
    Path("crash.clause").write_text("crash")
    lint()

    assert lint().status == 2
    assert judged == ["crash.clause"] * 2


def test_an_unknown_rule_is_told_whatever_is_kept(lint: Callable[..., Ran]) -> None:
    Path("one.clause").write_text("US shall.")
    lint()

    assert lint("--select", "no-such-rule").status == 2


def test_an_unknown_rule_is_told_where_there_is_nothing_to_check(lint: Callable[..., Ran]) -> None:
    assert lint("--allow-empty").status == 0
    assert lint("--allow-empty", "--select", "no-such-rule").status == 2


def test_without_a_cache_nothing_is_kept(lint: Callable[..., Ran], judged: Counted) -> None:
    Path("one.clause").write_text("US shall.")
    lint("--no-cache", "--cache-dir", "kept")
    lint()
    lint("--no-cache")

    assert len(judged) == 3
    assert not Path("kept").exists()


def test_a_cache_lies_where_it_is_wanted(lint: Callable[..., Ran], judged: Counted) -> None:
    Path("one.clause").write_text("US shall.")
    lint("--cache-dir", "kept")

    assert lint("--cache-dir", "kept").err == ""
    assert len(judged) == 1
    assert [path.suffix for path in Path("kept/clausecheck").iterdir()].count(".json") == 1


def test_where_nothing_can_be_kept_the_one_who_wants_it_is_told(lint: Callable[..., Ran]) -> None:
    Path("one.clause").write_text("US shall.")
    Path("kept").write_text("a file")
    ran = lint("--cache-dir", "kept")

    assert ran.status == 1
    assert ran.err == (
        "nothing is kept in kept: it cannot be made, is not yours, is open to others, or lies in"
        " the repository\n"
    )


def test_what_came_with_a_repository_is_not_believed(
    lint: Callable[..., Ran], judged: Counted
) -> None:
    Path("one.clause").write_text("US shall.")
    lint("--cache-dir", "kept")
    Path(".git").mkdir()

    assert "lies in the repository" in lint("--cache-dir", "kept").err
    assert len(judged) == 2


def test_who_has_no_home_keeps_nothing(
    lint: Callable[..., Ran], judged: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    def homeless() -> Path:
        message = "no home"
        raise RuntimeError(message)

    monkeypatch.setattr("clausecheck.cli.keeping.default_folder", homeless)
    Path("one.clause").write_text("US shall.")
    lint()

    assert lint().status == 1
    assert len(judged) == 2


def test_a_draft_in_the_tree_cannot_say_what_is_found_in_it(
    lint: Callable[..., Ran], judged: Counted
) -> None:
    Path("one.clause").write_text("US shall.")
    lint("--cache-dir", ".")
    Path("clausecheck").chmod(0o777)
    lint("--cache-dir", ".")
    lint()

    assert len(judged) == 3


@pytest.mark.no_cover
def test_any_number_of_processes_finds_the_same(
    clausecheck: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """However little there is to do, all are started."""
    monkeypatch.setattr("clausecheck.cli.jobs._LOOK", 0)
    monkeypatch.setattr("clausecheck.cli.jobs._WORTH", 0)
    for number in range(12):
        Path(f"{number:02}.clause").write_text(f"US shall{' nicely' * number}.\n" * (number + 1))
    Path("crash.clause").write_text("crash")
    one = clausecheck("lint", "--no-cache", "--jobs", "1", "--output-format", "json")

    assert one.status == 2
    for count in ("2", "7"):
        many = clausecheck("lint", "--no-cache", "--jobs", count, "--output-format", "json")
        assert many == one


@pytest.mark.no_cover
def test_processes_are_started_for_real_work_and_change_nothing(tmp_path: Path) -> None:
    clauses = Path(__file__).parents[2] / "clauses"
    for number in range(3):
        for path in clauses.glob("[a-k]*.clause"):
            (tmp_path / f"{path.stem}-{number}.clause").write_bytes(path.read_bytes())
    one, two = (real("lint", "--no-cache", "--jobs", count, str(tmp_path)) for count in ("1", "2"))

    assert one.status == 1
    assert two == one


def test_what_another_text_decides_is_checked_again() -> None:
    head = 'declaration "A text"\n'
    party = '\nparty US "United States"\n\nclause 1\n  US shall leave.\n'
    Path("peace-1953.clause").write_text(head + party)
    Path("new.clause").write_text(f"{head}  implements: peace-1953 1\n{party}")
    options = ("lint", "--select", "unresolved-reference", "new.clause")

    assert real(*options).status == 0

    Path("peace-1953.clause").write_text(head + party.replace("clause 1", "clause 2"))

    assert real(*options).status == 1

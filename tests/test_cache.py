from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from clausecheck import __version__
from clausecheck.check import Settings, check
from clausecheck.cli import keeping
from clausecheck.cli.cache import Cache, opened, packed, unpacked
from clausecheck.cli.keeping import default_folder, key_of, program
from clausecheck.findings import Report
from clausecheck.source import Source
from tests.model.reading import vocabulary

CLAUSES = Path(__file__).parents[1] / "clauses"
VALLEY = Source(
    "valley.clause",
    'declaration "On the Valley"\nclause 1\n  Northland shall leave the valley.\n',
)


def report(source: Source = VALLEY) -> Report:
    return check(source, vocabulary(), Settings())


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return tmp_path / "base"


def cache(base: Path) -> Cache:
    found = opened(base, Path("/project"))
    assert found is not None
    return found


FILE = CLAUSES / "inf-1987.clause"
"""A file that is there; what is in it does not matter here."""


def kept(base: Path, key: str = "key", file: Path = FILE) -> Report | None:
    return cache(base).get(VALLEY, file, key)


def fill(base: Path) -> Path:
    """Keep a report under the key `key`, and return the file in which it is kept."""
    filled = cache(base)
    filled.put(report(), FILE, "key")
    filled.put(report(), Path("/gone.clause"), "key")
    filled.save()
    return filled.path


@pytest.mark.parametrize("name", ["panmunjom-2018", "draft-too-soft", "inf-1987"])
def test_what_is_kept_of_a_report_is_all_of_it(name: str) -> None:
    made = report(Source(name, (CLAUSES / f"{name}.clause").read_text()))

    assert unpacked(packed(made), made.source) == made


def test_a_report_is_kept_from_run_to_run_for_its_key_alone(base: Path) -> None:
    fill(base)

    assert kept(base) == report()
    assert kept(base, "another") is None


def test_a_report_of_a_file_that_is_gone_is_given_up(base: Path) -> None:
    fill(base)

    assert kept(base, file=Path("/gone.clause")) is None


def test_a_key_is_another_for_whatever_part_is_another() -> None:
    keys = {key_of(), key_of("a"), key_of("b"), key_of("a", "b"), key_of(b"a"), key_of("'a', 'b'")}

    assert len(keys) == 6
    assert key_of("a", 1, ("b",)) == key_of("a", 1, ("b",))


def test_the_program_is_told_by_its_version_or_where_it_is_worked_on_by_its_files(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for folder in ("src", "site-packages"):
        (tmp_path / folder / "clausecheck/cli").mkdir(parents=True)
    monkeypatch.setattr(keeping, "__file__", str(tmp_path / "src/clausecheck/cli/keeping.py"))
    before = program()
    (tmp_path / "src/clausecheck/cli/__pycache__").mkdir()
    (tmp_path / "src/clausecheck/__pycache__").mkdir()
    same = program()
    (tmp_path / "src/clausecheck/rules.py").write_text("RULES = ()")

    assert program() != before == same

    installed = tmp_path / "site-packages/clausecheck/cli/keeping.py"
    monkeypatch.setattr(keeping, "__file__", str(installed))

    assert program() == __version__

    record = tmp_path / f"site-packages/clausecheck-{__version__}.dist-info/RECORD"
    record.parent.mkdir()
    record.write_text("clausecheck/rules.py,sha256=a,9\n")
    recorded = program()
    record.write_text("clausecheck/rules.py,sha256=b,9\n")

    assert len({__version__, recorded, program()}) == 3


def test_nobody_else_can_read_what_is_kept(base: Path) -> None:
    path = fill(base)

    assert oct(path.parent.stat().st_mode)[-3:] == "700"
    assert (path.parent / ".gitignore").read_text() == "*\n"
    assert (path.parent / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172")


def test_projects_keep_their_reports_apart(base: Path) -> None:
    one, other = (opened(base, Path(root)) for root in ("/one", "/other"))

    assert one is not None
    assert other is not None
    assert one.path != other.path


def test_a_folder_that_others_may_enter_is_not_used(base: Path) -> None:
    path = fill(base)
    path.parent.chmod(0o755)

    assert opened(base, Path("/project")) is None


def test_a_folder_that_is_somebody_elses_is_not_used(
    base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(base)
    monkeypatch.setattr(os, "geteuid", lambda: 4321)

    assert opened(base, Path("/project")) is None


def test_a_folder_that_is_a_link_is_not_used(base: Path, tmp_path: Path) -> None:
    fill(base)
    base.rename(tmp_path / "real")
    base.mkdir()
    (base / "clausecheck").symlink_to(tmp_path / "real/clausecheck")

    assert opened(base, Path("/project")) is None


def test_elsewhere_than_on_posix_the_users_folders_are_their_own(
    base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(base).parent.chmod(0o755)
    monkeypatch.setattr("clausecheck.cli.keeping._POSIX", False)

    assert kept(base) == report()


def test_where_no_folder_can_be_made_nothing_is_kept(base: Path) -> None:
    base.write_text("a file")

    assert opened(base, Path("/project")) is None


def test_a_folder_that_vanishes_keeps_nothing_and_says_nothing(base: Path) -> None:
    filled = cache(base)
    filled.put(report(), FILE, "key")
    filled.path = base / "gone/file.json"
    filled.save()

    assert kept(base) is None


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "{",
        "[]",
        "null",
        "[" * 100_000,
        "{}",
        '{"version": "0.0.0", "entries": {}}',
        '{"version": null}',
        '{"version": "VERSION", "entries": []}',
        '{"version": "VERSION", "entries": {"FILE": ["key"]}}',
        '{"version": "VERSION", "entries": {"FILE": ["key", "[1"]}}',
        '{"version": "VERSION", "entries": {"FILE": ["key", "1"]}}',
        '{"version": "VERSION", "entries": {"FILE": ["key", "{\\"\\": 1}"]}}',
    ],
)
def test_what_is_damaged_or_foreign_is_as_if_it_were_not_there(base: Path, damage: str) -> None:
    path = fill(base)
    version = json.loads(path.read_text())["version"]
    path.write_text(damage.replace("VERSION", version).replace("FILE", str(FILE)))

    assert kept(base) is None

    fill(base)

    assert kept(base) == report()


def test_a_file_that_is_too_large_is_not_read(base: Path) -> None:
    os.truncate(fill(base), 100_000_001)

    assert kept(base) is None


@pytest.mark.parametrize("odd", ["a pipe", "a link", "a folder"])
def test_what_is_no_file_is_neither_waited_for_nor_written_through(
    base: Path, tmp_path: Path, odd: str
) -> None:
    path, other = fill(base), tmp_path / "other"
    path.unlink()
    other.write_text("somebody's own")
    if odd == "a pipe":
        os.mkfifo(path)
    elif odd == "a link":
        path.symlink_to(other)
    else:
        path.mkdir()

    assert kept(base) is None

    fill(base)

    assert (kept(base) is None) == (odd == "a folder")
    assert other.read_text() == "somebody's own"


def test_what_has_not_changed_is_not_written(base: Path) -> None:
    path = fill(base)
    path.unlink()
    cache(base).save()

    assert not path.exists()


def test_the_folder_is_the_users_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/drafter")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative/is/ignored")

    assert default_folder() == Path("/home/drafter/.cache")

    monkeypatch.setenv("XDG_CACHE_HOME", "/var/cache/drafter")

    assert default_folder() == Path("/var/cache/drafter")

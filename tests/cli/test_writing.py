from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from clausecheck.cli.writing import write_whole


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_has_the_usual_permissions(project: Path) -> None:
    before = os.umask(0o027)
    try:
        write_whole(project / "a", b"new")
    finally:
        os.umask(before)

    assert (project / "a").read_bytes() == b"new"
    assert mode(project / "a") == 0o640


def test_a_replaced_file_keeps_its_permissions(project: Path) -> None:
    (project / "a").write_bytes(b"old")
    (project / "a").chmod(0o604)

    write_whole(project / "a", b"new")

    assert (project / "a").read_bytes() == b"new"
    assert mode(project / "a") == 0o604
    assert list(project.iterdir()) == [project / "a"]


def test_an_owner_that_may_not_be_given_does_not_stop_the_writing(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    (project / "a").write_bytes(b"old")
    monkeypatch.setattr(os, "fchown", denied)

    write_whole(project / "a", b"new")

    assert (project / "a").read_bytes() == b"new"


def test_a_link_is_written_through(project: Path) -> None:
    (project / "folder").mkdir()
    (project / "folder/real").write_bytes(b"old")
    (project / "link").symlink_to("folder/real")

    write_whole(project / "link", b"new")

    assert (project / "link").is_symlink()
    assert (project / "folder/real").read_bytes() == b"new"


def test_a_file_that_may_not_be_written_is_not_replaced(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "a").write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)

    with pytest.raises(PermissionError):
        write_whole(project / "a", b"new")

    assert (project / "a").read_bytes() == b"old"


def test_a_file_marked_as_read_only_is_not_replaced_even_by_the_superuser(project: Path) -> None:
    (project / "a").write_bytes(b"old")
    (project / "a").chmod(0o444)

    with pytest.raises(PermissionError, match="it is read-only"):
        write_whole(project / "a", b"new")

    assert (project / "a").read_bytes() == b"old"
    assert mode(project / "a") == 0o444


def test_a_failure_halfway_leaves_the_old_file_and_nothing_else(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    (project / "a").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", interrupt)

    with pytest.raises(KeyboardInterrupt):
        write_whole(project / "a", b"new")

    assert (project / "a").read_bytes() == b"old"
    assert list(project.iterdir()) == [project / "a"]


def test_a_device_is_written_to_and_not_replaced() -> None:
    write_whole(Path(os.devnull), b"new")

    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)

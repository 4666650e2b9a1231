from __future__ import annotations

import errno
import io
import os
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from clausecheck.cli.files import Content, File, Patterns, Search, find, named, read
from clausecheck.findings import Failure

from .running import process

if TYPE_CHECKING:
    from collections.abc import Callable

    from .running import Ran

LIMIT = 1_000
DRAFTS = (Patterns(("drafts",)),)


def plant(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")


def names(*paths: str, exclude: tuple[str, ...] = (), force_exclude: bool = False) -> list[str]:
    files, failures = find(Search(paths, (Patterns(exclude),), force_exclude, allow_empty=True))

    assert failures == ()
    return [file.name for file in files]


def refusals(*paths: str) -> list[tuple[str, str, str]]:
    files, failures = find(Search(paths, allow_empty=True))

    assert files == ()
    return [(failure.path, failure.kind, failure.message) for failure in failures]


def refusal(path: Path, limit: int = LIMIT) -> tuple[str, str]:
    failure = read(File("a.clause", path), limit)

    assert isinstance(failure, Failure)
    assert failure.path == "a.clause"
    return failure.kind, failure.message


def denied(*_: object, **__: object) -> None:
    raise PermissionError(errno.EACCES, "Permission denied")


def test_folders_are_searched_at_any_depth_and_listed_by_name(project: Path) -> None:
    plant(project, "b.clause", "a/z.clause", "a/a.clause", "c.txt", "d.clause.bak", "가.clause")

    assert names() == ["a/a.clause", "a/z.clause", "b.clause", "가.clause"]
    assert names(".") == names()
    assert names("./a") == ["a/a.clause", "a/z.clause"]


def test_what_is_hidden_is_passed_over_unless_it_is_named(project: Path) -> None:
    plant(project, ".drafts/a.clause", ".a.clause", "b.clause")

    assert names() == ["b.clause"]
    assert names(".drafts", ".a.clause") == [".a.clause", ".drafts/a.clause"]


@pytest.mark.parametrize(
    "name", [".git", ".git/x.clause", ".git/x/y.clause", "a/../.git/x.clause", ".GIT/x.clause"]
)
def test_what_is_gits_own_is_refused_whoever_names_it(project: Path, name: str) -> None:
    plant(project, ".git/x.clause", ".git/x/y.clause", ".GIT/x.clause", "a/b.clause")
    message = "it lies in .git, which is git's own; neither read nor written"

    assert refusals(name) == [(name, "hidden", message)]


def test_a_folder_with_the_ending_is_a_folder(project: Path) -> None:
    plant(project, "x.clause/a.clause")

    assert names() == ["x.clause/a.clause"]
    assert names("x.clause") == ["x.clause/a.clause"]


def test_a_named_file_is_taken_whatever_its_ending(project: Path) -> None:
    plant(project, "notes.txt")

    assert names("notes.txt") == ["notes.txt"]


def test_a_file_named_twice_is_found_once(project: Path) -> None:
    plant(project, "a.clause")

    assert names(".", "a.clause", "./a.clause") == ["a.clause"]


def test_standard_input_is_one_file_under_the_name_given() -> None:
    files, failures = find(Search(("-", "-"), input_name="draft.clause"))

    assert files == (File("draft.clause", None),)
    assert failures == ()


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        ("b.clause", ["a.clause", "old/a.clause"]),
        ("*.clause", []),
        ("old", ["a.clause", "b.clause"]),
        ("old/", ["a.clause", "b.clause"]),
        ("old/a.clause", ["a.clause", "b.clause", "old/b.clause"]),
        ("./old/*", ["a.clause", "b.clause"]),
        ("clause", ["a.clause", "b.clause", "old/a.clause", "old/b.clause"]),
    ],
)
def test_a_pattern_leaves_out_files_and_folders(
    project: Path, pattern: str, left: list[str]
) -> None:
    plant(project, "a.clause", "b.clause", "old/a.clause", "old/b.clause")

    assert names(exclude=(pattern,)) == left


def test_a_folder_above_that_a_pattern_names_leaves_out_what_is_named_below_it(
    project: Path,
) -> None:
    plant(project, "old/deep/a.clause")
    named_itself = ("old/deep/a.clause", str(project / "old/deep/a.clause"))

    for path in named_itself:
        assert names(path, exclude=("old/deep",)) == [path]
        assert names(path, exclude=("old/deep",), force_exclude=True) == []


def test_standard_input_is_left_out_by_force_alone() -> None:
    search = Search(("-",), DRAFTS, input_name="drafts/a.clause", allow_empty=True)

    assert len(find(search)[0]) == 1
    assert find(Search(("-",), DRAFTS, True, "drafts/a.clause", True)) == ((), ())  # noqa: FBT003 - as in the class


def test_no_file_is_a_failure_for_each_folder_unless_it_is_allowed(project: Path) -> None:
    plant(project, "a/x.txt", "b/.c.clause")
    message = "no file to check: none ends in .clause, or all are left out"

    files, failures = find(Search(("./a", "b")))

    assert files == ()
    assert failures == (Failure("a", "no-file", message), Failure("b", "no-file", message))
    assert find(Search(("a",), allow_empty=True)) == ((), ())


def test_a_missing_file_is_told_and_the_others_are_found(project: Path) -> None:
    plant(project, "a.clause")

    files, failures = find(Search(("b.clause", "a.clause", "")))

    assert [file.name for file in files] == ["a.clause"]
    assert failures == (
        Failure("", "missing", "there is no such file or folder"),
        Failure("b.clause", "missing", "there is no such file or folder"),
    )


def test_a_name_too_long_for_the_system_is_told() -> None:
    ((_, kind, message),) = refusals("x" * 5_000)

    assert kind == "unreadable"
    assert message == "it cannot be read: File name too long"


def test_a_link_within_the_tree_is_followed_and_its_target_found_once(project: Path) -> None:
    plant(project, "text.txt", "b.clause", "folder/c.clause")
    (project / "a.clause").symlink_to("b.clause")
    (project / "d.clause").symlink_to("text.txt")
    (project / "e.clause").symlink_to("folder")
    (project / "link.txt").symlink_to("text.txt")

    assert names() == ["b.clause", "d.clause", "folder/c.clause"]
    assert names("a.clause") == ["a.clause"]


@pytest.mark.parametrize("target", ["../secret", "../outside"])
def test_a_link_out_of_the_tree_is_refused(project: Path, target: str) -> None:
    plant(project.parent, "secret", "outside/x.clause")
    (project / "a.clause").symlink_to(target)
    message = "a link that leads out of the folder; not followed"

    assert refusals() == [("a.clause", "link", message)]


def test_a_named_link_is_refused_where_it_leads_out(project: Path) -> None:
    plant(project.parent, "secret")
    (project / "a.clause").symlink_to("../secret")
    message = "a link that leads out of the folder; not followed"

    assert refusals("a.clause") == [("a.clause", "link", message)]


def test_a_named_link_elsewhere_is_followed_within_its_folder(project: Path) -> None:
    plant(project.parent, "other/real.clause")
    link = project.parent / "other/link.clause"
    link.symlink_to("real.clause")

    assert named(link) == File(str(link), link.with_name("real.clause").resolve(), linked=True)


def test_a_link_to_something_hidden_is_refused(project: Path) -> None:
    plant(project, ".git/config", ".store/x.clause")
    (project / "a.clause").symlink_to(".git/config")
    (project / "b").symlink_to(".store")
    message = "a link that leads to something hidden; not followed"

    assert refusals() == [("a.clause", "link", message), ("b", "link", message)]
    assert refusals("a.clause") == [("a.clause", "link", message)]


@pytest.mark.parametrize("name", ["link", "link/x.clause", "link/../outside/x.clause"])
def test_a_named_folder_that_is_a_link_leads_nowhere_else(project: Path, name: str) -> None:
    plant(project, ".git/x.clause", "outside/x.clause")
    plant(project.parent, "outside/x.clause")
    link = project / "link"
    link.symlink_to("../outside")

    assert refusals(name) == [(name, "link", "a link that leads out of the project; not followed")]

    link.unlink()
    link.symlink_to(".git")
    if ".." not in name:
        message = "a link that leads to something hidden; not followed"

        assert refusals(name) == [(name, "link", message)]


def test_a_named_folder_that_is_a_link_within_the_project_is_followed(project: Path) -> None:
    plant(project, "folder/x.clause")
    (project / "link").symlink_to("folder")

    assert names("link") == names("link/x.clause") == ["link/x.clause"]


def test_links_that_lead_nowhere_or_in_a_circle_are_refused(project: Path) -> None:
    (project / "a.clause").symlink_to("b.clause")
    (project / "b.clause").symlink_to("a.clause")
    (project / "c.clause").symlink_to("nothing")
    (project / "no-draft").symlink_to("nothing")
    (project / "here").symlink_to(".")
    expected = [
        ("a.clause", "link", "a link that leads in a circle"),
        ("b.clause", "link", "a link that leads in a circle"),
        ("c.clause", "link", "a link that leads to nothing"),
    ]

    assert refusals() == expected
    assert refusals("a.clause", "b.clause", "c.clause") == expected


def test_a_circle_is_known_by_the_systems_own_error_too(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(project, "a.clause")

    def circle(*_: object, **__: object) -> None:
        raise OSError(errno.ELOOP, "Too many levels of symbolic links")

    monkeypatch.setattr(Path, "stat", circle)

    assert refusal(project / "a.clause") == ("link", "a link that leads in a circle")


def test_a_folder_that_may_not_be_read_is_told(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(project, "a.clause")
    monkeypatch.setattr(os, "scandir", denied)

    assert refusals() == [(".", "unreadable", "no permission to read it")]


def test_a_path_that_may_not_be_looked_at_is_told(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(project, "a.clause")
    monkeypatch.setattr(Path, "is_dir", denied)
    monkeypatch.setattr(Path, "resolve", denied)

    assert refusals("a.clause") == [("a.clause", "unreadable", "no permission to read it")]


def test_a_file_that_may_not_be_read_is_told(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(project, "a.clause")
    monkeypatch.setattr(os, "open", denied)

    assert refusal(project / "a.clause") == ("unreadable", "no permission to read it")


def test_a_text_is_read_without_its_mark_and_with_its_line_ends(project: Path) -> None:
    (project / "a.clause").write_bytes(b"\xef\xbb\xbfa\r\nb\xe2\x80\xa8\n")

    content = read(File("name", project / "a.clause"), LIMIT)

    assert isinstance(content, Content)
    assert content.source.name == "name"
    assert content.source.text == "a\r\nb\u2028\n"
    assert content.raw == b"\xef\xbb\xbfa\r\nb\xe2\x80\xa8\n"


@pytest.mark.parametrize(
    ("raw", "kind", "message"),
    [
        (
            b"\xef\xbb\xbfa\nb\xffc",
            "not-utf-8",
            "not UTF-8: byte 0xff at offset 6 (line 2); save it as UTF-8",
        ),
        (
            "clause".encode("utf-16"),
            "not-utf-8",
            "not UTF-8 but UTF-16, by its first bytes at offset 0 (line 1); save it as UTF-8",
        ),
        (b"a\n\nb\0", "nul", "a NUL byte at offset 4 (line 3): not a text"),
        (
            b"x" * 1_001,
            "too-large",
            "1,001 bytes, and the limit is 1,000 (--max-bytes)",
        ),
    ],
)
def test_what_is_no_text_is_refused(project: Path, raw: bytes, kind: str, message: str) -> None:
    (project / "a.clause").write_bytes(raw)

    assert refusal(project / "a.clause") == (kind, message)


def test_a_file_as_large_as_the_limit_is_read(project: Path) -> None:
    (project / "a.clause").write_bytes(b"x" * LIMIT)

    assert isinstance(read(File("a", project / "a.clause"), LIMIT), Content)


def test_a_file_of_a_hundred_megabytes_is_refused_by_its_size_alone(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (project / "a.clause").open("wb") as stream:
        stream.truncate(100_000_000)
    monkeypatch.setattr(os, "open", denied)

    assert refusal(project / "a.clause")[0] == "too-large"


def test_a_file_that_holds_more_than_its_size_says_is_refused(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "a.clause").write_bytes(b"x" * 1_001)
    monkeypatch.setattr("clausecheck.cli.files._refusal", lambda *_: None)

    assert refusal(project / "a.clause") == (
        "too-large",
        "more than 1,000 bytes, the limit (--max-bytes)",
    )


def test_a_file_replaced_by_a_pipe_before_it_is_opened_is_refused(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(project, "a.clause")
    os.mkfifo(project / "pipe")
    pipe = (project / "pipe").stat()
    monkeypatch.setattr(os, "fstat", lambda _: pipe)

    assert refusal(project / "a.clause")[0] == "not-a-file"


def test_a_socket_and_a_device_are_no_files(project: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s.clause")

        assert refusal(project / "s.clause") == (
            "not-a-file",
            "a device or a socket, not a file",
        )
    assert refusal(Path("/dev/zero"))[0] == "not-a-file"


@pytest.mark.parametrize("arguments", [("lint",), ("lint", "pipe.clause"), ("fmt",)])
def test_a_pipe_is_refused_without_waiting_for_it(
    project: Path, arguments: tuple[str, ...]
) -> None:
    os.mkfifo(project / "pipe.clause")

    with process(*arguments) as running:
        out, err = running.communicate(timeout=30)

    told = " ".join((out + err).decode().split())
    assert running.returncode == 2
    assert "pipe.clause: a pipe, not a file; give - to read standard input" in told


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="another system names pipes")
def test_a_pipe_without_a_name_is_refused_as_one() -> None:
    one, other = os.pipe()
    with os.fdopen(one, "rb"), os.fdopen(other, "wb"):
        refused = named(Path(f"/proc/self/fd/{one}"))

    assert isinstance(refused, Failure)
    assert refused.message == "a pipe, not a file; give - to read standard input"


def test_standard_input_is_read_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    def entered(raw: bytes) -> Content | Failure:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
        return read(File("-", None), LIMIT)

    within = entered(b"A may.\n")

    assert isinstance(within, Content)
    assert within.source.text == "A may.\n"
    assert entered(b"x" * 1_001) == Failure(
        "-", "too-large", "more than 1,000 bytes, the limit (--max-bytes)"
    )


def test_standard_input_that_is_closed_or_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, _: object) -> int:
            raise OSError(errno.EISDIR, "Is a directory")

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Failing())))
    failed = read(File("-", None), LIMIT)
    monkeypatch.setattr(sys, "stdin", None)
    closed = read(File("-", None), LIMIT)

    assert failed == Failure("-", "unreadable", "it cannot be read: Is a directory")
    assert closed == Failure("-", "unreadable", "standard input is closed")


def test_every_hostile_file_is_told_and_the_good_one_still_reported(
    clausecheck: Callable[..., Ran], project: Path
) -> None:
    plant(project.parent, "secret")
    (project / "latin.clause").write_bytes(b"\xe9")
    (project / "nul.clause").write_bytes(b"\0")
    (project / "large.clause").write_bytes(b"x" * 1_000_001)
    (project / "deep.clause").write_text("[[[")
    (project / "out.clause").symlink_to("../secret")
    os.mkfifo(project / "pipe.clause")
    (project / "bad\x1b[31m\n\u202e.clause").write_bytes(b"\0")
    (project / os.fsdecode(b"\xff.clause")).write_bytes(b"\0")
    (project / "good.clause").write_text("A shall leave.\n")

    ran = clausecheck("lint", "--color", "never")

    assert ran.status == 2
    assert "undated-obligation" in ran.out
    assert ran.out.endswith("1 warning in 1 file; 8 not checked\n")
    assert "not checked: bad\\x1b[31m\\n\\u202e.clause: a NUL byte" in ran.out
    assert "not checked: \\xff.clause: a NUL byte" in ran.out
    assert "not checked: deep.clause: brackets nested too deep" in ran.out

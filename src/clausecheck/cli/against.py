"""Which file here was which file in another state of the project."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import define, field

from clausecheck.cli import files
from clausecheck.cli.git import repository_of
from clausecheck.cli.paths import project_root
from clausecheck.findings import Failure
from clausecheck.source import Source
from clausecheck.values import evolve, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from clausecheck.cli.git import Entry, Repository
    from clausecheck.findings import Outcome, Report

_ALIKE = 0.5
"""The share of their lines that a file and what it was renamed to must have in common."""


@frozen
class Pair:
    """A file here and what it was there; either may be missing. `name` is its path there."""

    file: files.File | None
    before: files.Content | Failure | None
    name: str
    renamed: bool = False
    """Whether it had another path there, as its lines tell."""


@frozen
class State:
    """A ref of the project, the most bytes that a file may have, and what folders leave out."""

    ref: str
    limit: int
    exclude: tuple[files.Patterns, ...]

    def pairs(self, paths: Sequence[str]) -> tuple[tuple[Pair, ...], tuple[Failure, ...]]:
        """Return every file at the paths with what it was, by name, and what was refused.

        A file that is nowhere there is what a lost one with as many of its lines was renamed to.

        Raises:
            GitError: the other state cannot be read.
        """
        given = [Path(path) for path in paths or (".",)]
        project = repository_of(_folder(given[0]))
        stored = _Stored(project, project.commit(self.ref), given, self.exclude)
        here, failures = self._here(given, stored)
        gone = stored.gone
        contents = project.contents(
            entry
            for path, entry in stored.entries.items()
            if (path in here or path in gone) and entry.is_file and entry.size <= self.limit
        )
        new = {path: file for path, file in here.items() if path not in stored.entries}
        lost = {path: contents[path] for path in gone if path in contents}
        was = {path: path for path in here if path in stored.entries}
        was |= _renamed(new, lost, self.limit)
        found = [
            Pair(
                file,
                self._before(was.get(path), stored, contents),
                was.get(path, path),
                was.get(path, path) != path,
            )
            for path, file in here.items()
        ]
        found += [
            Pair(None, self._before(path, stored, contents), path)
            for path in gone
            if stored.asked_for(path) and path not in was.values()
        ]
        return tuple(sorted(found, key=lambda pair: pair.name)), tuple(failures)

    def _here(
        self, given: Sequence[Path], stored: _Stored
    ) -> tuple[dict[str, files.File], list[Failure]]:
        """Return the files at the paths by their path from the root; a lost one is no failure."""
        found: dict[str, files.File] = {}
        failures: list[Failure] = []
        root = stored.project.root
        for path in given:
            known = stored.holds(path)
            search = files.Search((str(path),), self.exclude, allow_empty=known)
            listed, refused = files.find(search)
            failures += [each for each in refused if not (each.kind == "missing" and known)]
            for file in listed:
                real = file.path or Path(file.name)
                if real.is_relative_to(root):
                    found[real.relative_to(root).as_posix()] = file
                else:
                    message = f"it lies outside of the repository in {root}"
                    failures.append(Failure(file.name, "outside", message))
        return found, failures

    def _before(
        self, path: str | None, stored: _Stored, contents: Mapping[str, bytes]
    ) -> files.Content | Failure | None:
        if path is None:
            return None
        name = f"{self.ref}:{path}"
        if path in contents:
            return files.decoded(name, contents[path])
        entry = stored.entries[path]
        if not entry.is_file:
            return Failure(name, "not-a-file", "a link or a module, not a file; not followed")
        message = f"{entry.size:,} bytes, and the limit is {self.limit:,} (--max-bytes)"
        return Failure(name, "too-large", message)


@define
class _Stored:
    """What a commit stores: drafts anywhere, and whatever else is asked for by its own path."""

    project: Repository
    commit: str
    given: Sequence[Path]
    exclude: Sequence[files.Patterns]
    entries: dict[str, Entry] = field(init=False)

    def __attrs_post_init__(self) -> None:
        named = {self._inner(path) for path in self.given}
        self.entries = {
            path: entry
            for path, entry in self.project.entries(self.commit).items()
            if path.endswith(files.ENDING) or path in named
        }

    @property
    def gone(self) -> list[str]:
        """The files that are here no longer."""
        return [path for path in self.entries if not (self.project.root / path).is_file()]

    def holds(self, given: Path) -> bool:
        """Tell whether anything is stored at a path, or below it and not left out."""
        inner = self._inner(given)
        return any(_is_within(path, inner) and self._counts(path, inner) for path in self.entries)

    def asked_for(self, path: str) -> bool:
        """Tell whether a file is one of the paths, or below one: nowhere hidden, not left out."""
        for each in self.given:
            inner = self._inner(each)
            if _is_within(path, inner) and self._counts(path, inner):
                below = path.removeprefix(inner or "").split("/")
                return not any(part.startswith(".") for part in below)
        return False

    def _counts(self, path: str, inner: str | None) -> bool:
        """Tell whether what a given path holds is named by itself, or else not left out."""
        whole = self.project.root / path
        return path == inner or not any(patterns.match(whole) for patterns in self.exclude)

    def _inner(self, path: Path) -> str | None:
        """Return a path from the root, "" for the root itself; None outside."""
        real = path.resolve()
        if not real.is_relative_to(self.project.root):
            return None
        return real.relative_to(self.project.root).as_posix().removeprefix(".")


def _is_within(path: str, inner: str | None) -> bool:
    return inner is not None and (inner in {"", path} or path.startswith(f"{inner}/"))


def _renamed(
    new: Mapping[str, files.File], lost: Mapping[str, bytes], limit: int
) -> Mapping[str, str]:
    """Return what each new file was called, the most alike first."""
    before = {path: Counter(data.split(b"\n")) for path, data in lost.items()}
    ranked = []
    for path, file in new.items() if before else ():
        content = files.read(file, limit)
        if not isinstance(content, Failure):
            after = Counter(content.raw.split(b"\n"))
            for old, counted in before.items():
                share = (after & counted).total() / max(after.total(), counted.total())
                if share >= _ALIKE:
                    ranked.append((-share, path, old))
    found: dict[str, str] = {}
    for _, path, old in sorted(ranked):
        if path not in found and old not in found.values():
            found[path] = old
    return found


def as_stored(outcome: Outcome, ref: str, paths: Sequence[str]) -> Outcome:
    """Return an outcome of the other state with its texts at their paths in the project."""
    root = project_root(_folder(Path((*paths, ".")[0])))

    def placed(report: Report) -> Report:
        inner = report.source.name.removeprefix(f"{ref}:")
        return evolve(report, source=Source((root / inner).as_posix(), report.source.text))

    return evolve(outcome, reports=tuple(map(placed, outcome.reports)))


def _folder(path: Path) -> Path:
    """Return the nearest folder that is there."""
    real = path.absolute()
    return next(each for each in (real, *real.parents) if each.is_dir())

"""Vocabulary files → one vocabulary: the built-in ones, and a project's own on top."""

from __future__ import annotations

import json
import os
import zlib
from functools import cache
from typing import TYPE_CHECKING

from clausecheck.vocabulary.entries import (
    Entries,
    Entry,
    VocabularyProblem,
    did_you_mean,
    line_of,
    no_entries,
    read_entries,
)
from clausecheck.vocabulary.index import (
    Index,
    add_phrases,
    listed_phrases,
    no_phrases,
    shared_phrases,
)
from clausecheck.vocabulary.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

FOLDER = __file__.rpartition("reader.py")[0]
"""Where the built-in files are, up to and with the last slash."""
FILES = tuple(sorted(name for name in os.listdir(FOLDER) if name.endswith(".toml")))  # noqa: PTH208 - see `_text`
"""The built-in files: a vocabulary for another war needs no line of code."""
TABLES = "tables.json"
"""The built-in files as `build_tables` writes them, which are read twenty times as fast."""
_MOST_PARENTS = 100
"""Of one term, those of its parents with them; the built-in ones have at most ten."""
_INGREDIENTS = (*FILES, "inflection.py", "index.py", "entries.py", "reader.py")
"""What the tables depend on: when one of these changes, they are out of date."""


def load(extra: Sequence[tuple[str, str]] = ()) -> tuple[Vocabulary, tuple[VocabularyProblem, ...]]:
    """Return the vocabulary with a project's own files added, and what is wrong with those.

    `extra` holds paths and texts. Files add terms; they do not change what another file says.
    """
    if not extra:
        return _built_in_vocabulary(), ()
    entries, index = _built_in()
    return _with_files((entries.copy(), index.copy()), extra)


def build_tables(folder: str = FOLDER) -> str:
    """Return the text of `tables.json`: the same for the same files."""
    entries, index = read_files(folder)
    tables = {
        "checksum": _checksum(folder),
        "terms": entries.terms,
        "lists": entries.lists,
        "phrases": index.phrases,
        "longest": index.longest,
        "words": sorted(index.words),
    }
    # One dash and the text that is read takes twice the room, and longer to go through.
    return json.dumps(tables, separators=(",", ":"))


@cache
def _built_in_vocabulary() -> Vocabulary:
    return Vocabulary(*_built_in())


@cache
def _built_in() -> tuple[Entries, Index]:
    return read_built_in()


def read_built_in(folder: str = FOLDER) -> tuple[Entries, Index]:
    """Read the tables, or the files where the tables are missing, damaged or old."""
    try:
        with open(folder + TABLES, "rb") as file:  # noqa: PTH123 - see `_text`
            tables = json.loads(file.read())
    except (OSError, ValueError):
        return read_files(folder)
    if not isinstance(tables, dict) or tables.get("checksum") != _checksum(folder):
        return read_files(folder)
    # The plain words are among the index's and needed nowhere else.
    entries = Entries(tables["terms"], tables["lists"], [], [])
    return entries, Index(tables["phrases"], tables["longest"], set(tables["words"]))


def read_files(folder: str = FOLDER) -> tuple[Entries, Index]:
    """Read the built-in files themselves."""
    entries, index = no_entries(), no_phrases()
    for name in FILES:
        read, _ = read_entries(name, _text(folder, name))
        _add(entries, read)
    add_phrases(index, entries)
    return entries, index


def _with_files(
    built_in: tuple[Entries, Index],
    files: Sequence[tuple[str, str]],
) -> tuple[Vocabulary, tuple[VocabularyProblem, ...]]:
    entries, index = built_in
    problems = []
    sources = []
    for at, (path, text) in enumerate(files):
        read, faults = read_entries(path, text)
        problems += faults
        for table, name, message in list(_clashes(entries, read, files[: at + 1])):
            problems.append(VocabularyProblem(path, line_of(text, table, name), message))
            (read.lists if table == "list" else read.terms[table]).pop(name, None)
        _add(entries, read)
        add_phrases(index, read)
        sources.append((path, text, read))
    for path, text, read in sources:
        for table, name, message in broken_references(entries, read):
            problems.append(VocabularyProblem(path, line_of(text, table, name), message))
    return Vocabulary(entries, index), tuple(problems)


def _add(entries: Entries, read: Entries) -> None:
    for table, terms in read.terms.items():
        entries.terms[table].update(terms)
    entries.lists.update(read.lists)
    entries.function.extend(read.function)
    entries.general.extend(read.general)


def _clashes(
    entries: Entries, read: Entries, files: Sequence[tuple[str, str]]
) -> Iterator[tuple[str, str, str]]:
    """Give the names and forms that are taken: table, name, what to say.

    `files` are those read so far, the last of them the one that holds what was `read`.
    """
    taken = [
        (table, name)
        for table, terms in read.terms.items()
        for name in terms
        if name in entries.terms[table]
    ]
    for table, name in (*taken, *(("list", name) for name in read.lists if name in entries.lists)):
        place = _place_of(table, name, files[:-1])
        message = f"is defined already{place}; a file adds and does not change"
        yield table, name, f"{table} “{name}” {message}"
    for table, name, form, owner in shared_phrases(read, listed_phrases(entries)):
        place = _place_of(table, owner, files)
        yield table, name, f"{table} “{name}”: “{form}” is a form of “{owner}” already{place}"


def _place_of(table: str, name: str, files: Sequence[tuple[str, str]]) -> str:
    """Return where a term is defined, to end a message; "" where that is not written plainly."""
    lines = ((path, line_of(text, table, name)) for path, text in (*files, *_built_in_texts()))
    return next((f", in {path}, line {line}" for path, line in lines if line), "")


@cache
def _built_in_texts() -> tuple[tuple[str, str], ...]:
    return tuple((f"the built-in {file}", _text(FOLDER, file)) for file in FILES)


def broken_references(entries: Entries, read: Entries) -> Iterator[tuple[str, str, str]]:
    """Give the references to terms that are not there, and parents that go in a circle."""
    for table, terms in read.terms.items():
        for name, entry in terms.items():
            for key, kind in (
                ("parents", table),
                ("excludes", "act"),
                ("entails", "act"),
                ("reverses", "act"),
                ("undo_objects", "object"),
                ("undo_of", "object"),
            ):
                for other in _names(entry.get(key, ())):
                    if other not in entries.terms[kind]:
                        near = did_you_mean(other, entries.terms[kind])
                        message = f"{key} names “{other}”, and no {kind} is called that{near}"
                        yield table, name, f"{table} “{name}”: {message}"
            if fault := _fault_in_parents(entries.terms[table], name):
                yield table, name, f"{table} “{name}” {fault}"


def _fault_in_parents(terms: Mapping[str, Entry], name: str) -> str:
    """Return what is wrong with the wider terms of a term, if they go in a circle or on and on."""
    waiting, seen = [name], set()
    while waiting:
        for parent in _names(terms.get(waiting.pop(), {}).get("parents", ())):
            if parent == name:
                return "is among its own parents"
            if parent not in seen:
                seen.add(parent)
                waiting.append(parent)
        if len(seen) > _MOST_PARENTS:
            return f"has more than {_MOST_PARENTS} wider terms"
    return ""


def _names(value: object) -> list[str]:
    return list(value)  # type: ignore[call-overload, no-any-return]  # a list or a table, as it was checked


def _checksum(folder: str) -> int:
    total = 0
    for name in _INGREDIENTS:
        source = FOLDER if name.endswith(".py") else folder
        total = zlib.crc32(_text(source, name).encode(), total)
    return total


def _text(folder: str, name: str) -> str:
    # Importing pathlib takes longer than reading all tables.
    with open(folder + name, encoding="utf-8") as file:  # noqa: PTH123
        return file.read()

"""A vocabulary file's text → checked entries, or the problems that bar them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast, get_args

from clausecheck import toml
from clausecheck.nearness import nearest
from clausecheck.values import evolve, frozen
from clausecheck.vocabulary.terms import About, Certainty, Need, ObjectGroup, PlaceGroup, Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Entry = dict[str, object]
"""One term's keys and values; JSON can hold it."""

TABLES = ("actor", "place", "vague", "method", "act", "object")
"""The tables that define terms."""
_GRADES = ("R0", "R1", "R2", "R3", "R4", "R5")
_HIGHEST_RANK = 5
_SHORTEST = 3
"""Letters; words shorter than that are all near to each other."""
_NAME = r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*"


@frozen
class VocabularyProblem:
    """What is wrong with a vocabulary file; `line` counts from 1 where it can be told."""

    path: str
    line: int | None
    message: str


@frozen
class Entries:
    """What vocabulary files hold: terms by table and name, enumerations, plain words."""

    terms: dict[str, dict[str, Entry]]
    lists: dict[str, list[str]]
    function: list[str]
    general: list[str]

    def copy(self) -> Entries:
        """Return entries to add to without touching these."""
        terms = {table: dict(terms) for table, terms in self.terms.items()}
        return Entries(terms, dict(self.lists), list(self.function), list(self.general))


def no_entries() -> Entries:
    """Return entries to add to."""
    return Entries({table: {} for table in TABLES}, {}, [], [])


def read_entries(path: str, text: str) -> tuple[Entries, list[VocabularyProblem]]:
    """Read one file; a faulty term is left out and the others are kept."""
    entries = no_entries()
    try:
        data = toml.read(text)
    except toml.NotToml as fault:
        return entries, [VocabularyProblem(path, fault.line, fault.message)]
    problems = [
        VocabularyProblem(path, line_of(text, table, name), fault)
        for table, content in data.items()
        for name, fault in _take(entries, table, content)
    ]
    return entries, problems


def line_of(text: str, table: str, name: str | None = None) -> int | None:
    """Return the line, from 1, that defines a table or a term in it, if it is written plainly."""
    return toml.line_of(text, [table] if name is None else [table, name])


def _take(entries: Entries, table: str, content: object) -> Iterator[tuple[str | None, str]]:
    """Add what a table holds; give what is wrong in it, with the term's name."""
    if table in ("function", "general"):
        fault = _fault_in_words(f"table “{table}”", "words", content)
        if fault:
            yield None, fault
        else:
            getattr(entries, table).extend(cast("dict[str, list[str]]", content)["words"])
    elif table not in (*TABLES, "list"):
        yield (
            None,
            (
                f"no table is called “{table}”"
                f"{did_you_mean(table, (*TABLES, 'list', 'function', 'general'))}"
            ),
        )
    elif not isinstance(content, dict):
        yield None, f"“{table}” must be a table"
    elif table == "list":
        for name, entry in content.items():
            fault = _fault_in_words(f"list “{name}”", "names", entry)
            if fault:
                yield name, fault
            else:
                entries.lists[name] = entry["names"]
    else:
        for name, entry in content.items():
            faults = [(name, fault) for fault in _faults(table, name, entry)]
            yield from faults
            if not faults:
                entries.terms[table][name] = entry


def did_you_mean(word: object, known: Iterable[str]) -> str:
    """Return the nearest of the known names as the end of a message; "" where none is near."""
    near = nearest(word, known, 1) if isinstance(word, str) and len(word) >= _SHORTEST else ()
    return f"; did you mean “{near[0]}”?" if near else ""


def _fault_in_words(what: str, key: str, content: object) -> str | None:
    if not isinstance(content, dict) or set(content) != {key} or not _is_texts(content[key]):
        return f"{what} must hold “{key}”, a list of texts, and nothing else"
    return None


def _faults(table: str, name: str, entry: object) -> Iterator[str]:
    what = f"{table} “{name}”"
    if not isinstance(entry, dict):
        yield f"{what} must be a table"
        return
    if not re.fullmatch(_NAME, name):
        yield f"{what}: a name is words joined by hyphens"
    shape = SHAPES[table]
    for key, value in entry.items():
        if key not in shape:
            yield f"{what}: unknown key “{key}”{did_you_mean(key, shape)}"
        else:
            check = shape[key]
            if not check.is_right(value):
                yield f"{what}: “{key}” must be {check.wanted}{did_you_mean(value, check.names)}"
    for key, check in shape.items():
        if check.is_required and key not in entry:
            yield f"{what}: “{key}” is missing"
    yield from (f"{what}: synonym “{each}” is none of its forms" for each in _not_forms(entry))


def _not_forms(entry: Entry) -> Iterator[str]:
    """Yield what is called a synonym and is neither a form nor a noun of the term."""
    groups, *lists = (entry.get(key, []) for key in ("synonyms", "forms", "nouns"))
    if _is_groups(groups) and all(map(_is_texts, lists)):
        forms = [form for each in cast("list[list[str]]", lists) for form in each]
        for group in cast("list[list[str]]", groups):
            yield from (each for each in group if each not in forms)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _is_some_texts(value: object) -> bool:
    return _is_texts(value) and bool(value)


def _is_groups(value: object) -> bool:
    return isinstance(value, list) and all(_is_texts(group) and len(group) > 1 for group in value)


def _is_rank(value: object) -> bool:
    return type(value) is int and 0 <= value <= _HIGHEST_RANK


def _is_undo(value: object) -> bool:
    match value:
        case {"unknown": True, "reason": reason, **others}:
            return _is_text(reason) and not others
        case {"days": [int(fewest), int(most)], "source": source, **others}:
            # A bool is an int too, and says nothing of days.
            counted = type(fewest) is int and type(most) is int
            return counted and 0 <= fewest <= most and _is_text(source) and not others
        case _:
            return False


def _is_undo_of(value: object) -> bool:
    return isinstance(value, dict) and bool(value) and all(map(_is_undo, value.values()))


def _is_grade(value: object) -> bool:
    match value:
        case {"step": step, "certainty": certainty, "source": source, **others}:
            known = step in _GRADES and certainty in get_args(Certainty)
            return known and _is_text(source) and not others
        case _:
            return False


@frozen
class Check:
    """What a value must be, in words, and the test for it."""

    wanted: str
    is_right: Callable[[object], bool]
    is_required: bool = False
    names: tuple[str, ...] = ()
    """The names that it can be, where it is one of some."""


def _one_of(*allowed: str) -> Check:
    wanted = f"one of {', '.join(allowed)}"
    return Check(wanted, lambda value: value in allowed, names=allowed)


def _some_of(*allowed: str) -> Check:
    return Check(
        f"a list of some of {', '.join(allowed)}",
        lambda value: isinstance(value, list) and all(item in allowed for item in value),
    )


def _required(check: Check) -> Check:
    return evolve(check, is_required=True)


_TEXT = Check("a text", _is_text)
_TEXTS = Check("a list of texts", _is_texts)
_SYNONYMS = Check("a list of lists of two or more texts", _is_groups)
_FORMS = Check("a list of one or more texts", _is_some_texts, is_required=True)
_UNDO_SHAPE = "{ days = [fewest, most], source = … } or { unknown = true, reason = … }"
_GRADE_SHAPE = (
    f"{{ step = one of {', '.join(_GRADES)}, certainty = one of "
    f"{', '.join(get_args(Certainty))}, source = … }}"
)

SHAPES: dict[str, dict[str, Check]] = {
    "actor": {
        "name": _required(_TEXT),
        "forms": _FORMS,
        "role": _required(_one_of(*get_args(Role))),
        "states": _TEXTS,
        "source": _TEXT,
    },
    "place": {
        "name": _required(_TEXT),
        "forms": _FORMS,
        "synonyms": _SYNONYMS,
        "group": _one_of(*get_args(PlaceGroup)),
        "states": _TEXTS,
        "source": _TEXT,
    },
    "vague": {
        "forms": _FORMS,
        "about": _required(_one_of(*get_args(About))),
        "why": _required(_TEXT),
        "source": _required(_TEXT),
    },
    "method": {
        "forms": _FORMS,
        "parents": _TEXTS,
        "rank": Check(f"a whole number from 0 to {_HIGHEST_RANK}", _is_rank, is_required=True),
        "source": _required(_TEXT),
    },
    "act": {
        "forms": _FORMS,
        "synonyms": _SYNONYMS,
        "nouns": _TEXTS,
        "parents": _TEXTS,
        "excludes": _TEXTS,
        "entails": _TEXTS,
        "reverses": _TEXTS,
        "needs": _some_of(*get_args(Need)),
        "undo": Check(_UNDO_SHAPE, _is_undo),
        "undo_objects": _TEXTS,
        "undo_of": Check(f"a table of objects, each with {_UNDO_SHAPE}", _is_undo_of),
        "grade": Check(_GRADE_SHAPE, _is_grade),
        "disputed": _TEXT,
    },
    "object": {
        "forms": _FORMS,
        "synonyms": _SYNONYMS,
        "parents": _TEXTS,
        "group": _required(_one_of(*get_args(ObjectGroup))),
        "disputed": _TEXT,
    },
}

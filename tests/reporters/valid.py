"""Whether a report is what its readers take; what that is stands here, with where it is said."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

from jsonschema import (  # type: ignore[import-untyped, unused-ignore]
    Draft4Validator,
    Draft202012Validator,
)

import clausecheck.reporters as package


def errors(name: str, text: str) -> list[str]:
    """Return what is wrong with a report in a format; none for those that are for people."""
    halves = [character for character in text if "\ud800" <= character <= "\udfff"]
    return [*map(repr, halves), *_CHECKS[name](text)]


def _for_people(text: str) -> list[str]:
    return [] if text.endswith("\n") else ["no line end at its end"]


@cache
def _own() -> Any:  # noqa: ANN401 - no types there
    path = Path(package.__file__).parent / "json.schema.json"
    return Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))


@cache
def _official() -> Any:  # noqa: ANN401 - likewise
    path = Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json"
    return Draft4Validator(json.loads(path.read_text(encoding="utf-8")))


GITLAB = Draft202012Validator(
    {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "properties": {
                "description": {"type": "string", "minLength": 1},
                "check_name": {"type": "string", "minLength": 1},
                "fingerprint": {"type": "string", "minLength": 1},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                        "path": {"type": "string", "minLength": 1, "pattern": r"\A(?!\./)"},
                        "lines": {
                            "type": "object",
                            "required": ["begin"],
                            "properties": {"begin": {"type": "integer", "minimum": 1}},
                        },
                    },
                },
            },
        },
    }
)
"""What GitLab's documentation asks of a Code Quality report, under “Code Quality report format”
(docs.gitlab.com/ci/testing/code_quality), which is more than what its own code checks
(`app/validators/json_schemas/codeclimate.json`)."""


JUNIT: dict[str, tuple[set[str], set[str], set[str]]] = {
    "testsuites": (set(), {"name", "time", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": (
        {"name", "tests", "failures", "errors"},
        {"skipped", "time", "timestamp", "hostname", "id", "package", "file", "log", "url"},
        {"testsuite", "properties", "testcase", "system-out", "system-err"},
    ),
    "testcase": (
        {"name"},
        {"classname", "time", "group"},
        {"skipped", "error", "failure", "system-out", "system-err"},
    ),
    "failure": (set(), {"type", "message"}, set()),
    "error": (set(), {"type", "message"}, set()),
    "skipped": (set(), {"type", "message"}, set()),
    "system-out": (set(), set(), set()),
}
"""Attributes that each element must have, those it may have besides, and what may stand in it, as
the schema of Jenkins' xUnit plugin has them (`junit-10.xsd`, by G. Boissinot)."""

_COUNTS = {"tests", "failures", "errors", "skipped"}


def _junit(text: str) -> list[str]:
    root = Xml.fromstring(text)  # noqa: S314 - our own
    found = [] if root.tag == "testsuites" else [f"the root is {root.tag}"]
    for element in root.iter():
        must, may, within = JUNIT[element.tag]
        has = set(element.attrib)
        if not must <= has <= must | may:
            found.append(f"{element.tag} has {sorted(has)}")
        found += [f"{each.tag} in {element.tag}" for each in element if each.tag not in within]
        wrong = [name for name in _COUNTS & has if not element.attrib[name].isdecimal()]
        found += [f"{name} of {element.tag}" for name in wrong]
        if element.tag in {"testsuites", "testsuite", "testcase"} and (element.text or "").strip():
            found.append(f"text in {element.tag}")
    return found


def _github(text: str) -> list[str]:
    *commands, counts = text.splitlines()
    shape = re.compile(r"::(error|warning|notice) (\w+=[^:,]+,?)+::[^\r\n]+")
    wrong = [line for line in commands if not shape.fullmatch(line)]
    return [*wrong, counts] if counts.startswith("::") else wrong


def _markdown(text: str) -> list[str]:
    return [] if text.startswith("## clausecheck: ") else ["no heading"]


def _said(validator: Any, text: str) -> list[str]:  # noqa: ANN401 - no types there
    return [each.message for each in validator.iter_errors(json.loads(text))]


_CHECKS = {
    "table": _for_people,
    "full": _for_people,
    "json": lambda text: _said(_own(), text),
    "sarif": lambda text: _said(_official(), text),
    "gitlab": lambda text: _said(GITLAB, text),
    "junit": _junit,
    "github": _github,
    "markdown": _markdown,
}

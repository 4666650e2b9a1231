"""The rule that the guide for contributors writes is a rule that works."""

from __future__ import annotations

import re
import sys
from importlib.util import module_from_spec, spec_from_file_location
from typing import TYPE_CHECKING

import pytest

from clausecheck.check import Settings, check
from clausecheck.rules import Rule
from clausecheck.rules.examples import text_of
from clausecheck.vocabulary import load

from .blocks import ROOT, blocks_of, read

if TYPE_CHECKING:
    from pathlib import Path

PAGE = read("CONTRIBUTING.md")
RULE = next(block.text for block in blocks_of(PAGE) if block.language == "python")


def rule_of_the_page(folder: Path, modules: pytest.MonkeyPatch) -> Rule:
    """Write the guide's rule into a file of its name and import it."""
    name = re.findall(r"def ([a-z_]+)\(", RULE)[-1]
    path = folder / f"{name}.py"
    path.write_text(RULE, encoding="utf-8")
    spec = spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    modules.setitem(sys.modules, name, module)  # where a rule looks for its docstring
    spec.loader.exec_module(module)
    rule: Rule = getattr(module, name)
    return rule


def test_the_rule_of_the_guide_finds_what_its_examples_draw(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule = rule_of_the_page(tmp_path, monkeypatch)
    vocabulary, _ = load()

    for example in (*rule.bad, *rule.good):
        source, marks = text_of(example)
        report = check(source, vocabulary, Settings(rules=(rule,)))

        assert [finding.message for finding in report.findings] == [mark.words for mark in marks]
        assert [source.place_of(finding.span.start).column for finding in report.findings] == [
            mark.start for mark in marks
        ]


def test_the_first_command_of_the_guide_is_the_readmes() -> None:
    command = next(block.text for block in blocks_of(PAGE) if block.language == "sh")

    assert command in read("README.md")


def test_every_room_within_a_room_is_shown_with_its_own_first_words() -> None:
    source = ROOT / "src" / "clausecheck"
    rooms = {
        path.parent.relative_to(source).as_posix(): path.read_text(encoding="utf-8")
        for room in ("syntax", "model", "analyses", "compare")
        for path in (source / room).glob("*/__init__.py")
    }
    told = {
        room: words.split('"""')[1].split(".\n")[0].rstrip(".") for room, words in rooms.items()
    }
    shown = re.findall(r"^\| `([\w/]+)/` \| (.+) \|$", PAGE, re.MULTILINE)

    assert {room: f"{words[0].upper()}{words[1:]}" for room, words in shown} == told

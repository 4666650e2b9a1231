"""Remedies that say what to type, typed: what was found is found no more."""

from __future__ import annotations

import re
import textwrap

import pytest

from clausecheck.check import Settings, check
from clausecheck.findings import Finding
from clausecheck.rules import RULES
from clausecheck.rules.examples import text_of
from clausecheck.rules.sequence.deadlock import deadlock
from clausecheck.source import Source
from clausecheck.vocabulary import load

VOCABULARY, _ = load()
CHECKED = tuple(rule for rule in RULES if rule.family in {"sequence", "language"})
TOGETHER = re.compile(
    r"put `(?P<new>together with: .* begins)` in (?P<one>\S+) in place of its `(?P<line>.*):`, "
    r"and take the `(?P<other_line>.*):` out of (?P<other>\S+)$"
)
SIGNATURE = re.compile(
    r"put `(?P<new>after: signature)` in (?P<one>\S+) in place of its `(?P<line>.*):`,"
)
BARRING = re.compile(
    r"put `(?P<until>until: .* begins)` in (?P<ban>\S+), and `(?P<new>together with: .* begins)` in "
    r"(?P<one>\S+) in place of its `(?P<line>.*):`$"
)
LOOK = re.compile(r"take \S+ out of `(?P<line>verifies:)` in (?P<one>\S+), or")
EARLY = re.compile(r"add `(?P<new>after: signature)` to (?P<one>\S+),")
BODY = re.compile(r"set (?P<body>\S+) up by a day, as in `(?P<new>.*)`$")


def found(text: str) -> tuple[Finding, ...]:
    """Return the circles of a text, and whatever cannot be read or is done twice."""
    findings = check(Source("a", text), VOCABULARY, Settings(rules=CHECKED)).findings
    return tuple(each for each in findings if each.severity == "error" or each.rule == "deadlock")


def changed(text: str, heading: str, line: str | None, new: str | None) -> str:
    """Return a text with another line in one block, or with one more or one fewer."""
    lines = text.splitlines()
    start = next(place for place, each in enumerate(lines) if each.startswith(f"{heading}"))
    end = start + 1
    while end < len(lines) and lines[end].startswith(" "):
        end += 1
    block = [
        each for each in lines[start:end] if line is None or not each.lstrip().startswith(line)
    ]
    assert line is None or len(block) == end - start - 1
    return "\n".join([*lines[:start], *block, *([f"  {new}"] if new else []), *lines[end:]]) + "\n"


def typed(text: str, remedy: str) -> str | None:
    """Return a text with what a remedy says to type; None where it leaves that to the drafter."""
    together = TOGETHER.search(remedy)
    if together is not None:
        (new, one, line, other_line, other) = together.groups()
        text = changed(text, f"clause {one}", f"{line}:", new)
        return changed(text, f"clause {other}", f"{other_line}:", None)
    barring = BARRING.search(remedy)
    if barring is not None:
        (until, ban, new, one, line) = barring.groups()
        text = changed(text, f"clause {ban}", "until:", until)
        return changed(text, f"clause {one}", f"{line}:", new)
    look = LOOK.search(remedy)
    if look is not None:
        return changed(text, f"clause {look['one']}", look["line"], None)
    signature = SIGNATURE.search(remedy)
    if signature is not None:
        (new, one, line) = signature.groups()
        return changed(text, f"clause {one}", f"{line}:", new)
    early = EARLY.search(remedy)
    if early is not None:
        return changed(text, f"clause {early['one']}", None, early["new"])
    body = BODY.search(remedy)
    if body is not None:
        heading = f"body {body['body']} "
        given = re.search(rf"^{heading}.*\n(  .*\n)*?  established:", text, re.MULTILINE)
        return changed(text, heading, "established:" if given else None, body["new"])
    return None


HEAD = """\
treaty "Treaty of the Valley"
  form: treaty
  scope: complete
party Northland "Kingdom of Northland"
party Southland "Republic of Southland"
party Westland "Commonwealth of Westland"
"""
IN_FORCE = HEAD.replace("  scope", "  entry into force: ratification by all parties\n  scope")
EXAMPLES = [text_of(example)[0].text for example in deadlock.bad]
TEXTS = [
    """
    clause 1
      Northland shall freeze its reactors.
      together with: 2 begins
      after: 3 is complete
    clause 2
      Westland shall suspend sanctions.
    clause 3
      Southland shall open its border.
      after: 2 is complete
    """,
    """
    clause 1
      Northland shall freeze its reactors.
      together with: 3 begins
      after: 2 is complete
    clause 2
      Westland shall suspend sanctions.
      together with: 4 begins
      after: 3 is complete
    clause 3
      Southland shall open its border.
    clause 4
      Southland shall open its road.
    """,
    """
    event the first phase
      when: 2 is complete and 3 is complete
    clause 1
      Northland shall freeze its reactors.
      if: the first phase
    clause 2
      Westland shall suspend sanctions.
      from: 1 begins
    clause 3
      Southland shall open its border.
    """,
]
OF_TREATIES = [
    """
    clause 1
      Westland shall ratify this treaty.
      after: 2 is verified
    clause 2
      Northland shall freeze its reactors.
      after: entry into force
      verified by: IAEA using on-site inspection, every 30 days
    """,
]
ALL = [
    *EXAMPLES,
    *(HEAD + textwrap.dedent(text).strip("\n") + "\n" for text in TEXTS),
    *(IN_FORCE + textwrap.dedent(text).strip("\n") + "\n" for text in OF_TREATIES),
]


@pytest.mark.parametrize("text", ALL)
def test_what_a_remedy_says_to_type_breaks_the_circle_and_does_no_harm(text: str) -> None:
    before = found(text)
    circles = [each for each in before if each.rule == "deadlock"]
    assert circles

    for circle in circles:
        mended = typed(text, circle.help or "")
        if mended is None:
            assert circle.help in {
                "say which of them comes first, and take the other line out",
                "let 1 wait for another clause, or for a day",
                "let 2 wait for another clause, or for a day",
                "let 3 wait for another clause, or for a day",
            }
            continue
        after = [each.message for each in found(mended)]
        assert circle.message not in after
        assert set(after) <= {each.message for each in before}

"""Which finding is which, where the clauses of a text change places, or some of them go."""

from __future__ import annotations

from .texts import compared

HEAD = """\
declaration "Draft"
  scope: complete
party Northland "Kingdom of Northland"
party Southland "Republic of Southland"
"""
POSTS = ("Southland shall withdraw its guard posts.", "Northland shall withdraw its guard posts.")

_UNSEEN = ("destroy its mines", "withdraw its tanks")


def of(*sentences: str) -> str:
    clauses = (f"clause {at}\n  {each}\n" for at, each in enumerate(sentences, 1))
    return HEAD + "".join(clauses)


def gained_and_cleared(before: str, after: str) -> tuple[list[str], list[str]]:
    made = compared(before, after)
    return [each.rule for each in made.gained], [each.rule for each in made.cleared]


def test_a_text_in_another_order_has_the_findings_that_it_had() -> None:
    made = compared(of(*POSTS), of(*reversed(POSTS)))

    assert ("unverified-text", "1", "1") in [
        (one.rule, one.clause, two.clause) for one, two in made.kept
    ]
    assert (made.gained, made.cleared) == ((), ())
    assert (made.verdict.better, made.verdict.worse) == ((), ())


def test_what_is_said_of_the_text_stands_on_the_next_clause_when_its_first_goes() -> None:
    first, *others = (f"Northland shall freeze its {what}." for what in ("reactors", "enrichment"))

    assert gained_and_cleared(of(first, *others), of(*others)) == ([], ["one-sided-duties"])


def test_what_is_said_of_one_duty_is_not_what_is_said_of_another() -> None:
    """The one that somebody looked at is the other now."""
    reactors, mines = "Northland shall freeze its reactors.", "Northland shall destroy its mines."
    looked = "\n  verified by: IAEA using on-site inspection, every 30 days"

    gained, cleared = gained_and_cleared(of(reactors + looked, mines), of(reactors, mines + looked))

    assert "unverified-duty" in gained
    assert "unverified-duty" in cleared


def test_what_is_said_of_several_is_not_cleared_where_one_more_stands_before_them() -> None:
    """The message counts the others, which are more now; nobody looks at the second, as before."""
    looked = "\n  verified by: IAEA using on-site inspection, every 30 days"
    first, *others = (f"Northland shall {what}." for what in ("freeze its reactors", *_UNSEEN))
    last = f"Southland shall freeze its reactors.{looked}"

    made = compared(of(first + looked, *others, last), of(first, *others, last))

    assert "unverified-duty" not in {each.rule for each in (*made.gained, *made.cleared)}


def test_a_conflict_of_two_clauses_is_one_whichever_stands_first() -> None:
    shall, never = "Northland shall test missiles.", "Northland shall not test missiles."
    made = compared(of(shall, never, *POSTS), of(*POSTS, never, shall))

    assert (made.gained, made.cleared) == ((), ())


def test_what_is_found_of_each_part_of_a_sentence_is_found_of_that_sentence() -> None:
    whole = "clause 1\n  Northland shall lift sanctions on coal exports and textile exports.\n"
    each = "Northland shall lift sanctions on {} exports.\n"
    parts = f"clause 1\n  (a) {each.format('coal')}  (b) {each.format('textile')}"
    there, back = compared(whole, parts), compared(parts, whole)

    assert "untied-relief" in {one.rule for one, _ in there.kept}
    assert not [*there.gained, *there.cleared, *back.gained, *back.cleared]


RELIEF = "Northland shall lift sanctions on {} exports."


def test_what_is_said_of_a_sentence_is_said_of_each_of_its_parts_under_one_number() -> None:
    whole = "clause 4\n  Northland shall lift sanctions on coal exports and textile exports.\n"
    parts = f"clause 4\n  {RELIEF.format('coal')}\n  {RELIEF.format('textile')}\n"

    assert gained_and_cleared(whole, parts) == gained_and_cleared(parts, whole) == ([], [])


def test_sentences_of_one_number_are_told_apart_where_they_have_letters_in_the_other_text() -> None:
    food = "Northland shall provide food to Southland."
    two = f"clause 4\n  {RELIEF.format('coal exports and textile')}\n  {food}\n"
    relief = f"(a) {RELIEF.format('coal')}\n  (b) {RELIEF.format('textile')}"
    lettered = f"clause 4\n  {relief}\n  (c) {food}\n"

    assert gained_and_cleared(two, lettered) == gained_and_cleared(lettered, two) == ([], [])


def test_a_sentence_that_is_new_has_findings_of_its_own_beside_one_of_its_number() -> None:
    one = f"clause 4\n  {RELIEF.format('coal')}\n"

    gained, cleared = gained_and_cleared(one, f"{one}  {RELIEF.format('textile')}\n")

    assert ("untied-relief" in gained, cleared) == (True, [])

"""Every rule, listed by hand; a test compares the list with the folder."""

from clausecheck.rules.language.duplicate_label import duplicate_label
from clausecheck.rules.language.duplicate_name import duplicate_name
from clausecheck.rules.language.duplicate_number import duplicate_number
from clausecheck.rules.language.impossible_date import impossible_date
from clausecheck.rules.language.misplaced_label import misplaced_label
from clausecheck.rules.language.missing_state import missing_state
from clausecheck.rules.language.missing_title import missing_title
from clausecheck.rules.language.stray_character import stray_character
from clausecheck.rules.language.unknown_actor import unknown_actor
from clausecheck.rules.language.unknown_event import unknown_event
from clausecheck.rules.language.unknown_value import unknown_value
from clausecheck.rules.language.unknown_word import unknown_word
from clausecheck.rules.language.unreadable_line import unreadable_line
from clausecheck.rules.language.unresolved_reference import unresolved_reference
from clausecheck.rules.language.untagged_proposal import untagged_proposal
from clausecheck.rules.language.unused_name import unused_name
from clausecheck.rules.reunification.unification_as_goal import unification_as_goal
from clausecheck.rules.reversibility.breach_without_consequence import breach_without_consequence
from clausecheck.rules.rule import Rule
from clausecheck.rules.troop_withdrawal.troop_withdrawal_silent import troop_withdrawal_silent
from clausecheck.rules.troop_withdrawal.troop_withdrawal_without_consent import troop_withdrawal_without_consent
from clausecheck.rules.vagueness.soft_deadline import soft_deadline
from clausecheck.rules.verification.unverified_duty import unverified_duty
from clausecheck.rules.verification.unverified_text import unverified_text

RULES: tuple[Rule, ...] = (
    unification_as_goal,
    troop_withdrawal_silent,
    troop_withdrawal_without_consent,
    unverified_duty,
    unverified_text,
    breach_without_consequence,
    soft_deadline,
    unreadable_line,
    stray_character,
    impossible_date,
    duplicate_label,
    misplaced_label,
    duplicate_number,
    duplicate_name,
    missing_title,
    unknown_word,
    unknown_actor,
    unknown_event,
    unresolved_reference,
    unknown_value,
    missing_state,
    unused_name,
    untagged_proposal,
)
"""In the order of families, as `clausecheck rules` lists them."""

__all__ = ["RULES", "Rule"]

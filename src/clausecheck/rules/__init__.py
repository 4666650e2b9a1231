"""Every rule, listed by hand; a test compares the list with the folder."""

from clausecheck.rules.alliance.allies_without_breach_test import allies_without_breach_test
from clausecheck.rules.alliance.war_ended_without_prejudice import war_ended_without_prejudice
from clausecheck.rules.consistency.allowed_and_forbidden import allowed_and_forbidden
from clausecheck.rules.consistency.circular_reference import circular_reference
from clausecheck.rules.consistency.clause_against_head import clause_against_head
from clausecheck.rules.consistency.emptied_duty import emptied_duty
from clausecheck.rules.consistency.exclusive_duties import exclusive_duties
from clausecheck.rules.consistency.no_prevailing_language import no_prevailing_language
from clausecheck.rules.consistency.outside_definition import outside_definition
from clausecheck.rules.consistency.owed_and_forbidden import owed_and_forbidden
from clausecheck.rules.consistency.owed_and_saved import owed_and_saved
from clausecheck.rules.consistency.synonym_of_defined_term import synonym_of_defined_term
from clausecheck.rules.consistency.two_deadlines import two_deadlines
from clausecheck.rules.consistency.two_quantities import two_quantities
from clausecheck.rules.consistency.two_terms import two_terms
from clausecheck.rules.consistency.undecided_conflict import undecided_conflict
from clausecheck.rules.consistency.unlisted_understanding import unlisted_understanding
from clausecheck.rules.durability.authority_unnamed import authority_unnamed
from clausecheck.rules.durability.beyond_one_government import beyond_one_government
from clausecheck.rules.durability.exit_unsaid import exit_unsaid
from clausecheck.rules.durability.lapsing_limit import lapsing_limit
from clausecheck.rules.durability.leader_dependent import leader_dependent
from clausecheck.rules.durability.missing_final_clauses import missing_final_clauses
from clausecheck.rules.durability.promised_without_ally import promised_without_ally
from clausecheck.rules.durability.unratified_text import unratified_text
from clausecheck.rules.human_rights.recognition_without_rights import recognition_without_rights
from clausecheck.rules.instrument.armistice_unaddressed import armistice_unaddressed
from clausecheck.rules.instrument.armistice_without_heirs import armistice_without_heirs
from clausecheck.rules.instrument.duty_in_preamble import duty_in_preamble
from clausecheck.rules.instrument.form_unstated import form_unstated
from clausecheck.rules.instrument.unequal_modality import unequal_modality
from clausecheck.rules.instrument.wording_against_form import wording_against_form
from clausecheck.rules.language.bracket_unresolved import bracket_unresolved
from clausecheck.rules.language.duplicate_label import duplicate_label
from clausecheck.rules.language.duplicate_name import duplicate_name
from clausecheck.rules.language.duplicate_number import duplicate_number
from clausecheck.rules.language.empty_clause import empty_clause
from clausecheck.rules.language.expired_acceptance import expired_acceptance
from clausecheck.rules.language.impossible_date import impossible_date
from clausecheck.rules.language.misplaced_label import misplaced_label
from clausecheck.rules.language.missing_state import missing_state
from clausecheck.rules.language.missing_title import missing_title
from clausecheck.rules.language.quotation_against_sentence import quotation_against_sentence
from clausecheck.rules.language.reasonless_acceptance import reasonless_acceptance
from clausecheck.rules.language.stray_character import stray_character
from clausecheck.rules.language.unclear_act import unclear_act
from clausecheck.rules.language.unknown_acceptance import unknown_acceptance
from clausecheck.rules.language.unknown_actor import unknown_actor
from clausecheck.rules.language.unknown_event import unknown_event
from clausecheck.rules.language.unknown_value import unknown_value
from clausecheck.rules.language.unknown_word import unknown_word
from clausecheck.rules.language.unlabelled_qualifier import unlabelled_qualifier
from clausecheck.rules.language.unreadable_line import unreadable_line
from clausecheck.rules.language.unresolved_reference import unresolved_reference
from clausecheck.rules.language.untagged_proposal import untagged_proposal
from clausecheck.rules.language.unused_acceptance import unused_acceptance
from clausecheck.rules.language.unused_name import unused_name
from clausecheck.rules.legitimacy.unearned_standing import unearned_standing
from clausecheck.rules.overreach.disarmament_too_soon import disarmament_too_soon
from clausecheck.rules.overreach.one_breach_ends_all import one_breach_ends_all
from clausecheck.rules.overreach.peace_held_hostage import peace_held_hostage
from clausecheck.rules.parties.assurance_from_one_power import assurance_from_one_power
from clausecheck.rules.parties.belligerent_left_out import belligerent_left_out
from clausecheck.rules.parties.outsider_awaited import outsider_awaited
from clausecheck.rules.parties.outsider_bound import outsider_bound
from clausecheck.rules.provocations.conduct_unaddressed import conduct_unaddressed
from clausecheck.rules.provocations.moratorium_without_term import moratorium_without_term
from clausecheck.rules.provocations.unlisted_hostile_acts import unlisted_hostile_acts
from clausecheck.rules.reciprocity.equal_terms_unequal_costs import equal_terms_unequal_costs
from clausecheck.rules.reciprocity.one_sided_duties import one_sided_duties
from clausecheck.rules.reciprocity.paid_in_full_first import paid_in_full_first
from clausecheck.rules.reciprocity.steps_without_credit import steps_without_credit
from clausecheck.rules.reciprocity.unequal_mirror import unequal_mirror
from clausecheck.rules.reciprocity.withdrawal_unanswered import withdrawal_unanswered
from clausecheck.rules.recognition.claims_left_standing import claims_left_standing
from clausecheck.rules.recognition.recognised_and_disowned import recognised_and_disowned
from clausecheck.rules.recognition.recognition_avoided import recognition_avoided
from clausecheck.rules.recognition.recognition_forecloses_unity import recognition_forecloses_unity
from clausecheck.rules.recognition.untied_recognition import untied_recognition
from clausecheck.rules.reunification.against_one_constitution import against_one_constitution
from clausecheck.rules.reunification.relation_towards_unification import (
    relation_towards_unification,
)
from clausecheck.rules.reunification.unification_as_goal import unification_as_goal
from clausecheck.rules.reunification.unification_by_opportunity import unification_by_opportunity
from clausecheck.rules.reunification.unification_unaddressed import unification_unaddressed
from clausecheck.rules.reunification.unification_without_force_limits import (
    unification_without_force_limits,
)
from clausecheck.rules.reversibility.blocked_snapback import blocked_snapback
from clausecheck.rules.reversibility.breach_without_consequence import breach_without_consequence
from clausecheck.rules.reversibility.ended_at_will import ended_at_will
from clausecheck.rules.reversibility.exits_without_detection import exits_without_detection
from clausecheck.rules.reversibility.irreversible_before_verified import (
    irreversible_before_verified,
)
from clausecheck.rules.reversibility.return_path_closed import return_path_closed
from clausecheck.rules.reversibility.unfinished_breach_rule import unfinished_breach_rule
from clausecheck.rules.rule import Rule
from clausecheck.rules.sanctions.pressure_without_relief import pressure_without_relief
from clausecheck.rules.sanctions.uncosted_projects import uncosted_projects
from clausecheck.rules.sanctions.unsettled_snapback import unsettled_snapback
from clausecheck.rules.sanctions.untied_relief import untied_relief
from clausecheck.rules.security_assurance.disarmament_without_assurance import (
    disarmament_without_assurance,
)
from clausecheck.rules.security_assurance.war_left_open import war_left_open
from clausecheck.rules.security_assurance.weak_assurance import weak_assurance
from clausecheck.rules.sequence.body_set_up_late import body_set_up_late
from clausecheck.rules.sequence.body_without_date import body_without_date
from clausecheck.rules.sequence.clause_never_applies import clause_never_applies
from clausecheck.rules.sequence.condition_at_discretion import condition_at_discretion
from clausecheck.rules.sequence.deadline_never_runs import deadline_never_runs
from clausecheck.rules.sequence.deadlock import deadlock
from clausecheck.rules.sequence.guard_down_before_disarmament import (
    guard_down_before_disarmament,
)
from clausecheck.rules.sequence.infeasible_timetable import infeasible_timetable
from clausecheck.rules.sequence.interval_beyond_term import interval_beyond_term
from clausecheck.rules.sequence.irreversible_step_first import irreversible_step_first
from clausecheck.rules.sequence.prerequisite_due_later import prerequisite_due_later
from clausecheck.rules.sequence.trigger_nobody_owes import trigger_nobody_owes
from clausecheck.rules.sequence.undecided_timetable import undecided_timetable
from clausecheck.rules.sequence.unordered_steps import unordered_steps
from clausecheck.rules.substance.goal_without_duty import goal_without_duty
from clausecheck.rules.substance.mostly_words import mostly_words
from clausecheck.rules.substance.no_end_goal import no_end_goal
from clausecheck.rules.substance.peace_by_reform import peace_by_reform
from clausecheck.rules.substance.peace_guaranteed import peace_guaranteed
from clausecheck.rules.substance.steps_without_reports import steps_without_reports
from clausecheck.rules.troop_withdrawal.troop_withdrawal_explicit import troop_withdrawal_explicit
from clausecheck.rules.troop_withdrawal.troop_withdrawal_implied import troop_withdrawal_implied
from clausecheck.rules.troop_withdrawal.troop_withdrawal_silent import troop_withdrawal_silent
from clausecheck.rules.troop_withdrawal.troop_withdrawal_without_consent import (
    troop_withdrawal_without_consent,
)
from clausecheck.rules.troop_withdrawal.withdrawal_by_reference import withdrawal_by_reference
from clausecheck.rules.trust.nuclear_steps_only import nuclear_steps_only
from clausecheck.rules.trust.peace_without_pathway import peace_without_pathway
from clausecheck.rules.trust.trust_as_condition import trust_as_condition
from clausecheck.rules.vagueness.ambiguity_without_owner import ambiguity_without_owner
from clausecheck.rules.vagueness.delivery_in_bits import delivery_in_bits
from clausecheck.rules.vagueness.disputed_word import disputed_word
from clausecheck.rules.vagueness.left_for_later import left_for_later
from clausecheck.rules.vagueness.nobody_bound import nobody_bound
from clausecheck.rules.vagueness.pause_without_term import pause_without_term
from clausecheck.rules.vagueness.share_without_baseline import share_without_baseline
from clausecheck.rules.vagueness.soft_deadline import soft_deadline
from clausecheck.rules.vagueness.uncertified_event import uncertified_event
from clausecheck.rules.vagueness.undefined_peace import undefined_peace
from clausecheck.rules.vagueness.unmapped_zone import unmapped_zone
from clausecheck.rules.vagueness.unmeasured_disarmament import unmeasured_disarmament
from clausecheck.rules.vagueness.vague_words import vague_words
from clausecheck.rules.verification.deadlocked_body import deadlocked_body
from clausecheck.rules.verification.declared_sites_only import declared_sites_only
from clausecheck.rules.verification.deferred_method import deferred_method
from clausecheck.rules.verification.late_detection import late_detection
from clausecheck.rules.verification.unspecified_verification import unspecified_verification
from clausecheck.rules.verification.unverified_declaration import unverified_declaration
from clausecheck.rules.verification.unverified_duty import unverified_duty
from clausecheck.rules.verification.unverified_text import unverified_text
from clausecheck.rules.verification.verification_by_adjective import verification_by_adjective
from clausecheck.rules.verification.verification_sunset import verification_sunset
from clausecheck.rules.verification.weak_verifier import weak_verifier

RULES: tuple[Rule, ...] = (
    against_one_constitution,
    relation_towards_unification,
    unification_as_goal,
    unification_by_opportunity,
    unification_unaddressed,
    unification_without_force_limits,
    claims_left_standing,
    recognition_avoided,
    recognition_forecloses_unity,
    recognised_and_disowned,
    untied_recognition,
    recognition_without_rights,
    troop_withdrawal_explicit,
    troop_withdrawal_implied,
    troop_withdrawal_silent,
    troop_withdrawal_without_consent,
    withdrawal_by_reference,
    conduct_unaddressed,
    moratorium_without_term,
    unlisted_hostile_acts,
    deadlocked_body,
    declared_sites_only,
    deferred_method,
    late_detection,
    unspecified_verification,
    unverified_declaration,
    unverified_duty,
    unverified_text,
    verification_by_adjective,
    verification_sunset,
    weak_verifier,
    blocked_snapback,
    breach_without_consequence,
    ended_at_will,
    exits_without_detection,
    irreversible_before_verified,
    return_path_closed,
    unfinished_breach_rule,
    ambiguity_without_owner,
    delivery_in_bits,
    disputed_word,
    left_for_later,
    nobody_bound,
    pause_without_term,
    share_without_baseline,
    soft_deadline,
    uncertified_event,
    undefined_peace,
    unmapped_zone,
    unmeasured_disarmament,
    vague_words,
    armistice_unaddressed,
    armistice_without_heirs,
    duty_in_preamble,
    form_unstated,
    unequal_modality,
    wording_against_form,
    assurance_from_one_power,
    belligerent_left_out,
    outsider_awaited,
    outsider_bound,
    unearned_standing,
    authority_unnamed,
    beyond_one_government,
    exit_unsaid,
    lapsing_limit,
    leader_dependent,
    missing_final_clauses,
    promised_without_ally,
    unratified_text,
    pressure_without_relief,
    uncosted_projects,
    unsettled_snapback,
    untied_relief,
    disarmament_without_assurance,
    war_left_open,
    weak_assurance,
    goal_without_duty,
    mostly_words,
    no_end_goal,
    peace_by_reform,
    peace_guaranteed,
    steps_without_reports,
    no_prevailing_language,
    owed_and_forbidden,
    owed_and_saved,
    allowed_and_forbidden,
    exclusive_duties,
    emptied_duty,
    undecided_conflict,
    two_deadlines,
    two_quantities,
    two_terms,
    circular_reference,
    clause_against_head,
    outside_definition,
    synonym_of_defined_term,
    unlisted_understanding,
    equal_terms_unequal_costs,
    one_sided_duties,
    paid_in_full_first,
    steps_without_credit,
    unequal_mirror,
    withdrawal_unanswered,
    body_set_up_late,
    body_without_date,
    deadline_never_runs,
    deadlock,
    guard_down_before_disarmament,
    infeasible_timetable,
    interval_beyond_term,
    irreversible_step_first,
    prerequisite_due_later,
    trigger_nobody_owes,
    condition_at_discretion,
    clause_never_applies,
    undecided_timetable,
    unordered_steps,
    allies_without_breach_test,
    war_ended_without_prejudice,
    disarmament_too_soon,
    one_breach_ends_all,
    peace_held_hostage,
    nuclear_steps_only,
    peace_without_pathway,
    trust_as_condition,
    bracket_unresolved,
    duplicate_label,
    duplicate_name,
    duplicate_number,
    empty_clause,
    expired_acceptance,
    impossible_date,
    misplaced_label,
    missing_state,
    missing_title,
    quotation_against_sentence,
    reasonless_acceptance,
    stray_character,
    unclear_act,
    unknown_acceptance,
    unknown_actor,
    unknown_event,
    unknown_value,
    unknown_word,
    unlabelled_qualifier,
    unreadable_line,
    unresolved_reference,
    untagged_proposal,
    unused_acceptance,
    unused_name,
)
"""By family, as `clausecheck rules` lists them."""

RULE_SETS = ("2026.1",)
"""What a project can keep to when rules are added, the newest last; that one has them all."""

LATER: dict[str, str] = {}
"""Rules that are not in the first set, each with the first set that has it."""

__all__ = ["LATER", "RULES", "RULE_SETS", "Rule"]

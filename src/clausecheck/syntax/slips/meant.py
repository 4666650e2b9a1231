"""What a drafter may mean by a label that is none."""

from __future__ import annotations

SYNONYMS = {
    other: label
    for label, others in (
        ("by", "deadline, due, due by, no later than, not later than, complete by, within"),
        ("by", "time limit, completion"),
        ("if", "condition, conditions, provided that, in case, subject to the condition that"),
        ("if", "only if, on condition that, in the event that"),
        ("verified by", "verification, verifier, verifiers, inspection, monitoring, inspected by"),
        ("verified by", "monitored by, supervised by, checked by, verification by"),
        ("aim", "purpose, object, objective, goal"),
        ("note", "remark, remarks, comment, comments, explanation, footnote, commentary"),
        ("starts", "start, begins, commencement"),
        ("from", "effective, effective from, as of, as from"),
        ("until", "end, expiry, through, till"),
        ("every", "frequency, interval"),
        ("signed by", "signatories, signature, signatures, signatory"),
        ("where", "place, location, area"),
        ("for", "term, period"),
        ("exit", "withdrawal, termination, denunciation"),
        ("entry into force", "in force, enters into force, comes into force, in force from"),
        ("entry into force", "effective date, commencement date"),
        (
            "decides by",
            "decides, decide by, decision, decisions, voting, votes by",
        ),
        ("amendment", "amendments, modification, revision"),
        ("ratification", "ratified by, ratifications"),
        ("depositary", "depository, deposited with"),
        ("if breached", "breach, violation, in case of breach, consequence"),
        ("if breached", "consequences, remedy, on breach, in the event of breach"),
        ("with consent of", "consent, approval, approved by"),
        ("except", "exceptions, exception, excluding"),
        ("source", "sources, reference, references, see"),
        ("in return for", "in exchange for, consideration, quid pro quo"),
        ("duration", "validity"),
        ("after", "following, once, upon, subsequent to"),
        ("before", "prior to"),
        (
            "together with",
            "simultaneously with, simultaneously, at the same time as, concurrently with",
        ),
        ("in parallel with", "parallel with, parallel to, in parallel to"),
        ("disputes", "dispute settlement, settlement of disputes"),
        ("languages", "language, authentic texts"),
        ("from", "since, start date, starting from"),
        ("starts", "starting, starting on"),
        ("until", "end date, expiry date, valid until, in force until, ends on"),
        ("for", "how long, period of time"),
        ("by", "time, timing, schedule, milestone, time frame, timeframe, timeline"),
        ("if", "trigger, triggers, triggered by, provided, on the condition that"),
        ("after", "prerequisite, prerequisites, depends on, dependent on, linked to"),
        ("after", "conditional on, contingent on, follows"),
        ("reports", "reporting, report to, reports to"),
        ("verified by", "verify, verifying, inspector, inspectors"),
        ("if breached", "penalty, penalties, sanction for breach, snapback"),
        ("reversible", "reversal, reversibility"),
        ("in return for", "exchange, reciprocity, return"),
        ("counted from", "baseline"),
        ("limit", "ceiling, cap, maximum"),
        ("where", "zone, site, sites, region"),
        ("in", "venue, forum"),
        ("according to", "standard, protocol, method of work"),
        ("on notice of", "notice, notification, notice period"),
        ("judged by", "judge, decided on by"),
        ("certified by", "certification, certified, certifier"),
        ("authority", "legal basis, law, parliament"),
        ("with consent of", "veto"),
        ("note", "rationale, reason, reasons, why, justification"),
    )
    for other in others.split(", ")
}
"""The label that each stands for."""

_IN_A_SENTENCE = {
    **dict.fromkeys(
        ("sanctions", "sanction", "sanctions relief"), "US shall suspend sanctions on coal exports."
    ),
    **dict.fromkeys(
        ("troops", "forces", "foreign forces"),
        "Nothing in this text affects the presence of US forces.",
    ),
    "recognition": "A recognises B as a sovereign state.",
    **dict.fromkeys(
        ("who", "by whom", "responsible", "responsible party", "obligor", "actor", "addressee"),
        "US shall …",
    ),
    **dict.fromkeys(("amount", "quantity", "number"), "US shall withdraw 8,500 troops."),
    **dict.fromkeys(("cost", "costs", "funding", "paid by"), "US shall bear the cost of fuel."),
    **dict.fromkeys(
        ("organised by", "organized by", "carried out by", "implemented by", "hosted by"),
        "US shall organise the reunions.",
    ),
}
"""What a text says in its sentences: no label has it."""

_OTHERWISE = {
    **dict.fromkeys(
        ("during", "throughout"), "write `from:` and `until:`, or `for:` if it is how long"
    ),
    **dict.fromkeys(
        ("while", "as long as", "so long as"), "write `until:` and what ends it, or `if:`"
    ),
    **dict.fromkeys(
        ("phase", "stage"), "name the step that comes before it, as in `after: 2.1 is complete`"
    ),
    **dict.fromkeys(
        ("method", "methods", "using"),
        "put an inspector's after `using`, as in `verified by: IAEA using on-site inspection`, and "
        "any other into the sentence",
    ),
    **dict.fromkeys(("text", "original", "translation", "quote"), "quote it, as in `> …`"),
}
"""What takes more than one label, or none."""


def otherwise(word: str) -> str | None:
    """Return how to say what a label was meant to, where no one other label has it."""
    if word in _IN_A_SENTENCE:
        return f"say it in a sentence of a clause, as in `{_IN_A_SENTENCE[word]}`"
    return _OTHERWISE.get(word)

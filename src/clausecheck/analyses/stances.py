"""Every answer that a text may give on each question, in the order in which the first one counts.

The page that explains a report is held against this list, and so are the reports.
"""

from __future__ import annotations

VALUES: dict[str, tuple[str, ...]] = {
    "troops": (
        "explicit-total, dated",
        "explicit-total, undated",
        "explicit-partial, dated",
        "explicit-partial, undated",
        "stay",
        "saved",
        "implied",
        "silent",
    ),
    "reunification": ("goal", "by-consent", "renounced", "left-open", "preamble", "absent"),
    "recognition": ("de-jure", "de-facto", "avoided", "none"),
    "verification": ("none", "adjective", "observer", "consent-gated", "named", "full"),
    "reversal": ("snapback", "conditions", "notice", "none"),
    "durability": ("entrenched", "ratified", "endorsed", "signature", "unstated"),
    "armistice": ("superseded", "part", "continues", "silent"),
    "sanctions": ("ended", "snapback", "suspended", "soft", "none"),
    "security-assurance": ("binding", "promise", "intention", "none"),
    "provocations": ("listed-with-breach", "listed", "soft", "none"),
}

"""The same as in `expectations.py` for proposals and texts on policy, which nobody has signed."""

from __future__ import annotations

from .expectations import LEAVE, Expected, notes, partial, quiet, raises, stances

EXPECTED: dict[str, tuple[Expected, ...]] = {
    "peace-resolution-2019": (
        quiet("troop-withdrawal"),
        quiet("reunification"),
        quiet("sanctions"),
    ),
    "kinu-peace-agreement-2018": (
        raises("troop-withdrawal", "5(b)", LEAVE),
        raises("troop-withdrawal", "5(c)"),
        # Half of denuclearization, which no one can measure.
        raises("vagueness", "4(a)", "soft-deadline"),
        # The Command goes before disarmament is complete.
        raises("sequence", "6"),
        quiet("vagueness", "6"),
    ),
    "spark-peace-agreement": (
        raises("reunification", "1(b)"),
        raises("troop-withdrawal", "3(b)", LEAVE),
        quiet("parties"),
    ),
    "ncck-peace-treaty-2016": (
        raises("troop-withdrawal", "2(b)", LEAVE),
        raises("sanctions", "7(c)", "untied-relief"),
        # The fact sheet asks for a warning, and adds that the articles were not seen: what nobody
        # has seen, `verified by: unknown` in the file, is not judged.
        quiet("verification"),
        quiet("vagueness", "2(b)", "vague-words", "disputed-word"),
    ),
    # The way out of "you first": both sides' first steps at one time.
    "civil-peace-forum-2018": (quiet("sequence"),),
    "norton-peace-agreement-1997": (quiet("parties"),),
    "academic-peace-agreement": (
        notes("reunification", "2"),
        quiet("reunification"),
        quiet("troop-withdrawal"),
    ),
    "general-assembly-3390a-1975": (
        raises("vagueness", "3", "vague-words"),
        quiet("sequence"),
    ),
    "general-assembly-3390b-1975": (
        raises("troop-withdrawal", "1"),
        raises("vagueness", "2", "vague-words"),
    ),
    "defence-act-2019": (quiet("troop-withdrawal"),),
}

STANCES: dict[str, dict[str, str]] = {
    "peace-resolution-2019": partial(troops="saved"),
    "kinu-peace-agreement-2018": partial(
        troops="explicit-partial, undated",
        # 7(a) makes relations normal, which only states have; no word says that they are states.
        recognition="de-facto",
        verification="none",
        armistice="part",
        security_assurance="binding",
    ),
    "spark-peace-agreement": partial(
        troops="explicit-total, undated",
        reunification="goal",
        recognition="de-facto",
        armistice="part",
    ),
    "ncck-peace-treaty-2016": partial(
        troops="explicit-total, dated",
        reunification="preamble",
        verification="none",
        armistice="superseded",
        sanctions="ended",
        security_assurance="binding",
    ),
    "civil-peace-forum-2018": partial(),
    "norton-peace-agreement-1997": partial(troops="implied", armistice="superseded"),
    "academic-peace-agreement": partial(
        troops="stay",
        reunification="goal",
        recognition="de-jure",
        verification="named",
        armistice="superseded",
        security_assurance="binding",
    ),
    "general-assembly-3390a-1975": stances(
        troops="implied", reunification="goal", durability="unstated", armistice="part"
    ),
    "general-assembly-3390b-1975": stances(
        troops="implied", durability="unstated", armistice="continues"
    ),
    "defence-act-2019": partial(troops="stay"),
}

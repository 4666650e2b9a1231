"""Outcomes that every reporter meets."""

from __future__ import annotations

from clausecheck.findings import (
    Failure,
    Finding,
    LedgerEntry,
    Material,
    Notice,
    Outcome,
    Related,
    Report,
    Stance,
)
from clausecheck.source import Source, Span
from clausecheck.values import evolve

VALLEY = Source(
    "clauses/valley.clause",
    'declaration "On the Valley"\nclause 2\n  Northland shall leave the valley.\n',
)


def words(source: Source, text: str) -> Span:
    start = source.text.index(text)
    return Span(start, start + len(text))


UNDATED = Finding(
    rule="undated-obligation",
    family="vagueness",
    lens="sceptic",
    severity="warning",
    status="new",
    clause="2",
    span=words(VALLEY, "leave the valley"),
    message="no day is set for this duty",
    help="add a day, as in `by: 2027-03-01`",
    why="A. Writer, “On Keeping Dates” (2020), §2",
    answer="",
    scope="",
    entries=("B20",),
    choices=(),
    related=(),
    fingerprint="9f2c",
)

RELATED = evolve(
    UNDATED,
    rule="troop-withdrawal-silent",
    severity="info",
    answer="the treaty needs no repeating",
    scope="one essay",
    choices=("with `all {DPRK}` in 2#1", "with `may {ROK}` in 2#2"),
    related=(
        Related(words(VALLEY, "On the Valley"), "the whole of it", clause="1.1"),
        Related(Span(0, 4), "another text", path="clauses/river.clause"),
        Related(Span(0, 4), "a text at hand", path="clauses/강.clause"),
    ),
)

WIDE_SOURCE = Source("clauses/강.clause", "clause 1\n\t한국은 “평화”를 shall 지킨다.\n")
WIDE = evolve(
    UNDATED,
    span=words(WIDE_SOURCE, "shall 지킨다"),
    message="위한 의무에 날짜가 없다",
    help="日付を加えてください",
)

END_SOURCE = Source("end.clause", "clause 1\n  A shall")
END = evolve(
    UNDATED,
    rule="unreadable-line",
    severity="error",
    clause=None,
    span=Span(len(END_SOURCE.text), len(END_SOURCE.text)),
    help="",
)

HOSTILE_SOURCE = Source(
    "a\x1b[31m\n::error::\u202e\udcff.clause", "clause 1\n  \x1b]0;x\x07 A\u202e \u200bshall\n"
)
HOSTILE = evolve(
    UNDATED,
    clause="1\x1b[2J",
    span=words(HOSTILE_SOURCE, "A\u202e \u200bshall"),
    message="##[error]\x1b[31m\u202e",
    help="\x9b31m",
    choices=("\x07",),
    related=(Related(Span(0, 6), "see\x1b", clause="\r"),),
)

SIXTY_SOURCE = Source(
    "sixty.clause", "".join(f"  Northland shall leave valley {n}.\n" for n in range(60))
)
SIXTY = tuple(
    evolve(
        UNDATED,
        rule=("undated-obligation", "verification-by-national-technical-means-alone")[n % 2],
        severity=("warning", "info", "error")[n % 3],
        clause=f"A2.{n}(c)",
        span=words(SIXTY_SOURCE, f"leave valley {n}."),
        message=f"valley {n} " + "is left at no time that anybody could name " * (n % 4),
        help=f"say when, {'antidisestablishmentarianism' * (n % 3)}",
    )
    for n in range(60)
)

STANCES = (
    Stance("troops", "silent"),
    Stance("verification", "none", ("2.1",), (("2.1", "named"),)),
)

LEDGER = (
    LedgerEntry("B01", "met", (), ("3.1",)),
    LedgerEntry("B05", "not applicable", opened_by=("relations",)),
    LedgerEntry("B07", "accepted"),
    LedgerEntry("B08", "not applicable"),
    LedgerEntry("B09", "accepted", why="boosts B07"),
    LedgerEntry("B10", "not applicable", why="shown, and never raised"),
    LedgerEntry("B20", "raised", ("2", "4.1(a)", "4.1(b)"), ("3.1",), opened_by=("owed",)),
    LedgerEntry("B24", "silent"),
    LedgerEntry("N01", "not judged"),
    LedgerEntry("N28", "met", met_at=(words(VALLEY, "On the Valley"),)),
)

ACCEPTED = evolve(UNDATED, status="accepted", because="the thaw sets the day")

MATERIAL = Material(14, 9, 2, 5, 3)

NOTHING = Outcome((), (), 2)

EMPTY = Outcome((Report(Source("empty.clause", ""), None, (), (), Material()),), (), 0)

ONE = Outcome(
    (Report(VALLEY, "On the Valley", (UNDATED,), STANCES, MATERIAL),), (), 1, {"warning": 1}
)

RICH = Outcome(
    (
        Report(
            VALLEY,
            "On the Valley",
            (UNDATED, RELATED, ACCEPTED),
            STANCES,
            MATERIAL,
            ("The text has no `scope:` line and is taken as partial.",),
            LEDGER,
        ),
        Report(WIDE_SOURCE, "한반도의 평화", (WIDE,), (), Material(clauses=1)),
    ),
    (Failure("pipe.clause", "not-a-file", "a named pipe, not a file"),),
    2,
    {"warning": 2, "info": 1, "accepted": 1, "baselined": 2},
    notices=(Notice("vocabulary.toml", "a term more than on `main`"),),
)

AT_THE_END = Outcome((Report(END_SOURCE, None, (END,), (), Material(1)),), (), 1, {"error": 1})

MANY = Outcome(
    (Report(SIXTY_SOURCE, None, SIXTY, STANCES, MATERIAL),),
    (),
    1,
    {"error": 20, "warning": 20, "info": 20},
)

OPEN = Outcome(
    (
        Report(
            VALLEY,
            "On the Valley",
            (RELATED,),
            (
                Stance("troops", "stay", ("2",), choices=("with `may {ROK}` in 2#2",)),
                Stance("troops", "silent", choices=("otherwise",)),
                Stance("verification", "none", ("2.1",), (("2.1", "named"),)),
            ),
            MATERIAL,
            ("2 decisions are open, which makes 4 texts: all were judged.",),
            (
                LedgerEntry("B08", "not applicable"),
                LedgerEntry(
                    "N28",
                    "raised",
                    ("2",),
                    choices=("with `may {ROK}` in 2#2",),
                    otherwise=("met", "not applicable"),
                ),
            ),
        ),
    ),
    (),
    0,
    {"info": 1},
)
"""Of a text with brackets: what hangs on them is said with the choices that bring it about."""

STRANGE = Outcome(
    (
        Report(
            HOSTILE_SOURCE,
            "title\x1b[0m\u2066",
            (HOSTILE, evolve(HOSTILE, status="accepted", because="\x1b\u202e")),
            (Stance("troops", "\x1b"),),
            Material(),
            ("note\x07",),
            (LedgerEntry("B01", "raised", ("1\x1b",), ("\u202e",), "\x9b"),),
        ),
    ),
    (Failure("b\x1b\udcfe", "link", "leads\u202eout"),),
    2,
    {"warning": 1},
    notices=(Notice("c\n::error::\udcfd", "##[warning]\x07"),),
)

ALL = {
    "nothing": NOTHING,
    "empty": EMPTY,
    "one": ONE,
    "rich": RICH,
    "end": AT_THE_END,
    "many": MANY,
    "open": OPEN,
    "strange": STRANGE,
}

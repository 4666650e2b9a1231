"""The works, the catalogue of objections, and the essays they retell."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import pytest
from attrs import asdict

from clausecheck import essays
from clausecheck.essays import (
    Citation,
    _tables,
    cite,
    clashes,
    entries,
    entry,
    openings,
    require,
    work,
    works,
)
from clausecheck.rules.rule import Family

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = Path(essays.FILE).read_text("utf-8")
DATA: dict[str, dict[str, dict[str, Any]]] = tomllib.loads(TEXT)
KEYS = {each.key for each in entries()}
FOLDER = Path(__file__).parents[2] / "shared" / "essays"
AT_HAND = sorted(FOLDER.glob("*.txt"))
RUN = 8
"""So many of an essay's words in a row would be a quotation."""

both_essays = pytest.mark.skipif(
    len(AT_HAND) != len(essays.ESSAYS), reason="the essays' texts are not at hand"
)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", re.sub(r"['\N{RIGHT SINGLE QUOTATION MARK}]", "", text.lower()))


def runs(text: str) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[start : start + RUN]) for start in range(len(found) - RUN + 1)}


def strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for each in value.values() for text in strings(each)]
    return [value] if isinstance(value, str) else []


# What the file holds


def test_every_objection_of_both_essays_is_there() -> None:
    sceptic = [f"B{number:02}" for number in range(1, 32)]
    advocate = [f"N{number:02}" for number in range(1, 34)]
    parts = ["B21a", "B21b", "B21c", "B21d"]

    assert [*sceptic[:21], *parts, *sceptic[21:], *advocate] == [each.key for each in entries()]


def test_what_is_read_says_what_the_file_says() -> None:
    read = {
        "work": {each.key: fields_of(each) for each in works()},
        "entry": {each.key: fields_of(each) for each in entries()},
        "clash": {each.key: fields_of(each) for each in clashes()},
        "opening": {each.key: fields_of(each) for each in openings()},
    }
    for kind, tables in DATA.items():
        assert list(tables) == list(read[kind])
        for key, table in tables.items():
            shown = {
                name: list(value) if isinstance(value, tuple) else value
                for name, value in read[kind][key].items()
            }
            assert {"key": key, **table}.items() <= shown.items()


def test_of_every_objection_it_is_known_when_it_is_asked_and_every_way_is_used() -> None:
    known = {each.key for each in openings()}
    used = [key for each in entries() for key in each.opened_by]

    assert {each.key for each in entries() if each.opened_by} == {
        each.key for each in entries() if each.judged_by_itself
    }
    assert set(used) == known


def test_what_is_itself_objected_to_is_among_what_opens_the_question() -> None:
    assert all(set(each.against) <= set(each.opened_by) for each in entries())
    assert entry("N28").asked.startswith(
        "Where something is given up for good (itself objected to);"
    )


@pytest.mark.usefixtures("forgotten")
def test_what_is_kept_says_what_the_file_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(essays, "TABLES", str(tmp_path / "essays.json"))
    essays.write()
    monkeypatch.setattr(essays, "_parsed", lambda _: pytest.fail("the file itself was read"))

    assert _tables() == DATA


@pytest.mark.usefixtures("forgotten")
def test_what_is_kept_of_an_older_file_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(essays, "TABLES", str(tmp_path / "essays.json"))
    essays.write()
    changed = tmp_path / "essays.toml"
    changed.write_text(f"{TEXT}\n[work.later]\ntitle = 'Later'\n", "utf-8")
    monkeypatch.setattr(essays, "FILE", str(changed))

    assert _tables()["work"]["later"] == {"title": "Later"}


@pytest.fixture
def forgotten() -> Iterator[None]:
    """Let the file be read anew, and nothing of it stay."""
    _tables.cache_clear()
    yield
    _tables.cache_clear()


def test_every_family_is_one_of_the_rules() -> None:
    assert {each.family for each in entries()} <= set(get_args(Family))


def test_names_are_in_kebab_case_and_given_once() -> None:
    names = [each.name for each in entries()]

    assert [name for name in names if not re.fullmatch(r"[a-z]+(-[a-z]+)*", name)] == []
    assert len(names) == len(set(names))


def test_an_entry_is_its_own_essays_objection_or_both() -> None:
    lenses = {"B": {"sceptic", "both"}, "N": {"advocate", "both"}}

    assert [each.key for each in entries() if each.lens not in lenses[each.key[0]]] == []


def test_the_essays_agree_where_the_catalogue_says_so() -> None:
    agreed = "B17 B18 B19 B28 B29 B30 N01 N03 N06 N22 N25"

    assert agreed.split() == [each.key for each in entries() if each.lens == "both"]
    for each in entries():
        assert all(each.key in entry(other).agrees_with for other in each.agrees_with)


def test_entries_refer_to_entries() -> None:
    for each in entries():
        others = {*each.opposed_by, *each.agrees_with, *each.boosts, *each.parts}
        written = set(re.findall(r"[BN]\d\d[a-d]?", " ".join(strings(fields_of(each)))))
        assert others | written <= KEYS
        assert each.key not in others


def test_an_answer_names_an_entry_or_says_that_there_is_none() -> None:
    for each in entries():
        assert each.unanswered == ("unanswered" in each.answer)
        assert each.unanswered or each.opposed_by or each.agrees_with or each.key in {"N01", "N33"}


def test_what_the_other_essay_leaves_unanswered_is_marked() -> None:
    unanswered = "B01 B02 B03 B04 B05 B06 B08 B11 B24 B25 N14 N24 N29 N31 N32"

    assert [key for key in unanswered.split() if not entry(key).unanswered] == []


def test_boosters_twins_and_notes() -> None:
    boosts = {"B09": ("B07",), "B31": ("B28", "B29"), "N19": ("B19",), "N22": ("B19",)}

    assert boosts == {each.key: each.boosts for each in entries() if each.boosts}
    assert [(each.key, each.same_as) for each in entries() if each.same_as] == [("N18", "N02")]
    assert [each.key for each in entries() if each.note] == ["B10"]
    assert entry("B21").parts == ("B21a", "B21b", "B21c", "B21d")


def test_figures_come_with_their_standing() -> None:
    assert [each.key for each in entries() if bool(each.figures) != bool(each.standing)] == []
    assert entry("B11").standing.startswith("Not found again elsewhere")


def test_what_is_added_to_the_essays_has_a_source() -> None:
    keys = {each.key for each in works()}

    assert [each.key for each in entries() if not keys.issuperset(each.sources)] == []


def test_an_objection_is_never_said_to_be_what_a_clause_means() -> None:
    told = {key: strings(each) for kind in ("entry", "clash") for key, each in DATA[kind].items()}

    assert [key for key, texts in told.items() if "means" in words(" ".join(texts))] == []


def test_sentences_end_and_titles_do_not() -> None:
    for each in entries():
        said = [each.says, each.raised_by, each.met_by, each.answer, each.figures, each.standing]
        assert [text for text in said if text and not text.endswith(".")] == []
        assert not each.title.endswith(".")


def test_clashes_name_the_entries_of_each_side() -> None:
    names = """
        order who-risks remains troops sanctions
        regime-security recognition cvid reversal small-change
    """

    assert names.split() == [each.key for each in clashes()]
    for each in clashes():
        assert {*each.sceptic, *each.advocate} <= KEYS
        assert {key[0] for key in each.sceptic} <= {"B"}
        assert {key[0] for key in each.advocate} <= {"N"}


def test_a_work_has_a_title_or_a_description_and_a_place_or_a_reason() -> None:
    for each in works():
        assert bool(each.title) != bool(each.about)
        assert each.url or each.certainty == "known" or each.key in essays.ESSAYS.values()
        assert each.certainty in {"read", "known"}


# Citations


@pytest.mark.parametrize(
    ("citation", "text"),
    [
        (cite("impossible", "B20"), "M. Blatt, “Is a Korean Peace Deal Impossible?” (2018), B20"),
        (
            cite("necessary", "N09", "N11"),
            "The National Interest, “Why a Korean Peace Treaty Is Necessary” (2018), N09, N11",
        ),
        (cite("language"), "clausecheck, “The clause language”"),
        (cite("vclt", "art. 56"), "Vienna Convention on the Law of Treaties (1969), art. 56"),
        (
            cite("vclt-known", "art. 60"),
            "Vienna Convention on the Law of Treaties (1969), art. 60, from general knowledge",
        ),
        (
            cite("singer"),
            "Singer, on constructive and destructive ambiguity, by a practitioner of the Oslo talks",
        ),
    ],
)
def test_a_citation_in_one_line(citation: Citation, text: str) -> None:
    assert text == citation.text


def test_evidence_comes_with_its_scope() -> None:
    assert cite("park").scope == "civil-war evidence: ceasefires"
    assert cite("impossible", "B20").scope == ""


def test_an_entry_is_cited_from_its_essay() -> None:
    assert entry("B21a").citation == cite("impossible", "B21a")
    assert entry("N33").citation == cite("necessary", "N33")


def test_unknown_works_and_entries_fail_at_once() -> None:
    with pytest.raises(KeyError, match="no work is called impossibel"):
        cite("impossibel", "B20")
    with pytest.raises(KeyError, match="no entry is called B32"):
        cite("impossible", "B32")
    with pytest.raises(KeyError, match="entry N09 is not in the work impossible"):
        cite("impossible", "N09")
    with pytest.raises(KeyError, match="no entry is called B00"):
        require(("B01", "B00"))
    with pytest.raises(KeyError, match="no work is called nobody"):
        work("nobody")
    with pytest.raises(KeyError, match="no entry is called impossible"):
        entry("impossible")


def test_known_entries_pass() -> None:
    require(KEYS)


# The essays themselves


@both_essays
def test_the_essays_are_retold_not_quoted() -> None:
    quoted = set().union(*(runs(path.read_text("utf-8")) for path in AT_HAND))

    assert [text for text in strings(DATA) if runs(text) & quoted] == []


@both_essays
@pytest.mark.parametrize("key", essays.ESSAYS.values())
def test_an_essay_is_cited_as_it_names_itself(key: str) -> None:
    cited = work(key)
    texts = [path.read_text("utf-8") for path in AT_HAND]
    (text,) = [each for each in texts if cited.title in each]
    year, month, day = cited.date.split("-")
    months = {"08": "August", "09": "September"}

    assert f"{months[month]} {int(day)}, {year}" in text
    assert cited.author in text
    assert cited.year == int(year)


def fields_of(value: object) -> dict[str, Any]:
    return asdict(value)  # type: ignore[arg-type]  # the wrapper hides attrs' own protocol


@pytest.mark.parametrize(
    ("citation", "text"),
    [
        (
            cite("impossible", "B20"),
            "Mitchell Blatt, “Is a Korean Peace Deal Impossible?”, The National Interest, 2018-08-15, B20",
        ),
        (
            cite("necessary", "N09"),
            "“Why a Korean Peace Treaty Is Necessary”, The National Interest, 2018-09-18, N09",
        ),
        (cite("armistice"), work("armistice").text),
    ],
)
def test_a_work_that_stands_by_itself_is_cited_in_full(citation: Citation, text: str) -> None:
    assert citation.full == text

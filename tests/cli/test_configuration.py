from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from clausecheck.cli.configuration import configuration_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .running import Ran

    Program = Callable[..., Ran]

# Finds soft-word (info), undated-obligation (warning), bare-word (info) and odd-word (warning).
TEXT = "A may leave nicely.\nA shall leave barely.\nA goes oddly.\n"

SOFT, UNDATED, BARE, ODD = "soft-word", "undated-obligation", "bare-word", "odd-word"


@pytest.fixture(autouse=True)
def draft(project: Path) -> Path:
    """Lay a draft in a folder of a project with a history."""
    path = project / "drafts" / "a.clause"
    path.parent.mkdir()
    path.write_text(TEXT)
    (project / ".git").mkdir()
    return path


def configure(project: Path, text: str) -> None:
    (project / "clausecheck.toml").write_text(text)


def document(ran: Ran) -> Any:  # noqa: ANN401 - any JSON
    return json.loads(ran.out)


def statuses(ran: Ran) -> dict[str, str]:
    """Return the findings of the only file with their status."""
    (file,) = document(ran)["files"]
    return {each["rule"]: each["status"] for each in file["findings"]}


def new(clausecheck: Program, *options: str) -> list[str]:
    found = statuses(clausecheck("lint", "--output-format", "json", *options))
    return [rule for rule, status in found.items() if status == "new"]


# Where it is found


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("clausecheck.toml", 'select = ["soft-word"]'),
        ("pyproject.toml", '[tool.clausecheck]\nselect = ["soft-word"]'),
        ("drafts/clausecheck.toml", 'select = ["soft-word"]'),
    ],
)
def test_it_is_found_from_the_drafts_upwards(
    clausecheck: Program, project: Path, file: str, text: str
) -> None:
    (project / file).write_text(text)

    assert new(clausecheck, "drafts/a.clause") == [SOFT]
    assert new(clausecheck, "drafts") == [SOFT]
    assert new(clausecheck, "--isolated") == [SOFT, UNDATED, BARE, ODD]


def test_it_is_looked_for_no_higher_than_the_folder_with_the_history(
    clausecheck: Program, project: Path
) -> None:
    configure(project.parent, 'select = ["soft-word"]')

    assert len(new(clausecheck)) == 4

    (project / ".git").rmdir()

    assert len(new(clausecheck, "drafts")) == 4
    configure(project, 'select = ["soft-word"]')
    assert new(clausecheck, "drafts") == [SOFT]


def test_outside_of_a_project_only_the_drafts_own_folder_counts(
    clausecheck: Program, project: Path
) -> None:
    folder = project.parent / "other"
    folder.mkdir()
    (folder / "b.clause").write_text(TEXT)
    configure(project.parent, 'select = ["soft-word"]')
    configure(project, 'select = ["soft-word"]')

    assert len(new(clausecheck, str(folder))) == 4
    configure(folder, 'select = ["bare-word"]')
    assert new(clausecheck, str(folder)) == [BARE]


def test_a_projects_file_without_a_word_for_us_is_passed_over(
    clausecheck: Program, project: Path
) -> None:
    configure(project, 'select = ["soft-word"]')
    (project / "drafts" / "pyproject.toml").write_text('dependencies = ["clausecheck"]')

    assert new(clausecheck, "drafts") == [SOFT]

    (project / "drafts" / "pyproject.toml").write_text("= not TOML, and not ours")

    assert new(clausecheck, "drafts") == [SOFT]


def test_one_may_be_named(clausecheck: Program, project: Path) -> None:
    configure(project, 'select = ["soft-word"]')
    (project / "other.toml").write_text('select = ["bare-word"]')
    (project / "drafts" / "clausecheck.toml").write_text("")

    assert new(clausecheck, "--config", "other.toml") == [BARE]
    assert new(clausecheck, "--config", "other.toml", "--isolated") == [BARE]


def test_standard_input_lies_where_its_name_says(
    clausecheck: Program, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(project / "drafts", 'select = ["soft-word"]')
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))

    assert new(clausecheck, "-", "--stdin-filename", "drafts/b.clause") == [SOFT]


def test_two_that_count_are_none(clausecheck: Program, project: Path) -> None:
    configure(project, "")
    (project / "drafts" / "clausecheck.toml").write_text("")
    (project / "drafts" / "pyproject.toml").write_text("[tool.clausecheck]")
    here = clausecheck("lint", "drafts")
    both = clausecheck("lint", "drafts/a.clause", ".", "--isolated")

    assert here.status == 2
    assert here.err == (
        "more than one configuration counts: drafts/clausecheck.toml and drafts/pyproject.toml; "
        "name one with --config\n"
    )
    assert both.status == 1


def test_one_does_not_count_for_files_that_it_does_not_reach(
    clausecheck: Program, project: Path
) -> None:
    (project / "b.clause").write_text(TEXT)
    (project / "drafts" / "clausecheck.toml").write_text('fail-level = "never"')
    ran = clausecheck("lint", "-q", "b.clause", "drafts/a.clause")

    assert (ran.status, ran.err) == (
        2,
        (
            "more than one configuration counts: none and drafts/clausecheck.toml; "
            "name one with --config\n"
        ),
    )
    assert clausecheck("lint", "-q", "b.clause").status == 1
    assert clausecheck("lint", "-q", "drafts/a.clause").status == 0


def test_for_an_earlier_version_that_lies_elsewhere_the_only_one_counts(project: Path) -> None:
    configure(project, "")
    paths = (str(project.parent / "before.clause"), "drafts/a.clause")
    found = configuration_of({"config": None, "isolated": False}, paths, beyond=True)

    assert found.name == "clausecheck.toml"


@pytest.mark.parametrize("outside", ["../secret", "drafts/../../secret", "/etc/passwd"])
@pytest.mark.parametrize(
    ("key", "value"), [("vocabulary", "vocabulary = ['{}']"), ("baseline", "baseline = '{}'")]
)
def test_it_names_no_file_outside_of_the_project(
    clausecheck: Program, project: Path, outside: str, key: str, value: str
) -> None:
    """A proposed change could have another's file read and quoted, or written over."""
    secret = project.parent / "secret"
    secret.write_text("mine")
    configure(project, value.format(outside))
    ran = clausecheck("baseline", "write", "drafts")

    assert (ran.status, ran.err) == (
        2,
        (
            f"clausecheck.toml:1: `{key}` names {outside}, which lies outside of the project; "
            f"--{key} may name it\n"
        ),
    )
    assert secret.read_text() == "mine"


def test_it_names_files_above_it_in_the_project(
    clausecheck: Program, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(project / "drafts", "baseline = '../b.json'")
    monkeypatch.chdir(project / "drafts")

    assert clausecheck("baseline", "write", "--config", "../drafts/clausecheck.toml").status == 0
    assert (project / "b.json").is_file()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a = \n", "clausecheck.toml:1: not valid TOML: Invalid value"),
        ("a = " + "[" * 50_000, "clausecheck.toml: not valid TOML: nested too deeply"),
        ("\nignor = []", "clausecheck.toml:2: unknown key `ignor`; did you mean ignore?"),
        ("xyz = []", "clausecheck.toml:1: unknown key `xyz`"),
        ("ignore = 'a'", "clausecheck.toml:1: `ignore` must be a list of texts"),
        ("ignore = [3]", "clausecheck.toml:1: `ignore` must be a list of texts"),
        ("baseline = ['a']", "clausecheck.toml:1: `baseline` must be a text"),
        ("rule-set = ''", "clausecheck.toml:1: `rule-set` must be a text"),
        ("lens = 'all'", "clausecheck.toml:1: `lens` must be one of sceptic, advocate, both"),
        ("fail-level = 1", "clausecheck.toml:1: `fail-level` must be one of error, warning, info,"),
        ("severity = 'info'", "clausecheck.toml:1: `severity` must be a table of rules, each with"),
        (
            "severity.a = 'low'",
            "clausecheck.toml:1: `severity` must be a table of rules, each with",
        ),
        ("per-file.a = 3", "clausecheck.toml:1: `per-file` must be a table of patterns, each with"),
        ("[per-file.a]\nselect = []", "clausecheck.toml:2: unknown key `select`"),
        ("[per-file.a]\nignore = 3", "clausecheck.toml:2: `ignore` must be a list of texts"),
        (
            "rule-set = '2025.1'",
            "clausecheck.toml:1: no rule-set is named '2025.1'; there are 2026",
        ),
        ("select = ['soft']", "clausecheck.toml:1: no rule or family is named soft; did you mean"),
        ("unsuppressible = ['x']", "clausecheck.toml:1: no rule or family is named x"),
        ("[severity]\nsoft = 'info'", "clausecheck.toml:1: no rule or family is named soft"),
        ("[per-file.a]\nignore = ['x']", "clausecheck.toml:2: no rule or family is named x"),
        (
            "ignore = ['unreadable-line']",
            "clausecheck.toml:1: unreadable-line cannot be silenced: a text that is not understood",
        ),
        (
            "[severity]\nunreadable-line = 'info'",
            "clausecheck.toml:1: unreadable-line cannot be silenced: a text that is not understood",
        ),
        (
            "unsuppressible = ['vagueness']\nper-file.a.ignore = ['soft-word']",
            "clausecheck.toml:2: soft-word cannot be silenced: it is unsuppressible",
        ),
        (
            "[severity]\nsoft-word = 'error'",
            "clausecheck.toml:2: soft-word is of info and cannot be raised to error",
        ),
    ],
)
def test_what_is_wrong_ends_the_run_and_says_where(
    clausecheck: Program, project: Path, text: str, message: str
) -> None:
    configure(project, text)
    ran = clausecheck("lint")

    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(message)
    assert ran.err.count("\n") == 1


def test_a_table_that_is_none_ends_the_run(clausecheck: Program, project: Path) -> None:
    (project / "pyproject.toml").write_text("[tool]\nclausecheck = 3\n")

    assert clausecheck("lint").err == "pyproject.toml:2: [tool.clausecheck] must be a table\n"


def test_one_that_cannot_be_read_ends_the_run(clausecheck: Program, project: Path) -> None:
    (project.parent / "secret").write_text("token = 1")
    (project / "clausecheck.toml").symlink_to("../secret")
    linked = clausecheck("lint")
    missing = clausecheck("lint", "--config", "no.toml")

    assert (linked.status, missing.status) == (2, 2)
    assert linked.err == "clausecheck.toml: a link that leads out of the folder; not followed\n"
    assert missing.err == "no.toml: there is no such file or folder\n"


# What it decides


def test_what_it_ignores_is_counted_as_suppressed(clausecheck: Program, project: Path) -> None:
    configure(project, 'ignore = ["vagueness"]')
    ran = clausecheck("lint", "--output-format", "json")

    assert statuses(ran) == {SOFT: "suppressed", UNDATED: "suppressed", BARE: "new", ODD: "new"}
    assert document(ran)["summary"]["suppressed"] == 2
    assert clausecheck("lint").out.endswith("1 warning, 1 info in 1 file; 2 suppressed\n")


@pytest.mark.parametrize(
    ("text", "options", "found"),
    [
        ("ignore = ['vagueness']", ("--extend-select", "soft-word"), [SOFT, BARE, ODD]),
        ("ignore = ['soft-word']", ("--select", "soft-word"), [SOFT]),
        ("ignore = ['soft-word']", ("--select", "vagueness"), [UNDATED]),
        ("ignore = ['vagueness']\nextend-select = ['soft-word']", (), [SOFT, BARE, ODD]),
        ("ignore = ['soft-word']\nselect = ['soft-word']", (), []),
        ("select = ['substance']\nextend-select = ['soft-word']", (), [SOFT, BARE]),
        ("select = ['substance']", ("--extend-select", "soft-word"), [SOFT, BARE]),
        ("extend-select = ['soft-word']", ("--select", "substance"), [BARE]),
        ("select = ['vagueness']", ("--ignore", "soft-word"), [UNDATED]),
        ("rule-set = '2026.1'", (), [SOFT, UNDATED, BARE]),
        ("rule-set = '2026.1'\nextend-select = ['odd-word']", (), [SOFT, UNDATED, BARE, ODD]),
        ("rule-set = '2027.1'", (), [SOFT, UNDATED, BARE, ODD]),
        ("lens = 'sceptic'", (), [UNDATED, BARE, ODD]),
        ("lens = 'sceptic'", ("--lens", "advocate"), [SOFT, BARE, ODD]),
        ("lens = 'sceptic'", ("--lens", "both"), [SOFT, UNDATED, BARE, ODD]),
    ],
)
def test_the_closer_word_decides_and_of_two_as_close_the_command_line(
    clausecheck: Program, project: Path, text: str, options: tuple[str, ...], found: list[str]
) -> None:
    configure(project, text)

    assert new(clausecheck, *options) == found


@pytest.mark.parametrize(
    ("text", "options", "status"),
    [
        ("fail-level = 'error'", (), 0),
        ("fail-level = 'error'", ("--fail-level", "warning"), 1),
        ("fail-level = 'never'", (), 0),
        ("[severity]\nvagueness = 'info'\nodd-word = 'info'", (), 0),
        ("[severity]\nvagueness = 'info'\nundated-obligation = 'warning'", (), 1),
        ("ignore = ['undated-obligation', 'odd-word']", (), 0),
        ("ignore = ['undated-obligation', 'odd-word']", ("--fail-level", "info"), 1),
        ("exclude = ['drafts/*']", (), 2),
    ],
)
def test_the_exit_status_follows_it(
    clausecheck: Program, project: Path, text: str, options: tuple[str, ...], status: int
) -> None:
    configure(project, text)

    assert clausecheck("lint", *options).status == status


def test_what_it_says_of_single_files_holds_for_them_alone(
    clausecheck: Program, project: Path, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft.with_name("b.clause").write_text(TEXT)
    configure(
        project,
        "[per-file.'drafts/b*']\nignore = ['vagueness']\nseverity.odd-word = 'info'\n",
    )
    monkeypatch.chdir(draft.parent)
    one, other = document(clausecheck("lint", "--output-format", "json"))["files"]

    assert [(each["status"], each["severity"]) for each in one["findings"]] == [
        ("new", "info"),
        ("new", "warning"),
        ("new", "info"),
        ("new", "warning"),
    ]
    assert [(each["status"], each["severity"]) for each in other["findings"]] == [
        ("suppressed", "info"),
        ("suppressed", "warning"),
        ("new", "info"),
        ("new", "info"),
    ]


def test_what_is_unsuppressible_passes_every_filter(
    clausecheck: Program, project: Path, draft: Path
) -> None:
    draft.write_text(f"{TEXT}accept")
    configure(
        project,
        "unsuppressible = ['soft-word']\nignore = ['vagueness']\nselect = ['odd-word']\n"
        "per-file.'*'.ignore = ['vagueness']\nseverity.vagueness = 'info'\n",
    )

    assert new(clausecheck) == [SOFT]
    assert new(clausecheck, "--ignore", "vagueness", "--lens", "sceptic") == [SOFT]
    assert clausecheck("lint", "--ignore", "soft-word").err == (
        "soft-word cannot be ignored: it is unsuppressible\n"
    )


def test_a_vocabulary_and_patterns_are_seen_from_its_folder(
    clausecheck: Program, project: Path, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "words.toml").write_text("")
    (project / "more.toml").write_text("")
    configure(project, "vocabulary = ['words.toml']\nexclude = ['drafts/old', 'b.*']")
    draft.with_name("b.clause").write_text("")
    (draft.parent / "old").mkdir()
    (draft.parent / "old" / "c.clause").write_text("")
    monkeypatch.chdir(draft.parent)
    ran = clausecheck("lint", "--output-format", "json", "--vocabulary", "../more.toml")
    (file,) = document(ran)["files"]

    assert file["stances"]["words"]["stance"] == "../words.toml,../more.toml"
    assert clausecheck("fmt", "--check").err == ""
    assert clausecheck("fmt", "--check", "--isolated").status == 1


# How it is shown


def test_each_value_is_shown_with_its_place(clausecheck: Program, project: Path) -> None:
    configure(
        project,
        "fail-level = 'error'\nignore = ['soft-word', 'bare-word']\n"
        "[severity]\nodd-word = 'info'\n"
        "[per-file.'drafts/*']\nignore = ['odd-word']\n",
    )
    shown = clausecheck("config", "show", "drafts/a.clause")

    assert shown.status == 0
    assert shown.out == (
        "clausecheck.toml\n"
        "\n"
        "key                       value                 from\n"
        "------------------------  --------------------  ------------------\n"
        "rule-set                  2027.1                default\n"
        "select                    –                     default\n"
        "extend-select             –                     default\n"
        "ignore                    soft-word, bare-word  clausecheck.toml:2\n"
        "unsuppressible            –                     default\n"
        "severity                  odd-word: info        clausecheck.toml:3\n"
        "exclude                   –                     default\n"
        "vocabulary                –                     default\n"
        "fail-level                error                 clausecheck.toml:1\n"
        "lens                      both                  default\n"
        "baseline                  –                     default\n"
        "per-file.drafts/*.ignore  odd-word              clausecheck.toml:6\n"
        "\n"
        "5 rules run\n"
    )
    assert "per-file" not in clausecheck("config", "show").out


def test_without_one_everything_is_the_default(clausecheck: Program) -> None:
    shown = clausecheck("config", "show")
    listed = document(clausecheck("config", "show", "--output-format", "json"))

    assert shown.out.startswith("no configuration; everything is as it is by itself\n\n")
    assert listed["file"] is None
    assert {each["from"] for each in listed["values"].values()} == {"default"}
    assert listed["rules"] == [UNDATED, SOFT, BARE, ODD, "unreadable-line"]


def test_one_that_is_wrong_is_not_shown(clausecheck: Program, project: Path) -> None:
    configure(project, "ignor = []")

    assert clausecheck("config", "show").status == 2

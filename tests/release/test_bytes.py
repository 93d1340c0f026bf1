"""What a command writes or prints holds no name that is to be hidden, wherever the project had it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from tests.release.hidden import ANNA, KLUBBEN, PERSONS, found_in, said_in, written_project

from samverkansgraf.cli.main import cli

if TYPE_CHECKING:
    from pathlib import Path

#: Names that no phrase and no title of a source has; and the ids that were made of names.
BY_ROLE = re.compile(r"annie|lofqvist|bergdahl|byn/[a-z/]+/[^\"<>\s]*(?:andersson|oberg|sjogren)|/ke[\"<>]")
#: What stands in columns that are published nowhere.
PRIVATE = re.compile(r"811218|epost\.example|070-?123|19811218")
SUPPRESS = "about,reason,date\nanna-andersson,begäran från Anna Andersson,2024-01-01\nFK Tofsvipan,begäran,2024-01-01\n"

WRITING = {
    "run": ("run", "-o", "{}/run", "--as-of", "2026-01-01"),
    **{f"report {form}": ("report", "-o", f"{{}}/report.{form}", "--as-of", "2026-01-01") for form in ("html", "md", "docx", "pdf")},
    "report en": ("--lang", "en", "report", "-o", "{}/report.html", "--as-of", "2026-01-01"),
    **{f"draw {form}": ("draw", "-o", f"{{}}/picture.{form}") for form in ("html", "svg", "png", "pdf")},
    **{f"view {name}": ("draw", "--view", name, "-o", f"{{}}/{name}.html") for name in ("timeline", "claims", "cards")},
    "view pdf": ("draw", "--view", "claims", "-o", "{}/claims.pdf"),
    **{
        f"export {form}": ("export", form, "-o", f"{{}}/{form}.out")
        for form in ("turtle", "trig", "nquads", "ntriples", "jsonld", "rdfxml", "tables", "xlsx")
    },
}  # fmt: skip
PRINTING = {
    "build": ("build", "-o", "{}/store"),
    "query csv": ("query", "SELECT * { GRAPH ?g { ?s ?p ?o } }", "--format", "csv"),
    "query json": ("query", "SELECT * { ?s ?p ?o }", "--format", "json"),
    "query ttl": ("query", "CONSTRUCT WHERE { ?s ?p ?o }", "--format", "ttl"),
    "why": ("why", "rad", "--format", "csv"),
    "ask": ("ask", "searches", "--format", "csv"),
    "network csv": ("network", "--measure", "degree", "--format", "csv"),
    "network pairs": ("network", "--table", "pairs", "-o", "{}/pairs.xlsx"),
    "network cutpoints": ("network", "--table", "cutpoints", "-o", "{}/cutpoints.csv"),
    "network ttl": ("network", "--measure", "degree", "--format", "ttl"),
    "coverage": ("coverage", "--format", "csv"),
    "coverage coding": ("coverage", "--table", "coding", "--format", "csv"),
    "claims": ("claims", "--format", "json"),
    "plan": ("plan", "-o", "{}/plan.xlsx"),
    "simulate": ("simulate", "--without", "nornan", "--format", "csv"),
    "check": ("check", "--format", "json"),
}


def project(folder: Path, **more: str) -> Path:
    """Write the project, with personal data in a column that is published nowhere."""
    made = written_project(folder, **more)
    searches = made / "searches.csv"
    text = searches.read_text(encoding="utf-8")
    searches.write_text(
        text.replace(",Bo,", ",Bo 811218-9876 bo@epost.example 070-123 45 67,"), encoding="utf-8"
    )
    return made


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return project(tmp_path_factory.mktemp("hidden") / "p")


@pytest.fixture(scope="module")
def without(tmp_path_factory):
    return project(tmp_path_factory.mktemp("suppressed") / "p", suppress__csv=SUPPRESS)


def everything(graph: Path, out: Path, command: tuple[str, ...], *before: str, after: tuple[str, ...] = ()):
    """Run a command; return the files it wrote and what it printed."""
    arguments = [*before, "-g", str(graph), *(part.replace("{}", str(out)) for part in command), *after]
    done = CliRunner().invoke(cli, arguments, catch_exceptions=True)
    assert done.exception is None or isinstance(done.exception, SystemExit), (arguments, done.exception)
    assert done.exit_code in (0, 1), done.output
    return [path for path in sorted(out.rglob("*")) if path.is_file()], done.output


@pytest.mark.parametrize("command", [*WRITING.values(), *PRINTING.values()], ids=[*WRITING, *PRINTING])
def test_without_names_nothing_that_is_written_holds_one(folder, tmp_path, command) -> None:
    files, said = everything(folder, tmp_path, command, "--public")
    assert files or said
    assert found_in(files, PERSONS) == []
    assert found_in(files, PRIVATE) == []
    assert said_in(said, PERSONS) == []


@pytest.mark.parametrize("command", WRITING.values(), ids=list(WRITING))
def test_by_role_only_phrases_and_titles_hold_names(folder, tmp_path, command) -> None:
    files, said = everything(folder, tmp_path, command)
    assert files
    assert found_in(files, BY_ROLE) == []
    assert found_in(files, PRIVATE) == []
    assert said_in(said, BY_ROLE) == []


_EACH = [*((name, ()) for name in WRITING), *((name, (how,)) for how in ("--names", "--public") for name in ("run", "export tables"))]  # fmt: skip


@pytest.mark.parametrize(("name", "option"), _EACH)
def test_what_is_suppressed_is_in_nothing_that_is_written(without, tmp_path, name, option) -> None:
    files, said = everything(without, tmp_path, WRITING[name], after=option)
    assert files
    assert found_in(files, ANNA) == []
    assert found_in(files, KLUBBEN) == []
    assert said_in(said, ANNA) == []


@pytest.mark.parametrize("command", PRINTING.values(), ids=list(PRINTING))
def test_what_is_suppressed_is_in_nothing_that_is_printed(without, tmp_path, command) -> None:
    files, said = everything(without, tmp_path, command)
    assert found_in(files, ANNA) == []
    assert said_in(said, ANNA) == []
    assert found_in(files, KLUBBEN) == []
    assert said_in(said, KLUBBEN) == []


@pytest.mark.parametrize(
    ("graph", "option", "hidden"), [("folder", ("--public",), PERSONS), ("without", (), ANNA)]
)
def test_a_built_store_holds_no_more_than_its_files(request, tmp_path, graph, option, hidden) -> None:
    everything(request.getfixturevalue(graph), tmp_path, PRINTING["build"], *option)
    for form in ("export nquads", "export tables"):
        files, _ = everything(tmp_path / "store", tmp_path / "out", WRITING[form], after=("--names",))
        assert found_in([path for path in files if "out" in path.parts], hidden) == []


def test_the_differences_of_two_states_hold_no_name(folder, without) -> None:
    done = CliRunner().invoke(cli, ["--public", "diff", str(folder), str(without), "--format", "csv"])
    assert done.exit_code == 0, done.output
    assert done.output.count("\n") > 1
    assert said_in(done.output, PERSONS) == []


def test_the_search_through_bytes_finds_names_where_they_are(folder, tmp_path) -> None:
    files, _ = everything(folder, tmp_path, WRITING["run"], after=("--names",))
    holding = {name for name, _ in found_in(files, ANNA)}
    assert {"report.html", "report.md", "report.docx", "network.html", "network.svg", "graph.trig"} <= holding


def test_the_search_through_bytes_finds_names_on_the_pages_of_a_pdf(folder, tmp_path) -> None:
    files, _ = everything(folder, tmp_path, WRITING["report pdf"], after=("--names",))
    assert found_in(files, ANNA)

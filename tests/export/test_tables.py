"""Tables that are written from a graph build to the same graph."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from tests.export.random_projects import projects
from tests.tables.project_files import FILES, written

from samverkansgraf.errors import UsageError
from samverkansgraf.export import write_tables
from samverkansgraf.graph import build, of_build, open_graph, write_store
from samverkansgraf.graph.serialize import serialized

ROOT = Path(__file__).resolve().parents[2]


def through_rdf(built, folder, form="nquads", suffix=".nq"):
    """Write a build as RDF, read that file, and write its tables."""
    path = folder / f"graph{suffix}"
    path.write_bytes(serialized(of_build(built).store, form))
    write_tables(open_graph(path), folder / "tables")
    return build(folder / "tables")


def copied(project, folder):
    write_tables(open_graph(project), folder)
    return build(folder)


@pytest.mark.parametrize("name", ["vasteras", "southern-women"])
def test_bundled_projects_come_back_from_their_folder_and_from_rdf(name, tmp_path):
    built = build(ROOT / "data" / name)
    again = copied(ROOT / "data" / name, tmp_path / "copy")
    assert again.lines == built.lines
    assert again.settings == built.settings
    assert through_rdf(built, tmp_path).lines == built.lines


@pytest.mark.parametrize(("form", "suffix"), [("trig", ".trig"), ("jsonld", ".jsonld")])
def test_every_format_with_named_graphs_gives_the_tables_back(form, suffix, tmp_path):
    built = build(written(tmp_path / "p"))
    assert through_rdf(built, tmp_path, form, suffix).lines == built.lines


def test_a_format_without_named_graphs_is_refused(tmp_path):
    with pytest.raises(UsageError, match="keeps no named graphs"):
        through_rdf(build(written(tmp_path / "p")), tmp_path, "turtle", ".ttl")
    assert not (tmp_path / "tables").exists()


def test_a_store_keeps_its_bounds(tmp_path):
    built = build(ROOT / "data" / "vasteras")
    write_store(built, tmp_path / "store")
    assert copied(tmp_path / "store", tmp_path / "copy").digest == built.digest


@settings(max_examples=15, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate])
@given(projects())
def test_tables_to_rdf_to_tables_to_rdf_loses_nothing(files):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "p").mkdir()
        for file, text in files.items():
            (folder / "p" / file).write_bytes(text.encode())
        built = build(folder / "p")
        assert through_rdf(built, folder).lines == built.lines
        assert copied(folder / "p", folder / "copy").lines == built.lines


def test_a_spare_row_in_a_graph_that_has_the_label_already_adds_no_other_name(tmp_path):
    # i1 is related to i2 by s0 and to i0 by no source: two lists in two graphs, so i1 gets a spare row, whose
    # label is that of i1. The column alias is there, as another initiative has one.
    initiatives = (
        "id,label,alias,related,source,where\n"
        "i0,Namn i0,Gamla i0,i1,,\ni0,Namn i0,,,s1,p9\n"
        "i1,Namn i1,,i2,s0,\ni1,Namn i1,,,,p9\n"
        "i2,Namn i2,,i0,s1,\n"
    )
    files = {
        "samverkansgraf.toml": 'name = "Byn"\nbase = "https://example.org/byn/"\nlanguage = "en"\n',
        "actors.csv": "id,label,kind,sector\na1,A,organisation,polis\n",
        "participations.csv": "actor,initiative,role\na1,i1,Lead\n",
        "sources.csv": "id,title\ns0,First\ns1,Second\n",
        "initiatives.csv": initiatives,
    }
    (tmp_path / "p").mkdir()
    for name, text in files.items():
        (tmp_path / "p" / name).write_text(text, encoding="utf-8")
    built = build(tmp_path / "p")
    assert b'altLabel> "Namn i1"' not in built.lines
    assert through_rdf(built, tmp_path).lines == built.lines
    assert "i1,i1.2,same" in (tmp_path / "tables" / "same.csv").read_text("utf-8-sig")


def test_two_rows_decided_to_be_one_become_two_again_only_where_they_differ(tmp_path):
    # Byskolan is a unit and Polisen an organisation: one actor of two kinds fits no single row.
    same = "a,b,decision\nPolisen,Byskolan,same\n"
    built = build(written(tmp_path / "p", same__csv=same))
    assert through_rdf(built, tmp_path).lines == built.lines
    assert (tmp_path / "tables" / "same.csv").read_text(
        "utf-8-sig"
    ) == "a,b,decision\npolisen,polisen.2,same\n"
    # Named alike in the sources and of one kind, they fit one row and need no decision.
    actors = FILES["actors.csv"] + "krim,Kriminalpolisen,organisation,polis,,\n"
    merged = build(written(tmp_path / "q", actors__csv=actors, same__csv="a,b,decision\nPolisen,krim,same\n"))
    (tmp_path / "r").mkdir()
    assert through_rdf(merged, tmp_path / "r").lines == merged.lines
    assert not (tmp_path / "r" / "tables" / "same.csv").exists()


def test_a_scoped_collective_is_the_general_one_again(tmp_path):
    through_rdf(build(written(tmp_path / "p")), tmp_path)
    assert "boende,vandring,Involved" in (tmp_path / "tables" / "participations.csv").read_text("utf-8-sig")
    assert "boende.vandring" not in (tmp_path / "tables" / "actors.csv").read_text("utf-8-sig")


def test_what_only_the_project_keeps_is_kept(tmp_path):
    header, *rest = FILES["participations.csv"].splitlines()
    noted = "\n".join([f"{header},note,egen", *(f"{row},anm {n},{n}" for n, row in enumerate(rest))])
    searches = "date,outcome,district,theme,by\n2024-01-01,nothing,Norr,trygghet,Anna Ek\n"
    project = written(tmp_path / "p", participations__csv=noted, searches__csv=searches)
    (project / "own.csv").write_text("a;b\n1;2\n")
    (project / "README.md").write_text("Varifrån.\n")
    (project / "texts").mkdir()
    (project / "texts" / "b.txt").write_text("Kommunen leder.")
    (project / "sources.csv").write_text("id,title,file\nbladet,Bladet skriver,texts/b.txt\n")
    built = build(project)
    assert b"sha256" in built.lines
    assert copied(project, tmp_path / "copy").lines == built.lines
    text = (tmp_path / "copy" / "participations.csv").read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    assert "byn,vandring,Lead,,anm 0,bladet,par1,kommunen leder,0" in text.decode("utf-8-sig")
    assert "Anna Ek" in (tmp_path / "copy" / "searches.csv").read_text("utf-8-sig")
    assert (tmp_path / "copy" / "own.csv").read_text() == "a;b\n1;2\n"
    assert (tmp_path / "copy" / "README.md").read_text() == "Varifrån.\n"


def test_what_is_suppressed_is_in_no_table(tmp_path):
    project = written(tmp_path / "p", suppress__csv="about,reason,date\nanna,begäran,2024\n", same__csv="a,b,decision\nAnna Ek,Anna E,different\n")  # fmt: skip
    assert copied(project, tmp_path / "copy").lines == build(project).lines
    assert not [path for path in (tmp_path / "copy").iterdir() if "Anna Ek" in path.read_text("utf-8-sig")]


def test_bounds_name_nothing_that_is_suppressed(tmp_path):
    toml = (
        FILES["samverkansgraf.toml"]
        + '[bounds]\ndistricts = ["Norr", "Söder"]\nfrom = "2019"\n[contact]\nemail = "a@b.se"\n'
    )
    project = written(
        tmp_path / "p", samverkansgraf__toml=toml, suppress__csv="about,reason,date\nSöder,begäran,2024\n"
    )
    again = copied(project, tmp_path / "copy")
    assert again.settings.bounds.districts == ("https://example.org/byn/place/norr",)
    assert (again.settings.bounds.start, again.settings.contact.email) == ("2019", "a@b.se")
    assert again.lines == build(project).lines


def test_decisions_that_names_are_of_different_things_stay(tmp_path):
    project = written(tmp_path / "p", same__csv="a,b,decision,by\nPolisen,Byskolan,different,Anna\n")
    assert copied(project, tmp_path / "copy").different == (("Polisen", "Byskolan"),)
    assert "Anna" in (tmp_path / "copy" / "same.csv").read_text("utf-8-sig")


def test_statements_that_fit_no_table_are_told_of(tmp_path, caplog):
    path = tmp_path / "graph.nq"
    more = (
        b'<https://example.org/byn/actor/polisen> <urn:other> "x" <https://example.org/byn/graph/project> .\n'
    )
    path.write_bytes(serialized(of_build(build(written(tmp_path / "p"))).store, "nquads") + more)
    write_tables(open_graph(path), tmp_path / "tables")
    assert "1 statements have no room in the tables" in caplog.text
    assert "urn:other" in caplog.text


def test_a_folder_that_holds_something_is_left_alone(tmp_path):
    project = written(tmp_path / "p")
    with pytest.raises(UsageError, match="is not empty; name a new folder"):
        write_tables(open_graph(project), project)
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageError, match="is not empty"):
        write_tables(open_graph(project), tmp_path / "file")

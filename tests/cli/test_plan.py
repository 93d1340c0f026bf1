"""``plan`` as a person types it, on the bundled Västerås and Almedalen."""

from __future__ import annotations

import csv
import io
import json
import shutil

import fastexcel
import pytest
from tests.cli.test_commands import ROOT, failed, rows
from tests.cli.typed import samverkansgraf

DAY = ("--as-of", "2026-11-29")
VASTERAS = ROOT / "data" / "vasteras"


def test_where_nothing_was_searched_nothing_is_to_be_started():
    done = samverkansgraf("plan", "-k", "3", *DAY, "--format", "csv")
    table = rows(done)
    assert {(row["plan"], row["advice"], row["value"]) for row in table} == {
        ("search_first", "search", "not_searched")
    }
    assert len(table) == 3
    assert "Ingen ruta är genomsökt utan fynd" in done.stderr


def test_searches_in_both_languages_and_as_json():
    done = samverkansgraf("--lang", "en", "plan", "--searches", "-k", "2", *DAY, "--format", "json")
    first, second = json.loads(done.stdout)
    assert (first["district"], first["not_searched"] + first["indirect"]) == ("*", 12)
    assert first["so_far"] < second["so_far"]
    assert "78 districts that no source has named" in done.stderr
    assert "only then can be said where something could start" in done.stderr


def test_the_template_is_filled_in_and_read(tmp_path):
    project = shutil.copytree(VASTERAS, tmp_path / "p")
    template = tmp_path / "searches-att-gora.csv"
    done = samverkansgraf(
        "-g", project, "plan", "--searches", "-k", "2", "--search-of", "district", *DAY, "-o", template
    )
    assert done.returncode == 0, done.stderr
    assert "2 sökningar att göra" in done.stderr
    header, *made = list(csv.reader(io.StringIO(template.read_text(encoding="utf-8-sig"))))
    assert header == (VASTERAS / "searches.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
    searches = project / "searches.csv"
    before = searches.read_text(encoding="utf-8")

    def filled(date, outcome):
        lines = io.StringIO()
        csv.writer(lines, lineterminator="\n").writerows([date, outcome, *row[2:]] for row in made)
        searches.write_text(before + lines.getvalue(), encoding="utf-8")

    filled("", "")
    problems = failed(samverkansgraf("-g", project, "coverage")).splitlines()
    number = before.count("\n") + 1
    assert problems == [
        f"Error: searches.csv row {row}: no date and no outcome: this search is still to be made; fill in both (outcome: "
        "nothing, found or incomplete), or take the row out until it is made"
        for row in (number, number + 1)
    ]
    filled("2026-11-28", "nothing")
    cells = rows(samverkansgraf("-g", project, "coverage", "--at", "2026-11-29", "--format", "csv"))
    searched = {row[2] for row in made}
    assert {row["value"] for row in cells if row["district"] in searched} <= {"none_found", "covered"}
    table = rows(
        samverkansgraf("-g", project, "plan", "-k", "2", "--one-per", "district", *DAY, "--format", "csv")
    )
    best = [row for row in table if row["plan"] == "best"]
    assert {row["district"] for row in best} == searched
    assert {row["value"] for row in best} == {"none_found"}


def test_bridges_are_listed_and_stored_nowhere():
    done = samverkansgraf("plan", "--bridges", *DAY, "--format", "csv")
    table = rows(done)
    assert list(table[0])[:5] == ["actor_a", "actor_b", "district", "theme", "partners"]
    assert all(int(row["partners"]) >= 2 for row in table)
    assert all(row["actor_a"] < row["actor_b"] for row in table)
    assert not any({row["actor_a"], row["actor_b"]} == {"Västerås stad", "Bostads AB Mimer"} for row in table)
    assert "Det är förslag: de sparas inte och ritas inte som band." in done.stderr
    pairs = rows(samverkansgraf("network", "--pairs", "--format", "csv"))
    tied = {(row["actor_a"], row["actor_b"]) for row in pairs}
    assert not tied & {(row["actor_a"], row["actor_b"]) for row in table}


def test_partners_where_a_whole_register_was_searched():
    graph = ("-g", ROOT / "data" / "almedalen")
    how = (
        "plan",
        "--by",
        "theme,sector",
        "--at",
        "2023",
        "-k",
        "1",
        "--alternatives",
        "0",
        "--sector",
        "polis",
    )
    best = [row for row in rows(samverkansgraf(*graph, *how, "--format", "csv")) if row["plan"] == "best"]
    assert [(row["sector"], row["value"], row["advice"]) for row in best] == [("polis", "none_found", "join")]


def test_a_workbook_holds_the_searches_with_their_reasons(tmp_path):
    file = tmp_path / "sokningar.xlsx"
    done = samverkansgraf("plan", "--searches", "-k", "1", *DAY, "-o", file)
    assert done.returncode == 0, done.stderr
    sheet = fastexcel.read_excel(file).load_sheet(0).to_polars()
    assert {"not_searched", "so_far", "ask"} <= set(sheet.columns)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--searches", "--bridges"), "--searches and --bridges are tables of their own"),
        (("--searches", "--must", "Råby"), "--must is for a plan; leave out --searches"),
        (("--effort", "theme=2"), "--effort is for searches; add --searches"),
        (("--bridges", "--need", "population"), "bridges have no need"),
        (("--searches", "--effort", "theme"), "'theme' is no number of a kind; write it as theme=3"),
        (("--within", "2"), "--within is of a file of distances"),
        (("--must", "Rboy"), "no district or theme in bounds is called 'Rboy'; did you mean 'Råby'?"),
        (("--need", "population"), "no district of the cells has a need above 0"),
        (("--by", "district,month"), "'month' is no dimension to plan in"),
        (("--must", "Bäckby;trygghet"), "must be chosen, but is covered"),
    ],
)
def test_what_does_not_go_is_said_in_a_line(options, message):
    assert message in failed(samverkansgraf("plan", *options, *DAY))


def test_each_plan_as_a_whole_has_its_price():
    how = ("plan", "--by", "theme,sector", "--at", "2023", "-k", "3", "--table", "plans", "--format", "csv")
    done = samverkansgraf("-g", ROOT / "data" / "almedalen", *how)
    plans = {row["plan"]: row for row in rows(done)}
    assert (plans["best"]["picks"], plans["best"]["of_best"], plans["best"]["price"]) == ("3", "1.0", "0.0")
    # The best reaches six cells by three, the fairest five: a sixth less.
    assert (plans["best"]["covers"], plans["fair"]["covers"]) == ("6.0", "5.0")
    assert float(plans["fair"]["price"]) == pytest.approx(1 / 6)
    assert "17\N{NO-BREAK SPACE}% mindre" in done.stderr


def test_plans_are_kept_by_all_they_were_chosen_by_and_files_by_name_and_digest(tmp_path):
    store, need = tmp_path / "store", tmp_path / "behov.csv"
    assert samverkansgraf("-g", VASTERAS, "build", "-o", store).returncode == 0
    asked = ("-g", store, "plan", "-k", "2", "--need", need, *DAY, "--store")
    for text in (
        "district,need\nBäckby,3\nRåby,1\n",
        "district,need\nBäckby,3\nRåby,1\n",
        "district,need\nBäckby,1\nRåby,3\n",
    ):
        need.write_text(text, encoding="utf-8")
        done = samverkansgraf(*asked)
        assert (done.returncode, done.stdout) == (0, ""), done.stderr
    told = rows(
        samverkansgraf(
            "-g", store, "query", "--format", "csv",
            "SELECT ?need (COUNT(DISTINCT ?r) AS ?n) WHERE { ?r sg:ofMeasure measure:plan-picks.weight ; qb:dataSet/prov:wasGeneratedBy/"
            "sg:parameter ?p . ?p schema:name 'need' ; schema:value ?need } GROUP BY ?need",
        )
    )  # fmt: skip
    assert len(told) == 2  # the same file is the same plan, another one is another
    assert all(row["need"].startswith("behov.csv (") and row["n"] == "2" for row in told)
    refused = failed(samverkansgraf("-g", store, "plan", "--bridges", *DAY, "--store"))
    assert refused == "Error: plan: missing bridges are suggestions and are never stored; leave out --store\n"


def test_searches_to_make_are_written_as_rdf(tmp_path):
    file = tmp_path / "searches.ttl"
    assert samverkansgraf("plan", "--searches", "-k", "2", *DAY, "-o", file).returncode == 0
    assert "measure:plan-searches.adds" in file.read_text(encoding="utf-8")

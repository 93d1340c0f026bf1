"""Commands as a person types them: data on standard output, words on standard error, exit 0, 1 or 2."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import fastexcel
import pytest
from tests.cli.typed import process, samverkansgraf
from tests.tables.project_files import FILES, changed, written

from samverkansgraf.cli.main import COMMANDS

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def byn(tmp_path_factory):
    return written(tmp_path_factory.mktemp("byn") / "p")


def rows(done):
    assert done.returncode == 0, done.stderr
    return list(csv.DictReader(io.StringIO(done.stdout)))


def failed(done):
    """Return the one line of a command that was refused."""
    assert done.returncode == 2, (done.returncode, done.stdout, done.stderr)
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    lines = done.stderr.splitlines()
    assert lines[0].startswith("Error: "), lines
    return done.stderr


def test_help_lists_every_command_without_importing_what_they_need():
    code = (
        "import sys; sys.argv = ['samverkansgraf', '--help']\n"
        "from samverkansgraf.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "heavy = {'polars', 'networkx', 'rdflib', 'pyoxigraph', 'pyshacl', 'pyvis', 'scipy', 'numpy'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env={"PYTHONPATH": str(ROOT / "src"), "PATH": os.environ["PATH"]}, check=False)  # fmt: skip
    assert done.returncode == 0, done.stderr
    for name in COMMANDS:
        assert f"\n  {name}" in done.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example_and_stands_in_the_readme(name):
    done = process(name, "--help")
    assert done.returncode == 0
    assert "Example: samverkansgraf" in done.stdout
    assert f"`{name}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_query_gives_the_w3c_formats(byn):
    query = "SELECT ?l WHERE { ?a sg:sector sg:Police ; skos:prefLabel ?l }"
    assert rows(samverkansgraf("-g", byn, "query", query)) == [{"l": "Polisen"}]
    got = json.loads(samverkansgraf("-g", byn, "query", "-f", "-", "--format", "json", stdin=query).stdout)
    assert got["results"]["bindings"] == [{"l": {"type": "literal", "value": "Polisen", "xml:lang": "sv"}}]
    assert samverkansgraf("-g", byn, "query", query, "--format", "tsv").stdout == '?l\n"Polisen"@sv\n'
    assert "<binding" in samverkansgraf("-g", byn, "query", query, "--format", "xml").stdout
    assert (
        json.loads(samverkansgraf("-g", byn, "query", "ASK {}", "--format", "json").stdout)["boolean"] is True
    )
    construct = "CONSTRUCT WHERE { ?a a sg:Initiative }"
    assert "sg:Initiative" in samverkansgraf("-g", byn, "query", construct).stdout
    assert samverkansgraf("-g", byn, "query", construct, "--format", "nt").stdout.count("\n") == 2


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELECT ?a WHERE { ?a b ?c }", "line 1, column"),
        ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", "changes the graph"),
        ("SELECT * { SERVICE <http://example.org/> { ?a ?b ?c } }", "would fetch from the network"),
        ("LOAD <http://example.org/x>", "changes the graph"),
        ("SELECT * FROM <http://example.org/x> { ?a ?b ?c }", "nothing is fetched from outside"),
        ("", "is not SPARQL"),
    ],
)
def test_a_query_that_is_refused_says_why(byn, query, words):
    assert words in failed(samverkansgraf("-g", byn, "query", query))


def test_a_query_that_takes_too_long_is_left(byn):
    product = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    assert "took more than 1 s" in failed(process("-g", byn, "query", product, "--timeout", "1"))


def test_ask_lists_questions_and_answers_them(byn):
    assert "who-leads" in samverkansgraf("ask", "--help").stdout
    found = rows(samverkansgraf("-g", byn, "ask", "who-leads", "--initiative", "Byrådet"))
    assert [row["actor"] for row in found] == ["Byskolan"]
    assert "did you mean" in failed(process("-g", byn, "ask", "who-lead"))
    assert "no initiative is called" in failed(
        samverkansgraf("-g", byn, "ask", "who-leads", "--initiative", "Xyz")
    )


def test_without_a_command_or_a_question_they_are_listed():
    done = samverkansgraf()
    assert done.returncode == 0
    assert done.stderr == ""
    assert "\n  coverage " in done.stdout
    listed = rows(samverkansgraf("--lang", "sv", "ask"))
    assert {
        "question": "who-leads",
        "asks": "Vem leder ett initiativ, och enligt vad?",
        "parameters": "--initiative",
    } in listed


def test_network_gives_the_columns_others_build_on(byn):
    found = rows(samverkansgraf("-g", byn, "network", "--measure", "degree", "--format", "csv"))
    assert list(found[0])[:8] == ["id", "label", "kind", "measure", "value", "low", "high", "reason"]
    assert {row["label"] for row in found} == {"Byns kommun", "Polisen", "Byskolan"}
    whole = rows(samverkansgraf("-g", byn, "network", "--whole"))
    assert list(whole[0])[:5] == ["measure", "value", "low", "high", "reason"]
    pairs = rows(samverkansgraf("-g", byn, "network", "--pairs"))
    assert pairs == [{"actor_a": "Byns kommun", "actor_b": "Polisen", "shared": "1", "newman": "1.0", "p_value": "", "validated": ""}]  # fmt: skip
    assert rows(samverkansgraf("-g", byn, "network", "--pairs", "--certainty", "Stated")) == []
    assert "did you mean" in failed(samverkansgraf("-g", byn, "network", "--measure", "degre"))


def test_coverage_gives_the_columns_others_build_on(byn):
    done = samverkansgraf("-g", byn, "coverage", "--by", "district,theme", "--format", "csv")
    found = rows(done)
    assert list(found[0])[:13] == ["district", "theme", "value", "initiatives", "actors", "sources", "independent_sources", "indirect_evidence", "searches", "planned", "ended", "delivers", "last_seen"]  # fmt: skip
    cells = {(row["district"], row["theme"]): row["value"] for row in found}
    assert cells[("Norr", "trygghet")] == "covered"
    assert cells[("Söder", "skola")] == "not_searched"
    assert "inte undersökt" in done.stderr
    assert "did you mean" in failed(samverkansgraf("-g", byn, "coverage", "--by", "distrikt,theme"))


def test_coverage_is_written_as_a_workbook_as_rdf_and_into_a_store(byn, tmp_path):
    written_to = tmp_path / "cells.xlsx"
    done = samverkansgraf("-g", byn, "coverage", "--at", "2021", "-o", written_to)
    assert done.returncode == 0, done.stderr
    told = dict(fastexcel.read_excel(written_to).load_sheet("about").to_polars().iter_rows())
    assert (told["results"], told["by"], told["at"]) == ("coverage", "district,theme", "2021")
    assert "sg:NotSearched" in samverkansgraf("-g", byn, "coverage", "--format", "ttl").stdout
    store = tmp_path / "store"
    assert samverkansgraf("-g", byn, "build", "-o", store).returncode == 0
    assert samverkansgraf("-g", store, "coverage", "--at", "2021", "--store").stdout == ""
    query = (
        "SELECT ?quote WHERE { ?cell sg:ofDistrict/skos:prefLabel ?d ; sg:cellValue sg:Covered ; "
        "prov:wasDerivedFrom/oa:hasSelector/oa:exact ?quote FILTER(STR(?d) = 'Norr') }"
    )
    assert rows(samverkansgraf("-g", store, "query", query)) == [{"quote": "går tillsammans"}]
    assert "is no built store" in failed(samverkansgraf("-g", byn, "coverage", "--store"))


def test_claims_come_as_a_table_too(tmp_path):
    project = ROOT / "tests" / "projects" / "debate"
    found = rows(samverkansgraf("-g", project, "claims", "--format", "csv"))
    told = json.loads(samverkansgraf("-g", project, "claims", "--format", "json").stdout)
    assert [row["claim"] for row in found] == [one["claim"] for one in told]
    assert [row["rows"] for row in found] == [
        "" if one["answer"] is None else str(len(one["answer"])) for one in told
    ]
    assert samverkansgraf("-g", project, "claims", "-o", tmp_path / "claims.xlsx").returncode == 0
    sheet = fastexcel.read_excel(tmp_path / "claims.xlsx").load_sheet("results").to_polars()
    assert sheet["claim"].to_list() == [row["claim"] for row in found]
    assert "end the name in .json" in failed(samverkansgraf("-g", project, "claims", "-o", "claims.odt"))


def test_why_shows_evidence_and_refuses_what_it_does_not_know(byn):
    found = rows(samverkansgraf("-g", byn, "why", "Polisen", "staden"))
    assert {row["quote"] for row in found} == {"kommunen leder", "polisen med"}
    assert "did you mean" in failed(samverkansgraf("-g", byn, "why", "Polsen"))
    assert "name one thing" in failed(samverkansgraf("-g", byn, "why"))


def test_check_exits_1_with_a_fault_and_0_without(byn, tmp_path):
    assert samverkansgraf("-g", byn, "check").returncode == 0
    faulty = written(
        tmp_path / "p", participations__csv=FILES["participations.csv"] + "Polisen,rad,Member,,,,\n"
    )
    done = samverkansgraf("-g", faulty, "check", "--format", "json")
    assert done.returncode == 1
    assert list(json.loads(done.stdout)[0]) == [
        "severity",
        "table",
        "row",
        "column",
        "node",
        "message",
        "remedy",
    ]


def test_build_makes_a_store_that_answers_as_the_project_does(byn, tmp_path):
    done = samverkansgraf("-g", byn, "build", "-o", tmp_path / "store")
    assert done.returncode == 0, done.stderr
    query = "SELECT ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } } ORDER BY ?s ?p ?o"
    assert (
        samverkansgraf("-g", tmp_path / "store", "query", query).stdout
        == samverkansgraf("-g", byn, "query", query).stdout
    )
    assert rows(samverkansgraf("diff", tmp_path / "store", byn)) == []
    other = written(tmp_path / "q", sources__csv=changed("sources.csv", "Bladet skriver", "Bladet"))
    assert [(row["change"], row["object"]) for row in rows(samverkansgraf("diff", byn, other))] == [
        ("removed", '"Bladet skriver"@sv'),
        ("added", '"Bladet"@sv'),
    ]


def test_errors_of_the_tables_come_all_at_once(tmp_path):
    actors = changed("actors.csv", "polis", "poliss").replace("staden;kommunen", "=1+1")
    lines = failed(
        samverkansgraf("-g", written(tmp_path / "p", actors__csv=actors), "query", "ASK {}")
    ).splitlines()
    assert len(lines) == 1  # the file stage comes before the cells' stage
    actors = changed("actors.csv", "polis,", "poliss,")
    lines = failed(samverkansgraf("-g", written(tmp_path / "q", actors__csv=actors, districts__csv=changed("districts.csv", "Söder,district,Byn", "Söder,district,Bym")), "check")).splitlines()  # fmt: skip
    assert [line.split(" row")[0] for line in lines] == ["Error: actors.csv", "Error: districts.csv"]


def test_places_that_cannot_be_written_are_said_and_nothing_is_left(byn, tmp_path):
    file = tmp_path / "file"
    file.write_text("mine")
    assert "is a file; name a folder" in failed(samverkansgraf("-g", byn, "run", "-o", file))
    assert "is a file" in failed(samverkansgraf("-g", byn, "build", "-o", file))
    assert "cannot be written" in failed(samverkansgraf("-g", byn, "draw", "-o", file / "x.html"))
    assert "is a folder; name a file" in failed(
        samverkansgraf("-g", byn, "draw", "--format", "svg", "-o", tmp_path)
    )
    assert "tells no format" in failed(samverkansgraf("-g", byn, "report", "-o", tmp_path / "x.doc"))
    assert file.read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_disk_that_fills_is_said():
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-c", "from samverkansgraf.cli import main; main()", "query", "SELECT * { ?s ?p ?o }"],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
            env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src")},
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.startswith("Error: ")
    assert "Traceback" not in done.stderr


def test_an_unknown_command_and_graph_are_said(tmp_path):
    assert "did you mean 'report'" in failed(samverkansgraf("raport"))
    assert "does not exist" in failed(samverkansgraf("-g", tmp_path / "nowhere", "check"))


def test_new_makes_a_project_to_fill_in(tmp_path):
    done = samverkansgraf("new", tmp_path / "stad", "--name", 'Ö"rebro')
    assert done.returncode == 0, done.stderr
    assert rows(samverkansgraf("-g", tmp_path / "stad", "query", "SELECT ?t WHERE { ?x a schema:Dataset ; dct:title ?t }")) == [{"t": 'Ö"rebro'}]  # fmt: skip
    assert "is not empty" in failed(samverkansgraf("new", tmp_path / "stad"))


def test_run_writes_everything_and_names_what_to_open(byn, tmp_path):
    done = process("-g", byn, "run", "-o", tmp_path / "out", "--as-of", "2026-11-24")
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert {"report.html", "report.md", "network.html", "network.svg", "coverage.csv", "graph.trig"} <= names
    assert b"qb:Observation" in (tmp_path / "out" / "results.trig").read_bytes()
    assert "@article{" in (tmp_path / "out" / "references.bib").read_text("utf-8")
    assert "references.bib" in (tmp_path / "out" / "report.md").read_text("utf-8")
    header = (tmp_path / "out" / "pairs.csv").read_text("utf-8").splitlines()[0].split(",")
    assert header[:6] == ["actor_a", "actor_b", "shared", "newman", "p_value", "validated"]
    assert {"jaccard", "p_bicm", "validated_bicm", "null", "alpha", "family", "samples", "seed"} <= set(
        header
    )
    for name in ("report.html", "network.html"):
        assert str(tmp_path / "out" / name) in done.stderr
    again = samverkansgraf("-g", byn, "run", "-o", tmp_path / "again", "--as-of", "2026-11-24")
    assert again.returncode == 0
    for path in (tmp_path / "out").iterdir():
        one, other = path.read_bytes(), (tmp_path / "again" / path.name).read_bytes()
        assert one == other, path.name


def test_run_with_faults_exits_0_and_strict_1(tmp_path):
    faulty = written(
        tmp_path / "p", participations__csv=FILES["participations.csv"] + "Polisen,rad,Member,,,,\n"
    )
    done = samverkansgraf("-g", faulty, "run", "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert "faults; they are listed in the report" in done.stderr
    assert process("-g", faulty, "run", "--strict", "-o", tmp_path / "out").returncode == 1


def test_coverage_asks_of_periods_and_target_groups(byn):
    found = rows(
        samverkansgraf(
            "-g",
            byn,
            "coverage",
            "--by",
            "theme,period",
            "--periods",
            "2015/2017,2018/2020",
            "--format",
            "csv",
        )
    )
    assert {row["period"] for row in found} == {"2015/2017", "2018/2020"}
    done = samverkansgraf("-g", byn, "coverage", "--by", "target_group", "--format", "csv")
    assert done.stdout.startswith("target_group,value,initiatives")
    assert "overlap" in failed(
        samverkansgraf("-g", byn, "coverage", "--by", "period", "--periods", "2015/2017,2016")
    )


def test_coverage_shows_what_rests_on_one_and_the_four_values_beside(byn):
    done = samverkansgraf("-g", byn, "coverage", "--dependence", "--format", "csv")
    assert done.stdout.startswith("district,theme,value,rests_on,name,id,initiatives")
    assert "inte undersökta" in done.stderr
    done = samverkansgraf(
        "-g", byn, "coverage", "--older-than", "3", "--as-of", "2026-01-01", "--format", "csv"
    )
    assert done.stdout.splitlines()[0].endswith(",older")
    assert "odaterade" in done.stderr
    assert samverkansgraf("-g", byn, "coverage", "--overlaps", "--format", "csv").stdout.startswith(
        "district,theme,target_group,initiative_a"
    )


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--dependence", "--overlaps"), "ask for one at a time"),
        (("--dependence", "--levels", "all"), "do not go together"),
        (("--older-than", "0"), "no number of years"),
        (("--division", "landskap"), "no district in bounds is of kind"),
        (("--periods", "2012"), "add period"),
    ],
)
def test_coverage_refuses_what_does_not_go_together(byn, options, words):
    assert words in failed(samverkansgraf("-g", byn, "coverage", *options))


def test_coverage_writes_to_a_file_what_it_prints(byn, tmp_path):
    printed = samverkansgraf("-g", byn, "coverage", "--format", "csv")
    samverkansgraf("-g", byn, "coverage", "-o", str(tmp_path / "cells.csv"))
    assert (tmp_path / "cells.csv").read_text() == printed.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["cells.csv"]


def test_import_hxl_makes_a_project_that_coverage_reads(tmp_path):
    (tmp_path / "3w.csv").write_text("A title,,\n#org,#activity,#adm1+name\nWell Aid,Dig wells,North\n")
    done = samverkansgraf(
        "import", "hxl", str(tmp_path / "3w.csv"), "-o", str(tmp_path / "p"), "--title", "A 3W"
    )
    assert done.returncode == 0, done.stderr
    found = rows(samverkansgraf("-g", str(tmp_path / "p"), "coverage", "--by", "district", "--format", "csv"))
    assert [(row["district"], row["value"]) for row in found] == [("North", "covered")]
    assert (
        "row 3"
        in samverkansgraf("-g", str(tmp_path / "p"), "why", "--district", "North", "--format", "csv").stdout
    )
    (tmp_path / "no.csv").write_text("who,what\n")
    assert "no tag row" in failed(
        samverkansgraf("import", "hxl", str(tmp_path / "no.csv"), "-o", str(tmp_path / "q"), "--title", "A")
    )

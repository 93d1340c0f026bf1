"""The network command, run in this process: data on standard output, words on standard error."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import sys
from dataclasses import dataclass

import fastexcel
import pytest
from rdflib import Graph
from tests.tables.project_files import FILES, written

from samverkansgraf.cli import main
from samverkansgraf.cli import network as network_command
from samverkansgraf.cli.network_tables import TABLES
from samverkansgraf.graph import build, write_store
from samverkansgraf.measures import MEASURES

CONTRACT = ["measure", "value", "low", "high", "reason"]


@dataclass
class Done:
    code: int
    out: str
    err: str

    @property
    def rows(self):
        assert self.code == 0, self.err
        return list(csv.DictReader(io.StringIO(self.out)))


@pytest.fixture
def network(capfd):
    """Run the command and return what it said."""

    def run(*args, graph, lang=()):
        with pytest.raises(SystemExit) as stop:
            main([*lang, "-g", str(graph), "network", *map(str, args)])
        sys.stdout.flush()
        said = capfd.readouterr()
        assert "Traceback" not in said.err
        return Done(stop.value.code, said.out, said.err)

    return run


@pytest.fixture(scope="module")
def byn(tmp_path_factory):
    return written(tmp_path_factory.mktemp("byn") / "p")


@pytest.fixture(scope="module")
def one_actor(tmp_path_factory):
    """Return a project where one actor is alone in one initiative."""
    lines = FILES["participations.csv"].splitlines()
    return written(tmp_path_factory.mktemp("one") / "p", participations__csv="\n".join(lines[:2]) + "\n")


@pytest.fixture(scope="module")
def nobody(tmp_path_factory):
    """Return a project without participations."""
    header = FILES["participations.csv"].splitlines()[0]
    return written(tmp_path_factory.mktemp("none") / "p", participations__csv=header + "\n")


def test_a_small_network_comes_with_all_uncertainty(network, byn):
    rows = network("--measure", "degree", graph=byn).rows
    assert list(rows[0])[:8] == ["id", "label", "kind", *CONTRACT]
    # Byns kommun and Polisen in vandring, Byskolan in rad: half of the initiatives each, and first all three.
    assert {row["label"]: (row["value"], row["rank"]) for row in rows} == {
        "Byns kommun": ("0.5", "1"),
        "Polisen": ("0.5", "1"),
        "Byskolan": ("0.5", "1"),
    }
    assert rows[0]["most_moved_by_label"] == "Bladet skriver"
    assert (rows[0]["draws"], rows[0]["seed"]) == ("200", "1")


def test_uncertainty_can_be_refused_and_its_draws_and_seed_chosen(network, byn):
    assert list(network("--measure", "degree", "--no-uncertainty", graph=byn).rows[0]) == [
        "id", "label", "kind", *CONTRACT,
    ]  # fmt: skip
    row = network("--measure", "components", "--draws", 7, "--seed", 3, graph=byn).rows[0]
    assert (row["draws"], row["seed"]) == ("7", "3")


def test_a_large_network_says_that_uncertainty_must_be_asked_for(network, byn, monkeypatch):
    monkeypatch.setattr(network_command, "UNCERTAINTY_UP_TO", 2)
    done = network("--measure", "degree", graph=byn)
    assert list(done.rows[0])[-1] == "reason"
    assert (
        done.err
        == "Med 3 deltaganden räknas ingen osäkerhet utöver andra grader av visshet; be om den med --uncertainty.\n"
    )
    done = network("--measure", "degree", graph=byn, lang=("--lang", "en"))
    assert done.err.startswith("With 3 participations no uncertainty")
    assert "rank" in network("--measure", "degree", "--uncertainty", graph=byn).rows[0]
    assert network("--pairs", graph=byn).err == ""


def test_the_whole_network_is_the_default_and_has_every_measure_of_it(network, byn):
    rows = network("--no-uncertainty", graph=byn).rows
    assert list(rows[0])[:5] == CONTRACT
    assert [row["measure"] for row in rows] == [
        name for name, one in MEASURES.items() if one.level == "whole"
    ]
    assert all(row["value"] or row["reason"] for row in rows)


def test_tables_have_a_name_and_the_old_ways_to_ask_still_work(network, byn):
    assert network("--pairs", graph=byn).out == network("--table", "pairs", graph=byn).out
    assert network("--cutpoints", graph=byn).out == network("--table", "cutpoints", graph=byn).out


def test_pairs_are_tested_against_a_null_model_and_the_test_is_told(network, byn):
    done = network("--pairs", "--null", "fixed-degree", "--samples", 9, "--seed", 2, graph=byn)
    (row,) = done.rows
    assert list(row)[:6] == ["actor_a", "actor_b", "shared", "newman", "p_value", "validated"]
    # One of the three pairs meets in vandring, whichever: 1/3.
    assert float(row["p_value"]) == pytest.approx(1 / 3)
    assert (row["validated"], row["null"], row["family"], row["samples"], row["seed"]) == (
        "false", "fixed-degree", "3", "9", "2",
    )  # fmt: skip
    assert done.err.startswith("Prövat mot 9 slumpade nätverk")
    assert network("--pairs", "--null", "bicm", graph=byn).rows[0]["validated"] == "false"


def test_sectors_have_their_labels_beside_them_and_chance_its_seed(network, byn):
    rows = network("--table", "ei-groups", "--seed", 6, graph=byn).rows
    assert {row["group_label"] for row in rows} >= {"kommun"}
    assert {row["seed"] for row in rows} == {"6"}
    assert (
        network("--table", "mixing", graph=byn, lang=("--lang", "en")).rows[0]["group_a_label"]
        == "municipality"
    )


def test_two_questions_at_once_are_refused(network, byn):
    for several in (
        ("--measure", "degree", "--whole"),
        ("--pairs", "--table", "cutpoints"),
        ("--list", "--explain", "degree"),
    ):
        done = network(*several, graph=byn)
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith("Error: network: choose one of")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("--measure", "betweenes"), "did you mean 'betweenness'"),
        (("--explain", "betweenes"), "did you mean 'betweenness'"),
        (("--measure", "degree", "--null", "bicm"), "--null is for --pairs"),
        (("--pairs", "--null", "bicm", "--samples", "9"), "--samples is for --null fixed-degree"),
        (("--pairs", "--null", "chance"), "'chance' is not one of"),
        (("--from", "2018"), "--from and --to go together"),
        (("--table", "change"), "write --from DATE --to DATE"),
        (("--from", "2020", "--to", "2018"), "give the earlier date first"),
        (("--from", "2012", "--to", "2018", "--whole"), "--from and --to are for --table change"),
        (("--from", "2012", "--to", "2018", "--at", "2015"), "leave out --at"),
        (("--from", "i fjol", "--to", "2018"), "i fjol"),
        (("--at", "2018/2015"), "ends before it starts"),
        (("--beside", "nowhere"), "nowhere does not exist"),
        (("--beside-at", "i fjol"), "i fjol"),
        (("--beside-at", "2018", "--measure", "degree"), "is not one of the whole network"),
        (("--beside-at", "2018", "--table", "layers"), "--beside and --beside-at go with"),
        (("--table", "pairs", "--bibtex"), "has no works of its own"),
        (("--table", "payers"), "'payers' is not one of"),
        (("--whole", "--bibtex"), "--bibtex goes with"),
        (("--measure", "degree", "--draws", "0"), "--draws"),
        (("--measure", "degree", "--seed", "-1"), "--seed"),
        (("--measure", "degree", "--at", "i fjol"), "i fjol"),
        (("--measure", "degree", "--roles", "ledar"), "ledar"),
        (("--measure", "degree", "--certainty", "Statd"), "Statd"),
        (("--measure", "degree", "--format", "xlsx"), "name it with -o"),
        (("--measure", "degree", "-o", "x.odt"), "end the name in .csv, .json, .xlsx, .ttl"),
        (("--measure", "degree", "-o", "x.csv", "--format", "table"), "a table is for a terminal"),
    ],
)
def test_bad_usage_is_one_sentence_with_a_remedy(network, byn, args, words, tmp_path):
    with contextlib.chdir(tmp_path):
        done = network(*args, graph=byn)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Error: ")
    assert words in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_date_with_nothing_in_it_gives_no_rows_and_a_sentence(network, byn):
    # vandring began in 2019, rad in 2021.
    done = network("--measure", "degree", "--at", "1850", graph=byn)
    assert done.rows == []
    assert done.err == "Inga deltaganden är valda; pröva ett annat --at, andra --roles eller --certainty.\n"
    rows = network("--whole", "--at", "1850", graph=byn).rows
    assert all(row["reason"] for row in rows if not row["value"])
    assert next(row for row in rows if row["measure"] == "density_two_mode")["value"] == ""


def test_a_date_range_is_all_its_days_and_an_empty_one_is_said_to_be_so(network, byn):
    # vandring began in 2019, rad in 2021.
    assert network("--measure", "components", "--at", "2015/2021", graph=byn).rows[0]["value"] == "2.0"
    done = network("--measure", "density_two_mode", "--at", "2015/2018", graph=byn)
    assert done.rows[0]["value"] == ""
    assert done.rows[0]["reason"]
    assert done.err.startswith("Inga deltaganden är valda")


def test_two_dates_give_what_changed_as_sure_as_it_is(network, byn):
    # In vandring, from 2019, Byns kommun and Polisen have no dates of their own: they came then or later.
    done = network("--from", 2018, "--to", "2020", graph=byn)
    row = done.rows[0]
    assert (row["kind"], row["from"], row["to"]) == ("actor", "2018", "2020")
    assert (row["at_from_high"], row["entered_low"], row["entered_high"]) == ("0", "0", "2")
    assert done.err.startswith("Inget räknas som avslutat bara för att källorna tiger")
    rows = network("--table", "change", "--from", 2018, "--to", "2020", graph=byn).rows
    assert {(row["kind"], row["change"], row["sureness"]) for row in rows} == {
        (kind, "entered", "possibly") for kind in ("actor", "initiative", "participation", "tie")
    }


def test_another_graph_or_another_date_stands_beside(network, byn, one_actor):
    done = network("--beside", one_actor, "--measure", "components", "--samples", 5, graph=byn)
    (row,) = done.rows
    assert (row["value_a"], row["value_b"], row["samples"]) == ("2.0", "1.0", "5")
    assert done.err.startswith("a: Byn (aktörer: 3, initiativ: 2")
    done = network("--at", 2020, "--beside-at", 2022, "--samples", 3, graph=byn, lang=("--lang", "en"))
    assert "a: Byn 2020 (actors: 2" in done.err
    assert "b: Byn 2022 (actors: 3" in done.err
    assert "are in both, since no date rules them out" in done.err
    assert [row["measure"] for row in done.rows] == [
        name for name, one in MEASURES.items() if one.level == "whole"
    ]
    assert (
        network("--beside-at", 2020, "--measure", "components", "--null", "bicm", graph=byn).rows[0]["null"]
        == "bicm"
    )


def test_layers_are_compared_and_the_seed_is_told(network, byn):
    rows = network("--table", "layers", "--seed", 8, graph=byn).rows
    assert len(rows) == 10
    assert {row["seed"] for row in rows} == {"8"}
    assert all(row["correlation"] or row["reason"] for row in rows)


@pytest.mark.parametrize("project", ["one_actor", "nobody"])
def test_one_actor_or_nobody_gives_values_or_reasons(network, project, request):
    graph = request.getfixturevalue(project)
    assert all(row["value"] or row["reason"] for row in network("--whole", graph=graph).rows)
    for side in ("actors", "initiatives"):
        rows = network("--measure", "betweenness", "--of", side, graph=graph).rows
        assert all(row["value"] or row["reason"] for row in rows)
    for table in TABLES:
        samples = ("--samples", 3) if "samples" in TABLES[table].takes else ()
        dates = ("--from", 2018, "--to", 2020) if "start" in TABLES[table].takes else ()
        assert network("--table", table, *samples, *dates, graph=graph).code == 0
    assert all(
        row["value_a"] or row["reason"]
        for row in network("--beside-at", 2020, "--samples", 2, graph=graph).rows
    )


def test_a_measure_is_explained_in_words_or_as_data(network, byn):
    text = network("--explain", "betweenness", graph=byn, lang=("--lang", "sv")).out
    assert MEASURES["betweenness"].definition["sv"] in text
    assert "https://doi.org/10.1016/S0378-8733(96)00301-2" in text
    row = json.loads(network("--explain", "betweenness", "--format", "json", graph=byn).out)[0]
    assert row["caveats"] == MEASURES["betweenness"].caveats["en"]
    assert network("--explain", "betweenness", "--format", "csv", graph=byn).rows[0]["level"] == "node"


def test_words_about_measures_need_no_graph(network, tmp_path):
    for words in (("--list",), ("--explain", "degree"), ("--bibtex",)):
        assert network(*words, graph=tmp_path / "none").code == 0


def test_works_come_as_bibtex_of_one_measure_or_of_all(network, byn, tmp_path):
    one = network("--measure", "betweenness", "--bibtex", graph=byn).out
    assert one == network("--explain", "betweenness", "--bibtex", graph=byn).out
    assert "@article{borgatti1997," in one
    table = network("--table", "layers-regression", "--bibtex", graph=byn).out
    assert "@article{dekker2007," in table
    everything = network("--bibtex", graph=byn).out
    assert all(
        key in everything for key in ("{dekker2007,", "{snijders2010,", "{provan2007,", "{anderson1999,")
    )
    assert len(everything) > len(one)
    assert network("--bibtex", "-o", tmp_path / "works.bib", graph=byn).out == ""
    assert (tmp_path / "works.bib").read_text() == everything


def test_the_list_keeps_its_columns(network, byn):
    rows = network("--list", graph=byn).rows
    assert list(rows[0])[:7] == ["measure", "level", "definition", "unit", "normalisation", "citation", "doi"]
    assert [row["measure"] for row in rows] == list(MEASURES)


def test_results_are_written_in_the_format_of_the_files_name(network, byn, tmp_path):
    shown = network("--measure", "degree", graph=byn).out
    done = network("--measure", "degree", "-o", tmp_path / "degree.csv", graph=byn)
    assert (done.out, done.err) == ("", f"{tmp_path / 'degree.csv'}\n")
    assert (tmp_path / "degree.csv").read_text() == shown
    assert network("--measure", "degree", "-o", tmp_path / "degree.json", graph=byn).code == 0
    assert json.loads((tmp_path / "degree.json").read_text())[0]["measure"] == "degree"


def test_a_workbook_says_what_its_results_were_made_of(network, byn, tmp_path):
    file = tmp_path / "degree.xlsx"
    assert network("--measure", "degree", "--seed", 4, "--at", "2020", "-o", file, graph=byn).code == 0
    book = fastexcel.read_excel(file)
    assert book.sheet_names == ["results", "about"]
    assert book.load_sheet("results").to_polars()["measure"].to_list() == ["degree", "degree"]
    told = dict(book.load_sheet("about").to_polars().iter_rows())
    assert (told["results"], told["graph"], told["seed"], told["at"]) == ("degree", "Byn", "4", "2020")
    assert told["work 1"].endswith("10.1016/S0378-8733(96)00301-2")
    assert {"version of python", "version of samverkansgraf", "version of networkx"} <= set(told)
    table = tmp_path / "layers.xlsx"
    assert network("--table", "layers", "-o", table, graph=byn).code == 0
    told = dict(fastexcel.read_excel(table).load_sheet("about").to_polars().iter_rows())
    assert told["work 1"].endswith("10.1016/0378-8733(87)90012-8")
    beside = tmp_path / "beside.xlsx"
    assert network("--beside-at", "2020", "--samples", 2, "-o", beside, graph=byn).code == 0
    told = dict(fastexcel.read_excel(beside).load_sheet("about").to_polars().iter_rows())
    assert (told["a"], told["b"], told["beside_at"]) == ("Byn", "Byn 2020", "2020")
    again = tmp_path / "again.xlsx"
    network("--measure", "degree", "--seed", 4, "--at", "2020", "-o", again, graph=byn)
    assert again.read_bytes() == file.read_bytes()


def test_on_a_terminal_the_ends_of_a_range_share_a_column(network, byn):
    shown = network("--measure", "degree", "--format", "table", graph=byn).out
    assert "0.5 … 1" in shown
    assert "most_moved_by" not in shown
    shown = network("--from", 2018, "--to", 2020, "--format", "table", graph=byn).out
    assert "0 … 2" in shown
    assert "jaccard_low" not in shown
    shown = network("--table", "change", "--from", 2018, "--to", 2020, "--format", "table", graph=byn).out
    assert "Polisen" in shown
    assert "http" not in shown
    for table in ("layers", "layers-regression"):
        assert "p_less" not in network("--table", table, "--format", "table", graph=byn).out
    shown = network("--beside-at", 2020, "--samples", 2, "--format", "table", graph=byn).out
    assert "difference" not in shown


@pytest.fixture(scope="module")
def store(byn, tmp_path_factory):
    """Return a built store of the village."""
    folder = tmp_path_factory.mktemp("store") / "s"
    write_store(build(byn), folder)
    return folder


def test_results_are_written_as_rdf_by_the_files_name_or_printed(network, byn, tmp_path):
    file = tmp_path / "degree.ttl"
    assert network("--measure", "degree", "-o", file, "--no-uncertainty", graph=byn).code == 0
    assert (
        file.read_text()
        == network("--measure", "degree", "--format", "ttl", "--no-uncertainty", graph=byn).out
    )
    assert len(Graph().parse(file).query("SELECT ?r WHERE { ?r a qb:Observation }")) == 3
    for form, args in {
        "nt": ("--whole", "--no-uncertainty"),
        "jsonld": ("--pairs",),
        "trig": ("--pairs", "--null", "bicm"),
    }.items():
        assert "Observation" in network(*args, "--format", form, graph=byn).out


def test_stored_results_are_asked_for_with_sector_and_district(network, store, capfd):
    done = network("--measure", "degree", "--store", graph=store)
    assert (done.out, done.err) == ("", f"Resultaten finns nu i {store}, i grafen graph/results.\n")
    assert network("--whole", "--no-uncertainty", "--store", graph=store).code == 0
    shown = network("--pairs", "--store", "--format", "csv", graph=store)
    assert [row["actor_a"] for row in shown.rows] == ["Byns kommun"]
    with pytest.raises(SystemExit):
        main(["-g", str(store), "ask", "central-where", "--measure", "degree", "--format", "csv"])
    rows = list(csv.DictReader(io.StringIO(capfd.readouterr().out)))
    assert [(row["actor"], row["value"], row["sector"], row["district"]) for row in rows] == [
        ("Byns kommun", "0.5", "kommun", "Norr"),
        ("Byskolan", "0.5", "kommun", ""),
        ("Polisen", "0.5", "polis", "Norr"),
    ]


def test_every_table_is_kept_in_a_store_and_asked_for(network, store, capfd):
    of_two = ("--from", "2019", "--to", "2022")
    for args in (
        ("--table", "communities"),
        ("--table", "change", *of_two),
        ("--table", "mixing", "--by", "district", "--samples", "2"),
        ("--beside-at", "2019", "--measure", "nodf", "--samples", "2"),
    ):
        done = network(*args, "--store", graph=store)
        assert (done.code, done.out) == (0, ""), done.err
    query = (
        "SELECT DISTINCT ?table ?name ?value WHERE { ?r qb:dataSet ?set . ?set dct:title ?table ; "
        "prov:wasGeneratedBy/sg:parameter ?p . ?p schema:name ?name ; schema:value ?value FILTER(LANG(?table) = 'en') }"
    )
    with pytest.raises(SystemExit):
        main(["-g", str(store), "query", query])
    told = {tuple(row.values()) for row in csv.DictReader(io.StringIO(capfd.readouterr().out))}
    assert {
        ("communities (numbers)", "seed", "1"),
        ("change (words)", "from", "2019"),
        ("change (words)", "to", "2022"),
        ("mixing (numbers)", "by", "district"),
        ("beside (numbers)", "measure", "nodf"),
        ("beside (numbers)", "b", "Byn 2019"),
    } <= told


def test_a_table_is_written_as_rdf_by_the_files_name(network, byn, tmp_path):
    file = tmp_path / "core.ttl"
    assert network("--table", "core", "-o", file, graph=byn).code == 0
    asked = "SELECT ?v WHERE { ?r sg:ofMeasure/skos:notation 'core.core' ; sg:value ?v }"
    values = [float(row.v) for row in Graph().parse(file).query(asked)]
    rows = network("--table", "core", "--format", "csv", graph=byn).rows
    assert sorted(values) == sorted(float(row["core"] == "true") for row in rows)


def test_where_nothing_is_stored_the_question_says_how_to_store_it(byn, capfd):
    with pytest.raises(SystemExit) as stop:
        main(
            ["--lang", "en", "-g", str(byn), "ask", "central-where", "--measure", "degree", "--format", "csv"]
        )
    said = capfd.readouterr()
    assert (stop.value.code, said.out.count("\n")) == (0, 1)
    assert said.err.startswith("No stored results of that measure; make a store with build")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (
            ("--measure", "degree", "--store"),
            "is no built store, so nothing would keep the results; make one with",
        ),
        (("--cutpoints", "--store"), "is no built store, so nothing would keep the results; make one with"),
        (("--list", "--format", "ttl"), "--format ttl is for tables with a row for each thing"),
        (("--list", "-o", "x.ttl"), "end the name in .csv, .json or .xlsx"),
        (("--list", "--store"), "leave out --list, --explain and --bibtex"),
    ],
)
def test_what_cannot_be_stored_or_written_as_rdf_is_refused_with_a_remedy(
    network, byn, args, words, tmp_path
):
    with contextlib.chdir(tmp_path):
        done = network(*args, graph=byn)
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines()[-1].startswith("Error: ")
    assert words in done.err

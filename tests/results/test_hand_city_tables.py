"""Tables of a town worked by hand as RDF: each value an observation of its cell, with what the cell rests on."""

from __future__ import annotations

from datetime import date

import polars as pl
import pyoxigraph as ox
import pytest
from tests.hand_city import adalen
from tests.results.test_observations import COUNT, CUBE_FAULTS

from samverkansgraf.city import open_city
from samverkansgraf.coverage import with_older
from samverkansgraf.measures.fragility import removal_curve
from samverkansgraf.results.cells import DIMENSION_TERMS
from samverkansgraf.simulation import agreements_ending, what_hangs_on_each
from samverkansgraf.ties import Selection
from samverkansgraf.vocabulary import PREFIXES, sg

AT, DAY = "2024", date(2024, 6, 1)
BASE = "https://example.org/adalen/"
CHOICES = {
    "gaps": {"need": "Trångboddhet"},
    "expected": {"need": "Trångboddhet"},
    "older-than": {"years": "5", "as of": "2024-06-01"},
}
#: Tables of cells -> the terms of what their rows are of.
OF_CELLS = {
    "gaps": ("ofDistrict",),
    "expected": ("ofDistrict",),
    "older-than": ("ofDistrict", "ofTheme"),
    "dependence": ("ofDistrict", "ofTheme"),
    "overlaps": ("ofDistrict", "ofTheme", "ofTargetGroup"),
    "simulate-cells": ("ofDistrict", "ofTheme"),
    "simulate-districts": ("ofDistrict",),
    "simulate-themes": ("ofTheme",),
}
OF_WHAT_IFS = (
    "simulate-initiatives", "simulate-cells", "simulate-districts", "simulate-themes", "simulate-actors",
    "simulate-agreements", "simulate-network", "simulate-each", "simulate-curve", "simulate-ending",
)  # fmt: skip


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    return open_city(adalen(tmp_path_factory.mktemp("town")))


@pytest.fixture(scope="module")
def tables(town):
    older = with_older(town.coverage(at=AT), years=5, as_of=DAY)
    what_if = town.simulate("Föreningen", at=DAY)
    network = town.network(Selection(at=DAY.isoformat()))
    return {
        "gaps": town.need(["Trångboddhet"], at=AT).drop("place"),
        "expected": town.expected(["Trångboddhet"], at=AT).drop("place"),
        "older-than": older.filter(pl.col("older").is_in(["yes", "perhaps", "undated"])),
        "dependence": town.dependence(at=AT),
        "overlaps": town.overlaps(at=AT),
        "simulate-initiatives": what_if.initiatives,
        "simulate-cells": what_if.cells,
        "simulate-districts": what_if.dimensions["district"],
        "simulate-themes": what_if.dimensions["theme"],
        "simulate-actors": what_if.actors,
        "simulate-agreements": what_if.agreements,
        "simulate-network": what_if.network,
        "simulate-each": what_hangs_on_each(town.frames, town.settings.bounds, "actors", at=DAY),
        "simulate-curve": removal_curve(network, "degree"),
        "simulate-ending": agreements_ending(town.frames, at=DAY, months=24),
    }


def how(table):
    supposed = {"without": "Föreningen"} if table in OF_WHAT_IFS[:7] else None
    return {
        "table": table,
        "at": DAY if table in OF_WHAT_IFS else AT,
        "choices": CHOICES.get(table, supposed),
    }


@pytest.fixture(scope="module")
def stored(tables, tmp_path_factory):
    city = open_city(adalen(tmp_path_factory.mktemp("stored")))
    for name, table in tables.items():
        city.remember(table, **how(name))
    for by in (("district",), ("theme",), ("district", "theme"), ("district", "theme", "target_group")):
        city.remember(city.coverage(by, at=AT), at=AT)
    return city


def said(city, table, *of):
    """Return what a table says of a row: column -> value, words after numbers; ``of`` are parts of a pattern."""
    prefix = f"{table}."
    rows = city.query(
        "SELECT ?name ?number ?text WHERE { ?r sg:ofMeasure/skos:notation ?name "
        + "".join(f"; {one} " for one in of)
        + f"OPTIONAL {{ ?r sg:value ?number }} OPTIONAL {{ ?r sg:textValue ?text }} FILTER(STRSTARTS(?name, '{prefix}')) }}"
    )
    found = {}
    for name, number, text in rows.iter_rows():
        value = text if number is None else float(number)
        found.setdefault(name.removeprefix(prefix), []).append(value)
    return {name: several[0] if len(several) == 1 else sorted(several) for name, several in found.items()}


def place(name):
    return f"sg:ofDistrict <{BASE}place/{name}>"


def theme(name):
    return f"sg:ofTheme <{BASE}theme/{name}>"


def test_gaps_are_of_their_districts_with_need_and_bounds(stored):
    # The position by need times the share of the two cells that is not covered; what was searched stays a gap at the least.
    worked = {"norr": (4, 0.125, 0, 0.0625), "soder": (3, 0.375, 0, 0.1875),
              "oster": (2, 0.625, 0.3125, 0.625), "vaster": (1, 0.875, 0, 0.875)}  # fmt: skip
    for name, (rank, need, low, high) in worked.items():
        found = said(stored, "gaps", place(name))
        assert (found["rank"], found["need"], found["gap_low"], found["gap"]) == (rank, need, low, high)
        assert found["figures"] == f"Trångboddhet 2023: {round(need * 40 + 5)}"


def test_too_few_districts_to_expect_anything_have_what_is_observed_and_the_reason(stored):
    for name, observed in {"norr": 2, "soder": 1, "oster": 0, "vaster": 0}.items():
        found = said(stored, "expected", place(name))
        assert (found["observed"], found["population"]) == (observed, 1000)
        assert found["expected"] is None
    why = stored.query(
        "SELECT DISTINCT ?why WHERE { ?r sg:ofMeasure measure:expected.expected ; sg:reason ?why FILTER NOT EXISTS { ?r sg:value ?v } }"
    )
    assert why["why"].to_list() == [
        "4 områden har både folkmängd och värden; med färre än 15 säger modellen ingenting"
    ]


def test_only_the_cell_of_the_old_report_is_older_than_five_years(stored):
    cells = stored.query(
        "SELECT DISTINCT ?d ?t WHERE { ?r sg:ofMeasure measure:older-than.older ; sg:ofDistrict ?d ; sg:ofTheme ?t }"
    )
    assert cells.rows() == [(f"{BASE}place/norr", f"{BASE}theme/lek")]
    found = said(stored, "older-than", place("norr"), theme("lek"))
    assert (found["older"], found["last_seen"], found["initiatives"]) == ("yes", "2015", 2)


def test_what_a_cell_rests_on_alone_is_a_thing_and_a_kind(stored):
    rows = stored.query(
        "SELECT ?d ?kind ?thing ?n WHERE { ?r sg:ofMeasure measure:dependence.initiatives ; sg:ofDistrict ?d ; "
        "sg:ofCategory ?kind ; sg:ofThing ?thing ; sg:value ?n } ORDER BY ?d ?kind"
    )
    assert [tuple(value.removeprefix(BASE) for value in row) for row in rows.iter_rows()] == [
        ("place/norr", "rests_on=source", "source/rapporten", "2"),
        ("place/soder", "rests_on=actor", "actor/foreningen", "1"),
        ("place/soder", "rests_on=funder", "actor/kommunen", "1"),
        ("place/soder", "rests_on=initiative", "initiative/vandringen", "1"),
        ("place/soder", "rests_on=source", "source/nyheten", "1"),
    ]


def test_two_that_overlap_are_two_nodes_of_a_cell_with_target_group(stored):
    found = said(
        stored, "overlaps", place("norr"), theme("lek"), f"sg:ofTargetGroup <{BASE}actor/unga>",
        f"sg:ofNode <{BASE}initiative/garden>", f"sg:otherNode <{BASE}initiative/lekplatsen>",
    )  # fmt: skip
    assert (found["actors_a"], found["actors_b"]) == (1, 1)
    assert found["question"].startswith("Vet Ungdomsgården och Lekplatsen om varandra?")


def test_without_the_association_its_initiatives_have_nobody_and_a_cell_is_uncovered(stored):
    playground = said(stored, "simulate-initiatives", f"sg:ofNode <{BASE}initiative/lekplatsen>")
    assert (playground["actors_before"], playground["actors_after"]) == (1, 0)
    assert playground["effects"] == ["no_actor", "no_lead"]
    walk = said(stored, "simulate-cells", place("soder"), theme("trygghet"))
    assert (walk["value_before"], walk["value_after"]) == ("covered", "not_searched")
    assert (walk["initiatives_before"], walk["initiatives_after"]) == (1, 0)
    play = said(stored, "simulate-cells", place("norr"), theme("lek"))
    assert (play["value_before"], play["value_after"]) == ("covered", "covered")
    assert (play["actors_before"], play["actors_after"]) == (2, 1)
    assert said(stored, "simulate-districts", place("soder"))["value_after"] == "not_searched"
    assert said(stored, "simulate-themes", theme("lek"))["initiatives_after"] == 1


def test_who_leaves_what_agreement_is_thinner_and_what_the_network_loses(stored):
    leaves = said(stored, "simulate-actors", f"sg:ofNode <{BASE}actor/foreningen>")
    assert (leaves["initiatives_before"], leaves["effect"]) == (2, "leaves")
    assert (
        "initiatives_after" not in leaves
    )  # who is not there takes part in no number of initiatives, not in none
    agreement = said(stored, "simulate-agreements", f"sg:ofThing <{BASE}agreement/avtalet>")
    assert (agreement["parties_before"], agreement["parties_after"]) == (2, 1)
    assert said(stored, "simulate-network", 'sg:ofCategory "measure=actors"') == {"before": 2, "after": 1}


def test_what_hangs_on_each_the_curve_and_what_ends_are_kept_by_what_they_are_of(stored):
    each = said(stored, "simulate-each", f"sg:ofThing <{BASE}actor/foreningen>")
    assert (each["initiatives"], each["no_actor"], each["cells_uncovered"]) == (2, 2, 1)
    whole = said(stored, "simulate-curve", 'sg:ofCategory "order=degree; removed=0"')
    assert (whole["removed_share"], whole["initiatives_share"]) == (0, 1)
    first = said(stored, "simulate-curve", f"sg:ofNode <{BASE}actor/foreningen>")
    assert first["initiatives_share"] == pytest.approx(1 / 3)
    ends = said(stored, "simulate-ending", f"sg:ofThing <{BASE}agreement/avtalet>")
    assert (ends["ends"], ends["within"]) == ("2025-06", "surely")
    assert ends["parties"] == ["Föreningen", "Ådalens kommun"]


@pytest.mark.parametrize("table", OF_CELLS)
def test_rows_join_with_the_cells_of_coverage_by_their_terms_and_rest_on_the_same(stored, tables, table):
    terms = OF_CELLS[table]
    within = {"gaps": ("ofTheme",)}.get(table, ())
    others = [term for term in DIMENSION_TERMS.values() if term not in (*terms, *within)]
    same = " ; ".join(f"sg:{term} ?{term}" for term in terms)
    of_cell = (
        "?cell sg:cellValue ?v "
        + "".join(f"FILTER EXISTS {{ ?cell sg:{term} ?{term}_ }} " for term in within)
        + "".join(f"FILTER NOT EXISTS {{ ?cell sg:{term} ?{term}_ }} " for term in others)
    )
    names = " ".join(f"?{term}" for term in terms)
    rows = stored.query(
        f"SELECT DISTINCT {names} ?thing WHERE {{ ?r sg:ofMeasure/skos:notation ?name ; {same} "
        f"FILTER(STRSTARTS(?name, '{table}.')) OPTIONAL {{ ?r prov:wasDerivedFrom ?thing }} }}"
    )
    cells = stored.query(
        f"SELECT DISTINCT {names} ?thing WHERE {{ {of_cell} ?cell {same} OPTIONAL {{ ?cell prov:wasDerivedFrom ?thing }} }}"
    )
    by = [name for name, term in DIMENSION_TERMS.items() if term in terms]
    shown = rows.select(terms).unique()
    assert shown.height == tables[table].select(by).n_unique()
    behind = cells.join(shown, on=terms, how="semi")
    assert behind.select(terms).n_unique() == shown.height
    assert set(rows.drop_nulls("thing").iter_rows()) == set(behind.drop_nulls("thing").iter_rows())
    assert rows["thing"].drop_nulls().len()


def test_what_was_searched_rests_on_the_search(stored):
    rows = stored.query(
        f"SELECT DISTINCT ?of WHERE {{ ?r sg:ofMeasure measure:gaps.gap ; {place('oster')} ; prov:wasDerivedFrom/a ?of }}"
    )
    assert rows["of"].to_list() == [sg("Search")]


@pytest.mark.parametrize("table", [*OF_CELLS, *(name for name in OF_WHAT_IFS if name not in OF_CELLS)])
def test_the_same_table_gives_the_same_bytes_without_blank_nodes_and_loads_anywhere(town, tables, table):
    once, again = (town.results_as_rdf(tables[table], form="turtle", **how(table)) for _ in range(2))
    assert once == again
    store = ox.Store()
    store.load(once, format=ox.RdfFormat.TURTLE)
    assert not any(isinstance(quad.subject, ox.BlankNode) for quad in store)
    observations = f"SELECT (COUNT(?r) AS ?n) WHERE {{ ?r a <{PREFIXES['qb']}Observation> }}"
    (row,) = store.query(observations)
    assert int(row["n"].value) > 0


@pytest.mark.parametrize("fault", CUBE_FAULTS)
def test_the_cube_is_well_formed(stored, fault):
    assert stored.query(f"ASK {{ {CUBE_FAULTS[fault]} }}")["answer"].to_list() == ["false"]


def test_another_supposition_is_another_set_and_the_same_one_replaces_itself(tmp_path):
    city = open_city(adalen(tmp_path / "again"))
    pattern = "?r sg:ofMeasure measure:simulate-cells.value_after"
    for supposed, sets in (("Föreningen", 1), ("Föreningen", 1), ("Klubben", 2)):
        cells = city.simulate(supposed, at=DAY).cells
        city.remember(cells, table="simulate-cells", at=DAY, choices={"without": supposed})
        found = city.query(f"SELECT DISTINCT ?set WHERE {{ {pattern} ; qb:dataSet ?set }}")
        assert found.height == sets
    assert (
        int(city.query(COUNT % pattern)["n"][0]) == 3
    )  # two cells change without the one, one without the other

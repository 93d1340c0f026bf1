"""Tables of coverage, of a plan and of a what-if as RDF: every value, by the IRIs of what it is of."""

from __future__ import annotations

from dataclasses import replace

import polars as pl
import pytest
from tests.results.test_observations import AT, COUNT, CUBE_FAULTS

from samverkansgraf.city import open_city
from samverkansgraf.coverage import equity
from samverkansgraf.errors import UsageError
from samverkansgraf.resources import bundled_project
from samverkansgraf.results.cells import DIMENSION_TERMS
from samverkansgraf.results.keys import CELL_KEYS
from samverkansgraf.results.terms import with_terms

PERIODS = ("2012/2014", "2015/2017", "2018/2022")
TOLD = {
    "plan-picks": {"budget": "3"}, "plan-groups": {"budget": "3"}, "plan-searches": {"budget": "5"},
    "older-than": {"years": "5", "as of": AT},
}  # fmt: skip


@pytest.fixture(scope="module")
def vasteras():
    return open_city(bundled_project())


@pytest.fixture(scope="module")
def tables(vasteras):
    how = {"at": AT, "language": "sv"}
    spread = vasteras.spread(at=AT)
    what_if = vasteras.simulate("Bostads AB Mimer", language="sv")
    plan = vasteras.plan(3, **how)
    return {
        "dependence": vasteras.dependence(**how),
        "overlaps": vasteras.overlaps(**how),
        "equity": equity(spread, samples=9, seed=1, language="sv"),
        "lorenz": spread.lorenz(),
        "coding": vasteras.theme_basis(**how),
        "plan-picks": plan.picks,
        "plan-groups": plan.groups,
        "plan-searches": vasteras.next_searches(**how).searches,
        "simulate-initiatives": what_if.initiatives,
        "simulate-cells": what_if.cells,
        "simulate-districts": what_if.dimensions["district"],
        "simulate-actors": what_if.actors,
        "simulate-agreements": what_if.agreements,
        "simulate-network": what_if.network,
    }


@pytest.fixture(scope="module")
def stored(tables):
    city = open_city(bundled_project())
    for name, table in tables.items():
        city.remember(table, table=name, at=AT, language="sv", choices=TOLD.get(name))
    for by in (("district", "theme", "period"), ("theme", "target_group")):
        periods = PERIODS if "period" in by else ()
        at = None if periods else AT
        city.remember(city.coverage(by, at=at, periods=periods), at=at, language="sv")
    return city


def number(city, pattern):
    return int(city.query(COUNT % pattern)["n"][0])


def test_every_table_names_what_the_vocabulary_has():
    assert {term for keys in CELL_KEYS.values() for term in keys.nodes.values()} <= {
        "ofNode", "otherNode", "ofThing", "firstActor", "secondActor",
    }  # fmt: skip


@pytest.mark.parametrize(
    "table", ["dependence", "coding", "plan-picks", "plan-searches", "lorenz", "equity", "simulate-cells"]
)
def test_numbers_are_those_of_the_table_and_no_others(stored, tables, table):
    frame, keys = tables[table], CELL_KEYS[table]
    left_out = {*DIMENSION_TERMS, *keys.nodes, *keys.categories, *keys.told, "seed", "samples", "draws"}
    columns = [
        name
        for name, kind in frame.schema.items()
        if (kind.is_numeric() or kind == pl.Boolean) and name not in left_out
    ]
    rows = stored.query(
        "SELECT ?what ?value WHERE { ?r sg:ofMeasure/skos:notation ?what ; sg:value ?value "
        f"FILTER(STRSTARTS(?what, '{table}.')) }}"
    )
    found = sorted((what, float(value)) for what, value in rows.iter_rows())
    expected = sorted(
        (f"{table}.{name}", float(value))
        for name in columns
        for value in frame[name].cast(pl.Float64).fill_nan(None).drop_nulls()
    )
    assert found == expected
    assert expected or table == "coding"


def test_what_a_cell_rests_on_joins_with_the_cell_by_iri(stored, tables):
    rows = stored.query(
        "SELECT DISTINCT ?district ?theme ?name WHERE { ?r sg:ofMeasure measure:dependence.initiatives ; sg:ofThing ?a ; "
        "sg:ofDistrict/skos:prefLabel ?district ; sg:ofTheme/skos:prefLabel ?theme ; sg:ofCategory 'rests_on=actor' . "
        "?a skos:prefLabel ?name FILTER(LANG(?theme) = 'sv') }"
    )
    alone = tables["dependence"].filter(pl.col("rests_on") == "actor")
    assert set(rows.iter_rows()) == set(alone.select("district", "theme", "name").iter_rows())


def test_a_search_of_all_districts_is_of_none(stored, tables):
    everywhere = tables["plan-searches"].filter(pl.col("district") == "*")
    assert everywhere.height
    pattern = (
        "?r sg:ofMeasure measure:plan-searches.adds ; sg:ofTheme ?t FILTER NOT EXISTS { ?r sg:ofDistrict ?d }"
    )
    assert number(stored, pattern) == everywhere.filter(pl.col("theme") != "*").height


def test_cells_of_periods_and_target_groups_have_value_and_dimensions(stored):
    table = stored.coverage(("district", "theme", "period"), periods=PERIODS)
    rows = stored.query(
        "SELECT ?d ?t ?p ?v ?n WHERE { ?r sg:ofDistrict/skos:prefLabel ?d ; sg:ofTheme/skos:prefLabel ?t ; sg:ofPeriod ?p ; "
        "sg:cellValue/skos:notation ?v ; sg:initiativeCount ?n FILTER(LANG(?t) = 'sv') }"
    )
    told = {(d, t, p, v, int(n)) for d, t, p, v, n in rows.iter_rows()}
    assert told == set(table.select("district", "theme", "period", "value", "initiatives").iter_rows())
    groups = stored.coverage(("theme", "target_group"), at=AT)
    assert number(stored, "?r sg:ofTargetGroup/skos:prefLabel ?g ; sg:cellValue ?v") == groups.height


def test_a_cell_rests_on_as_many_initiatives_as_it_counts(stored):
    rows = stored.query(
        "SELECT ?r ?n (COUNT(?i) AS ?named) WHERE { ?r sg:initiativeCount ?n OPTIONAL { ?r sg:restsOn ?i . ?i a sg:Initiative } } "
        "GROUP BY ?r ?n"
    )
    assert rows["n"].to_list() == rows["named"].to_list()
    assert rows["n"].cast(int).sum()


def test_cells_of_a_division_are_those_of_its_places():
    city = open_city(bundled_project())
    kind = city.frames.places.filter(pl.col("place").is_in(city.settings.bounds.districts))[
        "kind"
    ].drop_nulls()
    division = kind[0]
    cells = city.coverage(at=AT, division=division)
    city.remember(cells, at=AT, division=division)
    assert number(city, "?r sg:cellValue ?v") == cells.height > 0
    told = "?p schema:name 'division' ; schema:value ?kind"
    assert city.query(f"SELECT ?kind WHERE {{ {told} }}")["kind"].to_list() == [division]


@pytest.mark.parametrize("fault", CUBE_FAULTS)
def test_the_cube_is_well_formed(stored, fault):
    assert stored.query(f"ASK {{ {CUBE_FAULTS[fault]} }}")["answer"].to_list() == ["false"]


def test_labels_that_say_too_little_are_refused(vasteras):
    bounds = vasteras.settings.bounds
    with pytest.raises(UsageError, match="district: 'Atlantis' is not in bounds"):
        with_terms(pl.DataFrame({"district": ["Atlantis"]}), vasteras.frames, bounds, language="sv")
    places = vasteras.frames.places.with_columns(label=pl.lit("Norr"))
    frames = replace(vasteras.frames, places=places)
    with pytest.raises(UsageError, match="district: two are called 'Norr'"):
        with_terms(pl.DataFrame({"district": ["Norr"]}), frames, bounds, language="sv")

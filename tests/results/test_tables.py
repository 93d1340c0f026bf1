"""Tables of the network as RDF, in long form: every value of every row, of what the row is of."""

from __future__ import annotations

import polars as pl
import pyshacl
import pytest
from rdflib import Graph
from tests.results.test_observations import AT, COUNT, CUBE_FAULTS
from tests.tables.project_files import FILES, written

from samverkansgraf.city import open_city
from samverkansgraf.cli.network_tables import TABLES, table_of
from samverkansgraf.errors import UsageError
from samverkansgraf.measures.comparison import side_by_side
from samverkansgraf.resources import bundled_project, ontology_file
from samverkansgraf.results.keys import NETWORK_KEYS as TABLE_KEYS
from samverkansgraf.results.observations import PARAMETER_COLUMNS
from samverkansgraf.results.tables import FROM_GRAPH, table_sets
from samverkansgraf.ties import DEFAULT_SELECTION

#: Tables that have a form of their own in RDF, with terms of their own.
OF_THEIR_OWN = {"pairs": "sg:shared and sg:newman"}
DATES = {"from": "2019", "to": "2022"}
TOLD = {"change": DATES, "change-summary": DATES, "beside": {"a": "Västerås", "b": "Västerås 2020"}}
ASKED = {"null": None, "by": None, "samples": 4, "seed": 1, "start": "2019", "end": "2022", "language": "en"}
BESIDE = ("nodf", "density_two_mode")


def shown(city, table, **options):
    if table == "beside":
        return side_by_side(city.network(), city.network(), BESIDE, samples=4)
    bounds = city.settings.bounds
    asked = ASKED | {"studied": (bounds.start, bounds.end)} | options
    return table_of(table, city.network(), city.frames, DEFAULT_SELECTION, asked)


@pytest.fixture(scope="module")
def vasteras():
    return open_city(bundled_project())


@pytest.fixture(scope="module")
def tables(vasteras):
    return {name: shown(vasteras, name) for name in TABLE_KEYS}


@pytest.fixture(scope="module")
def stored(tables):
    """Return the bundled city with every table stored."""
    city = open_city(bundled_project())
    for name, table in tables.items():
        city.remember(table, table=name, choices=TOLD.get(name))
    return city


@pytest.fixture
def byn(tmp_path):
    return open_city(written(tmp_path / "byn"))


def number(city, pattern):
    return int(city.query(COUNT % pattern)["n"][0])


def test_every_table_of_the_network_has_a_form_in_rdf():
    assert {*TABLES, "beside"} == {*TABLE_KEYS, *OF_THEIR_OWN}


def told_by(row, name, table):
    """Return what a row is of, as an observation says it."""
    keys = TABLE_KEYS[table]
    ends = tuple(row[one] for one in keys.nodes if row[one] is not None)
    texts = "; ".join(f"{one}={'' if row[one] is None else row[one]}" for one in keys.categories)
    return (f"{table}.{name}", ends, texts or None)


@pytest.mark.parametrize("table", TABLE_KEYS)
def test_values_are_those_of_the_table_and_no_others(stored, tables, table):
    frame, keys = tables[table], TABLE_KEYS[table]
    if keys.by_label:
        ids = stored.frames.actors.select("label", "actor")
        known = dict(ids.iter_rows())
        frame = frame.with_columns(pl.col("actor_a", "actor_b").replace_strict(known))
    left_out = {*keys.nodes, *keys.categories, *keys.constants, *FROM_GRAPH, *PARAMETER_COLUMNS, "reason"}
    expected = {}
    for row in frame.iter_rows(named=True):
        for name, value in row.items():
            if name in left_out or "label" in name or value is None or value == []:
                continue
            values = value if isinstance(value, list) else [value]
            of = told_by(row, name, table)
            assert of not in expected
            expected[of] = {one if isinstance(one, str) else float(one) for one in values}
    rows = stored.query_terms(
        "SELECT ?what ?x ?y ?a ?b ?in ?value ?text WHERE { ?r sg:ofMeasure/skos:notation ?what "
        "OPTIONAL { ?r sg:ofNode ?x } OPTIONAL { ?r sg:otherNode ?y } OPTIONAL { ?r sg:firstActor ?a } "
        "OPTIONAL { ?r sg:secondActor ?b } OPTIONAL { ?r sg:ofCategory ?in } OPTIONAL { ?r sg:value ?value } "
        f"OPTIONAL {{ ?r sg:textValue ?text }} FILTER(STRSTARTS(?what, '{table}.')) }}"
    )
    found = {}
    for row in rows:
        said = row["value"] or row["text"]
        if said is None:
            continue
        ends = tuple(row[end].value for end in "xyab" if row[end] is not None)
        of = (row["what"].value, ends, row["in"].value if row["in"] else None)
        found.setdefault(of, set()).add(float(said.value) if row["value"] else said.value)
    assert found == expected


def test_what_is_undefined_has_its_reason_and_no_value(stored, tables):
    undefined = tables["chance"].filter(pl.col("z").is_null() & pl.col("reason").is_not_null())
    assert undefined.height
    pattern = "?r sg:ofMeasure measure:chance.z ; sg:reason ?why FILTER NOT EXISTS { ?r sg:value ?v }"
    assert number(stored, pattern) == undefined.height


def test_groups_join_with_sectors(stored, tables):
    rows = stored.query(
        "SELECT ?group ?actor WHERE { ?r sg:ofMeasure measure:communities.group ; sg:ofNode ?a ; sg:value ?group . "
        "?a skos:prefLabel ?actor ; sg:sector sg:PublicHousing }"
    )
    groups = tables["communities"].filter(pl.col("label") == "Bostads AB Mimer")["group"].to_list()
    assert [(float(group), actor) for group, actor in rows.iter_rows()] == [(groups[0], "Bostads AB Mimer")]


def test_a_column_is_a_concept_that_is_called_as_in_the_table(stored):
    rows = stored.query("SELECT ?label WHERE { measure:brokerage.z skos:prefLabel ?label }")
    assert rows["label"].to_list() == ["brokerage: z", "brokerage: z"]  # English and Swedish


def test_choices_and_software_are_told(stored):
    rows = stored.query(
        "SELECT DISTINCT ?name ?value WHERE { ?r sg:ofMeasure measure:change.sureness ; qb:dataSet/prov:wasGeneratedBy ?run . "
        "?run prov:wasAssociatedWith/schema:name 'samverkansgraf' ; sg:parameter ?p . "
        "?p schema:name ?name ; schema:value ?value }"
    )
    assert DATES.items() <= dict(rows.iter_rows()).items()


@pytest.mark.parametrize("fault", CUBE_FAULTS)
def test_the_cube_is_well_formed(stored, fault):
    assert stored.query(f"ASK {{ {CUBE_FAULTS[fault]} }}")["answer"].to_list() == ["false"]


def test_tables_conform_to_the_shapes(byn):
    graph = Graph().parse(data=byn.serialized("turtle"), format="turtle")
    for name in TABLE_KEYS:
        data = byn.results_as_rdf(shown(byn, name), form="turtle", table=name, choices=TOLD.get(name))
        graph.parse(data=data, format="turtle")
    for name in ("samverkansgraf.ttl", "schemes.ttl"):
        graph.parse(ontology_file(name))
    shapes = Graph().parse(ontology_file("shapes.ttl"))
    assert graph.query("ASK { ?x sg:textValue ?y }", initNs=dict(shapes.namespaces())).askAnswer
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes)
    found = report.query(
        "SELECT ?node ?why WHERE { ?r sh:focusNode ?node ; sh:resultMessage ?why "
        "FILTER(REGEX(STR(?node), '/(result|dataset|computation)/|/measure/')) }",
        initNs=dict(shapes.namespaces()),
    )
    assert set(found) == set()


def test_computed_anew_they_replace_and_other_choices_are_other_results(byn):
    sizes = []
    for _ in range(2):
        for name in TABLE_KEYS:
            byn.remember(shown(byn, name), table=name, choices=TOLD.get(name))
        sizes.append(number(byn, "?s ?p ?o"))
    assert sizes[0] == sizes[1]
    one = "?r sg:ofMeasure measure:core.share_of_best"
    before = number(byn, one)
    byn.remember(shown(byn, "core", seed=2), table="core")
    assert number(byn, one) == 2 * before > 0


def test_the_same_tables_give_the_same_bytes(byn):
    for name in ("communities", "governance", "change"):
        made = {
            open_city(byn.graph.folder).results_as_rdf(
                shown(byn, name), form="turtle", table=name, choices=TOLD.get(name)
            )
            for _ in range(2)
        }
        (data,) = made
        assert b"_:" not in data


def test_a_table_without_rows_gives_none(byn):
    empty = shown(byn, "communities").clear()
    assert table_sets(empty, "communities", byn.frames, byn.settings.bounds) == []


def test_tables_of_a_network_without_anybody_are_kept(tmp_path):
    header = FILES["participations.csv"].splitlines()[0]
    city = open_city(written(tmp_path / "none", participations__csv=header + "\n"))
    for name in TABLE_KEYS:
        city.remember(shown(city, name), table=name, choices=TOLD.get(name))
    assert number(city, "?r sg:ofNode ?node ; sg:value ?v") == 0


def test_what_is_not_the_table_is_refused_with_a_remedy(byn):
    core = shown(byn, "core")
    for frame, table, choices, said in (
        (core, "kärna", {}, "no table of that name has a form as RDF; choose tested-pairs"),
        (core, "communities", {}, "communities has a column actor, which these rows lack"),
        (pl.concat([core, core]), "core", {}, "two rows of core are of the same"),
        (shown(byn, "change"), "change", {"to": AT}, "'from' does not stand in the table"),
        (shown(byn, "backbone").clear(), "backbone", {}, "the rows are not those that were computed"),
    ):
        with pytest.raises(UsageError, match=said):
            byn.remember(frame, table=table, choices=choices)

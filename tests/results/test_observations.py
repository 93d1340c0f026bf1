"""Results as RDF say what their tables say: every value, its evidence, its choices and its software."""

from __future__ import annotations

import math

import polars as pl
import pyshacl
import pytest
from rdflib import Dataset, Graph
from tests.tables.project_files import changed, written

from samverkansgraf.city import open_city
from samverkansgraf.coverage import VALUES
from samverkansgraf.errors import UsageError
from samverkansgraf.measures import MEASURES, cutpoints, node_table, software_versions, whole_table
from samverkansgraf.network import pairs
from samverkansgraf.resources import bundled_project, ontology_file
from samverkansgraf.results.cells import CELL_TERMS, DIMENSION_TERMS, FROM_EVIDENCE
from samverkansgraf.results.observations import (
    MEASURE_TERMS,
    PAIR_TERMS,
    PARAMETER_COLUMNS,
    origin,
    result_sets,
)
from samverkansgraf.ties import Selection
from samverkansgraf.vocabulary import sg

AT = "2026-01-01"
HOSTILE = '</script> =cmd|"/C calc"!A1 \\ " > } ; DROP ALL #'
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { %s }"


@pytest.fixture(scope="module")
def vasteras():
    return open_city(bundled_project())


@pytest.fixture(scope="module")
def stored():
    """Return the bundled city with results of every kind stored."""
    city = open_city(bundled_project())
    for table in everything(city):
        city.remember(table, at=AT)
    return city


@pytest.fixture
def byn(tmp_path):
    return open_city(written(tmp_path / "byn"))


def number(city, pattern):
    return int(city.query(COUNT % pattern)["n"][0])


def results_graph(city, *tables, **how):
    data = city.results_as_rdf(*tables, form="turtle", **how)
    return Graph().parse(data=data, format="turtle")


def everything(city):
    return (
        node_table(city.frames, "betweenness", uncertainty=True, draws=20),
        node_table(city.frames, "efficiency"),
        whole_table(city.frames, ["nodf", "diameter", "modularity"], uncertainty=True, draws=5),
        pairs(city.network()),
        city.coverage(at=AT, levels="all"),
    )


def test_values_of_nodes_are_those_of_the_table(vasteras):
    table = node_table(vasteras.frames, "betweenness", uncertainty=True, draws=20)
    vasteras.remember(table)
    terms = {name: term for name, term in MEASURE_TERMS.items() if name in table.columns and name != "reason"}
    wanted = " ".join(f"OPTIONAL {{ ?r sg:{term} ?{name} }}" for name, term in terms.items())
    rows = vasteras.query_terms(
        f"SELECT * WHERE {{ ?r sg:ofMeasure measure:betweenness ; sg:ofNode ?id {wanted} }}"
    )
    found = {row["id"].value: row for row in rows}
    assert len(found) == len(rows) == table.height
    for row in table.iter_rows(named=True):
        for name in terms:
            said = found[row["id"]][name]
            if row[name] is None:
                assert said is None
            elif isinstance(row[name], str):
                assert said.value == row[name]
            else:
                assert float(said.value) == row[name]  # to the last bit


def test_an_undefined_value_is_not_written_and_has_its_reason(byn):
    # Byskolan is alone in Byrådet, so that it has no neighbour to be constrained by.
    table = node_table(byn.frames, "constraint", language="sv")
    undefined = table.filter(pl.col("value").is_null())
    assert undefined.height
    byn.remember(table)
    rows = byn.query_terms(
        "SELECT ?n ?why WHERE { ?r sg:ofMeasure/skos:notation 'constraint' ; sg:ofNode ?n ; sg:reason ?why "
        "FILTER NOT EXISTS { ?r sg:value ?v } }"
    )
    assert {(row["n"].value, row["why"].value, row["why"].language) for row in rows} == {
        (node, why, "sv") for node, why in undefined.select("id", "reason").iter_rows()
    }
    assert number(byn, "?r sg:value ?v FILTER(!(?v = ?v))") == 0  # no NaN


def test_pairs_are_of_nodes_and_have_both_weights(vasteras):
    table = pairs(vasteras.network())
    vasteras.remember(table)
    rows = vasteras.query(
        "SELECT ?a ?b ?shared ?newman WHERE { ?r sg:firstActor/skos:prefLabel ?a ; sg:secondActor/skos:prefLabel ?b ; "
        "sg:shared ?shared ; sg:newman ?newman FILTER NOT EXISTS { ?r sg:pValue ?p } }"
    )
    told = {(a, b, int(shared), float(newman)) for a, b, shared, newman in rows.iter_rows()}
    assert told == set(table.select("actor_a", "actor_b", "shared", "newman").iter_rows())
    assert rows.height == table.height


def test_two_actors_of_one_name_are_two_nodes(tmp_path):
    actors = changed("actors.csv", "polisen,Polisen,", "polisen,Byskolan,")
    people = changed("participations.csv", "Polisen,vandring,partner", "polisen,vandring,partner")
    text = actors.replace("skolan,Byskolan,unit", "skolan,Byskolan,organisation").replace(
        "Municipality,,byn", "Municipality,,"
    )
    city = open_city(
        written(tmp_path / "p", actors__csv=text, participations__csv=people.replace("Byskolan,rad", "skolan,vandring"))
    )  # fmt: skip
    city.remember(pairs(city.network()))
    # Byns kommun, Polisen (called Byskolan) and Byskolan are all in vandring: three pairs of three nodes.
    assert number(city, "SELECT DISTINCT ?x WHERE { ?r sg:firstActor|sg:secondActor ?x }") == 3
    assert number(city, "?r sg:shared 1") == 3


def test_cells_have_their_value_counts_evidence_and_districts(vasteras):
    table = vasteras.coverage(at=AT)
    vasteras.remember(table, at=AT)
    rows = vasteras.query(
        "SELECT ?d ?t ?v ?initiatives ?sources WHERE { ?r sg:ofDistrict/skos:prefLabel ?d ; sg:ofTheme/skos:prefLabel ?t ; "
        "sg:cellValue/skos:notation ?v ; sg:initiativeCount ?initiatives ; sg:sourceCount ?sources FILTER(LANG(?t) = 'sv') }"
    )
    told = {(d, t, v, int(i), int(s)) for d, t, v, i, s in rows.iter_rows()}
    assert told == set(table.select("district", "theme", "value", "initiatives", "sources").iter_rows())
    # Every cell that something reaches leads to words in a source, and no other does.
    reached = number(
        vasteras,
        "SELECT DISTINCT ?r WHERE { ?r sg:cellValue ?v ; prov:wasDerivedFrom/oa:hasSource/dct:title ?title }",
    )
    assert reached == table.filter(pl.col("value").is_in(["covered", "indirect"])).height


def test_the_districts_nobody_named_are_counted_and_have_no_cells(vasteras):
    sets = result_sets(
        vasteras.coverage(at=AT, levels="all"), vasteras.frames, vasteras.settings.bounds, at=AT, language="sv"
    )  # fmt: skip
    # 90 districts, of which 12 are named.
    assert (sets[0].unnamed, sets[0].as_of) == (78, AT)
    assert sets[0].rows["ofDistrict"].null_count() == 0


def test_a_measure_joins_with_sector_and_district_in_one_query(vasteras):
    table = node_table(vasteras.frames, "betweenness")
    vasteras.remember(table)
    rows = vasteras.query(
        "SELECT DISTINCT ?actor ?value WHERE { ?r sg:ofMeasure measure:betweenness ; sg:ofNode ?a ; sg:value ?value . "
        "?a skos:prefLabel ?actor ; sg:sector sg:PublicHousing ; sg:worksIn/skos:prefLabel ?d FILTER(STR(?d) = 'Råby') }"
    )
    value = table.filter(pl.col("label") == "Bostads AB Mimer")["value"].item()
    assert [(actor, float(found)) for actor, found in rows.iter_rows()] == [("Bostads AB Mimer", value)]


def test_computed_anew_they_replace_and_never_double(byn):
    before = byn.query(COUNT % "?s ?p ?o")["n"][0]
    tables = (node_table(byn.frames, "degree"), pairs(byn.network()))
    sizes = []
    for _ in range(2):
        for table in tables:
            byn.remember(table)
        byn.remember(byn.coverage(at=AT), at=AT)
        sizes.append(
            (byn.query(COUNT % "?s ?p ?o")["n"][0], byn.query(COUNT % "GRAPH ?g { ?s ?p ?o }")["n"][0])
        )
    assert sizes[0] == sizes[1] > (before, before)
    # With uncertainty it is the same measure of the same network.
    byn.remember(node_table(byn.frames, "degree", uncertainty=True, draws=5, seed=9))
    assert number(byn, "?r sg:ofMeasure measure:degree") == tables[0].height
    assert number(byn, "?r sg:rank ?rank") == tables[0].height
    assert number(byn, "?run sg:parameter ?p . ?p schema:name 'seed' ; schema:value '9'") == 1
    byn.remember(tables[0])
    assert number(byn, "?r sg:rank ?rank") == 0


def test_other_choices_are_other_results(byn):
    at = Selection(at="2019")
    byn.remember(node_table(byn.frames, "degree"))
    byn.remember(node_table(byn.frames, "degree", selection=at), selection=at)
    byn.remember(node_table(byn.frames, "degree", of="initiatives"))
    # In 2019 Byrådet had not begun: Byns kommun and Polisen alone.
    sizes = byn.query(
        "SELECT ?set ?as_of (COUNT(?r) AS ?n) WHERE { ?r qb:dataSet ?set OPTIONAL { ?set sg:asOf ?as_of } } "
        "GROUP BY ?set ?as_of ORDER BY ?n ?as_of"
    )
    assert sorted(sizes.select("as_of", "n").rows(), key=str) == [("2019", "2"), (None, "2"), (None, "3")]


def test_a_seed_is_part_of_what_chance_gives_and_of_nothing_else(byn):
    for seed in (1, 2):
        byn.remember(whole_table(byn.frames, ["modularity", "density_two_mode"], seed=seed))
    assert number(byn, "?r sg:ofMeasure measure:modularity") == 2
    assert number(byn, "?r sg:ofMeasure measure:density_two_mode") == 1


def test_results_say_by_what_software_and_from_what_build_they_are(byn):
    byn.remember(whole_table(byn.frames, ["nodf"]))
    rows = byn.query(
        "SELECT ?name ?version ?digest WHERE { ?set prov:wasGeneratedBy ?run . ?run prov:used/dct:identifier ?digest ; "
        "prov:wasAssociatedWith ?agent . ?agent a prov:SoftwareAgent ; schema:name ?name ; schema:softwareVersion ?version }"
    )
    assert dict(rows.select("name", "version").iter_rows()) == software_versions()
    assert rows["digest"].unique().to_list() == [byn.graph.digest]
    assert byn.graph.digest == open_city(byn.graph.folder).graph.digest


def test_a_measure_is_a_concept_with_its_words_unit_and_work(byn):
    byn.remember(whole_table(byn.frames, ["nodf"]))
    (row,) = byn.query(
        "SELECT ?label ?definition ?unit ?work WHERE { measure:nodf skos:prefLabel ?label ; skos:definition ?definition ; "
        "schema:unitText ?unit ; dct:references ?work FILTER(LANG(?label) = 'sv' && LANG(?definition) = 'sv') }"
    ).rows()
    nodf = MEASURES["nodf"]
    assert row == ("Kapsling (NODF)", nodf.definition["sv"], nodf.unit, f"https://doi.org/{nodf.doi}")


def test_every_measure_has_a_label_a_definition_and_a_work_in_both_languages():
    measures = origin().measures
    assert measures["measure"].to_list() == list(MEASURES)
    assert measures.drop("doi").null_count().transpose().sum().item() == 0
    assert measures.filter(pl.col("measure") == "betweenness")["label_sv"].item() == "Mellanläge"


def test_every_column_of_a_table_has_a_term_or_is_known_to_have_none(byn):
    nodes = node_table(byn.frames, "degree", uncertainty=True, draws=3)
    keys = {"id", "label", "kind", "measure", "most_moved_by_label"}
    assert set(nodes.columns) <= {*MEASURE_TERMS, *PARAMETER_COLUMNS, *keys}
    assert set(whole_table(byn.frames, ["nodf"], uncertainty=True, draws=3).columns) <= {
        *MEASURE_TERMS, *PARAMETER_COLUMNS, *keys,
    }  # fmt: skip
    assert set(pairs(byn.network()).columns) == {"actor_a", "actor_b", *PAIR_TERMS}
    assert set(byn.coverage(at=AT, levels="all").columns) <= {
        *DIMENSION_TERMS, *CELL_TERMS, *FROM_EVIDENCE, "level",
    }  # fmt: skip
    for term in (
        *MEASURE_TERMS.values(),
        *PAIR_TERMS.values(),
        *CELL_TERMS.values(),
        *DIMENSION_TERMS.values(),
    ):
        sg(term)  # raises KeyError on a name that does not exist


def test_rows_that_were_moved_or_left_out_are_refused(vasteras):
    cells = vasteras.coverage(at=AT)
    for wrong in (cells.reverse(), cells.head(3)):
        with pytest.raises(UsageError, match="give the whole table in its own order"):
            vasteras.remember(wrong, at=AT)
    with pytest.raises(UsageError, match="give the whole table in its own order"):
        vasteras.remember(pairs(vasteras.network()).reverse())


def test_a_table_of_something_else_is_refused(byn):
    for table in (pl.DataFrame({"x": [1]}), cutpoints(byn.network())):
        with pytest.raises(UsageError, match="have no form as RDF"):
            byn.remember(table)


def test_a_table_without_rows_gives_no_results(byn):
    never = Selection(at="1850")
    byn.remember(node_table(byn.frames, "degree", selection=never), selection=never)
    assert number(byn, "?r a qb:Observation") == 0


@pytest.mark.parametrize("form", ["turtle", "trig", "ntriples", "nquads", "jsonld"])
def test_the_same_results_give_the_same_bytes_and_no_blank_nodes(byn, form):
    made = {open_city(byn.graph.folder).results_as_rdf(*everything(byn), at=AT, form=form) for _ in range(2)}
    (data,) = made
    graph = Dataset().parse(
        data=data,
        format={"jsonld": "json-ld", "ntriples": "nt"}.get(form, form),
    )
    assert len(graph)
    assert b"_:" not in data


def test_results_conform_to_the_shapes(byn):
    graph = results_graph(byn, *everything(byn), at=AT)
    for name in ("samverkansgraf.ttl", "schemes.ttl"):
        graph.parse(ontology_file(name))
    graph.parse(data=byn.serialized("turtle"), format="turtle")
    shapes = Graph().parse(ontology_file("shapes.ttl"))
    wanted = ("qb:Observation", "qb:DataSet", "prov:Activity")
    for cls in wanted:
        assert graph.query(f"ASK {{ ?x a {cls} }}", initNs=dict(shapes.namespaces())).askAnswer
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes)
    found = set(
        report.query(
            "SELECT ?node WHERE { ?r sh:focusNode ?node FILTER(REGEX(STR(?node), '/(result|dataset|computation)/|/measure/')) }",
            initNs=dict(shapes.namespaces()),
        )
    )
    assert found == set()


# The integrity constraints of the data cube vocabulary (W3C 2014, section 11), each true where something is wrong.
CUBE_FAULTS = {
    "IC-1 an observation has one set": "?o a qb:Observation FILTER NOT EXISTS { ?o qb:dataSet ?d }",
    "IC-2 a set has one structure": "?d a qb:DataSet FILTER NOT EXISTS { ?d qb:structure ?s . ?s a qb:DataStructureDefinition }",
    "IC-3 a structure has a measure": "?s a qb:DataStructureDefinition FILTER NOT EXISTS { ?s qb:component/qb:measure ?m }",
    "IC-4 a dimension has a range": "?s qb:component/qb:dimension ?m FILTER NOT EXISTS { ?m a qb:DimensionProperty ; rdfs:range ?r }",
    "IC-6 only attributes may be optional": "?s qb:component ?c . ?c qb:componentRequired false FILTER NOT EXISTS { ?c qb:attribute ?a }",
    "IC-11 all dimensions are given": "?o qb:dataSet/qb:structure/qb:component/qb:dimension ?m FILTER NOT EXISTS { ?o ?m ?v }",
    "a part of an observation is in its structure": "?o a qb:Observation ; qb:dataSet/qb:structure ?s ; ?p ?v "
    "FILTER(STRSTARTS(STR(?p), STR(sg:))) FILTER NOT EXISTS { ?s qb:component/(qb:dimension|qb:measure|qb:attribute) ?p }",
    "IC-14 all measures are given, or the reason": "?o qb:dataSet/qb:structure/qb:component/qb:measure ?m "
    "FILTER NOT EXISTS { ?o ?m ?v } FILTER NOT EXISTS { ?o sg:reason ?why }",
}  # fmt: skip


@pytest.mark.parametrize("fault", CUBE_FAULTS)
def test_the_cube_is_well_formed(stored, fault):
    assert stored.query("ASK { ?o a qb:Observation }")["answer"].to_list() == ["true"]
    assert stored.query(f"ASK {{ {CUBE_FAULTS[fault]} }}")["answer"].to_list() == ["false"]


def test_no_two_observations_of_a_set_have_the_same_dimensions(stored):
    # Observations are named by a hash of their dimensions, so that two would be one with two values.
    for term in ("value", "cellValue", "shared"):
        twice = f"SELECT ?o WHERE {{ ?o sg:{term} ?v }} GROUP BY ?o HAVING(COUNT(DISTINCT ?v) > 1)"
        assert stored.query(twice).is_empty()


def test_hostile_names_are_texts_and_nothing_more(tmp_path):
    quoted = '"' + HOSTILE.replace('"', '""') + '"'
    text = changed("actors.csv", "polisen,Polisen,", f"polisen,{quoted},")
    people = changed("participations.csv", "Polisen,vandring,partner", "polisen,vandring,partner")
    city = open_city(written(tmp_path / "p", actors__csv=text, participations__csv=people))
    size = city.query(COUNT % "?s ?p ?o")["n"][0]
    for table in everything(city):
        city.remember(table, at=AT)
    assert city.ask("central-where", measure="betweenness")["actor"].unique().sort()[0] == HOSTILE
    assert city.ask("central-where", measure=HOSTILE).is_empty()
    assert int(city.query(COUNT % "?s ?p ?o")["n"][0]) > int(size)
    for form in ("turtle", "jsonld", "rdfxml"):
        assert city.results_as_rdf(*everything(city), at=AT, form=form)


def test_results_are_no_part_of_what_the_graph_says(byn):
    exported, seen = byn.serialized("trig"), byn.check()
    byn.remember(node_table(byn.frames, "degree"))
    byn.remember(byn.coverage(at=AT), at=AT)
    assert byn.serialized("trig") == exported
    assert byn.check() == seen
    assert byn.ask("age-of-knowledge").equals(open_city(byn.graph.folder).ask("age-of-knowledge"))


def test_a_file_of_results_opens_and_its_measures_are_no_themes(byn, tmp_path):
    for form, suffix in (("turtle", ".ttl"), ("trig", ".trig")):
        file = tmp_path / f"results{suffix}"
        file.write_bytes(byn.results_as_rdf(*everything(byn), at=AT, form=form))
        opened = open_city(file)
        assert number(opened, "?r sg:ofMeasure measure:betweenness") == 3
        assert opened.frames.themes.is_empty()


def test_values_of_cells_are_the_four(vasteras):
    vasteras.remember(vasteras.coverage(at=AT), at=AT)
    known = vasteras.query("SELECT ?n WHERE { ?v skos:inScheme sg:CoverageValueScheme ; skos:notation ?n }")
    assert set(known["n"]) == set(VALUES)


@pytest.mark.parametrize("value", [0.0, 1 / 3, 1e-7, 5e-324, 1e22, 123456.789, -0.1])
def test_a_number_survives_to_the_last_bit(byn, value):
    table = node_table(byn.frames, "degree").with_columns(value=pl.lit(value))
    byn.remember(table)
    (row, *_) = byn.query_terms("SELECT ?v WHERE { ?r sg:ofMeasure measure:degree ; sg:value ?v }")
    assert float(row["v"].value) == value


def test_what_is_not_a_number_is_not_written(byn):
    table = node_table(byn.frames, "degree").with_columns(value=pl.lit(math.nan), reason=pl.lit("för litet"))
    byn.remember(table)
    assert number(byn, "?r sg:value ?v") == 0
    assert number(byn, "?r sg:reason ?why") == table.height

"""Queries read and nothing else; what is refused is said with its place."""

from __future__ import annotations

import pytest
from tests.tables.project_files import FILES, written

from samverkansgraf.errors import QueryError
from samverkansgraf.graph import build, of_build
from samverkansgraf.graph.quads import INTEGER, rows
from samverkansgraf.graph.sparql import result_bytes, run, select


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return of_build(build(written(tmp_path_factory.mktemp("byn") / "p"))).store


def test_prefixes_are_known_and_the_default_graph_is_the_union(store):
    rows = select(store, "SELECT ?l WHERE { ?a sg:sector sg:Police ; skos:prefLabel ?l }")
    assert rows.rows() == [("Polisen",)]


def test_columns_come_in_the_order_asked_for_and_unbound_is_null(store):
    rows = select(store, "SELECT ?z ?a WHERE { BIND(1 AS ?a) OPTIONAL { ?x sg:nothing ?z } }")
    assert rows.columns == ["z", "a"]
    assert rows.rows() == [(None, "1")]


def test_a_query_without_rows_keeps_its_columns(store):
    assert select(store, "SELECT ?a ?b WHERE { ?a sg:nothing ?b }").columns == ["a", "b"]


def test_ask_gives_an_answer(store):
    assert select(store, "ASK { ?x a sg:Initiative }").rows() == [("true",)]


def test_a_syntax_error_shows_its_place(store):
    with pytest.raises(QueryError) as caught:
        run(store, "SELECT ?a WHERE {\n  ?a a sg:Initiative\n  FILTE(?a)\n}")
    lines = str(caught.value).splitlines()
    assert "line 3, column" in lines[0]
    assert lines[1] == "    FILTE(?a)"
    assert lines[2].strip() == "^"


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "delete where { ?a ?b ?c }",
        "PREFIX x: <urn:x> CLEAR ALL",
        "# SELECT\nLOAD <http://example.org/x>",
        "WITH <urn:g> DELETE { ?a ?b ?c } WHERE { ?a ?b ?c }",
        "DROP SILENT ALL",
    ],
)
def test_updates_are_refused(store, update):
    before = len(store)
    with pytest.raises(QueryError, match="changes the graph, and a query only reads it"):
        run(store, update)
    assert len(store) == before


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * WHERE { SERVICE <http://example.org/sparql> { ?a ?b ?c } }",
        "SELECT * WHERE { service silent <http://example.org/sparql> { ?a ?b ?c } }",
        'SELECT * WHERE { ?a ?b "}" . SERVICE ?s { ?a ?b ?c } }',
        "SELECT * WHERE { ?a ?b <urn:x> # }\n . SERVICE<http://example.org/> {?c ?d ?e} }",
    ],
)
def test_service_is_refused_with_its_place(store, query):
    with pytest.raises(QueryError, match=r"SERVICE at line \d+, column \d+ would fetch from the network"):
        run(store, query)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT ("SERVICE" AS ?s) WHERE { } # SERVICE <http://example.org/>',
        "SELECT ?service WHERE { ?service a sg:Initiative }",
        'PREFIX service: <urn:x> SELECT ?x WHERE { ?x a service:from ; service:service """a "quoted" SERVICE""" }',
        "SELECT ?x WHERE { ?x <http://example.org/SERVICE> 'LOAD' }",
        "SELECT (1 < 2 AS ?SERVICE) WHERE { FILTER(2>1) }",
    ],
)
def test_the_word_service_elsewhere_is_no_fetch(store, query):
    run(store, query)


def test_from_an_outside_address_is_refused_and_from_a_graph_here_works(store):
    with pytest.raises(QueryError, match="is no graph here, and nothing is fetched from outside"):
        run(store, "SELECT * FROM <http://example.org/x.ttl> WHERE { ?a ?b ?c }")
    with pytest.raises(QueryError, match="is no graph here"):
        run(store, "SELECT * FROM NAMED sg:nowhere WHERE { GRAPH ?g { ?a ?b ?c } }")
    graph = "https://example.org/byn/graph/source/bladet"
    found = select(
        store,
        f"SELECT DISTINCT ?l FROM <{graph}> WHERE {{ ?i a sg:Initiative ; skos:prefLabel ?l }} ORDER BY ?l",
    )
    assert found["l"].to_list() == ["Byrådet", "Trygghetsvandring"]
    assert select(store, f"SELECT ?a FROM <{graph}> WHERE {{ ?a sg:sector ?s }}").is_empty()


def test_source_graphs_can_be_left_out(store):
    graph = frozenset({"https://example.org/byn/graph/source/bladet"})
    query = "SELECT ?p WHERE { ?p a sg:Participation }"
    assert select(store, query).height == 4
    assert select(store, query, without_graphs=graph).is_empty()


def test_construct_and_describe_give_triples(store):
    turtle = result_bytes(run(store, "CONSTRUCT { ?a a sg:Initiative } WHERE { ?a a sg:Initiative }"), "ttl")
    assert turtle.count(b"sg:Initiative") >= 2
    assert b"Trygghetsvandring" in result_bytes(
        run(store, "DESCRIBE <https://example.org/byn/initiative/vandring>"), "nt"
    )
    with pytest.raises(QueryError, match="give triples, not rows"):
        select(store, "CONSTRUCT WHERE { ?a a sg:Initiative }")


def test_what_two_graphs_hold_is_counted_once(tmp_path):
    """pyoxigraph's own union of graphs counts it twice."""
    more = FILES["initiatives.csv"] + "rad,Byrådet,,,,,,,brev,s1,rådet igen\n"
    sources = FILES["sources.csv"] + "brev,Ett brev,,2021\n"
    store = of_build(build(written(tmp_path / "p", initiatives__csv=more, sources__csv=sources))).store
    count = "SELECT (COUNT(?l) AS ?n) WHERE { ?i a sg:Initiative ; skos:prefLabel ?l }"
    assert select(store, count).item() == "2"
    assert (
        select(store, "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?i skos:prefLabel 'Byrådet'@sv } }").item()
        == "3"
    )


def test_a_graph_written_back_is_found_and_replaced(tmp_path):
    graph = of_build(build(written(tmp_path / "p")))
    results = "https://example.org/byn/graph/results"
    for value in ("1", "2"):
        graph.write(results, rows([("urn:x", "urn:degree", value, INTEGER, "urn:ignored")]))
        assert select(graph.store, "SELECT ?v WHERE { <urn:x> <urn:degree> ?v }")["v"].to_list() == [value]
        assert select(graph.store, f"SELECT ?v WHERE {{ GRAPH <{results}> {{ ?x ?p ?v }} }}")[
            "v"
        ].to_list() == [value]


def test_a_single_column_keeps_its_unbound_rows(store):
    rows_found = select(store, "SELECT ?z WHERE { VALUES ?z { UNDEF 'x' UNDEF } }")
    assert sorted(rows_found["z"].to_list(), key=str) == [None, None, "x"]


def test_an_answer_too_large_for_one_line_at_a_time_is_the_same(store, monkeypatch):
    query = 'SELECT ?a ?b WHERE { VALUES (?a ?b) { ("x,\\"y\\"" 1) (UNDEF 2) ("å\\nö" UNDEF) } } ORDER BY ?a'
    small = select(store, query)
    monkeypatch.setattr("samverkansgraf.graph.sparql._SMALL", 0)
    assert select(store, query).equals(small)

"""The service speaks the SPARQL 1.1 Protocol, and only reads."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import httpx
import pytest

from samverkansgraf.server.formats import accepted, forms_for
from samverkansgraf.server.protocol import MOST_BYTES

POLICE = 'SELECT ?l WHERE { ?a sg:sector sg:Police ; skos:prefLabel ?l FILTER(LANG(?l) = "sv") }'


def literal(text):
    return ET.fromstring(text).find(".//{*}literal").text  # noqa: S314 - our own answer


FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def test_a_query_comes_by_get_by_form_and_by_itself(send):
    ways = [
        send("GET", "/sparql", params={"query": POLICE}),
        send("POST", "/sparql", data={"query": POLICE}),
        send(
            "POST", "/sparql", content=POLICE.encode(), headers={"Content-Type": "application/sparql-query"}
        ),
    ]
    for answer in ways:
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "application/sparql-results+json"
        assert [row["l"]["value"] for row in answer.json()["results"]["bindings"]] == ["Polisen"]


@pytest.mark.parametrize(
    ("accept", "sent", "read"),
    [
        (
            "application/sparql-results+json",
            "application/sparql-results+json",
            lambda t: json.loads(t)["results"]["bindings"][0]["l"]["value"],
        ),
        (
            "application/sparql-results+xml",
            "application/sparql-results+xml",
            literal,
        ),
        ("text/csv", "text/csv; charset=utf-8", lambda t: t.splitlines()[1]),
        (
            "text/tab-separated-values",
            "text/tab-separated-values; charset=utf-8",
            lambda t: t.splitlines()[1].removesuffix("@sv").strip('"'),
        ),
        (
            "text/csv;q=0.2, application/xml",
            "application/sparql-results+xml",
            literal,
        ),
        (
            "*/*",
            "application/sparql-results+json",
            lambda t: json.loads(t)["results"]["bindings"][0]["l"]["value"],
        ),
    ],
)
def test_rows_come_in_the_format_that_is_accepted_most(ask, accept, sent, read):
    answer = ask(POLICE, accept)
    assert answer.headers["content-type"] == sent
    assert answer.headers["vary"] == "Accept"
    assert read(answer.text) == "Polisen"


@pytest.mark.parametrize(
    ("accept", "sent", "mark"),
    [
        ("text/turtle", "text/turtle; charset=utf-8", "sg:Police"),
        ("application/n-triples", "application/n-triples", "ns#Police> ."),
        ("application/ld+json", "application/ld+json", "@id"),
        ("application/rdf+xml", "application/rdf+xml", "rdf:RDF"),
        ("*/*", "text/turtle; charset=utf-8", "sg:Police"),
    ],
)
def test_triples_come_in_the_format_that_is_accepted_most(ask, accept, sent, mark):
    answer = ask("CONSTRUCT { ?a sg:sector ?s } WHERE { ?a sg:sector ?s }", accept)
    assert (answer.status_code, answer.headers["content-type"]) == (200, sent)
    assert mark in answer.text


def test_yes_and_no_come_in_every_format_of_rows(ask):
    assert ask("ASK { ?a sg:sector sg:Police }", "application/sparql-results+json").json()["boolean"] is True
    assert ask("ASK { ?a sg:sector sg:Media }", "text/csv").text == "false"


def test_the_address_may_name_the_format(ask):
    assert ask(POLICE, "application/sparql-results+json", format="csv").text.split() == ["l", "Polisen"]


def test_what_no_accepted_format_can_hold_is_said(ask):
    assert ask(POLICE, "image/png").status_code == 406
    refused = ask("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "text/csv")
    assert (refused.status_code, refused.text) == (
        400,
        "none of the formats that are accepted can hold triples\n",
    )


def test_a_quality_of_none_is_a_refusal():
    assert accepted("text/csv;q=0, text/turtle;q=nonsense") == {"text/csv": 0, "text/turtle": 0}
    assert forms_for("text/csv;q=0") == {}
    assert forms_for("text/*;q=0.5, text/csv;q=0.1")["rows"] == "tsv"


def test_a_syntax_error_shows_its_place_in_plain_text(ask):
    answer = ask("SELECT ?x WHERE {\n ?x a }")
    assert answer.status_code == 400
    assert answer.headers["content-type"].startswith("text/plain")
    assert "line 2, column 8" in answer.text


@pytest.mark.parametrize(
    ("options", "status", "message"),
    [
        ({"data": {"update": "DROP ALL"}}, 403, "the service only answers queries"),
        (
            {"content": b"DROP ALL", "headers": {"Content-Type": "application/sparql-update"}},
            403,
            "the service only answers queries",
        ),
        ({"data": {"query": "DROP ALL"}}, 400, "DROP changes the graph"),
        ({"data": {"query": "LOAD <http://other.example/x>"}}, 400, "LOAD changes the graph"),
        (
            {"data": {"query": "SELECT * { SERVICE <http://other.example/x> { ?s ?p ?o } }"}},
            400,
            "SERVICE at line 1, column 12",
        ),
        (
            {"data": {"query": "SELECT * FROM <http://other.example/x> { ?s ?p ?o }"}},
            400,
            "nothing is fetched from outside",
        ),
        ({"data": {"query": POLICE, "default-graph-uri": "urn:g"}}, 400, "default-graph-uri is not taken"),
        ({"content": b"x", "headers": {"Content-Type": "text/plain"}}, 415, "the body is text/plain"),
        ({"content": b"\xff", "headers": {"Content-Type": "application/sparql-query"}}, 400, "is not UTF-8"),
        ({"content": b"query=ASK{}&query=ASK{}", "headers": FORM}, 400, "2 queries were sent"),
        ({"content": b"", "headers": FORM}, 400, "no query was sent"),
    ],
)
def test_what_is_no_query_is_refused_in_one_line(send, options, status, message):
    answer = send("POST", "/sparql", **options)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/plain")
    assert message in answer.text.splitlines()[0]


def test_a_query_of_ten_megabytes_is_refused(send):
    query = b"ASK { } #" + b"x" * (10 << 20)
    answer = send("POST", "/sparql", content=query, headers={"Content-Type": "application/sparql-query"})
    assert (answer.status_code, answer.text) == (
        413,
        f"the query is larger than {MOST_BYTES} bytes; shorten it\n",
    )


def test_other_methods_are_refused(send):
    assert send("DELETE", "/sparql").status_code == 405
    assert send("PUT", "/sparql", content=b"x").status_code == 405


def test_others_pages_may_read_but_not_send(send, ask):
    assert ask(POLICE).headers["access-control-allow-origin"] == "*"
    asked = {"Origin": "https://other.example", "Access-Control-Request-Method": "POST"}
    assert send("OPTIONS", "/sparql", headers=asked).headers["access-control-allow-methods"] == "GET"
    assert "access-control-allow-origin" not in send("POST", "/sparql", data={"query": POLICE}).headers


def test_a_real_server_answers_over_http(address):
    answer = httpx.get(f"{address}/sparql", params={"query": POLICE}, headers={"Accept": "text/csv"})
    assert answer.text.split() == ["l", "Polisen"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert httpx.get(f"{address}/").status_code == 200

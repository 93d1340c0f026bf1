"""A graph behind a SPARQL endpoint is read whole and asked here."""

from __future__ import annotations

import http.server
import threading
from urllib.parse import parse_qs, urlsplit

import pytest
from tests.server.conftest import address  # noqa: F401 - a fixture
from tests.tables.project_files import written

from samverkansgraf.city import open_city
from samverkansgraf.errors import InputError
from samverkansgraf.graph import endpoint
from samverkansgraf.graph.all_quads import stored_quads
from samverkansgraf.graph.quads import n_quads
from samverkansgraf.server.app import application
from samverkansgraf.server.workers import Workers


@pytest.fixture(scope="session")
def city(tmp_path_factory):
    return open_city(written(tmp_path_factory.mktemp("byn") / "p"))


@pytest.fixture(scope="session")
def app(city):
    with Workers(city.graph, seconds=20, count=1) as workers:
        yield application(city, workers, language="sv")


@pytest.fixture
def answering():
    """Serve one answer to every query, or one for each beginning of a query."""
    servers = []

    def served(body, *, status=200, kind="text/csv"):
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                query = parse_qs(urlsplit(self.path).query)["query"][0]
                text = (
                    body if isinstance(body, str) else next(t for start, t in body.items() if start in query)
                )
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.end_headers()
                self.wfile.write(text.encode())

            def log_message(self, *_):
                pass

        server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/sparql"

    yield served
    for server in servers:
        server.shutdown()
        server.server_close()


def refusal(url):
    with pytest.raises(InputError) as caught:
        open_city(url)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_the_graph_of_our_own_service_is_the_same_graph(city, address):  # noqa: F811 - the fixture
    there = open_city(f"{address}/sparql")
    assert there.settings.name == "Byn"
    assert n_quads(stored_quads(there.graph.store)) == n_quads(stored_quads(city.graph.store))
    for name in city.frames.__slots__:
        assert getattr(there.frames, name).equals(getattr(city.frames, name)), name


def test_terms_keep_their_language_and_type(answering):
    rows = (
        "g,s,p,o,language,type,literal\r\n"
        "urn:g,urn:s,urn:p,urn:o,,,false\r\n"
        'urn:g,urn:s,urn:p,"rad, två\n""x""",sv,http://www.w3.org/1999/02/22-rdf-syntax-ns#langString,true\r\n'
        "urn:g,urn:s,urn:p,1,,http://www.w3.org/2001/XMLSchema#integer,1\r\n"
        "urn:g,urn:s,urn:p,urn:x,,http://www.w3.org/2001/XMLSchema#string,true\r\n"
        "urn:g,urn:s,urn:p,,,http://www.w3.org/2001/XMLSchema#string,true\r\n"
    )
    quads = endpoint.endpoint_quads(answering({"COUNT": "n\r\n5\r\n", "GRAPH": rows}))
    assert quads.select("object", "kind").rows() == [
        ("urn:o", "iri"),
        ('rad, två\n"x"', "@sv"),
        ("1", "http://www.w3.org/2001/XMLSchema#integer"),
        ("urn:x", ""),
        ("", ""),
    ]


def test_an_endpoint_without_named_graphs_is_read_as_a_file_without_them(answering):
    rows = "s,p,o,language,type,literal\r\nurn:s,urn:p,urn:o,,,false\r\n"
    bodies = {"COUNT(*) AS ?n) WHERE { GRAPH": "n\r\n0\r\n", "COUNT": "n\r\n1\r\n", "?s ?p ?o": rows}
    assert endpoint.endpoint_quads(answering(bodies))["graph"].to_list() == ["urn:samverkansgraf:file"]


def test_an_endpoint_that_cannot_be_reached_is_said():
    assert "cannot be reached" in refusal("http://127.0.0.1:9/sparql")
    assert "cannot be reached" in refusal("http://127.0.0.1:99999/sparql")


@pytest.mark.parametrize(
    ("body", "options", "message"),
    [
        ("<html>hello</html>", {"kind": "text/html"}, "does not answer SPARQL queries in CSV"),
        ("hello", {}, "does not answer SPARQL queries in CSV"),
        ("n\r\nmany\r\n", {}, "does not answer SPARQL queries in CSV"),
        ("no such page\nat all", {"status": 404}, "answers 404 Not Found (no such page)"),
        ("n\r\n3000001\r\n", {}, "holds 3000001 statements, more than 3000000; export its graph as N-Quads"),
        ("n\r\n0\r\n", {}, "holds no statements"),
        (
            {"COUNT": "n\r\n2\r\n", "GRAPH": "g,s,p,o,language,type,literal\r\na,b,c,d,,,false\r\n"},
            {},
            "says it holds 2 statements and gave 1",
        ),
    ],
)
def test_what_is_no_endpoint_or_too_large_is_said(answering, body, options, message):
    assert message in refusal(answering(body, **options))


def test_an_answer_larger_than_may_be_is_cut(answering, monkeypatch):
    monkeypatch.setattr(endpoint, "MOST_BYTES", 100)
    assert "sends more than 100 bytes" in refusal(answering("n\r\n" + "1" * 500))

"""The pages say what the service is, and nothing in the data runs in them."""

from __future__ import annotations

import re

import pytest

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
PAGES = ["/", "/network.html", "/report.html"]


@pytest.mark.parametrize("path", [*PAGES, "/sparql", "/nothing"])
def test_every_answer_tells_the_browser_to_guess_and_frame_nothing(send, path):
    headers = send("GET", path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]


@pytest.mark.parametrize("path", PAGES)
def test_pages_name_no_address_of_others_to_load_from(send, path):
    page = send("GET", path)
    assert page.status_code == 200
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert "access-control-allow-origin" not in page.headers
    assert not re.findall(r"<(?:script|img|link|iframe)[^>]*(?:src|href)=[\"']?(?:https?:)?//", page.text)


def test_the_front_page_counts_links_and_asks(send):
    page = send("GET", "/").text
    assert '<html lang="sv">' in page
    assert "2 initiativ, 4 deltaganden, 1 källa" in page
    assert 'href="network.html"' in page
    assert '<form action="sparql" method="get">' in page


def test_the_query_on_the_front_page_has_an_answer(send, ask):
    query = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", send("GET", "/").text, re.DOTALL)[1]
    rows = ask(query.replace("&#34;", '"')).text.splitlines()
    assert rows[0] == "actor,initiative,role"
    assert "Byskolan,Byrådet,ledare" in rows


def test_a_browser_gets_a_page_with_the_rows(ask):
    page = ask("SELECT ?l WHERE { ?a sg:sector sg:Police ; skos:prefLabel ?l }", BROWSER)
    assert page.headers["content-type"].startswith("text/html")
    assert "<td>Polisen</td>" in page.text
    assert "<p>1 rad</p>" in page.text


def test_a_browser_gets_an_error_on_the_page(ask):
    page = ask("SELECT ?x WHERE {", BROWSER)
    assert 'role="alert">the query is not SPARQL: line 1' in page.text


def test_markup_in_labels_and_queries_is_text(ask):
    query = 'SELECT ?l WHERE { ?a skos:prefLabel ?l FILTER(CONTAINS(STR(?l), "</textarea><script>") || STRSTARTS(STR(?l), "<script")) }'
    page = ask(query, BROWSER).text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script" not in page


def test_a_browser_that_asks_nothing_gets_the_form(send):
    page = send("GET", "/sparql", headers={"Accept": BROWSER})
    assert page.status_code == 200
    assert "<textarea" in page.text

from __future__ import annotations

import asyncio
import threading
import time

import httpx
import pytest
import uvicorn
from tests.tables.project_files import FILES, written

from samverkansgraf.city import open_city
from samverkansgraf.server.app import application
from samverkansgraf.server.workers import Workers

#: Nine million million combinations of any graph's triples: no engine counts them in a second.
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="session")
def city(tmp_path_factory):
    hostile = FILES["actors.csv"] + 'ond,"<script>alert(1)</script>",organisation,Business,,\n'
    return open_city(written(tmp_path_factory.mktemp("byn") / "p", actors__csv=hostile))


@pytest.fixture(scope="session")
def workers(city):
    with Workers(city.graph, seconds=2, most_bytes=100_000, count=2) as made:
        yield made


@pytest.fixture(scope="session")
def app(city, workers):
    return application(city, workers, language="sv")


@pytest.fixture(scope="session")
def send(app):
    """Send one request to the service without a network."""

    def one(method, path, **options):
        async def sent():
            transport = httpx.ASGITransport(app)
            async with httpx.AsyncClient(transport=transport, base_url="http://service") as client:
                return await client.request(method, path, **options)

        return asyncio.run(sent())

    return one


@pytest.fixture(scope="session")
def ask(send):
    """Ask a query by GET, accepting one media type."""
    return lambda query, accept="text/csv", **more: send(
        "GET", "/sparql", params={"query": query, **more}, headers={"Accept": accept}
    )


@pytest.fixture(scope="session")
def address(app):
    """Run the service on a port of this machine."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()

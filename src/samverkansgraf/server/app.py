"""The service as an ASGI application."""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable
from datetime import date
from typing import TYPE_CHECKING, Final

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from samverkansgraf.errors import QueryError, SamverkansgrafError
from samverkansgraf.findings import findings_of
from samverkansgraf.report import report
from samverkansgraf.server.formats import forms_for, media_type, wants_page
from samverkansgraf.server.pages import front_page, page_policy, result_page
from samverkansgraf.server.protocol import RefusedError, asked
from samverkansgraf.server.workers import BusyError, TooSlowError

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from samverkansgraf.city import City
    from samverkansgraf.project import Language
    from samverkansgraf.server.workers import Workers

_HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_NOTHING_RUNS: Final = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
#: The picture and the report say themselves what may run in them; nothing may be shown inside another page.
_OWN_POLICY: Final = "frame-ancestors 'none'"
_STATUS: Final = {TooSlowError: 503, BusyError: 503, QueryError: 400}

Handler = Callable[[Request], Awaitable[Response]]


def application(city: City, workers: Workers, *, language: Language) -> Starlette:
    """
    Return the service: ``/sparql``, ``/``, ``/network.html`` and ``/report.html``.

    Parameters
    ----------
    city
        The graph that the pages are made of.
    workers
        Answer the queries.
    language
        Of the pages.
    """
    pages = _Pages(city, language)
    return Starlette(
        routes=[
            Route("/", pages.front, methods=["GET"]),
            Route("/sparql", _sparql(city, workers, language), methods=["GET", "POST", "OPTIONS"]),
            Route("/network.html", pages.network, methods=["GET"]),
            Route("/report.html", pages.report, methods=["GET"]),
        ],
        middleware=[Middleware(_SafeHeaders)],
        exception_handlers={HTTPException: _refused, RefusedError: _refused, SamverkansgrafError: _refused},
    )


class _SafeHeaders:
    """Adds to every answer the headers that keep a browser from running or guessing anything."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = {name.lower() for name, _ in message["headers"]}
                more = {**_HEADERS, "Content-Security-Policy": _NOTHING_RUNS}
                message["headers"] = [
                    *message["headers"],
                    *((n.encode(), v.encode()) for n, v in more.items() if n.lower().encode() not in given),
                ]
            await send(message)

        await self.app(scope, receive, with_headers)


def _sparql(city: City, workers: Workers, language: Language) -> Handler:
    async def sparql(request: Request) -> Response:
        if request.method == "OPTIONS":
            return _readable(Response(status_code=204, headers={"Access-Control-Allow-Methods": "GET"}))
        got, header = await asked(request), request.headers.get("accept")
        page = got.form is None and wants_page(header)
        if got.query is None:
            if page:
                return _page(front_page(city, language))
            raise RefusedError(400, "no query was sent; send one as query=…")
        forms = {"rows": "json", "boolean": "json", "triples": "ttl"} if page else forms_for(header, got.form)
        if not forms:
            raise RefusedError(
                406,
                "no format that is accepted can hold an answer; accept one of json, xml, csv, tsv or of turtle, n-triples, json-ld, rdf/xml",
            )
        if page:
            return _page(await run_in_threadpool(_result_page, city, workers, got.query, forms, language))
        answer = await run_in_threadpool(workers.answer, got.query, forms)
        response = Response(answer.data, headers={"Vary": "Accept"}, media_type=None)
        response.headers["Content-Type"] = media_type(answer.kind, answer.form)
        return _readable(response) if request.method in ("GET", "HEAD") else response

    return sparql


def _result_page(city: City, workers: Workers, query: str, forms: dict[str, str], language: Language) -> str:
    try:
        answer = workers.answer(query, forms)
    except SamverkansgrafError as error:
        return result_page(city, query, language=language, error=str(error))
    return result_page(city, query, language=language, answer=answer)


def _readable(response: Response) -> Response:
    """Let the pages of others read what anyone can ask for."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def _page(text: str) -> Response:
    return HTMLResponse(
        text,
        headers={"Content-Security-Policy": f"{page_policy()}; frame-ancestors 'none'", "Vary": "Accept"},
    )


async def _refused(request: Request, error: Exception) -> Response:
    if isinstance(error, HTTPException):
        status, words = error.status_code, error.detail
    elif isinstance(error, RefusedError):
        status, words = error.status, str(error)
    else:
        status, words = next((s for kind, s in _STATUS.items() if isinstance(error, kind)), 500), str(error)
    response = PlainTextResponse(f"{words}\n", status_code=status)
    return _readable(response) if request.method in ("GET", "HEAD") else response


class _Pages:
    """The pages, each made when it is first asked for, once a day."""

    def __init__(self, city: City, language: Language) -> None:
        self._city, self._language = city, language
        self._made: dict[str, tuple[date, str]] = {}
        self._lock = threading.Lock()

    async def front(self, _request: Request) -> Response:
        return _page(front_page(self._city, self._language))

    async def network(self, _request: Request) -> Response:
        return await self._own("network", lambda _: self._city.picture("html", language=self._language))

    async def report(self, _request: Request) -> Response:
        return await self._own("report", self._report)

    def _report(self, today: date) -> str:
        findings = findings_of(self._city, as_of=today, language=self._language)
        return report(findings, format="html", language=self._language)

    async def _own(self, name: str, make: Callable[[date], str]) -> Response:
        text = await run_in_threadpool(self._once, name, make)
        return HTMLResponse(text, headers={"Content-Security-Policy": _OWN_POLICY})

    def _once(self, name: str, make: Callable[[date], str]) -> str:
        today = date.today()  # noqa: DTZ011 - the day where the service is
        with self._lock:
            if self._made.get(name, (None, ""))[0] != today:
                self._made[name] = (today, make(today))
            return self._made[name][1]

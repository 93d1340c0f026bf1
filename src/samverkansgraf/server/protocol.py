"""The SPARQL 1.1 Protocol: a query comes in one of three ways, and is answered or refused in one line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl

from samverkansgraf.errors import SamverkansgrafError

if TYPE_CHECKING:
    from starlette.requests import Request

#: A query, or the body that holds it, may have this many bytes.
MOST_BYTES: Final = 1 << 20

_FORM: Final = "application/x-www-form-urlencoded"
_QUERY: Final = "application/sparql-query"
_UPDATE: Final = "application/sparql-update"
_DATASET: Final = ("default-graph-uri", "named-graph-uri")
_READ_ONLY: Final = "the service only answers queries; edit the tables and build anew"


class RefusedError(SamverkansgrafError):
    """A request that is not answered, with the HTTP status that says so."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, and the name of a format where the address gives one; no query where none was sent."""

    query: str | None
    form: str | None = None


async def asked(request: Request) -> Asked:
    """
    Read the query of a request.

    Raises
    ------
    RefusedError
        It is an update, is too large, is not UTF-8, or is sent in no way the protocol has.
    """
    parameters = parse_qsl(request.url.query, keep_blank_values=True)
    media = request.headers.get("content-type", "").split(";")[0].strip().lower()
    direct: str | None = None
    if request.method == "POST":
        body = await _body(request)
        if media == _UPDATE:
            raise RefusedError(403, _READ_ONLY)
        if media == _QUERY:
            direct = body
        elif media == _FORM:
            parameters += parse_qsl(body, keep_blank_values=True)
        else:
            raise RefusedError(415, f"the body is {media or 'of no stated type'}; send {_FORM} or {_QUERY}")
    if any(name == "update" for name, _ in parameters):
        raise RefusedError(403, _READ_ONLY)
    if dataset := next((name for name, _ in parameters if name in _DATASET), None):
        raise RefusedError(400, f"{dataset} is not taken; name graphs in the query with FROM or GRAPH")
    queries = [value for name, value in parameters if name == "query"] + ([] if direct is None else [direct])
    if len(queries) > 1:
        raise RefusedError(400, f"{len(queries)} queries were sent; send one")
    form = next((value for name, value in parameters if name == "format" and value), None)
    return Asked(queries[0] if queries and queries[0].strip() else None, form)


async def _body(request: Request) -> str:
    data = b""
    async for chunk in request.stream():
        data += chunk
        if len(data) > MOST_BYTES:
            raise RefusedError(413, f"the query is larger than {MOST_BYTES} bytes; shorten it")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise RefusedError(400, "the body is not UTF-8; send it so") from None

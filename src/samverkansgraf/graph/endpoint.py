"""Read the whole graph of a SPARQL endpoint elsewhere; it is then asked here."""

from __future__ import annotations

import io
import urllib.error
import urllib.parse
import urllib.request
from http.client import HTTPException
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.errors import InputError, Problem
from samverkansgraf.graph.all_quads import IN_DEFAULT_GRAPH, IN_NAMED_GRAPHS, quads_of_rows
from samverkansgraf.graph.serialize import NO_GRAPH

if TYPE_CHECKING:
    from http.client import HTTPResponse

SCHEMES: Final = ("http://", "https://")
#: What is fetched at most: statements, and bytes of one answer.
MOST_QUADS: Final = 3_000_000
MOST_BYTES: Final = 2 << 30
#: Seconds that the endpoint may be silent.
SECONDS: Final = 60.0

_COUNT: Final = "SELECT (COUNT(*) AS ?n) WHERE {{ {} }}"
_COLUMNS: Final = ("g", "s", "p", "o", "language", "type", "literal")
_CHUNK: Final = 1 << 20


def is_endpoint(path: object) -> bool:
    """
    Tell whether a text is the address of an endpoint.

    Examples
    --------
    >>> is_endpoint("http://127.0.0.1:8000/sparql"), is_endpoint("data/vasteras")
    (True, False)
    """
    return str(path).lower().startswith(SCHEMES)


def endpoint_quads(url: str) -> pl.DataFrame:
    """
    Fetch every statement of an endpoint, once.

    Parameters
    ----------
    url
        Of the endpoint. It is sent SPARQL queries by GET and must answer in CSV.

    Returns
    -------
    quads
        As in :mod:`samverkansgraf.graph.quads`. Where the endpoint has no named graphs they are of the
        graph that files without named graphs get.

    Raises
    ------
    InputError
        It cannot be reached, does not speak SPARQL, holds more than :data:`MOST_QUADS` statements, or
        gives fewer than it says it has.
    """
    for pattern, query in (("GRAPH ?g { ?s ?p ?o }", IN_NAMED_GRAPHS), ("?s ?p ?o", IN_DEFAULT_GRAPH)):
        count = _count(url, pattern)
        if count > MOST_QUADS:
            remedy = "export its graph as N-Quads and build a store of it"
            raise _problem(url, f"holds {count} statements, more than {MOST_QUADS}", remedy)
        if count:
            rows = _rows(url, query)
            if rows.height < count:
                message = f"says it holds {count} statements and gave {rows.height}"
                raise _problem(url, message, "raise the number of rows it may give")
            return quads_of_rows(rows, no_graph=NO_GRAPH)
    raise _problem(url, "holds no statements", "check the address")


def _count(url: str, pattern: str) -> int:
    rows = _csv(url, _COUNT.format(pattern))
    try:
        return int(rows["n"][0])
    except (pl.exceptions.ColumnNotFoundError, IndexError, TypeError, ValueError):
        raise _no_sparql(url) from None


def _rows(url: str, query: str) -> pl.DataFrame:
    rows = _csv(url, query)
    missing = [column for column in _COLUMNS if column not in rows.columns]
    if missing == ["g"]:
        return rows.with_columns(g=pl.lit(None, dtype=pl.String))
    if missing:
        raise _no_sparql(url)
    return rows


def _csv(url: str, query: str) -> pl.DataFrame:
    data = _fetched(url, query)
    try:
        return pl.read_csv(io.BytesIO(data), infer_schema=False)
    except pl.exceptions.PolarsError:
        raise _no_sparql(url) from None


def _fetched(url: str, query: str) -> bytes:
    mark = "&" if urllib.parse.urlsplit(url).query else "?"
    address = f"{url}{mark}{urllib.parse.urlencode({'query': query})}"
    request = urllib.request.Request(address, headers={"Accept": "text/csv"})  # noqa: S310 - http or https
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as response:  # noqa: S310 - the same
            return _whole(url, response)
    except urllib.error.HTTPError as error:
        with error:
            said = error.read(200).decode(errors="replace").strip().splitlines()
        message = f"answers {error.code} {error.reason}" + (f" ({said[0]})" if said else "")
        raise _problem(url, message, "check the address; it must be that of a SPARQL endpoint") from None
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise _problem(
            url, f"cannot be reached ({reason})", "check the address and that it is running"
        ) from None


def _whole(url: str, response: HTTPResponse) -> bytes:
    if response.headers.get_content_type() != "text/csv":
        raise _no_sparql(url)
    parts: list[bytes] = []
    size = 0
    while part := response.read(_CHUNK):
        size += len(part)
        if size > MOST_BYTES:
            remedy = "export its graph as N-Quads and build a store of it"
            raise _problem(url, f"sends more than {MOST_BYTES} bytes", remedy)
        parts.append(part)
    return b"".join(parts)


def _no_sparql(url: str) -> InputError:
    remedy = "check the address; a SPARQL endpoint's often ends in /sparql"
    return _problem(url, "does not answer SPARQL queries in CSV", remedy)


def _problem(url: str, message: str, remedy: str) -> InputError:
    return InputError([Problem(f"{url} {message}", remedy=remedy)])

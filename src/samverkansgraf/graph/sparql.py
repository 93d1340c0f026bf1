"""Run SPARQL on a store: prefixes known beforehand, nothing changed, nothing fetched from outside."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final

import polars as pl
import pyoxigraph as ox

from samverkansgraf.errors import QueryError
from samverkansgraf.vocabulary import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

RESULT_FORMATS: Final = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}
TRIPLE_FORMATS: Final = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "xml": ox.RdfFormat.RDF_XML,
}

_UPDATES: Final = frozenset(
    ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")
)
_TOKEN: Final = re.compile(
    r"""
      "{3}(?:"{0,2}(?:[^"\\]|\\.))*"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
    | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*'
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    | \#[^\n\r]*
    | [?$]\w+ | @[A-Za-z][A-Za-z0-9-]*
    | (?P<name>[\w.-]*:[\w.:%\\-]*)
    | (?P<word>[A-Za-z_][\w-]*)
    | [{}]
    """,
    re.VERBOSE | re.DOTALL,
)
_PLACE: Final = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_SHOWN: Final = 12
_SMALL: Final = 1 << 16

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Results = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


def run(store: ox.Store, text: str, *, without_graphs: frozenset[str] = frozenset()) -> Results:
    """
    Run a query; its default graph is the union of all graphs.

    Parameters
    ----------
    store
        The store.
    text
        A SELECT, ASK, CONSTRUCT or DESCRIBE query. Prefixes of the vocabulary need no declaration.
    without_graphs
        IRIs of graphs to leave out. What several of the others hold is then found several times:
        ask for DISTINCT.

    Raises
    ------
    QueryError
        A syntax error, with its place; an update; SERVICE; a FROM that names no graph of the store.
    """
    _refuse_what_is_not_ours(store, text)
    kept = None
    if without_graphs:
        kept = [graph for graph in store.named_graphs() if graph.value not in without_graphs]
    try:
        return store.query(
            text, prefixes=PREFIXES, default_graph=[*kept] if kept is not None else None, named_graphs=kept
        )
    except SyntaxError as error:
        raise QueryError(_with_place(text, str(error))) from None
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query cannot be run: {error}") from None


def select(store: ox.Store, text: str, *, without_graphs: frozenset[str] = frozenset()) -> pl.DataFrame:
    """
    Run a SELECT or ASK query and return its rows as texts; unbound is null.

    Raises
    ------
    QueryError
        As :func:`run`; and for CONSTRUCT and DESCRIBE, which give triples, not rows.
    """
    results = run(store, text, without_graphs=without_graphs)
    if isinstance(results, ox.QueryBoolean):
        return pl.DataFrame({"answer": ["true" if results else "false"]})
    if isinstance(results, ox.QueryTriples):
        raise QueryError("CONSTRUCT and DESCRIBE give triples, not rows; write SELECT, or ask for a file")
    columns = [variable.value for variable in results.variables]
    if not columns:
        return pl.DataFrame()
    try:
        data = results.serialize(format=ox.QueryResultsFormat.CSV)
    except (OSError, RuntimeError) as error:
        raise QueryError(f"the query cannot be run: {error}") from None
    return _frame(data or b"", columns)


def result_kind(results: Results) -> str:
    """Return ``rows``, ``boolean`` or ``triples``."""
    if isinstance(results, ox.QueryTriples):
        return "triples"
    return "boolean" if isinstance(results, ox.QueryBoolean) else "rows"


def result_bytes(results: Results, form: str) -> bytes:
    """
    Return results in a format of :data:`RESULT_FORMATS` or, of triples, :data:`TRIPLE_FORMATS`.

    Raises
    ------
    QueryError
        The query failed while it ran.
    """
    try:
        if isinstance(results, ox.QueryTriples):
            return ox.serialize(results, format=TRIPLE_FORMATS[form], prefixes=PREFIXES) or b""
        return results.serialize(format=RESULT_FORMATS[form]) or b""
    except (OSError, RuntimeError) as error:
        raise QueryError(f"the query cannot be run: {error}") from None


def _frame(data: bytes, columns: list[str]) -> pl.DataFrame:
    """
    Read SPARQL's CSV.

    polars takes 0.3 ms to start on it, which small answers need not wait for, and passes over the empty lines
    that unbound values of a single column are.
    """
    if len(data) > _SMALL and len(columns) > 1:
        return pl.read_csv(io.BytesIO(data), infer_schema=False).select(columns)
    header, *rows = csv.reader(io.StringIO(data.decode(), newline=""))
    cells = zip(*(row or [""] for row in rows), strict=True)
    found = dict(zip(header, cells, strict=True)) if rows else {}
    texts = {name: [cell or None for cell in found.get(name, ())] for name in columns}
    return pl.DataFrame(texts, schema=dict.fromkeys(columns, pl.String))


def terms(store: ox.Store, text: str) -> list[dict[str, Term | None]]:
    """
    Run a SELECT query and return its solutions as terms, by variable.

    Raises
    ------
    QueryError
        As :func:`run`; and for other forms of query.
    """
    results = run(store, text)
    if not isinstance(results, ox.QuerySolutions):
        raise QueryError("only SELECT gives terms by variable")
    names = [variable.value for variable in results.variables]
    return [{name: solution[name] for name in names} for solution in results]


def _words(text: str) -> Iterator[re.Match[str]]:
    return (match for match in _TOKEN.finditer(text) if match.lastgroup)


def _refuse_what_is_not_ours(store: ox.Store, text: str) -> None:
    """Refuse updates and fetches."""
    tokens = list(_words(text))
    first = next((match["word"].upper() for match in _after_prologue(tokens)), "")
    if first in _UPDATES:
        raise QueryError(
            f"{first} changes the graph, and a query only reads it; edit the tables and build anew"
        )
    own_prefixes = _declared(tokens)
    for position, match in enumerate(tokens):
        word = (match["word"] or "").upper()
        if word == "SERVICE":
            raise QueryError(
                f"SERVICE at {_line(text, match.start())} would fetch from the network; it is refused"
            )
        if word == "FROM":
            named = position + 1 < len(tokens) and (tokens[position + 1]["word"] or "").upper() == "NAMED"
            _refuse_unknown_graph(store, text, tokens[position + 1 + named :], own_prefixes)


def _after_prologue(tokens: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    return (
        match
        for match in tokens
        if match["word"] and match["word"].upper() not in {"PREFIX", "BASE", "VERSION"}
    )


def _declared(tokens: Sequence[re.Match[str]]) -> dict[str, str]:
    declared = dict(PREFIXES)
    for word, name, target in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if (word["word"] or "").upper() == "PREFIX" and name["name"] and target["iri"]:
            declared[name["name"].rstrip(":")] = target["iri"][1:-1]
    return declared


def _refuse_unknown_graph(
    store: ox.Store, text: str, after: Sequence[re.Match[str]], prefixes: dict[str, str]
) -> None:
    if not after:
        return
    if after[0]["iri"]:
        graph = after[0]["iri"][1:-1]
    elif after[0]["name"]:
        prefix, _, local = after[0]["name"].partition(":")
        graph = prefixes.get(prefix, f"{prefix}:") + local
    else:
        return
    known = sorted(known.value for known in store.named_graphs() if isinstance(known, ox.NamedNode))
    if graph not in known:
        shown = ", ".join(f"<{name}>" for name in known[:_SHOWN])
        raise QueryError(
            f"FROM <{graph}> at {_line(text, after[0].start())} is no graph here, and nothing is fetched from outside; "
            f"the graphs are {shown}{' …' if len(known) > _SHOWN else ''}"
        )


def _line(text: str, offset: int) -> str:
    return f"line {text.count(chr(10), 0, offset) + 1}, column {offset - text.rfind(chr(10), 0, offset)}"


def _with_place(text: str, message: str) -> str:
    found = _PLACE.search(message)
    if found is None:
        return f"the query is not SPARQL: {message}"
    line, column, what = int(found[1]), int(found[2]), found[3].strip()
    lines = text.splitlines() or [""]
    shown = lines[min(line, len(lines)) - 1]
    return (
        f"the query is not SPARQL: line {line}, column {column}: {what}\n  {shown}\n  {' ' * (column - 1)}^"
    )

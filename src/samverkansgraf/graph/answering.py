"""
Answer queries in a process of its own, so that one that takes too long can be ended.

The engine cannot stop a query once it runs; ending its process does. A snapshot hands a graph over to
such a process.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from samverkansgraf.errors import QueryError, StoreError
from samverkansgraf.graph.sparql import RESULT_FORMATS, TRIPLE_FORMATS, result_kind, run
from samverkansgraf.vocabulary import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from samverkansgraf.graph.knowledge_graph import KnowledgeGraph

_SNAPSHOT: Final = "graph.nq"


def write_snapshot(graph: KnowledgeGraph, folder: Path) -> Path:
    """Write a graph where another process can open it; return what it opens."""
    path = folder / _SNAPSHOT
    graph.store.dump(str(path), ox.RdfFormat.N_QUADS)
    return path


def open_snapshot(path: Path) -> ox.Store:
    """
    Open what :func:`write_snapshot` wrote.

    Raises
    ------
    StoreError
        It cannot be opened.
    """
    try:
        store = ox.Store()
        store.bulk_load(path=str(path), format=ox.RdfFormat.N_QUADS)
    except (OSError, ValueError, SyntaxError) as error:
        raise StoreError(f"{path} cannot be opened ({error})") from None
    return store


class _Bounded(io.BytesIO):
    """Takes no more bytes than it may."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most

    def write(self, data: object) -> int:
        if self.tell() + len(data) > self.most:  # type: ignore[arg-type]  # bytes, from the engine
            raise OSError(f"the result is larger than {self.most} bytes; narrow the query or add LIMIT")
        return super().write(data)  # type: ignore[arg-type]


def answered(
    store: ox.Store, text: str, forms: Mapping[str, str], *, most_bytes: int
) -> tuple[str, str, bytes]:
    """
    Answer a query in a W3C format.

    Parameters
    ----------
    store
        The store.
    text
        The query.
    forms
        Kind of result (``rows``, ``boolean``, ``triples``) -> format, as in
        :data:`~samverkansgraf.graph.sparql.RESULT_FORMATS` and ``TRIPLE_FORMATS``.
    most_bytes
        A larger result is refused as soon as it is.

    Returns
    -------
    The kind of result, its format and its bytes.

    Raises
    ------
    QueryError
        The query cannot be run, its kind of result is in none of the formats, or it is too large.
    """
    results = run(store, text)
    kind = result_kind(results)
    if kind not in forms:
        raise QueryError(f"none of the formats that are accepted can hold {kind}")
    form, out = forms[kind], _Bounded(most_bytes)
    try:
        if isinstance(results, ox.QueryTriples):
            ox.serialize(results, out, format=TRIPLE_FORMATS[form], prefixes=PREFIXES)
        elif isinstance(results, ox.QueryBoolean) and form in ("csv", "tsv"):
            out.write(b"true" if results else b"false")
        else:
            results.serialize(out, format=RESULT_FORMATS[form])
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(str(error)) from None
    return kind, form, out.getvalue()

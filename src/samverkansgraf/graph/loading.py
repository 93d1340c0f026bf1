"""
Fill a store: each source's quads in its graph, and the union of all in the default graph.

pyoxigraph's own ``use_default_graph_as_union`` finds a triple once for each graph that holds it, so that
counts come out too high where two sources say the same; the union is therefore kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from samverkansgraf.graph.quads import n_quads, union_triples
from samverkansgraf.vocabulary import RESULTS_GRAPH, VOCABULARY_GRAPH

if TYPE_CHECKING:
    from collections.abc import Iterable

    import polars as pl


def load(store: ox.Store, lines: bytes) -> None:
    """Load canonical N-Quads and their union into an empty store."""
    store.bulk_load(lines, ox.RdfFormat.N_QUADS)
    store.bulk_load(union_triples(lines), ox.RdfFormat.N_TRIPLES)


def loaded(lines: bytes) -> ox.Store:
    """Return a store in memory with canonical N-Quads and their union."""
    store = ox.Store()
    load(store, lines)
    return store


def replace_graph(store: ox.Store, graph_iri: str, quads: pl.DataFrame) -> None:
    """Replace one named graph, and keep the union true; the quads' own graph is not looked at."""
    graph = ox.NamedNode(graph_iri)
    exchange(store, graph_iri, list(store.quads_for_pattern(None, None, None, graph)), quads)


def exchange(store: ox.Store, graph_iri: str, gone: list[ox.Quad], quads: pl.DataFrame) -> None:
    """
    Take some quads out of a named graph and put others in, all at once, and keep the union true.

    Parameters
    ----------
    store
        The store.
    graph_iri
        The graph.
    gone
        Quads of it; those that are also among the new ones stay.
    quads
        The new ones; their own graph is not looked at.
    """
    graph = ox.NamedNode(graph_iri)
    parsed = ox.parse(n_quads(quads), format=ox.RdfFormat.N_QUADS)
    after = {quad.triple for quad in parsed if isinstance(quad, ox.Quad)}
    before = {quad.triple for quad in gone} - after
    lost = [triple for triple in before if not _in_another_graph(store, triple, graph)]
    parts = [
        f"{change} DATA {{ {_joined(union)} GRAPH {graph} {{ {_joined(named)} }} }}"
        for change, union, named in (("DELETE", lost, before), ("INSERT", after, after))
        if named
    ]
    store.update(" ; ".join(parts))


def _joined(triples: Iterable[ox.Triple]) -> str:
    return " ".join(f"{triple} ." for triple in triples)


def _in_another_graph(store: ox.Store, triple: ox.Triple, graph: ox.NamedNode) -> bool:
    found = store.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
    return any(isinstance(quad.graph_name, ox.NamedNode) and quad.graph_name != graph for quad in found)


def own_quads(store: ox.Store) -> list[ox.Quad]:
    """
    Return the quads of the named graphs that tell of the city.

    Neither the union, nor the vocabulary, which is published on its own, nor stored results, which are of the
    graph and no part of it.
    """
    apart = (VOCABULARY_GRAPH, RESULTS_GRAPH)
    return [
        quad
        for quad in store
        if isinstance(quad.graph_name, ox.NamedNode) and not quad.graph_name.value.endswith(apart)
    ]

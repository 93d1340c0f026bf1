"""
Fill a store: each source's quads in its graph, and the union of all in the default graph.

pyoxigraph's own ``use_default_graph_as_union`` finds a triple once for each graph that holds it, so that
counts come out too high where two sources say the same; the union is therefore kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from samverkansgraf.graph.quads import n_quads, union_triples
from samverkansgraf.vocabulary import VOCABULARY_GRAPH

if TYPE_CHECKING:
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
    before = {quad.triple for quad in store.quads_for_pattern(None, None, None, graph)}
    lines = n_quads(quads)
    after = {
        quad.triple for quad in ox.parse(lines, format=ox.RdfFormat.N_QUADS) if isinstance(quad, ox.Quad)
    }
    store.remove_graph(graph)
    store.extend([_quad(triple, graph) for triple in after])
    for triple in before - after:
        if not _in_a_named_graph(store, triple):
            store.remove(_quad(triple))
    store.extend([_quad(triple) for triple in after])


def _quad(triple: ox.Triple, graph: ox.NamedNode | None = None) -> ox.Quad:
    return ox.Quad(triple.subject, triple.predicate, triple.object, graph)


def _in_a_named_graph(store: ox.Store, triple: ox.Triple) -> bool:
    found = store.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
    return any(isinstance(quad.graph_name, ox.NamedNode) for quad in found)


def own_quads(store: ox.Store) -> list[ox.Quad]:
    """Return the quads of the named graphs: neither the union nor the vocabulary, which is published on its own."""
    return [
        quad
        for quad in store
        if isinstance(quad.graph_name, ox.NamedNode) and not quad.graph_name.value.endswith(VOCABULARY_GRAPH)
    ]

"""Validate a graph against the shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl
import pyoxigraph as ox

from samverkansgraf.graph.quads import TYPE
from samverkansgraf.resources import ontology_file
from samverkansgraf.vocabulary import PREFIXES, VOCABULARY_GRAPH

if TYPE_CHECKING:
    import rdflib

SCHEMA: Final = {
    "node": pl.String(), "path": pl.String(), "shape": pl.String(), "severity": pl.String(),
    "message_sv": pl.String(), "message_en": pl.String(),
}  # fmt: skip
_SH: Final = "http://www.w3.org/ns/shacl#"
_SEVERITIES: Final = {f"{_SH}Violation": "fault", f"{_SH}Warning": "warning", f"{_SH}Info": "note"}


def shape_results(store: ox.Store, base: str) -> pl.DataFrame:
    """
    Validate each source's graph with the project's own lists and the schemes.

    A source is held to the shapes on its own, for the things it is the first to name: that two sources
    give one thing two values is no fault.

    Parameters
    ----------
    store
        The graph.
    base
        The project's base.

    Returns
    -------
    results
        Columns ``node, path`` (the predicate's IRI), ``shape, severity,
        message_sv, message_en``; ``severity`` is ``fault``,
        ``warning`` or ``note``.
    """
    shapes = _graph(ox.parse(path=str(ontology_file("shapes.ttl")), format=ox.RdfFormat.TURTLE))
    names = sorted(graph.value for graph in store.named_graphs() if isinstance(graph, ox.NamedNode))
    project, vocabulary = f"{base}graph/project", base + VOCABULARY_GRAPH
    own = [name for name in names if name not in {vocabulary, f"{base}graph/derived", f"{base}graph/results"}]
    common = [quad for name in (project, vocabulary) for quad in _quads(store, name)]
    typed = {name: _typed(store, name) for name in own}
    elsewhere = {node for name, nodes in typed.items() if name != project for node in nodes}
    found: list[dict[str, str | None]] = []
    found += _results(_graph(common), shapes, typed.get(project, set()) - elsewhere)
    for batch in _apart({name: _quads(store, name) for name in own if name != project}):
        union = [*common, *(quad for _, quads in batch for quad in quads)]
        found += _results(_graph(union), shapes, {node for name, _ in batch for node in typed[name]})
    return pl.DataFrame(found, schema=SCHEMA).unique().sort("severity", "node", "path", "shape")


def _quads(store: ox.Store, graph: str) -> list[ox.Quad]:
    return list(store.quads_for_pattern(None, None, None, ox.NamedNode(graph)))


def _apart(graphs: dict[str, list[ox.Quad]]) -> list[list[tuple[str, list[ox.Quad]]]]:
    """
    Gather graphs that have nothing to say to each other, so that one validation holds for each alone.

    Two graphs are apart where neither says anything of a thing that the other speaks of or points at.
    """
    batches: list[tuple[set[str], set[str], list[tuple[str, list[ox.Quad]]]]] = []
    for name, quads in graphs.items():
        said = {str(quad.subject) for quad in quads}
        named = said | {str(quad.object) for quad in quads if isinstance(quad.object, ox.NamedNode)}
        far = (one for one in batches if said.isdisjoint(one[1]) and named.isdisjoint(one[0]))
        found = next(far, None)
        if found is None:
            batches.append(found := (set(), set(), []))
        subjects, nodes, batch = found
        subjects |= said
        nodes |= named
        batch.append((name, quads))
    return [batch for _, _, batch in batches]


def _typed(store: ox.Store, graph: str) -> set[str]:
    """Return the things that a graph says the class of."""
    quads = store.quads_for_pattern(None, ox.NamedNode(TYPE), None, ox.NamedNode(graph))
    return {quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode)}


def _graph(triples: object) -> rdflib.Graph:
    import rdflib

    data = ox.serialize(
        (ox.Triple(t.subject, t.predicate, t.object) for t in triples),  # type: ignore[attr-defined]
        format=ox.RdfFormat.N_TRIPLES,
    )
    return rdflib.Graph().parse(data=data or b"", format="nt")


def _results(data: rdflib.Graph, shapes: rdflib.Graph, focus: set[str]) -> list[dict[str, str | None]]:
    import pyshacl
    from rdflib import RDF, URIRef

    _, report, _ = pyshacl.validate(
        data, shacl_graph=_aimed(shapes, data, focus), advanced=True, inplace=True
    )
    if not hasattr(report, "subjects"):
        raise TypeError(str(report))
    rows = []
    for result in report.subjects(RDF.type, URIRef(f"{_SH}ValidationResult")):
        if str(report.value(result, URIRef(f"{_SH}focusNode"))) not in focus:
            continue
        messages = {m.language or "en": str(m) for m in report.objects(result, URIRef(f"{_SH}resultMessage"))}
        severity = str(report.value(result, URIRef(f"{_SH}resultSeverity")))
        path = report.value(result, URIRef(f"{_SH}resultPath"))
        english = messages.get("en") or next(iter(messages.values()), "")
        rows.append(
            {
                "node": str(report.value(result, URIRef(f"{_SH}focusNode"))),
                "path": str(path) if isinstance(path, URIRef) else None,
                "shape": _short(str(report.value(result, URIRef(f"{_SH}sourceShape")))),
                "severity": _SEVERITIES.get(severity, "fault"),
                "message_sv": messages.get("sv", english),
                "message_en": english,
            }
        )
    return rows


def _aimed(shapes: rdflib.Graph, data: rdflib.Graph, focus: set[str]) -> rdflib.Graph:
    """
    Aim shapes of a class at the focus nodes of that class alone.

    pySHACL's own ``focus_nodes`` also restricts the values that nested shapes look at, so that
    ``sh:node`` then holds of anything.
    """
    import rdflib
    from rdflib import RDF, SH

    aimed = rdflib.Graph()
    for subject, predicate, value in shapes:
        if predicate != SH.targetClass:
            aimed.add((subject, predicate, value))
            continue
        for node in data.subjects(RDF.type, value):
            if str(node) in focus:
                aimed.add((subject, SH.targetNode, node))
    return aimed


def _short(term: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if term.startswith(namespace):
            return f"{prefix}:{term.removeprefix(namespace)}"
    return term

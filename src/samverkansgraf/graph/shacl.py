"""Validate a graph against the shapes."""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Final

import polars as pl
import pyoxigraph as ox

from samverkansgraf.graph.quads import TYPE
from samverkansgraf.resources import ontology_file
from samverkansgraf.vocabulary import PREFIXES, RESULTS_GRAPH, VOCABULARY_GRAPH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    import rdflib
    from rdflib.term import Node

SCHEMA: Final = {
    "node": pl.String(), "path": pl.String(), "shape": pl.String(), "severity": pl.String(),
    "message_sv": pl.String(), "message_en": pl.String(),
}  # fmt: skip
_SH: Final = "http://www.w3.org/ns/shacl#"
_SEVERITIES: Final = {f"{_SH}Violation": "fault", f"{_SH}Warning": "warning", f"{_SH}Info": "note"}


def shape_results(store: ox.Store, base: str) -> pl.DataFrame:
    """
    Validate what is stated, with the project's own lists and the schemes.

    A thing is held to the shapes by what the graph says of it that first names it: that two sources give
    one thing two values is no fault.

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
    shapes = _shapes(ontology_file("shapes.ttl"))
    names = sorted(graph.value for graph in store.named_graphs() if isinstance(graph, ox.NamedNode))
    project, vocabulary = f"{base}graph/project", base + VOCABULARY_GRAPH
    left_out = {project, vocabulary, f"{base}graph/derived", base + RESULTS_GRAPH}
    homes: dict[str, str] = {}
    for name in (name for name in names if name not in left_out):
        for node in _typed(store, name):
            homes.setdefault(node, name)
    seen = [quad for name in (project, vocabulary) for quad in _quads(store, name)]
    seen += [
        quad
        for name in names
        if name not in left_out
        for quad in _quads(store, name)
        if _at_home(quad, name, homes)
    ]
    found = _results(_graph(seen), shapes, _typed(store, project) | set(homes))
    return pl.DataFrame(found, schema=SCHEMA).unique().sort("severity", "node", "path", "shape")


def _quads(store: ox.Store, graph: str) -> list[ox.Quad]:
    return list(store.quads_for_pattern(None, None, None, ox.NamedNode(graph)))


def _at_home(quad: ox.Quad, graph: str, homes: dict[str, str]) -> bool:
    """Return whether a graph is the one that first names the thing it speaks of."""
    return isinstance(quad.subject, ox.NamedNode) and homes.get(quad.subject.value) == graph


def _typed(store: ox.Store, graph: str) -> set[str]:
    """Return the things that a graph says the class of."""
    quads = store.quads_for_pattern(None, ox.NamedNode(TYPE), None, ox.NamedNode(graph))
    return {quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode)}


@cache
def _shapes(file: Path) -> rdflib.Graph:
    """Return the shapes, read once; nobody changes them."""
    return _graph(ox.parse(path=str(file), format=ox.RdfFormat.TURTLE))


def _graph(triples: Iterable[ox.Quad]) -> rdflib.Graph:
    """Return triples as the library that validates holds them; each term is made once."""
    import rdflib

    graph = rdflib.Graph()
    known: dict[object, Node] = {}
    for triple in triples:
        ends = triple.subject, triple.predicate, triple.object
        for end in ends:
            if end not in known:
                known[end] = _term(end)
        subject, predicate, value = (known[end] for end in ends)
        graph.add((subject, predicate, value))
    return graph


def _term(term: object) -> Node:
    from rdflib import BNode, Literal, URIRef

    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if not isinstance(term, ox.Literal):
        raise TypeError(f"{term}: is no term of RDF 1.1")
    if term.language:
        return Literal(term.value, lang=term.language)
    plain = term.datatype.value == f"{PREFIXES['xsd']}string"
    return Literal(term.value, datatype=None if plain else URIRef(term.datatype.value))


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
    ``sh:node`` then holds of anything. It also asks nested shapes of one node or value at a time, which of thousands takes
    most of the time. So the properties of a shape are aimed at its nodes themselves, and that a value is in a scheme
    is asked as ``sh:in`` its concepts; the results are the same.
    """
    import rdflib
    from rdflib import RDF, SH, SKOS
    from rdflib.collection import Collection

    aimed = rdflib.Graph()
    members = {}
    for shape, scheme in _memberships(shapes):
        if concepts := sorted(data.subjects(SKOS.inScheme, scheme), key=str):
            members[shape] = rdflib.URIRef(f"{shape}-members")
            Collection(aimed, members[shape], concepts)
    nested = set(shapes.objects(None, SH.node))
    apart = {shape for shape in shapes.subjects(SH.targetClass) if shape not in nested}
    for subject, predicate, value in shapes:
        if predicate == SH.node and value in members:
            aimed.add((subject, SH["in"], members[value]))
        elif predicate == SH.targetClass:
            parts = shapes.objects(subject, SH.property) if subject in apart else ()
            nodes = [node for node in data.subjects(RDF.type, value) if str(node) in focus]
            for shape, node in product((subject, *parts), nodes):
                aimed.add((shape, SH.targetNode, node))
        elif predicate != SH.property or subject not in apart:
            aimed.add((subject, predicate, value))
    return aimed


def _memberships(shapes: rdflib.Graph) -> Iterator[tuple[Node, Node]]:
    """Yield the shapes that ask for nothing but being in a scheme, and the scheme."""
    from rdflib import RDF, SH, SKOS

    for shape, asked in shapes.subject_objects(SH.property):
        alone = set(shapes.predicates(shape)) == {RDF.type, SH.property}
        said = dict(shapes.predicate_objects(asked))
        if alone and set(said) == {SH.path, SH.hasValue} and said[SH.path] == SKOS.inScheme:
            yield shape, said[SH.hasValue]


def _short(term: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if term.startswith(namespace):
            return f"{prefix}:{term.removeprefix(namespace)}"
    return term

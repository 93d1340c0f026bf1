"""The ontology and the schemes as quads, and the names that table cells may give concepts."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import polars as pl
import pyoxigraph as ox

from samverkansgraf.graph.quads import IRI, PLAIN, rows
from samverkansgraf.resources import ontology_file
from samverkansgraf.vocabulary import CONCEPTS, PREFIXES, SG_NS, VOCABULARY_GRAPH, iri, sg

if TYPE_CHECKING:
    from samverkansgraf.tables.names import ConceptNames

_FILES: Final = ("samverkansgraf.ttl", "schemes.ttl")
_STRING: Final = PREFIXES["xsd"] + "string"


def quad_row(quad: ox.Quad, graph: str) -> tuple[str, str, str, str, str]:
    """Return a parsed quad as a row of the frame of quads."""
    value, predicate = quad.object, _bare(quad.predicate)
    if isinstance(value, ox.Literal):
        datatype = _bare(value.datatype)
        kind = f"@{value.language}" if value.language else PLAIN if datatype == _STRING else datatype
        return _bare(quad.subject), predicate, value.value, kind, graph
    return _bare(quad.subject), predicate, _bare(value), IRI, graph


def _bare(term: object) -> str:
    """Return an IRI without its brackets; a blank node as it is written."""
    return term.value if isinstance(term, ox.NamedNode) else str(term)


@cache
def _vocabulary() -> pl.DataFrame:
    return rows(
        quad_row(quad, VOCABULARY_GRAPH)
        for name in _FILES
        for quad in ox.parse(path=str(ontology_file(name)), format=ox.RdfFormat.TURTLE)
    )


def vocabulary_quads(base: str) -> pl.DataFrame:
    """Return the ontology and the schemes as quads of the graph that a project has for them."""
    return _vocabulary().with_columns(graph=pl.lit(base + VOCABULARY_GRAPH))


@cache
def concept_names() -> ConceptNames:
    """Return every name a cell may give a concept, in lower case, by scheme."""
    labels: dict[str, list[str]] = {}
    wanted = {iri("skos:notation"), iri("skos:prefLabel"), iri("skos:altLabel")}
    for subject, predicate, value, *_ in _vocabulary().iter_rows():
        if predicate in wanted:
            labels.setdefault(subject, []).append(value)
    return {
        scheme: {
            name.casefold(): sg(concept)
            for concept in concepts
            for name in (concept, *labels.get(SG_NS + concept, ()))
        }
        for scheme, concepts in CONCEPTS.items()
    }

"""Write a graph in the RDF formats; read an RDF file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from samverkansgraf.errors import InputError, Problem, UsageError
from samverkansgraf.graph.loading import own_quads
from samverkansgraf.graph.quads import n_quads, rows
from samverkansgraf.graph.vocabulary_graph import quad_row
from samverkansgraf.vocabulary import PREFIXES

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

#: Format name -> (format, whether it keeps named graphs).
FORMATS: Final = {
    "turtle": (ox.RdfFormat.TURTLE, False),
    "trig": (ox.RdfFormat.TRIG, True),
    "nquads": (ox.RdfFormat.N_QUADS, True),
    "ntriples": (ox.RdfFormat.N_TRIPLES, False),
    "jsonld": (ox.RdfFormat.JSON_LD, True),
    "rdfxml": (ox.RdfFormat.RDF_XML, False),
}
SUFFIXES: Final = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".nq": ox.RdfFormat.N_QUADS,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".n3": ox.RdfFormat.N3,
}
#: The graph of triples that a file puts in none.
NO_GRAPH: Final = "urn:samverkansgraf:file"


def serialized(store: ox.Store, name: str) -> bytes:
    """
    Return a graph in an RDF format; formats without named graphs get their union.

    The vocabulary and stored results are left out: they are no part of what the sources say. The order is that of the canonical
    N-Quads, so the same graph gives the same bytes.

    Raises
    ------
    UsageError
        The format is not known.
    """
    return _written(own_quads(store), name)


def serialized_quads(quads: pl.DataFrame, name: str) -> bytes:
    """
    Return quads in an RDF format, in the order and with the graphs that :func:`serialized` has.

    Raises
    ------
    UsageError
        The format is not known.
    """
    parsed = ox.parse(n_quads(quads), format=ox.RdfFormat.N_QUADS)
    return _written([quad for quad in parsed if isinstance(quad, ox.Quad)], name)


def _written(quads: list[ox.Quad], name: str) -> bytes:
    if name not in FORMATS:
        raise UsageError(f"RDF format {name!r} is unknown; use {', '.join(FORMATS)}")
    rdf_format, keeps_graphs = FORMATS[name]
    if keeps_graphs:
        data = ox.serialize(sorted(quads, key=_by_graph), format=rdf_format, prefixes=PREFIXES)
    else:
        data = ox.serialize(
            sorted({quad.triple for quad in quads}, key=str), format=rdf_format, prefixes=PREFIXES
        )
    return data or b""


def _by_graph(quad: ox.Quad) -> tuple[str, str]:
    return str(quad.graph_name), str(quad)


def read_rdf(path: Path) -> pl.DataFrame:
    """
    Read an RDF file as quads; nothing is fetched from outside.

    Raises
    ------
    InputError
        The suffix is not known, or the file is not well-formed; with the line.
    """
    rdf_format = SUFFIXES.get(path.suffix.lower())
    if rdf_format is None:
        remedy = f"name a project folder, a store, or a file that ends in {', '.join(SUFFIXES)}"
        raise InputError([Problem("is no RDF file by its name", path.name, remedy=remedy)])
    try:
        return rows(
            quad_row(quad, quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else NO_GRAPH)
            for quad in ox.parse(path=str(path), format=rdf_format)
        )
    except (SyntaxError, ValueError) as error:
        remedy = "correct it, or check that its suffix names its format"
        raise InputError([Problem(f"is not well-formed ({error})", path.name, remedy=remedy)]) from None
    except OSError as error:
        raise InputError([Problem(f"cannot be read ({error})", path.name)]) from None

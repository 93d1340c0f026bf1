"""Every quad of a graph through SPARQL, so that a store here and an endpoint elsewhere are read alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.graph.quads import IRI, PLAIN, SCHEMA
from samverkansgraf.graph.sparql import select
from samverkansgraf.vocabulary import PREFIXES

if TYPE_CHECKING:
    import pyoxigraph as ox

_TERMS: Final = (
    "SELECT ?g ?s ?p ?o (LANG(?o) AS ?language) (DATATYPE(?o) AS ?type) (isLITERAL(?o) AS ?literal)"
)
#: Rows of every triple in a named graph.
IN_NAMED_GRAPHS: Final = f"{_TERMS} WHERE {{ GRAPH ?g {{ ?s ?p ?o }} }}"
#: The same of a store that keeps everything in its default graph; ``?g`` is unbound.
IN_DEFAULT_GRAPH: Final = f"{_TERMS} WHERE {{ ?s ?p ?o }}"

_STRINGS: Final = (PREFIXES["xsd"] + "string", "")


def quads_of_rows(rows: pl.DataFrame, *, no_graph: str) -> pl.DataFrame:
    """
    Make quads of the rows that the queries above give.

    Parameters
    ----------
    rows
        Columns ``g, s, p, o, language, type, literal``, all texts.
    no_graph
        The graph of triples that are in none.

    Returns
    -------
    quads
        As in :mod:`samverkansgraf.graph.quads`.
    """
    literal = pl.col("literal").is_in(["true", "1"])
    language, datatype = pl.col("language").fill_null(""), pl.col("type").fill_null("")
    kind = (
        pl.when(~literal).then(pl.lit(IRI))
        .when(language != "").then(pl.concat_str(pl.lit("@"), language))
        .when(datatype.is_in(_STRINGS)).then(pl.lit(PLAIN))
        .otherwise(datatype)
    )  # fmt: skip
    return rows.select(
        subject="s",
        predicate="p",
        object=pl.col("o").fill_null(""),
        kind=kind,
        graph=pl.col("g").fill_null(no_graph),
    ).select(list(SCHEMA))


def stored_quads(store: ox.Store) -> pl.DataFrame:
    """Return every quad of a store's named graphs."""
    return quads_of_rows(select(store, IN_NAMED_GRAPHS), no_graph="")

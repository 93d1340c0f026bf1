"""Compare two states of a graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from samverkansgraf.graph.loading import own_quads

if TYPE_CHECKING:
    import pyoxigraph as ox


def changed_quads(before: ox.Store, after: ox.Store) -> pl.DataFrame:
    """
    Return the quads that only one of two states holds; the vocabulary is left out.

    Returns
    -------
    changes
        ``change`` (``removed`` or ``added``), ``subject``, ``predicate``, ``object`` and ``graph``
        as N-Quads terms; sorted by subject, removed before added.
    """
    states = [set(own_quads(store)) for store in (before, after)]
    rows = [
        (change, str(quad.subject), str(quad.predicate), str(quad.object), str(quad.graph_name))
        for change, quads in (("removed", states[0] - states[1]), ("added", states[1] - states[0]))
        for quad in quads
    ]
    columns = ["change", "subject", "predicate", "object", "graph"]
    frame = pl.DataFrame(rows, schema=dict.fromkeys(columns, pl.String), orient="row")
    return frame.sort("subject", "predicate", pl.col("change") == "added", "object", "graph")

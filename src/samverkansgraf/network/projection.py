"""Projections: two actors tied by the initiatives they share, two initiatives by their actors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import networkx as nx
import numpy as np
import polars as pl
from scipy import sparse

from samverkansgraf.errors import UsageError
from samverkansgraf.network.two_mode import nodes_of

if TYPE_CHECKING:
    from collections.abc import Iterator

PAIR_COLUMNS: Final = {
    "actor_a": pl.String(),
    "actor_b": pl.String(),
    "shared": pl.Int64(),
    "newman": pl.Float64(),
    "p_value": pl.Float64(),
    "validated": pl.Boolean(),
}


def projection(
    network: nx.Graph[str],
    *,
    onto: Literal["actor", "initiative"] = "actor",
    weight: Literal["shared", "newman"] = "shared",
) -> nx.Graph[str]:
    """
    Return the one-mode network of those who share something.

    Parameters
    ----------
    network
        Two-mode network.
    onto
        Whose network. An initiative that ``is_set`` makes no tie between actors: its members sit in
        different bodies. Onto initiatives it is a node as any other.
    weight
        ``"shared"``: the number of initiatives (or actors) shared. ``"newman"``, actors only: the sum
        of 1/(n − 1) over shared initiatives with n actors, so that the weights of an actor sum to its
        number of initiatives with others in them (Newman 2001, doi:10.1103/PhysRevE.64.016132).

    Returns
    -------
    projection
        Every node of the kind, isolates too, with its attributes; edges with ``weight``.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        Newman's weight is asked for initiatives.

    Examples
    --------
    >>> from samverkansgraf.network.two_mode import two_mode_of_pairs
    >>> network = two_mode_of_pairs([("Mimer", "EST"), ("Polisen", "EST"), ("Ikea", "På lika villkor")])
    >>> list(projection(network).edges(data="weight"))
    [('Mimer', 'Polisen', 1)]
    """
    if onto == "initiative" and weight == "newman":
        raise UsageError(
            "projection: Newman's weight is defined between actors; use weight='shared' for initiatives"
        )
    nodes = nodes_of(network, "actors" if onto == "actor" else "initiatives")
    projected: nx.Graph[str] = nx.Graph()
    projected.add_nodes_from((node, network.nodes[node]) for node in nodes)
    for one, other, shared, newman in _shared(network, onto=onto, nodes=nodes):
        projected.add_edge(nodes[one], nodes[other], weight=shared if weight == "shared" else newman)
    return projected


def pairs(network: nx.Graph[str]) -> pl.DataFrame:
    """
    Return the tied pairs of actors with both weights of :func:`projection`.

    Returns
    -------
    pairs
        Columns ``actor_a, actor_b`` (labels, a before b in code-point order), ``shared`` (initiatives),
        ``newman``, and ``p_value``, ``validated``, which are null: no null model has been asked for.
        Sorted by the labels.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.

    Examples
    --------
    >>> from samverkansgraf.network.two_mode import two_mode_of_pairs
    >>> pairs(two_mode_of_pairs([("Polisen", "EST"), ("Mimer", "EST")])).row(0)
    ('Mimer', 'Polisen', 1, 1.0, None, None)
    """
    nodes = nodes_of(network, "actors")
    labels = [network.nodes[node].get("label") or node for node in nodes]
    rows = []
    for one, other, shared, newman in _shared(network, onto="actor", nodes=nodes):
        first, second = sorted(((labels[one], nodes[one]), (labels[other], nodes[other])))
        rows.append((first, second, shared, newman))
    rows.sort()
    return pl.DataFrame(
        [(first[0], second[0], shared, newman, None, None) for first, second, shared, newman in rows],
        schema=PAIR_COLUMNS,
        orient="row",
    )


def _shared(
    network: nx.Graph[str], *, onto: Literal["actor", "initiative"], nodes: list[str]
) -> Iterator[tuple[int, int, int, float]]:
    """Yield (index, index, shared, Newman's weight) of those who share something, in order of index."""
    others = nodes_of(network, "initiatives" if onto == "actor" else "actors")
    if onto == "actor":
        others = [other for other in others if not network.nodes[other].get("is_set")]
    number = {other: column for column, other in enumerate(others)}
    cells = [
        (row, number[other])
        for row, node in enumerate(nodes)
        for other in sorted(network[node])
        if other in number
    ]
    if not cells:
        return
    rows, columns = zip(*cells, strict=True)
    takes_part = sparse.csr_array(
        (np.ones(len(cells)), (rows, columns)),
        shape=(len(nodes), len(others)),
    )
    sizes = np.asarray(takes_part.sum(axis=0)).ravel()
    share = np.divide(1.0, sizes - 1, out=np.zeros_like(sizes), where=sizes > 1)
    shared = sparse.triu(takes_part @ takes_part.T, k=1, format="csr")
    newman = sparse.triu(takes_part @ sparse.diags_array(share) @ takes_part.T, k=1, format="csr")
    for matrix in (shared, newman):
        matrix.sort_indices()
    counts = sparse.coo_array(shared)
    weights = sparse.coo_array(newman)
    yield from zip(
        counts.row.tolist(),
        counts.col.tolist(),
        counts.data.astype(int).tolist(),
        weights.data.tolist(),
        strict=True,
    )
